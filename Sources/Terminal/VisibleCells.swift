import Display

/// The part of a layer that the screen can show, as cells that can be written as they are.
struct VisibleCells: Equatable {
  /// Where it stands on the screen, wholly inside; empty if nothing of the layer is.
  let place: Rect
  /// The cells, row after row.
  private(set) var cells: [Cell]

  /// Cuts `layer` to `screen`; of the layers above, `covers`, wide glyphs that they would halve are blanked.
  init(_ layer: Frame.Layer, screen: Size, covers: [Rect]) {
    let size = layer.canvas.size
    let left = max(0, min(layer.origin.x, screen.width))
    let top = max(0, min(layer.origin.y, screen.height))
    let right = max(left, min(layer.origin.x + size.width, screen.width))
    let bottom = max(top, min(layer.origin.y + size.height, screen.height))
    place = Rect(x: left, y: top, width: right - left, height: bottom - top)
    cells = []
    guard place.width > 0, place.height > 0 else { return }
    if place.size == size {
      // All of it: nothing need be copied.
      cells = layer.canvas.cells
      blankHalves(covers: covers)
      return
    }
    cells.reserveCapacity(place.width * place.height)
    for y in top..<bottom {
      let row = layer.canvas.row(y - layer.origin.y)
      let first = row.startIndex + left - layer.origin.x
      cells += row[first..<first + place.width]
    }
    blankHalves(covers: covers)
  }

  /// The cells of row `y` of what is visible.
  func row(_ y: Int) -> ArraySlice<Cell> { cells[y * place.width..<(y + 1) * place.width] }

  /// The runs of columns of row `y` that are not as in `former`, which has the same size.
  func changes(since former: VisibleCells, row y: Int) -> [Range<Int>] {
    let now = row(y)
    let then = former.row(y)
    var runs: [Range<Int>] = []
    var start: Int?
    for column in 0..<place.width {
      if now[now.startIndex + column] != then[then.startIndex + column] {
        start = start ?? column
      } else if let begun = start {
        runs.append(begun..<column)
        start = nil
      }
    }
    if let start { runs.append(start..<place.width) }
    return runs
  }

  /// Moves what stands in a part of the rows, as the terminal does; what comes in is blank.
  mutating func move(_ shift: RowShift) {
    let part = shift.part
    let rows = Array(part.y..<part.y + part.height)
    for y in shift.rows > 0 ? rows : rows.reversed() {
      let to = y * place.width + part.x
      if rows.contains(y + shift.rows) {
        let from = to + shift.rows * place.width
        cells.replaceSubrange(to..<to + part.width, with: cells[from..<from + part.width])
      } else {
        cells.replaceSubrange(to..<to + part.width, with: repeatElement(.blank, count: part.width))
      }
    }
  }

  private mutating func blankHalves(covers: [Rect]) {
    // Without wide glyphs, as almost always, the cells stay shared with the canvas.
    if cells.allSatisfy({ $0.columns == 1 }) { return }
    let width = place.width
    for index in cells.indices {
      let column = index % width
      switch cells[index].columns {
      case 0:
        if column == 0 || cells[index - 1].columns != 2 { cells[index] = Cell(style: cells[index].style) }
      case 2:
        let left = Point(x: place.x + column, y: place.y + index / width)
        let isWhole =
          column + 1 < width && cells[index + 1].columns == 0
          && covers.allSatisfy { $0.contains(left) == $0.contains(Point(x: left.x + 1, y: left.y)) }
        if !isWhole {
          cells[index] = Cell(style: cells[index].style)
          if column + 1 < width, cells[index + 1].columns == 0 {
            cells[index + 1] = Cell(style: cells[index + 1].style)
          }
        }
      default: break
      }
    }
  }
}
