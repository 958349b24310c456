/// That somebody is named beside a word for bids: the weakest evidence, for those of whom nothing else is told.
struct Hint {
  var entity: Int
  /// What the bid is for, if that is told.
  var object: Int?
  /// Whether the words are those of who sells.
  var sells = false
}

extension DealEvents {
  /// How many tokens behind a name may still be said of it.
  private static let reach = 20

  /// Adds a hint for each business in the sentence that may be a bidder by the words around its name: "Acme, which had tabled
  /// an offer", "Acme has no interest", "Acme declined to comment", "speculation has centred on Acme".
  func addHints(_ a: Arguments, to hints: inout [Hint]) {
    guard !a.items.isEmpty else { return }
    let traits = a.traits
    // What a sentence that denies or shows an interest may say of somebody, besides words for bids.
    lazy var mayHint =
      traits.hasAny(.vying | .suitor | .bid)
      || a.sentence.hasStage(Arguments.talks)
      || a.sentence.tokens.contains { prose.isIn(.interested, $0) || prose.isIn(.comment, $0) }
    let isParting = traits.has(.parting)
    let sells =
      traits.has(.sell) && a.sentence.tokens.contains { prose.tokens[$0].has(.sell) && prose.tokens[$0].has(.deal) }
    let offers =
      traits.has(.bid) ? a.sentence.tokens.filter { prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal) } : []
    if traits.has(.vying), let item = a.revealedBehindColon() { hints.append(Hint(entity: item.entity)) }
    for item in a.items where cast.entities[item.entity].kind.isBusiness {
      // "For Acme the sale ends a chapter"
      let isFor = sells && item.governor == a.sentence.tokens.lowerBound
      if isParting || isFor, !item.isPossessive || item.tokens.lowerBound == a.sentence.tokens.lowerBound,
        item.governor.map({ prose.tokens[$0].has(.to) || prose.isIn(.for, $0) }) ?? true
      {
        hints.append(Hint(entity: item.entity, sells: true))
      }
      // "A spokesman for Acme", "others, such as Acme": as if it were the subject.
      let isSubject =
        item.governor.map { governor in
          prose.tokens[governor].has(.example) || governor > 0 && prose.tokens[governor - 1].has(.spokesperson)
            || isTakenUp(item, a)
        } ?? true
      if traits.hasAny(.choosing | .dossier), isWished(item) {
        hints.append(Hint(entity: item.entity))
        continue
      }
      if let governor = item.governor, !isSubject {
        if isVying(governor) { hints.append(Hint(entity: item.entity)) }
      } else if isTurnedDown(item, a) {
        hints.append(Hint(entity: item.entity))
      } else if item.isPossessive {
        // "is higher than Acme's"
        let next = item.tokens.upperBound + 1
        if let offer = offers.first, offer < item.tokens.lowerBound,
          next >= a.sentence.tokens.upperBound || prose.tokens[next].isPunctuation
        {
          hints.append(Hint(entity: item.entity))
        }
      } else if mayHint, !isObject(item, a), let hint = hint(behind: item, a) {
        hints.append(hint)
        if let other = asWell(item, a) { hints += a.all(other).map { Hint(entity: $0, object: hint.object) } }
      } else if traits.hasAny(.be | .example), traits.hasAny(.vying | .bid), isExample(item, a) {
        hints.append(Hint(entity: item.entity))
      }
    }
  }

  /// Whether a clause of its own behind `item` speaks of it: "should go to Acme, which was outbid in March".
  private func isTakenUp(_ item: Arguments.Item, _ a: Arguments) -> Bool {
    let end = item.tokens.upperBound
    return end + 1 < a.sentence.tokens.upperBound && prose.tokens[end].kind == .comma
      && prose.tokens[end + 1].has(.relative) && !prose.isIn(.whose, end + 1)
  }

  /// Whether `item` stands right behind a verb with a subject of its own, so that what follows is not said of it: "Acme, which
  /// bought Belcor in 1985, as a bidder".
  private func isObject(_ item: Arguments.Item, _ a: Arguments) -> Bool {
    let verb = item.tokens.lowerBound - 1
    return prose.language == .english && verb - 1 > a.sentence.tokens.lowerBound && prose.isFinite(verb)
      && prose.tokens[verb].traits.hasAny(.buy | .sell | .own)
      && prose.tokens[verb - 1].traits.hasAny(.relative | .have | .and)
  }

  /// "Les salariés auraient préféré Acme", "soutenait le projet d'Acme".
  private func isWished(_ item: Arguments.Item) -> Bool {
    let low = item.tokens.lowerBound
    if let governor = item.governor {
      return prose.language == .french && governor > 1 && prose.tokens[governor].has(.of)
        && low - governor <= 3 && prose.tokens[governor - 1].has(.dossier)
        && prose.tokens[governor - 2].has(.determiner)
    }
    guard low > 2 else { return false }
    let verb = prose.tokens[low - 1].traits.hasAny(.determiner | .company | .fund) ? low - 2 : low - 1
    return prose.tokens[verb].has(.choosing)
      && (prose.isFinite(verb) || prose.tokens[verb].has(.participle)) && !item.isPossessive
  }

  /// Of whom a sentence says at its end what it said of `item`: "Acme had looked at it, as had Belcor", "ainsi que le groupe Belcor".
  private func asWell(_ item: Arguments.Item, _ a: Arguments) -> Arguments.Item? {
    for other in a.items where other.tokens.lowerBound > item.tokens.upperBound + 2 && other.list != item.list {
      let before = max(item.tokens.upperBound, other.tokens.lowerBound - 6)..<other.tokens.lowerBound
      let isJoined =
        prose.language == .french
        ? before.contains { prose.isIn(.likewise, $0) && prose.tokens[$0 + 1].has(.that) }
        : before.contains { prose.isIn(.as, $0) && prose.tokens[$0 + 1].traits.hasAny(.have | .be) }
          || before.contains { prose.isIn(.likewise, $0) }
      if isJoined, !other.isPossessive { return other }
    }
    return nil
  }

  /// "turned Acme down".
  private func isTurnedDown(_ item: Arguments.Item, _ a: Arguments) -> Bool {
    let next = item.tokens.upperBound
    return next < a.sentence.tokens.upperBound && prose.isIn(.down, next)
      && (max(a.sentence.tokens.lowerBound, item.tokens.lowerBound - 3)..<item.tokens.lowerBound).contains {
        prose.isIn(.turning, $0)
      }
  }

  /// Whether the preposition at token `i` ends a phrase that names who bids: "centred on".
  private func isVying(_ i: Int) -> Bool {
    var head = i
    while head > 0, prose.tokens[head].insidePhrase { head -= 1 }
    return prose.tokens[head].has(.vying)
  }

  /// Whether `item` stands behind a verb of being or including as one of those who bid: "Among those that looked were Acme".
  private func isExample(_ item: Arguments.Item, _ a: Arguments) -> Bool {
    let first = a.items.first { $0.list == item.list } ?? item
    let start = a.sentence.tokens.lowerBound
    guard
      let verb = (max(start, first.tokens.lowerBound - 5)..<first.tokens.lowerBound).last(where: {
        prose.tokens[$0].traits.hasAny(.be | .example)
      }),
      !a.items.contains(where: {
        $0.tokens.upperBound <= verb && $0.governor == nil && prose.tokens[$0.tokens.lowerBound].isCapital
      })
    else { return false }
    return (start..<verb).contains { prose.tokens[$0].traits.hasAny(.vying | .bid) && !prose.tokens[$0].has(.deal) }
  }

  private func hint(behind item: Arguments.Item, _ a: Arguments) -> Hint? {
    var hasVerb = false
    var isDenied = false
    var isAnswer = false
    let start = item.tokens.upperBound
    let end = min(start + DealEvents.reach, a.sentence.tokens.upperBound)
    for i in start..<max(start, end) {
      let token = prose.tokens[i]
      if isDenied, prose.isIn(.comment, i) { return Hint(entity: item.entity) }
      if token.insidePhrase { continue }
      if token.kind == .semicolon || token.kind == .colon { return nil }
      // The next clause, of somebody else.
      if hasVerb, a.items.contains(where: { $0.tokens.lowerBound == i && $0.governor == nil && $0.list != item.list }) {
        return nil
      }
      if token.has(.negation) || token.has(.refuse) || token.has(.ne) { isDenied = true }
      if token.has(.sell) { return nil }
      if token.has(.vying) { return Hint(entity: item.entity) }
      if hasVerb, prose.isIn(.interested, token) { return Hint(entity: item.entity) }
      // "Acme said it was not in discussions with that company": of whom it is heard all the same.
      if hasVerb, isDenied, Int(token.info.stage) == Arguments.talks, token.traits.isDisjoint(with: .merge | .bid) {
        return Hint(entity: item.entity)
      }
      if token.has(.suitor) { return isCalled(i, behind: start) ? Hint(entity: item.entity) : nil }
      if hasVerb, token.has(.bid), isOwnBid(i, of: item, isAnswer, a) {
        let behind = i + Int(token.phraseLength)
        return Hint(entity: item.entity, object: a.complement(behind, in: .offerFor)?.entity)
      }
      if token.traits.hasAny(.receive | .refuse), token.traits.isDisjoint(with: .planning | .exclusion) {
        isAnswer = true
      }
      if prose.isFinite(i) || token.traits.hasAny(.have | .be | .modal | .infinitive) { hasVerb = true }
    }
    return nil
  }

  /// Whether the noun for a bidder at token `i` is said of who stands before token `start`: "was named preferred bidder".
  private func isCalled(_ i: Int, behind start: Int) -> Bool {
    (max(start, i - 4)..<i).contains {
      prose.tokens[$0].traits.hasAny(.be | .copula | .naming | .choosing) || prose.tokens[$0].has(.subordinator)
    }
      && !(max(start, i - 4)..<i).contains {
        prose.tokens[$0].has(.planning) || prose.language == .english && prose.isIn(.for, $0)
      }
  }

  /// Whether the bid at token `i` may be that of `item`: "an offer", "its offer", but not "the offer", "Acme's offer", nor one
  /// that it answers.
  private func isOwnBid(_ i: Int, of item: Arguments.Item, _ isAnswer: Bool, _ a: Arguments) -> Bool {
    let end = i + Int(prose.tokens[i].phraseLength)
    let isVerb = prose.tokens[i - 1].traits.hasAny(.modal | .to)
    if isAnswer, prose.tokens[i].has(.deal), !isVerb { return false }
    if let owner = a.possessor(i), owner.entity != item.entity { return false }
    if let author = author(end, a), author.entity != item.entity { return false }
    return !(max(item.tokens.upperBound, i - 4)..<i).contains {
      prose.tokens[$0].has(.determiner) && prose.tokens[$0].traits.isDisjoint(with: .indefinite | .possessive)
    }
  }

  /// Who is told to act with whom: "Acme's partners are Belcor and Norvane".
  private func partners(_ a: Arguments) -> [Int]? {
    guard a.traits.has(.partner),
      let noun = a.sentence.tokens.first(where: {
        prose.tokens[$0].has(.partner) && prose.tokens[$0].shape.contains(.plural)
      }),
      let owner = a.possessor(noun), let others = a.predicate(noun + 1),
      cast.entities[owner.entity].kind.isBusiness
    else { return nil }
    return [owner.entity] + a.all(others)
  }

  /// Adds those whom a word of preferring or beating sets side by side to `lists`: "preferred Acme to Belcor", "Acme won out over
  /// Belcor".
  func addOpponents(_ a: Arguments, to lists: inout [[Int]]) {
    // "It edged out Acme"
    if a.traits.has(.rival), let topic = a.topics.business, let first = a.sentence.tokens.first, a.isPronoun(first),
      let verb = a.sentence.tokens.first(where: { prose.tokens[$0].has(.rival) && !prose.tokens[$0].has(.preposition) }
      ),
      let beaten = a.next(verb + Int(prose.tokens[verb].phraseLength)), beaten.governor.map({ $0 < verb }) ?? true,
      !beaten.isPossessive, cast.entities[beaten.entity].kind.isBusiness, beaten.entity != topic.entity
    {
      lists.append([topic.entity] + a.all(beaten))
      return
    }
    if let allies = partners(a) {
      lists.append(allies)
      return
    }
    guard a.items.count > 1, a.traits.hasAny(.rival | .choosing | .vying | .ally),
      let word = a.sentence.tokens.first(where: { prose.tokens[$0].traits.hasAny(.rival | .choosing | .vying | .ally) })
    else { return }
    let isChoice = prose.tokens[word].has(.choosing)
    let around = a.items.filter { abs($0.tokens.lowerBound - word) <= 12 && cast.entities[$0.entity].kind.isBusiness }
    guard around.count > 1 else { return }
    for k in around.indices.dropFirst() {
      let (one, other) = (around[k - 1], around[k])
      // The second is governed; the first stands behind the verb if somebody chooses.
      guard one.entity != other.entity, other.tokens.lowerBound > word, isChoice == (one.tokens.lowerBound > word),
        !one.isPossessive, (0...8).contains(other.tokens.lowerBound - one.tokens.upperBound)
      else { continue }
      let between = one.tokens.upperBound..<other.tokens.lowerBound
      let isSetAgainst = between.contains {
        prose.tokens[$0].traits.hasAny(.rival | .ally) || prose.isIn(.over, $0)
          || isChoice && prose.tokens[$0].has(.to)
          || prose.tokens[word].has(.vying) && word < $0 && prose.isIn(.with, $0)
      }
      if isSetAgainst { lists.append(a.all(one) + a.all(other)) }
    }
  }
}
