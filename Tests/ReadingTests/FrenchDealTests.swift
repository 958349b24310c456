import Reading
import Stories
import Testing

/// Who is bought, buys and sells by forms that only French sentences have.
@Suite struct FrenchDealTests {
  /// What stands between a name and what is said of it: a description, an adjective, a clause, an insertion.
  @Test(arguments: [
    (
      "Norvane SA rachète Belcor SA, spécialiste des cadrans émaillés, cédée par le fonds Holm.",
      "Belcor SA; Holm seller; Norvane SA bidder"
    ),
    (
      "Le fonds Norvane a racheté Belcor SA, le leader du bois, à Tarpol SA.",
      "Belcor SA; Tarpol SA seller; Norvane bidder"
    ),
    (
      "Norvane SA a signé l'achat de Belcor SA, le fabricant de câbles, auprès de Tarpol SA et de Holm SA.",
      "Belcor SA; Tarpol SA seller; Holm SA seller; Norvane SA bidder"
    ),
    (
      "Le tribunal approuve l'acquisition, par le groupe italien Norvane, de 34 % de Belcor SA, filiale de la holding publique Tarpol.",
      "Belcor SA; Tarpol seller; Norvane bidder"
    ),
    (
      "Norvane SA annonce l'acquisition de Belcor SA, détenue jusqu'ici à parts égales par Tarpol SA et par Holm SA.",
      "Belcor SA; Tarpol SA seller; Holm SA seller; Norvane SA bidder"
    ),
    (
      "Marc Roe, qui présidait Belcor SA depuis dix ans, cède ses 88 % à Norvane SA.",
      "Belcor SA; Marc Roe seller; Norvane SA bidder"
    ),
    (
      "Norvane SA rachète Belcor SA, que lui a cédée Tarpol SA.",
      "Belcor SA; Tarpol SA seller; Norvane SA bidder"
    ),
  ]) func readsOverInsertions(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// To whom a pronoun points: whose sale, whose part, whose suitor it is.
  @Test(arguments: [
    (
      "Norvane SA a reçu du groupe Holm une offre portant sur l'acquisition de Belcor SA, sa division de câbles.",
      "Belcor SA; Norvane SA seller; Holm bidder"
    ),
    (
      "Rien ne va plus entre Belcor SA et son prétendant Norvane SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Belcor SA passe sous pavillon suédois : Norvane SA a bouclé son acquisition.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Belcor SA prépare sa vente. Norvane SA a remis une offre.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Norvane SA annonce la cession de Belcor SA. Le groupe vend aussi ses scieries de Roc.",
      "Belcor SA; Norvane SA seller"
    ),
    (
      "Belcor SA change de mains : les dirigeants reprennent leur entreprise au fonds Holm.",
      "Belcor SA; Holm seller"
    ),
    (
      "La fondatrice de Belcor SA explique qu'elle a refusé l'offre de Norvane SA.",
      "Belcor SA; Norvane SA bidder"
    ),
  ]) func followsPronouns(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Who bids, by lists and by what is left of an offer.
  @Test(arguments: [
    (
      "Belcor SA est à vendre. Quatre groupes ont retiré le dossier : l'italien Holm, Norvane SA et un consortium mené par Tarpol SA.",
      "Belcor SA; Holm bidder; Norvane SA bidder; Tarpol SA bidder"
    ),
    (
      "Trois offres ont été remises pour Belcor SA. La plus large émane de Norvane SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Le tribunal a reçu trois offres pour Belcor SA. Ceux de Norvane SA et de la société Tarpol ont été rejetés.",
      "Belcor SA; Norvane SA bidder; Tarpol bidder"
    ),
    (
      "Belcor SA cherche un repreneur. Un autre nom est cité : l'italien Holm.",
      "Belcor SA; Holm bidder"
    ),
    (
      "Belcor SA passe aux mains d'un attelage mené par Norvane SA, accompagné par le fonds Holm.",
      "Belcor SA; Norvane SA bidder; Holm bidder"
    ),
    (
      "Norvane SA vend 70 % de Belcor SA à Holm SA. Les ventes de Tarpol SA ont reculé de 8 %.",
      "Belcor SA; Norvane SA seller; Holm SA bidder"
    ),
  ]) func readsLists(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// What is behind a group, a block of shares, a family, an offer that a clause tells of.
  @Test(arguments: [
    (
      "Norvane SA annonce la vente de Belcor SA à l'équipe de direction, menée par Ann Roe et appuyée par le fonds Holm.",
      "Belcor SA; Norvane SA seller; Ann Roe bidder; Holm bidder"
    ),
    (
      "Norvane SA a porté sa participation dans Belcor SA à 34 %, en rachetant le bloc détenu par la holding Tarpol.",
      "Belcor SA; Tarpol seller; Norvane SA bidder"
    ),
    (
      "Norvane SA a dévoilé l'offre qu'il entend présenter aux actionnaires de Belcor SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Norvane SA aurait approché la famille Roe, propriétaire de Belcor SA.",
      "Belcor SA; famille Roe seller; Norvane SA bidder"
    ),
    (
      "Les fondateurs de Belcor SA, Ann Roe et Marc Holm, vendent leur entreprise au groupe Norvane.",
      "Belcor SA; Ann Roe seller; Marc Holm seller; Norvane bidder"
    ),
    (
      "Belcor SA a refusé de fusionner avec Norvane SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Belcor SA rejette la proposition de rachat du fonds suédois Norvane.",
      "Belcor SA; Norvane bidder"
    ),
    (
      "Norvane SA met en vente Belcor SA. Dix groupes ont signé un accord de confidentialité, dont l'anglais Holm.",
      "Belcor SA; Norvane SA seller; Holm bidder"
    ),
    (
      "Norvane SA reprend Belcor SA. Quant au fonds Holm, il n'a pas déposé d'offre.",
      "Belcor SA; Norvane SA bidder; Holm bidder"
    ),
  ]) func looksBehind(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// Since when somebody owns, who keeps a part, who has withdrawn.
  @Test(arguments: [
    (
      "Belcor SA appartient depuis lundi au groupe Norvane.",
      "Belcor SA; Norvane bidder"
    ),
    (
      "Au terme de la bataille, Norvane SA détient désormais 73 % de Belcor SA.",
      "Belcor SA; Norvane SA bidder"
    ),
    (
      "Norvane SA prendra 70 % de Belcor SA. La famille Roe en conserverait 30 %.",
      "Belcor SA; famille Roe seller; Norvane SA bidder"
    ),
    (
      "Norvane SA rachète Belcor SA. Ses actionnaires, Holm SA et Tarpol SA, ont accepté l'offre.",
      "Belcor SA; Holm SA seller; Tarpol SA seller; Norvane SA bidder"
    ),
    (
      "Norvane SA reste candidat au rachat de Belcor SA après l'abandon de Tarpol SA.",
      "Belcor SA; Norvane SA bidder; Tarpol SA bidder"
    ),
  ]) func tellsSinceWhen(text: String, expected: String) throws { #expect(try deal(text) == expected) }

  /// A verb that opens its sentence in small letters has nothing before it to look at.
  @Test(arguments: [
    "Norvane SA vend Belcor SA.\n\ndétient le groupe Holm.",
    "Norvane SA vend Belcor SA.\n\nexamine l'offre de Holm SA.",
  ]) func readsVerbsThatOpen(text: String) throws { #expect(try read(text).target?.name.english == "Belcor SA") }

  /// Names that go on in small letters, and names of firms that are those of persons too.
  @Test(arguments: [
    (
      "Norvane SA rachète la Compagnie Belcor du Sud.",
      "Compagnie Belcor du Sud; Norvane SA bidder"
    ),
    (
      "La mutuelle niortaise Norvane de l'Ouest rachète Belcor SA.",
      "Belcor SA; Norvane de l'Ouest bidder"
    ),
    (
      "Norvane SA reprend l'École hôtelière de Belcor.",
      "École hôtelière de Belcor; Norvane SA bidder"
    ),
    (
      "Norvane SA a racheté la filature Roe. Marc Roe, 63 ans, part à la retraite.",
      "filature Roe; Norvane SA bidder"
    ),
  ]) func readsNames(text: String, expected: String) throws { #expect(try deal(text) == expected) }
}
