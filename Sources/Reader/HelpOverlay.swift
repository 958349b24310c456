import Display
import Stories

/// All keys by section, and what the marks in the margin mean; in two columns where there is room.
struct HelpOverlay {
  private let columns: [HelpColumn]
  private let rect: Rect
  private let title: String
  private let plain: Bool
  private let low: Bool

  init(_ state: ReaderState) {
    let size = state.size
    let sections = HelpColumn.sections(state.keys, state.signs, state.language)
    title = Phrase.keys[state.language]
    (plain, low) = (state.plain, state.isLow)
    // A section stays whole: the one that crosses the middle is still on the left.
    let half = sections.reduce(0) { $0 + $1.count } / 2
    var left = 0
    var lines = 0
    while left < sections.count, lines < half - 2 {
      lines += sections[left].count
      left += 1
    }
    let two = [HelpColumn(sections[..<left]), HelpColumn(sections[left...])]
    let natural = two.reduce(2) { $0 + $1.width }
    if natural <= size.width, !plain {
      columns = two
    } else {
      columns = [HelpColumn(sections[...], width: min(76, size.width) - 2)]
    }
    let width = columns.reduce(2) { $0 + $1.width }
    let tallest = columns.map(\.lines.count).max() ?? 0
    let height = min(tallest + 2, size.height - 2)
    rect =
      plain
      ? state.wholeBody
      : Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  /// The lines that show at once.
  var rows: Int { Paper.rows(in: rect, low: low) }
  /// The last line that can stand at the top.
  var lastTop: Int { max(0, (columns.map(\.lines.count).max() ?? 0) - rows) }

  func draw(from top: Int, on picture: inout Picture) {
    var paper = Paper(box: rect, title: title, plain: plain, low: low)
    var x = 0
    for column in columns {
      column.draw(from: top, x: x, on: &paper)
      x += column.width
    }
    if lastTop > 0, rect.width > 10, !low {
      let percent = min(100, (top + rows) * 100 / (lastTop + rows))
      paper.canvas.put(" \(percent)% ", x: rect.width - 8, y: rect.height - 1, style: Style(.focusedBorder))
    }
    picture.add("help", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
    picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1)
  }
}
