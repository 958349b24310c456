import Display
import Stories

/// All stories, with how far each is.
enum StoryList {
  /// The stories that show at once.
  static func rows(_ state: ReaderState) -> Int { Paper.rows(in: rect(state), low: state.isLow) }

  private static func rect(_ state: ReaderState) -> Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let width = size.width < 60 ? size.width : min(size.width - 4, 110)
    let height = min(max(3, state.library.order.count + 2), max(3, size.height - (size.height < 16 ? 2 : 4)))
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  static func draw(_ state: ReaderState, on picture: inout Picture) {
    guard case .stories(let selected) = state.overlay else { return }
    let rect = rect(state)
    let entries = state.library.entries
    let order = state.library.order
    let place = "\(Phrase.stories[state.language]) \(min(selected + 1, order.count))/\(order.count)"
    var paper = Paper(
      box: rect, title: state.plain ? state.selectionInWords : place, plain: state.plain, low: state.isLow)
    if order.isEmpty { paper.note(Phrase.noStories[state.language], y: 0) }
    let digits = String(order.count).utf8.count
    for row in state.storyTop..<min(order.count, state.storyTop + paper.height) {
      let y = row - state.storyTop
      let index = order[row]
      if index == state.current { paper.put(state.signs.involved, x: 1, y: y, Style(.accent)) }
      paper.put(String(row + 1), endingAt: 3 + digits, y: y, Style(.muted))
      let (note, style) = note(entries[index], state)
      // Where the note would leave no room for the title, the title is what one chooses by.
      let hasRoom = columns(of: note) + 5 + digits < paper.width / 2
      let end = hasRoom ? paper.put(note, endingAt: paper.width - 1, y: y, style) : paper.width + 1
      paper.put(state.title(of: index), x: 5 + digits, y: y, limit: end - 2 - 5 - digits)
      paper.mean(.story(row), y: y)
      if row == selected {
        paper.select(row: y, focused: true)
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y)
      }
    }
    picture.add("story list", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  private static func note(_ entry: Library.Entry, _ state: ReaderState) -> (String, Style) {
    let language = state.language
    if entry.isGone { return (Phrase.goneRow[language], Style(.alert)) }
    switch entry.state {
    case .waiting: return (Phrase.waitingRow[language], Style(.muted))
    case .failed: return (Phrase.failedRow[language], Style(.alert))
    case .read(let story):
      let stage = story.stage.map { "\($0.wording[language])  " } ?? ""
      return (stage + Phrase.claimCount(story.claims.count { $0.confidence >= state.least })[language], Style(.muted))
    }
  }
}
