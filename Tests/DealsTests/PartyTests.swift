import Stories
import Testing

@testable import Deals

@Suite struct PartyTests {
  @Test(arguments: [
    ("Facebook, Inc.", "facebook"), ("FACEBOOK", "facebook"), ("U.S. Steel", "us steel"),
    ("US Steel Corp.", "us steel"),
    ("Électricité d’Orvane SA", "electricite dorvane"), ("Cœur & Fils", "coeur fils"), ("The Corvane Group", "corvane"),
    ("Groupe Delorme", "groupe delorme"), ("La Poste", "poste"), ("3Com", "3com"), ("H. K. Lind", "hk lind"),
    ("Inc.", "inc"),
  ]) func keyOfAName(_ name: String, _ key: String) {
    #expect(NameKey.make(name) == key)
  }

  private func register(_ stories: [Made]) -> PartyRegister {
    let library = library(stories)
    return PartyRegister(library.entries.indices.map { ($0, library) })
  }

  /// A party as a line: its name, then its other names with the reason.
  private func lines(_ register: PartyRegister) -> [String] {
    register.parties.map { party in
      ([party.name.english] + party.aliases.map { "\($0.name) \($0.reason)" }).joined(separator: ", ")
    }
  }

  @Test func spellingsMerge() {
    let stories = [
      Made("a", nil, [("Corvane SA", .bidder)]), Made("b", nil, [("Corvané", nil)]), Made("c", nil, [("Corvané", nil)]),
    ]
    #expect(lines(register(stories)) == ["Corvané, Corvane SA spelling"])
  }

  @Test func shortFormsOfCompaniesMerge() {
    let stories = [
      Made("a", nil, [("Alimentation Corvane", .bidder)]), Made("b", nil, [("Corvane", nil)]),
      Made("c", nil, [("Halbrook Semiconductors", nil)]), Made("d", nil, [("Halbrook", nil)]),
    ]
    #expect(
      lines(register(stories)) == [
        "Alimentation Corvane, Corvane shortForm", "Halbrook Semiconductors, Halbrook shortForm",
      ])
  }

  @Test func anotherCompanyOfTheNameDoesNot() {
    let stories = [Made("a", nil, [("Corvane", .bidder)]), Made("b", nil, [("Corvane Global", nil)])]
    #expect(lines(register(stories)) == ["Corvane", "Corvane Global"])
  }

  @Test func aShortFormOfTwoIsNobodys() {
    let stories = [Made("a", nil, [("Nippon Acier", nil), ("Nippon Verre", nil)]), Made("b", nil, [("Nippon", nil)])]
    #expect(lines(register(stories)) == ["Nippon Acier", "Nippon Verre", "Nippon"])
  }

  @Test func surnamesNeverMerge() {
    var a = Made("a", nil)
    a.add("Ann Halbrook", nil, .person)
    var b = Made("b", nil)
    b.add("Halbrook", nil, .person)
    #expect(lines(register([a, b])) == ["Ann Halbrook", "Halbrook"])
  }

  @Test func languagesMergeInTheBundledStories() {
    let register = PartyRegister(Bundled.library.entries.indices.map { ($0, Bundled.library) })
    let beijing = register.parties.first { $0.name.english == "Beijing" }
    // An English story says the one, a French story the other.
    #expect(beijing?.name.french == "Pékin")
    #expect(register.parties.count { $0.name.french == "Pékin" || $0.name.english == "Pékin" } == 1)
    let steel = register.parties.filter { $0.name.english.hasSuffix("S. Steel") || $0.name.english == "US Steel" }
    #expect(steel.count == 1)
    #expect(steel.first?.aliases.contains { $0.reason == .spelling } == true)
  }
}
