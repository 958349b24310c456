import Display
import Stories

/// What decided that the current claim was read as it was: its words, then a line for each thing, wrapped.
struct WhyOverlay {
  /// A row: a label with text behind it, or text alone.
  private struct Row {
    var label: String?
    var text: String
    var style = Style.plain
  }

  private let all: [Row]
  private let column: Int
  private let rect: Rect
  private let title: String
  private let plain: Bool
  private let low: Bool

  /// The widest that it gets.
  private static let widest = 84

  init(_ state: ReaderState) {
    let size = state.size
    let language = state.language
    (plain, low) = (state.plain, state.isLow)
    let width = min(size.width - (size.width < 60 ? 0 : 4), Self.widest)
    guard let view = state.view, let claim = view.claim else {
      (all, column, rect, title) = ([], 1, Rect(x: 0, y: 0, width: 0, height: 0), "")
      return
    }
    title = Phrase.whyTitle(view.number(of: claim), view.story.claims.count)[language]
    let found = view.story.claims[claim]
    let lines = state.explained?.reasons?.lines(for: found, of: view.story, language) ?? []
    column = 1 + (lines.map { columns(of: $0.label) }.max() ?? 0) + 2
    let inner = width - 2
    let words = Self.wrapped(oneLine(view.story.text.string(found.span)), inner - 2)
    // The article has them whole.
    var rows = words.prefix(3).map { Row(text: $0, style: Style(.plain, on: .plain, .bold)) }
    if words.count > 3 { rows[2].text = fitted(rows[2].text + " " + words[3], inner - 2) }
    rows.append(Row(text: ""))
    // Nobody knows why a reader thinks so.
    let isOwn = !found.corrected.isDisjoint(with: [.claim, .words])
    let none = isOwn ? KeptPhrase.yours[language] : Phrase.explaining[language]
    if lines.isEmpty { rows.append(Row(text: none, style: Style(.muted))) }
    for (label, text) in lines {
      for (number, part) in Self.wrapped(text, inner - 1 - column).enumerated() {
        rows.append(Row(label: number == 0 ? label : "", text: part))
      }
    }
    all = rows
    let height = min(rows.count + 2, size.height - 2)
    rect =
      plain
      ? state.wholeBody
      : Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: max(2, width), into: &lines)
    return lines.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  /// The lines that show at once.
  var rows: Int { Paper.rows(in: rect, low: low) }
  /// The last line that can stand at the top.
  var lastTop: Int { max(0, all.count - rows) }

  func draw(from top: Int, on picture: inout Picture) {
    var paper = Paper(box: rect, title: title, plain: plain, low: low)
    for (y, row) in all.dropFirst(top).prefix(paper.height).enumerated() {
      if let label = row.label { paper.put(label, x: 1, y: y, Style(.muted)) }
      paper.put(row.text, x: row.label == nil ? 1 : column, y: y, row.style)
    }
    if lastTop > 0, rect.width > 10, !low {
      let percent = min(100, (top + rows) * 100 / (lastTop + rows))
      paper.canvas.put(" \(percent)% ", x: rect.width - 8, y: rect.height - 1, style: Style(.focusedBorder))
    }
    picture.add("why", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
    picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1)
  }
}
