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
  /// For whom persons turned out to speak as they spoke: "the bidder's chief executive, Ann Roe".
  private var principals: [(person: Int, principal: Int)] = []

  /// A speaker, and where the words stand that tell who it is.
  struct Spoken {
    var speaker: Speaker
    var token: Int
    /// Whether it is a person, or spoke through one; no "she" means "analysts".
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
    var isGroup = false
    if case .anonymous = speaker, let words { isGroup = hasPluralNoun(words) }
    let isPersonal =
      !isGroup
      && (isPerson(speaker)
        || words.map { words in
          prose.tokens[words].contains { $0.traits.hasAny(.spokesperson | .title | .he) }
            || cast.denotations(in: words).contains { cast.entities[$0.entity].kind == .person }
        } ?? false)
    if case .entity(let entity) = speaker, let words {
      for named in cast.denotations(in: words) where cast.entities[named.entity].kind == .person {
        if named.entity != entity, principal(named.entity) != entity { principals.append((named.entity, entity)) }
      }
    }
    history.append(Spoken(speaker: speaker, token: words?.lowerBound ?? history.last?.token ?? 0, isPerson: isPersonal))
    if history.count > 16 { history.removeFirst() }
  }

  /// Whether words for those who have no name mean several: "two analysts".
  private func hasPluralNoun(_ words: Range<Int>) -> Bool {
    let noun = words.first {
      !prose.tokens[$0].traits.hasAny(.determiner | .indefinite) && prose.tokens[$0].kind != .number
    }
    return noun.map(isPlural) ?? false
  }

  /// The speaker of the claim before.
  var latest: Speaker? { history.last?.speaker }

  /// The speaker that the words in `range` denote.
  func speaker(_ range: Range<Int>, in sentence: Sentence) -> Speaker? {
    let index = prose.sentence(of: range.lowerBound) ?? 0
    let named = named(range)
    if isOneOfSeveral(range, named) { return .anonymous(words(range)) }
    if let turn = turn(range) { return turn }
    if let back = pointingBack(range, named, index) ?? unnamedSource(range) { return back }
    if named.isEmpty, isOther(range) {
      let several = history.last { if case .anonymous = $0.speaker { true } else { false } }
      return several?.speaker ?? .anonymous(words(range))
    }
    if named.isEmpty || range.count == 1, let pronoun = pronoun(range) {
      if let body = seat(range, sentence) { return body }
      return antecedent(pronoun, index, isHoused: range.count > 1)
    }
    // The noun that says what the source is, before any relative clause.
    let head = head(range)
    let noun = head.map { prose.tokens[$0].traits } ?? Traits()
    if noun.has(.anonymous) || opensAnonymous(range.lowerBound) { return .anonymous(words(range)) }
    if let person = named.first(where: { cast.entities[$0.entity].kind == .person && !isPossessor($0, range, head) }) {
      if let employer = employer(of: person, range, index) { return employer }
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
    // "France says": a country stands for itself.
    if let first = named.first, cast.entities[first.entity].kind == .place, first.form == .name, leads(first, range) {
      return .described(words(range), .official)
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

  /// "One of the paper's columnists": nobody that one knows, unless a name tells.
  private func isOneOfSeveral(_ range: Range<Int>, _ named: [Denotation]) -> Bool {
    let first = prose.language == .english ? range.lowerBound : range.lowerBound + 1
    guard range.count > 2, prose.tokens[first].has(.one), first + 1 < range.upperBound,
      prose.tokens[first + 1].has(.of),
      first == range.lowerBound || prose.tokens[range.lowerBound].has(.determiner)
    else { return false }
    // "one of them, Ann Roe"
    return !named.contains {
      cast.entities[$0.entity].kind == .person
        || $0.form == .name && $0.tokens.lowerBound > first
          && prose.tokens[$0.tokens.lowerBound - 1].kind == .comma
    }
  }

  /// "The other", "l'autre", "a second": one more of those who have no name.
  private func isOther(_ range: Range<Int>) -> Bool {
    guard range.count <= 2, let last = range.last, prose.isIn(.other, last) || prose.isIn(.another, last) else {
      return false
    }
    return range.count == 1 || prose.tokens[range.lowerBound].traits.hasAny(.determiner | .indefinite)
  }

  /// What the words in `range` denote, also by a name whose article stands before them: "The Wall Street Journal".
  func denotations(in range: Range<Int>) -> ArraySlice<Denotation> {
    let low = range.lowerBound
    let isBehindArticle = low > 0 && prose.tokens[low].insidePhrase && prose.tokens[low - 1].info.name >= 0
    return cast.denotations(in: isBehindArticle ? low - 1..<range.upperBound : range)
  }

  /// The names in a phrase; noun phrases that stand for one only if there is no name.
  private func named(_ range: Range<Int>) -> [Denotation] {
    let all = denotations(in: range)
    // "le groupe de Singapour": where it is, unless the place speaks itself.
    let others = all.filter { cast.entities[$0.entity].kind != .place }
    let names = others.filter { $0.form == .name }
    return names.isEmpty ? others.isEmpty ? Array(all) : others : names
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

  /// Whom `entity` speaks for, itself if for nobody.
  func principal(_ entity: Int) -> Int {
    if let told = principals.last(where: { $0.person == entity }) { return told.principal }
    return cast.entities[entity].speaksFor ?? entity
  }

  /// Whom the person named in `range` speaks for, as far as a possessive or a part in the deal tells: "its chairman, Ann Roe" behind
  /// "the company said", "the target's chief executive, Ann Roe".
  private func employer(of person: Denotation, _ range: Range<Int>, _ index: Int) -> Speaker? {
    guard
      let title = (range.lowerBound..<max(range.lowerBound, person.tokens.lowerBound)).first(where: {
        prose.tokens[$0].traits.hasAny(.title | .spokesperson) && prose.tokens[$0].info.name < 0
      }), prose.tokens[title].traits.isDisjoint(with: .independent | .outsider)
    else { return nil }
    if let part = range.first(where: {
      prose.tokens[$0].traits.hasAny(.buyer | .seller | .target) && prose.tokens[$0].info.name < 0
        && !prose.tokens[$0].has(.title)
    }), part < person.tokens.lowerBound, let employer = self.part(prose.tokens[part].traits) {
      return .entity(employer)
    }
    // Who is told of by a possessive is who spoke right before.
    guard prose.tokens[range.lowerBound].has(.possessive), let last = history.last, isRecent(last, index) else {
      return nil
    }
    if case .described = last.speaker { return last.speaker }
    return isOrganisation(last.speaker) ? last.speaker : nil
  }

  /// Whether somebody spoke in the sentence before, or in this one, of the same paragraph.
  func isRecent(_ spoken: Spoken, _ index: Int) -> Bool {
    let before = max(0, index - 1)
    return spoken.token >= prose.sentences[before].tokens.lowerBound
      && prose.sentences[before].block == prose.sentences[index].block
  }

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

  func speaks(_ entity: Entity) -> Bool {
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
