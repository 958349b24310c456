import Stories

/// Who sells, and to whom, by the verbs and nouns of selling.
extension DealEvents {
  func sellVerb(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "cédait 2 %": a share price; "sold 30 percent of Belcor": a sale.
    if end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .number, !a.isShare(from: end) { return }
    // « …, lâche Ann Roe » : says it.
    if prose.language == .french, i > a.sentence.tokens.lowerBound, prose.tokens[i].info.cue.isCue,
      prose.tokens[i - 1].kind == .comma || prose.tokens[i - 1].isQuote,
      let speaker = a.items.first(where: { $0.tokens.lowerBound >= end }),
      speaker.tokens.lowerBound == end, cast.entities[speaker.named].kind == .person
    {
      return
    }
    if isForSale(i),
      let part = (max(a.sentence.tokens.lowerBound, i - 8)..<i).first(where: { prose.tokens[$0].has(.part) }),
      let owner = a.possessor(part)
    {
      // "Acme, dont la division est à vendre"
      event.sellers = [owner.entity]
    } else if isForSale(i) {
      event.object = a.subject(i)?.entity
    } else if isPassive(i, end, a.sentence) {
      event.object = (a.opened(by: i) ?? a.qualified(by: i) ?? a.subject(i))?.entity
      event.sellers = a.all(a.complement(end, .by))
    } else if let inverted = a.invertedSubject(i, end) {
      // "Belcor, que lui cède Acme"
      event.sellers = a.all(inverted.subject)
      event.object = inverted.antecedent.entity
      return
    } else if prose.language == .french, prose.tokens[i].phraseLength > 1, prose.tokens[i].has(.infinitive),
      (max(a.sentence.tokens.lowerBound, i - 7)..<i).contains(where: { prose.tokens[$0].has(.holder) })
    {
      // "Acme appelle ses actionnaires à ne pas apporter leurs titres à Belcor"
      event.wooed = a.subject(i)?.entity
      event.buyers = a.all(a.complement(end, .to)).filter { $0 != event.wooed }
      return
    } else {
      event.sellers = a.all(a.subject(i))
      // "Belcor's owners have agreed to sell the company": somebody who is not named.
      if prose.language == .english, let sold = a.subject(i), sold.isPossessive,
        (sold.tokens.upperBound + 1..<min(sold.tokens.upperBound + 4, i)).contains(where: {
          prose.tokens[$0].traits.hasAny(.own | .holder) && prose.tokens[$0].shape.contains(.plural)
        })
      {
        event.object = sold.entity
        event.sellers = []
        event.buyers = a.all(a.complement(end, .to)).filter { $0 != sold.entity }
        return
      }
      let own = a.ownSellers(i, end)
      if !own.isEmpty {
        event.sellers = own
        event.isByName = true
        // "Les fondateurs d'Acme vendent leur entreprise"
        if prose.language == .french, prose.tokens[end + 1].has(.company) { event.object = a.subject(i)?.entity }
      }
      // "can't sell what it has": nothing of the deal.
      if end < a.sentence.tokens.upperBound, prose.tokens[end].has(.question) { event.weight *= 0.3 }
      // "agreed to sell itself to Acme"
      if end < a.sentence.tokens.upperBound && isItself(end) || i > a.sentence.tokens.lowerBound && isItself(i - 1) {
        event.object = event.sellers.first
        event.sellers = []
      } else if let owner = a.subject(i), owner.named != owner.entity, cast.entities[owner.named].kind == .person,
        let object = a.object(end), object.entity == owner.entity
      {
        // "The founder of Belcor, Ann Roe, has sold the company": it was hers.
        event.sellers = [owner.named]
        event.isByName = true
        event.object = object.entity
      } else if let object = a.object(end) ?? a.relativeObject(i), !event.sellers.contains(object.entity),
        !a.isSiteOfWare(object, from: end)
      {
        event.object = object.entity
        event.others = a.all(object).filter { $0 != object.entity }
      } else if prose.language == .french, let owner = a.subject(i), cast.entities[owner.named].kind == .person,
        owner.named != owner.entity, a.object(end)?.entity == owner.entity
      {
        // "Le président d'Acme, Marc Roe, veut lui vendre le club": it is his.
        event.object = owner.entity
        event.sellers = [owner.named]
        event.isByName = true
      }
      // "transfers its stake in Belcor"
      if event.object == nil, prose.tokens[i].phraseLength > 1,
        prose.tokens[end - 1].traits.hasAny(.stake | .possessive)
          || prose.isIn(.shares, end - 1)
      {
        let held = a.complement(end, in: .stakeIn)
        event.object = held?.governor.map(a.isDative) ?? true ? nil : held?.entity
      }
      // "vend 49 % qu'il a dans Belcor"
      if event.object == nil, prose.language == .french, let held = a.complement(end, in: .stakeIn),
        !event.sellers.contains(held.entity)
      {
        event.object = held.entity
      }
      // "is ready to sell": holders do, and shops.
      if event.object == nil, prose.tokens[i].phraseLength == 1, isIntransitive(end, a.sentence) {
        let isOwner = event.sellers.contains { cast.entities[$0].isBody }
        event.weight *= a.complement(end, .to) == nil && !isOwner ? 0.5 : 0.6
      }
      // "offered to sell a plant to Acme": another deal.
      if event.object == nil, end < a.sentence.tokens.upperBound, prose.tokens[end].has(.indefinite) {
        event.weight *= 0.3
      }
    }
    // "the routes from Port Sable to Wick" is no sale to Wick.
    if a.complement(end, in: .from) == nil {
      // "to Acme", "to a consortium of Acme and Belcor"
      let taker = a.complement(end, .to).map(a.unit) ?? a.counterpart(i) ?? consort(end, a)
      event.buyers = a.all(taker).filter { $0 != event.object }
      let pairs = a.pairs(behind: end)
      event.others += pairs.map(\.ware)
      event.buyers += pairs.map(\.buyer).filter { !event.buyers.contains($0) }
      event.buyers.removeAll { event.sellers.contains($0) }
      // "se défasse de deux usines à Wick": where they stand.
      if prose.language == .french, event.object == nil {
        event.buyers.removeAll {
          cast.entities[$0].kind == .unknown && cast.entities[$0].count == 1 && cast.entities[$0].acts == 0
        }
      }
    }
  }

  /// Who forms the group that something is sold to behind token `end`: "to a consortium of Acme and Belcor".
  private func consort(_ end: Int, _ a: Arguments) -> Arguments.Item? {
    guard
      let to = (end..<max(end, min(end + 14, a.sentence.tokens.upperBound - 1))).last(where: {
        prose.tokens[$0].has(.to) && prose.tokens[$0 + 1].has(.indefinite)
      })
    else { return nil }
    return a.member(to..<a.sentence.tokens.upperBound)
  }

  /// Whether the word at token `i` is "itself": who sells is sold.
  func isItself(_ i: Int) -> Bool {
    guard prose.isIn(.itself, i) else { return false }
    // "ne veut pas se vendre"
    return prose.language == .english || i + 1 < prose.tokens.count && prose.isIn(.sellingOneself, i + 1)
  }

  /// Whether no noun phrase follows the verb that ends before token `end`.
  func isIntransitive(_ end: Int, _ sentence: Sentence) -> Bool {
    guard end < sentence.tokens.upperBound else { return true }
    let next = prose.tokens[end]
    return next.isPunctuation || next.has(.to) || next.traits.hasAny(.preposition | .adverb | .subordinator)
      || prose.language == .french && next.traits.hasAny(.he | .it | .negation)
  }

  /// "à vendre", said of what is sold.
  func isForSale(_ i: Int) -> Bool {
    guard prose.language == .french, i > 1, prose.tokens[i].has(.infinitive), prose.tokens[i - 1].has(.to) else {
      return false
    }
    // "est prêt à vendre ses titres"
    let end = i + Int(prose.tokens[i].phraseLength)
    if end - i > 1 || end < prose.tokens.count && prose.tokens[end].traits.hasAny(.determiner | .possessive) {
      return false
    }
    // "Belcor à vendre"
    return (max(0, i - 4)..<i).contains { prose.tokens[$0].has(.be) }
      || prose.tokens[i - 2].isWord && prose.tokens[i - 2].isCapital
  }

  func sellNoun(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "options for Acme": the preposition belongs to the phrase.
    let beside =
      prose.tokens[i].phraseLength > 1 ? a.items.first { $0.governor == end - 1 && $0.tokens.lowerBound >= end } : nil
    let object = beside ?? a.complement(end, .of).flatMap { a.isSiteOfOwn($0, from: end) ? nil : $0 }
    let owner = a.possessor(i)
    // "an agreement with Acme for the sale of"
    event.buyers = a.all(a.complement(end, .to) ?? a.counterpart(i))
    event.sellers = a.all(a.complement(end, .by))
    // "un compromis de vente avec la famille Roe"
    if prose.language == .french, event.buyers.isEmpty, object == nil {
      event.buyers = a.all(a.complement(end, in: .with))
    }
    // "la vente à l'équipe de direction, menée par Ann Roe", "à une société détenue à parts égales par Acme et Belcor"
    let band = a.band(behind: end)
    if !band.isEmpty {
      event.buyers = band
      event.sellers = []
      event.isByName = true
    }
    // "a sale to a team led by Acme"
    if let team = a.member(end..<a.sentence.tokens.upperBound), event.sellers.contains(team.entity) {
      event.sellers.removeAll { $0 == team.entity }
      event.buyers = a.together(team)
    }
    if let object, let seller = a.ware(object, from: end).owner {
      event.sellers += [seller.entity]
      event.object = a.ware(object, from: end).object?.entity
      return
    }
    event.object = object?.entity ?? owner?.entity
    // "Acme wins the auction for Belcor"
    if let verb = governingVerb(i, a.sentence), prose.isIn(.winning, verb), event.buyers.isEmpty {
      event.object = event.object ?? a.complement(end, in: .for)?.entity
      event.buyers = a.together(a.subject(verb)).filter { $0 != event.object }
      return
    }
    // "Acme prépare sa vente": of itself.
    if event.object == nil, event.sellers.isEmpty, a.isSoldItself(i, end), let sold = a.subject(i) {
      event.object = sold.entity
      event.weight *= 0.8
      return
    }
    // "Acme is exploring a sale": of itself.
    if prose.language == .english, object == nil, owner == nil, event.sellers.isEmpty, event.buyers.isEmpty, isNew(i),
      end == a.sentence.tokens.upperBound || prose.tokens[end].isPunctuation || prose.tokens[end].has(.subordinator),
      let verb = governingVerb(i, a.sentence), prose.tokens[verb].has(.planning), let sold = a.subject(verb),
      cast.entities[sold.entity].kind.isBusiness
    {
      event.object = sold.entity
      event.weight *= 0.8
      return
    }
    // "the sale of its reserves to Acme"
    if object == nil, owner == nil, event.sellers.isEmpty, end + 1 < a.sentence.tokens.upperBound,
      a.isOfOwn(end)
        || prose.tokens[end].has(.of)
          && (end + 1..<min(end + 3, a.sentence.tokens.upperBound)).contains(where: {
            prose.tokens[$0].has(.possessive)
          })
    {
      event.sellers = a.all(a.subject(i)).filter { cast.entities[$0].kind.isBusiness && !event.buyers.contains($0) }
      return
    }
    // "a signé une promesse de vente"
    let isPhrase = prose.tokens[i].phraseLength > 1
    if object == nil, owner == nil, prose.language == .french, i - 2 > a.sentence.tokens.lowerBound,
      isPhrase || prose.tokens[i - 1].has(.of), !prose.tokens[i].shape.contains(.plural),
      let verb = governingVerb(isPhrase ? i : i - 2, a.sentence), !isPassive(verb, verb + 1, a.sentence)
    {
      event.weight *= 0.7
      event.sellers += a.all(a.subject(verb))
    }
    // "Acme announces a sale for 212 million"
    if object == nil, owner == nil, event.sellers.isEmpty, isNew(i), isPriced(end, a.sentence),
      let verb = governingVerb(i, a.sentence), prose.tokens[verb].info.cue.isCue, prose.isFinite(verb)
    {
      event.weight *= 0.7
      event.sellers = a.all(a.subject(verb)).filter { cast.entities[$0].kind.isBusiness && !event.buyers.contains($0) }
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

  func isAt(_ stage: Stage, _ i: Int) -> Bool {
    prose.tokens[i].info.stage > 0 && Stage.allCases[Int(prose.tokens[i].info.stage) - 1] == stage
  }
}
