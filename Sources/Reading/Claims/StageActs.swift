import Stories

/// What verbs of buying, selling and choosing tell of the stage, which say so by their tense and not by themselves.
extension StoryStage {
  /// What a verb of buying or selling at token `i` says by its tense: "will buy", "has bought", "wants to buy".
  func act(_ i: Int, _ range: Range<Int>, isHeadline: Bool) -> (Stage, Double)? {
    let token = prose.tokens[i]
    // "ont repris leurs discussions"
    if (i + 1..<max(i + 1, min(i + 4, range.upperBound))).contains(where: {
      prose.tokens[$0].info.stage == UInt8(Arguments.talks)
    }) {
      return (.inTalks, 0.7)
    }
    let before = max(range.lowerBound, i - 5)..<i
    let isPast = token.has(.participle) && before.contains { prose.tokens[$0].has(.have) }
    // "nobody buys a mill for the view": of nobody in the deal.
    if isNegated(i, range) { return isPast || !tells(i) && !names(i) && !isSold(i) ? nil : (.rejected, 0.6) }
    // "Acme, which bought Belcor in 2014": another deal, or this one long after.
    if isLongAgo(i, range) { return nil }
    if before.contains(where: { prose.tokens[$0].has(.relative) }) {
      return tells(i) && isPast && !isDoubtful(i, range) ? (.completed, 0.2) : nil
    }
    if prose.quotation[i] >= 0 { return nil }
    if isDoubtful(i, range) || isPlanned(i, range) || token.has(.planning) { return (.rumoured, 0.6) }
    // "est à vendre"
    if prose.language == .french, token.has(.infinitive), token.has(.sell), i - 2 >= range.lowerBound,
      prose.tokens[i - 1].has(.to), !isHeadline || prose.tokens[i - 2].has(.be)
    {
      return (.rumoured, 0.4)
    }
    // "hired a bank to sell Belcor"
    if token.has(.infinitive), (range.lowerBound..<i).contains(where: { prose.tokens[$0].has(.hire) }) {
      return (.rumoured, 0.5)
    }
    // "vient de racheter", "vient d'être racheté"
    if prose.language == .french, isJustDone(i, range) { return (.completed, 0.7) }
    if let passive = passive(i, range, isHeadline: isHeadline) { return passive }
    // "is buying"
    if token.has(.gerund),
      before.suffix(2).contains(where: { prose.tokens[$0].has(.be) && prose.tokens[$0].has(.finite) })
    {
      return (.agreed, 0.6)
    }
    // "Acme to buy Belcor"
    if token.has(.infinitive), isHeadline, prose.language == .english, i > range.lowerBound,
      prose.tokens[i - 1].has(.to),
      !prose.hasFinite(range.lowerBound..<i)
    {
      return (.agreed, 0.6)
    }
    // "close to selling"
    if token.has(.gerund), i - 2 >= range.lowerBound, prose.isIn(.close, i - 2) {
      return (.inTalks, 0.6)
    }
    let isAux = before.contains { prose.tokens[$0].has(.have) }
    if token.has(.participle), isAux || prose.language == .english && token.has(.finite) {
      return (.completed, 0.7)
    }
    // "took over": a past form of its own, no infinitive and without "s".
    if prose.language == .english, token.has(.finite), token.traits.isDisjoint(with: .infinitive | .participle),
      !isHeadline,
      prose.text[Int(token.end) - 1] != UInt8(ascii: "s")
    {
      return (.completed, 0.7)
    }
    if token.has(.infinitive), !isHeadline || prose.language == .french {
      guard let verb = (range.lowerBound..<i).last(where: { prose.isFinite($0) }) else { return nil }
      // "is to buy", "va racheter", "will buy"; "wants to buy", "plans to buy" are no agreement.
      let isSure = prose.tokens[verb].traits.hasAny(.be | .modal)
      return isSure ? (.agreed, 0.6) : nil
    }
    if token.has(.gerund) { return nil }
    return isHeadline ? (.agreed, prose.language == .french ? 0.4 : 0.6) : (.agreed, 0.25)
  }

  /// What a passive at token `i` says: "will be bought", "has been sold", "est racheté par".
  private func passive(_ i: Int, _ range: Range<Int>, isHeadline: Bool) -> (Stage, Double)? {
    guard prose.tokens[i].has(.participle) else { return nil }
    let before = max(range.lowerBound, i - 4)..<i
    guard let be = before.last(where: { prose.tokens[$0].has(.be) }) else {
      // "Belcor racheté par Acme"
      let isBare =
        prose.language == .french && prose.tokens[i].traits.isDisjoint(with: Traits(.finite))
        && !before.contains { prose.tokens[$0].has(.have) }
      return isBare && tells(i) ? isHeadline ? (.agreed, 0.4) : (.completed, 0.2) : nil
    }
    let isDone = before.contains { prose.tokens[$0].has(.have) }
    if isDone { return (.completed, 0.7) }
    let isSoon = before.contains {
      prose.tokens[$0].traits.hasAny(.modal | .to | .infinitive | .gerund) || prose.isIn(.being, $0)
    }
    if isSoon { return (.agreed, 0.6) }
    if prose.isIn(.was, be) { return (.completed, 0.6) }
    return (.agreed, 0.4)
  }

  /// "vient de racheter", "vient d'être racheté".
  private func isJustDone(_ i: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, i - 4)..<i).contains {
      prose.tokens[$0].has(.modal) && prose.tokens[$0 + 1].has(.of)
    }
  }

  /// "picks Acme as buyer": they are agreed.
  func chosen(_ i: Int, _ range: Range<Int>, isVerb: Bool) -> (Stage, Double)? {
    guard prose.tokens[i].has(.choosing), isVerb, names(i), !isNegated(i, range), !isDoubtful(i, range),
      !isPlanned(i, range)
    else { return nil }
    return (.agreed, 0.6)
  }

  /// "is seeking a buyer": nobody has come yet.
  func sought(_ i: Int, _ range: Range<Int>) -> (Stage, Double)? {
    guard prose.tokens[i].has(.suitor),
      (max(range.lowerBound, i - 4)..<i).contains(where: { prose.tokens[$0].has(.planning) })
    else { return nil }
    return (.rumoured, 0.5)
  }
}
