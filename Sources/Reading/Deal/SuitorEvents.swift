import Stories

/// Who is called a bidder or a seller, and of whom names are heard.
extension DealEvents {
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
    } else if prose.language == .english, prose.isFinite(i), isHeard(before: i, a.sentence) {
      event.buyers = a.all(a.object(end)).filter { cast.entities[$0].kind.isBusiness }
    } else if prose.isFinite(i),
      cast.denotations(in: a.sentence.tokens.lowerBound..<i).last.map({
        cast.entities[$0.entity].kind.isMedium || cast.entities[$0.entity].kind == .unknown
      }) ?? (i - 1 == a.sentence.tokens.lowerBound && prose.tokens[i - 1].has(.it))
    {
      event.buyers = a.all(a.object(end)).filter { cast.entities[$0].kind.isBusiness }
    }
  }

  /// Whether reports or traders name somebody by the verb at token `i`: "Press reports named Acme".
  private func isHeard(before i: Int, _ sentence: Sentence) -> Bool {
    (max(sentence.tokens.lowerBound, i - 6)..<i).contains {
      prose.isIn(.hearsay, $0) || prose.tokens[$0].traits.hasAny(.newspaper | .outsider) && !prose.tokens[$0].isCapital
    }
  }

  /// "another name", "un autre nom": one more than those that were told.
  private func isFurther(_ i: Int) -> Bool {
    i > 0 && prose.isIn(.another, i - 1)
  }

  /// Who is called a bidder or seller: "a rival bidder, Acme", "l'acquéreur de Belcor", "the seller is Acme".
  func suitor(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    // "The other shareholders, among them Acme": no bidders.
    if isAmong(i), (a.sentence.tokens.lowerBound..<i).contains(where: { prose.tokens[$0].has(.holder) }) {
      event.holders = a.all(a.next(end, within: 6))
      return
    }
    let wanted =
      a.complement(end, .of).flatMap { a.isFar($0, from: end) ? nil : $0 } ?? a.complement(end, in: .for)
      ?? a.complement(end, .to) ?? a.possessor(i)
      ?? a.wooed(bySuitor: i)
    if wanted?.isPossessive ?? false, wanted.flatMap({ $0.governor }) == nil {
      event.object = wanted?.entity
    } else {
      take(wanted, end, a, &event)
    }
    // "is seeking a buyer for Belcor", "picked Acme as buyer".
    if let verb = governingVerb(i, a.sentence) {
      if prose.tokens[verb].has(.choosing) { return }
      // "has attracted three potential buyers"
      if prose.language == .english, prose.tokens[verb].traits.hasAny(.receive | .luring),
        prose.tokens[end - 1].shape.contains(.plural),
        !isPassive(verb, verb + 1, a.sentence), let wooed = a.subject(verb), cast.entities[wooed.entity].kind.isBusiness
      {
        event.wooed = wooed.entity
        event.object = nil
        event.sellers = []
        return
      }
      if prose.tokens[verb].has(.planning) || isFinding(verb), isNew(i) || !isDefinite(i, verb),
        prose.tokens[i].has(.sell) == false
      {
        // "seeks a white knight": does not want to be sold.
        if (i..<end).contains(where: { prose.isIn(.whiteKnight, $0) }) {
          return
        }
        // "Belcor, qui se cherchait un acheteur"
        if prose.language == .french, verb > a.sentence.tokens.lowerBound, prose.isIn(.itself, verb - 1) {
          event.object = a.subject(verb)?.entity
          return
        }
        // "The board of Belcor has found a buyer": for Belcor itself.
        if wanted == nil, let found = a.subject(verb), let governor = found.governor, governor > 0,
          prose.tokens[governor].has(.of),
          (max(0, governor - 2)..<governor).contains(where: { prose.tokens[$0].has(.board) })
        {
          event.object = found.entity
          return
        }
        // "The bank was hired to find a buyer": for another.
        // "has asked the bank Acme to find a buyer": for who asks.
        let hirer = a.told(verb).flatMap { told in
          (max(a.sentence.tokens.lowerBound, told.tokens.lowerBound - 3)..<told.tokens.lowerBound).last {
            prose.tokens[$0].traits.hasAny(.hire | .asking)
          }
        }
        if let subject = a.subject(hirer ?? verb), !isCommissioned(verb, behind: subject.tokens.upperBound) {
          // "Acme cherche un repreneur": for itself, or for what it owns.
          if prose.language == .french, wanted == nil, hirer == nil, cast.entities[subject.entity].kind != .fund,
            subject.named == subject.entity, cast.entities[subject.entity].kind.isBusiness,
            !a.isOwnPart(subject, from: subject.tokens.lowerBound - 1)
          {
            event.wooed = subject.entity
            event.isChoice = true
            return
          }
          event.sellers = a.all(subject).filter { $0 != event.object }
        }
        return
      }
    }
    // "Adviser to the sellers: Acme": somebody beside them.
    if end < a.sentence.tokens.upperBound, prose.tokens[end].kind == .colon, i - 1 > a.sentence.tokens.lowerBound,
      (i - 2..<i).contains(where: { prose.tokens[$0].traits.hasAny(.of | .to | .contracted) })
    {
      return
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
    if found.isEmpty, let named = a.named(as: i) { found = a.all(named) }
    // "Acme opens its books as suitors circle": these act.
    let acts =
      end < a.sentence.tokens.upperBound && prose.tokens[end - 1].shape.contains(.plural) && prose.isFinite(end)
    if found.isEmpty, !acts, isPredicate(i, a.sentence) { found = a.all(a.subject(i)) }
    if found.isEmpty, prose.tokens[i].has(.sell) == false, wanted != nil, governs(i, a) {
      // "has narrowed the list of buyers for Belcor": who sells it.
      if prose.tokens[end - 1].shape.contains(.plural) {
        event.sellers = a.all(a.subject(i)).filter { $0 != event.object }
        return
      }
      found = a.all(a.subject(i))
    }
    // "Acme has ruled out the other bidders, Belcor and Norvane": Acme is no bidder.
    if let verb = governingVerb(i, a.sentence), prose.tokens[verb].has(.refuse), !isPassive(verb, verb + 1, a.sentence),
      let refuser = a.subject(verb), found.contains(refuser.entity), found.count > 1
    {
      found.removeAll { $0 == refuser.entity }
      event.wooed = refuser.entity
      event.isChoice = true
    }
    // "The sellers are Acme, with 60 percent, and Belcor"
    if let first = found.first, prose.tokens[i].has(.sell), prose.tokens[i].shape.contains(.plural),
      a.predicate(end)?.entity == first
    {
      found = a.enumerated(from: end)
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

  /// Whether the infinitive at token `i` says what somebody named before token `start` is hired for: "was hired to find".
  private func isCommissioned(_ i: Int, behind start: Int) -> Bool {
    let words = max(start, i - 5)..<max(start, i)
    return words.contains { prose.tokens[$0].has(.hire) && prose.tokens[$0].has(.participle) }
      && words.contains { prose.tokens[$0].has(.be) }
  }

  /// Whether the verb at token `i` is "find", "trouver": who finds a buyer sells.
  private func isFinding(_ i: Int) -> Bool {
    prose.isIn(.finding, i)
  }

  /// Whether the noun at token `i` is said of the subject: "remains the only bidder", "was named as a suitor".
  func isPredicate(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound, i - 5), by: -1) {
      let token = prose.tokens[j]
      // "is one of the bidders", "is among the bidders"
      if token.has(.of) && j > 0 && prose.tokens[j - 1].traits.hasAny(.one | .indefinite) || isAmong(j) { continue }
      if token.traits.hasAny(.be | .copula) || prose.isIn(.as, j) && i - j <= 3 { return true }
      if token.isPunctuation || token.traits.hasAny(.preposition | .of) || prose.isFinite(j) { return false }
    }
    return false
  }

  func isAmong(_ i: Int) -> Bool {
    prose.isIn(.among, i)
  }
}
