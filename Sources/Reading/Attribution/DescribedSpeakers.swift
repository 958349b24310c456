import Stories

/// Whom a source phrase with a noun means: "the company", "its chairman", "a person close to Acme".
extension Speakers {
  /// Whom a noun phrase means by its noun.
  func described(
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
      return officer(noun, head, organisation, named, range, index)
    }
    if noun.hasAny(.buyer | .seller | .target), !isPlural(head), !isIndefinite, let part = part(noun) {
      return .entity(part)
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
      // "the foreign ministry in Tokyo"
      if let organisation, organisation.tokens.contains(head) { return .entity(principal(organisation.entity)) }
      if let official = official(noun, range) { return official }
      return .described(words(range), .official)
    }
    if noun.has(.utterance) { return paper(noun, head, organisation, named, range, index) }
    if noun.has(.body) || noun.has(.family) {
      if let entity = body(head, before: range.lowerBound) { return .entity(entity) }
      return .described(words(range), .official)
    }
    if noun.hasAny(.company | .fund), !isPlural(head) || organisation != nil {
      if isIndefinite, organisation.map({ isSeat($0, head) }) ?? true { return .anonymous(words(range)) }
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

  /// Whom a noun for those who speak for others means: "its chairman", "a spokesman", "the board of the target", "the mayor".
  private func officer(
    _ noun: Traits, _ head: Int, _ organisation: Denotation?, _ named: [Denotation], _ range: Range<Int>, _ index: Int
  ) -> Speaker? {
    let isIndefinite = isIndefinite(range)
    if noun.has(.independent), isIndefinite, !noun.has(.spokesperson) { return .anonymous(words(range)) }
    // « Les magistrats »
    if organisation == nil, isPlural(head), noun.has(.independent), !hasPossessive(range) {
      return .described(words(range), .official)
    }
    // "The mayor": whoever is or was called so, and else one whom nobody has named.
    if organisation == nil, !isIndefinite, prose.isIn(.office, head + Int(prose.tokens[head].phraseLength) - 1) {
      if let name = named.first(where: { $0.form == .name && $0.tokens.lowerBound > head }) {
        return .entity(principal(name.entity))
      }
      return bearer(of: head).map { .entity(principal($0)) } ?? .described(words(range), .official)
    }
    if let organisation { return .entity(principal(organisation.entity)) }
    // "the boss of a larger chain"
    if isOfSomebody(head, range) { return .anonymous(words(range)) }
    // "the board of the target".
    if let other = range.first(where: {
      $0 > head && prose.tokens[$0].traits.hasAny(.buyer | .seller | .target) && prose.tokens[$0].info.name < 0
    }), let part = part(prose.tokens[other].traits) {
      return .entity(part)
    }
    if noun.has(.spokesperson), let body = body(behind: head, range) { return body }
    if noun.hasAny(.regulator | .government), !noun.has(.spokesperson), let official = official(noun, range) {
      return official
    }
    // « Le ministre wallon »: of a government that nobody named.
    if noun.has(.government), !noun.has(.spokesperson), !isIndefinite, !hasPossessive(range) {
      return .described(words(range), .official)
    }
    if hasPossessive(range), let last = history.last, case .described = last.speaker,
      last.token >= prose.sentences[max(0, index - 1)].tokens.lowerBound
    {
      return last.speaker
    }
    // "Plusieurs administrateurs": some of a board that nobody names.
    if isIndefinite, noun.has(.board), isPlural(head) { return .anonymous(words(range)) }
    // "La direction de l'usine": of what is sold.
    if noun.has(.board), !hasPossessive(range), let target, isOfPlace(head, range) { return .entity(target) }
    // "Acme has bid for Belcor. The board calls it hostile": not the bidder's.
    if let target, !isIndefinite, !hasPossessive(range), noun.has(.board) || prose.isIn(.founding, head),
      topic(at: range.lowerBound, index).map({ roles.indices.contains($0) && roles[$0] == .bidder }) ?? false
    {
      return .entity(target)
    }
    if noun.has(.spokesperson) || noun.has(.board) || hasPossessive(range) {
      return topic(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
    }
    if isIndefinite { return .anonymous(words(range)) }
    if let last = lastPerson(before: range.lowerBound) {
      if case .anonymous = last {} else { return last }
    }
    return topic(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
  }

  /// Whose words a noun for them means: "the report", "its statement", "documents of Acme".
  private func paper(
    _ noun: Traits, _ head: Int, _ organisation: Denotation?, _ named: [Denotation], _ range: Range<Int>, _ index: Int
  ) -> Speaker? {
    // "The report, in the Ledger": the paper's.
    if let medium = named.first(where: { cast.entities[$0.entity].kind.isMedium }) { return .entity(medium.entity) }
    if let author = author(head, named, range) { return author }
    // "Documents of Acme show"
    if let organisation, organisation.tokens.lowerBound == head + Int(prose.tokens[head].phraseLength) + 1,
      prose.tokens[organisation.tokens.lowerBound - 1].has(.of)
    {
      return .entity(principal(organisation.entity))
    }
    if noun.has(.release) {
      if let organisation { return .entity(principal(organisation.entity)) }
      // "The buyer hopes so. Nothing is lost, says its statement": of who spoke right before.
      if hasPossessive(range), let last = history.last, isOrganisation(last.speaker),
        last.token >= prose.sentences[max(0, index - 1)].tokens.lowerBound
      {
        return last.speaker
      }
      return topic(at: range.lowerBound, index).map { .entity($0) } ?? latest
    }
    if isIndefinite(range) { return .anonymous(words(range)) }
    return latest ?? .anonymous(words(range))
  }

  /// Whose paper it is: "a filing by the seller", "an affidavit sworn by Acme's chairman"; not "a letter seen by the Ledger".
  private func author(_ head: Int, _ named: [Denotation], _ range: Range<Int>) -> Speaker? {
    guard
      let by = range.first(where: { $0 > head && (prose.tokens[$0].has(.by) || prose.isIn(.from, $0)) }),
      !prose.isIn(.seeing, by - 1)
    else { return nil }
    let end =
      (by + 1..<range.upperBound).first {
        prose.tokens[$0].traits.hasAny(.locative | .relative) || prose.tokens[$0].isPunctuation
      } ?? range.upperBound
    if let name = named.first(where: {
      $0.tokens.lowerBound > by && $0.tokens.lowerBound < end && topics.isOrganisation(principal($0.entity))
    }) {
      return .entity(principal(name.entity))
    }
    let noun = (by + 1..<max(by + 1, end)).first {
      prose.tokens[$0].traits.hasAny(.buyer | .seller | .target) && prose.tokens[$0].info.name < 0
    }
    return noun.flatMap { part(prose.tokens[$0].traits) }.map { .entity($0) }
  }

  /// The body without a name that somebody speaks for: "a spokesman for the union", "un porte-parole du ministère".
  private func body(behind head: Int, _ range: Range<Int>) -> Speaker? {
    let of = head + Int(prose.tokens[head].phraseLength)
    guard of + 1 < range.upperBound, prose.tokens[of].traits.hasAny(.of | .preposition | .contracted) else {
      return nil
    }
    let start = prose.tokens[of + 1].has(.determiner) ? of + 2 : of + 1
    guard
      let noun = (start..<min(start + 3, range.upperBound)).first(where: {
        prose.tokens[$0].traits.hasAny(.body | .government | .regulator) && !prose.tokens[$0].isCapital
          && prose.tokens[$0].info.name < 0
      })
    else { return nil }
    if let known = body(noun, before: range.lowerBound) { return .entity(known) }
    let traits = prose.tokens[noun].traits
    if traits.hasAny(.government | .regulator), let official = official(traits, noun - 1..<range.upperBound) {
      return official
    }
    let isOfNation = (start..<range.upperBound).contains { prose.tokens[$0].has(.nationality) }
    if !isOfNation, let last = history.last(where: { if case .described = $0.speaker { true } else { false } }) {
      return last.speaker
    }
    return .described(words(start..<range.upperBound), .official)
  }

  /// "the boss of a larger chain": of one that nobody names.
  private func isOfSomebody(_ head: Int, _ range: Range<Int>) -> Bool {
    let of = head + Int(prose.tokens[head].phraseLength)
    return of + 1 < range.upperBound && prose.tokens[of].has(.of) && prose.tokens[of + 1].has(.indefinite)
  }

  /// "la direction de l'usine": the board's noun has another noun for its complement that names nobody.
  private func isOfPlace(_ head: Int, _ range: Range<Int>) -> Bool {
    let of = head + Int(prose.tokens[head].phraseLength)
    guard of + 1 < range.upperBound, prose.tokens[of].has(.of) else { return false }
    let noun = prose.tokens[of + 1].has(.determiner) ? of + 2 : of + 1
    return noun < range.upperBound && prose.tokens[noun].isWord && !prose.tokens[noun].isCapital
      && prose.tokens[noun].traits.isDisjoint(with: .company | .fund | .body | .government | .regulator)
  }

  /// Whom a noun means that no class has: "the maltster" is one spoken of before; "two maltsters" are nobody that one knows.
  func unclassed(_ range: Range<Int>, _ index: Int) -> Speaker? {
    let isDefinite = prose.tokens[range.lowerBound].has(.determiner) && !isIndefinite(range)
    let end = range.dropFirst().first {
      prose.tokens[$0].isPunctuation || prose.tokens[$0].traits.hasAny(.relative | .of | .preposition)
    }
    guard isDefinite, !areSeveral(range, (end ?? range.upperBound) - 1) else { return .anonymous(words(range)) }
    // "La Centrale des métallos": a name by its capital, though none that was found.
    if range.lowerBound + 1 < range.upperBound, prose.tokens[range.lowerBound + 1].isCapital,
      prose.tokens[range.lowerBound + 1].traits.isDisjoint(with: Traits(.nationality))
    {
      return .described(words(range), .official)
    }
    // "The opposition", "le parquet": what is no firm's trade stands for itself.
    guard isTrade((end ?? range.upperBound) - 1, range) else { return .described(words(range), .official) }
    return business(at: range.lowerBound, index).map { .entity($0) } ?? .anonymous(words(range))
  }

  /// Whether a phrase whose last word is at token `last` means several: in French its article tells, "l'établissement zurichois".
  private func areSeveral(_ range: Range<Int>, _ last: Int) -> Bool {
    guard prose.language == .french else { return isPlural(last) }
    return prose.bytes(range.lowerBound).last == UInt8(ascii: "s")
  }

  /// Whether the noun of a phrase, whose last word is at token `last`, is made as those for trades are: "the maltster", "le
  /// meunier", "l'assureur danois".
  private func isTrade(_ last: Int, _ range: Range<Int>) -> Bool {
    func isMade(_ i: Int, _ endings: [StaticString]) -> Bool {
      let word = prose.bytes(i)
      return word.count > 4
        && endings.contains { ending in
          word.suffix(ending.utf8CodeUnitCount).elementsEqual(
            UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
        }
    }
    guard prose.language == .french else { return isMade(last, ["er", "or", "ist", "house", "firm", "giant"]) }
    return (range.lowerBound...last).contains {
      isMade($0, ["eur", "ier", "iste", "ien", "euse", "ière", "ienne", "géant"])
    }
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
  func isPossessor(_ person: Denotation, _ range: Range<Int>, _ head: Int?) -> Bool {
    guard let head, principal(person.entity) == person.entity else { return false }
    guard head < person.tokens.lowerBound, prose.tokens[head].traits.hasAny(.outsider | .spokesperson) else {
      return false
    }
    let before = prose.tokens[person.tokens.lowerBound - 1]
    return before.has(.of) && !prose.tokens[head].has(.lawyer)
  }

  /// The name that stands right behind the noun, but for adjectives, a comma and an article.
  func apposed(to head: Int, _ named: [Denotation], _ range: Range<Int>) -> Int? {
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
    // « l'avocat du groupe »
    if prose.tokens[name.tokens.lowerBound].has(.contracted) {
      return name.tokens.lowerBound == head + Int(prose.tokens[head].phraseLength)
    }
    let before = prose.tokens[name.tokens.lowerBound - 1]
    // "a lawyer close to the group" is not the group's.
    let isNext = name.tokens.lowerBound - 1 <= head + Int(prose.tokens[head].phraseLength)
    return isNext && (before.has(.of) || before.has(.preposition) && !before.has(.locative))
  }

  /// "Analysts at Brandt & Loewe": several, and of a house.
  private func isPluralHouse(_ head: Int, _ house: Denotation) -> Bool {
    isPlural(head) && house.tokens.lowerBound - head <= 3 && topics.isBusiness(house.entity)
      && (!prose.tokens[house.tokens.lowerBound - 1].has(.of)
        // "Selon les analystes d'Acme"
        || prose.language == .french && prose.tokens[head].traits.isDisjoint(with: .holder | .lawyer))
  }

  func isPlural(_ i: Int) -> Bool {
    prose.tokens[i].isWord && prose.tokens[i].shape.contains(.plural)
  }

  /// "Acme shareholders", "Acme workers": several people beside a name.
  func isPlural(_ range: Range<Int>, _ name: Denotation) -> Bool {
    guard name.tokens.upperBound < range.upperBound else { return false }
    let next = prose.tokens[name.tokens.upperBound]
    // "Ann Roe of Tidemark Securities": one.
    return next.isWord && next.traits.isDisjoint(with: .of | .preposition | .locative) && isPlural(range.upperBound - 1)
  }

  func isIndefinite(_ range: Range<Int>) -> Bool {
    let first = prose.tokens[range.lowerBound]
    if first.has(.indefinite) || first.kind == .number { return true }
    // "one minister"
    if first.has(.one), range.count > 1, prose.language == .english { return true }
    if prose.language == .french { return first.has(.of) }
    return !first.traits.hasAny(.determiner | .possessive) && !prose.tokens[range].contains { $0.has(.possessive) }
      && isPlural(range.lowerBound) && !first.isCapital
  }

  private func hasPossessive(_ range: Range<Int>) -> Bool { prose.tokens[range].contains { $0.has(.possessive) } }

  /// Who has the part in the deal that the noun says.
  func part(_ noun: Traits) -> Int? {
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
    // « L'exécutif européen »: of a nation, though none whose government the lexicon has; that has a name.
    if range.contains(where: { prose.tokens[$0].has(.nationality) && prose.tokens[$0].info.name < 0 }) { return nil }
    // "Ross gave few details, the secretary said": who spoke right before.
    if noun.has(.government), noun.has(.title), let last = history.last, case .entity(let entity) = last.speaker,
      cast.entities[entity].kind == .government, let sentence = prose.sentence(of: range.lowerBound),
      last.token >= prose.sentences[max(0, sentence - 1)].tokens.lowerBound
    {
      return last.speaker
    }
    // "The court": only one that the story calls so. "The finance minister": also of the government whose man was named.
    let latest = cast.latest(before: range.lowerBound) {
      let kind = cast.entities[noun.has(.title) ? principal($0.entity) : $0.entity].kind
      return kind == .regulator && noun.has(.regulator) || kind == .government && noun.has(.government)
    }
    return latest.map { .entity(principal($0.entity)) }
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
}
