/// What a reader has noted on a story, a claim or a party.
public struct Remark: Sendable, Hashable {
  /// What it is on.
  public var subject: Subject
  /// The note; lines end in "\n", the last has none.
  public var note: String?
  /// The tags, in the order in which they were given.
  public var tags: [String] = []
  /// Whether it is marked, to be come back to.
  public var isMarked = false

  /// What a remark can be on.
  public enum Subject: Sendable, Hashable {
    case story
    /// An index in `Story.claims`.
    case claim(Int)
    /// An index in `Story.parties`.
    case party(Int)
  }

  /// Makes an empty remark.
  public init(on subject: Subject) { self.subject = subject }

  /// Whether it says nothing.
  public var isEmpty: Bool { note == nil && tags.isEmpty && !isMarked }
}
