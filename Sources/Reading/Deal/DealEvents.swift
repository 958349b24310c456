import Stories

/// What a word of the trade says of those around it: who buys, sells, holds what.
struct DealEvent {
  /// What changes hands.
  var object: Int?
  /// What changes hands with it: "buys Belcor and Norvane".
  var others: [Int] = []
  var buyers: [Int] = []
  var sellers: [Int] = []
  /// Who holds a part, and does not say that it sells.
  var holders: [Int] = []
  var partners: [Int] = []
  var advisers: [Int] = []
  /// Who got an offer, and answers it.
  var wooed: Int?
  /// Whether it only says who owns what, not that it is sold.
  var isState = false
  /// Who talks, and with whom: it is not said who buys.
  var talkers: [Int] = []
  var weight: Double
  /// Whether it is a merger, of which the words do not tell who buys whom.
  var isMutual = false
  /// The block that it stands in.
  var block: Int
}

/// Reads the events of a deal out of the sentences: from the verbs and nouns of the trade and their arguments.
struct DealEvents {
  let prose: Prose
  let cast: Cast
  private(set) var events: [DealEvent] = []

  @inline(__always) private static var trade: Traits {
    Trait.buy | .sell | .bid | .merge | .stake | .partner | .own | .refuse | .suitor | .holder | .advise | .hire
      | .receive | .outward | .part | .ware | .naming
  }

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
  }

  /// The events of the story, by place.
  mutating func find() -> [DealEvent] {
    // In French "celle d'Acme" and "au capital" tell too.
    let words = prose.language == .french ? DealEvents.trade.union(.it | .industry) : DealEvents.trade
    events.reserveCapacity(16)
    let talks = UInt8(Arguments.talks)
    var leads = true
    var topics = Arguments.Topics()
    var block = -1
    for sentence in prose.sentences {
      // Headline and first sentence say in few words what the story is about.
      let isHeadline = prose.blocks[sentence.block].kind == .headline
      let weight = isHeadline || leads ? 2.0 : 1.0
      if !isHeadline { leads = false }
      if sentence.block != block, prose.blocks[sentence.block].kind == .headline { topics = .init() }
      block = sentence.block
      let arguments = Arguments(prose, cast, sentence, after: topics)
      topics = arguments.nextTopics
      for i in sentence.tokens
      where (prose.tokens[i].traits.hasAny(words) || prose.tokens[i].info.stage == talks)
        && !prose.tokens[i].insidePhrase
      {
        read(i, arguments, weight)
      }
    }
    return events
  }

  /// Reads the event that the word of the trade at token `i` tells of.
  private mutating func read(_ i: Int, _ arguments: Arguments, _ weight: Double) {
    let token = prose.tokens[i]
    let traits = token.traits
    let isTrade = traits.hasAny(DealEvents.trade) || token.info.stage == UInt8(Arguments.talks)
    guard isTrade || isAnother(i, arguments) || isCapital(i, arguments), !isInName(i, arguments) else { return }
    let isVerb =
      traits.hasAny(.finite | .infinitive | .participle | .gerund) && !isNoun(i)
      && (!traits.has(.deal) || isInfinitive(i, arguments.sentence))
    let end = i + Int(token.phraseLength)
    var event = DealEvent(weight: weight, block: arguments.sentence.block)
    if isCapital(i, arguments) {
      enter(i, end, arguments, &event)
    } else if traits.has(.ware) {
      forSale(i, arguments, &event)
    } else if traits.has(.naming), !traits.hasAny(.bid | .sell | .buy) {
      name(i, end, arguments, &event, isVerb: isVerb)
    } else if token.info.stage == UInt8(Arguments.talks), traits.isDisjoint(with: .merge | .bid) {
      talk(i, end, arguments, &event)
    } else if traits.has(.it) {
      event.buyers = arguments.all(arguments.complement(end, .of))
      event.weight *= 0.8
    } else if traits.has(.suitor) {
      suitor(i, end, arguments, &event)
    } else if traits.has(.buy) {
      isVerb ? buyVerb(i, end, arguments, &event) : buyNoun(i, end, arguments, &event)
    } else if traits.has(.sell) {
      isVerb ? sellVerb(i, end, arguments, &event) : sellNoun(i, end, arguments, &event)
    } else if traits.has(.bid) {
      isVerb ? bidVerb(i, end, arguments, &event) : bidNoun(i, end, arguments, &event)
    } else if traits.has(.merge) {
      merge(i, end, arguments, &event)
    } else if traits.has(.own) {
      own(i, end, arguments, &event, isVerb: isVerb)
    } else if traits.has(.stake), traits.has(.deal) {
      stake(i, end, arguments, &event)
    } else if traits.has(.partner) {
      partner(i, end, arguments, &event, isVerb: isVerb)
    } else if traits.has(.holder) {
      if let holder = arguments.apposed(i, end) { event.holders = arguments.all(holder) }
    } else if traits.hasAny(.advise | .hire), isVerb {
      advise(i, end, arguments, &event)
    } else if traits.has(.refuse) {
      refuse(i, end, arguments, &event)
    } else if traits.has(.outward) {
      takePrivate(i, arguments, &event)
    } else if traits.has(.part) {
      part(i, end, arguments, &event)
    }
    if let object = event.object {
      if let item = arguments.items.first(where: { $0.entity == object && $0.tokens.lowerBound >= end }),
        let owner = arguments.owner(ofPart: item)
      {
        event.sellers.append(owner.entity)
      }
      if event.buyers.contains(object) { event.buyers.removeAll { $0 == object } }
      if event.sellers.contains(object) { event.sellers.removeAll { $0 == object } }
      if event.holders.contains(object) { event.holders.removeAll { $0 == object } }
    }
    events.append(event)
  }

  /// Whether the noun at token `i` is an offer of nobody who is told.
  private func isOffer(_ i: Int) -> Bool {
    prose.tokens[i].has(.bid) && prose.tokens[i].has(.deal) && !isOwnedBySubject(i)
  }

  private func isInName(_ i: Int, _ arguments: Arguments) -> Bool {
    guard prose.tokens[i].isCapital else { return false }
    return cast.denotations(in: arguments.sentence.tokens).contains {
      $0.form == .name && $0.tokens.contains(i) && prose.tokens[$0.tokens.lowerBound].isCapital
    }
  }

  /// "entre à hauteur de 25 % au capital d'Acme", but not "reste au capital".
  private func enter(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let verb = governingVerb(i, a.sentence) ?? i
    guard prose.tokens[verb].traits.isDisjoint(with: .copula | .own | .be) else { return }
    event.object = a.complement(end, .of)?.entity
    event.buyers = a.together(a.subject(verb))
  }

  /// Whether the word at token `i` is "capital" in "au capital".
  private func isCapital(_ i: Int, _ a: Arguments) -> Bool {
    guard prose.language == .french, prose.tokens[i].has(.industry), !prose.tokens[i].isCapital,
      i > a.sentence.tokens.lowerBound, prose.tokens[i - 1].has(.contracted), prose.tokens[i - 1].has(.to),
      let word = prose.word("capital")
    else { return false }
    return prose.tokens[i].word == word
  }

  /// "plus que celle d'Acme": another offer than the one that the sentence spoke of before.
  private func isAnother(_ i: Int, _ a: Arguments) -> Bool {
    guard prose.language == .french, prose.tokens[i].has(.it), i + 1 < a.sentence.tokens.upperBound,
      prose.tokens[i + 1].has(.of), let first = prose.word("celle"), prose.tokens[i].word == first
    else { return false }
    return (a.sentence.tokens.lowerBound..<i).contains { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) }
  }

  // MARK: What is to be had, and who is spoken of

  /// "Belcor is up for sale", "Acme has put Belcor on the block".
  private func forSale(_ i: Int, _ a: Arguments, _ event: inout DealEvent) {
    let verb = (max(a.sentence.tokens.lowerBound, i - 16)..<i).last {
      prose.isFinite($0) || prose.tokens[$0].traits.hasAny(.participle | .infinitive)
    }
    guard let verb else { return }
    if prose.tokens[verb].traits.isDisjoint(with: .be | .have | .modal),
      verb + 1 < i
    {
      let put = a.items.first {
        $0.tokens.lowerBound > verb && $0.tokens.upperBound <= i
          && ($0.governor == nil || prose.tokens[$0.governor ?? i].has(.of))
      }
      let ware = put.map { a.ware($0, from: verb + 1) }
      event.object = ware?.object?.entity
      event.sellers = ware?.owner.map { [$0.entity] } ?? a.all(a.subject(verb))
    } else {
      event.object = (a.opened(by: verb) ?? a.subject(i))?.entity
      let end = i + Int(prose.tokens[i].phraseLength)
      event.sellers = a.all(a.complement(end, .by))
      // "passe sous le contrôle d'Acme"
      if let buyer = a.complement(end, .of), buyer.governor == end { event.buyers = a.all(buyer) }
    }
  }

  /// "The Ledger names Acme and Belcor", "Two names are heard: Acme and Belcor", "le nom d'Acme".
  private func name(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    event.weight *= 0.7
    let colon = (end..<min(end + 10, a.sentence.tokens.upperBound)).first { prose.tokens[$0].kind == .colon }
    if let colon, prose.tokens[i].shape.contains(.plural) {
      event.buyers = a.all(a.items.first { $0.tokens.lowerBound > colon && $0.tokens.lowerBound - colon <= 6 })
    } else if prose.language == .french {
      let named = a.complement(end, .of)
      if let named, named.governor == end { event.buyers = a.all(named) }
    } else if prose.isFinite(i), let subject = cast.denotations(in: a.sentence.tokens.lowerBound..<i).last,
      cast.entities[subject.entity].kind.isMedium || cast.entities[subject.entity].kind == .unknown
    {
      event.buyers = a.all(a.object(end)).filter { cast.entities[$0].kind.isBusiness }
    }
  }

  /// "Acme is in talks with Belcor": either may be what is bought.
  private func talk(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let other = a.complement(end, words: ["with", "avec"]) ?? a.items.first(where: { $0.governor == end - 1 }),
      let subject = a.subject(i), subject.entity != other.entity
    else { return }
    event.talkers = [subject.entity] + a.all(other)
  }

  // MARK: Buying and selling

  private func buyVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isPassive(i, end, a.sentence) {
      event.object = (a.opened(by: i) ?? a.qualified(by: i) ?? a.subject(i))?.entity
      event.buyers = a.all(a.complement(end, .by))
    } else {
      event.buyers = a.together(a.subject(i))
      let object = a.object(end)
      if object == nil { event.weight *= 0.5 }
      // "to discuss all proposals to acquire the company": of others.
      if let object, event.buyers.contains(object.entity), i > a.sentence.tokens.lowerBound + 1, isOffer(i - 2) {
        event.buyers = []
      }
      if let object, a.hasPart(object, from: end) || a.ownsPart(object), cast.entities[object.entity].kind != .product {
        event.sellers = a.all(object)
        event.object = a.ware(object, from: end).object?.entity
      } else if let object, !event.buyers.contains(object.entity) {
        event.object = object.entity
        event.others = a.all(object).filter { $0 != object.entity }
        // "takes over Acme's unit Belcor": Acme sells; "buys Acme's shares": Acme is bought.
        if let owner = a.possessor(ofObject: end), owner.entity != object.entity { event.sellers = [owner.entity] }
      }
    }
    event.sellers += a.all(
      a.complement(end, words: ["from", "auprès"]) ?? a.robbed(i) ?? giver(end, a) ?? a.counterpart(i))
  }

  /// "achète Belcor à Acme".
  private func giver(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    prose.language == .french ? a.object(end).flatMap { a.seller(behind: $0) } : nil
  }

  /// "takes Acme private", "snapped Belcor up": the verb stands before what is bought.
  private func takePrivate(_ i: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let object = a.items.last(where: { $0.tokens.upperBound <= i }), i - object.tokens.upperBound <= 1,
      let verb = (max(a.sentence.tokens.lowerBound, object.tokens.lowerBound - 4)..<object.tokens.lowerBound).last(
        where: {
          prose.tokens[$0].has(.taking)
        })
    else { return }
    event.object = object.entity
    event.buyers = a.together(a.subject(verb))
  }

  private func buyNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "a takeover proposal": the second noun tells.
    if prose.language == .english, end < a.sentence.tokens.upperBound, prose.tokens[end].has(.bid) { return }
    let object = a.complement(end, .of)
    let owner = a.possessor(i)
    if let object {
      let ware = a.ware(object, from: end)
      event.object = ware.object?.entity
      if let seller = ware.owner { event.sellers = [seller.entity] }
    }
    event.buyers = a.all(a.complement(end, .by) ?? (object == nil ? nil : owner))
    if object == nil {
      if end < a.sentence.tokens.upperBound, prose.tokens[end].has(.of) {
        // "CityBank's purchase of 50 branches": another deal, or a part of it.
        event.weight *= 0.5
        event.buyers = a.all(owner)
      } else if event.buyers.isEmpty {
        event.buyers = a.all(owner)
        event.object = a.modifier(i)?.entity
      } else {
        // "Acme's takeover by Belcor", "agreed to a takeover by Belcor"
        event.object = (owner ?? a.modifier(i) ?? a.subject(i))?.entity
      }
    } else if event.buyers.isEmpty, isOwnedBySubject(i) || governs(i, a) {
      event.buyers = a.together(a.subject(i))
    }
    event.sellers += a.all(a.complement(end, words: ["from", "auprès"]) ?? a.counterpart(i))
  }

  private func sellVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "cédait 2 %": a share price.
    if end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .number { return }
    if isForSale(i) {
      event.object = a.subject(i)?.entity
    } else if isPassive(i, end, a.sentence) {
      event.object = (a.opened(by: i) ?? a.qualified(by: i) ?? a.subject(i))?.entity
      event.sellers = a.all(a.complement(end, .by))
    } else {
      event.sellers = a.all(a.subject(i))
      if let object = a.object(end), !event.sellers.contains(object.entity) {
        event.object = object.entity
        event.others = a.all(object).filter { $0 != object.entity }
      }
      // "is ready to sell": holders do, and shops.
      if event.object == nil, isIntransitive(end, a.sentence) { event.weight *= 0.5 }
      // "offered to sell a plant to Acme": another deal.
      if event.object == nil, end < a.sentence.tokens.upperBound, prose.tokens[end].has(.indefinite) {
        event.weight *= 0.3
      }
    }
    // "the routes from Port Sable to Wick" is no sale to Wick.
    if a.complement(end, words: ["from"]) == nil {
      event.buyers = a.all(a.complement(end, .to) ?? a.counterpart(i))
      event.buyers.removeAll { event.sellers.contains($0) }
    }
  }

  /// Whether no noun phrase follows the verb that ends before token `end`.
  private func isIntransitive(_ end: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound else { return true }
    let next = prose.tokens[end]
    return next.isPunctuation || next.has(.to) || next.traits.hasAny(.preposition | .adverb | .subordinator)
      || prose.language == .french && next.traits.hasAny(.he | .it | .negation)
  }

  /// "à vendre", said of what is sold.
  private func isForSale(_ i: Int) -> Bool {
    guard prose.language == .french, i > 1, prose.tokens[i].has(.infinitive), prose.tokens[i - 1].has(.to) else {
      return false
    }
    return (max(0, i - 4)..<i).contains { prose.tokens[$0].has(.be) }
  }

  private func sellNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let object = a.complement(end, .of)
    let owner = a.possessor(i)
    event.buyers = a.all(a.complement(end, .to))
    event.sellers = a.all(a.complement(end, .by))
    if let object, let seller = a.ware(object, from: end).owner {
      event.sellers += [seller.entity]
      event.object = a.ware(object, from: end).object?.entity
      return
    }
    event.object = object?.entity ?? owner?.entity
    // "a signé une promesse de vente"
    if object == nil, owner == nil, prose.language == .french, i - 2 > a.sentence.tokens.lowerBound,
      prose.tokens[i - 1].has(.of), let verb = governingVerb(i - 2, a.sentence),
      !isPassive(verb, verb + 1, a.sentence)
    {
      event.weight *= 0.7
      event.sellers += a.all(a.subject(verb))
    }
    if object != nil, event.sellers.isEmpty {
      event.sellers = a.all(owner ?? (isOwnedBySubject(i) ? a.subject(i) : nil))
      // "Acme weighs a sale of Belcor"
      if event.sellers.isEmpty, let verb = governingVerb(i, a.sentence), !isPassive(verb, verb + 1, a.sentence),
        ![Stage.rejected, .approved, .blocked].contains(where: { isAt($0, verb) })
      {
        event.sellers = a.all(a.subject(verb)).filter { !event.buyers.contains($0) }
      }
    }
  }

  private func isAt(_ stage: Stage, _ i: Int) -> Bool {
    prose.tokens[i].info.stage > 0 && Stage.allCases[Int(prose.tokens[i].info.stage) - 1] == stage
  }

  // MARK: Offers

  private func bidVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isAt(.withdrawn, i) {
      event.weight *= 0.6
      event.buyers = a.all(a.subject(i))
      return
    }
    let isInterest = Int(prose.tokens[i].info.stage) == 1
    let object =
      a.complement(end, words: isInterest ? ["in", "for", "à", "au", "pour"] : ["for", "on", "sur", "pour"])
      ?? a.antecedent(i, words: ["for", "pour"])
    // "offered 780 million dollars", not "offered a stake".
    let isPriced = (end..<min(end + 3, a.sentence.tokens.upperBound)).contains {
      prose.tokens[$0].kind == .number || prose.tokens[$0].kind == .symbol
    }
    guard object != nil || isInterest || isPriced && prose.tokens[i].info.stage > 0 || isPassive(i, end, a.sentence)
    else { return }
    if object == nil, isInterest { event.weight *= 0.8 }
    if isPassive(i, end, a.sentence) {
      event.object = (a.qualified(by: i) ?? a.subject(i))?.entity
      event.buyers = a.all(a.complement(end, .by))
      // "Belcor, payé 220 millions au fonds Acme"
      if prose.language == .french, prose.tokens[i].info.stage == 0 { event.sellers = a.all(a.complement(end, .to)) }
      return
    }
    take(object, end, a, &event)
    event.buyers = a.together(a.subject(i))
  }

  /// Notes what is wanted, and who would part with it.
  private func take(_ wanted: Arguments.Item?, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let wanted else { return }
    let ware = a.ware(wanted, from: end)
    event.object = ware.object?.entity
    if let seller = ware.owner { event.sellers = [seller.entity] }
  }

  private func bidNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let wanted =
      a.complement(end, words: ["for", "sur", "pour"])
      // "the race for Acme": the preposition belongs to the phrase.
      ?? (prose.tokens[i].phraseLength > 1
        ? a.items.first { $0.governor == end - 1 && $0.tokens.lowerBound >= end } : nil)
    let isFrench = prose.language == .french
    // "l'intérêt des actionnaires": of nobody who bids.
    if wanted == nil, prose.tokens[i].info.stage == 1, !prose.tokens[i].has(.deal) { return }
    // "deux offres de reprise de Belcor": what is wanted.
    if isFrench, wanted == nil, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.of),
      prose.tokens[end + 1].has(.buy)
    {
      return
    }
    let bidder = a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    let owner =
      bidder ?? author(end, a)
      ?? a.complement(end, .of).flatMap { isFrench && ($0.governor ?? end) <= end + 4 || $0.governor == end ? $0 : nil }
      ?? a.modifier(i)
    take(wanted, end, a, &event)
    event.buyers = a.together(owner)
    let verb = governingVerb(i, a.sentence)
    let isAnswer = verb.map { prose.tokens[$0].traits.hasAny(.receive | .refuse) } ?? false
    if isAnswer {
      // "Acme rejected Belcor's offer": Acme is wooed.
      let subject = verb.flatMap { isPassive($0, $0 + 1, a.sentence) ? nil : a.subject($0) }
      event.wooed = subject?.entity
      if event.wooed == event.buyers.first { event.buyers = [] }
    } else if event.buyers.isEmpty, prose.tokens[i].has(.deal) {
      // "made an offer", "raised its bid"
      let isMade = verb.map { !prose.tokens[$0].info.cue.isCue } ?? false && isNew(i)
      if isOwnedBySubject(i) || wanted != nil || isMade {
        event.buyers = a.together(a.subject(i))
      }
    } else if event.buyers.isEmpty {
      // "in the race", "sur les rangs": of the subject; "took part" in an auction only.
      if prose.isFinite(i) || prose.tokens[i].has(.gerund),
        !a.sentence.tokens.contains(where: { $0 != i && prose.tokens[$0].traits.hasAny(.sell | .bid) })
      {
        return
      }
      event.weight *= 0.6
      event.buyers = a.subjects(i)
      if event.buyers.isEmpty { event.buyers = a.all(a.object(end)) }
    }
  }

  /// From whom the offer that ends before token `end` is; not another that it outbids.
  private func author(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    let found = a.complement(end, words: ["from"]) ?? a.complement(end, .by)
    guard let found, let governor = found.governor, governor >= end else { return found }
    return (end..<governor).contains { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) } ? nil : found
  }

  /// Who refuses to sell, or refuses an offer that no noun of its own tells of.
  private func refuse(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "Acme spurns Belcor".
    if let suitor = a.object(end), suitor.tokens.lowerBound == end, !suitor.isPossessive,
      cast.entities[suitor.entity].kind.isBusiness, let wooed = a.subject(i), wooed.entity != suitor.entity
    {
      event.wooed = wooed.entity
      event.buyers = a.all(suitor)
      return
    }
    let range = end..<min(end + 6, a.sentence.tokens.upperBound)
    guard range.contains(where: { prose.tokens[$0].has(.sell) }), !isPassive(i, end, a.sentence) else { return }
    event.wooed = a.subject(i)?.entity
  }

  // MARK: Holding

  private func merge(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let other = a.complement(end, words: ["into", "with", "avec", "between", "entre"]) ?? a.complement(end, .of)
    let subjects = a.all(a.subject(i))
    guard let other else {
      // "Acme and Belcor said they talk of a merger."
      guard subjects.count == 2 else { return }
      event.weight *= 0.6
      event.isMutual = true
      event.buyers = [subjects[0]]
      event.object = subjects[1]
      return
    }
    event.weight *= 0.6
    event.object = other.entity
    // "a merger of Acme into Belcor": Belcor stays.
    if let governor = other.governor, let into = prose.word("into"), prose.tokens[governor].word == into {
      event.buyers = a.all(other)
      event.object = (a.complement(end, .of) ?? a.subject(i))?.entity
      return
    }
    // "the merger of Acme into Belcor"
    if let part = a.complement(end, .of), part.entity != other.entity {
      event.buyers = a.all(part)
      return
    }
    let list = a.all(other)
    if list.count > 1 {
      event.buyers = [list[0]]
      event.object = list[1]
    } else {
      event.buyers = a.all(a.possessor(i) ?? a.subject(i))
    }
    event.isMutual = event.buyers.count == 1
  }

  private func stake(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let held = a.complement(end, words: ["in", "dans", "au"])
    let of = a.complement(end, .of)
    // "la part d'Acme dans Belcor", "la participation d'Acme": in French who holds comes first.
    if prose.language == .french, let of, let governor = of.governor, governor <= end + 1, of.entity != held?.entity {
      event.object = held?.entity
      event.weight *= 0.5
      event.holders = a.all(of)
      return
    }
    guard let held = held ?? of else { return }
    event.object = held.entity
    event.weight *= 0.5
    event.holders = a.all(a.possessor(i) ?? a.subject(i))
  }

  /// "ByteDance, owner of TikTok", "TikTok's parent ByteDance", "Acme holds 9 pct of Belcor".
  private func own(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    if isVerb {
      if isPassive(i, end, a.sentence) {
        // "Belcor, owned by Acme": who sells it, if it is sold.
        guard let owner = a.complement(end, .by), let governor = owner.governor, governor - end <= 3,
          let owned = a.items.last(where: { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 8 }),
          !prose.hasFinite(owned.tokens.upperBound..<i) || prose.tokens[owned.tokens.upperBound].has(.be)
            || prose.tokens[owned.tokens.upperBound].kind == .comma
        else { return }
        event.object = owned.entity
        event.sellers = a.all(owner).filter { cast.entities[$0].kind != .person }
        event.weight *= 0.7
        event.isState = true
        return
      }
      guard let owned = a.object(end) else { return }
      event.object = owned.entity
      event.weight *= 0.5
      event.holders = a.all(a.subject(i))
      return
    }
    let owned = a.complement(end, .of) ?? a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    guard let owner = a.apposed(i, end), owner.entity != owned?.entity else { return }
    event.object = owned?.entity
    event.sellers = a.all(owner)
    event.weight *= 0.7
  }

  /// "Belcor, a unit of Acme", "Belcor, filiale d'Acme": who sells it, if it is sold.
  private func part(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let owner = a.complement(end, .of), let governor = owner.governor, governor - end <= 2,
      let part = a.items.last(where: { $0.tokens.upperBound < i && i - $0.tokens.upperBound <= 4 }),
      prose.tokens[part.tokens.upperBound].kind == .comma, part.entity != owner.entity,
      !(part.tokens.upperBound + 1..<max(i, part.tokens.upperBound + 1)).contains(where: {
        prose.tokens[$0].isPunctuation || prose.isFinite($0)
      })
    else { return }
    event.object = part.entity
    event.sellers = [owner.entity]
    event.isState = true
  }

  /// Who is called a bidder or seller: "a rival bidder, Acme", "l'acquéreur de Belcor", "the seller is Acme".
  private func suitor(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let wanted = a.complement(end, .of) ?? a.complement(end, words: ["for", "pour"])
    event.object = wanted?.entity
    var found = a.all(a.apposed(i, end) ?? a.predicate(end))
    if found.isEmpty, prose.tokens[i].shape.contains(.plural),
      let colon = (end..<min(end + 12, a.sentence.tokens.upperBound)).first(where: { prose.tokens[$0].kind == .colon })
    {
      // "Two bidders have come forward: Acme and Belcor"
      found = a.all(a.items.first { $0.tokens.lowerBound > colon && $0.tokens.lowerBound - colon <= 6 })
    } else if let inverted = a.inverted(i, end) {
      found = a.all(inverted.found)
      event.object = event.object ?? inverted.wanted?.entity
    } else if let listed = a.examples(end) ?? a.listedAmong(i) {
      found = a.all(listed)
    }
    if found.isEmpty, isPredicate(i, a.sentence) { found = a.all(a.subject(i)) }
    if found.isEmpty, prose.tokens[i].has(.sell) == false, wanted != nil, governs(i, a) { found = a.all(a.subject(i)) }
    // A founder's brother who is called the seller sells himself.
    if let one = a.apposed(i, end) ?? a.predicate(end), found == [one.entity], one.named != one.entity,
      cast.entities[one.named].kind == .person
    {
      found = [one.named]
    }
    if prose.tokens[i].has(.sell) { event.sellers = found } else { event.buyers = found }
  }

  /// Whether the noun at token `i` is said of the subject: "remains the only bidder", "was named as a suitor".
  private func isPredicate(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 5), by: -1) {
      let token = prose.tokens[j]
      // "is one of the bidders", "is among the bidders"
      if token.has(.of) && prose.tokens[j - 1].traits.hasAny(.one | .indefinite) || isAmong(j) { continue }
      if token.traits.hasAny(.be | .copula) || token.has(.subordinator) && !token.has(.if) && i - j <= 3 { return true }
      if token.isPunctuation || token.traits.hasAny(.preposition | .of) || prose.isFinite(j) { return false }
    }
    return false
  }

  private func isAmong(_ i: Int) -> Bool {
    let word = prose.tokens[i].word
    return word >= 0 && (word == prose.word("among") || word == prose.word("parmi"))
  }

  private func partner(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    guard !prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return }
    event.partners = a.all(a.subject(i) ?? a.apposed(i, end))
  }

  private func advise(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isPassive(i, end, a.sentence) {
      event.advisers = a.all(a.complement(end, .by))
    } else {
      event.advisers = a.all(prose.tokens[i].has(.hire) ? a.object(end) : a.subject(i))
    }
  }

  // MARK: Grammar

  /// Whether a word that may be a verb is a noun here: "the buy", "l'achat".
  private func isNoun(_ i: Int) -> Bool {
    guard i > 0, prose.tokens[i].traits.hasAny(.finite | .infinitive),
      prose.tokens[i].phraseLength == 1 || !prose.tokens[i].has(.participle)
    else { return false }
    let before = prose.tokens[i - 1]
    return before.traits.hasAny(.determiner | .possessive | .indefinite)
      && before.traits.isDisjoint(with: .he | .adverb)
  }

  /// "to purchase", "will offer": a verb, though the word may be a noun.
  private func isInfinitive(_ i: Int, _ sentence: Sentence) -> Bool {
    prose.language == .english && prose.tokens[i].has(.infinitive) && i > sentence.tokens.lowerBound
      && prose.tokens[i - 1].traits.hasAny(.to | .modal)
  }

  private func isPassive(_ i: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    guard prose.tokens[i].has(.participle) else { return false }
    var j = i - 1
    var be = false
    while j >= sentence.tokens.lowerBound, i - j <= 4 {
      if prose.tokens[j].has(.be) { be = true }
      if prose.tokens[j].has(.have), !be { return false }
      if prose.tokens[j].isPunctuation { break }
      j -= 1
    }
    if be { return true }
    // "Belcor, cédé en mai à Acme"
    if prose.language == .french, i > sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma,
      i - 2 > sentence.tokens.lowerBound, prose.tokens[i - 2].isCapital
    {
      return true
    }
    // "Belcor, acquired last year by Acme"
    return (end..<min(end + 4, sentence.tokens.upperBound)).contains { prose.tokens[$0].has(.by) }
      && !(prose.language == .french && prose.tokens[i].has(.finite) && !prose.tokens[i].has(.participle))
  }

  /// Whether a possessive pronoun before the noun at token `i` stands for the subject: "its bid".
  private func isOwnedBySubject(_ i: Int) -> Bool {
    for j in stride(from: i - 1, through: max(0, i - 3), by: -1) {
      let token = prose.tokens[j]
      if token.has(.possessive) {
        let ours = ["our", "my", "your", "notre", "nos", "mon", "ma", "mes", "votre", "vos"]
        return !ours.contains { prose.word($0) == token.word }
      }
      if token.has(.determiner) { return false }
      if !token.isWord && token.kind != .number && token.kind != .symbol || prose.isFinite(j) { return false }
    }
    return false
  }

  /// Whether the noun at token `i` is told of for the first time: "an offer".
  private func isNew(_ i: Int) -> Bool {
    (max(0, i - 4)..<i).contains { prose.tokens[$0].has(.indefinite) }
  }

  /// Whether the noun at token `i` is the object of a verb, not its subject: "completed the acquisition of".
  private func governs(_ i: Int, _ a: Arguments) -> Bool { governingVerb(i, a.sentence) != nil }

  /// The verb that the noun at token `i` is the object of.
  private func governingVerb(_ i: Int, _ sentence: Sentence) -> Int? {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 9), by: -1) {
      let token = prose.tokens[j]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .stop { return nil }
      if token.traits.hasAny(.infinitive | .gerund | .participle) || prose.isFinite(j) {
        if token.traits.hasAny(.be | .have | .modal) { continue }
        if token.has(.deal) || token.info.name >= 0 { continue }
        // "a sweetened bid": an adjective.
        if token.has(.participle), j > 0, prose.tokens[j - 1].traits.hasAny(.determiner | .indefinite | .possessive),
          prose.language == .english
        {
          continue
        }
        return j
      }
    }
    return nil
  }
}
