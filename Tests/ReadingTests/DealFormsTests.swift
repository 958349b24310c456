import Stories
import Testing

@testable import Reading

/// The forms in which English and French say who bids and who sells, one by one.
@Suite struct DealFormsTests {
  /// Verbs whose subject or object is not who is usual: chosen, outbid, drawn, given up, sold by itself, of which another says.
  @Test(arguments: [
    (
      "Tarpol Corp picked Norvane Corp as the buyer of Belcor Inc.",
      "Belcor Inc; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Tarpol Corp chose Norvane Corp over Holm AG as the buyer of Belcor Inc.",
      "Belcor Inc; Tarpol Corp seller; Norvane Corp bidder; Holm AG bidder"
    ),
    ("Norvane Corp trumped Tarpol Corp's offer for Belcor Inc.", "Belcor Inc; Norvane Corp bidder; Tarpol Corp bidder"),
    ("Norvane Corp outbid Tarpol Corp for Belcor Inc.", "Belcor Inc; Norvane Corp bidder; Tarpol Corp bidder"),
    ("Norvane Corp walked away from Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Belcor Inc agreed to sell itself to Norvane Corp.", "Belcor Inc; Norvane Corp bidder"),
    ("Belcor Inc, which Norvane Corp bought in May, will close two plants.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp has an eye on Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp made an approach to Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Tarpol Corp is seeking a buyer for Belcor Inc.", "Belcor Inc; Tarpol Corp seller"),
    ("Norvane Corp is considering a bid for Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("The judge refused to stop Norvane Corp from taking over Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp acquired 51% of Belcor Inc from Tarpol Corp.", "Belcor Inc; Tarpol Corp seller; Norvane Corp bidder"
    ),
  ]) func readsEnglishVerbs(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Names with a noun: whose pursuit, the deal for whom, the interest from whom, who is called the new owner.
  @Test(arguments: [
    ("Norvane Corp's pursuit of Belcor Inc has turned hostile.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp's deal for Belcor Inc has fallen through.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Belcor Inc has drawn interest from Norvane Corp and Tarpol Corp.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Corp bidder"
    ),
    ("Norvane Corp is in exclusive talks over Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp is in talks with Belcor Inc about a takeover.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Three bidders remain for Belcor Inc: Norvane Corp, Tarpol Corp and Holm AG.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Corp bidder; Holm AG bidder"
    ),
    ("A Norvane-led group has bid for Belcor Inc. Norvane Corp said so.", "Belcor Inc; Norvane Corp bidder"),
  ]) func readsEnglishNouns(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What a clause between commas says is of its own; "which" is no person.
  @Test(arguments: [
    (
      "Norvane Corp, which owns Holm Ltd, agreed to buy Belcor from Tarpol Corp.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Tarpol Corp, which Holm Ltd floated in 2018, has agreed to sell Belcor to Norvane Corp.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Tarpol Corp, whose rival Holm Ltd is bigger, has agreed to sell Belcor to Norvane Corp.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "The Roe family, who founded Belcor in 1958, agreed to sell Belcor to Norvane Corp.",
      "Belcor; Roe family seller; Norvane Corp bidder"
    ),
    ("Norvane SA, qui possède Holm SA, va racheter Belcor à Tarpol SA.", "Belcor; Tarpol SA seller; Norvane SA bidder"),
    (
      "Norvane SA, dont Holm SA est une filiale, va racheter Belcor à Tarpol SA.",
      "Belcor; Tarpol SA seller; Norvane SA bidder"
    ),
  ]) func passesOverClausesBetweenCommas(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What is sold is a part or a stake of somebody; who wins an auction or is spoken to; what it goes by.
  @Test(arguments: [
    (
      "Norvane Corp has sounded out Tarpol Corp about a purchase of Belcor.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp weighs an offer for Belcor. It has sounded out the largest shareholder, Tarpol Corp, about its 31 percent holding.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp, which holds part of Belcor, agreed in July to buy the stake from Tarpol Corp.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Tarpol Corp is holding discussions with several parties on the future of its cider division, Belcor.",
      "Belcor; Tarpol Corp seller"
    ),
    (
      "Tarpol Corp has entered exclusive negotiations with Norvane Corp over its cider arm. The arm, Belcor, has debt.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    ("Norvane Corp wins auction for control of Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    ("Norvane Corp announces a public offer to the shareholders of Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
    (
      "Norvane Corp has agreed to buy four terminals, known together as Belcor, from Tarpol Corp.",
      "Belcor; Tarpol Corp seller; Norvane Corp bidder"
    ),
    (
      "Belcor Inc confirmed that it was in discussions with Norvane Corp. It is also talking to Tarpol Corp.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Corp bidder"
    ),
    ("Norvane Corp makes cider. Norvane Corp rejected an offer as suitors circle.", "Norvane Corp"),
    (
      "Norvane Corp will buy Belcor. Belcor makes cider and is owned by the investment firm Tarpol Capital.",
      "Belcor; Tarpol Capital seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp bid for Belcor. Dealers mentioned Tarpol Corp, which bought Holm Ltd in 1985, as a counterbidder.",
      "Belcor; Norvane Corp bidder; Tarpol Corp bidder"
    ),
    (
      "Norvane Corp bid for Belcor. Is there a white knight? Press reports named Tarpol Corp, the brewer.",
      "Belcor; Norvane Corp bidder; Tarpol Corp bidder"
    ),
    (
      "Norvane Corp bid for Belcor. The Roe family, with 44 percent, is believed to want to sell.",
      "Belcor; Roe family seller; Norvane Corp bidder"
    ),
    (
      "The Roe family is selling the cider maker Belcor. The Tarpol Employee Trust will acquire all of the shares.",
      "Belcor; Roe family seller; Tarpol Employee Trust bidder"
    ),
  ]) func readsWhoseItIs(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// The same of French, where what is sold is often the subject.
  @Test(arguments: [
    ("Norvane SA a mis la main sur Belcor SA.", "Belcor SA; Norvane SA bidder"),
    ("Belcor SA passe sous le contrôle de Norvane SA.", "Belcor SA; Norvane SA bidder"),
    ("Belcor SA tombe dans l'escarcelle du brasseur suisse Norvane SA.", "Belcor SA; Norvane SA bidder"),
    ("Belcor SA vendu à Norvane SA.", "Belcor SA; Norvane SA bidder"),
    ("Norvane SA cède le contrôle de Belcor SA à Tarpol SA.", "Belcor SA; Norvane SA seller; Tarpol SA bidder"),
    ("Norvane SA a choisi Tarpol SA pour la reprise de Belcor SA.", "Belcor SA; Norvane SA seller; Tarpol SA bidder"),
    ("Face à Tarpol SA, Norvane SA relève son offre sur Belcor SA.", "Belcor SA; Tarpol SA bidder; Norvane SA bidder"),
    ("Belcor SA dit non à Tarpol SA.", "Belcor SA; Tarpol SA bidder"),
    ("Tarpol SA renonce à Belcor SA.", "Belcor SA; Tarpol SA bidder"),
    (
      "Belcor SA attise les convoitises de Norvane SA et de Tarpol SA.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder"
    ),
    ("Tarpol SA, aux côtés de Norvane SA, veut racheter Belcor SA.", "Belcor SA; Tarpol SA bidder; Norvane SA bidder"),
    ("Tarpol SA et Norvane SA se disputent Belcor SA.", "Belcor SA; Tarpol SA bidder; Norvane SA bidder"),
    (
      "La filiale de Norvane SA, Belcor SA, est convoitée par Tarpol SA.",
      "Belcor SA; Norvane SA seller; Tarpol SA bidder"
    ),
    (
      "Belcor SA reste en vente. Un repreneur évincé, l'homme d'affaires Marc Roe, attend.",
      "Belcor SA; Marc Roe bidder"
    ),
    ("Norvane SA reprend Belcor SA, filiale à 100 % de Tarpol SA.", "Belcor SA; Tarpol SA seller; Norvane SA bidder"),
    (
      "Norvane SA a racheté Belcor SA. L'acquisition de Belcor SA, signée avec Tarpol SA, est bouclée.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
  ]) func readsFrench(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Two names in one word are two; a place behind a name makes another name; bankers who sell a company are not its people.
  @Test func tellsNamesApart() throws {
    #expect(
      try deal(
        "Judge lets Norvane-Belcor deal go ahead\n\nA judge let Norvane buy Belcor. Norvane and Belcor are rivals.")
        == "Belcor; Norvane bidder")
    #expect(
      try deal("Norvane Corp bought Belcor Inc. The shares of Norvane UK are held by Norvane Corp.")
        == "Belcor Inc; Norvane Corp bidder")
    #expect(try deal("Tarpol Corp has hired bankers to sell Belcor.") == "Belcor; Tarpol Corp seller")
  }

  /// Where a story leaves the deal, by the form of its verb.
  @Test(arguments: [
    ("Norvane Corp is buying Belcor Inc for $300 million.", Stage.agreed),
    ("Belcor Inc will be bought by Norvane Corp.", .agreed),
    ("Belcor Inc has been sold to Norvane Corp.", .completed),
    ("Norvane Corp's purchase of Belcor Inc has not been completed.", .agreed),
    ("Tarpol Corp is seeking a buyer for Belcor Inc.", .rumoured),
    ("The judge refused to stop the sale of Belcor Inc to Norvane Corp.", .approved),
    ("Talks on a sale of Belcor Inc to Norvane Corp collapsed.", .withdrawn),
    ("Belcor SA vient d'être racheté par Norvane SA.", .completed),
    ("Norvane SA va racheter Belcor SA.", .agreed),
    ("Belcor SA est à vendre.", .rumoured),
    ("La vente de Belcor SA à Norvane SA est bouclée.", .completed),
    ("Le ministre n'autorisera pas la vente de Belcor SA à Norvane SA.", .blocked),
    ("Belcor SA passe aux mains de Norvane SA.", .agreed),
  ]) func tellsTheStage(text: String, stage: Stage) throws { #expect(try read(text).stage == stage) }

  /// A text may begin and end anywhere, and with any word.
  @Test func beginsAndEndsWithAnyWord() throws {
    for text in ["of bidders", "of the bidders remains", "among suitors"] { _ = try read(text) }
    let words = """
      Acme Corp said that a Chinese minister, Ann Ode, of the French group's board had agreed to the U.S. unit's sale by
      "Zed Inc" for $3 billion per share, not 4 pct, of which Treasury Secretary Mnuchin told Reuters. Shareholder Dr Roe,
      citing people close to it, would be up to 20 percent more likely according to British regulators' Mr Chinese
      """.split(whereSeparator: \.isWhitespace)
    for start in [0, 7, 20] {
      for end in start + 1...words.count { _ = try read(words[start..<end].joined(separator: " ")) }
    }
  }

  /// "concluded" closes a deal, but not with "that" behind it.
  @Test func tellsThoughtsFromDeals() throws {
    let story = try read("The panel concluded that Tarpol Corp must sell Belcor Inc.")
    #expect(story.stage != .completed && story.claims.allSatisfy { $0.stage != .completed })
    #expect(try read("Norvane Corp concluded its purchase of Belcor Inc.").stage == .completed)
  }

  /// What was bought long ago is another deal.
  @Test func leavesOlderDealsAside() throws {
    let story = try read(
      "Norvane Corp has offered 30 dollars a share for Belcor Inc. Norvane Corp bought Tarpol Ltd in 2017. It closed the plant of Tarpol Ltd."
    )
    #expect(story.target?.name.english == "Belcor Inc")
    #expect(story.stage == .offered)
  }
}
