import Display

/// What the names of inks and grounds look like on a terminal of so many colours.
struct Palette: Sendable {
  /// The colours that a terminal can show.
  enum Depth: Int, Sendable {
    /// None.
    case mono
    /// The eight of ANSI, the bright ones at most beside them.
    case eight
    /// The 256 of xterm.
    case many
  }

  /// How a cell is written: two colours, -1 for the terminal's own, and what does not need colour.
  struct Look: Hashable, Sendable {
    var ink: Int
    var ground: Int
    var attributes: Style.Attributes
  }

  private let depth: Depth
  private let scheme: ColourScheme
  private let clashing: Style.Attributes

  /// `clashing` are the attributes that the terminal cannot show together with a colour.
  init(depth: Depth, scheme: ColourScheme = ColourScheme(), clashing: Style.Attributes = []) {
    self.depth = depth
    self.scheme = scheme
    self.clashing = clashing
  }

  /// What `style` looks like.
  func look(of style: Style) -> Look {
    switch depth {
    case .mono: return Look(ink: -1, ground: -1, attributes: style.attributes.union(monoAttributes(of: style)))
    case .eight: return withoutClash(scheme.applied(to: eight(style), of: style, count: 8))
    case .many: return withoutClash(scheme.applied(to: many(style), of: style, count: 256))
    }
  }

  /// An underline that colour would swallow is told by weight instead.
  private func withoutClash(_ look: Look) -> Look {
    var look = look
    let lost = look.attributes.intersection(clashing)
    if !lost.isEmpty, look.ink >= 0 || look.ground >= 0 {
      look.attributes.subtract(lost)
      if lost.contains(.underline) { look.attributes.formUnion(.bold) }
    }
    return look
  }

  private func monoAttributes(of style: Style) -> Style.Attributes {
    var attributes: Style.Attributes = []
    switch style.ground {
    case .plain: break
    case .lifted, .selected, .bar: attributes.insert(.reverse)
    case .match: attributes.insert(.underline)
    case .currentMatch: attributes.formUnion([.reverse, .underline, .bold])
    }
    switch style.ink {
    case .accent, .focusedBorder, .alert, .hue: attributes.insert(.bold)
    default: break
    }
    return attributes
  }

  private func eight(_ style: Style) -> Look {
    var look = Look(ink: -1, ground: -1, attributes: style.attributes)
    switch style.ink {
    case .plain, .muted, .border: break
    case .accent, .focusedBorder: look.attributes.insert(.bold)
    case .alert, .denied: look.ink = 1
    case .reported: look.ink = 3
    case .uncertain: look.ink = 5
    case .hypothetical: look.ink = 6
    case .asked: look.ink = 2
    case .hue(let number): look.ink = [6, 5, 2, 3, 1, 4][Int(number) % 6]
    }
    // Eight colours leave no room for hues on a ground: what differs there is bold.
    if style.ground != .plain, look.ink >= 0 { look.attributes.insert(.bold) }
    switch style.ground {
    case .plain: break
    case .lifted: (look.ink, look.ground) = (7, 4)
    case .selected: (look.ink, look.ground) = (0, 6)
    case .bar:
      look.ink = -1
      look.attributes.insert(.reverse)
    case .match: (look.ink, look.ground) = (0, 3)
    case .currentMatch: (look.ink, look.ground) = (7, 5)
    }
    return look
  }

  private func many(_ style: Style) -> Look {
    let theme = scheme.theme
    var look = Look(ink: -1, ground: -1, attributes: style.attributes)
    switch style.ink {
    case .accent, .focusedBorder, .alert: look.attributes.insert(.bold)
    default: break
    }
    let hues: Hues
    switch style.ground {
    case .plain:
      hues = theme == .dark ? .onDark : theme == .light ? .onLight : .onEither
    case .lifted:
      (look.ground, hues) = theme == .light ? (195, .onLight) : (238, .onDark)
      look.ink = theme == .light ? 16 : 255
    case .selected:
      (look.ground, hues) = theme == .light ? (153, .onLight) : (24, .onDark)
      look.ink = theme == .light ? 16 : 231
    case .bar:
      (look.ground, hues) = theme == .light ? (253, .onLight) : (236, .onDark)
      look.ink = theme == .light ? 16 : 252
    // What was searched for stands out, whatever it is otherwise.
    case .match: return Look(ink: 16, ground: 222, attributes: look.attributes)
    case .currentMatch: return Look(ink: 16, ground: 214, attributes: look.attributes.union(.bold))
    }
    // A border's grey stands back from the terminal's own ground only.
    let ink = style.ink == .border && style.ground != .plain ? .muted : style.ink
    if let colour = hues[ink] { look.ink = colour }
    return look
  }
}

/// The inks among xterm's 256 colours for one kind of ground.
private struct Hues {
  var muted: Int
  var border: Int
  var accent: Int
  var alert: Int
  var denied: Int
  var reported: Int
  var uncertain: Int
  var hypothetical: Int
  var asked: Int
  var parties: [Int]

  /// The number of the colour; `nil` for plain, which is the ground's.
  subscript(ink: Style.Ink) -> Int? {
    switch ink {
    case .plain: nil
    case .muted: muted
    case .border: border
    case .accent, .focusedBorder: accent
    case .alert: alert
    case .denied: denied
    case .reported: reported
    case .uncertain: uncertain
    case .hypothetical: hypothetical
    case .asked: asked
    case .hue(let number): parties[Int(number) % parties.count]
    }
  }

  /// Of middle lightness: at least 3:1 against black and against white by the contrast formula of WCAG.
  static let onEither = Hues(
    muted: 244, border: 244, accent: 32, alert: 167, denied: 167, reported: 136, uncertain: 133, hypothetical: 32,
    asked: 30, parties: [32, 166, 28, 133, 136, 30, 97, 161])

  static let onDark = Hues(
    muted: 250, border: 242, accent: 117, alert: 210, denied: 210, reported: 222, uncertain: 183, hypothetical: 117,
    asked: 115, parties: [117, 216, 150, 183, 222, 116, 147, 218])

  static let onLight = Hues(
    muted: 241, border: 244, accent: 25, alert: 124, denied: 124, reported: 94, uncertain: 90, hypothetical: 25,
    asked: 23, parties: [25, 130, 22, 90, 94, 23, 55, 125])
}
