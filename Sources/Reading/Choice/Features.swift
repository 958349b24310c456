import Stories

/// Takes the features of a row.
protocol FeatureSink {
  mutating func add(_ key: UInt64)
  /// A feature of words; `name` is only made when asked for.
  mutating func add(words key: UInt64, name: @autoclosure () -> String)
  /// Features that are the same wherever a row of the same cue has the same `group`, which is not 0; `write` adds them.
  mutating func add(group: UInt64, _ write: (inout Self) -> Void)
}

extension FeatureSink {
  @inline(__always) mutating func add(group: UInt64, _ write: (inout Self) -> Void) { write(&self) }
}

/// Features that come in groups, each with the values that it depends on.
private enum Group: UInt64 {
  case side = 1, rule, speaker, end, length, commas, finites

  /// The key of the group with two small values and a place in the text.
  @inline(__always) func key(_ a: UInt8, _ b: UInt8 = 0, at place: Int = 0) -> UInt64 {
    rawValue << 56 | UInt64(UInt32(truncatingIfNeeded: place)) << 16 | UInt64(a) << 8 | UInt64(b)
  }
}

/// Writes the features of a cue's rows into a sink: one row for "none of the candidates", one for each candidate.
struct Features {
  let text: ClassedProse
  let bytes: UnsafeBufferPointer<UInt8>
  /// Whether features of words are written too.
  let isLexical: Bool
  private let firstParagraph: Int
  private var prose: Prose { text.prose }

  init(_ text: ClassedProse, _ bytes: UnsafeBufferPointer<UInt8>, isLexical: Bool) {
    self.text = text
    self.bytes = bytes
    self.isLexical = isLexical
    firstParagraph = text.prose.blocks.firstIndex { $0.kind == .lede || $0.kind == .paragraph } ?? 0
  }

  // MARK: No candidate

  /// Writes the row of `site` for none of its candidates.
  func none<Sink: FeatureSink>(_ site: CueSite, rule: Candidate.Rule, into sink: inout Sink) {
    let i = site.token
    let odds = UInt8(site.entry.strength)
    let frame = UInt8(site.entry.frame.rawValue)
    let form = UInt8(site.entry.form.rawValue)
    let prev = classAt(i - 1, site)
    let prev2 = classAt(i - 2, site)
    let next = classAt(site.end, site)
    let next2 = classAt(site.end + 1, site)
    let group = classAt(site.group - 1, site)
    let inversion = site.inversion.rawValue
    sink.add(Template.noneBias.key())
    sink.add(Template.noneOdds.key(odds))
    sink.add(Template.noneFrame.key(frame))
    sink.add(Template.noneForm.key(form))
    sink.add(Template.noneOddsFrame.key(odds, frame))
    sink.add(Template.noneOddsForm.key(odds, form))
    sink.add(Template.noneFrameForm.key(frame, form))
    sink.add(Template.noneOddsFrameForm.key(odds, frame, form))
    sink.add(Template.nonePrev.key(prev))
    sink.add(Template.noneNext.key(next))
    sink.add(Template.nonePrev2.key(prev2))
    sink.add(Template.noneNext2.key(next2))
    sink.add(Template.nonePrevNext.key(prev, next))
    sink.add(Template.nonePrev2Prev.key(prev2, prev))
    sink.add(Template.noneNextNext2.key(next, next2))
    sink.add(Template.noneOddsPrev.key(odds, prev))
    sink.add(Template.noneOddsNext.key(odds, next))
    sink.add(Template.noneFramePrev.key(frame, prev))
    sink.add(Template.noneFrameNext.key(frame, next))
    sink.add(Template.noneFormPrev.key(form, prev))
    sink.add(Template.noneFormNext.key(form, next))
    sink.add(Template.noneFormFrameNext.key(form, frame, next))
    sink.add(Template.noneOddsFormPrev.key(odds, form, prev))
    sink.add(Template.noneGroup.key(group))
    sink.add(Template.noneOddsGroup.key(odds, group))
    sink.add(Template.noneFormGroup.key(form, group))
    sink.add(Template.noneGroupNext.key(group, next))
    sink.add(Template.noneInversion.key(inversion))
    sink.add(Template.noneInversionOdds.key(inversion, odds))
    sink.add(Template.noneInversionForm.key(inversion, form))
    sink.add(Template.noneOddsInversionNext.key(odds, inversion, next))
    let (auxiliaries, isNegated) = auxiliaries(site)
    sink.add(Template.noneAux.key(auxiliaries))
    sink.add(Template.noneAuxForm.key(auxiliaries, form))
    sink.add(Template.noneNeg.key(isNegated ? 1 : 0))
    if auxiliaries & 1 != 0, site.entry.form == .ed { sink.add(Template.nonePassiveNext.key(next)) }
    let quotes = quotes(site)
    sink.add(Template.noneQuotes.key(quotes))
    sink.add(Template.noneOddsQuotes.key(odds, quotes))
    let that: UInt8 =
      (site.end..<min(site.end + 7, site.stretch.upperBound)).contains { text.classes[$0] == .that } ? 1 : 0
    sink.add(Template.noneThat.key(that))
    sink.add(Template.noneOddsThat.key(odds, that))
    sink.add(Template.noneFrameThat.key(frame, that))
    sink.add(Template.nonePlace.key(UInt8(min(6, (i - site.stretch.lowerBound) / 3))))
    sink.add(Template.noneRest.key(UInt8(min(6, (site.stretch.upperBound - i) / 4))))
    var name: UInt8 = 0
    var cueBefore: UInt8 = 0
    var subordinate: UInt8 = 0
    for j in site.stretch.lowerBound..<i {
      let found = text.classes[j]
      if found == .capital || found == .pron || found == .rel { name = 1 }
      if ClassedProse.cues.has(found), prose.quotation[j] < 0 { cueBefore = 1 }
      if found == .sub { subordinate = 1 }
    }
    sink.add(Template.noneName.key(name))
    sink.add(Template.noneOddsName.key(odds, name))
    if prose.sentences[site.sentence].block <= firstParagraph { sink.add(Template.noneFirst.key(1)) }
    sink.add(Template.noneCueBefore.key(cueBefore))
    sink.add(Template.noneSubordinate.key(subordinate))
    if prose.quotation[i] >= 0 { sink.add(Template.noneShortQuote.key(1)) }
    if prose.tokens[i].isCapital { sink.add(Template.noneCapital.key(1)) }
    sink.add(Template.noneNoun.key(site.entry.isNoun ? 1 : 0))
    sink.add(Template.noneRule.key(rule.rawValue))
    let subject = subject(site.left).rawValue
    sink.add(Template.noneSubject.key(subject))
    sink.add(Template.noneSubjectOdds.key(subject, odds))
    sink.add(Template.noneSubjectFrame.key(subject, frame))
    let field = text.field.rawValue
    sink.add(Template.noneField.key(field))
    sink.add(Template.noneFieldOdds.key(field, odds))
    sink.add(Template.noneFieldFrame.key(field, frame))
    sink.add(Template.noneFieldForm.key(field, form))
    sink.add(Template.noneFieldFrameForm.key(field, frame, form))
    sink.add(Template.noneFieldRule.key(field, rule.rawValue))
    sink.add(Template.noneFieldNext.key(field, next))
    sink.add(Template.noneFieldSubject.key(field, subject))
    if isLexical { words(site, into: &sink) }
  }

  /// The auxiliaries before the verb, a bit each for be, have and modals, and whether the group is negated.
  private func auxiliaries(_ site: CueSite) -> (UInt8, Bool) {
    var found: UInt8 = 0
    var isNegated = false
    for j in site.group..<site.token {
      switch text.classes[j] {
      case .be: found |= 1
      case .have: found |= 2
      case .mod: found |= 4
      case .neg: isNegated = true
      default: break
      }
    }
    return (found, isNegated)
  }

  /// Whether a full quotation stands in the sentence before the cue, and whether any stands behind it.
  private func quotes(_ site: CueSite) -> UInt8 {
    var found: UInt8 = 0
    var j = site.stretch.lowerBound
    while j < site.stretch.upperBound {
      if prose.quotation[j] >= 0 {
        let quotation = prose.quotations[Int(prose.quotation[j])]
        if j < site.token, quotation.isFull { found |= 1 }
        if j > site.token { found |= 2 }
        j = max(j, quotation.close)
      }
      j += 1
    }
    return found
  }

  // MARK: A candidate

  /// Writes the row of a candidate of `site`.
  func candidate<Sink: FeatureSink>(_ candidate: Candidate, of site: CueSite, into sink: inout Sink) {
    start(candidate, of: site, into: &sink)
    rest(candidate, of: site, into: &sink)
  }

  /// Writes what of a candidate's row those have in common that `startsLike` finds alike.
  func start<Sink: FeatureSink>(_ candidate: Candidate, of site: CueSite, into sink: inout Sink) {
    let odds = UInt8(site.entry.strength)
    let frame = UInt8(site.entry.frame.rawValue)
    let form = UInt8(site.entry.form.rawValue)
    let field = text.field.rawValue
    let side = candidate.side(of: site.token)
    let s = side.rawValue
    let start = candidate.start.rawValue
    let a = candidate.first.lowerBound
    let first = text.classes[a].rawValue
    let inversion = site.inversion.rawValue
    let rule = candidate.rule.rawValue
    sink.add(group: Group.side.key(s)) { sink in
      sink.add(Template.bias.key())
      sink.add(Template.inversion.key(inversion, s))
      sink.add(Template.inversionOdds.key(inversion, odds, s))
    }
    sink.add(Template.start.key(start, s))
    sink.add(Template.frameStart.key(frame, start, s))
    sink.add(Template.oddsStart.key(odds, start, s))
    sink.add(Template.formStart.key(form, start, s))
    sink.add(Template.parts.key(candidate.second == nil ? 1 : 2))
    sink.add(Template.first.key(first, s))
    sink.add(Template.frameFirst.key(frame, first, s))
    sink.add(Template.beforeFirst.key(classAt(a - 1, site), first, s))
    sink.add(Template.startFirst.key(start, s, first, classBehind(a + 1)))
    let speaker = speaker(candidate.source, site)
    let (type, place, subject) = (speaker.type.rawValue, speaker.place.rawValue, speaker.subject.rawValue)
    // Both ends of the phrase; a cue's sources lie less than 2^16 tokens apart.
    let phrase = candidate.source.map { ($0.lowerBound & 0xFFFF) << 16 | ($0.upperBound & 0xFFFF) } ?? 0
    sink.add(group: Group.speaker.key(s, at: phrase)) { sink in
      sink.add(Template.source.key(type))
      sink.add(Template.sourcePlace.key(type, place))
      sink.add(Template.subject.key(subject, s))
      if let source = candidate.source {
        sink.add(Template.sourceAfter.key(classAt(source.upperBound, site), type, place, s))
      }
    }
    sink.add(Template.sourceStart.key(type, start, s))
    sink.add(Template.sourcePlaceStart.key(place, start, s))
    sink.add(Template.subjectStart.key(subject, start, s))
    sink.add(Template.inversionStart.key(inversion, start, s))
    sink.add(group: Group.rule.key(rule, s)) { sink in
      sink.add(Template.rule.key(rule))
      sink.add(Template.frameRule.key(frame, rule))
      sink.add(Template.oddsRule.key(odds, rule))
      sink.add(Template.ruleSide.key(rule, s))
      sink.add(Template.fieldRule.key(field, rule))
    }
    sink.add(Template.ruleStart.key(rule, start, s))
    sink.add(Template.fieldStart.key(field, start, s))
    sink.add(Template.fieldFrameStart.key(field, frame, start, s))
    if side == .right {
      let gap = max(0, a - site.end)
      sink.add(Template.gap.key(UInt8(min(8, gap))))
      sink.add(Template.frameGap.key(frame, UInt8(min(6, gap))))
    } else {
      let next = classAt(site.end, site)
      sink.add(Template.cueNext.key(next))
      sink.add(Template.fromStart.key(a == site.stretch.lowerBound ? 1 : 0))
      sink.add(Template.startCueNext.key(start, next))
    }
    guard isLexical else { return }
    add(&sink, .stemStart, site.stem, start)
    add(&sink, .stemFirst, site.stem, first)
    if side == .right { add(&sink, .stemGap, site.stem, UInt8(min(6, max(0, a - site.end)))) }
    add(&sink, .firstWord, WordFeature(word: a, prose), s)
  }

  /// Whether two candidates of one cue have the same in the part of their rows that `start` writes.
  @inline(__always)
  static func startsLike(_ candidate: Candidate, _ other: Candidate, of site: CueSite) -> Bool {
    candidate.start == other.start && candidate.first.lowerBound == other.first.lowerBound
      && candidate.rule == other.rule && (candidate.second == nil) == (other.second == nil)
      && candidate.source == other.source && candidate.side(of: site.token) == other.side(of: site.token)
  }

  /// Writes what `start` does not of a candidate's row.
  func rest<Sink: FeatureSink>(_ candidate: Candidate, of site: CueSite, into sink: inout Sink) {
    let frame = UInt8(site.entry.frame.rawValue)
    let field = text.field.rawValue
    let side = candidate.side(of: site.token)
    let s = side.rawValue
    let start = candidate.start.rawValue
    let end = candidate.end.rawValue
    let z = candidate.last
    let after = classBehind(z + 1)
    let after2 = classBehind(z + 2)
    let length = UInt8(min(7, Int.bitWidth - 1 - candidate.count.leadingZeroBitCount))
    sink.add(group: Group.end.key(end, s, at: z)) { sink in self.end(end, at: z, side, of: site, into: &sink) }
    sink.add(group: Group.length.key(length, s)) { sink in
      sink.add(Template.length.key(length, s))
      sink.add(Template.frameLength.key(frame, length, s))
      if isLexical { add(&sink, .stemLength, site.stem, length) }
    }
    sink.add(Template.startEnd.key(start, s, end))
    sink.add(Template.startLength.key(start, s, length))
    sink.add(Template.startAfter.key(start, s, after))
    sink.add(Template.sourceInside.key(holdsSource(candidate) ? 1 : 0, s))
    sink.add(Template.inversionStartAfter.key(site.inversion.rawValue, start, s, after))
    sink.add(Template.fieldStartEnd.key(field, start, s, end))
    if side == .right { right(candidate, site, into: &sink) } else { left(candidate, site, after, after2, into: &sink) }
  }

  /// Writes what a candidate's row has of its end alone: the label `end`, at token `z`.
  private func end<Sink: FeatureSink>(
    _ end: UInt8, at z: Int, _ side: Candidate.Side, of site: CueSite, into sink: inout Sink
  ) {
    let s = side.rawValue
    let last = text.classes[z].rawValue
    let after = classBehind(z + 1)
    sink.add(Template.end.key(end))
    sink.add(Template.frameEnd.key(UInt8(site.entry.frame.rawValue), s, end))
    sink.add(Template.oddsEnd.key(UInt8(site.entry.strength), s, end))
    sink.add(Template.formEnd.key(UInt8(site.entry.form.rawValue), s, end))
    sink.add(Template.fieldEnd.key(text.field.rawValue, s, end))
    sink.add(Template.last.key(last))
    sink.add(Template.after.key(after, s))
    sink.add(Template.after2.key(after, classBehind(z + 2)))
    sink.add(Template.lastAfter.key(last, after))
    if side == .right { sink.add(Template.toEnd.key(z + 1 >= site.contentEnd ? 1 : 0)) }
    guard isLexical else { return }
    add(&sink, .stemEnd, site.stem, end)
    if z + 1 < prose.tokens.count { add(&sink, .afterWord, WordFeature(word: z + 1, prose), s) }
  }

  private func right<Sink: FeatureSink>(_ candidate: Candidate, _ site: CueSite, into sink: inout Sink) {
    let frame = UInt8(site.entry.frame.rawValue)
    let start = candidate.start.rawValue
    let content = candidate.first
    let z = candidate.last
    let commas = UInt8(min(3, text.number(of: .commas, in: content)))
    sink.add(group: Group.commas.key(commas)) { sink in
      sink.add(Template.commas.key(commas))
      if isSubordinate(site) { sink.add(Template.subclauseCommas.key(min(2, commas))) }
    }
    sink.add(Template.startToEnd.key(start, z + 1 >= site.contentEnd ? 1 : 0))
    sink.add(Template.cueInside.key(UInt8(min(2, text.number(of: .joinedCues, in: content)))))
    let finites = UInt8(min(2, text.number(of: .finites, in: content)))
    sink.add(group: Group.finites.key(finites)) { sink in
      sink.add(Template.finite.key(finites))
      sink.add(Template.frameFinite.key(frame, finites))
    }
    sink.add(Template.startFinite.key(start, min(1, finites)))
    let balance = text.number(of: .openers, in: content) - text.number(of: .closers, in: content)
    sink.add(Template.quoteBalance.key(UInt8(max(0, min(4, balance + 2)))))
    if commas > 0 {
      var seen: UInt64 = 0
      for j in content.dropFirst() where text.classes[j] == .comma && j + 1 <= z {
        let next = text.classes[j + 1].rawValue
        if seen & 1 << UInt64(next) == 0 {
          seen |= 1 << UInt64(next)
          sink.add(Template.commaThen.key(next))
        }
      }
    }
    let subordinate = UInt8(min(2, text.number(of: .subordinators, in: content.dropFirst())))
    sink.add(Template.subordInside.key(subordinate))
  }

  private func isSubordinate(_ site: CueSite) -> Bool {
    for j in max(site.stretch.lowerBound, site.token - 8)..<site.token {
      switch text.classes[j] {
      case .sub, .as, .rel: return true
      default: break
      }
    }
    return false
  }

  private func left<Sink: FeatureSink>(
    _ candidate: Candidate, _ site: CueSite, _ after: UInt8, _ after2: UInt8, into sink: inout Sink
  ) {
    // What separates the content from the cue's clause stands behind its first part.
    let z = candidate.first.upperBound - 1
    let sep = candidate.second == nil ? after : classBehind(z + 1)
    let sep2 = candidate.second == nil ? after2 : classBehind(z + 2)
    let odds = UInt8(site.entry.strength)
    let next = classAt(site.end, site)
    let isFromStart: UInt8 = candidate.first.lowerBound == site.stretch.lowerBound ? 1 : 0
    sink.add(Template.sep.key(sep, sep2))
    sink.add(Template.distance.key(UInt8(min(8, abs(site.token - z)))))
    sink.add(Template.fromStartSep.key(isFromStart, sep))
    sink.add(Template.oddsSep.key(odds, sep))
    sink.add(Template.oddsSepNext.key(odds, sep, next))
  }

  // MARK: Sources

  /// What a source phrase looks like, where it stands, and who it denotes.
  private struct Speaker {
    var type = SourceType.none
    var place = SourcePlace.none
    var subject = SubjectKind.none
  }

  private func speaker(_ source: Range<Int>?, _ site: CueSite) -> Speaker {
    guard let source, !source.isEmpty else { return Speaker() }
    var place = SourcePlace.within
    if site.isPreposition {
      place = .none
    } else if source.upperBound <= site.token {
      let gap = site.group - source.upperBound
      place = gap <= 0 ? .left : gap <= 3 ? .leftNear : .leftFar
    } else if source.lowerBound >= site.token {
      let gap = source.lowerBound - site.end
      place = gap <= 0 ? .right : gap <= 3 ? .rightNear : .rightFar
    }
    return Speaker(type: type(of: source), place: place, subject: subject(source))
  }

  private func holdsSource(_ candidate: Candidate) -> Bool {
    guard let source = candidate.source, !source.isEmpty else { return false }
    return candidate.first.overlaps(source) || candidate.second.map { $0.overlaps(source) } ?? false
  }

  private func type(of source: Range<Int>) -> SourceType {
    switch text.classes[source.lowerBound] {
    case .pron: return CueFilter(prose: prose).isHung(source.lowerBound) ? .hung : .pronoun
    case .poss: return .possessive
    case .rel, .that: return source.count < 3 ? .relative : .relativeClause
    case .capital: return .name
    case .det: return source.contains { text.classes[$0] == .capital } ? .name : .determined
    default: return source.contains { text.classes[$0] == .capital } ? .name : .other
    }
  }

  /// Who the words of `range` denote: the most telling of their traits.
  private func subject(_ range: Range<Int>?) -> SubjectKind {
    guard let range, !range.isEmpty else { return .none }
    if range.count == 1 {
      let only = prose.tokens[range.lowerBound]
      if only.has(.he) { return .he }
      if only.traits.hasAny(.they | .we) { return .they }
      if only.has(.it) { return .it }
    }
    var found = SubjectKind.other
    for i in range.prefix(16) {
      let token = prose.tokens[i]
      if token.has(.anonymous) { return .anonymous }
      if token.has(.spokesperson) { return .spokesperson }
      if token.info.name >= 0 { found = .name }
      if found == .name { continue }
      if token.has(.title) {
        found = .title
      } else if token.traits.hasAny(.speaker | .outsider), found != .title {
        found = .speaker
      }
      guard found == .other || found == .capital else { continue }
      if token.traits.hasAny(.company | .fund) {
        found = .company
      } else if token.traits.hasAny(.newspaper | .agency | .broadcaster) {
        found = .medium
      } else if token.traits.hasAny(.government | .regulator) {
        found = .official
      } else if text.classes[i] == .capital {
        found = .capital
      }
    }
    return found
  }

  // MARK: Words

  private func words<Sink: FeatureSink>(_ site: CueSite, into sink: inout Sink) {
    let stem = site.stem
    let next = classAt(site.end, site)
    let prev = classAt(site.token - 1, site)
    add(&sink, .noneCue, WordFeature(word: site.token, prose))
    add(&sink, .noneStem, stem)
    add(&sink, .noneStemNext, stem, next)
    add(&sink, .noneStemPrev, stem, prev)
    add(&sink, .noneStemForm, stem, UInt8(site.entry.form.rawValue))
    if site.end < site.stretch.upperBound {
      let word = WordFeature(word: site.end, prose)
      add(&sink, .noneNextWord, word)
      add(&sink, .noneStemNextWord, stem, and: word)
    }
    if site.token > site.stretch.lowerBound {
      let word = WordFeature(word: site.token - 1, prose)
      add(&sink, .nonePrevWord, word)
      add(&sink, .noneStemPrevWord, stem, and: word)
    }
  }

  @inline(__always)
  func add<Sink: FeatureSink>(
    _ sink: inout Sink, _ template: WordTemplate, _ word: WordFeature, _ value: UInt8 = 0
  ) {
    sink.add(
      words: template.key(word.hash, 0, value), name: template.name(word.string(bytes), nil, value))
  }

  @inline(__always)
  func add<Sink: FeatureSink>(
    _ sink: inout Sink, _ template: WordTemplate, _ word: WordFeature, and other: WordFeature
  ) {
    sink.add(
      words: template.key(word.hash, other.hash, 0),
      name: template.name(word.string(bytes), other.string(bytes), 0))
  }

  // MARK: Classes

  /// The class of token `i`, or that outside the sentence.
  @inline(__always) func classAt(_ i: Int, _ site: CueSite) -> UInt8 {
    if i < site.stretch.lowerBound { return WordClass.sentenceStart.rawValue }
    if i >= site.stretch.upperBound { return WordClass.sentenceEnd.rawValue }
    return text.classes[i].rawValue
  }

  /// The class of token `i` behind a content, or that outside the content's sentence.
  @inline(__always) private func classBehind(_ i: Int) -> UInt8 {
    // A content over several sentences ends in another one than the cue's; a stop closes each.
    guard i < text.classes.count, i == 0 || text.classes[i - 1] != .stop else { return WordClass.sentenceEnd.rawValue }
    return text.classes[i].rawValue
  }
}
