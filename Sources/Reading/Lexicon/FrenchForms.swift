/// The forms of French verbs and nouns, made from the infinitive or singular.
///
/// Only the forms that news has: the third persons and "nous". Regular verbs follow their ending; the others follow a family that a lexicon lists ("tenir" and all that end so).
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
    if let family = families.first(where: { FrenchForms.ends(lemma, $0.ending) }) {
      let stem = String(lemma.dropLast(family.ending.count))
      return FrenchForms.assemble(
        lemma, finite: family.finite.map { stem + $0 }, conditional: family.conditional.map { stem + $0 },
        participle: family.participle.flatMap { FrenchForms.agreeing(stem + $0) },
        gerund: family.gerund.map { stem + $0 })
    }
    if FrenchForms.ends(lemma, "er") { return FrenchForms.er(lemma) }
    if FrenchForms.ends(lemma, "ir") { return FrenchForms.ir(lemma) }
    if FrenchForms.ends(lemma, "re") { return FrenchForms.re(lemma) }
    return []
  }

  /// Whether `word` ends in the bytes of `ending`; far faster than to compare characters, and the same in this language.
  private static func ends(_ word: String, _ ending: String) -> Bool {
    let count = ending.utf8.count
    return word.utf8.count >= count && word.utf8.suffix(count).elementsEqual(ending.utf8)
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
    let soft = ends(stem, "g") ? stem + "e" : ends(stem, "c") ? stem.dropLast() + "ç" : stem
    var weak = [stem]
    let letters = Array(stem)
    if letters.count >= 2, let vowel = letters.lastIndex(where: { "eé".contains($0) }), vowel >= letters.count - 3,
      vowel < letters.count - 1, letters[(vowel + 1)...].allSatisfy({ !"aeiouéèêy".contains($0) })
    {
      // "préfère", "achète"; and "rejette", "appelle".
      weak = [String(letters[..<vowel]) + "è" + String(letters[(vowel + 1)...])]
      if let last = letters.last, "lt".contains(last), letters[vowel] == "e" { weak.append(stem + String(last)) }
    } else if ends(stem, "y") {
      weak = [stem.dropLast() + "i"]
    }
    let future = weak == [stem] ? [lemma] : weak.map { $0 + "er" } + [lemma]
    var finite = [soft + "ons", soft + "ait", soft + "aient", soft + "a", stem + "èrent"]
    for root in weak { finite += [root + "e", root + "ent"] }
    var conditional: [String] = []
    for root in future {
      finite += [root + "a", root + "ont"]
      conditional += [root + "ait", root + "aient"]
    }
    return assemble(
      lemma, finite: finite, conditional: conditional, participle: agreeing(stem + "é"), gerund: [soft + "ant"])
  }

  private static func ir(_ lemma: String) -> [VerbForm] {
    let stem = String(lemma.dropLast())
    var finite = [lemma + "a", lemma + "ont"]
    for ending in ["t", "ssons", "ssent", "ssait", "ssaient", "rent", "sse"] { finite.append(stem + ending) }
    return assemble(
      lemma, finite: finite,
      conditional: [lemma + "ait", lemma + "aient"], participle: agreeing(stem), gerund: [stem + "ssant"])
  }

  private static func re(_ lemma: String) -> [VerbForm] {
    let stem = String(lemma.dropLast(2))
    let future = String(lemma.dropLast())
    var finite = [future + "a", future + "ont"]
    for ending in ["", "ons", "ent", "ait", "aient", "it", "irent"] { finite.append(stem + ending) }
    return assemble(
      lemma, finite: finite,
      conditional: [future + "ait", future + "aient"], participle: agreeing(stem + "u"),
      gerund: [stem + "ant"])
  }

  /// A participle with the endings of its genders and numbers.
  private static func agreeing(_ masculine: String) -> [String] {
    let plural = ends(masculine, "s") ? [] : [masculine + "s"]
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
