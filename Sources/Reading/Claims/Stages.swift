import Stories

/// Tells where a claim puts the deal.
struct Stages {
  let prose: Prose

  /// The stage in the words of `range`: that of its first verb of the trade, else of its first noun.
  func stage(_ range: Range<Int>, _ certainty: Claim.Certainty) -> Stage? {
    // A hearing is completed too, and an export approved: such words count beside those of the trade alone.
    let isAboutDeal = range.contains { prose.tokens[$0].traits.hasAny(Stages.trade) }
    var noun: Stage?
    var sells = false
    for i in range where !prose.tokens[i].insidePhrase {
      let token = prose.tokens[i]
      if token.traits.hasAny(.sell | .buy) { sells = true }
      guard token.info.stage > 0 else { continue }
      let stage = Stage.allCases[Int(token.info.stage) - 1]
      guard isAboutDeal || stage == .rumoured || stage == .inTalks || stage == .offered || stage == .underReview else {
        continue
      }
      let isVerb =
        token.traits.hasAny(.finite | .participle | .infinitive) && token.traits.isDisjoint(with: Traits(.deal))
      if isVerb || token.has(.refuse) { return settled(stage, certainty) }
      noun = noun ?? stage
    }
    if certainty == .denied, sells, noun == nil || noun == .offered { return .rejected }
    return noun.flatMap { settled($0, certainty) }
  }

  private static let trade: Traits = Trait.buy | .sell | .bid | .deal | .merge | .stake | .partner

  /// What is denied did not happen: only a rejection stays one.
  private func settled(_ stage: Stage, _ certainty: Claim.Certainty) -> Stage? {
    guard certainty == .denied else { return certainty == .asked ? nil : stage }
    return stage == .rejected || stage == .blocked || stage == .offered ? .rejected : nil
  }

  /// Where a story leaves the deal: the last stage that its narrator asserts, else reports, else the first that a source
  /// gives.
  static func ofStory(_ claims: [Claim]) -> Stage? {
    let own = claims.filter { $0.manner == .ownVoice && $0.stage != nil }
    return own.last { $0.certainty == .asserted || $0.certainty == .denied }?.stage ?? own.last {
      $0.certainty == .reported
    }?.stage
      ?? claims.first { $0.stage != nil && ($0.certainty == .asserted || $0.certainty == .denied) }?.stage
      ?? claims.first { $0.stage != nil }?.stage
  }
}
