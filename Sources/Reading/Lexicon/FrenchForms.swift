/// The forms of French verbs and nouns, made from the infinitive or singular.
///
/// Regular verbs follow their ending; the others follow a family that a lexicon lists ("tenir" and all that end so).
struct FrenchForms {
  /// The endings that take the place of a family's infinitive ending.
  struct Family {
    var ending: String
    var finite: [String] = []
    var conditional: [String] = []
    var participle: [String] = []
    var gerund: [String] = []
  }

  /// The families, those with the longest ending first.
  var families: [Family] = []

  /// All forms of the verb `lemma`; empty if it ends like no verb.
  func verb(_ lemma: String) -> [VerbForm] {
    if let family = families.first(where: { lemma.hasSuffix($0.ending) }) {
      let stem = String(lemma.dropLast(family.ending.count))
      return FrenchForms.assemble(
        lemma, finite: family.finite.map { stem + $0 }, conditional: family.conditional.map { stem + $0 },
        participle: family.participle.flatMap { FrenchForms.agreeing(stem + $0) }, gerund: family.gerund.map { stem + $0 })
    }
    if lemma.hasSuffix("er") { return FrenchForms.er(lemma) }
    if lemma.hasSuffix("ir") { return FrenchForms.ir(lemma) }
    if lemma.hasSuffix("re") { return FrenchForms.re(lemma) }
    return []
  }

  /// The singular and plural of the noun `lemma`.
  static func noun(_ lemma: String) -> [String] {
    guard let last = lemma.last, !"sxz".contains(last) else { return [lemma] }
    if lemma.hasSuffix("al") { return [lemma, lemma.dropLast() + "ux"] }
    if lemma.hasSuffix("au") || lemma.hasSuffix("eu") { return [lemma, lemma + "x"] }
    return [lemma, lemma + "s"]
  }

  private static func er(_ lemma: String) -> [VerbForm] {
    let stem = String(lemma.dropLast(2))
    // Before a and o: "rangea", "annonça".
    let soft = stem.hasSuffix("g") ? stem + "e" : stem.hasSuffix("c") ? stem.dropLast() + "ç" : stem
    var weak = [stem]
    let letters = Array(stem)
    if letters.count >= 2, let vowel = letters.lastIndex(where: { "eé".contains($0) }), vowel >= letters.count - 3,
      vowel < letters.count - 1, letters[(vowel + 1)...].allSatisfy({ !"aeiouéèêy".contains($0) })
    {
      // "préfère", "achète"; and "rejette", "appelle".
      weak = [String(letters[..<vowel]) + "è" + String(letters[(vowel + 1)...])]
      if let last = letters.last, "lt".contains(last), letters[vowel] == "e" { weak.append(stem + String(last)) }
    } else if stem.hasSuffix("y") {
      weak = [stem.dropLast() + "i"]
    }
    let future = weak.map { $0 + "er" } + [lemma]
    return assemble(
      lemma,
      finite: weak.flatMap { [$0 + "e", $0 + "es", $0 + "ent"] } + [soft + "ons", stem + "ez"]
        + ["ais", "ait", "aient", "a", "ai"].map { soft + $0 } + [stem + "èrent"]
        + future.flatMap { root in ["a", "ai", "ont", "ons", "ez"].map { root + $0 } },
      conditional: future.flatMap { root in ["ait", "ais", "aient", "ions"].map { root + $0 } },
      participle: agreeing(stem + "é"), gerund: [soft + "ant"])
  }

  private static func ir(_ lemma: String) -> [VerbForm] {
    let stem = String(lemma.dropLast())
    return assemble(
      lemma,
      finite: ["s", "t", "ssons", "ssez", "ssent", "ssait", "ssaient", "rent", "sse"].map { String(stem.dropLast()) + "i" + $0 }
        + ["a", "ai", "ont", "ons", "ez"].map { lemma + $0 },
      conditional: ["ait", "ais", "aient", "ions"].map { lemma + $0 },
      participle: agreeing(String(stem.dropLast()) + "i"), gerund: [String(stem.dropLast()) + "issant"])
  }

  private static func re(_ lemma: String) -> [VerbForm] {
    let stem = String(lemma.dropLast(2))
    let future = String(lemma.dropLast())
    return assemble(
      lemma,
      finite: ["s", "", "ons", "ez", "ent", "e", "ait", "ais", "aient", "it", "irent"].map { stem + $0 }
        + ["a", "ai", "ont", "ons", "ez"].map { future + $0 },
      conditional: ["ait", "ais", "aient", "ions"].map { future + $0 }, participle: agreeing(stem + "u"),
      gerund: [stem + "ant"])
  }

  /// A participle with the endings of its genders and numbers.
  private static func agreeing(_ masculine: String) -> [String] {
    let plural = masculine.hasSuffix("s") ? [] : [masculine + "s"]
    return [masculine, masculine + "e", masculine + "es"] + plural
  }

  private static func assemble(
    _ lemma: String, finite: [String], conditional: [String], participle: [String], gerund: [String]
  ) -> [VerbForm] {
    [VerbForm(lemma, Traits(.infinitive), .base)] + finite.map { VerbForm($0, Traits(.finite), .ed) }
      + conditional.map { VerbForm($0, .finite | .conditional, .ed) }
      + participle.map { VerbForm($0, Traits(.participle), .ed) } + gerund.map { VerbForm($0, Traits(.gerund), .ing) }
  }
}
