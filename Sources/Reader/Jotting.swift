import Notebook
import Stories

/// Something that a reader puts down, before it has a name and a place in the notebook's file.
public struct Jotting: Hashable, Sendable {
  /// What is done.
  public var deed: Deed
  /// To what.
  public var subject: Entry.Subject
  /// The story that it is on; `nil` for what holds everywhere.
  public var reference: StoryReference?
  /// The index of that story in the library.
  public var story: Int?

  /// The entry that it becomes under the name `id`.
  public func entry(id: String) -> Entry { Entry(id: id, deed: deed, subject: subject, story: reference?.key) }
}

extension Action {
  /// Whether it puts something down, or asks what.
  var putsDown: Bool {
    switch self {
    case .mark, .annotate, .tag, .correct, .pickWords, .undo, .redo: true
    default: false
    }
  }
}

/// What was put down: by this reader, or by another program in the same notebook.
public struct Noted: Hashable, Sendable {
  /// The stories that entries are on.
  public var stories: [StoryReference]
  /// The entries, in the notebook's order.
  public var entries: [Entry]
  /// What this reader asked for, if it is among them.
  public var own: Jotting?
  /// Why it is not on the disk yet, one sentence.
  public var problem: String?

  /// Makes a report.
  public init(stories: [StoryReference] = [], entries: [Entry] = [], own: Jotting? = nil, problem: String? = nil) {
    (self.stories, self.entries, self.own, self.problem) = (stories, entries, own, problem)
  }
}
