/// What belongs to the name before it: more capitals, small words that lead on to them, marks.
extension NameFinder {
  /// Whether the title that begins before token `start` goes on with "de" and an article at token `i`: "Le Phare de l'Ouest".
  func isFarTitle(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, i == start + 1, tokens[i].has(.of), i + 2 < sentence.tokens.upperBound,
      tokens[i + 1].has(.determiner), tokens[i + 2].isWord, tokens[i + 2].isCapital, start > sentence.tokens.lowerBound,
      isArticle(start - 1), tokens[start].isCapital, tokens[start].info.name < 0
    else { return false }
    return true
  }

  /// Whether "'s of" and a capital stand at token `i` behind one capital: "Roe's of Wick".
  func isShop(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    lexicon.language == .english && i == start + 1 && isPossessive(i) && i + 2 < sentence.tokens.upperBound
      && tokens[start].info.name < 0 && tokens[i + 1].has(.of) && tokens[i + 2].isWord && tokens[i + 2].isCapital
  }

  /// Whether capitals from token `i` on end in a noun for those who have something together: "Pension Plan".
  private func opensCommunity(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in i..<min(i + 3, sentence.tokens.upperBound) {
      guard tokens[j].isWord, tokens[j].isCapital else { return false }
      if tokens[j].traits.hasAny(.body | .board | .fund) || prose.isIn(.community, j) { return true }
    }
    return false
  }

  /// Whether "'s" stands at token `i` within the name of a community: "Wick Women's College".
  private func isOfPeople(_ i: Int, _ sentence: Sentence) -> Bool {
    lexicon.language == .english && prose.isIn(.people, i - 1) && tokens[i - 1].isCapital
      && i + 1 < sentence.tokens.upperBound && opensCommunity(i + 1, sentence)
  }

  /// Whether the capital at token `i` makes a company's name of the place before it: "Ostrava Line has".
  private func isNamedAfterPlace(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    return lexicon.language == .english && isPlace(start) && !opensClause(start, sentence)
      && !tokens[start].shape.contains(.dotted) && !tokens[start].shape.contains(.capitals)
      && token.info.name < 0 && !token.shape.contains(.newLine)
      && token.traits.isDisjoint(with: NameFinder.openers.union(.title | .month | .weekday | .time | .nationality))
      && token.traits.isDisjoint(with: .honorific | .forename | .spokesperson | .speaker | .government | .regulator)
  }

  /// A short word that no lexicon has is seldom an adjective.
  func isOpenWord(_ i: Int) -> Bool { tokens[i].end - tokens[i].start < 5 }

  /// Whether the token at `i` goes on with the name that began at `start`.
  func joins(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    if joinsByMark(i, after: start, sentence) { return true }
    if isPossessive(i), isShop(i, after: start, sentence) || isOfPeople(i, sentence) { return true }
    guard token.isWord,
      token.shape.contains(.spaced) || tokens[i - 1].kind == .symbol || isElided(i - 1, after: start, sentence),
      !token.insidePhrase || tokens[i - 1].insidePhrase || tokens[i - 1].phraseLength > 1
    else { return false }
    // "Acme Chief Executive Ann Roe": a title parts two names.
    if token.has(.title), token.info.name < 0,
      token.traits.isDisjoint(
        with: .industry | .finance | .designator | .company | .fund | .masthead | .forename | .family)
    {
      return false
    }
    if tokens[start].info.name >= 0, !isPlaceInName(start, sentence) {
      if token.isCapital, token.info.name < 0, isPlace(start),
        token.traits.hasAny(NameFinder.offices) || opensOffice(i, sentence)
      {
        return true
      }
      if tokens[i - 1].traits.hasAny(NameFinder.offices), token.isCapital, token.info.name < 0 { return true }
      // "the Botswana government"
      if lexicon.language == .english, prose.isIn(.government, i), isPlace(start), !token.insidePhrase { return true }
      return token.isCapital
        && (token.info.traits.hasAny(.designator | .industry | .masthead)
          || isNamedAfterPlace(i, after: start, sentence))
    }
    // A legal form ends a name: "Belcor Inc. Norvane Corp" are two.
    if tokens[i - 1].has(.designator), !token.has(.designator) {
      // "Belcor Corp Holdings Ltd"
      return token.isCapital && prose.isIn(.holding, i)
    }
    if token.has(.and), joinsByAnd(i, after: start, sentence) { return true }
    // "the Fijian government"
    if i == start + 1, lexicon.language == .english, prose.isIn(.government, i), !token.isCapital, !token.insidePhrase,
      tokens[start].traits.isEmpty || tokens[start].has(.nationality)
    {
      return true
    }
    if token.isCapital {
      if token.has(.month) || token.has(.weekday) || token.has(.we) { return tokens[i - 1].has(.particle) }
      if token.info.name >= 0, token.phraseLength > 1 { return false }
      // "the dredger De Witte Rs 1,875 crore", "Belcor A$640m"
      if token.end - token.start <= 3, isCurrency(i, sentence) { return false }
      // Two known names side by side are two names.
      if token.info.name >= 0, tokens[i - 1].info.name >= 0 || tokens[i - 1].insidePhrase { return false }
      return true
    }
    if joinsByParticle(i, sentence) || isElidedName(i) { return true }
    // "Filature du Nord": in French a company, where "de" alone may only say where it is; but "Eaux de Roc".
    if lexicon.language == .french, i == start + 1, token.has(.of), tokens[start].has(.establishment),
      tokens[start].isCapital, i + 1 < sentence.tokens.upperBound
    {
      let isLong = tokens[i + 1].has(.determiner) && i + 2 < sentence.tokens.upperBound
      let noun = tokens[isLong ? i + 2 : i + 1]
      if noun.isWord, noun.isCapital { return true }
    }
    if lexicon.language == .french, i == start + 1, token.has(.of),
      token.has(.contracted) || token.end - token.start == 3,
      i + 1 < sentence.tokens.upperBound, tokens[i + 1].isCapital, tokens[i + 1].isWord,
      tokens[start].isCapital, tokens[start].traits.isDisjoint(with: .forename | .title),
      tokens[i + 1].traits.isDisjoint(with: .month | .weekday)
    {
      return true
    }
    if isFarTitle(i, after: start, sentence) || joinsNoble(i, after: start, sentence) { return true }
    if joinsInFirm(i, after: start, sentence) { return true }
    // "la coopérative Terres d'Aubrac": the plural of a common noun goes on.
    if lexicon.language == .french, i == start + 1, token.has(.of), start > sentence.tokens.lowerBound,
      tokens[start - 1].traits.hasAny(.company | .fund | .body), !tokens[start - 1].isCapital,
      tokens[start].isCapital, tokens[start].shape.contains(.plural), i + 1 < sentence.tokens.upperBound,
      tokens[i + 1].isCapital, tokens[i + 1].isWord
    {
      return true
    }
    // "the Roe family", "the Roe family trust".
    if lexicon.language == .english {
      // "the Spanish family group" says whose it is, not who.
      if token.has(.family), tokens[i - 1].isCapital, tokens[i - 1].info.name < 0 {
        return i > start + 1 || !tokens[start].has(.nationality)
      }
      if tokens[i - 1].isFamily, token.traits.hasAny(.industry | .fund | .finance) || isOffice(i) { return true }
    }
    // "Bank of America", "Banque de France", "Ludwig van Rhee".
    let isFor = lexicon.language == .english && prose.isIn(.for, token)
    // "Fruit of the Loom Inc"
    if lexicon.language == .english, token.has(.of), i == start + 1, i + 3 < sentence.tokens.upperBound,
      prose.isIn(.the, i + 1), tokens[i + 2].isCapital, tokens[i + 3].has(.designator), tokens[start].isCapital,
      !tokens[start].has(.title)
    {
      return true
    }
    // "Acme of Puerto Rico Inc"
    if token.has(.of), tokens[i - 1].isCapital, !tokens[i - 1].has(.title),
      i + 2 < sentence.tokens.upperBound,
      tokens[i + 1].info.name >= 0, endsInLegalForm(i, sentence)
    {
      return true
    }
    guard token.has(.of) || isFor && tokens[i - 1].traits.hasAny(NameFinder.offices),
      i + 1 < sentence.tokens.upperBound, tokens[i + 1].isCapital, tokens[i + 1].isWord
    else {
      return false
    }
    let before = tokens[i - 1]
    if isSeated(i, after: start) || isFor && isCurrency(i + 1, sentence) { return false }
    return before.isCapital
      && (before.has(.company) || before.traits.hasAny(NameFinder.offices) || before.has(.regulator)
        || before.has(.government) || before.has(.industry) || before.has(.establishment))
  }

  /// Whether "of" at token `i` tells where somebody is whose name is whole without: "Norvane Foods of Boston".
  ///
  /// A bank or an office may be one of its place by name.
  private func isSeated(_ i: Int, after start: Int) -> Bool {
    let before = tokens[i - 1]
    return lexicon.language == .english && i > start + 1 && tokens[start..<i].allSatisfy(\.isCapital)
      && before.traits.hasAny(.industry | .company | .fund | .finance)
      && before.traits.isDisjoint(with: .body | .regulator | .oversight | .establishment | .designator | .government)
  }

  /// "the Sunday Ledger": a weekday that opens the title of a paper.
  func opensPaper(_ i: Int, _ sentence: Sentence) -> Bool {
    lexicon.language == .english && tokens[i].has(.weekday) && i > sentence.tokens.lowerBound
      && prose.isIn(.the, i - 1) && i + 1 < sentence.tokens.upperBound && tokens[i + 1].isWord
      && tokens[i + 1].isCapital && tokens[i + 1].info.name < 0
  }

  /// Whether the family's noun before token `i` makes "office" its firm: "the Roe family office".
  private func isOffice(_ i: Int) -> Bool { tokens[i].has(.body) && !tokens[i].isCapital && tokens[i - 1].isFamily }

  /// "Van der Loo", "Banco del Sur": small words that lead on to another capital.
  func joinsByParticle(_ i: Int, _ sentence: Sentence) -> Bool {
    guard tokens[i].has(.particle) || !tokens[i].isCapital && prose.isIn(.linking, i),
      tokens[i - 1].isCapital || tokens[i - 1].has(.particle)
    else {
      return false
    }
    var end = i + 1
    while end < sentence.tokens.upperBound, end - i < 3, tokens[end].has(.particle), !tokens[end].isCapital {
      end += 1
    }
    return end < sentence.tokens.upperBound && tokens[end].isWord && tokens[end].isCapital
  }

  /// Nouns of offices and boards, which names of places stand before: "Norway Competition Office".
  @inline(__always) static var offices: Traits { Trait.body | .regulator | .board | .oversight }

  func isPlace(_ i: Int) -> Bool { lexicon.names[Int(tokens[i].info.name)].kind == .place }

  /// Whether an office's noun comes behind token `i`: "Harbour Authority".
  func opensOffice(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i + 1 < sentence.tokens.upperBound else { return false }
    let next = tokens[i + 1]
    return next.isCapital && next.isWord && next.info.name < 0 && next.traits.hasAny(.body | .regulator)
  }

  /// "Brandt & Loewe", "Canal 9 Business": the mark or short number between two capitals.
  func joinsByMark(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    guard i + 1 < sentence.tokens.upperBound, tokens[i + 1].isWord, tokens[i + 1].isCapital,
      tokens[i - 1].isCapital,
      tokens[start].info.name < 0 || token.kind == .quoteSingle && i > start + 1 && isPlace(start),
      token.shape.contains(.spaced) || token.kind == .quoteSingle || token.kind == .comma
    else { return false }
    // "Ministry of Economy, Trade and Industry"
    if token.kind == .comma {
      return lexicon.language == .english && tokens[start].has(.government) && i > start + 2
        && tokens[start + 1].has(.of)
        && i + 2 < sentence.tokens.upperBound && tokens[i + 2].has(.and)
    }
    // "Dockers' Association".
    if token.kind == .quoteSingle, !token.shape.contains(.spaced), tokens[i - 1].shape.contains(.plural) {
      return tokens[i + 1].shape.contains(.spaced) && opensCommunity(i + 1, sentence)
    }
    if token.kind == .symbol {
      return token.end - token.start == 1 && text[Int(token.start)] == UInt8(ascii: "&")
    }
    return token.kind == .number && token.end - token.start <= 2 && tokens[i + 1].info.name < 0
      && tokens[i + 1].traits.isDisjoint(with: .month | .weekday) && !tokens[i - 1].has(.month)
  }

  /// "Cable and Wireless Plc", "Harper and Row Publishers Inc": one company, not two, if its first word is none alone.
  func joinsByAnd(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    if i == start + 1, isCouple(start, sentence) { return true }
    guard tokens[start..<i].allSatisfy({ $0.info.traits.isDisjoint(with: .designator | .title | .forename) }),
      !bearers(of: hash(start)).contains(where: { isCore(start..<i, of: $0) }),
      tokens[start].info.name < 0 || isPlaceInName(start, sentence)
    else { return false }
    var end = i + 1
    while end < sentence.tokens.upperBound, tokens[end].isWord, tokens[end].isCapital, end - i < 6,
      tokens[end].info.name < 0
    { end += 1 }
    // "MacAndrews and Forbes Group Inc"
    if endsInLegalForm(i, sentence), i + 2 < sentence.tokens.upperBound, !tokens[i + 1].has(.designator) { return true }
    guard end > i + 1 else { return false }
    let last = tokens[end - 1]
    // "the Roe Trust and Belcor Asset Management": either is whole.
    if i > start + 1, tokens[i - 1].traits.hasAny(.fund | .industry), last.traits.hasAny(.fund | .finance | .industry) {
      return false
    }
    // "Ports and Harbours Board", "Ministry of Trade and Industry".
    return last.has(.designator) || last.traits.hasAny(.body | .regulator | .board) && end > i + 2
      || tokens[start].traits.hasAny(.body | .regulator | .government | .board) && i > start + 1
  }
}
