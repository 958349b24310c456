import Stories
import Testing

@testable import Reading

/// Who bids and who sells in the many ways in which that is told: units for their owners, owners that say nothing, mergers, stakes,
/// persons, answers.
@Suite struct DealActsTests {
  /// A unit and its owner: the one that acts counts.
  @Test(arguments: [
    (
      "Norvane Corp said its Holm Inc unit has agreed to buy Belcor Inc. Norvane Corp said the price was fair.",
      "Belcor Inc; Holm Inc bidder"
    ),
    (
      "Norvane Corp's Holm Inc subsidiary acquired Belcor Inc, Norvane Corp said.",
      "Belcor Inc; Holm Inc bidder"
    ),
    (
      "Tarpol Corp said its Norvane Ltd unit sold Belcor Inc to Holm Corp.",
      "Belcor Inc; Norvane Ltd seller; Holm Corp bidder"
    ),
    (
      "Norvane Inc acquired the stock of Tarpol Corp's Belcor Inc subsidiary.",
      "Belcor Inc; Tarpol Corp seller; Norvane Inc bidder"
    ),
  ]) func tellsUnitsFromOwners(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who owns what is sold sells it, though no word says that he does.
  @Test(arguments: [
    (
      "Holm SA rachète Belcor SA. Norvane SA, son actionnaire à 100 %, cherchait à s'en défaire.",
      "Belcor SA; Norvane SA seller; Holm SA bidder"
    ),
    (
      "Le fonds Holm reprend le cidrier Belcor, que détenait Norvane depuis 2014.",
      "Belcor; Norvane seller; Holm bidder"
    ),
    (
      "Holm Corp has offered to buy Belcor Ltd. Ann Roe, who owns 52 percent through Norvane Holdings, will accept.",
      "Belcor Ltd; Norvane Holdings seller; Holm Corp bidder"
    ),
    (
      "Belcor SA quitte Norvane SA pour Holm SA.",
      "Belcor SA; Norvane SA seller; Holm SA bidder"
    ),
    (
      "Norvane Corp said it completed the sale of its oil reserves to Holm Inc.",
      "-; Norvane Corp seller; Holm Inc bidder"
    ),
    (
      "Norvane SA a conclu un accord avec Holm SA pour la cession de son pôle presse.",
      "pôle presse; Norvane SA seller; Holm SA bidder"
    ),
  ]) func tellsWhoOwnsWhatIsSold(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Mergers with what was founded for them, or with a part of who buys.
  @Test(arguments: [
    (
      "Belcor Inc said its holders approved its merger with a unit of Holm Corp.",
      "Belcor Inc; Holm Corp bidder"
    ),
    (
      "Belcor Corp said it agreed to merge with Holm Inc, a company formed by its managers.",
      "Belcor Corp; Holm Inc bidder"
    ),
    (
      "Belcor Inc said its proposed merger into companies controlled by Norvane Corp was delayed.",
      "Belcor Inc; Norvane Corp bidder"
    ),
  ]) func tellsMergers(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Stakes that grow or shrink, and investors who hold them.
  @Test(arguments: [
    (
      "Norvane Corp said it raised its stake in Belcor Inc to 8.1 pct.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Norvane Corp said it reduced its holding in Belcor Inc to 3.1 pct from 5.4 pct.",
      "Belcor Inc; Norvane Corp seller"
    ),
    (
      "Ann Roe, a Dallas investor, said she has acquired 6 pct of Belcor Inc.",
      "Belcor Inc; Ann Roe bidder"
    ),
    (
      "Norvane Corp has offered to buy Belcor Inc. Tarpol Inc, which has a 6 pct stake, declined to comment.",
      "Belcor Inc; Norvane Corp bidder"
    ),
  ]) func tellsStakesThatGrow(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Persons who bid for themselves.
  @Test(arguments: [
    (
      "Belcor Inc said its chairman, Ann Roe, has offered to take the company private.",
      "Belcor Inc; Ann Roe bidder"
    ),
    (
      "Belcor Inc has agreed to be taken private by its chairman, Ann Roe.",
      "Belcor Inc; Ann Roe bidder"
    ),
    (
      "L'homme d'affaires Marc Roe et le brasseur Holm ont remis une offre pour Belcor SA.",
      "Belcor SA; Marc Roe bidder; Holm bidder"
    ),
    (
      "Le tribunal de commerce a retenu l'entrepreneur Marc Roe. Holm SA voulait aussi reprendre Belcor SA.",
      "Belcor SA; Marc Roe bidder; Holm SA bidder"
    ),
    (
      "Holm Corp agreed to buy Belcor Ltd from its founder, Ann Roe.",
      "Belcor Ltd; Ann Roe seller; Holm Corp bidder"
    ),
  ]) func tellsPersonsWhoBid(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who acts for others, for himself or not at all.
  @Test(arguments: [
    (
      "Norvane Corp said it hired Tarpol Inc to sell its Belcor Inc unit.",
      "Belcor Inc; Norvane Corp seller"
    ),
    (
      "Norvane SA met en vente Belcor SA. La banque Tarpol a été chargée de trouver un acquéreur.",
      "Belcor SA; Norvane SA seller"
    ),
    (
      "Belcor Corp adopted a rights plan to fend off a hostile bid from Norvane Corp.",
      "Belcor Corp; Norvane Corp bidder"
    ),
    (
      "Belcor Inc will buy back its own shares after Norvane Corp made an offer for Belcor Inc.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "L'acquéreur de Belcor SA est Norvane SA et non Tarpol SA.",
      "Belcor SA; Norvane SA bidder"
    ),
  ]) func leavesOthersOut(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Offers told by where they come from, by who made them, by what they are called.
  @Test(arguments: [
    (
      "Norvane Corp won Belcor Inc. Rival bids had come from Tarpol Ltd.",
      "Belcor Inc; Norvane Corp bidder; Tarpol Ltd bidder"
    ),
    (
      "Norvane SA rachète Belcor SA. Une première offre, déposée par Tarpol SA en janvier, avait été rejetée.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder"
    ),
    (
      "Norvane SA vend Belcor SA à Holm SA, mieux que les 250 millions que proposait Tarpol SA en 2022.",
      "Belcor SA; Norvane SA seller; Holm SA bidder; Tarpol SA bidder"
    ),
    (
      "Norvane SA préfère Holm SA à Tarpol SA pour Belcor SA.",
      "Belcor SA; Norvane SA seller; Holm SA bidder; Tarpol SA bidder"
    ),
    (
      "Tarpol SA a été évincé au profit de Holm SA, qui rachète Belcor SA.",
      "Belcor SA; Tarpol SA bidder; Holm SA bidder"
    ),
    (
      "Holm SA souffle Belcor SA à Tarpol SA.",
      "Belcor SA; Holm SA bidder; Tarpol SA bidder"
    ),
  ]) func tellsOffersInOtherWords(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who is named in answer to a question, or as one of two sides.
  @Test(arguments: [
    (
      "Belcor SA est à vendre. Qui d'autre est sur les rangs ? Un consortium formé par Norvane SA et Holm SA.",
      "Belcor SA; Norvane SA bidder; Holm SA bidder"
    ),
    (
      "Belcor Inc is for sale. Who wants it? Norvane Corp, a brewer.",
      "Belcor Inc; Norvane Corp bidder"
    ),
    (
      "Le tribunal a reçu deux offres pour Belcor SA. D'un côté, la PME alsacienne Holm, qui garderait tous les salariés. De l'autre, un tandem formé par Norvane SA et Tarpol SA.",
      "Belcor SA; Holm bidder; Norvane SA bidder; Tarpol SA bidder"
    ),
  ]) func tellsAnswers(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Companies that are introduced by where they come from.
  @Test(arguments: [
    (
      "Norvane SA rachète Belcor SA. Le marché n'y croyait plus après le désistement du coréen Holm.",
      "Belcor SA; Norvane SA bidder; Holm bidder"
    ),
    (
      "Norvane Corp will buy Belcor Inc. Another party, the Swedish group Holm, had been in contact.",
      "Belcor Inc; Norvane Corp bidder; Holm bidder"
    ),
  ]) func tellsCompaniesFromAbroad(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who is only described is nobody who acts in the same sentence.
  @Test(arguments: [
    (
      "Norvane SA rachète Belcor SA. Le brasseur n'a pu s'entendre sur le prix avec Tarpol SA, le propriétaire du cidrier.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Belcor SA change de mains. Norvane SA a signé la vente du cidrier au profit de Holm SA.",
      "Belcor SA; Norvane SA seller; Holm SA bidder"
    ),
  ]) func tellsWhatIsOnlyDescribed(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Papers and stations buy and sell too.
  @Test(arguments: [
    (
      "Radio Roe's plan to buy Belcor Inc from Norvane Corp is under review.",
      "Belcor Inc; Norvane Corp seller; Radio Roe bidder"
    )
  ]) func tellsPapersThatBuy(text: String, expected: String) throws { #expect(try deal(text) == expected) }
}
