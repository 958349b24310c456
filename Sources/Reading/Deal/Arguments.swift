import Stories

/// Who stands where in one sentence, for the words of the trade to pick their subject, object and complements from.
///
/// A class, since it is handed to every rule of the trade.
final class Arguments {
  /// Somebody who is denoted in the sentence.
  struct Item {
    /// The entity, or for whom it speaks.
    var entity: Int
    /// Who is named, who may speak for `entity`.
    var named: Int
    var tokens: Range<Int>
    /// The preposition that governs it; `nil` for a subject, an object, an apposition.
    var governor: Int?
    /// Whether "'s" stands behind it.
    var isPossessive: Bool
    /// The place of the first of the names that it is listed with, "Acme, Beta and Gamma"; -1 for one of another sentence.
    var list: Int
  }

  let prose: Prose
  let cast: Cast
  @exclusivity(unchecked) private(set) var sentence: Sentence
  @exclusivity(unchecked) var items: [Item] = []
  /// All that the words of the sentence are.
  var traits: Traits { sentence.traits }

  /// How far an object or complement stands from its word, in tokens.
  static let reach = 20

  @exclusivity(unchecked) private(set) var topics = Topics()
  /// The word whose subject was asked for last, and that: several rules ask for it.
  @exclusivity(unchecked) var latest: (token: Int, subject: Item?) = (-1, nil)

  /// Makes the arguments of no sentence yet.
  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    sentence = Sentence()
  }

  /// Goes on to `sentence`, behind one that has left `topics`.
  ///
  /// The same object serves for all sentences of a story: most have few names, and to make and free it would cost more than to
  /// fill it.
  func read(_ sentence: Sentence, after topics: Topics) {
    self.topics = topics
    self.sentence = sentence
    latest.token = -1
    items.removeAll(keepingCapacity: true)
    for denotation in cast.denotations(in: sentence.tokens) {
      // "the Acme-Belcor deal": both.
      if !cast.pairs.isEmpty, let pair = cast.pairs[denotation.entity] {
        let governor = governor(denotation.tokens.lowerBound)
        for entity in pair {
          items.append(
            Item(
              entity: entity, named: entity, tokens: denotation.tokens, governor: governor, isPossessive: false,
              list: items.count))
        }
        continue
      }
      let entity = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      guard canTakePart(entity) || isTraded(denotation), !isTurn(denotation), !isFormerName(denotation) else {
        continue
      }
      // A periphrase around a name denotes the same once more.
      if let last = items.last, last.tokens.upperBound > denotation.tokens.lowerBound { continue }
      // "the fund Acme": once.
      if let last = items.last, last.entity == entity, last.tokens.upperBound == denotation.tokens.lowerBound {
        items[items.count - 1].tokens = last.tokens.lowerBound..<denotation.tokens.upperBound
        items[items.count - 1].isPossessive = isPossessive(denotation.tokens.upperBound)
        items[items.count - 1].governor = governor(denotation.tokens.lowerBound) ?? last.governor
        continue
      }
      items.append(
        Item(
          entity: entity, named: denotation.entity, tokens: denotation.tokens,
          governor: isContracted(denotation) ? denotation.tokens.lowerBound : governor(denotation.tokens.lowerBound),
          isPossessive: isPossessive(denotation.tokens.upperBound) || isOwner(denotation)
            || isBracketed(denotation) && isPossessive(denotation.tokens.upperBound + 1), list: items.count))
    }
    // "Belcor and a fund run by Acme": Acme acts.
    for k in items.indices {
      guard let governor = items[k].governor, prose.tokens[governor].has(.by),
        governor - 2 >= sentence.tokens.lowerBound,
        prose.isIn(.managing, governor - 1),
        prose.tokens[governor - 2].traits.hasAny(.fund | .company), !prose.tokens[governor - 2].isCapital
      else { continue }
      items[k].governor = self.governor(governor - 2)
    }
    // "the sale of its subsidiary, Acme said": no apposition.
    for k in items.indices where items[k].governor != nil && items[k].tokens.lowerBound > sentence.tokens.lowerBound {
      let verb = items[k].tokens.upperBound
      guard prose.tokens[items[k].tokens.lowerBound - 1].kind == .comma, verb < sentence.tokens.upperBound,
        prose.tokens[verb].info.cue.isCue, prose.isFinite(verb), prose.tokens[verb].traits.isDisjoint(with: .be | .have)
      else { continue }
      items[k].governor = nil
    }
    // "Quant à Acme, il renonce": as if it were the subject.
    if let first = items.first, let governor = first.governor, governor > sentence.tokens.lowerBound,
      governor - sentence.tokens.lowerBound <= 2,
      (sentence.tokens.lowerBound...governor).contains(where: { prose.isIn(.asFor, $0) })
    {
      items[0].governor = nil
    }
    // "after Acme had topped its bid": the word opens a clause.
    for k in items.indices {
      guard let governor = items[k].governor, prose.tokens[governor].has(.subordinator),
        items[k].tokens.upperBound < sentence.tokens.upperBound, !items[k].isPossessive
      else { continue }
      let next = prose.tokens[items[k].tokens.upperBound]
      if prose.isFinite(items[k].tokens.upperBound), !next.isCapital || next.traits.hasAny(.have | .be | .modal) {
        items[k].governor = nil
      }
    }
    joinLists()
  }

  /// Whether a paper or station that no lexicon knows stands right behind a verb or noun of buying or selling, so that it is what
  /// is bought: "buys the weekly Harbour Post".
  func isTraded(_ denotation: Denotation) -> Bool {
    let entity = cast.entities[denotation.entity]
    guard entity.kind.isMedium, entity.known < 0 else { return false }
    let low = max(sentence.tokens.lowerBound, denotation.tokens.lowerBound - 5)
    for i in stride(from: denotation.tokens.lowerBound - 1, through: low, by: -1) {
      let token = prose.tokens[i]
      if token.traits.hasAny(.buy | .sell) { return true }
      if token.isPunctuation || prose.isFinite(i) || token.info.cue.isCue { return false }
    }
    return false
  }

  /// "<Acme Corp>'s": the mark stands behind the bracket.
  private func isBracketed(_ denotation: Denotation) -> Bool {
    denotation.tokens.lowerBound > sentence.tokens.lowerBound
      && denotation.tokens.upperBound + 1 < sentence.tokens.upperBound
      && prose.tokens[denotation.tokens.upperBound].kind == .close
      && prose.tokens[denotation.tokens.lowerBound - 1].kind == .open
  }

  /// "the Acme-owned Belcor": an adjective that says whose it is.
  private func isOwner(_ denotation: Denotation) -> Bool {
    guard prose.language == .english, denotation.tokens.count == 1,
      prose.tokens[denotation.tokens.lowerBound].end - prose.tokens[denotation.tokens.lowerBound].start > 7
    else { return false }
    return prose.isIn(.owned, behindHyphenOf: denotation.tokens.lowerBound)
  }

  /// What a French headline is about by its form: "Belcor : Acme relève son offre".
  var headlineTopic: Item? {
    guard prose.language == .french, let first = items.first, first.tokens.lowerBound == sentence.tokens.lowerBound,
      first.tokens.upperBound + 2 < sentence.tokens.upperBound, prose.tokens[first.tokens.upperBound].kind == .colon,
      !prose.tokens[first.tokens.upperBound + 1].isQuote, cast.entities[first.entity].kind.isBusiness
    else { return nil }
    return first
  }

  /// "Ann Roe: We sold it": who has the word, not who sells.
  func isTurn(_ denotation: Denotation) -> Bool {
    let end = denotation.tokens.upperBound
    return denotation.tokens.lowerBound == prose.blocks[sentence.block].tokens.lowerBound
      && end < sentence.tokens.upperBound && prose.tokens[end].kind == .colon
      && cast.entities[denotation.entity].kind == .person
  }

  /// "Acme Corp, formerly Belcor Inc": what somebody was called.
  private func isFormerName(_ denotation: Denotation) -> Bool {
    let i = denotation.tokens.lowerBound - 1
    guard i > sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma || prose.tokens[i - 1].kind == .open else {
      return false
    }
    return prose.isIn(.formerly, i)
  }

  /// "du groupe": the periphrase holds the preposition that governs it.
  func isContracted(_ denotation: Denotation) -> Bool {
    denotation.form == .periphrase && prose.tokens[denotation.tokens.lowerBound].has(.contracted)
  }

  func canTakePart(_ entity: Int) -> Bool {
    let kind = cast.entities[entity].kind
    return kind.isBusiness || kind == .product
      || kind == .person && (!cast.entities[entity].isOutsider || cast.entities[entity].isInvestor)
  }

  // MARK: What stands around a name

  /// The preposition before the noun phrase that token `i` is in, over articles, adjectives and nouns before a name.
  func governor(_ i: Int) -> Int? {
    var j = i - 1
    // "A Roc, la verrerie change de mains": a preposition, in capitals without its accent.
    if prose.language == .french, j == sentence.tokens.lowerBound, prose.tokens[j].has(.have),
      prose.tokens[j].isCapital,
      prose.tokens[j].end - prose.tokens[j].start == 1
    {
      return j
    }
    // "talks with Norway's Acme"
    if j > sentence.tokens.lowerBound, isPossessive(j), prose.tokens[j - 1].info.name >= 0 { j -= 2 }
    while j >= sentence.tokens.lowerBound, i - j <= 8 {
      let token = prose.tokens[j]
      // "by its landlord, Acme": what governs the noun governs the name in apposition.
      if token.kind == .open || token.kind == .comma && j == i - 1 && (isCommonHead(j - 1) || isOwnTitle(j - 1))
        || token.kind == .comma && isOwner(describedBehind: j, before: i)
      {
        j -= 1
        continue
      }
      // "au profit d'Acme": what the phrase is.
      if token.insidePhrase, let head = phrase(around: j), prose.tokens[head].has(.to) { return head }
      // "In 2021 Acme made a bid"
      if token.kind == .number, prose.isYear(j), j == i - 1 || prose.tokens[j + 1].has(.determiner) { return nil }
      if token.traits.hasAny(.of | .by) || token.traits.hasAny(.to | .preposition) {
        if token.has(.determiner), !token.traits.hasAny(.of | .locative) { return nil }
        // "le réseau de laboratoires Acme": the name of the network.
        if prose.language == .french, token.has(.of), !token.has(.contracted), j + 1 < i, isPlainNoun(j + 1),
          j > sentence.tokens.lowerBound,
          prose.tokens[j - 1].traits.isDisjoint(with: .deal | .buy | .sell | .bid | .stake),
          !prose.tokens[j - 1].isCapital
        {
          j -= 1
          continue
        }
        // "auprès du groupe Acme"
        let isPair =
          j > sentence.tokens.lowerBound && token.has(.of) && prose.tokens[j - 1].has(.preposition)
          && !prose.tokens[j - 1].has(.of)
        // "pâte à papier Acme": a compound.
        if prose.language == .french, j + 1 < i, token.has(.to), !token.has(.contracted), isPlainNoun(j + 1) {
          return nil
        }
        return isPair ? j - 1 : j
      }
      guard token.isWord || token.kind == .number || token.kind == .symbol,
        !prose.isFinite(j) || token.traits.hasAny(.company | .partner | .holder), !isInfinitive(j),
        token.traits.isDisjoint(with: .and | .but),
        token.traits.isDisjoint(with: .that | .relative), !token.has(.subordinator)
      else { return nil }
      // "to Glasgow distiller Acme": the place says where the noun behind it is from.
      let isOrigin =
        prose.language == .english && prose.tokens[j + 1].traits.hasAny(.company | .fund)
        && !prose.tokens[j + 1].isCapital
      if prose.tokens[j].info.name >= 0, !token.has(.nationality), !isOrigin { return nil }
      j -= 1
    }
    return nil
  }

  /// Where the phrase begins that token `i` is inside of.
  private func phrase(around i: Int) -> Int? {
    var head = i
    while head > sentence.tokens.lowerBound, prose.tokens[head].insidePhrase { head -= 1 }
    return prose.tokens[head].phraseLength > 1 ? head : nil
  }

  /// Whether a noun for a company that no "of" leads on from stands at token `i`.
  func isCommonHead(_ i: Int) -> Bool {
    guard i > sentence.tokens.lowerBound else { return false }
    let token = prose.tokens[i]
    // "sa division béton, Belcor"
    if prose.language == .french, token.isWord, !token.isCapital, prose.tokens[i - 1].has(.part),
      !prose.tokens[i - 1].isCapital, !prose.isFinite(i)
    {
      return true
    }
    return token.isWord && !token.isCapital && token.traits.hasAny(.company | .fund | .outsider | .holder | .family)
      && token.traits.isDisjoint(with: .title | .lawyer) && token.info.name < 0
  }

  /// Whether a comma at token `j` parts an owner from who it is, with article and nationality before the name at token `i`: "à son
  /// propriétaire, l'allemand Acme".
  private func isOwner(describedBehind j: Int, before i: Int) -> Bool {
    guard i - j <= 4, j - 2 > sentence.tokens.lowerBound, prose.tokens[j - 1].has(.own),
      prose.tokens[j - 2].has(.possessive)
    else { return false }
    return (j + 1..<i).allSatisfy {
      let token = prose.tokens[$0]
      return token.has(.determiner) || token.traits.hasAny(.nationality | .company | .fund)
    }
  }

  /// "its founder": a title of somebody of the company that was named before.
  private func isOwnTitle(_ i: Int) -> Bool {
    i - 1 > sentence.tokens.lowerBound && prose.tokens[i].has(.title) && !prose.tokens[i].isCapital
      && prose.tokens[i - 1].has(.possessive)
  }

  /// A noun without article that says nothing of a name behind it.
  func isPlainNoun(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.isWord && !token.isCapital
      && token.traits.isDisjoint(with: .determiner | .indefinite | .contracted | .nationality | .company | .fund)
      && token.traits.isDisjoint(with: .title | .family | .body | .of | .preposition)
  }

  /// Whether the word at token `i` is an infinitive, which in English many nouns may be.
  func isInfinitive(_ i: Int) -> Bool {
    guard prose.tokens[i].has(.infinitive) else { return false }
    return prose.language == .french || i > 0 && prose.tokens[i - 1].traits.hasAny(.to | .modal)
  }

  func isPossessive(_ i: Int) -> Bool { i < sentence.tokens.upperBound && prose.isPossessive(i) }

  /// Whether all that stands for `entity` from token `start` on describes it only, "the brewer", and something does; "the company"
  /// counts if `generic` is set.
  func isVague(_ entity: Int, from start: Int = 0, generic: Bool = false) -> Bool {
    var isDescribed = false
    for item in items where item.entity == entity && item.tokens.lowerBound >= start {
      if !generic, item.tokens.count == 2, prose.isIn(.generic, item.tokens.upperBound - 1) {
        return false
      }
      guard !prose.tokens[item.tokens.upperBound - 1].isCapital, item.tokens.count > 1,
        prose.tokens[item.tokens.lowerBound].traits.hasAny(.determiner | .contracted)
      else { return false }
      isDescribed = true
    }
    return isDescribed
  }
}
