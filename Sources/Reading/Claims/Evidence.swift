import Stories

/// What a claim rests on, before counts over labelled stories tell how often such claims are right.
package struct Evidence: Hashable, Sendable {
  /// How a claim was found.
  package enum Kind: UInt8, CaseIterable, Sendable {
    /// The choice took it for what a cue attributes.
    case cue
    /// A turn of an interview, a quotation with a name beside it, or one right behind another of the same speaker.
    case turn
    /// A quotation that goes on with the speaker of the claim before.
    case quotation
    /// A sentence, or a clause of one that attributes nothing, in the narrator's voice.
    case ownVoice
    /// What a sentence says in the narrator's voice beside what it attributes.
    case rest

    /// The name in the file of the calibration.
    package var name: String { "\(self)" }
    /// Whether nobody is named for such a claim.
    package var isNarrated: Bool { self == .ownVoice || self == .rest }
  }

  package var kind: Kind
  /// Of a cue how likely the choice thinks it, of the narrator's sentences how many of three marks of a claim they bear, 0 to
  /// 1; else 1.
  package var likelihood: Float
  /// What tells who says it; `nil` for the narrator's voice.
  package var speaker: Reasons.Speaker?

  package init(_ kind: Kind, _ likelihood: Float = 1, speaker: Reasons.Speaker? = nil) {
    self.kind = kind
    self.likelihood = likelihood
    self.speaker = speaker
  }

  /// The evidence of a claim in the narrator's voice.
  ///
  /// Whether it names a party, says where the deal stands or gives its figures, and does more than assert: much of what a
  /// story tells beside its deal does none of these.
  package init(_ kind: Kind, narrated claim: Claim) {
    let marks = [
      !claim.parties.isEmpty, claim.stage != nil || !claim.terms.isEmpty, claim.certainty != .asserted,
    ]
    self.init(kind, kind == .ownVoice ? Float(marks.count { $0 }) / 3 : 1)
  }
}

/// Where a claim came from in the reading.
struct Basis {
  var evidence: Evidence
  /// The index of the attribution, or of the statement in the narrator's voice, that it was made of.
  var place: Int
}
