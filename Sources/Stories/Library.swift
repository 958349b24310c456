/// The stories that are open.
///
/// An entry keeps its index for as long as the library lives, so that whatever points at a story goes on pointing at it
/// while others come, move and go.
public struct Library: Sendable {
  /// A story that was asked for, and how far it is.
  public struct Entry: Sendable {
    /// The path as given, or below the folder given.
    public var name: String
    /// How far it is.
    public var state: State
    /// Whether its file is no longer there.
    public var isGone = false
    /// The story that this one is a copy of, which stands for both.
    public var original: Int?

    /// Makes an entry.
    public init(name: String, state: State = .waiting) {
      self.name = name
      self.state = state
    }
  }

  /// How far a story is.
  public enum State: Sendable {
    /// Asked for, not read yet.
    case waiting
    case read(Story)
    /// It could not be read; one sentence that says why and what to do.
    case failed(String)

    /// Whether it could not be read.
    public var isFailed: Bool { if case .failed = self { true } else { false } }
    /// Whether it is still to be read.
    public var isWaiting: Bool { if case .waiting = self { true } else { false } }
  }

  /// Every story that was ever asked for.
  public private(set) var entries: [Entry]
  /// The indices of the stories in the order in which they are shown; those that were taken out are not among them.
  public private(set) var order: [Int]
  /// How many of them could not be read.
  public private(set) var failures: Int
  /// How many in the order are copies.
  public private(set) var copies = 0
  /// For each entry its place in the order, -1 for none.
  private var places: [Int32]

  /// Makes a library that shows `entries` in their order.
  public init(entries: [Entry] = []) {
    self.entries = entries
    order = Array(entries.indices)
    places = entries.indices.map(Int32.init)
    failures = entries.count { $0.state.isFailed }
  }

  /// The story at `index`, if it has been read.
  public func story(_ index: Int) -> Story? {
    guard entries.indices.contains(index), case .read(let story) = entries[index].state else { return nil }
    return story
  }

  /// The text of the story at `index`, if it has been read: less to copy than the story where many are looked through.
  public func text(_ index: Int) -> StoryText? {
    guard entries.indices.contains(index) else { return nil }
    switch entries[index].state {
    case .read(let story): return story.text
    case .waiting, .failed: return nil
    }
  }

  /// The story at `index`, if it has been read and stands for itself, in all that counts or compares stories.
  public func ownStory(_ index: Int) -> Story? {
    entries.indices.contains(index) && entries[index].original == nil ? story(index) : nil
  }

  /// How many stories are shown, copies not counted.
  public var shown: Int { order.count - copies }

  /// The place of the story at `index` among those that are shown, copies not counted.
  public func shownPlace(of index: Int) -> Int? {
    guard let place = place(of: index) else { return nil }
    return copies == 0 ? place : place - order[..<place].count { entries[$0].original != nil }
  }

  /// Says of which story the one at `index` is a copy; of none if `nil`.
  public mutating func mark(_ index: Int, copyOf original: Int?) {
    if place(of: index) != nil {
      copies += (original == nil ? 0 : 1) - (entries[index].original == nil ? 0 : 1)
    }
    entries[index].original = original
  }

  /// The place of the story at `index` in the order; `nil` if it is not shown.
  public func place(of index: Int) -> Int? {
    places.indices.contains(index) && places[index] >= 0 ? Int(places[index]) : nil
  }

  /// The story that is shown after the one at `index`; `nil` if that is the last or not shown.
  public func successor(of index: Int) -> Int? {
    place(of: index).flatMap { $0 + 1 < order.count ? order[$0 + 1] : nil }
  }

  /// Adds stories and shows them before the one at the index `successor`; at the end if that is `nil` or not shown.
  public mutating func add(_ new: [Entry], before successor: Int? = nil) {
    let first = entries.count
    entries += new
    places += repeatElement(-1, count: new.count)
    failures += new.count { $0.state.isFailed }
    insert(first..<entries.count, before: successor)
  }

  /// Shows the story at `index` before the one at the index `successor`, or at the end, wherever it was shown so far.
  public mutating func place(_ index: Int, before successor: Int?) {
    guard entries.indices.contains(index), index != successor else { return }
    remove(index)
    failures += entries[index].state.isFailed ? 1 : 0
    copies += entries[index].original == nil ? 0 : 1
    insert(index..<index + 1, before: successor)
  }

  /// Shows the story at `index` no more.
  public mutating func remove(_ index: Int) {
    guard let place = place(of: index) else { return }
    order.remove(at: place)
    places[index] = -1
    copies -= entries[index].original == nil ? 0 : 1
    failures -= entries[index].state.isFailed ? 1 : 0
    number(from: place)
  }

  /// Says how far the story at `index` is.
  public mutating func set(_ index: Int, to state: State) {
    if places[index] >= 0 {
      failures += (state.isFailed ? 1 : 0) - (entries[index].state.isFailed ? 1 : 0)
    }
    entries[index].state = state
  }

  /// Calls the story at `index` by another name.
  public mutating func rename(_ index: Int, to name: String) { entries[index].name = name }

  /// Says whether the file of the story at `index` is no longer there.
  public mutating func mark(_ index: Int, gone: Bool) { entries[index].isGone = gone }

  private mutating func insert(_ indices: Range<Int>, before successor: Int?) {
    let place = successor.flatMap { self.place(of: $0) } ?? order.count
    order.insert(contentsOf: indices, at: place)
    number(from: place)
  }

  private mutating func number(from place: Int) {
    for place in place..<order.count { places[order[place]] = Int32(place) }
  }
}
