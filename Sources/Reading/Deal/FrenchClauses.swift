/// What only French sentences say in a form of their own, as far as the rules of the trade ask for it.
extension Arguments {
  /// Whether the relative clause that begins at token `start` ends at a comma before token `i`, with nobody behind it who acts.
  func isClosed(relative start: Int, before i: Int) -> Bool {
    guard prose.language == .french, start > sentence.tokens.lowerBound, prose.tokens[start - 1].kind == .comma,
      let comma = (start + 1..<i).last(where: { prose.tokens[$0].kind == .comma }), comma - start > 2,
      !(comma + 1..<i).contains(where: { prose.tokens[$0].traits.hasAny(.and | .but | .relative) || prose.isFinite($0) }
      )
    else { return false }
    return !items.contains { $0.tokens.lowerBound > comma && $0.tokens.upperBound <= i && $0.governor == nil }
      && !(comma + 1..<i).contains { prose.isIn(.it, $0) || prose.tokens[$0].has(.they) }
  }

  /// Whether `item` is what a headline is about and not whose act the word at token `i` is: "Belcor : trois candidats en lice".
  func isTopic(_ item: Item, of i: Int) -> Bool {
    guard prose.language == .french, prose.blocks[sentence.block].kind == .headline, !prose.isFinite(i),
      item.tokens.lowerBound == sentence.tokens.lowerBound, item.tokens.upperBound + 1 < i
    else { return false }
    return prose.tokens[item.tokens.upperBound].kind == .colon && !prose.tokens[item.tokens.upperBound + 1].isQuote
  }

  /// Whether the preposition at token `i` says to whom something is given: "leurs parts au groupe Acme".
  func isGiven(by i: Int) -> Bool { prose.language == .french && prose.tokens[i].has(.to) }

  /// Whether the "de" at token `i` stands behind an insertion of who acts, right behind the noun that ends before token `start`:
  /// "l'acquisition, par Acme, de Belcor".
  func isBehindAgent(_ i: Int, from start: Int) -> Bool {
    guard prose.language == .french, start + 1 < i, prose.tokens[start].kind == .comma, prose.tokens[start + 1].has(.by)
    else { return false }
    // "…, de 34 % de Belcor"
    var first = i
    while first - 1 > start, prose.tokens[first - 1].kind == .number || prose.tokens[first - 1].kind == .symbol {
      first -= 1
    }
    if first < i, prose.tokens[first - 1].has(.of) { first -= 1 }
    return prose.tokens[first - 1].kind == .comma
  }

  /// Whether the "par" at token `i` belongs to a participle of owning that a comma parts from the word that ends before token `start`.
  func isOfParticiple(_ i: Int, from start: Int) -> Bool {
    guard let comma = (start..<max(start, i)).last(where: { prose.tokens[$0].kind == .comma }), comma > start,
      prose.tokens[comma + 1].has(.participle), prose.tokens[comma + 1].has(.own), comma + 1 < i
    else { return false }
    return !(comma + 1..<i).contains { prose.isFinite($0) && !prose.tokens[$0].has(.participle) }
  }

  /// Who stands before a description between commas that ends at token `comma`: "Belcor, spécialiste des cadrans émaillés, cédé".
  func describedItem(before comma: Int) -> Item? {
    guard prose.language == .french, let item = items.last(where: { $0.tokens.upperBound < comma }),
      (2...9).contains(comma - item.tokens.upperBound), prose.tokens[item.tokens.upperBound].kind == .comma
    else { return nil }
    let description = item.tokens.upperBound + 1..<comma
    guard
      description.allSatisfy({
        prose.tokens[$0].isWord && !prose.isFinite($0) && prose.tokens[$0].traits.isDisjoint(with: .relative | .and)
      }),
      prose.tokens[description.lowerBound].traits.isDisjoint(with: .of | .to | .by | .preposition | .locative)
    else { return nil }
    return item
  }

  /// Whether the state is the subject of the verb or noun at token `i`, or of the clause that the pronoun stands for.
  func isOfState(_ i: Int, _ pronoun: Int?) -> Bool {
    guard let pronoun else { return state(i) != nil }
    guard prose.isIn(.it, pronoun),
      let before = cast.denotations(in: sentence.tokens.lowerBound..<pronoun).last(where: {
        governor($0.tokens.lowerBound) == nil
      })
    else { return false }
    return cast.entities[before.entity].kind == .government
  }

  /// Those who lead a team, themselves and not those for whom they speak, with those beside them.
  func persons(of team: Item) -> [Int] {
    var found: [Int] = []
    for item in items where item.list == team.list && !found.contains(item.named) { found.append(item.named) }
    let led = all(team)
    for other in together(team) where !led.contains(other) && !found.contains(other) { found.append(other) }
    return found
  }

  /// Whom the bidder wants whom a noun at token `i` calls "son prétendant": who is named right before.
  func wooed(bySuitor i: Int) -> Item? {
    guard prose.language == .french, i - 2 > sentence.tokens.lowerBound, prose.tokens[i - 1].has(.possessive) else {
      return nil
    }
    return items.last { $0.tokens.upperBound <= i - 1 && i - 1 - $0.tokens.upperBound <= 1 && !$0.isPossessive }
  }

  /// Whether the noun from token `i` to `end` tells of the sale of its subject: "prépare sa vente".
  func isSoldItself(_ i: Int, _ end: Int) -> Bool {
    guard prose.language == .french, i > sentence.tokens.lowerBound, prose.tokens[i - 1].has(.possessive),
      prose.tokens[i - 1].end - prose.tokens[i - 1].start <= 3, !prose.tokens[i].shape.contains(.plural)
    else { return false }
    return end == sentence.tokens.upperBound || !prose.tokens[end].has(.of)
  }

  /// Whether `item` only says where something is that is sold: "vend ses scieries de Roc", "cède une cour à bois près de Roc".
  func isSiteOfWare(_ item: Item, from start: Int) -> Bool {
    guard prose.language == .french, let governor = item.governor, governor > start, item.tokens.count == 1,
      cast.entities[item.entity].kind == .unknown, cast.entities[item.entity].count == 1,
      cast.entities[item.entity].acts == 0
    else { return false }
    return prose.tokens[start].traits.hasAny(.possessive | .indefinite)
      && !(start..<governor).contains {
        prose.tokens[$0].has(.stake) || prose.isIn(.shares, $0) || prose.tokens[$0].kind == .symbol
      }
  }

  /// Whether `item` says where a part of the seller is that is sold: "la cession à Acme de ses usines de Roc".
  func isSiteOfOwn(_ item: Item, from start: Int) -> Bool {
    guard prose.language == .french, let governor = item.governor, item.tokens.count == 1,
      cast.entities[item.entity].kind == .unknown, cast.entities[item.entity].count == 1,
      let pronoun = (start..<max(start, governor)).last(where: { prose.tokens[$0].has(.possessive) })
    else { return false }
    return (pronoun..<governor).contains { prose.tokens[$0].has(.part) }
  }

  /// Whether the noun that ends before token `end` is of something of the subject, behind to whom it goes: "la cession à Acme de ses
  /// usines".
  func isOfOwn(_ end: Int) -> Bool {
    guard prose.language == .french else { return false }
    return (end..<min(end + 10, sentence.tokens.upperBound - 1)).contains {
      prose.tokens[$0].has(.of) && prose.tokens[$0 + 1].has(.possessive) && !prose.hasFinite(end..<$0)
    }
  }

  /// Who buys by the noun at token `i` that a pronoun stands before, and what was spoken of: "Acme a bouclé son acquisition".
  func acquisition(byPronoun i: Int, _ end: Int) -> (buyer: Item, object: Item?)? {
    guard prose.language == .french, i - 2 > sentence.tokens.lowerBound, prose.tokens[i - 1].has(.possessive),
      prose.tokens[i - 1].end - prose.tokens[i - 1].start <= 3, !prose.tokens[i].shape.contains(.plural),
      let buyer = items.last(where: { $0.tokens.upperBound < i && $0.governor == nil && !$0.isPossessive }),
      i - buyer.tokens.upperBound <= 7, prose.hasFinite(buyer.tokens.upperBound..<i)
    else { return nil }
    let before = items.last { $0.tokens.upperBound <= buyer.tokens.lowerBound && $0.governor == nil } ?? topics.business
    return (buyer, before.flatMap { $0.entity == buyer.entity ? nil : $0 })
  }

  /// Those whom a sentence lists behind a colon after having counted them: "Quatre groupes ont retiré le dossier : Acme, Belcor et
  /// Norvane", "Deux repreneurs ont visité l'usine : Acme et Belcor".
  func countedBidders() -> [Int] {
    guard prose.language == .french, sentence.has(.colon),
      let colon = sentence.tokens.first(where: { prose.tokens[$0].kind == .colon }),
      colon > sentence.tokens.lowerBound + 2,
      colon + 1 < sentence.tokens.upperBound, !prose.tokens[colon + 1].isQuote,
      !items.contains(where: { $0.tokens.upperBound <= colon && $0.governor == nil })
    else { return [] }
    let opening = sentence.tokens.lowerBound..<colon
    guard
      opening.contains(where: {
        prose.tokens[$0].traits.hasAny(.company | .fund | .suitor | .body) && prose.tokens[$0].shape.contains(.plural)
      }), prose.hasFinite(opening),
      !opening.contains(where: {
        prose.tokens[$0].traits.hasAny(.advise | .hire | .sell | .own | .holder | .outsider | .finance | .part)
      })
    else { return [] }
    let found = offerers(behind: colon)
    return found.count > 1 ? found : []
  }

  /// What an offer is for that the noun before token `end` is the subject of: "Trois offres ont été remises pour Belcor".
  func wantedBehindVerb(_ end: Int) -> Item? {
    // "l'offre qu'il présentera aux actionnaires d'Acme"
    if prose.language == .french,
      let held = items.first(where: { item in
        guard let governor = item.governor, governor > end, governor - end <= 12 else { return false }
        return prose.tokens[governor].has(.of) && prose.tokens[governor - 1].has(.holder)
      }), let governor = held.governor, !(end..<governor).contains(where: { prose.tokens[$0].isPunctuation })
    {
      return held
    }
    guard prose.language == .french, end < sentence.tokens.upperBound, prose.tokens[end].traits.hasAny(.have | .be)
    else {
      return nil
    }
    let next = items.first { $0.tokens.lowerBound > end }
    guard let next, next.tokens.lowerBound - end <= 8, let governor = next.governor, prose.isIn(.offerFor, governor),
      !(end..<governor).contains(where: { prose.tokens[$0].isPunctuation })
    else { return nil }
    return next
  }

  /// Who is behind a group that something goes to: "à l'équipe de direction, menée par Ann Roe et appuyée par Acme", "à une société
  /// détenue par Belcor".
  func band(behind end: Int) -> [Int] {
    guard prose.language == .french,
      let first = items.first(where: { item in
        item.tokens.lowerBound >= end && (item.governor.map { $0 > end && prose.tokens[$0].has(.by) } ?? false)
      }), let governor = first.governor,
      let participle = (max(end, governor - 6)..<governor).first(where: {
        prose.tokens[$0].has(.participle) && !prose.tokens[$0].isCapital
          && prose.tokens[$0].traits.isDisjoint(with: Traits(.deal))
      }),
      let group = (max(end, participle - 5)..<participle).last(where: {
        prose.tokens[$0].traits.hasAny(.body | .company | .fund | .suitor) && !prose.tokens[$0].isCapital
          && !prose.tokens[$0].insidePhrase
      }), group > end, !items.contains(where: { group <= $0.tokens.lowerBound && $0.tokens.upperBound <= governor }),
      (max(end, group - 2)..<group).contains(where: { prose.tokens[$0].has(.to) }), !prose.hasFinite(end..<governor)
    else { return [] }
    var found: [Int] = []
    for item in items where item.tokens.lowerBound >= first.tokens.lowerBound {
      guard item.list == first.list || (item.governor.map { prose.tokens[$0].has(.by) } ?? false) else { break }
      let entity = cast.entities[item.named].kind == .person ? item.named : item.entity
      if !found.contains(entity) { found.append(entity) }
    }
    return found
  }

  /// Who holds what is bought behind the verb that ends before token `start`: "rachète le bloc détenu par Acme", "les 51 % que
  /// possédait Acme".
  func holder(ofBlock start: Int) -> Item? {
    let reach = start..<min(start + 9, sentence.tokens.upperBound)
    guard let owned = reach.first(where: { prose.tokens[$0].has(.own) && prose.tokens[$0].has(.participle) }),
      !(start..<owned).contains(where: { prose.tokens[$0].kind == .comma || prose.isFinite($0) })
    else { return nil }
    return items.first { item in
      guard let governor = item.governor, governor > owned, governor - owned <= 5 else { return false }
      return prose.tokens[governor].has(.by)
    }
  }

  /// Who makes the offer that ends before token `end`, by the clause that follows: "l'offre que prépare Acme", "l'offre qu'il entend
  /// présenter".
  func maker(byRelative end: Int) -> Item? {
    guard prose.language == .french, end + 2 < sentence.tokens.upperBound, prose.tokens[end].has(.that),
      prose.tokens[end].traits.isDisjoint(with: Traits(.subordinator)) || prose.tokens[end].has(.relative)
    else { return nil }
    if prose.tokens[end + 1].has(.he), !prose.tokens[end + 1].has(.they) {
      return items.first { $0.tokens.upperBound < end && $0.governor == nil && !$0.isPossessive }
    }
    let next = items.first { $0.tokens.lowerBound > end }
    guard let next, next.tokens.lowerBound - end <= 5, next.governor == nil,
      !(end..<next.tokens.lowerBound).contains(where: { prose.tokens[$0].isPunctuation })
    else { return nil }
    return next
  }

  /// Whether the sentence says since which day of late something is so: "appartient depuis lundi à Acme", "Depuis mardi 2 avril".
  func isSinceOfLate(_ owner: Item) -> Bool {
    guard prose.language == .french else { return false }
    return (sentence.tokens.lowerBound..<owner.tokens.lowerBound).contains {
      prose.isIn(.now, $0)
        || prose.tokens[$0].has(.weekday) && $0 > sentence.tokens.lowerBound && prose.tokens[$0 - 1].has(.preposition)
    }
  }

  /// Who is named behind a description that holds a place: "un entrepreneur de Roc, Marc Holm".
  func described(_ item: Item) -> Item {
    guard prose.language == .french,
      cast.entities[item.entity].kind == .unknown || cast.entities[item.entity].kind == .place,
      let next = items.first(where: { $0.tokens.lowerBound == item.tokens.upperBound + 1 }),
      prose.tokens[item.tokens.upperBound].kind == .comma, next.governor == nil || next.governor == item.governor
    else { return item }
    return next
  }

  /// Whether another preposition stands between token `start` and what governs `item`: "un acheteur en vue depuis le retrait d'Acme".
  func isFar(_ item: Item, from start: Int) -> Bool {
    guard prose.language == .french, let governor = item.governor else { return false }
    return (start..<max(start, governor)).contains {
      prose.tokens[$0].has(.preposition) && prose.tokens[$0].traits.isDisjoint(with: .of | .to)
    }
  }

  /// Whether a noun for those who hold shares stands before `item`: "Ses actionnaires, Acme et Belcor".
  func isHolder(_ item: Item) -> Bool {
    let low = max(sentence.tokens.lowerBound, item.tokens.lowerBound - 5)
    return (low..<max(low, item.tokens.lowerBound)).contains { prose.tokens[$0].has(.holder) }
  }

  /// From whom somebody takes over what is his in some other way: "reprennent leur entreprise au fonds Acme".
  func sellerOfOwn(_ end: Int) -> Item? {
    guard end + 2 < sentence.tokens.upperBound, prose.tokens[end].has(.possessive),
      prose.tokens[end + 1].traits.hasAny(.company | .part)
    else { return nil }
    return items.first { $0.governor == end + 2 && prose.tokens[end + 2].has(.to) }
  }

  /// Whether the noun at token `i` is what an offer is for that somebody got: "a reçu une offre portant sur l'acquisition".
  func isOffered(_ i: Int) -> Bool {
    guard prose.language == .french else { return false }
    let before = max(sentence.tokens.lowerBound, i - 9)..<i
    guard let offer = before.first(where: { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) }) else {
      return false
    }
    return (max(sentence.tokens.lowerBound, offer - 10)..<offer).contains { prose.tokens[$0].has(.receive) }
      && !(offer..<i).contains { prose.tokens[$0].isPunctuation }
  }

  /// Whether `item` is called a part by a noun behind token `start`: "intégrées à la division Acme" says not who buys.
  func isOwnPart(_ item: Item, from start: Int) -> Bool {
    // Whom a pronoun stands for may be named in a sentence before.
    let low = max(start, sentence.tokens.lowerBound)
    return prose.language == .french
      && (low..<max(low, item.tokens.lowerBound)).contains {
        prose.tokens[$0].has(.part) && !prose.tokens[$0].isCapital
      }
  }

  /// The possessive pronoun of the description behind `item` that calls it a part: "Belcor, sa division de câbles".
  func possessive(behind item: Item) -> Int? {
    let comma = item.tokens.upperBound
    guard comma + 2 < sentence.tokens.upperBound, prose.tokens[comma].kind == .comma,
      prose.tokens[comma + 1].has(.possessive),
      (comma + 2..<min(comma + 5, sentence.tokens.upperBound)).contains(where: { prose.tokens[$0].has(.part) })
    else { return nil }
    return comma + 1
  }

  /// Whether the verb at token `i` says who has spoken: "« … », lâche Ann Roe".
  func isSpeech(_ i: Int) -> Bool {
    guard prose.language == .french, i - 2 >= sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma,
      prose.tokens[i - 2].isQuote, prose.isFinite(i), i + 1 < sentence.tokens.upperBound
    else { return false }
    return prose.tokens[i + 1].isCapital || prose.tokens[i + 1].has(.determiner)
  }

  /// Who stands right behind the colon of a sentence that names nobody before it: "Un autre nom est cité : l'italien Acme".
  func revealedBehindColon() -> Item? {
    guard prose.language == .french, let first = items.first(where: { cast.entities[$0.entity].kind.isBusiness }),
      let colon = sentence.tokens.first(where: { prose.tokens[$0].kind == .colon }), first.tokens.lowerBound > colon,
      first.tokens.lowerBound - colon <= 5, first.governor.map({ $0 < colon }) ?? true,
      !prose.hasFinite(colon..<first.tokens.lowerBound)
    else { return nil }
    return first
  }
}
