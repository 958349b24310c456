import Display

/// The line on which a search is typed, over the bottom line.
enum SearchLine {
  static func draw(_ state: ReaderState, on picture: inout Picture) {
    guard let typing = state.typing, state.size.height > 0 else { return }
    let language = state.language
    let width = state.size.width
    var paper = Paper(whole: Size(width: width, height: 1))
    let label = width >= 50 ? "\(Phrase.searchFor[language]): " : "/"
    let start = paper.put(label, x: 1, y: 0, Style(.accent, on: .plain, .bold))
    let room = max(4, width * 4 / 10 - start)
    // The end of long words matters: that is where one types.
    var words = typing.words
    while columns(of: words) > room, !words.isEmpty { words.removeFirst() }
    var x = paper.put(words, x: start, y: 0)
    let cursor = min(x, width - 1)
    if let search = state.view?.search, !typing.words.isEmpty {
      let count = search.matches.count
      let found = search.current.map { Phrase.found($0 + 1, count) } ?? .foundNone
      x = paper.put(found[language], x: x + 3, y: 0, Style(count == 0 ? .alert : .muted))
    }
    BottomLine.draw(state, from: x + 3, on: &paper)
    let origin = Point(x: 0, y: state.size.height - 1)
    picture.add("search", at: origin, paper)
    picture.frame.cursor = Point(x: cursor, y: origin.y)
  }
}

extension Paper {
  /// A paper without a border.
  init(whole size: Size, style: Style = .plain) {
    self.init(canvas: Canvas(size, style: style), x: 0, y: 0, size: size)
  }
}
