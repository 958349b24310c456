import Stories

/// Names that end in the mark of a possessive: "Brentwall's", the shops of a Brentwall.
///
/// They are told by what follows: nothing that could be somebody's, "Brentwall's said", while the story never has the word without
/// the mark.
extension NameFinder {
  /// Notes the word before token `i` if that is the mark, and the word seems to be such a name.
  func noteShop(_ i: Int, _ sentence: Sentence) {
    guard i > sentence.tokens.lowerBound, ownsNothing(i, sentence), isPlainCapital(i - 1) else { return }
    shops.insert(hash(i - 1))
  }

  /// Takes back what was noted of words that `sentences` have without the mark.
  func settleShops(_ sentences: FixedList<Sentence>) {
    for sentence in sentences {
      for i in sentence.tokens where isPlainCapital(i) && shops.contains(hash(i)) {
        let hasMark = i + 1 < sentence.tokens.upperBound && prose.isPossessive(i + 1)
        if !hasMark { shops.remove(hash(i)) }
      }
    }
  }

  /// Whether the mark at token `i` ends such a name here: "Brentwall's said", but "Brentwall's shares".
  func endsShop(_ i: Int, _ sentence: Sentence) -> Bool {
    !shops.isEmpty && i > sentence.tokens.lowerBound && i < sentence.tokens.upperBound && prose.isPossessive(i)
      && isPlainCapital(i - 1) && shops.contains(hash(i - 1)) && ownsNothing(i, sentence)
  }

  /// Adds the name in `run`, whose last token is the mark.
  func addShop(_ run: Range<Int>, _ sentence: Sentence) {
    let count = denotations.count
    add(run.lowerBound..<run.upperBound - 1, sentence)
    guard denotations.count > count else { return }
    denotations[count].tokens = run
    let entity = denotations[count].entity
    if run.upperBound < sentence.tokens.upperBound, prose.isFinite(run.upperBound) { entities[entity].acts += 1 }
    guard entities[entity].known < 0, entities[entity].core.count == run.count - 1 else { return }
    if entities[entity].kind == .unknown || entities[entity].kind == .person { entities[entity].kind = .company }
    show(entity, run)
  }

  /// Whether a capital stands at token `i` that may be somebody's name, not "It".
  private func isPlainCapital(_ i: Int) -> Bool {
    tokens[i].isWord && tokens[i].isCapital && tokens[i].info.name < 0 && !tokens[i].insidePhrase
      && tokens[i].traits.isDisjoint(with: NameFinder.openers.union(.month | .weekday | .title | .honorific))
  }

  /// Whether a mark of a possessive stands at token `i`, and behind it nothing that could be somebody's.
  private func ownsNothing(_ i: Int, _ sentence: Sentence) -> Bool {
    guard tokens[i].isWord, prose.isPossessive(i) else { return false }
    let next = i + 1
    guard next < sentence.tokens.upperBound else { return true }
    let token = tokens[next]
    if token.kind == .comma || token.kind == .stop || token.kind == .close { return true }
    guard token.isWord, token.shape.contains(.spaced) else { return false }
    if token.has(.have) || token.has(.modal) || token.has(.be) { return prose.isFinite(next) }
    let far = next + 1 < sentence.tokens.upperBound ? tokens[next + 1] : nil
    // "Brentwall's on Monday rejected"
    if let far, far.has(.weekday) { return token.traits.hasAny(.locative | .preposition) }
    // "its stake in Brentwall's to Acme", but "Acme's in talks"
    if token.traits.hasAny(.to | .by | .preposition) { return !token.has(.locative) && !token.isCapital }
    let isIrregular = prose.isIn(.irregularPast, next)
    guard isIrregular || token.has(.participle) || endsInED(token) else { return false }
    // "Brentwall's agreed to", "Brentwall's said sales", but "Acme's said to be", "Acme's proposed takeover"
    if isIrregular { return !(far?.has(.to) ?? false) }
    return far.map {
      $0.isPunctuation || $0.traits.hasAny(.determiner | .to | .that | .preposition | .by | .it | .they)
    }
      ?? true
  }

  private func endsInED(_ token: Token) -> Bool {
    let end = Int(token.end)
    return token.end - token.start > 3 && text[end - 2] == UInt8(ascii: "e") && text[end - 1] == UInt8(ascii: "d")
  }
}
