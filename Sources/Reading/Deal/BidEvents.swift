import Stories

/// Who offers, and for what, by the verbs and nouns of bidding.
extension DealEvents {
  /// What an offer or deal before token `end` puts a value on: "values Belcor at 2 billion".
  func valued(behind end: Int, _ a: Arguments) -> Arguments.Item? {
    guard
      let verb = (end..<max(end, min(end + 8, a.sentence.tokens.upperBound))).first(where: {
        prose.isIn(.valuing, $0) && prose.isFinite($0)
      }),
      let valued = a.next(verb + 1, within: 3), valued.governor.map({ $0 < verb }) ?? true, !valued.isPossessive,
      cast.entities[valued.entity].kind.isBusiness
    else { return nil }
    return valued
  }

  /// Whose holders an offer before token `end` is made to: "to the shareholders of Belcor", "aux actionnaires de Belcor".
  private func company(ofHoldersBehind end: Int, _ a: Arguments) -> Arguments.Item? {
    guard end + 2 < a.sentence.tokens.upperBound,
      prose.tokens[end].has(.to) || prose.tokens[end].has(.contracted) && a.isDative(end),
      let holders = (end + 1..<min(end + 4, a.sentence.tokens.upperBound)).first(where: {
        prose.tokens[$0].has(.holder)
      })
    else { return nil }
    return a.items.first { item in
      item.governor.map { $0 > holders && $0 - holders <= 2 && prose.tokens[$0].has(.of) } ?? false
    }
  }

  func bidVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isAt(.withdrawn, i) {
      event.weight *= 0.6
      event.buyers = a.all(a.subject(i))
      // "lost out to Acme in the auction for Belcor"
      if let winner = a.next(end, within: 4), let governor = winner.governor, governor == end,
        prose.tokens[governor].has(.to), cast.entities[winner.entity].kind.isBusiness
      {
        event.buyers += a.all(winner).filter { !event.buyers.contains($0) }
        event.object = a.complement(end, in: .for)?.entity
      }
      return
    }
    if tender(i, end, a, &event) || isForOwnStock(end, a.sentence) { return }
    let isInterest = Int(prose.tokens[i].info.stage) == 1
    let object =
      a.complement(end, in: isInterest ? .interestIn : .bidFor)
      ?? a.antecedent(i, in: .for)
    // "offered 780 million dollars", not "offered a stake".
    let isPriced =
      (end..<min(end + 3, a.sentence.tokens.upperBound)).contains {
        prose.tokens[$0].kind == .number || prose.tokens[$0].kind == .symbol
      }
      || isPricedInTurn(end, a.sentence)
      || end < a.sentence.tokens.upperBound
        && (prose.isIn(.asMuch, end)
          // "offered a little more"
          || end + 2 < a.sentence.tokens.upperBound && prose.tokens[end].has(.indefinite)
            && prose.isIn(.asMuch, end + 2))
    // "est arrivé avec 34 euros": active.
    let isPassive = isPassive(i, end, a.sentence) && !prose.isIn(.with, end - 1)
    // "bid in the first round"
    let isInRound = (end..<min(end + 5, a.sentence.tokens.upperBound)).contains {
      prose.tokens[$0].traits.hasAny(.bid | .sell) && prose.tokens[$0].traits.isDisjoint(with: .finite | .infinitive)
    }
    // "Acme, qui avait surenchéri, n'a pas été retenu"
    let isAlone =
      prose.tokens[i].phraseLength == 1
      && (end == a.sentence.tokens.upperBound || prose.tokens[end].kind == .comma || prose.tokens[end].kind == .stop)
      && prose.tokens[i].has(.participle) && prose.tokens[i].info.stage > 0
    guard
      object != nil || isInterest || isForTheirs(end, a.sentence) || isPriced || isPassive || isInRound || isAlone
        || a.inverted(behind: i, end) != nil
    else { return }
    // "will pay 30 million euros", but not for the deal's end.
    if object == nil, prose.tokens[i].info.stage == 0, !isPassive {
      let reach = end..<min(end + 10, a.sentence.tokens.upperBound)
      if reach.contains(where: { prose.tokens[$0].has(.fine) }) { return }
      // "s'est engagé à verser 40 millions si un autre l'emportait": for the deal's end too.
      if a.complement(end, .to) != nil,
        (end..<min(end + 14, a.sentence.tokens.upperBound)).contains(where: { prose.tokens[$0].has(.if) })
      {
        return
      }
      event.weight *= 0.6
      event.buyers = a.together(a.subject(i)).filter { cast.entities[$0].kind.isBusiness }
      // "will pay 30 million euros to Acme"
      if let paid = a.complement(end, .to), cast.entities[paid.entity].kind.isBusiness { event.sellers = a.all(paid) }
      return
    }
    if object == nil, isInterest { event.weight *= 0.8 }
    // "que proposait Acme"
    if object == nil, let inverted = a.inverted(behind: i, end) {
      event.buyers = a.all(inverted)
      return
    }
    if isPassive {
      event.object = (a.qualified(by: i) ?? a.subject(i))?.entity
      event.buyers = a.all(a.complement(end, .by))
      // "Belcor, payé 220 millions au fonds Acme"
      if prose.language == .french, prose.tokens[i].info.stage == 0 { event.sellers = a.all(a.complement(end, .to)) }
      return
    }
    take(object, end, a, &event)
    event.buyers = a.together(a.subject(i))
    // "Belcor went into administration. Acme is bidding for its shops."
    if object == nil, isForTheirs(end, a.sentence), let topic = a.topics.business, !event.buyers.contains(topic.entity)
    {
      event.object = topic.entity
      event.weight *= 0.8
    }
    // "will pay Acme 300 million euros for Belcor"
    if prose.language == .english, object != nil, prose.tokens[i].info.stage == 0, event.sellers.isEmpty,
      let paid = a.next(end, within: 2), paid.governor == nil, !paid.isPossessive, paid.entity != event.object,
      paid.tokens.upperBound < a.sentence.tokens.upperBound, !event.buyers.contains(paid.entity),
      [.number, .symbol].contains(prose.tokens[paid.tokens.upperBound].kind)
    {
      event.sellers = a.all(paid)
    }
    // "Dix candidats ont signé un accord de confidentialité, dont Acme"
    if prose.language == .french, event.buyers.isEmpty, let example = a.examples(end) { event.buyers = a.all(example) }
    // "versera 300 millions d'euros à Acme pour Belcor"
    if prose.language == .french, object != nil, prose.tokens[i].info.stage == 0, event.sellers.isEmpty,
      let paid = a.complement(end, .to), paid.entity != event.object, cast.entities[paid.entity].kind.isBusiness,
      !event.buyers.contains(paid.entity)
    {
      event.sellers = a.all(paid)
    }
    // "offre 20 millions à la famille Roe"
    if object == nil, isPriced, prose.language == .french, let asked = a.complement(end, .to),
      cast.entities[asked.entity].kind.isBusiness, !event.buyers.contains(asked.entity)
    {
      event.wooed = asked.entity
    }
  }

  /// Whether what is bid for behind token `end` belongs to somebody who was told of: "are bidding for its shops".
  private func isForTheirs(_ end: Int, _ sentence: Sentence) -> Bool {
    prose.language == .english && end + 1 < sentence.tokens.upperBound && prose.isIn(.bidFor, end)
      && prose.tokens[end + 1].traits.hasAny(.possessive | .it)
  }

  /// Whether a price stands behind a few words that only say how it is offered: "propose à son tour 1400 francs".
  private func isPricedInTurn(_ end: Int, _ sentence: Sentence) -> Bool {
    guard prose.language == .french, end + 4 < sentence.tokens.upperBound, prose.tokens[end].has(.to),
      prose.tokens[end + 1].has(.possessive)
    else { return false }
    return prose.tokens[end + 3].kind == .number
  }

  /// "holders tendered 91 pct of Belcor's shares to Acme", "Acme tendered its 34 pct holding": shares are handed over, by who sells.
  private func tender(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) -> Bool {
    guard prose.isIn(.tendering, i) else { return false }
    func isShares(_ j: Int) -> Bool {
      prose.tokens[j].has(.holder) || prose.tokens[j].has(.stake) && prose.tokens[j].has(.deal)
        || prose.isIn(.shares, j)
    }
    // "91 pct of Belcor shares had tendered", "BELCOR HOLDERS TENDER"
    if let held = a.items.last(where: { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 4 }),
      (held.tokens.upperBound..<i).contains(where: isShares)
    {
      event.object = held.entity
      event.buyers = a.all(a.complement(end, .to)).filter { $0 != held.entity }
      return true
    }
    guard (end..<min(end + 6, a.sentence.tokens.upperBound)).contains(where: isShares) else { return false }
    // "Acme's chairman said the directors would tender their shares": they do, not Acme.
    let holder = a.subject(i).flatMap { item in
      (item.tokens.upperBound..<max(i, item.tokens.upperBound)).contains {
        prose.tokens[$0].traits.hasAny(.title | .holder | .board)
      } ? nil : item
    }
    event.sellers = a.all(holder)
    event.buyers = a.all(a.complement(end, .to)).filter { !event.sellers.contains($0) }
    return true
  }

  /// Whether an offer is for the shares of who makes it: "will offer holders 30 euros for a tenth of its stock".
  private func isForOwnStock(_ end: Int, _ sentence: Sentence) -> Bool {
    (end..<max(end, min(end + 14, sentence.tokens.upperBound - 1))).contains { i in
      prose.tokens[i].has(.possessive)
        && (i + 1..<min(i + 3, sentence.tokens.upperBound)).contains {
          prose.isIn(.shares, $0)
        }
        && i > end && prose.tokens[i - 1].has(.of)
    }
  }

  /// Notes what is wanted, and who would part with it.
  func take(_ wanted: Arguments.Item?, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let wanted else { return }
    let ware = a.ware(wanted, from: end)
    event.object = ware.object?.entity
    if let seller = ware.owner { event.sellers = [seller.entity] }
  }

  func bidNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "a battle between Acme and Belcor for Norvane"
    if prose.tokens[i].phraseLength > 1, prose.isIn(.between, end - 1) {
      event.buyers = a.all(a.items.first { $0.governor == end - 1 })
      if let wanted = a.complement(end, in: .dealOver) {
        take(wanted, end, a, &event)
      } else if event.buyers.count > 1, let prize = a.subject(i), !event.buyers.contains(prize.entity) {
        // "Belcor, the subject of a bidding war between Acme and Norvane"
        event.object = prize.entity
      }
      return
    }
    // "the interest from Acme": the phrase holds who bids.
    let isAuthored = prose.tokens[i].phraseLength > 1 && prose.isIn(.interestFrom, end - 1)
    let wanted =
      isAuthored
      // "interest from three groups for its unit Belcor"
      ? a.complement(end, in: .for)
      : a.complement(end, in: .offerFor) ?? a.wantedBehindVerb(end)
        // "the race for Acme": the preposition belongs to the phrase.
        ?? (prose.tokens[i].phraseLength > 1
          ? a.items.first { $0.governor == end - 1 && $0.tokens.lowerBound >= end } : nil)
    let isFrench = prose.language == .french
    // "Acme's offer values Belcor at 2 billion"
    if wanted == nil, let valued = valued(behind: end, a) {
      let maker = a.possessor(i) ?? author(end, a) ?? a.modifier(i)
      event.object = valued.entity
      event.buyers = a.together(maker).filter { $0 != valued.entity }
      return
    }
    // "announces a public offer to the shareholders of Belcor"
    if wanted == nil, let company = company(ofHoldersBehind: end, a), let bidder = a.subject(i),
      bidder.entity != company.entity
    {
      event.object = company.entity
      event.buyers = a.together(bidder)
      return
    }
    // "interested in those shops": in what else is to be sold.
    if wanted == nil, prose.tokens[i].info.stage == 1, end < a.sentence.tokens.upperBound,
      prose.isIn(.these, end)
    {
      return
    }
    // "has received interest in Belcor from Acme"
    if wanted == nil, !isFrench, prose.tokens[i].info.stage == 1, let from = a.complement(end, in: .from),
      let object = a.complement(end, in: .interestIn), object.tokens.upperBound <= from.tokens.lowerBound
    {
      event.object = object.entity
      event.buyers = a.all(from).filter { $0 != object.entity }
      if let verb = governingVerb(i, a.sentence), prose.tokens[verb].has(.receive), let wooed = a.subject(verb),
        wooed.entity != object.entity
      {
        event.wooed = wooed.entity
      }
      return
    }
    // "l'intérêt des actionnaires": of nobody who bids.
    if wanted == nil, prose.tokens[i].info.stage == 1, !prose.tokens[i].has(.deal) {
      // "d'autres ont fait part de leur intérêt, dont Acme"
      if (i + 1..<max(i + 1, min(i + 4, a.sentence.tokens.upperBound))).contains(where: {
        prose.tokens[$0].has(.example)
      }) {
        event.buyers = a.all(a.examples(end))
      }
      return
    }
    // "deux offres de reprise de Belcor": what is wanted.
    if isFrench, wanted == nil, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.of),
      prose.tokens[end + 1].has(.buy), a.complement(end + 2, .of) != nil
    {
      return
    }
    // "the board hid a proposal from Acme": whose it is stands right behind it.
    let beside = isFrench ? nil : author(end, a).flatMap { $0.governor == end ? $0 : nil }
    let bidder = beside ?? a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    let owner =
      bidder ?? author(end, a)
      ?? (prose.tokens[i].has(.deal) || !isFrench ? a.complement(end, .of) : nil).flatMap {
        let governor = $0.governor ?? end
        // "l'offre de 3 milliards d'euros d'Acme"
        let isPriced = (end..<min(end + 4, a.sentence.tokens.upperBound)).contains { prose.tokens[$0].kind == .number }
        return isFrench && governor <= end + (isPriced ? 7 : 4)
          // "une offre à l'administrateur d'Acme"
          && !(end..<max(end, governor)).contains { prose.tokens[$0].has(.to) } || governor == end ? $0 : nil
      }
      ?? a.modifier(i)
    // "the managers' offer, tabled by Ann Roe", "Ann Roe, whose offer": hers.
    if let owner,
      cast.entities[owner.entity].kind == .person
        || cast.entities[owner.named].kind == .person && (owner.governor.map({ prose.tokens[$0].has(.by) }) ?? false)
    {
      event.isByName = true
    }
    take(wanted, end, a, &event)
    // "a fait une offre à Acme pour Belcor"
    if isFrench, wanted != nil, event.sellers.isEmpty, prose.tokens[i].phraseLength == 1,
      let asked = a.complement(end, .to), asked.entity != event.object, cast.entities[asked.entity].kind.isBusiness,
      owner?.entity != asked.entity
    {
      event.sellers = a.all(asked)
    }
    // "is the target of a bid by Acme"
    if wanted == nil, (max(a.sentence.tokens.lowerBound, i - 4)..<i).contains(where: { prose.tokens[$0].has(.target) }),
      let sought = a.subject(i), sought.entity != owner?.entity
    {
      event.object = sought.entity
      event.buyers = a.together(owner).filter { $0 != sought.entity }
      return
    }
    // "has lost the battle for Belcor to Acme"
    if !isFrench, wanted != nil, prose.tokens[i].phraseLength > 1, prose.isIn(.for, end - 1),
      let winner = a.complement(end, .to), winner.entity != event.object, cast.entities[winner.entity].kind.isBusiness,
      let loser = a.subject(i), loser.entity != winner.entity
    {
      event.buyers = a.together(loser).filter { $0 != event.object } + a.all(winner)
      return
    }
    if wanted == nil, let pair = a.owned(i) { event.object = pair.object.entity }
    event.buyers = a.together(owner)
    // "received a proposal from its chairman, Ann Roe": hers.
    if let owner, owner.named != owner.entity, cast.entities[owner.named].kind == .person, owner.governor != nil,
      wanted == nil, a.subject(i)?.entity == owner.entity
    {
      event.object = owner.entity
      event.buyers = [owner.named]
      event.isByName = true
      return
    }
    // "Ann Roe made a competing bid": she bids herself.
    if (max(a.sentence.tokens.lowerBound, i - 2)..<i).contains(where: { prose.isIn(.competing, $0) }) {
      event.isByName = true
    }
    // "Rival offers had come from Acme"
    if event.buyers.isEmpty, let origin = a.origin(end) { event.buyers = a.all(origin).filter { $0 != event.object } }
    let verb = governingVerb(i, a.sentence)
    // "weighs a bid for Acme": it is his own.
    let isOwn =
      (wanted != nil || isFrench && isNew(i) && verb.map { !prose.tokens[$0].has(.receive) } ?? false) && owner == nil
      && (verb.map { prose.tokens[$0].traits.hasAny(.planning | .exclusion) && !isDefinite(i, $0) } ?? false)
      && verb.flatMap { a.subject($0)?.entity } != wanted?.entity
    let isAnswer = !isOwn && (verb.map { prose.tokens[$0].traits.hasAny(.receive | .refuse | .choosing) } ?? false)
    // "Two of the offers come from the trade: Acme and Belcor"
    if event.buyers.isEmpty, wanted == nil, prose.tokens[i].has(.deal), prose.tokens[end - 1].shape.contains(.plural) {
      event.buyers = a.offerers(behind: end)
    }
    // "offers from several, including Acme", "d'autres ont fait part de leur intérêt, dont Acme"
    if event.buyers.isEmpty, prose.tokens[i].has(.deal) || prose.tokens[i].info.stage > 0, let example = a.examples(end)
    {
      event.buyers = a.all(example).filter { $0 != event.object }
    }
    if isAnswer {
      // "Acme rejected Belcor's offer": Acme is wooed.
      let subject = verb.flatMap { isPassive($0, $0 + 1, a.sentence) ? nil : a.subject($0) }
      event.wooed = subject?.entity
      // "Ses actionnaires, Acme et Belcor, ont accepté l'offre": they sell.
      if prose.language == .french, let subject, let verb, prose.tokens[verb].traits.isDisjoint(with: Traits(.refuse)),
        prose.tokens[verb].info.stage > 0,
        a.isHolder(subject)
      {
        event.sellers = a.all(subject)
        event.wooed = nil
      }
      // "a reçu d'Acme une offre"
      if event.buyers.allSatisfy({ $0 == event.object }), prose.language == .french, let verb,
        let giver = a.items.first(where: { $0.governor == verb + 1 && $0.tokens.upperBound <= i }),
        prose.tokens[verb + 1].has(.of)
      {
        event.buyers = a.all(giver)
      }
      event.isChoice = verb.map { prose.tokens[$0].has(.choosing) } ?? false
      if event.wooed == event.buyers.first { event.buyers = [] }
    } else if event.buyers.isEmpty, prose.tokens[i].has(.deal) {
      // "made an offer", "raised its bid"
      // "have both made offers"
      let isNew = isNew(i) || verb == i - 1 && prose.tokens[end - 1].shape.contains(.plural)
      let isMade = verb.map { !prose.tokens[$0].info.cue.isCue } ?? false && isNew
      if isOwnedBySubject(i) || wanted != nil || isMade {
        event.buyers = a.together(a.subject(i))
      }
      // "made an offer to Belcor"
      if wanted == nil, verb != nil, let addressed = a.next(end), let governor = addressed.governor, governor >= end,
        prose.tokens[governor].has(.to) || a.isDative(governor), !addressed.isPossessive,
        !event.buyers.contains(addressed.entity)
      {
        event.wooed = addressed.entity
        if event.buyers.isEmpty { event.buyers = a.together(a.subject(i)).filter { $0 != addressed.entity } }
      }
    } else if event.buyers.isEmpty {
      // "has shortlisted Acme for the second round": who is chosen, not who chooses.
      if let verb, prose.tokens[verb].has(.choosing), !isPassive(verb, verb + 1, a.sentence) { return }
      // "in the race", "sur les rangs": of the subject; "took part" in an auction only.
      if prose.isFinite(i) || prose.tokens[i].has(.gerund),
        !a.sentence.tokens.contains(where: { $0 != i && prose.tokens[$0].traits.hasAny(.sell | .bid) })
      {
        return
      }
      // "Still in the race: Acme and Belcor"
      if end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .colon {
        event.buyers = a.enumerated(from: end + 1)
        return
      }
      event.weight *= 0.6
      event.buyers = a.subjects(i)
      for other in a.together(a.subject(i)) where !event.buyers.contains(other) { event.buyers.append(other) }
      guard event.buyers.isEmpty else { return }
      let object = a.all(a.object(end))
      // "Encore en lice Acme, déjà propriétaire d'une chaîne, ainsi que Belcor"
      let listed = prose.hasFinite(end..<a.sentence.tokens.upperBound) ? [] : a.enumerated(from: end)
      event.buyers = listed.count > object.count ? listed : object
    }
  }

  /// From whom the offer that ends before token `end` is; not another that it outbids.
  func author(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    // "the interest from Acme": the preposition belongs to the phrase.
    if let first = a.items.first(where: { $0.tokens.lowerBound >= end }), first.governor == end - 1,
      prose.tokens[end - 1].insidePhrase,
      prose.isIn(.interestFrom, end - 1)
    {
      return first
    }
    // "les détails de l'offre qu'il présentera", "l'offre que prépare Acme"
    if let maker = a.maker(byRelative: end) { return maker }
    // "an offer, tabled by Acme in May,"
    if end + 2 < a.sentence.tokens.upperBound, prose.tokens[end].kind == .comma, prose.tokens[end + 1].has(.participle),
      prose.tokens[end + 2].has(.by), let maker = a.items.first(where: { $0.governor == end + 2 })
    {
      return maker
    }
    // "l'offre de la direction, portée par Ann Roe"
    if let comma = (end..<max(end, min(end + 6, a.sentence.tokens.upperBound - 2))).first(where: {
      prose.tokens[$0].kind == .comma
    }),
      !prose.hasFinite(end..<comma), prose.tokens[comma + 1].has(.participle), prose.tokens[comma + 2].has(.by),
      let maker = a.items.first(where: { $0.governor == comma + 2 })
    {
      return maker
    }
    // "the offer, supported by an opinion from Acme": of another noun.
    let source = a.complement(end, in: .from).flatMap { item in
      let isOthers = (end..<max(end, item.governor ?? end)).contains {
        prose.tokens[$0].has(.by) || prose.tokens[$0].kind == .comma && prose.tokens[$0 + 1].has(.participle)
      }
      return isOthers ? nil : item
    }
    // "an offer for Acme, a brewer controlled by Belcor": of another noun.
    let found =
      source
      ?? a.complement(end, .by).flatMap { item in
        item.governor.map { (end..<max(end, $0)).contains { prose.tokens[$0].kind == .comma } } ?? false ? nil : item
      }
    // "Acme répond à l'offre lancée par le groupe allemand": not its own.
    if prose.language == .french, let found, !prose.tokens[found.tokens.upperBound - 1].isCapital,
      a.items.first(where: { $0.governor == nil && $0.tokens.upperBound < end })?.entity == found.entity
    {
      return nil
    }
    guard let found, let governor = found.governor, governor >= end else { return found }
    return (end..<governor).contains { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) } ? nil : found
  }
}
