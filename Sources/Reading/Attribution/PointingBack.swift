import Stories

/// Whom words point back to that name nobody: pronouns, possessives, "the latter", "one of them".
extension Speakers {
  // MARK: What the text is about

  func topic(at i: Int, _ index: Int) -> Int? {
    topics.topic(at: i, in: index, far: true, where: topics.isOrganisation)
      ?? cast.latest(before: i) { topics.isBusiness($0.entity) }?.entity
  }

  /// The business that the text is about: the subject here or before, else whoever spoke last, else the last one named.
  func business(at i: Int, _ index: Int) -> Int? {
    // "TikTok said it was pleased. It would defend itself, the company said": what speaks is a company.
    if let last = history.last, case .entity(let entity) = last.speaker, cast.entities[entity].kind == .product,
      prose.sentences[max(0, index - 1)].tokens.lowerBound <= last.token,
      prose.sentences[max(0, index - 1)].block == prose.sentences[index].block
    {
      return entity
    }
    // "Acme has hidden it, says the group": not Acme, whom its own words would not name.
    let low = prose.sentences[index].tokens.lowerBound
    let isTurned = i > low && prose.tokens[i - 1].info.cue.isCue && prose.isFinite(i - 1)
    if let topic = topics.topic(at: isTurned ? low : i, in: index, where: topics.isBusiness) { return topic }
    if let spoken = history.last(where: { isOrganisation($0.speaker) }), case .entity(let entity) = spoken.speaker,
      topics.isBusiness(entity)
    {
      return entity
    }
    return topics.topic(at: isTurned ? low : i, in: index, far: true, where: topics.isBusiness)
      ?? cast.latest(before: i) { topics.isBusiness($0.entity) }?.entity
  }

  /// The person whom the text spoke of last, before token `i`.
  func lastPerson(before i: Int) -> Speaker? {
    let named = cast.latest(before: i) { cast.entities[$0.entity].kind == .person }
    let spoken = history.last { $0.isPerson && $0.token < i }
    if let named, named.tokens.lowerBound > spoken?.token ?? -1 || spoken == nil {
      return .entity(principal(named.entity))
    }
    return spoken?.speaker
  }

  // MARK: Pronouns

  @inline(__always) private static var pronouns: Traits { Trait.he | .it | .they | .we | .one | .relative }

  /// The pronoun that a source is; a possessive stands for its owner.
  func pronoun(_ range: Range<Int>) -> Int? {
    let token = prose.tokens[range.lowerBound]
    if range.count == 1, token.has(.possessive) { return range.lowerBound }
    guard token.traits.hasAny(Speakers.pronouns), !token.has(.possessive),
      token.traits.isDisjoint(with: Traits(.determiner)) || prose.language == .french && token.has(.he)
    else { return nil }
    if range.count == 1 { return range.lowerBound }
    // "on, chez Acme", "l'un d'eux"; "un éleveur" is a noun.
    guard token.has(.one), prose.language == .french else { return nil }
    let next = prose.tokens[range.lowerBound + 1]
    let isArticle = token.has(.indefinite) && next.isWord && next.traits.isDisjoint(with: .of | .contracted | .relative)
    return isArticle ? nil : range.lowerBound
  }

  /// "one of them", "L'une d'elles", "ce dernier", "l'intéressé": who was spoken of before.
  func pointingBack(_ range: Range<Int>, _ named: [Denotation], _ index: Int) -> Speaker? {
    let tokens = prose.tokens[range]
    if tokens.contains(where: { $0.has(.latter) && !$0.insidePhrase }), named.isEmpty {
      let isPlural = isPlural(range.upperBound - 1)
      if isPlural { return .anonymous(words(range)) }
      let isConcerned = prose.isIn(.concerned, range.upperBound - 1)
      let latest = cast.latest(before: range.lowerBound) {
        (cast.entities[$0.entity].kind == .person || cast.entities[$0.entity].kind.canAct)
          && prose.quotation[$0.tokens.lowerBound] < 0
          && !(isConcerned && (cast.entities[$0.entity].isOutsider || hasJustSpoken(principal($0.entity))))
      }
      // "Another said so. … the latter warned": of those without a name the last.
      if let last = history.last, case .anonymous = last.speaker, last.token > latest?.tokens.lowerBound ?? -1 {
        return last.speaker
      }
      return latest.map { .entity(principal($0.entity)) } ?? latest.map { .entity($0.entity) }
    }
    if tokens.contains(where: { $0.has(.they) && !$0.has(.possessive) }), range.count > 1 {
      if let name = named.first { return .entity(principal(name.entity)) }
      return .anonymous(words(range))
    }
    return nil
  }

  /// Whether `entity` is who said the last thing before: of whom "l'intéressé" hears that is somebody else.
  private func hasJustSpoken(_ entity: Int) -> Bool {
    guard let last = history.last, case .entity(let speaker) = last.speaker else { return false }
    return speaker == entity
  }

  /// "The people said", "cette source ajoute": the unnamed ones of whom was told before.
  func unnamedSource(_ range: Range<Int>) -> Speaker? {
    guard prose.tokens[range.lowerBound].has(.determiner), !prose.tokens[range.lowerBound].has(.indefinite) else {
      return nil
    }
    let end = range.first { prose.tokens[$0].kind == .comma || prose.tokens[$0].has(.relative) } ?? range.upperBound
    guard range.lowerBound + 1 < end, prose.isIn(.unnamedSource, end - 1),
      prose.tokens[range.lowerBound..<end].allSatisfy({ !$0.isCapital || $0.has(.determiner) })
    else { return nil }
    let before = history.last { spoken in
      guard case .anonymous = spoken.speaker, spoken.token < range.lowerBound else { return false }
      return prose.tokens[spoken.token..<min(spoken.token + 4, range.lowerBound)].contains { $0.has(.anonymous) }
    }
    return before?.speaker ?? .anonymous(words(range))
  }

  /// "Chez Acme, on dénonce", "dit-on chez Acme": the house is the source.
  func seat(_ range: Range<Int>, _ sentence: Sentence) -> Speaker? {
    guard prose.language == .french, prose.tokens[range.lowerBound].has(.one) else { return nil }
    if range.lowerBound + 2 < sentence.tokens.upperBound, prose.tokens[range.lowerBound + 1].has(.locative),
      let behind = cast.denotations(in: range.lowerBound + 2..<min(range.lowerBound + 4, sentence.tokens.upperBound))
        .first, topics.isOrganisation(behind.entity)
    {
      return .entity(principal(behind.entity))
    }
    let before = cast.denotations(in: sentence.tokens.lowerBound..<range.lowerBound).last {
      topics.isOrganisation($0.entity)
    }
    if let before, before.tokens.lowerBound > 0, prose.tokens[before.tokens.lowerBound - 1].has(.locative),
      // "À Séoul, on": a town.
      !(cast.entities[before.entity].kind == .unknown && prose.tokens[before.tokens.lowerBound - 1].has(.to)
        && before.tokens.count == 1)
    {
      return .entity(principal(before.entity))
    }
    return nil
  }

  /// Whom the pronoun or possessive at token `i` stands for.
  ///
  /// `isHoused` if a place goes with "on": « dit-on au siège ».
  func antecedent(_ i: Int, _ index: Int, isHoused: Bool = false) -> Speaker? {
    let pronoun = prose.tokens[i]
    if pronoun.has(.we) {
      // "We think it cheap", « Je parie que », outside quotation marks: who writes, and is no party.
      return prose.quotation[i] < 0 ? .anonymous(words(i..<i + 1)) : nil
    }
    if pronoun.traits.hasAny(.he | .personal) {
      let spoken = history.last { $0.isPerson && $0.token < i }
      if prose.language == .french {
        // French "il" and "elle" stand for companies too: the subject of the sentence before, else whoever spoke last.
        if let subject = subjectBefore(index, after: history.last?.token ?? -1) { return subject }
        if let last = history.last { return last.speaker }
      }
      let person = cast.latest(before: i) {
        cast.entities[$0.entity].kind == .person && prose.fullQuotation(at: $0.tokens.lowerBound) == nil
      }
      if let spoken, person.map({ !isSubject($0) || $0.tokens.lowerBound <= spoken.token }) ?? true {
        return spoken.speaker
      }
      if let person { return .entity(principal(person.entity)) }
      // A name of two words that nothing told to be a person's.
      let name = cast.latest(before: i) {
        $0.tokens.count == 2 && cast.entities[$0.entity].kind == .unknown && isSubject($0)
      }
      return history.last?.speaker ?? name.map { .entity($0.entity) }
    }
    if pronoun.has(.it), let last = history.last, !last.isPerson, isRecent(last, index), opens(last, index - 1) {
      return last.speaker
    }
    if pronoun.has(.it) || pronoun.has(.possessive) && prose.language == .english {
      if let subject = topics.topic(at: i, in: index, where: topics.isOrganisation) { return .entity(subject) }
      return (history.last { isOrganisation($0.speaker) })?.speaker
        ?? business(at: i, index).map { .entity($0) }
    }
    // "said one": of those of whom nobody was named.
    if pronoun.has(.one), prose.language == .english {
      let several = history.last { spoken in
        guard case .anonymous = spoken.speaker else { return false }
        return spoken.token < i
      }
      return several?.speaker ?? .anonymous(words(i..<i + 1))
    }
    // « On pensait l'affaire entendue »: nobody that one knows, where no house is told.
    if pronoun.has(.one), isHoused { return topic(at: i, index).map { .entity($0) } ?? history.last?.speaker }
    if pronoun.has(.one) { return .anonymous(words(i..<i + 1)) }
    return history.last?.speaker
  }

  /// Whether somebody spoke as the subject of sentence `index`.
  private func opens(_ spoken: Spoken, _ index: Int) -> Bool {
    guard index >= 0 else { return false }
    let low = prose.sentences[index].tokens.lowerBound
    return spoken.token >= low && spoken.token - low <= 3
  }

  /// Whether a name stands before the verb of its sentence, as a subject does.
  private func isSubject(_ name: Denotation) -> Bool {
    let i = name.tokens.lowerBound
    guard i > 0, let index = prose.sentence(of: i) else { return true }
    let before = prose.tokens[i - 1]
    if before.kind == .stop || before.isQuote || before.traits.hasAny(.title | .honorific | .that | .but) {
      return true
    }
    return !before.traits.hasAny(.of | .preposition | .to | .by)
      && !prose.hasFinite(prose.sentences[index].tokens.lowerBound..<i)
  }

  /// Who the sentence before begins with, in the same paragraph, if that is behind token `i`.
  private func subjectBefore(_ index: Int, after i: Int) -> Speaker? {
    guard index > 0, prose.sentences[index - 1].block == prose.sentences[index].block else { return nil }
    let before = prose.sentences[index - 1]
    let low = before.tokens.lowerBound
    guard low > i, prose.fullQuotation(at: low) == nil,
      let verb = (low..<min(low + 10, before.tokens.upperBound)).first(where: { prose.isFinite($0) }), verb > low
    else { return nil }
    let subject = prose.trimmed(low..<verb)
    guard !subject.isEmpty, pronoun(subject) == nil else { return nil }
    let noun = head(subject).map { prose.tokens[$0].traits } ?? Traits()
    let isSomebody =
      noun.hasAny(.title | .spokesperson | .company | .body)
      || cast.denotations(in: subject).contains { leads($0, subject) && cast.entities[$0.entity].kind != .place }
    guard isSomebody, let speaker = speaker(subject, in: before) else { return nil }
    if case .anonymous = speaker { return nil }
    return speaker
  }
}
