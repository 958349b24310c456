import Stories

/// That a business is a part of another: "Acme's Belcor unit", "its subsidiary Belcor", "Belcor, a unit of Acme".
struct Belonging {
  var part: Int
  var owner: Int
}

extension Arguments {
  /// Adds what the sentence names as parts of whom to `belongings`.
  func addBelongings(to belongings: inout [Belonging]) {
    guard items.count > 1 else { return }
    for k in 1..<items.count where cast.entities[items[k].entity].kind.isBusiness {
      let item = items[k]
      let owner = items[k - 1]
      // "Acme's Belcor unit", "Acme's cable unit, Belcor"
      if owner.isPossessive, (1...6).contains(item.tokens.lowerBound - owner.tokens.upperBound),
        !prose.hasFinite(owner.tokens.upperBound + 1..<item.tokens.lowerBound),
        isPart(item, from: owner.tokens.upperBound)
      {
        if item.entity != owner.entity { belongings.append(Belonging(part: item.entity, owner: owner.entity)) }
        continue
      }
      // "said its Belcor unit", "sa filiale Belcor"; "said its Belcor Corp has".
      guard traits.has(.possessive) else { continue }
      let start = max(sentence.tokens.lowerBound, item.tokens.lowerBound - 5)
      guard let pronoun = (start..<item.tokens.lowerBound).last(where: { prose.tokens[$0].has(.possessive) }),
        !prose.hasFinite(pronoun + 1..<item.tokens.lowerBound),
        pronoun + 1 == item.tokens.lowerBound && owner.governor == nil && prose.language == .english
          || isPart(item, from: pronoun),
        let owner = subject(pronoun), owner.entity != item.entity, cast.entities[owner.entity].kind.isBusiness
      else { continue }
      belongings.append(Belonging(part: item.entity, owner: owner.entity))
    }
  }

  /// Whether a noun for a part of a company stands between token `start` and `item`, or right behind it.
  private func isPart(_ item: Item, from start: Int) -> Bool {
    let end = item.tokens.upperBound
    return (start..<item.tokens.lowerBound).contains { prose.tokens[$0].has(.part) }
      || end < sentence.tokens.upperBound && prose.tokens[end].has(.part)
      || prose.tokens[end - 1].has(.part) && !prose.tokens[end - 1].isCapital
  }
}

extension Roles {
  /// Leaves the bid to who makes it through a company founded for that: "through its subsidiary, Acme Acquisition Corp".
  func leaveToOwners(_ roles: inout [Party.Role?]) {
    guard roles.count(where: { $0 == .bidder }) > 1 else { return }
    for denotation in cast.denotations
    where denotation.form == .name && roles[denotation.entity] == .bidder
      && denotation.tokens.contains(where: { prose.isIn(.acquisition, $0) })
    {
      let low = denotation.tokens.lowerBound
      guard (max(0, low - 3)..<low).contains(where: { prose.tokens[$0].has(.part) }),
        roles.indices.contains(where: { roles[$0] == .bidder && $0 != denotation.entity })
      else { continue }
      roles[denotation.entity] = nil
    }
  }

  /// Leaves the part in the deal to the unit that acts, where its owner was given the same: the owner holds it.
  func leaveToParts(_ belongings: [Belonging], _ roles: inout [Party.Role?]) {
    for belonging in belongings
    where roles[belonging.part] == roles[belonging.owner]
      && (roles[belonging.owner] == .bidder || roles[belonging.owner] == .seller)
    {
      roles[belonging.owner] = .shareholder
    }
  }
}
