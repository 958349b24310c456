import Stories

/// Who says a claim.
enum Speaker: Hashable {
  case entity(Int)
  /// People that the story does not name: their words.
  case anonymous(Span)
  /// A body known by a common noun ("the works council"), by its words.
  case described(Span, Source.Kind)
}

/// Finds the speaker behind a source phrase: a name, a periphrase, a title, a pronoun, an unnamed source.
struct Speakers {
  let prose: Prose
  let cast: Cast
  let roles: [Party.Role?]
  let target: Int?
  let topics: Topics
  private let descriptions: Descriptions
  /// The speakers of the claims before, the latest last.
  private(set) var history: [Spoken] = []

  /// A speaker, and where the words stand that tell who it is.
  struct Spoken {
    var speaker: Speaker
    var token: Int
    /// Whether it is a person, or spoke through one.
    var isPerson: Bool
  }

  init(_ prose: Prose, _ cast: Cast, roles: [Party.Role?] = [], target: Int? = nil) {
    self.prose = prose
    self.cast = cast
    self.roles = roles
    self.target = target
    topics = Topics(prose: prose, cast: cast)
    descriptions = Descriptions(prose, cast)
    history.reserveCapacity(17)
  }

  /// Remembers who spoke last, and in which words.
  mutating func note(_ speaker: Speaker, as words: Range<Int>?) {
    let isPersonal =
      isPerson(speaker)
      || words.map { words in
        prose.tokens[words].contains { $0.traits.hasAny(.spokesperson | .title | .he) }
          || cast.denotations(in: words).contains { cast.entities[$0.entity].kind == .person }
      } ?? false
    history.append(Spoken(speaker: speaker, token: words?.lowerBound ?? history.last?.token ?? 0, isPerson: isPersonal))
    if history.count > 16 { history.removeFirst() }
  }

  /// The speaker of the claim before.
  var latest: Speaker? { history.last?.speaker }

  /// The speaker that the words in `range` denote.
  func speaker(_ range: Range<Int>, in sentence: Sentence) -> Speaker? {
    let index = prose.sentence(of: range.lowerBound) ?? 0
    let named = named(range)
    if let turn = turn(range) { return turn }
    if let back = pointingBack(range, named, index) ?? unnamedSource(range) { return back }
    if named.isEmpty, isOther(range) {
      let several = history.last { if case .anonymous = $0.speaker { true } else { false } }
      return several?.speaker ?? .anonymous(words(range))
    }
    if named.isEmpty || range.count == 1, let pronoun = pronoun(range) {
      if let body = seat(range, sentence) { return body }
      return antecedent(pronoun, index)
    }
    // The noun that says what the source is, before any relative clause.
    let head = head(range)
    let noun = head.map { prose.tokens[$0].traits } ?? Traits()
    if noun.has(.anonymous) || opensAnonymous(range.lowerBound) { return .anonymous(words(range)) }
    if let person = named.first(where: { cast.entities[$0.entity].kind == .person && !isPossessor($0, range, head) }) {
      return .entity(principal(person.entity))
    }
    // "The brewer said": who was called so before.
    if named.allSatisfy({ $0.form == .periphrase }), !noun.hasAny(.utterance | .buyer | .seller | .target),
      let entity = descriptions.entity(of: range)
    {
      return .entity(principal(entity))
    }
    // "The company said": whom the text is about, else who spoke last.
    if let head, noun.has(.company), !noun.hasAny(.buyer | .seller | .target | .title),
      named.allSatisfy({ $0.form == .periphrase }), !isIndefinite(range), !isPlural(head),
      head + Int(prose.tokens[head].phraseLength) == range.upperBound,
      let business = business(at: range.lowerBound, index)
    {
      return .entity(business)
    }
    if let first = named.first, leads(first, range), speaks(cast.entities[first.entity]) {
      return .entity(principal(first.entity))
    }
    guard let head else {
      if isIndefinite(range) { return .anonymous(words(range)) }
      if let any = named.first(where: { speaks(cast.entities[$0.entity]) }), !isPlural(range, any) {
        return .entity(principal(any.entity))
      }
      return unclassed(range, index)
    }
    // "the union BrewForce", "Acme's largest holder, the Roe family trust": the name behind the noun.
    if let apposed = apposed(to: head, named, range) { return .entity(principal(apposed)) }
    return described(noun, head, named, range, index)
  }

  /// "The other", "l'autre", "a second": one more of those who have no name.
  private func isOther(_ range: Range<Int>) -> Bool {
    guard range.count <= 2, let last = range.last, prose.isIn(.other, last) || prose.isIn(.another, last) else {
      return false
    }
    return range.count == 1 || prose.tokens[range.lowerBound].traits.hasAny(.determiner | .indefinite)
  }

  /// The names in a phrase; noun phrases that stand for one only if there is no name.
  private func named(_ range: Range<Int>) -> [Denotation] {
    let all = cast.denotations(in: range)
    let names = all.filter { $0.form == .name }
    return names.isEmpty ? Array(all) : names
  }

  /// "(de) source proche": the phrase that means an unnamed source began before.
  private func opensAnonymous(_ i: Int) -> Bool {
    guard prose.tokens[i].insidePhrase, i > 0 else { return false }
    return prose.tokens[i - 1].has(.anonymous)
  }

  // MARK: Turns of an interview

  /// The names that a story begins with: those who talk in an interview are among them.
  private var opening: ArraySlice<Denotation> { cast.denotations.prefix(128) }

  /// Who speaks in a turn that begins with "Q:", "A:" or initials.
  private func turn(_ range: Range<Int>) -> Speaker? {
    let colon = range.upperBound
    guard range.count <= 3, colon < prose.tokens.count, prose.tokens[colon].kind == .colon else { return nil }
    let first = prose.tokens[range.lowerBound]
    if range.count == 1, first.has(.asker) {
      return opening.first { cast.entities[$0.entity].kind.isMedium }.map { .entity($0.entity) }
        ?? .anonymous(words(range))
    }
    if range.count == 1, first.has(.answerer) || prose.bytes(range.lowerBound).elementsEqual([UInt8(ascii: "A")]) {
      let people = opening.lazy.filter { self.cast.entities[$0.entity].kind == .person }
      let first = people.first { self.cast.entities[$0.entity].speaksFor != nil } ?? people.first
      return first.map { .entity(principal($0.entity)) }
    }
    // "M. R.", "MR": the initials of somebody named in full.
    let letters = range.flatMap { prose.bytes($0).filter { $0 &- 0x41 < 26 } }
    let others = range.contains { prose.bytes($0).contains { $0 &- 0x61 < 26 } }
    guard (2...3).contains(letters.count), !others, first.info.name < 0 else { return nil }
    let owner = opening.first { denotation in
      denotation.form == .name && denotation.tokens.count >= 2
        && denotation.tokens.compactMap { prose.bytes($0).first }.filter { $0 &- 0x41 < 26 }.elementsEqual(letters)
    }
    return owner.map { .entity(principal($0.entity)) }
  }

  // MARK: Phrases with a noun

  /// Whom a noun phrase means by its noun.
  private func described(
    _ noun: Traits, _ head: Int, _ named: [Denotation], _ range: Range<Int>, _ index: Int
  ) -> Speaker? {
    let organisation = named.first {
      topics.isOrganisation(principal($0.entity)) && !isAddressed($0, range) && !isFarther($0, head)
    }
    // "The board" of a story with a Harbour Board, "the office" of one with an Office of Ports.
    if organisation == nil, !isIndefinite(range), !noun.hasAny(.title | .outsider | .utterance),
      let namesake = body(head, before: range.lowerBound)
    {
      return .entity(principal(namesake))
    }
    let isIndefinite = isIndefinite(range)
    // "A former director of Acme", "un actionnaire d'Acme": nobody that one knows, and not Acme.
    if isIndefinite, !noun.has(.spokesperson),
      noun.has(.holder) || prose.tokens[range.lowerBound..<head].contains(where: { $0.has(.former) })
    {
      return .anonymous(words(range))
    }
    if noun.has(.outsider), !(noun.has(.lawyer) && organisation.map({ isRetained($0, head) }) ?? hasPossessive(range)) {
      // "Analysts at Brandt & Loewe" speak for the house; one of them is nobody that one knows.
      if let organisation, !isIndefinite, organisation.tokens.lowerBound > head, isPluralHouse(head, organisation) {
        return .entity(principal(organisation.entity))
      }
      return .anonymous(words(range))
    }
    if noun.hasAny(.spokesperson | .title) || noun.has(.board) {
      if noun.has(.independent), isIndefinite, !noun.has(.spokesperson) { return .anonymous(words(range)) }
      // "The mayor": whoever is or was called so, and else one whom nobody has named.
      if organisation == nil, !isIndefinite, prose.isIn(.office, head) {
        if let name = named.first(where: { $0.form == .name && $0.tokens.lowerBound > head }) {
          return .entity(principal(name.entity))
        }
        return bearer(of: head).map { .entity(principal($0)) } ?? .described(words(range), .official)
      }
      if let organisation { return .entity(principal(organisation.entity)) }
      // "the board of the target".
      if let other = range.first(where: {
        $0 > head && prose.tokens[$0].traits.hasAny(.buyer | .seller | .target) && prose.tokens[$0].info.name < 0
      }), let part = part(prose.tokens[other].traits) {
        return .entity(part)
      }
      if noun.hasAny(.regulator | .government), !noun.has(.spokesperson), let official = official(noun, range) {
        return official
      }
      if hasPossessive(range), let last = history.last, case .described = last.speaker,
        last.token >= prose.sentences[max(0, index - 1)].tokens.lowerBound
      {
        return last.speaker
      }
      if noun.has(.spokesperson) || noun.has(.board) || hasPossessive(range) {
        return topic(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
      }
      if isIndefinite { return .anonymous(words(range)) }
      if let last = lastPerson(before: range.lowerBound) { return last }
      return topic(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
    }
    if noun.hasAny(.buyer | .seller | .target) {
      if !isPlural(head), !isIndefinite, let part = part(noun) { return .entity(part) }
    }
    if noun.hasAny(.website | .newspaper | .broadcaster | .agency) {
      if !isIndefinite {
        if let medium = medium(noun, before: range.lowerBound) { return .entity(medium) }
        // One whose name did not tell that it is a medium.
        if let last = history.last, case .entity(let entity) = last.speaker, cast.entities[entity].kind == .unknown {
          return last.speaker
        }
      }
      return .described(words(range), kind(noun))
    }
    if noun.hasAny(.regulator | .government) {
      if let official = official(noun, range) { return official }
      return .described(words(range), .official)
    }
    if noun.has(.utterance) {
      // "The report, in the Ledger": the paper's.
      if let medium = named.first(where: { cast.entities[$0.entity].kind.isMedium }) { return .entity(medium.entity) }
      if noun.has(.release) {
        if let organisation { return .entity(principal(organisation.entity)) }
        return topic(at: range.lowerBound, index).map { .entity($0) } ?? latest
      }
      if isIndefinite { return .anonymous(words(range)) }
      return latest ?? .anonymous(words(range))
    }
    if noun.has(.body) || noun.has(.family) {
      if let entity = body(head, before: range.lowerBound) { return .entity(entity) }
      return .described(words(range), .official)
    }
    if noun.hasAny(.company | .fund), !isPlural(head) || organisation != nil {
      if isIndefinite, organisation == nil { return .anonymous(words(range)) }
      // "la firme de Lille": where it sits, unless that is who acts.
      if let organisation, !isSeat(organisation, head) { return .entity(principal(organisation.entity)) }
      let wantsFund = noun.has(.fund) && !noun.has(.company)
      if wantsFund, let fund = cast.latest(before: range.lowerBound, where: { cast.entities[$0.entity].kind == .fund })
      {
        return .entity(principal(fund.entity))
      }
      return business(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
    }
    return .anonymous(words(range))
  }

  /// Whom a noun means that no class has: "the maltster" is one spoken of before; "two maltsters" are nobody that one knows.
  private func unclassed(_ range: Range<Int>, _ index: Int) -> Speaker? {
    let isDefinite = prose.tokens[range.lowerBound].has(.determiner) && !isIndefinite(range)
    let end = range.first {
      prose.tokens[$0].isPunctuation || prose.tokens[$0].traits.hasAny(.relative | .of | .preposition)
    }
    guard isDefinite, !isPlural((end ?? range.upperBound) - 1) else { return .anonymous(words(range)) }
    return business(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
  }

  /// The first noun that says what a source is: a title, a medium, a body, before any relative clause.
  func head(_ range: Range<Int>) -> Int? {
    var best: Int?
    for i in range {
      let token = prose.tokens[i]
      if token.has(.relative), i > range.lowerBound { break }
      // "veterans of the company": what hangs on a noun that no class has.
      if best == nil, token.has(.of) || token.has(.preposition), i > range.lowerBound, isNoun(range.lowerBound..<i) {
        break
      }
      guard token.isWord, token.info.name < 0, !token.insidePhrase, token.traits.hasAny(Speakers.heads),
        !token.isCapital || i == range.lowerBound || cast.denotations(in: i..<i + 1).isEmpty
      else { continue }
      if token.has(.anonymous) { return i }
      // "a company spokesman", "the trade journal": the last of nouns in a row.
      guard let first = best else {
        best = i
        continue
      }
      if prose.language == .english, i == first + Int(prose.tokens[first].phraseLength) { best = i } else { break }
    }
    return best
  }

  /// Whether some word but articles and numbers stands in `range`.
  private func isNoun(_ range: Range<Int>) -> Bool {
    range.contains {
      let token = prose.tokens[$0]
      return token.isWord && token.info.name < 0
        && token.traits.isDisjoint(with: .determiner | .indefinite | .one | .of | .preposition | .adverb)
    }
  }

  @inline(__always) private static var heads: Traits {
    Trait.anonymous | .title | .spokesperson | .board | .website | .newspaper | .broadcaster | .agency | .regulator
      | .government | .utterance | .body | .family | .company | .fund | .buyer | .seller | .target | .outsider
      | .speaker
  }

  /// "his lawyer", "Roe's lawyer", "the widow of Roe": the person is not who speaks.
  private func isPossessor(_ person: Denotation, _ range: Range<Int>, _ head: Int?) -> Bool {
    guard let head, principal(person.entity) == person.entity else { return false }
    guard head < person.tokens.lowerBound, prose.tokens[head].traits.hasAny(.outsider | .spokesperson) else {
      return false
    }
    let before = prose.tokens[person.tokens.lowerBound - 1]
    return before.has(.of) && !prose.tokens[head].has(.lawyer)
  }

  /// The name that stands right behind the noun, but for adjectives, a comma and an article.
  private func apposed(to head: Int, _ named: [Denotation], _ range: Range<Int>) -> Int? {
    let end = head + Int(prose.tokens[head].phraseLength)
    for denotation in named where denotation.tokens.lowerBound >= end && speaks(cast.entities[denotation.entity]) {
      let between = end..<denotation.tokens.lowerBound
      guard between.count <= 4 else { return nil }
      var isClean = true
      for i in between {
        let token = prose.tokens[i]
        let passes =
          token.kind == .comma || token.has(.determiner) || token.traits.isEmpty && token.isWord && !token.isCapital
          || token.has(.nationality) || token.traits.hasAny(.company | .fund)
        if !passes || token.has(.of) { isClean = false }
      }
      let isOwner =
        between.contains { prose.tokens[$0].kind == .comma } && topics.isOrganisation(denotation.entity)
        && !prose.tokens[head].has(.spokesperson)
      return isClean && (isOwner || !prose.tokens[head].traits.hasAny(.title | .spokesperson)) ? denotation.entity : nil
    }
    return nil
  }

  /// "the management of the plant of Creil": the name hangs on another noun than the one that speaks.
  private func isFarther(_ name: Denotation, _ head: Int) -> Bool {
    let end = head + Int(prose.tokens[head].phraseLength)
    // A phrase may reach into a name: "ministre de l'Agriculture".
    guard name.tokens.lowerBound > head + 1, end <= name.tokens.lowerBound, prose.language == .french else {
      return false
    }
    let between = end..<name.tokens.lowerBound
    guard !between.isEmpty, between.filter({ prose.tokens[$0].has(.of) || prose.tokens[$0].has(.contracted) }).count > 1
    else { return false }
    return !between.contains {
      prose.tokens[$0].traits.hasAny(.company | .fund | .board | .title | .newspaper | .product)
    }
  }

  /// A name behind "de" that does nothing in the story and is named once: a town.
  private func isSeat(_ name: Denotation, _ head: Int) -> Bool {
    let entity = cast.entities[name.entity]
    return prose.language == .french && name.tokens.lowerBound == head + Int(prose.tokens[head].phraseLength) + 1
      && prose.tokens[name.tokens.lowerBound - 1].has(.of) && entity.kind == .unknown && entity.acts == 0
      && entity.count <= 1
  }

  /// "a filing with the commission", "a letter to Acme": not who speaks.
  private func isAddressed(_ name: Denotation, _ range: Range<Int>) -> Bool {
    var i = name.tokens.lowerBound - 1
    while i > range.lowerBound, prose.tokens[i].has(.determiner) { i -= 1 }
    guard i > range.lowerBound, prose.tokens[range].contains(where: { $0.has(.utterance) }) else { return false }
    return prose.tokens[i].traits.hasAny(.to | .preposition) && !prose.tokens[i].has(.of) && !prose.tokens[i].has(.by)
  }

  private func isRetained(_ name: Denotation, _ head: Int) -> Bool {
    guard name.tokens.lowerBound > head else { return true }
    let before = prose.tokens[name.tokens.lowerBound - 1]
    return before.has(.of) || before.has(.preposition) && !before.has(.locative)
  }

  /// "Analysts at Brandt & Loewe": several, and of a house.
  private func isPluralHouse(_ head: Int, _ house: Denotation) -> Bool {
    isPlural(head) && house.tokens.lowerBound - head <= 3 && topics.isBusiness(house.entity)
      && !prose.tokens[house.tokens.lowerBound - 1].has(.of)
  }

  func isPlural(_ i: Int) -> Bool {
    prose.tokens[i].isWord && prose.tokens[i].shape.contains(.plural)
  }

  /// "Acme shareholders", "Acme workers": several people beside a name.
  private func isPlural(_ range: Range<Int>, _ name: Denotation) -> Bool {
    guard name.tokens.upperBound < range.upperBound else { return false }
    return prose.tokens[name.tokens.upperBound].isWord && isPlural(range.upperBound - 1)
  }

  private func isIndefinite(_ range: Range<Int>) -> Bool {
    let first = prose.tokens[range.lowerBound]
    if first.has(.indefinite) || first.kind == .number { return true }
    if prose.language == .french { return first.has(.of) }
    return !first.traits.hasAny(.determiner | .possessive) && !prose.tokens[range].contains { $0.has(.possessive) }
      && isPlural(range.lowerBound) && !first.isCapital
  }

  private func hasPossessive(_ range: Range<Int>) -> Bool { prose.tokens[range].contains { $0.has(.possessive) } }

  /// Who has the part in the deal that the noun says.
  private func part(_ noun: Traits) -> Int? {
    let role: Party.Role
    if noun.has(.buyer) {
      role = .bidder
    } else if noun.has(.seller) {
      role = .seller
    } else {
      return target
    }
    return roles.indices.filter { roles[$0] == role }.max { cast.entities[$0].count < cast.entities[$1].count }
  }

  private func kind(_ noun: Traits) -> Source.Kind {
    if noun.has(.website) { return .website }
    if noun.has(.newspaper) { return .newspaper }
    return noun.has(.broadcaster) ? .broadcaster : .newsAgency
  }

  /// The latest medium of the kind that a noun says: "the state broadcaster", "le quotidien".
  private func medium(_ noun: Traits, before i: Int) -> Int? {
    let exact = cast.latest(before: i) { denotation in
      switch cast.entities[denotation.entity].kind {
      case .broadcaster: noun.has(.broadcaster)
      case .newspaper: noun.has(.newspaper)
      case .agency: noun.has(.agency)
      case .website: noun.has(.website)
      default: false
      }
    }
    return exact?.entity ?? cast.latest(before: i) { cast.entities[$0.entity].kind.isMedium }?.entity
  }

  /// The authority that a noun means: the latest of its kind.
  private func official(_ noun: Traits, _ range: Range<Int>) -> Speaker? {
    guard prose.tokens[range.lowerBound].traits.hasAny(.determiner | .possessive), !isIndefinite(range) else {
      return nil
    }
    // "The court": only one that the story calls so.
    let latest = cast.latest(before: range.lowerBound) {
      let kind = cast.entities[$0.entity].kind
      return kind == .regulator && noun.has(.regulator) || kind == .government && noun.has(.government)
    }
    return latest.map { .entity($0.entity) }
  }

  /// Who was called by the noun at token `head` before: "the mayor, Ann Roe".
  private func bearer(of head: Int) -> Int? {
    guard prose.tokens[head].word >= 0 else { return nil }
    return cast.latest(before: head) { denotation in
      guard cast.entities[denotation.entity].kind == .person, denotation.form == .name else { return false }
      let low = max(0, denotation.tokens.lowerBound - 4)
      return (low..<min(head, denotation.tokens.upperBound + 4)).contains {
        prose.tokens[$0].word == prose.tokens[head].word
      }
    }?.entity
  }

  /// The body that "the union" means.
  private func body(_ head: Int, before i: Int) -> Int? {
    guard prose.tokens[head].word >= 0 else { return nil }
    return cast.latest(before: i) { denotation in
      denotation.form == .name && denotation.tokens.count > 1
        && prose.tokens[denotation.tokens].contains { $0.word == prose.tokens[head].word }
    }?.entity
  }

  /// Whom `entity` speaks for, itself if for nobody.
  func principal(_ entity: Int) -> Int { cast.entities[entity].speaksFor ?? entity }

  /// The words without the article in front.
  func words(_ range: Range<Int>) -> Span {
    var low = range.lowerBound
    // Up to the relative clause or apposition behind it.
    let high = range.dropFirst().first { prose.tokens[$0].kind == .comma || prose.tokens[$0].has(.relative) }
    while low < (high ?? range.upperBound) - 1,
      prose.tokens[low].traits.hasAny(.determiner | .indefinite) || prose.tokens[low].has(.of)
        || prose.tokens[low].kind == .number
    { low += 1 }
    return prose.span(low..<(high ?? range.upperBound))
  }

  /// Whether the phrase begins with the name and says no more than what it is: "Acme, a maker of pumps,"; not "Acme
  /// shareholders".
  func leads(_ name: Denotation, _ range: Range<Int>) -> Bool {
    guard name.tokens.lowerBound <= range.lowerBound + 1 else { return false }
    let next = name.tokens.upperBound
    guard next < range.upperBound else { return true }
    return prose.tokens[next].isPunctuation || prose.tokens[next].has(.and)
  }

  private func speaks(_ entity: Entity) -> Bool {
    entity.kind.canAct || entity.kind.isMedium || entity.kind == .product
  }

  func isOrganisation(_ speaker: Speaker) -> Bool {
    guard case .entity(let entity) = speaker else { return false }
    return cast.entities[entity].kind.canAct || cast.entities[entity].kind == .product
  }

  private func isPerson(_ speaker: Speaker) -> Bool {
    switch speaker {
    case .entity(let entity): cast.entities[entity].kind == .person
    case .anonymous: true
    case .described: false
    }
  }
}
