import Stories
import Testing

@testable import Reading

/// Who a source is, told by its words and by the text around them.
@Suite struct WhoTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    /// The words of the sources, in their order, and who they are.
    var sources: [String]
    var speakers: [String]
    var testDescription: String { text }

    init(_ text: String, _ pairs: KeyValuePairs<String, String>) {
      self.text = text
      sources = pairs.map(\.key)
      speakers = pairs.map(\.value)
    }
  }

  static let english = [
    Example("The Financial Times came.", ["Financial Times": "Financial Times"]),
    Example("Norvane Corp came. Regional manager Ann Roe left.", ["Regional manager Ann Roe": "Norvane Corp"]),
    Example("Norvane Corp came. Local MP Ann Roe left.", ["Local MP Ann Roe": "Ann Roe"]),
    Example("Norvane Corp came. The chief executive officer left.", ["The chief executive officer": "Norvane Corp"]),
    Example("Norvane Corp came. The union official left.", ["The union official": "union official"]),
    Example("Norvane Corp came. The farmer left.", ["The farmer": "anonymous"]),
    Example("Norvane Corp came. Documents of Belcor Inc tell.", ["Documents of Belcor Inc": "Belcor Inc"]),
    Example("GMB met Norvane Corp there. GMB left. The company stayed.", ["The company": "Norvane Corp"]),
    Example(
      "The German government came. The foreign ministry in Tokyo left. The economy ministry in Warsaw stayed.",
      [
        "The foreign ministry in Tokyo": "Japanese government", "The economy ministry in Warsaw": "Polish government",
      ]),
    Example("Norvane Corp sold Belcor Inc. The company was glad.", ["The company": "Norvane Corp"]),
    Example(
      "Norvane NV will sell its cable unit, Norvane Kabel. Norvane is in a hurry.", ["Norvane": "Norvane NV"]),
    Example(
      "Norvane Corp met Belcor Inc there. Chief executive Ann Roe was there.",
      ["Chief executive Ann Roe": "Norvane Corp"]),
    Example(
      "Belcor Inc was silent. Norvane president Bob Roe of Norvane Corp was not.",
      ["Norvane president Bob Roe": "Norvane"]),
    Example("Belcor Inc grew. Norvane's chairwoman, Ann Roe, was glad.", ["Norvane's chairwoman, Ann Roe": "Norvane"]),
    Example("Ann Roe, who runs Belcor Inc, was glad.", ["Ann Roe": "Belcor Inc"]),
    Example("Ann Roe built Belcor Pumps in a shed. She sold it.", ["She": "Belcor Pumps"]),
    Example("Ann \"the Broom\" Roe, chairman of Belcor Inc, came. Roe went.", ["Roe": "Belcor Inc"]),
    Example("Ann Roe, an analyst at Stroom Bank, came.", ["Ann Roe, an analyst at Stroom Bank": "Ann Roe"]),
    Example("A lawyer for Belcor Inc, Ann Roe, came.", ["A lawyer for Belcor Inc, Ann Roe": "Belcor Inc"]),
    Example("Osric Belcor bought a mill. He has run Belcor Leisure since.", ["He": "Belcor Leisure"]),
    Example("Analysts at Brandt & Loewe wrote a note.", ["Analysts at Brandt & Loewe": "Brandt & Loewe"]),
    Example("Customers worry. One of them was loud.", ["Customers": "anonymous", "One of them": "anonymous"]),
    Example(
      "It may fail, people familiar with it say. Belcor Inc was loud. The people were not, and the source left.",
      ["people familiar": "anonymous", "The people": "anonymous", "the source": "anonymous"]),
    Example(
      "Belcor Inc was silent. A former director of Belcor Inc was not, and a shareholder of Belcor Inc left.",
      ["A former director of Belcor Inc": "anonymous", "a shareholder of Belcor Inc": "anonymous"]),
    Example("Critics of Belcor Inc were loud.", ["Critics of Belcor Inc": "anonymous"]),
    Example("Two former employees of Belcor Inc worry.", ["Two former employees": "anonymous"]),
    Example("A person at Belcor Inc was loud.", ["A person at Belcor Inc": "anonymous"]),
    Example("A spokeswoman for Belcor Inc was loud.", ["A spokeswoman for Belcor Inc": "Belcor Inc"]),
    Example(
      "The website Pigeon wrote of it. The site was wrong.", ["The website Pigeon": "Pigeon", "The site": "Pigeon"]),
    Example(
      "According to Canal 9 Business it is late. The broadcaster was right.", ["Canal 9 Business": "Canal 9 Business"]),
    Example(
      "The Competition Council cleared it. The authority was quick. The president of the council, Ann Roe, was not.",
      ["The authority": "Competition Council", "The president of the council, Ann Roe": "Competition Council"]),
    Example("The Southport Harbour Board met. The board was split.", ["The board": "Southport Harbour Board"]),
    Example(
      "The Ministry of Trade and Industry was slow.",
      ["The Ministry of Trade and Industry": "Ministry of Trade and Industry"]),
    Example("The German economics ministry was slow.", ["The German economics ministry": "German government"]),
    Example("The brewer Belcor sued Norvane Corp. The brewer was angry.", ["The brewer": "Belcor"]),
    Example("Belcor Brewing sued. Norvane Corp was sued. The brewer was angry.", ["The brewer": "Belcor Brewing"]),
    Example("Norvane Corp met the Danish firm Belcor. The Danish company was glad.", ["The Danish company": "Belcor"]),
    Example(
      "Belcor's largest holder, the Roe family trust, was glad.",
      ["Belcor's largest holder, the Roe family trust": "Roe family trust"]),
    Example(
      "Belcor Inc was open. A filing with the Securities and Exchange Commission was long.",
      ["A filing with the Securities and Exchange Commission": "Belcor Inc"]),
    Example("The union BrewForce struck.", ["The union BrewForce": "BrewForce"]),
    Example("Boston-based Belcor Inc was glad.", ["Boston-based Belcor Inc": "Belcor Inc"]),
    Example("Norvane Corp came. Ann Roe, who chairs the board of Belcor Inc, left.", ["Ann Roe": "Belcor Inc"]),
    Example("Norvane Corp came. Ann Roe, who acts for Belcor Inc, left.", ["Ann Roe": "Belcor Inc"]),
    Example("Belcor Inc denies it. Its barrister, Ann Roe, was short.", ["Its barrister, Ann Roe": "Belcor Inc"]),
    Example("Norvane Corp sued. Belcor's lawyer Ann Roe was short.", ["Belcor's lawyer Ann Roe": "Belcor"]),
    Example(
      "The union Solidar struck, though its secretary, Ann Roe, did not.", ["its secretary, Ann Roe": "Solidar"]),
    Example("Norvane Corp came. Growers' leader Merv Roe left.", ["Growers' leader Merv Roe": "Merv Roe"]),
    Example("The president of Smelters Local 88 left.", ["The president of Smelters Local 88": "Smelters Local 88"]),
    Example("Harpret Lamba of Tidemark Equities left. He was glad.", ["He": "Harpret Lamba"]),
    Example("Norvane Corp wrote. One of the paper's columnists did.", ["One of the paper's columnists": "anonymous"]),
    Example("Norvane Corp came. The boss of a larger chain left.", ["The boss of a larger chain": "anonymous"]),
    Example("Norvane Corp came. The opposition left.", ["The opposition": "opposition"]),
    Example("Norvane Corp came. The maltster left.", ["The maltster": "Norvane Corp"]),
    Example("Norvane Corp came. We were glad.", ["We": "anonymous"]),
    Example("The board of Belcor Inc met Norvane Corp. The company was glad.", ["The company": "Belcor Inc"]),
    Example("Norvane Corp came. A lawyer close to the group left.", ["A lawyer close to the group": "anonymous"]),
    Example(
      "Norvane Corp came. An affidavit sworn by Belcor Inc was read.",
      ["An affidavit sworn by Belcor Inc": "Belcor Inc"]),
    Example(
      "Norvane Corp came. The order was sent to the Bureau at nine, Belcor said. Its president, Ann Roe, left.",
      ["Its president, Ann Roe": "Belcor"]),
    Example("It exceeds the powers of the president, Ann Roe said in May. Roe left.", ["Roe": "Ann Roe"]),
    Example(
      "Norvane Corp came. Belcor Inc, with Ann Roe at its side, left. Then the company was glad, says the group.",
      ["the group": "Belcor Inc"]),
    Example("The Norvane workers' union met. Belcor Inc left. It was glad.", ["It": "Belcor Inc"]),
    Example(
      "Belcor Inc came. Norvane Corp left. It is late, a spokesman for the union said.",
      ["a spokesman for the union": "union"]),
    Example("Belcor Inc will be sold by the Roe family. Ann Roe was glad.", ["Ann Roe": "Roe family"]),
    Example("Ann Roe, who runs the Wick feeder Belcor Board, was glad.", ["Ann Roe": "Belcor Board"]),
    Example("Norvane Corp bought Roe Foods. The chairman, Ann Roe, was glad.", ["The chairman, Ann Roe": "Roe Foods"]),
    Example("Norvane Corp came. Shop steward Ann Roe left.", ["Shop steward Ann Roe": "Ann Roe"]),
  ]

  static let french = [
    Example("Norvane SA arrive. Le syndicaliste part.", ["Le syndicaliste": "syndicaliste"]),
    Example("Norvane SA arrive. L'agricultrice part.", ["L'agricultrice": "anonymous"]),
    Example(
      "Le gouvernement italien arrive. Le ministère fédéral allemand de l'Économie part. Le ministère de l'Économie à Varsovie reste.",
      [
        "Le ministère fédéral allemand de l'Économie": "German government",
        "Le ministère de l'Économie à Varsovie": "Polish government",
      ]),
    Example("Le gouvernement italien arrive. L'exécutif européen part.", ["L'exécutif européen": "exécutif européen"]),
    Example("Norvane SA a vendu Belcor SA. Le groupe est content.", ["Le groupe": "Norvane SA"]),
    Example(
      "Le groupe danois Holmen arrive. « Bien », dit le directeur général, Jean Roux.",
      ["le directeur général, Jean Roux": "Holmen"]),
    Example("Chez Belcor, le porte-parole, Jean Roux, se tait.", ["le porte-parole, Jean Roux": "Belcor"]),
    Example("Chez Belcor, on se tait.", ["on": "Belcor"]),
    Example("La banque Ferrand & Oudot accompagne Norvane SA.", ["La banque Ferrand & Oudot": "Ferrand & Oudot"]),
    Example(
      "Selon le quotidien Le Sillon, tout va. Le journal insiste.",
      ["le quotidien Le Sillon": "Le Sillon", "Le journal": "Le Sillon"]),
    Example(
      "Il cite un article de L'Observateur des marques. Le mensuel insiste.",
      ["Le mensuel": "L'Observateur des marques"]),
    Example("Le Bureau de la concurrence a tranché. Le Bureau est ferme.", ["Le Bureau": "Bureau de la concurrence"]),
    Example("La famille Roux hésite.", ["La famille Roux": "famille Roux"]),
    Example(
      "Le ministère allemand de l'Économie hésite.", ["Le ministère allemand de l'Économie": "German government"]),
    Example("Me Roux, l'avocat de Jean Morin, se réjouit.", ["Me Roux, l'avocat de Jean Morin": "Jean Morin"]),
    Example(
      "D'aucuns hésitent. Les journalistes craignent.", ["D'aucuns": "anonymous", "Les journalistes": "anonymous"]),
    Example("Norvane SA hésite. Un cadre de Norvane parle.", ["Un cadre de Norvane": "anonymous"]),
    Example(
      "Norvane SA vise Belcor SA. Le fonds Estuaire et Belcor résistent. Ce dernier gagne.", ["Ce dernier": "Belcor SA"]
    ),
    Example("Norvane SA arrive. Me Anne Roux, qui plaide pour Belcor SA, part.", ["Me Anne Roux": "Belcor SA"]),
    Example("Norvane SA arrive. La déléguée CFDT, Anne Roux, part. Roux revient.", ["Roux": "CFDT"]),
    Example(
      "Le comité Notre Vallée part. Sa porte-parole, l'ancienne skieuse Anne Roux, reste.",
      ["Sa porte-parole, l'ancienne skieuse Anne Roux": "Notre Vallée"]),
    Example(
      "L'Autorité des services et marchés financiers part.",
      ["L'Autorité des services et marchés financiers": "Autorité des services et marchés financiers"]),
    Example("Norvane SA arrive. Un éleveur de Picauville part.", ["Un éleveur de Picauville": "anonymous"]),
    Example("Norvane SA arrive. Plusieurs administrateurs partent.", ["Plusieurs administrateurs": "anonymous"]),
    Example("Norvane SA arrive. On hésite.", ["On": "anonymous"]),
    Example("Norvane SA arrive. Le parquet hésite.", ["Le parquet": "parquet"]),
    Example("Norvane SA arrive. Les analystes de Belcor SA partent.", ["Les analystes de Belcor SA": "Belcor SA"]),
    Example("Norvane SA arrive. Le ministre wallon hésite.", ["Le ministre wallon": "ministre wallon"]),
    Example(
      "Belcor SA se dit trahie. Norvane SA a tout caché, affirme le groupe de Singapour.",
      ["le groupe de Singapour": "Belcor SA"]),
    Example(
      "Norvane SA arrive. Anne Roux, associée du cabinet Belcor, part.",
      ["Anne Roux, associée du cabinet Belcor": "Anne Roux"]),
    Example(
      "Le conseil d'administration de Belcor SA a vu Norvane SA. Le groupe hésite.", ["Le groupe": "Belcor SA"]),
    Example("Norvane SA arrive. L'avocat de Belcor SA part.", ["L'avocat de Belcor SA": "Belcor SA"]),
    Example("Norvane SA a vu le fonds Estuaire. Belcor SA part. Le fonds hésite.", ["Le fonds": "Estuaire"]),
  ]

  @Test(arguments: english) func tellsWhoSpeaks(_ example: Example) {
    ReadStages.with(example.text) { #expect($0.speakers(example.sources) == example.speakers) }
  }

  @Test(arguments: french) func tellsWhoSpeaksInFrench(_ example: Example) {
    ReadStages.with(example.text, .french) { #expect($0.speakers(example.sources) == example.speakers) }
  }

  /// No title stands beside a name that a relative pronoun parts from it.
  @Test func aRelativeClauseParts() throws {
    let story = try read(
      "Le comité a fait repousser l’élection de ses administrateurs, à laquelle Corvane présentait six candidats. "
        + "Corvane offre 79 dollars par action pour Halbrook.")
    #expect(story.parties.contains { $0.id == "corvane" && $0.kind == .company })
  }
}
