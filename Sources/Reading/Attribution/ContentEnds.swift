import Stories

/// Tells where the content of a cue ends.
struct ContentEnds {
  let prose: Prose

  /// The end of a clause that begins at `start`, at most `high`.
  ///
  /// `subordinate`: the cue stands in a subordinate or relative clause, so that its content ends with that clause.
  func clause(from start: Int, to high: Int, subordinate: Bool = false) -> Int {
    var i = start
    while i < high {
      if let quotation = prose.fullQuotation(at: i), quotation.close < high {
        i = quotation.close + 1
        continue
      }
      let token = prose.tokens[i]
      switch token.kind {
      case .semicolon: return i
      case .comma, .dash:
        if i - start >= 2, subordinate, !isListed(i, high) { return i }
        if i - start >= 2, endsClause(after: i, high) { return i }
      case .word where token.has(.and) && i - start >= 2 && isCue(after: i, high): return i
      default: break
      }
      i += 1
    }
    return high
  }

  /// The end of a noun phrase that begins at `start`.
  func phrase(from start: Int, to high: Int) -> Int {
    var i = start
    while i < high {
      if let quotation = prose.fullQuotation(at: i), quotation.close < high {
        i = quotation.close + 1
        continue
      }
      let token = prose.tokens[i]
      switch token.kind {
      case .semicolon, .colon, .dash: return i
      case .comma: if !isListed(i, high) { return i }
      case .word where i > start:
        if token.has(.that) || token.has(.relative) && prose.language == .english { return i }
        if token.has(.subordinator), token.traits.isDisjoint(with: .preposition | .adverb) { return i }
        if token.has(.and), isCue(after: i, high) { return i }
      default: break
      }
      i += 1
    }
    return high
  }

  /// Whether the stretch behind the comma at `i` goes on with a list: no verb up to the next comma or "and".
  private func isListed(_ i: Int, _ high: Int) -> Bool {
    var j = i + 1
    guard j < high else { return false }
    let first = prose.tokens[j]
    guard
      first.traits.hasAny(.preposition | .locative) || first.has(.of) || first.isCapital || first.kind == .number
        || first.has(.indefinite)
    else { return false }
    var coordinated = false
    while j < high, prose.tokens[j].kind != .stop, prose.tokens[j].kind != .semicolon {
      if prose.isFinite(j) { return false }
      if prose.tokens[j].has(.and) { coordinated = true }
      j += 1
    }
    return coordinated
  }

  /// Whether what comes after the comma at `i` is another statement: ", adding that", ", according to", ", but it".
  private func endsClause(after i: Int, _ high: Int) -> Bool {
    guard i + 1 < high else { return false }
    let next = prose.tokens[i + 1]
    if next.info.cue.isCue, next.info.cue.frame == .acc { return true }
    if next.has(.citing) { return true }
    if next.has(.gerund), next.info.cue.strength >= 3, !next.info.cue.isNoun { return true }
    if next.has(.and), isCue(after: i + 1, high) { return true }
    if next.has(.but), next.traits.isDisjoint(with: Traits(.adverb)), prose.hasFinite(i + 2..<high) { return true }
    if next.has(.subordinator), next.traits.isDisjoint(with: .preposition | .if), isContrast(i + 1),
      prose.hasFinite(i + 2..<high)
    {
      return true
    }
    return false
  }

  /// "while", "tandis que": another statement beside the first.
  private func isContrast(_ i: Int) -> Bool {
    prose.tokens[i].has(.subordinator) && prose.tokens[i].end - prose.tokens[i].start >= 5
  }

  /// Whether a verb that attributes comes right after the conjunction at `i`: "and said", "and he added".
  private func isCue(after i: Int, _ high: Int) -> Bool {
    var j = i + 1
    while j < min(i + 4, high), prose.tokens[j].has(.adverb) || prose.tokens[j].traits.hasAny(.he | .it | .they | .have)
    { j += 1 }
    guard j < high else { return false }
    let cue = prose.tokens[j].info.cue
    // "and hints that"
    let end = j + Int(prose.tokens[j].phraseLength)
    let opensClause = end < high && prose.tokens[end].has(.that)
    return cue.isCue && !cue.isNoun && cue.strength >= (opensClause ? 3 : 4) && (cue.frame == .say || cue.frame == .cla)
      && prose.isFinite(j)
  }
}
