import CNcurses
import Display

/// Turns cells into what ncurses writes, in the characters and colours that the terminal has.
struct CellWriter {
  private let palette: Palette
  private let usesColour: Bool
  private let isUTF8: Bool
  private let toRGB: Bool
  // What has been looked up before. A screen has a few dozen styles: to hash one takes longer than to find it.
  private var blanks: [(style: Style, cell: cchar_t, space: cchar_t)] = []
  private var pairs: [(ink: Int, ground: Int)] = []

  /// `isUTF8` is the locale's; `scheme` and `choice` are the person's.
  ///
  /// ncurses must have started, and not used colour pairs otherwise.
  init(isUTF8: Bool, scheme: ColourScheme, choice: ColourChoice) {
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
    palette = Palette(depth: depth, scheme: scheme, clashing: clashing)
  }

  /// Writes `cells` to `window` from column `x` of row `y` on; a first cell that is a right half is left alone.
  ///
  /// Where a whole window is new, a space between words may as well have the ink of the word before it, which is not seen:
  /// with `bridging` ncurses need not change colours twice for each.
  mutating func write(
    _ cells: ArraySlice<Cell>, to window: UnsafeMutablePointer<WINDOW>, x: Int, y: Int, bridging: Bool = false
  ) {
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: cells.count) { line in
      var x = x
      let count = cells.withUnsafeBufferPointer { translate($0, to: line, x: &x) }
      if count == 0 { return }
      let written = UnsafeMutableBufferPointer(rebasing: line[..<count])
      if bridging { bridge(written) }
      _ = mvwadd_wchnstr(window, CInt(y), CInt(x), written.baseAddress, CInt(count))
    }
  }

  /// Translates `cells` to `line`, and returns how many of it were made; `x` grows by a right half that they begin with.
  private mutating func translate(
    _ cells: UnsafeBufferPointer<Cell>, to line: UnsafeMutableBufferPointer<cchar_t>, x: inout Int
  ) -> Int {
    var count = 0
    func add(_ cell: cchar_t) {
      line[count] = cell
      count += 1
    }
    var isASCIIPair = false
    var style = Style.plain
    var (blank, space) = self.blank(in: style)
    for cell in cells {
      if cell.style != style {
        style = cell.style
        (blank, space) = self.blank(in: style)
      }
      if cell.columns == 0 {
        if count == 0 {
          x += 1
        } else if isASCIIPair {
          add(blank)
        }
        continue
      }
      // Most cells are a letter of ASCII: its byte is there without anything being decoded.
      if cell.columns == 1, let byte = cell.scalars.ascii {
        isASCIIPair = false
        if byte == 0x20 {
          add(space)
        } else {
          var written = blank
          written.chars.0 = wchar_t(byte)
          add(written)
        }
        continue
      }
      let first = cell.scalars.first
      if cell.columns == 1, isUTF8, CellWriter.isLine(first), cell.scalars.isSingle {
        isASCIIPair = false
        var written = blank
        written.chars.0 = wchar_t(first.value)
        add(written)
        continue
      }
      let fits = self.fits(cell)
      isASCIIPair = cell.columns == 2 && !fits
      let glyph = fits ? cell.scalars : GlyphScalars(cluster: isUTF8 ? "\u{FFFD}" : Transliteration.ascii(cell.glyph))
      add(character(glyph, blank))
    }
    return count
  }

  /// Gives each single space between words the look of the cell before it, if that looks no different.
  private func bridge(_ line: UnsafeMutableBufferPointer<cchar_t>) {
    let seen = ncurses_underline() | ncurses_reverse()
    for place in line.indices.dropFirst().dropLast() where line[place].chars.0 == 0x20 {
      let before = line[place - 1]
      if before.chars.0 == 0x20 || line[place + 1].chars.0 == 0x20 || (before.attr | line[place].attr) & seen != 0
        || ground(of: before) != ground(of: line[place])
      {
        continue
      }
      line[place].attr = before.attr
      line[place].ext_color = before.ext_color
    }
  }

  /// The colour behind a cell, -1 for the terminal's own.
  private func ground(of cell: cchar_t) -> Int { cell.ext_color > 0 ? pairs[Int(cell.ext_color) - 1].ground : -1 }

  /// Whether a scalar is one of the lines of borders, which are one column wide everywhere.
  @inline(__always) private static func isLine(_ scalar: Unicode.Scalar) -> Bool { 0x2500...0x259F ~= scalar.value }

  /// Whether the terminal's locale shows the glyph in the columns that it has on the canvas.
  private func fits(_ cell: Cell) -> Bool {
    if cell.scalars.ascii != nil { return true }
    guard isUTF8 else { return false }
    return Int(wcwidth(wchar_t(cell.scalars.first.value))) == Int(cell.columns)
  }

  /// `blank` with `glyph` in its place.
  private func character(_ glyph: GlyphScalars, _ blank: cchar_t) -> cchar_t {
    var cell = blank
    if glyph.isSingle {
      cell.chars.0 = wchar_t(glyph.first.value)
      return cell
    }
    // Which marks a character can carry is for ncurses to say.
    var text: (wchar_t, wchar_t, wchar_t, wchar_t, wchar_t, wchar_t) = (0, 0, 0, 0, 0, 0)
    withUnsafeMutableBytes(of: &text) { bytes in
      let places = bytes.bindMemory(to: wchar_t.self)
      for (place, scalar) in glyph.all.enumerated() { places[place] = wchar_t(scalar.value) }
      if ncurses_set_cell(&cell, places.baseAddress, blank.attr, blank.ext_color) != OK { cell.chars.0 = 0x3F }
    }
    return cell
  }

  /// A space in `style`, in which ncurses' own form of a cell is ready but for the character, and one without what is not
  /// seen of a space: spaces that look the same shall be the same.
  private mutating func blank(in style: Style) -> (cell: cchar_t, space: cchar_t) {
    if let place = blanks.firstIndex(where: { $0.style == style }) {
      // Few styles are in use at a time: those come to the front.
      if place > 0 { blanks.swapAt(place, place / 2) }
      return (blanks[place / 2].cell, blanks[place / 2].space)
    }
    var look = palette.look(of: style)
    let cell = blank(look)
    if look.attributes.isDisjoint(with: [.underline, .reverse]) { (look.ink, look.attributes) = (-1, []) }
    let space = blank(look)
    blanks.append((style, cell, space))
    return (cell, space)
  }

  private mutating func blank(_ look: Palette.Look) -> cchar_t {
    var attributes: attr_t = 0
    if look.attributes.contains(.bold) { attributes |= ncurses_bold() }
    if look.attributes.contains(.underline) { attributes |= ncurses_underline() }
    if look.attributes.contains(.reverse) { attributes |= ncurses_reverse() }
    if look.attributes.contains(.dim) { attributes |= ncurses_dim() }
    if look.attributes.contains(.italic) { attributes |= ncurses_italic() }
    var cell = cchar_t()
    var text: (wchar_t, wchar_t) = (0x20, 0)
    // The whole tuple, terminator and all: a pointer to its first half alone lets the optimiser leave out the second.
    withUnsafeBytes(of: &text) { bytes in
      _ = ncurses_set_cell(
        &cell, bytes.bindMemory(to: wchar_t.self).baseAddress, attributes, usesColour ? pair(look.ink, look.ground) : 0)
    }
    return cell
  }

  private mutating func pair(_ ink: Int, _ ground: Int) -> CInt {
    if ink < 0, ground < 0 { return 0 }
    // Pairs count from 1.
    if let known = pairs.firstIndex(where: { $0 == (ink, ground) }) { return CInt(known + 1) }
    let number = CInt(pairs.count + 1)
    guard number < ncurses_color_pairs(), init_extended_pair(number, colour(ink), colour(ground)) == OK else {
      return 0
    }
    pairs.append((ink, ground))
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
