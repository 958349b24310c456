import Stories

/// Names that cannot be a person's, however like one they look, and words with a capital that stand beside a name.
extension NameFinder {
  /// Whether a name of several words is a firm's by its first word or its mark: "Groupe Norvane", "Hôtels Belcor", "Roe & Daughter".
  func isFirmByForm(_ run: Range<Int>) -> Bool {
    guard run.count > 1 else { return false }
    let first = tokens[run.lowerBound]
    if tokens[run].contains(where: { $0.kind == .symbol }) { return true }
    // "Groupe Norvane" in English.
    if first.has(.industry), first.has(.establishment), lexicon.language == .english { return true }
    guard lexicon.language == .french, first.isCapital, first.traits.isDisjoint(with: .forename | .title),
      tokens[run.lowerBound + 1].isCapital
    else { return false }
    return first.has(.company) || first.has(.establishment)
  }

  /// "le tribunal de commerce de Roanne", "la cour d'appel de Liège": where a court sits.
  func isSeatOfCourt(_ run: Range<Int>, _ sentence: Sentence) -> Bool {
    guard lexicon.language == .french, run.count == 1, run.lowerBound - 1 > sentence.tokens.lowerBound,
      tokens[run.lowerBound - 1].has(.of)
    else { return false }
    let noun = run.lowerBound - 2
    if tokens[noun].has(.regulator) { return true }
    return noun - 2 >= sentence.tokens.lowerBound && tokens[noun - 1].has(.of) && tokens[noun - 2].has(.regulator)
  }

  /// Whether an article without its vowel stands at token `i` within a name: "Ciments de l'Ouest".
  func isElided(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    lexicon.language == .french && i > start + 1 && tokens[i].has(.determiner) && tokens[i - 1].has(.of)
      && tokens[i].end - tokens[i].start <= 4
      && (tokens[start].has(.establishment) || joinsInFirm(i - 1, after: start, sentence))
  }

  /// Where the name begins that a board's noun stands before: "the Board of Norvane Group plc".
  func behindBoard(_ start: Int, _ end: Int) -> Int {
    guard start + 2 < end, tokens[start].has(.board), tokens[start + 1].has(.of),
      tokens[start + 2].isCapital, tokens[start + 2].info.traits.isEmpty
    else { return start }
    return start + 2
  }

  /// Whether a word that joins clauses stands at token `i` with a capital, though no sentence was seen to begin.
  ///
  /// The stop may be that of a short form: "six ou sept. Mais Norvane".
  func isConjunction(_ i: Int, _ sentence: Sentence) -> Bool {
    i > sentence.tokens.lowerBound && tokens[i].info.name < 0 && tokens[i - 1].shape.contains(.dotted)
      && tokens[i].traits.hasAny(.but | .subordinator) && !tokens[i].shape.contains(.capitals)
  }

  /// "the Norwegians", "the Danes": people of a country, who are no company by that name.
  func isPeople(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = tokens[i]
    guard lexicon.language == .english, i > sentence.tokens.lowerBound, tokens[i - 1].has(.determiner),
      token.isCapital, !token.isKnown, token.info.name < 0, token.end - token.start > 5,
      text[Int(token.end) - 1] == UInt8(ascii: "s"),
      i + 1 >= sentence.tokens.upperBound || !tokens[i + 1].isCapital
    else { return false }
    return lexicon.info(text, Int(token.start)..<Int(token.end) - 1)?.traits.has(.nationality) ?? false
  }

  /// The person of a title and a surname that is a news medium's too: Camille Reuter for "Mme Reuter".
  func titledPerson(_ run: Range<Int>) -> Int? {
    guard run.count == 1, run.lowerBound > 0, tokens[run.lowerBound - 1].has(.honorific) else { return nil }
    return bearers(of: hash(run.lowerBound), atMost: NameFinder.depth).first {
      entities[$0].core.count > 1 && entities[$0].core.last == hash(run.lowerBound) && entities[$0].known < 0
        && (entities[$0].kind == .person || entities[$0].kind == .unknown)
    }
  }
}
