import Stories

/// Who bids beside those whom words of the trade name: listed with them, counted, or only spoken of.
extension Roles {
  /// Gives those that the text lists with bidders the same part, if they have none: "Acme and Belcor took part".
  func join(_ list: [Int], _ roles: inout [Party.Role?]) {
    guard list.contains(where: { roles[$0] == .bidder }),
      list.allSatisfy({
        (roles[$0] == nil || roles[$0] == .bidder) && score($0, .partner) == 0 && score($0, .seller) < Roles.part
      })
    else { return }
    for entity in list where roles[entity] == nil && (!cast.entities[entity].isBody || isFamily(entity)) {
      roles[entity] = .bidder
    }
  }

  /// Gives those without a part the bids that the text speaks of but does not tell by words of the trade.
  ///
  /// Where it counts them, "three bidders", only if there are no more of them than are missing; where it does not, "the other
  /// bidders", only to those whose form or description shows that they are companies or funds.
  func complete(_ roles: inout [Party.Role?], beside target: Int) {
    let count = BidCount(prose: prose)
    guard let announced = count.announced else {
      let words = count.several
      guard !words.isEmpty else { return }
      var isCandidate = candidates()
      // "Acme has sounded out bidders": no bidder itself.
      for word in words {
        guard let sentence = prose.sentence(of: word) else { continue }
        let start = prose.sentences[sentence].tokens.lowerBound
        for denotation in cast.denotations(in: start..<word)
        where prose.hasFinite(min(denotation.tokens.upperBound, word)..<word) {
          isCandidate[denotation.entity] = false
        }
      }
      for entity in roles.indices where roles[entity] == nil && entity != target && isCandidate[entity] {
        let kind = cast.entities[entity].kind
        if kind == .company || kind == .fund { roles[entity] = .bidder }
      }
      return
    }
    let found = roles.count { $0 == .bidder }
    guard found < announced else { return }
    let isCandidate = candidates()
    let others = roles.indices.filter { roles[$0] == nil && $0 != target && isCandidate[$0] }
    if others.count <= announced - found { for entity in others { roles[entity] = .bidder } }
  }

  /// Gives those without a part the bids that `hints` speak of.
  func follow(_ hints: [Hint], _ roles: inout [Party.Role?], beside target: Int) {
    guard !hints.isEmpty else { return }
    let isCandidate = candidates(weighsOffers: true, sparesPeers: true)
    // Who sells, if nothing else tells it.
    if !roles.contains(.seller) {
      let seller = hints.first {
        $0.sells && roles[$0.entity] == nil && $0.entity != target
          && (isCandidate[$0.entity] || prose.language == .french && isFamily($0.entity))
      }
      if let seller { roles[seller.entity] = .seller }
    }
    for hint in hints where !hint.sells {
      guard roles[hint.entity] == nil, hint.entity != target, isCandidate[hint.entity] else { continue }
      if hint.object.map({ $0 == target || roles[$0] == .seller }) ?? true { roles[hint.entity] = .bidder }
    }
  }

  /// Gives those without a part that the text introduces as companies from abroad the part of bidders: who else it speaks of in a
  /// story of a deal lends, advises, sits somewhere or is well known, and is introduced otherwise.
  func admit(_ roles: inout [Party.Role?], beside target: Int) {
    guard roles.contains(.bidder), roles.indices.contains(where: { roles[$0] == nil }) else { return }
    var isCandidate: [Bool]?
    for denotation in cast.denotations where denotation.form == .name {
      let entity = denotation.entity
      guard roles[entity] == nil, entity != target, cast.entities[entity].kind.isBusiness, isForeigner(denotation)
      else { continue }
      if isCandidate == nil { isCandidate = candidates(weighsOffers: true) }
      if isCandidate?[entity] ?? false { roles[entity] = .bidder }
    }
  }

  /// Whether a name stands behind a nationality, "the Danish brewer Acme", "un groupe italien, Acme", in a sentence that tells of
  /// no other time, and of nobody who judges.
  private func isForeigner(_ denotation: Denotation) -> Bool {
    guard let sentence = prose.sentence(of: denotation.tokens.lowerBound),
      prose.blocks[prose.sentences[sentence].block].kind != .headline
    else { return false }
    let tokens = prose.sentences[sentence].tokens
    var isForeign = false
    var hasArticle = false
    for i in stride(
      from: denotation.tokens.lowerBound - 1, through: max(tokens.lowerBound, denotation.tokens.lowerBound - 6), by: -1)
    {
      let token = prose.tokens[i]
      if token.kind == .comma, i == denotation.tokens.lowerBound - 1 { continue }
      if token.has(.nationality) { isForeign = true }
      if token.has(.determiner) || token.has(.indefinite) || token.has(.contracted) {
        hasArticle = true
        break
      }
      guard token.isWord, !prose.isFinite(i) || token.traits.hasAny(.company | .fund),
        !token.isCapital || token.has(.nationality), token.traits.isDisjoint(with: .outsider | .product)
      else { break }
    }
    guard isForeign, hasArticle else { return false }
    if tokens.contains(where: { prose.tokens[$0].has(.challenge) || prose.isYear($0) }) { return false }
    // "The other shareholders, among them the Dutch insurer Acme"
    if (tokens.lowerBound..<denotation.tokens.lowerBound).contains(where: { prose.tokens[$0].has(.holder) }) {
      return false
    }
    return !cast.denotations(in: tokens).contains {
      cast.entities[$0.entity].kind == .regulator || cast.entities[$0.entity].kind == .government
    }
  }

  /// For each entity whether it may bid though nothing says so: a business that is no adviser, holder or employer of somebody
  /// who only comments, and not only a place where something stands.
  ///
  /// `weighsOffers`: those too of whom it was read that an offer is before them, which may be their own. `sparesPeers`: those too
  /// who are introduced as others of the trade, "its rival Acme".
  private func candidates(weighsOffers: Bool = false, sparesPeers: Bool = false) -> [Bool] {
    var isNamed = [Bool](filledWith: false, count: cast.entities.count)
    var isBystander = isNamed
    for denotation in cast.denotations
    where denotation.form == .name && cast.entities[denotation.entity].kind.isBusiness
      && !isBystander[denotation.entity]
    {
      let low = denotation.tokens.lowerBound
      if low == 0 || prose.tokens[low - 1].traits.isDisjoint(with: .locative | .outsider) {
        isNamed[denotation.entity] = true
      }
      // "analysts at Acme", "the law firm Roe", "a unit of Acme"
      let before = max(0, low - 5)..<low
      if before.contains(where: {
        prose.tokens[$0].traits.hasAny(.outsider | .advise | .hire)
          && !(sparesPeers && $0 == low - 1 && prose.isIn(.peer, $0)) || prose.tokens[$0].has(.lawyer)
          || prose.tokens[$0].has(.part) && prose.tokens[$0 + 1].has(.of)
      }) {
        isBystander[denotation.entity] = true
      }
      // "Acme is acting as financial adviser", "a loan from Acme"
      if let sentence = prose.sentence(of: low) {
        let tokens = prose.sentences[sentence].tokens
        let beside = max(tokens.lowerBound, low - 6)..<min(denotation.tokens.upperBound + 6, tokens.upperBound)
        // "Acme, but its lenders": its own.
        if beside.contains(where: {
          prose.isIn(.service, $0)
            && !($0 > tokens.lowerBound && prose.tokens[$0 - 1].has(.possessive))
        }) {
          isBystander[denotation.entity] = true
        }
      }
    }
    return cast.entities.indices.map { entity in
      isNamed[entity] && !isBystander[entity] && cast.entities[entity].kind.isBusiness && !cast.entities[entity].isBody
        && score(entity, .adviser) + score(entity, .shareholder) == 0
        && score(entity, .seller) < (weighsOffers ? Roles.part : 0.01)
    }
  }

  /// Whether a person bids for nobody but himself: beside businesses, "Acme, Belcor and the investor Ann Roe have offered", or
  /// for what no business bids for.
  func isAlly(_ entity: Int, _ targets: [Int]) -> Bool {
    // "A third offer was put in by Ann Roe", whomever she works for.
    if events.contains(where: { $0.isByName && $0.buyers.contains(entity) }) { return true }
    // Who is told of as nobody's: "Ann Roe, who opened her first shop in 1979, is now offering".
    if cast.entities[entity].speaksFor == nil, !cast.entities[entity].isOutsider, cast.entities[entity].count > 1,
      events.contains(where: { event in
        event.buyers.first == entity && prose.tokens[event.token].has(.bid) && !prose.tokens[event.token].has(.suitor)
      })
    {
      return true
    }
    // Who manages what is sold bids for himself.
    if let principal = cast.entities[entity].speaksFor {
      return targets.contains(principal) && score(entity, .bidder) > 0
    }
    func hasBusiness(_ event: DealEvent) -> Bool { event.buyers.contains { cast.entities[$0].kind.isBusiness } }
    let own = events.filter { $0.buyers.contains(entity) }
    // "the investor Ann Roe", "l'homme d'affaires"
    if !own.isEmpty, cast.entities[entity].isInvestor || cast.entities[entity].isIndependent { return true }
    return own.contains(where: hasBusiness) || own.contains { $0.isByName }
      || own.contains { event in
        event.object.map { object in !events.contains { $0.object == object && hasBusiness($0) } } ?? false
      }
  }
}
