/// The forms of English verbs and nouns, made from the form that a dictionary lists.
enum EnglishForms {
  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
  /// Verbs of more than one syllable that double their last letter, as the last one is stressed; others do not.
  private static let doubling: Set<String> = [
    "admit", "concur", "permit", "prefer", "refer", "submit", "commit", "transfer",
  ]

  /// All forms of `lemma`; `past` holds the irregular past and, if it differs, the irregular participle.
  static func verb(_ lemma: String, past: [String]) -> [VerbForm] {
    var forms = [VerbForm(lemma, .finite | .infinitive, .base), VerbForm(sForm(lemma), Traits(.finite), .s)]
    forms.append(VerbForm(ingForm(lemma), Traits(.gerund), .ing))
    switch past.count {
    case 0: forms.append(VerbForm(edForm(lemma), .finite | .participle, .ed))
    case 1: forms.append(VerbForm(past[0], .finite | .participle, .ed))
    default:
      forms.append(VerbForm(past[0], Traits(.finite), .ed))
      forms.append(VerbForm(past[1], Traits(.participle), .ed))
    }
    return forms
  }

  /// `lemma` and its plural.
  static func noun(_ lemma: String) -> [String] { [lemma, sForm(lemma)] }

  private static func sForm(_ lemma: String) -> String {
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ies" }
    for end in ["s", "x", "z", "ch", "sh"] where lemma.hasSuffix(end) { return lemma + "es" }
    return lemma + (lemma.hasSuffix("o") ? "es" : "s")
  }

  private static func edForm(_ lemma: String) -> String {
    if lemma.hasSuffix("e") { return lemma + "d" }
    if endsInConsonantAndY(lemma) { return lemma.dropLast() + "ied" }
    return doubled(lemma) + "ed"
  }

  private static func ingForm(_ lemma: String) -> String {
    if lemma.hasSuffix("ie") { return lemma.dropLast(2) + "ying" }
    if lemma.hasSuffix("e"), !lemma.hasSuffix("ee"), lemma != "be" { return lemma.dropLast() + "ing" }
    return doubled(lemma) + "ing"
  }

  private static func endsInConsonantAndY(_ lemma: String) -> Bool {
    guard lemma.count > 1, lemma.last == "y" else { return false }
    return !vowels.contains(lemma[lemma.index(lemma.endIndex, offsetBy: -2)])
  }

  /// `lemma` with its last letter twice if a short stressed vowel stands before it.
  private static func doubled(_ lemma: String) -> String {
    let letters = Array(lemma)
    guard letters.count >= 3, let last = letters.last, !vowels.contains(last), !"wxy".contains(last) else {
      return lemma
    }
    let syllable = vowels.contains(letters[letters.count - 2]) && !vowels.contains(letters[letters.count - 3])
    let short = letters.count <= 4 && letters.dropLast(2).allSatisfy { !vowels.contains($0) }
    return syllable && (short || doubling.contains(lemma)) ? lemma + String(last) : lemma
  }
}
