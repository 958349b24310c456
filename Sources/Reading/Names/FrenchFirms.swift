/// How French names of firms go on behind a noun in small letters: "Produits laitiers Roe", "Compagnie Roe du Sud".
extension NameFinder {
  /// Whether the token at `i` goes on with the name of a firm that began at `start`.
  func joinsInFirm(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, tokens[start].isCapital, tokens[start].info.name < 0 else { return false }
    let isFirm = tokens[start].traits.hasAny(.establishment | .company) && !prose.isIn(.generic, start)
    // "le Groupe scolaire Roe"
    if i == start + 1, isOpener(start, sentence), isComplementAdjective(i) || isAdjective(i), isNoun(i + 1, sentence) {
      return true
    }
    if tokens[i].has(.of), joinsComplement(i, after: start, sentence) { return true }
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

  /// Whether "de" at token `i` joins what a firm is called after to its name, which began at `start`.
  private func joinsComplement(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    if tokens[start].traits.hasAny(.establishment | .company | .fund | .body), tokens[i - 1].isCapital {
      // "Crédit Maritime d'Armor", "Groupe Mutuel des Flandres": the second word tells of what, not who.
      if i == start + 2, tokens[i - 1].info.name < 0, UnknownWord.isFrenchAdjective(text, prose.range(i - 1)) {
        return isPlaceOrThing(behindOf: i, sentence)
      }
      // "Société des Hôtels de la Couronne", "Mutuelle des Gens de Mer"
      if (start + 3...start + 6).contains(i), tokens[start + 1].has(.of) {
        return isPlaceOrThing(behindOf: i, sentence) && !isNamed(behindOf: i, sentence)
      }
    }
    // "Poulet d'Or Holding"
    if i == start + 1, tokens[start].traits.isEmpty, !tokens[start].shape.contains(.capitals), isPlainOf(i),
      i + 2 < sentence.tokens.upperBound, tokens[i + 2].isWord, tokens[i + 2].isCapital,
      tokens[i + 2].has(.designator) || prose.isIn(.holding, i + 2)
    {
      return isPlaceOrThing(behindOf: i, sentence)
    }
    // "Les Jasmins de Carthage", "Restos Plaisirs du Nord": plurals, as firms alone seldom are.
    guard isPlural(start),
      i == start + 1 && isBehindPluralArticle(start)
        || i == start + 2 && isPlural(start + 1) && isWithArticle(i, sentence)
    else { return false }
    return isPlaceOrThing(behindOf: i, sentence) && !isNamed(behindOf: i, sentence)
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

  private func isNoun(behindOf i: Int, _ sentence: Sentence) -> Bool { isNoun(noun(behindOf: i, sentence), sentence) }

  /// Whether a capital stands behind "de" at token `i` that is nobody by its form.
  private func isPlaceOrThing(behindOf i: Int, _ sentence: Sentence) -> Bool {
    let noun = noun(behindOf: i, sentence)
    return isNoun(noun, sentence)
      && tokens[noun].traits.isDisjoint(with: .forename | .title | .honorific | .nationality)
      && (tokens[noun].info.name < 0 || isPlace(noun))
  }

  /// Whether the story has named what stands behind "de" at token `i`.
  private func isNamed(behindOf i: Int, _ sentence: Sentence) -> Bool {
    let noun = noun(behindOf: i, sentence)
    return tokens[noun].info.name < 0 && latestBearer(of: hash(noun)) != nil
  }

  private func noun(behindOf i: Int, _ sentence: Sentence) -> Int {
    var noun = i + 1
    while noun < sentence.tokens.upperBound, noun - i <= 2, tokens[noun].has(.determiner), !tokens[noun].isCapital {
      noun += 1
    }
    return noun
  }

  /// Whether the noun at token `i` opens a name that goes on in small letters: "la Société des eaux", "le Fonds d'innovation".
  ///
  /// At the head of a sentence it is any noun, unless an article stands before.
  func isOpener(_ i: Int, _ sentence: Sentence) -> Bool {
    lexicon.language == .french && prose.isIn(.opener, i) && tokens[i].isCapital && !tokens[i].shape.contains(.capitals)
      && !opensClause(i, sentence)
  }

  /// "Claude de Roe", "Guy d'Armor": a forename and a surname with its "de".
  func joinsNoble(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, i == start + 1, tokens[start].isCapital,
      tokens[start].has(.forename) || isTitled(start, sentence),
      isPlainOf(i),
      isNoun(i + 1, sentence),
      // "la Ville de Roc" is no Finn.
      start == 0 || tokens[start - 1].traits.isDisjoint(with: .determiner | .contracted)
    else { return false }
    return tokens[i + 1].info.name < 0 && tokens[i + 1].traits.isDisjoint(with: .forename | .title | .company)
  }

  /// Whether a title and a comma stand before the name at token `start`: « la directrice générale, Ségolène ».
  private func isTitled(_ start: Int, _ sentence: Sentence) -> Bool {
    guard start - 2 > sentence.tokens.lowerBound, tokens[start - 1].kind == .comma else { return false }
    var title = start - 2
    while title > sentence.tokens.lowerBound, tokens[title].insidePhrase { title -= 1 }
    return tokens[title].has(.title) && !tokens[title].has(.company)
  }

  /// Where the name begins that "de" and perhaps an article join to the capital at token `i`: "Usines de la Semoy".
  func placeName(behind i: Int, _ sentence: Sentence) -> Int? {
    guard i + 2 < sentence.tokens.upperBound, isPlainOf(i + 1) else { return nil }
    let name = tokens[i + 2].has(.determiner) && !tokens[i + 2].isCapital ? i + 3 : i + 2
    return name < sentence.tokens.upperBound && tokens[name].isWord && tokens[name].isCapital ? name : nil
  }

  /// Whether "de" at token `i` goes on with a name that is nowhere without it: "Usines de la Semoy", "Traiteurs Réunis
  /// d'Artois"; not "le rachat par Norvane de Belcor".
  func joinsPlace(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, let name = placeName(behind: i - 1, sentence) else { return false }
    let last = tokens[i - 1]
    guard last.isCapital, last.info.name < 0, !last.shape.contains(.capitals), last.end - last.start > 4,
      !word(i - 1).isAlone, start > sentence.tokens.lowerBound || word(i - 1).isSmall,
      tokens[start].traits.isDisjoint(with: .forename | .honorific | .title | .nationality | .month | .weekday),
      last.traits.isDisjoint(with: .forename | .title | .designator | .nationality)
    else { return false }
    let place = tokens[name]
    guard place.info.name < 0 || isPlace(name), !place.insidePhrase,
      place.traits.isDisjoint(with: .forename | .honorific | .month | .weekday | .title)
    else { return false }
    return !(max(sentence.tokens.lowerBound, start - 3)..<start).contains { tokens[$0].has(.by) }
  }

  /// "de", "d'": without an article.
  func isPlainOf(_ i: Int) -> Bool {
    guard tokens[i].has(.of) else { return false }
    let last = text[Int(tokens[i].end) - 1]
    return last == UInt8(ascii: "e") || !(last == UInt8(ascii: "s") || last == UInt8(ascii: "u"))
  }

  /// An adjective behind the noun of an office or its complement, by its ending: "des marchés financiers".
  func isComplementAdjective(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord, !token.isCapital, token.info.name < 0, !token.insidePhrase, token.shape.contains(.spaced),
      !token.has(.finite), !token.info.cue.isCue
    else { return false }
    return UnknownWord.isFrenchAdjective(text, prose.range(i))
  }

  /// Whether the word at token `i` ends like an infinitive.
  func isInfinitive(_ i: Int) -> Bool {
    let end = Int(tokens[i].end)
    guard tokens[i].end - tokens[i].start > 3, !tokens[i].isCapital else { return false }
    let last = text[end - 1]
    let before = text[end - 2]
    return last == UInt8(ascii: "r") && (before == UInt8(ascii: "e") || before == UInt8(ascii: "i"))
      || last == UInt8(ascii: "e") && before == UInt8(ascii: "r")
  }

  /// Whether the token at `i` is a capital that goes on with a name.
  func goesOnCapital(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.isWord && token.isCapital && token.shape.contains(.spaced) && token.info.name < 0
      && token.traits.isDisjoint(with: .forename | .title | .honorific | .month | .weekday)
  }

  private func isPlural(_ i: Int) -> Bool {
    tokens[i].isCapital && tokens[i].shape.contains(.plural) && !tokens[i].shape.contains(.capitals)
      && tokens[i].info.name < 0 && tokens[i].traits.isDisjoint(with: .forename | .title | .nationality)
  }

  /// Whether "les", "des" or the like stands before token `i`.
  private func isBehindPluralArticle(_ i: Int) -> Bool {
    guard i > 0, tokens[i - 1].has(.determiner) || tokens[i - 1].has(.contracted) else { return false }
    let last = text[Int(tokens[i - 1].end) - 1]
    return last == UInt8(ascii: "s") || last == UInt8(ascii: "x")
  }
}
