import Stories

/// A word that attributes where it stands.
struct Cue {
  /// The token of the verb or noun.
  var token: Int
  /// The first token of the verb group: auxiliaries, negation, adverbs and hung pronouns before the verb.
  var group: Int
  /// The token behind the cue, with the words that belong to its phrase.
  var end: Int
  var entry: CueEntry
  var traits: Traits
  /// Whether a form of "be" makes it a passive.
  var isPassive: Bool
}

/// Tells the words that attribute from their homographs: "the report" and "they report", "annoncé" and "a annoncé".
struct CueFilter {
  let prose: Prose

  /// The weakest verbs that count, by frame; weaker ones attribute too seldom to be taken for it by rules alone.
  private func weakest(_ frame: CueEntry.Frame) -> Int {
    switch frame {
    case .say, .cla: 3
    case .inf: 4
    case .obj: prose.language == .french ? 3 : 4
    case .prp, .acc, .unk: 4
    }
  }

  /// The cue at token `i`, or `nil` if it is none there.
  func cue(at i: Int, in sentence: Sentence) -> Cue? {
    let token = prose.tokens[i]
    let entry = token.info.cue
    guard entry.isCue, entry.frame != .acc, !entry.isNoun, !token.insidePhrase, prose.quotation[i] < 0 else {
      return nil
    }
    let end = i + Int(token.phraseLength)
    let group = groupStart(i, from: sentence.tokens.lowerBound)
    // "the previously announced deal": an adjective.
    if group < i, group > sentence.tokens.lowerBound, token.has(.participle), prose.language == .english,
      prose.tokens[group - 1].traits.hasAny(.determiner | .possessive),
      prose.tokens[group..<i].allSatisfy({ $0.has(.adverb) })
    {
      return nil
    }
    let before = i > sentence.tokens.lowerBound ? prose.tokens[i - 1] : nil
    let auxiliaries = prose.tokens[group..<i]
    let passive =
      token.has(.participle) && auxiliaries.contains { $0.has(.be) } && !auxiliaries.contains { $0.has(.he) }
    guard entry.strength >= weakest(entry.frame) || entry.strength >= 1 && opensClause(end, sentence) else {
      return nil
    }
    if token.isCapital, !token.has(.gerund) { return nil }
    if token.has(.adverb) || token.has(.citing) { return nil }
    let fits =
      prose.language == .french
      ? fitsFrench(i, token, entry, before, group) : fitsEnglish(i, token, entry, before, group, sentence)
    guard fits else { return nil }
    return Cue(token: i, group: group, end: end, entry: entry, traits: token.traits, isPassive: passive)
  }

  /// Whether "that" or "que" comes next.
  private func opensClause(_ end: Int, _ sentence: Sentence) -> Bool {
    end < sentence.tokens.upperBound && prose.tokens[end].has(.that)
  }

  /// Whether the French word at `i` is a verb where it stands, and no noun or adjective.
  static func isVerbInPlace(_ i: Int, _ prose: Prose) -> Bool {
    let token = prose.tokens[i]
    let filter = CueFilter(prose: prose)
    let low = max(0, i - 8)
    return filter.fitsFrench(
      i, token, token.cue, i > 0 ? prose.tokens[i - 1] : nil, filter.groupStart(i, from: low))
  }

  /// Where the group of verbs that ends at `i` begins, not before `low`.
  func groupStart(_ i: Int, from low: Int) -> Int {
    let verb = aspect(before: i, from: low) ?? i
    var start = verb
    while start > low, verb - start < 5 {
      let token = prose.tokens[start - 1]
      let clitic = prose.language == .french && token.has(.he) && isHung(start - 1)
      guard token.isWord, token.traits.hasAny(.be | .have | .modal | .negation | .ne) || token.has(.adverb) || clitic,
        !token.has(.determiner), token.info.name < 0, !token.has(.time), !token.has(.company), !endsName(start - 1)
      else {
        guard let phrase = adverbs(before: start, from: low) else { break }
        start = phrase
        continue
      }
      start -= 1
    }
    return start
  }

  /// Where the phrase begins that stands between the verbs before token `end`, as an adverb does: "a par ailleurs indiqué".
  func adverbs(before end: Int, from low: Int) -> Int? {
    var head = end - 1
    while head > low, prose.tokens[head].insidePhrase { head -= 1 }
    guard head > low, head < end - 1, prose.tokens[head].has(.adverb),
      head + Int(prose.tokens[head].phraseLength) == end
    else { return nil }
    return head
  }

  /// Where the verb stands that only tells how or when is said what the French infinitive at token `i` says: "vient d'annoncer",
  /// "tient à préciser".
  func aspect(before i: Int, from low: Int) -> Int? {
    guard prose.language == .french, prose.tokens[i].has(.infinitive), !prose.tokens[i].has(.finite) else { return nil }
    guard i - 2 >= low, prose.tokens[i - 1].traits.hasAny(.of | .to) else { return nil }
    var verb = i - 2
    while verb > low, i - verb < 5, prose.tokens[verb].traits.hasAny(.adverb | .time), !prose.isIn(.aspect, verb) {
      verb -= 1
    }
    return prose.isIn(.aspect, verb) ? verb : nil
  }

  /// Whether "'s" at token `i` belongs to a name: "Brentwall's said", but "He's said".
  func endsName(_ i: Int) -> Bool {
    guard i > 0, prose.isPossessive(i) else { return false }
    let before = prose.tokens[i - 1]
    return before.isWord && before.isCapital && before.traits.isDisjoint(with: .he | .they | .we | .one | .it)
  }

  /// A pronoun hung on its verb: "-t-il".
  func isHung(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    return token.isWord && !token.shape.contains(.spaced) && i > 0 && prose.tokens[i - 1].isWord
      && token.traits.hasAny(.he | .they | .we | .one | .it)
      && prose.language == .french
  }

  private func fitsEnglish(
    _ i: Int, _ token: Token, _ entry: CueEntry, _ before: Token?, _ group: Int, _ sentence: Sentence
  ) -> Bool {
    guard let before else { return token.has(.gerund) }
    if before.has(.to) { return false }
    switch entry.form {
    case .base, .s:
      // "will say", "would not comment": nothing has been said yet.
      if entry.form == .base, prose.tokens[group..<i].contains(where: { $0.has(.modal) }) { return false }
      return !before.traits.hasAny(.determiner | .possessive | .of | .preposition | .by) && !before.has(.nationality)
        && before.kind != .number
    case .ed:
      if token.has(.finite) { return !before.traits.hasAny(.determiner | .possessive | .preposition | .of) }
      return prose.tokens[group..<i].contains { $0.traits.hasAny(.have | .be) }
    case .ing:
      return !before.traits.hasAny(.be | .of | .preposition | .determiner | .possessive) || before.has(.subordinator)
    }
  }

  /// "se", "s'", "me": pronouns, which the lexicon has among the adverbs before verbs.
  private func isReflexive(_ i: Int) -> Bool {
    guard prose.tokens[i].has(.adverb) else { return false }
    let letters = prose.bytes(i)
    let last = letters.count
    // With a straight apostrophe of one byte, or a curved one of three.
    return last == 2 || last == 4 && letters[letters.startIndex + 1] == 0xE2
  }

  func fitsFrench(
    _ i: Int, _ token: Token, _ entry: CueEntry, _ before: Token?, _ group: Int
  ) -> Bool {
    let auxiliaries = prose.tokens[group..<i]
    if entry.isReflexive, !(group..<i).contains(where: { self.isReflexive($0) }) { return false }
    if token.has(.gerund) { return true }
    if token.has(.infinitive), !token.has(.finite) { return aspect(before: i, from: 0) != nil }
    let hasAvoir = auxiliaries.contains { $0.has(.have) }
    // "s'est félicité": reflexive verbs take "être".
    let isReflexive =
      entry.isReflexive || auxiliaries.contains { $0.has(.be) } && (group..<i).contains { self.isReflexive($0) }
    if token.has(.participle), !token.has(.finite) { return hasAvoir || isReflexive }
    if token.has(.participle), hasAvoir || isReflexive { return true }
    guard let before else { return false }
    // After an article a finite form is a noun, unless a pronoun stands before: "il l'annonce".
    if before.has(.determiner) {
      guard i >= 2, before.has(.adverb) else { return false }
      return prose.tokens[i - 2].traits.hasAny(.he | .they | .one | .relative | .we)
    }
    if before.traits.hasAny(.of | .by) || before.has(.preposition) && !before.has(.adverb) { return false }
    if auxiliaries.contains(where: { $0.has(.be) }), token.has(.participle) { return false }
    return true
  }
}
