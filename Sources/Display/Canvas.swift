/// One place on the screen.
public struct Cell: Hashable, Sendable {
  /// The grapheme cluster; a space in a continuation.
  public var scalars: GlyphScalars
  /// How it looks.
  public var style: Style
  /// The columns that the glyph takes, 1 or 2; 0 in the right half of a wide glyph.
  public var columns: UInt8

  /// The grapheme cluster, as text.
  public var glyph: Character { scalars.character }

  /// Makes a cell.
  public init(_ scalars: GlyphScalars = .space, style: Style = .plain, columns: UInt8 = 1) {
    self.scalars = scalars
    self.style = style
    self.columns = columns
  }

  /// A space in the terminal's own look.
  public static let blank = Cell()
}

/// A rectangle of cells to draw on; whatever falls outside is cut off.
public struct Canvas: Hashable, Sendable {
  /// Columns and rows.
  public let size: Size
  /// The cells, row after row.
  public private(set) var cells: [Cell]

  /// Makes a canvas of spaces.
  public init(_ size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(style: style), count: max(0, size.width) * max(0, size.height))
  }

  /// The cell at column `x` of row `y`; both must be inside.
  public subscript(x: Int, y: Int) -> Cell { cells[y * size.width + x] }

  /// The cells of row `y`.
  public func row(_ y: Int) -> ArraySlice<Cell> { cells[y * size.width..<(y + 1) * size.width] }

  /// Puts `text` at column `x` of row `y`, at most `limit` columns of it, and returns the column after it.
  ///
  /// This is the one way from text to the screen: `Glyphs` makes every character harmless. A wide glyph that would be
  /// cut in half leaves a space.
  @discardableResult
  public mutating func put(_ text: some StringProtocol, x: Int, y: Int, limit: Int = .max, style: Style = .plain) -> Int
  {
    var column = x
    let end = limit == .max ? size.width : min(size.width, x + max(0, limit))
    for glyph in Glyphs(text) {
      if column >= end { break }
      let isCut = column < 0 && column + glyph.columns > 0 || column + glyph.columns > end
      if isCut {
        let visible = column < 0 ? 0 : column
        put(.space, x: visible, y: y, style: style)
        column = min(end, column + glyph.columns)
      } else {
        put(glyph, x: column, y: y, style: style)
        column += glyph.columns
      }
    }
    return column
  }

  /// Puts one glyph at column `x` of row `y`.
  public mutating func put(_ glyph: Glyph, x: Int, y: Int, style: Style = .plain) {
    guard y >= 0, y < size.height, x >= 0, x + glyph.columns <= size.width else { return }
    let place = y * size.width + x
    // A wide glyph that loses one half to this one must not keep the other.
    if cells[place].columns == 0, x > 0 { cells[place - 1] = Cell(style: cells[place - 1].style) }
    let after = place + glyph.columns
    if x + glyph.columns < size.width, cells[after].columns == 0 { cells[after] = Cell(style: cells[after].style) }
    cells[place] = Cell(glyph.scalars, style: style, columns: UInt8(glyph.columns))
    if glyph.columns == 2 { cells[place + 1] = Cell(style: style, columns: 0) }
  }

  /// Gives the cells of row `y` from column `x` on, `width` of them, another style and keeps what they show.
  public mutating func restyle(x: Int, y: Int, width: Int, _ change: (inout Style) -> Void) {
    guard y >= 0, y < size.height else { return }
    for column in max(0, x)..<max(max(0, x), min(size.width, x + width)) {
      change(&cells[y * size.width + column].style)
    }
  }
}
