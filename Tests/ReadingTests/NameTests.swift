import Testing

@testable import Reading

/// Where names begin and end.
@Suite struct NameTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    var names: [String]
    var testDescription: String { text }

    init(_ text: String, _ names: String...) {
      self.text = text
      self.names = names
    }
  }

  /// Words with a capital before a name that are none of it.
  static let introduced = [
    Example("It is sold to New York-based Ferrel & Oake.", "Ferrel & Oake"),
    Example("It is sold to St. Louis-based Ferrel Mills.", "Ferrel Mills"),
    Example("The Norvane Group has grown. A Norvane Group-led bid is near.", "Norvane Group"),
    Example("It is sold to Indonesian-Malaysian Ferrel Group.", "Ferrel Group"),
    Example("It is sold to the Kuwaiti Ferrel family.", "Ferrel family"),
    Example("It is sold to the Spanish family group Ferrel.", "Ferrel"),
    Example("It is sold to the American REIT Ferrel Oake Trust.", "Ferrel Oake Trust"),
    Example("It is gone. Brewer Ferrel & Oake has bought it.", "Ferrel & Oake"),
    Example("It is gone. Sponsor Ferrel Equity has bought it.", "Ferrel Equity"),
    Example("It is sold to Captain Ivo Ferrel.", "Ivo Ferrel"),
    Example("It is gone. Adds Norvane.", "Norvane"),
  ]

  static let introducedInFrench = [
    Example("C'est fini. L'usine va à l'Américain Wayne Ferrel.", "Wayne Ferrel"),
    Example("C'est fini. L'usine va au Qatari Al Ferrel Foods.", "Al Ferrel Foods"),
    Example("C'est fini. L'usine va au groupe de BTP Ferrel.", "Ferrel"),
    Example("C'est fini. L'usine va au FCPR Ferrel Croissance.", "Ferrel Croissance"),
    Example("C'est fini. L'usine va à la holding d'État Ferrel.", "Ferrel"),
    Example("C'est fini. L'usine va à un joueur de la LHR Patrick Ferrel.", "Patrick Ferrel"),
    Example("EXCLUSIF Norvane a vendu Belcor SA.", "Norvane", "Belcor SA"),
    Example("C'est fini. L'usine va au Ferrelois Oake Images.", "Oake Images"),
    Example(
      "C'est fini. Sortent Norvane Partenaires, là depuis 2019, et Belcor SA.", "Norvane Partenaires", "Belcor SA"),
  ]

  /// What stands behind a name and is none of it.
  static let followed = [
    Example("Bids came from Ferrel Foods of Boston.", "Ferrel Foods"),
    Example("A bid came from the Industrial Bank of Korea.", "Industrial Bank of Korea"),
    Example("Bids came from the dredger De Ferrel Rs 1,875 crore.", "De Ferrel"),
    Example("A licence has gone from Ferrel Thermal A$640m later.", "Ferrel Thermal"),
    Example("It is sold to the Ferrel Trust and Oake Asset Management.", "Ferrel Trust", "Oake Asset Management"),
  ]

  /// Small words within names.
  static let joined = [
    Example("Pinheira do Sado has grown. It is sold to Vinhas da Serra.", "Pinheira do Sado", "Vinhas da Serra"),
    Example("It is sold to Pinturas d'Alella.", "Pinturas d'Alella"),
    Example("Salvo Di Ferrel has bought it.", "Salvo Di Ferrel"),
    Example("It is sold to Ferrel ya Oake Investments.", "Ferrel ya Oake Investments"),
    Example("The Energy Regulator of South Africa was slow.", "Energy Regulator of South Africa"),
    Example("It is sold to the Manitoba Teachers' Pension Plan.", "Manitoba Teachers' Pension Plan"),
    Example("It is sold to the Wick Women's College.", "Wick Women's College"),
    Example("It is sold to the Ferrel family office.", "Ferrel family office"),
    Example("Then the head of Smelters Local 88 left.", "Smelters Local 88"),
    Example("Then the union Solidar 5 struck.", "Solidar 5"),
  ]

  static let joinedInFrench = [
    Example("C'est fini. L'usine va au Crédit Maritime d'Ambre.", "Crédit Maritime d'Ambre"),
    Example("C'est fini. L'usine va au Groupe Mutuel des Plaines.", "Groupe Mutuel des Plaines"),
    Example("C'est fini. L'usine va à la Société des Hôtels de la Colline.", "Société des Hôtels de la Colline"),
    Example("C'est fini. L'usine va à la Société des eaux fluviales.", "Société des eaux fluviales"),
    Example("C'est fini. L'usine va à la Société nationale de réassurance.", "Société nationale de réassurance"),
    Example("C'est fini. L'usine va au Fonds d'innovation Ferrel.", "Fonds d'innovation Ferrel"),
    Example(
      "C'est fini. L'usine va à l'Institut de développement du Grand Lac.", "Institut de développement du Grand Lac"),
    Example("C'est fini. L'usine va au Groupe scolaire Ferrel.", "Groupe scolaire Ferrel"),
    Example("C'est fini. La Région wallonne hésite.", "Région wallonne"),
    Example("C'est fini. L'Autorité des marchés financiers hésite.", "Autorité des marchés financiers"),
    Example("Les Lilas de Rocaille ont grandi.", "Lilas de Rocaille"),
    Example("C'est fini. L'usine va aux Grands Celliers du Lac.", "Grands Celliers du Lac"),
    Example("C'est fini. L'usine va au groupe Pomme d'Or Holding.", "Pomme d'Or Holding"),
    Example("C'est fini. L'usine va à Bertrand de Ferrel.", "Bertrand de Ferrel"),
    Example("C'est fini. L'usine va à la famille de Ferrel.", "famille de Ferrel"),
    Example("C'est fini. L'usine va aux frères Ferrel.", "frères Ferrel"),
    Example("Yvan Le Roux a vendu.", "Yvan Le Roux"),
    Example("Éditions de la Colline recrute.", "Éditions de la Colline"),
    Example("C'est fini. L'atelier va aux Gouttières de la Semoy.", "Gouttières de la Semoy"),
    Example("C'est fini. L'atelier va aux Traiteurs Réunis d'Ambrelle.", "Traiteurs Réunis d'Ambrelle"),
    Example("Le rachat par Norvane de Belcor est loin.", "Norvane", "Belcor"),
    Example("Norvane recrute. C'est fini pour Norvane de Belcor.", "Norvane", "Belcor"),
    Example("C'est fini. Le comité Notre Vallée hésite.", "Notre Vallée"),
  ]

  /// Two people of one surname are one party, and so are those called by it.
  static let couples = [
    Example("It belongs to Ann and Bob Ferrel.", "Ann and Bob Ferrel"),
    Example("It belongs to the brothers Ivor and Udo Ferrel.", "Ivor and Udo Ferrel"),
    Example("It belongs to Norvane Corp and Ann Ferrel.", "Norvane Corp", "Ann Ferrel"),
    Example("It belongs to the Ferrel heirs.", "Ferrel heirs"),
    Example("It belongs to Ferrel Brothers.", "Ferrel Brothers"),
  ]

  static let states = [
    Example("Then the Dutch state has sold.", "Dutch state"),
    Example("Then the Botswana government has sold.", "Botswana government"),
    Example("The Dutch state oil firm Norvane has grown.", "Norvane"),
    Example("It is late. Ireland on Monday sold its shares in Norvane Group.", "Ireland", "Norvane Group"),
  ]

  /// Public bodies that act; one that only says where something is is none.
  static let bodies = [
    Example("Then the government of Botswana has sold.", "government of Botswana"),
    Example("Then the municipality of Ferrel has sold.", "municipality of Ferrel"),
    Example("It was sold by the city of Ferrel.", "city of Ferrel"),
    Example("Then the Ferrelian government has sold.", "Ferrelian government"),
    Example("It is made in the city of Ferrel.", "Ferrel"),
    Example("The mayor of the city of Ferrel hesitates.", "Ferrel"),
  ]

  static let bodiesInFrench = [
    Example("C'est fini. La commune d'Ambrelle a vendu.", "commune d'Ambrelle"),
    Example("C'est fini. L'usine est vendue par le canton de Ferrel.", "canton de Ferrel"),
    Example("C'est fini. La région Bretagne a vendu.", "région Bretagne"),
    Example("C'est fini. L'usine de la ville de Ferrel ferme.", "Ferrel"),
  ]

  static let statesInFrench = [
    Example("C'est fini. L'usine va à l'État tunisien. L'État paiera.", "État tunisien"),
    Example("Le gouvernement tunisien hésite. L'usine va à l'État tunisien.", "Tunisian government"),
    Example("L'usine de Tunis va à l'État, puis à une autre en Tunisie, à Sfax.", "Tunisian government"),
    Example("L'usine de Tunis va à l'État, puis à une autre de Lyon.", "French government"),
    Example("C'est fini. L'usine va à l'État français.", "French government"),
  ]

  /// Names that open a sentence, as any word with a capital does.
  static let opening = [
    Example("It is late. Norvane, the agency that holds the shares, sold them.", "Norvane"),
    Example("It is late. Norvane, a maker of pumps, was glad.", "Norvane"),
    Example("It is late. Norvane boss Ivo Ferrel left.", "Norvane", "Ivo Ferrel"),
    Example("It is late. easyJet has rejected it, and so has eBay today.", "easyJet", "eBay"),
    Example("It is late. Ferrally, a year of talks, was lost."),
    Example("Ferrel Terminals was quick.", "Ferrel Terminals"),
    Example("It is late. The Sunday Ferrel wrote that 23andMe was late.", "Sunday Ferrel", "23andMe"),
    Example("It is late. Norvane and Ferrel are quick.", "Norvane", "Ferrel"),
    Example("QZ has agreed to sell.", "QZ"),
    Example("It is late. Ferrel, the Boston brewer, was quick.", "Ferrel"),
  ]

  static let openingInFrench = [
    Example("C'est fini. Promarine en prendra six.", "Promarine"),
    Example("C'est fini. Bystrane, à Roc, cède tout.", "Bystrane", "Roc"),
    Example("C'est fini. Kubane (gestion) rachète tout.", "Kubane"),
    Example("C'est fini. Promarine, autre candidat, hésite.", "Promarine"),
    Example("Promarine rejoint Belcor SA.", "Promarine", "Belcor SA"),
  ]

  /// Legal forms that end a name and no sentence.
  static let legal = [
    Example("It is sold to Ferrel S.p.A. for little.", "Ferrel S.p.A."),
    Example("Ferrel Jati Berhad has it.", "Ferrel Jati Berhad"),
  ]

  /// Names that end in the mark of a possessive: behind it is nothing that could be somebody's.
  static let shops = [
    Example("Brentwall's said it would buy Farrowby's.", "Brentwall's", "Farrowby's"),
    Example("Brentwall’s has agreed to sell.", "Brentwall’s"),
    Example("Then Brentwall's on Monday rejected a bid.", "Brentwall's"),
    Example("It owns 9 percent of Brentwall's, it said. Brentwall's shares rose.", "Brentwall's"),
    Example("It sold its stake in Brentwall's to Norvane.", "Brentwall's", "Norvane"),
    Example("Papa Ferrel's said no.", "Papa Ferrel's"),
    Example("Wendy's agreed to buy it. Wendy's has money.", "Wendy's"),
  ]

  /// Of a name without the mark, or of somebody's, it is no part.
  static let owners = [
    Example("Then Norvane's shares rose. Norvane said so.", "Norvane"),
    Example("Norvane said so. Then Norvane's said to be late.", "Norvane"),
    Example("Then Norvane's proposed takeover failed.", "Norvane"),
    Example("Then Norvane's planned sale of Tarpol failed.", "Norvane", "Tarpol"),
    Example("Then Norvane's in talks.", "Norvane"),
    Example("Norvane is late. The fault was Norvane's.", "Norvane"),
    Example("Norvane Inc is late. It sold its stake in Norvane's to Tarpol.", "Norvane Inc", "Tarpol"),
    Example("It's said that she's had it. It's not so."),
  ]

  @Test(arguments: introduced + followed + joined + couples + states + opening + legal + shops + owners + bodies)
  func findsNames(_ example: Example) {
    ReadStages.with(example.text) { #expect($0.names == example.names) }
  }

  @Test(arguments: introducedInFrench + joinedInFrench + statesInFrench + openingInFrench + bodiesInFrench)
  func findsNamesInFrench(_ example: Example) {
    ReadStages.with(example.text, .french) { #expect($0.names == example.names) }
  }
}
