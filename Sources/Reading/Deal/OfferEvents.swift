import Stories

/// Who offers, refuses, talks, and is spoken of.
extension DealEvents {
  /// "Belcor is up for sale", "Acme has put Belcor on the block".
  func forSale(_ i: Int, _ a: Arguments, _ event: inout DealEvent) {
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
  func name(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent, isVerb: Bool) {
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
  func talk(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let other = a.complement(end, words: ["with", "avec"]) ?? a.items.first(where: { $0.governor == end - 1 }),
      let subject = a.subject(i), subject.entity != other.entity
    else { return }
    event.talkers = [subject.entity] + a.all(other)
  }

  func bidVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
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
  func take(_ wanted: Arguments.Item?, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    guard let wanted else { return }
    let ware = a.ware(wanted, from: end)
    event.object = ware.object?.entity
    if let seller = ware.owner { event.sellers = [seller.entity] }
  }

  func bidNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
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
  func author(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    let found = a.complement(end, words: ["from"]) ?? a.complement(end, .by)
    guard let found, let governor = found.governor, governor >= end else { return found }
    return (end..<governor).contains { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) } ? nil : found
  }

  /// Who refuses to sell, or refuses an offer that no noun of its own tells of.
  func refuse(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
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

  /// Who is called a bidder or seller: "a rival bidder, Acme", "l'acquéreur de Belcor", "the seller is Acme".
  func suitor(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
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
  func isPredicate(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 5), by: -1) {
      let token = prose.tokens[j]
      // "is one of the bidders", "is among the bidders"
      if token.has(.of) && prose.tokens[j - 1].traits.hasAny(.one | .indefinite) || isAmong(j) { continue }
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
