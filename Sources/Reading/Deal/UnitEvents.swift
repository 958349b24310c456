import Stories

/// Which described part of a business a word of the trade says is sold or bought.
extension DealEvents {
  /// Whether a word with `traits` says that something is sold or bought.
  @inline(__always) static func trades(_ traits: Traits) -> Bool {
    traits.hasAny(.buy | .sell | .bid | .suitor | .ware | .deal) && !traits.has(.stake)
  }

  /// Notes in `event` the described part that the word at token `i` says is sold or bought.
  ///
  /// An event that names nothing that is bought weighs less than `weight`, which its sentence gives it: but here something is.
  func takeUnit(_ i: Int, _ a: Arguments, _ event: inout DealEvent, weight: Double) {
    let traits = prose.tokens[i].traits
    let isVerb =
      traits.hasAny(.finite | .infinitive | .participle | .gerund) && !isNoun(i)
      && (!traits.has(.deal) || isInfinitive(i, a.sentence))
    let end = min(i + Int(prose.tokens[i].phraseLength), a.sentence.tokens.upperBound)
    let isBehind = traits.has(.ware) || isVerb && isPassive(i, end, a.sentence)
    guard
      let phrase = isVerb && !isBehind
        ? objectUnit(end, a) ?? complementUnit(end, a)
        : isBehind ? subjectUnit(before: i, a) ?? complementUnit(end, a) : complementUnit(end, a)
    else { return }
    // "an offer for its mines from Acme": who offers.
    let named = phrase.owner.flatMap { owner in
      traits.has(.bid) && owner.governor.map { prose.isIn(.from, $0) } ?? false ? nil : owner.entity
    }
    let owner = named ?? (phrase.isPronominal ? holder(i, phrase, a, event) : nil)
    // "the sale of a plant": anybody's; who sells owns it.
    let isTold = phrase.isOwned || phrase.isPlaced || phrase.isDefinite && !isBehind && traits.hasAny(.buy | .sell)
    guard owner != nil || isTold || phrase.marker == nil || !event.sellers.isEmpty else { return }
    if let object = event.object, object != owner, object != phrase.site, !event.sellers.contains(object),
      isNamed(object, from: end, besides: phrase, a)
    {
      return
    }
    let isHeadline = prose.blocks[a.sentence.block].kind == .headline
    guard
      let unit = units.entity(
        for: phrase, owner: owner ?? event.sellers.first, inHeadline: isHeadline, isTraded: true)
    else { return }
    let isOld = event.isState || isVerb && traits.hasAny(.buy | .sell) && isOfOld(i, end, a.sentence)
    event.unit = UnitTrade(
      unit, of: owner ?? units.owner(of: unit), weight: isOld ? event.weight : max(event.weight, weight))
  }

  /// Notes where else the parts are spoken of that the events have told of.
  func followUnits() {
    guard !units.entities.isEmpty else { return }
    let arguments = Arguments(prose, cast)
    for sentence in prose.sentences {
      guard sentence.tokens.contains(where: { prose.isIn(.unit, $0) && units.mayMean($0) }) else { continue }
      let isHeadline = prose.blocks[sentence.block].kind == .headline
      arguments.read(sentence, after: Arguments.Topics())
      var i = sentence.tokens.lowerBound
      while i + 1 < sentence.tokens.upperBound {
        let isBehindOwner = i > sentence.tokens.lowerBound && prose.isPossessive(i - 1)
        guard let phrase = isBehindOwner ? arguments.unitPhrase(at: i) : opened(at: i, arguments) else {
          i += 1
          continue
        }
        _ = units.entity(for: phrase, owner: phrase.owner?.entity, inHeadline: isHeadline, isTraded: false)
        i = phrase.name.upperBound
      }
    }
  }

  /// Whether what a rule found to be bought stands by its name between the word that ends before token `end` and `phrase`, or
  /// behind that in apposition: "four terminals, known together as Belcor".
  private func isNamed(_ object: Int, from end: Int, besides phrase: UnitPhrase, _ a: Arguments) -> Bool {
    a.items.contains {
      guard $0.entity == object, !$0.isPossessive else { return false }
      return $0.tokens.lowerBound >= end && $0.tokens.upperBound <= phrase.name.lowerBound
        || $0.tokens.lowerBound >= phrase.name.upperBound && ($0.governor == nil || a.goingBy(end)?.entity == object)
    }
  }

  /// Whose "its" is, before a part of a business.
  private func holder(_ i: Int, _ phrase: UnitPhrase, _ a: Arguments, _ event: DealEvent) -> Int? {
    if prose.tokens[i].has(.sell), let seller = event.sellers.first { return seller }
    if let wooed = event.wooed { return wooed }
    let subject = a.subject(phrase.name.lowerBound).flatMap { isBracketed($0) ? nil : $0 }
    let first = a.items.first {
      $0.governor == nil && !$0.isPossessive && $0.tokens.upperBound <= i && !isBracketed($0)
    }
    return [subject, first, a.topics.business].lazy.compactMap { $0 }.map(\.entity).first {
      a.canOwn($0) && !event.buyers.contains($0)
    } ?? first.flatMap { a.canOwn($0.entity) ? $0.entity : nil }
  }

  /// "PARIS (Coast News) -": whose news it is.
  private func isBracketed(_ item: Arguments.Item) -> Bool {
    item.tokens.lowerBound > 0 && prose.tokens[item.tokens.lowerBound - 1].kind == .open
  }

  /// The part that stands right behind the verb that ends before token `end`: "sells its tube division", "reprend à Acme l'usine
  /// de Roc".
  private func objectUnit(_ end: Int, _ a: Arguments) -> UnitPhrase? {
    let limit = min(end + 3, a.sentence.tokens.upperBound)
    for start in end..<max(end, limit) {
      if let phrase = opened(at: start, a) { return phrase }
      guard prose.tokens[start].has(.adverb) || prose.isIn(.epithet, start) else { break }
    }
    if let owned = ownedUnit(end, a, { $0.governor.map { $0 < end } ?? true }) { return owned }
    // "reprend au laboratoire indien Acme l'usine de Roc"
    guard prose.language == .french, end < a.sentence.tokens.upperBound, prose.tokens[end].has(.to),
      let taker = a.items.first(where: { $0.tokens.lowerBound >= end }), taker.tokens.lowerBound - end <= 5,
      taker.tokens.upperBound < a.sentence.tokens.upperBound
    else { return nil }
    return opened(at: taker.tokens.upperBound, a)
  }

  /// The part that the preposition behind the word of the trade governs: "sale of its tube division", "offer for Acme's mines".
  private func complementUnit(_ end: Int, _ a: Arguments) -> UnitPhrase? {
    let limit = min(end + 14, a.sentence.tokens.upperBound - 1)
    for i in end..<max(end, limit) {
      let token = prose.tokens[i]
      if token.kind == .stop || token.kind == .semicolon || token.traits.hasAny(.relative | .that)
        || prose.isFinite(i) && i > end || token.traits.hasAny(.buy | .sell) && !token.has(.deal)
      {
        return nil
      }
      guard token.has(.of) || isWish(i) else { continue }
      // "la vente des murs": the preposition holds the article.
      let start = token.has(.contracted) ? i : i + 1
      if let phrase = opened(at: start, a) ?? bare(at: start, a) { return phrase }
      if let owned = ownedUnit(i + 1, a, { $0.governor == i }) { return owned }
      // What is sold has a name.
      if a.items.contains(where: { $0.governor == i && !$0.isPossessive && $0.tokens.lowerBound - i <= 3 }) {
        return nil
      }
    }
    return nil
  }

  /// Whether the word at token `i` stands between an offer and what it is for.
  private func isWish(_ i: Int) -> Bool {
    prose.isIn(.offerFor, i) || prose.isIn(.bidFor, i) || prose.isIn(.interestIn, i) || prose.isIn(.dealOver, i)
  }

  /// The part that begins at token `start` with an article, "its" or a number.
  private func opened(at start: Int, _ a: Arguments) -> UnitPhrase? {
    guard start + 1 < a.sentence.tokens.upperBound else { return nil }
    let token = prose.tokens[start]
    guard
      token.traits.hasAny(.determiner | .possessive | .indefinite | .contracted) || token.kind == .number
        || prose.wordedNumber(start) != nil
    else { return nil }
    return a.unitPhrase(at: start)
  }

  /// The part that begins without any article at token `start`: "sale of prescription files".
  private func bare(at start: Int, _ a: Arguments) -> UnitPhrase? {
    guard prose.language == .english, start + 1 < a.sentence.tokens.upperBound, prose.tokens[start].isWord,
      !prose.tokens[start].isCapital
    else { return nil }
    return a.unitPhrase(at: start)
  }

  /// The part behind somebody's name in the genitive from token `start` on: "Acme's tube division".
  private func ownedUnit(_ start: Int, _ a: Arguments, _ fits: (Arguments.Item) -> Bool) -> UnitPhrase? {
    guard prose.language == .english else { return nil }
    let limit = min(start + 7, a.sentence.tokens.upperBound - 2)
    for i in start..<max(start, limit) {
      if prose.isPossessive(i) {
        let owner = a.items.last { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 3 }
        guard owner.map(fits) ?? true else { return nil }
        return a.unitPhrase(at: i + 1)
      }
      guard prose.tokens[i].isWord, !prose.isFinite(i) || prose.tokens[i].has(.company) else { return nil }
      if i > start || !prose.tokens[i].has(.determiner), prose.tokens[i].traits.hasAny(.of | .to | .by | .preposition) {
        return nil
      }
    }
    return nil
  }

  /// The part of which the word at token `i` says that it is sold: "its tube division has been sold", "put its tube division up
  /// for sale".
  private func subjectUnit(before i: Int, _ a: Arguments) -> UnitPhrase? {
    let low = max(a.sentence.tokens.lowerBound, i - 14)
    var found: UnitPhrase?
    for start in low..<max(low, i) where found.map({ start >= $0.name.upperBound }) ?? true {
      let isBehindOwner = start > low && prose.isPossessive(start - 1)
      let phrase = isBehindOwner ? a.unitPhrase(at: start) : opened(at: start, a)
      if let phrase, phrase.name.upperBound <= i { found = phrase }
    }
    guard let found else { return nil }
    let between = found.name.upperBound..<i
    let isNear = between.allSatisfy {
      let token = prose.tokens[$0]
      return token.isWord && (!prose.isFinite($0) || token.traits.hasAny(.be | .have | .modal))
    }
    return isNear && between.count <= 8 ? found : nil
  }
}
