import Stories

/// Who is chosen among those who bid, who outbids whom, and who gives up.
extension DealEvents {
  /// "Acme picks Belcor as buyer", "a retenu Belcor pour la reprise": who is picked bids, and who picks sells.
  func choose(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let isPassive = isPassive(i, end, a.sentence)
    let reach = end..<min(end + 20, a.sentence.tokens.upperBound)
    guard
      let purpose = reach.first(where: {
        prose.tokens[$0].traits.hasAny(.suitor | .buy) && !prose.tokens[$0].insidePhrase
          || prose.tokens[$0].has(.bid) && prose.tokens[$0].phraseLength > 1
      })
    else {
      // "prefers Acme to Norvane for Belcor"
      if !isPassive, let picked = a.object(end), !picked.isPossessive, picked.governor == nil,
        cast.entities[picked.entity].kind.isBusiness, let wanted = a.complement(end, in: .for),
        cast.entities[wanted.entity].kind.isBusiness, wanted.entity != picked.entity
      {
        event.buyers = a.all(picked)
        take(wanted, end, a, &event)
        event.sellers += a.all(a.subject(i)).filter { $0 != event.object && cast.entities[$0].kind.isBusiness }
      } else if !isPassive, isCourt(before: i, a.sentence), let picked = a.object(end), picked.governor == nil,
        !picked.isPossessive
      {
        // "le tribunal a retenu Acme"
        event.buyers = a.all(picked)
        event.isByName = true
        event.weight *= 0.8
      } else if !isPassive,
        (a.sentence.tokens.lowerBound..<i).contains(where: { prose.tokens[$0].has(.bid) }),
        let picked = a.object(end), picked.governor == nil, !picked.isPossessive,
        cast.entities[picked.entity].kind.isBusiness, let chooser = a.subject(i), chooser.entity != picked.entity,
        cast.entities[chooser.entity].kind.isBusiness
      {
        // "Norvane had been interested in Belcor, but Holm chose Acme"
        event.buyers = a.all(picked)
        event.wooed = chooser.entity
        event.isChoice = true
      }
      return
    }
    let picked = isPassive ? a.subject(i) : a.object(end).flatMap { $0.tokens.lowerBound < purpose ? $0 : nil }
    // "has let three bidders for Belcor through", "a retenu trois candidats à la reprise de Belcor": who chooses, sells.
    let behind = purpose + Int(prose.tokens[purpose].phraseLength)
    if picked == nil, !isPassive, prose.tokens[purpose].has(.suitor),
      prose.tokens[behind - 1].shape.contains(.plural)
        || prose.tokens[purpose].shape.contains(.plural),
      let wanted = a.complement(behind, .of) ?? a.complement(behind, in: .for) ?? a.complement(behind, .to),
      let chooser = a.subject(i), chooser.entity != wanted.entity, cast.entities[chooser.entity].kind.isBusiness
    {
      take(wanted, behind, a, &event)
      event.sellers += a.all(chooser).filter { $0 != event.object }
      return
    }
    guard let picked, !picked.isPossessive, picked.governor == nil || isPassive,
      cast.entities[picked.entity].kind.isBusiness || cast.entities[picked.entity].kind == .person
    else { return }
    event.buyers = a.all(picked)
    // "over Belcor": who is not picked.
    if !isPassive, prose.language == .english,
      let other = a.items.first(where: { item in
        item.tokens.lowerBound >= picked.tokens.upperBound
          && item.governor.map { prose.isIn(.over, $0) } ?? false
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
    let wanted = isVerb ? a.object(next) : a.complement(next, .of) ?? a.complement(next, in: .for)
    if let wanted, !event.buyers.contains(wanted.entity) {
      take(wanted, next, a, &event)
      if let chooser, chooser.entity != event.object { event.sellers += a.all(chooser) }
    } else {
      event.wooed = chooser?.entity
      event.isChoice = true
    }
  }

  /// Whether who chooses by the verb at token `i` is a court, or who acts for it.
  private func isCourt(before i: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, i - 6)..<i).contains { prose.isIn(.court, $0) }
  }

  /// "Acme outbids Belcor for Norvane", "tops Belcor's offer", "beat off competition from Belcor".
  func outbid(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "was beaten by Acme", "évincé au profit d'Acme"
    if isPassive(i, end, a.sentence), let winner = a.complement(end, .by) ?? a.complement(end, .to),
      cast.entities[winner.entity].kind.isBusiness, let loser = a.subject(i), loser.entity != winner.entity,
      cast.entities[loser.entity].kind.isBusiness, let governor = winner.governor, governor - end <= 3
    {
      event.buyers = a.all(loser) + a.all(winner)
      event.weight *= 0.7
      return
    }
    let next = a.next(end, within: 5)
    let reach = end..<min(end + 8, a.sentence.tokens.upperBound)
    let wanted = a.complement(end, in: .offerFor)
    take(wanted, end, a, &event)
    event.buyers = a.together(a.subject(i)).filter { $0 != event.object }
    let rivals = a.rivals(of: event)
    // "fends off a bid from Belcor": the bid is for the subject.
    if prose.isIn(.off, end - 1), event.object == nil, rivals.isEmpty,
      let bid = reach.first(where: { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) }),
      !(end..<bid).contains(where: { prose.tokens[$0].has(.rival) || prose.isIn(.competing, $0) }),
      prose.isIn(.fending, i)
    {
      let next = bid + Int(prose.tokens[bid].phraseLength)
      event.wooed = event.buyers.first
      event.buyers = a.all(a.possessor(bid) ?? author(next, a) ?? a.modifier(bid)).filter { $0 != event.wooed }
      return
    }
    // "beat Belcor to the deal"
    let isOffer = reach.contains {
      prose.tokens[$0].has(.bid) || prose.tokens[$0].has(.deal) && $0 > 1 && prose.tokens[$0 - 2].has(.to)
    }
    // "trumped its opening shot"
    let isTheirs = end < a.sentence.tokens.upperBound && prose.tokens[end].has(.possessive)
    // "The winning bidder, Acme, beat Belcor"
    let isRace = (a.sentence.tokens.lowerBound..<i).contains { prose.tokens[$0].traits.hasAny(.suitor | .bid) }
    guard prose.tokens[i].has(.bid) && next != nil || isRace && next != nil || isOffer || !rivals.isEmpty || isTheirs
    else {
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
      prose.language == .english || prose.tokens[i].phraseLength == 1,
      prose.tokens[i].has(.finite) || prose.tokens[i].has(.participle),
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
    // "à la dernière minute"
    if next.has(.to),
      (end + 1..<min(end + 4, sentence.tokens.upperBound)).contains(where: {
        prose.isIn(.lastMoment, $0)
      })
    {
      return true
    }
    let isTimed = end + 1 < sentence.tokens.upperBound && prose.tokens[end + 1].traits.hasAny(.time | .weekday | .month)
    return next.isPunctuation || next.traits.hasAny(.time | .weekday | .subordinator)
      || next.has(.preposition) && isTimed || next.has(.locative) && isTimed
  }
}
