/// How French names of firms go on behind a noun in small letters: "Produits laitiers Roe", "Compagnie Roe du Sud".
extension NameFinder {
  /// Whether the token at `i` goes on with the name of a firm that began at `start`.
  func joinsInFirm(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, tokens[start].isCapital, tokens[start].info.name < 0 else { return false }
    let isFirm = tokens[start].traits.hasAny(.establishment | .company) && !prose.isIn(.generic, start)
    // "Produits laitiers Roe", "École hôtelière de Roc": the adjective.
    if i == start + 1, tokens[start].has(.establishment), isAdjective(i), i + 1 < sentence.tokens.upperBound {
      if isNoun(i + 1, sentence) { return true }
      // "le Crédit armoricain"
      if start > sentence.tokens.lowerBound, tokens[start - 1].has(.determiner) || tokens[start - 1].has(.contracted),
        !tokens[start - 1].isCapital || tokens[start - 1].shape.contains(.newLine)
          || start - 1 == sentence.tokens.lowerBound
      {
        return true
      }
      return tokens[i + 1].has(.of) && isNoun(behindOf: i + 1, sentence)
    }
    if i == start + 2, tokens[start].has(.establishment), tokens[i].has(.of), isAdjective(i - 1) {
      return isNoun(behindOf: i, sentence)
    }
    // "Compagnie Roe du Sud"
    if (start + 2...start + 4).contains(i), isFirm, tokens[i - 1].isCapital, isWithArticle(i, sentence) {
      return isNoun(behindOf: i, sentence)
    }
    // "la mutuelle niortaise Prévoyance de l'Ouest": a firm by the noun before.
    guard i == start + 1, isWithArticle(i, sentence), !tokens[start].shape.contains(.capitals),
      isNoun(behindOf: i, sentence)
    else { return false }
    var noun = start - 1
    if noun > sentence.tokens.lowerBound, isAdjective(noun) || tokens[noun].has(.nationality) { noun -= 1 }
    return noun >= sentence.tokens.lowerBound && !tokens[noun].isCapital && !prose.isFinite(noun)
      && tokens[noun].traits.hasAny(.company | .fund | .body)
  }

  /// The words of a firm that has a noun in small letters and the name of its founder, to the capital at token `i`: "la filature
  /// Roe", which is not Ann Roe.
  func familyFirm(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    guard lexicon.language == .french, i - 2 >= sentence.tokens.lowerBound, tokens[i].isWord, tokens[i].isCapital,
      tokens[i].info.name < 0, tokens[i].traits.isEmpty, tokens[i].shape.contains(.spaced)
    else { return nil }
    let noun = tokens[i - 1]
    guard noun.has(.establishment), !noun.isCapital, !noun.shape.contains(.plural), !noun.insidePhrase,
      noun.traits.isDisjoint(with: .finance | .industry | .designator | .company), noun.info.name < 0,
      tokens[i - 2].has(.determiner) || tokens[i - 2].has(.contracted),
      tokens[i - 2].traits.isDisjoint(with: .possessive | .indefinite)
    else { return nil }
    // "la brasserie Roe & Fils", "la brasserie Roe", once "Roe & Fils" is known.
    if i + 1 < sentence.tokens.upperBound, tokens[i + 1].isCapital || tokens[i + 1].kind == .symbol { return nil }
    if let known = latestBearer(of: hash(i)), entities[known].kind != .person,
      entities[known].core.count != 2 || entities[known].core.first == hash(i)
    {
      return nil
    }
    return i - 1..<i + 1
  }

  /// Whether the name that begins at token `start` only says where somebody is: "la société de Roc".
  func isSeat(_ start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, start - 2 > sentence.tokens.lowerBound, tokens[start - 1].has(.of) else {
      return false
    }
    return (max(sentence.tokens.lowerBound, start - 3)..<start - 1).contains {
      tokens[$0].has(.company) && !tokens[$0].isCapital && !prose.isFinite($0)
    }
  }

  /// An adjective in small letters, as far as that shows: a word that the lexicons say nothing of.
  private func isAdjective(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.isWord && !token.isCapital && token.traits.isEmpty && token.info.name < 0
      && token.shape.contains(.spaced)
      && token.end - token.start > 4
  }

  /// Whether "du", "de la" or "des" stands at token `i`, and not "de", behind which a place may stand.
  private func isWithArticle(_ i: Int, _ sentence: Sentence) -> Bool {
    tokens[i].has(.of)
      && (tokens[i].has(.contracted) || tokens[i].phraseLength > 1
        || i + 1 < sentence.tokens.upperBound && tokens[i + 1].has(.determiner))
  }

  private func isNoun(_ i: Int, _ sentence: Sentence) -> Bool {
    i < sentence.tokens.upperBound && tokens[i].isWord && tokens[i].isCapital
      && tokens[i].traits.isDisjoint(with: .month | .weekday)
  }

  private func isNoun(behindOf i: Int, _ sentence: Sentence) -> Bool {
    var noun = i + 1
    while noun < sentence.tokens.upperBound, noun - i <= 2, tokens[noun].has(.determiner), !tokens[noun].isCapital {
      noun += 1
    }
    return isNoun(noun, sentence)
  }
}
