import Stories

/// What a search found in a story.
public struct Found: Hashable, Sendable {
  /// The claim, an index in the story's list; `nil` for a place in the text.
  public var claim: Int?
  /// The words.
  public var place: Span
}

extension Query {
  /// What it finds in `story`, by looking at all of it: the claims, or one place of the text.
  ///
  /// Claims with less confidence than `least` are as if they were not there.
  public func found(in story: Story, from least: Double = 0) -> [Found] {
    let ofStory = terms.filter { isOfStory($0.condition) }
    guard ofStory.allSatisfy({ holds($0, of: story, from: least) }) else { return [] }
    let ofClaims = terms.filter { !isOfStory($0.condition) }
    return story.text.bytes.withUnsafeBufferPointer { bytes in
      scope == .claims ? claims(ofClaims, in: story, bytes, from: least) : text(ofClaims, in: story, bytes, from: least)
    }
  }

  /// The claims that `terms` hold for.
  private func claims(
    _ terms: [Term], in story: Story, _ bytes: UnsafeBufferPointer<UInt8>, from least: Double
  ) -> [Found] {
    let others = terms.filter { !$0.condition.isNoted }
    return claims(terms.filter(\.condition.isNoted), in: story).compactMap { index in
      let claim = story.claims[index]
      guard claim.confidence >= least, others.allSatisfy({ holds($0, of: claim, in: story, bytes) }) else { return nil }
      return Found(claim: index, place: claim.span)
    }
  }

  /// The places of the claims that all of `terms`, which are about notes, hold for.
  private func claims(_ terms: [Term], in story: Story) -> [Int] {
    terms.reduce(Array(story.claims.indices)) { claims, term in
      let noted = Remarked(term.condition, in: story)
      return claims.filter { noted.counts(for: $0, of: story) != term.isExcluded }
    }
  }

  /// The place of the words in the text, if `terms` hold for the story.
  private func text(
    _ terms: [Term], in story: Story, _ bytes: UnsafeBufferPointer<UInt8>, from least: Double
  ) -> [Found] {
    let words = terms.filter(\.condition.isWords)
    let others = terms.filter { !$0.condition.isWords }
    let isFound = words.allSatisfy { term in
      guard case .words(let pattern) = term.condition else { return true }
      return pattern.occurs(in: bytes, 0..<bytes.count) != term.isExcluded
    }
    guard isFound else { return [] }
    // All that is asked of claims must hold for one.
    let isClaimed = story.claims.contains { claim in
      claim.confidence >= least && others.allSatisfy { holds($0, of: claim, in: story, bytes) }
    }
    return others.isEmpty || isClaimed ? [Found(place: place(in: story))] : []
  }

  /// Where to look in `story`, which was found by its text: the first of the words, else the beginning.
  public func place(in story: Story) -> Span {
    let start = story.layout.blocks.first?.span.start ?? 0
    var found: Span?
    if let pattern = wanted.first {
      story.text.bytes.withUnsafeBufferPointer { bytes in
        pattern.find(in: bytes, 0..<bytes.count) { place in
          found = Span(place.lowerBound, place.upperBound)
          return false
        }
      }
    }
    return found ?? Span(start, start)
  }

  private func holds(_ term: Term, of story: Story, from least: Double) -> Bool {
    let holds: Bool
    switch term.condition {
    case .date(let ranges): holds = ranges.contains { $0.contains(story.day) }
    case .deal(let patterns): holds = story.targets.contains { patterns.fit($0.names) }
    case .outlet(let patterns): holds = story.layout.outlet.map { patterns.fit([$0.english, $0.french]) } ?? false
    case .state(let set) where term.condition.isOfStory: holds = set.contains(story.isRead ? .read : .unread)
    case .note, .tag, .state: holds = Remarked(term.condition, in: story).counts(for: story, from: least)
    default: holds = true
    }
    return holds != term.isExcluded
  }

  private func holds(
    _ term: Term, of claim: Claim, in story: Story, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let holds: Bool
    switch term.condition {
    case .words(let pattern): holds = pattern.occurs(in: bytes, claim.span.range)
    case .party(let patterns):
      let makers = claim.chain.compactMap { story.sources[$0].party }
      holds = (claim.parties + makers).contains { patterns.fit(story.parties[$0].names) }
    case .about(let patterns): holds = claim.parties.contains { patterns.fit(story.parties[$0].names) }
    case .source(let patterns): holds = claim.chain.contains { patterns.fit(story.sources[$0].names) }
    case .certainty(let set): holds = set.contains(claim.certainty)
    case .stage(let set): holds = claim.stage.map(set.contains) ?? false
    case .manner(let set): holds = set.contains(claim.manner)
    case .date, .deal, .outlet, .note, .tag, .state: return true
    }
    return holds != term.isExcluded
  }
}

extension [Pattern] {
  /// Whether one of them stands in one of `names`.
  func fit(_ names: [String]) -> Bool { contains { pattern in names.contains { pattern.occurs(in: $0) } } }
}

extension Party {
  /// By what a search knows it.
  var names: [String] { [name.english, name.french, id] }
}

extension Source {
  /// By what a search knows it.
  var names: [String] { [name.english, name.french, id] }
}

extension Story {
  /// Its day as a number, 14 September 2020 as 20200914; 0 if it says none.
  public var day: Int32 {
    var day: Int32 = 0
    for byte in layout.date?.utf8 ?? "".utf8 where byte &- 0x30 < 10 { day = day * 10 + Int32(byte - 0x30) }
    return day
  }
}
