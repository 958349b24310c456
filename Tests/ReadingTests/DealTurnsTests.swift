import Stories
import Testing

@testable import Reading

/// Who bids, who sells and what is bought, where a turn of phrase hides it.
@Suite struct DealTurnsTests {
  /// What a sentence says is not so, and who is put in its place.
  @Test(arguments: [
    (
      "Rachat de Belcor SA. Ce n'est pas le groupe Norvane qui a racheté Belcor SA, mais sa maison mère, Tarpol, basée à Bâle.",
      "Belcor SA; Tarpol bidder"
    )
  ]) func tellsOfCorrections(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// "Acme and Lazard is" is no list.
  @Test(arguments: [
    (
      "Acme Corp said it has agreed to buy Belcor Inc. Norvane is advising Acme and Tarpol is advising Belcor.",
      "Belcor Inc; Acme Corp bidder"
    )
  ]) func tellsClausesFromLists(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who sells: behind an apposition, persons of their own, a board that has found a suitor for its company.
  @Test(arguments: [
    (
      "Norvane Corp has agreed to buy Belcor Inc, the last independent works in Denmark, from the Roe family.",
      "Belcor Inc; Roe family seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp has bought Belcor Inc, a brewer. The founders, Ann Roe and Marc Holm, sold their shares.",
      "Belcor Inc; Ann Roe seller; Marc Holm seller; Norvane Corp bidder"
    ),
    (
      "The board of Belcor Inc found a friendlier suitor on Monday. The hotel group Norvane will pay 30 dollars a share.",
      "Belcor Inc; Norvane bidder"
    ),
    (
      "Norvane Corp will pay 30 dollars a share for Belcor Inc. Belcor's chairman said the directors would tender their shares.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Le tribunal a interdit à la société Norvane de transférer ses parts dans Belcor SA au cimentier grec Tarpol.",
      "Belcor SA; Norvane seller; Tarpol bidder"
    ),
    (
      "Norvane SA a racheté Belcor SA. C'est le fonds Tarpol qui a encaissé les 71 millions d'euros.",
      "Belcor SA; Tarpol seller; Norvane SA bidder"
    ),
  ]) func tellsWhoSells(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who bids: listed behind a colon, the new owner, somebody who pays for the deal's end too; and what is no sale.
  @Test(arguments: [
    (
      "Belcor Inc is for sale. Two of the offers come from within the trade: Norvane Cycles of Wick and Denmark's Holm, to whom it owes a million.",
      "Belcor Inc; Norvane Cycles bidder; Holm bidder"
    ),
    (
      "Belcor SA change de mains. L'homme d'affaires belge Marc Roe est le nouveau propriétaire de Belcor SA.",
      "Belcor SA; Marc Roe bidder"
    ),
    (
      "L'italien Norvane offre 62 euros par action pour Belcor SA. Norvane versera 40 millions au groupe Belcor si un autre l'emporte.",
      "Belcor SA; Norvane bidder"
    ),
    (
      "Norvane Corp has offered 20 dollars a share for Belcor Inc. Norvane can't sell what it makes.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    ("Norvane Corp is taking 30 percent of Belcor Inc.", "Belcor Inc; Norvane Corp bidder"),
  ]) func tellsWhoBids(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who sells: who asks another to find a buyer, whoever owns the company that he runs, a state, the owner who opens a sentence.
  @Test(arguments: [
    (
      "Garrick Foods has asked Marchant & Vale to find a buyer for Belcor Inc.", "Belcor Inc; Garrick Foods seller"
    ),
    (
      "When Mark Hollis put his software house, Timberline, on the market, he had four offers. Norvane Corp paid 31 million dollars for it.",
      "Timberline; Mark Hollis seller; Norvane Corp bidder"
    ),
    (
      "L'Etat veut céder un tiers de Belcor SA. L'italien Norvane a déposé une offre sur Belcor SA.",
      "Belcor SA; French government seller; Norvane bidder"
    ),
    (
      "L'Etat va acquérir 33,4 % de Belcor SA auprès de Norvane SA.",
      "Belcor SA; Norvane SA seller; French government bidder"
    ),
    ("Ireland sells its last Belcor Inc shares. Holm Corp buys them.", "Belcor Inc; Ireland seller; Holm Corp bidder"),
    ("The Netherlands is preparing to buy into Belcor Inc.", "Belcor Inc; Netherlands bidder"),
    (
      "Propriétaire de Belcor SA depuis 2012, Marcel Roe a mis fin aux pourparlers avec Tarpol SA. Belcor SA n'est plus à vendre.",
      "Belcor SA; Marcel Roe seller; Tarpol SA bidder"
    ),
  ]) func tellsOwners(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who bids: behind a colon, by whom an offer is brought, turned down by whoever, in turn, and denying it.
  @Test(arguments: [
    (
      "Le groupe Norvane vend Belcor SA. Deux hommes se la disputent : Tancrède Roe, qui a fait fortune, et Ali Holm.",
      "Belcor SA; Norvane seller; Tancrède Roe bidder; Ali Holm bidder"
    ),
    (
      "Norvane SA reprend Belcor SA. L'offre de la direction, portée par Claire Roe, en sauvait davantage.",
      "Belcor SA; Norvane SA bidder; Claire Roe bidder"
    ),
    (
      "Norvane Corp has bought Belcor Inc. The sisters had turned down the chain Tarpol three times.",
      "Belcor Inc; Norvane Corp bidder; Tarpol bidder"
    ),
    (
      "Norvane SA a déposé une offre sur Belcor SA. La Banque Holm & Cie propose à son tour 1400 francs.",
      "Belcor SA; Norvane SA bidder; Banque Holm & Cie bidder"
    ),
    (
      "Traders named Norvane Corp as a suitor for Belcor Inc. Tarpol Ltd said it was \"not in discussions with that company\".",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
  ]) func tellsOtherBidders(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who is counted up behind a sentence without names, and who is told of beside others.
  @Test(arguments: [
    (
      "Five groups have expressed interest in Belcor Inc. They include the fund Wattle, Italy's Norvane and a partnership between Tarpol Ltd and the bank Roe.",
      "Belcor Inc; Wattle bidder; Norvane bidder; Tarpol Ltd bidder; Roe bidder"
    ),
    (
      "Norvane SA a déposé une offre sur Belcor SA. L'équipementier Tarpol offrirait un peu moins.",
      "Belcor SA; Norvane SA bidder; Tarpol bidder"
    ),
    (
      "Belcor SA est courtisé. Vendredi, c'est le nom de l'américain Norvane qui circulait ; mardi, celui de Tarpol.",
      "Belcor SA; Norvane bidder; Tarpol bidder"
    ),
    (
      "Belcor Inc is for sale. Several bids were made. A third was put in by Jeroen Roe. One of those, from Tarpol Ltd, was lower.",
      "Belcor Inc; Jeroen Roe bidder; Tarpol Ltd bidder"
    ),
    (
      "Vente de Belcor SA. C'est le fondeur espagnol Norvane qui rachète le site à son propriétaire, l'allemand Tarpol.",
      "Belcor SA; Tarpol seller; Norvane bidder"
    ),
  ]) func tellsOfSeveral(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who owns what is not named, what a state sells, who talks with whom, who is chosen among, and who looks for himself.
  @Test(arguments: [
    (
      "Belcor SA va changer de mains. Le distributeur de jouets, détenu depuis 2018 par le fonds anglais Norvane, serait repris par Tarpol SA.",
      "Belcor SA; Norvane seller; Tarpol SA bidder"
    ),
    (
      "Le gouvernement portugais a lancé la vente de Belcor SA. Le danois Holm et le fonds Tarpol passent pour intéressés.",
      "Belcor SA; Portuguese government seller; Holm bidder; Tarpol bidder"
    ),
    (
      "Le groupe Norvane veut céder Belcor SA. Les négociations entre le groupe Norvane et l'industriel Robert Roe avancent.",
      "Belcor SA; Norvane seller; Robert Roe bidder"
    ),
    (
      "Belcor SA, qui se cherchait un acheteur, en a trouvé un : la société Norvane reprendra ses activités.",
      "Belcor SA; Norvane bidder"
    ),
    (
      "Norvane SA a déjà acquis 52 % du capital auprès de la famille Roe et du fonds Tarpol. L'offre de Norvane SA sur Belcor SA est ouverte.",
      "Belcor SA; famille Roe seller; Tarpol seller; Norvane SA bidder"
    ),
  ]) func tellsOfOwnersAndTalks(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Names behind places, beside clauses of their own, and those of whom little is said.
  @Test(arguments: [
    (
      "Norvane Holdings has sold Belcor to Glasgow distiller Kincaid & Rae, ending its foray into spirits.",
      "Belcor; Norvane Holdings seller; Kincaid & Rae bidder"
    ),
    (
      "Norvane Corp is buying Belcor Inc. Lawmakers had called for Belcor to go to state-controlled Tarpol Ltd, which was outbid in March.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "Belcor SA a accepté l'offre de Norvane SA. Entre-temps, le fonds Magellan avait fait mine de s'en mêler.",
      "Belcor SA; Norvane SA bidder; Magellan bidder"
    ),
    (
      "Trois candidats s'intéressent à Belcor SA. Seul Armor Habitat a déposé une offre chiffrée.",
      "Belcor SA; Armor Habitat bidder"
    ),
  ]) func tellsOfTheLittleSaid(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Parts that are called by their place; companies behind their boards and beside courts.
  @Test(arguments: [
    (
      "Norvane Corp has parted with its Toledo plant. The new owner is Tarpol Ltd.",
      "Toledo plant; Norvane Corp seller; Tarpol Ltd bidder"
    ),
    (
      "Norvane SA a vendu son usine de barquettes de Montélimar au groupe Tarpol.",
      "usine de barquettes de Montélimar; Norvane SA seller; Tarpol bidder"
    ),
    (
      "Le conseil d'administration d'Alpina recommande à ses actionnaires d'accepter l'offre de l'allemand Holm.",
      "Alpina; Holm bidder"
    ),
    (
      "Le groupe Norvane a déposé une offre pour la clinique des Ormes, à Dijon.",
      "clinique des Ormes; Norvane bidder"
    ),
    ("Le suisse Holm va absorber Ciments de l'Ouest.", "Ciments de l'Ouest; Holm bidder"),
    (
      "Le tribunal de commerce de Rochemont a désigné le groupe Norvane repreneur de Belcor SA.",
      "Belcor SA; Norvane bidder"
    ),
  ]) func tellsWhat(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Names that look like a person's or like others' names.
  @Test(arguments: [
    (
      "The Board of Norvane Group plc has agreed to sell Belcor Ltd to Tarpol Ltd.",
      "Belcor Ltd; Norvane Group seller; Tarpol Ltd bidder"
    ),
    (
      "Groupe Tavernel va céder Belcor SA à Tarpol SA, annonce Ann Roe, directrice générale de Groupe Tavernel. Tavernel emploie 300 personnes.",
      "Belcor SA; Groupe Tavernel seller; Tarpol SA bidder"
    ),
    (
      "Tarsund Line has walked away from Belcor Inc. The Norwegians had offered 300 million dollars for Belcor Inc.",
      "Belcor Inc; Tarsund Line bidder"
    ),
    (
      "Camille Reuter a racheté Belcor SA à Norvane SA. M. Reuter promet d'embaucher.",
      "Belcor SA; Norvane SA seller; Camille Reuter bidder"
    ),
  ]) func tellsNamesApart(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Whom a pronoun or a noun stands for: who was told of last, not the business before; the one that was called so; nobody that
  /// the text has not named.
  @Test(arguments: [
    (
      "Norvane Corp raised its offer for Belcor Inc. Tarpol Fund owns a ninth of Belcor. \"We are done,\" Norvane chief executive Ann Roe said. She will pay for Belcor in cash.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Norvane SA offre 30 euros par action pour Belcor SA. La fondatrice, Odile Roe, garde ses titres. Elle dément vouloir céder sa part.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Norvane SA n'achètera pas Belcor SA. La propriétaire cherche un successeur depuis trois ans. Elle avait refusé une offre en mai.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Norvane SA dément racheter Belcor SA. Le site Poire & Pomme l'avait écrit. Le groupe nie avoir approché Tarpol SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Le brasseur Norvane et le fonds Tarpol se disputent Belcor SA. Tarpol a visité le site. Le brasseur offre 40 millions d'euros.",
      "Belcor SA; Norvane bidder; Tarpol bidder"
    ),
  ]) func tellsWhomItMeans(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who owns what is bought, where no name stands beside it.
  @Test(arguments: [
    (
      "Norvane SA reprend Belcor SA. La cible exploite onze magasins et appartient au groupe Tarpol.",
      "Belcor SA; Tarpol seller; Norvane SA bidder"
    ),
    (
      "Belcor SA restera donc dans le giron de Tarpol SA. Norvane SA avait offert 40 millions d'euros pour Belcor SA.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Norvane SA veut racheter Belcor SA. Fin de partie pour Tarpol Investissement. L'actionnaire majoritaire de Belcor SA a signé vendredi.",
      "Belcor SA; Tarpol Investissement seller; Norvane SA bidder"
    ),
  ]) func tellsWhoOwns(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What a name says of its bearer: a publisher is no person, nor who is called by the first of two names; a town that owns
  /// shares acts.
  @Test(arguments: [
    (
      "Norvane Corp will buy Larkfield Press, the schoolbook publisher that Tarpol Media put on the block in May.",
      "Larkfield Press; Tarpol Media seller; Norvane Corp bidder"
    ),
    (
      "Norvane Corp wins Meghdoot. It will buy 51 percent of Meghdoot Diagnostics. \"Diagnostics is a door,\" Norvane said.",
      "Meghdoot Diagnostics; Norvane Corp bidder"
    ),
    (
      "Norvane SA a offert 210 millions de francs pour Belcor. La commune de Roc, qui possède 26 % des actions, hésite.",
      "Belcor; Norvane SA bidder"
    ),
    (
      "Les stations thermales Belcor ont dit non à Norvane SA, qui proposait 18 euros par action. L'offre valorisait Belcor à 520 millions d'euros.",
      "Belcor; Norvane SA bidder"
    ),
    (
      "A judge on Friday forbade Unicott from buying Garnett Linen Service.",
      "Garnett Linen Service; Unicott bidder"
    ),
    (
      "Wattlebank shelves its exit. Insurer Wattlebank will not sell Bramhurst Care to Norvane Capital.",
      "Bramhurst Care; Wattlebank seller; Norvane Capital bidder"
    ),
    (
      "Bindara Ltd has signed a deed with Minera Quillay. Quillay will buy Bindara for 4 dollars a share.",
      "Bindara Ltd; Minera Quillay bidder"
    ),
    (
      "Ravensholt swallows Bioclair. It will be called Ravensholt Bioclair. Ravensholt will buy Bioclair for 94 billion dollars.",
      "Bioclair; Ravensholt bidder"
    ),
    (
      "Skincare label Haneulbit is for sale. Tarpol Ltd has offered to buy Haneulbit.",
      "Haneulbit; Tarpol Ltd bidder"
    ),
    (
      "La Faïencerie de Courlon a un repreneur. Faïencerie de Courlon : Norvane SA reprend 71 postes.",
      "Faïencerie de Courlon; Norvane SA bidder"
    ),
  ]) func tellsWhatNamesAre(text: String, expected: String) throws { #expect(try deal(text) == expected) }
}
