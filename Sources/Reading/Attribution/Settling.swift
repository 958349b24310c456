import Stories

/// Which of the claims found can stand beside each other, and what is left when all have their words.
struct Settling {
  let prose: Prose
  let governing: GoverningSubjects

  /// Of the claims of one sentence those that can stand beside each other.
  func settle(_ here: [Attribution]) -> [Attribution] {
    var kept: [Attribution] = []
    for attribution in here where attribution.content.allSatisfy({ !$0.isEmpty }) {
      // One that lies inside another one stays only if it has a source of its own.
      let isInside = here.contains { $0.cue != attribution.cue && $0.holds(attribution.cue) }
      if isInside, isWeak(attribution) || attribution.source.map(isPronoun) ?? true { continue }
      // "At no point had it proposed closing, Roe said": the incise holds the whole clause, and the verb inside it is no cue.
      let isUndone = here.contains {
        $0.cue.lowerBound > attribution.cue.lowerBound && $0.holds(attribution.cue) && attribution.holds($0.cue)
      }
      if isUndone { continue }
      if kept.contains(where: { $0.content == attribution.content }) { continue }
      var attribution = attribution
      if attribution.source == nil { attribution.source = kept.last.flatMap { source(of: attribution, after: $0) } }
      kept.append(attribution)
    }
    return kept
  }

  /// The source of a cue without a subject of its own behind the claim `last`: the same, unless the verb that the cue hangs on
  /// stands outside of that claim and has another subject.
  private func source(of attribution: Attribution, after last: Attribution) -> Range<Int>? {
    guard prose.language == .english,
      let clause = governing.clause(
        before: attribution.cue.lowerBound, from: prose.sentences[attribution.sentence].tokens.lowerBound),
      clause.verb >= last.cue.upperBound, !last.holds(clause.verb..<clause.verb + 1)
    else { return last.source }
    return clause.subject
  }

  /// Whether the cue seldom attributes or its content says nothing by itself: inside what somebody says, "it proposed closing
  /// the unit" is what is said.
  private func isWeak(_ attribution: Attribution) -> Bool {
    guard let cue = attribution.cue.last, prose.tokens[cue].cue.strength >= 4 else { return true }
    return !attribution.content.contains { prose.hasFinite($0) }
  }

  func isPronoun(_ source: Range<Int>) -> Bool {
    source.count == 1 && prose.tokens[source.lowerBound].traits.hasAny(.he | .it | .they | .we | .one)
  }

  /// A quotation that stands by itself goes on with the speaker of the claim before it.
  func withBareQuotations(_ found: [Attribution]) -> [Attribution] {
    if prose.quotations.isEmpty { return inOrder(found) }
    var claimed = [Bool](filledWith: false, count: prose.quotations.count)
    for attribution in found {
      for part in attribution.content {
        for i in [part.lowerBound, max(part.lowerBound, part.upperBound - 1)] where prose.quotation[i] >= 0 {
          claimed[Int(prose.quotation[i])] = true
        }
        var i = part.lowerBound
        while i < part.upperBound {
          if prose.quotation[i] >= 0 { claimed[Int(prose.quotation[i])] = true }
          i += 1
        }
      }
    }
    var bare: [Attribution] = []
    /// The sentences in which somebody is quoted.
    lazy var spoken = Set(found.lazy.filter { $0.manner == .direct }.map(\.sentence))
    var sentence = 0
    for (index, quotation) in prose.quotations.enumerated()
    where !claimed[index] && (quotation.isFull || quotation.isClosed) {
      while sentence + 1 < prose.sentences.count, prose.sentences[sentence].tokens.upperBound <= quotation.open {
        sentence += 1
      }
      guard prose.sentences[sentence].tokens.lowerBound == quotation.open,
        quotation.isFull || isSentence(quotation, prose.sentences[sentence])
      else { continue }
      let isNext =
        sentence > 0 && prose.sentences[sentence - 1].block == prose.sentences[sentence].block
        && (spoken.contains(sentence - 1) || bare.last?.sentence == sentence - 1)
      bare.append(
        Attribution(
          cue: quotation.open..<quotation.open, content: [quotation.content], source: nil, manner: .direct,
          sentence: sentence,
          cueTraits: [], evidence: Evidence(isNext ? .turn : .quotation)))
    }
    return inOrder(bare.isEmpty ? found : found + bare)
  }

  /// Whether a few words between marks are a whole sentence, so that somebody says it: "We stay put".
  private func isSentence(_ quotation: Quotation, _ sentence: Sentence) -> Bool {
    guard quotation.close + 2 >= sentence.tokens.upperBound, !quotation.content.isEmpty else { return false }
    return prose.tokens[quotation.content.upperBound - 1].kind == .stop
      || quotation.close + 1 < sentence.tokens.upperBound && prose.hasFinite(quotation.content)
  }

  /// The attributions in the order of their contents' starts, as they nearly always are.
  private func inOrder(_ found: [Attribution]) -> [Attribution] {
    func start(_ k: Int) -> Int { found[k].content[0].lowerBound }
    if found.indices.dropFirst().allSatisfy({ start($0 - 1) <= start($0) }) { return found }
    return found.sorted { $0.content[0].lowerBound < $1.content[0].lowerBound }
  }

  /// One claim a content: a quotation over several sentences may have a cue before and one behind it.
  ///
  /// `all` are in the order of their contents' starts.
  func unique(_ all: [Attribution]) -> [Attribution] {
    /// The contents kept that start where the latest does.
    var alike: [Range<Int>] = []
    let isKept = all.indices.map { k in
      let content = all[k].content[0]
      if alike.first?.lowerBound != content.lowerBound { alike.removeAll(keepingCapacity: true) }
      if alike.contains(content) { return false }
      alike.append(content)
      return true
    }
    if isKept.allSatisfy({ $0 }) { return all }
    return all.indices.filter { isKept[$0] }.map { all[$0] }
  }
}
