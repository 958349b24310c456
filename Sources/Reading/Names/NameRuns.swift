/// Where a name begins and ends: capitals, and the small words between them.
extension NameFinder {
  /// The name that starts at token `i`.
  func run(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    let token = tokens[i]
    // "Acme's <ACM.N>": a ticker, not another name.
    if i > sentence.tokens.lowerBound, skipTicker(i - 1, sentence) > i - 1 { return nil }
    if opensFamily(i, sentence) || opensTitle(i, sentence) {
      // "la famille de Roe"
      let start = tokens[i + 1].has(.of) ? i + 2 : i + 1
      let name = run(at: start, sentence) ?? start..<start + 1
      return i..<(token.has(.family) ? name.upperBound : tail(start..<name.upperBound, sentence, isTitle: true))
    }
    guard token.isWord, token.isCapital || token.info.name >= 0 && token.phraseLength > 1, !token.insidePhrase else {
      return nil
    }
    let isKnown = token.info.name >= 0 && !isPlaceInName(i, sentence)
    let isMotto = opensMotto(i, sentence)
    if !isKnown {
      if token.has(.month) || token.has(.weekday) && !opensPaper(i, sentence) { return nil }
      if token.has(.we), !isMotto { return nil }
      // "Day International Corp"
      if token.has(.time), !endsInLegalForm(i, sentence), !opensPaper(i, sentence) { return nil }
      // "Class B common stock"
      if prose.isIn(.shareClass, i), i + 1 < sentence.tokens.upperBound, tokens[i + 1].end - tokens[i + 1].start == 1 {
        return nil
      }
      if token.end - token.start == 1, i > sentence.tokens.lowerBound, prose.isIn(.shareClass, i - 1) { return nil }
      // "President Donald Trump", "Mr. Roe": the name begins behind the title.
      if isCompound(token) || isConjunction(i, sentence) || isPeople(i, sentence) || isMixed(token) { return nil }
      if isKicker(i, sentence) { return nil }
      if !isMotto, isTitle(i), i + 1 < sentence.tokens.upperBound, tokens[i + 1].isCapital { return nil }
      // "OPA d'Acme"
      if token.shape.contains(.capitals), token.has(.bid), token.has(.deal), i + 1 < sentence.tokens.upperBound,
        !tokens[i + 1].isCapital
      {
        return nil
      }
      if !isMotto, opensClause(i, sentence), !opensName(i, sentence), !endsShop(i + 1, sentence) { return nil }
      if token.phraseLength > 1 && !token.has(.particle) || isPortfolio(i, sentence) { return nil }
      // "C$480 million", "EUR 41": a currency.
      if isCurrency(i, sentence) { return nil }
      // "B2B" is no name by itself, "23andMe" is one.
      if hasDigit(token), text[Int(token.start)] &- 0x30 >= 10,
        !(i + 1 < sentence.tokens.upperBound && tokens[i + 1].isCapital)
      {
        return nil
      }
    }
    var end = i + Int(isKnown ? token.phraseLength : 1)
    while end < sentence.tokens.upperBound,
      joins(end, after: i, sentence) || !isKnown && tokens[end].has(.of) && joinsPlace(end, after: i, sentence)
    {
      // "New York-based Norvane", "the Norvane Group-led bid": the adjective ends in this word.
      if isCompound(tokens[end]) {
        guard prose.isIn(.led, behindHyphenOf: end), latestBearer(of: hash(i)) != nil else { return nil }
        break
      }
      if tokens[end].has(.of), joinsPlace(end, after: i, sentence), let name = placeName(behind: end - 1, sentence) {
        end = name + 1
        continue
      }
      // "Le Phare de l'Ouest": with the article.
      if isFarTitle(end, after: i, sentence) {
        end += 3
        continue
      }
      if isShop(end, after: i, sentence) {
        end += 3
        continue
      }
      if tokens[end].isCapital || !tokens[end].has(.of) && !tokens[end].has(.and) && tokens[end].isWord {
        end += 1
      } else {
        // "Regulator of South Africa": all words of a known name.
        let next = end + 1
        end =
          next + (next < sentence.tokens.upperBound && tokens[next].info.name >= 0 ? Int(tokens[next].phraseLength) : 1)
      }
    }
    if let surname = surname(behind: end, sentence) { end = surname }
    if !isKnown, isNumber(end, of: i, sentence) { return i..<end + 1 }
    if isMotto { return i..<end }
    let isShop = !isKnown && endsShop(end, sentence)
    end = splitBeforeForename(i..<end)
    if !isKnown { end = tail(i..<end, sentence, isTitle: false) }
    var start = i
    // "Chairman Ernest Saunders", "Mr. Roe": the name comes after the title.
    while start < end - 1, !isKnown || start > i, isTitle(start) { start += 1 }
    if !isKnown {
      start = behindBoard(start, end)
      start = behindIntroduction(start, end, sentence)
    }
    if !isKnown, !isShop, start < end, tokens[start..<end].allSatisfy({ isNoName($0) || !$0.isCapital }),
      !isFirmName(start..<end), !isInstitution(start..<end), !isShortName(start, sentence)
    {
      return nil
    }
    return start..<(isShop ? end + 1 : end)
  }

  /// Whether the number at token `end` belongs to the name of a body that begins at `start`: "Steelworkers Local 88", "the union
  /// Sindikat 5".
  private func isNumber(_ end: Int, of start: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound, tokens[end].kind == .number, tokens[end].end - tokens[end].start <= 4,
      tokens[end - 1].isCapital, prose.bytes(end).allSatisfy({ $0 &- 0x30 < 10 })
    else { return false }
    if end > start + 1, prose.isIn(.numbered, end - 1) { return true }
    guard start > sentence.tokens.lowerBound, tokens[start - 1].has(.body), !tokens[start - 1].isCapital,
      end + 1 < sentence.tokens.upperBound
    else { return false }
    return tokens[end + 1].isPunctuation || prose.isFinite(end + 1)
  }

  /// "le comité Notre Vallée": a name that speaks of those who bear it.
  private func opensMotto(_ i: Int, _ sentence: Sentence) -> Bool {
    i > sentence.tokens.lowerBound && i + 1 < sentence.tokens.upperBound && tokens[i].has(.possessive)
      && tokens[i - 1].traits.hasAny(.body | .company | .website | .newspaper) && !tokens[i - 1].isCapital
      && tokens[i + 1].isWord && tokens[i + 1].isCapital
  }

  /// Whether a sum stands behind the short capitals at token `i`: "C$480 million", "EUR 41".
  func isCurrency(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    guard i + 1 < sentence.tokens.upperBound, token.end - token.start <= 3 else { return false }
    let next = tokens[i + 1]
    if next.kind == .symbol, !next.shape.contains(.spaced) {
      return text[Int(next.start)] == UInt8(ascii: "$") || next.end - next.start > 1
    }
    // "EUR 41", "Rs 1,875"
    return next.kind == .number && (token.end - token.start == 2 || token.shape.contains(.capitals))
      && lexicon.terms.meaning(lexicon.termWord(token, text)).isUnit
  }

  /// Ann "the Broom" Roe: where the name ends that goes on behind a nickname.
  func surname(behind end: Int, _ sentence: Sentence) -> Int? {
    guard end < sentence.tokens.upperBound, tokens[end].isQuote, tokens[end].shape.contains(.spaced),
      tokens[end - 1].traits.isDisjoint(with: .title | .honorific)
    else { return nil }
    var close = end + 1
    while close < min(end + 5, sentence.tokens.upperBound), !tokens[close].isQuote { close += 1 }
    guard close + 1 < sentence.tokens.upperBound, tokens[close].isQuote, close > end + 1,
      !tokens[close].shape.contains(.spaced), tokens[close + 1].isWord, tokens[close + 1].isCapital,
      tokens[close + 1].shape.contains(.spaced), tokens[close + 1].info.name < 0
    else { return nil }
    return close + 2
  }

  /// An article that may begin a name: "Le", "L'".
  func isArticle(_ i: Int) -> Bool {
    let token = tokens[i]
    return lexicon.language == .french && token.isCapital && token.has(.determiner) && token.phraseLength == 1
      && token.traits.isDisjoint(with: Traits(.possessive)) && token.end - token.start <= 4
  }

  /// "ministre de l'Industrie": what a ministry is for is no name.
  func isPortfolio(_ i: Int, _ sentence: Sentence) -> Bool {
    var j = i - 1
    while j > sentence.tokens.lowerBound, i - j <= 2, tokens[j].has(.determiner) || tokens[j].has(.of) {
      j -= 1
    }
    return j >= sentence.tokens.lowerBound && j < i - 1 && tokens[j].has(.government)
      && tokens[j].info.name < 0
      && lexicon.language == .french
      // "le conseil d'administration d'Acme"
      && !tokens[j].insidePhrase
  }

  /// Whether the article at token `i` belongs to the name behind it: "le quotidien Le Causeur"; where a sentence begins only
  /// if the name has it elsewhere.
  func opensTitle(_ i: Int, _ sentence: Sentence) -> Bool {
    guard isArticle(i), i + 1 < sentence.tokens.upperBound, tokens[i + 1].isWord, tokens[i + 1].isCapital,
      tokens[i + 1].info.name < 0
    else { return false }
    if tokens[i + 1].traits.hasAny(.body | .regulator | .government) { return false }
    return !opensClause(i, sentence) && tokens[i - 1].kind != .dash || word(i + 1).isTitled
      || tokens[i + 1].traits.hasAny(.newspaper | .masthead)
  }

  /// "la famille Roe": the noun belongs to the name.
  func opensFamily(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    guard lexicon.language == .french, token.has(.family), i + 1 < sentence.tokens.upperBound else { return false }
    // "la famille de Roe", but "les cousins de Roe" are no name, nor is "la famille de Jean Roe".
    if isPlainOf(i + 1), i + 2 < sentence.tokens.upperBound, !prose.isIn(.kin, i) {
      let noun = tokens[i + 2]
      return noun.isWord && noun.isCapital && noun.info.name < 0
        && noun.traits.isDisjoint(with: .forename | .title | .honorific)
    }
    return tokens[i + 1].isCapital && tokens[i + 1].isWord
  }

  /// Nouns for bodies whose names go on in small letters: "Bureau de la concurrence", "Union laitière", "Feuille d'avis".
  @inline(__always) static var institution: Traits { Trait.body | .regulator | .government | .newspaper | .board }

  /// Where a name ends whose noun takes a complement in small letters.
  func tail(_ run: Range<Int>, _ sentence: Sentence, isTitle: Bool) -> Int {
    guard lexicon.language == .french, tokens[run.upperBound - 1].info.name < 0 else { return run.upperBound }
    let head = tokens[run.upperBound - 1]
    let isFirm = run.count == 1 && isOpener(run.lowerBound, sentence)
    let isHead = run.count == 1 && head.traits.hasAny(NameFinder.institution) || isFirm
    guard isHead || isTitle else { return run.upperBound }
    var end = run.upperBound
    while end < sentence.tokens.upperBound, end - run.upperBound < 6 {
      // "… de la concurrence et des prix".
      if isHead, end > run.upperBound, tokens[end].has(.and), end + 1 < sentence.tokens.upperBound,
        tokens[end + 1].has(.of), tokens[end].phraseLength == 1
      {
        end += 1
      }
      let token = tokens[end]
      guard token.isWord, !token.insidePhrase else { break }
      if token.has(.of) || token.has(.to) && token.phraseLength == 1 && isHead && head.has(.government) {
        var noun = end + 1
        while noun < sentence.tokens.upperBound, tokens[noun].has(.determiner), noun - end < 3 { noun += 1 }
        guard noun < sentence.tokens.upperBound, tokens[noun].isWord, isHead || !tokens[noun].isCapital,
          !tokens[noun].traits.hasAny(.month | .weekday | .possessive), isTitle || !tokens[noun].has(.time),
          // "permet à la Société de poursuivre"
          !isFirm
            || !tokens[noun].traits.hasAny(.forename | .honorific | .indefinite)
              && !(isPlainOf(end) && isInfinitive(noun))
        else { break }
        // "Conseil des participations de l'Etat": a known name with its article.
        end = noun + (tokens[noun].info.name >= 0 ? Int(tokens[noun].phraseLength) : 1)
        guard isHead else { continue }
        // "Autorité des marchés financiers", "Institut du Grand Est", "Fonds d'innovation Norvane".
        if tokens[noun].isCapital || isFirm {
          while end < sentence.tokens.upperBound, goesOnCapital(end) { end += 1 }
        }
        if end < sentence.tokens.upperBound, isComplementAdjective(end) { end += 1 }
        // "Autorité des services et marchés financiers"
        if !isFirm, !tokens[noun].isCapital, end == noun + 1, end + 2 < sentence.tokens.upperBound,
          tokens[end].has(.and),
          tokens[end].phraseLength == 1, tokens[end + 1].isWord, !tokens[end + 1].isCapital,
          tokens[end + 1].traits.isDisjoint(with: .determiner | .of | .to | .possessive | .adverb | .finite),
          isComplementAdjective(end + 2)
        {
          end += 3
        }
      } else if isHead, end <= run.upperBound + 1, isComplementAdjective(end) {
        end += 1
      } else if isHead || isTitle && head.has(.newspaper), !token.isCapital, end == run.upperBound,
        token.has(.nationality) || !token.isKnown && token.traits.isEmpty && !isFirm, !isOpenWord(end)
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// Cuts a name before a forename in its middle: "d'Oracle Larry Ellison" are two.
  func splitBeforeForename(_ run: Range<Int>) -> Int {
    for i in run.dropFirst() where tokens[i].has(.forename) && i + 1 < run.upperBound {
      let before = tokens[i - 1]
      let titled = before.has(.title) || before.has(.honorific) || before.has(.forename)
      if !titled, before.info.name >= 0 || before.insidePhrase || before.has(.designator) { return i }
    }
    return run.upperBound
  }
}
