import Stories

/// Puts together what the stages found: from entities and attributions in tokens to the parties, sources and claims of a
/// story.
struct StoryBuilder {
  let lexicon: Lexicon
  let text: StoryText
  let page: Page
  let prose: Prose
  let cast: Cast
  /// The parts of businesses that are sold or bought without a name.
  let units: DescribedUnits
  let roles: [Party.Role?]
  /// What is bought, the first deal first.
  let targets: [Int]
  /// Where the story's sentences leave the deal.
  let stage: Stage?
  /// The figures of the deal, by place.
  let terms: [TermFinder.Found]

  private var parties: [Party] = []
  /// For each entity the party that it is.
  private var partyOf: [Int?]
  private var sources: [Source] = []
  /// For each entity the source that it is, and the sources that are none.
  private var sourceOfEntity: [Int?]
  private var sourceOf = ShortTable<Speaker>()
  /// The sources by their names, the first of each, and those without a name by their words.
  private var sourceOfName = ShortTable<String>()
  private var sourceOfWords = ShortTable<String>()
  /// The ids of parties and of sources that are none, once a source of no name needs one.
  private var ids: Set<String>?
  /// The id that got a number last, most often that of an unnamed source, and the number that is free next.
  private var lastNumbered: (id: String, next: Int)?

  /// What each claim of the story rests on.
  private(set) var bases: [Basis] = []
  private let calibration: Calibration

  init(
    _ lexicon: Lexicon, _ text: StoryText, _ page: Page, _ prose: Prose, _ cast: Cast,
    _ units: DescribedUnits, _ deal: (targets: [Int], roles: [Party.Role?]), _ stage: Stage?,
    _ terms: [TermFinder.Found],
    _ calibration: Calibration
  ) {
    self.calibration = calibration
    self.terms = terms
    self.lexicon = lexicon
    self.text = text
    self.page = page
    self.prose = prose
    self.cast = cast
    self.units = units
    roles = deal.roles
    targets = deal.targets
    self.stage = stage
    partyOf = [Int?](filledWith: nil, count: cast.entities.count)
    sourceOfEntity = partyOf
  }

  /// The story called `name`.
  mutating func build(name: String, _ attributions: [Attribution], _ statements: [OwnVoice.Statement]) -> Story {
    let spoken = chains(attributions)
    chooseParties(spoken.map(\.chain))
    var claims: [Claim] = []
    claims.reserveCapacity(attributions.count + statements.count)
    bases.reserveCapacity(attributions.count + statements.count)
    let certainty = CertaintyRules(prose: prose)
    let stages = Stages(prose: prose)
    for index in attributions.indices {
      // By its place: an attribution that is taken out of the list is copied with all its own.
      let (manner, cue) = (attributions[index].manner, attributions[index].cue)
      let chain = spoken[index].chain
      var evidence = attributions[index].evidence
      evidence.speaker = spoken[index].ground
      for content in attributions[index].content where !content.isEmpty {
        let asks = content.contains { prose.isQuestionMark($0) } && isQuestion(content)
        let sure = certainty.certainty(
          content, asks: asks,
          .init(
            isAttributed: true, isDirect: manner == .direct,
            cue: cue.isEmpty ? nil : cue))
        let sources = chain.map { source($0) }
        var about = partiesAbout(content)
        if let speaker = chain.first, let party = party(of: speaker), refersToSpeaker(content, cue, manner),
          !about.contains(party)
        {
          about.append(party)
        }
        claims.append(
          Claim(
            span: prose.span(content), cue: cue.isEmpty ? nil : prose.span(cue),
            source: attributions[index].source.map { prose.span($0) }, chain: sources, manner: manner,
            certainty: sure,
            stage: stages.stage(content, cue: cue, sure), parties: about, terms: terms(in: content)))
        bases.append(Basis(evidence: evidence, place: index))
      }
    }
    var counterfactual = (sentence: -2, block: -1)
    for (index, statement) in statements.enumerated() {
      let block = prose.sentences[statement.sentence].block
      let follows = counterfactual.sentence == statement.sentence - 1 && counterfactual.block == block
      let setting = CertaintyRules.Setting(followsCounterfactual: follows)
      let sure = certainty.certainty(statement.range, asks: statement.asks, setting)
      if sure == .hypothetical { counterfactual = (statement.sentence, block) }
      claims.append(
        Claim(
          span: prose.span(statement.range), manner: .ownVoice, certainty: sure,
          stage: stages.stage(statement.range, sure),
          parties: partiesAbout(statement.range), terms: terms(in: statement.range)))
      bases.append(Basis(evidence: Evidence(statement.kind, narrated: claims[claims.count - 1]), place: index))
    }
    for k in claims.indices { claims[k].confidence = calibration.confidence(bases[k].evidence) }
    putInOrder(&claims)
    let bought = targets.map { entity in partyOf[entity].map { parties[$0] } ?? describe(entity, role: .target) }
    return Story(
      name: name, text: text, language: lexicon.language, layout: page.layout, targets: bought,
      parties: parties,
      sources: sources,
      mentions: mentions(), claims: claims,
      stage: stage ?? Stages.ofStory(claims))
  }

  /// Puts the claims, and what they rest on, in the order of the text.
  ///
  /// They change places, since a claim that is copied is copied with all its lists.
  private mutating func putInOrder(_ claims: inout [Claim]) {
    let order = claims.indices.sorted { claims[$0].span < claims[$1].span }
    // For each claim the place that it belongs in.
    var places = order
    for (place, index) in order.enumerated() { places[index] = place }
    for i in places.indices {
      while places[i] != i {
        let place = places[i]
        claims.swapAt(i, place)
        bases.swapAt(i, place)
        places.swapAt(i, place)
      }
    }
  }

  // MARK: Who speaks

  /// The chain of every attribution, nearest first, and what tells who the first is.
  private func chains(_ attributions: [Attribution]) -> [(chain: [Speaker], ground: Reasons.Speaker?)] {
    var speakers = Speakers(prose, cast, roles: roles, target: targets.last)
    return attributions.indices.map { k in
      let sentence = prose.sentences[attributions[k].sentence]
      let source = attributions[k].source
      var chain: [Speaker] = []
      func append(_ speaker: Speaker?) {
        if let speaker, !chain.contains(speaker) { chain.append(speaker) }
      }
      for relay in attributions[k].relays { append(speakers.speaker(relay, in: sentence)) }
      var own: Speaker?
      if let source { own = speakers.speaker(source, in: sentence) }
      append(own ?? speakers.latest)
      for origin in attributions[k].origins { append(speakers.speaker(origin, in: sentence)) }
      let nearest = attributions[k].relays.isEmpty ? source : attributions[k].relays.first
      var ground: Reasons.Speaker?
      if let speaker = chain.first {
        ground = speakers.ground(speaker, nearest)
      } else if attributions[k].evidence.kind == .cue {
        // Somebody says it, and nothing tells who.
        ground = .silence
      }
      // Who goes on to speak is who said it, not who relayed that.
      if let nearest = own ?? chain.first { speakers.note(nearest, as: source) }
      return (chain, ground)
    }
  }

  private mutating func source(_ speaker: Speaker) -> Int {
    if case .entity(let entity) = speaker {
      if let known = sourceOfEntity[entity] { return known }
      sourceOfEntity[entity] = sources.count
    } else if let known = sourceOf[speaker] {
      return known
    }
    let made: Source
    switch speaker {
    case .entity(let entity):
      let party = partyOf[entity]
      let known = party.map { parties[$0] } ?? describe(entity, role: nil)
      made = Source(id: known.id, name: known.name, kind: sourceKind(entity), party: party)
    case .anonymous(let span):
      let words = line(span)
      if let same = sourceOfWords[words] {
        sourceOf[speaker] = same
        return same
      }
      made = Source(id: unique("anonymous"), name: Wording(words), kind: .anonymous)
    case .described(let span, let kind):
      let words = line(span)
      if let same = sourceOfName[words] {
        sourceOf[speaker] = same
        return same
      }
      made = Source(id: unique(KnownName.id(of: words)), name: Wording(words), kind: kind)
    }
    sources.append(made)
    let place = sources.count - 1
    if sourceOfName[made.name.english] == nil { sourceOfName[made.name.english] = place }
    if made.kind == .anonymous, sourceOfWords[made.name.english] == nil { sourceOfWords[made.name.english] = place }
    if case .entity = speaker {} else { sourceOf[speaker] = sources.count - 1 }
    return sources.count - 1
  }

  private func sourceKind(_ entity: Int) -> Source.Kind {
    if partyOf[entity] != nil { return .party }
    switch cast.entities[entity].kind {
    case .agency: return .newsAgency
    case .newspaper: return .newspaper
    case .broadcaster: return .broadcaster
    case .website: return .website
    case .government, .regulator: return .official
    case .person: return cast.entities[entity].isOutsider ? .analyst : .person
    case .unknown where cast.entities[entity].isBody: return .official
    default: return .website
    }
  }

  // MARK: Who acts

  private mutating func chooseParties(_ chains: [[Speaker]]) {
    var speaks = [Bool](filledWith: false, count: cast.entities.count)
    for chain in chains { for case .entity(let entity) in chain { speaks[entity] = true } }
    var named = [Bool](filledWith: false, count: cast.entities.count)
    for denotation in cast.denotations { named[cast.entities[denotation.entity].speaksFor ?? denotation.entity] = true }
    // Who sells himself, though he may speak for others.
    for entity in roles.indices where roles[entity] != nil && cast.entities[entity].kind == .person {
      named[entity] = true
    }
    let order = Party.Role.allCases
    var chosen: [(entity: Int, rank: Int)] = []
    chosen.reserveCapacity(cast.entities.count)
    for entity in cast.entities.indices where named[entity] {
      let kind = cast.entities[entity].kind
      let acts: Bool
      switch kind {
      case .company, .fund, .unknown:
        acts =
          cast.entities[entity].isBody
          ? roles[entity] != nil
          : targets.contains(entity)
            ? speaks[entity] : roles[entity] != nil || speaks[entity] || isFamiliar(entity)
      case .government, .regulator: acts = true
      case .product: acts = speaks[entity]
      // A family that sells, a founder who bids.
      case .person: acts = roles[entity] != nil
      // A paper that buys another.
      default: acts = roles[entity] == .bidder || roles[entity] == .seller
      }
      guard acts else { continue }
      chosen.append((entity, roles[entity].flatMap { order.firstIndex(of: $0) } ?? order.count))
    }
    // By role, then by where the text brings them up, which is the order of the entities but for headlines.
    chosen.sort { ($0.rank, $0.entity) < ($1.rank, $1.entity) }
    parties.reserveCapacity(chosen.count)
    for (entity, _) in chosen {
      partyOf[entity] = parties.count
      parties.append(describe(entity, role: roles[entity]))
    }
  }

  /// A company that the lexicon of names knows and the story comes back to.
  private func isFamiliar(_ entity: Int) -> Bool {
    cast.entities[entity].known >= 0 && cast.entities[entity].count >= 2
  }

  private func describe(_ entity: Int, role: Party.Role?) -> Party {
    let found = cast.entities[entity]
    let name: Wording
    let id: String
    if found.known >= 0 {
      name = lexicon.names[found.known].name
      id = lexicon.names[found.known].id
    } else {
      name = Wording(withoutStop(withoutNickname(line(found.span))))
      let own = KnownName.id(of: withoutLegalForm(name.english))
      // A business of that description others have too.
      id = units.owner(of: entity).map { "\(describe($0, role: nil).id)-\(own)" } ?? own
    }
    let kind: Party.Kind
    switch found.kind {
    case .unknown where found.isBody: kind = .other
    case .company, .unknown: kind = .company
    case .fund: kind = .fund
    case .government: kind = .government
    case .regulator: kind = .regulator
    case .person: kind = .person
    default: kind = .other
    }
    return Party(id: id, name: name, kind: kind, role: role)
  }

  private func party(of speaker: Speaker) -> Int? {
    guard case .entity(let entity) = speaker else { return nil }
    return partyOf[entity]
  }

  private mutating func unique(_ id: String) -> String {
    var candidate = id.isEmpty ? "source" : id
    // All lower numbers of the same id are taken.
    var number = lastNumbered?.id == id ? lastNumbered?.next ?? 2 : 2
    var taken = ids ?? Set(parties.map(\.id))
    ids = nil
    while !taken.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    if number > 2 { lastNumbered = (id, number) }
    ids = taken
    return candidate
  }

  /// The name without "Inc", "SA" and the like behind it, which stories write or leave out.
  private func withoutLegalForm(_ name: String) -> String {
    var copy = name
    return copy.withUTF8 { bytes in
      let blank = UInt8(ascii: " ")
      var end = bytes.count
      // Where the word begins that ends before the place `end`.
      func start(of end: Int) -> Int {
        var start = end
        while start > 0, bytes[start - 1] != blank { start -= 1 }
        return start
      }
      while case let form = start(of: end), form > 0,
        lexicon.info(bytes, form..<end)?.traits.has(.designator) ?? false
      {
        // "Roe and Co" is called so in full.
        let last = form - 1
        let other = start(of: last)..<last
        guard other.count != 1 || bytes[other.lowerBound] != UInt8(ascii: "&"),
          !lexicon.groups.has(.andCo, Int32(lexicon.word(bytes, other)))
        else { break }
        end = last
      }
      return end == bytes.count ? name : String(decoding: UnsafeBufferPointer(rebasing: bytes[..<end]), as: UTF8.self)
    }
  }

  /// 'Ann "the Broom" Roe' is Ann Roe.
  private func withoutNickname(_ name: String) -> String {
    // Few names have a mark, or any byte that one may begin with.
    var copy = name
    let mayHaveMark = copy.withUTF8 { $0.contains { $0 == UInt8(ascii: "\"") || $0 == 0xE2 || $0 == 0xC2 } }
    if !mayHaveMark { return name }
    let marks: Set<Character> = ["\"", "“", "”", "«", "»"]
    guard let open = name.firstIndex(where: marks.contains), let close = name.lastIndex(where: marks.contains),
      open < close
    else { return name }
    let parts = [name[..<open], name[name.index(after: close)...]]
    return parts.map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
  }

  /// "Norvane Corp." is Norvane Corp; "U.S." keeps its stops.
  private func withoutStop(_ name: String) -> String {
    guard name.utf8.last == UInt8(ascii: "."), let before = name.dropLast().last, before.isLowercase else {
      return name
    }
    return String(name.dropLast())
  }

  /// More bytes than any name has.
  ///
  /// What is longer is cut: strings are compared by their normal forms, which takes time that grows with the square of a run
  /// of combining marks.
  private static let longestName = 300

  /// The words of `span` on one line.
  private func line(_ span: Span) -> String {
    var end = min(span.end, span.start + StoryBuilder.longestName)
    while end < span.end, text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    let name = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: end - span.start) { bytes in
      var count = 0
      for byte in text.bytes[span.start..<end] {
        let isBlank = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
        if isBlank, count > 0, bytes[count - 1] == 0x20 { continue }
        bytes[count] = isBlank ? 0x20 : byte
        count += 1
      }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[..<count]), as: UTF8.self)
    }
    return end < span.end ? name + "…" : name
  }

  // MARK: What claims are about

  private func partiesAbout(_ range: Range<Int>) -> [Int] {
    var about: [Int] = []
    for denotation in cast.denotations(in: range) {
      if let party = partyOf[cast.entities[denotation.entity].speaksFor ?? denotation.entity], !about.contains(party) {
        about.append(party)
      }
    }
    return about
  }

  /// The terms that stand in `range`.
  private func terms(in range: Range<Int>) -> [Claim.Term] {
    var low = 0
    var high = terms.count
    while low < high {
      let middle = (low + high) / 2
      if terms[middle].tokens.lowerBound < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return terms[low...].prefix { $0.tokens.upperBound <= range.upperBound }.map(\.term)
  }

  /// Whether the content speaks of its own source: "son intérêt", "it would", "we", or an accusation that is its act.
  private func refersToSpeaker(_ content: Range<Int>, _ cue: Range<Int>, _ manner: Claim.Manner) -> Bool {
    if cue.contains(where: { prose.tokens[$0].info.cue.isCue && prose.tokens[$0].info.cue.frame == .obj }) {
      return true
    }
    return content.prefix(6).contains { prose.tokens[$0].traits.hasAny(.possessive | .it | .we) }
      || manner == .direct && content.contains { prose.tokens[$0].has(.we) }
  }

  private func isQuestion(_ content: Range<Int>) -> Bool {
    // The first sentence decides.
    let first = content.first { prose.tokens[$0].kind == .stop }
    return first.map { prose.isQuestionMark($0) } ?? false
  }

  // MARK: Mentions

  private func mentions() -> [Mention] {
    var mentions: [Mention] = []
    mentions.reserveCapacity(cast.denotations.count)
    for denotation in units.merged(with: cast.denotations) {
      let principal = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      let referent: Mention.Referent
      if let party = partyOf[principal] {
        referent = .party(party)
      } else if let target = targets.firstIndex(of: principal) {
        referent = .target(target)
      } else if let source = sourceOfEntity[principal] {
        referent = .source(source)
      } else {
        continue
      }
      mentions.append(Mention(span: prose.span(denotation.tokens), referent: referent, form: denotation.form))
    }
    return mentions
  }
}
