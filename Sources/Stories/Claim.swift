/// A stretch of text that asserts, denies, reports or asks something about the deal or a party.
public struct Claim: Sendable, Hashable {
  /// The words: no cue, no complementiser, no outer quotation marks.
  public var span: Span
  /// The words that attribute ("said", "selon"); `nil` in the narrator's own voice.
  public var cue: Span?
  /// The mention that the claim is attributed to; `nil` in the narrator's own voice.
  public var source: Span?
  /// Indices in `Story.sources`, the nearest source first and the origin last; empty in the narrator's own voice.
  public var chain: [Int]
  /// In which form it is said.
  public var manner: Manner
  /// How sure it is, as its nearest source puts it.
  public var certainty: Certainty
  /// Where it puts the deal; `nil` if it says nothing about that.
  public var stage: Stage?
  /// Indices in `Story.parties` of those that it is about.
  public var parties: [Int]
  /// The figures of the deal in its words, by place.
  public var terms: [Term]
  /// How likely it is a claim of that source, in about these words, 0 to 1.
  public var confidence: Double
  /// What of it the reader has put right.
  public var corrected: Corrected = []

  /// The parts of a claim that a reader can put right.
  public struct Corrected: OptionSet, Sendable, Hashable {
    /// The parts as bits.
    public let rawValue: UInt8

    /// Makes a set of the parts that are bits of `rawValue`.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// It was not there at all.
    public static let claim = Corrected(rawValue: 1)
    /// Which words it is.
    public static let words = Corrected(rawValue: 2)
    /// Who says it.
    public static let source = Corrected(rawValue: 4)
    /// How sure it is.
    public static let certainty = Corrected(rawValue: 8)
    /// Where it puts the deal.
    public static let stage = Corrected(rawValue: 16)
  }

  /// The form in which a claim is made, as the export spells it.
  public enum Manner: String, Sendable, CaseIterable {
    /// In quotation marks.
    case direct
    case indirect
    /// An indirect clause that holds quoted words.
    case mixed
    /// The story's narrator says it.
    case ownVoice = "own voice"
  }

  /// How sure a claim is, as the export spells it.
  public enum Certainty: String, Sendable, CaseIterable {
    case asserted, denied
    /// Hearsay that nobody vouches for: "reportedly", the journalistic conditional.
    case reported
    case uncertain, hypothetical, asked
  }

  /// Makes a claim.
  public init(
    span: Span, cue: Span? = nil, source: Span? = nil, chain: [Int] = [], manner: Manner, certainty: Certainty,
    stage: Stage? = nil, parties: [Int] = [], terms: [Term] = [], confidence: Double = 1
  ) {
    self.span = span
    self.cue = cue
    self.source = source
    self.chain = chain
    self.manner = manner
    self.certainty = certainty
    self.stage = stage
    self.parties = parties
    self.terms = terms
    self.confidence = confidence
  }

  /// A claim with less confidence than this is shown as doubtful: more of its like are wrong than right.
  public static let doubt = 0.5
  /// What stands beside a claim that is doubtful.
  public static let doubtMark: Character = "¿"

  /// Whether it is more likely wrong than right.
  public var isDoubtful: Bool { confidence < Claim.doubt }
}

/// Where a claim, or a whole story, puts the deal, as the export spells it.
public enum Stage: String, Sendable, CaseIterable {
  case rumoured
  case inTalks = "in talks"
  case offered, rejected, agreed
  case underReview = "under review"
  case approved, blocked, completed, withdrawn
}
