import Stories

/// A token that may attribute, with what its sentence tells of it before any candidate is looked at.
struct CueSite: BitwiseCopyable {
  /// The cue, and the place behind it and its phrase.
  @Narrow var token: Int
  @Narrow var end: Int
  /// The first token of its group of verbs: auxiliaries, negation, adverbs, hung-on pronouns.
  @Narrow var group: Int
  var entry: CueEntry
  /// Its stem, as features name it.
  var stem: WordFeature
  /// The index of its sentence, and the stretch of it that is looked at: all, but for very long ones.
  @Narrow var sentence: Int
  @NarrowRange var stretch: Range<Int>
  /// The stretch's end without the stop and marks that close it.
  @Narrow var contentEnd: Int
  /// The noun phrase before its verbs, and the one behind them.
  @OptionalNarrowRange var left: Range<Int>? = nil
  @OptionalNarrowRange var right: Range<Int>? = nil
  var inversion: Inversion = .none
  /// Whether a subordinator or relative pronoun stands within a few words before it.
  var isSubordinate = false

  /// How likely the sentence has subject and verb turned round, from what stands beside them.
  enum Inversion: UInt8 {
    case none
    /// A mark stands before the verbs.
    case marked
    /// And a subject behind them.
    case subject
    /// No subject behind, but one before them behind a comma, as in an incise.
    case incise
  }

  /// Whether it goes before its source ("according to").
  var isPreposition: Bool { entry.frame == .acc }
}

/// Finds the cue sites of a story's sentences.
struct CueSites {
  let text: ClassedProse
  private let bytes: UnsafeBufferPointer<UInt8>
  private let filter: CueFilter
  private let phrases: SourcePhrases
  // Held here, since every token is looked at.
  private let tokens: FixedList<Token>
  private let classes: FixedList<WordClass>
  private let hasQuotations: Bool
  private var prose: Prose { text.prose }

  /// More tokens than this before or behind a cue are not looked at.
  private static let reach = 80

  init(_ text: ClassedProse, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.bytes = bytes
    filter = CueFilter(prose: text.prose)
    phrases = SourcePhrases(prose: text.prose)
    tokens = text.prose.tokens
    classes = text.classes
    hasQuotations = !text.prose.quotations.isEmpty
  }

  /// Whether token `i` may be a cue, at a first look: nearly all are none.
  @inline(__always) func mayAttribute(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.isWord else { return false }
    if token.cue.isCue || token.info.cue.isCue || token.has(.opening) { return true }
    // A verb that no lexicon has attributes beside a quotation only.
    return hasQuotations && (classes[i] == .word || classes[i] == .ing)
  }

  /// The cue site at token `i` of the sentence with the index `sentence`, still without the noun phrases beside it, or
  /// `nil` if the token attributes nothing.
  func site(at i: Int, in sentence: Int) -> CueSite? {
    let token = prose.tokens[i]
    guard token.isWord, prose.fullQuotation(at: i) == nil else { return nil }
    var entry = token.cue
    var end = i + 1
    let tokens = prose.sentences[sentence].tokens
    if token.has(.opening), opensWithSource(i, tokens) {
      entry = CueEntry(frame: .acc, strength: 5, form: .base)
    } else if !entry.isCue, !token.info.cue.isCue, isUnknownVerbOfSaying(i, prose.sentences[sentence]) {
      entry = CueEntry(frame: .unk, strength: 2, form: .ed)
    }
    // A phrase that attributes ("according to", "fait savoir"), unless its first word does so by itself.
    if token.info.cue.isCue, token.phraseLength > 1 {
      entry = token.info.cue
      end = i + Int(token.phraseLength)
    }
    guard entry.isCue, !token.insidePhrase || !liesInCue(i) else { return nil }
    // "maintenant que": the phrase is no form of the verb that its first word may be.
    if token.phraseLength > 1, !token.info.cue.isCue, token.traits.isDisjoint(with: CueSites.verbal) { return nil }
    if isActOfRefusing(i, tokens) || saysNothing(i, end, tokens) { return nil }
    // ", citing CNBC": no claim but where one comes from.
    if token.has(.citing), entry.form == .ing { return nil }
    var stretch = tokens
    if tokens.count > 2 * CueSites.reach {
      stretch = max(tokens.lowerBound, i - CueSites.reach)..<min(tokens.upperBound, i + CueSites.reach)
    }
    guard end <= stretch.upperBound else { return nil }
    if entry.frame != .acc {
      guard end > i + 1 || text.classes[i].rawValue >= WordClass.cueBase.rawValue else { return nil }
      if prose.language == .french, !entry.isNoun,
        !filter.fitsFrench(
          i, token, entry, i > stretch.lowerBound ? prose.tokens[i - 1] : nil,
          filter.groupStart(i, from: stretch.lowerBound)) || token.isCapital && entry.form != .ing
      {
        return nil
      }
      if prose.language == .french, entry.isNoun,
        i == stretch.lowerBound || !CueSites.nounMarkers.has(text.classes[i - 1])
      {
        return nil
      }
    } else if end < stretch.upperBound,
      prose.tokens[end].has(.that) || prose.tokens[end].has(.relative) && !prose.tokens[end].has(.he)
    {
      return nil
    }
    var site = CueSite(
      token: i, end: end, group: i, entry: entry, stem: WordFeature(stem: i, prose, bytes), sentence: sentence,
      stretch: stretch,
      contentEnd: contentEnd(of: stretch))
    if entry.frame != .acc {
      let verb = filter.aspect(before: i, from: stretch.lowerBound) ?? i
      site.group = verb
      while site.group > stretch.lowerBound, verb - site.group < 4 {
        guard
          let start = isAuxiliary(site.group - 1)
            ? site.group - 1 : filter.adverbs(before: site.group, from: stretch.lowerBound)
        else { break }
        site.group = start
      }
    }
    return site
  }

  /// `site` with the noun phrases beside it.
  func withPhrases(_ site: CueSite) -> CueSite {
    var site = site
    let low = site.stretch.lowerBound
    site.isSubordinate = (max(low, site.token - 8)..<site.token).contains {
      CueSites.subordinating.has(text.classes[$0])
    }
    if site.isPreposition { return site }
    let isTrailing = site.entry.form == .ing && site.group > low && text.classes[site.group - 1] == .comma
    // ", adding that": the verb takes the subject of the clause before it.
    site.left = isTrailing ? nil : phrases.left(of: site.group, from: low)
    site.right = hungSubject(site) ?? phrases.right(of: site.end, to: site.stretch.upperBound)
    site.inversion = inversion(site)
    return site
  }

  @inline(__always) private static var subordinating: WordClasses { WordClass.sub | .as | .rel }

  /// "Pour Acme, …": at the start of a sentence, before a name or an article, with a comma behind.
  private func opensWithSource(_ i: Int, _ tokens: Range<Int>) -> Bool {
    guard (tokens.lowerBound..<i).allSatisfy({ text.classes[$0] == .but || text.classes[$0] == .and }),
      i + 2 < tokens.upperBound
    else { return false }
    let next = prose.tokens[i + 1]
    guard next.isCapital || next.traits.hasAny(.determiner | .indefinite | .possessive),
      !next.traits.hasAny(.time | .month),
      !prose.tokens[i + 2].traits.hasAny(.time | .month), !prose.tokens[i + 1].has(.infinitive)
    else { return false }
    return (i + 2..<min(i + 24, tokens.upperBound)).contains { text.classes[$0] == .comma }
  }

  /// Whether a verb that no lexicon has attributes: between a quotation and a name ("«…», grommelle Ann Roe"), or between a
  /// name and the sentence's end ("“…,” Ann Roe harrumphed").
  private func isUnknownVerbOfSaying(_ i: Int, _ sentence: Sentence) -> Bool {
    let tokens = sentence.tokens
    let token = prose.tokens[i]
    guard !token.isCapital, text.classes[i] == .word || text.classes[i] == .ing,
      !token.isKnown || token.has(.finite) || token.has(.participle), i > 0
    else { return false }
    func follows(_ j: Int) -> Bool { prose.quotation(leadingTo: j, in: sentence)?.isFull ?? false }
    var group = i
    while group > 0, i - group < 4, isAuxiliary(group - 1) { group -= 1 }
    if i + 1 < tokens.upperBound, follows(group) {
      let next = prose.tokens[i + 1]
      return next.isCapital && next.isWord || next.traits.hasAny(.determiner | .indefinite) || filter.isHung(i + 1)
    }
    guard i + 1 >= tokens.upperBound || CueSites.inciseFollowers.has(text.classes[i + 1]) else { return false }
    var start = group
    while start > 0, group - start < 5, prose.tokens[start - 1].isCapital || text.classes[start - 1] == .pron {
      start -= 1
    }
    return start < group && follows(start)
  }

  /// Whether the phrase that token `i` lies in attributes by itself ("fait savoir").
  private func liesInCue(_ i: Int) -> Bool {
    var start = i - 1
    while start > 0, prose.tokens[start].insidePhrase { start -= 1 }
    return start >= 0 && prose.tokens[start].info.cue.isCue
  }

  @inline(__always) private static var verbal: Traits {
    Trait.finite | .participle | .gerund | .infinitive | .be | .have | .modal
  }

  /// "refuse de céder" is an act, "refuse de commenter" says something.
  private func isActOfRefusing(_ i: Int, _ tokens: Range<Int>) -> Bool {
    guard prose.language == .french, prose.tokens[i].has(.refuse), prose.tokens[i].traits.hasAny(CueSites.verbal),
      i + 1 < tokens.upperBound, text.classes[i + 1] == .to,
      let verb = (i + 2..<min(i + 6, tokens.upperBound)).first(where: { prose.tokens[$0].has(.infinitive) })
    else { return false }
    return !prose.tokens[verb].cue.isCue
  }

  /// Whether the words behind a cue make it none: "should they say no,", "put it up for sale", "did not respond to calls".
  private func saysNothing(_ i: Int, _ end: Int, _ tokens: Range<Int>) -> Bool {
    guard end < tokens.upperBound else { return false }
    let next = prose.tokens[end]
    if next.has(.to) || next.has(.contracted), prose.isIn(.replying, i) {
      return (max(tokens.lowerBound, i - 4)..<i).contains { prose.tokens[$0].has(.negation) }
    }
    // "according to plan", "selon la procédure normale"
    if prose.tokens[i].info.cue.frame == .acc {
      return (end..<min(end + 3, tokens.upperBound)).first {
        !prose.tokens[$0].traits.hasAny(.determiner | .indefinite | .possessive)
      }.map { prose.isIn(.standard, $0) } ?? false
    }
    guard prose.language == .english else { return false }
    if next.has(.negation) {
      // "said no decision had been taken" goes on.
      return end + 1 < tokens.upperBound && (prose.tokens[end + 1].isPunctuation || prose.tokens[end + 1].has(.to))
    }
    guard prose.isIn(.putting, i) else { return false }
    return (end..<min(end + 6, tokens.upperBound)).contains { prose.tokens[$0].has(.sell) }
  }

  @inline(__always) private static var nounMarkers: WordClasses { WordClass.det | .poss | .of }

  /// Whether a word of this class before a preposition makes it stand inside its clause.
  static func isSubject(_ found: WordClass) -> Bool {
    found == .capital || found == .pron || found == .det
      || found.rawValue >= WordClass.cueBase.rawValue && found != .word
  }

  private func contentEnd(of stretch: Range<Int>) -> Int {
    var end = stretch.upperBound
    while end > stretch.lowerBound, text.classes[end - 1] == .stop { end -= 1 }
    return end
  }

  private func isAuxiliary(_ i: Int) -> Bool {
    ClassedProse.auxiliaries.has(text.classes[i]) && !filter.endsName(i) || filter.isHung(i)
  }

  /// The pronoun that French hangs on the verb or its auxiliary: "explique-t-il", "a-t-il déclaré".
  private func hungSubject(_ site: CueSite) -> Range<Int>? {
    guard prose.language == .french else { return nil }
    if site.end < site.stretch.upperBound, filter.isHung(site.end) { return site.end..<site.end + 1 }
    return (site.group..<site.token).first { filter.isHung($0) }.map { $0..<$0 + 1 }
  }

  @inline(__always) private static var inversionMarks: WordClasses { WordClass.comma | .dash | .quoteCloses }
  @inline(__always) private static var subjectFollowers: WordClasses {
    WordClass.comma | .stop | .semicolon | .prep | .day | .quoteOpens | .sub
  }
  @inline(__always) private static var inciseFollowers: WordClasses {
    WordClass.comma | .stop | .semicolon | .prep | .abt | .day | .sub | .as
  }
  @inline(__always) private static var noSubjectEnd: WordClasses {
    WordClass.be | .have | .mod | .cueEd | .cueS | .that | .but
  }

  private func inversion(_ site: CueSite) -> CueSite.Inversion {
    let classes = text.classes
    let before = site.group - 1
    let isMarked =
      before >= site.stretch.lowerBound
      && (CueSites.inversionMarks.has(classes[before]) || classes[before] == .stop)
    if isMarked, let right = site.right, right.count < 16, !CueSites.noSubjectEnd.has(classes[right.upperBound - 1]),
      right.upperBound >= site.stretch.upperBound || CueSites.subjectFollowers.has(classes[right.upperBound])
    {
      return .subject
    }
    if isMarked { return .marked }
    if let left = site.left, left.count < 14, left.lowerBound > site.stretch.lowerBound + 1,
      classes[left.lowerBound - 1] == .comma || classes[left.lowerBound - 1] == .dash,
      site.end >= site.stretch.upperBound || CueSites.inciseFollowers.has(classes[site.end])
    {
      return .incise
    }
    return .none
  }
}
