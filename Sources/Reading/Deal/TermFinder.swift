import Stories

/// Finds the figures of a deal and tells what they are figures of: by the words around them, in one pass over the story.
struct TermFinder {
  let prose: Prose
  let cast: Cast
  private let reader: FigureReader

  /// A term and its tokens.
  struct Found {
    var tokens: Range<Int>
    var term: Claim.Term
  }

  /// From this amount on a price is that of a company, not of a share.
  private static let whole = 10_000.0
  @inline(__always) private static var deal: Traits { Trait.buy | .sell | .bid | .merge | .stake | .deal }

  init(_ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>, _ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    reader = FigureReader(lexicon, text, prose.tokens)
  }

  /// The terms of the story, by place.
  func find() -> [Found] {
    var found: [Found] = []
    // The currency of the latest amount, which a bare "140 million" is in too.
    var currency: String?
    // Once a story speaks of a deal, its sums are the deal's unless the words around them say otherwise.
    let isAboutDeal = prose.sentences.contains { $0.traits.hasAny(TermFinder.deal) }
    for sentence in prose.sentences {
      let figures = reader.figures(sentence.tokens)
      for (index, figure) in figures.enumerated() {
        let previous = index > 0 ? figures[index - 1] : nil
        var kind = kind(figure, previous, sentence.tokens, isAboutDeal: isAboutDeal)
        if kind == nil, let last = found.last, last.term.kind == .stake, figure.unit == "%",
          last.tokens.upperBound == previous?.tokens.upperBound,
          goesOn(last.tokens.upperBound..<figure.tokens.lowerBound)
        {
          kind = .stake
        }
        let unit = figure.unit ?? currency
        if let unit, unit != "%" { currency = unit }
        guard let kind, let unit else { continue }
        found.append(
          Found(
            tokens: figure.tokens,
            term: Claim.Term(kind: kind, amount: figure.amount, unit: unit, span: figure.span)))
      }
    }
    return found
  }

  private func kind(_ figure: Figure, _ previous: Figure?, _ sentence: Range<Int>, isAboutDeal: Bool) -> Claim.Term
    .Kind?
  {
    let place = figure.tokens
    if figure.unit == "%" { return share(place, previous, sentence) }
    // "59 mln dlrs (37 mln stg)": a conversion.
    if let previous, place.lowerBound > sentence.lowerBound, prose.tokens[place.lowerBound - 1].kind == .open,
      previous.tokens.upperBound == place.lowerBound - 1
    {
      return nil
    }
    if figure.unit == nil, !standsAlone(place, sentence) { return nil }
    if before(place, 5, sentence, .fee) || behind(place, 6, sentence, .fee) { return .breakFee }
    if before(place, 5, sentence, .accounts) || isOfBooks(place, sentence) { return nil }
    if isTraded(place, sentence) { return nil }
    let each = perShare(place.upperBound, sentence)
    if let next = each ?? (figure.amount < TermFinder.whole ? place.upperBound : nil), next < sentence.upperBound,
      reader.roles(next).contains(.compare)
    {
      return nil
    }
    let isPriced = isAboutDeal || before(place, 6, sentence, .worth)
    if each != nil { return isPriced ? .pricePerShare : nil }
    if figure.amount < TermFinder.whole {
      let offers = sentence.contains {
        prose.tokens[$0].traits.hasAny(.buy | .bid | .sell) || reader.roles($0).contains(.worth)
      }
      return figure.unit != nil && offers ? .pricePerShare : nil
    }
    return isPriced ? .price : nil
  }

  // MARK: Percent

  private func share(_ place: Range<Int>, _ previous: Figure?, _ sentence: Range<Int>) -> Claim.Term.Kind? {
    if before(place, 4, sentence, .premium) || behind(place, 2, sentence, .premium) { return .premium }
    if isTraded(place, sentence) { return nil }
    return isStake(place, sentence) ? .stake : nil
  }

  /// "Oracle takes 12.5 percent and Walmart 7.5 percent", "to 11 pct from 9.7 pct": what was said of one figure holds for
  /// the next.
  private func goesOn(_ between: Range<Int>) -> Bool {
    between.count <= 12 && !prose.hasFinite(between)
      && !between.contains {
        prose.tokens[$0].kind == .semicolon || !reader.roles($0).isDisjoint(with: [.trading, .accounts])
      }
  }

  private func isStake(_ place: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let end = place.upperBound
    // "a 12.5 pct stake", "15 pct voting interest"
    for i in end..<min(end + 3, sentence.upperBound) {
      let token = prose.tokens[i]
      guard token.isWord, token.traits.isDisjoint(with: .of | .and), !prose.isFinite(i) else { break }
      if token.has(.stake), token.has(.deal) { return true }
    }
    if end < sentence.upperBound {
      let next = prose.tokens[end]
      if reader.roles(end).contains(.shares) { return true }
      // "31 pct of Acme's stock", "25 % au capital", "9.8 percent of Beta"
      if next.traits.hasAny(.of | .locative) || next.has(.of) {
        for i in end + 1..<max(end + 1, min(end + 7, sentence.upperBound)) {
          let token = prose.tokens[i]
          if token.isPunctuation && token.kind != .open && token.kind != .close || reader.roles(i).contains(.accounts) {
            break
          }
          if reader.roles(i).contains(.shares) || token.has(.company) && next.has(.of) { return true }
          if next.has(.of), let owned = cast.denotations(in: i..<i + 1).first,
            cast.entities[owned.entity].kind.isBusiness || cast.entities[owned.entity].kind == .person
          {
            return true
          }
        }
      }
    }
    // "holds 14.5 percent" and no more; not "bought 15 pct more coffee".
    guard standsAlone(place, sentence) else { return false }
    // "raised its stake to 11 pct from 9.7 pct", "holds 14.5 percent", "vendre ses 54 %"
    let start = place.lowerBound
    for i in stride(from: start - 1, through: max(sentence.lowerBound, start - 9), by: -1) {
      let token = prose.tokens[i]
      if token.kind == .comma || token.kind == .semicolon || token.kind == .colon || token.kind == .stop {
        return false
      }
      if token.has(.stake), token.has(.deal) || token.traits.hasAny(.finite | .infinitive) { return true }
      if reader.roles(i).contains(.shares), start - i <= 4 { return true }
      if token.has(.own), token.traits.hasAny(.finite | .infinitive | .gerund | .participle), start - i <= 4 {
        return true
      }
      if token.has(.buy) || reader.roles(i).contains(.holds), start - i <= 3 { return true }
      if token.has(.sell) {
        return prose.tokens[start - 1].traits.hasAny(.determiner | .possessive)
      }
      if token.has(.have), i == start - 1 { return true }
    }
    return false
  }

  // MARK: The words around a figure

  /// Whether one of the `count` tokens before a figure has `role`, with no comma or verb of another clause between.
  private func before(_ place: Range<Int>, _ count: Int, _ sentence: Range<Int>, _ role: TermWord.Roles) -> Bool {
    for i in stride(
      from: place.lowerBound - 1, through: max(sentence.lowerBound, place.lowerBound - count), by: -1)
    {
      let token = prose.tokens[i]
      if token.kind == .semicolon || token.kind == .comma || token.kind == .stop { return false }
      // Another figure ends it, but not the year of "an operating loss in 1986 of 381,000 dlrs".
      if token.kind == .number, token.end - token.start != 4 { return false }
      if reader.roles(i).contains(role) { return true }
    }
    return false
  }

  /// Whether a figure is what a share price moved by or to: "rose 5 pct", "closed at 14.85 euros".
  private func isTraded(_ place: Range<Int>, _ sentence: Range<Int>) -> Bool {
    for i in stride(from: place.lowerBound - 1, through: max(sentence.lowerBound, place.lowerBound - 4), by: -1) {
      let token = prose.tokens[i]
      if reader.roles(i).contains(.trading) { return true }
      if token.isPunctuation || token.traits.hasAny(.possessive | .indefinite) { return false }
    }
    return false
  }

  private func behind(_ place: Range<Int>, _ count: Int, _ sentence: Range<Int>, _ role: TermWord.Roles) -> Bool {
    for i in place.upperBound..<min(sentence.upperBound, place.upperBound + count) {
      let token = prose.tokens[i]
      if token.isPunctuation || token.kind == .number { return false }
      if reader.roles(i).contains(role) { return true }
    }
    return false
  }

  /// Whether a sum is one of the books: "300 mln dlrs in debt", "35 millions d'économies", "60 million a year".
  private func isOfBooks(_ place: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let i = place.upperBound
    guard i + 1 < sentence.upperBound else { return false }
    let next = prose.tokens[i]
    if next.has(.indefinite) || reader.roles(i).contains(.each), prose.tokens[i + 1].has(.time) {
      return true
    }
    return next.traits.hasAny(.of | .locative)
      && (i + 1..<min(i + 3, sentence.upperBound)).contains { reader.roles($0).contains(.accounts) }
  }

  /// Behind "a share", "par action", "in cash for each of your shares" from token `i` on; `nil` if nothing such is there.
  private func perShare(_ i: Int, _ sentence: Range<Int>) -> Int? {
    var counts = false
    for k in i..<min(i + 7, sentence.upperBound) {
      let token = prose.tokens[k]
      let roles = reader.roles(k)
      if token.isPunctuation || token.kind == .number { return nil }
      if roles.contains(.each) || k == i && token.traits.hasAny(.determiner | .indefinite) {
        counts = true
        // "dlrs each", "at 313.25p apiece"
        if k == i, token.traits.isDisjoint(with: .preposition | .indefinite),
          k + 1 >= sentence.upperBound || prose.tokens[k + 1].isPunctuation
        {
          return k + 1
        }
      } else if roles.contains(.shares) {
        return counts ? k + 1 : nil
      }
    }
    return nil
  }

  /// Whether a bare "140 million" or "12 pct" counts nothing else: no noun follows it, and it is no part of another figure.
  private func standsAlone(_ place: Range<Int>, _ sentence: Range<Int>) -> Bool {
    if place.lowerBound > sentence.lowerBound, prose.tokens[place.lowerBound - 1].traits.hasAny(.relative | .that) {
      return false
    }
    guard place.upperBound < sentence.upperBound else { return true }
    let next = prose.tokens[place.upperBound]
    if !reader.roles(place.upperBound).isDisjoint(with: .compare) { return false }
    return next.isPunctuation || next.traits.hasAny(.and | .but) || next.traits.hasAny(.by | .that) || next.has(.adverb)
      || next.has(.time) || next.has(.subordinator) || next.has(.to)
      || next.has(.preposition) && next.traits.isDisjoint(with: Traits(.of)) || next.has(.locative)
  }
}
