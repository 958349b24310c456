import Display
import Stories

extension ReaderState {
  /// Answers an event: the only place where the state changes.
  ///
  /// Returns what the program around the reader has to do, in order.
  public mutating func update(_ event: ReaderEvent) -> [ReaderEffect] { update([event]) }

  /// Answers events that come together, and makes everything fit together again but once.
  public mutating func update(_ events: [ReaderEvent]) -> [ReaderEffect] {
    var effects: [ReaderEffect] = []
    var isKey = false
    for event in events {
      answer(event, &effects)
      if case .key = event { isKey = true }
    }
    settle()
    if isKey { readCurrent(&effects) }
    followTutor(events)
    return effects
  }

  private mutating func answer(_ event: ReaderEvent, _ effects: inout [ReaderEffect]) {
    switch event {
    case .key(let key):
      message = nil
      isUntouched = false
      press(key, &effects)
    case .mouse(let mouse):
      isUntouched = false
      point(mouse, &effects)
    case .pasted(let text): paste(text)
    case .resize(let size): share(size)
    case .movable(let movable): self.movable = movable
    case .added(let entries, let successor):
      add(entries, before: successor)
      goAhead(&effects)
    case .parts(let entries, let index):
      add(entries, before: library.successor(of: index))
      goAhead(&effects)
    case .named(let index, let name): rename(index, to: name)
    case .moved(let index, let name, let successor):
      move(index, name: name, before: successor)
      findCopies()
    case .gone(let indices):
      for index in indices { lose(index) }
      findCopies()
    case .found: begin(&effects)
    case .entry(let index, let entry): receive(entry, at: index, &effects)
    case .progress(let progress):
      self.progress = progress.isOver ? nil : progress
      if progress.isOver { findCopies() }
      goAhead(&effects)
    case .message(let sentence): message = sentence
    case .invitation: message = TutorPhrase.invitation[language]
    case .reasons(let reasons, let story, let claim):
      if explained?.story == story, explained?.claim == claim { explained?.reasons = reasons }
    case .exported(let exported): receive(exported)
    case .noted(let noted): receive(noted)
    case .edited(let text): receive(edited: text, &effects)
    case .copied(let copied): message = Phrase.copied(copied)[language]
    }
  }

  private mutating func press(_ key: Key, _ effects: inout [ReaderEffect]) {
    if let action = keys.action(for: key, in: context) {
      act(action, &effects)
    } else if case .character(let letter) = key {
      type(String(letter))
    }
  }

  /// Does what an action says, and remembers the place that it leaves.
  mutating func act(_ action: Action, _ effects: inout [ReaderEffect]) {
    let start = departure ?? place
    perform(action, &effects)
    // What one sees while a list or a search is open is only looked at.
    let isLooking = if case .claims = overlay { true } else { typing != nil }
    departure = isLooking ? start : nil
    guard !isLooking, let way = action.way else { return }
    let end = place
    // A view that was opened from another one leads back to it.
    let isOtherView = start.deal.map { from in end.deal.map { $0.kind != from.kind } ?? false } ?? false
    history.note(isOtherView ? .jump : way, from: start, to: end)
  }

  private mutating func perform(_ action: Action, _ effects: inout [ReaderEffect]) {
    // Nobody is to write what goes nowhere.
    if let whyNothingIsKept, action.putsDown { return message = whyNothingIsKept }
    switch action {
    case .quit: effects.append(.quit)
    case .redraw: effects.append(.redraw)
    case .suspend: effects.append(.suspend)
    case .copy: copy(&effects)
    case .mark: toggleMark(&effects)
    case .annotate: askForNote(&effects)
    case .tag: askForTags()
    case .correct: correct()
    case .pickWords: pick(.add)
    case .undo: undo(&effects)
    case .redo: redo(&effects)
    case .toggleRead: toggleRead(&effects)
    case .marked: openMarked()
    case .kept: openKept()
    case .takeBack: takeBack(&effects)
    case .choose: choose(&effects)
    case .scope: if case .kept = overlay { toggleKeptScope() } else { toggleScope() }
    case .leaveCorrecting: leaveCorrecting()
    case .wordRight, .wordLeft, .lineStart, .lineEnd, .otherEnd: movePicking(action)
    case .takePicked: takePicked(&effects)
    case .leavePicking: leavePicking()
    case .export: askWhereTo()
    case .pipe: askForCommand()
    case .acceptPrompt: carryOutPrompt(&effects)
    case .overwrite: carryOutPrompt(&effects, overwriting: true)
    case .leavePrompt: leavePrompt()
    case .nextForm: if case .note = prompt?.goal { editNote(&effects) } else { prompt?.cycle(by: 1) }
    case .previousForm: prompt?.cycle(by: -1)
    case .shell: effects.append(.shell)
    case .openOutside: openOutside(&effects)
    case .help: overlay = .help(top: 0)
    case .close: close()
    case .searchAll: openSearch()
    case .editQuery: finder.hasLine = true
    case .leaveLine:
      finder.hasLine = false
      storyRows.hasLine = false
    case .searchText: toggleText()
    case .queryForm: overlay = .queryForm(top: 0)
    case .narrowList: storyRows.hasLine = true
    case .nextOrder: storyRows.cycle(library, titles, language)
    case .nextStory: stepForward(&effects)
    case .previousStory:
      if stepsAhead > 0 {
        stepsAhead -= 1
      } else {
        visit(neighbour(forward: false), orSay: .firstStory, &effects)
      }
    case .storyList:
      // One comes to choose; what it was narrowed to stays.
      storyRows.hasLine = false
      overlay = .stories(selected: standing)
    case .unreadable: openUnreadable()
    case .claimList: openClaims()
    case .open: open(&effects)
    case .narrow: narrow()
    case .fewerClaims: stepLeast(up: true)
    case .moreClaims: stepLeast(up: false)
    case .why: askWhy(&effects)
    case .timeline: openDeal(.timeline)
    case .dossier: openDeal(.dossier)
    case .disagreements: openDeal(.disagreements)
    case .origins: openDeal(.origins)
    case .unfold: unfold(true)
    case .fold: unfold(false)
    case .nextDeal: stepDeal(by: 1)
    case .previousDeal: stepDeal(by: -1)
    case .back: stepBack()
    case .zoom: zoomed.toggle()
    case .nextPane, .rightPane: moveFocus(by: 1, around: action == .nextPane)
    case .previousPane, .leftPane: moveFocus(by: -1, around: action == .previousPane)
    case .parties: focus = .parties
    case .article: focus = .article
    case .sources: focus = .sources
    case .claims: openClaims()
    case .placeBefore: travel(back: true, &effects)
    case .placeAfter: travel(back: false, &effects)
    case .up: if picking != nil { movePicking(.up) } else { move(.lines(-1)) }
    case .down: if picking != nil { movePicking(.down) } else { move(.lines(1)) }
    case .pageUp: move(.pages(-1))
    case .pageDown: move(.pages(1))
    case .halfUp: move(.halves(-1))
    case .halfDown: move(.halves(1))
    case .first: move(.first)
    case .last: move(.last)
    case .nextClaim: stepClaim(forward: true)
    case .previousClaim: stepClaim(forward: false)
    case .takeClaim: takeClaim()
    case .nextMention: stepMention(forward: true)
    case .previousMention: stepMention(forward: false)
    case .search:
      guard let view else { break }
      typing = Typing(before: view)
      // Where one pane shows, that must be the one that is searched.
      focus = .article
    case .nextMatch: stepMatch(forward: true)
    case .previousMatch: stepMatch(forward: false)
    case .keepSearch: keepSearch()
    case .leaveSearch: leaveSearch()
    case .eraseLetter: eraseLetter()
    case .eraseWords: eraseWords()
    case .tutorNext, .tutorBack, .tutorLeave: tell(tutor: action)
    }
  }

  /// Makes everything fit together again after any change: focus, wrapping, and the lists' views.
  mutating func settle() {
    current = min(max(0, current), max(0, library.entries.count - 1))
    settleLibrary()
    if focus == .claims, !PaneLayout.hasClaims(size) { focus = .article }
    // A list over the panes gives way to the pane of its own when the screen grows.
    if case .claims = overlay, view == nil || PaneLayout.hasClaims(size) { overlay = nil }
    if case .correct(let correcting) = overlay, rows(of: correcting).isEmpty { overlay = nil }
    if picking != nil, view == nil || focus != .article { picking = nil }
    if case .why = overlay, explained?.story != current || view?.claim != explained?.claim { overlay = nil }
    settleDeal()
    let layout = panes
    guard layout.form != .none else { return }
    let room = layout.inner(.article) ?? self.layout(focus: .article).inner(.article)
    let article = room ?? Rect(x: 0, y: 0, width: size.width, height: size.height)
    let width = ArticleColumns(paneWidth: article.width).width
    if views[current] == nil, let story = library.story(current) {
      var view = StoryView(story, width: width, height: article.height, from: least)
      let mark = awaited.removeValue(forKey: current) ?? (known.isEmpty ? nil : known[story.text.fingerprint])
      if let mark { view.go(to: mark) }
      views[current] = view
    }
    keepFewViews()
    views[current]?.count(from: least)
    views[current]?.fit(width: width, height: article.height)
    views[current]?.glides = movable == .parts || movable == .rows && layout.form == .single
    settleLists(layout)
  }
}
