import Stories

/// Who buys and who sells where no word of the trade tells it.
extension Roles {
  /// Who sells if no word of the trade tells it: the company that the target bears the name of, "Acme" of "Acme Pumps".
  func namesake(of target: Int, _ roles: [Party.Role?]) -> Int? {
    let core = cast.entities[target].core
    // "famille Lavoie" of "Pépinières Lavoie"
    let family = cast.entities.indices.first { index in
      let entity = cast.entities[index]
      return index != target && entity.isBody && roles[index] == nil && entity.core.count > 1
        && (entity.core.last == core.first || entity.core.last == core.last)
        && isFamily(index) && !isMinority(index)
    }
    if let family { return family }
    guard core.count > 1, cast.entities[target].known < 0 else { return nil }
    return cast.entities.indices.first { index in
      let entity = cast.entities[index]
      return index != target && entity.kind.isBusiness && roles[index] == nil && entity.core.count == 1
        && entity.core.first == core.first
    }
  }

  /// A family without another part: in a story of a deal it is told of because what is sold is its.
  ///
  /// Not one that only controls somebody else, "Acme, controlled by the Roe family".
  func idleFamily(_ roles: [Party.Role?]) -> Int? {
    cast.entities.indices.first { family in
      roles[family] == nil && isFamily(family) && !isMinority(family)
        && cast.denotations.contains { denotation in
          let before = denotation.tokens.lowerBound - 1
          return denotation.entity == family && denotation.form == .name && before > 0
            && !(before - 2..<before + 1).contains { $0 >= 0 && prose.tokens[$0].has(.by) }
        }
    }
  }

  /// Whether somebody is said to have less than half: "la famille Roe, avec 38 % des droits de vote".
  private func isMinority(_ entity: Int) -> Bool {
    cast.denotations.contains { denotation in
      guard denotation.entity == entity, let sentence = prose.sentence(of: denotation.tokens.lowerBound) else {
        return false
      }
      let end = denotation.tokens.upperBound
      return (end..<max(end, min(end + 6, prose.sentences[sentence].tokens.upperBound))).contains { i in
        guard prose.tokens[i].kind == .number, i + 1 < prose.tokens.count,
          prose.text[Int(prose.tokens[i + 1].start)] == UInt8(ascii: "%")
        else { return false }
        let digits = prose.bytes(i).prefix { $0 &- 0x30 < 10 }
        return digits.count == 1 || digits.count == 2 && digits.first.map { $0 < UInt8(ascii: "5") } ?? false
      }
    }
  }

  /// Who buys if no word of the trade tells it: the business without another part in the deal that headline or first paragraph
  /// name and that the story comes back to.
  func foremost(beside target: Int, _ roles: [Party.Role?], except others: Set<Int>) -> Int? {
    guard let lead = prose.sentences.first(where: { prose.blocks[$0.block].kind != .headline }), !events.isEmpty else {
      return nil
    }
    let end = prose.blocks[lead.block].tokens.upperBound
    var weights = [Int](repeating: 0, count: cast.entities.count)
    for denotation in cast.denotations where denotation.tokens.lowerBound < end {
      let entity = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      weights[entity] = 2
    }
    let others = cast.entities.indices.filter { entity in
      cast.entities[entity].kind.isBusiness && !cast.entities[entity].isBody && roles[entity] == nil
        && !others.contains(entity)
        && weights[entity] > 0
        && entity != target && cast.pairs[entity] == nil && score(entity, .seller) == 0 && objects[entity] < 1
        && cast.entities[entity].count + (cast.entities[entity].acts > 0 ? 1 : 0) >= 2
    }
    return others.max { cast.entities[$0].count < cast.entities[$1].count }
  }
}
