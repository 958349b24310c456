import Display
import Notebook
import Stories

/// What a reader has put down, a row each: as an overlay.
struct KeptList {
  private let rows: KeptRows
  private let state: ReaderState

  init(_ state: ReaderState, _ rows: KeptRows) { (self.state, self.rows) = (state, rows) }

  private var rect: Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let width = size.width < 60 ? size.width : min(size.width - 4, 116)
    let height = min(max(4, rows.entries.count + 2), max(3, size.height - (size.height < 16 ? 2 : 4)))
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  /// The rows that show at once.
  var page: Int { Paper.rows(in: rect, low: state.isLow) }

  private var title: String {
    let scope = rows.isEverywhere ? KeptPhrase.everywhere : .here
    let count = rows.entries.count
    let place = count == 0 ? "" : Phrase.rowOf(rows.selected + 1, count)[state.language]
    return "\(KeptPhrase.kept[state.language]) \(scope[state.language]) \(place)"
  }

  /// The selected row, in words.
  var inWords: String {
    guard let entry = rows.entry else { return title }
    let colon = state.language == .french ? " : " : ": "
    return title + colon + ([what(entry), on(entry)] + aside(entry)).filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What was done.
  private func what(_ entry: Entry) -> String {
    // The message after writing a note need not repeat it; here it tells one from another.
    if case .note(let text) = entry.deed, !text.isEmpty { return KeptPhrase.noteOf(oneLine(text))[state.language] }
    return KeptPhrase.what(state.called(entry))[state.language]
  }

  /// To what it was done, where that does not show in what was done.
  private func on(_ entry: Entry) -> String {
    switch entry.subject {
    case .claim(let anchor): oneLine(anchor.quote)
    case .party(_, let name): entry.deed.isCorrection ? "" : name
    case .story: KeptPhrase.theStory[state.language]
    case .entry: ""
    }
  }

  /// Whether it is lost, and where and when it was done.
  private func aside(_ entry: Entry) -> [String] {
    var aside: [String] = []
    if rows.lost.contains(entry.id) { aside.append(KeptPhrase.noLongerThere[state.language]) }
    if rows.isEverywhere, let key = entry.story, let story = state.notebook.stories[key] { aside.append(story.title) }
    if let day = entry.day { aside.append(day) }
    return aside
  }

  func draw(on picture: inout Picture) {
    let rect = self.rect
    var paper = Paper(
      box: rect, title: state.plain ? inWords : title, plain: state.plain, low: state.isLow)
    let top = min(max(0, rows.selected - page / 2), max(0, rows.entries.count - page))
    let shown = rows.entries.dropFirst(top).prefix(page)
    if shown.isEmpty { paper.note(KeptPhrase.nothingKept[state.language], y: 0) }
    let isWide = paper.width >= 60
    // Columns are no wider than what shows in them.
    func widest(_ text: (Entry) -> String) -> Int { shown.map { columns(of: text($0)) }.max() ?? 0 }
    let side = isWide ? min(widest { aside($0).joined(separator: " · ") }, paper.width / 3) : 0
    let first = isWide ? min(widest(what) + 4, paper.width / 2) : paper.width
    for (y, entry) in shown.enumerated() {
      let isLost = rows.lost.contains(entry.id)
      let end = paper.put(what(entry), x: 2, y: y, limit: first - 3, Style(isLost ? .muted : .plain, on: .plain, .bold))
      let words = isWide ? first : end + 2
      let room = paper.width - 1 - words - (side > 0 ? side + 2 : 0)
      if room > 4 { paper.put(fitted(on(entry), room), x: words, y: y, limit: room, Style(isLost ? .muted : .plain)) }
      if side > 0 {
        let aside = aside(entry).joined(separator: " · ")
        paper.put(fitted(aside, side), x: paper.width - 1 - side, y: y, limit: side, Style(.muted))
      }
      paper.mean(.kept(top + y), y: y)
      if top + y == rows.selected {
        paper.select(row: y, focused: true)
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y)
      }
    }
    picture.add("kept", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }
}

extension Entry {
  /// The day on which it was put down, as ISO 8601 writes it; `nil` if its name does not begin with one.
  fileprivate var day: String? {
    let digits = id.prefix(8)
    guard digits.count == 8, digits.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
  }
}
