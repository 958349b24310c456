import CNcurses
import Display

/// Has the terminal move a part of its screen, which it then need not be sent again.
///
/// ncurses only scrolls whole rows, and so would take the panes beside a text with it. This scrolls between margins, where
/// the terminal has any, and tells ncurses what the screen shows afterwards.
struct ScreenMover {
  /// The screen's columns.
  var width: Int
  /// Whether the terminal can keep what it moves between two columns.
  var hasMargins = false

  /// `nil` where the terminal cannot scroll some rows of its screen by the sequences of ECMA-48 and the VT100.
  init?(width: Int) {
    let needed = [
      ("csr", "\u{1B}[%i%p1%d;%p2%dr"), ("indn", "\u{1B}[%p1%dS"), ("rin", "\u{1B}[%p1%dT"), ("sc", "\u{1B}7"),
      ("rc", "\u{1B}8"),
    ]
    guard needed.allSatisfy({ TerminalDescription.string($0) == Array($1.utf8) }) else { return nil }
    self.width = width
  }

  /// What moves within a window between `former` and `cells`, if the terminal can move that; `covers` are the windows above.
  func shift(from former: VisibleCells, to cells: VisibleCells, covers: [Rect]) -> RowShift? {
    let window = cells.place
    guard hasMargins || window.width == width,
      let shift = RowShift(from: former, to: cells, wholeRows: !hasMargins),
      !covers.contains(where: { $0.intersects(shift.part.moved(by: window.origin)) })
    else { return nil }
    return shift
  }

  /// What moves `part` of the screen `rows` up, or down if that is less than zero; what comes in is blank, and cursor,
  /// rendition and character set stay as they are.
  func bytes(moving part: Rect, by rows: Int) -> [UInt8] {
    let isWhole = part.width == width
    var text = "\u{1B}7\u{1B}[m"
    if !isWhole { text += "\u{1B}[?69h\u{1B}[\(part.x + 1);\(part.x + part.width)s" }
    text += "\u{1B}[\(part.y + 1);\(part.y + part.height)r\u{1B}["
    if abs(rows) > 1 { text += "\(abs(rows))" }
    text += rows > 0 ? "S" : "T"
    text += isWhole ? "\u{1B}[r\u{1B}8" : "\u{1B}[r\u{1B}[?69l\u{1B}8"
    return Array(text.utf8)
  }

  /// Makes the same of what a window holds, or the screen that ncurses believes to be there; false if there is no memory.
  static func scroll(_ window: UnsafeMutablePointer<WINDOW>?, _ part: Rect, by rows: Int) -> Bool {
    guard let inner = derwin(window, CInt(part.height), CInt(part.width), CInt(part.y), CInt(part.x)) else {
      return false
    }
    scrollok(inner, true)
    wscrl(inner, CInt(rows))
    delwin(inner)
    // What is deleted leaves its window wholly to be painted.
    untouchwin(window)
    return true
  }
}
