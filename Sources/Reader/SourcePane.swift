import Display
import Stories

/// Who says the current claim, through whom and how; below, all sources of the story.
enum SourcePane {
  /// The rows of the list that show at once.
  static func rows(_ state: ReaderState) -> Int {
    guard let inner = state.panes.inner(.sources), let view = state.view else { return 1 }
    return max(1, inner.height - listTop(view, inner.height))
  }

  static func draw(_ state: ReaderState, on paper: inout Paper) -> Point? {
    guard let view = state.view else { return nil }
    let language = state.language
    guard let claim = view.claim.map({ view.story.claims[$0] }) else {
      paper.note(view.noClaims[language], y: min(1, paper.height - 1))
      return nil
    }
    let top = listTop(view, paper.height)
    let card = ClaimCard(claim, view, roomy: isRoomy(view, paper.height))
    card.draw(state, rows: max(0, top - 1), on: &paper)
    if top > 0 {
      let end = paper.put(Phrase.inThisStory[language], x: 1, y: top - 1, Style(.muted))
      paper.put(Phrase.claimsColumn[language], endingAt: paper.width - 1, y: top - 1, after: end, Style(.muted))
    }
    let rows = view.index.sources
    for row in view.sourceTop..<min(rows.count, view.sourceTop + paper.height - top) {
      let y = top + row - view.sourceTop
      let isInvolved = rows[row].source.map { claim.chain.contains($0) } ?? claim.chain.isEmpty
      drawRow(rows[row], y, isInvolved, view.story, state, on: &paper)
      paper.mean(.source(row), y: y)
      let focused = state.focus == .sources
      // Where the claim comes from is told by the sign already.
      if row == view.sourceRow, focused || !isInvolved { paper.select(row: y, focused: focused) }
    }
    return Point(x: 1, y: top + view.sourceRow - view.sourceTop)
  }

  /// The first row of the list: after the claim's own lines and a heading, but never so low that nothing of it shows.
  private static func listTop(_ view: StoryView, _ height: Int) -> Int {
    guard let claim = view.claim else { return height }
    if height < 5 { return 0 }
    let card = ClaimCard(view.story.claims[claim], view, roomy: isRoomy(view, height))
    let least = min(view.index.sources.count, max(1, height / 3))
    return min(card.height + (card.isRoomy ? 2 : 1), max(2, height - least))
  }

  private static func isRoomy(_ view: StoryView, _ height: Int) -> Bool {
    // The same for every claim of a story, so that the pane keeps still from claim to claim.
    height >= 14 + min(view.index.sources.count, 8)
  }

  private static func drawRow(
    _ row: StoryIndex.SourceRow, _ y: Int, _ isInvolved: Bool, _ story: Story, _ state: ReaderState,
    on paper: inout Paper
  ) {
    let language = state.language
    if isInvolved { paper.put(state.signs.involved, x: 1, y: y, Style(.accent)) }
    let number = row.claims == 0 ? "-" : String(row.claims)
    let end = paper.put(number, endingAt: paper.width - 1, y: y)
    let name = row.source.map { story.sources[$0].name[language] } ?? Phrase.theArticle[language]
    let indent = 3 + 2 * min(max(0, row.depth - 1), 4)
    var x = indent
    if row.depth > 0 { x = paper.put(state.signs.branch, x: indent, y: y, Style(.border)) }
    let party = row.source.flatMap { story.sources[$0].party }
    paper.put(name, x: x, y: y, limit: end - 1 - x, party.map { Style(.party($0)) } ?? .plain)
  }
}
