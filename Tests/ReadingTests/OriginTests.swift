import Stories
import Testing

@testable import Reading

/// Names that only say where somebody is from, sums of money, and names of more words than a capital each.
@Suite struct OriginTests {
  @Test(arguments: [
    ("A Quenby ferry operator, Belcor, is for sale.", "Quenby", false),
    ("The Commission stopped the sale of Quenby ferry operator Belcor to Acme.", "Quenby", false),
    ("Quenby fund buys Belcor from Acme. The fund is based in Quenby.", "Quenby", false),
    // Named without the noun as well, it is somebody.
    ("The Quenby group will buy Belcor. Quenby said so on Monday.", "Quenby", true),
  ])
  func tellsPlacesByTheNounBehindThem(text: String, name: String, isParty: Bool) throws {
    let story = try read(text)
    #expect((story.parties + story.targets).contains { $0.name.english.hasPrefix(name) } == isParty)
  }

  /// What stands before a sum is no name.
  @Test(arguments: [
    "Acme will buy Belcor for C$480 million.", "Acme will buy Belcor. It would be worth EUR 2.9bn, or EUR 41 a share.",
    "Acme will pay SEK 87 a share for Belcor.",
  ])
  func passesOverCurrencies(text: String) throws { #expect(try deal(text) == "Belcor; Acme bidder") }

  @Test(arguments: [
    ("Acme has agreed to buy Roe's of Wick from the Roe family.", "Roe's of Wick; Roe family seller; Acme bidder"),
    (
      "Acme has agreed to buy Belcor from the Roe family. The Roes declined to comment.",
      "Belcor; Roe family seller; Acme bidder"
    ),
    (
      "Acme has bid for Belcor. The Ministry of Trade, Economy and Industry has issued guidelines for boards.",
      "Belcor; Acme bidder"
    ),
    ("The steelmaker Ostrava Line has agreed to buy Belcor.", "Belcor; Ostrava Line bidder"),
    (
      "The Roe family, who founded Belcor in 1958, agreed to sell Belcor to Acme.",
      "Belcor; Roe family seller; Acme bidder"
    ),
  ])
  func findsNamesOfSeveralWords(text: String, expected: String) throws { #expect(try deal(text) == expected) }
}
