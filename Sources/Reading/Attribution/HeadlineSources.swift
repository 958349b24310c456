import Stories

/// Finds who says what a headline says, where headlines tell it in their own way: "Acme rejects bid - sources", "Report: Acme to
/// bid", "Acme rejects bid, says talks are over".
struct HeadlineSources {
  let text: ClassedProse
  private let phrases: SourcePhrases
  private var prose: Prose { text.prose }

  /// A source before a colon or behind a dash is no longer than this, in tokens.
  private static let longest = 5
  /// Believed, not counted: labelled stories have too few of them to tell how often they are right.
  private static let likelihood: Float = 0.8

  init(_ text: ClassedProse) {
    self.text = text
    phrases = SourcePhrases(prose: text.prose)
  }

  /// What headlines attribute so, by its place.
  func find() -> [Attribution] {
    var found: [Attribution] = []
    for (index, sentence) in prose.sentences.enumerated() where prose.blocks[sentence.block].kind == .headline {
      let range = sentence.tokens.lowerBound..<prose.contentEnd(sentence)
      if let attribution = behindDash(range, index) ?? beforeColon(range, index) ?? behindComma(range, index) {
        found.append(attribution)
      }
    }
    return found
  }

  /// "Acme rejects bid - sources".
  private func behindDash(_ headline: Range<Int>, _ index: Int) -> Attribution? {
    guard let dash = headline.last(where: { prose.tokens[$0].kind == .dash }),
      isSource(dash + 1..<headline.upperBound)
    else { return nil }
    return attribution(headline.lowerBound..<dash, dash + 1..<headline.upperBound, dash..<dash + 1, index)
  }

  /// "Report: Acme to bid".
  private func beforeColon(_ headline: Range<Int>, _ index: Int) -> Attribution? {
    guard let colon = headline.first(where: { prose.tokens[$0].kind == .colon }),
      isSource(headline.lowerBound..<colon)
    else { return nil }
    return attribution(colon + 1..<headline.upperBound, headline.lowerBound..<colon, colon..<colon + 1, index)
  }

  /// "Acme rejects bid, says talks are over": the verb takes the subject of the one before.
  private func behindComma(_ headline: Range<Int>, _ index: Int) -> Attribution? {
    guard prose.language == .english,
      let cue = headline.dropFirst(2).first(where: { i in
        let entry = prose.tokens[i].cue
        return entry.isCue && entry.form == .s && !entry.isNoun && entry.strength >= 3
          && (entry.frame == .say || entry.frame == .cla) && prose.tokens[i - 1].kind == .comma
      }), cue + 2 < headline.upperBound,
      // "Acme to bid, says Belcor": who says it stands behind.
      prose.hasFinite(cue + 1..<headline.upperBound)
        || !prose.tokens[cue + 1].isCapital && !isSource(cue + 1..<headline.upperBound),
      let verb = (headline.lowerBound + 1..<cue).first(where: { prose.isFinite($0) || prose.tokens[$0].has(.to) }),
      let subject = phrases.left(of: verb, from: headline.lowerBound)
    else { return nil }
    return attribution(cue + 1..<headline.upperBound, subject, cue..<cue + 1, index)
  }

  /// Whether `range` names nobody but a source: "sources", "court filing", "the Ledger".
  private func isSource(_ range: Range<Int>) -> Bool {
    guard !range.isEmpty, range.count <= HeadlineSources.longest, !prose.hasFinite(range) else { return false }
    return range.contains { i in
      let token = prose.tokens[i]
      return token.traits.hasAny(.anonymous | .utterance | .outsider | .spokesperson | .speaker) || prose.isMedium(i)
    }
  }

  private func attribution(
    _ content: Range<Int>, _ source: Range<Int>, _ cue: Range<Int>, _ index: Int
  ) -> Attribution? {
    let content = prose.trimmed(content)
    guard content.count > 2,
      content.contains(where: { prose.isFinite($0) || prose.tokens[$0].has(.to) }) || content.count > 3
    else { return nil }
    return Attribution(
      cue: cue, content: [content], source: prose.trimmed(source), manner: RuleProposals(prose).manner(content),
      sentence: index, cueTraits: prose.tokens[cue.lowerBound].traits,
      evidence: Evidence(.cue, HeadlineSources.likelihood), rule: .colon)
  }
}
