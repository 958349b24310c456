import Stories

/// Finds who is said to have been quoted: "Ann Roe was quoted by the Ledger as saying that …", "was quoted as saying …", "“…,”
/// Ann Roe was quoted as saying", "The Ledger quoted Ann Roe as saying …".
struct QuotedSpeakers {
  let text: ClassedProse
  private let phrases: SourcePhrases
  private let filter: CueFilter
  private let rules: RuleProposals
  private var prose: Prose { text.prose }

  /// Believed, not counted: labelled stories have too few of them to tell how often they are right.
  private static let likelihood: Float = 0.9
  /// No more tokens lie between "quoted" and "as saying".
  private static let reach = 16

  init(_ text: ClassedProse) {
    self.text = text
    phrases = SourcePhrases(prose: text.prose)
    filter = CueFilter(prose: text.prose)
    rules = RuleProposals(text.prose)
  }

  /// What they are quoted as saying, by the place of the cue.
  func find() -> [Attribution] {
    guard prose.language == .english else { return [] }
    var found: [Attribution] = []
    for (index, sentence) in prose.sentences.enumerated() {
      for i in sentence.tokens where prose.tokens[i].cue.isCue && prose.isIn(.quoted, i) {
        if let attribution = attribution(i, index) { found.append(attribution) }
      }
    }
    return found
  }

  private func attribution(_ i: Int, _ index: Int) -> Attribution? {
    let sentence = prose.sentences[index]
    let group = filter.groupStart(i, from: sentence.tokens.lowerBound)
    let high = prose.contentEnd(sentence)
    guard prose.fullQuotation(at: i) == nil, let left = phrases.left(of: group, from: sentence.tokens.lowerBound),
      let saying = (i + 1..<max(i + 1, min(i + QuotedSpeakers.reach, high))).first(where: isSaying)
    else { return nil }
    let isPassive = prose.tokens[group..<i].contains { $0.has(.be) }
    // The medium is nearer than who is quoted.
    let medium = isPassive ? medium(behind: i, before: saying - 1) ?? medium(behind: saying, before: high) : left
    let quoted = isPassive ? left : i + 1..<saying - 1
    guard !quoted.isEmpty, isPassive || isSomebody(quoted),
      let said = said(behind: saying, left, in: sentence, to: high)
    else { return nil }
    return Attribution(
      cue: group..<i + 1, content: [said.content], source: medium ?? quoted, manner: said.manner, sentence: index,
      origins: medium == nil ? [] : [quoted], cueTraits: prose.tokens[saying].traits,
      evidence: Evidence(.cue, QuotedSpeakers.likelihood), rule: .that)
  }

  /// What is said: the clause or quotation behind "saying" at token `saying`, or the quotation that leads to the subject.
  private func said(
    behind saying: Int, _ subject: Range<Int>, in sentence: Sentence, to high: Int
  ) -> (content: Range<Int>, manner: Claim.Manner)? {
    guard saying + 1 < high, !prose.tokens[saying + 1].isPunctuation || prose.quotation[saying + 1] >= 0 else {
      let before = prose.quotation(leadingTo: subject.lowerBound, in: sentence)
      return before.map { ($0.content, .direct) }
    }
    var start = prose.tokens[saying + 1].has(.that) ? saying + 2 : saying + 1
    // "as saying by the Ledger last week that"
    if prose.tokens[saying + 1].has(.by),
      let that = (saying + 2..<max(saying + 2, min(saying + 12, high))).first(where: { prose.tokens[$0].has(.that) })
    {
      start = that + 1
    }
    guard start < high else { return nil }
    var content = prose.trimmed(start..<rules.ends.clause(from: start, to: high))
    var manner = rules.manner(content)
    if let quotation = prose.fullQuotation(at: content.lowerBound), quotation.open == content.lowerBound,
      quotation.close + 1 == content.upperBound
    {
      content = quotation.content
      manner = .direct
    }
    return content.isEmpty ? nil : (content, manner)
  }

  /// Whether `range` names somebody or is a noun phrase, so that it is who is quoted.
  private func isSomebody(_ range: Range<Int>) -> Bool {
    let first = prose.tokens[range.lowerBound]
    return first.isCapital || first.traits.hasAny(.determiner | .indefinite | .possessive | .he | .anonymous)
  }

  /// Whether "as saying" stands before and at token `i`.
  private func isSaying(_ i: Int) -> Bool {
    prose.tokens[i].has(.gerund) && prose.tokens[i].cue.isCue && text.classes[i - 1] == .as
  }

  /// The medium behind "quoted by" or "quoted in", which is nearer than who is quoted, without the words that tell when.
  private func medium(behind i: Int, before end: Int) -> Range<Int>? {
    guard i + 2 < end, prose.tokens[i + 1].traits.hasAny(.by | .locative) else { return nil }
    let stop = (i + 3..<end).first {
      prose.tokens[$0].traits.hasAny(.weekday | .month | .time | .locative | .that) || prose.tokens[$0].isPunctuation
    }
    return i + 2..<(stop ?? end)
  }
}
