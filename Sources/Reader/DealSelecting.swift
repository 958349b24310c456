import Deals
import Stories

/// What the keys do in the views on a deal.
extension ReaderState {
  /// The view on a deal that lies over the panes.
  var dealView: DealView? {
    if case .deal(let view) = overlay { return view }
    return nil
  }

  /// Opens a view on the deal of the current story, or of the one that the view before is on.
  mutating func openDeal(_ kind: DealView.Kind) {
    deals.catchUp(with: library)
    let before = dealView
    // Its own key closes a view, as it does a list.
    if before?.kind == kind { return overlay = nil }
    var opened = DealView(kind: kind, story: before?.story ?? standing, deal: before?.deal ?? 0)
    if kind == .dossier {
      guard let (story, party) = partyForDossier else {
        message = DealPhrase.noParty[language]
        return
      }
      (opened.story, opened.party) = (story, party)
    }
    guard let contents = freshContents(of: opened) ?? contents(of: opened) else {
      message = DealPhrase.noDeal[language]
      return
    }
    dealContents = contents
    overlay = .deal(opened)
    guard kind == .timeline || kind == .disagreements, before == nil, let claim = view?.claim else { return }
    // One begins where one reads.
    let here = ClaimPlace(story: current, claim: claim)
    if let row = contents.rows.firstIndex(where: { $0.place == here })
      ?? contents.rows.firstIndex(where: { $0.place?.story == current })
    {
      opened.selected = row
      overlay = .deal(opened)
    }
  }

  /// Whose dossier is asked for: the selected party, or the one that the current claim comes from or is about.
  private var partyForDossier: (Int, Int)? {
    if let view = dealView, let place = selectedDealRow?.place {
      if view.kind == .dossier, let party = view.party { return (view.story, party) }
      return library.story(place.story).flatMap { story in
        party(of: place.claim, in: story).map { (place.story, $0) }
      }
    }
    guard let view else { return nil }
    if focus == .parties, let party = view.party { return (current, party) }
    if focus == .sources, view.index.sources.indices.contains(view.sourceRow),
      let party = view.index.sources[view.sourceRow].source.flatMap({ view.story.sources[$0].party })
    {
      return (current, party)
    }
    return (view.claim.flatMap { party(of: $0, in: view.story) } ?? view.party).map { (current, $0) }
  }

  private func party(of claim: Int, in story: Story) -> Int? {
    guard story.claims.indices.contains(claim) else { return nil }
    return story.claims[claim].chain.lazy.compactMap { story.sources[$0].party }.first
      ?? story.claims[claim].parties.first
  }

  /// The selected row of the view on a deal.
  var selectedDealRow: DealRow? {
    guard let view = dealView, let contents = dealContents, contents.rows.indices.contains(view.selected) else {
      return nil
    }
    return contents.rows[view.selected]
  }

  mutating func moveInDeal(_ move: Move) {
    guard var view = dealView, let contents = dealContents else { return }
    let page = DealList(self, contents).page
    view.selected = move.applied(to: view.selected, of: contents.rows.count, page: page)
    overlay = .deal(view)
  }

  mutating func selectDealRow(_ row: Int) {
    guard var view = dealView else { return }
    view.selected = row
    overlay = .deal(view)
  }

  /// Shows all tellings of the selected event, or its first and its confirmation only.
  mutating func unfold(_ all: Bool) {
    guard var view = dealView, let event = selectedDealRow?.event else { return }
    if all { view.unfolded.insert(event) } else { view.unfolded.remove(event) }
    guard let contents = contents(of: view) else { return }
    dealContents = contents
    if !all, let head = contents.rows.firstIndex(where: { $0.event == event }) { view.selected = head }
    overlay = .deal(view)
  }

  /// Goes to the next of the deals that a round-up tells of.
  mutating func stepDeal(by step: Int) {
    guard var view = dealView, let count = dealContents?.deals, count > 1 else { return }
    view.deal = (view.deal + step + count) % count
    (view.selected, view.top, view.unfolded) = (0, 0, [])
    overlay = .deal(view)
  }

  /// Goes to the words of the selected row in their story.
  mutating func openDealRow(_ effects: inout [ReaderEffect]) {
    guard let place = selectedDealRow?.place else { return }
    overlay = nil
    visit(place.story, orSay: .lastStory, &effects)
    focus = .article
    settle()
    if views[current]?.visited.contains(place.claim) == false { _ = views[current]?.narrow(to: .all) }
    if view?.visited.contains(place.claim) == true { views[current]?.show(claim: place.claim) }
  }

  /// Whether what shows need not be worked out anew: while thousands of stories come in, that is done now and then.
  private func isFresh(_ contents: DealContents) -> Bool {
    contents.version == deals.version || progress != nil && deals.count < contents.stories + contents.stories / 4
  }

  /// What was worked out last, if that is what `view` shows.
  private func freshContents(of view: DealView) -> DealContents? {
    dealContents.flatMap { known in
      let isIt = known.view.showsSame(as: view) && known.least == least && known.language == language && isFresh(known)
      return isIt ? known : nil
    }
  }

  /// Keeps what shows true to the stories that were read, and the selected row in view.
  mutating func settleDeal() {
    // What was worked out stays for the way back: of a large deal that takes a moment.
    guard var view = dealView else { return }
    deals.catchUp(with: library)
    let known = dealContents
    if freshContents(of: view) == nil {
      let selected = selectedDealRow?.place
      guard let made = contents(of: view) else {
        (overlay, dealContents) = (nil, nil)
        return
      }
      // The list has grown: what was selected still is.
      if let known, known.view.showsSame(as: view), let selected,
        let row = made.rows.firstIndex(where: { $0.place == selected })
      {
        view.selected = row
      }
      dealContents = made
    }
    guard var contents = dealContents else { return }
    view.selected = min(max(0, view.selected), max(0, contents.rows.count - 1))
    view.top = DealList(self, contents).top(view.top, selected: view.selected)
    contents.view = view
    dealContents = contents
    overlay = .deal(view)
  }
}
