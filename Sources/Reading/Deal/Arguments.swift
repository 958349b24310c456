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
  private static let reach = 20

  /// Whom a pronoun that opens the sentence stands for: the subject of one before, a person or a business.
  struct Topics {
    var person: Item?
    var business: Item?
  }
  private let topics: Topics

  init(_ prose: Prose, _ cast: Cast, _ sentence: Sentence, after topics: Topics) {
    self.topics = topics
    self.prose = prose
    self.cast = cast
    self.sentence = sentence
    let denotations = cast.denotations(in: sentence.tokens)
    items.reserveCapacity(denotations.count)
    for denotation in denotations {
      let entity = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      guard canTakePart(entity) || isTraded(denotation), !isTurn(denotation) else { continue }
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
          isPossessive: isPossessive(denotation.tokens.upperBound), list: items.count))
    }
    joinLists()
  }

  /// What the sentence leaves for the pronouns of the next.
  var nextTopics: Topics {
    var next = topics
    if let first = items.first(where: { $0.governor == nil && !$0.isPossessive }) {
      var topic = first
      topic.list = -1
      if cast.entities[first.entity].kind == .person { next.person = topic } else { next.business = topic }
    }
    return next
  }

  /// Whether a paper or station that no lexicon knows stands right behind a verb or noun of buying or selling, so that it is what
  /// is bought: "buys the weekly Harbour Post".
  private func isTraded(_ denotation: Denotation) -> Bool {
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

  /// "Ann Roe: We sold it": who has the word, not who sells.
  private func isTurn(_ denotation: Denotation) -> Bool {
    let end = denotation.tokens.upperBound
    return denotation.tokens.lowerBound == prose.blocks[sentence.block].tokens.lowerBound
      && end < sentence.tokens.upperBound && prose.tokens[end].kind == .colon
      && cast.entities[denotation.entity].kind == .person
  }

  /// "du groupe": the periphrase holds the preposition that governs it.
  private func isContracted(_ denotation: Denotation) -> Bool {
    denotation.form == .periphrase && prose.tokens[denotation.tokens.lowerBound].has(.contracted)
  }

  private func canTakePart(_ entity: Int) -> Bool {
    let kind = cast.entities[entity].kind
    return kind.isBusiness || kind == .product || kind == .person && !cast.entities[entity].isOutsider
  }

  // MARK: What stands around a name

  /// The preposition before the noun phrase that token `i` is in, over articles, adjectives and nouns before a name.
  private func governor(_ i: Int) -> Int? {
    var j = i - 1
    // "talks with Norway's Acme"
    if j > sentence.tokens.lowerBound, isPossessive(j), prose.tokens[j - 1].info.name >= 0 { j -= 2 }
    while j >= sentence.tokens.lowerBound, i - j <= 6 {
      let token = prose.tokens[j]
      // "by its landlord, Acme": what governs the noun governs the name in apposition.
      if token.kind == .open || token.kind == .comma && j == i - 1 && isCommonHead(j - 1) {
        j -= 1
        continue
      }
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
      if prose.tokens[j].info.name >= 0, !token.has(.nationality) { return nil }
      j -= 1
    }
    return nil
  }

  /// Whether a noun for a company that no "of" leads on from stands at token `i`.
  private func isCommonHead(_ i: Int) -> Bool {
    guard i > sentence.tokens.lowerBound else { return false }
    let token = prose.tokens[i]
    return token.isWord && !token.isCapital && token.traits.hasAny(.company | .fund | .outsider | .holder | .family)
      && token.traits.isDisjoint(with: .title | .lawyer) && token.info.name < 0
  }

  /// A noun without article that says nothing of a name behind it.
  private func isPlainNoun(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.isWord && !token.isCapital
      && token.traits.isDisjoint(with: .determiner | .indefinite | .contracted | .nationality | .company | .fund)
      && token.traits.isDisjoint(with: .title | .family | .body | .of | .preposition)
  }

  /// Whether the word at token `i` is an infinitive, which in English many nouns may be.
  private func isInfinitive(_ i: Int) -> Bool {
    guard prose.tokens[i].has(.infinitive) else { return false }
    return prose.language == .french || i > 0 && prose.tokens[i - 1].traits.hasAny(.to | .modal)
  }

  private func isPossessive(_ i: Int) -> Bool {
    guard prose.language == .english, i < sentence.tokens.upperBound else { return false }
    let token = prose.tokens[i]
    if token.kind == .quoteSingle, !token.shape.contains(.spaced) { return true }
    return token.isWord && !token.shape.contains(.spaced) && token.has(.be) && token.end - token.start <= 4
  }

  /// What ties a name to the one before.
  private enum Join {
    case comma, and
  }

  private func joinLists() {
    guard items.count > 1 else { return }
    var joins = [Join?](filledWith: nil, count: items.count)
    for k in 1..<items.count {
      let between = items[k - 1].tokens.upperBound..<items[k].tokens.lowerBound
      guard between.count <= 7, !items[k - 1].isPossessive else { continue }
      var join: Join?
      for i in between {
        let token = prose.tokens[i]
        if token.has(.and) {
          join = .and
        } else if token.kind == .comma {
          join = join ?? .comma
        } else if token.has(.to), prose.language == .french, prose.tokens[i - 1].has(.and) {
          // "à Acme et à Belcor"
          continue
        } else if prose.isFinite(i) || token.traits.hasAny(.that | .relative) || token.kind == .semicolon
          || token.kind == .stop || token.has(.to) || token.has(.by) || token.has(.subordinator)
        {
          join = nil
          break
        }
      }
      if join == .comma, between.count > 3 { join = nil }
      // "Acme, allied with Belcor since May, and Norvane": the comma ends what "with" governs.
      if join == .and, items[k - 1].governor != nil, between.count > 2,
        between.contains(where: { prose.tokens[$0].kind == .comma }),
        prose.tokens[between.lowerBound].kind != .comma,
        prose.tokens[between.lowerBound].traits.isDisjoint(with: Traits(.and))
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
        items[k].list = items[k - 1].list
        items[k].governor = items[k - 1].governor
      }
    }
  }

  /// `item` with all that it is listed with.
  func all(_ item: Item?) -> [Int] {
    guard let item else { return [] }
    if item.list < 0 { return [item.entity] }
    var found: [Int] = []
    for other in items where other.list == item.list && !found.contains(other.entity) { found.append(other.entity) }
    return found
  }

  /// `item` with all that it is listed with, and those that act together with it: "Acme, allied with Belcor and Norvane".
  func together(_ item: Item?) -> [Int] {
    var found = all(item)
    guard let item, item.list >= 0 else { return found }
    let reach = item.tokens.upperBound..<min(item.tokens.upperBound + 20, sentence.tokens.upperBound)
    guard let word = reach.first(where: { prose.tokens[$0].has(.ally) }) else { return found }
    let next = word + Int(prose.tokens[word].phraseLength)
    let ally = items.first { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 5 }
    if let ally, prose.hasFinite(next..<ally.tokens.lowerBound) { return found }
    for other in all(ally) where !found.contains(other) { found.append(other) }
    return found
  }

  // MARK: Subjects

  /// The subject of the verb, or of the verb that governs the noun, at token `i`.
  func subject(_ i: Int) -> Item? {
    if let told = told(i) { return told }
    let (start, antecedent, isAsked) = clause(i)
    if antecedent != nil || isAsked { return antecedent }
    let inside = items.filter { start <= $0.tokens.lowerBound && $0.tokens.upperBound <= i && !isInserted($0) }
    let free = inside.first { $0.governor == nil && !$0.isPossessive }
    // "Acme said it would buy": the pronoun stands for the subject before.
    let pronoun = (start..<i).first { isPronoun($0) }
    if let free, pronoun.map({ free.tokens.lowerBound < $0 }) ?? true { return free }
    if pronoun == nil, let member = member(start..<i) { return member }
    guard let pronoun else {
      // "Acme's announcement that its unit would bid"
      return items.first { $0.tokens.upperBound <= start && $0.governor == nil && !$0.isPossessive }
        ?? items.first { $0.tokens.upperBound <= i && $0.governor == nil && !isInserted($0) }
    }
    // "We sold": the speaker, who is not known here.
    if prose.tokens[pronoun].has(.we) { return nil }
    let before = items.first {
      $0.tokens.upperBound <= pronoun && $0.governor == nil && !$0.isPossessive && fits(pronoun, $0)
    }
    if let before { return before }
    if isHuman(pronoun) { return topics.person }
    return topics.business.flatMap { agrees(pronoun, $0) ? $0 : nil }
      ?? (prose.language == .french ? topics.person : nil)
  }

  /// Who forms the group that acts: "a consortium led by Acme and Belcor", "three firms including Acme".
  private func member(_ range: Range<Int>) -> Item? {
    items.first { item in
      guard let governor = item.governor, range.contains(governor), range.contains(item.tokens.upperBound - 1) else {
        return false
      }
      let group = (max(range.lowerBound, governor - 4)..<governor).last {
        prose.tokens[$0].traits.hasAny(.body | .company | .fund | .suitor) && !prose.tokens[$0].isCapital
      }
      guard let group else { return false }
      let isBody = prose.tokens[group].has(.body)
      if cast.entities[item.entity].kind == .person, !isBody { return false }
      return prose.tokens[governor].has(.example) || isBody && prose.tokens[governor].has(.of)
        || prose.tokens[governor].has(.by) && governor > group + 1 && prose.tokens[governor - 1].has(.participle)
    }
  }

  /// Whom an infinitive is said of behind another verb: "ordered Acme to sell", "ordonne à Acme de vendre"; but "propose à Acme
  /// de lui acheter".
  private func told(_ i: Int) -> Item? {
    guard prose.tokens[i].has(.infinitive), i - 1 > sentence.tokens.lowerBound else { return nil }
    let mark = i - 1
    guard prose.tokens[mark].traits.hasAny(.of | .to), let item = item(endingAt: mark), !item.isPossessive else {
      return nil
    }
    if prose.language == .english {
      // "an agreement for Acme to buy"
      guard let governor = item.governor else { return item }
      return prose.word("for").map { prose.tokens[governor].word == $0 } ?? false ? item : nil
    }
    guard let governor = item.governor else { return prose.tokens[mark].has(.to) ? item : nil }
    return prose.tokens[mark].has(.of) && isDative(governor) ? item : nil
  }

  /// Who stands before token `end`, but for an adjective of nationality: "au groupe chinois de".
  private func item(endingAt end: Int) -> Item? {
    let last = end > sentence.tokens.lowerBound && prose.tokens[end - 1].has(.nationality) ? end - 1 : end
    return items.last { $0.tokens.upperBound == last || $0.tokens.upperBound == end }
  }

  private func isDative(_ i: Int) -> Bool {
    prose.tokens[i].has(.to) || ["au", "aux"].contains { prose.word($0) == prose.tokens[i].word }
  }

  /// From whom the infinitive at token `i` takes: "propose à Acme de lui acheter".
  func robbed(_ i: Int) -> Item? {
    guard prose.language == .french, prose.tokens[i].has(.infinitive), i - 2 > sentence.tokens.lowerBound,
      prose.tokens[i - 1].has(.he), prose.tokens[i - 2].has(.of), let item = item(endingAt: i - 2),
      item.governor.map(isDative) ?? false
    else { return nil }
    return item
  }

  /// Whether `item` only says whose words the clause is: "The board, Acme alleges, sold it too cheaply".
  private func isInserted(_ item: Item) -> Bool {
    let verb = item.tokens.upperBound
    guard item.tokens.lowerBound > sentence.tokens.lowerBound, verb + 1 < sentence.tokens.upperBound,
      prose.tokens[item.tokens.lowerBound - 1].kind == .comma, prose.tokens[verb].info.cue.isCue
    else { return false }
    return prose.tokens[verb + Int(prose.tokens[verb].phraseLength)].kind == .comma
  }

  /// Everybody who may be the subject of the word at token `i`: "Acme, allied with Belcor, and Norvane are in the race".
  func subjects(_ i: Int) -> [Int] {
    let (start, _, _) = clause(i)
    return items.filter {
      start <= $0.tokens.lowerBound && $0.tokens.upperBound <= i && $0.governor == nil && !$0.isPossessive
    }.map(\.entity)
  }

  private func isPronoun(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.traits.hasAny(.it | .they | .he | .we) && !token.has(.possessive) && !token.has(.determiner)
      && !(prose.language == .french && token.has(.adverb) && !token.has(.we))
  }

  /// English tells persons from things.
  private func isHuman(_ pronoun: Int) -> Bool { prose.language == .english && prose.tokens[pronoun].has(.he) }

  /// A family is no "il".
  private func agrees(_ pronoun: Int, _ item: Item) -> Bool {
    prose.language == .english || !cast.entities[item.entity].isBody
      || prose.tokens[pronoun].word != prose.word("il")
  }

  private func fits(_ pronoun: Int, _ item: Item) -> Bool {
    agrees(pronoun, item)
      && (prose.language == .french || prose.tokens[pronoun].has(.they)
        || (cast.entities[item.entity].kind == .person) == isHuman(pronoun))
  }

  /// Where the clause of the word at token `i` begins, and whom its relative pronoun stands for, or that it asks who.
  private func clause(_ i: Int) -> (start: Int, antecedent: Item?, isAsked: Bool) {
    var hasSubject = false
    var j = i - 1
    while j >= sentence.tokens.lowerBound {
      let token = prose.tokens[j]
      if token.kind == .semicolon || token.kind == .colon { return (j + 1, nil, false) }
      if items.contains(where: { $0.tokens.contains(j) && $0.governor == nil && !$0.isPossessive }) || isPronoun(j) {
        hasSubject = true
      }
      // "Belcor, for which Acme offered"
      if token.has(.relative), hasSubject { return (j + 1, nil, false) }
      if token.has(.relative), !hasSubject, i - j <= 9 {
        let antecedent = items.last { $0.tokens.upperBound <= j && j - $0.tokens.upperBound <= 5 }
        if let antecedent,
          (antecedent.tokens.upperBound..<j).allSatisfy({ prose.tokens[$0].isPunctuation || prose.tokens[$0].isCapital }
          )
        {
          return (j + 1, antecedent, false)
        }
        // "who is buying us": nobody is named.
        return (j + 1, nil, true)
      }
      let opens =
        token.has(.that) && !token.has(.determiner) || token.has(.that) && token.info.cue.isCue
        || token.has(.subordinator) || token.isQuote || token.info.cue.isCue && prose.isFinite(j) && j < i - 1
      if opens, hasSubject { return (j + 1, nil, false) }
      j -= 1
    }
    return (sentence.tokens.lowerBound, nil, false)
  }

  // MARK: Objects and complements

  /// What the verb that ends before token `start` acts on.
  func object(_ start: Int) -> Item? {
    let high = min(sentence.tokens.upperBound, start + Arguments.reach)
    for (index, item) in items.enumerated()
    where item.tokens.lowerBound >= start && item.tokens.lowerBound < high {
      let between = start..<item.tokens.lowerBound
      if between.contains(where: {
        prose.isFinite($0) && prose.tokens[$0].traits.isDisjoint(with: .participle | .own)
          || prose.tokens[$0].kind == .semicolon || prose.tokens[$0].traits.hasAny(.that | .relative)
      }) {
        return nil
      }
      if let governor = item.governor, governor >= start {
        let preposition = prose.tokens[governor]
        let isPart = (start..<governor).contains {
          prose.tokens[$0].has(.stake) || prose.tokens[$0].has(.own) || prose.tokens[$0].kind == .symbol
            || prose.tokens[$0].kind == .number
        }
        guard preposition.has(.of) || isPart && preposition.has(.locative) else { return nil }
      }
      // "the Acme subsidiary, Belcor"
      let isOwner =
        ownsPart(item) && index + 1 < items.count
        && prose.tokens[items[index + 1].tokens.lowerBound - 1].kind == .comma
      if item.isPossessive || isOwner {
        // "Acme's cable unit, Belcor": what follows; "Acme's shares": Acme.
        if index + 1 < items.count, items[index + 1].tokens.lowerBound - item.tokens.upperBound <= 10,
          items[index + 1].governor == nil
            || prose.tokens[items[index + 1].governor ?? 0].traits.hasAny(.locative | .of),
          !prose.hasFinite(item.tokens.upperBound..<items[index + 1].tokens.lowerBound)
        {
          return items[index + 1]
        }
      }
      return items[head(index)]
    }
    return nil
  }

  /// Whether a part of `item` is meant: "the Acme unit", "Acme <ACM> UNIT", but not "its Acme subsidiary".
  func ownsPart(_ item: Item) -> Bool {
    let start = item.tokens.lowerBound
    if start > sentence.tokens.lowerBound, prose.tokens[start - 1].has(.possessive) { return false }
    let last = prose.tokens[item.tokens.upperBound - 1]
    if item.tokens.count > 1, last.has(.part), !last.isCapital { return true }
    var i = item.tokens.upperBound
    if i < sentence.tokens.upperBound, prose.tokens[i].kind == .open {
      while i < sentence.tokens.upperBound, prose.tokens[i].kind != .close { i += 1 }
      i += 1
    }
    return i < sentence.tokens.upperBound && prose.tokens[i].has(.part)
  }

  /// Whether `item` has the part that is acted on from token `start` on: "the paper business of Acme".
  func hasPart(_ item: Item, from start: Int) -> Bool {
    guard let governor = item.governor, governor > start, prose.tokens[governor].has(.of) else { return false }
    return (start..<governor).contains { prose.tokens[$0].has(.part) }
  }

  /// The last name of the noun phrase that `items[index]` opens: "its Hamburg oil subsidiary Noblee".
  private func head(_ index: Int) -> Int {
    guard index + 1 < items.count else { return index }
    let between = items[index].tokens.upperBound..<items[index + 1].tokens.lowerBound
    let isOne =
      !between.isEmpty && between.count <= 7 && between.contains { prose.tokens[$0].traits.hasAny(.part | .company) }
      && between.allSatisfy {
        prose.tokens[$0].isWord && !prose.isFinite($0) && !prose.tokens[$0].isCapital
          && prose.tokens[$0].traits.isDisjoint(with: .preposition | .of)
          && prose.tokens[$0].traits.isDisjoint(with: .to | .by)
      }
    return isOne && !items[index].isPossessive ? index + 1 : index
  }

  /// Who has the part that is named: "the Surface Division of Acme".
  func owner(ofPart item: Item) -> Item? {
    items.first { other in
      guard let governor = other.governor, prose.tokens[governor].has(.of) else { return false }
      return governor == item.tokens.upperBound && prose.tokens[item.tokens.upperBound - 1].has(.part)
    }
  }

  /// Who owns what is acted on: "buy Acme's cable unit".
  func possessor(ofObject start: Int) -> Item? {
    items.first { $0.tokens.lowerBound >= start && $0.tokens.lowerBound < start + 8 && $0.isPossessive }
  }

  /// The first item from token `start` on that a preposition that `fits` governs.
  func complement(_ start: Int, _ fits: (Token) -> Bool) -> Item? {
    let high = min(sentence.tokens.upperBound, start + Arguments.reach)
    for item in items where item.tokens.lowerBound >= start && item.tokens.lowerBound < high {
      guard var governor = item.governor, governor >= start else { continue }
      if (start..<governor).contains(where: {
        prose.tokens[$0].kind == .semicolon || prose.tokens[$0].has(.relative)
          || prose.isFinite($0) && !prose.tokens[$0].has(.participle)
          || prose.tokens[$0].info.cue.isCue && prose.tokens[$0].info.cue.frame == .acc
      }) {
        return nil
      }
      // "Without this purchase, the sales of Acme": of another noun.
      if prose.tokens[governor].has(.of), (start..<governor).contains(where: { prose.tokens[$0].kind == .comma }) {
        continue
      }
      if fits(prose.tokens[governor]) { return item }
      // "a bid for the unit of Acme", "for the 45 pct of Acme"
      while prose.tokens[governor].has(.of) || isShare(before: governor), let outer = self.governor(governor),
        outer >= start
      {
        if fits(prose.tokens[outer]) { return item }
        governor = outer
      }
    }
    return nil
  }

  /// "a stake in Acme": the preposition hangs on a part of what is owned.
  private func isShare(before i: Int) -> Bool {
    guard i > sentence.tokens.lowerBound, prose.tokens[i].has(.locative) else { return false }
    let noun = prose.tokens[i - 1]
    return noun.has(.stake) && noun.has(.deal)
      || noun.word >= 0 && ["shares", "stock"].contains { prose.word($0) == noun.word }
  }

  func complement(_ start: Int, _ trait: Trait) -> Item? { complement(start) { $0.has(trait) } }

  func complement(_ start: Int, words: [String]) -> Item? {
    // Few sentences have a complement there: words are only looked up for one.
    complement(start) { token in words.contains { prose.word($0) == token.word } }
  }

  /// Whom the relative pronoun behind one of `words` before token `i` stands for: "Belcor, for which Acme offered".
  func antecedent(_ i: Int, words: [String]) -> Item? {
    let numbers = words.compactMap { prose.word($0) }
    for j in stride(from: i - 1, through: max(sentence.tokens.lowerBound + 1, i - 8), by: -1)
    where prose.tokens[j].has(.relative) && numbers.contains(prose.tokens[j - 1].word) {
      return items.last { $0.tokens.upperBound <= j && j - $0.tokens.upperBound <= 4 }
    }
    return nil
  }

  /// What `item` names as bought or sold, and who parts with it: Belcor and Acme in "Acme's cable unit Belcor", nothing with a
  /// name and Acme in "the cable unit of Acme".
  func ware(_ item: Item, from start: Int) -> (object: Item?, owner: Item?) {
    guard cast.entities[item.entity].kind != .product else { return (item, nil) }
    guard item.isPossessive else {
      guard hasPart(item, from: start) || ownsPart(item) else { return (item, nil) }
      // "the cable unit of Acme, Belcor"
      let named = items.first {
        $0.tokens.lowerBound == item.tokens.upperBound + 1 && prose.tokens[item.tokens.upperBound].kind == .comma
      }
      return (named, item)
    }
    let end = item.tokens.upperBound + 1
    for i in end..<max(end, min(end + 7, sentence.tokens.upperBound)) {
      if let next = items.first(where: { $0.tokens.lowerBound == i }) { return (next, item) }
      let token = prose.tokens[i]
      if token.isPunctuation && token.kind != .comma || prose.isFinite(i) || token.traits.hasAny(.preposition | .to) {
        break
      }
    }
    let isPart = (end..<max(end, min(end + 5, sentence.tokens.upperBound))).prefix {
      !prose.tokens[$0].isPunctuation && prose.tokens[$0].traits.isDisjoint(with: .preposition | .to | .of)
    }.contains { prose.tokens[$0].has(.part) }
    return isPart ? (apposed(toPartFrom: end), item) : (item, nil)
  }

  /// The name of the part that is spoken of from token `start` on: "pump unit in Wick, Belcor".
  private func apposed(toPartFrom start: Int) -> Item? {
    for i in start..<max(start, min(start + 12, sentence.tokens.upperBound - 1)) {
      if prose.isFinite(i) || prose.tokens[i].kind == .stop || prose.tokens[i].has(.to) { return nil }
      if prose.tokens[i].kind == .comma { return items.first { $0.tokens.lowerBound == i + 1 } }
    }
    return nil
  }

  /// Whom the words before `end` give as examples: "suitors including Acme and Belcor".
  func examples(_ end: Int) -> Item? {
    items.first { item in
      let between = end..<max(end, item.tokens.lowerBound)
      return item.tokens.lowerBound > end && between.count <= 8 && !prose.hasFinite(between)
        && between.contains { prose.tokens[$0].has(.example) }
    }
  }

  /// Who stands behind the verb in "Among the bidders for Belcor are Acme and Norvane", and who stands before it, if anybody.
  func inverted(_ i: Int, _ end: Int) -> (found: Item?, wanted: Item?)? {
    guard isAmong(i + 1) else { return nil }
    let reach = end..<min(end + 12, sentence.tokens.upperBound)
    guard let verb = reach.first(where: { prose.isFinite($0) && !prose.tokens[$0].has(.gerund) }) else { return nil }
    guard let found = items.first(where: { $0.tokens.lowerBound > verb }), found.tokens.lowerBound - verb <= 6,
      !prose.hasFinite(verb + 1..<found.tokens.lowerBound)
    else { return nil }
    return (found, items.first { end <= $0.tokens.lowerBound && $0.tokens.upperBound <= verb })
  }

  /// Whether "among" stands a few words before token `i`.
  private func isAmong(_ i: Int) -> Bool {
    let words = prose.marked.among
    return (max(sentence.tokens.lowerBound, i - 4)..<i).contains { words.contains(prose.tokens[$0].word) }
  }

  /// Who is named among others: "Acme and Belcor among the suitors".
  func listedAmong(_ i: Int) -> Item? {
    let words = prose.marked.among
    guard
      let among = (max(sentence.tokens.lowerBound, i - 3)..<i).first(where: { words.contains(prose.tokens[$0].word) })
    else { return nil }
    return items.last { $0.tokens.upperBound == among && $0.governor == nil }
  }

  /// From whom something is bought, behind what is bought: "achète Belcor à Acme".
  func seller(behind object: Item) -> Item? {
    items.first {
      guard $0.tokens.lowerBound >= object.tokens.upperBound, let governor = $0.governor else { return false }
      let between = object.tokens.upperBound..<max(object.tokens.upperBound, governor)
      return prose.tokens[governor].has(.to) && between.count <= 5 && !prose.hasFinite(between)
        && !between.contains { prose.tokens[$0].isPunctuation }
    }
  }

  /// With whom the talks about what the word at token `i` tells are: "in talks with Acme to sell Belcor".
  func counterpart(_ i: Int) -> Item? {
    let words = prose.marked.with
    return items.last {
      guard $0.tokens.upperBound <= i, i - $0.tokens.upperBound <= 9, let governor = $0.governor,
        !prose.hasFinite($0.tokens.upperBound..<i)
      else { return false }
      return words.contains(prose.tokens[governor].word)
        && (max(sentence.tokens.lowerBound, governor - 4)..<governor).contains {
          Int(prose.tokens[$0].info.stage) == Arguments.talks || Int(prose.tokens[$0].info.stage) == Arguments.accord
        }
    }
  }

  /// The places of the stages "in talks" and "agreed", counted from 1.
  static let talks = 1 + (Stage.allCases.firstIndex(of: .inTalks) ?? 0)
  private static let accord = 1 + (Stage.allCases.firstIndex(of: .agreed) ?? 0)

  /// What a participle that opens the sentence is said of: "Bought by Acme in May, Belcor makes".
  func opened(by i: Int) -> Item? {
    guard i - sentence.tokens.lowerBound <= 1,
      let comma = (i..<sentence.tokens.upperBound).first(where: { prose.tokens[$0].kind == .comma })
    else { return nil }
    return items.first { $0.tokens.lowerBound > comma && $0.governor == nil && !$0.isPossessive }
  }

  /// What a participle behind a comma is said of: "Belcor, bought by Acme in May".
  func qualified(by i: Int) -> Item? {
    guard i > sentence.tokens.lowerBound, prose.tokens[i - 1].kind == .comma else { return nil }
    return items.last { $0.tokens.upperBound == i - 1 }
  }

  /// Who stands before "'s" and a few words before token `i`: "Acme's hostile offer".
  func possessor(_ i: Int) -> Item? {
    items.last { item in
      item.isPossessive && item.tokens.upperBound < i && i - item.tokens.upperBound <= 6
        && !(item.tokens.upperBound + 1..<max(i, item.tokens.upperBound + 1)).contains {
          prose.isFinite($0) || prose.tokens[$0].isPunctuation || prose.tokens[$0].traits.hasAny(.preposition | .and)
        }
    }
  }

  /// The name that a noun at token `i` is compounded with: "the Acme bid".
  func modifier(_ i: Int) -> Item? {
    guard prose.language == .english else { return nil }
    return items.last {
      !$0.isPossessive && $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 1
        && ($0.tokens.upperBound..<i).allSatisfy { prose.tokens[$0].isWord && !prose.isFinite($0) }
        && $0.tokens.lowerBound > sentence.tokens.lowerBound
        && prose.tokens[$0.tokens.lowerBound - 1].has(.determiner)
    }
  }

  /// Who is said to be what the noun before token `end` names: "That bidder was Acme", "The seller is understood to be Acme".
  func predicate(_ end: Int) -> Item? {
    let item = items.first {
      $0.tokens.lowerBound >= end && ($0.governor == nil || prose.tokens[$0.governor ?? 0].has(.to))
    }
    guard let item, item.tokens.lowerBound - end <= 10 else { return nil }
    let between = end..<item.tokens.lowerBound
    guard between.contains(where: { prose.tokens[$0].has(.be) }),
      between.allSatisfy({
        prose.tokens[$0].isWord && !prose.tokens[$0].has(.by)
          && (!prose.isFinite($0) || prose.tokens[$0].has(.be) || prose.tokens[$0].has(.participle))
      })
    else { return nil }
    return item
  }

  /// Who is in apposition to the noun from token `i` to `end`: "the bidder, Acme", "Acme, the bidder".
  func apposed(_ i: Int, _ end: Int) -> Item? {
    let after = items.first { $0.tokens.lowerBound >= end && $0.tokens.lowerBound - end <= 4 }
    if let after, after.governor.map({ $0 < i }) ?? true,
      !(end..<after.tokens.lowerBound).contains(where: {
        prose.isFinite($0) && !(prose.language == .french && prose.tokens[$0].has(.participle))
      }),
      (end..<after.tokens.lowerBound).allSatisfy({
        prose.tokens[$0].kind == .comma || prose.tokens[$0].kind == .open || prose.tokens[$0].kind == .colon
          || prose.tokens[$0].isWord && prose.tokens[$0].traits.isDisjoint(with: .and | .of)
            && !prose.tokens[$0].has(.preposition)
      })
    {
      return after
    }
    let before = items.last { $0.tokens.upperBound <= i && i - $0.tokens.upperBound <= 6 && !$0.isPossessive }
    guard let before, prose.tokens[before.tokens.upperBound].kind == .comma,
      !prose.hasFinite(before.tokens.upperBound..<i),
      (before.tokens.upperBound + 1..<max(i, before.tokens.upperBound + 1)).allSatisfy({
        prose.tokens[$0].isWord && prose.tokens[$0].traits.isDisjoint(with: .and | .of)
      })
    else { return nil }
    return before
  }
}
