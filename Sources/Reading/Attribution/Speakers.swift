import Stories

/// Who says a claim.
enum Speaker: Hashable {
  case entity(Int)
  /// People that the story does not name: their words.
  case anonymous(Span)
  /// People or papers known by a common noun ("analysts", "a report"): their words, in lower case.
  case described(Span, Source.Kind)
}

/// Finds the speaker behind a source phrase: a name, a periphrase, a title, a pronoun, an unnamed source.
struct Speakers {
  let prose: Prose
  let cast: Cast
  /// The speakers of the claims before, the latest last.
  private var history: [Speaker] = []
  /// The last speaker that is a person or spoke through one, and where.
  private var lastPerson: (speaker: Speaker, token: Int)?

  init(_ prose: Prose, _ cast: Cast) {
    self.prose = prose
    self.cast = cast
  }

  /// Remembers who spoke last, and in which words.
  mutating func note(_ speaker: Speaker, as words: Range<Int>?) {
    history.append(speaker)
    if history.count > 16 { history.removeFirst() }
    guard let words else { return }
    let isPersonal =
      isPerson(speaker)
      || prose.tokens[words].contains { $0.traits.hasAny(.spokesperson | .title | .he) }
      || cast.denotations(in: words).contains { cast.entities[$0.entity].kind == .person }
    if isPersonal { lastPerson = (speaker, words.lowerBound) }
  }

  /// The speaker of the claim before.
  var latest: Speaker? { history.last }

  /// The speaker that the words in `range` denote.
  func speaker(_ range: Range<Int>, in sentence: Sentence) -> Speaker? {
    let tokens = prose.tokens[range]
    let named = cast.denotations(in: range)
    if range.count == 1, named.isEmpty, let pronoun = tokens.first, pronoun.traits.hasAny(Speakers.pronouns),
      pronoun.traits.isDisjoint(with: Traits(.determiner)) || prose.language == .french && pronoun.has(.he)
    {
      return antecedent(pronoun, range.lowerBound, sentence)
    }
    if tokens.contains(where: { $0.has(.anonymous) && $0.info.name < 0 }) { return .anonymous(words(range)) }
    if let person = named.first(where: { cast.entities[$0.entity].kind == .person }) {
      return .entity(principal(person.entity))
    }
    if let first = named.first, leads(first, range), speaks(cast.entities[first.entity]) {
      return .entity(principal(first.entity))
    }
    if tokens.contains(where: { $0.has(.outsider) && $0.info.name < 0 }) { return .described(words(range), .analyst) }
    if let first = named.first(where: { speaks(cast.entities[$0.entity]) }) { return .entity(principal(first.entity)) }
    let isPossessed = tokens.contains { $0.has(.possessive) }
    if tokens.contains(where: { $0.has(.spokesperson) }) || isPossessed {
      return subjectBefore(sentence) ?? history.last(where: isOrganisation)
        ?? business(before: range.lowerBound, sentence).map { .entity($0) }
    }
    if let medium = medium(tokens, before: range.lowerBound) { return .entity(medium) }
    if tokens.contains(where: { $0.traits.hasAny(.regulator | .government) && $0.info.name < 0 }) {
      let official = cast.latest(before: range.lowerBound) {
        cast.entities[$0.entity].kind == .regulator || cast.entities[$0.entity].kind == .government
      }
      if let official, tokens.first?.has(.determiner) ?? false { return .entity(official.entity) }
      return .described(words(range), .official)
    }
    if tokens.contains(where: { $0.traits.hasAny(.company | .fund) }) {
      return business(before: range.lowerBound, sentence).map { .entity($0) } ?? .described(words(range), .person)
    }
    if tokens.contains(where: { $0.has(.utterance) }), !tokens.contains(where: { $0.has(.indefinite) }),
      let latest = history.last
    {
      return latest
    }
    if tokens.contains(where: { $0.has(.title) }), tokens.first?.has(.determiner) ?? false {
      if let person = cast.latest(before: range.lowerBound, where: { cast.entities[$0.entity].kind == .person }) {
        return .entity(principal(person.entity))
      }
    }
    if let any = named.first, cast.entities[any.entity].kind != .other {
      return cast.entities[any.entity].kind == .place
        ? .described(words(range), .official) : .entity(principal(any.entity))
    }
    if tokens.contains(where: { $0.has(.speaker) }) { return .described(words(range), .official) }
    return .described(words(range), .person)
  }

  /// The latest medium of the kind that a noun says: "the state broadcaster", "le quotidien".
  private func medium(_ tokens: ArraySlice<Token>, before i: Int) -> Int? {
    for token in tokens where token.info.name < 0 {
      let kind: Entity.Kind? =
        token.has(.broadcaster) ? .broadcaster : token.has(.newspaper) ? .newspaper : token.has(.agency) ? .agency : nil
      guard let kind else { continue }
      return cast.latest(before: i) { cast.entities[$0.entity].kind == kind }?.entity
    }
    return nil
  }

  private static let pronouns: Traits = Trait.he | .it | .they | .we | .one | .relative

  /// Whom `entity` speaks for, itself if for nobody.
  func principal(_ entity: Int) -> Int { cast.entities[entity].speaksFor ?? entity }

  /// The words without the article in front.
  private func words(_ range: Range<Int>) -> Span {
    var low = range.lowerBound
    while low < range.upperBound - 1,
      prose.tokens[low].traits.hasAny(.determiner | .indefinite) || prose.tokens[low].has(.of)
        || prose.tokens[low].kind == .number
    { low += 1 }
    return prose.span(low..<range.upperBound)
  }

  /// Whether the phrase begins with the name and says no more than what it is: "Acme, a maker of pumps,"; not "Acme
  /// shareholders".
  private func leads(_ name: Denotation, _ range: Range<Int>) -> Bool {
    guard name.tokens.lowerBound <= range.lowerBound + 1 else { return false }
    let next = name.tokens.upperBound
    guard next < range.upperBound else { return true }
    return prose.tokens[next].isPunctuation || prose.tokens[next].has(.and)
  }

  private func speaks(_ entity: Entity) -> Bool {
    entity.kind.canAct || entity.kind.isMedium || entity.kind == .product
  }

  private func isOrganisation(_ speaker: Speaker) -> Bool {
    guard case .entity(let entity) = speaker else { return false }
    return cast.entities[entity].kind.canAct || cast.entities[entity].kind == .product
  }

  private func isPerson(_ speaker: Speaker) -> Bool {
    switch speaker {
    case .entity(let entity): cast.entities[entity].kind == .person
    case .anonymous, .described: true
    }
  }

  /// The business that the text was about last: the first of this sentence, else of the one before.
  private func business(before i: Int, _ sentence: Sentence) -> Int? {
    if let here = cast.denotations(in: sentence.tokens.lowerBound..<max(sentence.tokens.lowerBound, i)).first(where: {
      cast.entities[$0.entity].kind.isBusiness
    }) {
      return here.entity
    }
    if let speaker = history.last(where: { isOrganisation($0) }), case .entity(let entity) = speaker { return entity }
    return cast.latest(before: i) { cast.entities[$0.entity].kind.isBusiness }?.entity
  }

  /// Whether a name begins its sentence, as a subject does.
  private func isSubject(_ name: Denotation) -> Bool {
    let i = name.tokens.lowerBound
    guard i > 0 else { return true }
    let before = prose.tokens[i - 1]
    return before.kind == .stop || before.isQuote || before.traits.hasAny(.title | .honorific | .that | .but)
  }

  /// The organisation that the sentence before begins with.
  private func subjectBefore(_ sentence: Sentence) -> Speaker? {
    guard let index = index(of: sentence), index > 0 else { return nil }
    let before = prose.sentences[index - 1].tokens
    guard prose.blocks[prose.sentences[index - 1].block].kind != .headline,
      let first = cast.denotations(in: before.lowerBound..<min(before.lowerBound + 3, before.upperBound)).first,
      isOrganisation(.entity(principal(first.entity)))
    else { return nil }
    return .entity(principal(first.entity))
  }

  private func index(of sentence: Sentence) -> Int? {
    var low = 0
    var high = prose.sentences.count
    while low < high {
      let middle = (low + high) / 2
      if prose.sentences[middle].tokens.lowerBound < sentence.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < prose.sentences.count ? low : nil
  }

  private func antecedent(_ pronoun: Token, _ i: Int, _ sentence: Sentence) -> Speaker? {
    if pronoun.has(.he) {
      let person = cast.latest(before: i) { cast.entities[$0.entity].kind == .person }
      // French "il" and "elle" stand for companies too: whoever spoke last.
      if prose.language == .french, let last = history.last, person == nil || isOrganisation(last) { return last }
      if let lastPerson, person.map({ !isSubject($0) || $0.tokens.lowerBound <= lastPerson.token }) ?? true {
        return lastPerson.speaker
      }
      if let person { return .entity(principal(person.entity)) }
      return history.last(where: isPerson) ?? history.last
    }
    if pronoun.has(.it) {
      return subjectBefore(sentence) ?? history.last(where: isOrganisation)
        ?? business(before: i, sentence).map { .entity($0) }
    }
    if pronoun.has(.we) { return nil }
    return history.last
  }
}
