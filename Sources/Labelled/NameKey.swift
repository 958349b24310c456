import Stories

/// A name as it is compared: lower-case words without article and legal form.
public enum NameKey {
  private static let articles: Set<String> = ["the", "le", "la", "les", "l"]
  private static let legalForms: Set<String> = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "lp", "nv", "bv",
    "ag",
    "gmbh", "sa", "sas", "sarl", "se", "spa", "ab", "asa", "oyj", "as", "pty", "kk", "oy", "llp", "berhad", "bhd",
    "private",
  ]

  /// The words of `name`, joined by spaces.
  public static func of(_ name: String) -> String {
    // "S.A." is "SA".
    var words = name.lowercased().filter { $0 != "." }.split { !$0.isLetter && !$0.isNumber && $0 != "&" }.map(
      String.init)
    if words.count > 1, articles.contains(words[0]) { words.removeFirst() }
    while words.count > 1, let last = words.last, legalForms.contains(last) {
      words.removeLast()
      if words.count > 1, words.last == "and" || words.last == "&" { words.removeLast() }
    }
    return words.joined(separator: " ")
  }

  /// Whether `party` is called `name`, in either language.
  public static func matches(_ party: Party, _ name: String) -> Bool { matches(party.name, name) }

  /// Whether what is called `wording` is called `name`, in either language.
  public static func matches(_ wording: Wording, _ name: String) -> Bool {
    let key = of(name)
    return of(wording.english) == key || of(wording.french) == key
  }

  /// Whether `parties` are just those with `names`.
  public static func matches(_ parties: [Party], _ names: [String]) -> Bool {
    parties.allSatisfy { party in names.contains { matches(party, $0) } }
      && names.allSatisfy { name in parties.contains { matches($0, name) } }
  }
}
