import Stories

/// Who buys, and from whom, by the verbs and nouns of buying.
extension DealEvents {
  func buyVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // « tourne autour de 20 millions »
    if end - i > 1, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.of),
      prose.tokens[end + 1].kind == .number, !a.isShare(from: end + 1)
    {
      return
    }
    if isPassive(i, end, a.sentence) {
      event.object = (a.opened(by: i) ?? a.qualified(by: i) ?? a.subject(i))?.entity
      let agent = a.complement(end, .by)
      event.buyers = prose.language == .french ? a.together(agent ?? a.examples(end)) : a.all(agent ?? a.examples(end))
      // "is being bought by its management with the support of Acme"
      if event.buyers.isEmpty, let backer = backer(end, a) { event.buyers = a.all(backer) }
      // "taken private by its chairman, Ann Roe"
      if let agent, agent.entity == event.object, cast.entities[agent.named].kind == .person {
        event.buyers = [agent.named]
        event.isByName = true
      }
      // "Acme, approached by the bank, declined": Acme might buy.
      if event.buyers.isEmpty, prose.tokens[i].info.stage == 1, isByGoBetween(end, a.sentence),
        let object = event.object
      {
        event.buyers = [object]
        event.object = nil
        event.weight *= 0.6
        return
      }
      // "Belcor, la brasserie rachetée en mai à Acme"
      if prose.language == .french, let seller = a.complement(end, .to), cast.entities[seller.entity].kind.isBusiness {
        event.sellers = a.all(seller).filter { $0 != event.object && !event.buyers.contains($0) }
      }
    } else if isOwnStock(end, a.sentence) {
      // "to buy back its shares": nobody bids.
      event.object = a.subject(i)?.entity
      event.weight *= 0.5
      return
    } else if isAnybodys(i, a.sentence) {
      // "if anyone acquires 20 percent"
      return
    } else if end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .colon {
      // "Two men are fighting over it: Ann Roe and Marc Holm"
      event.buyers = a.offerers(behind: end)
      event.isByName = true
      return
    } else if let managed = managed(before: i, a) {
      // "Belcor's management, backed by Acme, is buying the company from Holm"
      event.object = managed.company.entity
      event.buyers = a.all(managed.backer)
    } else {
      event.buyers = a.together(a.subject(i))
      // "to buy the stake from Acme": of what the stake is, the text has told.
      let giver = giverOfStake(end, a)
      let object = giver == nil ? a.object(end) ?? a.relativeObject(i) : nil
      // "is to buy out Acme, its partner in Belcor"
      if let object, let shared = sharedWith(object, a) {
        event.object = shared.entity
        event.sellers = a.all(object)
        return
      }
      // "its chairman, Ann Roe, would take the company private": the person bids.
      if let person = a.subject(i), cast.entities[person.named].kind == .person, person.named != person.entity,
        object?.entity == person.entity
      {
        event.buyers = [person.named]
        event.object = person.entity
        event.isByName = true
        return
      }
      // "reprendrait 96 des 120 emplois": with the company.
      let isRescue = (end..<min(end + 6, a.sentence.tokens.upperBound)).contains { prose.isIn(.workers, $0) }
      if object == nil {
        // "prend le contrôle de l'atelier"
        let isOfSomething =
          prose.language == .french && prose.tokens[i].phraseLength > 2 && end + 1 < a.sentence.tokens.upperBound
          && (end..<end + 2).contains { prose.tokens[$0].has(.of) }
        event.weight *=
          isRescue || giver != nil
          ? 0.7 : isOfSomething || isPointed(i, end, a.sentence) || takesShare(end, a.sentence) ? 0.6 : 0.5
      }
      // "to discuss all proposals to acquire the company": of others.
      if let object, event.buyers.contains(object.entity), i > a.sentence.tokens.lowerBound + 1, isOffer(i - 2) {
        event.buyers = []
      }
      if let object,
        a.hasPart(object, from: end) || a.ownsPart(object)
          || object.isPossessive && a.ware(object, from: end).owner?.entity == object.entity,
        cast.entities[object.entity].kind != .product
      {
        event.sellers = a.all(object)
        event.object = a.ware(object, from: end).object?.entity
      } else if let object, !event.buyers.contains(object.entity) {
        event.object = object.entity
        event.others = a.all(object).filter { $0 != object.entity }
        // "takes over Acme's unit Belcor": Acme sells; "buys Acme's shares": Acme is bought.
        if let owner = a.possessor(ofObject: end), owner.entity != object.entity { event.sellers = [owner.entity] }
      }
    }
    // "en rachetant le bloc détenu par Acme"
    if prose.language == .french, event.sellers.isEmpty, !event.buyers.isEmpty, let holder = a.holder(ofBlock: end) {
      if event.object == holder.entity { event.object = nil }
      event.sellers = a.all(holder).filter { !event.buyers.contains($0) }
    }
    // "talks with Acme on forming a venture to buy Belcor": Acme would buy too.
    if let ally = a.counterpart(i), (ally.tokens.upperBound..<i).contains(where: { prose.isPartnership($0) }) {
      event.buyers += a.all(ally).filter { !event.buyers.contains($0) }
      return
    }
    // "a approché la famille Roe": who owns it.
    if prose.language == .french, let object = event.object, cast.entities[object].isBody,
      prose.tokens[i].info.stage == 1
    {
      event.wooed = object
      event.object = nil
    }
    // "buys Belcor from its founder, Ann Roe"
    if let giver = a.complement(end, in: .boughtFrom), giver.entity == event.object, giver.named != giver.entity {
      event.sellers.append(giver.named)
      event.isByName = true
      return
    }
    let source = a.complement(end, in: .boughtFrom)
    // "a acquis 52 % du capital auprès d'Acme"
    if source != nil, event.object == nil, !event.buyers.isEmpty { event.weight *= 1.4 }
    event.sellers += a.all(source ?? a.robbed(i) ?? giver(end, a) ?? a.counterpart(i))
  }

  /// From whom the stake right behind the verb that ends before token `end` is bought: "to buy the stake from Acme".
  private func giverOfStake(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    guard prose.language == .english,
      let stake = (end..<max(end, min(end + 5, a.sentence.tokens.upperBound - 1))).first(where: {
        prose.tokens[$0].has(.stake) && prose.tokens[$0].has(.deal)
      }),
      prose.isIn(.boughtFrom, stake + 1)
    else { return nil }
    return a.items.first { $0.governor == stake + 1 }
  }

  /// Whether the verb from token `i` to `end` takes what is known, if not by name: "to buy it", "buy the business", "la reprendre".
  private func isPointed(_ i: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    if prose.language == .french, i > sentence.tokens.lowerBound,
      prose.tokens[i - 1].has(.determiner) || prose.tokens[i - 1].has(.he)
        // "vous courtise", but not "vous achetez"
        || prose.tokens[i - 1].traits.hasAny(.we | .one) && i - 2 > sentence.tokens.lowerBound
          && prose.tokens[i - 2].isCapital
    {
      return true
    }
    guard end + 1 < sentence.tokens.upperBound else { return false }
    if prose.language == .english, prose.tokens[end].has(.it), !prose.tokens[end].has(.possessive) { return true }
    return prose.tokens[end].has(.determiner) && prose.tokens[end].traits.isDisjoint(with: .indefinite | .possessive)
      && prose.tokens[end + 1].traits.hasAny(.company | .part)
  }

  /// Whether what is bought behind the verb that ends before token `end` is the buyer's own stock: "its own shares", "ses propres
  /// titres", "back 5 pct of its stock".
  private func isOwnStock(_ end: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound else { return false }
    if prose.isIn(.back, end) { return true }
    guard end + 1 < sentence.tokens.upperBound, prose.tokens[end].has(.possessive) else { return false }
    return prose.isIn(.ownStock, end + 1)
  }

  /// Whether who acts behind token `end` looks for buyers: "by the bank", "par les vendeurs".
  private func isByGoBetween(_ end: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound, prose.tokens[end].has(.by) else { return false }
    return (end + 1..<min(end + 5, sentence.tokens.upperBound)).contains { prose.isIn(.goBetween, $0) }
  }

  /// Whether the verb at token `i` is said of whoever may do so: "if anyone acquires", "after a party were to acquire".
  private func isAnybodys(_ i: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, i - 4)..<i).contains { prose.isIn(.anybody, $0) }
      && !(max(sentence.tokens.lowerBound, i - 4)..<i).contains { prose.tokens[$0].isPunctuation }
  }

  /// "achète Belcor à Acme".
  func giver(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    prose.language == .french ? a.object(end).map { a.seller(behind: $0) } ?? a.sellerOfOwn(end) : nil
  }

  /// "takes Acme private", "snapped Belcor up": the verb stands before what is bought.
  func takePrivate(_ i: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "takes our company private"
    if i - 3 > a.sentence.tokens.lowerBound, prose.tokens[i - 1].has(.company), prose.tokens[i - 2].has(.possessive),
      prose.tokens[i - 3].has(.taking)
    {
      event.buyers = a.together(a.subject(i - 3))
      return
    }
    guard let object = a.items.last(where: { $0.tokens.upperBound <= i }), i - object.tokens.upperBound <= 1,
      let verb = (max(a.sentence.tokens.lowerBound, object.tokens.lowerBound - 4)..<object.tokens.lowerBound).last(
        where: {
          prose.tokens[$0].has(.taking)
        })
    else { return }
    event.object = object.entity
    let subject = a.subject(verb)
    // "its chairman has offered to take the company private"
    if let subject, subject.entity == object.entity, cast.entities[subject.named].kind == .person,
      subject.named != subject.entity
    {
      event.buyers = [subject.named]
      event.isByName = true
    } else {
      event.buyers = a.together(subject)
    }
  }

  func buyNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "a takeover proposal": the second noun tells.
    if prose.language == .english, end < a.sentence.tokens.upperBound, prose.tokens[end].has(.bid) { return }
    let object = a.complement(end, .of)
    let owner = a.possessor(i)
    if let object {
      let ware = a.ware(object, from: end)
      event.object = ware.object?.entity
      if let seller = ware.owner { event.sellers = [seller.entity] }
    }
    let isOwners = object != nil && owner.map { $0.entity != object?.entity } ?? false
    event.buyers = a.all(isOwners ? owner : a.complement(end, .by) ?? (object == nil ? nil : owner))
    if object == nil {
      if end < a.sentence.tokens.upperBound, prose.tokens[end].has(.of) {
        // "CityBank's purchase of 50 branches": another deal, or a part of it.
        event.weight *= 0.5
        event.buyers = a.all(owner)
      } else if event.buyers.isEmpty, owner == nil, let taken = a.acquisition(byPronoun: i, end) {
        // "Belcor change de mains : Acme a bouclé son acquisition"
        event.buyers = a.together(taken.buyer)
        event.object = taken.object?.entity
      } else if event.buyers.isEmpty {
        event.buyers = a.all(owner)
        event.object = a.modifier(i)?.entity
      } else {
        // "Acme's takeover by Belcor", "agreed to a takeover by Belcor"
        event.object = (owner ?? a.modifier(i) ?? a.subject(i))?.entity
      }
    } else if event.buyers.isEmpty, let (asker, asked) = approach(i, a), asked.entity != event.object {
      // "sounded out Acme about a purchase of Belcor"
      event.buyers = a.together(asker)
      event.sellers = a.all(asked)
      return
    } else if event.buyers.isEmpty, isOwnedBySubject(i) || governs(i, a), !isChosen(i, a), !a.isOffered(i) {
      event.buyers = a.together(a.subject(i))
    }
    event.sellers += a.all(a.complement(end, in: .boughtFrom) ?? a.counterpart(i) ?? signatory(end, a))
  }

  /// Who asks whom about the purchase or stake that the noun at token `i` tells of: "has sounded out Acme about".
  func approach(_ i: Int, _ a: Arguments) -> (asker: Arguments.Item, asked: Arguments.Item)? {
    let low = max(a.sentence.tokens.lowerBound, i - 22)
    guard let verb = (low..<i).last(where: { prose.isIn(.approaching, $0) && !prose.tokens[$0].insidePhrase }),
      !isPassive(verb, verb + 1, a.sentence),
      let asked = a.items.first(where: { $0.tokens.lowerBound > verb && $0.tokens.upperBound <= i && !$0.isPossessive }
      ),
      let preposition = (asked.tokens.upperBound..<i).first(where: { prose.isIn(.talksAbout, $0) }),
      !(verb + 1..<preposition).contains(where: { prose.isFinite($0) && !prose.tokens[$0].has(.holder) }),
      let asker = a.subject(verb)
    else { return nil }
    if asker.entity != asked.entity { return (asker, asked) }
    // "Acme has sounded out the group": whom the sentence before was about.
    guard a.isVague(asked.entity, from: asked.tokens.lowerBound), let topic = a.topics.business,
      topic.entity != asker.entity
    else { return nil }
    return (asker, topic)
  }

  /// With whom the purchase that is told of before token `end` was agreed: "the acquisition, signed with Acme".
  func signatory(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    for item in a.items where item.tokens.lowerBound >= end {
      guard let governor = item.governor, governor > end, prose.isIn(.with, governor) else { continue }
      let isAgreed = (max(end, governor - 6)..<governor).contains {
        prose.tokens[$0].has(.participle) && prose.tokens[$0].info.stage > 0
      }
      if isAgreed { return item }
    }
    return nil
  }

  /// Whether the noun at token `i` says what somebody is chosen for: "a retenu Acme pour la reprise de Belcor".
  func isChosen(_ i: Int, _ a: Arguments) -> Bool {
    governingVerb(i, a.sentence).map { prose.tokens[$0].has(.choosing) } ?? false
  }

  /// In what `partner` is called a partner: "Acme, its partner in Belcor".
  private func sharedWith(_ partner: Arguments.Item, _ a: Arguments) -> Arguments.Item? {
    let comma = partner.tokens.upperBound
    guard prose.language == .english, comma + 3 < a.sentence.tokens.upperBound, prose.tokens[comma].kind == .comma,
      prose.tokens[comma + 1].has(.possessive),
      let noun = (comma + 2..<min(comma + 6, a.sentence.tokens.upperBound)).first(where: {
        prose.tokens[$0].has(.partner)
      })
    else { return nil }
    return a.items.first { item in item.governor.map { $0 == noun + 1 && prose.isIn(.stakeIn, $0) } ?? false }
  }

  /// Who backs the managers that buy behind token `end`: "by its management with the support of Acme".
  private func backer(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    guard prose.language == .english,
      let managers = (end..<max(end, min(end + 5, a.sentence.tokens.upperBound))).first(where: {
        prose.isIn(.managers, $0)
      }),
      let ally = (managers..<min(managers + 8, a.sentence.tokens.upperBound)).first(where: {
        prose.tokens[$0].has(.ally)
      })
    else { return nil }
    let next = ally + Int(prose.tokens[ally].phraseLength)
    return a.items.first { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 5 }
  }

  /// The company whose managers act by the verb at token `i`, and who backs them: "Belcor's management, backed by Acme".
  private func managed(before i: Int, _ a: Arguments) -> (company: Arguments.Item, backer: Arguments.Item?)? {
    guard prose.language == .english,
      let company = a.items.last(where: {
        $0.isPossessive && $0.tokens.upperBound < i && $0.tokens.upperBound + 2 < a.sentence.tokens.upperBound
          && (prose.isIn(.managers, $0.tokens.upperBound + 1) || prose.isIn(.managers, $0.tokens.upperBound + 2))
      }), cast.entities[company.entity].kind.isBusiness,
      !a.items.contains(where: {
        $0.tokens.lowerBound > company.tokens.upperBound && $0.tokens.upperBound <= i && $0.governor == nil
      })
    else { return nil }
    return (company, backer(company.tokens.upperBound, a))
  }
}
