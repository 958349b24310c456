/// What a name is the name of, by its form and the words around it.
extension NameFinder {
  /// What the form of a name and the words around it tell.
  func kind(_ run: Range<Int>, _ sentence: Sentence) -> Entity.Kind {
    let last = tokens[run.upperBound - 1]
    if isPublicBody(run) { return .government }
    // "la revue L'Épicier": a paper, whatever its name says.
    if isArticle(run.lowerBound), run.lowerBound > sentence.tokens.lowerBound,
      tokens[run.lowerBound - 1].has(.newspaper), !tokens[run.lowerBound - 1].isCapital
    {
      return .newspaper
    }
    // "le site Poire & Pomme"
    if run.lowerBound > sentence.tokens.lowerBound, !tokens[run.lowerBound - 1].isCapital,
      tokens[run].contains(where: { $0.kind == .symbol })
    {
      if tokens[run.lowerBound - 1].has(.website) { return .website }
      if tokens[run.lowerBound - 1].has(.newspaper) { return .newspaper }
    }
    if run.count > 1 || last.isKnown {
      if last.has(.regulator) || oversees(run) { return .regulator }
      // "Tribunal de première instance"
      if lexicon.language == .french, run.count > 1, tokens[run.lowerBound].has(.regulator),
        tokens[run.lowerBound].isCapital, tokens[run.lowerBound + 1].has(.of)
      {
        return .regulator
      }
      if last.has(.government) { return .government }
      // "Ministry of Trade and Industry"
      if lexicon.language == .english, run.count > 2, tokens[run.lowerBound].has(.government),
        tokens[run.lowerBound + 1].has(.of)
      {
        return .government
      }
      if let medium = medium(run) { return medium }
      // "the Roe brothers"
      if last.isFamily, !last.isCapital { return .unknown }
      if lexicon.language == .french, run.count > 1, prose.isIn(.opener, run.lowerBound),
        !tokens[run.lowerBound + 1].isCapital
      {
        if tokens[run.lowerBound].has(.fund) { return .fund }
        if tokens[run.lowerBound].has(.company) { return .company }
      }
      if last.has(.fund) || last.has(.finance) { return .fund }
      if isFirmByForm(run) { return .company }
      if last.has(.designator) || last.has(.industry) || last.has(.company)
        || tokens[run].contains(where: { $0.has(.designator) && $0.isCapital })
      {
        return .company
      }
    }
    if isCouple(run) { return .unknown }
    if isSeatOfCourt(run, sentence) { return .place }
    let before = run.lowerBound > sentence.tokens.lowerBound ? tokens[run.lowerBound - 1] : nil
    // "pension manager Acme": the phrase is a fund's.
    if let before, before.has(.title) || before.has(.honorific) || before.has(.spokesperson),
      !isFirm(endingAt: run.lowerBound), !isFirmToo(before, run), !isAcronym(run, behind: before)
    {
      return .person
    }
    if tokens[run.lowerBound].has(.forename), run.count > 1 { return .person }
    // "Holland's Van Aerde", "France's Norvane"
    if run.lowerBound - 2 >= sentence.tokens.lowerBound, isPossessive(run.lowerBound - 1),
      tokens[run.lowerBound - 2].info.name >= 0, isPlace(run.lowerBound - 2)
    {
      return .company
    }
    if let told = told(before: run.lowerBound, sentence) { return told }
    if run.lowerBound > 0, tokens[run.lowerBound - 1].kind == .open,
      text[Int(tokens[run.lowerBound - 1].start)] == UInt8(ascii: "<")
    {
      return .company
    }
    let after = run.upperBound < sentence.tokens.upperBound ? tokens[run.upperBound] : nil
    // "U.S. Appeals court", "Delaware court": the noun in small letters tells.
    if lexicon.language == .english, let after, after.has(.regulator), !after.isCapital { return .regulator }
    if let after, after.kind == .open, text[Int(after.start)] == UInt8(ascii: "<") { return .company }
    // "of Kingstown, R.I.", and "R.I." itself
    if lexicon.language == .english {
      if isState(run.lowerBound), run.count == 1 { return .place }
      if let after, after.kind == .comma, run.upperBound + 1 < sentence.tokens.upperBound, isState(run.upperBound + 1) {
        return .place
      }
    }
    // "the Akron, Ohio-based company"
    if let after, after.kind == .comma, run.upperBound + 1 < sentence.tokens.upperBound,
      isCompound(tokens[run.upperBound + 1])
    {
      return .place
    }
    if let after, after.kind == .comma, run.count > 1, run.upperBound + 1 < sentence.tokens.upperBound,
      isWho(run.upperBound + 1), !last.has(.family)
    {
      return .person
    }
    if let after, after.kind == .comma, hasTitle(after: run.upperBound, sentence) {
      return run.count > 1 ? .person : .unknown
    }
    return .unknown
  }

  /// Whether the title `before` a name is a noun for firms as well and the name none of a person: "infrastructure investor Norvane".
  private func isFirmToo(_ before: Token, _ run: Range<Int>) -> Bool {
    before.traits.hasAny(.fund | .company) && !before.isCapital
      && (run.count == 1 || !tokens[run.lowerBound].has(.forename))
      && !(run.upperBound + 1 < tokens.count && tokens[run.upperBound].kind == .comma && isWho(run.upperBound + 1))
  }

  /// "la déléguée CFDT": a title and whose it is.
  private func isAcronym(_ run: Range<Int>, behind title: Token) -> Bool {
    let name = tokens[run.lowerBound]
    return lexicon.language == .french && run.count == 1 && title.has(.title) && !title.isCapital
      && name.shape.contains(.capitals) && (2...6).contains(name.end - name.start)
  }

  /// Whether a phrase for a kind of firm ends before token `end`: "pension manager".
  private func isFirm(endingAt end: Int) -> Bool {
    guard tokens[end - 1].insidePhrase else { return false }
    var head = end - 1
    while head > 0, tokens[head].insidePhrase { head -= 1 }
    return tokens[head].traits.hasAny(.fund | .company)
  }

  /// "Fla.", "N.J.": the short form of a state.
  private func isState(_ i: Int) -> Bool {
    let token = tokens[i]
    // "R.I.", which no lexicon need have
    if token.isWord, token.shape.contains(.dotted), token.shape.contains(.capitals), token.end - token.start == 4,
      token.info.name < 0, token.traits.isEmpty
    {
      return true
    }
    return token.isWord && token.isCapital && token.has(.abbreviation) && token.shape.contains(.dotted)
      && token.traits.isDisjoint(with: .honorific | .title | .designator | .month)
  }

  /// "Competition Council", "Bureau de la concurrence": a body named by what it oversees.
  func oversees(_ run: Range<Int>) -> Bool {
    tokens[run].contains { $0.has(.oversight) }
      && tokens[run].contains { $0.traits.hasAny(.body | .board | .regulator) }
  }

  /// "the Coast Gazette", "Radio Finance": a name with a word that only media have.
  func medium(_ run: Range<Int>) -> Entity.Kind? {
    let first = tokens[run.lowerBound]
    let last = tokens[run.upperBound - 1]
    guard run.count > 1 else { return nil }
    // Behind an article the noun comes second: "La Gazette mosane".
    let second = first.has(.determiner) ? tokens[run.lowerBound + 1] : first
    if second.has(.newspaper) { return .newspaper }
    // "Norvane Presse", "Aldby Paper" are companies.
    if lexicon.language == .english
      ? last.has(.masthead) : last.has(.newspaper) || last.has(.masthead) && last.has(.time)
    {
      return .newspaper
    }
    if first.has(.determiner), second.has(.masthead) { return .newspaper }
    if last.has(.broadcaster) || first.has(.broadcaster) { return .broadcaster }
    if last.has(.agency) || first.has(.agency) { return .agency }
    return nil
  }

  /// What the noun right before a name says that it is: "the website Pigeon", "le groupe danois Holm".
  func told(before i: Int, _ sentence: Sentence) -> Entity.Kind? {
    var noun = i - 1
    while noun > sentence.tokens.lowerBound, i - noun <= 2, lexicon.language == .french, tokens[noun].isWord,
      !tokens[noun].isCapital, tokens[noun].has(.nationality) || tokens[noun].info.traits.isEmpty
    { noun -= 1 }
    guard noun >= sentence.tokens.lowerBound else { return nil }
    var token = tokens[noun]
    // "le brasseur belge Norvane", "l'autrichien Norvane".
    let isNational = noun < i - 1 && tokens[noun + 1..<i].contains { $0.has(.nationality) }
    if isNational, token.isWord, token.traits.isDisjoint(with: .title | .spokesperson | .outsider | .speaker),
      !tokens[i].has(.forename)
    {
      if token.traits.isDisjoint(with: .fund | .website | .newspaper | .agency | .broadcaster | .product) {
        return .company
      }
    }
    if token.insidePhrase {
      while noun > sentence.tokens.lowerBound, tokens[noun].insidePhrase { noun -= 1 }
      token = tokens[noun]
    }
    // "an article in the Ledger", "un article de L'Observateur": a paper.
    if token.has(.of) || token.has(.locative), noun > sentence.tokens.lowerBound, tokens[noun - 1].has(.article) {
      return .newspaper
    }
    guard token.isWord, token.info.name < 0, !token.isCapital else { return nil }
    if token.has(.website) { return .website }
    if token.has(.newspaper) { return .newspaper }
    // "les stations thermales Norvane": of another kind, and several.
    if token.has(.broadcaster), !token.shape.contains(.plural) { return .broadcaster }
    if token.has(.agency) { return .agency }
    if token.has(.fund) { return .fund }
    if token.has(.product) { return .product }
    if token.has(.company), !token.has(.finite) { return .company }
    return nil
  }

  /// "Piet Harmsen, who follows": only people are "who".
  func isWho(_ i: Int) -> Bool {
    lexicon.language == .english && prose.isIn(.who, i)
  }

  /// "…, chairman of", "…, an analyst with": a title within a few words of the comma.
  func hasTitle(after comma: Int, _ sentence: Sentence) -> Bool {
    for i in comma + 1..<min(comma + 6, sentence.tokens.upperBound) {
      let token = tokens[i]
      // "Norkabel, to Tallis Partners": no title.
      if i == comma + 1, token.traits.hasAny(.preposition | .to) { return false }
      if token.has(.title) && !(token.isCapital && token.has(.industry)) || token.has(.spokesperson) {
        // "a stake in Acme, Finance Minister Ann Roe said": the title of another.
        let next = i + Int(token.phraseLength)
        // "Norvane Press, the publisher that went public"
        if token.has(.company), next < sentence.tokens.upperBound, tokens[next].traits.hasAny(.that | .relative),
          !isWho(next)
        {
          return false
        }
        return
          !(token.isCapital && next < sentence.tokens.upperBound && tokens[next].isCapital
          && tokens[next].isWord)
      }
      if token.isPunctuation || token.has(.finite) && !token.isCapital { return false }
    }
    return false
  }
}
