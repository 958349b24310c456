/// Who is named in answer to a question: "Who else wants it? Acme, a fund."
extension DealEvents {
  /// What the answers to a question name: who bids, or who sells.
  enum Asked {
    case bidder, seller
  }

  /// What the question in `sentence` asks for, if it is one of who bids or sells: "Qui d'autre est sur les rangs ?".
  func asked(_ sentence: Sentence) -> Asked? {
    let tokens = sentence.tokens
    guard tokens.count > 2, prose.blocks[sentence.block].kind != .headline, prose.isQuestionMark(tokens.upperBound - 1)
    else { return nil }
    let opening = tokens.prefix(3)
    let asksWho = opening.contains { prose.isIn(.who, $0) }
    let asksForMore = tokens.contains { prose.isIn(.other, $0) }
    // "Is there a white knight?"
    let traits = sentence.traits
    let asksForSuitor = tokens.count <= 12 && traits.has(.suitor)
    guard asksWho || asksForMore || asksForSuitor else { return nil }
    if asksWho, traits.hasAny(.sell | .own), traits.isDisjoint(with: .buy | .bid | .suitor) { return .seller }
    let isWished = tokens.contains { prose.isIn(.wishing, $0) }
    return traits.hasAny(.buy | .bid | .suitor) || isWished ? .bidder : nil
  }

  /// Who is named as what the sentence before spoke of without a name: "Il s'agit d'Acme", "It is Acme".
  func revealed(_ a: Arguments) -> Arguments.Item? {
    let start = a.sentence.tokens.lowerBound
    guard start + 2 < a.sentence.tokens.upperBound, let first = a.items.first, first.tokens.lowerBound - start <= 4,
      cast.entities[first.entity].kind.isBusiness || cast.entities[first.entity].kind == .person, !first.isPossessive
    else { return nil }
    // "They include Acme, Belcor and Norvane"
    if prose.tokens[start].has(.they), prose.tokens[start + 1].traits.hasAny(.be | .example),
      first.tokens.lowerBound - start <= 5
    {
      return first
    }
    if prose.language == .french {
      return prose.isIn(.it, start) && (start..<first.tokens.lowerBound).contains { prose.isIn(.beingAbout, $0) }
        ? first : nil
    }
    return prose.isIn(.it, start) && prose.tokens[start + 1].has(.be) && first.tokens.lowerBound == start + 2
      ? first : nil
  }

  /// Whether a sentence speaks of one who bids without naming anybody: "a buyer has been found".
  func isRiddle(_ a: Arguments) -> Bool {
    guard a.traits.hasAny(.suitor | .bid) else { return false }
    return a.sentence.tokens.contains {
      prose.tokens[$0].has(.suitor) && !prose.tokens[$0].has(.sell)
        || prose.tokens[$0].has(.bid) && prose.tokens[$0].info.stage == 1 && prose.tokens[$0].phraseLength > 1
    }
  }

  /// Whether a sentence sets one of two side by side: "On one side", "D'un côté", "De l'autre".
  func isSide(_ sentence: Sentence) -> Bool {
    let start = sentence.tokens.lowerBound
    guard sentence.tokens.count > 4 else { return false }
    return prose.tokens[start].traits.hasAny(.of | .preposition | .locative)
      && (start + 1..<start + 4).contains { prose.isIn(.side, $0) }
  }

  /// Who made one of several offers that were told of: "A third was put in by Acme", "One of those, from Acme, was lower", "La
  /// troisième, du chinois Holm, a été écartée".
  func maker(_ a: Arguments) -> Arguments.Item? {
    var i = a.sentence.tokens.lowerBound
    let end = a.sentence.tokens.upperBound
    // "La plus large émane d'Acme"
    if prose.language == .french, prose.tokens[i].has(.determiner), prose.tokens[i].isCapital,
      let origin = a.origin(i + 1),
      prose.isIn(.asMuch, i + 1)
    {
      return a.described(origin)
    }
    if i + 1 < end, prose.tokens[i].has(.determiner), !prose.isIn(.oneOfSeveral, i) { i += 1 }
    guard i + 3 < end, prose.isIn(.oneOfSeveral, i) else { return nil }
    while i + 1 < end, prose.isIn(.oneOfSeveral, i + 1) { i += 1 }
    // "A third mill" is something else.
    let next = prose.tokens[i + 1]
    guard
      next.kind == .comma || next.traits.hasAny(.of | .be | .have | .modal | .by) || next.has(.preposition)
        || prose.language == .french && prose.isIn(.comingFrom, i + 1)
    else {
      return nil
    }
    let item = a.items.first { item in
      guard let governor = item.governor, governor > i, item.tokens.lowerBound - i <= 14 else { return false }
      let token = prose.tokens[governor]
      let isFrom =
        prose.language == .french
        ? token.has(.of) && prose.tokens[governor - 1].kind == .comma : prose.isIn(.from, governor)
      return token.has(.by) || isFrom
    }
    if prose.language == .french, item == nil, let origin = a.origin(i + 1) { return a.described(origin) }
    guard let item, !item.isPossessive, !prose.isQuestionMark(end - 1) else { return nil }
    return a.described(item)
  }

  /// Those whom an answer names before it says anything of them: "Acme, a fund", "Un consortium formé par Acme et Belcor".
  func answers(_ a: Arguments) -> [Int] {
    let start = a.sentence.tokens.lowerBound
    let end = a.sentence.tokens.first { prose.isFinite($0) } ?? a.sentence.tokens.upperBound
    let opening = start..<end
    let first = a.items.first { $0.tokens.upperBound <= end && !$0.isPossessive }
    // "Acme wants to grow" says something else.
    guard let first,
      first.tokens.upperBound == a.sentence.tokens.upperBound
        || prose.tokens[first.tokens.upperBound].isPunctuation || prose.tokens[first.tokens.upperBound].has(.and)
    else { return [] }
    if first.governor == nil { return a.together(first) }
    guard let member = a.member(opening) else { return [] }
    return a.together(member)
  }
}
