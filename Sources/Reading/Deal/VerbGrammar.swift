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
    guard prose.tokens[i].has(.participle) else { return false }
    var j = i - 1
    var be = false
    while j >= sentence.tokens.lowerBound, i - j <= 4 {
      if prose.tokens[j].has(.be) { be = true }
      if prose.tokens[j].has(.have), !be { return false }
      if prose.tokens[j].isPunctuation { break }
      j -= 1
    }
    if be { return true }
    // "Belcor, cédé en mai à Acme"
    if prose.language == .french, i > sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma,
      i - 2 > sentence.tokens.lowerBound, prose.tokens[i - 2].isCapital
    {
      return true
    }
    // "Belcor, acquired last year by Acme"
    return (end..<min(end + 4, sentence.tokens.upperBound)).contains { prose.tokens[$0].has(.by) }
      && !(prose.language == .french && prose.tokens[i].has(.finite) && !prose.tokens[i].has(.participle))
  }

  /// Whether a possessive pronoun before the noun at token `i` stands for the subject: "its bid".
  func isOwnedBySubject(_ i: Int) -> Bool {
    for j in stride(from: i - 1, through: max(0, i - 3), by: -1) {
      let token = prose.tokens[j]
      if token.has(.possessive) {
        let ours = ["our", "my", "your", "notre", "nos", "mon", "ma", "mes", "votre", "vos"]
        return !ours.contains { prose.word($0) == token.word }
      }
      if token.has(.determiner) { return false }
      if !token.isWord && token.kind != .number && token.kind != .symbol || prose.isFinite(j) { return false }
    }
    return false
  }

  /// Whether the noun at token `i` is told of for the first time: "an offer".
  func isNew(_ i: Int) -> Bool {
    (max(0, i - 4)..<i).contains { prose.tokens[$0].has(.indefinite) }
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
