import Stories

/// States, cities and other public bodies that act under the name of their place: "the government of Botswana", "la commune
/// d'Aravy".
extension NameFinder {
  /// The name in `run` with the noun for a public body before it, if the body is told of and not only where something is.
  func withPublicBody(_ run: Range<Int>, _ sentence: Sentence) -> Range<Int> {
    guard let noun = publicBody(before: run.lowerBound, sentence) else { return run }
    let body = noun..<run.upperBound
    return prose.isIn(.government, noun) || acts(body, sentence) ? body : run
  }

  /// Whether `run` begins with the noun for a public body.
  func isPublicBody(_ run: Range<Int>) -> Bool {
    run.count > 1 && !tokens[run.lowerBound].isCapital && prose.isIn(.publicBody, run.lowerBound)
  }

  /// The state that the place called `known` in `run` is where it buys, sells or speaks: "Ireland sells its last shares",
  /// "Finland, which owns half of it, said".
  func state(named known: Int, _ run: Range<Int>, _ sentence: Sentence) -> Int? {
    guard lexicon.names[known].kind == .place, isTrader(run, sentence) || speaks(run, sentence) else { return nil }
    let core = run.map { hash($0) }
    if let state = bearers(of: core[0]).first(where: { entities[$0].kind == .government && isCore(run, of: $0) }) {
      return state
    }
    append(Entity(known: -1, kind: .government, core: keep(core), span: prose.span(run)))
    entities[entities.count - 1].count = 0
    return entities.count - 1
  }

  /// Whether a verb of buying or selling has `run` for its subject: "will sell", "on Monday bought", "to sell".
  private func isTrader(_ run: Range<Int>, _ sentence: Sentence) -> Bool {
    if run.lowerBound > sentence.tokens.lowerBound {
      let before = tokens[run.lowerBound - 1]
      guard before.isPunctuation || before.traits.hasAny(.determiner | .that | .and | .but | .subordinator),
        !before.has(.contracted)
      else { return false }
    }
    var isPredicate = false
    // A name that the lexicon knows may go on in the next sentence.
    for i in run.upperBound..<max(run.upperBound, min(run.upperBound + 8, sentence.tokens.upperBound)) {
      let token = tokens[i]
      guard token.isWord, !token.isCapital || token.has(.weekday) else { return false }
      let isVerb = prose.isFinite(i) || token.traits.hasAny(.have | .be | .modal | .to)
      if isVerb { isPredicate = true }
      if isPredicate, token.traits.hasAny(.buy | .sell), !token.has(.determiner) { return true }
      guard
        isVerb || token.traits.hasAny(.adverb | .time | .weekday)
          || isPredicate && token.traits.hasAny(.gerund | .participle)
          || token.traits.hasAny(.preposition | .locative) && i + 1 < sentence.tokens.upperBound
            && tokens[i + 1].traits.hasAny(.time | .weekday)
      else { return false }
    }
    return false
  }

  /// Whether a verb of saying stands behind `run`, or behind a clause with "which" between commas.
  private func speaks(_ run: Range<Int>, _ sentence: Sentence) -> Bool {
    let low = sentence.tokens.lowerBound
    if run.lowerBound > low {
      let before = tokens[run.lowerBound - 1]
      guard before.isPunctuation || before.traits.hasAny(.determiner | .that | .but | .subordinator),
        !before.has(.contracted), before.kind != .comma || run.lowerBound - low > 3
      else { return false }
    }
    var verb = run.upperBound
    if verb + 2 < sentence.tokens.upperBound, tokens[verb].kind == .comma, tokens[verb + 1].has(.relative) {
      guard
        let comma = (verb + 2..<min(verb + 24, sentence.tokens.upperBound)).first(where: { tokens[$0].kind == .comma })
      else { return false }
      verb = comma + 1
    }
    if verb < sentence.tokens.upperBound, tokens[verb].has(.have) { verb += 1 }
    guard verb < sentence.tokens.upperBound, !tokens[verb].isCapital else { return false }
    let cue = tokens[verb].info.cue
    return cue.isCue && !cue.isNoun && cue.frame == .say && cue.strength >= 4
      && (prose.isFinite(verb) || tokens[verb].has(.participle) && verb > run.upperBound)
  }

  /// The noun for a public body before the name at token `i`: "the state of Goias", "la région Bretagne".
  private func publicBody(before i: Int, _ sentence: Sentence) -> Int? {
    let low = sentence.tokens.lowerBound
    var noun = i - 1
    if noun > low, tokens[noun].has(.determiner), tokens[noun - 1].has(.of) { noun -= 1 }
    let isOf = noun > low && tokens[noun].has(.of)
    if isOf { noun -= 1 }
    guard noun > low, isOf || lexicon.language == .french, !tokens[noun].isCapital, prose.isIn(.publicBody, noun),
      tokens[noun - 1].has(.determiner) || tokens[noun - 1].has(.contracted)
    else { return nil }
    return noun
  }

  /// Whether a public body does something, or something is done by it or goes to it: a city is most often a place.
  private func acts(_ body: Range<Int>, _ sentence: Sentence) -> Bool {
    var before = body.lowerBound - 1
    if !tokens[before].has(.contracted), before > sentence.tokens.lowerBound { before -= 1 }
    if tokens[before].has(.by) { return true }
    // "the mayor of the city of Wick said"
    guard !tokens[before].has(.of), !tokens[before].has(.locative), body.upperBound < sentence.tokens.upperBound else {
      return false
    }
    // "the city of Wick, which owns a fifth,"
    let verb = body.upperBound + 2
    if tokens[body.upperBound].kind == .comma, verb < sentence.tokens.upperBound, tokens[verb - 1].has(.relative),
      tokens[verb].has(.own)
    {
      return true
    }
    return prose.isFinite(body.upperBound) || tokens[body.upperBound].traits.hasAny(.have | .be | .modal)
  }
}
