import Stories

/// Takes the features of a row.
protocol FeatureSink {
  mutating func add(_ key: UInt64)
  /// A feature of words; `name` is only made when asked for.
  mutating func add(words key: UInt64, name: @autoclosure () -> String)
  /// The features of a bundle for its values; by itself, one by one.
  mutating func add(_ bundle: Bundle, _ a: Int, _ b: Int, _ c: Int, _ d: Int)
}

extension FeatureSink {
  @inline(__always) mutating func add(_ bundle: Bundle, _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
    bundle.write(a, b, c, d, into: &self)
  }
  @inline(__always) mutating func add(_ bundle: Bundle, _ a: Int) { add(bundle, a, 0, 0, 0) }
  @inline(__always) mutating func add(_ bundle: Bundle, _ a: Int, _ b: Int) { add(bundle, a, b, 0, 0) }
  @inline(__always) mutating func add(_ bundle: Bundle, _ a: Int, _ b: Int, _ c: Int) { add(bundle, a, b, c, 0) }
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
    let cue = site.entry.kind
    let odds = site.entry.strength
    let form = Int(site.entry.form.rawValue)
    let field = Int(text.field.rawValue)
    let prev = Int(classAt(i - 1, site))
    let next = Int(classAt(site.end, site))
    let group = Int(classAt(site.group - 1, site))
    let inversion = Int(site.inversion.rawValue)
    sink.add(.noneCue, cue, field)
    sink.add(.noneBetween, prev, next)
    sink.add(.noneBefore, Int(classAt(i - 2, site)), prev)
    sink.add(.noneBehind, next, Int(classAt(site.end + 1, site)))
    sink.add(.noneCueBefore, cue, prev)
    sink.add(.noneCueBehind, cue, next)
    sink.add(.noneCueGroup, cue, group)
    sink.add(.noneGroupBehind, group, next)
    sink.add(.noneInversion, cue, inversion)
    sink.add(.noneInversionBehind, odds, inversion, next)
    let (auxiliaries, isNegated) = auxiliaries(site)
    sink.add(.noneAuxiliaries, Int(auxiliaries), form, isNegated ? 1 : 0)
    if auxiliaries & 1 != 0, site.entry.form == .ed { sink.add(Template.nonePassiveNext.key(UInt8(next))) }
    let that = (site.end..<min(site.end + 7, site.stretch.upperBound)).contains { text.classes[$0] == .that }
    sink.add(.noneQuotes, cue, Int(quotes(site)), that ? 1 : 0)
    sink.add(.nonePlace, min(6, (i - site.stretch.lowerBound) / 3), min(6, (site.stretch.upperBound - i) / 4))
    sink.add(.noneMarks, Int(marks(site).rawValue), odds)
    sink.add(.noneRule, Int(rule.rawValue), field)
    let subject = Int(subject(site.left).rawValue)
    sink.add(.noneSubject, cue, subject)
    sink.add(.noneFieldBehind, field, next)
    sink.add(.noneFieldSubject, field, subject)
    if isLexical { words(site, into: &sink) }
  }

  /// What the sentence shows of the cue and of what stands before it.
  private func marks(_ site: CueSite) -> Bundle.Marks {
    let i = site.token
    var marks: Bundle.Marks = []
    for j in site.stretch.lowerBound..<i {
      let found = text.classes[j]
      if found == .capital || found == .pron || found == .rel { marks.insert(.name) }
      if ClassedProse.cues.has(found), prose.quotation[j] < 0 { marks.insert(.cueBefore) }
      if found == .sub { marks.insert(.subordinate) }
    }
    if prose.sentences[site.sentence].block <= firstParagraph { marks.insert(.isFirst) }
    if prose.quotation[i] >= 0 { marks.insert(.inQuotation) }
    if prose.tokens[i].isCapital { marks.insert(.isCapital) }
    if site.entry.isNoun { marks.insert(.isNoun) }
    return marks
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
    start(candidate, of: site, by: speaker(candidate.source, site), into: &sink)
    rest(candidate, of: site, into: &sink)
  }

  /// Writes what of a candidate's row those have in common that `startsLike` finds alike.
  ///
  /// `speaker` is what its source looks like.
  func start<Sink: FeatureSink>(
    _ candidate: Candidate, of site: CueSite, by speaker: Speaker, into sink: inout Sink
  ) {
    let odds = site.entry.strength
    let frame = Int(site.entry.frame.rawValue)
    let field = Int(text.field.rawValue)
    let side = candidate.side(of: site.token)
    let s = Int(side.rawValue)
    let start = candidate.start.place
    let a = candidate.first.lowerBound
    let first = text.classes[a].rawValue
    let inversion = Int(site.inversion.rawValue)
    let rule = Int(candidate.rule.rawValue)
    sink.add(.side, inversion, odds, s, candidate.second == nil ? 0 : 1)
    sink.add(.startFrame, start, frame, field, s)
    sink.add(.startForm, start, odds, Int(site.entry.form.rawValue), s)
    sink.add(.first, Int(first), frame, s)
    sink.add(.beforeFirst, Int(classAt(a - 1, site)), Int(first), s)
    sink.add(Template.startFirst.key(candidate.start.rawValue, side.rawValue, first, classBehind(a + 1)))
    let (source, place, subject) = (
      Int(speaker.type.rawValue), Int(speaker.place.rawValue), Int(speaker.subject.rawValue)
    )
    sink.add(.source, source, place, subject, s)
    if let phrase = candidate.source {
      sink.add(.sourceAfter, Int(classAt(phrase.upperBound, site)), source, place, s)
    }
    sink.add(.startSource, start, source, place, s)
    sink.add(.startSubject, start, subject, s)
    sink.add(.startTurned, start, inversion, rule, s)
    sink.add(.rule, rule * 4 + field, odds, frame, s)
    if side == .right {
      sink.add(.gap, frame, min(8, max(0, a - site.end)))
    } else {
      sink.add(.startCueNext, start, Int(classAt(site.end, site)), a == site.stretch.lowerBound ? 1 : 0)
    }
    guard isLexical else { return }
    add(&sink, .stemStart, site.stem, candidate.start.rawValue)
    add(&sink, .stemFirst, site.stem, first)
    if side == .right { add(&sink, .stemGap, site.stem, UInt8(min(6, max(0, a - site.end)))) }
    add(&sink, .firstWord, WordFeature(word: a, prose), side.rawValue)
  }

  /// Whether two candidates of one cue have the same in the part of their rows that `start` writes.
  @inline(__always)
  static func startsLike(_ candidate: Candidate, _ other: Candidate, of site: CueSite) -> Bool {
    candidate.start == other.start && candidate.first.lowerBound == other.first.lowerBound
      && candidate.rule == other.rule && (candidate.second == nil) == (other.second == nil)
      && candidate.hasSource(of: other) && candidate.side(of: site.token) == other.side(of: site.token)
  }

  /// Writes what `start` does not of a candidate's row.
  func rest<Sink: FeatureSink>(_ candidate: Candidate, of site: CueSite, into sink: inout Sink) {
    let frame = Int(site.entry.frame.rawValue)
    let field = text.field.rawValue
    let side = candidate.side(of: site.token)
    let s = Int(side.rawValue)
    let (start, end) = (candidate.start, candidate.end)
    let z = candidate.last
    let last = Int(text.classes[z].rawValue)
    let after = Int(classBehind(z + 1))
    let after2 = Int(classBehind(z + 2))
    let length = min(7, Int.bitWidth - 1 - candidate.count.leadingZeroBitCount)
    sink.add(.endFrame, end.place, frame, Int(field), s)
    sink.add(.endForm, end.place, site.entry.strength, Int(site.entry.form.rawValue), s)
    sink.add(.last, last, after, s)
    sink.add(.behindLast, after, after2)
    sink.add(.length, length, frame, s)
    sink.add(Template.startEnd.key(start.rawValue, side.rawValue, end.rawValue))
    sink.add(Template.fieldStartEnd.key(field, start.rawValue, side.rawValue, end.rawValue))
    sink.add(.startLength, start.place, length, holdsSource(candidate) ? 1 : 0, s)
    sink.add(.startAfter, start.place, Int(site.inversion.rawValue), after, s)
    if side == .right { right(candidate, site, into: &sink) } else { left(candidate, site, after, after2, into: &sink) }
    guard isLexical else { return }
    add(&sink, .stemEnd, site.stem, end.rawValue)
    add(&sink, .stemLength, site.stem, UInt8(length))
    if z + 1 < prose.tokens.count { add(&sink, .afterWord, WordFeature(word: z + 1, prose), side.rawValue) }
  }

  private func right<Sink: FeatureSink>(_ candidate: Candidate, _ site: CueSite, into sink: inout Sink) {
    let content = candidate.first
    let z = candidate.last
    let numbers = text.numbers(in: content)
    let commas = min(3, numbers[.commas])
    sink.add(.commas, commas, site.isSubordinate ? 1 : 0)
    let finites = min(2, numbers[.finites])
    sink.add(.startToEnd, candidate.start.place, z + 1 >= site.contentEnd ? 1 : 0, min(1, finites))
    let balance = numbers[.openers] - numbers[.closers]
    let subordinate = min(2, text.number(of: .subordinators, in: content.dropFirst()))
    sink.add(
      .inside, finites, Int(site.entry.frame.rawValue), min(2, numbers[.joinedCues]),
      max(0, min(4, balance + 2)) * 3 + subordinate)
    // None stands behind the last of them.
    var left = numbers[.commas]
    var seen = WordClasses()
    for j in content {
      if left == 0 { return }
      guard text.classes[j] == .comma else { continue }
      left -= 1
      guard j > content.lowerBound, j + 1 <= z else { continue }
      let next = text.classes[j + 1]
      if seen.has(next) { continue }
      seen.insert(WordClasses(next))
      sink.add(.commaThen, Int(next.rawValue))
    }
  }

  private func left<Sink: FeatureSink>(
    _ candidate: Candidate, _ site: CueSite, _ after: Int, _ after2: Int, into sink: inout Sink
  ) {
    // What separates the content from the cue's clause stands behind its first part.
    let z = candidate.first.upperBound - 1
    let sep = candidate.second == nil ? after : Int(classBehind(z + 1))
    let sep2 = candidate.second == nil ? after2 : Int(classBehind(z + 2))
    let odds = site.entry.strength
    let next = Int(classAt(site.end, site))
    let isFromStart = candidate.first.lowerBound == site.stretch.lowerBound
    sink.add(.separator, sep, sep2)
    sink.add(.distance, min(8, abs(site.token - z)))
    sink.add(.oddsSeparator, odds, sep, isFromStart ? 1 : 0)
    sink.add(.oddsSeparatorNext, odds, sep, next)
  }

  // MARK: Sources

  /// What a source phrase looks like, where it stands, and who it denotes.
  struct Speaker {
    var type = SourceType.none
    var place = SourcePlace.none
    var subject = SubjectKind.none
  }

  func speaker(_ source: Range<Int>?, _ site: CueSite) -> Speaker {
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
    func overlaps(_ part: Range<Int>) -> Bool {
      part.lowerBound < source.upperBound && source.lowerBound < part.upperBound
    }
    return overlaps(candidate.first) || candidate.second.map(overlaps) ?? false
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
