import Stories

/// Proposes the contents that a cue could have, about ten for each.
///
/// Starts are a few words and marks behind or before the cue, ends the marks and conjunctions after them; and one more is what
/// a rule makes of the sentence. A learned choice takes one of them, or none.
struct Candidates {
  let text: ClassedProse
  private(set) var all: [Candidate] = []
  private var prose: Prose { text.prose }

  /// Ends that are looked at for each start.
  private static let mostEnds = 12

  init(_ text: ClassedProse) {
    self.text = text
    all.reserveCapacity(32)
  }

  /// The candidates of `site`; `proposal` is that of the rules.
  mutating func propose(_ site: CueSite, proposal: Candidate?) {
    all.removeAll(keepingCapacity: true)
    if site.isPreposition {
      proposePreposition(site)
    } else {
      let source = proposal?.source ?? site.left ?? (isTurned(site) ? site.right : nil)
      proposeRight(site, source)
      proposeLeft(site, source)
    }
    if let proposal { add(proposal) }
  }

  /// Whether a mark before the verbs and a subject behind them make it an inversion.
  private func isTurned(_ site: CueSite) -> Bool {
    guard site.right != nil, site.entry.form != .ing, site.group > site.stretch.lowerBound else { return false }
    // "The board, after a review, has rejected the offer": no English subject stands behind "has".
    if prose.language == .english, prose.tokens[site.group].traits.hasAny(.have | .be | .modal) { return false }
    let before = text.classes[site.group - 1]
    if before == .quoteCloses || before == .stop { return true }
    guard before == .comma || before == .dash else { return false }
    let clause = site.stretch.lowerBound..<site.group
    if prose.quotation[site.group - 1] >= 0 { return true }
    // "The minister, Ann Roe, said Acme would": a subject.
    guard prose.language == .french else {
      return prose.hasFinite(clause) || clause.contains { prose.tokens[$0].has(.to) }
    }
    return !prose.hasFinite(clause) || prose.hasMainVerb(clause)
  }

  // MARK: Behind the cue

  @inline(__always) private static var starters: WordClasses { WordClass.that | .wh }
  @inline(__always) private static var prepositions: WordClasses { WordClass.abt | .of | .to | .as | .prep }

  /// "about", "of", "with"…: what a content can follow; not "by".
  private func isPreposition(_ i: Int) -> Bool {
    Candidates.prepositions.has(text.classes[i]) && !prose.tokens[i].has(.by)
  }

  private mutating func proposeRight(_ site: CueSite, _ source: Range<Int>?) {
    let classes = text.classes
    let low = site.end
    let high = site.contentEnd
    // ", rapporte « Le Courrier »": who is named between marks says it.
    guard low < high, site.right.map({ $0.lowerBound == low || !prose.tokens[$0.lowerBound - 1].isQuote }) ?? true
    else {
      return
    }
    var next = low
    if prose.language == .french {
      // "ne souhaite pas"
      if classes[next] == .neg, prose.tokens[site.group..<site.token].contains(where: { $0.has(.ne) }) { next += 1 }
      while next < min(high, low + 2), classes[next] == .adv || classes[next] == .day { next += 1 }
      guard next < high else { return }
    }
    if site.right == nil || site.right?.lowerBound != low || !isHung(low) {
      addEnds(from: next, .next, site, source)
    } else if low + 1 < high {
      addEnds(from: low + 1, .next, site, source)
    }
    if isPreposition(next), next + 1 < high { addEnds(from: next + 1, .preposition, site, source) }
    var seen = Candidate.Label.Names()
    func isFirst(_ label: Candidate.Label) -> Bool { seen.insert(label) }
    var j = low
    while j < min(high, low + 12) {
      let found = classes[j]
      let n = j - low
      if found == .semicolon || found == .stop { break }
      if n > 0 || next == low, prose.quotation(at: j)?.open == j {
        if n > 0, isFirst(.quotation) { addEnds(from: j, .quotation, site, source) }
        break
      }
      // "avait prévenu en mai, dans la Gazette, que"
      let isNear = n <= 8 || classes[j - 1] == .comma && !prose.hasFinite(low..<j)
      if n >= 1, isNear, Candidates.starters.has(found), isFirst(.complementizer) {
        addEnds(from: j, .complementizer, site, source)
      }
      if n >= 1, n <= 5, found == .to, isFirst(.infinitive) { addEnds(from: j, .infinitive, site, source) }
      if n < 8, found == .comma, j + 1 < high, isFirst(.comma) { addEnds(from: j + 1, .comma, site, source) }
      if n < 8, found == .colon, j + 1 < high, isFirst(.colon) { addEnds(from: j + 1, .colon, site, source) }
      if n >= 1, n <= 4, found == .of || found == .abt || found == .as || isWith(j), j + 1 < high,
        isFirst(.laterPreposition)
      {
        addEnds(from: j + 1, .laterPreposition, site, source)
      }
      if n >= 1, n <= 6, opensClause(j, behind: low), !isPreposition(j - 1), !prose.tokens[j - 1].has(.by),
        isFirst(.pronoun)
      {
        addEnds(from: j, .pronoun, site, source)
      }
      j += 1
    }
    if isFirst(.complementizer), let start = complementizer(behindRelay: low, high) {
      addEnds(from: start, .complementizer, site, source)
    }
    addParagraphs(site, source)
  }

  /// Where "that" stands behind whom somebody cites between commas: "avait rapporté le 23 mai, en citant deux personnes au fait
  /// du dossier, que".
  private func complementizer(behindRelay low: Int, _ high: Int) -> Int? {
    guard let first = (low..<min(high, low + 6)).first(where: { text.classes[$0] == .comma }), first + 2 < high,
      (first + 1...first + 2).contains(where: { prose.tokens[$0].has(.citing) }),
      let second = (first + 2..<min(high, first + 20)).first(where: { text.classes[$0] == .comma }), second + 1 < high,
      text.classes[second + 1] == .that
    else { return nil }
    return second + 1
  }

  private func isHung(_ i: Int) -> Bool { CueFilter(prose: prose).isHung(i) }

  private func isWith(_ i: Int) -> Bool { text.classes[i] == .prep && !prose.tokens[i].has(.locative) }

  /// Whether "he", "they", "the", "its" or "there" stands at `i`, with which a clause without "that" begins.
  private func opensClause(_ i: Int, behind low: Int) -> Bool {
    text.classes[i] == .pron || text.classes[i] == .det && prose.tokens[i].has(.determiner)
      || text.classes[i] == .poss && prose.language == .english && !prose.hasFinite(low..<i)
  }

  @inline(__always) private static var enders: WordClasses {
    WordClass.comma | .semicolon | .colon | .dash | .bracket | .sub | .as | .and | .but | .rel | .prep | .that | .abt
      | .to | .day
  }

  /// Adds a candidate for each end that a content from `start` on could have.
  private mutating func addEnds(
    from start: Int, _ label: Candidate.Label, _ site: CueSite, _ source: Range<Int>?, limit: Int? = nil
  ) {
    let classes = text.classes
    let high = limit ?? site.contentEnd
    guard start < high else { return }
    let opened = prose.quotation(at: start)
    add(start..<high, source, label, .end)
    var ends = 0
    var j = start + 1
    while j < high, ends < Candidates.mostEnds {
      if let quotation = prose.fullQuotation(at: j), quotation.open != opened?.open {
        // A quotation is not cut from outside.
        if quotation.close < high { j = quotation.close + 1 } else { break }
        continue
      }
      if Candidates.enders.has(classes[j]) {
        ends += 1
        add(start..<j, source, label, .init(classes[j]))
      }
      j += 1
    }
    if let cut = prose.fullQuotation(at: high - 1), cut.close >= high, cut.open >= start {
      add(start..<cut.close + 1, source, label, .endOfCutQuotation)
    }
    if let opened, opened.open == start {
      add(start..<opened.close + 1, source, label, .quotationEnd)
      if let more = continuation(behind: opened.close, site) { add(start..<more, source, label, .quotationContinued) }
    }
  }

  /// "Roe said:" before paragraphs of quotation.
  private mutating func addParagraphs(_ site: CueSite, _ source: Range<Int>?) {
    guard site.contentEnd > site.end, text.classes[site.contentEnd - 1] == .colon || endsInColon(site) else { return }
    let start = prose.sentences[site.sentence].tokens.upperBound
    guard start < prose.tokens.count, prose.quotation[start] >= 0 else { return }
    var quotation = prose.quotations[Int(prose.quotation[start])]
    guard quotation.open == start else { return }
    while !quotation.isClosed, quotation.close + 1 < prose.tokens.count, prose.quotation[quotation.close + 1] >= 0 {
      let next = prose.quotations[Int(prose.quotation[quotation.close + 1])]
      guard next.open == quotation.close + 1 else { break }
      quotation = next
    }
    add(start..<quotation.close + 1, source, .colon, .quotationParagraphs)
  }

  private func endsInColon(_ site: CueSite) -> Bool {
    text.classes[site.stretch.upperBound - 1] == .colon
  }

  /// Where the quotations end that go on behind the one that closes at `close`, in the same paragraph, with no words of the
  /// story between them.
  private func continuation(behind close: Int, _ site: CueSite) -> Int? {
    let block = prose.blocks[prose.sentences[site.sentence].block].tokens
    var end = close
    while end + 1 < block.upperBound, prose.quotation[end + 1] >= 0 {
      let next = prose.quotations[Int(prose.quotation[end + 1])]
      guard next.open == end + 1, next.isFull else { break }
      end = next.close
    }
    return end > close ? end + 1 : nil
  }

  // MARK: Before the cue

  private mutating func proposeLeft(_ site: CueSite, _ source: Range<Int>?) {
    let isTurned = isTurned(site)
    if let left = site.left, !isTurned { addLeft(of: left.lowerBound, site, left) }
    // "The unions, for their part, worry": what the subject ends is no content.
    guard site.group > site.stretch.lowerBound, isTurned || !isSubject(before: site.group, site) else { return }
    addLeft(of: site.group, site, isTurned ? site.right : source)
  }

  /// Whether the subject of a French cue ends right before token `i`, but for commas and a pronoun that stresses it.
  private func isSubject(before i: Int, _ site: CueSite) -> Bool {
    guard prose.language == .french, let left = site.left, left.upperBound <= i else { return false }
    return prose.tokens[left.upperBound..<i].allSatisfy { $0.kind == .comma || $0.traits.hasAny(.he | .they | .it) }
  }

  @inline(__always) private static var leftStarts: WordClasses {
    WordClass.comma | .semicolon | .colon | .dash | .and | .but | .that
  }

  /// The contents that end right before `anchor`.
  private mutating func addLeft(of anchor: Int, _ site: CueSite, _ source: Range<Int>?) {
    let classes = text.classes
    let low = site.stretch.lowerBound
    if let quotation = quotation(before: anchor, site) {
      add(quotation.open..<quotation.close + 1, source, .quotationBefore, .quotationBefore)
      if let start = paragraphs(before: quotation) {
        add(start..<quotation.close + 1, source, .quotationBefore, .quotationParagraphs)
      }
      if quotation.open > low { add(low..<quotation.close + 1, source, .sentence, .quotationBefore) }
      if let second = split(site, source) {
        add(
          quotation.open..<quotation.close + 1, second: second, source, .quotationBefore, .quotationSplit)
      }
    }
    guard anchor - low >= 1 else { return }
    let before = classes[anchor - 1]
    let isMark = before.rawValue <= WordClass.mark.rawValue
    let end: Candidate.Label = isMark ? .init(before) : .word
    add(low..<anchor, source, .sentence, end)
    var starts = 0
    var j = anchor - 2
    while j > low, starts < 4 {
      if let quotation = prose.fullQuotation(at: j) {
        j = quotation.open - 1
        continue
      }
      if Candidates.leftStarts.has(classes[j]) {
        starts += 1
        add(j + 1..<anchor, source, .init(classes[j]), end)
      }
      j -= 1
    }
    // "Acme, Roe said, is sold": on both sides.
    guard before == .comma || before == .dash else { return }
    let behind = max(site.end, source.map { $0.lowerBound >= site.token ? $0.upperBound : site.end } ?? site.end)
    if let mark = (behind..<max(behind, site.contentEnd)).prefix(20).first(where: {
      classes[$0] == .comma || classes[$0] == .dash
    }), mark + 1 < site.contentEnd {
      // "…, Roe said, adding that", "…, according to": no more of it.
      let next = prose.tokens[mark + 1]
      if next.has(.gerund) && next.cue.isCue || next.has(.citing) || next.info.cue.isCue && next.info.cue.frame == .acc
      {
        return
      }
      // "Its chairman, Ann Roe, said Belcor's, Bob Holm, had told him": no clause on both sides.
      if !prose.hasFinite(low..<anchor), prose.startsNounPhrase(mark + 1), !prose.isFinite(mark + 1) { return }
      add(low..<anchor, second: mark + 1..<site.contentEnd, source, .sentence, end)
    } else if anchor - low < 8, behind < site.contentEnd {
      add(low..<anchor, second: behind..<site.contentEnd, source, .sentenceBoth, end)
    }
  }

  /// The quotation that closes right before `i`, commas skipped, in its paragraph, unless a sentence ends with it.
  private func quotation(before i: Int, _ site: CueSite) -> Quotation? {
    prose.quotation(leadingTo: i, in: prose.sentences[site.sentence])
  }

  /// Where the paragraphs of quotation begin that go before `quotation`, each without its closing mark.
  private func paragraphs(before quotation: Quotation) -> Int? {
    var start = quotation.open
    while start > 0, prose.quotation[start - 1] >= 0 {
      let previous = prose.quotations[Int(prose.quotation[start - 1])]
      guard !previous.isClosed else { break }
      start = previous.open
    }
    return start < quotation.open ? start : nil
  }

  /// The second half of a quotation that the cue's clause interrupts: a few words behind the cue, or where the next sentence
  /// begins.
  private func split(_ site: CueSite, _ source: Range<Int>?) -> Range<Int>? {
    let block = prose.blocks[prose.sentences[site.sentence].block].tokens
    var j = max(site.end, source.map { $0.lowerBound >= site.token ? $0.upperBound : site.end } ?? site.end)
    let limit = min(block.upperBound, j + 12)
    while j < limit, prose.quotation[j] < 0 {
      if text.classes[j] == .colon || text.classes[j] == .semicolon { return nil }
      j += 1
    }
    if j >= limit { j = prose.sentences[site.sentence].tokens.upperBound }
    guard j < block.upperBound, prose.quotation[j] >= 0 else { return nil }
    let quotation = prose.quotations[Int(prose.quotation[j])]
    guard quotation.open == j, quotation.isFull, j > 0, !hasOwnIncise(quotation, block) else { return nil }
    let before = text.classes[j - 1]
    guard before == .comma || before == .stop || before == .dash || !prose.tokens[j].isQuote else { return nil }
    return j..<(continuation(behind: quotation.close, site) ?? quotation.close + 1)
  }

  /// Whether a clause behind `quotation` says whose it is: "…," she added.
  private func hasOwnIncise(_ quotation: Quotation, _ block: Range<Int>) -> Bool {
    guard quotation.isClosed, quotation.close + 1 < block.upperBound else { return false }
    let isOpen =
      text.classes[quotation.close - 1] == .comma || text.classes[quotation.close + 1] == .comma
      || prose.isQuestionMark(quotation.close - 1)
    return isOpen
      && (quotation.close + 1..<min(quotation.close + 9, block.upperBound)).contains {
        ClassedProse.cues.has(text.classes[$0])
      }
  }

  // MARK: Prepositions

  @inline(__always) private static var boundaries: WordClasses { WordClass.comma | .dash | .colon | .quoteOpens }

  private mutating func proposePreposition(_ site: CueSite) {
    let classes = text.classes
    let low = site.stretch.lowerBound
    let high = site.contentEnd
    var marks: [Int] = []
    var j = site.end
    while j < high, marks.count < 3, classes[j] != .semicolon, classes[j] != .stop {
      if Candidates.boundaries.has(classes[j]) { marks.append(j) }
      if let quotation = prose.fullQuotation(at: j), classes[j] == .quoteOpens { j = quotation.close }
      j += 1
    }
    let source = site.end..<max(site.end, min(marks.first ?? high, high))
    if site.token - low < 3, (low..<site.token).allSatisfy({ !CueSites.isSubject(classes[$0]) }) {
      for (k, mark) in marks.enumerated() {
        let speaker = site.end..<(prose.language == .french ? mark : marks[0])
        if classes[mark] == .quoteOpens, let quotation = prose.fullQuotation(at: mark) {
          add(mark..<quotation.close + 1, speaker, .boundaryQuotation(k), .quotationEnd)
          continue
        }
        // "Pour le patron, qui avait dit non, il faut": not what is told of him.
        guard mark + 1 < high, classes[mark + 1] != .rel else { continue }
        add(mark + 1..<high, speaker, .boundary(k), .end)
        if let cut = prose.fullQuotation(at: high - 1), cut.close >= high {
          add(mark + 1..<cut.close + 1, speaker, .boundary(k), .endOfCutQuotation)
        }
        if let next = (mark + 4..<max(mark + 4, high)).first(where: {
          prose.fullQuotation(at: $0) == nil
            && (classes[$0] == .comma || classes[$0] == .semicolon || classes[$0] == .dash)
        }) {
          add(mark + 1..<next, speaker, .boundary(k), .nextComma)
        }
      }
      // "For him it was over": a pronoun needs no mark.
      if site.end + 1 < high, classes[site.end] == .pron || classes[site.end] == .obj {
        add(site.end + 1..<high, site.end..<site.end + 1, .boundary(0), .word)
      }
      return
    }
    guard site.token > low else { return }
    if let quotation = quotation(before: site.token, site) {
      add(quotation.open..<quotation.close + 1, source, .prepositionQuotation, .quotationBefore)
      if quotation.open > low { add(low..<quotation.close + 1, source, .sentence, .quotationBefore) }
    }
    add(low..<site.token, source, .init(behindPreposition: .sentenceStart), .preposed)
    var starts = 0
    j = site.token - 2
    while j > low, starts < 4 {
      if Candidates.leftStarts.has(classes[j]), prose.fullQuotation(at: j) == nil {
        starts += 1
        add(j + 1..<site.token, source, .init(behindPreposition: classes[j]), .preposed)
      }
      j -= 1
    }
    if let mark = marks.first, mark + 1 < high, classes[site.token - 1] == .comma || classes[site.token - 1] == .dash {
      add(low..<site.token, second: mark + 1..<high, source, .preposed, .preposed)
      add(mark + 1..<high, source, .prepositionBehind, .end)
    }
  }

  // MARK: Putting together

  /// Adds a candidate without the marks at its edges; one that is there already keeps its labels.
  private mutating func add(
    _ first: Range<Int>, second: Range<Int>? = nil, _ source: Range<Int>?, _ start: Candidate.Label,
    _ end: Candidate.Label
  ) {
    add(Candidate(first: first, second: second, source: source, start: start, end: end))
  }

  private mutating func add(_ candidate: Candidate) {
    var candidate = candidate
    candidate.first = trimmed(candidate.first)
    if let second = candidate.second {
      let second = trimmed(second)
      candidate.second = second.isEmpty ? nil : second
      if candidate.first.isEmpty {
        candidate.first = second
        candidate.second = nil
      }
    }
    guard !candidate.first.isEmpty, candidate.second != nil || !isTime(candidate.first) else { return }
    if let same = all.firstIndex(where: { $0.hasContent(of: candidate) }) {
      if candidate.rule != .none { all[same].rule = candidate.rule }
      if all[same].source == nil { all[same].source = candidate.source }
    } else {
      all.append(candidate)
    }
  }

  /// Whether `range` only tells when: "le 23 décembre", "on Monday".
  private func isTime(_ range: Range<Int>) -> Bool {
    guard range.count <= 5, prose.tokens[range].contains(where: { $0.traits.hasAny(.month | .weekday) }) else {
      return false
    }
    return prose.tokens[range].allSatisfy {
      $0.kind == .number
        || $0.traits.hasAny(.month | .weekday | .time | .determiner | .preposition | .locative | .of | .contracted)
    }
  }

  @inline(__always) private static var loose: WordClasses { WordClass.comma | .stop | .colon | .semicolon | .dash }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, Candidates.loose.has(text.classes[low]) || text.classes[low] == .quoteCloses { low += 1 }
    while low < high, Candidates.loose.has(text.classes[high - 1]) || text.classes[high - 1] == .quoteOpens {
      high -= 1
    }
    return low..<high
  }
}
