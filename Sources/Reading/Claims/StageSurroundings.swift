import Stories

/// What the words around a verb or noun of the trade make of it: whether it is denied, doubted, planned, long ago or to come.
extension StoryStage {
  /// Whether a verb of announcing stands around the noun at token `i`.
  func isAnnounced(_ i: Int, _ range: Range<Int>) -> Bool {
    range.contains { prose.tokens[$0].info.cue.isCue && prose.isFinite($0) }
  }

  /// Whether a word of the trade stands a few words behind the verb at token `i`, or before it as its subject.
  func hasTrade(near i: Int, _ range: Range<Int>) -> Bool {
    let next = i + Int(prose.tokens[i].phraseLength)
    if next >= range.upperBound || prose.tokens[next].isPunctuation { return true }
    if (next..<min(next + 8, range.upperBound)).contains(where: { prose.tokens[$0].traits.hasAny(StoryStage.trade) }) {
      return true
    }
    return (max(range.lowerBound, i - 8)..<i).contains {
      prose.tokens[$0].has(.deal) && prose.tokens[$0].traits.hasAny(StoryStage.trade)
        || prose.tokens[$0].info.stage == 2
    }
  }

  /// Whether the word at token `i` stands in what went before: "after being rebuffed", "having rejected", "après un refus".
  func isBackground(_ i: Int, _ range: Range<Int>) -> Bool {
    for j in stride(from: i - 1, through: max(range.lowerBound + 1, i - 9), by: -1) {
      if prose.tokens[j].kind == .comma || prose.tokens[j].kind == .semicolon { return false }
      if prose.isIn(.after, j) {
        // "after a review, Acme dropped": nothing told yet.
        return prose.hasFinite(range.lowerBound..<j)
      }
    }
    return false
  }

  /// Whether the participle at token `i` only describes a noun of the trade: "its agreed purchase".
  func isAdjective(_ i: Int, _ range: Range<Int>) -> Bool {
    guard prose.language == .english, prose.tokens[i].has(.participle), prose.tokens[i].phraseLength == 1,
      i > range.lowerBound, i + 1 < range.upperBound, prose.tokens[i + 1].has(.deal)
    else { return false }
    let before = prose.tokens[i - 1]
    return before.traits.hasAny(.determiner | .possessive) || before.has(.be) && !before.shape.contains(.spaced)
  }

  /// Whether somebody will not speak of what is only heard: "declined to comment on a report".
  func isHeardOnly(_ range: Range<Int>) -> Bool {
    var (isDenied, isComment) = (false, false)
    for i in range {
      if prose.tokens[i].traits.hasAny(.negation | .refuse) { isDenied = true }
      if isDenied, prose.isIn(.comment, i) { isComment = true }
      if isComment, prose.isIn(.hearsay, i) { return true }
    }
    return false
  }

  /// "is preparing a bid", "weighs a sale", but not "considers the bid".
  func isPlanned(_ i: Int, _ range: Range<Int>) -> Bool {
    let low = max(range.lowerBound, i - 6)
    guard let verb = (low..<i).last(where: { prose.tokens[$0].has(.planning) }) else { return false }
    return !(verb + 1..<i).contains {
      prose.tokens[$0].isPunctuation
        || prose.tokens[$0].has(.determiner) && prose.tokens[$0].traits.isDisjoint(with: .indefinite | .possessive)
    }
  }

  /// "bought the network in 2014": a year stands behind.
  func isLongAgo(_ i: Int, _ range: Range<Int>) -> Bool {
    (i + 1..<max(i + 1, min(i + 7, range.upperBound))).contains {
      let token = prose.tokens[$0]
      guard token.kind == .number, token.end - token.start == 4 else { return false }
      let first = prose.text[Int(token.start)]
      return (first == UInt8(ascii: "1") || first == UInt8(ascii: "2")) && prose.tokens[$0 - 1].has(.locative)
    }
  }

  func isHearsay(_ i: Int, _ range: Range<Int>) -> Bool {
    (range.lowerBound..<i).contains { prose.tokens[$0].has(.reported) }
  }

  /// Whether the sentence names a sum.
  func isPriced(_ range: Range<Int>) -> Bool {
    range.contains { prose.tokens[$0].kind == .number || prose.tokens[$0].kind == .symbol }
  }

  func isNoun(_ i: Int) -> Bool {
    guard i > 0, prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return false }
    return prose.tokens[i - 1].traits.hasAny(.determiner | .possessive | .indefinite)
      && prose.tokens[i - 1].traits.isDisjoint(with: .he | .adverb)
  }

  func isInfinitive(_ i: Int, _ range: Range<Int>) -> Bool {
    prose.tokens[i].has(.infinitive) && i > range.lowerBound && prose.tokens[i - 1].traits.hasAny(.to | .modal)
  }

  func isNegated(_ i: Int, _ range: Range<Int>) -> Bool {
    for j in stride(from: i - 1, through: max(range.lowerBound, i - 4), by: -1) {
      let token = prose.tokens[j]
      if token.isPunctuation { break }
      if token.has(.negation) { return true }
    }
    let next = i + Int(prose.tokens[i].phraseLength)
    return prose.language == .french && next < range.upperBound && prose.tokens[next].has(.negation)
  }

  func isDoubtful(_ i: Int, _ range: Range<Int>) -> Bool {
    prose.tokens[i].has(.conditional)
      || (max(range.lowerBound, i - 5)..<i).contains {
        prose.tokens[$0].traits.hasAny(.uncertain | .conditional | .reported | .hypothetical)
      }
  }

  /// "is expected to close", "subject to approval": what is still to come.
  func isToCome(_ i: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, i - 5)..<i).contains {
      prose.tokens[$0].traits.hasAny(.modal | .uncertain) && !prose.tokens[$0].has(.participle)
        || prose.tokens[$0].has(.to) && !prose.tokens[$0].has(.contracted)
          && $0 + 1 < range.upperBound && prose.tokens[$0 + 1].traits.hasAny(.infinitive | .be)
    }
      || isCondition(i, range)
  }

  /// "subject to", "sous réserve de": boilerplate.
  func isCondition(_ i: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, i - 5)...i).contains { prose.isIn(.conditional, $0) }
  }

  /// Whether a noun of the trade stands behind the verb, or before it as its subject.
  func isAboutDeal(_ i: Int, _ range: Range<Int>) -> Bool {
    goesOn
      || range.contains {
        $0 != i && prose.tokens[$0].traits.hasAny(StoryStage.trade) || prose.tokens[$0].info.stage == 2
          || tells($0)
      }
  }
}
