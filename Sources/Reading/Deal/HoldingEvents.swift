import Stories

/// Who holds, merges, and stands beside a deal.
extension DealEvents {
  func merge(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let other = a.complement(end, in: .mergedWith) ?? a.complement(end, .of)
    let subjects = a.all(a.subject(i))
    // "its merger into companies controlled by Acme"
    if other == nil, let owner = a.complement(end, .by), let governor = owner.governor, let merged = a.subject(i),
      merged.entity != owner.entity,
      (end..<governor).contains(where: { prose.isIn(.mergedWith, $0) }),
      prose.tokens[governor - 1].has(.participle)
    {
      event.object = merged.entity
      event.buyers = a.all(owner)
      event.isByName = cast.entities[owner.entity].kind == .person
      return
    }
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
    // "Acme a refusé de fusionner avec Belcor": who wants it is Belcor.
    if prose.language == .french, i - 2 > a.sentence.tokens.lowerBound, prose.tokens[i - 2].has(.refuse),
      prose.tokens[i - 1].has(.of), let refuser = a.subject(i - 2), refuser.entity != other.entity
    {
      event.object = refuser.entity
      event.buyers = a.all(other)
      return
    }
    event.object = other.entity
    // "its merger with a unit of Acme": Acme buys.
    if let governor = other.governor, prose.tokens[governor].has(.of), governor > end,
      prose.tokens[governor - 1].has(.part), let merged = a.subject(i), merged.entity != other.entity
    {
      event.object = merged.entity
      event.buyers = a.all(other)
      return
    }
    // "a merger of Acme into Belcor": Belcor stays.
    if let governor = other.governor, prose.isIn(.into, governor) {
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

  func stake(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "sounded out Acme about its holding"
    if let (asker, asked) = approach(i, a) {
      event.buyers = a.together(asker)
      event.sellers = a.all(asked)
      return
    }
    let held = a.complement(end, in: .stakeIn)
    let of = a.complement(end, .of)
    // "has received interest in Belcor from Acme": no holding.
    if prose.language == .english, let held, let from = a.complement(end, in: .from),
      held.tokens.upperBound <= from.tokens.lowerBound, let verb = governingVerb(i, a.sentence),
      prose.tokens[verb].traits.hasAny(.receive | .luring)
    {
      event.object = held.entity
      event.buyers = a.all(from).filter { $0 != held.entity }
      event.wooed = a.subject(verb).flatMap { $0.entity == held.entity ? nil : $0.entity }
      return
    }
    // "Acme will keep a 10 percent stake": it sells the rest.
    if prose.language == .english, let verb = governingVerb(i, a.sentence), prose.isIn(.keeping, verb),
      (verb + 1..<i).contains(where: { prose.tokens[$0].has(.indefinite) }), let keeper = a.subject(verb),
      keeper.entity != held?.entity
    {
      event.object = held?.entity
      event.sellers = a.all(keeper).filter { cast.entities[$0].kind.isBusiness }
      event.weight *= 0.6
      return
    }
    // "la part d'Acme dans Belcor", "la participation d'Acme": in French who holds comes first.
    if prose.language == .french, let of, let governor = of.governor, governor <= end + 1, of.entity != held?.entity {
      event.object = held?.entity
      event.weight *= 0.5
      event.holders = a.all(of)
      return
    }
    let change = stakeChange(i, a)
    guard let held = held ?? of ?? (change == nil ? nil : a.modifier(i)) else {
      // "Acme, which has a 6 pct stake, had no comment"
      if change == nil, (max(a.sentence.tokens.lowerBound, i - 6)..<i).contains(where: { prose.tokens[$0].has(.have) }),
        (max(a.sentence.tokens.lowerBound, i - 4)..<i).contains(where: { prose.tokens[$0].kind == .number })
      {
        event.holders = a.all(a.subject(i))
      }
      return
    }
    event.object = held.entity
    // "raised its stake in Belcor", "cut its stake": a purchase, a sale.
    if let change, let holder = a.subject(change.verb), holder.entity != held.entity || holder.named != holder.entity {
      event.weight *= 0.9
      let holders = holder.entity == held.entity ? [holder.named] : a.together(holder)
      if change.isRise { event.buyers = holders } else { event.sellers = holders }
      return
    }
    event.weight *= 0.5
    event.holders = a.all(a.possessor(i) ?? a.subject(i))
  }

  /// The verb by which the stake at token `i` grows or shrinks, if one does.
  private func stakeChange(_ i: Int, _ a: Arguments) -> (verb: Int, isRise: Bool)? {
    for j in stride(from: i - 1, through: max(a.sentence.tokens.lowerBound, i - 6), by: -1) {
      let token = prose.tokens[j]
      if token.isPunctuation { return nil }
      // "raises its offer for Acme's stake": it raises something else.
      if token.has(.bid), token.has(.deal) { return nil }
      let isRise = prose.isIn(.raising, token)
      if isRise || prose.isIn(.cutting, token) {
        return isPassive(j, j + 1, a.sentence) ? nil : (j, isRise)
      }
    }
    return nil
  }

  /// "ByteDance, owner of TikTok", "TikTok's parent ByteDance", "Acme holds 9 pct of Belcor".
  func own(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    // "The deal gives Acme control of Belcor"
    if prose.language == .english, prose.isIn(.command, i), let taker = a.item(endingAt: i), taker.governor == nil,
      !taker.isPossessive, taker.tokens.lowerBound > a.sentence.tokens.lowerBound,
      prose.isIn(.giving, taker.tokens.lowerBound - 1), let taken = a.complement(end, .of)
    {
      event.object = taken.entity
      event.buyers = a.all(taker).filter { $0 != taken.entity }
      return
    }
    if isVerb {
      if isPassive(i, end, a.sentence) {
        // "Belcor, owned by Acme": who sells it, if it is sold.
        // "Le distributeur de jouets, détenu depuis 2018 par Acme": of what is spoken of, if not by name.
        if let owner = a.complement(end, .by), let governor = owner.governor, governor - end <= 3,
          i > a.sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma,
          !a.items.contains(where: { $0.tokens.upperBound <= i }),
          prose.tokens[a.sentence.tokens.lowerBound].has(.determiner),
          (a.sentence.tokens.lowerBound + 1..<i).contains(where: { prose.tokens[$0].has(.company) })
        {
          event.sellers = a.all(owner).filter { cast.entities[$0].kind != .person }
          event.weight *= 0.6
          event.isState = true
          return
        }
        guard let owner = a.complement(end, .by), let governor = owner.governor,
          governor - end <= (prose.language == .french ? 7 : 3)
        else { return }
        let beside = a.items.last {
          !$0.isPossessive && $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 8
            && (!prose.hasFinite($0.tokens.upperBound..<i) || prose.tokens[$0.tokens.upperBound].has(.be)
              || prose.tokens[$0.tokens.upperBound].kind == .comma)
        }
        // "Belcor makes implants and is owned by Acme"
        let isPredicate = (max(a.sentence.tokens.lowerBound, i - 2)..<i).contains { prose.tokens[$0].has(.be) }
        guard let owned = beside ?? (isPredicate ? a.subject(i) : nil), owned.entity != owner.entity else { return }
        event.object = owned.entity
        event.sellers = a.all(owner).filter { cast.entities[$0].kind != .person }
        event.weight *= 0.7
        event.isState = true
        return
      }
      // "Belcor, que détient Acme"
      if let inverted = a.invertedSubject(i, end) {
        event.object = inverted.antecedent.entity
        event.sellers = a.all(inverted.subject).filter { cast.entities[$0].kind != .person }
        event.weight *= 0.7
        event.isState = true
        return
      }
      // "who owns 52 percent through Acme"
      if let share = share(behind: end, a.sentence), (50.1...100).contains(share),
        let vehicle = a.items.first(where: { item in
          item.tokens.lowerBound >= end
            && (item.governor.map { prose.isIn(.through, $0) } ?? false)
        })
      {
        event.sellers = a.all(vehicle)
        event.weight *= 0.7
        event.isState = true
        return
      }
      guard let owned = a.object(end) else {
        // "Acme, qui le détient", "which owns 80 pct of it"
        let owner = a.subject(i).flatMap { cast.entities[$0.entity].kind.isBusiness ? $0 : nil }
        guard let owner, pointsBack(i, end, a.sentence), let share = share(behind: end, a.sentence) else { return }
        event.weight *= 0.7
        if share > 50 { event.sellers = [owner.entity] } else { event.holders = [owner.entity] }
        event.isState = true
        return
      }
      event.object = owned.entity
      // "Acme détient désormais 80 % de Belcor": since it bought them.
      if prose.language == .french, prose.tokens[i].has(.finite),
        let share = share(behind: end, a.sentence) ?? share(behind: end + 1, a.sentence),
        (50.1...100).contains(share),
        (i..<min(end + 2, a.sentence.tokens.upperBound)).contains(where: { prose.isIn(.now, $0) })
      {
        event.buyers = a.all(a.subject(i)).filter { cast.entities[$0].kind.isBusiness && $0 != owned.entity }
        event.weight *= 0.7
        return
      }
      // "Acme owns 80 pct of Belcor"
      if prose.tokens[i].has(.finite), let share = share(behind: end, a.sentence), (50.1...99.9).contains(share),
        owned.governor.map({ $0 > end }) ?? false
      {
        event.holders = a.all(a.subject(i)).filter { cast.entities[$0].kind == .person }
        event.sellers = a.all(a.subject(i)).filter { cast.entities[$0].kind.isBusiness && $0 != owned.entity }
        event.weight *= 0.7
        event.isState = true
        return
      }
      // "Acme owns Belcor", not "owns 9 pct of Belcor"
      if prose.tokens[i].has(.finite), !takesShare(end, a.sentence),
        !(end..<owned.tokens.lowerBound).contains(where: { prose.tokens[$0].kind == .number }),
        owned.governor.map({ $0 < end }) ?? true, !owned.isPossessive
      {
        let isVague = a.isVague(owned.entity, from: end)
        event.sellers = a.all(a.subject(i)).filter {
          cast.entities[$0].kind != .person && ($0 != owned.entity || isVague)
        }
        event.weight *= 0.7
        event.isState = true
        return
      }
      event.weight *= 0.5
      event.holders = a.all(a.subject(i))
      return
    }
    var owned = a.complement(end, .of) ?? a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    // "rachète le site à son propriétaire, Acme": the site's, not the subject's.
    if i - 2 >= a.sentence.tokens.lowerBound, prose.tokens[i - 1].has(.possessive),
      prose.tokens[i - 2].has(.to) || prose.isIn(.boughtFrom, i - 2)
    {
      owned = nil
    }
    // "Acme, the owner of the brewer": of somebody else, if not known of whom.
    if let item = owned, a.apposed(i, end)?.entity == item.entity, a.isVague(item.entity, from: end) { owned = nil }
    // "la maison mère de Belcor, Acme"
    let behind = owned.flatMap { owned in
      a.items.first {
        $0.tokens.lowerBound == owned.tokens.upperBound + 1 && prose.tokens[owned.tokens.upperBound].kind == .comma
      }
    }
    // "Acme est devenu propriétaire de Belcor"
    let isIncoming = (max(a.sentence.tokens.lowerBound, i - 2)..<i).contains { prose.tokens[$0].has(.incoming) }
    let becoming = isBecoming(i, a.sentence) || isIncoming && isPredicate(i, a.sentence) ? a.subject(i) : nil
    // "Propriétaire de Belcor depuis 2012, Ann Roe a mis fin", "Owner of Belcor since 2012, Ann Roe has"
    let opened = owned?.governor.map { $0 > i } ?? false ? a.opened(by: i) : nil
    // "Belcor has a new owner: Acme"
    if isIncoming, end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .colon,
      let owner = a.items.first(where: { $0.tokens.lowerBound == end + 1 }), let owned = a.subject(i),
      owned.entity != owner.entity
    {
      event.object = owned.entity
      event.buyers = a.all(owner)
      return
    }
    guard let owner = opened ?? a.apposed(i, end) ?? a.predicate(end) ?? behind ?? becoming,
      owner.entity != owned?.entity
    else {
      // "Acme wants out. The owner has": the one that the sentence before named.
      guard prose.openingNoun(of: a.sentence.tokens) == i, let owner = a.topics.single, owner.entity != owned?.entity,
        cast.entities[owner.entity].kind.isBusiness
      else { return }
      event.object = owned?.entity
      event.sellers = [owner.entity]
      event.weight *= 0.6
      event.isState = true
      return
    }
    // "Acme, owner of a mill"
    if owned == nil, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.of),
      prose.tokens[end + 1].has(.indefinite)
    {
      return
    }
    // "Acme, already owner of the brands": of others.
    if owned == nil, i > a.sentence.tokens.lowerBound, prose.isIn(.already, i - 1) { return }
    event.object = owned?.entity
    event.weight *= 0.7
    // "Belcor's new owner, Acme"
    if becoming?.entity == owner.entity
      || (max(a.sentence.tokens.lowerBound, i - 2)..<i).contains(where: { prose.tokens[$0].has(.incoming) })
    {
      event.buyers = a.all(owner)
      return
    }
    // "Sa propriétaire, Ann Roe": she herself, if she leads it too.
    if prose.language == .french, owner.named != owner.entity, cast.entities[owner.named].kind == .person {
      event.sellers = [owner.named]
      event.isByName = true
      return
    }
    event.sellers = a.all(owner)
    event.isByName = cast.entities[owner.entity].kind == .person
  }

  /// "Belcor belongs to Acme", "Belcor fait partie du groupe Acme"; now, if it is sold to it.
  func belong(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let owner = a.items.first { item in
      guard item.tokens.lowerBound >= end, item.tokens.lowerBound - end <= 7, let governor = item.governor else {
        return false
      }
      return governor >= end - 1 && prose.tokens[governor].traits.hasAny(.to | .of | .contracted)
    }
    guard let owner, !prose.hasFinite(end..<owner.tokens.lowerBound) else { return }
    // "La cible appartient à Acme": what the text is about.
    if let noun = prose.openingNoun(of: a.sentence.tokens), prose.tokens[noun].traits.hasAny(.target | .company),
      !a.items.contains(where: { $0.tokens.upperBound <= i })
    {
      event.sellers = a.all(owner).filter { cast.entities[$0].kind != .person }
      event.weight *= 0.6
      event.isState = true
      return
    }
    guard let part = a.subject(i), part.entity != owner.entity else { return }
    event.object = part.entity
    event.weight *= 0.7
    let isNew = (i..<owner.tokens.lowerBound).contains { prose.isIn(.now, $0) } || a.isSinceOfLate(owner)
    if isNew {
      event.buyers = a.all(owner)
    } else {
      event.sellers = a.all(owner).filter { cast.entities[$0].kind != .person }
      event.isState = true
    }
  }

  /// Who keeps a part of what is sold, or all of it: "will retain 30 percent", "has decided to keep Belcor".
  func keep(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) -> Bool {
    guard let keeper = a.subject(i), cast.entities[keeper.entity].kind.isBusiness else { return false }
    if end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].kind == .number, takesShare(end, a.sentence) {
      event.object = a.complement(end, in: .stakeIn)?.entity ?? a.complement(end, .of)?.entity
    } else if let kept = a.next(end, within: 2), kept.governor.map({ $0 < i }) ?? true, !kept.isPossessive,
      cast.entities[kept.entity].kind.isBusiness, kept.entity != keeper.entity
    {
      event.object = kept.entity
    } else {
      return false
    }
    event.sellers = a.all(keeper).filter { $0 != event.object }
    event.weight *= 0.6
    return true
  }

  /// "Acme, a shareholder"; "Acme, son actionnaire à 100 %" owns it.
  func hold(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let holder = a.apposed(i, end) else { return }
    event.holders = a.all(holder)
    // "Belcor's largest shareholder, Acme", "Acme, the largest shareholder in Belcor"
    if prose.language == .english,
      let held = a.possessor(i) ?? a.complement(end, .of) ?? a.complement(end, in: .stakeIn),
      held.entity != holder.entity
    {
      event.object = held.entity
      event.isState = true
    }
    guard prose.language == .french, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.to),
      prose.tokens[end + 1].kind == .number, let share = share(behind: end, a.sentence), share > 50.1
    else { return }
    event.sellers = event.holders.filter { cast.entities[$0].kind.isBusiness }
    event.holders = []
    event.weight *= 0.7
    event.isState = true
  }

  /// Whether the noun at token `i` says what the subject becomes.
  private func isBecoming(_ i: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, i - 4)..<i).contains {
      prose.tokens[$0].has(.copula) && prose.isIn(.becoming, $0)
    }
  }

  /// Whether a pronoun stands for what the verb from token `i` to `end` acts on: "qui le détient", "which owns it".
  private func pointsBack(_ i: Int, _ end: Int, _ sentence: Sentence) -> Bool {
    if prose.language == .french {
      return i > sentence.tokens.lowerBound && prose.isIn(.pointingBack, i - 1)
    }
    return (end..<min(end + 6, sentence.tokens.upperBound)).contains {
      prose.tokens[$0].has(.it) && prose.tokens[$0].traits.isDisjoint(with: .possessive | .determiner)
    }
  }

  /// The percentage right behind the verb that ends before token `end`; 100 if no number stands there.
  private func share(behind end: Int, _ sentence: Sentence) -> Double? {
    for j in end..<max(end, min(end + 4, sentence.tokens.upperBound)) {
      let token = prose.tokens[j]
      if token.isPunctuation { break }
      guard token.kind == .number else { continue }
      guard j + 1 < sentence.tokens.upperBound,
        prose.isIn(.percent, j + 1) || prose.text[Int(prose.tokens[j + 1].start)] == UInt8(ascii: "%")
      else { return nil }
      var amount = 0.0
      for byte in prose.bytes(j) {
        guard byte &- 0x30 < 10 else { break }
        amount = 10 * amount + Double(byte - 0x30)
      }
      return amount + 0.5
    }
    return 100
  }

  /// "Belcor, a unit of Acme", "Belcor, filiale d'Acme": who sells it, if it is sold.
  func part(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "The unit, Belcor, may fetch": the part that was told of without its name.
    if prose.language == .english, i == a.sentence.tokens.lowerBound + 1, prose.tokens[i - 1].has(.determiner),
      let named = a.items.first, named.tokens.lowerBound == end + 1, prose.tokens[end].kind == .comma,
      sellsUnnamed
    {
      event.object = named.entity
      return
    }
    guard let owner = a.complement(end, .of), let governor = owner.governor,
      // "filiale à 100 % d'Acme"
      governor - end <= 2
        || governor - end <= 5 && !prose.hasFinite(end..<governor)
          && (end..<governor).contains(where: { prose.tokens[$0].kind == .number }),
      let part = a.items.last(where: { $0.tokens.upperBound < i && i - $0.tokens.upperBound <= 4 }),
      prose.tokens[part.tokens.upperBound].kind == .comma, part.entity != owner.entity,
      !(part.tokens.upperBound + 1..<max(i, part.tokens.upperBound + 1)).contains(where: {
        prose.tokens[$0].isPunctuation || prose.isFinite($0)
      })
    else { return }
    // "Belcor, l'enseigne de meubles de Roc": where it is.
    if prose.language == .french, governor > end, cast.entities[owner.entity].kind == .unknown,
      cast.entities[owner.entity].count == 1, owner.tokens.count == 1,
      !(end..<governor).contains(where: { prose.tokens[$0].kind == .number })
    {
      return
    }
    event.object = part.entity
    event.sellers = [owner.entity]
    event.isState = true
  }

  func partner(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    // "Acme and Belcor team up for Norvane"
    if isVerb, let wanted = a.complement(end, in: .for), cast.entities[wanted.entity].kind.isBusiness,
      wanted.governor.map({ $0 == end }) ?? false
    {
      event.object = wanted.entity
      event.buyers = a.together(a.subject(i)).filter { $0 != wanted.entity }
      return
    }
    guard !prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return }
    event.partners = a.all(a.subject(i) ?? a.apposed(i, end))
  }

  func advise(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isPassive(i, end, a.sentence) {
      event.advisers = a.all(prose.tokens[i].has(.hire) ? a.subject(i) : a.complement(end, .by))
    } else {
      event.advisers = a.all(prose.tokens[i].has(.hire) ? a.object(end) : a.subject(i))
    }
  }
}
