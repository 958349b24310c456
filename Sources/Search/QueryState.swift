import Stories

/// What a reader has done with a claim or a story, as a query asks for it.
public enum QueryState: String, CaseIterable, Sendable {
  case marked, noted, corrected
  case read, unread

  /// What it is called in a query, in each language; both are understood in any.
  public var wording: Wording {
    switch self {
    case .marked: Wording(english: "marked", french: "marqué")
    case .noted: Wording(english: "noted", french: "noté")
    case .corrected: Wording(english: "corrected", french: "corrigé")
    case .read: Wording(english: "read", french: "lu")
    case .unread: Wording(english: "unread", french: "non-lu")
    }
  }

  /// Whether it is said of a story as a whole.
  var isOfStory: Bool { self == .read || self == .unread }

  /// The state that `pattern` begins the name of: no other word of it, for who says “lu” does not mean “non-lu”.
  init?(_ pattern: Pattern) {
    for language in Language.allCases {
      guard let state = Self.allCases.first(where: { pattern.begins($0.wording[language]) }) else { continue }
      self = state
      return
    }
    return nil
  }
}
