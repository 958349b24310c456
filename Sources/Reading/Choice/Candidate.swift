/// A content that a cue could have, with the source that goes with it.
struct Candidate: Equatable, BitwiseCopyable {
  /// The content; behind an incise it goes on in `second`.
  @NarrowRange var first: Range<Int>
  @OptionalNarrowRange var second: Range<Int>?
  @OptionalNarrowRange var source: Range<Int>?
  /// By what its start and its end were found.
  var start: Label
  var end: Label
  /// The rule that proposed it, if one did.
  var rule: Rule = .none

  /// Whether another candidate has the same content, and whether it has the same source.
  @inline(__always) func hasContent(of other: Candidate) -> Bool { _first == other._first && _second == other._second }
  @inline(__always) func hasSource(of other: Candidate) -> Bool { _source == other._source }

  /// What the place of a start or end was found by: a word class, or one of the names below.
  struct Label: Hashable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ found: WordClass) { rawValue = found.rawValue }
    /// A class behind a prepositional cue's own content.
    init(behindPreposition found: WordClass) { rawValue = 128 + found.rawValue }

    private init(named index: Int) { rawValue = 64 + UInt8(index) }

    /// A set of the labels that have names of their own.
    struct Names {
      private var bits: UInt64 = 0

      /// Adds `label`, and tells whether it is new.
      @inline(__always) mutating func insert(_ label: Label) -> Bool {
        let bit: UInt64 = 1 << UInt64(label.rawValue & 63)
        defer { bits |= bit }
        return bits & bit == 0
      }
    }

    static let names = [
      "rule", "next", "prep1", "comp", "quote", "inf", "com", "col", "prep2", "np", "quote1", "S", "S2", "acc.0",
      "acc.1",
      "acc.2", "acc.q0", "acc.q1", "acc.q2", "acc.quote", "acc.m", "end", "qend", "endq", "qext", "qpara", "qx", "word",
      "acc.", "comma",
    ]
    static let rule = Label(named: 0)
    static let next = Label(named: 1)
    static let preposition = Label(named: 2)
    static let complementizer = Label(named: 3)
    static let quotation = Label(named: 4)
    static let infinitive = Label(named: 5)
    static let comma = Label(named: 6)
    static let colon = Label(named: 7)
    static let laterPreposition = Label(named: 8)
    static let pronoun = Label(named: 9)
    static let quotationBefore = Label(named: 10)
    static let sentence = Label(named: 11)
    static let sentenceBoth = Label(named: 12)
    static func boundary(_ k: Int) -> Label { Label(named: 13 + k) }
    static func boundaryQuotation(_ k: Int) -> Label { Label(named: 16 + k) }
    static let prepositionQuotation = Label(named: 19)
    static let prepositionBehind = Label(named: 20)
    static let end = Label(named: 21)
    static let quotationEnd = Label(named: 22)
    static let endOfCutQuotation = Label(named: 23)
    static let quotationContinued = Label(named: 24)
    static let quotationParagraphs = Label(named: 25)
    static let quotationSplit = Label(named: 26)
    static let word = Label(named: 27)
    static let preposed = Label(named: 28)
    static let nextComma = Label(named: 29)

    /// How many labels there can be.
    static let placeCount = 41 + 30 + 41

    /// The place of the label among all that there can be, without the gaps between their values.
    @inline(__always) var place: Int {
      let value = Int(rawValue)
      return value < 64 ? value : value < 128 ? value - 64 + 41 : value - 128 + 71
    }

    /// The label with this place.
    init(place: Int) { rawValue = UInt8(place < 41 ? place : place < 71 ? place - 41 + 64 : place - 71 + 128) }

    /// Whether any label has this value.
    var isNamed: Bool {
      if rawValue >= 128 { return WordClass(rawValue: rawValue - 128) != nil }
      if rawValue >= 64 { return Int(rawValue) - 64 < Label.names.count }
      return WordClass(rawValue: rawValue) != nil
    }

    /// The name in weights.
    var name: String {
      if rawValue >= 128 { return "acc-" + (WordClass(rawValue: rawValue - 128)?.name ?? "?") }
      if rawValue >= 64 { return Label.names[Int(rawValue) - 64] }
      return WordClass(rawValue: rawValue)?.name ?? "?"
    }
  }

  /// The rules, by the reporting structure that they read.
  enum Rule: UInt8, CaseIterable {
    case none
    case quotationBefore, quotationBehind, incise, that, colon, infinitive, clause, phrase, preposition, noun

    /// The name in weights.
    var name: String { self == .none ? "norule" : "\(self)" }
  }

  /// Where the content lies, seen from the cue.
  enum Side: UInt8 {
    case right, left, around
    var name: String { self == .right ? "R" : self == .left ? "L" : "M" }
  }

  @inline(__always) func side(of cue: Int) -> Side {
    if first.lowerBound > cue { return .right }
    return (second ?? first).upperBound <= cue ? .left : .around
  }

  /// The last token.
  var last: Int { (second ?? first).upperBound - 1 }

  /// How many tokens it has.
  var count: Int { first.count + (second?.count ?? 0) }
}
