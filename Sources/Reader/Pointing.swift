import Display

/// What the mouse does.
extension ReaderState {
  /// The rows that a notch of the wheel scrolls.
  private static let notch = 3

  mutating func point(_ mouse: Mouse, _ effects: inout [ReaderEffect]) {
    let picture = picture()
    switch mouse.deed {
    case .click:
      message = nil
      if let target = picture.target(at: mouse.place) { click(target, mouse.place, &effects) }
    case .wheelUp, .wheelDown:
      let lines = mouse.deed == .wheelUp ? -Self.notch : Self.notch
      switch picture.surface(at: mouse.place) {
      case .overlay: wheelOverlay(by: lines)
      // Beside what lies over the panes nothing moves.
      case .pane(let pane) where overlay == nil: wheel(pane, by: lines)
      default: break
      }
    }
  }

  private mutating func click(_ target: Target, _ point: Point, _ effects: inout [ReaderEffect]) {
    if case .action(let action) = target { return act(action, &effects) }
    // What one has written is not for a slip of the hand.
    if case .note = prompt?.goal { return }
    if prompt != nil { return prompt = nil }
    if typing != nil { act(.keepSearch, &effects) }
    if picking != nil {
      if case .line(let line, let column) = target { pick(upToLine: line, column: point.x - column) }
      return
    }
    if overlay != nil { return clickOverlay(target, &effects) }
    let before = place
    switch target {
    case .pane(let pane): focus = pane
    case .party(let row):
      focus = .parties
      views[current]?.partyRow = row
    case .source(let row):
      focus = .sources
      views[current]?.sourceRow = row
    case .claim(let place):
      focus = .claims
      if let view, view.visited.indices.contains(place) { views[current]?.show(claim: view.visited[place]) }
    case .line(let line, let column):
      focus = .article
      views[current]?.stand(onLine: line, column: point.x - column)
      if let claim = view?.claimAtCursor { views[current]?.take(claim: claim) }
    case .overlay, .story, .choice, .kept, .dealRow, .found, .queryLine, .action: break
    }
    history.note(.jump, from: before, to: place)
  }

  /// A click beside an overlay closes it; one on what is selected already goes there.
  private mutating func clickOverlay(_ target: Target, _ effects: inout [ReaderEffect]) {
    switch (target, overlay) {
    case (.story(let row), .stories(let selected)):
      if row == selected { act(.open, &effects) } else { overlay = .stories(selected: row) }
    case (.story(let row), .unreadable(let selected)):
      if row == selected { act(.open, &effects) } else { overlay = .unreadable(selected: row) }
    case (.claim(let place), .claims):
      guard let view, view.visited.indices.contains(place) else { return }
      if place == view.claimPlace { act(.open, &effects) } else { views[current]?.show(claim: view.visited[place]) }
    case (.dealRow(let row), .deal(let view)):
      if row == view.selected { act(.open, &effects) } else { selectDealRow(row) }
    case (.found(let place), .finder):
      if place == finder.selected { act(.open, &effects) } else { finder.selected = place }
    case (.choice(let row), .correct(var correcting)):
      let isChosen = row == correcting.row
      correcting.row = row
      overlay = .correct(correcting)
      if isChosen { act(.choose, &effects) }
    case (.kept(let row), .kept(var rows)):
      let isChosen = row == rows.selected
      rows.selected = row
      overlay = .kept(rows)
      if isChosen { act(.open, &effects) }
    case (.queryLine, .finder): finder.hasLine = true
    case (.queryLine, .stories): storyRows.hasLine = true
    case (.overlay, _): break
    default: act(.close, &effects)
    }
  }

  private mutating func wheel(_ pane: Pane, by lines: Int) {
    guard var view else { return }
    switch pane {
    case .article: view.page(by: lines, pushing: false)
    case .parties:
      Self.scroll(
        &view.partyTop, &view.partyRow, by: lines, of: view.story.parties.count + 1, rows: PartyPane.rows(self))
    case .sources:
      Self.scroll(
        &view.sourceTop, &view.sourceRow, by: lines, of: view.index.sources.count, rows: SourcePane.rows(self))
      view.relaysShown = view.sourceRow
    case .claims: wheelClaims(&view, by: lines)
    }
    views[current] = view
  }

  private mutating func wheelOverlay(by lines: Int) {
    switch overlay {
    case .help, .why, .queryForm: move(.lines(lines))
    case .claims:
      guard var view else { return }
      wheelClaims(&view, by: lines)
      views[current] = view
    case .stories(var selected):
      guard var place = storyRows.place(of: selected) else { return }
      Self.scroll(&storyTop, &place, by: lines, of: storyRows.entries.count, rows: StoryList.rows(self))
      selected = Int(storyRows.entries[place])
      overlay = .stories(selected: selected)
    case .unreadable(let selected): overlay = .unreadable(selected: selected + lines)
    case .deal: moveInDeal(.lines(lines))
    case .correct, .kept: move(.lines(lines))
    case .finder:
      guard finder.results.count > 0 else { return }
      let rows = FinderOverlay.rows(self)
      Self.scroll(&finder.top, &finder.selected, by: lines, of: finder.results.count, rows: rows)
    case nil: break
    }
  }

  private func wheelClaims(_ view: inout StoryView, by lines: Int) {
    guard let before = view.claimPlace else { return }
    var place = before
    Self.scroll(&view.claimTop, &place, by: lines, of: view.visited.count, rows: ClaimList.rows(self))
    if place != before { view.show(claim: view.visited[place]) }
  }

  /// Moves the view of a list; the selected row comes along only where it would leave the view.
  private static func scroll(_ top: inout Int, _ row: inout Int, by lines: Int, of count: Int, rows: Int) {
    let rows = max(1, rows)
    top = min(max(0, top + lines), max(0, count - rows))
    row = min(max(row, top), max(0, min(top + rows, count) - 1))
  }
}
