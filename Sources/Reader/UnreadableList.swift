import Display
import Stories

/// The stories that could not be read, each with its reason: as an overlay.
struct UnreadableList {
  /// The indices of the stories, in their order.
  let stories: [Int]
  private let state: ReaderState

  init(_ state: ReaderState) {
    self.state = state
    stories = state.library.order.filter { state.library.entries[$0].state.isFailed }
  }

  private var rect: Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let width = size.width < 60 ? size.width : min(size.width - 4, 110)
    // A name and a reason each; more are counted than are laid out.
    let wanted = stories.count > size.height ? size.height : stories.reduce(0) { $0 + rows(of: $1, width - 2) }
    let height = min(max(4, wanted + 2), max(3, size.height - (size.height < 16 ? 2 : 4)))
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  private func reason(_ story: Int) -> String {
    if case .failed(let reason) = state.library.entries[story].state { reason } else { "" }
  }

  private func wrapped(_ story: Int, _ width: Int) -> [String] {
    let bytes = Array(reason(story).utf8)
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: max(2, width - 4), into: &lines)
    return lines.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
  }

  private func rows(of story: Int, _ width: Int) -> Int { 1 + wrapped(story, width).count }

  /// The stories that show at once, with the first of them, so that `selected` is whole and most of a screen comes before.
  private func shown(_ selected: Int, _ rect: Rect) -> Range<Int> {
    let room = Paper.rows(in: rect, low: state.isLow)
    guard stories.indices.contains(selected) else { return 0..<0 }
    // Screens follow one another from the first, as pages do, so that the rows stand still while one moves within them.
    let per = max(1, room / 2)
    var first = selected / per * per
    var used = (first...selected).reduce(0) { $0 + rows(of: stories[$1], rect.width - 2) }
    while used > room, first < selected {
      used -= rows(of: stories[first], rect.width - 2)
      first += 1
    }
    var end = selected + 1
    while end < stories.count, used < room {
      used += rows(of: stories[end], rect.width - 2)
      end += 1
    }
    return first..<end
  }

  /// How many stories a page is.
  func page(_ selected: Int) -> Int { max(2, shown(selected, rect).count) }

  /// The selected story and its reason, in words.
  func inWords(_ selected: Int) -> String {
    guard stories.indices.contains(selected) else { return title(selected) }
    let colon = state.language == .french ? " : " : ": "
    return title(selected) + colon + state.library.entries[stories[selected]].name + ", " + reason(stories[selected])
  }

  private func title(_ selected: Int) -> String {
    "\(Phrase.unreadable[state.language]) \(Phrase.rowOf(selected + 1, stories.count)[state.language])"
  }

  func draw(_ selected: Int, on picture: inout Picture) {
    let rect = self.rect
    var paper = Paper(
      box: rect, title: state.plain ? inWords(selected) : title(selected), plain: state.plain, low: state.isLow)
    var y = 0
    for row in shown(selected, rect) {
      let story = stories[row]
      let top = y
      if story == state.current { paper.put(state.signs.involved, x: 0, y: y, Style(.accent)) }
      paper.put(state.library.entries[story].name, x: 2, y: y, Style(.plain, on: .plain, .bold))
      y += 1
      for line in wrapped(story, paper.width) {
        paper.put(line, x: 4, y: y, Style(.alert))
        y += 1
      }
      for line in top..<y { paper.mean(.story(row), y: line) }
      if row == selected {
        paper.select(row: top, focused: true)
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + top)
      }
    }
    picture.add("unreadable", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }
}
