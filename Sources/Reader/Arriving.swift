import Stories

/// What stories do by themselves: they are found, read, changed, moved and lost while one reads.
extension ReaderState {
  /// Tells what is kept of all stories that the one at `index` is another one now.
  mutating func note(_ index: Int) {
    finder.note(index, in: library)
    storyRows.note(index, library, language)
  }

  mutating func add(_ entries: [Library.Entry], before successor: Int?) {
    library.add(entries, before: successor)
    let first = titles.count
    for index in first..<library.entries.count where library.story(index) != nil {
      library.set(index, to: kept(library.entries[index].state, at: index))
    }
    titles += entries.map { ReaderState.title($0.state) }
    for index in first..<titles.count {
      if library.story(index) != nil { deals.note(index) }
      note(index)
      unregistered.append(index)
    }
  }

  /// Finds out which stories are copies, now that some are other ones.
  mutating func findCopies() {
    if unregistered.isEmpty || library.entries.count < 2 { return }
    for index in unregistered {
      for changed in register.note(index, in: library) {
        library.mark(changed, copyOf: register.original(of: changed))
        deals.note(changed)
        note(changed)
      }
    }
    unregistered.removeAll(keepingCapacity: true)
  }

  /// The story that stands for the current one: itself, unless it is a copy.
  var standing: Int {
    library.entries.indices.contains(current) ? library.entries[current].original ?? current : current
  }

  /// Takes what was read, or could not be, at `index`.
  mutating func receive(_ state: Library.State, at index: Int, _ effects: inout [ReaderEffect]) {
    guard library.entries.indices.contains(index) else { return }
    let before = views[index]
    // A file that is saved without a change changes nothing.
    if let before, case .read(let story) = state, story.text.bytes == before.story.text.bytes,
      library.story(index) != nil
    {
      return
    }
    let state = kept(state, at: index)
    library.set(index, to: state)
    // The first story is not looked at for these: its first frame would wait.
    findCopies()
    if deals.isBehind { deals.catchUp(with: library) }
    deals.note(index)
    titles[index] = ReaderState.title(state)
    note(index)
    unregistered.append(index)
    views[index] = nil
    if let before {
      if case .read(let story) = state {
        views[index] = StoryView(story, after: before)
      } else {
        awaited[index] = before.mark
      }
    }
    takeOver(index)
    guard index == current else { return }
    // They hold places in the text as it was.
    typing = nil
    explained = nil
    if picking != nil { message = KeptPhrase.pickingEnded[language] }
    picking = nil
    if case .claims = overlay { overlay = nil }
    if case .correct = overlay { overlay = nil }
    if isUntouched, state.isFailed, let next = neighbour(forward: true) { visit(next, orSay: .lastStory, &effects) }
  }

  /// Has the story at `index` be the current one, if that is gone and this is the same text: its file came back under
  /// another name.
  private mutating func takeOver(_ index: Int) {
    guard let gone = lingering, gone == current, index != gone, let story = library.story(index),
      let view = views[gone],
      story.text.bytes == view.story.text.bytes
    else { return }
    views[index] = StoryView(story, after: view)
    if explained?.story == gone { explained?.story = index }
    current = index
  }

  /// Begins with the first story, now that it is known which it is.
  mutating func begin(_ effects: inout [ReaderEffect]) {
    guard isUntouched else { return }
    let first = library.order.first { !library.entries[$0].state.isFailed }
    if let first, first != current { visit(first, orSay: .firstStory, &effects) }
  }

  mutating func move(_ index: Int, name: String, before successor: Int?) {
    guard library.entries.indices.contains(index) else { return }
    // It was let go of: it must be read again.
    if library.entries[index].isGone, library.entries[index].state.isFailed { library.set(index, to: .waiting) }
    library.rename(index, to: name)
    library.mark(index, gone: false)
    library.place(index, before: successor)
    note(index)
    unregistered.append(index)
    if lingering == index { lingering = nil }
  }

  mutating func rename(_ index: Int, to name: String) {
    guard library.entries.indices.contains(index) else { return }
    library.rename(index, to: name)
    note(index)
  }

  /// The file of the story at `index` is gone: the story too, unless one is in it.
  mutating func lose(_ index: Int) {
    guard library.place(of: index) != nil else { return }
    library.mark(index, gone: true)
    if index == current, library.story(index) != nil {
      lingering = index
      message = Phrase.gone[language]
    } else {
      drop(index)
    }
  }

  private mutating func drop(_ index: Int) {
    // One stays near where one was.
    if index == current { current = neighbour(forward: true) ?? neighbour(forward: false) ?? current }
    library.remove(index)
    library.set(index, to: .failed(Phrase.gone[language]))
    deals.note(index)
    titles[index] = nil
    note(index)
    unregistered.append(index)
    if let view = views[index] { left[view.story.text.fingerprint] = view.mark }
    views[index] = nil
  }

  /// Lets go of the story that is gone once one has left it.
  mutating func settleLibrary() {
    guard let index = lingering, index != current else { return }
    lingering = nil
    drop(index)
  }

  /// Keeps the views of the stories that were visited last, and of all others where one was.
  mutating func keepFewViews() {
    for (index, view) in views.visit(current) {
      awaited[index] = view.mark
      left[view.story.text.fingerprint] = view.mark
    }
  }

  /// The index of the story after the current one, or before it, that is not known to be unreadable or a copy.
  func neighbour(forward: Bool) -> Int? {
    guard let place = library.place(of: current) else { return nil }
    let readable = { (index: Int) in
      !library.entries[index].state.isFailed && library.entries[index].original == nil
    }
    return forward
      ? library.order[(place + 1)...].first(where: readable) : library.order[..<place].last(where: readable)
  }

  /// What the story at `index` is called in lists: its title, or its name if it is not read.
  func title(of index: Int) -> String { titles[index] ?? library.entries[index].name }

  mutating func openUnreadable() {
    if library.failures > 0 {
      // One begins where one is.
      overlay = .unreadable(selected: UnreadableList(self).stories.firstIndex(of: current) ?? 0)
    } else {
      message = Phrase.allReadable[language]
    }
  }
}
