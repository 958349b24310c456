/// The stories that are open, in the order in which they were asked for.
public struct Library: Sendable {
  /// A story that was asked for, and how far it is.
  public struct Entry: Sendable {
    /// The path as given, or below the folder given.
    public var name: String
    /// How far it is.
    public var state: State

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
  }

  /// The stories asked for.
  public var entries: [Entry]

  /// Makes a library.
  public init(entries: [Entry] = []) { self.entries = entries }

  /// The story at `index`, if it has been read.
  public func story(_ index: Int) -> Story? {
    guard entries.indices.contains(index), case .read(let story) = entries[index].state else { return nil }
    return story
  }
}
