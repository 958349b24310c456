import Stories

extension Prose {
  /// Whether the word of a completed deal at token `i` tells of a thought: "had concluded that it must sell".
  func isThought(_ i: Int) -> Bool {
    guard tokens[i].info.stage > 0, Stage.allCases[Int(tokens[i].info.stage) - 1] == .completed else { return false }
    return i + 1 < tokens.count && tokens[i + 1].has(.that)
  }
}

/// Tells where a claim puts the deal.
struct Stages {
  let prose: Prose

  /// The stage of a claim with its cue, which may be a verb of the trade itself: "agreed to sell Belcor", "rejected the bid".
  func stage(_ range: Range<Int>, cue: Range<Int>, _ certainty: Claim.Certainty) -> Stage? {
    let said = cue.first {
      prose.tokens[$0].info.stage > 0 && !prose.tokens[$0].insidePhrase && !prose.isThought($0)
        && !(prose.tokens[$0].has(.exclusion) && isNegated($0, cue))
    }
    if let said, range.contains(where: { prose.tokens[$0].traits.hasAny(Stages.trade) }) {
      return settled(Stage.allCases[Int(prose.tokens[said].info.stage) - 1], certainty)
    }
    return stage(range, certainty)
  }

  /// The stage in the words of `range`: that of its first verb of the trade, else of its first noun.
  func stage(_ range: Range<Int>, _ certainty: Claim.Certainty) -> Stage? {
    // A hearing is completed too, and an export approved: such words count beside those of the trade alone.
    let isAboutDeal = range.contains { prose.tokens[$0].traits.hasAny(Stages.trade) }
    var noun: Stage?
    var sells = false
    var isDone = false
    for i in range where !prose.tokens[i].insidePhrase {
      let token = prose.tokens[i]
      guard token.info.stage > 0 || token.traits.hasAny(.sell | .buy) else { continue }
      let isVerb =
        token.traits.hasAny(.finite | .participle | .infinitive) && token.traits.isDisjoint(with: Traits(.deal))
      // "Terms of the sale were not disclosed": the noun is not what is denied.
      if isVerb, token.traits.hasAny(.sell | .buy) {
        // "it has bought Belcor": done, if nothing before says that it is only wished or agreed.
        if !sells, token.has(.participle), isPast(i, range), !isStillToCome(i, range) { isDone = true }
        sells = true
      }
      guard token.info.stage > 0, !(token.has(.exclusion) && isNegated(i, range)), !prose.isThought(i) else { continue }
      let stage = Stage.allCases[Int(token.info.stage) - 1]
      guard isAboutDeal || stage == .rumoured || stage == .inTalks || stage == .offered || stage == .underReview else {
        continue
      }
      if stage == .completed, isStillToCome(i, range) { return settled(.agreed, certainty) }
      if isVerb || token.has(.refuse) { return settled(stage, certainty) }
      noun = noun ?? stage
    }
    if certainty == .denied, sells, noun == nil || noun == .offered { return .rejected }
    if certainty == .asserted, isDone, noun == nil { return .completed }
    return noun.flatMap { settled($0, certainty) }
  }

  /// "did not rule out", "n'exclut pas".
  private func isNegated(_ i: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, i - 3)..<min(range.upperBound, i + 3)).contains { prose.tokens[$0].has(.negation) }
  }

  /// Whether a participle tells what has been done: in French only behind "a" or "ont".
  private func isPast(_ i: Int, _ range: Range<Int>) -> Bool {
    prose.language == .english || (max(range.lowerBound, i - 3)..<i).contains { prose.tokens[$0].has(.have) }
  }

  /// "is expected to be completed", "at closing scheduled for May": what is still to come.
  private func isStillToCome(_ i: Int, _ range: Range<Int>) -> Bool {
    (max(range.lowerBound, i - 5)..<i).contains {
      prose.tokens[$0].traits.hasAny(.to | .modal | .uncertain | .conditional)
    }
      || (i..<min(range.upperBound, i + 5)).contains { prose.tokens[$0].has(.uncertain) }
  }

  @inline(__always) private static var trade: Traits { Trait.buy | .sell | .bid | .deal | .merge | .stake | .partner }

  /// What is denied did not happen: only a rejection stays one.
  private func settled(_ stage: Stage, _ certainty: Claim.Certainty) -> Stage? {
    guard certainty == .denied else { return certainty == .asked ? nil : stage }
    return stage == .rejected ? .rejected : nil
  }

  /// Where a story leaves the deal: the stage that most claims put it at, of which the first count more, for they sum up the
  /// story; and what the narrator asserts more than what a source does, or than what is uncertain.
  static func ofStory(_ claims: [Claim]) -> Stage? {
    var votes = [Double](filledWith: 0, count: Stage.allCases.count)
    for (index, claim) in claims.enumerated() {
      guard let stage = claim.stage, let place = Stage.allCases.firstIndex(of: stage) else { continue }
      var weight = claim.manner == .ownVoice ? 1.5 : 1.0
      if claim.certainty != .asserted { weight *= 0.5 }
      if index < 4 { weight *= 2.5 }
      votes[place] += weight
    }
    let best = votes.indices.max { votes[$0] < votes[$1] }
    return best.flatMap { votes[$0] > 0 ? Stage.allCases[$0] : nil }
  }
}
