/// Which words with a capital are a name, or the beginning of one.
extension NameFinder {
  /// Whether a common word opens a sentence as the short form of a name that stood before: "Consolidated has" after "Consolidated
  /// Mills".
  func isShortName(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i == sentence.tokens.lowerBound, i + 1 < sentence.tokens.upperBound, !tokens[i + 1].isCapital,
      tokens[i].traits.isDisjoint(with: NameFinder.openers), tokens[i].end - tokens[i].start > 4,
      let entity = latestBearer(of: hash(i)), entities[entity].core.count > 1, entities[entity].core.first == hash(i),
      entities[entity].kind.isBusiness
    else { return false }
    let next = tokens[i + 1]
    return next.traits.hasAny(.have | .be | .modal) || prose.isFinite(i + 1) || isPossessive(i + 1)
  }

  /// "Bureau de la concurrence"; and "Bureau" by itself, once the whole name was there.
  func isInstitution(_ run: Range<Int>) -> Bool {
    // "Takeover Panel": the noun comes last.
    if lexicon.language == .english, run.count > 1, tokens[run].allSatisfy({ $0.isCapital }),
      tokens[run.lowerBound].traits.isDisjoint(with: .determiner | .title),
      tokens[run.upperBound - 1].traits.hasAny(.body | .regulator | .board)
    {
      return true
    }
    let head = tokens[run.lowerBound]
    if run.count > 1, prose.isIn(.opener, run.lowerBound), head.isCapital, !tokens[run.lowerBound + 1].isCapital {
      return true
    }
    guard head.traits.hasAny(NameFinder.institution), head.isCapital else { return false }
    return run.count > 1 || word(run.lowerBound).latest >= 0
  }

  /// "American Motors Corp", "General Partners": common words that together make a company's name.
  func isFirmName(_ run: Range<Int>) -> Bool {
    run.count > 1 && tokens[run.upperBound - 1].info.traits.hasAny(.industry | .designator)
      && tokens[run.lowerBound].info.traits.isDisjoint(with: .determiner | .possessive)
  }

  /// "State-owned", "Boston-based": an adjective, however it begins.
  func isCompound(_ token: Token) -> Bool {
    guard token.end - token.start > 7, lexicon.language == .english else { return false }
    let spelling = text[Int(token.start)..<Int(token.end)]
    guard let hyphen = spelling.lastIndex(of: UInt8(ascii: "-")) else { return false }
    if UnknownWord.traits(text, hyphen + 1..<Int(token.end), .english).has(.participle) { return true }
    // "Saint-Amand" is a name.
    guard text[hyphen + 1] &- 0x41 >= 26 else { return false }
    return spelling.endIndex - hyphen == 6 && spelling.last == UInt8(ascii: "d")
      || spelling.endIndex - hyphen == 4 && spelling.last == UInt8(ascii: "d")
  }

  func hasDigit(_ token: Token) -> Bool {
    text[Int(token.start)..<Int(token.end)].contains { $0 &- 0x30 < 10 }
  }

  func isTitle(_ i: Int) -> Bool {
    let token = tokens[i]
    // "Shareholder Acme": a common noun that opens the sentence.
    if i > 0, tokens[i - 1].kind == .stop || token.shape.contains(.newLine),
      token.traits.hasAny(.outsider | .speaker | .buyer | .seller | .suitor)
    {
      return true
    }
    // "Insurer Acme", "Brewer Norvane"; but "Bank Norvane" is a name.
    if lexicon.language == .english,
      i == 0 || tokens[i - 1].kind == .stop || token.shape.contains(.newLine) || token.shape.contains(.first),
      token.has(.company), token.phraseLength == 1, isAgentNoun(token)
    {
      return true
    }
    return token.has(.title) || token.has(.honorific) || token.has(.determiner)
      || token.has(.nationality) && token.info.name < 0 && i + 1 < tokens.count && tokens[i + 1].has(.title)
  }

  /// Whether a word ends like who does something: "insurer", "operator".
  private func isAgentNoun(_ token: Token) -> Bool {
    let (last, before) = (text[Int(token.end) - 1], text[Int(token.end) - 2])
    return last | 0x20 == UInt8(ascii: "r") && [UInt8(ascii: "e"), UInt8(ascii: "o")].contains(before | 0x20)
  }

  /// Words that are written with a capital and are no name by themselves.
  func isNoName(_ token: Token) -> Bool {
    token.info.name < 0
      && (token.has(.title) || token.has(.nationality) || token.has(.designator) || token.has(.industry)
        || token.has(.honorific)
        || token.has(.determiner) || token.has(.preposition) || token.has(.spokesperson) || token.has(.speaker)
        || token.has(.company) || token.has(.government) || token.has(.regulator)
        || token.has(.finite) && !token.has(.forename)
        || token.has(.and) || token.has(.but) || token.has(.adverb) || token.has(.subordinator) || token.has(.negation)
        || token.has(.he) || token.has(.it) || token.has(.they) || token.has(.we) || token.has(.one)
        || token.has(.question)
        || token.has(.that) || token.has(.relative) || token.has(.possessive) || token.has(.bid) || token.has(.deal)
        || token.has(.anonymous) || token.has(.of) || token.has(.to) || token.has(.by) || token.has(.gerund)
        || token.has(.product) || token.info.cue.isNoun)
  }

  /// Whether the word that opens a sentence says with the noun behind it what kind of firm is named next: "Skincare label
  /// Norvane".
  private func isTrade(_ i: Int, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .english, i + 2 < sentence.tokens.upperBound, tokens[i + 1].isWord,
      !tokens[i + 1].isCapital, tokens[i + 1].traits.hasAny(.company | .fund | .product)
    else { return false }
    let name = i + 1 + Int(tokens[i + 1].phraseLength)
    return name < sentence.tokens.upperBound && tokens[name].isWord && tokens[name].isCapital
      && tokens[name].info.name < 0 && !tokens[name].has(.title)
  }

  /// Whether the word that opens a sentence is part of a name rather than any word with a capital.
  func opensName(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    // "Reaffirming remarks", "Privately": endings of verbs and adverbs.
    let word = word(i)
    let isFirm = i + 1 < sentence.tokens.upperBound && tokens[i + 1].isCapital && tokens[i + 1].has(.company)
    if !token.isKnown, !word.isCapitalised, !isFirm, !endsInLegalForm(i, sentence),
      UnknownWord.traits(text, Int(token.start)..<Int(token.end), lexicon.language).hasAny(.gerund | .adverb | .company)
    {
      return false
    }
    if isShortName(i, sentence) { return true }
    if !word.isCapitalised, word.isSmall || isTrade(i, sentence) { return false }
    let next = i + 1 < sentence.tokens.upperBound ? tokens[i + 1] : nil
    if opensComplement(i, sentence) { return true }
    // "Van der Loo"
    if token.has(.particle), let next, next.isCapital || joinsByParticle(i + 1, sentence) { return true }
    if token.info.traits.isEmpty || token.has(.forename) || token.has(.designator) || token.has(.industry) {
      if word.isCapitalised || word.latest >= 0 { return true }
      // "Corticeira do Sado", "Pinturas d'Alella".
      if !token.isKnown, i + 2 < sentence.tokens.upperBound, joinsByParticle(i + 1, sentence) || isElidedName(i + 1) {
        return true
      }
      guard let next else { return false }
      if endsInLegalForm(i, sentence) { return true }
      // "Roe-Lindley": two capitals.
      if hasTwoCapitals(token) || isLabel(i, sentence) { return true }
      if token.has(.forename), surname(behind: i + 1, sentence) != nil || isCouple(i, sentence) { return true }
      // "Salvo Di Roe", "Yvan Le Roux"
      if next.isCapital, next.isWord, next.has(.particle) || isArticle(i + 1), i + 2 < sentence.tokens.upperBound,
        tokens[i + 2].isWord, tokens[i + 2].isCapital
      {
        return true
      }
      // "Terres & Marchés".
      if next.kind == .symbol, joinsByMark(i + 1, after: i, sentence) { return true }
      // "Gencorp's", "Acme <ACM>", "Acme Corp", "Acme, which".
      if next.isCapital, next.isWord,
        next.traits.hasAny(NameFinder.lastWords)
          || next.traits.isDisjoint(
            with: NameFinder.openers.union(.title | .honorific | .month | .weekday | .nationality | .government))
      {
        return true
      }
      if next.has(.have) || next.has(.be) || next.has(.modal) || next.info.cue.isCue && next.has(.finite)
        || opensPredicate(next)
      {
        return !token.info.traits.hasAny(.determiner | .adverb) && looksForeign(token)
      }
      // "Norvane, which": what it does stands behind it.
      if next.kind == .comma, looksForeign(token), i + 2 < sentence.tokens.upperBound, tokens[i + 2].has(.relative) {
        return true
      }
      // "Norvane, the Danish brewer, has": what it is stands behind it.
      if next.kind == .comma, looksForeign(token), opensWithCompany(i + 2) || isNoun(forCompany: i + 2) {
        // "Contacté, le groupe n'a pas répondu"
        return !endsLikeParticiple(token) || isSubject(behindApposition: i + 2, sentence)
      }
      // "Norvane, the agency that holds the shares, said".
      if next.kind == .comma, looksForeign(token), isSubject(behindApposition: i + 2, sentence) { return true }
      // "Norvane boss Ann Roe".
      if lexicon.language == .english, looksForeign(token), introducesPerson(i + 1, sentence) { return true }
      // "Norvane and Belcor", "Norvane, Belcor et Carrow".
      if looksForeign(token), opensList(i + 1, sentence) { return true }
      // "Norvane, in Bern, sells", "Norvane, à Berne, cède"
      if next.kind == .comma, looksForeign(token), isSeat(behindComma: i + 1, sentence) { return true }
      // "Norvane (cables) buys"
      if next.kind == .open, looksForeign(token), isSubject(behindBracket: i + 1, sentence) { return true }
      // "Norvane en prendra", "Norvane rejoint Belcor": what it does, with its object.
      if lexicon.language == .french, looksForeign(token), opensFrenchPredicate(i + 1, sentence) { return true }
      // "Norvane (Sweden) leads"
      if next.kind == .open, looksForeign(token), i + 3 < sentence.tokens.upperBound, tokens[i + 3].kind == .close,
        tokens[i + 2].info.name >= 0, isPlace(i + 2)
      {
        return true
      }
      // "Norvane of Sweden has": whose seat stands behind it.
      if next.has(.of), lexicon.language == .english, looksForeign(token), i + 2 < sentence.tokens.upperBound,
        tokens[i + 2].info.name >= 0, isPlace(i + 2)
      {
        return true
      }
      return next.kind == .open && text[Int(next.start)] == UInt8(ascii: "<") || isPossessive(i + 1)
    }
    guard let next, next.isWord, next.isCapital, !next.shape.contains(.newLine) else { return false }
    // "First Montauk Securities", "American Motors": a known word before a name.
    return token.has(.nationality) || token.has(.title) || token.has(.honorific)
      || !token.info.traits.hasAny(NameFinder.openers)
  }

  /// Whether `token` begins what is said of a subject without article: "ne cédera", "rachète", "bought".
  private func opensPredicate(_ token: Token) -> Bool {
    guard token.isWord, !token.isCapital else { return false }
    if lexicon.language == .english {
      return token.has(.finite) && (token.traits.hasAny(NameFinder.trade) || token.info.stage > 0)
    }
    return token.has(.ne) || token.has(.finite) && token.traits.isDisjoint(with: NameFinder.nominal)
  }

  /// Whether the comma at token `i` is followed by a place between commas: ", à Berne,".
  private func isSeat(behindComma i: Int, _ sentence: Sentence) -> Bool {
    guard i + 3 < sentence.tokens.upperBound, tokens[i + 1].traits.hasAny(.locative | .to), !tokens[i + 1].isCapital,
      tokens[i + 2].isCapital
    else { return false }
    return (i + 3..<min(i + 5, sentence.tokens.upperBound)).contains { tokens[$0].kind == .comma }
  }

  /// Whether "and Belcor" or ", Belcor and Carrow" stands at token `i`, and a verb behind it.
  private func opensList(_ i: Int, _ sentence: Sentence) -> Bool {
    var i = i
    var names = 0
    while i + 1 < sentence.tokens.upperBound, tokens[i].kind == .comma || tokens[i].has(.and) {
      let isLast = tokens[i].has(.and)
      i += 1
      let start = i
      while i < sentence.tokens.upperBound, tokens[i].isWord, tokens[i].isCapital, i - start < 4 { i += 1 }
      guard i > start, i < sentence.tokens.upperBound, names < 6, !isNoName(tokens[start]) else { return false }
      names += 1
      if isLast { return prose.isFinite(i) || tokens[i].traits.hasAny(.have | .be | .modal | .ne) }
    }
    return false
  }

  /// "Contacté, le groupe", "Contactée par l'agence,".
  func opensWithParticiple(_ i: Int) -> Bool {
    i + 1 < tokens.count && endsLikeParticiple(tokens[i]) && (tokens[i + 1].kind == .comma || tokens[i + 1].has(.by))
  }

  /// Whether a French word ends as participles do: "contactée".
  private func endsLikeParticiple(_ token: Token) -> Bool {
    guard lexicon.language == .french else { return false }
    var end = Int(token.end)
    if text[end - 1] | 0x20 == UInt8(ascii: "s") { end -= 1 }
    if end - Int(token.start) > 3, text[end - 1] | 0x20 == UInt8(ascii: "e"), text[end - 2] >= 0x80 { end -= 1 }
    // "é" is two bytes.
    return end - Int(token.start) > 3 && text[end - 2] == 0xC3 && text[end - 1] == 0xA9
  }

  /// Whether an apposition stands at token `i`, with an article, a participle or an owner, and a verb behind the comma that ends
  /// it: "the agency that holds the shares,", "Belcor's main lender,", "once its owner,".
  private func isSubject(behindApposition i: Int, _ sentence: Sentence) -> Bool {
    let end = min(i + 24, sentence.tokens.upperBound)
    guard i + 1 < end,
      tokens[i].traits.hasAny(.determiner | .indefinite | .participle | .own | .holder) && !tokens[i].isCapital
        || lexicon.language == .english
          && (tokens[i].has(.possessive)
            || tokens[i].isCapital && (i + 1..<min(i + 4, end)).contains(where: isPossessive)),
      let comma = (i + 1..<end).first(where: { tokens[$0].kind == .comma }), comma + 1 < sentence.tokens.upperBound
    else { return false }
    return prose.isFinite(comma + 1) && !tokens[comma + 1].isCapital
  }

  /// Whether a title stands at token `i` and a name behind it.
  private func introducesPerson(_ i: Int, _ sentence: Sentence) -> Bool {
    let name = i + Int(tokens[i].phraseLength)
    return !tokens[i].isCapital && tokens[i].traits.hasAny(.title | .spokesperson) && name < sentence.tokens.upperBound
      && tokens[name].isWord && tokens[name].isCapital
  }

  /// Whether a verb stands behind the brackets that open at token `i`.
  private func isSubject(behindBracket i: Int, _ sentence: Sentence) -> Bool {
    var close = i + 1
    while close < min(i + 8, sentence.tokens.upperBound), tokens[close].kind != .close { close += 1 }
    guard close + 1 < sentence.tokens.upperBound, tokens[close].kind == .close else { return false }
    return prose.isFinite(close + 1) && !tokens[close + 1].isCapital
  }

  /// Whether "en prendra", "se retire" or "rejoint Belcor" stands at token `i`.
  private func opensFrenchPredicate(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i + 1 < sentence.tokens.upperBound, tokens[i].isWord, !tokens[i].isCapital else { return false }
    if tokens[i].has(.finite) {
      return prose.isFinite(i) && tokens[i + 1].isWord && tokens[i + 1].isCapital
        && tokens[i].traits.isDisjoint(with: .deal | .of)
    }
    return tokens[i].end - tokens[i].start <= 3 && prose.isIn(.clitic, i) && prose.isFinite(i + 1)
      && !tokens[i + 1].has(.participle)
  }

  /// What a name of two words may end in, though it is a title too: "Norvane Partners".
  @inline(__always) private static var lastWords: Traits { Trait.designator | .industry | .company | .forename | .fund }
  @inline(__always) private static var trade: Traits { Trait.buy | .sell | .bid | .merge | .refuse | .own | .receive }
  /// What may be a verb, but stands behind a noun as its adjective or complement too.
  @inline(__always) private static var nominal: Traits { Trait.participle | .deal | .of | .determiner }

  /// "Eaux de Roc", "Port of Wick": a noun that opens a name with its complement.
  private func opensComplement(_ i: Int, _ sentence: Sentence) -> Bool {
    guard tokens[i].has(.establishment), i + 2 < sentence.tokens.upperBound, tokens[i + 1].has(.of) else {
      return false
    }
    let isLong = tokens[i + 2].has(.determiner) && i + 3 < sentence.tokens.upperBound
    let noun = tokens[isLong ? i + 3 : i + 2]
    return noun.isWord && noun.isCapital
  }

  /// Whether a name stands by itself at the head of a paragraph, as in a round-up: "Norvane: The Danish brewer".
  private func isLabel(_ i: Int, _ sentence: Sentence) -> Bool {
    let block = blocks[sentence.block]
    guard i == block.tokens.lowerBound, block.kind != .headline, !tokens[i].isKnown,
      i + 3 < block.tokens.upperBound
    else { return false }
    let mark = tokens[i + 1].kind
    return (mark == .stop && sentence.tokens.count == 2 || mark == .colon) && opensWithCompany(i + 2)
  }

  /// Whether "Le brasseur danois", "The brewer" stands at token `i`: what a paragraph says of whom it is headed by.
  func opensWithCompany(_ i: Int) -> Bool {
    guard i < tokens.count, tokens[i].has(.determiner) else { return false }
    var isCompany = false
    for j in i + 1..<min(i + 6, tokens.count) {
      let token = tokens[j]
      // "Food. The brewer Norvane": the paragraph names its company itself.
      if token.isCapital,
        !(lexicon.language == .english && (token.has(.nationality) || token.info.name >= 0 && isPlace(j)))
      {
        return false
      }
      if token.traits.hasAny(.company | .fund | .nationality) {
        isCompany = true
      } else if !token.isWord || token.has(.of) || token.traits.hasAny(.finite | .be | .have | .modal) {
        break
      }
    }
    return isCompany
  }

  /// Whether "brasseur danois" or "premier brasseur danois" stands at token `i`, without an article as French has it.
  private func isNoun(forCompany i: Int) -> Bool {
    lexicon.language == .french
      && (i..<max(i, min(i + 2, tokens.count))).contains {
        !tokens[$0].isCapital && tokens[$0].traits.hasAny(.company | .fund | .suitor | .buyer | .seller)
          && !prose.isFinite($0)
      }
  }

  /// "Texas American Energy Corp": a place that a company is named after.
  func isPlaceInName(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    guard token.info.name >= 0, token.phraseLength == 1, i + 1 < sentence.tokens.upperBound,
      !tokens[i + 1].has(.designator)
    else { return false }
    let kind = lexicon.names[Int(token.info.name)].kind
    guard kind == .place || kind == .government
    else { return false }
    // "US Steel"
    let next = tokens[i + 1]
    let isShort =
      (token.shape.contains(.capitals) || token.shape.contains(.dotted)) && next.isWord && next.isCapital
      && next.shape.contains(.spaced) && next.has(.industry) && !next.has(.government)
    // "Nagoya Zip": a word that is nobody's by itself.
    let isHead =
      kind == .place && !tokens[i].shape.contains(.capitals) && next.isWord && next.isCapital
      && next.shape.contains(.spaced) && !next.shape.contains(.newLine) && !next.isKnown && next.info.traits.isEmpty
      && next.info.name < 0 && looksForeign(next)
      && bearers(of: hash(i + 1)).allSatisfy { entities[$0].core.first == hash(i) }
    return isShort || isHead || endsInLegalForm(i, sentence)
  }

  /// "Bally Manufacturing Corp": capitals up to a legal form.
  func endsInLegalForm(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in i + 1..<max(i + 1, min(i + 6, sentence.tokens.upperBound)) {
      guard tokens[j].isWord, tokens[j].isCapital else { return false }
      if tokens[j].has(.designator) { return true }
    }
    return false
  }

  /// "Bouygues-Roe".
  func hasTwoCapitals(_ token: Token) -> Bool {
    guard !token.isKnown else { return false }
    let range = Int(token.start)..<Int(token.end)
    return range.dropFirst().contains { text[$0 - 1] == UInt8(ascii: "-") && text[$0] &- 0x41 < 26 }
  }

  /// Words that open sentences and no names.
  @inline(__always) static var openers: Traits {
    Trait.determiner | .preposition | .subordinator | .but | .and | .adverb | .he | .be | .have | .modal | .question
      | .that | .relative | .it | .they | .possessive | .negation | .one
  }

  /// A word that no lexicon of the language has and that does not end like a common noun.
  func looksForeign(_ token: Token) -> Bool {
    // "BP" is a name, "Of" is none.
    guard !token.isKnown, token.end - token.start > 2 || token.shape.contains(.capitals) else { return false }
    // A plural without an article begins a sentence in English only.
    return lexicon.language == .french || text[Int(token.end) - 1] != UInt8(ascii: "s")
  }

  func isPossessive(_ i: Int) -> Bool {
    i < tokens.count && tokens[i].isWord && text[Int(tokens[i].start)] == UInt8(ascii: "'")
  }
}
