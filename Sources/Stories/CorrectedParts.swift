// The parts of the model that a reader can put right, one by one: as the export spells them, and as people call them.

extension Claim.Corrected {
  /// The parts that are in it.
  public var parts: [(name: String, wording: Wording)] {
    let all: [(Self, String, Wording)] = [
      (.claim, "claim", Wording(english: "the claim itself", french: "l’affirmation même")),
      (.words, "words", Wording(english: "words", french: "mots")), (.source, "source", Wording("source")),
      (.certainty, "certainty", Wording(english: "certainty", french: "degré")),
      (.stage, "stage", Wording(english: "stage", french: "étape")),
    ]
    return all.compactMap { contains($0.0) ? ($0.1, $0.2) : nil }
  }
}

extension Party.Corrected {
  /// The parts that are in it.
  public var parts: [(name: String, wording: Wording)] {
    let all: [(Self, String, Wording)] = [
      (.party, "party", Wording(english: "who it is", french: "qui c’est")),
      (.name, "name", Wording(english: "name", french: "nom")),
      (.role, "role", Wording(english: "role", french: "rôle")),
    ]
    return all.compactMap { contains($0.0) ? ($0.1, $0.2) : nil }
  }
}
