import Stories

// Nouns and prepositions that attribute.
extension RuleProposals {
  /// "Roe's claim that", "the report that".
  func noun(_ i: Int, _ sentence: Sentence, _ high: Int) -> Proposal? {
    let low = sentence.tokens.lowerBound
    let end = i + Int(prose.tokens[i].phraseLength)
    guard prose.language == .english, i > low, end < high, prose.tokens[end].has(.that),
      prose.fullQuotation(at: i) == nil
    else { return nil }
    // The possessor: "Acme's claim", "its claim".
    let before = i - 1
    guard before > low,
      prose.tokens[before].has(.possessive)
        || prose.tokens[before].has(.be) && !prose.tokens[before].shape.contains(.spaced)
    else { return nil }
    var source = before..<before + 1
    if !prose.tokens[before].has(.possessive) {
      var start = before
      while start > low, prose.tokens[start - 1].isWord, prose.tokens[start - 1].isCapital || start == before {
        start -= 1
      }
      source = start..<before
    }
    guard !source.isEmpty else { return nil }
    let content = prose.trimmed(end + 1..<secondVerb(end + 1..<ends.clause(from: end + 1, to: high, subordinate: true)))
    guard content.count >= 3 else { return nil }
    return Proposal(first: content, source: source)
  }

  /// Whether a verb's form is a noun here: "Acme's claim", "its reports".
  func isPossessed(_ i: Int, _ sentence: Sentence) -> Bool {
    guard prose.language == .english, i > sentence.tokens.lowerBound else { return false }
    let before = prose.tokens[i - 1]
    let form = prose.tokens[i].info.cue.form
    return (form == .base || form == .s)
      && (before.has(.possessive) || before.has(.be) && !before.shape.contains(.spaced))
  }

  /// Where the verb of the noun itself stands behind its clause: "the claim that it was late | failed in court".
  func secondVerb(_ range: Range<Int>) -> Int {
    var verb: Int?
    for i in range where prose.isFinite(i) {
      guard let first = verb else {
        verb = i
        continue
      }
      let before = prose.tokens[i - 1]
      let isGroup = prose.tokens[first..<i].allSatisfy {
        $0.traits.hasAny(.be | .have | .modal | .negation | .adverb | .participle)
      }
      if !isGroup, before.traits.isDisjoint(with: .and | .but | .that | .relative), !before.isPunctuation,
        before.traits.isDisjoint(with: .it | .he | .they)
      {
        return i
      }
    }
    return range.upperBound
  }

  /// "According to Reuters, …", "…, selon le ministère".
  func prepositional(_ i: Int, _ sentence: Sentence, _ high: Int) -> Proposal? {
    let low = sentence.tokens.lowerBound
    let end = i + Int(prose.tokens[i].phraseLength)
    guard end < high, !prose.tokens[end].has(.that), !prose.tokens[end].has(.relative) || prose.tokens[end].has(.he)
    else { return nil }
    let stop = sourceEnd(end, high)
    guard stop > end else { return nil }
    let source = end..<stop
    let opening = prose.tokens[low..<i].allSatisfy { $0.isPunctuation || $0.traits.hasAny(.but | .and | .adverb) }
    if opening {
      let start = stop < high && prose.tokens[stop].isPunctuation && !prose.tokens[stop].isQuote ? stop + 1 : stop
      guard start < high else { return nil }
      if let quotation = prose.quotation(at: start), quotation.open == start, quotation.isFull {
        return Proposal(first: quotation.content, source: source)
      }
      return clause(start, source, false, high)
    }
    if let quotation = prose.quotation(endingBefore: i, from: low), quotation.isFull,
      !prose.hasFinite(low..<max(low, quotation.open))
    {
      return Proposal(first: quotation.content, source: source)
    }
    var start = low
    while start < i, prose.tokens[start].has(.but), prose.tokens[start].info.name < 0 { start += 1 }
    let before = prose.trimmed(start..<i)
    guard before.count >= 3 else { return nil }
    return Proposal(first: before, source: source)
  }

  /// Where the source of a preposition ends: at the first mark, or before a verb if there is none.
  func sourceEnd(_ start: Int, _ high: Int) -> Int {
    var i = start
    while i < high {
      let token = prose.tokens[i]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .colon || token.kind == .dash
        || token.isQuote && prose.fullQuotation(at: i) != nil
      {
        return i
      }
      if token.has(.relative) || token.has(.gerund) && token.info.cue.isCue { return i }
      if i > start, token.has(.citing) { return i }
      i += 1
    }
    return high
  }
}
