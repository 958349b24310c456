import Stories

/// Finds who says it where the cue has no subject right before it: that of the verb that the cue depends on.
///
/// "Roe shrugged, adding that", "Roe tried to show", "Roe was left wondering", "Roe issued a statement saying".
struct GoverningSubjects {
  let text: ClassedProse
  private let phrases: SourcePhrases
  private let filter: CueFilter
  private var prose: Prose { text.prose }

  init(_ text: ClassedProse) {
    self.text = text
    phrases = SourcePhrases(prose: text.prose)
    filter = CueFilter(prose: text.prose)
  }

  /// A verb with its subject.
  struct Clause {
    var verb: Int
    var subject: Range<Int>
  }

  /// The nearest finite verb before token `i` that has a subject of its own, down to `low`; full quotations are skipped.
  func clause(before i: Int, from low: Int) -> Clause? {
    var j = i - 1
    while j >= low {
      if let quotation = prose.fullQuotation(at: j) {
        j = quotation.open - 1
        continue
      }
      guard isFinite(j) else {
        j -= 1
        continue
      }
      let group = filter.groupStart(j, from: low)
      if group > low, text.classes[group - 1] != .to, let subject = phrases.left(of: group, from: low),
        isSubject(subject), !opensWithPreposition(subject),
        subject.count > 1 || text.classes[subject.lowerBound] != .rel
      {
        return Clause(verb: j, subject: subject)
      }
      j = min(j, group) - 1
    }
    return nil
  }

  /// The first finite verb from token `i` on, up to `high`, with a subject that stands behind `i`: "Noting that …, Roe left".
  func clause(from i: Int, to high: Int) -> Clause? {
    var j = i + 1
    while j < high {
      if let quotation = prose.fullQuotation(at: j) {
        j = quotation.close + 1
        continue
      }
      if isFinite(j), let subject = phrases.left(of: filter.groupStart(j, from: i), from: i), isSubject(subject) {
        return Clause(verb: j, subject: subject)
      }
      j += 1
    }
    return nil
  }

  /// "in a calm voice", "at times": where and when, but for what a name or pronoun ends: "in the debate Roe".
  private func opensWithPreposition(_ range: Range<Int>) -> Bool {
    let last = text.classes[range.upperBound - 1]
    return text.classes[range.lowerBound] == .prep && last != .capital && last != .pron
  }

  @inline(__always) private static var auxiliaries: WordClasses { WordClass.be | .have | .mod }
  @inline(__always) private static var finiteCues: WordClasses { WordClass.cueS | .cueEd }
  @inline(__always) private static var pronouns: WordClasses { WordClass.pron | .rel | .adv }

  /// Whether token `i` is a finite verb and no noun of the same form: a base form needs a plural or a pronoun before it.
  private func isFinite(_ i: Int) -> Bool {
    let token = prose.tokens[i]
    guard token.isWord, token.info.name < 0,
      prose.isFinite(i) || GoverningSubjects.finiteCues.has(text.classes[i]) || isPast(i)
    else {
      return false
    }
    guard token.has(.infinitive), !GoverningSubjects.auxiliaries.has(text.classes[i]) else { return true }
    return i > 0
      && (GoverningSubjects.pronouns.has(text.classes[i - 1]) || prose.bytes(i - 1).last == UInt8(ascii: "s"))
  }

  @inline(__always) private static var pastSubjects: WordClasses {
    WordClass.capital | .word | .pron | .rel | .adv
  }

  /// Whether token `i` is the past of a verb that attributes now and then, and no participle ("backed by").
  private func isPast(_ i: Int) -> Bool {
    text.classes[i] == .word && prose.tokens[i].cue.isCue && prose.tokens[i].cue.form == .ed && i > 0
      && GoverningSubjects.pastSubjects.has(text.classes[i - 1])
      && !(i + 1 < prose.tokens.count && prose.tokens[i + 1].has(.by))
  }

  @inline(__always) private static var openers: WordClasses {
    WordClass.sub | .as | .and | .but | .prep | .of | .abt | .adv
  }
  @inline(__always) private static var noOpeners: WordClasses {
    WordClass.be | .have | .mod | .neg | .to | .that | .wh
  }
  @inline(__always) private static var noClosers: WordClasses {
    WordClass.prep | .of | .abt | .to | .be | .have | .mod | .neg
  }

  /// Whether the words of `range` can be a subject: behind a preposition or conjunction, no verb begins them, no article or
  /// preposition ends them.
  func isSubject(_ range: Range<Int>) -> Bool {
    let last = range.upperBound - 1
    // "spoke out after Roe [said]": the subject begins behind the conjunction.
    let low = range.last { text.classes[$0] == .sub } ?? range.lowerBound
    guard
      let first = (low...last).first(where: {
        !GoverningSubjects.openers.has(text.classes[$0]) && !prose.tokens[$0].has(.example)
      }), !GoverningSubjects.noOpeners.has(text.classes[first]), !GoverningSubjects.noClosers.has(text.classes[last])
    else { return false }
    let opening = prose.tokens[first]
    if !opening.isCapital, opening.traits.hasAny(.participle | .gerund) { return false }
    // "the", "a", "other": the noun is the cue.
    return first < last || text.classes[last] != .det || !isBare(last)
  }

  /// Whether the determiner at token `i` needs a noun: "the", "other"; "some" and "many" stand by themselves.
  private func isBare(_ i: Int) -> Bool {
    !prose.tokens[i].has(.determiner) || prose.isIn(.bareDeterminer, i)
  }

  /// Whether `phrase`, which stands before the cue of `site`, is not its subject: a verb governs it, or the cue tells what a
  /// statement says.
  func isGoverned(_ phrase: Range<Int>, _ site: CueSite) -> Bool {
    if isPossessor(phrase) { return false }
    // "a poll on Wednesday showed": when it was goes between.
    if phrase.upperBound >= site.group, !isSubject(phrase) { return true }
    var before = phrase.lowerBound - 1
    while before >= site.stretch.lowerBound, text.classes[before] == .adv || text.classes[before] == .neg {
      before -= 1
    }
    guard before >= site.stretch.lowerBound else { return false }
    if GoverningSubjects.auxiliaries.has(text.classes[before]) { return !holdsAnother(phrase) }
    // "issued a statement saying": who issued it says so.
    return site.entry.form == .ing && phrase.upperBound == site.group
      && prose.tokens[phrase].contains { $0.has(.utterance) }
      && (isFinite(before) || text.classes[before] == .prep)
  }

  /// Whether whoever has the cue's noun is in the words of `phrase`: "Roe's false [claims]", "their [hopes]".
  private func isPossessor(_ phrase: Range<Int>) -> Bool {
    (phrase.lowerBound..<min(phrase.upperBound + 1, prose.tokens.count)).contains {
      text.classes[$0] == .poss || text.classes[$0] == .be && !prose.tokens[$0].shape.contains(.spaced)
    }
  }

  /// Whether a second noun phrase begins in `phrase`, which has a verb behind it: "is a plan the board [could back]".
  private func holdsAnother(_ phrase: Range<Int>) -> Bool {
    phrase.dropFirst().contains {
      (text.classes[$0] == .det || text.classes[$0] == .pron)
        && (text.classes[$0 - 1] == .word || text.classes[$0 - 1] == .capital)
    }
  }
}
