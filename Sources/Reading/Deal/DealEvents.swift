import Stories

/// Reads the events of a deal out of the sentences: from the verbs and nouns of the trade and their arguments.
struct DealEvents {
  let prose: Prose
  let cast: Cast
  /// The businesses that sentences list with each other: "Acme, Belcor and Norvane".
  private(set) var lists: [[Int]] = []
  /// Who is named beside words for bids, though no rule tells what they do.
  private(set) var hints: [Hint] = []
  /// Which businesses are parts of others.
  private(set) var belongings: [Belonging] = []
  /// Whether somebody was said to sell what had no name yet.
  private(set) var sellsUnnamed = false
  /// The parts of businesses that are told of without a name.
  let units: DescribedUnits

  @inline(__always) private static var trade: Traits {
    Trait.buy | .sell | .bid | .merge | .stake | .partner | .own | .refuse | .suitor | .holder | .advise | .hire
      | .receive | .outward | .part | .ware | .naming | .asking | .choosing | .luring | .rival | .taking | .deal
  }

  /// What tells the story; a kicker or credit names nobody whom a pronoun means.
  @inline(__always) private static func tells(_ kind: Layout.Kind) -> Bool {
    kind == .headline || kind == .lede || kind == .paragraph
  }

  /// The stages whose words name somebody though they are none of the trade: talks, and giving up.
  @inline(__always) private static func names(_ stage: UInt8) -> Bool {
    stage == UInt8(Arguments.talks) || stage == UInt8(Arguments.end)
  }

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    units = DescribedUnits(prose, after: cast)
  }

  /// The events of the story, by place.
  mutating func find() -> [DealEvent] {
    // In French "celle d'Acme" and "au capital" tell too.
    let words = prose.language == .french ? DealEvents.trade.union(.it | .they | .industry) : DealEvents.trade
    var events: [DealEvent] = []
    events.reserveCapacity(16)
    var leads = true
    var topics = Arguments.Topics()
    var block = -1
    // What the question asked that the sentence may answer, and the last block with such a question.
    var asked: (Asked, block: Int)?
    var isRiddled = false
    // Whether several offers were spoken of.
    var isContested = false
    let arguments = Arguments(prose, cast)
    // What a method is handed to change is no part of the reader, which would be copied with all that it holds.
    var (lists, hints, belongings): ([[Int]], [Hint], [Belonging]) = ([], [], [])
    defer { (self.lists, self.hints, self.belongings) = (lists, hints, belongings) }
    for sentence in prose.sentences {
      // Headline and first sentence say in few words what the story is about.
      let isHeadline = prose.blocks[sentence.block].kind == .headline
      let weight = isHeadline || leads ? 2.0 : 1.0
      if !isHeadline { leads = false }
      if sentence.block != block, prose.blocks[sentence.block].kind == .headline { topics = .init() }
      block = sentence.block
      arguments.read(sentence, after: topics)
      if DealEvents.tells(prose.blocks[sentence.block].kind) { topics = arguments.nextTopics }
      if DealEvents.tells(prose.blocks[sentence.block].kind) {
        arguments.addLists(to: &lists)
        addOpponents(arguments, to: &lists)
        if isHeadline, let topic = arguments.headlineTopic {
          // "Belcor : Acme relève son offre"
          events.append(
            DealEvent(object: topic.entity, weight: 0.5, block: sentence.block, token: sentence.tokens.lowerBound))
        }
        if isRiddled, let revealed = revealed(arguments) {
          var event = DealEvent(weight: 1, block: sentence.block, token: sentence.tokens.lowerBound)
          // "They include Acme, Belcor and a partnership between Norvane and Holm"
          let all = arguments.enumerated(from: revealed.tokens.lowerBound)
          event.buyers =
            prose.tokens[sentence.tokens.lowerBound].has(.they) && all.count > 1 ? all : arguments.all(revealed)
          event.isByName = true
          events.append(event)
        }
        isRiddled = isRiddle(arguments)
        if isContested, let maker = maker(arguments) {
          var event = DealEvent(weight: 1, block: sentence.block, token: sentence.tokens.lowerBound)
          event.buyers = cast.entities[maker.named].kind == .person ? [maker.named] : arguments.all(maker)
          event.isByName = true
          events.append(event)
        } else if isContested, isSide(sentence) {
          let side = sentence.tokens.first { prose.tokens[$0].kind == .comma } ?? sentence.tokens.lowerBound
          let first = arguments.items.first { $0.tokens.lowerBound > side }
          let member = arguments.member(side..<sentence.tokens.upperBound)
          let named = first.flatMap { $0.governor == nil ? $0 : nil } ?? member
          if let named {
            var event = DealEvent(weight: 1, block: sentence.block, token: sentence.tokens.lowerBound)
            event.buyers = arguments.all(named)
            event.isByName = true
            events.append(event)
          }
        }
        if !isHeadline, !isContested, arguments.traits.hasAny(.bid | .suitor),
          sentence.tokens.contains(where: {
            prose.tokens[$0].traits.hasAny(.bid | .suitor) && prose.tokens[$0].shape.contains(.plural)
          })
        {
          isContested = true
        }
        if let question = self.asked(sentence) {
          asked = (question, sentence.block)
        } else if let (question, place) = asked {
          if sentence.block > place + 1 || prose.isQuestionMark(sentence.tokens.upperBound - 1) {
            asked = nil
          } else {
            let named = answers(arguments)
            if !named.isEmpty {
              var event = DealEvent(weight: 1, block: sentence.block, token: sentence.tokens.lowerBound)
              if question == .seller { event.sellers = named } else { event.buyers = named }
              event.isByName = true
              events.append(event)
            }
          }
        }
        if !isHeadline, case let counted = arguments.countedBidders(), !counted.isEmpty {
          var event = DealEvent(weight: 1, block: sentence.block, token: sentence.tokens.lowerBound)
          event.buyers = counted
          event.isByName = true
          events.append(event)
        }
        arguments.addBelongings(to: &belongings)
        addHints(arguments, to: &hints)
      }
      guard
        sentence.traits.hasAny(words) || sentence.hasStage(Arguments.talks) || sentence.hasStage(Arguments.end)
      else { continue }
      // Whether the sentence has a noun for a part of a business.
      var hasUnit: Bool?
      for i in sentence.tokens
      where (prose.tokens[i].traits.hasAny(words) || DealEvents.names(prose.tokens[i].info.stage))
        && !prose.tokens[i].insidePhrase
      {
        guard tells(i, arguments) else { continue }
        // Read where it stays: an event that is passed on is copied with all its lists.
        events.append(DealEvent(weight: weight, block: sentence.block, token: i))
        let last = events.count - 1
        read(i, arguments, &events[last])
        if events[last].object == nil, !events[last].sellers.isEmpty { sellsUnnamed = true }
        guard DealEvents.trades(prose.tokens[i].traits) else { continue }
        let hasUnits = hasUnit ?? sentence.tokens.contains { prose.isIn(.unit, $0) }
        hasUnit = hasUnits
        if hasUnits { takeUnit(i, arguments, &events[last], weight: weight) }
      }
    }
    followUnits()
    return events
  }

  /// Whether the word at token `i` tells of an event, and is no part of a name.
  private func tells(_ i: Int, _ arguments: Arguments) -> Bool {
    let token = prose.tokens[i]
    let isTrade = token.traits.hasAny(DealEvents.trade) || DealEvents.names(token.info.stage)
    return (isTrade || isAnother(i, arguments) || isCapital(i, arguments)) && !isInName(i, arguments)
      && !arguments.isSpeech(i)
  }

  /// Reads what the word of the trade at token `i` tells into its `event`.
  private func read(_ i: Int, _ arguments: Arguments, _ event: inout DealEvent) {
    let token = prose.tokens[i]
    let traits = token.traits
    let isVerb =
      traits.hasAny(.finite | .infinitive | .participle | .gerund) && !isNoun(i)
      && (!traits.has(.deal) || isInfinitive(i, arguments.sentence))
    // A phrase may have been found across the end of a sentence.
    let end = min(i + Int(token.phraseLength), arguments.sentence.tokens.upperBound)
    if !cast.pairs.isEmpty, !isVerb, traits.hasAny(.deal | .merge | .buy), let pair = arguments.pair(i, end) {
      event.buyers = [pair.0]
      event.object = pair.1
      event.weight *= 0.6
      event.isMutual = true
    } else if isCapital(i, arguments) {
      enter(i, end, arguments, &event)
    } else if traits.has(.ware) {
      forSale(i, end, arguments, &event, isVerb: isVerb)
    } else if traits.has(.naming), !traits.hasAny(.bid | .sell | .buy) {
      name(i, end, arguments, &event, isVerb: isVerb)
    } else if token.info.stage == UInt8(Arguments.talks), traits.isDisjoint(with: .merge | .bid) {
      talk(i, end, arguments, &event)
    } else if traits.has(.choosing) {
      if isVerb { choose(i, end, arguments, &event) }
    } else if traits.has(.luring), isVerb, arguments.lured(end) != nil {
      event.object = arguments.subject(i)?.entity
      event.buyers = arguments.all(arguments.lured(end))
      // "intéresserait Acme": it is heard that he may buy it.
      event.weight *= traits.has(.conditional) ? 0.8 : 0.7
    } else if traits.has(.rival), traits.has(.buy), isVerb {
      // "souffle Belcor à Acme": who had bid for it too.
      buyVerb(i, end, arguments, &event)
      event.buyers += event.sellers
      event.sellers = []
    } else if traits.has(.rival), isVerb, prose.language == .english || !traits.has(.preposition) {
      outbid(i, end, arguments, &event)
    } else if traits.has(.rival), token.phraseLength > 1, prose.language == .english, prose.isIn(.from, end - 1) {
      // "a rival bid from Acme fell through", "is facing competition from Acme for Belcor"
      event.buyers = arguments.all(arguments.items.first { $0.governor == end - 1 })
      event.object = arguments.complement(end, in: .for)?.entity
      if event.object != nil { event.buyers += arguments.together(arguments.subject(i)).filter { $0 != event.object } }
    } else if token.info.stage == UInt8(Arguments.end), token.phraseLength > 1,
      prose.tokens[end - 1].info.stage == UInt8(Arguments.talks)
    {
      // "a mis fin aux pourparlers avec Acme"
      talk(i, end, arguments, &event)
    } else if prose.language == .french, token.info.stage == UInt8(Arguments.end), !isVerb, token.phraseLength == 1,
      traits.isDisjoint(with: .buy | .sell | .bid), let quitter = arguments.complement(end, .of),
      quitter.governor == end
    {
      // "après l'abandon d'Acme"
      event.buyers = arguments.all(quitter)
      event.weight *= 0.6
    } else if token.info.stage == UInt8(Arguments.end), isVerb, traits.isDisjoint(with: .buy | .sell | .bid) {
      giveUp(i, end, arguments, &event)
    } else if traits.has(.it) || isAnother(i, arguments) {
      event.buyers = arguments.all(arguments.complement(end, .of))
      event.weight *= 0.8
    } else if traits.has(.suitor) {
      suitor(i, end, arguments, &event)
    } else if traits.has(.buy) {
      isVerb ? buyVerb(i, end, arguments, &event) : buyNoun(i, end, arguments, &event)
    } else if traits.has(.sell) {
      isVerb ? sellVerb(i, end, arguments, &event) : sellNoun(i, end, arguments, &event)
    } else if traits.has(.bid) {
      isVerb ? bidVerb(i, end, arguments, &event) : bidNoun(i, end, arguments, &event)
    } else if traits.has(.merge) {
      merge(i, end, arguments, &event)
    } else if traits.has(.own), traits.has(.part) {
      belong(i, end, arguments, &event)
    } else if traits.has(.own), !(traits.has(.stake) && traits.has(.deal) && !isVerb) {
      own(i, end, arguments, &event, isVerb: isVerb)
    } else if traits.has(.stake), traits.has(.deal) {
      stake(i, end, arguments, &event)
    } else if traits.has(.partner) {
      partner(i, end, arguments, &event, isVerb: isVerb)
    } else if traits.has(.holder) {
      hold(i, end, arguments, &event)
    } else if isVerb, prose.isIn(.keeping, i), keep(i, end, arguments, &event) {
      // "Acme will retain 30 percent", "Acme has decided to keep Belcor"
    } else if traits.hasAny(.advise | .hire), isVerb {
      advise(i, end, arguments, &event)
    } else if traits.has(.refuse) {
      refuse(i, end, arguments, &event)
    } else if traits.has(.outward) {
      takePrivate(i, arguments, &event)
    } else if traits.has(.part) {
      part(i, end, arguments, &event)
    } else if traits.has(.receive), isVerb, !isPassive(i, end, arguments.sentence), isPriced(end, arguments.sentence),
      let payer = arguments.complement(end, in: .from), let paid = arguments.subject(i), payer.entity != paid.entity
    {
      // "will receive 300 million euros from Acme for Belcor"
      event.object = arguments.complement(end, in: .for)?.entity
      event.buyers = arguments.all(payer)
      event.sellers = arguments.all(paid)
    } else if traits.hasAny(.taking | .asking | .receive), isVerb, winsBusiness(i, end, arguments) {
      buyVerb(i, end, arguments, &event)
    } else if traits.has(.taking), isVerb, !isSupposed(i, arguments.sentence), takesShare(end, arguments.sentence) {
      event.weight *= 0.5
      buyVerb(i, end, arguments, &event)
    } else if traits.has(.asking), isVerb, isPriced(end, arguments.sentence) {
      // "the family, which wants 60 million"
      event.weight *= 0.6
      let asking = arguments.subject(i)
      // "The activist shareholder Acme wants 29 euros"
      let isHolder =
        asking.map { item in
          (max(0, item.tokens.lowerBound - 3)..<item.tokens.lowerBound).contains {
            prose.tokens[$0].has(.holder)
          }
        } ?? false
      if isHolder {
        event.holders = arguments.all(asking)
      } else {
        event.sellers = arguments.all(asking).filter { cast.entities[$0].kind != .person }
      }
    } else if traits.has(.deal), !isVerb {
      pact(i, end, arguments, &event)
    }
    if traits.hasAny(.buy | .sell), isVerb, isOfOld(i, end, arguments.sentence) {
      if traits.has(.buy), event.object != nil, event.sellers.isEmpty, !arguments.isInfinitive(i) {
        // "Belcor, which Acme bought six years ago": whoever sells it now.
        event.sellers = event.buyers.filter { cast.entities[$0].kind != .person }
        event.buyers = []
        event.isState = true
        event.weight *= 0.6
      } else {
        event.weight *= 0.3
      }
    }
    if event.sellers.isEmpty, isVerb, traits.has(.sell) || traits.has(.choosing) && !event.buyers.isEmpty,
      let state = arguments.state(i)
    {
      event.sellers = [state]
    }
    // "L'Etat va acquérir un tiers de Belcor"
    if event.buyers.isEmpty, event.object != nil, isVerb, traits.has(.buy), !isPassive(i, end, arguments.sentence),
      let state = arguments.state(i)
    {
      event.buyers = [state]
    }
    // "Le gouvernement a lancé la vente de Belcor"
    if event.sellers.isEmpty, !isVerb, traits.has(.sell), traits.has(.deal),
      let verb = governingVerb(i, arguments.sentence),
      prose.tokens[verb].has(.planning) || prose.isIn(.launching, verb), let state = arguments.state(verb)
    {
      event.sellers = [state]
    }
    // "had paid 30 million for it in 2011": whoever sells it now.
    if traits.has(.bid), token.info.stage == 0, isVerb, isOfOld(i, end, arguments.sentence) {
      event.sellers = event.buyers
      event.buyers = []
      event.isState = true
    }
    if !event.buyers.isEmpty, traits.hasAny(.buy | .bid) { event.buyers += arguments.rivals(of: event) }
    if event.object == nil, event.wooed == nil, traits.hasAny(.buy | .bid), let traded = arguments.traded,
      !event.buyers.contains(traded.entity)
    {
      event.object = traded.entity
    }
    // "has agreed to buy four terminals in Wick, known together as Belcor"
    if isVerb, traits.hasAny(.buy | .sell), let named = arguments.goingBy(end), !event.buyers.contains(named.entity),
      !event.sellers.contains(named.entity)
    {
      event.object = named.entity
    }
    if !event.buyers.isEmpty, let subject = arguments.subject(i), subject.named != subject.entity,
      cast.entities[subject.named].kind == .person, event.buyers.contains(subject.entity)
    {
      event.manager = subject.named
    }
    // "Acme has signed the sale of the brewer": the brewer is somebody else, if not known who.
    if let object = event.object, event.buyers.contains(object) || event.sellers.contains(object),
      arguments.isVague(object, from: end)
    {
      event.object = nil
    }
    if let wooed = event.wooed, event.buyers == [wooed], arguments.isVague(wooed, from: end) { event.wooed = nil }
    if let object = event.object { event.isVague = arguments.isVague(object, generic: event.isState) }
    if let object = event.object {
      if let owner = arguments.partOwner(of: object) { event.sellers.append(owner.entity) }
      if let item = arguments.items.first(where: { $0.entity == object && $0.tokens.lowerBound >= end }),
        let owner = arguments.owner(ofPart: item)
      {
        event.sellers.append(owner.entity)
      }
      // "the sale of its unit Belcor": of the subject.
      if traits.hasAny(.sell | .bid), event.sellers.isEmpty, !event.isState,
        let owner = arguments.ownerOfPart(object, end), !event.buyers.contains(owner.entity)
      {
        if event.wooed == owner.entity { event.wooed = nil }
        event.sellers = [owner.entity]
      }
      // "Ann Roe put her software house, Belcor, on the market": it is hers.
      if event.sellers == [object], let owner = arguments.subject(i), owner.entity == object, owner.named != object,
        cast.entities[owner.named].kind == .person, traits.hasAny(.sell | .ware)
      {
        event.sellers = [owner.named]
        event.isByName = true
      }
      if event.buyers.contains(object) { event.buyers.removeAll { $0 == object } }
      if event.sellers.contains(object) { event.sellers.removeAll { $0 == object } }
      if event.holders.contains(object) { event.holders.removeAll { $0 == object } }
    }
  }

  /// Whether the noun at token `i` is an offer of nobody who is told.
  func isOffer(_ i: Int) -> Bool {
    prose.tokens[i].has(.bid) && prose.tokens[i].has(.deal) && !isOwnedBySubject(i)
  }

  func isInName(_ i: Int, _ arguments: Arguments) -> Bool {
    guard prose.tokens[i].isCapital else { return false }
    return cast.denotations(in: arguments.sentence.tokens).contains {
      $0.form == .name && $0.tokens.contains(i) && prose.tokens[$0.tokens.lowerBound].isCapital
    }
  }

  /// "entre à hauteur de 25 % au capital d'Acme", but not "reste au capital".
  func enter(_ i: Int, _ end: Int, _ a: Arguments, _ event: inout DealEvent) {
    let verb = governingVerb(i, a.sentence) ?? i
    guard prose.tokens[verb].traits.isDisjoint(with: .copula | .own | .be) else { return }
    event.object = a.complement(end, .of)?.entity
    event.buyers = a.together(a.subject(verb))
  }

  /// Whether the word at token `i` is "capital" in "au capital".
  func isCapital(_ i: Int, _ a: Arguments) -> Bool {
    guard prose.language == .french, prose.tokens[i].has(.industry), !prose.tokens[i].isCapital,
      i > a.sentence.tokens.lowerBound, prose.tokens[i - 1].has(.contracted), prose.tokens[i - 1].has(.to)
    else { return false }
    return prose.isIn(.capital, i)
  }

  /// "plus que celle d'Acme": another offer than the one that the sentence spoke of before.
  func isAnother(_ i: Int, _ a: Arguments) -> Bool {
    guard prose.language == .french, prose.tokens[i].traits.hasAny(.it | .they), i + 1 < a.sentence.tokens.upperBound,
      prose.tokens[i + 1].has(.of), prose.isIn(.thatOf, i)
    else { return false }
    let before = prose.sentence(of: max(0, a.sentence.tokens.lowerBound - 1)).map {
      prose.sentences[$0].tokens.lowerBound
    }
    // "Trois dossiers sont en concurrence. … Ceux d'Acme et de Belcor ont été rejetés": in the same paragraph.
    let opens = i == a.sentence.tokens.lowerBound
    let start =
      opens ? min(before ?? i, prose.blocks[a.sentence.block].tokens.lowerBound) : a.sentence.tokens.lowerBound
    // « Celui d'Acme » : no offer, which is « celle ».
    let isFeminine = [UInt8(ascii: "e"), UInt8(ascii: "s")].contains(prose.bytes(i).last)
    return (start..<i).contains {
      isFeminine && prose.tokens[$0].has(.bid) && prose.tokens[$0].has(.deal)
        || prose.tokens[$0].traits.hasAny(.dossier | .naming)
    }
  }
}
