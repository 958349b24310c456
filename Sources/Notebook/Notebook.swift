import Stories

/// What a reader has put down on stories: corrections, notes, marks and tags.
///
/// It only grows: what is taken back is an entry too, so that two programs, or two branches of a repository, can add to the same
/// notebook.
public struct Notebook: Sendable {
  /// The entries, in the order in which they were put down.
  public private(set) var entries: [Entry] = []
  /// The stories that they are on, by the fingerprint of the text.
  public private(set) var stories: [UInt64: StoryReference] = [:]

  private var places: [String: Int] = [:]
  private var byStory: [UInt64: [Int]] = [:]
  private var everywhere: [Int] = []
  /// The stories of the notebook by the last part of their name, and by their title.
  private var byName: [Substring: [UInt64]] = [:]
  private var byTitle: [String: [UInt64]] = [:]
  /// The entries that were taken back and not brought back, by place.
  private var undone: Set<Int> = []
  /// Of these the ones that can be brought back, the last one first to come, each with the name of the entry that took it back.
  private var redoable: [(place: Int, by: String)] = []

  /// Makes an empty notebook.
  public init() {}

  /// Whether nothing was ever put down.
  public var isEmpty: Bool { entries.isEmpty }

  /// Puts down a story that entries are on.
  public mutating func add(_ story: StoryReference) {
    guard stories[story.key] == nil else { return }
    stories[story.key] = story
    byName[story.fileName, default: []].append(story.key)
    byTitle[story.title, default: []].append(story.key)
  }

  /// Puts down an entry; one that is there already is not put down twice.
  public mutating func add(_ entry: Entry) {
    guard places[entry.id] == nil else { return }
    let place = entries.count
    places[entry.id] = place
    entries.append(entry)
    switch (entry.deed, entry.subject) {
    case (.undo, .entry(let id)):
      guard let other = places[id], undone.insert(other).inserted else { return }
      redoable.append((other, entry.id))
    case (.redo, .entry(let id)):
      guard let other = places[id], undone.remove(other) != nil else { return }
      redoable.removeAll { $0.place == other }
    default:
      // Whoever goes on has made up their mind about what was taken back.
      redoable = []
      if let story = entry.story { byStory[story, default: []].append(place) } else { everywhere.append(place) }
    }
  }

  /// The last entry that holds; if `names` are given, the last of these.
  public func undoable(among names: Set<String>? = nil) -> Entry? {
    entries.indices.last { stands($0) && names?.contains(entries[$0].id) ?? true }.map { entries[$0] }
  }

  /// The entry that comes back next: the last that was taken back, unless something was put down since.
  ///
  /// One that was taken back by an entry among `names` comes before the others.
  public func redoableEntry(among names: Set<String> = []) -> Entry? {
    (redoable.last { names.contains($0.by) } ?? redoable.last).map { entries[$0.place] }
  }

  /// The entry of that name.
  public func entry(_ id: String) -> Entry? { places[id].map { entries[$0] } }

  /// Whether `entry` holds: it was not taken back.
  public func holds(_ entry: Entry) -> Bool { places[entry.id].map { !undone.contains($0) } ?? false }

  /// The entries that hold, in the order in which they were put down.
  public var standing: [Entry] { entries.indices.filter(stands).map { entries[$0] } }

  /// Whether the entry at `place` says something itself, and holds.
  private func stands(_ place: Int) -> Bool {
    switch entries[place].deed {
    case .undo, .redo: false
    default: !undone.contains(place)
    }
  }

  /// Whether any entry may be on `story`.
  public func concerns(_ story: Story) -> Bool { !places(on: story).isEmpty }

  /// The entries that hold for `story`, in the order in which they were put down.
  public func entries(on story: Story) -> [Entry] { places(on: story).map { entries[$0] } }

  private func places(on story: Story) -> [Int] {
    if entries.isEmpty { return [] }
    var found = everywhere
    for key in keys(of: story) { found += byStory[key] ?? [] }
    return found.filter { !undone.contains($0) }.sorted()
  }

  /// By which fingerprints entries call `story`: that of its text, and those that its text once had.
  public func keys(of story: Story) -> Set<UInt64> {
    if stories.isEmpty { return [] }
    var keys: Set<UInt64> = [story.text.fingerprint]
    let reference = StoryReference(story)
    for key in (byName[reference.fileName] ?? []) + (byTitle[reference.title] ?? []) {
      if let other = stories[key], reference.isLater(than: other) { keys.insert(key) }
    }
    return keys
  }
}
