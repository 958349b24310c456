import Stories

extension Notebook {
  /// `story`, as it was read, with what the notebook says of it; `nil` if that is nothing.
  public func applied(to story: Story) -> Story? {
    let entries = entries(on: story)
    if entries.isEmpty { return nil }
    // What holds everywhere is mostly about others.
    if entries.allSatisfy({ $0.story == nil && !Self.isAbout($0, story) }) { return nil }
    var draft = Draft(story)
    for entry in entries { _ = draft.carryOut(entry) }
    return draft.story
  }

  /// The entries on `story` that have lost what they are on.
  public func lost(in story: Story) -> [Entry] {
    var draft = Draft(story)
    return entries(on: story).filter { !draft.carryOut($0) && $0.story != nil }
  }

  /// Whether an entry on a party is on one of `story`, by id or name.
  public static func isAbout(_ entry: Entry, _ story: Story) -> Bool {
    guard case .party(let id, let name) = entry.subject else { return false }
    return (story.parties + story.targets).contains { $0.id == id || $0.name.english == name || $0.name.french == name }
  }
}
