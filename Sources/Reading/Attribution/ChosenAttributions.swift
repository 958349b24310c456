import Stories

/// Turns what the choice took into attributions: contents without marks and complementizers, sources whole.
struct ChosenAttributions {
  let text: ClassedProse
  private let rules: RuleProposals
  private let settling: Settling
  private let governing: GoverningSubjects
  private let relayed: RelayedSpeech
  private var prose: Prose { text.prose }

  init(_ text: ClassedProse) {
    self.text = text
    rules = RuleProposals(text.prose)
    governing = GoverningSubjects(text)
    relayed = RelayedSpeech(prose: text.prose, sources: rules.sources)
    settling = Settling(prose: text.prose, governing: governing)
  }

  /// The attributions of `chosen` and those that were `unchosen`, by the place of their content.
  func attributions(_ chosen: [Choice.Chosen], _ unchosen: [Attribution]) -> [Attribution] {
    var all = unchosen
    all.reserveCapacity(unchosen.count + chosen.count)
    var here: [Attribution] = []
    for (index, found) in chosen.enumerated() {
      if let attribution = attribution(found) { here.append(attribution) }
      if index + 1 == chosen.count || chosen[index + 1].site.sentence != found.site.sentence {
        let first = all.count
        here = relayed.relayed(here)
        if here.count == 1, here[0].content.allSatisfy({ !$0.isEmpty }) {
          // Nothing stands beside a single one.
          all.append(here.removeLast())
        } else {
          all += settling.settle(here)
          here.removeAll(keepingCapacity: true)
        }
        for k in first..<all.count where all[k].source == nil {
          all[k].source = subject(of: all[k].cue, in: all[k].sentence) ?? subject(behind: all[k])
        }
      }
    }
    var found = settling.withBareQuotations(all)
    // A quotation, or "Adding that …", that follows in the paragraph is of whom the claim before it is.
    for k in found.indices.dropFirst() where found[k].source == nil && prose.language == .english {
      let before = found[k - 1]
      if prose.sentences[before.sentence].block == prose.sentences[found[k].sentence].block,
        before.content[0].upperBound <= found[k].content[0].lowerBound
      {
        found[k].source = before.source
      }
    }
    return settling.unique(found)
  }

  /// Who "Noting that …, Roe left" is of: the subject of the verb behind the content, where the cue opens the sentence.
  private func subject(behind attribution: Attribution) -> Range<Int>? {
    guard prose.language == .english, let content = attribution.content.last,
      content.lowerBound >= attribution.cue.upperBound
    else { return nil }
    return governing.clause(from: content.upperBound, to: prose.sentences[attribution.sentence].tokens.upperBound)?
      .subject
  }

  /// The source of a cue that has no subject of its own: that of the verb before it, else the first name or pronoun of its
  /// sentence.
  private func subject(of cue: Range<Int>, in sentence: Int) -> Range<Int>? {
    let end = cue.lowerBound
    var i = prose.sentences[sentence].tokens.lowerBound
    if prose.language == .english, let clause = governing.clause(before: end, from: i) { return clause.subject }
    while i < end {
      if let quotation = prose.fullQuotation(at: i) {
        i = quotation.close + 1
        continue
      }
      switch text.classes[i] {
      case .capital:
        var stop = i + 1
        while stop < end, text.classes[stop] == .capital { stop += 1 }
        // "In March": when it was is not who.
        if !prose.tokens[i].traits.hasAny(.time | .month | .weekday) { return i..<stop }
        i = stop
        continue
      case .pron: return i..<i + 1
      default: break
      }
      i += 1
    }
    return nil
  }

  private func attribution(_ chosen: Choice.Chosen) -> Attribution? {
    let site = chosen.site
    if isSourceless(site, chosen.candidate) { return nil }
    var parts = [chosen.candidate.first]
    if let second = chosen.candidate.second { parts.append(second) }
    if parts[0].lowerBound == site.stretch.lowerBound { parts[0] = behindTime(parts[0]) }
    for k in parts.indices { parts[k] = bare(behindAddressee(parts[k], site)) }
    if parts.contains(where: { $0.isEmpty }) { parts.removeAll { $0.isEmpty } }
    // A few words beside a longer run are its leftovers.
    if parts.count > 1, parts.contains(where: { $0.count >= 3 }) { parts.removeAll { $0.count < 3 } }
    if parts.count == 1 { parts[0] = whole(parts[0], site) }
    guard let first = parts.first, !parts.allSatisfy(isEmptyOfSense) else { return nil }
    let manner = manner(first)
    if parts.count == 1, manner != .direct, chosen.candidate.side(of: site.token) == .right, rules.isSeveral(first) {
      let statements = rules.statements(first)
      if !statements.isEmpty { parts = statements }
    }
    return Attribution(
      cue: site.group..<site.end, content: parts, source: source(chosen) ?? agent(of: site, chosen.candidate),
      manner: manner, sentence: site.sentence,
      cueTraits: prose.tokens[site.token].traits, evidence: Evidence(.cue, chosen.confidence),
      rule: chosen.candidate.rule)
  }

  /// `range` without the time of day that opens an entry of a live report: « 16h20 - », "10:05".
  private func behindTime(_ range: Range<Int>) -> Range<Int> {
    func digits(_ from: Int) -> Int {
      var i = from
      while i < prose.text.count, i < from + 3, prose.text[i] &- 0x30 < 10 { i += 1 }
      return i
    }
    let start = Int(prose.tokens[range.lowerBound].start)
    let hours = digits(start)
    guard 1...2 ~= hours - start, hours < prose.text.count,
      [UInt8(ascii: "h"), UInt8(ascii: "H"), UInt8(ascii: ":")].contains(prose.text[hours])
    else { return range }
    let minutes = digits(hours + 1)
    guard minutes - hours == 3 else { return range }
    let behind = range.first { Int(prose.tokens[$0].start) >= minutes && !isDash($0) }
    return behind.map { $0..<range.upperBound } ?? range
  }

  private func isDash(_ i: Int) -> Bool {
    prose.tokens[i].kind == .dash || prose.tokens[i].kind == .colon || prose.tokens[i].kind == .symbol
  }

  /// Whether nothing is said in `range`: "the bid, which was first reported by the Times".
  private func isEmptyOfSense(_ range: Range<Int>) -> Bool {
    prose.tokens[range.lowerBound].has(.relative)
      && range.allSatisfy { prose.tokens[$0].traits.hasAny(.relative | .be | .have | .modal | .adverb) }
  }

  /// `range` without whom the verb tells it: "told Reuters Acme would sell" holds no "Reuters Acme".
  private func behindAddressee(_ range: Range<Int>, _ site: CueSite) -> Range<Int> {
    guard range.lowerBound == site.end, prose.tokens[site.token].has(.addressing), prose.isMedium(range.lowerBound)
    else { return range }
    let next = range.lowerBound + Int(prose.tokens[range.lowerBound].phraseLength)
    guard next < range.upperBound, prose.tokens[next].isWord, !prose.isFinite(next),
      prose.tokens[next].isCapital || prose.tokens[next].traits.hasAny(.determiner | .it | .he | .they)
    else { return range }
    return next..<range.upperBound
  }

  /// `range` up to the end of its clause if "that" opens it and it stops short of its verb: "that its board, after a review, has
  /// rejected it".
  private func whole(_ range: Range<Int>, _ site: CueSite) -> Range<Int> {
    guard range.lowerBound > site.token, range.lowerBound > 0, prose.tokens[range.lowerBound - 1].has(.that),
      range.upperBound < site.contentEnd, prose.tokens[range.upperBound].kind == .comma, !prose.hasFinite(range),
      prose.hasFinite(range.upperBound..<site.contentEnd)
    else { return range }
    return prose.trimmed(range.lowerBound..<site.contentEnd)
  }

  /// `range` with the bracket behind it that closes one within it: "bought Acme <ACM.N>".
  private func closed(_ range: Range<Int>) -> Range<Int> {
    guard range.upperBound < prose.tokens.count, prose.tokens[range.upperBound].kind == .close,
      let bracket = range.last(where: { prose.tokens[$0].kind == .open || prose.tokens[$0].kind == .close }),
      prose.tokens[bracket].kind == .open
    else { return range }
    return range.lowerBound..<range.upperBound + 1
  }

  /// `range` without the marks of the quotation that it is, and without "that" before it.
  private func bare(_ range: Range<Int>) -> Range<Int> {
    var range = prose.trimmed(range)
    if !range.isEmpty, prose.tokens[range.lowerBound].has(.that), text.classes[range.lowerBound] == .that,
      range.count > 1
    {
      range = prose.trimmed(range.lowerBound + 1..<range.upperBound)
    }
    guard !range.isEmpty, let quotation = prose.quotation(at: range.lowerBound), quotation.open == range.lowerBound
    else {
      return closed(range)
    }
    if quotation.close == range.upperBound - 1 { return quotation.content }
    // Several quotations one after the other: their outermost marks go.
    guard let last = prose.quotation(at: range.upperBound - 1), last.open > quotation.close,
      last.close == range.upperBound - 1, isAllQuoted(range)
    else { return range }
    return range.lowerBound + 1..<(last.isClosed ? range.upperBound - 1 : range.upperBound)
  }

  private func isAllQuoted(_ range: Range<Int>) -> Bool { range.allSatisfy { prose.quotation[$0] >= 0 } }

  private func manner(_ range: Range<Int>) -> Claim.Manner {
    if let quotation = prose.quotation(at: range.lowerBound), quotation.isFull || quotation.content == range,
      isAllQuoted(range)
    {
      return .direct
    }
    return rules.manner(range)
  }

  /// The source, and for "which said" what "which" stands for; `nil` if the verb has none of its own.
  private func source(_ chosen: Choice.Chosen) -> Range<Int>? {
    let site = chosen.site
    guard var source = chosen.candidate.source, !source.isEmpty else { return nil }
    if isInside(source, chosen.candidate) {
      guard let other = site.right, !isInside(other, chosen.candidate), site.entry.form != .ing else { return nil }
      source = other
    }
    let found = text.classes[source.lowerBound]
    if source.count == 1, found == .rel || found == .that {
      let antecedent = rules.sources.left(of: site.group, from: site.stretch.lowerBound)
      return antecedent.map { $0.lowerBound..<max($0.upperBound, source.upperBound) } ?? source
    }
    // The relative pronoun behind a name belongs to its mention.
    if source.upperBound < site.group, source.upperBound >= site.group - 3,
      let pronoun = (source.upperBound..<site.group).last(where: { text.classes[$0] == .rel })
    {
      source = source.lowerBound..<pronoun + 1
    }
    let trimmed = prose.trimmed(source)
    if trimmed.isEmpty { return nil }
    if prose.language == .english, trimmed.upperBound <= site.token, governing.isGoverned(trimmed, site),
      let clause = governing.clause(before: min(site.group, trimmed.upperBound), from: site.stretch.lowerBound),
      !isInside(clause.subject, chosen.candidate)
    {
      return clause.subject
    }
    return bare(subject: trimmed)
  }

  /// A pronoun without the words beside it: « elle leur assure », "as for his promise".
  private func bare(subject: Range<Int>) -> Range<Int> {
    guard subject.count == 2 else { return subject }
    let (first, last) = (prose.tokens[subject.lowerBound], prose.tokens[subject.lowerBound + 1])
    let isFrenchObject =
      prose.language == .french && first.traits.hasAny(.he | .it | .they) && !first.has(.determiner)
      && last.traits.hasAny(.he | .they | .we | .possessive | .personal)
    if isFrenchObject { return subject.dropLast() }
    return last.has(.possessive) && first.traits.hasAny(.preposition | .locative) ? subject.dropFirst() : subject
  }

  /// Who says it behind a verb and an adverb, or "par": « indique encore le groupe », « a été prononcée par Acme ».
  private func agent(of site: CueSite, _ candidate: Candidate) -> Range<Int>? {
    guard prose.language == .french, candidate.side(of: site.token) != .right else { return nil }
    var i = site.end
    while i < site.stretch.upperBound, i - site.end < 4, prose.tokens[i].has(.adverb),
      !prose.tokens[i].has(.determiner)
    {
      i += Int(prose.tokens[i].phraseLength)
    }
    if i == site.end, i < site.stretch.upperBound, prose.tokens[i].has(.by) { i += 1 }
    if i == site.end { i = rules.sources.behindHearer(i, site.stretch.upperBound, mayBeNoun: true) }
    guard i > site.end, let agent = rules.sources.right(of: i, to: site.stretch.upperBound),
      !isInside(agent, candidate)
    else { return nil }
    return agent
  }

  private func isInside(_ source: Range<Int>, _ candidate: Candidate) -> Bool {
    candidate.first.overlaps(source) || candidate.second.map { $0.overlaps(source) } ?? false
  }

  /// Whether the sentence names nobody who says it: "is expected to close", "it is thought that".
  private func isSourceless(_ site: CueSite, _ candidate: Candidate) -> Bool {
    guard candidate.side(of: site.token) == .right, site.end < prose.tokens.count else { return false }
    // « Il se murmure que »
    if prose.language == .french {
      return prose.isIn(.impersonal, site.token) && site.token > 1 && prose.isIn(.reflexive, site.token - 1)
        && prose.tokens[site.token - 2].traits.hasAny(.he | .it)
    }
    // "It is thought that Acme will bid": nobody is said to think so.
    if prose.isIn(.impersonal, site.token), let left = site.left, left.count == 1,
      prose.tokens[left.lowerBound].has(.it), left.upperBound == site.group,
      prose.tokens[site.group..<site.token].contains(where: { $0.has(.be) })
    {
      return true
    }
    guard site.entry.form == .ed, text.classes[site.end] == .to else { return false }
    let isPassive = (max(site.stretch.lowerBound, site.token - 3)..<site.token).contains { text.classes[$0] == .be }
    let isNamed = (site.token..<min(site.token + 6, site.stretch.upperBound)).contains { prose.tokens[$0].has(.by) }
    return isPassive && !isNamed
  }
}
