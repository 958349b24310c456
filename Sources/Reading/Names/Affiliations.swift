import Stories

/// Tells for whom a person speaks: "Oracle founder Larry Ellison", "Ann Roe, chairman of Acme", "le PDG d'Oracle, X".
struct Affiliations {
  let prose: Prose

  /// How far a title may stand from the name, in tokens.
  private static let reach = 9

  /// Marks the persons of `cast` with the entity that they speak for, and the outsiders among them.
  func mark(_ cast: inout Cast) {
    for index in cast.denotations.indices {
      let denotation = cast.denotations[index]
      guard cast.entities[denotation.entity].kind == .person || cast.entities[denotation.entity].kind == .unknown,
        cast.entities[denotation.entity].known < 0, cast.entities[denotation.entity].speaksFor == nil
      else { continue }
      guard let (title, isOutsider) = before(denotation.tokens) ?? after(denotation.tokens) else { continue }
      cast.entities[denotation.entity].kind = .person
      if isOutsider {
        cast.entities[denotation.entity].isOutsider = true
      } else if let principal = organisation(around: title, denotation, cast) {
        cast.entities[denotation.entity].speaksFor = principal
      }
    }
  }

  /// The stretch with the title before a name.
  private func before(_ name: Range<Int>) -> (Range<Int>, Bool)? {
    var i = name.lowerBound - 1
    // "the owner, the Swedish group Norvane": no person.
    if i >= 0, prose.tokens[i].has(.company), !prose.tokens[i].has(.title) { return nil }
    var isApposed = false
    while i >= 0, name.lowerBound - i <= Affiliations.reach {
      let token = prose.tokens[i]
      if token.kind == .stop || token.kind == .semicolon || token.kind == .close
        || prose.isFinite(i) && !token.has(.title)
      {
        return nil
      }
      if token.kind == .comma { isApposed = true }
      // "chairman of Acme", "a lawyer at Acme": that is where, not who.
      if !isApposed, token.traits.hasAny(.preposition | .of), token.traits.isDisjoint(with: .title | .determiner) {
        return nil
      }
      if token.traits.hasAny(.title | .spokesperson), token.info.name < 0 {
        var start = i
        while start > 0, i - start < 4, prose.tokens[start - 1].isWord, !prose.isFinite(start - 1) { start -= 1 }
        // "the chairman of Acme, Ann Roe": a comma only if the organisation stands between.
        return (start..<name.lowerBound, token.has(.outsider))
      }
      i -= 1
    }
    return nil
  }

  /// The stretch with the title in the apposition behind a name.
  private func after(_ name: Range<Int>) -> (Range<Int>, Bool)? {
    guard name.upperBound + 1 < prose.tokens.count, prose.tokens[name.upperBound].kind == .comma else { return nil }
    var end = name.upperBound + 1
    var titled: Bool?
    while end < prose.tokens.count, end - name.upperBound < 16 {
      let token = prose.tokens[end]
      if token.isPunctuation { break }
      if end - name.upperBound <= 6, token.traits.hasAny(.title | .spokesperson), titled == nil,
        !(token.isCapital && token.has(.industry))
      {
        titled = token.has(.outsider)
      }
      if prose.isFinite(end), token.traits.isDisjoint(with: .title | .spokesperson) { return nil }
      end += 1
    }
    return titled.map { (name.upperBound + 1..<end, $0) }
  }

  private func organisation(around title: Range<Int>, _ person: Denotation, _ cast: Cast) -> Int? {
    let inside = cast.denotations(in: title).first {
      $0.entity != person.entity && isOrganisation(cast.entities[$0.entity])
    }
    if let inside { return inside.entity }
    // "its chairman, Ann Roe", "the company's chairman": the latest organisation.
    guard title.contains(where: { prose.tokens[$0].has(.possessive) }) else { return nil }
    let business = cast.latest(before: title.lowerBound) {
      cast.entities[$0.entity].kind.isBusiness && isOrganisation(cast.entities[$0.entity])
    }
    return (business ?? cast.latest(before: title.lowerBound) { isOrganisation(cast.entities[$0.entity]) })?.entity
  }

  private func isOrganisation(_ entity: Entity) -> Bool {
    switch entity.kind {
    case .company, .fund, .government, .regulator, .product: true
    case .unknown: entity.acts > 0 || entity.count > 1
    default: false
    }
  }
}
