import Stories

/// Takes the features of those who may have a part in the deal, for whom they are.
protocol RoleSink {
  /// A feature of `entity` as a whole, so many times; `token` is the word that its key holds.
  mutating func add(_ key: UInt64, _ amount: Float, of entity: Int, word token: Int)
  /// A feature of one of the mentions of `entity`; what they add up to is divided by their number.
  mutating func addToMention(_ key: UInt64, of entity: Int, word token: Int)
  /// The words of a sentence that mentions `entity`, as features of the mention.
  mutating func addToMention(sentence: Int, _ features: RoleFeatures, of entity: Int)
}

extension RoleSink {
  @inline(__always) mutating func add(_ key: UInt64, of entity: Int) { add(key, 1, of: entity, word: -1) }
  @inline(__always) mutating func addToMention(_ key: UInt64, of entity: Int) {
    addToMention(key, of: entity, word: -1)
  }
}

/// Writes what the choice of bidders and sellers looks at into a sink: what the rules found out, and the words around the
/// mentions.
///
/// The choice of what is bought looks at the latter before anybody has a role.
struct RoleFeatures {
  let prose: Prose
  private let cast: Cast
  /// For each entity the place of the role that the rules give it, 0 for none.
  private let roles: [UInt8]
  /// For each entity whether it may have a role that is chosen.
  let isCandidate: [Bool]
  /// For each token the entity that it denotes, or -1.
  private let denoted: [Int32]
  /// Whether the rules have given roles yet.
  ///
  /// If not, nothing is told of those of others, nor of words that are not near.
  private let hasRoles: Bool

  /// So many mentions of somebody are looked at, the first ones.
  private static let mentions = 4
  /// What ends a text of no more sentences than this is no afterthought.
  private static let short = 3
  /// A word is near a mention if no more words than this lead to it.
  private static let near = 4
  /// Words of the trade.
  @inline(__always) private static var trade: Traits {
    Trait.buy | .sell | .bid | .stake | .own | .holder | .suitor | .part | .partner | .merge | .refuse | .advise
      | .choosing | .vying | .parting | .deal | .ware | .receive
  }

  init(_ rules: Roles, _ roles: [Party.Role?]) {
    prose = rules.prose
    cast = rules.cast
    hasRoles = true
    self.roles = roles.map { $0.map { UInt8(Roles.place(of: $0) + 1) } ?? 0 }
    let entities = cast.entities
    isCandidate = entities.indices.map { index in
      // Who is a partner is told by a word for it.
      guard roles[index] != .target, roles[index] != .partner, RoleFeatures.canHaveRole(entities[index].kind) else {
        return false
      }
      // A minister buys and sells for his government, if at all; a rule may know better.
      let principal = entities[index].speaksFor.map { entities[$0].kind }
      return roles[index] != nil || principal != .government && principal != .regulator
    }
    denoted = RoleFeatures.denoted(prose, cast)
  }

  /// Features of `candidates`, entities of `cast`, of whom no role is known yet.
  init(of candidates: [Int], _ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
    hasRoles = false
    roles = Array(filledWith: 0, count: cast.entities.count)
    var isCandidate = [Bool](filledWith: false, count: cast.entities.count)
    for entity in candidates { isCandidate[entity] = true }
    self.isCandidate = isCandidate
    denoted = RoleFeatures.denoted(prose, cast)
  }

  private static func denoted(_ prose: Prose, _ cast: Cast) -> [Int32] {
    var denoted = [Int32](filledWith: -1, count: prose.tokens.count)
    for denotation in cast.denotations { for i in denotation.tokens { denoted[i] = Int32(denotation.entity) } }
    return denoted
  }

  private static func canHaveRole(_ kind: Entity.Kind) -> Bool {
    switch kind {
    case .place, .other, .regulator, .agency, .newspaper, .website, .unit: false
    default: true
    }
  }

  /// Writes the features of all candidates, of which `rules` has added up the events.
  func write<Sink: RoleSink>(_ rules: Roles, into sink: inout Sink) {
    writeRules(rules, &sink)
    writeEvents(rules, &sink)
    writeMentions(&sink)
  }

  /// The hash of the word at token `i`, which a number or mark has not.
  @inline(__always) private func word(_ i: Int) -> UInt32 { prose.tokens[i].hash }

  // MARK: What the rules found out

  private func writeRules<Sink: RoleSink>(_ rules: Roles, _ sink: inout Sink) {
    func number(_ role: Party.Role) -> Int { roles.count { $0 == UInt8(Roles.place(of: role) + 1) } }
    let (bidders, sellers) = (UInt8(min(number(.bidder), 3)), UInt8(min(number(.seller), 2)))
    let targets = UInt8(min(number(.target), 2))
    for entity in cast.entities.indices where isCandidate[entity] {
      let it = cast.entities[entity]
      let role = roles[entity]
      sink.add(RoleTemplate.bias.key(), of: entity)
      sink.add(RoleTemplate.rule.key(role), of: entity)
      sink.add(RoleTemplate.kind.key(it.kind.rawValue), of: entity)
      sink.add(RoleTemplate.ruleKind.key(role, it.kind.rawValue), of: entity)
      func mark(_ mark: RoleMark, _ isSo: Bool, _ sink: inout Sink) {
        guard isSo else { return }
        sink.add(RoleTemplate.mark.key(mark.rawValue), of: entity)
        sink.add(RoleTemplate.ruleMark.key(role, mark.rawValue), of: entity)
      }
      mark(.body, it.isBody, &sink)
      mark(.family, rules.isFamily(entity), &sink)
      mark(.headlined, it.isFromHeadline, &sink)
      mark(.outsider, it.isOutsider, &sink)
      mark(.investor, it.isInvestor, &sink)
      mark(.independent, it.isIndependent, &sink)
      mark(.full, it.isFull, &sink)
      if let principal = it.speaksFor {
        sink.add(RoleTemplate.speaks.key(isTarget(principal) ? 1 : 0), of: entity)
      }
      sink.add(RoleTemplate.named.key(UInt8(min(it.count, 6))), of: entity)
      sink.add(RoleTemplate.ruleNamed.key(role, UInt8(min(it.count, 6))), of: entity)
      sink.add(RoleTemplate.acts.key(UInt8(min(it.acts, 4))), of: entity)
      func score(_ evidence: RoleEvidence, _ role: Party.Role, _ sink: inout Sink) {
        let score = rules.score(entity, role)
        sink.add(RoleTemplate.score.key(evidence.rawValue, RoleFeatures.step(score)), of: entity)
        guard score > 0 else { return }
        sink.add(
          RoleTemplate.amount.key(evidence.rawValue), Float(min(score, 8)).squareRoot(), of: entity, word: -1)
      }
      score(.selling, .seller, &sink)
      score(.bidding, .bidder, &sink)
      score(.partnering, .partner, &sink)
      score(.holding, .shareholder, &sink)
      score(.advising, .adviser, &sink)
      sink.add(RoleTemplate.changesHands.key(RoleFeatures.step(rules.objects[entity])), of: entity)
      sink.add(RoleTemplate.wooed.key(RoleFeatures.step(rules.wooed[entity])), of: entity)
      sink.add(RoleTemplate.bidders.key(role, bidders), of: entity)
      sink.add(RoleTemplate.sellers.key(role, sellers), of: entity)
      sink.add(RoleTemplate.targets.key(role, targets), of: entity)
    }
  }

  /// Halves, up to four.
  private static func step(_ evidence: Double) -> UInt8 { UInt8(max(0, min(8, 2 * evidence))) }

  private func isTarget(_ entity: Int) -> Bool { roles[entity] == UInt8(Roles.place(of: .target) + 1) }

  // MARK: The events

  private func writeEvents<Sink: RoleSink>(_ rules: Roles, _ sink: inout Sink) {
    var isTold = [Bool](filledWith: false, count: cast.entities.count)
    for k in rules.events.indices {
      func write(_ place: RoleSlot.Place, _ entity: Int, _ sink: inout Sink) {
        guard isCandidate[entity] else { return }
        isTold[entity] = true
        let about: RoleSlot.About =
          rules.events[k].object.map { isTarget($0) ? .target : .another } ?? .unnamed
        let slot = RoleSlot(place, about, isState: rules.events[k].isState).value
        sink.add(RoleTemplate.event.key(slot), of: entity)
        sink.add(RoleTemplate.eventWeight.key(slot, UInt8(max(0, min(4, 2 * rules.events[k].weight)))), of: entity)
        let token = rules.events[k].token
        sink.add(RoleTemplate.eventWord.key(slot, word: word(token)), 1, of: entity, word: token)
      }
      for entity in rules.events[k].buyers { write(.buyer, entity, &sink) }
      for entity in rules.events[k].sellers { write(.seller, entity, &sink) }
      for entity in rules.events[k].holders { write(.holder, entity, &sink) }
      for entity in rules.events[k].partners { write(.partner, entity, &sink) }
      for entity in rules.events[k].advisers { write(.adviser, entity, &sink) }
      for entity in rules.events[k].talkers { write(.talker, entity, &sink) }
      for entity in rules.events[k].others { write(.other, entity, &sink) }
      if let entity = rules.events[k].object { write(.object, entity, &sink) }
      if let entity = rules.events[k].wooed { write(.wooed, entity, &sink) }
    }
    for entity in isTold.indices where isCandidate[entity] && !isTold[entity] {
      sink.add(RoleTemplate.eventless.key(), of: entity)
    }
  }

  // MARK: The mentions

  /// Writes the features of the mentions of all candidates.
  func writeMentions<Sink: RoleSink>(_ sink: inout Sink) {
    let opening = prose.sentences.firstIndex { prose.blocks[$0.block].kind != .headline }
    var counts = [UInt8](filledWith: 0, count: cast.entities.count)
    var order: UInt8 = 0
    var sentence = 0
    var present = Present()
    var lastSentence = -1
    for denotation in cast.denotations {
      while sentence + 1 < prose.sentences.count,
        prose.sentences[sentence].tokens.upperBound <= denotation.tokens.lowerBound
      { sentence += 1 }
      if sentence != lastSentence {
        if hasRoles { present = self.present(in: prose.sentences[sentence].tokens) }
        lastSentence = sentence
      }
      let form: RoleForm =
        switch denotation.form {
        case .name: .name
        case .periphrase: .periphrase
        case .pronoun: .pronoun
        }
      let place = Place(
        tokens: denotation.tokens, sentence: sentence, isOpening: sentence == opening, present: present)
      func note(_ entity: Int, _ form: RoleForm, _ sink: inout Sink) {
        if counts[entity] == 0 {
          if isCandidate[entity] { sink.add(RoleTemplate.order.key(min(order, 6)), of: entity) }
          order = min(order + 1, 100)
          if isCandidate[entity] {
            for i in denotation.tokens where prose.tokens[i].isWord {
              sink.add(RoleTemplate.nameWord.key(word: word(i)), 1, of: entity, word: i)
            }
          }
        }
        guard counts[entity] < RoleFeatures.mentions else { return }
        counts[entity] += 1
        if isCandidate[entity] { write(place, form, entity, &sink) }
      }
      note(denotation.entity, form, &sink)
      if let principal = cast.entities[denotation.entity].speaksFor { note(principal, .speaker, &sink) }
    }
  }

  /// Who is mentioned in a sentence, by roles: how many have each.
  private struct Present {
    /// A bit for each place of a role that one has, and one for each that several have.
    var one: UInt16 = 0
    var several: UInt16 = 0
  }

  private func present(in tokens: Range<Int>) -> Present {
    var present = Present()
    var seen = -1
    for i in tokens where denoted[i] >= 0 && Int(denoted[i]) != seen {
      seen = Int(denoted[i])
      let bit = UInt16(1) << UInt16(roles[seen])
      present.several |= present.one & bit
      present.one |= bit
    }
    return present
  }

  /// Where a mention stands.
  private struct Place {
    let tokens: Range<Int>
    let sentence: Int
    let isOpening: Bool
    let present: Present
  }

  private func write<Sink: RoleSink>(_ place: Place, _ form: RoleForm, _ entity: Int, _ sink: inout Sink) {
    let sentence = prose.sentences[place.sentence]
    let (low, end) = (place.tokens.lowerBound, place.tokens.upperBound)
    let location: RoleLocation =
      prose.blocks[sentence.block].kind == .headline ? .headline : place.isOpening ? .opening : .body
    sink.addToMention(RoleTemplate.location.key(location.rawValue), of: entity)
    sink.addToMention(RoleTemplate.form.key(form.rawValue), of: entity)
    if place.sentence == prose.sentences.count - 1, place.sentence > RoleFeatures.short {
      sink.addToMention(RoleTemplate.ending.key(), of: entity)
    }
    if hasRoles { writePresent(place.present, entity, &sink) }
    let inside = sentence.tokens
    writeSurroundings(.before, low - 1, inside, entity, &sink)
    writeSurroundings(.behind, end, inside, entity, &sink)
    for distance in 1...RoleFeatures.near {
      writeNear(.nearBefore, .nearPartyBefore, .wordBefore, low - distance, distance, inside, entity, &sink)
      writeNear(.nearBehind, .nearPartyBehind, .wordBehind, end - 1 + distance, distance, inside, entity, &sink)
    }
    let governor = low > inside.lowerBound ? self.governor(low - 1) : .none
    if let i = last(from: low, in: inside, isTrade) {
      writeTrade(.tradeBefore, .governedTradeBefore, .tradeWordBefore, i, governor, entity, &sink)
    }
    if let i = first(from: end, in: inside, isTrade) {
      writeTrade(.tradeBehind, .governedTradeBehind, .tradeWordBehind, i, governor, entity, &sink)
    }
    if let i = last(from: low, in: inside, isVerb) {
      writeVerb(.verbBefore, .verbWordBefore, i, entity, &sink)
    }
    if let i = first(from: end, in: inside, isVerb) {
      writeVerb(.verbBehind, .verbWordBehind, i, entity, &sink)
    }
    sink.addToMention(sentence: place.sentence, self, of: entity)
  }

  /// Who stands beside a mention.
  private func writePresent<Sink: RoleSink>(_ present: Present, _ entity: Int, _ sink: inout Sink) {
    for role in 0...UInt8(Roles.count) where present.one >> UInt16(role) & 1 != 0 && role != roles[entity] {
      sink.addToMention(RoleTemplate.beside.key(role), of: entity)
    }
    let target = UInt16(Roles.place(of: .target) + 1)
    sink.addToMention(RoleTemplate.besideTarget.key(UInt8(present.one >> target & 1)), of: entity)
  }

  /// The last token before `i` in a sentence that fits.
  @inline(__always) private func last(from i: Int, in inside: Range<Int>, _ fits: (Int) -> Bool) -> Int? {
    var i = i - 1
    while i >= inside.lowerBound {
      if fits(i) { return i }
      i -= 1
    }
    return nil
  }

  /// The first token from `i` on in a sentence that fits.
  @inline(__always) private func first(from i: Int, in inside: Range<Int>, _ fits: (Int) -> Bool) -> Int? {
    var i = i
    while i < inside.upperBound {
      if fits(i) { return i }
      i += 1
    }
    return nil
  }

  @inline(__always) private func isTrade(_ i: Int) -> Bool {
    denoted[i] < 0 && prose.tokens[i].traits.hasAny(RoleFeatures.trade)
  }

  @inline(__always) private func isVerb(_ i: Int) -> Bool { prose.isFinite(i) && denoted[i] < 0 }

  private func governor(_ i: Int) -> RoleGovernor {
    let traits = prose.tokens[i].traits
    return traits.has(.of)
      ? .of
      : traits.has(.by)
        ? .by
        : traits.has(.to) ? .to : traits.has(.locative) ? .locative : traits.has(.preposition) ? .preposition : .none
  }

  /// What token `i` is: who is denoted, or each trait of the word.
  private func writeSurroundings<Sink: RoleSink>(
    _ template: RoleTemplate, _ i: Int, _ inside: Range<Int>, _ entity: Int, _ sink: inout Sink
  ) {
    guard inside.contains(i) else {
      sink.addToMention(template.key(RoleSurrounding.end.value), of: entity)
      return
    }
    guard denoted[i] < 0 else {
      sink.addToMention(template.key(RoleSurrounding(role: roles[Int(denoted[i])]).value), of: entity)
      return
    }
    let token = prose.tokens[i]
    token.traits.forEachPlace {
      sink.addToMention(template.key(RoleSurrounding(trait: $0).value), of: entity)
    }
    if token.kind != .word { sink.addToMention(template.key(RoleSurrounding(token.kind).value), of: entity) }
    if prose.isFinite(i) { sink.addToMention(template.key(RoleSurrounding.finite.value), of: entity) }
  }

  /// The word at token `i`, or who is denoted there.
  private func writeNear<Sink: RoleSink>(
    _ near: RoleTemplate, _ party: RoleTemplate, _ next: RoleTemplate, _ i: Int, _ distance: Int,
    _ inside: Range<Int>, _ entity: Int, _ sink: inout Sink
  ) {
    guard inside.contains(i) else { return }
    if denoted[i] >= 0 {
      sink.addToMention(party.key(RoleSurrounding(role: roles[Int(denoted[i])]).value), of: entity)
    } else if prose.tokens[i].isWord {
      sink.addToMention(near.key(word: word(i)), of: entity, word: i)
      if distance == 1 { sink.addToMention(next.key(word: word(i)), of: entity, word: i) }
    }
  }

  private func writeTrade<Sink: RoleSink>(
    _ template: RoleTemplate, _ governed: RoleTemplate, _ withWord: RoleTemplate, _ i: Int, _ governor: RoleGovernor,
    _ entity: Int, _ sink: inout Sink
  ) {
    prose.tokens[i].traits.intersection(RoleFeatures.trade).forEachPlace {
      sink.addToMention(template.key(UInt8($0)), of: entity)
      sink.addToMention(governed.key(UInt8($0), governor.rawValue), of: entity)
    }
    sink.addToMention(withWord.key(governor.rawValue, word: word(i)), of: entity, word: i)
  }

  private func writeVerb<Sink: RoleSink>(
    _ template: RoleTemplate, _ withWord: RoleTemplate, _ i: Int, _ entity: Int, _ sink: inout Sink
  ) {
    prose.tokens[i].traits.forEachPlace { sink.addToMention(template.key(UInt8($0)), of: entity) }
    sink.addToMention(withWord.key(word: word(i)), of: entity, word: i)
  }

  /// Calls `body` with each word of `sentence` that denotes nobody, as a feature.
  @inline(__always) func forEachWord(in sentence: Int, _ body: (_ key: UInt64, _ token: Int) -> Void) {
    guard hasRoles else { return }
    for i in prose.sentences[sentence].tokens where denoted[i] < 0 && prose.tokens[i].isWord {
      body(RoleTemplate.inSentence.key(word: word(i)), i)
    }
  }
}
