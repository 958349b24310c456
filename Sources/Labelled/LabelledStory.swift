import Stories

/// A story in which everything that is to be found is marked by hand.
public struct LabelledStory: Sendable {
  /// The plain story: the text without its mark-up.
  public var text: StoryText
  /// The claims, by place.
  public var claims: [LabelledClaim]
  /// The names of what is being bought, of a round-up one for each deal.
  public var targets: [String]
  /// Who acts, as what.
  public var parties: [LabelledParty]
  /// Where the story's narrator leaves the deal; `nil` if nothing is said of it.
  public var stage: Stage?
  /// The figures of the deal, by place.
  public var terms: [Claim.Term]
  /// Whether only target, parties and stage are marked: that no claim and no figure is says nothing of whether there are any.
  public var isDealOnly: Bool

  /// Makes a labelled story; what is not given is not there.
  public init(
    text: StoryText, claims: [LabelledClaim] = [], targets: [String] = [], parties: [LabelledParty] = [],
    stage: Stage? = nil, terms: [Claim.Term] = [], isDealOnly: Bool = false
  ) {
    self.text = text
    self.claims = claims
    self.targets = targets
    self.parties = parties
    self.stage = stage
    self.terms = terms
    self.isDealOnly = isDealOnly
  }
}

/// A claim as it is marked.
public struct LabelledClaim: Sendable, Hashable {
  /// Its number and letter in the mark-up: "4", "4b".
  public var label: String
  /// The words.
  public var span: Span
  /// In which form it is said.
  public var manner: Claim.Manner
  /// How sure it is, as its nearest source puts it.
  public var certainty: Claim.Certainty
  /// The ids of its sources, the nearest first; empty in the story's own voice.
  public var chain: [String]
  /// The mentions of its sources, the nearest first; origins farther off need not be marked.
  public var sources: [Span]
  /// The words that attribute; `nil` where none do.
  public var cue: Span?

  /// Makes a claim.
  public init(
    label: String, span: Span, manner: Claim.Manner, certainty: Claim.Certainty, chain: [String] = [],
    sources: [Span] = [], cue: Span? = nil
  ) {
    self.label = label
    self.span = span
    self.manner = manner
    self.certainty = certainty
    self.chain = chain
    self.sources = sources
    self.cue = cue
  }
}

/// A party as it is named below a labelled story.
public struct LabelledParty: Sendable, Hashable {
  /// The fullest name that the story gives, without legal form.
  public var name: String
  /// Its part in the deal.
  public var role: Party.Role

  /// Makes a party.
  public init(name: String, role: Party.Role) {
    self.name = name
    self.role = role
  }
}
