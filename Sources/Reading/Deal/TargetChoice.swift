import Stories

/// Chooses what is bought among those that may be: by a sum of learned weights over what is told of each.
struct TargetChoice {
  /// Those that may be what is bought.
  let candidates: [Int]
  /// The features of each candidate, those of one side by side, by their places.
  private(set) var features: [Float]
  private let prose: Prose
  /// Who is in the story, with the parts of businesses among the denotations.
  private let cast: Cast

  /// Who is told of by so much less than another cannot make up for it by what stands around the mentions.
  ///
  /// In the 1,965 stories of `varied` the targets are the same as without it; by 2 five are others.
  private static let reach: Float = 3

  /// The features of `candidates`, of whom `roles` has added up the events.
  init(_ candidates: [Int], _ roles: Roles, ours: Set<Int>) {
    self.candidates = candidates
    prose = roles.prose
    var cast = roles.cast
    cast.denotations = roles.units.merged(with: cast.denotations)
    self.cast = cast
    features = Array(filledWith: 0, count: candidates.count * TargetFeature.count)
    guard !candidates.isEmpty else { return }
    // For each entity its place among the candidates.
    var places = [Int](filledWith: -1, count: cast.entities.count)
    for (place, entity) in candidates.enumerated() {
      places[entity] = place
      let it = cast.entities[entity]
      let hands = Float(roles.objects[entity])
      set(.changesHands, place, min(hands, 12))
      set(.changesHandsOften, place, min(hands, 30).squareRoot())
      set(.wooed, place, min(Float(roles.wooed[entity]), 8).squareRoot())
      set(.bids, place, min(Float(roles.score(entity, .bidder)), 12).squareRoot())
      set(.sells, place, min(Float(roles.score(entity, .seller)), 8).squareRoot())
      set(.partner, place, min(Float(roles.score(entity, .partner)), 6).squareRoot())
      set(.ours, place, ours.contains(entity) ? 1 : 0)
      set(.named, place, Float(min(it.count, 10)) / 10)
      set(.acts, place, Float(min(it.acts, 6)) / 6)
      set(.headlined, place, it.isFromHeadline ? 1 : 0)
      set(.body, place, it.isBody ? 1 : 0)
      set(kind(it.kind), place, 1)
    }
    for k in roles.events.indices where !roles.events[k].holders.isEmpty || !roles.events[k].advisers.isEmpty {
      for holder in roles.events[k].holders where places[holder] >= 0 { set(.holds, places[holder], 1) }
      for adviser in roles.events[k].advisers where places[adviser] >= 0 { set(.advises, places[adviser], 1) }
    }
    addMentions(places)
    if !roles.units.entities.isEmpty { addUnits(roles, places) }
  }

  /// The candidate whose features weigh most, of equal ones the first; `nil` if there is none.
  func best(_ weights: TargetWeights) -> Int? {
    let told = candidates.indices.map { place in
      (0..<TargetFeature.count).reduce(Float(0)) {
        $0 + weights.weights[$1] * features[place * TargetFeature.count + $1]
      }
    }
    guard let most = told.max() else { return nil }
    let near = candidates.indices.filter { told[$0] > most - TargetChoice.reach }
    guard near.count > 1 else { return near.first.map { candidates[$0] } }
    return weights.withSums(entities: cast.entities.count) { sums in
      surroundings(of: near.map { candidates[$0] }).writeMentions(&sums)
      // `max` would take the last of equal ones.
      var best: (place: Int, sum: Float)?
      for place in near {
        let sum = told[place] + sums.sum(of: candidates[place])
        if sum > best?.sum ?? -.infinity { best = (place, sum) }
      }
      return best.map { candidates[$0.place] }
    }
  }

  /// The features of what stands around the mentions of some of the entities.
  func surroundings(of entities: [Int]) -> RoleFeatures { RoleFeatures(of: entities, prose, cast) }

  /// The names of these features of all candidates, and how much of each they have.
  func namedSurroundings() -> [[(name: String, amount: Float)]] {
    var recorder = RoleRecorder(prose, entities: cast.entities.count)
    surroundings(of: candidates).writeMentions(&recorder)
    return candidates.map { recorder.features(of: $0, least: TargetWeights.leastMentions) }
  }

  private mutating func set(_ feature: TargetFeature, _ place: Int, _ value: Float) {
    features[place * TargetFeature.count + feature.place] = value
  }

  private mutating func add(_ feature: TargetFeature, _ place: Int) {
    features[place * TargetFeature.count + feature.place] += 1
  }

  private func kind(_ kind: Entity.Kind) -> TargetFeature {
    switch kind {
    case .company: .company
    case .fund: .fund
    case .product: .product
    case .person: .person
    case .agency, .newspaper, .broadcaster, .website: .medium
    case .unit: .unit
    default: .unknown
    }
  }

  /// Adds what stands around the mentions.
  private mutating func addMentions(_ places: [Int]) {
    let opening = prose.sentences.first { prose.blocks[$0.block].kind != .headline }?.tokens
    var counts = [Float](filledWith: 0, count: candidates.count)
    var isSeen = [Bool](filledWith: false, count: cast.entities.count)
    var seen: Float = 0
    var all: Float = 0
    for entity in cast.entities.indices { all += Float(cast.entities[entity].count) }
    // The sentence of the mention: mentions stand in the order of the text.
    var sentence = 0
    for denotation in cast.denotations {
      let entity = denotation.entity
      if !isSeen[entity] {
        isSeen[entity] = true
        if places[entity] >= 0 { set(.order, places[entity], min(seen, 9) / 9) }
        seen += 1
      }
      guard places[entity] >= 0 else { continue }
      let place = places[entity]
      counts[place] += 1
      let (low, end) = (denotation.tokens.lowerBound, denotation.tokens.upperBound)
      while sentence + 1 < prose.sentences.count, prose.sentences[sentence].tokens.upperBound <= low { sentence += 1 }
      let tokens = prose.sentences[sentence].tokens
      if prose.blocks[prose.sentences[sentence].block].kind == .headline { set(.headline, place, 1) }
      if opening?.contains(low) ?? false { set(.opening, place, 1) }
      if low > tokens.lowerBound {
        let before = prose.tokens[low - 1].traits
        if before.has(.of) { add(.of, place) }
        if before.has(.by) { add(.by, place) }
        if before.has(.to) { add(.to, place) }
        if before.has(.locative) { add(.located, place) }
      }
      guard end < tokens.upperBound else { continue }
      if prose.isFinite(end) { add(.subject, place) }
      if prose.isPossessive(end) { add(.possessive, place) }
      if (end..<min(end + 2, tokens.upperBound)).contains(where: { prose.isIn(.shares, $0) }) { set(.shares, place, 1) }
    }
    for place in candidates.indices {
      let count = max(1, counts[place])
      for feature: TargetFeature in [.of, .by, .to, .located, .subject, .possessive] {
        features[place * TargetFeature.count + feature.place] /= count
      }
      features[place * TargetFeature.count + TargetFeature.share.place] =
        Float(cast.entities[candidates[place]].count) / max(1, all)
    }
  }

  /// Adds what is told of parts of businesses without a name, and of their owners.
  private mutating func addUnits(_ roles: Roles, _ places: [Int]) {
    // By their places: an event that is taken out of the list is copied with all its own.
    for k in roles.events.indices {
      guard let unit = roles.events[k].unit, let owner = unit.owner, places[owner] >= 0 else { continue }
      features[places[owner] * TargetFeature.count + TargetFeature.hasUnit.place] += Float(2 * unit.weight)
    }
    for place in candidates.indices {
      let index = place * TargetFeature.count + TargetFeature.hasUnit.place
      features[index] = min(features[index], 12).squareRoot()
    }
    let headline = roles.prose.blocks.first { $0.kind == .headline }?.tokens
    for denotation in roles.units.denotations where places[denotation.entity] >= 0 {
      let place = places[denotation.entity]
      if roles.units.owner(of: denotation.entity) != nil { set(.ownedUnit, place, 1) }
      if let headline, roles.prose.shares(denotation.tokens, with: headline) { set(.headlinedUnit, place, 1) }
    }
  }
}
