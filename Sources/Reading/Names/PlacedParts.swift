import Stories

/// Parts of companies that have no name but that of their place, where they are sold: "its Toledo plant", "son usine de Roanne".
extension NameFinder {
  /// The words for a part that is sold or bought and called by the place at token `i`, or by a nationality: "Toledo plant", "Polish
  /// stores", "usine de barquettes de Montélimar".
  func placedPart(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    if let house = house(at: i, sentence) ?? familyFirm(at: i, sentence) { return house }
    let part = lexicon.language == .english ? englishPart(at: i, sentence) : frenchPart(at: i, sentence)
    guard let part, isTraded(part.lowerBound, sentence) else { return nil }
    return part
  }

  /// The words of a name that begins with a small letter, to the capital at token `i`: "la clinique des Ormes", "le camping de la
  /// Plage".
  ///
  /// Only behind "des", "du" or "de la": plain "de" says where something is, or whose.
  private func house(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    guard lexicon.language == .french, i - 2 > sentence.tokens.lowerBound, tokens[i].isWord, tokens[i].isCapital,
      tokens[i].info.name < 0, tokens[i].traits.isDisjoint(with: .title | .honorific | .forename)
    else { return nil }
    let isLong = tokens[i - 1].has(.determiner) && !tokens[i - 1].has(.of) && tokens[i - 2].has(.of)
    guard isLong || tokens[i - 1].has(.of) && tokens[i - 1].end - tokens[i - 1].start >= 2 && !isPlainOf(i - 1) else {
      return nil
    }
    let noun = isLong ? i - 3 : i - 2
    guard noun > sentence.tokens.lowerBound, tokens[noun].has(.establishment), !tokens[noun].isCapital,
      !tokens[noun].shape.contains(.plural), tokens[noun - 1].has(.determiner) || tokens[noun - 1].has(.contracted),
      tokens[noun - 1].traits.isDisjoint(with: .possessive | .indefinite)
    else { return nil }
    return noun..<(run(at: i, sentence)?.upperBound ?? i + 1)
  }

  private func englishPart(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    let token = tokens[i]
    guard i > sentence.tokens.lowerBound, token.isCapital,
      token.info.name >= 0 && isPlace(i) || token.has(.nationality) && token.info.name < 0
    else { return nil }
    let end = i + Int(token.info.name >= 0 ? token.phraseLength : 1)
    guard end < sentence.tokens.upperBound, tokens[end].has(.part), !tokens[end].isCapital, !tokens[end].insidePhrase,
      tokens[i - 1].has(.possessive)
    else { return nil }
    return i..<end + 1
  }

  private func frenchPart(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    guard i - 2 > sentence.tokens.lowerBound, tokens[i].isCapital, tokens[i - 1].has(.of) else { return nil }
    for j in stride(from: i - 2, through: max(sentence.tokens.lowerBound + 1, i - 5), by: -1) {
      let token = tokens[j]
      guard token.isWord, !token.isCapital, !prose.isFinite(j) || token.has(.part) else { return nil }
      guard token.has(.part) else { continue }
      // Whose it is has been told, so that the name must be where it is.
      guard tokens[j - 1].has(.possessive), i + 1 >= sentence.tokens.upperBound || !tokens[i + 1].isCapital else {
        return nil
      }
      return j..<i + 1
    }
    return nil
  }

  /// Whether a word for buying or selling stands right before token `i`, but for whose it is.
  private func isTraded(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 6), by: -1) {
      if tokens[j].traits.hasAny(.buy | .sell) { return true }
      if tokens[j].isPunctuation && !isPossessive(j) { return false }
    }
    return false
  }

  /// Adds the part of a company in the words of `run`.
  func addPart(_ run: Range<Int>, _ sentence: Sentence) {
    add(run, sentence)
    let entity = denotations[denotations.count - 1].entity
    if entities[entity].kind == .unknown || entities[entity].kind == .place { entities[entity].kind = .company }
  }
}
