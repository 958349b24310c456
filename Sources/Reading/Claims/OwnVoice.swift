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
    var kind: Evidence.Kind
  }

  /// The statements of lede and paragraphs; a headline repeats the story.
  func statements(_ attributions: [Attribution]) -> [Statement] {
    var covered = [Bool](filledWith: false, count: prose.tokens.count)
    func cover(_ range: Range<Int>) {
      covered.withUnsafeMutableBufferPointer { covered in
        precondition(range.upperBound <= covered.count, "words behind the end of the text")
        for i in range { covered[i] = true }
      }
    }
    // By their places: an attribution that is taken out of the list is copied with all its own.
    for k in attributions.indices {
      for range in attributions[k].content { cover(range) }
      cover(attributions[k].cue)
      if let source = attributions[k].source { cover(source) }
      for range in attributions[k].attached { cover(range) }
    }
    var asides: [Int: [Range<Int>]] = [:]
    for k in attributions.indices {
      let (source, cue) = (attributions[k].source, attributions[k].cue)
      if let source, let aside = aside(source, cue, attributions[k].sentence, covered) {
        asides[attributions[k].sentence, default: []].append(aside)
      }
    }
    for k in attributions.indices {
      // Marks and "that" between cue and content.
      let end = attributions[k].cue.upperBound
      if let first = attributions[k].content.first, first.lowerBound > end, first.lowerBound - end < 16 {
        cover(end..<first.lowerBound)
      }
    }
    var statements: [Statement] = []
    for (index, sentence) in prose.sentences.enumerated() where prose.blocks[sentence.block].kind != .headline {
      for aside in asides.isEmpty ? [] : asides[index] ?? [] {
        cover(aside)
        statements.append(Statement(range: aside, sentence: index, asks: false, kind: .rest))
      }
      if isNote(sentence) { continue }
      let last = prose.tokens[sentence.tokens.upperBound - 1]
      let asks = last.kind == .stop && isQuestion(sentence)
      let opening = opening(of: sentence)
      var i = opening
      while i < sentence.tokens.upperBound {
        if covered[i] {
          i += 1
          continue
        }
        var end = i
        while end < sentence.tokens.upperBound, !covered[end] { end += 1 }
        // "… a lawsuit in which the union said": what is said is part of what the narrator tells.
        if end < sentence.tokens.upperBound, end > i, i == opening, hangs(end - 1), prose.hasFinite(i..<end) {
          end = sentence.tokens.upperBound
        }
        let whole = i == opening && end == sentence.tokens.upperBound
        forEachClause(of: i..<end) { clause in
          guard let range = stated(clause, whole: whole, asks: asks, sentence) else { return }
          statements.append(
            Statement(
              range: range, sentence: index, asks: asks && range.upperBound >= sentence.tokens.upperBound,
              kind: whole ? .ownVoice : .rest))
        }
        i = end
      }
    }
    return statements
  }

  // MARK: What is left out

  /// Whether a sentence tells readers something about the text: a note in brackets, a greeting, a heading.
  private func isNote(_ sentence: Sentence) -> Bool {
    let block = prose.blocks[sentence.block].tokens
    let first = sentence.tokens.lowerBound
    let last = sentence.tokens.upperBound - 1
    if prose.tokens[block.lowerBound].kind == .open, prose.tokens[block.upperBound - 1].kind == .close,
      prose.tokens[block.lowerBound].end - prose.tokens[block.lowerBound].start == 1, block.count > 2,
      !block.dropFirst().dropLast().contains(where: { prose.tokens[$0].kind == .close })
    {
      return true
    }
    if sentence.traits.has(.courtesy) { return true }
    // "What we know so far": a heading, with or without a stop.
    let isShort = sentence.tokens.count <= 9
    if isShort, !prose.isQuestionMark(last) {
      if prose.tokens[first].has(.question) { return true }
      if first + 1 < last, prose.tokens[first].has(.determiner), prose.tokens[first + 1].has(.that) { return true }
    }
    if sentence.tokens.count <= 16, prose.tokens[last].kind != .stop, sentence.tokens == block,
      !prose.hasFinite(sentence.tokens)
    {
      return true
    }
    return false
  }

  /// Where a sentence begins behind what is none of it: the time of a ticker, the label of a round-up, a dateline.
  private func opening(of sentence: Sentence) -> Int {
    var low = sentence.tokens.lowerBound
    let high = sentence.tokens.upperBound
    // "17:42 The offer", "18h40 - L'offre".
    if low + 2 < high, prose.isClock(low) {
      low += 1
      if prose.tokens[low].kind == .dash { low += 1 }
    }
    let limit = min(low + 12, high - 2)
    guard low < limit else { return low }
    for i in low + 1..<limit {
      let token = prose.tokens[i]
      if token.kind == .colon, i - low <= 6, token.shape.isDisjoint(with: .spaced) || prose.language == .french {
        // "NORVANE:", "Rumour of the hour:": no clause before, one behind.
        let isLabel = !prose.hasFinite(low..<i) && prose.hasFinite(i + 1..<high)
        return isLabel && !prose.tokens[i + 1].isQuote ? i + 1 : low
      }
      if token.kind == .dash, token.shape.contains(.spaced), prose.blocks[sentence.block].tokens.lowerBound == low {
        let isPlace = prose.tokens[low..<i].allSatisfy {
          $0.isCapital || !$0.isWord || $0.has(.month) || $0.has(.time)
        }
        return isPlace && prose.tokens[low].isCapital ? i + 1 : low
      }
      if token.kind == .stop && token.end > token.start || prose.isFinite(i) || token.isQuote { return low }
    }
    return low
  }

  /// The clause in the story's voice that parts a source from its cue: "Norvane, which makes pumps, said".
  private func aside(_ source: Range<Int>, _ cue: Range<Int>, _ index: Int, _ covered: [Bool]) -> Range<Int>? {
    if cue.isEmpty { return nil }
    let sentence = prose.sentences[index].tokens
    guard source.lowerBound >= sentence.lowerBound, source.upperBound <= sentence.upperBound else { return nil }
    let isLed = cue.lowerBound >= source.upperBound
    let isNext = cue.upperBound == source.lowerBound
    guard isLed || isNext else { return nil }
    // "in the view of Ann Roe, who runs Acme": that only says who she is.
    if isNext, cast.denotations(in: source).contains(where: { cast.entities[$0.entity].kind == .person }) { return nil }
    let limit = isLed ? cue.lowerBound : sentence.upperBound
    var start = source.lowerBound + 1
    while start < min(limit, source.upperBound + 2) {
      if prose.tokens[start].has(.relative), prose.tokens[start - 1].kind == .comma { break }
      start += 1
    }
    guard start < min(limit, source.upperBound + 2) else { return nil }
    var end = start + 1
    while end < limit, prose.tokens[end].kind != .comma, prose.tokens[end].kind != .semicolon,
      prose.tokens[end].kind != .dash
    {
      end += 1
    }
    // Behind the cue the description of who speaks belongs to the source, unless the sentence goes on.
    if isNext, end >= prose.contentEnd(prose.sentences[index]), source.upperBound > start { return nil }
    let aside = prose.trimmed(start..<end)
    // "who asked not to be named" is about the talk only.
    guard aside.count >= 3, prose.hasFinite(aside), !aside.contains(where: { prose.tokens[$0].has(.unnamed) }),
      !aside.contains(where: { covered[$0] && !source.contains($0) })
    else { return nil }
    return aside
  }

  /// Whether a clause cannot end with token `i`.
  private func hangs(_ i: Int) -> Bool {
    prose.tokens[i].traits.hasAny(.relative | .that | .subordinator | .preposition)
      && prose.tokens[i].traits.isDisjoint(with: Traits(.adverb))
  }

  private func isQuestion(_ sentence: Sentence) -> Bool {
    // The token is a run of marks; one question mark in it asks.
    prose.isQuestionMark(sentence.tokens.upperBound - 1)
  }

  /// Main clauses side by side: cut at semicolons, colons, and at "but" or "and" behind a comma before a new subject and verb.
  private func forEachClause(of range: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = range.lowerBound
    for i in range where i > start {
      let token = prose.tokens[i]
      guard prose.quotation[i] < 0 else { continue }
      let cuts: Bool
      switch token.kind {
      case .semicolon: cuts = true
      case .colon: cuts = prose.hasFinite(start..<i) && prose.hasFinite(i + 1..<range.upperBound)
      case .comma: cuts = prose.language == .french && isSpliced(start..<i, i + 1..<range.upperBound)
      case .word where token.traits.hasAny(.but | .and) && token.info.name < 0:
        let behindComma = prose.tokens[i - 1].kind == .comma
        cuts =
          behindComma && i + 1 < range.upperBound && startsClause(i + 1, range.upperBound) && prose.hasFinite(start..<i)
      default: cuts = false
      }
      guard cuts else { continue }
      body(start..<i)
      start = token.isWord ? i : i + 1
    }
    if start < range.upperBound { body(start..<range.upperBound) }
  }

  /// "Le titre gagne 3 %, celui de Norvane cède 2 %": main clauses side by side without a conjunction.
  private func isSpliced(_ before: Range<Int>, _ behind: Range<Int>) -> Bool {
    guard behind.count > 3, prose.hasFinite(before),
      prose.tokens[behind.lowerBound].traits.hasAny(.determiner | .it),
      !prose.tokens[before.lowerBound].traits.hasAny(.subordinator | .if | .preposition | .gerund | .relative | .of),
      !before.contains(where: { prose.tokens[$0].traits.hasAny(.subordinator | .relative) })
    else { return false }
    for j in behind.lowerBound + 1..<min(behind.lowerBound + 6, behind.upperBound) {
      let token = prose.tokens[j]
      if token.isPunctuation || token.traits.hasAny(.relative | .that | .and) { return false }
      if prose.isFinite(j) {
        return !prose.tokens[j + 1..<behind.upperBound].contains { $0.kind == .comma || $0.has(.he) }
      }
    }
    return false
  }

  /// Whether a subject with its verb begins at `i`.
  private func startsClause(_ i: Int, _ high: Int) -> Bool {
    let first = prose.tokens[i]
    guard
      first.isCapital || first.traits.hasAny(.determiner | .possessive | .he)
        || first.traits.hasAny(.it | .they | .indefinite | .one)
    else { return false }
    var j = i
    var hasAside = false
    while j + 1 < min(high, i + (hasAside ? 18 : 10)) {
      j += 1
      // "and the inquiry, begun in May, showed it".
      if prose.tokens[j].kind == .comma, !hasAside, j > i + 1, j + 1 < high, !prose.tokens[j + 1].has(.determiner),
        let close = (j + 1..<min(high, j + 8)).first(where: { prose.tokens[$0].kind == .comma }), close + 1 < high,
        prose.isFinite(close + 1) || close + 2 < high && prose.isFinite(close + 2)
      {
        hasAside = true
        j = close
        continue
      }
      if prose.tokens[j].isPunctuation || prose.tokens[j].traits.hasAny(.relative | .that) { return false }
      if prose.isFinite(j) { return true }
    }
    return false
  }

  /// The words of a clause that states something about the deal, or `nil` if it states nothing.
  private func stated(_ clause: Range<Int>, whole: Bool, asks: Bool, _ sentence: Sentence) -> Range<Int>? {
    var range = prose.trimmed(clause)
    // "Selon nos informations, …": hearsay, but no words of the claim.
    if range.count > 4, prose.tokens[range.lowerBound].has(.reported), prose.tokens[range.lowerBound].phraseLength > 1 {
      let behind = range.lowerBound + Int(prose.tokens[range.lowerBound].phraseLength)
      if behind < range.upperBound, prose.tokens[behind].kind == .comma {
        range = prose.trimmed(behind..<range.upperBound)
      }
    }
    // "And the readers?" is nothing without its "and".
    let isBare = asks && !prose.hasFinite(range)
    while range.count > 2, !isBare, isConnective(range.lowerBound) {
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
      && !isVerbFirst(range)
      && !first.has(.gerund) && !(first.info.cue.isCue && first.info.cue.frame == .acc)
  }

  /// "n'a rien d'absurde": the verb of a subject that stands elsewhere.
  private func isVerbFirst(_ range: Range<Int>) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound - 1, prose.language == .french, prose.tokens[i].has(.ne) { i += 1 }
    return prose.isFinite(i) && !prose.tokens[range.lowerBound].has(.he)
  }
}
