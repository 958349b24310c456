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
  let sentence: Sentence
  @exclusivity(unchecked) private(set) var items: [Item] = []

  /// How far an object or complement stands from its word, in tokens.
  static let reach = 20

  let topics: Topics

  init(_ prose: Prose, _ cast: Cast, _ sentence: Sentence, after topics: Topics) {
    self.topics = topics
    self.prose = prose
    self.cast = cast
    self.sentence = sentence
    let denotations = cast.denotations(in: sentence.tokens)
    items.reserveCapacity(denotations.count)
    for denotation in denotations {
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

  /// What ties a name to the one before.
  private enum Join {
    case comma, and
  }

  private func joinLists() {
    guard items.count > 1 else { return }
    withUnsafeTemporaryAllocation(of: Join?.self, capacity: items.count) { joins in
      joins.initialize(repeating: nil)
      join(joins)
    }
  }

  /// Lists the names between which `joins`, which gets what ties each to the one before, has an "and".
  private func join(_ joins: UnsafeMutableBufferPointer<Join?>) {
    for k in 1..<items.count {
      if items[k - 1].tokens == items[k].tokens {
        joins[k] = .and
        continue
      }
      let between = items[k - 1].tokens.upperBound..<items[k].tokens.lowerBound
      guard between.count <= 7, !items[k - 1].isPossessive else { continue }
      var join: Join?
      for i in between {
        let token = prose.tokens[i]
        if token.has(.and) {
          join = .and
        } else if token.has(.negation) {
          // "is Acme, and not Belcor"
          join = nil
          break
        } else if prose.language == .french, token.has(.possessive), prose.tokens[i + 1].has(.suitor) {
          // "Acme et son prétendant Belcor": one wants the other.
          join = nil
          break
        } else if token.kind == .comma {
          join = join ?? .comma
        } else if token.has(.to), prose.language == .french, prose.tokens[i - 1].has(.and) {
          // "à Acme et à Belcor"
          continue
        } else if token.has(.by), prose.language == .french, prose.tokens[i - 1].has(.and) {
          // "par Acme et par Belcor"
          continue
        } else if prose.isIn(.managing, token) {
          continue
        } else if prose.isFinite(i) || token.traits.hasAny(.that | .relative) || token.kind == .semicolon
          || token.kind == .stop || token.has(.to) || token.has(.subordinator)
          || token.has(.by) && !prose.isIn(.managing, i - 1)
        {
          join = nil
          break
        }
      }
      if join == .comma, between.count > 3 || isGovernedAnew(k, between) { join = nil }
      // "Les fondateurs d'Acme, Ann Roe et Marc Holm": in apposition to the title.
      if join == .comma, isTitled(k, between) { join = nil }
      // "Acme, Belcor team up": in headlines the comma stands for "and".
      if join == .comma, k == 1, items.count == 2 || items[2].governor != nil, between.count == 1,
        prose.blocks[sentence.block].kind == .headline, items[0].tokens.lowerBound == sentence.tokens.lowerBound,
        items[0].governor == nil, items[1].tokens.upperBound < sentence.tokens.upperBound,
        prose.isFinite(items[1].tokens.upperBound)
      {
        join = .and
      }
      // "Acme, allied with Belcor since May, and Norvane": the comma ends what "with" governs.
      if join == .and, items[k - 1].governor != nil, between.count > 2,
        between.contains(where: { prose.tokens[$0].kind == .comma }),
        prose.tokens[between.lowerBound].kind != .comma,
        prose.tokens[between.lowerBound].traits.isDisjoint(with: Traits(.and))
      {
        join = nil
      }
      // "covets Belcor's brands, and Acme has": a clause of its own.
      if join == .and, joins[k - 1] == nil, between.count > 1,
        between.contains(where: { prose.tokens[$0].kind == .comma }),
        items[k].tokens.upperBound < sentence.tokens.upperBound, prose.isFinite(items[k].tokens.upperBound),
        prose.hasFinite(sentence.tokens.lowerBound..<items[k - 1].tokens.lowerBound)
      {
        join = nil
      }
      // "présent à Roc, et le fonds Acme": the comma ends what "à" governs.
      if join == .and, prose.language == .french, let governor = items[k - 1].governor, items[k].governor == nil,
        prose.tokens[governor].traits.hasAny(.locative | .to), between.count > 2,
        prose.tokens[between.lowerBound].kind == .comma, cast.entities[items[k - 1].entity].kind == .unknown,
        cast.entities[items[k - 1].entity].count == 1
      {
        join = nil
      }
      // "is advising Acme and Belcor is": two of them would "are".
      if join == .and, items[k].tokens.upperBound < sentence.tokens.upperBound,
        prose.isIn(.singular, items[k].tokens.upperBound)
      {
        join = nil
      }
      joins[k] = join
    }
    for k in 1..<items.count {
      // Names with commas between are a list if it ends in "and".
      var last = k
      while last + 1 < items.count, joins[last] == .comma, joins[last + 1] != nil { last += 1 }
      // "Acme, Belcor and a fund": the last has no name.
      let end = items[last].tokens.upperBound
      let goesOn = end < sentence.tokens.upperBound && prose.tokens[end].has(.and)
      if joins[k] == .and || joins[k] == .comma && (joins[last] == .and || goesOn) {
        // "Acme of Wick and Denmark's Norvane": listed with Acme.
        let head = k > 1 && isSeat(k - 1) ? k - 2 : k - 1
        items[k].list = items[head].list
        items[k].governor = items[head].governor
      }
    }
  }

  /// Whether the name at `index` is that of a person whom a title before the name in front of it means.
  private func isTitled(_ index: Int, _ between: Range<Int>) -> Bool {
    guard prose.language == .french, between.count == 1, let governor = items[index - 1].governor,
      governor > sentence.tokens.lowerBound, prose.tokens[governor].has(.of),
      cast.entities[items[index].named].kind == .person, cast.entities[items[index - 1].named].kind != .person
    else { return false }
    return prose.tokens[governor - 1].traits.hasAny(.title | .own | .holder)
  }

  /// Whether behind the comma a preposition of its own governs the name at `index`: "Belcor, le brasseur, auprès d'Acme".
  private func isGovernedAnew(_ index: Int, _ between: Range<Int>) -> Bool {
    guard prose.language == .french, let governor = items[index].governor, between.contains(governor) else {
      return false
    }
    guard let before = items[index - 1].governor else { return true }
    let (one, other) = (prose.tokens[before], prose.tokens[governor])
    return one.has(.of) != other.has(.of) || one.has(.to) != other.has(.to)
  }

  /// Whether the name at `index` only says where the one before it is, as no lexicon knows it: "Acme of Wick".
  private func isSeat(_ index: Int) -> Bool {
    let item = items[index]
    guard prose.language == .english, item.tokens.count == 1, let governor = item.governor,
      governor == item.tokens.lowerBound - 1, items[index - 1].tokens.upperBound == governor,
      prose.tokens[governor].has(.of), prose.tokens[governor - 1].isCapital
    else { return false }
    let entity = cast.entities[item.entity]
    return entity.kind == .unknown && entity.count == 1 && entity.acts == 0
  }

  /// The lists of businesses in the sentence.
  var lists: [[Int]] {
    var lists: [[Int]] = []
    for (k, item) in items.enumerated() where item.list >= 0 && item.list < k && items[k - 1].list == k - 1 {
      let list = all(item).filter { cast.entities[$0].kind.isBusiness }
      if list.count > 1 { lists.append(list) }
    }
    return lists
  }

  /// `item` with all that it is listed with.
  func all(_ item: Item?) -> [Int] {
    guard let item else { return [] }
    if item.list < 0 { return [item.entity] }
    var found: [Int] = []
    for other in items where other.list == item.list && !found.contains(other.entity) { found.append(other.entity) }
    return found
  }

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

  /// The first of those that a clause behind a group counts among it: "the group, which also includes Acme".
  private func members(of item: Item) -> Item? {
    guard prose.tokens[item.tokens].contains(where: { $0.traits.hasAny(.body | .company) && !$0.isCapital }) else {
      return nil
    }
    let start = item.tokens.upperBound
    guard start + 2 < sentence.tokens.upperBound, prose.tokens[start].kind == .comma,
      prose.tokens[start + 1].has(.relative),
      let word = (start + 2..<min(start + 5, sentence.tokens.upperBound)).first(where: {
        prose.tokens[$0].has(.example)
      })
    else { return nil }
    return items.first { $0.tokens.lowerBound > word && $0.tokens.lowerBound - word <= 6 }
  }

  /// `item` with all that it is listed with, and those that act together with it: "Acme, allied with Belcor and Norvane".
  func together(_ item: Item?) -> [Int] {
    var found = all(item)
    guard let item, item.list >= 0 else { return found }
    // "The group, which also includes Acme and Belcor, is offering"
    if let member = members(of: item) {
      for other in all(member) where !found.contains(other) { found.append(other) }
    }
    let reach = item.tokens.upperBound..<min(item.tokens.upperBound + 20, sentence.tokens.upperBound)
    guard let word = reach.first(where: { prose.tokens[$0].has(.ally) }) else { return found }
    let next = word + Int(prose.tokens[word].phraseLength)
    // "Acme has bid for Belcor, backed by Holm": of whom that is said stands right before it.
    if prose.tokens[next - 1].has(.by),
      items.contains(where: {
        $0.tokens.lowerBound >= item.tokens.upperBound && $0.tokens.upperBound <= word && $0.list != item.list
      })
    {
      return found
    }
    let ally = items.first { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 5 }
    if let ally, prose.hasFinite(next..<ally.tokens.lowerBound) { return found }
    for other in all(ally) where !found.contains(other) { found.append(other) }
    return found
  }
}
