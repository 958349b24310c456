/// The templates of the features that the choice weighs: what is looked at, and the kinds of its values.
///
/// A feature is a template with up to four values; its key packs both, and its name ("start.end com .") says them. The
/// templates are those of the experiment that the method comes from, with some more.
enum Template: UInt8, CaseIterable {
  // No candidate: the cue and its neighbourhood.
  case noneBias, noneOdds, noneFrame, noneForm, noneOddsFrame, noneOddsForm, noneFrameForm, noneOddsFrameForm
  case nonePrev, noneNext, nonePrev2, noneNext2, nonePrevNext, nonePrev2Prev, noneNextNext2
  case noneOddsPrev, noneOddsNext, noneFramePrev, noneFrameNext, noneFormPrev, noneFormNext, noneFormFrameNext
  case noneOddsFormPrev, noneGroup, noneOddsGroup, noneFormGroup, noneGroupNext
  case noneInversion, noneInversionOdds, noneInversionForm, noneOddsInversionNext
  case noneAux, noneAuxForm, noneNeg, nonePassiveNext, noneQuotes, noneOddsQuotes, noneThat, noneOddsThat, noneFrameThat
  case nonePlace, noneRest, noneName, noneOddsName, noneFirst, noneCueBefore, noneSubordinate, noneShortQuote
  case noneCapital, noneNoun, noneRule, noneSubject, noneSubjectOdds, noneSubjectFrame
  case noneField, noneFieldOdds, noneFieldFrame, noneFieldForm, noneFieldFrameForm, noneFieldRule, noneFieldNext
  case noneFieldSubject
  // A candidate: its edges, length, source, and what it holds.
  case bias, start, end, startEnd, frameStart, oddsStart, formStart, frameEnd, oddsEnd, formEnd, parts, length
  case frameLength, startLength, first, frameFirst, last, after, after2, lastAfter, beforeFirst, startAfter, startFirst
  case source, sourcePlace, sourceStart, sourcePlaceStart, sourceAfter, sourceInside
  case inversion, inversionStart, inversionOdds, inversionStartAfter, rule, frameRule, oddsRule
  case commas, subclauseCommas, toEnd, startToEnd, gap, frameGap, cueInside, finite, frameFinite, startFinite
  case quoteBalance, commaThen, subordInside
  case sep, cueNext, fromStart, startCueNext, distance, fromStartSep, oddsSep, oddsSepNext
  case subject, subjectStart, ruleStart, ruleSide
  case fieldStart, fieldEnd, fieldRule, fieldStartEnd, fieldFrameStart
  // Before any candidate: whether it is worth looking for them.
  case gateBias, gateOddsForm, gateOddsFrameForm, gatePrev2Prev, gatePrevNext, gateNextNext2, gateOddsFormPrev
  case gateOddsFormNext, gateFrameFormNext, gateFormGroup, gateGroupNext, gateFieldOddsForm, gateQuotes, gateOddsQuotes
  case gateOddsThat, gatePlace, gateRest

  /// What one value of a feature is.
  enum Value {
    case number, frame, form, wordClass, label, side, rule, inversion, sourceType, place, subject, field
  }

  /// The kinds of the values, in their order.
  var values: [Value] {
    switch self {
    case .noneBias, .bias, .gateBias: []
    case .noneOdds: [.number]
    case .noneFrame: [.frame]
    case .noneForm: [.form]
    case .noneOddsFrame: [.number, .frame]
    case .noneOddsForm, .gateOddsForm: [.number, .form]
    case .noneFrameForm: [.frame, .form]
    case .noneOddsFrameForm, .gateOddsFrameForm: [.number, .frame, .form]
    case .nonePrev, .noneNext, .nonePrev2, .noneNext2, .noneGroup: [.wordClass]
    case .nonePrevNext, .nonePrev2Prev, .noneNextNext2, .noneGroupNext, .gatePrevNext, .gatePrev2Prev, .gateNextNext2,
      .gateGroupNext:
      [.wordClass, .wordClass]
    case .noneOddsPrev, .noneOddsNext, .noneOddsGroup: [.number, .wordClass]
    case .noneFramePrev, .noneFrameNext: [.frame, .wordClass]
    case .noneFormPrev, .noneFormNext, .noneFormGroup, .gateFormGroup: [.form, .wordClass]
    case .noneFormFrameNext: [.form, .frame, .wordClass]
    case .gateFrameFormNext: [.frame, .form, .wordClass]
    case .noneOddsFormPrev, .gateOddsFormPrev, .gateOddsFormNext: [.number, .form, .wordClass]
    case .noneInversion: [.inversion]
    case .noneInversionOdds: [.inversion, .number]
    case .noneInversionForm: [.inversion, .form]
    case .noneOddsInversionNext: [.number, .inversion, .wordClass]
    case .noneAux, .noneNeg, .noneQuotes, .noneThat, .nonePlace, .noneRest, .noneName, .noneFirst, .noneCueBefore,
      .noneSubordinate, .noneShortQuote, .noneCapital, .noneNoun, .gateQuotes, .gatePlace, .gateRest:
      [.number]
    case .noneAuxForm: [.number, .form]
    case .nonePassiveNext: [.wordClass]
    case .noneOddsQuotes, .noneOddsThat, .noneOddsName, .gateOddsQuotes, .gateOddsThat: [.number, .number]
    case .noneFrameThat: [.frame, .number]
    case .noneRule: [.rule]
    case .noneSubject: [.subject]
    case .noneSubjectOdds: [.subject, .number]
    case .noneSubjectFrame: [.subject, .frame]
    case .noneField: [.field]
    case .noneFieldOdds: [.field, .number]
    case .noneFieldFrame: [.field, .frame]
    case .noneFieldForm: [.field, .form]
    case .noneFieldFrameForm: [.field, .frame, .form]
    case .noneFieldRule: [.field, .rule]
    case .noneFieldNext: [.field, .wordClass]
    case .noneFieldSubject: [.field, .subject]
    case .start: [.label, .side]
    case .end: [.label]
    case .startEnd: [.label, .side, .label]
    case .frameStart: [.frame, .label, .side]
    case .oddsStart: [.number, .label, .side]
    case .formStart: [.form, .label, .side]
    case .frameEnd: [.frame, .side, .label]
    case .oddsEnd: [.number, .side, .label]
    case .formEnd: [.form, .side, .label]
    case .parts: [.number]
    case .length: [.number, .side]
    case .frameLength: [.frame, .number, .side]
    case .startLength: [.label, .side, .number]
    case .first: [.wordClass, .side]
    case .frameFirst: [.frame, .wordClass, .side]
    case .last: [.wordClass]
    case .after: [.wordClass, .side]
    case .after2, .lastAfter: [.wordClass, .wordClass]
    case .beforeFirst: [.wordClass, .wordClass, .side]
    case .startAfter: [.label, .side, .wordClass]
    case .startFirst: [.label, .side, .wordClass, .wordClass]
    case .source: [.sourceType]
    case .sourcePlace: [.sourceType, .place]
    case .sourceStart: [.sourceType, .label, .side]
    case .sourcePlaceStart: [.place, .label, .side]
    case .sourceAfter: [.wordClass, .sourceType, .place, .side]
    case .sourceInside: [.number, .side]
    case .inversion: [.inversion, .side]
    case .inversionStart: [.inversion, .label, .side]
    case .inversionOdds: [.inversion, .number, .side]
    case .inversionStartAfter: [.inversion, .label, .side, .wordClass]
    case .rule: [.rule]
    case .frameRule: [.frame, .rule]
    case .oddsRule: [.number, .rule]
    case .commas, .subclauseCommas, .toEnd, .gap, .cueInside, .finite, .quoteBalance, .subordInside, .fromStart,
      .distance:
      [.number]
    case .startToEnd, .startFinite: [.label, .number]
    case .frameGap, .frameFinite: [.frame, .number]
    case .commaThen, .cueNext: [.wordClass]
    case .sep: [.wordClass, .wordClass]
    case .startCueNext: [.label, .wordClass]
    case .fromStartSep: [.number, .wordClass]
    case .oddsSep: [.number, .wordClass]
    case .oddsSepNext: [.number, .wordClass, .wordClass]
    case .subject: [.subject, .side]
    case .subjectStart: [.subject, .label, .side]
    case .ruleStart: [.rule, .label, .side]
    case .ruleSide: [.rule, .side]
    case .fieldStart: [.field, .label, .side]
    case .fieldEnd: [.field, .side, .label]
    case .fieldRule: [.field, .rule]
    case .fieldStartEnd: [.field, .label, .side, .label]
    case .fieldFrameStart: [.field, .frame, .label, .side]
    case .gateFieldOddsForm: [.field, .number, .form]
    }
  }

  /// The key of this template with its values.
  @inline(__always)
  func key(_ a: UInt8 = 0, _ b: UInt8 = 0, _ c: UInt8 = 0, _ d: UInt8 = 0) -> UInt64 {
    UInt64(rawValue) | UInt64(a) << 8 | UInt64(b) << 16 | UInt64(c) << 24 | UInt64(d) << 32
  }
}

/// The names of features, as the file of weights has them, and back.
enum FeatureName {
  private static let templates: [String: Template] = .init(
    uniqueKeysWithValues: Template.allCases.map { ("\($0)", $0) })

  /// The name of the feature with the key `key`.
  static func name(of key: UInt64) -> String {
    guard let template = Template(rawValue: UInt8(truncatingIfNeeded: key)) else { return "?" }
    var name = "\(template)"
    var rest = key >> 8
    for kind in template.values {
      name += " " + string(UInt8(truncatingIfNeeded: rest), kind)
      rest >>= 8
    }
    return name
  }

  /// The key of the feature called `name`, or `nil` if there is none.
  static func key(of name: some Collection<Substring>) -> UInt64? {
    guard let first = name.first, let template = templates[String(first)] else { return nil }
    let kinds = template.values
    guard name.count == kinds.count + 1 else { return nil }
    var key = UInt64(template.rawValue)
    var shift: UInt64 = 8
    for (word, kind) in zip(name.dropFirst(), kinds) {
      guard let value = values[kind]?[String(word)] else { return nil }
      key |= UInt64(value) << shift
      shift += 8
    }
    return key
  }

  /// For each kind the value of each name.
  private static let values: [Template.Value: [String: UInt8]] = {
    var all: [Template.Value: [String: UInt8]] = [:]
    let kinds: [Template.Value] = [
      .number, .frame, .form, .wordClass, .label, .side, .rule, .inversion, .sourceType, .place, .subject,
      .field,
    ]
    for kind in kinds {
      for value in UInt8.min...UInt8.max {
        let name = string(value, kind)
        if all[kind, default: [:]][name] == nil { all[kind, default: [:]][name] = value }
      }
    }
    return all
  }()

  /// The value of `kind` called `name`.
  static func value(_ name: Substring, _ kind: Template.Value) -> UInt8? { values[kind]?[String(name)] }

  /// The name of a value.
  static func string(_ value: UInt8, _ kind: Template.Value) -> String {
    switch kind {
    case .number: "\(value)"
    case .frame: CueEntry.Frame(rawValue: UInt16(value)).map { "\($0)" } ?? "?"
    case .form: CueEntry.Form(rawValue: UInt16(value)).map { "\($0)" } ?? "?"
    case .wordClass: WordClass(rawValue: value)?.name ?? "?"
    case .label: Candidate.Label(rawValue: value).isNamed ? Candidate.Label(rawValue: value).name : "?"
    case .side: Candidate.Side(rawValue: value)?.name ?? "?"
    case .rule: Candidate.Rule(rawValue: value)?.name ?? "?"
    case .inversion: CueSite.Inversion(rawValue: value).map { "\($0)" } ?? "?"
    case .sourceType: SourceType(rawValue: value).map { "\($0)" } ?? "?"
    case .place: SourcePlace(rawValue: value).map { "\($0)" } ?? "?"
    case .subject: SubjectKind(rawValue: value).map { "\($0)" } ?? "?"
    case .field: Field(rawValue: value).map { "\($0)" } ?? "?"
    }
  }
}

/// What a story is about, and in which language: annotators of news at large and readers of deals do not call the same
/// things claims.
enum Field: UInt8 {
  case news, deal, newsFrench, dealFrench
}

/// What a source phrase looks like.
enum SourceType: UInt8 {
  case none, hung, pronoun, possessive, relative, relativeClause, name, determined, other
}

/// Where the source stands, seen from the cue: close to it, a few words away, or further.
enum SourcePlace: UInt8 {
  case none, left, leftNear, leftFar, right, rightNear, rightFar, within
}

/// Who the words before a cue denote, as the lexicons tell it.
enum SubjectKind: UInt8 {
  case none, he, they, it, anonymous, spokesperson, title, speaker, name, company, medium, official, capital, other
}
