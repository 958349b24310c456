import Stories

/// Finds the noun phrase that a cue attaches to.
struct SourcePhrases {
  let prose: Prose

  /// A subject is seldom longer, in tokens.
  private static let longest = 24

  /// The subject left of the verb group that begins at `group`, down to `low`.
  func left(of group: Int, from low: Int) -> Range<Int>? {
    var j = group - 1
    while j >= low, prose.tokens[j].has(.adverb), prose.tokens[j].traits.isDisjoint(with: .determiner | .he) { j -= 1 }
    guard j >= low else { return nil }
    let last = prose.tokens[j]
    if last.has(.relative), last.traits.isDisjoint(with: Traits(.determiner)) {
      return antecedent(of: j, from: low) ?? j..<j + 1
    }
    if last.has(.that) || last.traits.hasAny(.and | .but | .to) || last.has(.subordinator) && !last.has(.adverb) {
      return nil
    }
    if last.kind == .comma || last.kind == .dash {
      return apposed(before: j, from: low)
    }
    // "Acme, the brewer, on Friday denied"
    if last.traits.hasAny(.weekday | .month), j - 2 > low, prose.tokens[j - 2].kind == .comma,
      prose.tokens[j - 1].has(.preposition) || prose.tokens[j - 1].has(.locative),
      let apposed = apposed(before: j - 2, from: low)
    {
      return apposed
    }
    if last.isPunctuation, last.kind != .close, !last.isQuote { return nil }
    // "It is over," said one: what is said has no subject of the verb.
    if last.isQuote, prose.quotation[j] >= 0, j > low, prose.tokens[j - 1].isPunctuation { return nil }
    let start = clauseStart(before: j, from: low)
    return start <= j ? cleaned(start..<j + 1) : nil
  }

  /// The subject behind the verb: "said Ann Roe", "explique-t-il".
  func right(of end: Int, to high: Int) -> Range<Int>? {
    // "told the Ledger": that is who hears it.
    guard end < high, end == 0 || !prose.isIn(.telling, end - 1) else { return nil }
    var start = end
    // "said on Monday the chairman" is rare; French puts days and "pour sa part" there.
    while start < high, prose.language == .french, prose.tokens[start].has(.time) || prose.tokens[start].has(.weekday) {
      start += 1
    }
    start = behindHearer(start, high, mayBeNoun: false)
    guard start < high else { return nil }
    let first = prose.tokens[start]
    if let medium = quotedMedium(at: start) { return medium }
    guard first.isWord, !first.traits.hasAny(.time | .weekday),
      first.isCapital || first.traits.hasAny(.determiner | .possessive | .indefinite | .he) || first.has(.they)
        || first.has(.it)
        || first.has(.one) || first.traits.hasAny(.anonymous | .speaker | .spokesperson)
        || prose.language == .english && (first.traits.hasAny(.former | .title) || describesName(start, high))
    else { return nil }
    if first.traits.hasAny(.he | .they | .it), first.traits.isDisjoint(with: Traits(.determiner)) {
      return start..<start + 1
    }
    var stop = start + 1
    while stop < high, stop - start < SourcePhrases.longest {
      let token = prose.tokens[stop]
      if token.kind == .stop || token.kind == .semicolon || token.kind == .colon || token.isQuote { break }
      if token.kind == .comma || token.kind == .dash {
        // An apposition goes with its name: "said Ann Roe, head of Acme."
        guard let apposition = apposition(after: stop, to: high) ?? namesake(after: stop, from: start, to: high) else {
          break
        }
        stop = apposition
        break
      }
      if token.traits.hasAny(.time | .weekday), stop > start + 1 { break }
      if token.has(.that) || token.has(.subordinator) && !token.has(.preposition) || token.has(.relative) { break }
      if token.has(.gerund), token.info.cue.isCue { break }
      if token.has(.preposition) || token.has(.locative), isPlaceOrTime(stop, high) { break }
      stop += 1
    }
    return start..<stop
  }

  /// Behind whom a French verb tells it: « a déclaré à l'AFP le ministre », and if `mayBeNoun`, « à la presse son président ».
  func behindHearer(_ i: Int, _ high: Int, mayBeNoun: Bool) -> Int {
    guard prose.language == .french, i + 2 < high, prose.tokens[i].traits.hasAny(.to | .contracted),
      prose.tokens[i].phraseLength == 1
    else { return i }
    var end = i + 1
    if prose.tokens[end].has(.determiner) || prose.tokens[end].has(.possessive) { end += 1 }
    let name = end
    // "l'agence AMP", "ses salariés"
    if end < high, prose.tokens[end].isWord, !prose.tokens[end].isCapital,
      mayBeNoun || prose.tokens[end].shape.contains(.plural)
    {
      end += 1
    }
    while end < high, end - name < 3, prose.tokens[end].isWord, prose.tokens[end].isCapital { end += 1 }
    guard end > name, end < high, prose.tokens[end].traits.hasAny(.determiner | .possessive | .indefinite),
      !prose.tokens[end].has(.of), !prose.tokens[end].isCapital
    else { return i }
    return end
  }

  /// "Il vendrait, rapporte « Le Courrier »": a medium between quotation marks behind the verb of an incise.
  private func quotedMedium(at i: Int) -> Range<Int>? {
    guard prose.language == .french, prose.tokens[i].isQuote, prose.quotation[i] >= 0,
      case let quotation = prose.quotations[Int(prose.quotation[i])], quotation.open == i, quotation.isClosed,
      !quotation.isFull, !quotation.content.isEmpty,
      prose.tokens[quotation.content].allSatisfy({ $0.isWord && ($0.isCapital || $0.traits.hasAny(.of | .determiner)) })
    else { return nil }
    return quotation.content
  }

  /// "résume son analyste, Ann Roe": where the name ends behind the comma at `comma` of whom the words from `start` on describe.
  private func namesake(after comma: Int, from start: Int, to high: Int) -> Int? {
    guard prose.tokens[comma].kind == .comma,
      prose.tokens[start].traits.hasAny(.determiner | .possessive | .indefinite),
      prose.tokens[start].has(.possessive)
        || prose.tokens[start..<comma].contains(where: { $0.traits.hasAny(.title | .spokesperson | .outsider) })
    else { return nil }
    var end = comma + 1
    while end < high, prose.tokens[end].isWord, prose.tokens[end].isCapital || prose.tokens[end].has(.particle) {
      end += 1
    }
    guard end > comma + 1, prose.tokens[comma + 1].isCapital else { return nil }
    let isOver = end >= high || prose.tokens[end].isPunctuation
    return isOver ? end : nil
  }

  /// "longtime Acme broker Ann Roe": a word or two that say who somebody is, with the name right behind.
  private func describesName(_ i: Int, _ high: Int) -> Bool {
    guard let name = (i + 1..<max(i + 1, min(i + 3, high))).first(where: { prose.tokens[$0].isCapital }) else {
      return false
    }
    return prose.tokens[i..<name].allSatisfy {
      $0.isWord && $0.traits.isDisjoint(with: .adverb | .preposition | .subordinator | .that | .to | .of | .by)
        && $0.traits.isDisjoint(with: .be | .have | .modal | .finite | .gerund | .relative | .and | .but | .negation)
        && $0.traits.isDisjoint(with: .question | .locative | .participle)
    }
  }

  /// "head of Acme" between the comma at `comma` and the next mark, if it begins with a title.
  private func apposition(after comma: Int, to high: Int) -> Int? {
    var i = comma + 1
    var titled = false
    while i < high, i - comma < 16 {
      let token = prose.tokens[i]
      if token.isPunctuation { break }
      if i - comma <= 5, token.traits.hasAny(.title | .spokesperson | .speaker) { titled = true }
      if token.has(.finite), !token.isCapital, token.traits.isDisjoint(with: .title | .speaker),
        token.traits.hasAny(.be | .have | .modal)
      {
        return nil
      }
      i += 1
    }
    return titled ? i : nil
  }

  /// "in a statement", "during a call", "à l'agence": what tells where and when somebody spoke.
  private func isPlaceOrTime(_ i: Int, _ high: Int) -> Bool {
    let token = prose.tokens[i]
    if token.has(.of) || token.has(.by) { return false }
    guard i + 1 < high else { return true }
    let next = prose.tokens[i + 1]
    if token.has(.locative) { return !next.isCapital || next.has(.time) || prose.language == .french }
    return token.has(.subordinator) || next.traits.hasAny(.time | .indefinite)
  }

  /// The noun phrase before the relative pronoun at `j`: "Acme, which said".
  private func antecedent(of j: Int, from low: Int) -> Range<Int>? {
    var end = j
    while end > low, prose.tokens[end - 1].kind == .comma || prose.tokens[end - 1].kind == .close { end -= 1 }
    guard end > low else { return nil }
    var start = end - 1
    while start > low, end - start < 8 {
      let token = prose.tokens[start - 1]
      guard token.isWord, !isVerb(start - 1), !token.has(.that), token.traits.isDisjoint(with: .and | .subordinator),
        !token.has(.preposition)
      else { break }
      start -= 1
    }
    return start..<end
  }

  /// "Roe, head of Acme, said": from the start of the clause before the comma that opens the apposition.
  private func apposed(before comma: Int, from low: Int) -> Range<Int>? {
    var open = comma - 1
    var depth = 0
    while open >= low {
      let token = prose.tokens[open]
      if token.kind == .close { depth += 1 }
      if token.kind == .open { depth -= 1 }
      if prose.fullQuotation(at: open) != nil { return nil }
      if depth == 0, token.kind == .comma || token.kind == .dash { break }
      open -= 1
    }
    guard open > low else { return nil }
    // What lies between the commas must be an apposition, no clause of its own.
    let inner = open + 1..<comma
    guard !inner.isEmpty, comma - open < 30 else { return nil }
    // "Les syndicats, eux,": the pronoun only stresses.
    if inner.count == 1, prose.language == .french, prose.tokens[inner.lowerBound].traits.hasAny(.he | .they | .it) {
      let start = clauseStart(before: open - 1, from: low)
      return start < open ? cleaned(start..<open) : nil
    }
    // A relative clause in it has verbs: "Roe, a broker who advises Acme, said".
    let relative = inner.first { prose.tokens[$0].has(.relative) } ?? comma
    if (inner.lowerBound..<relative).contains(where: {
      prose.isFinite($0) && !(prose.tokens[$0].has(.participle) && $0 == inner.lowerBound)
    }) {
      return nil
    }
    var start = clauseStart(before: open - 1, from: low)
    // A second apposition: "Roe, head of Acme, a maker of pumps, said".
    if start > low + 1, prose.tokens[start - 1].kind == .comma, !prose.startsNounPhrase(start),
      let outer = apposed(before: start - 1, from: low)
    {
      start = outer.lowerBound
    }
    guard start <= open - 1 else { return nil }
    return cleaned(start..<comma)
  }

  /// Where the clause that token `j` ends begins.
  private func clauseStart(before j: Int, from low: Int) -> Int {
    var start = j
    while start >= low, j - start < SourcePhrases.longest {
      let token = prose.tokens[start]
      if prose.fullQuotation(at: start) != nil { break }
      // "<ACM.N>": a ticker, of which the stops end nothing.
      if token.kind == .close, let open = (max(low, start - 8)..<start).last(where: { prose.tokens[$0].kind == .open })
      {
        start = open - 1
        continue
      }
      switch token.kind {
      // "Acme, Inc. (NYSE: ACM) announced": the comma of a legal form parts nothing.
      case .comma where isLegal(start, before: j):
        start -= 1
        continue
      case .comma, .semicolon, .colon, .dash: return start + 1
      case .stop: if token.end - token.start > 0, start < j { return start + 1 }
      case .quoteOpen, .quoteClose, .quoteStraight, .quoteSingle:
        if prose.quotation[start] < 0 { return start + 1 }
      default: break
      }
      if token.isWord, start < j || token.has(.that) {
        if token.has(.that) || token.has(.relative) { return start + 1 }
        if token.has(.subordinator), !token.has(.preposition), !token.isCapital || start == low { return start + 1 }
        if token.has(.and), start > low, prose.hasFinite(max(low, start - 8)..<start) { return start + 1 }
        if isVerb(start), start < j { return start + 1 }
      }
      start -= 1
    }
    return start + 1
  }

  /// Whether the comma at token `i` stands before a legal form.
  private func isLegal(_ i: Int, before end: Int) -> Bool {
    i < end && i > 0 && prose.tokens[i + 1].has(.designator) && prose.tokens[i + 1].isCapital
      && prose.tokens[i - 1].isCapital
  }

  private func isVerb(_ i: Int) -> Bool {
    // "a person close to Acme", "a source close to Acme"
    prose.isFinite(i) && !prose.tokens[i].insidePhrase
      && !(prose.isIn(.close, i) && i + 1 < prose.tokens.count && prose.tokens[i + 1].has(.to))
      && prose.tokens[i].traits.isDisjoint(with: .title | .speaker)
  }

  /// A subject without the conjunction and adverbs before it.
  private func cleaned(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    while low < range.upperBound - 1 {
      let token = prose.tokens[low]
      let loose =
        token.isPunctuation && token.kind != .open
        || token.traits.hasAny(.but | .and) && token.info.name < 0
        || token.has(.adverb) && token.traits.isDisjoint(with: .determiner | .he) && token.info.name < 0
        || token.traits.hasAny(.time | .weekday) && token.traits.isDisjoint(with: Traits(.determiner))
        || token.has(.subordinator)
      guard loose else { break }
      low += 1
    }
    var high = range.upperBound
    // "Acme today said": when it was said is no part of who.
    while high > low, prose.tokens[high - 1].traits.hasAny(.time | .weekday) { high -= 1 }
    // "Acme remains confident that": nor is the verb.
    while high > low + 1, prose.tokens[high - 1].has(.copula), !prose.tokens[high - 1].isCapital { high -= 1 }
    guard high > low else { return nil }
    let last = prose.tokens[high - 1]
    // "On Monday he said": a pronoun is the whole subject.
    if last.traits.hasAny(.he | .they) || last.has(.it), last.traits.isDisjoint(with: Traits(.determiner)),
      // "two of them"
      high - 2 <= low || !prose.tokens[high - 2].has(.of)
    {
      return high - 1..<high
    }
    let trimmed = prose.trimmed(low..<high)
    return trimmed.isEmpty ? nil : trimmed
  }
}
