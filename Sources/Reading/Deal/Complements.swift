import Stories

/// What a verb or noun acts on, and what prepositions add to it.
extension Arguments {
  /// What the verb that ends before token `start` acts on.
  func object(_ start: Int) -> Item? {
    let high = min(sentence.tokens.upperBound, start + Arguments.reach)
    for (index, item) in items.enumerated()
    where item.tokens.lowerBound >= start && item.tokens.lowerBound < high {
      let between = start..<item.tokens.lowerBound
      if between.contains(where: {
        prose.isFinite($0) && prose.tokens[$0].traits.isDisjoint(with: .participle | .own)
          || prose.tokens[$0].kind == .semicolon || prose.tokens[$0].traits.hasAny(.that | .relative)
      }) {
        return nil
      }
      // "covets the brands, and Acme has": who acts in the next clause.
      if opensClause(item, from: start) { return nil }
      if let governor = item.governor, governor >= start {
        let preposition = prose.tokens[governor]
        let isPart = (start..<governor).contains {
          prose.tokens[$0].has(.stake) || prose.tokens[$0].has(.own) || prose.tokens[$0].kind == .symbol
            || prose.tokens[$0].kind == .number
        }
        guard preposition.has(.of) || isPart && preposition.has(.locative) && !isGiven(by: governor) else { return nil }
        // "lui vendre le club, voisin d'Acme": of another noun.
        if prose.language == .french, !isPart, (start..<governor).contains(where: { prose.tokens[$0].kind == .comma }) {
          return nil
        }
        // "brings its shares to the offer of Acme": Acme hangs on what "to" governs.
        if preposition.has(.of), let outer = self.governor(governor), outer >= start, !isPart,
          prose.tokens[outer].traits.hasAny(.to | .by)
        {
          return nil
        }
      }
      // "the Acme subsidiary, Belcor"
      let isOwner =
        ownsPart(item) && index + 1 < items.count
        && prose.tokens[items[index + 1].tokens.lowerBound - 1].kind == .comma
      if item.isPossessive || isOwner {
        // "Acme's cable unit, Belcor": what follows; "Acme's shares": Acme.
        if index + 1 < items.count, items[index + 1].tokens.lowerBound - item.tokens.upperBound <= 10,
          items[index + 1].governor == nil
            || prose.tokens[items[index + 1].governor ?? 0].traits.hasAny(.locative | .of),
          !prose.hasFinite(item.tokens.upperBound..<items[index + 1].tokens.lowerBound)
        {
          return items[index + 1]
        }
      }
      return items[head(index)]
    }
    return nil
  }

  /// Whether a clause of its own begins with `item` behind "and" or "but" from token `start` on: "and the fund Acme looks".
  func opensClause(_ item: Item, from start: Int) -> Bool {
    guard item.governor == nil, !item.isPossessive, item.tokens.upperBound < sentence.tokens.upperBound,
      prose.isFinite(item.tokens.upperBound) || prose.tokens[item.tokens.upperBound].has(.ne)
    else { return false }
    guard
      let mark = (start..<max(start, item.tokens.lowerBound)).last(where: {
        prose.tokens[$0].traits.hasAny(.and | .but)
      })
    else {
      return false
    }
    return item.tokens.lowerBound - mark <= 5
      && !(mark + 1..<item.tokens.lowerBound).contains { prose.tokens[$0].isPunctuation || prose.tokens[$0].has(.of) }
  }

  /// Whether a part of `item` is meant: "the Acme unit", "Acme <ACM> UNIT", but not "its Acme subsidiary".
  func ownsPart(_ item: Item) -> Bool {
    let start = item.tokens.lowerBound
    if start > sentence.tokens.lowerBound, prose.tokens[start - 1].has(.possessive) || isPossessive(start - 1) {
      return false
    }
    let last = prose.tokens[item.tokens.upperBound - 1]
    if item.tokens.count > 1, last.has(.part), !last.isCapital { return true }
    var i = item.tokens.upperBound
    if i < sentence.tokens.upperBound, prose.tokens[i].kind == .open {
      while i < sentence.tokens.upperBound, prose.tokens[i].kind != .close { i += 1 }
      i += 1
    }
    return i < sentence.tokens.upperBound && prose.tokens[i].has(.part)
  }

  /// Whether `item` has the part that is acted on from token `start` on: "the paper business of Acme".
  func hasPart(_ item: Item, from start: Int) -> Bool {
    guard let governor = item.governor, governor > start, prose.tokens[governor].has(.of),
      !isPossessive(item.tokens.lowerBound - 1)
    else { return false }
    return (start..<governor).contains { prose.tokens[$0].has(.part) }
  }

  /// The last name of the noun phrase that `items[index]` opens: "its Hamburg oil subsidiary Noblee".
  func head(_ index: Int) -> Int {
    guard index + 1 < items.count, items[index].tokens.upperBound <= items[index + 1].tokens.lowerBound else {
      return index
    }
    let between = items[index].tokens.upperBound..<items[index + 1].tokens.lowerBound
    let isOne =
      !between.isEmpty && between.count <= 7 && between.contains { prose.tokens[$0].traits.hasAny(.part | .company) }
      && between.allSatisfy {
        prose.tokens[$0].isWord && !prose.isFinite($0) && !prose.tokens[$0].isCapital
          && prose.tokens[$0].traits.isDisjoint(with: .preposition | .of)
          && prose.tokens[$0].traits.isDisjoint(with: .to | .by)
      }
    return isOne && !items[index].isPossessive ? index + 1 : index
  }

  /// Who has the part that is named: "the Surface Division of Acme".
  func owner(ofPart item: Item) -> Item? {
    items.first { other in
      guard let governor = other.governor, prose.tokens[governor].has(.of) else { return false }
      return governor == item.tokens.upperBound && prose.tokens[item.tokens.upperBound - 1].has(.part)
    }
  }

  /// Who has the part that is named behind its noun: Acme of "la filiale d'Acme, Belcor," and "the unit of Acme, Belcor,".
  func partOwner(of entity: Int) -> Item? {
    for k in items.indices.dropFirst()
    where items[k].entity == entity && items[k].tokens.lowerBound - 1 == items[k - 1].tokens.upperBound {
      guard prose.tokens[items[k].tokens.lowerBound - 1].kind == .comma, let governor = items[k - 1].governor,
        governor > sentence.tokens.lowerBound, prose.tokens[governor].has(.of), prose.tokens[governor - 1].has(.part)
      else { continue }
      return items[k - 1]
    }
    return nil
  }

  /// Whose part `entity` is if a possessive pronoun says so behind token `end`: the subject in "the sale of its unit Belcor".
  func ownerOfPart(_ entity: Int, _ end: Int) -> Item? {
    guard let item = items.first(where: { $0.entity == entity && $0.tokens.lowerBound >= end }) else { return nil }
    // "porte sur Belcor, sa division de câbles"
    if prose.language == .french, let pronoun = possessive(behind: item), let owner = subject(pronoun),
      owner.entity != entity, cast.entities[owner.entity].kind.isBusiness
    {
      return owner
    }
    let words = max(end, item.tokens.lowerBound - 6)..<item.tokens.lowerBound
    guard let pronoun = words.first(where: { prose.tokens[$0].has(.possessive) }),
      (pronoun..<item.tokens.lowerBound).contains(where: { prose.tokens[$0].has(.part) }),
      !prose.hasFinite(pronoun..<item.tokens.lowerBound),
      let owner = subject(pronoun) ?? topics.business, owner.entity != entity,
      cast.entities[owner.entity].kind.isBusiness
    else { return nil }
    return owner
  }

  /// Who owns what is acted on: "buy Acme's cable unit".
  func possessor(ofObject start: Int) -> Item? {
    items.first { $0.tokens.lowerBound >= start && $0.tokens.lowerBound < start + 8 && $0.isPossessive }
  }

  /// The first item from token `start` on that a preposition that `fits` governs.
  func complement(_ start: Int, _ fits: (Token) -> Bool) -> Item? {
    let high = min(sentence.tokens.upperBound, start + Arguments.reach)
    for item in items where item.tokens.lowerBound >= start && item.tokens.lowerBound < high {
      guard var governor = item.governor, governor >= start else { continue }
      if (start..<governor).contains(where: {
        prose.tokens[$0].kind == .semicolon || prose.tokens[$0].has(.relative)
          || prose.isFinite($0) && !prose.tokens[$0].has(.participle) && !isApposedNoun($0, from: start)
          || prose.tokens[$0].info.cue.isCue && prose.tokens[$0].info.cue.frame == .acc
      }) {
        return nil
      }
      // "to buy Belcor, seeing off offers from Acme": of another verb.
      if prose.language == .english,
        (start..<governor).contains(where: {
          prose.tokens[$0].kind == .comma
            && (prose.tokens[$0 + 1].has(.gerund) || prose.tokens[$0 + 1].has(.have) && !prose.isFinite($0 + 1))
        })
      {
        return nil
      }
      // "the sale of Belcor, announced by Acme": of another verb.
      if prose.tokens[governor].has(.by), governor - 2 >= start, prose.tokens[governor - 2].kind == .comma,
        !prose.tokens[governor - 1].has(.heading)
      {
        continue
      }
      // "l'achat de Belcor, détenu jusqu'ici à parts égales par Acme": of the participle.
      if prose.language == .french, prose.tokens[governor].has(.by), isOfParticiple(governor, from: start) { continue }
      // "Without this purchase, the sales of Acme": of another noun.
      if prose.tokens[governor].has(.of), (start..<governor).contains(where: { prose.tokens[$0].kind == .comma }),
        !isBehindAgent(governor, from: start)
      {
        continue
      }
      if fits(prose.tokens[governor]) { return item }
      // "a bid for the unit of Acme", "for the 45 pct of Acme"
      while prose.tokens[governor].has(.of) || isShare(before: governor), let outer = self.governor(governor),
        outer >= start
      {
        if fits(prose.tokens[outer]) { return item }
        governor = outer
      }
    }
    return nil
  }

  /// Whether a part of somebody stands from token `start` on, "70 % de Belcor", and no fall of a price.
  func isShare(from start: Int) -> Bool {
    guard let held = object(start), let governor = held.governor else { return false }
    return governor - start <= 4 && governor > start
  }

  /// "a stake in Acme": the preposition hangs on a part of what is owned.
  func isShare(before i: Int) -> Bool {
    guard i > sentence.tokens.lowerBound, prose.tokens[i].has(.locative) else { return false }
    let noun = prose.tokens[i - 1]
    return noun.has(.stake) && noun.has(.deal)
      || prose.isIn(.shares, noun)
  }

  func complement(_ start: Int, _ trait: Trait) -> Item? { complement(start) { $0.has(trait) } }

  func complement(_ start: Int, in group: WordGroup) -> Item? { complement(start) { prose.isIn(group, $0) } }

  /// Whom the relative pronoun behind a word of `group` before token `i` stands for: "Belcor, for which Acme offered".
  func antecedent(_ i: Int, in group: WordGroup) -> Item? {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound + 1, i - 8), by: -1)
    where prose.tokens[j].has(.relative) && prose.isIn(group, j - 1) {
      return items.last { $0.tokens.upperBound <= j && j - $0.tokens.upperBound <= 4 }
    }
    return nil
  }

  /// What a relative clause says something of as its object: "Belcor, which Acme bought", "Belcor que rachète Acme".
  func relativeObject(_ i: Int) -> Item? {
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound + 1, i - 10), by: -1) {
      let token = prose.tokens[j]
      if token.kind == .stop || token.kind == .semicolon || token.isQuote { return nil }
      guard token.has(.relative) || token.has(.that) else { continue }
      let isTold =
        items.contains { $0.tokens.lowerBound > j && $0.tokens.upperBound <= i && !$0.isPossessive }
        || (j + 1..<i).contains { isPronoun($0) }
      guard isTold else { return nil }
      return items.last {
        $0.tokens.upperBound == j || $0.tokens.upperBound == j - 1 && prose.tokens[j - 1].kind == .comma
      }
    }
    return nil
  }

  /// Who stands behind the verb from token `i` to `end` of a French relative clause, and what the clause is said of: Acme and
  /// Belcor in "Belcor, que lui cède Acme".
  func invertedSubject(_ i: Int, _ end: Int) -> (subject: Item, antecedent: Item)? {
    // "que lui a cédé Acme"
    let isCompound =
      prose.tokens[i].has(.participle) && i > sentence.tokens.lowerBound && prose.tokens[i - 1].has(.have)
    guard prose.language == .french, prose.isFinite(i) || isCompound, let subject = next(end, within: 3),
      subject.governor == nil
    else {
      return nil
    }
    guard i > sentence.tokens.lowerBound,
      let mark = (max(sentence.tokens.lowerBound + 1, i - 3)..<i).last(where: { prose.tokens[$0].has(.that) }),
      let antecedent = items.last(where: { $0.tokens.upperBound == mark || $0.tokens.upperBound == mark - 1 }),
      mark - antecedent.tokens.upperBound == 0 || prose.tokens[mark - 1].kind == .comma,
      !items.contains(where: { $0.tokens.lowerBound > mark && $0.tokens.upperBound <= i })
    else { return nil }
    return (subject, antecedent)
  }

  /// Who acts behind the verb from token `i` to `end` of a French relative clause, whatever it is said of: "que proposait Acme".
  func inverted(behind i: Int, _ end: Int) -> Item? {
    guard prose.language == .french, prose.isFinite(i), i > sentence.tokens.lowerBound,
      (max(sentence.tokens.lowerBound, i - 2)..<i).contains(where: { prose.tokens[$0].has(.that) }),
      let subject = next(end, within: 3), subject.governor == nil, !subject.isPossessive
    else { return nil }
    return subject
  }

  /// Who stands right behind the word before token `end`, governed by the preposition there, if any.
  func next(_ end: Int, within reach: Int = 4) -> Item? {
    let item = items.first { $0.tokens.lowerBound >= end }
    guard let item, item.tokens.lowerBound - end <= reach,
      (end..<item.tokens.lowerBound).allSatisfy({
        prose.tokens[$0].isWord && !prose.isFinite($0) && prose.tokens[$0].traits.isDisjoint(with: .and | .by)
      })
    else { return nil }
    return item
  }

  /// Whom the verb before token `end` draws: "attracted Acme and Belcor", but not "attracted Acme's interest".
  func lured(_ end: Int) -> Item? {
    if let item = next(end), item.governor.map({ $0 < end }) ?? true, !item.isPossessive,
      cast.entities[item.entity].kind.isBusiness
    {
      return item
    }
    // "suscite l'intérêt d'Acme", "de fonds comme Acme"
    guard prose.language == .french, end < sentence.tokens.upperBound, prose.tokens[end].has(.of),
      let item = next(end, within: 6), cast.entities[item.entity].kind.isBusiness,
      item.governor == end
        || (end..<item.tokens.lowerBound).contains(where: { prose.isIn(.as, $0) || prose.tokens[$0].has(.example) })
    else { return nil }
    return item
  }

  /// Against whom those bid who bid in `event`: "face à Acme, Belcor relève son offre", "ahead of Acme".
  func rivals(of event: DealEvent) -> [Int] {
    var found: [Int] = []
    for item in items where cast.entities[item.entity].kind.isBusiness && !item.isPossessive {
      guard let governor = item.governor, item.entity != event.object, !event.buyers.contains(item.entity),
        !event.sellers.contains(item.entity), !found.contains(item.entity)
      else { continue }
      var head = governor
      while head > sentence.tokens.lowerBound, prose.tokens[head].insidePhrase { head -= 1 }
      if prose.tokens[head].has(.rival), item.tokens.lowerBound - governor <= 4 { found.append(item.entity) }
    }
    return found
  }

  /// What `item` names as bought or sold, and who parts with it: Belcor and Acme in "Acme's cable unit Belcor", nothing with a
  /// name and Acme in "the cable unit of Acme".
  func ware(_ item: Item, from start: Int) -> (object: Item?, owner: Item?) {
    guard cast.entities[item.entity].kind != .product else { return (item, nil) }
    guard item.isPossessive else {
      guard hasPart(item, from: start) || ownsPart(item) else { return (item, nil) }
      // "the cable unit of Acme, Belcor"
      let named = items.first {
        $0.tokens.lowerBound == item.tokens.upperBound + 1 && prose.tokens[item.tokens.upperBound].kind == .comma
      }
      return (named, item)
    }
    var end = item.tokens.upperBound + 1
    // "Acme's <ACM> pump division"
    if end < sentence.tokens.upperBound, prose.tokens[end].kind == .open {
      end =
        (end..<min(end + 8, sentence.tokens.upperBound)).first { prose.tokens[$0].kind == .close }.map { $0 + 1 } ?? end
    }
    for i in end..<max(end, min(end + 7, sentence.tokens.upperBound)) {
      if let next = items.first(where: { $0.tokens.lowerBound == i }) { return (next, item) }
      let token = prose.tokens[i]
      if token.isPunctuation && token.kind != .comma || prose.isFinite(i) || token.traits.hasAny(.preposition | .to) {
        break
      }
    }
    // "Acme's 30 percent stake in Belcor"
    if let stake = (end..<max(end, min(end + 6, sentence.tokens.upperBound - 1))).first(where: {
      prose.tokens[$0].has(.stake) && prose.tokens[$0].has(.deal)
    }),
      prose.isIn(.stakeIn, stake + Int(prose.tokens[stake].phraseLength)),
      let held = items.first(where: { $0.governor == stake + Int(prose.tokens[stake].phraseLength) })
    {
      return (held, item)
    }
    let isPart = (end..<max(end, min(end + 5, sentence.tokens.upperBound))).prefix {
      !prose.tokens[$0].isPunctuation && prose.tokens[$0].traits.isDisjoint(with: .preposition | .to | .of)
    }.contains { prose.tokens[$0].has(.part) }
    return isPart ? (apposed(toPartFrom: end), item) : (item, nil)
  }

  /// The unit that acts where it is named behind its owner: Belcor in "Acme's Belcor unit", "Acme's Belcor".
  func unit(_ item: Item) -> Item {
    guard item.isPossessive else { return item }
    let next = items.first { $0.tokens.lowerBound > item.tokens.upperBound }
    guard let next, next.tokens.lowerBound - item.tokens.upperBound <= 3,
      next.governor == nil || next.governor == item.governor,
      !prose.hasFinite(item.tokens.upperBound..<next.tokens.lowerBound)
    else { return item }
    return next
  }

  /// What else is sold, and to whom: Norvane and Tarpol in "sells Belcor to Acme and Norvane to Tarpol".
  func pairs(behind end: Int) -> [(ware: Int, buyer: Int)] {
    var found: [(ware: Int, buyer: Int)] = []
    var hasBuyer = false
    for (k, item) in items.enumerated() where item.tokens.lowerBound >= end {
      let isBuyer = item.governor.map { prose.tokens[$0].has(.to) && $0 >= end } ?? false
      if hasBuyer, !isBuyer, item.governor == nil, !item.isPossessive, k + 1 < items.count,
        let governor = items[k + 1].governor, governor == item.tokens.upperBound, prose.tokens[governor].has(.to),
        prose.tokens[item.tokens.lowerBound - 1].traits.hasAny(.and | .determiner)
          || prose.tokens[item.tokens.lowerBound - 1].kind == .comma
      {
        found.append((item.entity, items[k + 1].entity))
      }
      if isBuyer { hasBuyer = true }
    }
    return found
  }

  /// The name that what is bought or sold behind token `start` goes by: "four terminals in Wick, known together as Belcor".
  func goingBy(_ start: Int) -> Item? {
    let limit = min(start + 22, sentence.tokens.upperBound)
    guard
      let word = (start..<max(start, limit)).first(where: {
        prose.isIn(.goingBy, $0)
          && $0 > start && (prose.tokens[$0 - 1].kind == .comma || prose.tokens[$0 - 1].has(.relative))
      })
    else { return nil }
    return items.first {
      $0.tokens.lowerBound > word && $0.tokens.lowerBound - word <= 5
        && !prose.hasFinite(word + 1..<$0.tokens.lowerBound)
    }
  }

  /// The name of the part that is spoken of from token `start` on: "pump unit in Wick, Belcor".
  func apposed(toPartFrom start: Int) -> Item? {
    for i in start..<max(start, min(start + 12, sentence.tokens.upperBound - 1)) {
      if prose.isFinite(i) || prose.tokens[i].kind == .stop || prose.tokens[i].has(.to) { return nil }
      if prose.tokens[i].kind == .comma { return items.first { $0.tokens.lowerBound == i + 1 } }
    }
    return nil
  }

  /// From whom something is bought, behind what is bought: "achète Belcor à Acme".
  func seller(behind object: Item) -> Item? {
    items.first {
      guard $0.tokens.lowerBound >= object.tokens.upperBound, let governor = $0.governor else { return false }
      let between = object.tokens.upperBound..<max(object.tokens.upperBound, governor)
      // "achète Belcor, le fabricant de câbles, à Acme"
      if prose.tokens[governor].has(.to), prose.tokens[governor - 1].kind == .comma,
        describedItem(before: governor - 1)?.entity == object.entity
      {
        return true
      }
      return prose.tokens[governor].has(.to) && between.count <= 5 && !prose.hasFinite(between)
        && !between.contains { prose.tokens[$0].isPunctuation }
    }
  }

  /// With whom the talks about what the word at token `i` tells are: "in talks with Acme to sell Belcor".
  func counterpart(_ i: Int) -> Item? {
    return items.last {
      guard $0.tokens.upperBound <= i, i - $0.tokens.upperBound <= 9, let governor = $0.governor,
        !prose.hasFinite($0.tokens.upperBound..<i)
      else { return false }
      return prose.isIn(.with, governor)
        && (max(sentence.tokens.lowerBound, governor - 4)..<governor).contains {
          Int(prose.tokens[$0].info.stage) == Arguments.talks || Int(prose.tokens[$0].info.stage) == Arguments.accord
        }
    }
  }

  // The places of stages as `WordInfo` has them. Every word is asked for them, so they are constants of the program; stored ones
  // would ask at every look whether they have been made yet.

  /// The place of the stage "in talks", counted from 1.
  @inline(__always) static var talks: Int { 2 }
  /// That of "agreed".
  @inline(__always) static var accord: Int { 5 }
  /// That of "completed".
  @inline(__always) static var done: Int { 9 }
  /// That of giving up.
  @inline(__always) static var end: Int { 10 }
}
