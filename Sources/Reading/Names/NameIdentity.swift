import Stories

/// Which names are the same: full name, surname, acronym, a shorter or a longer form.
extension NameFinder {
  func add(_ run: Range<Int>, _ sentence: Sentence) {
    if run.count > 1, endsShop(run.upperBound - 1, sentence) {
      addShop(run, sentence)
      return
    }
    let first = tokens[run.lowerBound]
    if first.info.name >= 0,
      run.count - Int(first.phraseLength) == 0 || trailing(run) == run.lowerBound + Int(first.phraseLength)
    {
      let known = Int(first.info.name)
      if let person = titledPerson(run) {
        note(run, person, sentence)
        return
      }
      let entity = state(named: known, run, sentence) ?? ownState(known, run) ?? entity(ofKnown: known, run)
      if isWhere(run, known) {
        seat = entity
        return
      }
      if lexicon.names[known].kind == .government { seat = entity }
      note(run, entity, sentence)
      return
    }
    core.removeAll(keepingCapacity: true)
    for i in run.lowerBound..<trailing(run) where !isNickname(i, run) { core.append(hash(i)) }
    let core = core
    if let entity = bracketed(run) {
      bear(core[0], entity)
      note(run, entity, sentence)
      return
    }
    if let entity = earlier(core, run), !isAnother(run, core, entity, sentence) {
      note(run, entity, sentence)
      // "Harmsen" after "Piet Harmsen": only people are called by the last of two names.
      if core.count == 1, entities[entity].kind == .unknown, entities[entity].core.count == 2,
        core[0] == entities[entity].core.last,
        text[entities[entity].span.start..<entities[entity].span.end].contains(0x20),
        !opensWithPlural(entities[entity].span), !isCalledByFirst(entity)
      {
        entities[entity].kind = .person
      }
      if core.count > entities[entity].core.count, entities[entity].known < 0 { rename(entity, core, run) }
      // "PELHAM OPTICS" at the head of a paragraph, Pelham Optics in it.
      if isCore(core, of: entity), entities[entity].known < 0, isShouted(entities[entity].span),
        !isShouted(prose.span(run))
      {
        show(entity, run)
      }
    } else {
      var entity = Entity(known: -1, kind: .unknown, core: keep(core), span: prose.span(run))
      entity.isFromHeadline = blocks[sentence.block].kind == .headline
      entity.kind = kind(run, sentence)
      append(entity)
      note(run, entities.count - 1, sentence)
    }
    let entity = denotations[denotations.count - 1].entity
    if entities[entity].kind == .unknown { entities[entity].kind = kind(run, sentence) }
    if entities[entity].kind == .unknown, isHeading(run, sentence) { entities[entity].kind = .company }
    if trailing(run) < run.upperBound { entities[entity].isFull = true }
    if entities[entity].kind == .unknown, isBody(run) { entities[entity].isBody = true }
  }

  /// Whether a name with a full stop heads a paragraph, as in a round-up.
  private func isHeading(_ run: Range<Int>, _ sentence: Sentence) -> Bool {
    let block = blocks[sentence.block]
    return run.lowerBound == block.tokens.lowerBound && block.kind != .headline
      && sentence.tokens.upperBound == run.upperBound + 1 && tokens[run.upperBound].kind == .stop
      && run.upperBound + 3 < block.tokens.upperBound && opensWithCompany(run.upperBound + 1)
  }

  /// Whether token `i` is no mark, nor stands between marks within a name.
  func isNickname(_ i: Int, _ run: Range<Int>) -> Bool {
    if tokens[i].isQuote { return true }
    return tokens[run.lowerBound..<i].contains { $0.isQuote }
      && tokens[i..<run.upperBound].contains { $0.isQuote }
  }

  /// "Marchés Laurentiens": no forename ends like a plural of French.
  func opensWithPlural(_ span: Span) -> Bool {
    guard lexicon.language == .french, let blank = text[span.start..<span.end].firstIndex(of: 0x20) else {
      return false
    }
    return blank - span.start > 4 && text[blank - 1] == UInt8(ascii: "s")
  }

  /// "Autorité des marchés (ADM)": the entity whose short name stands in brackets behind it.
  func bracketed(_ run: Range<Int>) -> Int? {
    let token = tokens[run.lowerBound]
    guard run.count == 1, token.shape.contains(.capitals), (2...6).contains(token.end - token.start),
      run.lowerBound > 1, tokens[run.lowerBound - 1].kind == .open,
      run.upperBound < tokens.count, tokens[run.upperBound].kind == .close,
      let last = denotations.last, last.tokens.upperBound == run.lowerBound - 1,
      text[Int(tokens[last.tokens.lowerBound].start)] == text[Int(token.start)]
    else { return nil }
    return last.entity
  }

  /// Whether a longer name is another's: the shorter one had its legal form, or stands in the same sentence ("Norvane
  /// sells its cable unit, Norvane Kabel").
  func isAnother(_ run: Range<Int>, _ core: [UInt32], _ entity: Int, _ sentence: Sentence) -> Bool {
    guard core.count > entities[entity].core.count, entities[entity].kind != .person else { return false }
    if entities[entity].isFull { return true }
    // "its unit Norvane Cables" is not Norvane.
    if run.lowerBound > sentence.tokens.lowerBound, tokens[run.lowerBound - 1].has(.part),
      tokens[run.lowerBound - 1].traits.isDisjoint(with: Traits(.company))
    {
      return true
    }
    // "Norvane Japan" is not Norvane.
    let extra = run.lowerBound + entities[entity].core.count
    if extra < run.upperBound, hash(run.lowerBound) == entities[entity].core.first, tokens[extra].info.name >= 0,
      case let kind = lexicon.names[Int(tokens[extra].info.name)].kind, kind == .place || kind == .government
    {
      return true
    }
    var k = denotations.count - 1
    while k >= 0, denotations[k].tokens.lowerBound >= sentence.tokens.lowerBound {
      if denotations[k].entity == entity { return true }
      k -= 1
    }
    return false
  }

  /// "famille Roe", "Roe family trust", "Union laitière".
  func isBody(_ run: Range<Int>) -> Bool {
    tokens[run].contains { $0.isFamily } || isCouple(run) || tokens[run.lowerBound].has(.body)
      || tokens[run.upperBound - 1].has(.body)
  }

  /// Whether a name of several words or many letters has no small ones.
  func isShouted(_ span: Span) -> Bool {
    span.count > 6 && !text[span.start..<span.end].contains { $0 &- 0x61 < 26 }
  }

  /// Where the designators at the end of a name begin.
  func trailing(_ run: Range<Int>) -> Int {
    var end = run.upperBound
    while end > run.lowerBound + 1, tokens[end - 1].has(.designator) { end -= 1 }
    return end
  }

  /// A government's seat behind "in" is where, not who: "à Pékin", "in Washington".
  func isWhere(_ run: Range<Int>, _ known: Int) -> Bool {
    guard lexicon.names[known].kind == .government, run.count == 1, run.lowerBound > 0 else { return false }
    let before = tokens[run.lowerBound - 1]
    return before.has(.locative) || tokens[run.lowerBound].shape.contains(.capitals)
  }

  /// The entity with the name `known` of the lexicon, which is made for the name at `run` if there is none yet.
  func entity(ofKnown known: Int, _ run: Range<Int>) -> Int {
    if let made = byKnown[UInt32(known)] {
      // "l'État danois", then "le gouvernement danois", which is the name that others know.
      if entities[Int(made)].known < 0, !run.contains(where: { prose.isIn(.state, $0) }) {
        entities[Int(made)].known = known
      }
      return Int(made)
    }
    let name = lexicon.names[known]
    var entity = Entity(
      known: known, kind: Entity.Kind(name.kind), core: keep(run.map { hash($0) }), span: prose.span(run))
    let place = entities.count
    byKnown[UInt32(known)] = Int32(place)
    if let index = name.standsFor, name.kind != .place {
      append(entity)
      entities[place].speaksFor = self.entity(ofKnown: index, run)
      return place
    }
    entity.count = 0
    append(entity)
    return place
  }

  func append(_ entity: Entity) {
    entities.append(entity)
    for k in 0..<entity.core.count { bear(cores[entity.core.start + k], entities.count - 1) }
  }

  func rename(_ entity: Int, _ core: [UInt32], _ run: Range<Int>) {
    let old = entities[entity].core
    for token in core where !cores[old.start..<old.start + old.count].contains(token) { bear(token, entity) }
    entities[entity].core = keep(core)
    show(entity, run)
  }

  /// The core that has the words `core`, which must not be empty.
  func keep(_ core: [UInt32]) -> Entity.Core {
    cores += core
    return Entity.Core(start: cores.count - core.count, count: core.count, first: core[0], last: core[core.count - 1])
  }

  /// Whether the words from the place `start` of a core on begin with `core`.
  private func holds(_ other: Entity.Core, _ core: [UInt32], from start: Int = 0) -> Bool {
    guard start + core.count <= other.count else { return false }
    for k in core.indices where cores[other.start + start + k] != core[k] { return false }
    return true
  }

  /// Whether the words in `range` are all of the core of `entity`.
  func isCore(_ range: Range<Int>, of entity: Int) -> Bool {
    range.count == entities[entity].core.count && holds(entities[entity].core, range.map { hash($0) })
  }

  private func isCore(_ core: [UInt32], of entity: Int) -> Bool {
    core.count == entities[entity].core.count && holds(entities[entity].core, core)
  }

  /// Whether the words `core` begin with another core.
  private func begins(_ core: [UInt32], with other: Entity.Core) -> Bool {
    guard other.count <= core.count else { return false }
    for k in 0..<other.count where cores[other.start + k] != core[k] { return false }
    return true
  }

  /// Lets `entity` be shown as the words of `run`.
  func show(_ entity: Int, _ run: Range<Int>) {
    entities[entity].span = prose.span(run)
    if entity < initials.count { initials[entity] = nil }
  }

  /// The earlier entity that `core` names again: in full, by a part of its name, or by its initials.
  func earlier(_ core: [UInt32], _ run: Range<Int>) -> Int? {
    guard let first = core.first, let last = core.last else { return nil }
    // "Norvane Belcor", when Norvane and Belcor are two.
    if core.count == 2, let one = latestBearer(of: first), entities[one].core.count == 1, isJoined(core, behind: 1) {
      return nil
    }
    let single = core.count == 1 ? tokens[run.lowerBound] : nil
    let candidates = bearers(of: first, atMost: NameFinder.depth)
    for entity in candidates where isCore(core, of: entity) { return entity }
    // "Guinness" for Guinness Plc; of several that begin so the one named most.
    var best: Int?
    for entity in candidates {
      let other = entities[entity].core
      guard other.count > core.count, holds(other, core), !isGeneric(single) || isFirm(entity, calledBy: single),
        !isOther(entity, run)
      else { continue }
      if entities[entity].kind == .person, entities[best ?? entity].kind != .person { continue }
      if best.map({ entities[$0].count < entities[entity].count || entities[$0].kind == .person }) ?? true {
        best = entity
      }
    }
    if let best, !isTitledPerson(run) || entities[best].kind == .person { return best }
    let isTitled = run.lowerBound > 0 && tokens[run.lowerBound - 1].has(.honorific)
    for entity in candidates {
      let other = entities[entity].core
      // "Mr Roe" is not "Roe & Daughter".
      if isTitled, core.count == 1, entities[entity].kind == .company { continue }
      if other.count > core.count {
        // "Saunders" for Ernest Saunders, "Webb" for Del E. Webb.
        if holds(other, core, from: other.count - core.count), !isFamilyOf(entity, run),
          entities[entity].kind == .person || entities[entity].kind == .unknown
        {
          return entity
        }
        if core.count == 1, entities[entity].kind != .place, !isGeneric(single), !isOther(entity, run),
          !isFamilyOf(entity, run)
        {
          return entity
        }
      } else if begins(core, with: other), other.count < core.count, entities[entity].kind != .place,
        entities[entity].known < 0,
        entities[entity].kind != .person, core.count - other.count <= 2, !isJoined(core, behind: other.count),
        other.count > 1 || entities[entity].kind == .company || entities[entity].kind == .unknown
      {
        return entity
      }
    }
    if let best { return best }
    if let family = family(calledBy: single, run) { return family }
    if core.count > 1, !tokens[run].contains(where: { $0.isFamily }),
      let entity = latestBearer(of: last), entities[entity].core.count == 1,
      entities[entity].kind == .person
        || entities[entity].kind == .unknown && core.count == 2
          && (tokens[run.lowerBound].has(.forename)
            || entities[entity].isFromHeadline && !isGeneric(tokens[trailing(run) - 1]))
          // The company that bears a founder's name, where the text has told of it before him.
          && (entities[entity].isFromHeadline && entities[entity].count == 1 || entities[entity].acts == 0)
    {
      return entity
    }
    return single.flatMap { acronym($0) }
  }

  /// Whether what follows the first `count` words of a name is the name of somebody else: "Norvane Belcor", which two become.
  private func isJoined(_ core: [UInt32], behind count: Int) -> Bool {
    guard count < core.count, let other = latestBearer(of: core[count]) else { return false }
    return entities[other].core.count == core.count - count && entities[other].core.first == core[count]
      && entities[other].core.last == core.last
  }

  /// Whether a name of two words has stood for its first of late: "Norvane" for Norvane Diagnostics, whom no "Diagnostics"
  /// makes a person.
  private func isCalledByFirst(_ entity: Int) -> Bool {
    denotations.suffix(NameFinder.depth).contains {
      $0.entity == entity && $0.tokens.count == 1 && hash($0.tokens.lowerBound) == entities[entity].core.first
    }
  }

  /// The family that "the Roes" are.
  private func family(calledBy token: Token?, _ run: Range<Int>) -> Int? {
    guard let token, lexicon.language == .english, !token.isKnown, token.end - token.start > 3,
      text[Int(token.end) - 1] == UInt8(ascii: "s"), run.lowerBound > 0, prose.isIn(.the, run.lowerBound - 1),
      let entity = latestBearer(of: Spelling.hash(text, Int(token.start)..<Int(token.end) - 1)),
      entities[entity].isBody
    else { return nil }
    return entity
  }

  /// Whether `entity` is a family, whose bare name is rather that of its company, unless several are meant: "les Roe".
  private func isFamilyOf(_ entity: Int, _ run: Range<Int>) -> Bool {
    guard entities[entity].isBody, tokens[run].allSatisfy({ !$0.isFamily }), lexicon.language == .french,
      run.lowerBound > 0
    else { return false }
    let before = tokens[run.lowerBound - 1]
    return
      !(before.end - before.start == 3 && (before.has(.determiner) || before.has(.of))
      && text[Int(before.end) - 1] == UInt8(ascii: "s"))
  }

  /// Whether the full name `run` is not that of `entity`, which was named with more words but without legal form: "Belcor
  /// Pesage" is a part of Belcor SE.
  func isOther(_ entity: Int, _ run: Range<Int>) -> Bool {
    trailing(run) < run.upperBound && !entities[entity].isFull && !entities[entity].isFromHeadline
      && entities[entity].kind != .person
  }

  /// Whether a title stands before a name: "Mr Lune" is no company.
  func isTitledPerson(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && tokens[run.lowerBound - 1].traits.hasAny(.honorific | .title)
      && tokens[run.lowerBound - 1].info.name < 0
  }

  /// A word that many names share tells nothing by itself.
  func isGeneric(_ token: Token?) -> Bool {
    guard let token else { return false }
    return token.info.traits.hasAny(.designator | .industry | .nationality | .company | .title | .forename)
      || token.info.name >= 0
  }

  /// Whether a forename alone is short for a company: "Cordelia" for Cordelia Oil Co.
  private func isFirm(_ entity: Int, calledBy token: Token?) -> Bool {
    guard let token, token.has(.forename), entities[entity].kind == .company, token.info.name < 0 else { return false }
    return token.info.traits.isDisjoint(with: .designator | .industry | .nationality | .company | .title)
  }

  /// The entity whose initials `token` is: "AMC" for American Motors Corp.
  func acronym(_ token: Token) -> Int? {
    let length = Int(token.end - token.start)
    guard token.shape.contains(.capitals), (2...5).contains(length) else { return nil }
    let letters = text[Int(token.start)..<Int(token.end)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    for index in (max(0, entities.count - 64)..<entities.count).reversed() where entities[index].known < 0 {
      let initials = initials(of: index)
      if initials.count >= 2,
        letters == initials.letters || letters == initials.letters >> 8 && initials.count > 2
      {
        return index
      }
    }
    return nil
  }

  /// The first letters of a name's words that are capitals, a byte each; more than seven are those of no acronym.
  struct Initials {
    var letters: UInt64 = 0
    var count = 0
  }

  private func initials(of entity: Int) -> Initials {
    if entity < initials.count, let known = initials[entity] { return known }
    var found = Initials()
    var atWord = true
    for byte in text[entities[entity].span.start..<entities[entity].span.end] {
      if found.count > 7 { break }
      if atWord, byte &- 0x41 < 26 {
        found.letters = found.letters << 8 | UInt64(byte)
        found.count += 1
      }
      atWord = byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-")
    }
    while initials.count <= entity { initials.append(nil) }
    initials[entity] = found
    return found
  }
}
