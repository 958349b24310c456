import CNcurses

/// Paints a screen that is blank.
///
/// ncurses works out the least that turns one picture into another, cell by cell and movement by movement. Where there is
/// nothing yet, that takes it a third of the time until the first frame, to find what is plain: row after row, from left to
/// right. So a picture on a bare screen is written here, by what ncurses wants to be there, and ncurses is told that it is.
struct ScreenPainter {
  /// Whether the terminal can end an attribute without ending them all.
  private let ends: Bool
  /// Whether the cursor can skip columns, and not only step over them.
  private let skips: Bool
  /// What each attribute of ncurses is to the terminal.
  private let attributes: [(bits: attr_t, rendition: Rendition)]
  /// What has been looked up before: a screen has a few dozen looks.
  private var looks: [Look] = []
  private var written: [UInt8] = []

  private struct Look {
    var attributes: attr_t
    var pair: CInt
    var rendition: Rendition
    /// Whether one would see of a space in it that it is none of the terminal's own.
    var isSeen: Bool
    func isOf(_ cell: cchar_t) -> Bool { attributes == cell.attr && pair == cell.ext_color }
  }

  /// Blanks in a row that are stepped over one by one; more are skipped by a sequence, which is no longer than these.
  private static let mostSteps = 4

  /// `filter` is that of a terminal whose renditions are those of ECMA-48; `nil` for one whose places are not, or in which the
  /// last column cannot be written to without a new row beginning.
  init?(_ filter: RenditionFilter) {
    let bit: (String) -> Rendition? = { TerminalDescription.string($0).flatMap(Rendition.init(setBy:)) }
    guard TerminalDescription.string("cup") == Array("\u{1B}[%i%p1%d;%p2%dH".utf8),
      tigetflag("am") <= 0 || tigetflag("xenl") > 0, tigetnum("xmc") <= 0, ncurses_colors() <= 256,
      ncurses_colors() < 8 || Self.colour("setaf", 1) != nil && Self.colour("setab", 1) != nil
    else { return nil }
    ends = filter.ends
    skips = TerminalDescription.string("cuf") == Array("\u{1B}[%p1%dC".utf8)
    let names = [
      (ncurses_bold(), "bold"), (ncurses_dim(), "dim"), (ncurses_italic(), "sitm"), (ncurses_underline(), "smul"),
      (ncurses_reverse(), "rev"),
    ]
    attributes = names.compactMap { bits, name in bit(name).map { (bits, $0) } }
  }

  /// Has ncurses clear the screen, and forget what is to be shown.
  func clear() {
    let wanted = ncurses_newscr()
    leaveok(wanted, true)
    werase(wanted)
    doupdate()
  }

  /// What paints all that ncurses wants to show, on a screen that it has just cleared; the cursor is at home before and after,
  /// and the rendition plain.
  ///
  /// From now on ncurses takes it for shown.
  mutating func paint() -> [UInt8] {
    let wanted = ncurses_newscr()
    let (height, width) = (ncurses_lines(), ncurses_columns())
    written = []
    written.reserveCapacity(8192)
    // Another program may have left letters that draw lines: ASCII as the first set, and that in use.
    written += [0x1B, 0x28, 0x42, 0x0F]
    var last = Look(attributes: 0, pair: 0, rendition: Rendition(), isSeen: false)
    var shown = Rendition()
    withUnsafeTemporaryAllocation(of: cchar_t.self, capacity: Int(width) + 1) { row in
      for y in 0..<height {
        guard mvwin_wchnstr(wanted, y, 0, row.baseAddress, width) == OK else { continue }
        var blanks = 0
        var isBegun = false
        for cell in row {
          let character = cell.chars.0
          if character == 0 { break }
          if character == 0x20, cell.chars.1 == 0, cell.attr == 0, cell.ext_color == 0 {
            blanks += 1
            continue
          }
          if !isBegun {
            isBegun = true
            go(to: Int(y))
          }
          if blanks > 0 {
            pass(blanks, &shown)
            blanks = 0
          }
          if !last.isOf(cell) { last = look(of: cell) }
          // A space in another ink looks no different.
          if last.rendition != shown, character != 0x20 || cell.chars.1 != 0 || last.isSeen || Self.isSeen(shown) {
            last.rendition.appendChange(from: shown, ends: ends, to: &written)
            shown = last.rendition
          }
          append(cell)
        }
      }
    }
    Rendition().appendChange(from: shown, ends: ends, to: &written)
    written += [0x1B, 0x5B, 0x48]
    let present = ncurses_curscr()
    copywin(wanted, present, 0, 0, 0, 0, height - 1, width - 1, 0)
    clearok(wanted, false)
    untouchwin(wanted)
    untouchwin(present)
    return written
  }

  /// Goes to the first column of a row, counted from 0.
  private mutating func go(to row: Int) {
    if row == 0 { return }
    written += [0x1B, 0x5B]
    append(row + 1)
    written.append(0x48)
  }

  /// Goes on by so many blanks.
  private mutating func pass(_ blanks: Int, _ shown: inout Rendition) {
    if blanks > Self.mostSteps, skips {
      written += [0x1B, 0x5B]
      append(blanks)
      written.append(0x43)
      return
    }
    if Self.isSeen(shown) {
      Rendition().appendChange(from: shown, ends: ends, to: &written)
      shown = Rendition()
    }
    for _ in 0..<blanks { written.append(0x20) }
  }

  /// Appends a number in digits.
  private mutating func append(_ number: Int) {
    if number >= 10 { append(number / 10) }
    written.append(0x30 + UInt8(number % 10))
  }

  /// Appends a cell's character with its marks.
  private mutating func append(_ cell: cchar_t) {
    if cell.chars.0 < 0x80, cell.chars.1 == 0 {
      written.append(UInt8(cell.chars.0))
      return
    }
    withUnsafeBytes(of: cell.chars) { bytes in
      for value in bytes.bindMemory(to: wchar_t.self) {
        guard value != 0, let scalar = Unicode.Scalar(UInt32(bitPattern: value)) else { return }
        for byte in UTF8.encode(scalar).unsafelyUnwrapped { written.append(byte) }
      }
    }
  }

  /// The look of a cell.
  private mutating func look(of cell: cchar_t) -> Look {
    if let known = looks.first(where: { $0.isOf(cell) }) { return known }
    var rendition = Rendition()
    for (bits, part) in attributes where cell.attr & bits != 0 { rendition.attributes |= part.attributes }
    var (ink, ground): (CInt, CInt) = (-1, -1)
    if cell.ext_color > 0, extended_pair_content(cell.ext_color, &ink, &ground) == OK {
      if ink >= 0, let colour = Self.colour("setaf", ink) { rendition.ink = colour.ink }
      if ground >= 0, let colour = Self.colour("setab", ground) { rendition.ground = colour.ground }
    }
    let look = Look(
      attributes: cell.attr, pair: cell.ext_color, rendition: rendition, isSeen: Self.isSeen(rendition))
    looks.append(look)
    return look
  }

  /// Whether a space in this rendition looks other than one in the terminal's own.
  private static func isSeen(_ rendition: Rendition) -> Bool {
    rendition.ground != .own || rendition.attributesOfSpaces != 0
  }

  /// The rendition that `name`, a capability, makes of the plain one with the colour `number`.
  private static func colour(_ name: String, _ number: CInt) -> Rendition? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1, let bytes = ncurses_with_number(text, number)
    else { return nil }
    return Rendition(setBy: TerminalDescription.withoutPauses(Array(String(cString: bytes).utf8)))
  }
}
