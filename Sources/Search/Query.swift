import Stories

/// What a search asks for: terms that must all hold.
///
/// docs/search.md describes how it is written.
public struct Query: Hashable, Sendable {
  /// The terms, in the order in which they were written.
  var terms: [Term] = []
  /// Where the words are looked for.
  public internal(set) var scope = Scope.claims

  /// Where words are looked for, and what a search finds.
  public enum Scope: Hashable, Sendable {
    /// The words of one claim; claims are found.
    case claims
    /// The whole text; stories are found.
    case text
  }

  /// Makes a query that asks for nothing, which every claim is.
  public init() {}

  /// One condition.
  struct Term: Hashable, Sendable {
    var condition: Condition
    /// Whether it must not hold.
    var isExcluded = false
  }

  /// What a term says; of several values in a list one has to fit.
  enum Condition: Hashable, Sendable {
    case words(Pattern)
    case party([Pattern])
    case about([Pattern])
    case source([Pattern])
    case certainty(Set<Claim.Certainty>)
    case stage(Set<Stage>)
    case manner(Set<Claim.Manner>)
    /// Days as numbers: 14 September 2020 is 20200914.
    case date([ClosedRange<Int32>])
    case deal([Pattern])
    case outlet([Pattern])
    case note([Pattern])
    case tag([Pattern])
    /// What is of the story, or else of claims, never both.
    case state(Set<QueryState>)

    /// Whether it is about the story as a whole.
    var isOfStory: Bool {
      switch self {
      case .date, .deal, .outlet: true
      case .state(let set): set.allSatisfy(\.isOfStory)
      default: false
      }
    }

    /// Whether it is about what the reader has noted or put right.
    var isNoted: Bool {
      switch self {
      case .note, .tag: true
      case .state: !isOfStory
      default: false
      }
    }

    var isWords: Bool { if case .words = self { true } else { false } }
  }

  /// Whether `condition` is asked of stories, not of claims: where texts are searched, notes are those of the whole story.
  func isOfStory(_ condition: Condition) -> Bool { condition.isOfStory || scope == .text && condition.isNoted }

  /// Whether it asks for nothing.
  public var isEmpty: Bool { terms.isEmpty }

  /// The same, looked for in the whole text.
  public var inText: Query {
    var query = self
    query.scope = .text
    return query
  }

  /// The words that are looked for, not those that must be missing.
  var wanted: [Pattern] {
    terms.compactMap { term in
      if case .words(let pattern) = term.condition, !term.isExcluded { pattern } else { nil }
    }
  }

  /// Where the words that are looked for stand in `range` of `text`, by place, without overlap.
  public func marks(in text: StoryText, _ range: Range<Int>) -> [Span] {
    var found: [Span] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      for pattern in wanted {
        pattern.find(in: bytes, range) { place in
          found.append(Span(place.lowerBound, place.upperBound))
          return true
        }
      }
    }
    found.sort()
    return found.reduce(into: []) { marks, span in
      guard let last = marks.last, last.overlaps(span) else { return marks.append(span) }
      marks[marks.count - 1] = Span(last.start, max(last.end, span.end))
    }
  }
}
