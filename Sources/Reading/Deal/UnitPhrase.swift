import Stories

/// A noun phrase for a part of a business that has no name of its own: "Acme's loss-making tube division".
struct UnitPhrase {
  /// The words that it is called by, without article, owner and judgement: "tube division".
  var name: Range<Int>
  /// Its noun.
  var head: Int
  /// The word that tells it from others with such a noun, "tube"; `nil` if there is none: "the plant".
  var marker: Int?
  /// Whose it is, if the phrase names him.
  var owner: Arguments.Item?
  /// Who or what bears the name of the place that it is called by, where a rule took that for a company: "usine de Roanne".
  var site: Int?
  /// Whether the phrase says that it is somebody's: by a name, by a noun, "the chain's", or by "its".
  var isOwned: Bool
  /// Whether only "its" says whose it is.
  var isPronominal: Bool
  /// Whether it tells where it is.
  var isPlaced: Bool
  /// Whether an article points to what the text has told of before.
  var isDefinite: Bool
}

extension Arguments {
  /// So many names are looked through for one that is told of in other ways than a place.
  private static let looked = 128
  /// More words than this has no phrase that is read.
  private static let longest = 10

  /// The described part of a business whose phrase begins at token `start`: at its article, at "its", at a number, or behind
  /// "Acme's".
  func unitPhrase(at start: Int) -> UnitPhrase? {
    prose.language == .english ? englishUnit(at: start) : frenchUnit(at: start)
  }

  // MARK: English

  private func englishUnit(at first: Int) -> UnitPhrase? {
    let isBehindOwner = first > sentence.tokens.lowerBound && isPossessive(first - 1)
    let opener = prose.tokens[first].traits
    let hasOpener = !isBehindOwner && opener.hasAny(.determiner | .possessive | .indefinite) && !isCount(first)
    var low = hasOpener ? first + 1 : first
    // "the 37 stations", but "buys 37 stations"
    if hasOpener || isBehindOwner { low = behindNumbers(low) }
    while low < sentence.tokens.upperBound, prose.isIn(.epithet, low) { low += 1 }
    // "the Acme tube division"
    let isDefinite = hasOpener && !opener.hasAny(.indefinite | .possessive)
    let adjunct = isDefinite ? adjunct(low) : nil
    let start = low
    if let adjunct { low = adjunct.tokens.upperBound }
    guard let (head, behind) = englishHead(low) else { return nil }
    let isSite = adjunct.map { isPartOfNames($0) } ?? false
    // "the Port Roc wind farm", which goes by "Port Roc".
    if let adjunct, !isSite, cast.entities[adjunct.entity].acts == 0 { return nil }
    let name = isSite ? start : low
    let (end, hasPlace) = withPlace(behind)
    let possessor =
      isBehindOwner ? items.last { $0.tokens.upperBound <= first && first - $0.tokens.upperBound <= 4 } : nil
    // "the app's business in Asia": the app.
    if let possessor, cast.entities[possessor.entity].kind == .product { return nil }
    let owner =
      isBehindOwner
      ? items.last { $0.isPossessive && (1...4).contains(first - $0.tokens.upperBound) && canOwn($0.entity) }
      : isSite ? owner(behind: end) : adjunct ?? owner(behind: end)
    let isPronominal = hasOpener && opener.has(.possessive)
    let phrase = UnitPhrase(
      name: name..<end, head: head, marker: marker(low..<head) ?? (hasPlace ? end - 1 : nil), owner: owner,
      site: isSite ? adjunct?.entity : nil,
      isOwned: isBehindOwner || isPronominal || owner != nil, isPronominal: isPronominal,
      isPlaced: hasPlace || isSite, isDefinite: isDefinite)
    return isNameless(phrase, hasPlace: hasPlace) ? phrase : nil
  }

  /// Who is named at token `low` before what tells of a part: "the Acme tube division".
  private func adjunct(_ low: Int) -> Item? {
    guard let named = items.first(where: { $0.tokens.lowerBound == low }), !named.isPossessive, canOwn(named.entity),
      !isPlace(low), named.tokens.upperBound < sentence.tokens.upperBound,
      !prose.isIn(.unit, named.tokens.upperBound)
    else { return nil }
    return named
  }

  /// Whether somebody's name stands only before nouns for parts: "the Pelican Bay oil assets".
  private func isPartOfNames(_ item: Item) -> Bool {
    cast.denotations.prefix(Arguments.looked).allSatisfy {
      guard $0.entity == item.entity else { return true }
      let end = $0.tokens.upperBound
      return (end..<min(end + 4, prose.tokens.count)).contains { prose.isIn(.unit, $0) }
    }
  }

  /// The word in `words` that stands before the noun and is no other noun that is listed with it.
  private func marker(_ words: Range<Int>) -> Int? {
    guard let last = words.last else { return nil }
    if prose.tokens[last].has(.and) { return words.first { !prose.isIn(.plainUnit, $0) && $0 != last } }
    return last
  }

  /// The noun of the phrase whose words begin at token `low`, and where it ends.
  private func englishHead(_ low: Int) -> (head: Int, end: Int)? {
    var head: Int?
    var end = low
    // Before an "and" that may join another phrase.
    var cut: (head: Int, end: Int)?
    while end < min(low + Arguments.longest, sentence.tokens.upperBound) {
      let token = prose.tokens[end]
      if token.has(.and), end > low {
        if let head, head == end - 1 { cut = (head, end) }
      } else if token.kind == .number {
        if end > low + 1 { break }
      } else if !token.isWord || isFunctionWord(end) || prose.isFinite(end) && !prose.isIn(.unit, end) {
        break
      } else if token.isCapital, !isModifier(end) {
        // "its Kessel unit": a name.
        return nil
      } else if prose.isIn(.unit, end) {
        head = end
      }
      end += 1
    }
    guard let head else { return nil }
    if head == end - 1 { return (head, end) }
    // "its tube division last year", but "its division chief"
    return cut ?? (isBehindPhrase(head + 1) ? (head, head + 1) : nil)
  }

  /// Whether the word at token `i`, behind a noun, is surely no other noun that it belongs to.
  private func isBehindPhrase(_ i: Int) -> Bool {
    prose.tokens[i].traits.hasAny(.adverb | .participle | .gerund | .time | .weekday | .own | .ware | .outward)
      || prose.isIn(.epithet, i)
  }

  /// Whether the capital at token `i` is of a word that may tell parts of a business from each other: "Polish", "TV".
  private func isModifier(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.has(.nationality)
      || token.shape.contains(.capitals) && token.info.name < 0
        && cast.denotations(in: i..<i + 1).isEmpty
      || isPlace(i)
  }

  /// The end of a phrase with the one or two places behind its noun, which ends before token `end`: "in Suzhou", "in Georgia and
  /// Tennessee".
  private func withPlace(_ end: Int) -> (end: Int, hasPlace: Bool) {
    guard end + 1 < sentence.tokens.upperBound, prose.tokens[end].has(.locative), !prose.tokens[end].has(.of),
      !prose.isIn(.boughtFrom, end)
    else { return (end, false) }
    // "ses activités à Acme": who takes them.
    if prose.tokens[end].has(.to), !prose.tokens[end].has(.contracted), !isPlace(end + 1) { return (end, false) }
    guard var last = place(end + 1) else { return (end, false) }
    if last + 1 < sentence.tokens.upperBound, prose.tokens[last].has(.and) {
      // "au Burkina et au Mali"
      let second = prose.tokens[last + 1].has(.locative) ? last + 2 : last + 1
      if let more = place(second) { last = more }
    }
    // "in Oregon, Idaho and Montana": as many places say nothing of a name.
    let isList =
      last + 1 < sentence.tokens.upperBound && prose.tokens[last].kind == .comma
      && prose.tokens[last + 1].isCapital && place(last + 1).map { $0 < sentence.tokens.upperBound } ?? false
      && prose.language == .english
    return isList ? (end, true) : (last, true)
  }

  /// The end of the name of a place at token `i`, over its article.
  private func place(_ i: Int) -> Int? {
    guard i + 1 < sentence.tokens.upperBound else { return nil }
    let start = prose.tokens[i].has(.determiner) && !prose.tokens[i].has(.indefinite) ? i + 1 : i
    guard prose.tokens[start].isCapital, !isBusiness(start) else { return nil }
    if prose.tokens[start].info.name >= 0 { return start + Int(prose.tokens[start].phraseLength) }
    var end = start + 1
    while end < sentence.tokens.upperBound, prose.tokens[end].isWord, prose.tokens[end].isCapital { end += 1 }
    return end
  }

  /// Whether the lexicon has a place that is called by the word at token `i`.
  private func isPlace(_ i: Int) -> Bool {
    guard let known = cast.denotations(in: i..<i + 1).first else { return prose.isPlace(i) }
    return cast.entities[known.entity].kind == .place || prose.isPlace(i)
  }

  /// Whether somebody is named at token `i` who surely is a company.
  private func isBusiness(_ i: Int) -> Bool {
    cast.denotations(in: i..<i + 1).contains {
      let entity = cast.entities[$0.entity]
      return entity.kind == .company || entity.kind == .fund || entity.kind == .unknown && entity.acts > 0
    }
  }

  /// Whose it is that the phrase before token `end` describes: "of Acme", "from the wholesaler Acme".
  private func owner(behind end: Int) -> Item? {
    guard end < sentence.tokens.upperBound else { return nil }
    // "belonging to Acme", "détenus par Acme"
    let isHeld = prose.tokens[end].traits.hasAny(.own | .participle | .gerund)
    return items.first {
      guard $0.tokens.lowerBound >= end, $0.tokens.lowerBound - end <= 8, canOwn($0.entity) else { return false }
      if isContracted(at: end), $0.tokens.lowerBound == end { return true }
      guard let governor = $0.governor else { return false }
      return governor == end && (prose.tokens[end].has(.of) || prose.isIn(.boughtFrom, end))
        || governor == end + 1 && isHeld && prose.tokens[governor].traits.hasAny(.by | .to)
    }
  }

  /// Whether an entity can be the owner of a part of a business.
  func canOwn(_ entity: Int) -> Bool {
    cast.entities[entity].kind.isBusiness || cast.entities[entity].kind == .person
  }

  /// Whether a word like "du" stands at token `i`.
  private func isContracted(at i: Int) -> Bool { prose.tokens[i].has(.contracted) && prose.tokens[i].has(.of) }

  // MARK: French

  private func frenchUnit(at start: Int) -> UnitPhrase? {
    let opener = prose.tokens[start].traits
    let hasOpener =
      opener.hasAny(.determiner | .possessive | .indefinite) && !isCount(start) || isContracted(at: start)
    let first = hasOpener ? start + 1 : start
    let low = behindNumbers(first)
    // "sa dernière usine": what is said before the noun judges it.
    guard
      let head = (low..<max(low, min(low + 3, sentence.tokens.upperBound))).first(where: { prose.isIn(.unit, $0) }),
      (low..<head).allSatisfy({
        prose.tokens[$0].isWord && !isFunctionWord($0) && !prose.tokens[$0].isCapital && !prose.isFinite($0)
      }), !prose.tokens[head].isCapital, hasOpener || low > first
    else { return nil }
    let isOwn = hasOpener && opener.has(.possessive)
    let (end, site) = frenchEnd(head, isOwn: isOwn)
    let (last, hasPlace) = withPlace(end)
    let marker = (head + 1..<max(head + 1, last)).first {
      prose.tokens[$0].traits.isDisjoint(with: .of | .determiner | .locative | .to)
    }
    let owner = owner(behind: last)
    let phrase = UnitPhrase(
      name: (hasOpener ? head : start)..<last, head: head, marker: marker, owner: owner, site: site,
      isOwned: isOwn || owner != nil, isPronominal: isOwn, isPlaced: hasPlace || site != nil,
      isDefinite: hasOpener && !opener.hasAny(.indefinite | .possessive))
    return isNameless(phrase, hasPlace: hasPlace) ? phrase : nil
  }

  /// The end of what belongs to the noun at token `head`: adjectives, and nouns behind "de" that have no article.
  private func frenchEnd(_ head: Int, isOwn: Bool) -> (end: Int, site: Int?) {
    var end = head + 1
    while end < min(head + Arguments.longest, sentence.tokens.upperBound) {
      let token = prose.tokens[end]
      if token.has(.of), !token.has(.contracted) {
        guard end + 1 < sentence.tokens.upperBound else { break }
        let next = prose.tokens[end + 1]
        if next.isCapital {
          // "usine de Roanne", but "usine d'Acme"
          if isOwn || isSite(end + 1, of: head) { return siteEnd(end + 1) }
          break
        }
        guard next.isWord && !isFunctionWord(end + 1) || next.kind == .number else { break }
        end += 2
        continue
      }
      guard token.isWord, !token.isCapital, !isFunctionWord(end), !prose.isFinite(end), !isInfinitive(end) else {
        break
      }
      // "contrats commercialisés par Acme": a clause begins.
      if token.traits.hasAny(.participle | .buy | .sell), end + 1 < sentence.tokens.upperBound,
        prose.tokens[end + 1].traits.hasAny(.by | .to | .preposition | .locative)
      {
        break
      }
      end += 1
    }
    return (end, nil)
  }

  /// The end of the name of a place at token `i`, and the entity that it was taken for.
  private func siteEnd(_ i: Int) -> (end: Int, site: Int?) {
    if let named = cast.denotations(in: i..<i + 1).first { return (named.tokens.upperBound, named.entity) }
    var end = i + 1
    while end < sentence.tokens.upperBound, prose.tokens[end].isWord, prose.tokens[end].isCapital { end += 1 }
    return (end, nil)
  }

  /// Whether the name behind "de" at token `i` says where the part with the noun at token `head` is, not whose: it is a place that
  /// the lexicon knows, or no more is told of it than that works are there.
  private func isSite(_ i: Int, of head: Int) -> Bool {
    if isPlace(i) { return true }
    // "branche lunetterie d'Acme", "magasins d'Acme": not at one place.
    if prose.isIn(.plainUnit, head) || prose.tokens[head].shape.contains(.plural) { return false }
    guard let named = cast.denotations(in: i..<i + 1).first else { return true }
    let entity = cast.entities[named.entity]
    guard entity.kind == .unknown || entity.kind == .company && entity.known < 0, !entity.isFull else { return false }
    return cast.denotations.prefix(Arguments.looked).allSatisfy {
      guard $0.entity == named.entity, $0.form == .name, $0.tokens.lowerBound > 0 else { return true }
      let before = prose.tokens[$0.tokens.lowerBound - 1]
      return before.traits.hasAny(.of | .locative | .to) && !before.has(.by)
    }
  }

  // MARK: Both

  /// Where the words begin behind the numbers at token `i`: "its two plants".
  private func behindNumbers(_ i: Int) -> Int {
    var next = i
    while next < sentence.tokens.upperBound, isCount(next) { next += 1 }
    return next
  }

  /// Whether token `i` is a number, "37" or "two", and not "8.5-generation".
  private func isCount(_ i: Int) -> Bool {
    guard prose.tokens[i].kind == .number else { return prose.wordedNumber(i) != nil }
    return prose.bytes(i).last.map { $0 &- 0x30 < 10 } ?? false
  }

  /// Whether the word at token `i` is none that a noun phrase has between its article and its end.
  private func isFunctionWord(_ i: Int) -> Bool {
    let traits = prose.tokens[i].traits
    return traits.hasAny(
      .determiner | .possessive | .preposition | .of | .to | .by | .that | .relative | .question | .and | .but
        | .subordinator | .be | .have | .modal | .negation | .ne)
      || traits.hasAny(.he | .it | .they | .we | .time | .weekday)
  }

  /// Whether somebody is only described, "the unit", who may be a part of a business instead.
  private func isPeriphrase(_ item: Item) -> Bool {
    prose.tokens[item.tokens.lowerBound].has(.determiner) && !prose.tokens[item.tokens.upperBound - 1].isCapital
  }

  /// Whether the phrase tells enough to stand for something, and no name follows that is what is meant: "its unit Belcor", "sa
  /// filiale, Belcor, à Acme".
  private func isNameless(_ phrase: UnitPhrase, hasPlace: Bool) -> Bool {
    let end = phrase.name.upperBound
    guard items.allSatisfy({ !$0.tokens.contains(phrase.head) || isPeriphrase($0) }) else { return false }
    // "the business" may be all of it.
    if phrase.marker == nil, !hasPlace, !phrase.isDefinite,
      prose.isIn(.plainUnit, phrase.head) || phrase.owner == nil || !prose.tokens[phrase.head].shape.contains(.plural)
    {
      return false
    }
    guard end < sentence.tokens.upperBound else { return true }
    if prose.tokens[end].isWord, prose.tokens[end].isCapital,
      prose.tokens[end].traits.isDisjoint(with: .weekday | .month)
    {
      return false
    }
    guard prose.tokens[end].kind == .comma,
      let named = items.first(where: { $0.tokens.lowerBound > end && $0.tokens.lowerBound - end <= 2 })
    else { return true }
    let next = named.tokens.upperBound
    // "its tube division, Acme said"
    return next < sentence.tokens.upperBound
      && (prose.tokens[next].info.cue.isCue || prose.isFinite(next) || named.isPossessive)
  }
}
