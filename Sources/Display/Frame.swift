/// One whole picture of the screen: layers from the bottom to the top, and the cursor.
public struct Frame: Sendable {
  /// The screen's columns and rows.
  public var size: Size
  /// The layers, the lowest first; each becomes a window of its own in a panel of its own.
  public var layers: [Layer]
  /// Where the cursor stands; `nil` hides it.
  public var cursor: Point?

  /// A window on the screen.
  public struct Layer: Sendable {
    /// What it is called; the same name in the next frame is the same window.
    public var name: String
    /// Where its upper left corner stands.
    public var origin: Point
    /// What it shows.
    public var canvas: Canvas

    /// Makes a layer.
    public init(name: String, origin: Point, canvas: Canvas) {
      self.name = name
      self.origin = origin
      self.canvas = canvas
    }
  }

  /// Makes a frame.
  public init(size: Size, layers: [Layer] = [], cursor: Point? = nil) {
    self.size = size
    self.layers = layers
    self.cursor = cursor
  }

  /// The layers laid over each other.
  public var composed: Canvas {
    var screen = Canvas(size)
    for layer in layers {
      for y in 0..<layer.canvas.size.height {
        for x in 0..<layer.canvas.size.width {
          let cell = layer.canvas[x, y]
          if cell.columns == 0 { continue }
          let place = Point(x: layer.origin.x + x, y: layer.origin.y + y)
          if cell.columns == 2, place.x == -1 || place.x == size.width - 1 {
            // The screen's edge cuts it in half.
            screen.put(.space, x: max(0, place.x), y: place.y, style: cell.style)
          } else {
            let glyph = Glyph(cell.scalars, columns: Int(cell.columns))
            screen.put(glyph, x: place.x, y: place.y, style: cell.style)
          }
        }
      }
    }
    return screen
  }

  /// The picture as text, a line a row, without the spaces at line ends.
  public var picture: String {
    let screen = composed
    return (0..<screen.size.height).map { y in
      var line = ""
      for cell in screen.row(y) where cell.columns > 0 { line.append(cell.glyph) }
      while line.last == " " { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }
}
