import Stories

/// Finds what the story itself asserts: the clauses that no source is named for.
struct OwnVoice {
  let prose: Prose
  let cast: Cast

  /// A clause in the narrator's voice.
  struct Statement {
    var range: Range<Int>
    var sentence: Int
    var asks: Bool
  }

  /// The statements of lede and paragraphs; a headline repeats the story.
  func statements(_ attributions: [Attribution]) -> [Statement] {
    var covered = [Bool](repeating: false, count: prose.tokens.count)
    for attribution in attributions {
      for range in attribution.content + [attribution.cue] + (attribution.source.map { [$0] } ?? [])
        + attribution.attached
      {
        for i in range { covered[i] = true }
      }
      // Marks and "that" between cue and content.
      if let first = attribution.content.first, first.lowerBound > attribution.cue.upperBound {
        for i in attribution.cue.upperBound..<first.lowerBound where first.lowerBound - attribution.cue.upperBound < 16
        { covered[i] = true }
      }
    }
    var statements: [Statement] = []
    for (index, sentence) in prose.sentences.enumerated() where prose.blocks[sentence.block].kind != .headline {
      let last = prose.tokens[sentence.tokens.upperBound - 1]
      let asks = last.kind == .stop && isQuestion(sentence)
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        if covered[i] {
          i += 1
          continue
        }
        var end = i
        while end < sentence.tokens.upperBound, !covered[end] { end += 1 }
        // "… a lawsuit in which the union said": what is said is part of what the narrator tells.
        if end < sentence.tokens.upperBound, end > i, i == sentence.tokens.lowerBound, hangs(end - 1) {
          end = sentence.tokens.upperBound
        }
        let whole = i == sentence.tokens.lowerBound && end == sentence.tokens.upperBound
        for clause in clauses(i..<end) {
          guard let range = stated(clause, whole: whole, asks: asks, sentence) else { continue }
          statements.append(
            Statement(range: range, sentence: index, asks: asks && range.upperBound >= sentence.tokens.upperBound))
        }
        i = end
      }
    }
    return statements
  }

  /// Whether a clause cannot end with token `i`.
  private func hangs(_ i: Int) -> Bool {
    prose.tokens[i].traits.hasAny(.relative | .that | .subordinator | .preposition)
      && prose.tokens[i].traits.isDisjoint(with: Traits(.adverb))
  }

  private func isQuestion(_ sentence: Sentence) -> Bool {
    // The token is a run of marks; one question mark in it asks.
    prose.questionMarks.contains(sentence.tokens.upperBound - 1)
  }

  /// Main clauses side by side: cut at semicolons, colons, and at "but" or "and" behind a comma before a new subject and verb.
  private func clauses(_ range: Range<Int>) -> [Range<Int>] {
    var clauses: [Range<Int>] = []
    var start = range.lowerBound
    for i in range where i > start {
      let token = prose.tokens[i]
      guard prose.quotation[i] < 0 else { continue }
      let cuts: Bool
      switch token.kind {
      case .semicolon: cuts = true
      case .colon: cuts = prose.hasFinite(start..<i) && prose.hasFinite(i + 1..<range.upperBound)
      case .word where token.traits.hasAny(.but | .and) && token.info.name < 0:
        let behindComma = prose.tokens[i - 1].kind == .comma
        cuts =
          behindComma && i + 1 < range.upperBound && startsClause(i + 1, range.upperBound) && prose.hasFinite(start..<i)
      default: cuts = false
      }
      guard cuts else { continue }
      clauses.append(start..<i)
      start = token.isWord ? i : i + 1
    }
    if start < range.upperBound { clauses.append(start..<range.upperBound) }
    return clauses
  }

  /// Whether a subject with its verb begins at `i`.
  private func startsClause(_ i: Int, _ high: Int) -> Bool {
    let first = prose.tokens[i]
    guard
      first.isCapital || first.traits.hasAny(.determiner | .possessive | .he)
        || first.traits.hasAny(.it | .they | .indefinite | .one)
    else { return false }
    for j in i + 1..<max(i + 1, min(high, i + 10)) {
      if prose.tokens[j].isPunctuation || prose.tokens[j].traits.hasAny(.relative | .that) { return false }
      if prose.isFinite(j) { return true }
    }
    return false
  }

  /// The words of a clause that states something about the deal, or `nil` if it states nothing.
  private func stated(_ clause: Range<Int>, whole: Bool, asks: Bool, _ sentence: Sentence) -> Range<Int>? {
    var range = prose.trimmed(clause)
    while range.count > 2, isConnective(range.lowerBound) {
      range = prose.trimmed(range.lowerBound + Int(prose.tokens[range.lowerBound].phraseLength)..<range.upperBound)
    }
    range = prose.trimmed(withoutAdjunct(range))
    guard range.count >= (asks ? 1 : 3), hasSubjectAndVerb(range, whole: whole, asks: asks) else { return nil }
    // A question keeps its mark: without it the words would assert.
    if asks, range.upperBound == sentence.tokens.upperBound - 1 { return range.lowerBound..<sentence.tokens.upperBound }
    return range
  }

  private func isConnective(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.traits.hasAny(.but | .and) && token.info.name < 0 && !token.isPunctuation
      && token.traits.isDisjoint(with: .he | .finite)
  }

  /// A clause without the verbless description of its subject before it: "Also in the race, Oracle would be chosen".
  private func withoutAdjunct(_ range: Range<Int>) -> Range<Int> {
    guard let comma = range.prefix(9).first(where: { prose.tokens[$0].kind == .comma }), comma + 3 < range.upperBound
    else { return range }
    let adjunct = range.lowerBound..<comma
    let describes = adjunct.contains {
      prose.tokens[$0].has(.bid) || prose.tokens[$0].has(.participle) && $0 == range.lowerBound
    }
    guard describes, !prose.hasFinite(adjunct), !adjunct.contains(where: { prose.tokens[$0].has(.gerund) }),
      cast.denotations(in: adjunct).isEmpty, prose.hasFinite(comma + 1..<range.upperBound),
      prose.tokens[range.lowerBound].traits.isDisjoint(with: .determiner | .possessive)
        || prose.tokens[range.lowerBound].has(.adverb)
    else { return range }
    return comma + 1..<range.upperBound
  }

  /// Whether the words are a clause; a sentence of some length has a verb even if no lexicon knows it.
  private func hasSubjectAndVerb(_ range: Range<Int>, whole: Bool, asks: Bool) -> Bool {
    if whole, asks || range.count > 4 { return true }
    guard prose.hasFinite(range) else { return false }
    // What is left beside an attribution must be a clause of its own, no relative or subordinate one.
    let first = prose.tokens[range.lowerBound]
    if whole { return true }
    return !first.traits.hasAny(.relative | .that | .subordinator)
      && !(prose.isFinite(range.lowerBound) && !first.has(.he))
      && !first.has(.gerund) && !(first.info.cue.isCue && first.info.cue.frame == .acc)
  }
}
