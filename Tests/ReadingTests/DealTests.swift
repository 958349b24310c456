import Stories
import Testing

@testable import Reading

/// Who acts in the deal, and as what.
@Suite struct DealTests {
  /// "Beta Inc; Acme Corp bidder": the target, then the parties with their roles.
  private func deal(_ text: String) throws -> String {
    let story = try read(text)
    return
      ([story.target?.name.english ?? "-"] + story.parties.map { "\($0.name.english) \($0.role?.rawValue ?? "-")" })
      .joined(separator: "; ")
  }

  @Test(arguments: [
    ("Norvane Corp agreed to acquire Belcor Inc for 50 mln dlrs.", "Belcor Inc; Norvane Corp bidder"),
    ("Belcor Inc was acquired by Norvane Corp.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp sold Belcor Inc to Tarpol Ltd for 50 mln dlrs. Norvane Corp said the sale was complete.",
      "Belcor Inc; Norvane Corp seller; Tarpol Ltd bidder"
    ),
    ("Norvane Corp made a tender offer for Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp is in talks to buy its small rival Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp agreed to sell its mill, Belcor Inc, to Aldby Paper.",
      "Belcor Inc; Norvane Corp seller; Aldby Paper bidder"
    ),
    ("Le juge ordonne à Norvane SA de céder Belcor SE.", "Belcor SE; Norvane SA seller"),
    (
      "Norvane SA a proposé à Belcor SA de lui racheter 30 % du capital de Tarpol SE.",
      "Tarpol SE; Belcor SA seller; Norvane SA bidder"
    ),
    (
      "Belcor SE dément tout projet de fusion avec Norvane SA. Norvane SA offrait 2 milliards d'euros.",
      "Belcor SE; Belcor SE target; Norvane SA bidder"
    ),
    (
      "Norvane Corp made an offer for Belcor Inc. Belcor Inc said it rejected the offer.",
      "Belcor Inc; Belcor Inc target; Norvane Corp bidder"
    ),
    ("La vente de Belcor SA à Norvane SA est bouclée.", "Belcor SA; Norvane SA bidder"),
    ("Le rachat de Belcor SA par Norvane SA est bouclé.", "Belcor SA; Norvane SA bidder"),
  ]) func tellsRoles(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What is said by pronouns, by apposition, of a part, of an answer to an offer.
  @Test(arguments: [
    (
      "Norvane Corp said on Monday it had acquired Belcor Inc from Tarpol Ltd.",
      "Belcor Inc; Tarpol Ltd seller; Norvane Corp bidder"
    ),
    ("Norvane Corp said Belcor Inc would be bought by Tarpol Ltd.", "Belcor Inc; Tarpol Ltd bidder; Norvane Corp -"),
    (
      "Norvane Corp sold its Belcor Co subsidiary to Tarpol Ltd.", "Belcor Co; Norvane Corp seller; Tarpol Ltd bidder"
    ),
    (
      "Norvane Corp agreed to buy the paper business of Belcor Inc. The unit is Belcor Inc's largest.",
      "paper business; Belcor Inc seller; Norvane Corp bidder"
    ),
    (
      "Belcor Inc rejected the offer of Norvane Corp. A rival bidder, Tarpol Ltd, is waiting.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    ("Belcor Inc, for which Norvane Corp offered $19 a share, is silent.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp and Tarpol Ltd agreed to acquire Belcor Inc.", "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "The seller of Belcor Inc is understood to be Norvane Corp. It would go to Tarpol Ltd, the only bidder.",
      "Belcor Inc; Norvane Corp seller; Tarpol Ltd bidder"
    ),
    ("Belcor SA a rejeté l'offre publique d'achat du groupe Norvane SA.", "Belcor SA; Norvane SA bidder"),
    ("Norvane SA se porte acquéreur de Belcor SA.", "Belcor SA; Norvane SA bidder"),
    (
      "Norvane SA annonce l'acquisition de la division Belcor Pesage auprès du groupe Belcor SE.",
      "Belcor Pesage; Belcor SE seller; Norvane SA bidder"
    ),
    ("Belcor SA est à vendre. La famille Roe cède sa participation dans Belcor SA.", "Belcor SA; famille Roe seller"),
  ]) func followsTheSentence(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Names that hold others, parts of companies, tickers, places.
  @Test(arguments: [
    (
      "Joe Biden interdit le rachat d’US Steel par Nippon Steel.",
      "US Steel; Nippon Steel bidder; US government government"
    ),
    (
      "Norvane Corp sold its Hamburg oil subsidiary Belcor GmbH to Tarpol AG.",
      "Belcor GmbH; Norvane Corp seller; Tarpol AG bidder"
    ),
    (
      "Bally Manufacturing Corp acquired the Akron, Ohio-based company Belcor Inc.",
      "Belcor Inc; Bally Manufacturing Corp bidder"
    ),
    ("Texas American Lines Corp bought Belcor Inc <BLC.O>.", "Belcor Inc; Texas American Lines Corp bidder"),
    (
      "Norvane Corp said it acquired the Surface Division of Belcor Corp. The Surface Division makes pumps.",
      "Surface Division; Belcor Corp seller; Norvane Corp bidder"
    ),
  ]) func tellsNamesApart(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  @Test func findsTheTargetsOfARoundUp() throws {
    let story = try read(
      """
      Deals in brief

      Norvane Corp has completed its purchase of Belcor Inc, its chairman said.

      Tarpol Ltd dropped its offer for Ostrava Lines, which calls it a relief.

      Quillon Corp agreed to buy Tessaly Mills Inc for 40 mln dlrs.
      """)
    #expect(story.targets.map(\.name.english) == ["Belcor Inc", "Ostrava Lines", "Tessaly Mills Inc"])
    #expect(story.target == story.targets.first)
    #expect(
      story.parties.filter { $0.role == .bidder }.map(\.name.english) == ["Norvane Corp", "Tarpol Ltd", "Quillon Corp"])
  }

  @Test func takesGovernmentsForPartiesButNotPlaces() throws {
    let story = try read("Norvane SA a vendu sa filiale en France. Pékin s'oppose à la vente, selon Norvane SA.")
    #expect(
      story.parties.map(\.id) == ["norvane", "beijing"] || story.parties.map(\.id) == ["beijing", "norvane"])
    #expect(try read("Norvane SA a ouvert un bureau à Pékin.").parties.map(\.id).contains("beijing") == false)
  }

  @Test func knowsAPersonForWhomHeSpeaks() throws {
    let story = try read("Norvane Corp chairman Ann Roe said the unit would be sold. She said the price was fair.")
    #expect(
      story.claims.map { line($0, of: story) } == [
        "indirect asserted Norvane Corp: the unit would be sold", "indirect asserted Norvane Corp: the price was fair",
      ])
  }

  @Test func findsTheSameNameAgain() throws {
    let story = try read(
      "American Cable Motors Corp said it sold a unit. ACM said the price was fair. American Cable will keep the rest.")
    #expect(story.parties.map(\.name.english) == ["American Cable Motors Corp"])
    #expect(story.mentions.count == 3)
  }

  @Test(arguments: [
    ("Norvane Corp rejected the offer of Belcor Inc.", Stage.rejected),
    ("Norvane Corp said it has acquired Belcor Inc.\n\nTerms of the acquisition were not disclosed.", Stage.completed),
    ("Norvane Corp said the sale of Belcor Inc is expected to be completed in May.", Stage.agreed),
    ("Norvane SA a racheté Belcor SA.", Stage.completed),
    ("Norvane Corp is in talks with Belcor Inc.", .inTalks),
    ("The commission approved the sale of Belcor Inc to Norvane Corp.", .approved),
    ("Norvane Corp completed its purchase of Belcor Inc.", .completed),
    ("Norvane Corp withdrew its bid for Belcor Inc.", .withdrawn),
    ("Belcor SA rejette l’offre de Norvane SA et ne veut plus vendre.", .rejected),
  ]) func tellsTheStage(text: String, stage: Stage) throws { #expect(try read(text).stage == stage) }
}
