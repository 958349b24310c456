import Stories

/// Who offers, refuses, talks, and is spoken of.
extension DealEvents {
  /// "Belcor is up for sale", "Acme has put Belcor on the block", "Belcor passe aux mains d'Acme".
  func forSale(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    let before = (max(a.sentence.tokens.lowerBound, i - 16)..<i).last {
      prose.isFinite($0) || prose.tokens[$0].traits.hasAny(.participle | .infinitive)
    }
    if !isVerb, let verb = before, prose.tokens[verb].traits.isDisjoint(with: .be | .have | .modal), verb + 1 < i {
      let put = a.items.first {
        $0.tokens.lowerBound > verb && $0.tokens.upperBound <= i
          && ($0.governor == nil || prose.tokens[$0.governor ?? i].has(.of))
      }
      let ware = put.map { a.ware($0, from: verb + 1) }
      event.object = ware?.object?.entity
      event.sellers = ware?.owner.map { [$0.entity] } ?? a.all(a.subject(verb))
    } else {
      let verb = isVerb ? i : before ?? i
      event.object = (a.opened(by: verb) ?? a.subject(i))?.entity
      event.sellers = a.all(a.complement(end, .by))
      event.isJoining = isVerb && prose.language == .french
      // "passe sous le contrôle d'Acme"
      if let buyer = a.next(end), !buyer.isPossessive, isVerb || buyer.governor == end || buyer.governor == end - 1,
        cast.entities[buyer.entity].kind.isBusiness || cast.entities[buyer.entity].kind == .person
      {
        // "est aux mains d'Acme": it is so already.
        if !isVerb, prose.language == .french, let before, prose.tokens[before].has(.be),
          prose.tokens[before].traits.isDisjoint(with: .conditional | .modal)
        {
          event.sellers = a.all(buyer).filter { cast.entities[$0].kind != .person }
          event.isState = true
        } else {
          event.buyers = a.all(buyer)
        }
      }
    }
  }

  /// "The Ledger names Acme and Belcor", "Two names are heard: Acme and Belcor", "le nom d'Acme".
  func name(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    event.weight *= 0.7
    let colon = (end..<min(end + 10, a.sentence.tokens.upperBound)).first { prose.tokens[$0].kind == .colon }
    if prose.tokens[i].shape.contains(.plural), let listed = a.examples(end) {
      // "Names in the hat include Acme and Belcor"
      event.buyers = a.all(listed)
    } else if let colon, prose.tokens[i].shape.contains(.plural) || isFurther(i) {
      event.buyers = a.all(a.items.first { $0.tokens.lowerBound > colon && $0.tokens.lowerBound - colon <= 6 })
    } else if prose.language == .french {
      let named = a.complement(end, .of)
      if let named, named.governor == end { event.buyers = a.all(named) }
    } else if prose.isFinite(i),
      cast.denotations(in: a.sentence.tokens.lowerBound..<i).last.map({
        cast.entities[$0.entity].kind.isMedium || cast.entities[$0.entity].kind == .unknown
      }) ?? (i - 1 == a.sentence.tokens.lowerBound && prose.tokens[i - 1].has(.it))
    {
      event.buyers = a.all(a.object(end)).filter { cast.entities[$0].kind.isBusiness }
    }
  }

  /// "another name", "un autre nom": one more than those that were told.
  private func isFurther(_ i: Int) -> Bool {
    let words = ["another", "autre"].compactMap { prose.word($0) }
    return i > 0 && prose.tokens[i - 1].word >= 0 && words.contains(prose.tokens[i - 1].word)
  }

  /// "Acme is in talks with Belcor": either may be what is bought; "in talks over Belcor".
  func talk(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let subject = a.subject(i)
    let wanted = a.complement(end, words: prose.marked.about)
    if let wanted, cast.entities[wanted.entity].kind.isBusiness || cast.entities[wanted.entity].kind == .product,
      subject?.entity != wanted.entity
    {
      take(wanted, end, a, &event)
      event.weight *= 0.6
    }
    let partner = a.complement(end, words: prose.marked.with) ?? a.items.first(where: { $0.governor == end - 1 })
    guard let other = partner, let subject, subject.entity != other.entity
    else {
      // "The steelmaker is in talks with Acme": who talks is not known.
      if let partner, subject == nil, event.object == nil, !partner.isPossessive,
        cast.entities[partner.entity].kind.isBusiness
      {
        event.weight *= 0.6
        event.buyers = a.all(partner)
        return
      }
      if event.object != nil, let subject, event.sellers.isEmpty { event.buyers = a.all(subject) }
      // "has had talks about a merger"
      let purpose = (end..<min(end + 5, a.sentence.tokens.upperBound)).first {
        prose.tokens[$0].traits.hasAny(.buy | .merge) && prose.tokens[$0].has(.deal)
      }
      if event.object == nil, let purpose, let subject, a.next(purpose + 1) == nil,
        prose.tokens[purpose - 1].has(.indefinite)
      {
        event.weight *= 0.6
        event.buyers = a.all(subject)
      }
      return
    }
    // "in talks with Belcor about a takeover": of Belcor.
    let behind = other.tokens.upperBound..<min(other.tokens.upperBound + 7, a.sentence.tokens.upperBound)
    if event.object == nil,
      let purpose = behind.first(where: { prose.tokens[$0].has(.buy) && prose.tokens[$0].has(.deal) }),
      !(behind.lowerBound..<purpose).contains(where: { prose.tokens[$0].isPunctuation || prose.isFinite($0) }),
      a.next(purpose + 1, within: 3) == nil
    {
      event.object = other.entity
      event.buyers = a.together(subject).filter { $0 != other.entity }
      return
    }
    event.talkers = [subject.entity] + a.all(other)
  }

  // MARK: Who is chosen, and who gives up

  /// "Acme picks Belcor as buyer", "a retenu Belcor pour la reprise": who is picked bids, and who picks sells.
  func choose(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let isPassive = isPassive(i, end, a.sentence)
    let reach = end..<min(end + 20, a.sentence.tokens.upperBound)
    guard
      let purpose = reach.first(where: {
        prose.tokens[$0].traits.hasAny(.suitor | .buy) && !prose.tokens[$0].insidePhrase
          || prose.tokens[$0].has(.bid) && prose.tokens[$0].phraseLength > 1
      })
    else { return }
    let picked = isPassive ? a.subject(i) : a.object(end).flatMap { $0.tokens.lowerBound < purpose ? $0 : nil }
    guard let picked, !picked.isPossessive, picked.governor == nil || isPassive,
      cast.entities[picked.entity].kind.isBusiness || cast.entities[picked.entity].kind == .person
    else { return }
    event.buyers = a.all(picked)
    // "over Belcor": who is not picked.
    if !isPassive, let over = prose.word("over"),
      let other = a.items.first(where: { item in
        item.tokens.lowerBound >= picked.tokens.upperBound
          && item.governor.map { prose.tokens[$0].word == over } ?? false
      })
    {
      event.buyers += a.all(other)
    }
    event.buyers += a.rivals(of: event)
    let chooser = (isPassive ? a.complement(end, .by) : a.subject(i)).flatMap {
      cast.entities[$0.entity].kind.isBusiness && $0.entity != picked.entity ? $0 : nil
    }
    let next = purpose + Int(prose.tokens[purpose].phraseLength)
    let isVerb = prose.tokens[purpose].has(.buy) && prose.tokens[purpose].has(.infinitive) && !isNoun(purpose)
    let wanted = isVerb ? a.object(next) : a.complement(next, .of) ?? a.complement(next, words: prose.marked.pro)
    if let wanted, !event.buyers.contains(wanted.entity) {
      take(wanted, next, a, &event)
      if let chooser, chooser.entity != event.object { event.sellers += a.all(chooser) }
    } else {
      event.wooed = chooser?.entity
      event.isChoice = true
    }
  }

  /// "Acme outbids Belcor for Norvane", "tops Belcor's offer", "beat off competition from Belcor".
  func outbid(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let next = a.next(end, within: 5)
    let reach = end..<min(end + 8, a.sentence.tokens.upperBound)
    let wanted = a.complement(end, words: prose.marked.proOrOn)
    take(wanted, end, a, &event)
    event.buyers = a.together(a.subject(i)).filter { $0 != event.object }
    let rivals = a.rivals(of: event)
    // "beat Belcor to the deal"
    let isOffer = reach.contains {
      prose.tokens[$0].has(.bid) || prose.tokens[$0].has(.deal) && $0 > 1 && prose.tokens[$0 - 2].has(.to)
    }
    // "trumped its opening shot"
    let isTheirs = end < a.sentence.tokens.upperBound && prose.tokens[end].has(.possessive)
    guard prose.tokens[i].has(.bid) && next != nil || isOffer || !rivals.isEmpty || isTheirs else {
      event = DealEvent(weight: event.weight, block: event.block, token: i)
      return
    }
    event.buyers += rivals
    if let next, next.governor.map({ $0 < end }) ?? true, next.entity != event.object, !isTheirs,
      cast.entities[next.entity].kind.isBusiness, !event.buyers.contains(next.entity)
    {
      event.buyers += a.all(next)
    }
  }

  /// "Acme walks away from Belcor", "Acme renonce à Belcor".
  func giveUp(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "after Acme withdrew on Monday": from the race.
    if isLast(end, a.sentence),
      prose.language == .english, prose.tokens[i].has(.finite) || prose.tokens[i].has(.participle),
      !isPassive(i, end, a.sentence), let subject = a.subject(i), cast.entities[subject.entity].kind.isBusiness
    {
      event.buyers = a.together(subject)
      event.weight *= 0.6
      return
    }
    guard let left = a.next(end, within: 3) ?? a.items.first(where: { $0.governor == end - 1 }), !left.isPossessive,
      let governor = left.governor, governor >= end - 1,
      prose.tokens[governor].traits.hasAny(.to | .of | .preposition), cast.entities[left.entity].kind.isBusiness,
      !(end..<left.tokens.lowerBound).contains(where: { prose.tokens[$0].traits.hasAny(.possessive | .deal | .bid) }),
      let subject = a.subject(i), subject.entity != left.entity
    else { return }
    event.object = left.entity
    event.buyers = a.together(subject)
    event.weight *= 0.8
  }

  /// Whether nothing but a time or another clause follows before token `end`.
  private func isLast(_ end: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound else { return true }
    let next = prose.tokens[end]
    let isTimed = end + 1 < sentence.tokens.upperBound && prose.tokens[end + 1].traits.hasAny(.time | .weekday | .month)
    return next.isPunctuation || next.traits.hasAny(.time | .weekday | .subordinator)
      || next.has(.preposition) && isTimed || next.has(.locative) && isTimed
  }

  /// "Acme's deal for Belcor", "le dossier Belcor".
  func pact(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let wanted = a.next(end, within: 5), !wanted.isPossessive || wanted.governor != nil else { return }
    guard let governor = wanted.governor, governor >= end else {
      // "le dossier Belcor"
      if prose.language == .french, wanted.tokens.lowerBound == end, wanted.governor.map({ $0 < i }) ?? true {
        event.object = wanted.entity
        event.weight *= 0.5
      }
      return
    }
    // "an agreement for Acme to buy Belcor": Acme buys.
    let behind = wanted.tokens.upperBound
    if behind < a.sentence.tokens.upperBound, prose.tokens[behind].has(.to) { return }
    guard governor <= end + 1, prose.marked.proOrOver.contains(prose.tokens[governor].word) else { return }
    take(wanted, end, a, &event)
    event.weight *= 0.7
    let isOwn = (governor..<wanted.tokens.lowerBound).contains { prose.tokens[$0].has(.possessive) }
    let buyer = a.possessor(i) ?? (isOwnedBySubject(i) || governs(i, a) ? a.subject(i) : nil)
    guard let buyer, buyer.entity != event.object else { return }
    if isOwn { event.sellers += a.all(buyer) } else { event.buyers = a.together(buyer) }
  }

  func bidVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isAt(.withdrawn, i) {
      event.weight *= 0.6
      event.buyers = a.all(a.subject(i))
      return
    }
    if tender(i, end, a, &event) { return }
    let isInterest = Int(prose.tokens[i].info.stage) == 1
    let object =
      a.complement(end, words: isInterest ? prose.marked.interest : prose.marked.offer)
      ?? a.antecedent(i, words: prose.marked.pro)
    // "offered 780 million dollars", not "offered a stake".
    let isPriced =
      (end..<min(end + 3, a.sentence.tokens.upperBound)).contains {
        prose.tokens[$0].kind == .number || prose.tokens[$0].kind == .symbol
      }
      || end < a.sentence.tokens.upperBound
        && prose.marked.asMuch.contains(prose.tokens[end].word)
    // "est arrivé avec 34 euros": active.
    let isPassive = isPassive(i, end, a.sentence) && !prose.marked.with.contains(prose.tokens[end - 1].word)
    // "bid in the first round"
    let isInRound = (end..<min(end + 5, a.sentence.tokens.upperBound)).contains {
      prose.tokens[$0].traits.hasAny(.bid | .sell) && prose.tokens[$0].traits.isDisjoint(with: .finite | .infinitive)
    }
    // "Acme, qui avait surenchéri, n'a pas été retenu"
    let isAlone =
      prose.tokens[i].phraseLength == 1
      && (end == a.sentence.tokens.upperBound || prose.tokens[end].kind == .comma || prose.tokens[end].kind == .stop)
      && prose.tokens[i].has(.participle) && prose.tokens[i].info.stage > 0
    guard object != nil || isInterest || isPriced || isPassive || isInRound || isAlone else { return }
    // "will pay 30 million euros", but not for the deal's end.
    if object == nil, prose.tokens[i].info.stage == 0, !isPassive {
      let reach = end..<min(end + 10, a.sentence.tokens.upperBound)
      if reach.contains(where: { prose.tokens[$0].has(.fine) }) { return }
      event.weight *= 0.6
      event.buyers = a.together(a.subject(i)).filter { cast.entities[$0].kind.isBusiness }
      // "will pay 30 million euros to Acme"
      if let paid = a.complement(end, .to), cast.entities[paid.entity].kind.isBusiness { event.sellers = a.all(paid) }
      return
    }
    if object == nil, isInterest { event.weight *= 0.8 }
    if isPassive {
      event.object = (a.qualified(by: i) ?? a.subject(i))?.entity
      event.buyers = a.all(a.complement(end, .by))
      // "Belcor, payé 220 millions au fonds Acme"
      if prose.language == .french, prose.tokens[i].info.stage == 0 { event.sellers = a.all(a.complement(end, .to)) }
      return
    }
    take(object, end, a, &event)
    event.buyers = a.together(a.subject(i))
    // "offre 20 millions à la famille Roe"
    if object == nil, isPriced, prose.language == .french, let asked = a.complement(end, .to),
      cast.entities[asked.entity].kind.isBusiness, !event.buyers.contains(asked.entity)
    {
      event.wooed = asked.entity
    }
  }

  /// "holders tendered 91 pct of Belcor's shares to Acme", "Acme tendered its 34 pct holding": shares are handed over, by who sells.
  private func tender(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) -> Bool {
    guard prose.language == .english, prose.bytes(i).count >= 6,
      zip(prose.bytes(i), "tender".utf8).allSatisfy({ $0 | 0x20 == $1 })
    else { return false }
    let shares = ["shares", "stock", "holders"]
    func isShares(_ j: Int) -> Bool {
      prose.tokens[j].has(.holder) || prose.tokens[j].has(.stake) && prose.tokens[j].has(.deal)
        || shares.contains { prose.word($0) == prose.tokens[j].word }
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
    event.sellers = a.all(a.subject(i))
    event.buyers = a.all(a.complement(end, .to)).filter { !event.sellers.contains($0) }
    return true
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
    if prose.tokens[i].phraseLength > 1,
      ["between", "entre"].contains(where: { prose.word($0) == prose.tokens[end - 1].word })
    {
      guard let wanted = a.complement(end, words: prose.marked.proOrOver) else { return }
      take(wanted, end, a, &event)
      event.buyers = a.all(a.items.first { $0.governor == end - 1 })
      return
    }
    // "the interest from Acme": the phrase holds who bids.
    let isAuthored =
      prose.tokens[i].phraseLength > 1
      && ["from", "among"].contains { prose.tokens[end - 1].word == prose.word($0) }
    let wanted =
      isAuthored
      // "interest from three groups for its unit Belcor"
      ? a.complement(end, words: prose.marked.for)
      : a.complement(end, words: prose.marked.proOrOn)
        // "the race for Acme": the preposition belongs to the phrase.
        ?? (prose.tokens[i].phraseLength > 1
          ? a.items.first { $0.governor == end - 1 && $0.tokens.lowerBound >= end } : nil)
    let isFrench = prose.language == .french
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
      prose.tokens[end + 1].has(.buy)
    {
      return
    }
    let bidder = a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    let owner =
      bidder ?? author(end, a)
      ?? (prose.tokens[i].has(.deal) || !isFrench ? a.complement(end, .of) : nil).flatMap {
        isFrench && ($0.governor ?? end) <= end + 4 || $0.governor == end ? $0 : nil
      }
      ?? a.modifier(i)
    take(wanted, end, a, &event)
    event.buyers = a.together(owner)
    let verb = governingVerb(i, a.sentence)
    // "weighs a bid for Acme": it is his own.
    let isOwn =
      wanted != nil && owner == nil
      && (verb.map { prose.tokens[$0].traits.hasAny(.planning | .exclusion) && !isDefinite(i, $0) } ?? false)
      && verb.flatMap { a.subject($0)?.entity } != wanted?.entity
    let isAnswer = !isOwn && (verb.map { prose.tokens[$0].traits.hasAny(.receive | .refuse | .choosing) } ?? false)
    // "offers from several, including Acme", "d'autres ont fait part de leur intérêt, dont Acme"
    if event.buyers.isEmpty, prose.tokens[i].has(.deal) || prose.tokens[i].info.stage > 0, let example = a.examples(end)
    {
      event.buyers = a.all(example).filter { $0 != event.object }
    }
    if isAnswer {
      // "Acme rejected Belcor's offer": Acme is wooed.
      let subject = verb.flatMap { isPassive($0, $0 + 1, a.sentence) ? nil : a.subject($0) }
      event.wooed = subject?.entity
      event.isChoice = verb.map { prose.tokens[$0].has(.choosing) } ?? false
      if event.wooed == event.buyers.first { event.buyers = [] }
    } else if event.buyers.isEmpty, prose.tokens[i].has(.deal) {
      // "made an offer", "raised its bid"
      let isMade = verb.map { !prose.tokens[$0].info.cue.isCue } ?? false && isNew(i)
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
      ["from", "among"].contains(where: { prose.tokens[end - 1].word == prose.word($0) })
    {
      return first
    }
    let found = a.complement(end, words: prose.marked.from) ?? a.complement(end, .by)
    guard let found, let governor = found.governor, governor >= end else { return found }
    return (end..<governor).contains { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) } ? nil : found
  }

  /// Who refuses to sell, or refuses an offer that no noun of its own tells of.
  func refuse(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "Acme spurns Belcor", "Acme dit non à Belcor".
    if let suitor = a.next(end, within: 1), !suitor.isPossessive,
      suitor.governor.map({ $0 < end || prose.tokens[$0].has(.to) }) ?? true,
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

  /// Who is called a bidder or seller: "a rival bidder, Acme", "l'acquéreur de Belcor", "the seller is Acme".
  func suitor(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let wanted =
      a.complement(end, .of) ?? a.complement(end, words: prose.marked.pro) ?? a.complement(end, .to) ?? a.possessor(i)
    if wanted?.isPossessive ?? false, wanted.flatMap({ $0.governor }) == nil {
      event.object = wanted?.entity
    } else {
      take(wanted, end, a, &event)
    }
    // "is seeking a buyer for Belcor", "picked Acme as buyer".
    if let verb = governingVerb(i, a.sentence) {
      if prose.tokens[verb].has(.choosing) { return }
      if prose.tokens[verb].has(.planning) || isFinding(verb), isNew(i) || !isDefinite(i, verb),
        prose.tokens[i].has(.sell) == false
      {
        event.sellers = a.all(a.subject(verb)).filter { $0 != event.object }
        return
      }
    }
    var found = a.all(a.apposed(i, end) ?? a.predicate(end))
    if found.isEmpty, prose.tokens[i].shape.contains(.plural),
      let colon = (end..<min(end + 12, a.sentence.tokens.upperBound)).first(where: { prose.tokens[$0].kind == .colon })
    {
      // "Two bidders have come forward for Norvane: Acme and Belcor"
      found = a.all(a.items.first { $0.tokens.lowerBound > colon && $0.tokens.lowerBound - colon <= 6 })
      event.object =
        event.object
        ?? a.items.first { $0.tokens.lowerBound >= end && $0.tokens.upperBound <= colon && $0.governor != nil }?.entity
    } else if let inverted = a.inverted(i, end) {
      found = a.all(inverted.found)
      event.object = event.object ?? inverted.wanted?.entity
    } else if let listed = a.examples(end) ?? a.listedAmong(i) {
      found = a.all(listed)
    }
    if found.isEmpty, isPredicate(i, a.sentence) { found = a.all(a.subject(i)) }
    if found.isEmpty, prose.tokens[i].has(.sell) == false, wanted != nil, governs(i, a) {
      // "has narrowed the list of buyers for Belcor": who sells it.
      if prose.tokens[end - 1].shape.contains(.plural) {
        event.sellers = a.all(a.subject(i)).filter { $0 != event.object }
        return
      }
      found = a.all(a.subject(i))
    }
    // A founder's brother who is called the seller sells himself.
    if let one = a.apposed(i, end) ?? a.predicate(end), found == [one.entity], one.named != one.entity,
      cast.entities[one.named].kind == .person
    {
      found = [one.named]
    }
    event.isByName = !found.isEmpty
    if prose.tokens[i].has(.sell) { event.sellers = found } else { event.buyers = found }
  }

  /// Whether the verb at token `i` is "find", "trouver": who finds a buyer sells.
  private func isFinding(_ i: Int) -> Bool {
    let stems = prose.language == .french ? ["trouv", "cherch"] : ["find", "found"]
    return stems.contains { prose.bytes(i).starts(with: $0.utf8) }
  }

  /// Whether the noun at token `i` is said of the subject: "remains the only bidder", "was named as a suitor".
  func isPredicate(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 5), by: -1) {
      let token = prose.tokens[j]
      // "is one of the bidders", "is among the bidders"
      if token.has(.of) && j > 0 && prose.tokens[j - 1].traits.hasAny(.one | .indefinite) || isAmong(j) { continue }
      if token.traits.hasAny(.be | .copula) || token.has(.subordinator) && !token.has(.if) && i - j <= 3 { return true }
      if token.isPunctuation || token.traits.hasAny(.preposition | .of) || prose.isFinite(j) { return false }
    }
    return false
  }

  func isAmong(_ i: Int) -> Bool {
    let word = prose.tokens[i].word
    return word >= 0 && (word == prose.word("among") || word == prose.word("parmi"))
  }
}
