import Stories
import Testing

@testable import Reading

/// Who bids or sells by the words around a name, where no verb or noun of the trade tells it.
@Suite struct HintTests {
  /// A story in which Norvane sells Belcor to Oakdale, and `sentence`.
  private func deal(beside sentence: String, in language: Language) throws -> String {
    language == .english
      ? try ReadingTests.deal(
        """
        Oakdale Corp has agreed to buy the cider maker Belcor from Norvane Corp for 310 million euros, both said on Monday.

        Norvane had put the business up for sale last year. \(sentence)

        The head office of Tarpol is in Leeds.
        """)
      : try ReadingTests.deal(
        """
        Oakdale SA a conclu un accord pour racheter le cidrier Belcor à Norvane SA pour 310 millions d'euros, ont-ils annoncé.

        Norvane avait mis la société en vente l'an dernier. \(sentence)

        Le siège de Tarpol se trouve à Lille.
        """)
  }

  @Test(arguments: [
    "Tarpol was eliminated in the first round.", "Tarpol, which was outbid, is to appeal.",
    "Speculation had centred on Tarpol, the drinks group.", "It had already turned Tarpol down twice.",
    "Others that looked at the business include Tarpol.", "Tarpol had hoped to buy the business itself.",
    "The family preferred Oakdale to Tarpol.", "Tarpol considered an offer but thought better of it.",
    "A spokesman for Tarpol declined to say whether it would bid.", "The offer is 10 million higher than Tarpol's.",
    "The brewer Tarpol declined to comment.", "U.S. rival Tarpol had also submitted a final offer.",
    "In 2021 Tarpol dropped a bid for it.", "In 2021 the Malaysian group Tarpol dropped a bid when borders closed.",
    "Oakdale's partners are Tarpol and a bank.",
  ]) func findsABidder(sentence: String) throws {
    #expect(
      try deal(beside: sentence, in: .english)
        == "Belcor; Norvane Corp seller; Oakdale Corp bidder; Tarpol bidder")
  }

  @Test(arguments: [
    "Tarpol a été éliminé au premier tour.", "Le brasseur Tarpol s'était également positionné.",
    "Des contacts avaient été noués avec le fonds Tarpol.", "La famille a préféré Oakdale à Tarpol.",
    "Tarpol, un temps pressenti, a préféré se retirer.", "Le dossier a été regardé par Tarpol.",
    "Le japonais Tarpol se tient en embuscade.", "Tarpol n'a pas souhaité commenter.",
  ]) func findsABidderInFrench(sentence: String) throws {
    #expect(
      try deal(beside: sentence, in: .french) == "Belcor; Norvane SA seller; Oakdale SA bidder; Tarpol bidder")
  }

  /// Those who advise, lend, hold or compete only.
  @Test(arguments: [
    "Tarpol advised Norvane.", "Tarpol, a customer, welcomed the deal.", "The financing comes from Tarpol, a bank.",
    "Ann Roe, an analyst at Tarpol, called the bid cheap.", "Belcor competes with Tarpol, a brewer.",
    "Norvane sold its paper unit to Tarpol in 2019.", "Tarpol, which owns 4 percent of Norvane, welcomed the sale.",
    "Belcor bought Tarpol, a small brewer, in 2015.",
    "The other shareholders, among them the Dutch insurer Tarpol, waived their rights.",
    "The board backs the offer, supported by a fairness opinion from Tarpol.",
  ]) func findsNobodyElse(sentence: String) throws {
    #expect(try deal(beside: sentence, in: .english) == "Belcor; Norvane Corp seller; Oakdale Corp bidder")
  }

  /// Who sells: to whom it belongs, who has most of it, who is rid of it.
  @Test(arguments: [
    "Belcor has belonged to Tarpol Ltd since May.", "Tarpol Ltd owns 80 percent of Belcor.",
    "For Tarpol Ltd the sale ends a bad chapter.", "Tarpol Ltd will use the proceeds to cut debt.",
    "The previous owner was Tarpol Ltd.", "Tarpol Ltd paid 400 million for Belcor in 2012.",
  ]) func findsWhoSells(sentence: String) throws {
    #expect(
      try ReadingTests.deal("Oakdale Corp has agreed to buy the cider maker Belcor. Belcor has two plants. \(sentence)")
        == "Belcor; Tarpol Ltd seller; Oakdale Corp bidder")
  }

  @Test(arguments: [
    "Belcor appartient depuis 2012 à Tarpol SE.", "La maison mère de Belcor, Tarpol SE, se tait.",
    "Pour Tarpol SE, cette cession clôt un chapitre.", "Belcor est une filiale de Tarpol SE.",
  ]) func findsWhoSellsInFrench(sentence: String) throws {
    #expect(
      try ReadingTests.deal("Oakdale SA va racheter le cidrier Belcor. Belcor emploie cent personnes. \(sentence)")
        == "Belcor; Tarpol SE seller; Oakdale SA bidder")
  }

  @Test(arguments: [
    // Whose offer it is stands behind it, whatever verb the lexicon lacks before.
    (
      "Norvane Corp offered to buy Belcor Inc. Belcor Inc's directors hid a competing proposal from Tarpol Ltd.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    // "controlled by" hangs on another noun than the offer.
    (
      "Norvane Corp has made an offer for Belcor Inc, a brewer controlled by Tarpol Ltd.",
      "Belcor Inc; Tarpol Ltd seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp offered to buy Belcor Inc. Norvane Corp, which sold its puzzle brand to Tarpol Ltd, has a loan.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    // What a merger takes is who is held already.
    (
      "Belcor Inc set a vote on its proposed merger with Norvane Corp. Norvane Corp holds 54 pct of Belcor Inc.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "A group of investors led by Norvane Corp bid for Belcor Inc. The group, which also includes Tarpol Ltd and Holm Ltd, is offering 30 dlrs a share.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder; Holm Ltd bidder"
    ),
    ("Belcor SA appartient désormais à Norvane SA.", "Belcor SA; Norvane SA bidder"),
    ("Norvane SA est devenu propriétaire de Belcor SA.", "Belcor SA; Norvane SA bidder"),
    (
      "Norvane SA cède Belcor SA à Holm SA. Conseil des cédants : Tarpol SA.",
      "Belcor SA; Norvane SA seller; Holm SA bidder"
    ),
  ]) func tellsWhoActs(text: String, expected: String) throws { #expect(try ReadingTests.deal(text) == expected) }

  /// What went before, and what is only heard, does not put the deal where it says.
  @Test(arguments: [
    ("Norvane Corp took its offer for Belcor Inc to shareholders after being rejected twice.", Stage.offered),
    ("Norvane Corp raised its bid for Belcor Inc to 34 euros after the brewer turned down 30.", .offered),
    ("Norvane SA relève à 34 euros son offre sur Belcor SA, après un premier refus du brasseur.", .offered),
    ("Norvane Corp declined to comment on a report that it has bought a stake in Belcor Inc.", .rumoured),
    ("Norvane Corp signed a letter of intent to acquire Belcor Inc.", .inTalks),
    ("Norvane Corp finalized an agreement to sell Belcor Inc.", .agreed),
    ("Norvane Corp took over the brewer Belcor Inc on Monday.", .completed),
    ("A judge dismissed a lawsuit against Norvane Corp's purchase of Belcor Inc.", .approved),
    ("Belcor Inc urged holders to take no action on the offer of Norvane Corp.", .rejected),
    ("La Commission se prononcera en mai sur le rachat de Belcor SA par Norvane SA.", .underReview),
  ]) func tellsTheStage(text: String, stage: Stage) throws { #expect(try read(text).stage == stage) }
}
