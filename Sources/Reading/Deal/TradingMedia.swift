import Stories

extension Cast {
  /// The same, with those papers and stations for companies that buy, bid or sell themselves: "Radio Roe's plan to buy",
  /// "the Coast Gazette has agreed to".
  func withTradingMedia(_ prose: Prose) -> Cast {
    guard entities.contains(where: { $0.kind.isMedium && $0.known < 0 }) else { return self }
    var trading: Set<Int> = []
    var reporting: Set<Int> = []
    for denotation in denotations where denotation.form == .name {
      let entity = entities[denotation.entity]
      guard entity.kind.isMedium, entity.known < 0 else { continue }
      if reports(denotation, prose) { reporting.insert(denotation.entity) }
      if trades(denotation, prose) { trading.insert(denotation.entity) }
    }
    var cast = self
    for entity in trading.subtracting(reporting) { cast.entities[entity].kind = .company }
    return cast
  }

  /// Whether a name stands where somebody asks or is told something: "Coast Gazette: Who bids?", "told the Coast Gazette".
  private func reports(_ denotation: Denotation, _ prose: Prose) -> Bool {
    let (low, end) = (denotation.tokens.lowerBound, denotation.tokens.upperBound)
    if end < prose.tokens.count, prose.tokens[end].kind == .colon { return true }
    return (max(0, low - 2)..<low).contains { prose.tokens[$0].has(.addressing) }
  }

  /// Whether a verb or noun of the trade is said of a name, with nothing between that reports.
  private func trades(_ denotation: Denotation, _ prose: Prose) -> Bool {
    guard let sentence = prose.sentence(of: denotation.tokens.lowerBound) else { return false }
    let end = denotation.tokens.upperBound
    for i in end..<max(end, min(end + 6, prose.sentences[sentence].tokens.upperBound)) {
      let token = prose.tokens[i]
      if token.traits.hasAny(.buy | .sell | .bid) { return true }
      if token.isPunctuation && token.kind != .quoteSingle || token.has(.and) || token.has(.that) { return false }
      let isCue = token.info.cue.isCue && prose.isFinite(i) && token.info.stage == 0
      // "Radio Roe's plan to buy"
      if isCue, !token.has(.planning), !prose.tokens[i - 1].traits.hasAny(.be | .possessive) { return false }
    }
    return false
  }
}
