import Display
import Search
import Stories

/// The search across stories: the query line, how much was found, and what.
enum FinderOverlay {
  private static func headRows(_ state: ReaderState) -> Int { state.isLow ? 1 : 2 }
  /// A result is a row of words and a row that says where they are from.
  private static let rowHeight = 2

  private static func rect(_ state: ReaderState) -> Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let margin = size.width < 60 ? 0 : 2
    let width = min(size.width - 2 * margin, 132)
    let height = max(3, size.height - (size.height < 16 ? 2 : 4))
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  /// The results that show at once.
  static func rows(_ state: ReaderState) -> Int {
    max(1, (Paper.rows(in: rect(state), low: state.isLow) - headRows(state)) / rowHeight)
  }

  static func draw(_ state: ReaderState, on picture: inout Picture) {
    let rect = rect(state)
    let language = state.language
    let finder = state.finder
    let title = state.plain ? state.selectionInWords : Phrase.searchStories[language]
    var paper = Paper(box: rect, title: title, plain: state.plain, low: state.isLow)
    let cursor = drawLine(state, on: &paper)
    if finder.hasLine { picture.frame.cursor = Point(x: rect.x + 1 + cursor, y: rect.y + 1) }
    var formTop = headRows(state)
    if let error = finder.error {
      formTop = paper.note(error.wording[language], y: 1, Style(.alert))
    } else if finder.query != nil, !state.isLow {
      paper.put(count(state), x: 1, y: 1, limit: paper.width - 2, Style(.muted))
    }
    if finder.query == nil {
      drawForm(state, from: formTop, on: &paper)
    } else if finder.results.count == 0, finder.inText > 0 {
      paper.note(
        Phrase.wordsInTexts(finder.inText, state.keys.hint(for: .searchText, language))[language], y: headRows(state))
    }
    for place in finder.top..<min(finder.results.count, finder.top + rows(state)) {
      let y = headRows(state) + (place - finder.top) * rowHeight
      drawResult(place, y, state, on: &paper)
      if place == finder.selected {
        paper.select(row: y, focused: !finder.hasLine)
        if finder.hasLine { paper.put(state.signs.involved, x: 0, y: y, Style(.accent)) }
        if !finder.hasLine { picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y) }
      }
    }
    picture.add("search all", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  /// Draws the query line; returns the column where the next letter will stand.
  private static func drawLine(_ state: ReaderState, on paper: inout Paper) -> Int {
    let ink: Style.Ink = state.finder.hasLine ? .accent : .muted
    let start = paper.put("/ ", x: 1, y: 0, Style(ink, on: .plain, .bold))
    paper.mean(.queryLine, y: 0)
    let (text, isCut) = tail(of: state.finder.words, columns: max(1, paper.width - 2 - start))
    let end = paper.put(text, x: start, y: 0)
    if let error = state.finder.error, !isCut {
      // Where it is wrong.
      let bytes = Array(text.utf8)
      let before = columns(of: String(decoding: bytes.prefix(error.place.start), as: UTF8.self))
      let wrong = bytes.dropFirst(error.place.start).prefix(error.place.count)
      let width = max(1, columns(of: String(decoding: wrong, as: UTF8.self)))
      paper.restyle(x: start + before, y: 0, width: width) { $0.ink = .alert }
    }
    return min(end, paper.width - 1)
  }

  /// The end of `words`, which is where one types, as far as it fits; and whether something is left out.
  static func tail(of words: String, columns room: Int) -> (text: String, isCut: Bool) {
    // From the end, so that a long text costs no more than what shows of it.
    var start = words.endIndex
    var used = 0
    while start > words.startIndex {
      let before = words.index(before: start)
      used += columns(of: String(words[before]))
      if used > room { break }
      start = before
    }
    return (String(words[start...]), start > words.startIndex)
  }

  private static func count(_ state: ReaderState) -> String {
    let results = state.finder.results
    if state.finder.query?.scope == .text { return Phrase.foundTexts(results.count)[state.language] }
    return Phrase.foundClaims(results.count, results.storyCount)[state.language]
  }

  private static func drawResult(_ place: Int, _ y: Int, _ state: ReaderState, on paper: inout Paper) {
    let row = state.finder.results[place]
    guard let query = state.finder.query, let story = state.library.story(row.entry) else { return }
    let language = state.language
    paper.mean(.found(place), y: y, height: rowHeight)
    let x = 4
    let room = paper.width - 1 - x
    var facts: [String] = []
    if let date = story.layout.date { facts.append(date) }
    if let outlet = story.layout.outlet { facts.append(outlet[language]) }
    let words: String
    if let index = row.claim {
      let claim = story.claims[index]
      if claim.isDoubtful { paper.put(String(Claim.doubtMark), x: 1, y: y, Style(.uncertain, on: .plain, .bold)) }
      paper.put(claim.certainty.margin, x: 2, y: y, Style(claim.certainty.ink, on: .plain, .bold))
      words = oneLine(story.text.string(shown(claim.span, of: story, query, room)))
      let names = claim.chain.map { story.sources[$0].name[language] }
      facts.append(names.isEmpty ? Phrase.ownVoice[language] : names.joined(separator: state.signs.relaying))
      facts.append(claim.certainty.wording[language])
      if let stage = claim.stage { facts.append(stage.wording[language]) }
    } else {
      let excerpt = story.excerpt(around: query.place(in: story), before: room / 3, length: room * 2)
      let isWhole = story.layout.blocks.contains { $0.span.start == excerpt.start }
      words = (isWhole ? "" : "… ") + oneLine(story.text.string(excerpt))
    }
    paper.put(words, x: x, y: y, limit: room)
    let text = StoryText(bytes: Array(words.utf8))
    for mark in query.marks(in: text, 0..<text.bytes.count) { paper.mark(mark, of: words, x: x, y: y, limit: room) }
    facts.append(state.title(of: row.entry))
    paper.put(facts.joined(separator: " · "), x: x, y: y + 1, limit: room, Style(.muted))
  }

  /// The part of a claim that is shown: from its beginning, or from a little before the first match if that would be cut
  /// off.
  private static func shown(_ span: Span, of story: Story, _ query: Query, _ room: Int) -> Span {
    let most = room * 4
    var start = span.start
    if span.count > room, let match = query.marks(in: story.text, span.range).first, match.end - span.start > room - 1 {
      start = min(match.start, max(span.start, match.start - room / 3))
      while start < match.start, story.text.bytes[start] > 0x20 { start += 1 }
    }
    var end = min(span.end, start + most)
    while end < span.end, story.text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  /// The form of a query, as far as there is room, for who has typed nothing yet.
  private static func drawForm(_ state: ReaderState, from top: Int, on paper: inout Paper) {
    var lines = Paper(whole: Size(width: paper.width, height: max(0, paper.height - top)))
    QueryForm.column(state.language, width: min(paper.width, 76)).draw(from: 0, x: 0, on: &lines)
    for y in 0..<lines.height {
      for x in 0..<lines.width {
        let cell = lines.canvas[x, y]
        if cell.columns > 0 {
          paper.put(Glyph(cell.scalars, columns: Int(cell.columns)), x: x, y: y + top, cell.style)
        }
      }
    }
  }
}

extension Paper {
  /// Shows that the bytes `span` of `text`, which stands at column `x` of row `y`, are what was searched for.
  mutating func mark(_ span: Span, of text: String, x: Int, y: Int, limit: Int) {
    let bytes = Array(text.utf8)
    let before = columns(of: String(decoding: bytes[..<span.start], as: UTF8.self))
    let width = columns(of: String(decoding: bytes[span.range], as: UTF8.self))
    let room = min(limit, self.width - x) - before
    if room > 0 { restyle(x: x + before, y: y, width: min(width, room)) { $0.ground = .match } }
  }
}
