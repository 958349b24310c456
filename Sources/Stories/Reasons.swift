/// What decided that a claim was read as it was.
public struct Reasons: Sendable, Hashable {
  /// How it was found.
  public var ground: Ground
  /// What tells who says it; `nil` for the narrator's voice.
  public var speaker: Speaker?
  /// How the choice among candidates went, if there was one.
  public var decision: Decision?

  /// How a claim was found.
  public enum Ground: Sendable, CaseIterable {
    /// A cue attributes it.
    case cue
    /// It is the turn of a speaker, or a quotation with a name beside it or right behind another in its paragraph.
    case turn
    /// It is a quotation that goes on with the speaker of the claim before.
    case quotation
    /// It is a sentence, or a clause, that nobody is named for.
    case ownVoice
    /// It is what a sentence says beside what it attributes.
    case rest
  }

  /// What tells who says a claim: how sure it is who is meant, which the words that are claimed do not tell.
  public enum Speaker: UInt8, CaseIterable, Sendable {
    /// The words of the source name who speaks.
    case name
    /// They name a person who is taken to speak for it.
    case officer
    /// They name a person who is taken to speak for nobody else.
    case person
    /// The words name nobody, and nobody is taken for them: "two people", "the works council".
    case unnamed
    /// A noun phrase that means a business or a person named before: "the brewer".
    case noun
    /// A noun phrase that means an authority or a medium, of which few are named: "the ministry", "the paper".
    case office
    /// A pronoun.
    case pronoun
    /// No words of its own: who spoke before goes on, if anybody did.
    case silence

    /// The name in files.
    public var name: String { "\(self)" }
  }

  /// A choice among the contents that a cue could have, and none of them.
  public struct Decision: Sendable, Hashable {
    /// How often the cue attributes where it stands, 0 (hardly ever) to 5 (more often than not).
    public var strength: Int
    /// What it takes as its content.
    public var frame: Frame
    /// The rule that read it so too; `nil` if none did.
    public var rule: Rule?
    /// How likely the claim has about these words, 0 to 1.
    public var likelihood: Double
    /// How likely just these.
    public var exact: Double
    /// The features that weighed most for these words and against the cue attributing nothing, the heaviest first, and those
    /// that weighed most the other way.
    public var features: [Feature]
    /// What was the likeliest besides.
    public var runnerUp: RunnerUp

    /// Makes a decision.
    public init(
      strength: Int, frame: Frame, rule: Rule?, likelihood: Double, exact: Double, features: [Feature],
      runnerUp: RunnerUp
    ) {
      self.strength = strength
      self.frame = frame
      self.rule = rule
      self.likelihood = likelihood
      self.exact = exact
      self.features = features
      self.runnerUp = runnerUp
    }
  }

  /// A feature with its weight: positive for the claim, negative against it.
  public struct Feature: Sendable, Hashable {
    /// Its name in the file of weights.
    public var name: String
    /// What it adds to the score.
    public var weight: Double

    /// Makes a feature.
    public init(name: String, weight: Double) {
      self.name = name
      self.weight = weight
    }
  }

  /// The second likeliest of the contents.
  public struct RunnerUp: Sendable, Hashable {
    /// Its words, one or two stretches; none if it is that the cue attributes nothing.
    public var words: [Span]
    /// How likely it is, 0 to 1.
    public var probability: Double

    /// Makes a runner-up.
    public init(words: [Span], probability: Double) {
      self.words = words
      self.probability = probability
    }
  }

  /// What a cue takes as its content.
  public enum Frame: Sendable, CaseIterable {
    /// A quotation or clause on either side: say, dire.
    case saying
    /// A clause: announce, estimer.
    case clause
    /// An infinitive: plan to, refuser de.
    case infinitive
    /// A noun phrase: accuse, dénoncer.
    case phrase
    /// A prepositional phrase: comment on, the claim of.
    case preposition
    /// It goes before its source: according to, selon.
    case source
    /// Too seldom seen to tell.
    case unknown
  }

  /// The reporting structure that a rule reads.
  public enum Rule: Sendable, CaseIterable {
    case quotationBefore, quotationBehind, incise, that, colon, infinitive, clause, phrase, preposition, noun
  }

  /// Makes reasons.
  public init(ground: Ground, speaker: Speaker? = nil, decision: Decision? = nil) {
    self.ground = ground
    self.speaker = speaker
    self.decision = decision
  }
}
