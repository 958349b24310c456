import Stories

/// Features of the choice that depend on the same few values, each of which has few: what they weigh together is looked up
/// at once.
///
/// A row has some sixty features, and most of them say in one way after the other what the same cue, class or label tells. The
/// sums of a bundle for all of its values are a table that is made when the model is; only what has too many values, or words,
/// is looked up by itself.
enum Bundle: UInt8, CaseIterable {
  // For none of the candidates.
  case noneCue, noneBetween, noneBefore, noneBehind, noneCueBefore, noneCueBehind, noneCueGroup, noneGroupBehind
  case noneInversion, noneInversionBehind, noneAuxiliaries, noneQuotes, nonePlace, noneMarks, noneRule
  case noneSubject, noneFieldBehind, noneFieldSubject
  // What a candidate's row has of its start.
  case side, startFrame, startForm, first, beforeFirst, startTurned, startSource, startSubject, source, sourceAfter
  case rule, gap, startCueNext
  // What it has of its end, and of both.
  case endFrame, endForm, last, behindLast, length, startLength, startAfter, commas, startToEnd, inside, commaThen
  case separator, distance, oddsSeparator, oddsSeparatorNext
  // Before any candidate.
  case gateCue, gateBefore, gateBetween, gateBehind, gateCueBefore, gateCueBehind, gateFormGroup, gateGroupBehind
  case gateQuotes, gatePlace

  /// Whether the gate uses it, not the choice.
  var isGate: Bool { rawValue >= Bundle.gateCue.rawValue }

  /// How many values each of the places of a bundle has; 1 for one that it has not.
  @inline(__always) var sizes: (Int, Int, Int, Int) {
    let cues = Bundle.cues
    let frames = Bundle.frames
    let forms = Bundle.forms
    let odds = Bundle.odds
    let classes = Bundle.classes
    let labels = Bundle.labels
    let sides = Bundle.sides
    let fields = Bundle.fields
    let rules = Bundle.rules
    let inversions = Bundle.inversions
    switch self {
    case .noneCue, .gateCue: return (cues, fields, 1, 1)
    case .noneBetween, .noneBefore, .noneBehind, .noneGroupBehind, .behindLast, .gateBefore, .gateBetween, .gateBehind,
      .gateGroupBehind:
      return (classes, classes, 1, 1)
    case .noneCueBefore, .noneCueBehind, .noneCueGroup, .gateCueBefore, .gateCueBehind: return (cues, classes, 1, 1)
    case .noneInversion: return (cues, inversions, 1, 1)
    case .noneInversionBehind: return (odds, inversions, classes, 1)
    case .noneAuxiliaries: return (8, forms, 2, 1)
    case .noneQuotes: return (cues, 4, 2, 1)
    case .nonePlace, .gatePlace: return (7, 7, 1, 1)
    case .noneMarks: return (128, odds, 1, 1)
    case .noneRule: return (rules, fields, 1, 1)
    case .noneSubject: return (cues, Bundle.subjects, 1, 1)
    case .noneFieldBehind: return (fields, classes, 1, 1)
    case .noneFieldSubject: return (fields, Bundle.subjects, 1, 1)
    case .side: return (inversions, odds, sides, 2)
    case .startFrame, .endFrame: return (labels, frames, fields, sides)
    case .startForm, .endForm: return (labels, odds, forms, sides)
    case .first: return (classes, frames, sides, 1)
    case .beforeFirst, .last: return (classes, classes, sides, 1)
    case .startTurned: return (labels, inversions, rules, sides)
    case .startSource: return (labels, Bundle.sources, Bundle.places, sides)
    case .startSubject: return (labels, Bundle.subjects, sides, 1)
    case .source: return (Bundle.sources, Bundle.places, Bundle.subjects, sides)
    case .sourceAfter: return (classes, Bundle.sources, Bundle.places, sides)
    case .rule: return (rules * fields, odds, frames, sides)
    case .gap: return (frames, 9, 1, 1)
    case .startCueNext: return (labels, classes, 2, 1)
    case .length: return (8, frames, sides, 1)
    case .startLength: return (labels, 8, 2, sides)
    case .startAfter: return (labels, inversions, classes, sides)
    case .commas: return (4, 2, 1, 1)
    case .startToEnd: return (labels, 2, 2, 1)
    case .inside: return (3, frames, 3, 15)
    case .commaThen: return (classes, 1, 1, 1)
    case .separator: return (classes, classes, 1, 1)
    case .distance: return (9, 1, 1, 1)
    case .oddsSeparator: return (odds, classes, 2, 1)
    case .oddsSeparatorNext: return (odds, classes, classes, 1)
    case .gateFormGroup: return (forms, classes, 1, 1)
    case .gateQuotes: return (odds, 4, 2, 1)
    }
  }

  // The bits of a cue's entry that tell its frame, its strength and its form.
  static let cues = 256
  private static let frames = 8
  private static let forms = 4
  private static let odds = 8
  private static let classes = 41
  private static let labels = Candidate.Label.placeCount
  private static let sides = 3
  private static let fields = 4
  private static let rules = 11
  private static let inversions = 4
  private static let subjects = 14
  private static let sources = 9
  private static let places = 8

  /// How many sums there are of the bundle.
  var size: Int { sizes.0 * sizes.1 * sizes.2 * sizes.3 }

  /// The number of the sum for its values.
  @inline(__always) func index(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> Int {
    let sizes = sizes
    return ((a * sizes.1 + b) * sizes.2 + c) * sizes.3 + d
  }

  /// Writes the features of the bundle for its values into `sink`, one by one.
  @inline(__always)
  func write<Sink: FeatureSink>(_ a: Int, _ b: Int, _ c: Int, _ d: Int, into sink: inout Sink) {
    switch self {
    case .noneCue: writeNoneCue(Cue(a), UInt8(b), &sink)
    case .noneBetween:
      sink.add(Template.nonePrev.key(UInt8(a)))
      sink.add(Template.noneNext.key(UInt8(b)))
      sink.add(Template.nonePrevNext.key(UInt8(a), UInt8(b)))
    case .noneBefore:
      sink.add(Template.nonePrev2.key(UInt8(a)))
      sink.add(Template.nonePrev2Prev.key(UInt8(a), UInt8(b)))
    case .noneBehind:
      sink.add(Template.noneNext2.key(UInt8(b)))
      sink.add(Template.noneNextNext2.key(UInt8(a), UInt8(b)))
    case .noneCueBefore:
      let cue = Cue(a)
      sink.add(Template.noneOddsPrev.key(cue.odds, UInt8(b)))
      sink.add(Template.noneFramePrev.key(cue.frame, UInt8(b)))
      sink.add(Template.noneFormPrev.key(cue.form, UInt8(b)))
      sink.add(Template.noneOddsFormPrev.key(cue.odds, cue.form, UInt8(b)))
    case .noneCueBehind:
      let cue = Cue(a)
      sink.add(Template.noneOddsNext.key(cue.odds, UInt8(b)))
      sink.add(Template.noneFrameNext.key(cue.frame, UInt8(b)))
      sink.add(Template.noneFormNext.key(cue.form, UInt8(b)))
      sink.add(Template.noneFormFrameNext.key(cue.form, cue.frame, UInt8(b)))
    case .noneCueGroup:
      let cue = Cue(a)
      sink.add(Template.noneGroup.key(UInt8(b)))
      sink.add(Template.noneOddsGroup.key(cue.odds, UInt8(b)))
      sink.add(Template.noneFormGroup.key(cue.form, UInt8(b)))
    case .noneGroupBehind: sink.add(Template.noneGroupNext.key(UInt8(a), UInt8(b)))
    case .noneInversion:
      let cue = Cue(a)
      sink.add(Template.noneInversion.key(UInt8(b)))
      sink.add(Template.noneInversionOdds.key(UInt8(b), cue.odds))
      sink.add(Template.noneInversionForm.key(UInt8(b), cue.form))
    case .noneInversionBehind: sink.add(Template.noneOddsInversionNext.key(UInt8(a), UInt8(b), UInt8(c)))
    case .noneAuxiliaries:
      sink.add(Template.noneAux.key(UInt8(a)))
      sink.add(Template.noneAuxForm.key(UInt8(a), UInt8(b)))
      sink.add(Template.noneNeg.key(UInt8(c)))
    case .noneQuotes:
      let cue = Cue(a)
      sink.add(Template.noneQuotes.key(UInt8(b)))
      sink.add(Template.noneOddsQuotes.key(cue.odds, UInt8(b)))
      sink.add(Template.noneThat.key(UInt8(c)))
      sink.add(Template.noneOddsThat.key(cue.odds, UInt8(c)))
      sink.add(Template.noneFrameThat.key(cue.frame, UInt8(c)))
    case .nonePlace:
      sink.add(Template.nonePlace.key(UInt8(a)))
      sink.add(Template.noneRest.key(UInt8(b)))
    case .noneMarks: writeNoneMarks(Marks(rawValue: UInt8(a)), UInt8(b), &sink)
    case .noneRule:
      sink.add(Template.noneRule.key(UInt8(a)))
      sink.add(Template.noneFieldRule.key(UInt8(b), UInt8(a)))
    case .noneSubject:
      let cue = Cue(a)
      sink.add(Template.noneSubject.key(UInt8(b)))
      sink.add(Template.noneSubjectOdds.key(UInt8(b), cue.odds))
      sink.add(Template.noneSubjectFrame.key(UInt8(b), cue.frame))
    case .noneFieldBehind: sink.add(Template.noneFieldNext.key(UInt8(a), UInt8(b)))
    case .noneFieldSubject: sink.add(Template.noneFieldSubject.key(UInt8(a), UInt8(b)))
    default: writeStart(a, b, c, d, into: &sink)
    }
  }

  @inline(__always)
  private func writeStart<Sink: FeatureSink>(_ a: Int, _ b: Int, _ c: Int, _ d: Int, into sink: inout Sink) {
    switch self {
    case .side:
      let (inversion, odds, side) = (UInt8(a), UInt8(b), UInt8(c))
      sink.add(Template.bias.key())
      sink.add(Template.inversion.key(inversion, side))
      sink.add(Template.inversionOdds.key(inversion, odds, side))
      sink.add(Template.parts.key(UInt8(d + 1)))
    case .startFrame:
      let (start, frame, field, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.start.key(start, side))
      sink.add(Template.frameStart.key(frame, start, side))
      sink.add(Template.fieldStart.key(field, start, side))
      sink.add(Template.fieldFrameStart.key(field, frame, start, side))
    case .startForm:
      let (start, odds, form, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.oddsStart.key(odds, start, side))
      sink.add(Template.formStart.key(form, start, side))
    case .first:
      sink.add(Template.first.key(UInt8(a), UInt8(c)))
      sink.add(Template.frameFirst.key(UInt8(b), UInt8(a), UInt8(c)))
    case .beforeFirst: sink.add(Template.beforeFirst.key(UInt8(a), UInt8(b), UInt8(c)))
    case .startTurned:
      let (start, inversion, rule, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.inversionStart.key(inversion, start, side))
      sink.add(Template.ruleStart.key(rule, start, side))
    case .startSource:
      let (start, source, place, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.sourceStart.key(source, start, side))
      sink.add(Template.sourcePlaceStart.key(place, start, side))
    case .startSubject: sink.add(Template.subjectStart.key(UInt8(b), Bundle.label(a), UInt8(c)))
    case .source:
      let (source, place, subject, side) = (UInt8(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.source.key(source))
      sink.add(Template.sourcePlace.key(source, place))
      sink.add(Template.subject.key(subject, side))
    case .sourceAfter: sink.add(Template.sourceAfter.key(UInt8(a), UInt8(b), UInt8(c), UInt8(d)))
    case .rule:
      let (rule, field) = (UInt8(a / Bundle.fields), UInt8(a % Bundle.fields))
      let (odds, frame, side) = (UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.rule.key(rule))
      sink.add(Template.frameRule.key(frame, rule))
      sink.add(Template.oddsRule.key(odds, rule))
      sink.add(Template.ruleSide.key(rule, side))
      sink.add(Template.fieldRule.key(field, rule))
    case .gap:
      sink.add(Template.gap.key(UInt8(b)))
      sink.add(Template.frameGap.key(UInt8(a), UInt8(min(6, b))))
    case .startCueNext:
      let (start, next) = (Bundle.label(a), UInt8(b))
      sink.add(Template.cueNext.key(next))
      sink.add(Template.fromStart.key(UInt8(c)))
      sink.add(Template.startCueNext.key(start, next))
    default: writeEnd(a, b, c, d, into: &sink)
    }
  }

  @inline(__always)
  private func writeEnd<Sink: FeatureSink>(_ a: Int, _ b: Int, _ c: Int, _ d: Int, into sink: inout Sink) {
    switch self {
    case .endFrame:
      let (end, frame, field, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.end.key(end))
      sink.add(Template.frameEnd.key(frame, side, end))
      sink.add(Template.fieldEnd.key(field, side, end))
    case .endForm:
      let (end, odds, form, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.oddsEnd.key(odds, side, end))
      sink.add(Template.formEnd.key(form, side, end))
    case .last:
      let (last, after, side) = (UInt8(a), UInt8(b), UInt8(c))
      sink.add(Template.last.key(last))
      sink.add(Template.after.key(after, side))
      sink.add(Template.lastAfter.key(last, after))
    case .behindLast: sink.add(Template.after2.key(UInt8(a), UInt8(b)))
    case .length:
      sink.add(Template.length.key(UInt8(a), UInt8(c)))
      sink.add(Template.frameLength.key(UInt8(b), UInt8(a), UInt8(c)))
    case .startLength:
      sink.add(Template.startLength.key(Bundle.label(a), UInt8(d), UInt8(b)))
      sink.add(Template.sourceInside.key(UInt8(c), UInt8(d)))
    case .startAfter:
      let (start, inversion, after, side) = (Bundle.label(a), UInt8(b), UInt8(c), UInt8(d))
      sink.add(Template.startAfter.key(start, side, after))
      sink.add(Template.inversionStartAfter.key(inversion, start, side, after))
    case .commas:
      sink.add(Template.commas.key(UInt8(a)))
      if b == 1 { sink.add(Template.subclauseCommas.key(UInt8(min(2, a)))) }
    case .startToEnd:
      let (start, toEnd, finite) = (Bundle.label(a), UInt8(b), UInt8(c))
      sink.add(Template.toEnd.key(toEnd))
      sink.add(Template.startToEnd.key(start, toEnd))
      sink.add(Template.startFinite.key(start, finite))
    case .inside:
      sink.add(Template.cueInside.key(UInt8(c)))
      sink.add(Template.finite.key(UInt8(a)))
      sink.add(Template.frameFinite.key(UInt8(b), UInt8(a)))
      sink.add(Template.quoteBalance.key(UInt8(d / 3)))
      sink.add(Template.subordInside.key(UInt8(d % 3)))
    case .commaThen: sink.add(Template.commaThen.key(UInt8(a)))
    case .separator: sink.add(Template.sep.key(UInt8(a), UInt8(b)))
    case .distance: sink.add(Template.distance.key(UInt8(a)))
    case .oddsSeparator:
      sink.add(Template.fromStartSep.key(UInt8(c), UInt8(b)))
      sink.add(Template.oddsSep.key(UInt8(a), UInt8(b)))
    case .oddsSeparatorNext: sink.add(Template.oddsSepNext.key(UInt8(a), UInt8(b), UInt8(c)))
    default: writeGate(a, b, c, into: &sink)
    }
  }

  @inline(__always)
  private func writeGate<Sink: FeatureSink>(_ a: Int, _ b: Int, _ c: Int, into sink: inout Sink) {
    switch self {
    case .gateCue:
      let cue = Cue(a)
      sink.add(Template.gateBias.key())
      sink.add(Template.gateOddsForm.key(cue.odds, cue.form))
      sink.add(Template.gateOddsFrameForm.key(cue.odds, cue.frame, cue.form))
      sink.add(Template.gateFieldOddsForm.key(UInt8(b), cue.odds, cue.form))
    case .gateBefore: sink.add(Template.gatePrev2Prev.key(UInt8(a), UInt8(b)))
    case .gateBetween: sink.add(Template.gatePrevNext.key(UInt8(a), UInt8(b)))
    case .gateBehind: sink.add(Template.gateNextNext2.key(UInt8(a), UInt8(b)))
    case .gateCueBefore: sink.add(Template.gateOddsFormPrev.key(Cue(a).odds, Cue(a).form, UInt8(b)))
    case .gateCueBehind:
      let cue = Cue(a)
      sink.add(Template.gateOddsFormNext.key(cue.odds, cue.form, UInt8(b)))
      sink.add(Template.gateFrameFormNext.key(cue.frame, cue.form, UInt8(b)))
    case .gateFormGroup: sink.add(Template.gateFormGroup.key(UInt8(a), UInt8(b)))
    case .gateGroupBehind: sink.add(Template.gateGroupNext.key(UInt8(a), UInt8(b)))
    case .gateQuotes:
      sink.add(Template.gateQuotes.key(UInt8(b)))
      sink.add(Template.gateOddsQuotes.key(UInt8(a), UInt8(b)))
      sink.add(Template.gateOddsThat.key(UInt8(a), UInt8(c)))
    case .gatePlace:
      sink.add(Template.gatePlace.key(UInt8(a)))
      sink.add(Template.gateRest.key(UInt8(b)))
    default: preconditionFailure("a bundle without features")
    }
  }

  private func writeNoneCue<Sink: FeatureSink>(_ cue: Cue, _ field: UInt8, _ sink: inout Sink) {
    sink.add(Template.noneBias.key())
    sink.add(Template.noneOdds.key(cue.odds))
    sink.add(Template.noneFrame.key(cue.frame))
    sink.add(Template.noneForm.key(cue.form))
    sink.add(Template.noneOddsFrame.key(cue.odds, cue.frame))
    sink.add(Template.noneOddsForm.key(cue.odds, cue.form))
    sink.add(Template.noneFrameForm.key(cue.frame, cue.form))
    sink.add(Template.noneOddsFrameForm.key(cue.odds, cue.frame, cue.form))
    sink.add(Template.noneField.key(field))
    sink.add(Template.noneFieldOdds.key(field, cue.odds))
    sink.add(Template.noneFieldFrame.key(field, cue.frame))
    sink.add(Template.noneFieldForm.key(field, cue.form))
    sink.add(Template.noneFieldFrameForm.key(field, cue.frame, cue.form))
  }

  private func writeNoneMarks<Sink: FeatureSink>(_ marks: Marks, _ odds: UInt8, _ sink: inout Sink) {
    func one(_ mark: Marks) -> UInt8 { marks.contains(mark) ? 1 : 0 }
    sink.add(Template.noneName.key(one(.name)))
    sink.add(Template.noneOddsName.key(odds, one(.name)))
    if marks.contains(.isFirst) { sink.add(Template.noneFirst.key(1)) }
    sink.add(Template.noneCueBefore.key(one(.cueBefore)))
    sink.add(Template.noneSubordinate.key(one(.subordinate)))
    if marks.contains(.inQuotation) { sink.add(Template.noneShortQuote.key(1)) }
    if marks.contains(.isCapital) { sink.add(Template.noneCapital.key(1)) }
    sink.add(Template.noneNoun.key(one(.isNoun)))
  }

  /// What a cue's sentence shows at a first look.
  struct Marks: OptionSet {
    let rawValue: UInt8
    /// Before the cue stands a name or pronoun, another cue, a subordinator.
    static let name = Marks(rawValue: 1)
    static let cueBefore = Marks(rawValue: 2)
    static let subordinate = Marks(rawValue: 4)
    /// The sentence stands in the first paragraph.
    static let isFirst = Marks(rawValue: 8)
    /// The cue stands in quotation marks, has a capital, is a noun.
    static let inQuotation = Marks(rawValue: 16)
    static let isCapital = Marks(rawValue: 32)
    static let isNoun = Marks(rawValue: 64)
  }

  /// A cue's frame, strength and form, out of the low bits of its entry.
  private struct Cue {
    let odds: UInt8
    let frame: UInt8
    let form: UInt8

    init(_ bits: Int) {
      let entry = CueEntry(bits: UInt16(bits))
      odds = UInt8(entry.strength)
      frame = UInt8(entry.frame.rawValue)
      form = UInt8(entry.form.rawValue)
    }
  }

  private static func label(_ place: Int) -> UInt8 { Candidate.Label(place: place).rawValue }
}

/// The sums of all bundles for one set of weights.
struct BundleSums: Sendable {
  /// In thousandths, those of a bundle one after the other.
  let sums: Column<Int16>
  /// Where those of each bundle begin.
  let starts: Column<UInt32>

  /// Adds up the bundles that are `used`; the others have no sums.
  ///
  /// `nil` if one is out of all proportion.
  init?(_ weights: Weights, _ used: (Bundle) -> Bool) {
    var sums: [Int16] = []
    var starts: [UInt32] = []
    for bundle in Bundle.allCases {
      starts.append(UInt32(sums.count))
      guard used(bundle) else { continue }
      let sizes = bundle.sizes
      for a in 0..<sizes.0 {
        for b in 0..<sizes.1 {
          for c in 0..<sizes.2 {
            for d in 0..<sizes.3 {
              let units = weights.withSum { empty in
                var sum = empty
                bundle.write(a, b, c, d, into: &sum)
                return sum.units
              }
              guard let small = Int16(exactly: units) else { return nil }
              sums.append(small)
            }
          }
        }
      }
    }
    self.sums = Column(sums)
    self.starts = Column(starts)
  }

  /// Takes the sums and starts of an image; `nil` if they do not fit the bundles.
  init?(sums: Column<Int16>, starts: Column<UInt32>) {
    guard starts.count == Bundle.allCases.count else { return nil }
    self.sums = sums
    self.starts = starts
  }
}

extension ImageWriter {
  mutating func put(_ bundles: BundleSums) {
    put(bundles.starts)
    put(bundles.sums)
  }
}

extension ImageReader {
  mutating func bundles() -> BundleSums? {
    let starts = column(UInt32.self)
    return BundleSums(sums: column(Int16.self), starts: starts)
  }
}
