import Deals
import Display
import Stories

/// Draws a view on a deal: rows of one line each where there is room, else of two.
struct DealList {
  private let state: ReaderState
  private let contents: DealContents
  private let rect: Rect
  /// Whether a row takes one line.
  private let isWide: Bool
  /// The columns of the label.
  private let labelWidth: Int
  private let heading: [String]

  /// The columns from which on a row takes one line.
  private static let wide = 96
  private static let dateWidth = 10

  init(_ state: ReaderState, _ contents: DealContents) {
    self.state = state
    self.contents = contents
    let size = state.size
    let body = state.wholeBody
    let width = state.plain ? size.width : min(size.width, 150)
    rect = Rect(x: (size.width - width) / 2, y: body.y, width: width, height: body.height)
    // Where there is room for it each row has a line for its words.
    isWide = width >= Self.wide && 2 * contents.rows.count + 4 > body.height
    let isTree = contents.view.kind == .origins
    let longest = contents.rows.map { columns(of: $0.label) + 2 * $0.depth }.max() ?? 0
    // Beside the tree there are the kinds of source and the numbers.
    let most = isTree ? max(12, width - (width < 60 ? 32 : 50)) : isWide ? 28 : max(8, width - 24)
    labelWidth = min(longest, most)
    // One line of what the names are on a small screen, two on a large one.
    let lines = contents.heading.flatMap { Self.wrapped($0, max(2, width - 4)) }
    let shown = state.isLow ? 0 : body.height < 20 ? 1 : 2
    var heading = Array(lines.prefix(shown))
    if shown > 0, lines.count > shown {
      heading[shown - 1] = fitted(lines[shown - 1] + " " + lines[shown], max(2, width - 4))
    }
    self.heading = heading
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: width, into: &lines)
    return lines.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  /// The lines that rows have.
  private var height: Int { max(1, Paper.rows(in: rect, low: state.isLow) - headingHeight) }
  // The lowest screens have room for what is selected only.
  private var headingHeight: Int { state.isLow ? 0 : heading.count + (contents.columns.isEmpty ? 0 : 1) }

  /// The lines that a row takes.
  private func lines(_ row: DealRow) -> Int {
    above(row) + (isWide || contents.view.kind == .origins ? 1 : 2)
  }

  /// The lines above a row: its heading, and where there is room a blank line before that.
  private func above(_ row: DealRow) -> Int {
    row.heading == nil || state.isLow ? 0 : rect.height < 20 ? 1 : 2
  }

  /// About how many rows show at once.
  var page: Int { max(1, height / (isWide || contents.view.kind == .origins ? 1 : 2)) }

  /// The first row that shows, so that `selected` does and, where it has left the view, half a page around it.
  func top(_ top: Int, selected: Int) -> Int {
    guard !contents.rows.isEmpty else { return 0 }
    let selected = min(max(0, selected), contents.rows.count - 1)
    if selected >= top, fits(from: top, to: selected) { return min(top, lastTop) }
    var first = selected
    var used = lines(contents.rows[selected])
    while first > 0, used + lines(contents.rows[first - 1]) <= max(used, height / 2) {
      first -= 1
      used += lines(contents.rows[first])
    }
    return min(first, lastTop)
  }

  private func fits(from top: Int, to row: Int) -> Bool {
    guard row - top < height, contents.rows.indices.contains(top) else { return false }
    return contents.rows[top...row].reduce(0) { $0 + lines($1) } <= height
  }

  /// The first row of the last page.
  var lastTop: Int {
    var top = contents.rows.count
    var used = 0
    while top > 0, used + lines(contents.rows[top - 1]) <= height {
      top -= 1
      used += lines(contents.rows[top])
    }
    return min(top, max(0, contents.rows.count - 1))
  }

  func draw(on picture: inout Picture) {
    let view = contents.view
    let colon = state.language == .french ? " : " : ": "
    let title = state.plain ? inWords : view.kind.phrase[state.language] + colon + contents.subject
    var paper = Paper(box: rect, title: title, plain: state.plain, low: state.isLow)
    for (y, line) in heading.enumerated() { paper.put(line, x: 1, y: y, limit: paper.width - 2, Style(.muted)) }
    if !state.isLow { drawColumns(y: heading.count, on: &paper) }
    var y = headingHeight
    if contents.rows.isEmpty { paper.note(contents.nothing, y: y) }
    for index in min(view.top, contents.rows.count)..<contents.rows.count where y < paper.height {
      let row = contents.rows[index]
      if let heading = row.heading, !state.isLow {
        // The first row needs no air above it.
        y += index == view.top ? 1 : above(row)
        paper.put(heading, x: 1, y: y - 1, limit: paper.width - 2, Style(.accent))
      }
      let count = lines(row) - above(row)
      draw(row, y: y, on: &paper)
      paper.mean(.dealRow(index), y: y, height: count)
      if index == view.selected {
        for line in y..<min(y + count, paper.height) { paper.select(row: line, focused: true) }
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y)
      }
      y += count
    }
    let last = lastTop
    if last > 0, rect.width > 10, !state.plain {
      let percent = min(100, view.top * 100 / last)
      paper.canvas.put(" \(percent)% ", x: rect.width - 8, y: rect.height - 1, style: Style(.focusedBorder))
    }
    picture.add("deal", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  /// What is selected, in words.
  private var inWords: String {
    guard contents.rows.indices.contains(contents.view.selected) else {
      return contents.view.kind.phrase[state.language] + ", " + contents.subject
    }
    let row = contents.rows[contents.view.selected]
    let place = Phrase.rowOf(contents.view.selected + 1, contents.rows.count)[state.language]
    let kind = contents.view.kind.phrase[state.language]
    // What a narrow line cuts off is known already.
    let sure = row.markWord == row.label ? "" : row.markWord
    let parts = [place, row.label, sure, contents.subject].filter { !$0.isEmpty }
    return kind + " " + parts.joined(separator: ", ")
  }

  private func draw(_ row: DealRow, y: Int, on paper: inout Paper) {
    if contents.view.kind == .origins { return drawSource(row, y, on: &paper) }
    let shift = 2 * row.depth
    var x = 1
    paper.put(row.date, x: x, y: y, limit: Self.dateWidth, Style(.muted))
    x += Self.dateWidth + 1
    paper.put(row.mark, x: x, y: y, Style(markInk(row), on: .plain, .bold))
    x += 2
    if row.depth > 0 { paper.put(state.signs.branch, x: x, y: y, Style(.border)) }
    let label = row.isStrong ? Style(.plain, on: .plain, .bold) : Style(.muted)
    let words = Style(row.certainty.ink, on: .plain, row.certainty.attributes)
    if isWide {
      paper.put(row.label, x: x + shift, y: y, limit: labelWidth - shift, label)
      x += labelWidth + 2
      let aside = row.who.isEmpty ? 0 : min(34, paper.width / 4)
      paper.put(row.words, x: x, y: y, limit: paper.width - 1 - x - (aside > 0 ? aside + 2 : 0), words)
      if aside > 0 { paper.put(row.who, x: paper.width - 1 - aside, y: y, limit: aside, Style(.muted)) }
    } else {
      var end = paper.put(row.label, x: x + shift, y: y, limit: labelWidth - shift, label)
      if paper.width >= 60 { end = x + labelWidth }
      if paper.width - 1 - end - 2 > 4 {
        paper.put(row.who, x: end + 2, y: y, limit: paper.width - 1 - end - 2, Style(.muted))
      }
      paper.put(row.words, x: 4 + shift, y: y + 1, limit: paper.width - 5 - shift, words)
    }
  }

  private func markInk(_ row: DealRow) -> Style.Ink {
    contents.view.kind == .timeline ? (row.mark == state.signs.confirmed ? .accent : .reported) : row.certainty.ink
  }

  // MARK: The tree of sources

  private static let numberWidth = 8

  private func drawColumns(y: Int, on paper: inout Paper) {
    for (index, column) in contents.columns.enumerated() {
      paper.put(column, endingAt: end(of: index, paper), y: y, Style(.muted))
    }
  }

  private func end(of number: Int, _ paper: Paper) -> Int {
    paper.width - 1 - (contents.columns.count - 1 - number) * Self.numberWidth
  }

  private func drawSource(_ row: DealRow, _ y: Int, on paper: inout Paper) {
    var x = 1 + 2 * max(0, row.depth - 1)
    if row.depth > 0 { x = paper.put(state.signs.branch, x: x, y: y, Style(.border)) }
    let limit = end(of: 0, paper) - Self.numberWidth + 1
    let style = row.isStrong ? Style(.plain, on: .plain, .bold) : .plain
    let name = paper.put(row.label, x: x, y: y, limit: limit - x, style)
    let kind = [row.words, row.who].filter { !$0.isEmpty }.joined(separator: ", ")
    let column = max(labelWidth + 3, name + 2)
    if column + 6 < limit { paper.put(kind, x: column, y: y, limit: limit - column, Style(.muted)) }
    for (index, number) in row.numbers.enumerated() {
      paper.put(number, endingAt: end(of: index, paper), y: y, number == "-" ? Style(.muted) : .plain)
    }
  }
}
