import Stories

/// Reads stories out of bytes, with the lexicons that it was made with.
public struct StoryReader: Sendable {
  private let shelf: LexiconShelf

  /// Makes a reader with the lexicons that `file` returns: the bytes of a path below `Data`, `nil` if there is none.
  ///
  /// `image` returns what was compiled from them, which then stands for the texts: the bytes of a path below `Data`, which
  /// stay where they are for as long as the reader does. Lexicons are loaded with the first story that needs them.
  public init(
    file: @escaping @Sendable (String) -> [UInt8]?,
    image: @escaping @Sendable (String) -> UnsafeRawBufferPointer? = { _ in nil }
  ) {
    shelf = LexiconShelf(file: file, image: image)
  }

  /// The text of the story in `bytes`, as the story would have it, without anything being read out of it.
  ///
  /// Throws `ReadingError` if it holds no text.
  public static func text(of bytes: [UInt8]) throws(ReadingError) -> StoryText { try Decoding.text(bytes) }

  /// The story in `bytes`, a file's whole content.
  ///
  /// Throws `ReadingError` if it holds no text, or if the lexicons that it needs cannot be used.
  /// With `hasHeadline` its first paragraph is its headline, whatever it looks like.
  public func read(_ bytes: [UInt8], name: String, hasHeadline: Bool = false) throws(ReadingError) -> Story {
    var text = try Decoding.text(bytes)
    if hasHeadline { text = StoryText(bytes: text.bytes, encoding: text.encoding, hasHeadline: true) }
    return try read(text, name: name) { story, _ in story }
  }

  /// What each claim of the story in `bytes` rests on, with the story.
  package func evidence(_ bytes: [UInt8]) throws(ReadingError) -> (story: Story, evidence: [Evidence]) {
    try read(try Decoding.text(bytes), name: "") { story, workings in (story, workings.bases.map(\.evidence)) }
  }

  /// Those in the story in `bytes` that may be what is bought, for the choice among them to be learned.
  package func targetCandidates(_ bytes: [UInt8]) throws(ReadingError) -> [TargetCandidate] {
    try read(try Decoding.text(bytes), name: "") { _, workings in workings.targetCandidates }
  }

  /// Those in the story in `bytes` who may bid or sell, for the choice of them to be learned; none without a deal.
  package func roleCandidates(_ bytes: [UInt8]) throws(ReadingError) -> [RoleCandidate] {
    try read(try Decoding.text(bytes), name: "") { _, workings in workings.roleCandidates }
  }

  /// Why `story` has the claims that it has: reasons for each of `claims`, indices in its list.
  ///
  /// The story is read once more for it, so that stories need not hold what is seldom asked for.
  public func reasons(for claims: Range<Int>, in story: Story) throws(ReadingError) -> [Reasons] {
    try read(story.text, name: story.name) { _, workings in claims.map { workings.reasons(for: $0) } }
  }

  /// Reads `text` and hands the story to `use`, with what it was made of.
  private func read<Result>(
    _ text: StoryText, name: String, _ use: (Story, Workings) -> Result
  ) throws(ReadingError) -> Result {
    let pack: LanguagePack
    do throws(LexiconError) {
      pack = try text.bytes.withUnsafeBufferPointer { (bytes) throws(LexiconError) in try shelf.pack(for: bytes) }
    } catch {
      throw .lexicon(error)
    }
    return text.bytes.withUnsafeBufferPointer { read($0, text, name, pack, use) }
  }

  private func read<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ text: StoryText, _ name: String, _ pack: LanguagePack,
    _ use: (Story, Workings) -> Result
  ) -> Result {
    let lexicon = pack.lexicon
    var layout = PageLayout(lexicon, bytes, hasHeadline: text.hasHeadline)
    let page = layout.read()
    let prose = Prose(page, lexicon, bytes)
    let names = NameFinder(lexicon, prose)
    names.find()
    var cast = Cast(entities: names.entities, denotations: names.denotations, pairs: names.pairs)
    Affiliations(prose: prose).mark(&cast, byTopic: false)
    cast = Periphrases(prose, cast).resolve()
    Affiliations(prose: prose).mark(&cast)
    let classed = ClassedProse(prose, bytes)
    let unchosen = UnchosenAttributions.find(classed, bytes)
    let choice = Choice(classed, pack.model, bytes)
    var attributions = ChosenAttributions(classed).attributions(
      choice.choose(outside: unchosen.map(UnchosenAttributions.tokens)), unchosen)
    Relays(prose: prose).add(to: &attributions)
    let roles = Roles(prose, cast, pack.model)
    let deal = roles.decide()
    cast.entities += roles.units.entities
    cast.denotations = roles.cast.denotations
    let figures = TermFinder(lexicon, bytes, prose, cast).find()
    let statements = OwnVoice(prose: prose, cast: cast).statements(attributions)
    var stages = StoryStage(prose, deal.targets, roles.events)
    let stage = stages.decide() ?? (deal.roles.contains(.bidder) ? .rumoured : nil)
    var builder = StoryBuilder(
      lexicon, text, page, prose, cast, roles.units, deal, stage, figures, pack.model.calibration)
    // The prose frees its lists when it goes.
    return withExtendedLifetime((prose, classed)) {
      let story = builder.build(name: name, attributions, statements)
      let workings = Workings(
        text: classed, model: pack.model, bytes: bytes, attributions: attributions, bases: builder.bases,
        targets: roles.choice, roles: roles, lexicon: lexicon)
      return use(story, workings)
    }
  }
}

/// What a story was made of, as long as it is being read.
private struct Workings {
  let text: ClassedProse
  let model: Model
  let bytes: UnsafeBufferPointer<UInt8>
  let attributions: [Attribution]
  /// What each claim rests on.
  let bases: [Basis]
  /// Those that may be what is bought.
  let targets: TargetChoice?
  let roles: Roles
  let lexicon: Lexicon

  var targetCandidates: [TargetCandidate] {
    guard let targets else { return [] }
    let surroundings = targets.namedSurroundings()
    return targets.candidates.enumerated().map { place, entity in
      TargetCandidate(
        name: name(entity),
        features: Array(targets.features[place * TargetFeature.count..<(place + 1) * TargetFeature.count]),
        surroundings: surroundings[place])
    }
  }

  var roleCandidates: [RoleCandidate] {
    guard !roles.ruled.isEmpty else { return [] }
    let features = RoleFeatures(roles, roles.ruled)
    var recorder = RoleRecorder(roles.prose, entities: roles.ruled.count)
    features.write(roles, into: &recorder)
    return roles.ruled.indices.filter { features.isCandidate[$0] }.map {
      RoleCandidate(name: name($0), features: recorder.features(of: $0), rule: roles.ruled[$0])
    }
  }

  private func name(_ entity: Int) -> Wording {
    let (known, span) = (roles.cast.entities[entity].known, roles.cast.entities[entity].span)
    return known < 0
      ? Wording(String(decoding: bytes[span.start..<span.end], as: UTF8.self)) : lexicon.names[known].name
  }

  func reasons(for claim: Int) -> Reasons {
    let basis = bases[claim]
    guard basis.evidence.kind == .cue else {
      return Reasons(ground: Reasons.Ground(basis.evidence.kind), speaker: basis.evidence.speaker)
    }
    let explanation = Explanation(text: text, model: model, bytes: bytes)
    return Reasons(
      ground: .cue, speaker: basis.evidence.speaker, decision: explanation.decision(attributions[basis.place]))
  }
}
