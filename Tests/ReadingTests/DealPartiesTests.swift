import Stories
import Testing

@testable import Reading

/// Who bids and who sells, where it takes more than a verb with subject and object.
@Suite struct DealPartiesTests {
  /// Several bidders: by examples, in a consortium, outbidding each other, beside each other.
  @Test(arguments: [
    (
      "Norvane Corp has sounded out potential buyers for Belcor Inc including Tarpol Ltd and Aldby Paper.",
      "Belcor Inc; Tarpol Ltd bidder; Aldby Paper bidder"
    ),
    (
      "Among the suitors circling Belcor Inc are Tarpol Ltd and Aldby Paper. Belcor Inc said nothing.",
      "Belcor Inc; Tarpol Ltd bidder; Aldby Paper bidder"
    ),
    (
      "A consortium led by Tarpol Capital and including Aldby Paper has offered to take Belcor Ltd private.",
      "Belcor Ltd; Tarpol Capital bidder; Aldby Paper bidder"
    ),
    (
      "Norvane Corp raised its offer for Belcor Inc, topping a rival bid from Tarpol Ltd.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "Le fonds Tarpol, allié au danois Holm et à l'entrepreneur Marc Roe, a soumis une proposition sur Belcor SA.",
      "Belcor SA; Tarpol bidder; Holm bidder; Marc Roe bidder"
    ),
    (
      "Norvane SA a relevé son offre sur Belcor SA, soit plus que celle de son rival Tarpol SA.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder"
    ),
    (
      "Norvane SA étudie la cession de Belcor SA. Parmi eux figureraient le danois Holm et le fonds Tarpol.",
      "Belcor SA; Norvane SA seller; Holm bidder; Tarpol bidder"
    ),
  ]) func tellsOfAuctions(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Those who only compete: in a field, on a shortlist, in a list, beside another, in a clause of their own.
  @Test(arguments: [
    (
      "Norvane Corp has offered 30 dollars a share for Belcor Inc, joining a field that already includes Tarpol Ltd and Aldby Paper.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder; Aldby Paper bidder"
    ),
    (
      "Norvane Corp is selling Belcor Inc. Still in the race: Tarpol Ltd, which owns a mill; the Dutch brewer Holm; and Aldby Paper.",
      "Belcor Inc; Norvane Corp seller; Tarpol Ltd bidder; Holm bidder; Aldby Paper bidder"
    ),
    (
      "Norvane SA vend Belcor SA. Restent en piste Tarpol SA, déjà propriétaire d'une usine, ainsi que le danois Holm.",
      "Belcor SA; Norvane SA seller; Tarpol SA bidder; Holm bidder"
    ),
    (
      "Norvane Corp has offered 30 dollars a share for Belcor Inc. Norvane and Tarpol Ltd have both hired banks.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "Norvane Corp has offered to buy Belcor Inc. A rival bid from the brewer Holm fell through in May.",
      "Belcor Inc; Norvane Corp bidder; Holm bidder"
    ),
    (
      "Norvane Corp covets the brands of Belcor Inc, and the fund Tarpol has looked at the books.",
      "Belcor Inc; Norvane Corp bidder; Tarpol bidder"
    ),
    (
      "Norvane Corp is buying Belcor Inc. There was no other offer after Tarpol Ltd withdrew on Monday.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "Shares in Belcor Inc rose on talk that Norvane Corp was preparing an offer.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Belcor Inc has received a proposal from Norvane Corp to acquire all its shares.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Norvane SA a remis une offre sur Belcor SA. Norvane SA rejoint Tarpol SA et un tandem formé par Holm SA et Aldby SA.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder; Holm SA bidder; Aldby SA bidder"
    ),
    (
      "Trois offres sont sur la table pour Belcor SA. L'avocat de Norvane SA promet des emplois. Tarpol SA garde deux sites. Holm SA se tait.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder; Holm SA bidder"
    ),
    (
      "Norvane SA rachète Belcor SA. L'allemand Holm, qui avait surenchéri, n'a pas été retenu.",
      "Belcor SA; Norvane SA bidder; Holm bidder"
    ),
    (
      "Norvane Corp has put Belcor Inc up for sale. The other bidders are silent. The Dutch brewer Holm is worth more.",
      "Belcor Inc; Norvane Corp seller; Holm bidder"
    ),
    (
      "Norvane SA a remis une offre sur Belcor SA. D'autres ont fait part de leur intérêt, dont le britannique Holm.",
      "Belcor SA; Norvane SA bidder; Holm bidder"
    ),
  ]) func tellsOfCompetitors(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who sells, told by other words than those of selling.
  @Test(arguments: [
    (
      "Norvane Corp has offered 2 billion dollars for Belcor Inc, which Tarpol Capital bought six years ago.",
      "Belcor Inc; Tarpol Capital seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp has narrowed the list of possible buyers for Belcor Inc to three.",
      "Belcor Inc; Norvane Corp seller"
    ),
    (
      "Norvane SA a chargé une banque de trouver un acquéreur pour Belcor SA.",
      "Belcor SA; Norvane SA seller"
    ),
    (
      "Tarpol SA met la main sur Belcor SA, que lui cède Norvane SA.",
      "Belcor SA; Norvane SA seller; Tarpol SA bidder"
    ),
    (
      "Norvane SA va racheter Belcor SA, qui est aux mains de Tarpol SA. Norvane SA paiera 30 millions d'euros.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Norvane SA reprend Belcor SA. Norvane versera 45 millions d'euros à Tarpol SA.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Norvane SA regrette l'échec de la vente de sa filiale Belcor SA.",
      "Belcor SA; Norvane SA seller"
    ),
    (
      "Norvane Corp has drawn interest from three groups for its ferry arm Belcor.",
      "Belcor; Norvane Corp seller"
    ),
    (
      "Norvane SA digère Belcor SA, l'éditeur de partitions racheté en janvier à Tarpol SA.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Holders of Belcor Inc shares tendered to Norvane Corp. Tarpol Ltd tendered its 34 pct holding.",
      "Belcor Inc; Tarpol Ltd seller; Norvane Corp bidder"
    ),
  ]) func tellsOfSellers(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What is sold in France stands there, and is sold to nobody of that name.
  @Test func tellsPlacesFromBuyers() throws {
    #expect(
      try deal("Norvane SA rachète Belcor SA. Norvane doit se défaire de deux usines à Laval.")
        == "Belcor SA; Norvane SA bidder")
  }

  /// The items of a list of news tell of a deal each, be there only two.
  @Test func readsBulletins() throws {
    let story = try read(
      """
      Deals of the week

      - Food. Norvane Corp is buying the brewer Belcor.

      - Paper. Tarpol said it had rejected an approach from Aldby Paper.
      """)
    #expect(story.targets.map(\.name.english) == ["Belcor", "Tarpol"])
  }

  /// A letter's own company is what is wanted, though no word of the trade has it as its object.
  @Test func tellsOurCompany() throws {
    #expect(
      try deal("Chers actionnaires, notre société, les Faïenceries Roe, a reçu une offre de Norvane SA.")
        == "Faïenceries Roe; Norvane SA bidder")
  }

  /// A company that is called by a forename is no second one.
  @Test func joinsForenamesToCompanies() throws {
    #expect(
      try deal("Cordelia Oil Co said it rejected a bid from Norvane Corp. Norvane owns 6 pct of Cordelia.")
        == "Cordelia Oil Co; Norvane Corp bidder")
  }

  /// Shareholders approve what authorities have yet to; and who bids without a stage is a rumour.
  @Test func tellsStagesBesideAuthorities() throws {
    #expect(
      try read("Belcor Inc said its shareholders approved the merger of the company into Norvane Corp.").stage
        == .agreed)
  }

  /// A name that opens a sentence, with what it is behind it.
  @Test(arguments: [
    ("Skovlund, the Danish brewer, has offered 30 dollars a share for Belcor Inc.", "Belcor Inc; Skovlund bidder"),
    ("Lindqvist of Sweden has offered 30 dollars a share for Belcor Inc.", "Belcor Inc; Lindqvist bidder"),
    (
      "Norvane Corp is selling Belcor Inc. The likely bidders: Lindqvist (Sweden) and Tarpol Ltd.",
      "Belcor Inc; Norvane Corp seller; Lindqvist bidder; Tarpol Ltd bidder"
    ),
  ]) func findsNamesThatOpenSentences(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What is to be had, and who parts with it.
  @Test(arguments: [
    (
      "Belcor Inc has been on the block since its owner, the Roe family, fell out.",
      "Belcor Inc; Roe family seller"
    ),
    (
      "Norvane Corp has put Belcor Inc up for sale.",
      "Belcor Inc; Norvane Corp seller"
    ),
    (
      "Norvane Corp is weighing a sale of Belcor Inc, a maker of pumps.",
      "Belcor Inc; Norvane Corp seller"
    ),
    (
      "Norvane SA a acheté Belcor SA à la famille Roe.",
      "Belcor SA; famille Roe seller; Norvane SA bidder"
    ),
    (
      "Norvane SA est en négociations avec Tarpol SA en vue de lui vendre Belcor SA.",
      "Belcor SA; Norvane SA seller; Tarpol SA bidder"
    ),
    (
      "Belcor Inc has turned down a sweetened takeover proposal from Norvane Corp.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Belcor Inc has agreed to a takeover by its landlord, Norvane Estates.",
      "Belcor Inc; Norvane Estates bidder"
    ),
  ]) func tellsWhoParts(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Verbs that may be nouns, merge "into" another, or enter the capital; names with small words.
  @Test(arguments: [
    (
      "Norvane Corp terminated an agreement for Tarpol Ltd to buy Belcor Inc.",
      "Belcor Inc; Tarpol Ltd bidder"
    ),
    (
      "Norvane Corp agreed to purchase Belcor Inc.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Belcor Inc shareholders approved a merger into Norvane Corp.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Van der Loo NV agreed to buy Belcor Inc from Banco del Duero.",
      "Belcor Inc; Banco del Duero seller; Van der Loo NV bidder"
    ),
    (
      "Norvane SA entre à hauteur de 25 % au capital de Belcor SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "La vente des Eaux de Valmont à Norvane SA est bouclée.",
      "Eaux de Valmont; Norvane SA bidder"
    ),
  ]) func readsTheVerb(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Rumours, those who give up, talks, parts of what is owned, participles.
  @Test(arguments: [
    (
      "Two names are making the rounds for Belcor Inc: Tarpol Ltd and Norvane Corp. Belcor Inc is for sale.",
      "Belcor Inc; Tarpol Ltd bidder; Norvane Corp bidder"
    ),
    ("Norvane Corp dropped out of the race for Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp is selling Belcor Inc after talks with Norway's Tarpol Ltd.",
      "Belcor Inc; Norvane Corp seller; Tarpol Ltd bidder"
    ),
    ("Norvane Corp offered 310 pence for each of the shares in Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Belcor SA est à vendre. Deux candidats se sont manifestés : l'italien Cantieri Blu et un fonds, Lagune Capital.",
      "Belcor SA; Cantieri Blu bidder; Lagune Capital bidder"
    ),
    ("Norvane SA a retiré son offre d'achat sur Belcor SA.", "Belcor SA; Norvane SA bidder"),
    (
      "Norvane SA acquiert Belcor SA, jusqu'alors détenu par la société d'investissement Tarpol SA.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Norvane SA doit son bénéfice à la vente de Belcor SA, cédé en février à l'espagnol Tarpol.",
      "Belcor SA; Tarpol bidder"
    ),
  ]) func readsOtherForms(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// In a round-up a name heads a paragraph, and a nationality stands for it.
  @Test func takesANationalityForWhoeverHeadsTheParagraph() throws {
    let story = try read(
      """
      Les brèves

      Hovby. Le danois rachète le cidrier polonais Jablonex SA.

      Kurohana. Le japonais cède Siam Mutuelle SA à Chao SA.

      Piedra. Le mexicain a retiré son offre sur Cementos SA.
      """)
    #expect(story.targets.map(\.name.english) == ["Jablonex SA", "Siam Mutuelle SA", "Cementos SA"])
    #expect(story.parties.filter { $0.role == .bidder }.map(\.name.english) == ["Hovby", "Chao SA", "Piedra"])
    #expect(story.parties.filter { $0.role == .seller }.map(\.name.english) == ["Kurohana"])
  }

  @Test(arguments: [
    ("Norvane Corp agreed to buy Belcor Inc and Tarpol Ltd from Aldby Paper.", ["Belcor Inc", "Tarpol Ltd"]),
    ("Norvane SA cède Belcor SA et Tarpol SA à Holm.", ["Belcor SA", "Tarpol SA"]),
    ("Norvane Corp agreed to buy the weekly Harbour Post.", ["Harbour Post"]),
  ]) func takesAllThatIsBought(text: String, targets: [String]) throws {
    #expect(try read(text).targets.map(\.name.english) == targets)
  }

  /// A person who speaks for nobody bids himself; "réseau de laboratoires" stands before its name as a title does.
  @Test func takesAPersonForABidderOfHisOwn() throws {
    let story = try read(
      """
      Les brèves

      Presse. Le milliardaire belge Joris Roe lorgnerait l'hebdomadaire Le Causeur.

      Santé. Le réseau de laboratoires Bioduc entre à hauteur de 25 % au capital de son confrère Analyx.

      Jeux. Norvane SA a racheté Belcor SA.
      """)
    #expect(story.targets.map(\.name.english) == ["Le Causeur", "Analyx", "Belcor SA"])
    #expect(story.parties.filter { $0.role == .bidder }.map(\.name.english) == ["Joris Roe", "Bioduc", "Norvane SA"])
  }

  @Test(arguments: [
    ("Norvane Corp is preparing a bid for Belcor Inc.", Stage.rumoured),
    ("Norvane Corp is close to selling Belcor Inc to Tarpol Ltd.", .inTalks),
    ("Norvane Corp, which bought Belcor Inc in 2014, is in talks to sell it.", .inTalks),
    ("Norvane Corp sued to block the sale. The court in Wick is to rule on the takeover.", .underReview),
    ("Norvane Corp is to sell its stake in Belcor Inc to Tarpol Ltd.", .agreed),
    ("The board of Belcor Inc approved the offer of Norvane Corp.", .agreed),
    ("The watchdog said it would not block the takeover of Belcor Inc.", .approved),
    ("Norvane SA signe un décret, mais négocie le rachat de Belcor SA.", .inTalks),
    ("Belcor Inc is up for sale.", .rumoured),
  ]) func tellsTheStage(text: String, stage: Stage) throws { #expect(try read(text).stage == stage) }

  /// What is denied did not happen, and an adjective is no act.
  @Test(arguments: [
    ("Norvane Corp said no offer for Belcor Inc has been announced.", nil),
    ("The minister said that his no to the offer for Belcor Inc was “clear and final”.", nil),
    ("Norvane Corp said it would not sell Belcor Inc.", Stage.rejected),
    ("Norvane Corp said the court had never blocked a sale of Belcor Inc.", nil),
  ]) func tellsTheStageOfAClaim(text: String, stage: Stage?) throws {
    let claim = try #require(try read(text).claims.first { $0.manner != .ownVoice })
    #expect(claim.stage == stage || stage == nil && claim.stage == .offered, "\(String(describing: claim.stage))")
  }
}
