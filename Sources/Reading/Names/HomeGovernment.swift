/// The government that "the ministry" and "l'État" mean in a story, by the places that it tells of.
struct HomeGovernment {
  /// Its name in the lexicon of names; `nil` if the places do not tell.
  var name: Int?

  /// How much a place in the dateline counts; elsewhere it counts 1.
  private static let dateline = 4
  /// Fewer tell nothing.
  private static let least = 2

  /// Counts the places of `prose`, each for its government, which must have more than all others.
  ///
  /// Whoever writes in French writes in France, as long as no dateline and no three places tell otherwise.
  init(_ lexicon: Lexicon, _ prose: Prose) {
    var counts: [(name: Int, count: Int)] = []
    func add(_ name: Int, _ count: Int) {
      if let place = counts.firstIndex(where: { $0.name == name }) {
        counts[place].count += count
      } else {
        counts.append((name, count))
      }
    }
    for block in prose.blocks {
      let count = block.kind == .dateline ? HomeGovernment.dateline : 1
      for i in block.tokens {
        let token = prose.tokens[i]
        guard token.info.name >= 0, !token.insidePhrase else { continue }
        let known = lexicon.names[Int(token.info.name)]
        if known.kind == .place, let government = known.standsFor { add(government, count) }
      }
    }
    let own = HomeGovernment.own(lexicon)
    if let own { add(own, 2 + (prose.tokens.contains { prose.isIn(.homeNation, $0) } ? 1 : 0)) }
    guard let best = counts.max(by: { $0.count < $1.count }), best.count >= HomeGovernment.least,
      counts.count(where: { $0.count == best.count }) == 1
    else {
      name = own
      return
    }
    name = best.name
  }

  /// The government that French news mean where nothing else is said: the one in Paris.
  private static func own(_ lexicon: Lexicon) -> Int? {
    guard lexicon.language == .french else { return nil }
    return lexicon.phrase(opening: lexicon.groups.first(of: .government)) { words, info in
      info.name >= 0 && words.last.map { lexicon.groups.has(.homeNation, $0) } ?? false
    }.map { Int($0.name) }
  }
}

extension NameFinder {
  /// The name of the government that is meant where nothing tells whose.
  var homeGovernment: Int? {
    if let home { return home.name }
    let found = HomeGovernment(lexicon, prose)
    home = found
    return found.name
  }

  /// The government that "l'État" at `run`, which the lexicon knows as the one in Paris, means in a story from elsewhere.
  func ownState(_ known: Int, _ run: Range<Int>) -> Int? {
    guard lexicon.language == .french, run.count == 2, prose.isIn(.state, run.upperBound - 1),
      byKnown[UInt32(known)] == nil, let home = homeGovernment, home != known
    else { return nil }
    return entity(ofKnown: home, run)
  }
}
