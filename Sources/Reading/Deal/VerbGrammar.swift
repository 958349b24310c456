import Stories

/// What a word of the trade is in its sentence: noun or verb, active or passive, whose it is.
extension DealEvents {
  /// Whether a word that may be a verb is a noun here: "the buy", "l'achat".
  func isNoun(_ i: Int) -> Bool {
    guard i > 0, prose.tokens[i].traits.hasAny(.finite | .infinitive),
      prose.tokens[i].phraseLength == 1 || !prose.tokens[i].has(.participle)
    else { return false }
    let before = prose.tokens[i - 1]
    return before.traits.hasAny(.determiner | .possessive | .indefinite)
      && before.traits.isDisjoint(with: .he | .adverb)
  }

  /// "to purchase", "will offer": a verb, though the word may be a noun.
  func isInfinitive(_ i: Int, _ sentence: Sentence) -> Bool {
    prose.language == .english && prose.tokens[i].has(.infinitive) && i > sentence.tokens.lowerBound
      && prose.tokens[i - 1].traits.hasAny(.to | .modal)
  }

  func isPassive(_ i: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    // "is considering whether to bid": the base form looks like the participle.
    guard prose.tokens[i].has(.participle), !isInfinitive(i, sentence) else { return false }
    // "est devenu propriétaire": "être" is its auxiliary.
    if prose.language == .french, prose.isIn(.becoming, i) { return false }
    var j = i - 1
    var be = false
    while j >= sentence.tokens.lowerBound, i - j <= 4 {
      // "Acme's Belcor unit acquired": no auxiliary.
      if prose.tokens[j].has(.be), prose.tokens[j].shape.contains(.spaced) { be = true }
      if prose.tokens[j].has(.have), !be { return false }
      if prose.tokens[j].isPunctuation { break }
      j -= 1
    }
    if be { return true }
    // "a versé le solde et pris le contrôle": the same auxiliary.
    if prose.language == .french, i > sentence.tokens.lowerBound, prose.tokens[i - 1].has(.and),
      let auxiliary = (max(sentence.tokens.lowerBound, i - 16)..<i).last(where: {
        prose.tokens[$0].traits.hasAny(.have | .be) || prose.isFinite($0)
      }), prose.tokens[auxiliary].has(.have)
    {
      return false
    }
    // "Belcor vendu à Acme"
    if prose.language == .french, prose.tokens[i].traits.isDisjoint(with: .finite | .have),
      i > sentence.tokens.lowerBound,
      prose.tokens[i - 1].isCapital,
      !(max(sentence.tokens.lowerBound, i - 5)..<i).contains(where: { prose.tokens[$0].has(.have) })
    {
      return true
    }
    // "Belcor sold to Acme"
    if prose.language == .english, prose.tokens[i].has(.sell), end < sentence.tokens.upperBound,
      prose.tokens[end].has(.to),
      i > sentence.tokens.lowerBound, prose.tokens[i - 1].isCapital, end + 1 < sentence.tokens.upperBound,
      prose.tokens[end + 1].isCapital || prose.tokens[end + 1].has(.determiner)
    {
      return true
    }
    // "Belcor, le fabricant racheté en mai à Acme"
    if prose.language == .french, prose.tokens[i].traits.isDisjoint(with: .finite | .have),
      i > sentence.tokens.lowerBound,
      prose.tokens[i - 1].isWord, prose.tokens[i - 1].traits.isDisjoint(with: .adverb | .negation),
      prose.tokens[i - 1].traits.isDisjoint(with: .have | .he),
      !(max(sentence.tokens.lowerBound, i - 6)..<i).contains(where: { prose.tokens[$0].traits.hasAny(.have | .gerund) })
    {
      return true
    }
    // "Belcor, cédé en mai à Acme"
    if prose.language == .french, i > sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma,
      i - 2 >= sentence.tokens.lowerBound, prose.tokens[i - 2].isCapital
    {
      return true
    }
    // "Belcor, acquired last year by Acme"
    return (end..<min(end + 4, sentence.tokens.upperBound)).contains { prose.tokens[$0].has(.by) }
      && !(prose.language == .french && prose.tokens[i].has(.finite) && !prose.tokens[i].has(.participle))
  }

  /// Whether an article that points back stands between the verb at token `verb` and the noun at token `i`: "the bid".
  func isDefinite(_ i: Int, _ verb: Int) -> Bool {
    (verb + 1..<max(i, verb + 1)).contains {
      prose.tokens[$0].has(.determiner) && prose.tokens[$0].traits.isDisjoint(with: .indefinite | .possessive)
    }
  }

  /// Whether a price follows the verb that ends before token `end`, and no fine.
  func isPriced(_ end: Int, _ sentence: Sentence) -> Bool {
    (end..<min(end + 4, sentence.tokens.upperBound)).contains {
      prose.tokens[$0].kind == .number || prose.tokens[$0].kind == .symbol
    }
      && !(end..<min(end + 12, sentence.tokens.upperBound)).contains {
        prose.tokens[$0].has(.fine) || prose.text[Int(prose.tokens[$0].start)] == UInt8(ascii: "%")
      }
  }

  /// Whether the verb at token `i` only tells what would be: "would take", "prendrait".
  func isSupposed(_ i: Int, _ sentence: Sentence) -> Bool {
    prose.tokens[i].has(.conditional)
      || (max(sentence.tokens.lowerBound, i - 3)..<i).contains { prose.tokens[$0].has(.hypothetical) }
  }

  /// Whether a part of a company is taken behind the verb that ends before token `end`: "takes 60 % of", "takes a stake in".
  func takesShare(_ end: Int, _ sentence: Sentence) -> Bool {
    for i in end..<min(end + 6, sentence.tokens.upperBound) {
      let token = prose.tokens[i]
      // "all of the shares"
      if prose.language == .english, prose.isIn(.shares, i), prose.isIn(.allOf, end) { return true }
      if token.has(.stake) && token.has(.deal) || token.has(.holder) { return true }
      if token.kind == .symbol, prose.tokens[i - 1].kind == .number, prose.text[Int(token.start)] == UInt8(ascii: "%") {
        // "a pris 9 % lundi": a share price.
        return prose.language == .english || i + 1 < sentence.tokens.upperBound && !isDayBehind(i + 1)
      }
      if i > end, prose.tokens[i - 1].kind == .number, prose.isIn(.percent, i) {
        return true
      }
      // "a quarter of Belcor"
      if prose.isIn(.fraction, i), i + 1 < sentence.tokens.upperBound, prose.tokens[i + 1].has(.of) { return true }
      if token.isPunctuation || prose.isFinite(i) { return false }
    }
    return false
  }

  /// Whether a day stands at token `i`, or words for trade in shares.
  private func isDayBehind(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.traits.hasAny(.weekday | .time) || token.kind == .comma || token.kind == .stop
      || token.has(.locative) && !token.has(.contracted)
  }

  /// Whether the verb at token `i` means a purchase, since what it acts on is a business: "wins Belcor", "wants Belcor", "gets Belcor
  /// from Acme", "vise Belcor"; but not "wins Belcor's trust".
  func winsBusiness(_ i: Int, _ end: Int, _ a: Arguments) -> Bool {
    let isGetting = prose.isIn(.getting, i)
    guard isGetting || prose.isIn(.winning, i), let object = a.next(end, within: 3),
      object.governor.map({ $0 < end }) ?? true, !object.isPossessive, cast.entities[object.entity].kind.isBusiness
    else { return false }
    let next = object.tokens.upperBound
    if isGetting {
      return next < a.sentence.tokens.upperBound && prose.isIn(.from, next)
    }
    return next == a.sentence.tokens.upperBound || !prose.tokens[next].isWord
      || prose.tokens[next].traits.hasAny(.preposition | .of | .and) && !prose.tokens[next].has(.to)
  }

  /// Whether the verb at token `i` tells of another time: "when it bought Acme", "which it bought in 2017".
  func isOfOld(_ i: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    var near = end + 8
    for j in end..<sentence.tokens.upperBound {
      let token = prose.tokens[j]
      if token.kind == .comma, let close = closeOfApposition(j, sentence) { near = max(near, close + 4) }
      if j >= near { break }
      if token.isPunctuation, near <= end + 8 || token.kind != .comma { break }
      if token.kind == .number, token.end - token.start == 4,
        prose.tokens[j - 1].has(.locative) || prose.tokens[j - 1].has(.contracted),
        prose.text[Int(token.start)] == UInt8(ascii: "1") || prose.text[Int(token.start)] == UInt8(ascii: "2")
      {
        return true
      }
    }
    if isYearsAgo(end, sentence) { return true }
    guard prose.tokens[i].has(.finite) || prose.tokens[i].has(.participle) else { return false }
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound + 1, i - 5), by: -1) {
      let token = prose.tokens[j]
      if token.isPunctuation { return false }
      if token.has(.subordinator), token.traits.isDisjoint(with: .if | .hypothetical), j > sentence.tokens.lowerBound {
        return prose.isIn(.when, token)
      }
    }
    return false
  }

  /// The comma that ends what somebody is, which the one at token `comma` begins: "Belcor, a small brewer, in 2015".
  private func closeOfApposition(_ comma: Int, _ sentence: Sentence) -> Int? {
    guard comma + 1 < sentence.tokens.upperBound, prose.tokens[comma + 1].traits.hasAny(.determiner | .indefinite)
    else {
      return nil
    }
    return (comma + 2..<max(comma + 2, min(comma + 8, sentence.tokens.upperBound))).first {
      prose.tokens[$0].kind == .comma
    }
  }

  /// "bought six years ago", "racheté il y a six ans", "détient depuis six ans": a number and "years" behind token `end`.
  private func isYearsAgo(_ end: Int, _ sentence: Sentence) -> Bool {
    for j in end..<max(end, min(end + 9, sentence.tokens.upperBound)) {
      let token = prose.tokens[j]
      if token.isPunctuation { return false }
      guard prose.isIn(.years, token) else { continue }
      if prose.language == .english {
        return j + 1 < sentence.tokens.upperBound && prose.isIn(.ago, j + 1)
      }
      return (end..<j).contains { prose.isIn(.it, $0) }
    }
    return false
  }

  /// Whether a possessive pronoun before the noun at token `i` stands for the subject: "its bid".
  func isOwnedBySubject(_ i: Int) -> Bool {
    for j in stride(from: i - 1, through: max(0, i - 7), by: -1) {
      let token = prose.tokens[j]
      // "its 19 dlr a share proposal"
      if i - j > 3, token.traits.hasAny(.preposition | .of) { return false }
      if token.has(.indefinite), j + 1 < i, prose.isIn(.share, j + 1) { continue }
      if token.has(.possessive) { return !prose.isIn(.ourOrYour, token) }
      if token.has(.determiner) { return false }
      if !token.isWord && token.kind != .number && token.kind != .symbol || prose.isFinite(j) { return false }
    }
    return false
  }

  /// Whether the noun at token `i` is told of for the first time: "an offer".
  func isNew(_ i: Int) -> Bool {
    (max(0, i - 4)..<i).contains { prose.tokens[$0].has(.indefinite) }
      // "ont déposé des offres"
      || prose.language == .french && i > 1 && prose.tokens[i].shape.contains(.plural)
        && prose.tokens[i - 1].has(.of) && prose.tokens[i - 1].has(.contracted) && prose.tokens[i - 2].has(.participle)
  }

  /// Whether the noun at token `i` is the object of a verb, not its subject: "completed the acquisition of".
  func governs(_ i: Int, _ a: Arguments) -> Bool { governingVerb(i, a.sentence) != nil }

  /// The verb that the noun at token `i` is the object of.
  func governingVerb(_ i: Int, _ sentence: Sentence) -> Int? {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 9), by: -1) {
      let token = prose.tokens[j]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .stop { return nil }
      if token.traits.hasAny(.infinitive | .gerund | .participle) || prose.isFinite(j) {
        if token.traits.hasAny(.be | .have | .modal) { continue }
        if token.has(.deal) || token.info.name >= 0 { continue }
        // "a sweetened bid": an adjective.
        if token.has(.participle), j > 0, prose.tokens[j - 1].traits.hasAny(.determiner | .indefinite | .possessive),
          prose.language == .english
        {
          continue
        }
        return j
      }
    }
    return nil
  }
}
