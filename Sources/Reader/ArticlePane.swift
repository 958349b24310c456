import Display
import Stories

/// The article: its visible lines, with the marks of the claims in the margin.
enum ArticlePane {
  static func draw(_ state: ReaderState, on paper: inout Paper) -> Point? {
    guard let view = state.view else {
      drawWithoutStory(state, on: &paper)
      return nil
    }
    let columns = ArticleColumns(paneWidth: paper.width)
    let marks = ArticleMarks(view, state)
    var cursor = Point(x: columns.text, y: view.line - view.top)
    for row in 0..<min(paper.height, max(0, view.page.lines.count - view.top)) {
      let number = view.top + row
      let line = view.page.lines[number]
      drawMargin(view, number, columns, row, state.signs, on: &paper)
      guard !line.bytes.isEmpty else { continue }
      let x = columns.text + (line.kind == .lede ? Page.ledeIndent : 0)
      paper.mean(.line(number, column: x), y: row)
      let glyphs = Wrapping.glyphs(view.story.text.bytes, line.bytes)
      let changes = marks.changes(in: line.bytes)
      for glyph in glyphs {
        var style = base(line.kind)
        for change in changes
        where change.span.start < glyph.bytes.upperBound && glyph.bytes.lowerBound < change.span.end {
          change.apply(to: &style)
        }
        paper.put(glyph.glyph, x: x + glyph.column, y: row, style)
      }
      if number == view.line {
        cursor.x = x
        if let spot = view.spot, let at = glyphs.last(where: { $0.bytes.lowerBound <= spot }) { cursor.x += at.column }
      }
    }
    guard (0..<paper.height).contains(cursor.y) else { return nil }
    return Point(x: min(cursor.x, paper.width - 1), y: cursor.y)
  }

  /// The look of a block before anything is marked in it.
  private static func base(_ kind: Layout.Kind?) -> Style {
    switch kind {
    case .headline: Style(.plain, on: .plain, .bold)
    case .kicker, .credit, .dateline, .reference, .signoff: Style(.muted)
    case .lede, .paragraph, nil: .plain
    }
  }

  /// The certainty's mark where a claim starts, another where a doubtful one does, and the bar beside the current claim.
  ///
  /// Of several claims that start on a line the current one has its mark there, else the first that the filter admits
  /// and that is not plainly asserted. A claim that the filter leaves out keeps its mark, but fainter.
  private static func drawMargin(
    _ view: StoryView, _ number: Int, _ columns: ArticleColumns, _ row: Int, _ signs: Signs, on paper: inout Paper
  ) {
    let line = view.page.lines[number].bytes
    let starting = view.index.claims.starting(in: line)
    let admitted = starting.filter { view.admits($0) }
    let marked = { (claim: Int) in view.story.claims[claim].certainty != .asserted }
    let shown =
      starting.first { $0 == view.claim } ?? admitted.first(where: marked) ?? starting.first(where: marked)
    if let shown {
      let certainty = view.story.claims[shown].certainty
      let style = view.admits(shown) ? Style(certainty.ink, on: .plain, .bold) : Style(.muted, on: .plain, .dim)
      paper.put(certainty.margin, x: columns.mark, y: row, style)
    }
    // What the reader has put down is what one looks for; that the program doubts the claim shows in its words, too.
    if let remark = admitted.lazy.compactMap({ view.story.remark(on: .claim($0)) }).first {
      let sign = signs.flags(remark).first.map { String($0) } ?? ""
      paper.put(sign, x: columns.doubt, y: row, Style(.accent, on: .plain, .bold))
    } else if admitted.contains(where: { view.story.claims[$0].isDoubtful }) {
      paper.put(String(Claim.doubtMark), x: columns.doubt, y: row, Style(.uncertain, on: .plain, .bold))
    }
    if let claim = view.claim, view.page.firstLines[claim] <= number, number <= view.page.lastLines[claim] {
      // In the look of the claim's words, so that on the way from margin to words the terminal need be told nothing.
      paper.put(signs.bar, x: columns.mark + 1, y: row)
      paper.restyle(x: columns.mark + 1, y: row, width: columns.text - columns.mark - 1) { $0.ground = .lifted }
    }
  }

  private static func drawWithoutStory(_ state: ReaderState, on paper: inout Paper) {
    guard state.library.entries.indices.contains(state.current) else {
      paper.note(Phrase.noStories[state.language], y: paper.height / 3)
      return
    }
    let entry = state.library.entries[state.current]
    let top = max(0, min(paper.height / 3, paper.height - 4))
    switch entry.state {
    case .failed where entry.isGone: paper.note(Phrase.gone[state.language], y: top)
    case .failed(let reason):
      let row = paper.note(Phrase.failed[state.language], y: top, Style(.alert, on: .plain, .bold))
      paper.note(reason, y: row + (paper.height > 6 ? 1 : 0), .plain)
    case .waiting, .read:
      paper.note(Phrase.waiting[state.language], y: top)
      paper.note(entry.name, y: top + 1)
    }
  }
}
