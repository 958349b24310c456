/// Who is called something: in apposition, by examples, as the owner of a noun.
extension Arguments {
  /// Whom the words before `end` give as examples: "suitors including Acme and Belcor".
  func examples(_ end: Int) -> Item? {
    items.first { item in
      let between = end..<max(end, item.tokens.lowerBound)
      return item.tokens.lowerBound > end && between.count <= 8
        && !between.contains { prose.isFinite($0) && !prose.tokens[$0].has(.example) }
        && between.contains { prose.tokens[$0].has(.example) }
        // "Belcor, dont Acme est actionnaire": a clause.
        && !(prose.language == .french && item.tokens.upperBound < sentence.tokens.upperBound
          && prose.tokens[item.tokens.upperBound].has(.be) && prose.isFinite(item.tokens.upperBound))
    }
  }

  /// Whose shares the sentence begins with: "Shares in Belcor rose on talk of an offer from Acme".
  var traded: Item? {
    let first = sentence.tokens.lowerBound
    guard let item = items.first, item.tokens.lowerBound - first <= 4, cast.entities[item.entity].kind.isBusiness,
      item.governor.map({ prose.tokens[$0].traits.hasAny(.of | .locative) }) ?? (prose.language == .french)
    else { return nil }
    return (first..<item.tokens.lowerBound).contains { prose.isIn(.traded, $0) } ? item : nil
  }

  /// The businesses that a sentence enumerates from token `start` on: "Still in the race: Acme, which owns a chain; the Dutch
  /// brewer Belcor; and Norvane".
  func enumerated(from start: Int) -> [Int] {
    var found: [Int] = []
    var end = start
    for item in items where item.tokens.lowerBound >= start {
      let between = end..<max(end, item.tokens.lowerBound)
      end = item.tokens.upperBound
      guard item.governor.map({ $0 < start }) ?? true, !item.isPossessive, cast.entities[item.entity].kind.isBusiness
      else {
        continue
      }
      // Behind a verb another part of the enumeration must begin.
      let part = between.last {
        prose.tokens[$0].kind == .semicolon || prose.tokens[$0].kind == .comma || prose.tokens[$0].has(.and)
      }
      if prose.hasFinite((part ?? between.lowerBound)..<between.upperBound) { continue }
      if !found.isEmpty, part == nil { continue }
      if !found.contains(item.entity) { found.append(item.entity) }
    }
    return found
  }

  /// Who stands behind the verb in "Among the bidders for Belcor are Acme and Norvane", and who stands before it, if anybody.
  func inverted(_ i: Int, _ end: Int) -> (found: Item?, wanted: Item?)? {
    guard isAmong(i + 1) else { return nil }
    let reach = end..<min(end + 12, sentence.tokens.upperBound)
    guard let verb = reach.first(where: { prose.isFinite($0) && !prose.tokens[$0].has(.gerund) }) else { return nil }
    guard let found = items.first(where: { $0.tokens.lowerBound > verb }), found.tokens.lowerBound - verb <= 6,
      !prose.hasFinite(verb + 1..<found.tokens.lowerBound)
    else { return nil }
    return (found, items.first { end <= $0.tokens.lowerBound && $0.tokens.upperBound <= verb })
  }

  /// Whom the noun at token `i` is used of: "point to Acme as another suitor", "voit Acme comme repreneur".
  func named(as i: Int) -> Item? {
    let before = max(sentence.tokens.lowerBound, i - 4)..<i
    guard let word = before.last(where: { prose.isIn(.as, $0) }) else { return nil }
    // "mentioned Acme, which bought Belcor in 1985, as a bidder": what the clause between them tells is passed over.
    if word > sentence.tokens.lowerBound, prose.tokens[word - 1].kind == .comma,
      let clause = (sentence.tokens.lowerBound..<word - 1).last(where: {
        prose.tokens[$0].has(.relative) && prose.tokens[$0 - 1].kind == .comma && $0 > sentence.tokens.lowerBound
      }),
      let named = items.last(where: { $0.tokens.upperBound == clause - 1 && !$0.isPossessive })
    {
      return named
    }
    return items.last { $0.tokens.upperBound == word && !$0.isPossessive }
  }

  /// Whether "among" stands a few words before token `i`.
  func isAmong(_ i: Int) -> Bool {
    return (max(sentence.tokens.lowerBound, i - 4)..<i).contains { prose.isIn(.among, $0) }
  }

  /// Who is named among others: "Acme and Belcor among the suitors".
  func listedAmong(_ i: Int) -> Item? {
    let before = max(sentence.tokens.lowerBound, i - 3)..<i
    guard let among = before.first(where: { prose.isIn(.among, $0) }) else { return nil }
    return items.last { $0.tokens.upperBound == among && $0.governor == nil }
  }

  /// What a participle that opens the sentence is said of: "Bought by Acme in May, Belcor makes".
  func opened(by i: Int) -> Item? {
    guard i - sentence.tokens.lowerBound <= 1,
      let comma = (i..<sentence.tokens.upperBound).first(where: { prose.tokens[$0].kind == .comma })
    else { return nil }
    return items.first { $0.tokens.lowerBound > comma && $0.governor == nil && !$0.isPossessive }
  }

  /// What a participle behind a comma is said of: "Belcor, bought by Acme in May".
  func qualified(by i: Int) -> Item? {
    guard i > sentence.tokens.lowerBound else { return nil }
    if prose.tokens[i - 1].kind == .comma {
      return items.last { $0.tokens.upperBound == i - 1 } ?? describedItem(before: i - 1)
    }
    // "Belcor, l'éditeur de partitions racheté en mai"
    guard prose.language == .french, let item = items.last(where: { $0.tokens.upperBound < i }),
      i - item.tokens.upperBound <= 9,
      prose.tokens[item.tokens.upperBound].kind == .comma,
      (item.tokens.upperBound + 1..<i).allSatisfy({
        prose.tokens[$0].isWord && !prose.isFinite($0) && !prose.tokens[$0].has(.relative)
      })
    else { return nil }
    return item
  }

  /// Who stands before "'s" and a few words before token `i`: "Acme's hostile offer".
  func possessor(_ i: Int) -> Item? {
    if let owner = relativeOwner(i) { return owner }
    return namedPossessor(i)
  }

  /// Who is meant by "whose" in "Acme, whose offer", "Acme, dont l'offre".
  private func relativeOwner(_ i: Int) -> Item? {
    // "Acme, dont elle a décliné les avances"
    let isFar = prose.language == .french
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound + 1, i - (isFar ? 8 : 4)), by: -1) {
      let token = prose.tokens[j]
      if token.has(.relative), prose.isIn(.whose, token) {
        return items.last {
          $0.tokens.upperBound == j || $0.tokens.upperBound == j - 1 && prose.tokens[j - 1].kind == .comma
        }
      }
      if !token.isWord || !isFar && prose.isFinite(j) { return nil }
    }
    return nil
  }

  /// The two that are named in one word beside the noun from token `i` to `end`: "the Acme-Belcor deal", "la fusion Acme-Belcor".
  func pair(_ i: Int, _ end: Int) -> (Int, Int)? {
    guard let first = items.firstIndex(where: { $0.tokens.upperBound == i || $0.tokens.lowerBound == end }),
      first + 1 < items.count, items[first].tokens == items[first + 1].tokens
    else { return nil }
    return (items[first].entity, items[first + 1].entity)
  }

  /// Whose deal the noun at token `i` is, and for what: Acme and Belcor in "Acme's Belcor deal".
  func owned(_ i: Int) -> (owner: Item, object: Item)? {
    guard prose.language == .english, let k = items.firstIndex(where: { $0.tokens.upperBound == i }), k > 0,
      items[k - 1].isPossessive, items[k - 1].tokens.upperBound + 1 == items[k].tokens.lowerBound
    else { return nil }
    return (items[k - 1], items[k])
  }

  /// From whom comes what is told of before token `end`: "bids had come from Acme", "l'offre émane d'Acme".
  func origin(_ end: Int) -> Item? {
    let behind = end..<min(end + 4, sentence.tokens.upperBound)
    guard let verb = behind.first(where: { prose.isIn(.comingFrom, $0) }),
      let item = items.first(where: { $0.tokens.lowerBound > verb }), let governor = item.governor,
      governor - verb <= 2, governor > verb,
      prose.language == .french
        ? prose.tokens[governor].has(.of) : prose.isIn(.from, governor)
    else { return nil }
    return item
  }

  private func namedPossessor(_ i: Int) -> Item? {
    items.last { item in
      item.isPossessive && item.tokens.upperBound < i && i - item.tokens.upperBound <= 6
        && !(item.tokens.upperBound + 1..<max(i, item.tokens.upperBound + 1)).contains {
          prose.isFinite($0) && !prose.tokens[$0].has(.participle) || prose.tokens[$0].isPunctuation
            || prose.tokens[$0].traits.hasAny(.preposition | .and)
        }
    }
  }

  /// The name that a noun at token `i` is compounded with: "the Acme bid".
  func modifier(_ i: Int) -> Item? {
    guard prose.language == .english else { return nil }
    // "backs Norvane bid"
    if let beside = items.last(where: { $0.tokens.upperBound == i }), !beside.isPossessive { return beside }
    return items.last {
      !$0.isPossessive && $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 1
        && ($0.tokens.upperBound..<i).allSatisfy { prose.tokens[$0].isWord && !prose.isFinite($0) }
        && $0.tokens.lowerBound > sentence.tokens.lowerBound
        && prose.tokens[$0.tokens.lowerBound - 1].has(.determiner)
    }
  }

  /// Who is said to be what the noun before token `end` names: "That bidder was Acme", "The seller is understood to be Acme".
  func predicate(_ end: Int) -> Item? {
    let item = items.first {
      $0.tokens.lowerBound >= end && ($0.governor == nil || prose.tokens[$0.governor ?? 0].has(.to))
    }
    guard let item, item.tokens.lowerBound - end <= 10 else { return nil }
    let between = end..<item.tokens.lowerBound
    guard between.contains(where: { prose.tokens[$0].has(.be) }),
      between.allSatisfy({
        prose.tokens[$0].isWord && !prose.tokens[$0].has(.by)
          && (!prose.isFinite($0) || prose.tokens[$0].traits.hasAny(.be | .participle | .modal))
      })
    else { return nil }
    return item
  }

  /// Who is in apposition to the noun from token `i` to `end`: "the bidder, Acme", "Acme, the bidder".
  func apposed(_ i: Int, _ end: Int) -> Item? {
    // "un repreneur évincé, l'homme d'affaires Marc Roe"
    let after = items.first { $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 7 }
    if let after, after.governor.map({ $0 < i }) ?? true,
      after.tokens.lowerBound - end <= 4
        || (end..<after.tokens.lowerBound).contains(where: { prose.tokens[$0].kind == .comma }),
      !(end..<after.tokens.lowerBound).contains(where: {
        prose.isFinite($0) && !(prose.language == .french && prose.tokens[$0].has(.participle))
      }),
      (end..<after.tokens.lowerBound).allSatisfy({
        prose.tokens[$0].kind == .comma || prose.tokens[$0].kind == .open || prose.tokens[$0].kind == .colon
          || prose.tokens[$0].insidePhrase
          || prose.tokens[$0].isWord && prose.tokens[$0].traits.isDisjoint(with: .and | .of | .relative)
            && !prose.tokens[$0].has(.preposition)
      })
    {
      return after
    }
    let before = items.last { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 6 && !$0.isPossessive }
    guard let before, prose.tokens[before.tokens.upperBound].kind == .comma,
      !(before.governor.map { prose.tokens[$0].has(.locative) } ?? false),
      !prose.hasFinite(before.tokens.upperBound..<i),
      (before.tokens.upperBound + 1..<max(i, before.tokens.upperBound + 1)).allSatisfy({
        prose.tokens[$0].isWord && prose.tokens[$0].traits.isDisjoint(with: .and | .of | .relative)
      })
    else { return nil }
    return before
  }
}
