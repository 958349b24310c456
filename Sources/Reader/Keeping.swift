import Notebook
import Stories

/// How what a reader has put down reaches the stories: each is shown as it was read, with the notebook's entries carried out on it.
extension ReaderState {
  /// `state` with what the notebook says of a story that was read.
  mutating func kept(_ state: Library.State, at index: Int) -> Library.State {
    guard case .read(let story) = state else {
      originals[index] = nil
      return state
    }
    return .read(kept(story, at: index))
  }

  private mutating func kept(_ story: Story, at index: Int) -> Story {
    var kept = story
    originals[index] = nil
    if !notebook.isEmpty {
      for key in notebook.keys(of: story) { homes[key, default: []].insert(index) }
      if let corrected = notebook.applied(to: story) {
        originals[index] = story
        kept = corrected
      }
    }
    if !readStories.isEmpty { kept.isRead = readStories.contains(story.text.fingerprint) }
    return kept
  }

  /// The story at `index` as it was read, without what the notebook says of it.
  public func asRead(_ index: Int) -> Story? { originals[index] ?? library.story(index) }

  /// Takes what was put down, here or by another program.
  mutating func receive(_ noted: Noted) {
    let before = notebook
    for story in noted.stories { notebook.add(story) }
    var entries: [Entry] = []
    var isVain = false
    for entry in noted.entries where notebook.entry(entry.id) == nil {
      // Somebody else may have been quicker.
      if case (.undo, .entry(let id)) = (entry.deed, entry.subject), let other = notebook.entry(id) {
        isVain = !notebook.holds(other)
      }
      notebook.add(entry)
      entries.append(entry)
    }
    for index in touched(by: entries, hint: noted.own?.story) {
      guard let story = asRead(index) else { continue }
      replace(kept(story, at: index), at: index)
    }
    refreshKept()
    if let own = noted.own, let entry = noted.entries.last {
      self.own.insert(entry.id)
      show(own)
      var about = entry
      if case .entry(let id) = entry.subject, let other = before.entry(id) { about = other }
      let isElsewhere = about.story.map { homes[$0]?.contains(current) != true } ?? false
      var title = isElsewhere ? about.story.flatMap { notebook.stories[$0]?.title } : nil
      // What is taken back may stand elsewhere on the screen, or not at all.
      if title == nil, about.id != entry.id, case .claim(let anchor) = about.subject { title = oneLine(anchor.quote) }
      message = KeptPhrase.done(called(entry), before, elsewhere: title.map { fitted($0, 40) })[language]
      if entry.story != nil, let read = own.story.flatMap({ asRead($0) }), notebook.lost(in: read).contains(entry) {
        message = KeptPhrase.isLost[language]
      }
      if isVain { message = KeptPhrase.isTakenBack[language] }
    }
    if let problem = noted.problem { message = problem }
  }

  /// `entry` with the sources that it names as the interface calls them.
  func called(_ entry: Entry) -> Entry {
    guard case .source(let names) = entry.deed, let story = view?.story else { return entry }
    var called = entry
    let known = story.sources.map(\.name) + story.parties.map(\.name)
    called.deed = .source(names.map { name in known.first { $0.english == name }?[language] ?? name })
    return called
  }

  /// The stories that entries are on.
  private func touched(by entries: [Entry], hint: Int?) -> [Int] {
    var touched: Set<Int> = []
    if let hint { touched.insert(hint) }
    for entry in entries {
      var entry = entry
      if case .entry(let id) = entry.subject {
        guard let other = notebook.entry(id) else { continue }
        entry = other
      }
      if let key = entry.story, let homes = homes[key] {
        touched.formUnion(homes)
      } else if entry.story == nil || hint == nil {
        // Another program's, on a story that nothing was noted on, or what holds wherever the party is.
        touched.formUnion(
          library.entries.indices.filter { index in
            guard let story = asRead(index) else { return false }
            if let key = entry.story { return notebook.keys(of: story).contains(key) }
            return Notebook.isAbout(entry, story)
          })
      }
    }
    return touched.sorted()
  }

  /// Has the story at `index`, whose text is the same, be this one; one stays where one was.
  private mutating func replace(_ story: Story, at index: Int) {
    library.set(index, to: .read(story))
    if deals.isBehind { deals.catchUp(with: library) }
    deals.note(index)
    note(index)
    if let view = views[index] { views[index] = StoryView(story, after: view) }
    guard index == current else { return }
    // These hold numbers of claims as they were.
    explained = nil
    typing = nil
    if case .claims = overlay { overlay = .claims(before: nil) }
    if case .correct = overlay { overlay = nil }
  }

  /// Goes to what was just put down, where that is a claim of the current story.
  private mutating func show(_ jotting: Jotting) {
    guard jotting.story == current, let story = view?.story else { return }
    let anchor: Anchor
    switch (jotting.deed, jotting.subject) {
    case (.delete, _): return
    case (.words(let words), _): anchor = words
    case (_, .claim(let words)): anchor = words
    default: return
    }
    guard let claim = story.claim(anchor), view?.claim != claim else { return }
    // What was just added may be outside of what one had narrowed the story to.
    if views[current]?.visited.contains(claim) == false { _ = views[current]?.narrow(to: .all) }
    views[current]?.show(claim: claim)
  }
}

extension Story {
  /// The claim that is exactly these words.
  func claim(_ anchor: Anchor) -> Int? {
    guard let span = Anchor.find(anchor, in: text) else { return nil }
    return claims.firstIndex { $0.span == span }
  }
}
