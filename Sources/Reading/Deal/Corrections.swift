import Stories

/// Who is meant where a sentence says who is not, and other turns by which a noun phrase hides who acts.
extension Arguments {
  /// Whom a sentence puts in the place of `antecedent`: Norvane in "Ce n'est pas Acme qui a racheté Belcor, mais
  /// Norvane", "It was not Acme which bought Belcor but Norvane".
  func corrected(_ antecedent: Item, behind i: Int) -> Item? {
    let low = max(sentence.tokens.lowerBound, antecedent.tokens.lowerBound - 6)
    guard
      let denial = (low..<antecedent.tokens.lowerBound).last(where: { prose.tokens[$0].has(.negation) }),
      !(denial + 1..<max(denial + 1, antecedent.tokens.lowerBound)).contains(where: {
        prose.isFinite($0) && !prose.tokens[$0].has(.company) || prose.tokens[$0].isPunctuation
      })
    else { return nil }
    // "Ce n'est pas", "It was not": a form of "to be" opens the sentence.
    guard (sentence.tokens.lowerBound..<denial).contains(where: { prose.tokens[$0].has(.be) }) else { return nil }
    guard let but = (i + 1..<max(i + 1, sentence.tokens.upperBound)).first(where: { prose.tokens[$0].has(.but) }) else {
      return nil
    }
    return items.first { $0.tokens.lowerBound > but && $0.governor == nil && !$0.isPossessive }
  }

  /// Whether the word at token `i`, which may be a verb, is the noun of an apposition: "Belcor, the last independent works in
  /// Denmark, from the Roe family".
  func isApposedNoun(_ i: Int, from start: Int) -> Bool {
    guard prose.language == .english, prose.tokens[i].has(.finite) else { return false }
    for j in stride(from: i - 1, through: max(start, i - 6), by: -1) {
      let token = prose.tokens[j]
      if token.kind == .comma { return prose.tokens[j + 1].has(.determiner) }
      if !token.isWord || prose.isFinite(j) || isPronoun(j) || token.traits.hasAny(.relative | .that | .and) {
        return false
      }
    }
    return false
  }

  /// The state that is the subject of the verb at token `i`: "L'Etat veut céder un tiers de Belcor", "The Polish government sold".
  func state(_ i: Int) -> Int? {
    guard let subject = cast.denotations(in: sentence.tokens.lowerBound..<i).last,
      cast.entities[subject.entity].kind == .government, subject.tokens.upperBound <= i,
      i - subject.tokens.upperBound <= 6,
      governor(subject.tokens.lowerBound) == nil, !isPossessive(subject.tokens.upperBound)
    else { return nil }
    let between = subject.tokens.upperBound..<i
    // "The government said it would sell", "wants to sell", but not "approved a plan to sell".
    guard
      !between.contains(where: { prose.tokens[$0].isPunctuation || prose.tokens[$0].traits.hasAny(.deal | .relative) }),
      !prose.tokens[i].has(.gerund)
    else { return nil }
    return cast.entities[subject.entity].speaksFor ?? subject.entity
  }

  /// The persons who part with what is their own: "The founders, Ann Roe and Marc Holm, sold their shares", "a vendu ses parts".
  func ownSellers(_ i: Int, _ end: Int) -> [Int] {
    guard let subject = subject(i), subject.named != subject.entity, cast.entities[subject.named].kind == .person,
      end + 1 < sentence.tokens.upperBound, prose.tokens[end].has(.possessive)
    else { return [] }
    let isShare = (end + 1..<min(end + 4, sentence.tokens.upperBound)).contains {
      prose.tokens[$0].has(.stake) && prose.tokens[$0].has(.deal) || prose.isIn(.shares, $0)
        // "vendent leur entreprise"
        || prose.language == .french && $0 == end + 1 && prose.tokens[$0].has(.company)
        // "vendent leurs 63 %"
        || prose.tokens[$0].kind == .symbol && prose.text[Int(prose.tokens[$0].start)] == UInt8(ascii: "%")
    }
    guard isShare else { return [] }
    var found: [Int] = []
    for item in items where item.list == subject.list && !found.contains(item.named) {
      if cast.entities[item.named].kind == .person { found.append(item.named) }
    }
    return found
  }

  /// Those who are listed behind the colon that ends what is said of offers: "Two of the offers come from the trade: Acme of Wick and
  /// Denmark's Norvane".
  func offerers(behind end: Int) -> [Int] {
    let reach = end..<min(end + 12, sentence.tokens.upperBound)
    guard let colon = reach.first(where: { prose.tokens[$0].kind == .colon }),
      !items.contains(where: { end <= $0.tokens.lowerBound && $0.tokens.upperBound <= colon })
    else { return [] }
    var found: [Int] = []
    for item in items where item.tokens.lowerBound > colon {
      // Behind a verb another part of the list must begin: "Acme, which has a mill, and Norvane".
      let words = colon + 1..<item.tokens.lowerBound
      let part = words.last { prose.tokens[$0].kind == .semicolon || prose.tokens[$0].has(.and) }
      let start = max(
        part ?? colon + 1, items.last { $0.tokens.upperBound <= item.tokens.lowerBound }?.tokens.upperBound ?? 0)
      if (start..<item.tokens.lowerBound).contains(where: { prose.isFinite($0) && !isPossessive($0) }) { break }
      // "Acme of Wick": where it is; what is listed with it has its preposition too, so that it is asked for again.
      if let governor = governor(item.tokens.lowerBound), governor > colon, prose.tokens[governor].has(.of),
        governor > colon + 1,
        items.contains(where: { $0.tokens.upperBound == governor })
      {
        continue
      }
      let kind = cast.entities[item.entity].kind
      if kind.isBusiness || kind == .person, !found.contains(item.entity) { found.append(item.entity) }
    }
    return found
  }
}
