import Stories

/// One thing that a reader has put down.
///
/// A notebook is a list of them; none is ever changed.
public struct Entry: Hashable, Sendable {
  /// What no other entry is called: the time in UTC, then letters drawn by lot.
  public var id: String
  /// What is done.
  public var deed: Deed
  /// To what.
  public var subject: Subject
  /// The fingerprint of the story's text; `nil` for what holds in all stories.
  public var story: UInt64?

  /// To what something is done.
  public enum Subject: Hashable, Sendable {
    case story
    /// The claim that is these words.
    case claim(Anchor)
    /// The party, or what is being bought, by its id and its name as the program had it.
    case party(id: String, name: String)
    /// Another entry.
    case entry(String)
  }

  /// Makes an entry.
  public init(id: String, deed: Deed, subject: Subject, story: UInt64?) {
    (self.id, self.deed, self.subject, self.story) = (id, deed, subject, story)
  }
}

/// What a reader can do to a claim, a party or a story.
public enum Deed: Hashable, Sendable {
  // Claims.
  case certainty(Claim.Certainty)
  case stage(Stage?)
  /// Who says it, by name, the nearest source first; nobody for the article itself.
  case source([String])
  /// It is these words.
  case words(Anchor)
  case delete
  /// There is a claim, which the article itself asserts until something else is said.
  case add

  // Parties.
  case rename(String)
  case role(Party.Role?)
  /// It is the same as the party with this id and name.
  case merge(id: String, name: String)
  /// Its mentions in these words are another party, which is called so.
  case split(words: String, name: String)

  // Everything.
  /// A note in place of the one that is there; none if it is empty.
  case note(String)
  case mark(Bool)
  case tag(String)
  case untag(String)

  // Entries.
  case undo, redo

  /// Whether it changes what was read in the text.
  public var isCorrection: Bool {
    switch self {
    case .certainty, .stage, .source, .words, .delete, .add, .rename, .role, .merge, .split: true
    case .note, .mark, .tag, .untag, .undo, .redo: false
    }
  }
}

/// By what a story is known again: its text, or else what it is called and how it begins.
public struct StoryReference: Hashable, Sendable {
  /// The fingerprint of its text.
  public var key: UInt64
  /// The path as given, or below the folder given.
  public var name: String
  /// Its headline.
  public var title: String
  /// The first words of its text.
  public var opening: String

  /// Makes a reference of its parts.
  public init(key: UInt64, name: String, title: String, opening: String) {
    (self.key, self.name, self.title, self.opening) = (key, name, title, opening)
  }

  /// Makes the reference to `story`.
  public init(_ story: Story) {
    key = story.text.fingerprint
    name = story.name
    title = PlainWords.beginning(of: Array(PlainWords.string(Array(story.title.utf8)[...]).utf8), 120)
    let body = story.layout.first(.paragraph) ?? story.layout.blocks.last?.span ?? Span(0, 0)
    let bytes = story.text.bytes[body.start..<min(body.end, body.start + 240)]
    opening = PlainWords.beginning(of: PlainWords(bytes).bytes, 60)
  }

  /// The last part of its name.
  var fileName: Substring { name.split(separator: "/").last ?? "" }

  /// Whether it is a story whose text was another one when `other` was made.
  func isLater(than other: StoryReference) -> Bool {
    let sameOpening = opening == other.opening && opening.utf8.count >= 20
    let sameTitle = title == other.title && title.utf8.count >= 20
    // Of the very same path a short headline is enough.
    if name == other.name, title == other.title, !title.isEmpty { return true }
    return fileName == other.fileName ? sameOpening || sameTitle : sameOpening && sameTitle
  }
}
