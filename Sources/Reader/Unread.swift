import Stories

/// Which stories have been read, and which are still to be.
extension ReaderState {
  /// Says whether the story at `index` has been read.
  mutating func setRead(_ isRead: Bool, at index: Int, _ effects: inout [ReaderEffect]) {
    guard var story = library.story(index), story.isRead != isRead else { return }
    let key = story.text.fingerprint
    if isRead { readStories.insert(key) } else { readStories.remove(key) }
    effects.append(.setRead(key, isRead))
    story.isRead = isRead
    originals[index]?.isRead = isRead
    library.set(index, to: .read(story))
    note(index)
  }

  /// Has the story that shows be read, once one has done something in it.
  mutating func readCurrent(_ effects: inout [ReaderEffect]) {
    if leftUnread != current { leftUnread = nil }
    guard overlay == nil, typing == nil, prompt == nil, leftUnread == nil, view != nil else { return }
    setRead(true, at: current, &effects)
  }

  /// Has the story on which one is be unread, or read.
  mutating func toggleRead(_ effects: inout [ReaderEffect]) {
    let index = selectedStory
    guard let story = library.story(index) else { return }
    setRead(!story.isRead, at: index, &effects)
    if index == current { leftUnread = story.isRead ? index : nil }
    message = (story.isRead ? KeptPhrase.isUnread : .isRead)[language]
  }
}
