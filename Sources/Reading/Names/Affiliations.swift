import Stories

/// Tells for whom a person speaks: "Oracle founder Larry Ellison", "Ann Roe, chairman of Acme", "le PDG d'Oracle, X",
/// "Ann Roe, who runs Acme"; of a bare title, "the chairman, Ann Roe", by what the text is about.
struct Affiliations {
  let prose: Prose

  /// What "Partners", "Investors" are in a name: no title.
  @inline(__always) private static var firms: Traits {
    Trait.industry | .finance | .designator | .company | .fund | .masthead
  }

  /// How far a title may stand from the name, in tokens.
  private static let reach = 9

  /// A stretch of words that says who somebody is.
  private struct Description {
    var words: Range<Int>
    /// The token of its title, if it has one.
    var title: Int?
  }

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

  /// Where the sentence of a name begins.
  private func start(of name: Range<Int>) -> Int {
    prose.sentence(of: name.lowerBound).map { prose.sentences[$0].tokens.lowerBound } ?? 0
  }

  /// The description before a name, in its sentence: "Acme's chairman, Ann Roe".
  private func before(_ name: Range<Int>, from low: Int) -> Description? {
    var i = name.lowerBound - 1
    // "the owner, the Swedish group Norvane", "the publisher Norvane": no person.
    if i >= 0, prose.tokens[i].has(.company),
      !prose.tokens[i].has(.title) || !prose.tokens[i].isCapital && !prose.tokens[name.lowerBound].has(.forename)
    {
      return nil
    }
    // "the publisher Acme and Belcor": of another.
    if i > low, prose.tokens[i].has(.and) { return nil }
    // "a spokesman for Acme": that is Acme, no person.
    let behind = i > 0 && prose.tokens[i].has(.determiner) ? i - 1 : i
    if behind >= low, prose.tokens[behind].traits.hasAny(.of | .preposition | .by), prose.tokens[behind].info.name < 0 {
      return nil
    }
    while i >= low, name.lowerBound - i <= Affiliations.reach {
      let token = prose.tokens[i]
      if token.has(.of), !closed(i..<name.lowerBound) { return nil }
      if token.kind == .stop || token.kind == .semicolon || token.kind == .close || token.kind == .colon
        || token.isQuote
        || prose.isFinite(i) && !token.has(.title)
        // "the election of its directors, at which Acme": the name begins a clause of its own.
        || token.has(.relative)
        // "hired bankers to sell Acme"
        || token.has(.infinitive) && i > low
          && (prose.language == .french && !token.has(.title) || prose.tokens[i - 1].has(.to))
      {
        return nil
      }
      // "who chairs Acme"
      if token.has(.heading) { return nil }
      // « Le secrétaire au Trésor »: the lexicon knows whose.
      if token.traits.hasAny(.title | .spokesperson), token.info.name < 0 || token.has(.government),
        !token.insidePhrase,
        !(token.isCapital && token.traits.hasAny(Affiliations.firms))
      {
        if !leads(from: i + Int(token.phraseLength), to: name.lowerBound) || endsClause(i, before: name) { return nil }
        // "the chairman, Ann Roe and Acme": between title and name stand only its complement and a comma.
        var start = i
        while start > low, i - start < 4, prose.tokens[start - 1].isWord, !prose.isFinite(start - 1),
          !prose.tokens[start - 1].has(.that), !prose.tokens[start - 1].has(.and)
        {
          start -= 1
          // « a déclaré à Médiafil la directrice générale, Anne Roux »: the phrase begins with its article.
          if prose.language == .french, prose.tokens[start].traits.hasAny(.determiner | .possessive | .indefinite) {
            break
          }
        }
        return Description(words: start..<name.lowerBound, title: i)
      }
      i -= 1
    }
    return nil
  }

  /// Whether the title at token `i` ends what the incise behind it attributes: "it exceeds the powers of the president, Roe said".
  private func endsClause(_ i: Int, before name: Range<Int>) -> Bool {
    let next = name.upperBound
    guard prose.tokens[name.lowerBound - 1].kind == .comma, next < prose.tokens.count, prose.isFinite(next),
      prose.tokens[next].info.cue.isCue, i + Int(prose.tokens[i].phraseLength) == name.lowerBound - 1
    else { return false }
    var low = i - 1
    while low > 0, prose.tokens[low].traits.hasAny(.determiner | .possessive | .former) { low -= 1 }
    return low > 0 && prose.tokens[low].traits.hasAny(.of | .preposition | .to | .by) && prose.tokens[low].info.name < 0
  }

  /// Whether the words between a title and a name lead from one to the other: none, a complement, or all up to a comma; not "A
  /// judge on Friday forbade Acme".
  private func leads(from start: Int, to name: Int) -> Bool {
    guard start < name, prose.tokens[name - 1].kind != .comma else { return true }
    return (start..<name).allSatisfy {
      let token = prose.tokens[$0]
      return token.isCapital && !token.has(.weekday) || token.isPunctuation
        || token.traits.hasAny(.of | .determiner | .contracted | .company | .fund | .nationality | .and | .title)
        || token.has(.former)
        || token.insidePhrase || token.traits.isEmpty && !prose.isFinite($0)
    }
  }

  /// Whether the complement that begins with `range` ends before the name: "the chairman of Acme, Ann Roe"; in "the head of
  /// the brewer Acme" the name belongs to it.
  private func closed(_ range: Range<Int>) -> Bool {
    range.contains { prose.tokens[$0].kind == .comma || prose.tokens[$0].isCapital && prose.tokens[$0].isWord }
  }

  /// The apposition behind a name: "Ann Roe, chairman of Acme", "Ann Roe, who runs Acme".
  private func after(_ name: Range<Int>) -> Description? {
    guard name.upperBound + 1 < prose.tokens.count, prose.tokens[name.upperBound].kind == .comma else { return nil }
    // "At Acme, the chairman said": that is where, not who.
    if name.lowerBound > 0 {
      let before = prose.tokens[name.lowerBound - 1]
      if before.info.name < 0, before.has(.locative) || before.has(.of) && name.count == 1 { return nil }
    }
    let first = name.upperBound + 1
    // "La holding Acme, contrôlée par l'homme d'affaires Marc Roe": the title is another's.
    if first + 1 < prose.tokens.count, prose.tokens[first].has(.participle), prose.tokens[first + 1].has(.by) {
      return nil
    }
    var end = first
    var title: Int?
    var heads = false
    let isRelative = prose.tokens[first].has(.relative)
    while end < prose.tokens.count, end - name.upperBound < 16 {
      let token = prose.tokens[end]
      if token.isPunctuation { break }
      if end - name.upperBound <= 6, token.traits.hasAny(.title | .spokesperson), title == nil, !token.insidePhrase,
        !isAnothers(end), !isFirm(end, name)
      {
        title = end
      }
      if token.has(.heading) || isRelative && prose.isIn(.representing, end) { heads = true }
      if title == end, token.isCapital, token.has(.industry) { title = nil }
      if !isRelative, prose.isFinite(end), token.traits.isDisjoint(with: .title | .spokesperson) { return nil }
      end += 1
    }
    // "Acme, which owns Belcor": only people are "who".
    if isRelative, prose.language == .english, !prose.isIn(.who, first) { return nil }
    if isRelative { return heads ? Description(words: first..<end, title: nil) : nil }
    return title.map { Description(words: first..<end, title: $0) }
  }

  /// Whether the noun at token `i` says what kind of firm `name` is: "Norvane Press, the publisher that went public".
  private func isFirm(_ i: Int, _ name: Range<Int>) -> Bool {
    guard prose.tokens[i].has(.company), !prose.tokens[name.lowerBound].has(.forename) else { return false }
    let next = i + Int(prose.tokens[i].phraseLength)
    return prose.tokens[name].contains { $0.traits.hasAny(Affiliations.firms) }
      || next < prose.tokens.count && prose.tokens[next].traits.hasAny(.that | .relative)
        && !prose.isIn(.who, next)
  }

  /// Whether the title at token `i` stands before another name, whose it is: "Quarto, publisher of the Inspector Roe novels".
  private func isAnothers(_ i: Int) -> Bool {
    let next = i + Int(prose.tokens[i].phraseLength)
    guard prose.tokens[i].isCapital, next < prose.tokens.count else { return false }
    let token = prose.tokens[next]
    return token.isWord && token.isCapital && token.info.traits.isEmpty && token.info.name < 0
  }

  /// "Ann Roe built Acme": the verb tells that she speaks for it.
  private func heading(_ name: Range<Int>) -> Description? {
    let verb = name.upperBound
    guard verb + 1 < prose.tokens.count, prose.tokens[verb].has(.heading), name.count > 1 else { return nil }
    var end = verb + 1
    while end < prose.tokens.count, end - verb < 6, !prose.tokens[end].isPunctuation { end += 1 }
    return Description(words: verb..<end, title: nil)
  }

  /// "Ann Roe is chief executive of Acme", "took over as head of Acme".
  private func being(_ name: Range<Int>) -> Description? {
    let verb = name.upperBound
    guard verb + 2 < prose.tokens.count, name.count > 1, prose.tokens[verb].has(.finite) else { return nil }
    var title: Int?
    var end = verb + 1
    while end < prose.tokens.count, end - verb < 16, !prose.tokens[end].isPunctuation {
      let token = prose.tokens[end]
      // "Acme is serving as adviser": a house.
      if title == nil, token.has(.title), !token.insidePhrase, !prose.isIn(.service, end) {
        let before = prose.tokens[verb..<end]
        let isSo =
          before.allSatisfy { $0.traits.hasAny(.be | .have | .determiner | .indefinite | .adverb) || $0.has(.time) }
          || before.contains { $0.has(.subordinator) && $0.end - $0.start == 2 }
        guard isSo else { return nil }
        title = end
      } else if prose.isFinite(end), title == nil, !token.traits.hasAny(.be | .have) {
        return nil
      }
      end += 1
    }
    return title.map { Description(words: $0..<end, title: $0) }
  }

  /// "Acme's Ann Roe", "Ann Roe of Acme": the company stands beside the name of a person.
  private func beside(_ name: Range<Int>, _ cast: Cast) -> Int? {
    guard name.count > 1, prose.language == .english else { return nil }
    let low = name.lowerBound
    if low > 1, prose.tokens[low - 1].has(.be), !prose.tokens[low - 1].shape.contains(.spaced),
      let owner = cast.latest(before: low, where: { $0.tokens.upperBound == low - 1 }),
      cast.entities[owner.entity].kind.canAct
    {
      return owner.entity
    }
    let of = name.upperBound
    guard of + 1 < prose.tokens.count, prose.tokens[of].has(.of) else { return nil }
    let next = cast.denotations(in: of + 1..<of + 3).first { $0.form == .name }
    return next.flatMap { cast.entities[$0.entity].kind.canAct ? $0.entity : nil }
  }

  /// "Ann Roe of Tidemark Securities says": the firm of somebody whose name does not tell a person, by what firms' names end in.
  private func house(of name: Range<Int>, _ cast: Cast) -> Int? {
    guard prose.language == .english, name.count == 2, name.upperBound + 2 < prose.tokens.count,
      name.lowerBound == 0 || !prose.tokens[name.lowerBound - 1].traits.hasAny(.determiner | .possessive | .be),
      prose.tokens[name].allSatisfy({
        $0.isWord && $0.isCapital && !$0.shape.contains(.capitals)
          && ($0.traits.isEmpty || $0.traits.hasAny(.forename | .particle))
      }),
      prose.tokens[name.upperBound].has(.of) || prose.tokens[name.upperBound].has(.locative)
    else { return nil }
    guard
      let firm = cast.denotations(in: name.upperBound + 1..<name.upperBound + 2).first(where: { $0.form == .name }),
      firm.tokens.count > 1,
      prose.tokens[firm.tokens.dropFirst()].contains(where: {
        $0.traits.hasAny(.finance | .industry | .fund) || $0.has(.designator) || prose.isIn(.house, $0)
      }),
      cast.entities[firm.entity].kind.isBusiness
    else { return nil }
    return firm.entity
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

  // MARK: Interviews

  /// Gives whoever answers in an interview the organisation of the title that the introduction names without a name.
  private func markInterviewed(_ cast: inout Cast, _ main: Int?) {
    guard prose.sentences.contains(where: { $0.has(.colon) }) else { return }
    var turns: [Int: Int] = [:]
    for index in cast.denotations.indices {
      let denotation = cast.denotations[index]
      let next = denotation.tokens.upperBound
      guard (2...3).contains(denotation.tokens.count), next < prose.tokens.count, prose.tokens[next].kind == .colon,
        cast.entities[denotation.entity].kind == .unknown, cast.entities[denotation.entity].known < 0,
        prose.tokens[denotation.tokens].allSatisfy({
          $0.isWord && $0.traits.isDisjoint(with: .body | .industry | .company)
        }),
        let sentence = prose.sentence(of: next), !asks(prose.sentences[sentence].block),
        prose.blocks[prose.sentences[sentence].block].tokens.lowerBound == denotation.tokens.lowerBound
      else { continue }
      turns[denotation.entity, default: 0] += 1
    }
    // Who has two names and answers twice is a person.
    let people = turns.filter { $0.value > 1 }.keys
    for entity in people { cast.entities[entity].kind = .person }
    turns = [:]
    var offered: Int??
    for index in cast.denotations.indices {
      let denotation = cast.denotations[index]
      let next = denotation.tokens.upperBound
      guard denotation.tokens.count > 1, next < prose.tokens.count, prose.tokens[next].kind == .colon else { continue }
      let entity = cast.entities[denotation.entity]
      guard entity.known < 0, entity.kind == .person, entity.speaksFor == nil, !entity.isOutsider,
        opensParagraph(denotation.tokens.lowerBound)
      else { continue }
      if offered == nil { offered = .some(introduced(Topics(prose: prose, cast: cast))) }
      turns[denotation.entity, default: 0] += 1
      // Who answers again and again speaks for what the talk is about.
      let answers = turns[denotation.entity] == 2 ? main : nil
      if let organisation = (offered ?? nil) ?? answers, organisation != denotation.entity {
        cast.entities[denotation.entity].speaksFor = organisation
      }
    }
  }

  /// Whether a paragraph ends with a question.
  private func asks(_ block: Int) -> Bool { prose.isQuestionMark(prose.blocks[block].tokens.upperBound - 1) }

  private func opensParagraph(_ i: Int) -> Bool {
    guard let sentence = prose.sentence(of: i) else { return false }
    return prose.blocks[prose.sentences[sentence].block].tokens.lowerBound == i
  }

  /// The organisation of the first title that has one but no person.
  private func introduced(_ topics: Topics) -> Int? {
    for sentence in prose.sentences.prefix(8) {
      for i in sentence.tokens where prose.tokens[i].has(.title) && !prose.tokens[i].insidePhrase {
        var end = i + 1
        while end < min(i + 10, sentence.tokens.upperBound), !prose.tokens[end].isPunctuation { end += 1 }
        let words = i..<end
        let inside = topics.cast.denotations(in: words)
        guard !inside.contains(where: { topics.cast.entities[$0.entity].kind == .person }) else { continue }
        if let organisation = inside.first(where: { topics.isOrganisation($0.entity) }) { return organisation.entity }
      }
    }
    return nil
  }
}
