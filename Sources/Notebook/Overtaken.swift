import Stories

/// What two entries are on of which the later one makes the earlier one void.
private struct OvertakenPart: Hashable {
  var story: UInt64?
  var subject: Entry.Subject
  var kind: String
}

extension [Entry] {
  /// The entries that are not overtaken by others, the newest first: of notes on the same the last one, and no mark that was
  /// taken off again.
  public var notOvertaken: [Entry] {
    var seen: Set<OvertakenPart> = []
    return reversed().filter { entry in
      guard let kind = entry.deed.overtaking else { return true }
      let isLast = seen.insert(OvertakenPart(story: entry.story, subject: entry.subject, kind: kind)).inserted
      return isLast && !entry.deed.takesAway
    }
  }
}

extension Deed {
  /// What two deeds have in common of which the later one makes the earlier one void; `nil` if none does.
  fileprivate var overtaking: String? {
    switch self {
    case .certainty: "certainty"
    case .stage: "stage"
    case .source: "source"
    case .rename: "name"
    case .role: "role"
    case .note: "note"
    case .mark: "mark"
    case .tag(let tag), .untag(let tag): "#" + tag
    case .words, .delete, .add, .merge, .split, .undo, .redo: nil
    }
  }

  /// Whether nothing is left of what it overtakes.
  fileprivate var takesAway: Bool {
    switch self {
    case .note(let text): text.isEmpty
    case .mark(let isMarked): !isMarked
    case .untag: true
    default: false
    }
  }
}
