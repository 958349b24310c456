import Display
import Stories

/// The stories with how far each is: a row each, in columns as the width allows.
enum StoryList {
  /// The rows that show at once.
  static func rows(_ state: ReaderState) -> Int {
    max(1, Paper.rows(in: rect(state), low: state.isLow) - headRows(state) - footRows(state))
  }

  /// The rows above the list: the line that narrows it, the names of the columns.
  private static func headRows(_ state: ReaderState) -> Int {
    (hasLine(state) ? 1 : 0) + (hasNames(state) ? 1 : 0)
  }

  /// The row below the list: where else the selected story is.
  private static func footRows(_ state: ReaderState) -> Int {
    state.library.copies > 0 && state.size.height >= 12 ? 1 : 0
  }

  private static func hasLine(_ state: ReaderState) -> Bool {
    state.storyRows.hasLine || !state.storyRows.words.isEmpty
  }

  private static func hasNames(_ state: ReaderState) -> Bool { state.size.height >= 16 }

  private static func rect(_ state: ReaderState) -> Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let width = size.width < 60 ? size.width : min(size.width - 4, 132)
    // Not by how many are left: the box must not move under the fingers.
    let wanted = state.library.shown + 2 + headRows(state) + footRows(state)
    let height = min(max(3, wanted), max(3, size.height - (size.height < 16 ? 2 : 4)))
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  /// Where the columns stand.
  private struct Columns {
    var date: Int?
    var outlet: Int?
    var headline: Int
    var deal: Int?
    /// Where the number of claims ends.
    var claims: Int?
    let end: Int

    init(width: Int) {
      end = width - 1
      headline = 3
      if width >= 32 {
        date = headline
        headline += 12
      }
      var right = end
      if width >= 56 {
        claims = end
        right = end - 8
      }
      if width >= 56 {
        let room = min(24, width / 5)
        right -= room + 2
        deal = right + 2
      }
      if width >= 90 {
        outlet = headline
        headline += 18
      }
      headlineEnd = right
    }

    let headlineEnd: Int
    var outletEnd: Int { headline - 2 }
    var dealEnd: Int { claims == nil ? end : end - 8 }
  }

  static func draw(_ state: ReaderState, on picture: inout Picture) {
    guard case .stories(let selected) = state.overlay else { return }
    let rect = rect(state)
    let language = state.language
    let rows = state.storyRows
    var paper = Paper(
      box: rect, title: state.plain ? state.selectionInWords : title(selected, state), plain: state.plain,
      low: state.isLow)
    if state.library.order.isEmpty { paper.note(Phrase.noStories[language], y: 0) }
    let columns = Columns(width: paper.width)
    var y = 0
    if hasLine(state) {
      let cursor = drawLine(state, on: &paper)
      if rows.hasLine { picture.frame.cursor = Point(x: rect.x + 1 + cursor, y: rect.y + 1) }
      y += 1
    }
    if hasNames(state), !state.library.order.isEmpty {
      drawNames(columns, y, language, on: &paper)
      y += 1
    }
    if rows.entries.isEmpty, !rows.words.isEmpty { paper.note(Phrase.noStoryFits[language], y: y) }
    for place in state.storyTop..<max(state.storyTop, min(rows.entries.count, state.storyTop + self.rows(state))) {
      let entry = Int(rows.entries[place])
      draw(entry, y, columns, state, on: &paper)
      paper.mean(.story(entry), y: y)
      if entry == selected {
        paper.select(row: y, focused: true)
        if !rows.hasLine { picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y) }
      }
      y += 1
    }
    if footRows(state) > 0 { drawCopies(of: selected, state, on: &paper) }
    picture.add("story list", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  /// Which of how many, and in which order.
  private static func title(_ selected: Int, _ state: ReaderState) -> String {
    let rows = state.storyRows
    let all = state.library.shown
    let place = rows.place(of: selected).map { $0 + 1 } ?? 0
    let count = rows.entries.count == all ? "\(all)" : Phrase.ofAll(rows.entries.count, all)[state.language]
    return "\(Phrase.stories[state.language]) \(place)/\(count), \(Phrase.orderedBy(rows.order)[state.language])"
  }

  /// Draws the line that narrows the list; returns the column where the next letter will stand.
  private static func drawLine(_ state: ReaderState, on paper: inout Paper) -> Int {
    let ink: Style.Ink = state.storyRows.hasLine ? .accent : .muted
    let start = paper.put("/ ", x: 1, y: 0, Style(ink, on: .plain, .bold))
    paper.mean(.queryLine, y: 0)
    let (text, _) = FinderOverlay.tail(of: state.storyRows.words, columns: max(1, paper.width - 2 - start))
    return min(paper.put(text, x: start, y: 0), paper.width - 1)
  }

  /// Names the stories that the one at `entry` stands for, on the last row.
  private static func drawCopies(of entry: Int, _ state: ReaderState, on paper: inout Paper) {
    let names = state.register.copies(of: entry).map { state.library.entries[$0].name }
    if names.isEmpty { return }
    let words = Phrase.sameText(names.count)[state.language] + names.joined(separator: ", ")
    paper.put(words, x: 1, y: paper.height - 1, limit: paper.width - 2, Style(.muted))
  }

  private static func drawNames(_ columns: Columns, _ y: Int, _ language: Language, on paper: inout Paper) {
    let style = Style(.muted)
    if let date = columns.date { paper.put(Phrase.dateColumn[language], x: date, y: y, style) }
    if let outlet = columns.outlet { paper.put(Phrase.outletColumn[language], x: outlet, y: y, style) }
    paper.put(Phrase.headlineColumn[language], x: columns.headline, y: y, style)
    if let deal = columns.deal { paper.put(Phrase.dealColumn[language], x: deal, y: y, style) }
    if let claims = columns.claims { paper.put(Phrase.claimsColumn[language], endingAt: claims, y: y, style) }
  }

  private static func draw(_ entry: Int, _ y: Int, _ columns: Columns, _ state: ReaderState, on paper: inout Paper) {
    let language = state.language
    if entry == state.current { paper.put(state.signs.involved, x: 1, y: y, Style(.accent)) }
    let title = state.title(of: entry)
    let found = state.library.entries[entry]
    guard case .read(let story) = found.state, !found.isGone else {
      let isWaiting = found.state.isWaiting
      let note = (found.isGone ? Phrase.goneRow : isWaiting ? .waitingRow : .failedRow)[language]
      // Where the note would leave no room for the title, the title is what one chooses by.
      let hasRoom = columns.end - note.count - 2 - columns.headline >= 4
      let end = hasRoom ? paper.put(note, endingAt: columns.end, y: y, Style(isWaiting ? .muted : .alert)) : paper.width
      put(title, x: columns.headline, end: end - 2, Style(.muted))
      return
    }
    let remark = story.remark(on: .story)
    let sign =
      remark?.isMarked == true
      ? state.signs.marked
      : !story.isRead && !state.readStories.isEmpty ? state.signs.unread : state.signs.flags(remark)
    if !sign.isEmpty { paper.put(String(sign.prefix(1)), x: 2, y: y, Style(.accent)) }
    if let x = columns.date, let date = story.layout.date {
      put(date, x: x, end: columns.headline - 1, Style(.muted))
    }
    if let x = columns.outlet, let outlet = story.layout.outlet {
      put(outlet[language], x: x, end: columns.outletEnd, Style(.muted))
    }
    var end = columns.headlineEnd
    let copies = state.register.copies(of: entry).count
    if copies > 0, end - columns.headline >= 16 {
      let count = "+\(copies)"
      paper.put(count, endingAt: end, y: y, Style(.muted))
      end -= count.count + 1
    }
    put(title, x: columns.headline, end: end, .plain)
    if let x = columns.deal, let deal = state.storyRows.deal(entry, of: story, language) {
      put(deal, x: x, end: columns.dealEnd, .plain)
    }
    if let claims = columns.claims {
      let count = state.least > 0 ? story.claims.count { $0.confidence >= state.least } : story.claims.count
      paper.put(String(count), endingAt: claims, y: y, Style(.muted))
    }

    func put(_ text: String, x: Int, end: Int, _ style: Style) {
      let limit = max(0, end - x)
      paper.put(text, x: x, y: y, limit: limit, style)
      for match in state.storyRows.matches(in: text) { paper.mark(match, of: text, x: x, y: y, limit: limit) }
    }
  }
}
