import Stories

/// Tells where a story leaves the deal: by what its sentences say, of which headline and lede count most, for they sum it up.
struct StoryStage {
  let prose: Prose
  /// Whether the story tells of several deals: then its last one counts.
  let isRoundUp: Bool
  /// What the events of each token tell.
  private var told: [Told]
  /// Whether the sentence that is looked at goes on with one about the deal.
  private(set) var goesOn = false

  /// What the events of a word tell, a bit each.
  private struct Told: OptionSet {
    let rawValue: UInt8
    /// What is bought.
    static var object: Told { Told(rawValue: 1) }
    /// What is bought, and that it is something else than the target.
    static var other: Told { Told(rawValue: 2) }
    /// Who offers, or who answers.
    static var party: Told { Told(rawValue: 4) }
    /// Who sells.
    static var seller: Told { Told(rawValue: 8) }
  }

  /// Makes what tells the stage of the story about `targets`, in which `events` happen.
  init(_ prose: Prose, _ targets: [Int], _ events: [DealEvent]) {
    self.prose = prose
    isRoundUp = targets.count > 2
    told = [Told](filledWith: [], count: prose.tokens.count)
    for k in events.indices {
      let (object, wooed, token) = (events[k].object, events[k].wooed, events[k].token)
      if object != nil || wooed != nil { told[token].insert(.object) }
      if wooed != nil || !events[k].buyers.isEmpty { told[token].insert(.party) }
      if !events[k].sellers.isEmpty { told[token].insert(.seller) }
      if events[k].talkers.contains(where: { targets.contains($0) }) { told[token].insert(.object) }
      if let object, !targets.isEmpty, !targets.contains(object) { told[token].insert(.other) }
    }
  }

  /// Whether token `i` tells what is bought.
  @inline(__always) func tells(_ i: Int) -> Bool { told[i].contains(.object) }

  /// Whether token `i` names who offers, or who answers.
  @inline(__always) func names(_ i: Int) -> Bool { told[i].contains(.party) }

  /// Whether token `i` names who sells.
  @inline(__always) func isSold(_ i: Int) -> Bool { told[i].contains(.seller) }

  /// The traits of words of the trade.
  @inline(__always) static var trade: Traits { Trait.buy | .sell | .bid | .deal | .merge | .stake | .ware }

  /// Those of words that tell a stage by what they are said of.
  @inline(__always) private static var acts: Traits {
    Trait.buy | .sell | .merge | .refuse | .ware | .suitor | .choosing | .own
  }

  /// How much more a vote for a stage counts: what ends an offer or talks is seldom told without telling of them more than once.
  private static func gain(_ stage: Stage) -> Double {
    switch stage {
    case .rejected: 2
    case .withdrawn: 1.5
    case .completed: 1.6
    case .approved: 1.3
    case .blocked: 1.2
    default: 1
    }
  }

  /// The stage with the most votes, the earliest of several; `nil` if no sentence tells one.
  mutating func decide() -> Stage? {
    var votes = [Double](filledWith: 0, count: Stage.allCases.count)
    var place = 0
    var block = -1
    let isTicker = isTicker
    // What the sentence before voted for.
    var last: (index: Int, votes: Double)?
    var isAboutDeal = false
    // How often it was told as done what may have been agreed only, and whether it is to be completed yet.
    var seemsDone = 0.0
    var isOpen = false
    for sentence in prose.sentences {
      let kind = prose.blocks[sentence.block].kind
      guard kind == .headline || kind == .lede || kind == .paragraph else { continue }
      let isHeadline = kind == .headline
      let weight = isHeadline ? 2.5 : place == 0 ? 3.0 : place == 1 ? 1.5 : place == 2 ? 1.0 : 0.6
      if !isHeadline { place += 1 }
      // "It has not.": what was told before is not so.
      if let told = last, isDenial(sentence) { votes[told.index] -= told.votes }
      last = nil
      goesOn = isAboutDeal && opensWithPronoun(sentence.tokens)
      isAboutDeal = goesOn || speaksOfDeal(sentence)
      if sentence.traits.has(.we), isTakenBack(sentence.tokens) { continue }
      if sentence.hasStage(Arguments.done), isStillOpen(sentence.tokens) { isOpen = true }
      guard let (stage, sure) = vote(sentence, isHeadline: isHeadline),
        let index = Stage.allCases.firstIndex(of: stage)
      else { continue }
      if isRoundUp, sentence.block != block {
        for other in votes.indices { votes[other] = 0 }
      }
      // The latest that a ticker tells is how things stand.
      if isTicker, !isHeadline, sentence.block != block {
        for other in votes.indices { votes[other] *= 0.5 }
      }
      block = sentence.block
      let count = (isTicker && !isHeadline ? 1 : weight) * sure * StoryStage.gain(stage)
      votes[index] += count
      if stage == .completed, sure < 1 { seemsDone += count }
      last = (index, count)
    }
    // "has bought Belcor", but "completion is expected in May".
    if isOpen {
      votes[Arguments.done - 1] -= seemsDone
      votes[Arguments.accord - 1] += seemsDone
    }
    // What is done was agreed before.
    let done = Arguments.done - 1
    if votes[done] > 0.8 { votes[done] += 0.4 * votes[Arguments.accord - 1] }
    let best = votes.indices.max { votes[$0] < votes[$1] }
    return best.flatMap { votes[$0] > 0 ? Stage.allCases[$0] : nil }
  }

  /// Whether a sentence has words of the trade, or tells what is bought.
  private func speaksOfDeal(_ sentence: Sentence) -> Bool {
    sentence.traits.hasAny(StoryStage.trade) || sentence.tokens.contains { tells($0) }
  }

  /// What one sentence says, and how much that counts, from 0 to 1.
  private func vote(_ sentence: Sentence, isHeadline: Bool) -> (Stage, Double)? {
    let range = sentence.tokens
    if prose.isQuestionMark(range.upperBound - 1) { return nil }
    guard isHeadline || goesOn || speaksOfDeal(sentence), sentence.hasStage || sentence.traits.hasAny(StoryStage.acts)
    else { return nil }
    var noun: (Stage, Double)?
    var act: (Stage, Double)?
    for i in range where !prose.tokens[i].insidePhrase {
      let token = prose.tokens[i]
      guard
        token.info.stage > 0 || token.traits.hasAny(StoryStage.acts)
      else { continue }
      let isVerb =
        token.traits.hasAny(.finite | .participle | .infinitive | .gerund) && !isNoun(i)
        && (token.traits.isDisjoint(with: Traits(.deal)) || isInfinitive(i, range))
      // "which had bought Zenith in May": another deal.
      if told[i].contains(.other), isVerb, token.traits.hasAny(.buy | .sell | .bid) { continue }
      if act == nil, isVerb, token.traits.hasAny(.buy | .sell | .merge), token.info.stage == 0, !isBackground(i, range)
      {
        act = self.act(i, range, isHeadline: isHeadline)
        // "had bought something else": of what is not told, perhaps another deal.
        if let done = act, done.0 == .completed, !tells(i), !isSold(i), !isHeadline { act = (.completed, done.1 * 0.6) }
      }
      // "is to pay 38 million for the carrier"
      if act == nil, isVerb, token.has(.bid), token.info.stage == 0, names(i), isPriced(range), !isBackground(i, range),
        let paid = self.act(i, range, isHeadline: isHeadline), paid.0 == .agreed
      {
        act = (.agreed, paid.1 * 0.7)
      }
      if act == nil, let chosen = chosen(i, range, isVerb: isVerb) { act = chosen }
      // "Belcor's new owner, Acme"
      if act == nil, token.has(.own), names(i), tells(i) { act = (.completed, 0.5) }
      if noun == nil, let sought = sought(i, range) { noun = sought }
      // "the purchase of Belcor by Acme was announced"
      if noun == nil, !isVerb, token.traits.hasAny(.buy | .sell), token.info.stage == 0, tells(i),
        names(i), !isDoubtful(i, range), !isPlanned(i, range), !isNegated(i, range)
      {
        noun = (.agreed, isAnnounced(i, range) ? 0.5 : 0.2)
      }
      // "Acme announced a sale for 212 million": who sells, for how much, but not what.
      if noun == nil, !isVerb, token.has(.sell), token.info.stage == 0, isSold(i), isPriced(range),
        isAnnounced(i, range),
        !isDoubtful(i, range), !isPlanned(i, range), !isNegated(i, range)
      {
        noun = (.agreed, 0.5)
      }
      // "denied that it plans a bid": a rumour all the same.
      if token.has(.refuse), token.info.stage == 0, isVerb, noun == nil, i + 1 < range.upperBound,
        prose.tokens[i + 1].traits.isDisjoint(with: .to | .of),
        (i + 1..<min(i + 9, range.upperBound)).contains(where: { prose.tokens[$0].traits.hasAny(StoryStage.trade) })
      {
        noun = (.rumoured, 0.5)
      }
      if token.has(.ware), noun == nil {
        // "passe aux mains d'Acme", "est à vendre"
        let isGone = isVerb && tells(i)
        if isGone, names(i) { noun = (.agreed, 0.4) } else if !isVerb { noun = (.rumoured, 0.4) }
      }
      guard token.info.stage > 0, !prose.isThought(i), !isAdjective(i, range) else { continue }
      // "close to selling"
      if prose.isIn(.close, token), i + 1 < range.upperBound, prose.tokens[i + 1].has(.to) {
        continue
      }
      let stage = Stage.allCases[Int(token.info.stage) - 1]
      // "vies for market share": of no company.
      if token.traits.hasAny(.buy | .bid), isVerb, stage != .withdrawn, !tells(i), !names(i) {
        continue
      }
      if isVerb || token.has(.refuse) {
        guard var said = verb(stage, i, range) else { continue }
        // "The regulator looks at the purchase": as it is its office to.
        if said.0 == .rumoured, token.has(.buy), isOffice(before: i, range) { said = (.underReview, 0.6) }
        // "raised its bid after Belcor had rejected the first"
        let isOlder = said.0 == .rejected && (isPluperfect(i, range) || isAside(i, range))
        if isOlder || isBackground(i, range) {
          said.1 *= isOlder ? 0.75 : 0.3
          if noun == nil { noun = said }
          continue
        }
        // "Talks collapse": what ended them comes behind.
        guard said.0 == .inTalks || said.0 == .offered || said.0 == .rumoured else { return said }
        if noun.map({ $0.1 < said.1 }) ?? true { noun = said }
      } else if let named = named(stage, i, range) {
        // "the agreed purchase is still being reviewed"
        let isFurther = noun.map { $0.0 == .offered || $0.0 == .agreed && ($0.1 < 0.3 || named.1 >= $0.1) } ?? true
        if isFurther { noun = named }
      }
    }
    // "has no comment on a report that it bought Belcor"
    if noun.map({ $0.0 == .rumoured }) ?? (act != nil), isHeardOnly(range) { return (.rumoured, 0.6) }
    guard let act else { return noun }
    // "has held talks to buy": the noun says how far it has come.
    if let noun, noun.0 == .inTalks || (act.0 == .agreed || act.0 == .rumoured) && noun.1 >= act.1 { return noun }
    return act
  }

  /// What a verb that puts the deal at `stage` says of it.
  private func verb(_ stage: Stage, _ i: Int, _ range: Range<Int>) -> (Stage, Double)? {
    let isDenied = isNegated(i, range)
    if isLongAgo(i, range) { return nil }
    // "by accepting the offer it would"
    if stage == .agreed, prose.tokens[i].has(.receive), prose.tokens[i].has(.gerund) { return nil }
    switch stage {
    case .offered, .rumoured, .inTalks:
      if isDenied { return nil }
      return (stage, stage == .rumoured || isDoubtful(i, range) ? 0.6 : 0.8)
    case .rejected:
      // "refused to stop the deal"
      let stops = (i + 1..<max(i + 1, min(i + 6, range.upperBound))).contains {
        prose.tokens[$0].info.stage > 0 && Stage.allCases[Int(prose.tokens[$0].info.stage) - 1] == .blocked
      }
      if stops { return isDenied ? nil : (.approved, 0.9) }
      // "dismissed the suit against the deal"
      let reach = (i + 1..<max(i + 1, min(i + 6, range.upperBound)))
      if reach.contains(where: { prose.tokens[$0].has(.challenge) }) { return isDenied ? nil : (.approved, 0.7) }
      if isDenied { return nil }
      // "The judge refused to hear it": what a court or regulator refuses is no offer.
      if isOffice(before: i, range) { return isAboutDeal(i, range) && refusesDeal(i, range) ? (.blocked, 0.8) : nil }
      // "the story refuses to die"
      return (stage, tells(i) || hasTrade(near: i, range) ? 1 : 0.3)
    case .agreed:
      // "signs a letter of intent"
      let pact = (i + 1..<max(i + 1, min(i + 6, range.upperBound))).first {
        prose.tokens[$0].info.stage == UInt8(Arguments.talks)
      }
      if pact != nil, !isDenied { return (.inTalks, 0.8) }
      // "signs a decree"
      let isSo = (i + 1..<max(i + 1, min(i + 10, range.upperBound))).prefix {
        prose.tokens[$0].kind != .comma && prose.tokens[$0].kind != .semicolon
      }.contains { prose.tokens[$0].traits.hasAny(StoryStage.trade) }
      return isDenied || isDoubtful(i, range) || !isSo ? nil : (stage, 1)
    case .underReview:
      // A board examines an offer too.
      let isOfficial = range.contains { prose.tokens[$0].traits.hasAny(.regulator | .government | .oversight) }
      // "the offer, which a court will examine"
      let isAside = (max(range.lowerBound, i - 6)..<i).contains {
        $0 > range.lowerBound && prose.tokens[$0].has(.relative)
      }
      if !isDenied, looksAtOffers(i + Int(prose.tokens[i].phraseLength), range) { return (.offered, 0.4) }
      return isDenied ? nil : (stage, isOfficial && !isAside ? 0.8 : 0.3)
    case .approved:
      // "will not approve the sale"
      if isDenied, isAboutDeal(i, range),
        range.contains(where: { prose.tokens[$0].traits.hasAny(.regulator | .government | .oversight) })
      {
        return (.blocked, 0.8)
      }
      if isDenied || isDoubtful(i, range) || isToCome(i, range) || !isAboutDeal(i, range) { return nil }
      // The board's approval is the company's.
      let isOwn = (max(range.lowerBound, i - 8)..<i).contains { prose.tokens[$0].traits.hasAny(.board | .holder) }
      return isOwn ? (.agreed, 0.7) : (stage, 1)
    case .blocked:
      guard isAboutDeal(i, range) else { return nil }
      // "stopped paying the bill"
      let next = i + Int(prose.tokens[i].phraseLength)
      if next < range.upperBound, prose.tokens[next].has(.gerund),
        prose.tokens[next].traits.isDisjoint(with: StoryStage.trade)
      {
        return nil
      }
      let isOfficial = range.contains { prose.tokens[$0].traits.hasAny(.regulator | .government | .oversight) }
      // "will not block", "ne s'oppose pas", "declined to block"
      let isRefused = (max(range.lowerBound, i - 3)..<i).contains { prose.tokens[$0].has(.refuse) }
      if isDenied || isRefused { return isOfficial ? (.approved, 0.8) : nil }
      // "filed a suit to block the sale"
      if isToCome(i, range), range.contains(where: { prose.tokens[$0].has(.challenge) }) { return (.underReview, 0.7) }
      if !isOfficial { return (isPlanned(i, range) ? .underReview : stage, 0.3) }
      // "sued to block the deal"
      return isToCome(i, range) || isDoubtful(i, range) || isPlanned(i, range) ? (.underReview, 0.7) : (stage, 1)
    case .completed:
      // "finalized an agreement to sell"
      let isPact = (i + 1..<max(i + 1, min(i + 4, range.upperBound))).contains {
        prose.tokens[$0].info.stage == UInt8(Arguments.accord)
      }
      if isPact, !isDenied { return (.agreed, 0.9) }
      // "has not been completed"
      if isDenied { return isAboutDeal(i, range) ? (.agreed, 0.6) : nil }
      return isToCome(i, range) || isDoubtful(i, range) ? (.agreed, 0.5) : isAboutDeal(i, range) ? (stage, 1) : nil
    case .withdrawn:
      if isDenied || isToCome(i, range) || isDoubtful(i, range) { return nil }
      // "a scrap dealer weighs a bid"
      let isClose = tells(i) || names(i) || hasTrade(near: i, range)
      return isAboutDeal(i, range) ? (stage, isClose ? 1 : 0.4) : nil
    }
  }

  /// What a noun or phrase says that puts the deal at `stage`.
  private func named(_ stage: Stage, _ i: Int, _ range: Range<Int>) -> (Stage, Double)? {
    if isNegated(i, range), stage != .rejected { return nil }
    switch stage {
    case .offered:
      return isDoubtful(i, range) || isPlanned(i, range)
        ? (.rumoured, 0.4) : (stage, isPriced(range) || names(i) ? 0.5 : 0.3)
    case .inTalks where prose.language == .english && isHearsay(i, range): return (.rumoured, 0.5)
    case .approved, .completed: return isToCome(i, range) ? nil : (stage, 0.4)
    case .underReview: return (stage, isCondition(i, range) ? 0.1 : 0.5)
    case .agreed: return (stage, isDoubtful(i, range) ? 0.2 : 0.6)
    default: return (stage, 0.5)
    }
  }
}
