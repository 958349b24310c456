import Stories

/// Finds who is said to have been quoted: "Ann Roe was quoted by the Ledger as saying that …", "was quoted as saying …".
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
    guard prose.fullQuotation(at: i) == nil, prose.tokens[group..<i].contains(where: { $0.has(.be) }),
      let source = phrases.left(of: group, from: sentence.tokens.lowerBound),
      let saying = (i + 1..<max(i + 1, min(i + QuotedSpeakers.reach, high))).first(where: isSaying), saying + 1 < high
    else { return nil }
    let start = prose.tokens[saying + 1].has(.that) ? saying + 2 : saying + 1
    guard start < high else { return nil }
    var content = prose.trimmed(start..<rules.ends.clause(from: start, to: high))
    var manner = rules.manner(content)
    if let quotation = prose.fullQuotation(at: content.lowerBound), quotation.open == content.lowerBound,
      quotation.close + 1 == content.upperBound
    {
      content = quotation.content
      manner = .direct
    }
    guard !content.isEmpty else { return nil }
    let medium = medium(behind: i, before: saying - 1)
    return Attribution(
      cue: group..<i + 1, content: [content], source: medium ?? source, manner: manner, sentence: index,
      origins: medium == nil ? [] : [source], cueTraits: prose.tokens[saying].traits,
      evidence: Evidence(.cue, QuotedSpeakers.likelihood), rule: .that)
  }

  /// Whether "as saying" stands before and at token `i`.
  private func isSaying(_ i: Int) -> Bool {
    prose.tokens[i].has(.gerund) && prose.tokens[i].cue.isCue && text.classes[i - 1] == .as
  }

  /// The medium behind "quoted by" or "quoted in", which is nearer than who is quoted, without the words that tell when.
  private func medium(behind i: Int, before end: Int) -> Range<Int>? {
    guard i + 2 < end, prose.tokens[i + 1].traits.hasAny(.by | .locative) else { return nil }
    let stop = (i + 3..<end).first {
      prose.tokens[$0].traits.hasAny(.weekday | .month | .locative) || prose.tokens[$0].isPunctuation
    }
    return i + 2..<(stop ?? end)
  }
}
