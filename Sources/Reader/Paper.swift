import Display

/// A canvas of which only the part inside a pane's border is drawn on.
struct Paper {
  var canvas: Canvas
  /// The upper left corner of the part.
  let x: Int
  let y: Int
  /// The columns and rows of the part.
  let size: Size
  /// What a click on parts of the canvas means.
  var targets: [PlacedTarget] = []

  init(canvas: Canvas, x: Int, y: Int, size: Size) {
    self.canvas = canvas
    (self.x, self.y, self.size) = (x, y, size)
  }

  var width: Int { size.width }
  var height: Int { size.height }

  /// Puts `text` at column `x` of row `y`, cut with an ellipsis if it takes more than `limit` columns or the row's rest;
  /// returns the column after it.
  @discardableResult
  mutating func put(_ text: String, x: Int, y: Int, limit: Int = .max, _ style: Style = .plain) -> Int {
    let room = min(limit, width - x)
    guard y >= 0, y < height, room > 0 else { return x }
    return canvas.put(fitted(text, room), x: self.x + x, y: self.y + y, limit: room, style: style) - self.x
  }

  /// Puts `text` so that it ends before column `end` of row `y`; returns the column where it starts.
  ///
  /// It is left out if it would come closer than a space to what ends at column `neighbour`.
  @discardableResult
  mutating func put(_ text: String, endingAt end: Int, y: Int, after neighbour: Int = -1, _ style: Style = .plain)
    -> Int
  {
    let start = max(0, end - columns(of: text))
    if start <= neighbour { return end }
    put(text, x: start, y: y, limit: end - start, style)
    return start
  }

  /// Puts `text` at column `x` from row `y` on, wrapped to at most `rows` rows, the last one cut with an ellipsis;
  /// returns the row after it.
  mutating func put(_ text: String, x: Int, y: Int, rows: Int, _ style: Style = .plain) -> Int {
    let bytes = Array(text.utf8)
    let room = width - 1 - x
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: room, into: &lines)
    for (row, line) in lines.prefix(rows).enumerated() {
      let range = row == rows - 1 ? line.bytes.lowerBound..<bytes.count : line.bytes
      put(String(decoding: bytes[range], as: UTF8.self), x: x, y: y + row, limit: room, style)
    }
    return y + min(rows, lines.count)
  }

  /// Puts one glyph.
  mutating func put(_ glyph: Glyph, x: Int, y: Int, _ style: Style) {
    guard y >= 0, y < height, x >= 0, x + glyph.columns <= width else { return }
    canvas.put(glyph, x: self.x + x, y: self.y + y, style: style)
  }

  /// Changes the look of cells and keeps what they show.
  mutating func restyle(x: Int, y: Int, width: Int, _ change: (inout Style) -> Void) {
    guard y >= 0, y < height else { return }
    let width = min(width, self.width - x)
    if width > 0 { canvas.restyle(x: self.x + x, y: self.y + y, width: width, change) }
  }

  /// Shows row `y` as the selected one: on its ground if the list has the keys, else only bolder.
  mutating func select(row y: Int, focused: Bool) {
    restyle(x: 0, y: y, width: width) { style in
      // What was searched for stands out even there.
      if !focused { style.attributes.insert(.bold) } else if style.ground != .match { style.ground = .selected }
    }
  }

  /// Puts `text` in the middle of the page as a calm note, wrapped; returns the row after it.
  @discardableResult
  mutating func note(_ text: String, y: Int, _ style: Style = Style(.muted)) -> Int {
    var row = y
    let bytes = Array(text.utf8)
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: max(2, width - 2), into: &lines)
    for line in lines where row < height {
      put(String(decoding: bytes[line.bytes], as: UTF8.self), x: 1, y: row, style)
      row += 1
    }
    return row
  }
}

/// The columns that `text` takes on the screen.
func columns(of text: String) -> Int {
  // Most of what the interface says is plain.
  if text.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return text.utf8.count }
  return Glyphs(text).reduce(0) { $0 + $1.columns }
}

/// `text`, cut with an ellipsis if it takes more than `room` columns.
func fitted(_ text: String, _ room: Int) -> String {
  if text.utf8.count <= room, columns(of: text) <= room { return text }
  var result = ""
  var used = 0
  var rest = Glyphs(text)
  while let glyph = rest.next() {
    if used + glyph.columns > room {
      // Room for the ellipsis has to be made.
      while used > room - 1, let last = result.popLast() { used -= columns(of: String(last)) }
      while result.last == " " { result.removeLast() }
      return room > 0 ? result + "…" : ""
    }
    result.append(glyph.character)
    used += glyph.columns
  }
  return result
}
