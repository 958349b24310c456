import Stories
import Testing

@testable import Reading

/// The figures of a deal, and what they are figures of.
@Suite struct TermTests {
  /// "price 59000000 USD: 59 mln dlrs", for each term in `text`, in English unless told.
  private func terms(_ text: String, _ language: Language = .english) -> [String] {
    let lexicon = lexicon(language)
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var layout = PageLayout(lexicon, bytes)
      let page = layout.read()
      let prose = Prose(page, lexicon, bytes)
      let names = NameFinder(lexicon, prose)
      names.find()
      let finder = TermFinder(lexicon, bytes, prose, Cast(entities: names.entities, denotations: names.denotations))
      return finder.find().map { found in
        let term = found.term
        let amount = term.amount == term.amount.rounded() ? String(Int(term.amount)) : String(term.amount)
        return
          "\(term.kind.rawValue) \(amount) \(term.unit): \(String(decoding: bytes[term.span.range], as: UTF8.self))"
      }
    }
  }

  @Test func standInTheClaimsThatHoldThem() throws {
    let story = try read("Norvane Corp bought Belcor Inc for 59 mln dlrs. Norvane Corp is quiet.")
    #expect(story.claims.map(\.terms.count) == [1, 0])
  }

  @Test(arguments: [
    ("Norvane Corp bought Belcor Inc for 59 mln dlrs.", "price 59000000 USD: 59 mln dlrs"),
    ("Norvane Corp bought Belcor Inc for $5.2 billion.", "price 5200000000 USD: $5.2 billion"),
    ("Norvane Corp bought Belcor Inc for £2.2bn.", "price 2200000000 GBP: £2.2bn"),
    ("Norvane Corp bought Belcor Inc for Rs 2,940 crore.", "price 29400000000 INR: Rs 2,940 crore"),
    ("Norvane Corp bought Belcor Inc for 46.5 billion naira.", "price 46500000000 NGN: 46.5 billion naira"),
    ("Norvane Corp bought Belcor Inc for US$1.15 billion.", "price 1150000000 USD: US$1.15 billion"),
    ("Norvane Corp bought Belcor Inc for C$40 million in cash.", "price 40000000 CAD: C$40 million"),
    ("Norvane Corp bought Belcor Inc for 1,400,000 dlrs in stock.", "price 1400000 USD: 1,400,000 dlrs"),
    ("Norvane Corp bought Belcor Inc for EUR 310 million.", "price 310000000 EUR: EUR 310 million"),
    ("Norvane Corp bought Belcor Inc for a billion dollars.", "price 1000000000 USD: billion dollars"),
    ("Norvane Corp bought Belcor Inc for four million euros.", "price 4000000 EUR: four million euros"),
    ("Norvane Corp agreed to a 2-billion-dollar takeover by Belcor Inc.", "price 2000000000 USD: 2-billion-dollar"),
    ("Norvane Corp offered 31-1/4 dlrs a share for Belcor Inc.", "price per share 31.25 USD: 31-1/4 dlrs"),
    ("Norvane Corp offered 840 pence for each share of Belcor Inc.", "price per share 8.4 GBP: 840 pence"),
    ("Norvane Corp bought the shares of Belcor Inc at 313.25p each.", "price per share 3.1325 GBP: 313.25p"),
    ("Norvane Corp will pay Belcor Inc a termination fee of $35 million.", "break fee 35000000 USD: $35 million"),
    ("Norvane Corp offered a 38% premium for Belcor Inc.", "premium 38 %: 38%"),
    ("Norvane Corp has a 12.5 pct stake in Belcor Inc.", "stake 12.5 %: 12.5 pct"),
    ("Norvane Corp bought 20 pct of Belcor Inc.", "stake 20 %: 20 pct"),
    ("Norvane Corp owns a 50-pct interest in Belcor Inc.", "stake 50 %: 50-pct"),
  ]) func readsEnglishFigures(text: String, expected: String) { #expect(terms(text) == [expected]) }

  @Test(arguments: [
    (
      "Norvane SA rachète Belcor SA pour 2,2 milliards d'euros.", "price 2200000000 EUR: 2,2 milliards d'euros"
    ),
    ("Norvane SA rachète Belcor SA pour 1\u{A0}450\u{A0}000 euros.", "price 1450000 EUR: 1\u{A0}450\u{A0}000 euros"),
    ("Norvane SA a racheté Belcor SA pour un milliard d’euros.", "price 1000000000 EUR: un milliard d’euros"),
    (
      "Norvane SA rachète Belcor SA pour 185 millions de dollars canadiens.",
      "price 185000000 CAD: 185 millions de dollars canadiens"
    ),
    ("Norvane SA offre 45 dollars par action de Belcor SA.", "price per share 45 USD: 45 dollars"),
    ("L'offre de Norvane SA sur Belcor SA contient une prime de 30 %.", "premium 30 %: 30 %"),
    ("Norvane SA détient 9,8 % du capital de Belcor SA.", "stake 9.8 %: 9,8 %"),
    ("Norvane SA devra une indemnité de rupture de 9 millions d'euros.", "break fee 9000000 EUR: 9 millions d'euros"),
  ]) func readsFrenchFigures(text: String, expected: String) {
    #expect(terms(text, .french) == [expected])
  }

  @Test(arguments: [
    "Norvane Corp, which wants to buy Belcor Inc, had sales of 88 mln dlrs.",
    "Norvane Corp, which wants to buy Belcor Inc, had an operating loss in 1986 of 381,000 dlrs.",
    "Shares of Belcor Inc, the takeover target, rose 3.2 percent to 14.85 euros.",
    "Norvane Corp, which wants to buy Belcor Inc, has 40 million customers.",
    "Norvane Corp will save 60 million dollars a year if it buys Belcor Inc.",
    "Norvane Corp said its bid for Belcor Inc was 2.25 dlrs a share above the first one.",
    "Norvane Corp bought 15 pct more coffee after the takeover of Belcor Inc.",
  ]) func leavesOtherFigures(text: String) { #expect(terms(text) == []) }

  @Test func takesNoConversionInBrackets() {
    #expect(
      terms("Norvane Corp bought Belcor Inc for 59 mln dlrs (37 mln stg).") == ["price 59000000 USD: 59 mln dlrs"])
  }

  @Test func knowsTheCurrencyOfABareSum() {
    #expect(
      terms("Norvane Corp offered 90 million kroner for Belcor Inc. Norvane Corp came back with 140 million.") == [
        "price 90000000 NOK: 90 million kroner", "price 140000000 NOK: 140 million",
      ])
  }

  @Test func knowsThatOneStakeFollowsAnother() {
    #expect(
      terms("Norvane Corp raised its stake in Belcor Inc to 11 pct from 9.7 pct.") == [
        "stake 11 %: 11 pct", "stake 9.7 %: 9.7 pct",
      ])
  }
}
