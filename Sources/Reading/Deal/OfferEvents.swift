import Stories

/// What is for sale, who talks, agrees and refuses.
extension DealEvents {
  /// "Belcor is up for sale", "Acme has put Belcor on the block", "Belcor passe aux mains d'Acme".
  func forSale(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    // "Belcor quitte Norvane pour Acme"
    if isVerb, prose.isIn(.leaving, i) {
      guard let left = a.object(end), left.governor == nil, let taken = a.complement(end, in: .for),
        cast.entities[left.entity].kind.isBusiness, cast.entities[taken.entity].kind.isBusiness,
        let part = a.subject(i), part.entity != left.entity, part.entity != taken.entity
      else { return }
      event.object = part.entity
      event.sellers = a.all(left)
      event.buyers = a.all(taken)
      return
    }
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
      // "met en vente 49 % dans la société Acme"
      if put == nil, prose.language == .french, let held = a.complement(end, in: .stakeIn) {
        event.object = held.entity
        event.sellers.removeAll { $0 == held.entity }
      }
    } else {
      let verb = isVerb ? i : before ?? i
      // "Acme's pump division is for sale"
      let part = (max(a.sentence.tokens.lowerBound, verb - 6)..<verb).last { prose.tokens[$0].has(.part) }
      if !isVerb, let part, let owner = a.possessor(part) {
        event.object = a.apposed(toPartFrom: part)?.entity
        event.sellers = [owner.entity]
        return
      }
      event.object = (a.opened(by: verb) ?? a.subject(i))?.entity
      event.sellers = a.all(a.complement(end, .by))
      event.isJoining = isVerb && prose.language == .french
      // "passe sous le contrôle d'Acme"
      let next = a.next(end).flatMap { a.isOwnPart($0, from: end) ? nil : $0 }
      let team = isVerb && prose.language == .french && next == nil ? a.member(end..<a.sentence.tokens.upperBound) : nil
      if let team {
        // "passe aux mains d'un attelage mené par Acme"
        event.sellers = []
        event.isByName = cast.entities[team.named].kind == .person
        event.buyers = event.isByName ? a.persons(of: team) : a.together(team)
      } else if let buyer = next, !buyer.isPossessive, isVerb || buyer.governor == end || buyer.governor == end - 1,
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

  /// "Acme is in talks with Belcor": either may be what is bought; "in talks over Belcor".
  func talk(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let subject = a.subject(i)
    let wanted = a.complement(end, in: .talksAbout)
    if let wanted, cast.entities[wanted.entity].kind.isBusiness || cast.entities[wanted.entity].kind == .product,
      subject?.entity != wanted.entity
    {
      take(wanted, end, a, &event)
      event.weight *= 0.6
    }
    // "en négociations avec Acme pour la cession de Belcor": who talks sells.
    if let subject, let partner = a.complement(end, in: .with),
      let sale = (partner.tokens.upperBound..<min(partner.tokens.upperBound + 8, a.sentence.tokens.upperBound)).first(
        where: { prose.tokens[$0].has(.sell) && prose.tokens[$0].has(.deal) }),
      !prose.hasFinite(partner.tokens.upperBound..<sale),
      let sold = a.complement(sale + Int(prose.tokens[sale].phraseLength), .of), sold.entity != subject.entity,
      sold.entity != partner.entity
    {
      take(sold, sale + 1, a, &event)
      if event.sellers.isEmpty { event.sellers = a.all(subject) }
      event.buyers = a.all(partner)
      return
    }
    // "in talks with Acme over its tower arm", "with several parties on the future of its division, Belcor"
    if wanted == nil || wanted?.isPossessive ?? false, let part = ownPart(end, a), let subject,
      a.all(subject).count == 1
    {
      let partner = a.complement(end, in: .with)
      event.object = a.apposed(toPartFrom: part)?.entity
      event.sellers = a.all(subject).filter { $0 != event.object }
      event.buyers = a.all(partner).filter { $0 != event.object && !event.sellers.contains($0) }
      return
    }
    // "les négociations entre Acme et Belcor": both.
    if let both = a.items.first(where: { $0.tokens.lowerBound >= end }), let governor = both.governor,
      governor - end <= 2,
      governor >= end, prose.isIn(.between, governor), a.all(both).count == 2
    {
      event.talkers = a.all(both)
      return
    }
    let partner = a.complement(end, in: .with) ?? a.items.first(where: { $0.governor == end - 1 })
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
    // "Cession de Belcor : Norvane discute avec Acme"
    if event.object == nil, prose.language == .french, subject.tokens.lowerBound > a.sentence.tokens.lowerBound,
      let sale = (a.sentence.tokens.lowerBound..<subject.tokens.lowerBound).first(where: {
        prose.tokens[$0].has(.sell) && prose.tokens[$0].has(.deal)
      }),
      prose.tokens[subject.tokens.lowerBound - 1].kind == .colon
    {
      event.object = a.complement(sale + 1, .of)?.entity
      event.sellers = a.all(subject)
      event.buyers = a.all(other)
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
    // "in talks with Acme about a sale": of who talks.
    if event.object == nil, prose.language == .english,
      let purpose = behind.first(where: { prose.tokens[$0].has(.sell) && prose.tokens[$0].has(.deal) }),
      isNew(purpose), a.next(purpose + 1, within: 3) == nil, !prose.hasFinite(behind.lowerBound..<purpose)
    {
      event.object = subject.entity
      event.buyers = a.all(other)
      return
    }
    event.talkers = [subject.entity] + a.all(other)
    event.isVague = a.isVague(subject.entity, generic: true)
    // "talked to Acme, then to Belcor"
    for item in a.items where item.tokens.lowerBound > other.tokens.upperBound && item.list != other.list {
      guard let governor = item.governor, let first = other.governor, governor > other.tokens.upperBound,
        prose.tokens[governor].word == prose.tokens[first].word, !event.talkers.contains(item.entity),
        !prose.hasFinite(other.tokens.upperBound..<governor)
      else { break }
      event.talkers += a.all(item)
    }
  }

  /// The noun for a part of who talks that the talks before token `end` are about: "over its tower arm".
  private func ownPart(_ end: Int, _ a: Arguments) -> Int? {
    let limit = min(end + 22, a.sentence.tokens.upperBound)
    guard let about = (end..<max(end, limit)).first(where: { prose.isIn(.talksAbout, $0) }) else { return nil }
    for i in about + 1..<max(about + 1, min(about + 10, limit)) {
      if prose.tokens[i].isPunctuation || prose.isFinite(i) { return nil }
      guard prose.tokens[i].has(.possessive), !a.isPossessive(i) else { continue }
      return (i + 1..<max(i + 1, min(i + 6, limit))).first {
        prose.tokens[$0].has(.part) && !prose.tokens[$0].isCapital
      }
    }
    return nil
  }

  /// "Acme's deal for Belcor", "le dossier Belcor".
  func pact(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if let pair = a.owned(i) {
      event.buyers = [pair.owner.entity]
      event.object = pair.object.entity
      event.weight *= 0.7
      return
    }
    // "Acme seals Belcor deal"
    if prose.language == .english, end == a.sentence.tokens.upperBound, let wanted = a.modifier(i),
      wanted.tokens.upperBound == i, wanted.governor == nil, wanted.tokens.lowerBound > a.sentence.tokens.lowerBound,
      prose.isFinite(wanted.tokens.lowerBound - 1), let buyer = a.subject(wanted.tokens.lowerBound - 1),
      buyer.entity != wanted.entity, cast.entities[buyer.entity].kind.isBusiness
    {
      event.object = wanted.entity
      event.buyers = a.together(buyer)
      event.weight *= 0.7
      return
    }
    // "The deal, which values Belcor at 2 billion"
    if let valued = valued(behind: end, a) {
      event.object = valued.entity
      event.weight *= 0.7
      return
    }
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
    guard governor <= end + 1, prose.isIn(.dealOver, governor) else { return }
    take(wanted, end, a, &event)
    event.weight *= 0.7
    // "A takeover battle for Belcor has broken out between Acme and Norvane"
    if let fighter = a.items.first(where: { item in
      item.tokens.lowerBound > wanted.tokens.upperBound && item.governor.map { prose.isIn(.between, $0) } ?? false
    }), a.all(fighter).count > 1 {
      event.buyers = a.all(fighter)
      return
    }
    // "approached Acme about a deal for Belcor"
    if let (asker, asked) = approach(i, a), asked.entity != event.object {
      event.buyers = a.together(asker)
      event.sellers = a.all(asked)
      return
    }
    let isOwn = (governor..<wanted.tokens.lowerBound).contains { prose.tokens[$0].has(.possessive) }
    let buyer = a.possessor(i) ?? (isOwnedBySubject(i) || governs(i, a) ? a.subject(i) : nil)
    guard let buyer, buyer.entity != event.object else { return }
    if isOwn { event.sellers += a.all(buyer) } else { event.buyers = a.together(buyer) }
  }

  /// Who refuses to sell, or refuses an offer that no noun of its own tells of.
  func refuse(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "Acme spurns Belcor", "Acme dit non à Belcor".
    if let suitor = a.next(end, within: 1), !suitor.isPossessive,
      suitor.governor.map({ $0 < end || prose.tokens[$0].has(.to) }) ?? true,
      // "Acme denies buying Belcor"
      !(end..<max(end, suitor.tokens.lowerBound)).contains(where: {
        prose.tokens[$0].traits.hasAny(.infinitive | .gerund)
      }),
      cast.entities[suitor.entity].kind.isBusiness, let wooed = a.subject(i), wooed.entity != suitor.entity
    {
      event.wooed = wooed.entity
      event.buyers = a.all(suitor)
      return
    }
    // "The sisters turned down the chain Acme three times": whoever they are.
    if let suitor = a.next(end, within: 2), !suitor.isPossessive, suitor.governor.map({ $0 < end }) ?? true,
      prose.tokens[i].info.stage > 0, !isPassive(i, end, a.sentence),
      cast.entities[suitor.entity].kind == .company || cast.entities[suitor.entity].kind == .fund,
      a.subject(i) == nil
    {
      event.buyers = a.all(suitor)
      event.weight *= 0.8
      return
    }
    let range = end..<min(end + 6, a.sentence.tokens.upperBound)
    guard range.contains(where: { prose.tokens[$0].has(.sell) }), !isPassive(i, end, a.sentence) else { return }
    event.wooed = a.subject(i)?.entity
  }
}
