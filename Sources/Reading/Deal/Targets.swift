import Stories

/// Who may be what is bought, before one of them is chosen.
extension Roles {
  func canBeTarget(_ entity: Int) -> Bool {
    let kind = cast.entities[entity].kind
    if cast.entities[entity].isBody, isFamily(entity) { return false }
    // A headline that stands alone for it calls something else so.
    if kind == .unit { return !cast.entities[entity].isFromHeadline }
    // "Van der Roe": a company that is named as a person would be.
    return kind.isBusiness || kind == .product || kind.isMedium && objects[entity] > 0
      || kind == .person && objects[entity] >= 4 && cast.entities[entity].speaksFor == nil
  }

  /// A product that a deal story comes back to is what the deal is about.
  func isOffered(_ entity: Int) -> Bool {
    cast.entities[entity].kind == .product && cast.entities[entity].count >= 3
  }

  func evidence(_ entity: Int) -> Double { objects[entity] + wooed[entity] }

  /// Evidence for a target, less what speaks for its being one of the others.
  func worth(_ entity: Int) -> Double {
    let product = cast.entities[entity].kind == .product ? 1.0 : 0
    let named = 0.1 * Double(min(cast.entities[entity].count, 10))
    return evidence(entity) + product + named - 0.7
      * (score(entity, .bidder) + score(entity, .seller) + score(entity, .partner))
  }

  /// What a story about a deal is about if nothing says what is bought: the business that it names most, early and as a
  /// subject, and that has no other part.
  func salient() -> Int? {
    guard !events.isEmpty else { return nil }
    let turns = interviewers()
    let introduced = introduced()
    let ours = ours()
    let holders = Set(events.flatMap(\.holders))
    let others = cast.entities.indices.filter { entity in
      cast.entities[entity].kind.isBusiness && !turns.contains(entity)
        && !(cast.entities[entity].kind == .fund && holders.contains(entity))
        && score(entity, .bidder) + score(entity, .partner) == 0
        && (score(entity, .seller) < Roles.part || wooed[entity] > 0)
        && (cast.entities[entity].acts > 0 || cast.entities[entity].isFromHeadline || introduced.contains(entity)
          || ours.contains(entity))
    }
    func weight(_ entity: Int) -> Int {
      cast.entities[entity].count + (cast.entities[entity].isFromHeadline && cast.entities[entity].count > 1 ? 2 : 0)
        + (introduced.contains(entity) ? 1 : 0) + (ours.contains(entity) ? 3 : 0)
    }
    let best = others.max { (weight($0), $1) < (weight($1), $0) }
    guard let best, weight(best) >= 2 else { return nil }
    return best
  }

  /// What `entity` is a form of, if that is a product that the story names too: "TikTok Global" of TikTok.
  func productNamed(by entity: Int) -> Int {
    cast.entities.indices.first { index in
      cast.entities[index].kind == .product && cast.entities[index].known >= 0 && cast.entities[index].core.count == 1
        && cast.entities[entity].core.count > 1 && cast.entities[entity].core.first == cast.entities[index].core.first
    } ?? entity
  }

  /// Those of which the text says "our company, Acme", "notre société, les Faïenceries Roe".
  func ours() -> Set<Int> {
    var found: Set<Int> = []
    for denotation in cast.denotations where denotation.form == .name {
      var i = denotation.tokens.lowerBound - 1
      if i > 0, prose.tokens[i].has(.determiner), !prose.tokens[i].has(.possessive) { i -= 1 }
      guard i >= 2, prose.tokens[i].kind == .comma, prose.tokens[i - 1].has(.company),
        prose.tokens[i - 2].has(.possessive)
      else { continue }
      if prose.isIn(.our, i - 2) { found.insert(denotation.entity) }
    }
    // "Dear shareholders of Acme", "Chers actionnaires d'Acme"; "Chairman, Acme plc" below a letter that speaks of "your company".
    guard let first = prose.sentences.first, prose.tokens[first.tokens].contains(where: { $0.has(.holder) }),
      first.tokens.count <= 12
    else { return found }
    if let addressed = cast.denotations(in: first.tokens).first(where: { $0.form == .name }) {
      found.insert(addressed.entity)
    } else if let last = prose.sentences.last, prose.tokens[last.tokens].contains(where: { $0.has(.title) }),
      let signed = cast.denotations(in: last.tokens).last, cast.entities[signed.entity].kind.isBusiness
    {
      found.insert(signed.entity)
    }
    return found
  }

  /// Those that a noun for a company stands before: "the tile maker Norvane", "le fabricant de ferments Norvane".
  func introduced() -> Set<Int> {
    var found: Set<Int> = []
    for denotation in cast.denotations where denotation.form == .name {
      let start = denotation.tokens.lowerBound
      for i in stride(from: start - 1, through: max(0, start - 4), by: -1) {
        let token = prose.tokens[i]
        guard token.isWord, !prose.isFinite(i) else { break }
        if token.has(.company) { found.insert(denotation.entity) }
      }
    }
    return found
  }

  /// Whoever asks in an interview: a name and a colon open the paragraph.
  func interviewers() -> Set<Int> {
    var found: Set<Int> = []
    for block in prose.blocks where block.kind != .headline {
      guard let first = cast.denotations(in: block.tokens.lowerBound..<block.tokens.lowerBound + 1).first,
        first.tokens.upperBound < block.tokens.upperBound, prose.tokens[first.tokens.upperBound].kind == .colon
      else { continue }
      found.insert(first.entity)
    }
    return found
  }

  /// Who has the word in an interview, where questions stand in paragraphs of their own: those that open one with a colon.
  func turns() -> Set<Int> {
    let questions = prose.blocks.indices.count { index in
      let tokens = prose.blocks[index].tokens
      return prose.blocks[index].kind != .headline && !tokens.isEmpty && prose.isQuestionMark(tokens.upperBound - 1)
    }
    return questions >= 2 ? interviewers() : []
  }
}
