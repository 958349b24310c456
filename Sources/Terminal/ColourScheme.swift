import Display

/// The colours that a person wants: a theme, and what is to look different in it.
public struct ColourScheme: Sendable {
  /// What the colours stand on.
  public var theme: Theme
  private var inks: [Style.Ink: Int] = [:]
  private var grounds: [Style.Ground: Int] = [:]

  /// Makes a scheme that is as the theme has it.
  public init(theme: Theme = .neutral) { self.theme = theme }

  /// The names of the inks that can be changed; those of parties end in a number from 1.
  public static let inkNames = inksByName.map(\.name)
  /// The names of the grounds that can be changed.
  public static let groundNames = groundsByName.map(\.name)

  /// Has the ink called `name` be a colour of xterm's 256, or the terminal's own for `nil`.
  ///
  /// Returns whether there is such an ink. A terminal with eight colours has only those from 0 to 7.
  public mutating func setInk(_ name: String, to colour: UInt8?) -> Bool {
    guard let ink = Self.inksByName.first(where: { $0.name == name })?.ink else { return false }
    inks[ink] = colour.map(Int.init) ?? -1
    return true
  }

  /// Has the ground called `name` be a colour, in the same way.
  public mutating func setGround(_ name: String, to colour: UInt8?) -> Bool {
    guard let ground = Self.groundsByName.first(where: { $0.name == name })?.ground else { return false }
    grounds[ground] = colour.map(Int.init) ?? -1
    return true
  }

  /// `look` with what the person wants different in it, on a terminal with `count` colours.
  func applied(to look: Palette.Look, of style: Style, count: Int) -> Palette.Look {
    if inks.isEmpty, grounds.isEmpty { return look }
    var look = look
    var ink = style.ink
    if case .hue(let number) = ink { ink = .party(Int(number) % Self.parties) }
    // What was searched for stands out, whatever it is otherwise.
    let isMatch = style.ground == .match || style.ground == .currentMatch
    if let colour = inks[ink], colour < count, !isMatch { look.ink = colour }
    if let colour = grounds[style.ground], colour < count { look.ground = colour }
    return look
  }

  private static let parties = 8

  private static let inksByName: [(name: String, ink: Style.Ink)] =
    [
      ("muted", .muted), ("accent", .accent), ("border", .border), ("focused-border", .focusedBorder),
      ("alert", .alert),
      ("denied", .denied), ("reported", .reported), ("uncertain", .uncertain), ("hypothetical", .hypothetical),
      ("asked", .asked),
    ] + (0..<parties).map { ("party-\($0 + 1)", .party($0)) }

  private static let groundsByName: [(name: String, ground: Style.Ground)] = [
    ("lifted", .lifted), ("selected", .selected), ("bar", .bar), ("match", .match), ("current-match", .currentMatch),
  ]
}
