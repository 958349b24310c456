import CNcurses
import Display

/// Turns cells into what ncurses writes, in the characters and colours that the terminal has.
struct CellWriter {
  private let palette: Palette
  private let usesColour: Bool
  private let isUTF8: Bool
  private let toRGB: Bool
  private var looks: [Style: (attributes: attr_t, pair: CInt)] = [:]
  private var pairs: [UInt64: CInt] = [:]
  private var lastStyle = Style.plain
  private var lastLook: (attributes: attr_t, pair: CInt)?

  /// `isUTF8` is the locale's; `theme` and `choice` are the person's.
  ///
  /// ncurses must have started, and not used colour pairs otherwise.
  init(isUTF8: Bool, theme: Theme, choice: ColourChoice) {
    self.isUTF8 = isUTF8
    var depth = Palette.Depth.mono
    if choice.allowsColour, has_colors(), start_color() == OK, use_default_colors() == OK {
      depth = ncurses_colors() >= 256 ? .many : .eight
    }
    usesColour = depth != .mono
    // A terminal of direct colours takes no numbers of a palette beyond the first eight.
    toRGB = ncurses_colors() > 256
    // The bits of no_color_video in terminfo's order; -1 and -2 say that it is not there.
    let numbers = tigetnum("ncv")
    var clashing: Style.Attributes = []
    if numbers > 0 {
      if numbers & 2 != 0 { clashing.insert(.underline) }
      if numbers & 4 != 0 { clashing.insert(.reverse) }
      if numbers & 16 != 0 { clashing.insert(.dim) }
      if numbers & 32 != 0 { clashing.insert(.bold) }
    }
    palette = Palette(depth: depth, theme: theme, clashing: clashing)
  }

  /// Writes `cells` to `window` from column `x` of row `y` on; a first cell that is a right half is left alone.
  mutating func write(_ cells: ArraySlice<Cell>, to window: UnsafeMutablePointer<WINDOW>, x: Int, y: Int) {
    var line: [cchar_t] = []
    line.reserveCapacity(cells.count + 1)
    var x = x
    var isASCIIPair = false
    // Borders and spaces come in runs of the same cell.
    var last: (cell: Cell, written: cchar_t)?
    for cell in cells {
      if let last, last.cell == cell, !isASCIIPair {
        line.append(last.written)
        continue
      }
      if cell.columns == 0 {
        if line.isEmpty {
          x += 1
        } else if isASCIIPair {
          line.append(character(" ", cell.style))
        }
        continue
      }
      let fits = self.fits(cell)
      isASCIIPair = cell.columns == 2 && !fits
      let glyph = fits ? cell.glyph : isUTF8 ? "\u{FFFD}" : Transliteration.ascii(cell.glyph)
      let written = character(glyph, cell.style)
      line.append(written)
      last = cell.columns == 1 ? (cell, written) : nil
    }
    guard !line.isEmpty else { return }
    line.withUnsafeBufferPointer { _ = mvwadd_wchnstr(window, CInt(y), CInt(x), $0.baseAddress, CInt($0.count)) }
  }

  /// Whether the terminal's locale shows the glyph in the columns that it has on the canvas.
  private func fits(_ cell: Cell) -> Bool {
    if cell.glyph.utf8.count == 1 { return true }
    guard isUTF8 else { return false }
    return cell.glyph.unicodeScalars.first.map { Int(wcwidth(wchar_t($0.value))) } == Int(cell.columns)
  }

  private mutating func character(_ glyph: Character, _ style: Style) -> cchar_t {
    let look = self.look(of: style)
    if glyph.utf8.count == 1, let ascii = glyph.utf8.first {
      var cell = cchar_t()
      var text: (wchar_t, wchar_t) = (wchar_t(ascii), 0)
      // The whole tuple, terminator and all: a pointer to its first half alone lets the optimiser leave out the second.
      withUnsafeBytes(of: &text) { bytes in
        _ = ncurses_set_cell(&cell, bytes.bindMemory(to: wchar_t.self).baseAddress, look.attributes, look.pair)
      }
      return cell
    }
    var text: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
    var cell = cchar_t()
    withUnsafeMutableBytes(of: &text) { bytes in
      let places = bytes.bindMemory(to: wchar_t.self)
      for (place, scalar) in glyph.unicodeScalars.prefix(Int(CCHARW_MAX)).enumerated() {
        places[place] = wchar_t(scalar.value)
      }
      if ncurses_set_cell(&cell, places.baseAddress, look.attributes, look.pair) != OK {
        places[0] = 0x3F
        places[1] = 0
        _ = ncurses_set_cell(&cell, places.baseAddress, look.attributes, look.pair)
      }
    }
    return cell
  }

  private mutating func look(of style: Style) -> (attributes: attr_t, pair: CInt) {
    // Cells side by side mostly look alike.
    if style == lastStyle, let lastLook { return lastLook }
    defer { lastStyle = style }
    if let known = looks[style] {
      lastLook = known
      return known
    }
    let look = palette.look(of: style)
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= ncurses_bold() }
    if look.attributes.contains(.underline) { attributes |= ncurses_underline() }
    if look.attributes.contains(.reverse) { attributes |= ncurses_reverse() }
    if look.attributes.contains(.dim) { attributes |= ncurses_dim() }
    if look.attributes.contains(.italic) { attributes |= ncurses_italic() }
    let made = (attributes, usesColour ? pair(look.ink, look.ground) : 0)
    looks[style] = made
    lastLook = made
    return made
  }

  private mutating func pair(_ ink: Int, _ ground: Int) -> CInt {
    if ink < 0, ground < 0 { return 0 }
    let name = UInt64(UInt32(truncatingIfNeeded: ink)) << 32 | UInt64(UInt32(truncatingIfNeeded: ground))
    if let known = pairs[name] { return known }
    let number = CInt(pairs.count + 1)
    guard number < ncurses_color_pairs(), init_extended_pair(number, colour(ink), colour(ground)) == OK else {
      return 0
    }
    pairs[name] = number
    return number
  }

  private func colour(_ number: Int) -> CInt { CInt(toRGB ? Self.rgb(number) : number) }

  /// The red, green and blue of a colour of xterm's 256, as one number; the first eight keep theirs.
  static func rgb(_ number: Int) -> Int {
    switch number {
    case ..<16: return number
    case 16...231:
      let levels = [0, 95, 135, 175, 215, 255]
      let place = number - 16
      return levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6]
    default: return (8 + (number - 232) * 10) * 0x010101
    }
  }
}

extension ColourChoice {
  /// Whether colours may be used at all, by what the person and the environment say.
  fileprivate var allowsColour: Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto: (Environment["NO_COLOR"] ?? "").isEmpty
    }
  }
}
