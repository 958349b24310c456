import Stories

/// Proposes for a cue one content and one source, by the reporting structures of news in English and French in the order of their
/// trust.
///
/// Quotation before or behind the cue, incise, that-clause, colon, infinitive, bare clause, noun phrase. What they make of a cue is
/// one candidate of several; the choice among them trusts each rule as far as it was right in annotated news.
struct RuleProposals {
  let prose: Prose
  let filter: CueFilter
  let sources: SourcePhrases
  let ends: ContentEnds

  init(_ prose: Prose) {
    self.prose = prose
    filter = CueFilter(prose: prose)
    sources = SourcePhrases(prose: prose)
    ends = ContentEnds(prose: prose)
  }

  /// A content of at most two parts, with the source that goes with it.
  ///
  /// No attribution, whose lists would be made for each cue and mostly for nothing.
  struct Proposal {
    var first: Range<Int>
    var second: Range<Int>?
    var source: Range<Int>?
    /// The rule that made it.
    var rule = Candidate.Rule.none

    /// The same by the name of the rule that made it.
    func by(_ rule: Candidate.Rule) -> Proposal {
      var proposal = self
      proposal.rule = rule
      return proposal
    }
  }

  /// What the rules make of the cue at token `i` of `sentence`, if anything.
  func proposal(at i: Int, in sentence: Sentence) -> Proposal? {
    let high = prose.contentEnd(sentence)
    let entry = prose.tokens[i].info.cue
    guard entry.isCue else { return nil }
    if entry.frame == .acc {
      return prose.fullQuotation(at: i) == nil ? prepositional(i, sentence, high)?.by(.preposition) : nil
    }
    if entry.isNoun || isPossessed(i, sentence) { return noun(i, sentence, high)?.by(.noun) }
    return filter.cue(at: i, in: sentence).flatMap { verbal($0, sentence, high) }
  }

  // MARK: Verbs

  private func verbal(_ cue: Cue, _ sentence: Sentence, _ high: Int) -> Proposal? {
    let low = sentence.tokens.lowerBound
    let hung = hungSubject(cue)
    // ", adding that": the verb takes the subject of the claim before it.
    let trails = prose.tokens[cue.token].has(.gerund) && cue.group > low && prose.tokens[cue.group - 1].kind == .comma
    let left = hung == nil && !trails ? sources.left(of: cue.group, from: low) : nil
    let right = hung ?? sources.right(of: cue.end, to: sentence.tokens.upperBound)
    let first = hung.map { min(cue.group, $0.lowerBound) } ?? cue.group
    if cue.isPassive { return nil }

    // A quotation before the cue: "…," said Ann Roe. «…», dit-elle. "…," Roe said.
    if cue.entry.frame != .inf, cue.entry.frame != .obj {
      if let left, let quotation = prose.quotation(leadingTo: left.lowerBound, in: sentence),
        let proposal = quoted(quotation, cue, left, sentence, high)
      {
        return proposal.by(.quotationBefore)
      }
      if let right, let quotation = prose.quotation(leadingTo: first, in: sentence),
        let proposal = quoted(quotation, cue, right, sentence, high)
      {
        return proposal.by(.quotationBefore)
      }
    }
    // A quotation behind it: Roe said: "…". Roe, who adds: «…».
    if let quotation = quotationBehind(cue, high), let source = left ?? hung {
      let content = quotation.isFull ? quotation.content : prose.trimmed(quotation.content)
      return Proposal(first: content, source: source, rule: .quotationBehind)
    }
    if let incise = incise(cue, left: left, right: right, first: first, sentence, high) {
      return incise.by(.incise)
    }
    // What is left needs a subject before the verb, or takes that of the claim before it.
    let inherits = cue.entry.form == .ing || left == nil && follows(cue, sentence)
    guard left != nil || hung != nil || inherits else { return nil }
    let source = left ?? hung
    let subordinate = isSubordinate(cue, left, sentence)
    if let start = clauseAfterThat(cue, high) {
      return clause(start, source, subordinate, high)?.by(.that)
    }
    if cue.end < high, prose.tokens[cue.end].kind == .colon, cue.end + 2 < high, prose.hasFinite(cue.end + 1..<high) {
      return clause(cue.end + 1, source, false, high)?.by(.colon)
    }
    switch cue.entry.frame {
    case .inf where prose.language == .french:
      // "menace de bloquer"; but "refuse de céder" is an act.
      guard cue.entry.strength >= 3, !cue.traits.has(.refuse), opensInfinitive(cue.end, high) else { return nil }
      return clause(cue.end, source, subordinate, high)?.by(.infinitive)
    case .inf:
      guard cue.entry.strength >= 4, cue.end < high, prose.tokens[cue.end].has(.to) else { return nil }
      return clause(cue.end, source, subordinate, high)?.by(.infinitive)
    case .obj, .unk: return phrase(cue, source, high)?.by(.phrase)
    case .prp:
      guard cue.end < high, prose.tokens[cue.end].traits.hasAny(.preposition | .of) else { return nil }
      return phrase(cue, source, high, from: cue.end + 1)?.by(.preposition)
    case .say, .cla, .acc:
      if prose.language == .french, case let start = behindTime(cue, high), start < high,
        prose.tokens[start].has(.infinitive), prose.tokens[start].traits.isDisjoint(with: Traits(.finite))
      {
        return clause(start, source, subordinate, high)?.by(.infinitive)
      }
      if prose.language == .english, let start = bareClause(cue, high) {
        return clause(start, source, subordinate, high)?.by(.clause)
      }
      guard cue.entry.takesPhrase || prose.language == .english && cue.entry.frame == .cla && cue.entry.strength >= 5
      else { return nil }
      return phrase(cue, source, high)?.by(.phrase)
    }
  }

  /// Where the words behind a cue end that deny it or tell when something was said: "pas", "mardi soir", "la semaine dernière".
  private func behindTime(_ cue: Cue, _ high: Int) -> Int {
    var end = cue.end
    // "ne souhaite pas"
    if end < high, prose.tokens[end].has(.negation),
      prose.tokens[cue.group..<cue.token].contains(where: { $0.has(.ne) })
    {
      end += 1
    }
    let i = end
    while end < high, end - i < 5,
      prose.tokens[end].traits.hasAny(.time | .weekday | .month)
        || prose.tokens[end].traits.hasAny(.determiner | .locative | .to) && end + 1 < high
          && prose.tokens[end + 1].traits.hasAny(.time | .weekday)
        || end > i && (prose.tokens[end].has(.latter) || prose.tokens[end].kind == .number)
    { end += 1 }
    return end
  }

  /// The pronoun that French hangs on the verb or its auxiliary: "explique-t-il", "a-t-il déclaré".
  private func hungSubject(_ cue: Cue) -> Range<Int>? {
    if cue.end < prose.tokens.count, filter.isHung(cue.end) { return cue.end..<cue.end + 1 }
    for i in cue.group..<cue.token where filter.isHung(i) { return i..<i + 1 }
    return nil
  }

  /// A quotation before the cue, with what goes on behind the clause.
  private func quoted(
    _ quotation: Quotation, _ cue: Cue, _ source: Range<Int>, _ sentence: Sentence, _ high: Int
  ) -> Proposal? {
    let low = sentence.tokens.lowerBound
    let content = quotation.content
    guard !content.isEmpty else { return nil }
    let last = prose.tokens[content.upperBound - 1]
    let marked =
      last.kind == .comma || last.kind == .stop || prose.tokens[quotation.close].kind == .comma
      || quotation.close + 1 < prose.tokens.count && prose.tokens[quotation.close + 1].kind == .comma
    guard quotation.isFull || marked else { return nil }
    var second: Range<Int>?
    // The second half of a quotation that the incise interrupts.
    let behind = max(cue.end, source.upperBound)
    if behind < high, let next = nextQuotation(behind, high), next.isFull { second = next.content }
    if quotation.open > low, prose.hasFinite(low..<quotation.open) || !quotation.isFull {
      // "It would be “a mistake”, she said."
      return Proposal(
        first: prose.trimmed(low..<quotation.close + 1), second: second.map(prose.trimmed), source: source)
    }
    return Proposal(first: content, second: second, source: source)
  }

  private func nextQuotation(_ i: Int, _ high: Int) -> Quotation? {
    var j = i
    while j < high, prose.tokens[j].kind == .comma || prose.tokens[j].kind == .colon { j += 1 }
    guard j < high, prose.quotation[j] >= 0 else { return nil }
    let quotation = prose.quotations[Int(prose.quotation[j])]
    return quotation.open == j ? quotation : nil
  }

  /// A quotation that the verb leads in, right behind it or behind a few words that say to whom and where.
  private func quotationBehind(_ cue: Cue, _ high: Int) -> Quotation? {
    guard cue.entry.frame == .say || cue.entry.frame == .cla || cue.entry.frame == .obj else { return nil }
    var i = cue.end
    while i < min(high, cue.end + 10) {
      if prose.quotation[i] >= 0 {
        let quotation = prose.quotations[Int(prose.quotation[i])]
        guard quotation.open == i else { return nil }
        let led = i > cue.end && (prose.tokens[i - 1].kind == .colon || prose.tokens[i - 1].kind == .comma)
        guard led || i == cue.end && quotation.isFull else { return nil }
        return quotation.isFull || led && quotation.close + 1 >= high ? quotation : nil
      }
      let token = prose.tokens[i]
      if token.has(.that) || token.kind == .semicolon || prose.isFinite(i) { return nil }
      i += 1
    }
    return nil
  }

  /// An unquoted clause before the cue: "The sale may fail, notes the New York Times", "The plan, Roe said, is dead".
  private func incise(
    _ cue: Cue, left: Range<Int>?, right: Range<Int>?, first: Int, _ sentence: Sentence, _ high: Int
  ) -> Proposal? {
    guard cue.entry.frame != .obj, cue.entry.frame != .prp, !prose.tokens[cue.token].has(.gerund) else { return nil }
    let low = sentence.tokens.lowerBound
    // The subject before the verb, behind a comma; the clause ends with the cue or goes on behind a comma.
    if let left, left.lowerBound > low + 1,
      prose.tokens[left.lowerBound - 1].kind == .comma || prose.tokens[left.lowerBound - 1].kind == .dash,
      !prose.tokens[low].has(.subordinator), isClosed(cue.end, high)
    {
      return sides(low..<left.lowerBound - 1, behind: behind(cue.end, high), high, left)
    }
    // The subject behind the verb; no English one behind "has".
    if let right, first > low + 1,
      prose.language == .french || left == nil && !prose.tokens[first].traits.hasAny(.have | .be | .modal)
    {
      let before = prose.tokens[first - 1]
      let marked = before.kind == .comma || before.kind == .dash || before.kind == .stop || before.isQuote
      let end = max(cue.end, right.upperBound)
      if marked || right.lowerBound < cue.token || filter.isHung(right.lowerBound),
        prose.hasMainVerb(low..<first), marked || prose.tokens[right.lowerBound].has(.he)
      {
        return sides(low..<(marked ? first - 1 : first), behind: behind(end, high), high, right)
      }
    }
    return nil
  }

  /// Whether nothing comes behind the cue but the end, a mark, or words that say where and when.
  private func isClosed(_ end: Int, _ high: Int) -> Bool {
    guard end < high else { return true }
    let next = prose.tokens[end]
    if next.kind == .comma || next.kind == .dash || next.kind == .stop { return true }
    if next.has(.that) || next.kind == .colon || next.isQuote { return false }
    guard next.traits.hasAny(.time | .weekday | .locative | .preposition | .adverb) else { return false }
    var i = end
    while i < high, prose.tokens[i].kind != .comma {
      if prose.isFinite(i) || prose.tokens[i].has(.that) { return false }
      i += 1
    }
    return true
  }

  /// Where the clause goes on behind the comma that closes an incise.
  private func behind(_ end: Int, _ high: Int) -> Int? {
    var i = end
    while i < high, prose.tokens[i].kind != .comma, prose.tokens[i].kind != .dash { i += 1 }
    return i + 1 < high ? i + 1 : nil
  }

  /// The clause on both sides of an incise: each side that is long enough is a part.
  private func sides(
    _ before: Range<Int>, behind: Int?, _ high: Int, _ source: Range<Int>
  ) -> Proposal? {
    var start = before.lowerBound
    // A conjunction that ties the sentence to the one before is the narrator's.
    while start < before.upperBound, prose.tokens[start].has(.but), prose.tokens[start].info.name < 0 { start += 1 }
    let content = prose.trimmed(start..<before.upperBound)
    let isPart = content.count >= 3 && (prose.hasFinite(content) || content.count > 4)
    if let behind {
      let next = prose.tokens[behind]
      let other =
        next.has(.gerund) || next.info.cue.frame == .acc && next.info.cue.isCue || next.has(.citing)
        || next.has(.relative)
      let rest = prose.trimmed(behind..<ends.clause(from: behind, to: high))
      if !other, rest.count >= 3, !prose.hasFinite(content) || !next.has(.and) && !next.has(.but) {
        return isPart ? Proposal(first: content, second: rest, source: source) : Proposal(first: rest, source: source)
      }
    }
    return isPart ? Proposal(first: content, source: source) : nil
  }

  /// Where the clause behind "that" or "que" begins, at most a few words from the cue.
  private func clauseAfterThat(_ cue: Cue, _ high: Int) -> Int? {
    var i = cue.end
    // "reported, citing two people, that": over what names the origin.
    if i + 1 < high, prose.tokens[i].kind == .comma, prose.tokens[i + 1].has(.citing),
      let comma = (i + 2..<min(high, i + 16)).first(where: { prose.tokens[$0].kind == .comma })
    {
      i = comma + 1
      guard i < high, prose.tokens[i].has(.that) else { return nil }
    }
    let limit = i + 8
    while i < min(high, limit) {
      let token = prose.tokens[i]
      let asks =
        prose.language == .english
        ? token.has(.question) : cue.traits.has(.question) && (token.has(.if) || token.has(.question))
      if token.has(.that) || i == cue.end && asks {
        // "said that week": a determiner, not a complementiser.
        if prose.language == .english, i > cue.end, i + 1 < high, prose.tokens[i + 1].has(.time) { return nil }
        return i + 1 < high ? (token.has(.that) ? i + 1 : i) : nil
      }
      if token.isPunctuation || prose.isFinite(i) || token.isQuote { return nil }
      i += 1
    }
    return nil
  }

  /// Where a clause without "that" begins: "said it would buy", "said in a statement the deal is dead".
  private func bareClause(_ cue: Cue, _ high: Int) -> Int? {
    var start = cue.end
    while start < high, prose.tokens[start].traits.hasAny(.time | .weekday),
      !prose.isFinite(start)
    { start += 1 }
    guard start < high else { return nil }
    let first = prose.tokens[start]
    if cue.traits.has(.addressing), let clause = clauseAfterAddressee(start, high) { return clause }
    if first.traits.hasAny(.preposition | .locative), first.traits.isDisjoint(with: .determiner | .subordinator) {
      // Where and to whom; the clause begins with the next pronoun.
      var i = start + 1
      while i < min(high, start + 12) {
        let token = prose.tokens[i]
        if token.isPunctuation { break }
        if token.traits.hasAny(.it | .they | .he), prose.hasFinite(i + 1..<min(high, i + 4)) { return i }
        i += 1
      }
    }
    guard first.isWord || first.kind == .number || first.isQuote || first.kind == .open || first.kind == .symbol else {
      return nil
    }
    return prose.hasFinite(start..<high) ? start : nil
  }

  /// Whether "de" or "à" and an infinitive come next.
  private func opensInfinitive(_ i: Int, _ high: Int) -> Bool {
    guard i + 1 < high, prose.tokens[i].traits.hasAny(.of | .to) else { return false }
    return prose.tokens[i + 1..<min(high, i + 4)].contains { $0.has(.infinitive) }
  }

  /// Where the clause behind the addressee begins: "told the commission it has", "told employees he was leaving".
  private func clauseAfterAddressee(_ start: Int, _ high: Int) -> Int? {
    for i in start + 1..<max(start + 1, min(high, start + 9)) {
      let token = prose.tokens[i]
      if token.isPunctuation || prose.isFinite(i) { return nil }
      if token.traits.hasAny(.it | .they | .he), i + 1 < high, prose.hasFinite(i + 1..<min(high, i + 4)) { return i }
    }
    return nil
  }

  /// Whether the verb takes its subject from the clause before: "and added that".
  private func follows(_ cue: Cue, _ sentence: Sentence) -> Bool {
    let i = cue.group - 1
    return i > sentence.tokens.lowerBound && prose.tokens[i].traits.hasAny(.and | .but)
  }

  /// Whether the cue's clause hangs on another one.
  private func isSubordinate(_ cue: Cue, _ left: Range<Int>?, _ sentence: Sentence) -> Bool {
    let low = sentence.tokens.lowerBound
    if cue.group > low, prose.tokens[cue.group - 1].has(.relative) { return true }
    if let left, left.lowerBound > low, prose.tokens[left.lowerBound - 1].has(.subordinator) { return true }
    return prose.tokens[low].has(.subordinator) && prose.tokens[low].traits.isDisjoint(with: Traits(.adverb))
      && !prose.tokens[low..<cue.group].contains { $0.kind == .comma }
  }

  func clause(
    _ start: Int, _ source: Range<Int>?, _ subordinate: Bool, _ high: Int
  ) -> Proposal? {
    let range = prose.trimmed(start..<ends.clause(from: start, to: high, subordinate: subordinate))
    guard range.count >= 2 else { return nil }
    if !isSeveral(range) { return Proposal(first: range, source: source) }
    let parts = statements(range).prefix(2).map(prose.trimmed)
    guard let first = parts.first else { return nil }
    return Proposal(first: first, second: parts.count > 1 ? parts[1] : nil, source: source)
  }

  /// Whether "and that" ties clauses together in `range`, or it is too short for one.
  func isSeveral(_ range: Range<Int>) -> Bool {
    range.count < 2
      || range.dropFirst().contains {
        prose.tokens[$0].has(.that) && prose.tokens[$0 - 1].traits.hasAny(.and | .but) && prose.quotation[$0] < 0
      }
  }

  /// The clauses that "and that" ties together, each a statement of its own.
  func statements(_ range: Range<Int>) -> [Range<Int>] {
    if !isSeveral(range) { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for i in range.dropFirst()
    where prose.tokens[i].has(.that) && prose.tokens[i - 1].traits.hasAny(.and | .but) && prose.quotation[i] < 0 {
      guard i - 1 > start, i + 2 < range.upperBound else { continue }
      parts.append(prose.trimmed(start..<i - 1))
      start = i + 1
    }
    parts.append(start..<range.upperBound)
    return parts.filter { $0.count >= 2 }
  }

  private func phrase(_ cue: Cue, _ source: Range<Int>?, _ high: Int, from: Int? = nil) -> Proposal? {
    var start = from ?? cue.end
    while start < high, prose.tokens[start].has(.adverb),
      prose.tokens[start].traits.isDisjoint(with: .determiner | .possessive)
    { start += 1 }
    // "a fait part de", "confirme à l'agence": what belongs to the cue, not to its content.
    if start < high, prose.tokens[start].has(.of), prose.language == .french, prose.tokens[cue.token].phraseLength > 1 {
      start += 1
    }
    guard start < high, source != nil else { return nil }
    let first = prose.tokens[start]
    guard first.isWord,
      first.isCapital || first.traits.hasAny(.determiner | .possessive | .indefinite) || !first.isKnown
        || first.traits.isEmpty,
      !first.traits.hasAny(.time | .weekday)
    else { return nil }
    let range = prose.trimmed(start..<ends.phrase(from: start, to: high))
    guard range.count >= 2 else { return nil }
    return Proposal(first: range, source: source)
  }

  func manner(_ range: Range<Int>) -> Claim.Manner {
    for i in range where prose.quotation[i] >= 0 { return .mixed }
    return .indirect
  }
}
