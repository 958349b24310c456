import Stories

/// Who holds, merges, and stands beside a deal.
extension DealEvents {
  func merge(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let other = a.complement(end, words: prose.marked.into) ?? a.complement(end, .of)
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

  func stake(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let held = a.complement(end, words: prose.marked.within)
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
  func own(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
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
      // "Acme owns Belcor", not "owns 9 pct of Belcor"
      if prose.tokens[i].has(.finite), !takesShare(end, a.sentence),
        !(end..<owned.tokens.lowerBound).contains(where: { prose.tokens[$0].kind == .number }),
        owned.governor.map({ $0 < end }) ?? true, !owned.isPossessive
      {
        event.sellers = a.all(a.subject(i)).filter { cast.entities[$0].kind != .person && $0 != owned.entity }
        event.weight *= 0.7
        event.isState = true
        return
      }
      event.weight *= 0.5
      event.holders = a.all(a.subject(i))
      return
    }
    let owned = a.complement(end, .of) ?? a.possessor(i) ?? (isOwnedBySubject(i) ? a.subject(i) : nil)
    guard let owner = a.apposed(i, end), owner.entity != owned?.entity else { return }
    // "Acme, owner of a mill"
    if owned == nil, end + 1 < a.sentence.tokens.upperBound, prose.tokens[end].has(.of),
      prose.tokens[end + 1].has(.indefinite)
    {
      return
    }
    event.object = owned?.entity
    event.weight *= 0.7
    // "Belcor's new owner, Acme"
    if (max(a.sentence.tokens.lowerBound, i - 2)..<i).contains(where: { prose.tokens[$0].has(.incoming) }) {
      event.buyers = a.all(owner)
      return
    }
    event.sellers = a.all(owner)
    event.isByName = cast.entities[owner.entity].kind == .person
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
    event.object = part.entity
    event.sellers = [owner.entity]
    event.isState = true
  }

  func partner(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
    guard !prose.tokens[i].traits.hasAny(.finite | .infinitive) else { return }
    event.partners = a.all(a.subject(i) ?? a.apposed(i, end))
  }

  func advise(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    if isPassive(i, end, a.sentence) {
      event.advisers = a.all(a.complement(end, .by))
    } else {
      event.advisers = a.all(prose.tokens[i].has(.hire) ? a.object(end) : a.subject(i))
    }
  }
}
