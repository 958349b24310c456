/// Names that only say where a company is from: "a Wexford engineering firm", "the Rostock ferry operator Norvane".
extension NameFinder {
  /// How many words may stand between a place and the noun for a company.
  private static let reach = 3

  /// Takes those for places that no lexicon knows and that stand nowhere but before a noun for a company.
  ///
  /// A company that is called "the Acme group" is named without the noun sooner or later.
  func settleOrigins() {
    guard lexicon.language == .english else { return }
    var isOrigin = [Bool](filledWith: false, count: entities.count)
    var isNamed = isOrigin
    for denotation in denotations where !isNamed[denotation.entity] && isUnplaced(denotation.entity) {
      if opensDescription(denotation.tokens) {
        isOrigin[denotation.entity] = true
      } else if !isLocated(denotation.tokens.lowerBound) {
        isNamed[denotation.entity] = true
      }
    }
    for place in entities.indices where isOrigin[place] && !isNamed[place] { entities[place].kind = .place }
  }

  private func isUnplaced(_ entity: Int) -> Bool {
    entities[entity].kind == .unknown && entities[entity].known < 0 && !entities[entity].isBody
      && entities[entity].core.count <= 2 && entities[entity].count <= 4
  }

  /// Whether a preposition of place stands before token `i`: "in the Cape".
  private func isLocated(_ i: Int) -> Bool {
    guard i > 1 else { return false }
    let before = prose.isIn(.the, i - 1) ? i - 2 : i - 1
    return tokens[before].has(.locative) && tokens[before].phraseLength == 1
  }

  /// Whether a noun for a company stands behind the name in `run`, with at most a few words for its trade before it.
  private func opensDescription(_ run: Range<Int>) -> Bool {
    for i in run.upperBound..<min(run.upperBound + NameFinder.reach, tokens.count) {
      let token = tokens[i]
      guard token.isWord, !token.isCapital, token.shape.contains(.spaced), !token.shape.contains(.newLine) else {
        return false
      }
      if token.traits.hasAny(.company | .fund), !prose.isFinite(i), token.traits.isDisjoint(with: Traits(.part)) {
        return true
      }
      if token.traits.hasAny(NameFinder.breaks) || prose.isFinite(i) { return false }
    }
    return false
  }

  /// What no description of a company's trade holds.
  @inline(__always) private static var breaks: Traits {
    Trait.of | .to | .by | .preposition | .and | .but | .be | .have | .modal | .determiner | .that | .relative
      | .part | .title | .stake | .bid | .deal | .holder
  }
}
