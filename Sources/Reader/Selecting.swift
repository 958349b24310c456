import Display

/// How far a key moves a line, a list or a text.
enum Move {
  case lines(Int), pages(Int), halves(Int), first, last

  /// The place that is reached from `place` of `count`, when `page` rows show.
  func applied(to place: Int, of count: Int, page: Int) -> Int {
    let target =
      switch self {
      case .lines(let lines): place + lines
      case .pages(let pages): place + pages * max(1, page - 1)
      case .halves(let halves): place + halves * max(1, page / 2)
      case .first: 0
      case .last: count - 1
      }
    return min(max(0, target), max(0, count - 1))
  }
}

/// The lists: their selected rows, and what choosing one does.
extension ReaderState {
  mutating func move(_ move: Move) {
    switch context {
    case .help:
      guard case .help(let top) = overlay else { return }
      let help = HelpOverlay(self)
      overlay = .help(top: move.applied(to: top, of: help.lastTop + 1, page: help.rows))
    case .why:
      guard case .why(let top) = overlay else { return }
      let why = WhyOverlay(self)
      overlay = .why(top: move.applied(to: top, of: why.lastTop + 1, page: why.rows))
    case .deal: moveInDeal(move)
    case .correcting:
      guard case .correct(var correcting) = overlay else { return }
      let menu = CorrectionMenu(self, correcting)
      correcting.row = move.applied(to: correcting.row, of: rows(of: correcting).count, page: menu.page)
      overlay = .correct(correcting)
    case .keptList:
      guard case .kept(var rows) = overlay else { return }
      rows.selected = move.applied(to: rows.selected, of: rows.entries.count, page: KeptList(self, rows).page)
      overlay = .kept(rows)
    case .storyList, .narrowing:
      guard case .stories(let selected) = overlay, let place = storyRows.place(of: selected) else { return }
      let target = move.applied(to: place, of: storyRows.entries.count, page: StoryList.rows(self))
      overlay = .stories(selected: Int(storyRows.entries[target]))
    case .query, .found:
      let rows = FinderOverlay.rows(self)
      finder.selected = move.applied(to: finder.selected, of: finder.results.count, page: rows)
    case .queryForm:
      guard case .queryForm(let top) = overlay else { return }
      let form = QueryForm(self)
      overlay = .queryForm(top: move.applied(to: top, of: form.lastTop + 1, page: form.rows))
    case .unreadable:
      guard case .unreadable(let selected) = overlay else { return }
      let list = UnreadableList(self)
      overlay = .unreadable(selected: move.applied(to: selected, of: list.stories.count, page: list.page(selected)))
    case .claims, .claimList:
      guard let view, let place = view.claimPlace else { return }
      let target = move.applied(to: place, of: view.visited.count, page: ClaimList.rows(self))
      views[current]?.show(claim: view.visited[target])
    case .parties:
      guard let view else { return }
      let rows = PartyPane.rows(self)
      views[current]?.partyRow = move.applied(to: view.partyRow, of: view.story.parties.count + 1, page: rows)
    case .sources:
      guard let view else { return }
      let rows = SourcePane.rows(self)
      views[current]?.sourceRow = move.applied(to: view.sourceRow, of: view.index.sources.count, page: rows)
    case .article:
      guard let view else { return }
      switch move {
      case .lines(let lines): views[current]?.moveLine(by: lines)
      case .pages(let pages): views[current]?.page(by: pages * max(1, view.visibleHeight - 1))
      case .halves(let halves): views[current]?.page(by: halves * max(1, view.visibleHeight / 2))
      case .first: views[current]?.moveLine(by: -view.page.lines.count)
      case .last: views[current]?.moveLine(by: view.page.lines.count)
      }
    case .search, .prompt, .question, .picking: break
    }
  }

  /// Narrows the story to the selected party or source; widens it if it is narrowed to that already.
  mutating func narrow() {
    guard let view else { return }
    let chosen: Filter
    if focus == .parties {
      chosen = view.party.map { .party($0) } ?? .all
    } else if view.index.sources.indices.contains(view.sourceRow) {
      chosen = view.index.sources[view.sourceRow].source.map { .source($0) } ?? .narrator
    } else {
      return
    }
    let filter = chosen == view.filter ? .all : chosen
    if views[current]?.narrow(to: filter) == false {
      message = Phrase.narrowedToNone(filter.name(in: view.story, language) ?? "")[language]
    }
  }

  mutating func stepBack() {
    if view?.search != nil {
      views[current]?.search = nil
    } else if zoomed {
      zoomed = false
    } else if view?.filter != .all {
      _ = views[current]?.narrow(to: .all)
    } else if least != givenLeast {
      least = givenLeast
    }
  }

  /// The least confidences that one can step to, besides the one that was asked for.
  private static let steps = [0, 0.5, 0.6, 0.7, 0.8, 0.9]

  /// Has the next higher or lower confidence be the least.
  mutating func stepLeast(up: Bool) {
    guard let view else { return }
    let steps = Self.steps + [givenLeast]
    guard let next = up ? steps.filter({ $0 > least }).min() : steps.filter({ $0 < least }).max() else {
      message = (up ? Phrase.surest : .allShow)[language]
      return
    }
    if up, !view.visitsAny(from: next) {
      message = Phrase.noneFrom(next, view.filter.name(in: view.story, language))[language]
      return
    }
    least = next
    settle()
    let left = view.story.claims.count { $0.confidence < least }
    message = (least == 0 ? Phrase.allShow : .showFrom(least, left))[language]
  }

  /// Opens what decided about the current claim.
  mutating func askWhy(_ effects: inout [ReaderEffect]) {
    guard let claim = view?.claim else {
      message = whyNoClaim[language]
      return
    }
    explained = Explained(story: current, claim: claim)
    overlay = .why(top: 0)
    effects.append(.explain(story: current, claim: claim))
  }

  mutating func moveFocus(by step: Int, around: Bool) {
    let order: [Pane] =
      PaneLayout.hasClaims(size) ? [.parties, .article, .sources, .claims] : [.parties, .article, .sources]
    guard let place = order.firstIndex(of: focus) else { return }
    let target = around ? (place + step + order.count) % order.count : min(max(0, place + step), order.count - 1)
    focus = order[target]
  }

  mutating func openClaims() {
    guard let view else { return }
    if PaneLayout.hasClaims(size) {
      focus = .claims
    } else if view.counted.isEmpty {
      message = view.noClaims[language]
    } else {
      overlay = .claims(before: view.claim)
      settle()
      if let claim = view.claim { views[current]?.show(claim: claim) }
    }
  }

  /// Goes to the selected line of a list.
  mutating func open(_ effects: inout [ReaderEffect]) {
    switch overlay {
    case .deal: openDealRow(&effects)
    case .stories(let selected):
      guard storyRows.place(of: selected) != nil else { return }
      overlay = nil
      visit(selected, orSay: .lastStory, &effects)
    case .unreadable(let selected):
      let stories = UnreadableList(self).stories
      overlay = nil
      visit(stories.indices.contains(selected) ? stories[selected] : nil, orSay: .lastStory, &effects)
    case .finder: openFound(&effects)
    case .kept: openKeptRow(&effects)
    default:
      overlay = nil
      focus = .article
    }
  }

  /// Leaves an overlay without effect.
  mutating func close() {
    switch overlay {
    case .queryForm:
      overlay = .finder
      return
    // A list that is narrowed is first widened again.
    case .stories where storyRows.hasLine || !storyRows.words.isEmpty:
      storyRows.hasLine = false
      return narrowStories(to: "")
    default: break
    }
    if case .claims(let before) = overlay, let before, let view, view.claim != before {
      overlay = nil
      settle()
      views[current]?.show(claim: before)
    }
    overlay = nil
  }

  /// Keeps the selected rows of all lists in view.
  mutating func settleLists(_ layout: PaneLayout) {
    if case .stories(let selected) = overlay {
      storyRows.refresh(library, titles, language, isReading: progress != nil)
      if progress == nil {
        deals.catchUp(with: library)
        storyRows.adopt(deals, library, titles, language)
      }
      settleStories(selected)
    }
    if case .unreadable(let selected) = overlay {
      // The last of them may have been mended meanwhile.
      overlay =
        library.failures > 0 ? .unreadable(selected: min(max(0, selected), library.failures - 1)) : nil
    }
    if case .finder = overlay {
      finder.refresh(library, from: least, isReading: progress != nil)
      let rows = FinderOverlay.rows(self)
      scroll(&finder.top, to: finder.selected, of: finder.results.count, rows: rows)
    }
    if case .queryForm(let top) = overlay { overlay = .queryForm(top: min(top, QueryForm(self).lastTop)) }
    if case .help(let top) = overlay { overlay = .help(top: min(top, HelpOverlay(self).lastTop)) }
    if case .why(let top) = overlay { overlay = .why(top: min(top, WhyOverlay(self).lastTop)) }
    guard var view else { return }
    // What an overlay covers does not count as in view.
    if case .claims = overlay { view.covered = ClaimList.covered(self) } else { view.covered = 0 }
    view.top = view.clamp(view.top)
    view.follow()
    let (party, source, claim) = (PartyPane.rows(self), SourcePane.rows(self), ClaimList.rows(self))
    scroll(&view.partyTop, to: view.partyRow, of: view.story.parties.count + 1, rows: party)
    // The sources under the selected one come into view with it, as far as there is room.
    if view.relaysShown != view.sourceRow {
      view.relaysShown = view.sourceRow
      let below = view.sourceRow + min(view.index.relays(under: view.sourceRow), max(0, source - 1))
      scroll(&view.sourceTop, to: below, of: view.index.sources.count, rows: source)
    }
    scroll(&view.sourceTop, to: view.sourceRow, of: view.index.sources.count, rows: source)
    scroll(&view.claimTop, to: view.claimPlace ?? 0, of: view.visited.count, rows: claim)
    views[current] = view
  }

  /// Narrows the story list to `words`.
  mutating func narrowStories(to words: String) {
    storyRows.narrow(to: words, library, titles, language)
    if case .stories(let selected) = overlay { settleStories(selected) }
  }

  /// Keeps a story of the list selected, and in view.
  private mutating func settleStories(_ selected: Int) {
    var place = storyRows.place(of: selected)
    if place == nil, let first = storyRows.entries.first {
      overlay = .stories(selected: Int(first))
      place = 0
    }
    scroll(&storyTop, to: place ?? 0, of: storyRows.entries.count, rows: StoryList.rows(self))
  }

  /// Moves `top` by about half a page where `row` has left the view.
  private func scroll(_ top: inout Int, to row: Int, of count: Int, rows: Int) {
    let rows = max(1, rows)
    if row < top || row >= top + rows { top = row - rows / 2 }
    top = min(max(0, top), max(0, count - rows))
  }
}
