import Stories

/// Tells for whom a person speaks: "Oracle founder Larry Ellison", "Ann Roe, chairman of Acme", "le PDG d'Oracle, X",
/// "Ann Roe, who runs Acme"; of a bare title, "the chairman, Ann Roe", by what the text is about.
struct Affiliations {
  let prose: Prose

  /// Marks the persons of `cast` with the entity that they speak for, and the outsiders among them.
  ///
  /// Without `byTopic` only those whose organisation stands beside them: what "the chairman, Ann Roe" is chairman of is told
  /// when noun phrases have their meaning, and that needs to know whom the others speak for.
  func mark(_ cast: inout Cast, byTopic: Bool = true) {
    let main = byTopic ? main(cast) : nil
    let firms = byTopic ? firms(cast) : NumberTable(empty: -1)
    /// Persons with a title whose organisation is to be told later.
    var isPending = [Bool](filledWith: false, count: cast.entities.count)
    for denotation in cast.denotations where denotation.form == .name && denotation.tokens.lowerBound > 0 {
      var title = denotation.tokens.lowerBound - 1
      // "l'homme d'affaires belge Marc Roe"
      if title > 0, prose.tokens[title].has(.nationality) { title -= 1 }
      while title > 0, prose.tokens[title].insidePhrase { title -= 1 }
      if prose.tokens[title].traits.has(.independent), prose.tokens[title].has(.title),
        cast.entities[denotation.entity].known < 0, !isAcronym(denotation.tokens),
        !prose.tokens[title].traits.hasAny(.regulator | .government)
      {
        cast.entities[denotation.entity].isIndependent = true
      }
    }
    for index in cast.denotations.indices {
      let entity = cast.denotations[index].entity
      // What is decided is put in after the look at the cast ends, or every change would copy it.
      if isPending[entity] { continue }
      guard mayBePerson(cast.denotations[index], cast),
        let decision = decide(cast.denotations[index], cast, main, firms, byTopic)
      else { continue }
      if decision.isPending {
        isPending[entity] = true
        continue
      }
      cast.entities[entity].kind = .person
      cast.entities[entity].isOutsider = decision.isOutsider
      cast.entities[entity].isInvestor = decision.isInvestor
      if let principal = decision.principal, principal != entity { cast.entities[entity].speaksFor = principal }
    }
    if byTopic { markNamesakes(&cast) }
    if byTopic { markInterviewed(&cast, main) }
  }

  /// « la déléguée CFDT »: letters are no person.
  private func isAcronym(_ name: Range<Int>) -> Bool {
    prose.language == .french && name.count == 1 && prose.tokens[name.lowerBound].shape.contains(.capitals)
  }

  /// Whether the words around `denotation` may tell that it is a person, or more of one who is.
  @inline(__always) private func mayBePerson(_ denotation: Denotation, _ cast: Cast) -> Bool {
    let entity = denotation.entity
    if cast.entities[entity].isIndependent { return true }
    let kind = cast.entities[entity].kind
    return denotation.form == .name && (kind == .person || kind == .unknown) && cast.entities[entity].known < 0
      && cast.entities[entity].speaksFor == nil && !cast.entities[entity].isOutsider
  }

  /// What the words around `denotation` tell; `nil` if they do not tell that it is a person.
  private func decide(
    _ denotation: Denotation, _ cast: Cast, _ main: Int?, _ firms: NumberTable<Int32>, _ byTopic: Bool
  ) -> (principal: Int?, isOutsider: Bool, isInvestor: Bool, isPending: Bool)? {
    let entity = cast.entities[denotation.entity]
    if entity.isIndependent { return entity.kind == .person ? nil : (nil, false, false, false) }
    if entity.kind == .person, entity.known < 0, entity.speaksFor == nil, !entity.isOutsider, denotation.form == .name,
      let organisation = beside(denotation.tokens, cast)
    {
      return (organisation, false, false, false)
    }
    if entity.kind == .unknown, entity.known < 0, entity.speaksFor == nil, denotation.form == .name,
      let house = house(of: denotation.tokens, cast)
    {
      // An analyst's house is named with him, and no more.
      let last = cast.denotations(in: denotation.tokens.upperBound + 1..<denotation.tokens.upperBound + 2).first
      let isHouse = last.map { prose.isIn(.house, $0.tokens.upperBound - 1) } ?? false
      return cast.entities[house].count > 1 && !isHouse ? (house, false, false, false) : (nil, true, false, false)
    }
    guard entity.kind == .person || entity.kind == .unknown, entity.known < 0, entity.speaksFor == nil,
      !entity.isOutsider, denotation.form == .name, !isFamily(denotation),
      let description = before(denotation.tokens, from: start(of: denotation.tokens)) ?? after(denotation.tokens)
        ?? heading(denotation.tokens) ?? being(denotation.tokens)
    else { return nil }
    let topics = Topics(prose: prose, cast: cast)
    let named = organisation(in: description.words, denotation, topics)
    guard let title = description.title else {
      return headed(description.words, topics).map { ($0, false, false, false) }
    }
    let traits = prose.tokens[title].traits
    // « Anne Roux, associée du cabinet Acme »: she is asked, and not for it.
    if prose.language == .french, named != nil, description.words.contains(where: { prose.isIn(.house, $0) }) {
      return (nil, true, false, false)
    }
    if traits.has(.outsider), !(traits.has(.lawyer) && isRetained(description.words)) {
      // "a former banker" is none any more.
      let isFormer = title > 0 && prose.tokens[title - 1].has(.former)
      return isFormer ? nil : (nil, true, traits.has(.holder), false)
    }
    // "l'ancien directeur": of nobody now.
    if title > 0, prose.tokens[title - 1].has(.former) || title > 1 && prose.tokens[title - 2].has(.former) {
      return (nil, false, false, false)
    }
    if named == nil, !byTopic { return (nil, false, false, true) }
    // « le président, Luc Morvelle », of Morvelle SA.
    let namesake = entity.core.count == 2 ? firms[entity.core.last].map { Int($0) } : nil
    let firm = namesake.flatMap { cast.entities[$0].kind == .company || cast.entities[$0].kind == .fund ? $0 : nil }
    return (
      named ?? firm ?? implied(title, description.words, denotation, topics, main), false, false, false
    )
  }

  /// "the owner, the Roe family": a family is nobody's owner by office.
  private func isFamily(_ denotation: Denotation) -> Bool {
    prose.tokens[denotation.tokens].contains { $0.isFamily }
  }

  /// The firms by the words that they may have from a founder: the first, and the last of those that have none by it.
  private func firms(_ cast: Cast) -> NumberTable<Int32> {
    var firms = NumberTable<Int32>(empty: -1)
    let names = cast.entities.indices.filter {
      let entity = cast.entities[$0]
      return (entity.kind == .company || entity.kind == .fund || entity.kind == .unknown) && entity.known < 0
        && entity.core.count > 1 && !entity.isBody
    }
    for index in names {
      let first = cast.entities[index].core.first
      firms[first] = firms[first] ?? Int32(index)
    }
    // "Ateliers Morvelle": the founder's name comes last.
    for index in names {
      let last = cast.entities[index].core.last
      firms[last] = firms[last] ?? Int32(index)
    }
    return firms
  }

  /// The families by their names: "the Roe family".
  private func families(_ cast: Cast) -> NumberTable<Int32> {
    var families = NumberTable<Int32>(empty: -1)
    for index in cast.entities.indices where cast.entities[index].isBody && isFamily(index, cast) {
      let core = cast.entities[index].core
      let surname = prose.language == .english ? core.first : core.last
      families[surname] = families[surname] ?? Int32(index)
    }
    return families
  }

  /// Gives people whose surname a family or a company bears that one: "Osric Penhallow" and "Penhallow Leisure".
  private func markNamesakes(_ cast: inout Cast) {
    let firms = firms(cast)
    let families = families(cast)
    for index in cast.entities.indices {
      let entity = cast.entities[index]
      if entity.known < 0, entity.kind == .person, entity.core.count == 2, !entity.isOutsider,
        let family = families[entity.core.last].map({ Int($0) }), family != index,
        entity.speaksFor.map({ firms[entity.core.last] == Int32($0) }) ?? true
      {
        cast.entities[index].speaksFor = family
        continue
      }
      guard entity.known < 0, entity.speaksFor == nil, !entity.isOutsider, !entity.isIndependent,
        entity.core.count == 2,
        entity.kind == .person || entity.kind == .unknown && entity.acts > 0,
        let firm = firms[entity.core.last].map({ Int($0) }),
        firm != index, entity.kind == .person || cast.entities[firm].core.first == entity.core.last
      else { continue }
      cast.entities[index].kind = .person
      cast.entities[index].speaksFor = firm
    }
  }

  /// Whether the name of a body is a family's.
  private func isFamily(_ index: Int, _ cast: Cast) -> Bool {
    cast.denotations.first { $0.entity == index && $0.form == .name }.map(isFamily) ?? false
  }

  /// The company that the story names most.
  private func main(_ cast: Cast) -> Int? {
    var best: Int?
    for index in cast.entities.indices {
      let entity = cast.entities[index]
      guard entity.kind == .company || entity.kind == .fund || entity.kind == .unknown && entity.acts > 0,
        !entity.isBody
      else { continue }
      if best.map({ cast.entities[$0].count < entity.count }) ?? true { best = index }
    }
    return best
  }

  /// "a lawyer for Acme": speaks for it; "a lawyer at Roe & Doe" does not.
  private func isRetained(_ words: Range<Int>) -> Bool {
    guard let title = words.first(where: { prose.tokens[$0].has(.lawyer) }) else { return false }
    let next = title + Int(prose.tokens[title].phraseLength)
    let possessed = title > 0 && (prose.tokens[title - 1].has(.possessive) || isGenitive(title - 1))
    guard next + 1 < prose.tokens.count else { return possessed }
    // "the lawyer of a grocer": of nobody that one knows.
    if prose.tokens[next + 1].has(.indefinite) { return possessed }
    return possessed || prose.tokens[next].has(.of)
      || prose.tokens[next].has(.preposition) && !prose.tokens[next].has(.locative)
  }

  /// The "'s" of "Acme's lawyer".
  private func isGenitive(_ i: Int) -> Bool {
    prose.language == .english && prose.tokens[i].has(.be) && !prose.tokens[i].shape.contains(.spaced)
  }

  /// The organisation behind the verb that says who is at its head or pleads for it: "who runs the brewer Acme", "who chairs
  /// the board of Acme", "qui plaide pour Acme"; not "who owns 5 percent of Acme".
  private func headed(_ words: Range<Int>, _ topics: Topics) -> Int? {
    guard let verb = words.first(where: { prose.tokens[$0].has(.heading) || prose.isIn(.representing, $0) }),
      let name = topics.cast.denotations(in: verb + 1..<max(verb + 1, words.upperBound)).last(where: {
        topics.isOrganisation($0.entity) || topics.cast.entities[$0.entity].kind.isMedium
      })
    else { return nil }
    let low = prose.isIn(.representing, verb) && prose.isIn(.for, verb + 1) ? verb + 2 : verb + 1
    guard low <= name.tokens.lowerBound else { return nil }
    let between = prose.tokens[low..<name.tokens.lowerBound]
    let owns = prose.tokens[verb].has(.own)
    let isDirect = between.allSatisfy {
      $0.isWord && $0.traits.isDisjoint(with: .to | .that) && ($0.has(.of) ? !owns : !$0.has(.preposition))
    }
    return isDirect ? topics.cast.entities[name.entity].speaksFor ?? name.entity : nil
  }

  private func organisation(in words: Range<Int>, _ person: Denotation, _ topics: Topics) -> Int? {
    // "Acme president Ann Roe": of two the nearer one.
    if let title = words.first(where: { prose.tokens[$0].traits.hasAny(.title | .spokesperson) }),
      title > words.lowerBound,
      topics.cast.denotations(in: title..<words.upperBound).isEmpty,
      let near = topics.cast.denotations(in: words.lowerBound..<title).last(where: { topics.isOrganisation($0.entity) })
    {
      return topics.cast.entities[near.entity].speaksFor ?? near.entity
    }
    for other in topics.cast.denotations(in: words) where other.entity != person.entity {
      let principal = topics.cast.entities[other.entity].speaksFor ?? other.entity
      if topics.isOrganisation(principal) { return principal }
      if topics.cast.entities[other.entity].kind == .person, prose.tokens[words].contains(where: { $0.has(.lawyer) }) {
        return other.entity
      }
    }
    return nil
  }

  /// Whom a title without an organisation means: "its chairman", "the chairman".
  private func implied(
    _ title: Int, _ words: Range<Int>, _ person: Denotation, _ topics: Topics, _ main: Int?
  ) -> Int? {
    let token = prose.tokens[title]
    guard token.traits.isDisjoint(with: Traits(.independent)), let index = prose.sentence(of: words.lowerBound) else {
      return nil
    }
    let isPossessed = words.contains { prose.tokens[$0].has(.possessive) }
    // "The union and its secretary": of the union.
    if token.traits.hasAny(.regulator | .government), !prose.tokens[title].has(.board),
      !isPossessed || token.phraseLength > 1
    {
      let kind: Entity.Kind = token.has(.regulator) ? .regulator : .government
      func isIt(_ denotation: Denotation) -> Bool { topics.cast.entities[denotation.entity].kind == kind }
      return topics.cast.latest(before: words.lowerBound, where: isIt)?.entity
        ?? topics.cast.denotations(in: person.tokens.upperBound..<prose.sentences[index].tokens.upperBound)
        .first(where: isIt)?.entity
    }
    // "growers' leader": of people that the story has no name for.
    if title > 0, prose.language == .english,
      isGenitive(title - 1)
        || prose.tokens[title - 1].kind == .quoteSingle && !prose.tokens[title - 1].shape.contains(.spaced)
    {
      return nil
    }
    // "Council leader Ann Roe": of a body, if the story names it.
    if title > words.lowerBound || title > 0 && !prose.tokens[title - 1].isPunctuation, prose.language == .english,
      prose.tokens[title - 1].has(.body), prose.tokens[title - 1].info.name < 0
    {
      let word = prose.tokens[title - 1].word
      return topics.cast.latest(before: words.lowerBound) { denotation in
        denotation.form == .name && denotation.tokens.count > 1
          && prose.tokens[denotation.tokens].contains { $0.word >= 0 && $0.word == word }
      }?.entity
    }
    // "president of the court": of something that the story has no name for.
    let next = title + Int(token.phraseLength)
    if next < words.upperBound, prose.tokens[next].has(.of), next > title {
      var noun = next + 1
      while noun < words.upperBound, prose.tokens[noun].has(.determiner) { noun += 1 }
      if noun < words.upperBound, !prose.tokens[noun].traits.hasAny(.company | .board | .fund | .own) { return nil }
    }
    // "La coopérative a besoin d'argent. Son patron, Luc Roe, dit": of somebody whom the story has not told of.
    if isPossessed, index > 0, prose.sentences[index].tokens.lowerBound == words.lowerBound,
      topics.isAboutUnnamed(index - 1)
    {
      return nil
    }
    return topics.topic(at: words.lowerBound, in: index, far: isPossessed, where: topics.isOrganisation)
      ?? (isPossessed
        ? topics.cast.latest(before: words.lowerBound) { topics.isBusiness($0.entity) }?.entity
        : topics.opening ?? main)
  }
}
