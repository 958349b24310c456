import Testing

@testable import Reading

/// The reporting structures of English and French news, each with the claims that must come out.
@Suite struct AttributionTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    var claims: [String]
    var testDescription: String { text }
    init(_ text: String, _ claims: String...) {
      self.text = text
      self.claims = claims
    }
  }

  static let english = [
    Example(
      "The Financial Times, which relied on a person familiar with the matter, reported that Belcor Inc would wait. The Financial Times said it was late.",
      "indirect asserted Financial Times<person familiar with the matter: Belcor Inc would wait",
      "indirect asserted Financial Times: it was late"),
    Example(
      "Norvane Corp remains confident that the price was right.",
      "indirect asserted Norvane Corp: the price was right"),
    Example(
      "A person close to Belcor Inc said the board was divided.",
      "indirect asserted person close to Belcor Inc: the board was divided"),
    Example(
      "It is understood that Belcor Inc will bid.", "own voice reported: It is understood that Belcor Inc will bid"),
    Example("As per Norvane Corp, the price may rise.", "indirect uncertain Norvane Corp: the price may rise"),
    Example(
      "The Danish mining minister, Ann Roe, said Norvane Corp would sell the mine, according to Reuters.",
      "indirect asserted Reuters<Danish government: Norvane Corp would sell the mine"),
    Example(
      "Norvane Corp would sell the mine, Ann Roe said, according to Reuters.",
      "indirect asserted Reuters<Ann Roe: Norvane Corp would sell the mine"),
    // "said" before "according" attributes too seldom for the choice.
    Example(
      "China will support the mine, foreign ministry spokesman Wang Wenbin said, according to the Global Times.",
      "indirect asserted Global Times<Beijing: China will support the mine"),
    Example(
      "The chairman of Norvane Corp said, according to Reuters, that the offer was too low.",
      "indirect asserted Reuters<Norvane Corp: the offer was too low"),
    Example(
      "Norvane Corp rejects Belcor bid - sources\n\nIt has ended.",
      "indirect asserted sources: Norvane Corp rejects Belcor bid",
      "own voice asserted: It has ended"),
    Example(
      "Norvane Corp snubs Belcor, says talks are over\n\nIt has ended.",
      "indirect asserted Norvane Corp: talks are over", "own voice asserted: It has ended"),
    Example(
      "Norvane Corp was quoted by Reuters on Monday as saying that it would sell.",
      "indirect asserted Reuters<Norvane Corp: it would sell"),
    Example(
      "\"The price is too low,\" Ann Roe was quoted by Reuters as saying.",
      "direct asserted Reuters<Ann Roe: The price is too low,"),
    Example(
      "Reuters quoted Ann Roe as saying that the price was too low.",
      "indirect asserted Reuters<Ann Roe: the price was too low"),
    Example(
      "Belcor Inc is not for sale, its owner, Marc Holm, told Reuters.",
      "indirect denied Belcor Inc: Belcor Inc is not for sale"),
    Example(
      "Norvane Corp is buying Belcor Inc, two people said. \"This would be a revolution for us,\" one said. The other said that no price had been agreed.",
      "indirect asserted people: Norvane Corp is buying Belcor Inc",
      "direct asserted people: This would be a revolution for us,",
      "indirect denied people: no price had been agreed"),
    Example(
      "Two people close to the matter said Norvane Corp was done. \"It will not pass,\" said one minister.",
      "indirect asserted people close to the matter: Norvane Corp was done",
      "direct denied one minister: It will not pass,"),
    Example(
      "Norvane Corp is up. A source close to Belcor Inc said the report was wrong.",
      "own voice asserted: Norvane Corp is up",
      "indirect asserted source close to Belcor Inc: the report was wrong"),
    Example(
      "Norvane Corp denied it. The report, in the Wall Street Journal, had cited people familiar with the matter as saying that Belcor Inc was for sale.",
      "indirect denied Norvane Corp: it",
      "indirect asserted Wall Street Journal<people familiar with the matter: Belcor Inc was for sale"),
    Example(
      "Norvane Corp, the shipping line, on Friday denied that it would sell the mine.",
      "indirect denied Norvane Corp: it would sell the mine"),
    Example(
      "Ann Roe was quoted as saying by Reuters last week that the sale was dead.",
      "indirect asserted Reuters<Ann Roe: the sale was dead"),
    Example(
      "Two people close to the matter said Norvane Corp was done. \"It was never close,\" said one, who asked not to be named.",
      "indirect asserted people close to the matter: Norvane Corp was done",
      "direct denied people close to the matter: It was never close,"),
    Example(
      "\"We are pleased with the offer, Ann Roe, chairman of Norvane Corp, said on Monday. \"It is too low,\" said Marc Holm, who runs Belcor Inc, later. \"We will not sell.\"",
      "indirect asserted Norvane Corp: We are pleased with the offer",
      "direct asserted Belcor Inc: It is too low,", "direct denied Belcor Inc: We will not sell."),
    Example(
      "Finland, which owns half of Belcor Inc, said the sale should go ahead.",
      "own voice asserted: which owns half of Belcor Inc", "indirect asserted Finland: the sale should go ahead"),
    Example(
      "Orkelund, Belcor Inc's main lender, said it would not stand in the way.",
      "indirect denied Orkelund: it would not stand in the way"),
    Example("Ann Roe was quoted as saying the sale was dead.", "indirect asserted Ann Roe: the sale was dead"),
    Example("The talks are over, two of them said.", "indirect asserted them: The talks are over"),
    Example(
      "Belcor Inc did not respond to several messages.",
      "own voice denied: Belcor Inc did not respond to several messages"),
    Example(
      "Belcor Inc put its pumps up for sale in May.", "own voice asserted: Belcor Inc put its pumps up for sale in May"),
    Example(
      "Norvane Corp told Reuters Skanska Corp would sell its pipes unit.",
      "indirect asserted Norvane Corp: Skanska Corp would sell its pipes unit"),
    Example(
      "Norvane Corp <NRV.N> said it acquired Belcor Inc <BLC.O>.",
      "indirect asserted Norvane Corp: it acquired Belcor Inc <BLC.O>"),
    Example(
      "Harbour Weekly reported that Norvane Corp is in talks.",
      "indirect asserted Harbour Weekly: Norvane Corp is in talks"),
    Example(
      "Norvane Corp said it had agreed to sell its cable unit.",
      "indirect asserted Norvane Corp: it had agreed to sell its cable unit"),
    Example(
      "Norvane Corp said on Monday that it would not sell the unit to Belcor Inc.",
      "indirect denied Norvane Corp: it would not sell the unit to Belcor Inc."),
    Example(
      "\"We will not sell the unit at this price,\" said Norvane Corp.",
      "direct denied Norvane Corp: We will not sell the unit at this price,"),
    Example(
      "“We will sell the unit this year,” Norvane Corp said. “It is the right time for our holders.”",
      "direct asserted Norvane Corp: We will sell the unit this year,",
      "direct asserted Norvane Corp: It is the right time for our holders."),
    Example(
      "“The unit is for sale,” Norvane Corp said, “and we expect to close the deal in May.”",
      "direct asserted Norvane Corp: The unit is for sale,",
      "direct uncertain Norvane Corp: and we expect to close the deal in May."),
    Example(
      "Norvane Corp said: \"The offer is far too low for our shareholders.\"",
      "direct asserted Norvane Corp: The offer is far too low for our shareholders."),
    Example(
      "According to Norvane Corp, the unit has been sold to Belcor Inc.",
      "indirect asserted Norvane Corp: the unit has been sold to Belcor Inc."),
    Example(
      "The unit has been sold to Belcor Inc, according to Norvane Corp.",
      "indirect asserted Norvane Corp: The unit has been sold to Belcor Inc"),
    Example(
      "The unit has been sold to Belcor Inc, Norvane Corp said.",
      "indirect asserted Norvane Corp: The unit has been sold to Belcor Inc"),
    Example(
      "Norvane Corp told the board it had received a bid from Belcor Inc.",
      "indirect asserted Norvane Corp: it had received a bid from Belcor Inc."),
    Example(
      "Norvane Corp, a maker of cables, said it had sold the unit.",
      "indirect asserted Norvane Corp: it had sold the unit"),
    Example(
      "Reuters, citing people familiar with the matter, reported that Norvane Corp was in talks.",
      "indirect asserted Reuters<people familiar with the matter: Norvane Corp was in talks"),
    Example(
      "Norvane Corp was in talks, Reuters said, citing CNBC.",
      "indirect asserted Reuters<CNBC: Norvane Corp was in talks"),
    Example(
      "Norvane Corp said the talks were over and that it would pay no dividend.",
      "indirect asserted Norvane Corp: the talks were over", "indirect denied Norvane Corp: it would pay no dividend"),
    Example(
      "Norvane Corp said it had sold the unit, adding that no jobs would go.",
      "indirect asserted Norvane Corp: it had sold the unit", "indirect denied Norvane Corp: no jobs would go"),
    Example(
      "Norvane Corp <NRV.N> said it had sold the unit.", "indirect asserted Norvane Corp: it had sold the unit"),
    Example(
      "Norvane Corp said it completed the previously announced sale.",
      "indirect asserted Norvane Corp: it completed the previously announced sale"),
    Example(
      "At no point had Belcor Inc proposed closing the unit, Norvane Corp said.",
      "indirect denied Norvane Corp: At no point had Belcor Inc proposed closing the unit"),
    Example(
      "Norvane Corp declined to comment on the report.", "indirect denied Norvane Corp: to comment on the report"),
    Example(
      "Norvane Corp sold its unit to Belcor Inc. It will keep the brand, a spokesman said.",
      "own voice asserted: Norvane Corp sold its unit to Belcor Inc.",
      "indirect asserted Norvane Corp: It will keep the brand"),
    Example(
      "Norvane's claim that the offer was illegal failed in court.",
      "indirect asserted Norvane: the offer was illegal"),
  ]

  static let french = [
    Example(
      "Belcor SA vend.\n\n16h20 - « Nous irons jusqu'au bout », affirme Anne Roe, patronne de Belcor SA.",
      "own voice asserted: Belcor SA vend", "direct asserted Belcor SA: Nous irons jusqu'au bout"),
    Example(
      "Belcor SA vend. « Rien n'est signé », a déclaré à la presse son président, Anne Roe.",
      "own voice asserted: Belcor SA vend", "direct denied Belcor SA: Rien n'est signé"),
    Example(
      "Belcor SA rachète Norvane SA. Le fondateur affirme que l'offre est hostile.",
      "own voice asserted: Belcor SA rachète Norvane SA",
      "indirect asserted Norvane SA: l'offre est hostile"
    ),
    Example(
      "La Chine soutiendra Belcor SA, a déclaré le porte-parole du ministère, selon le Global Times.",
      "indirect asserted Global Times<ministère: La Chine soutiendra Belcor SA"),
    Example(
      "Belcor SA refuse l'offre, a dit Anne Roe, d'après Le Figaro.",
      "indirect asserted Le Figaro<Anne Roe: Belcor SA refuse l'offre"),
    Example(
      "Le groupe Norvane attend. Contacté, le groupe n'a pas souhaité commenter.\n\nContacté par l'agence, le groupe Norvane a indiqué que l'offre tenait.",
      "own voice asserted: Le groupe Norvane attend", "indirect denied Norvane: commenter",
      "indirect asserted Norvane: l'offre tenait"),
    Example(
      "Norvane SA attend. Pour ma part, je parie que l'affaire échouera.",
      "own voice asserted: Norvane SA attend", "indirect uncertain je: l'affaire échouera"),
    Example(
      "Pour la patronne de Belcor SA, qui avait dit non à Norvane SA, le prix est trop bas.",
      "own voice asserted: qui avait dit non à Norvane SA", "indirect asserted Belcor SA: le prix est trop bas"),
    Example(
      "Le comité n'avait pas tranché. Le Figaro avait rapporté le 23 décembre, en citant deux personnes au fait du dossier, que ses membres ne s'entendaient pas sur les risques.",
      "own voice denied: Le comité n'avait pas tranché",
      "indirect denied Le Figaro<personnes au fait du dossier: ses membres ne s'entendaient pas sur les risques"),
    Example(
      "Le Figaro avait rapporté le 23 décembre, en citant deux personnes au fait du dossier, que Belcor SA ne vendrait pas sa filiale.",
      "indirect denied Le Figaro<personnes au fait du dossier: Belcor SA ne vendrait pas sa filiale"),
    Example(
      "Ann Roe, la patronne de Belcor SA, avait prévenu en septembre, dans Le Figaro, que des usines fermeraient.",
      "indirect asserted Belcor SA: des usines fermeraient"),
    Example(
      "« Le prix est trop bas », estime Ann Roe, patronne de Belcor SA, citée par Le Figaro. « Nous attendons mieux. »",
      "direct asserted Le Figaro<Belcor SA: Le prix est trop bas", "direct asserted Belcor SA: Nous attendons mieux."),
    Example(
      "Norvane SA vient d'annoncer qu'il rachèterait Belcor SA.",
      "indirect asserted Norvane SA: il rachèterait Belcor SA"),
    Example("Norvane SA tient à rappeler que rien n'est signé.", "indirect denied Norvane SA: rien n'est signé"),
    Example(
      "Norvane SA continue d'affirmer que le prix est trop bas.", "indirect asserted Norvane SA: le prix est trop bas"),
    Example(
      "Norvane SA maintient que deux réunions ont eu lieu et laisse entendre que le prix pourrait être relevé.",
      "indirect asserted Norvane SA: deux réunions ont eu lieu",
      "indirect uncertain Norvane SA: le prix pourrait être relevé"),
    Example(
      "Selon Reuters, le groupe Norvane ne cédera pas sa filiale à Belcor SA.",
      "indirect denied Reuters: le groupe Norvane ne cédera pas sa filiale à Belcor SA"),
    Example(
      "Norvane SA indique que la vente de la filiale est conclue.",
      "indirect asserted Norvane SA: la vente de la filiale est conclue"),
    Example(
      "Norvane SA a fait savoir mardi qu’elle ne vendrait pas la filiale.",
      "indirect denied Norvane SA: elle ne vendrait pas la filiale"),
    Example(
      "Norvane SA a fait part de son intérêt pour la filiale de Belcor SA.",
      "indirect asserted Norvane SA: son intérêt pour la filiale de Belcor SA"),
    Example(
      "«Nous ne vendrons pas la filiale à ce prix», communique Norvane SA.",
      "direct denied Norvane SA: Nous ne vendrons pas la filiale à ce prix"),
    Example(
      "« Nous avons reçu une offre sérieuse et nous l’étudions », a déclaré Norvane SA.",
      "direct asserted Norvane SA: Nous avons reçu une offre sérieuse et nous l’étudions"),
    Example(
      "La vente n’est pas certaine, note le New York Times, rappelant que Norvane SA est endettée.",
      "indirect denied New York Times: La vente n’est pas certaine",
      "indirect asserted New York Times: Norvane SA est endettée"),
    Example(
      "Se basant sur les informations de CNBC, l’agence Reuters ajoute que la filiale est à vendre.",
      "indirect asserted Reuters<CNBC: la filiale est à vendre"),
    Example(
      "Norvane SA aurait été choisie pour reprendre la filiale de Belcor SA.",
      "own voice reported: Norvane SA aurait été choisie pour reprendre la filiale de Belcor SA"),
    Example(
      "En rachetant la filiale, Norvane SA aurait fait une bonne affaire.",
      "own voice hypothetical: En rachetant la filiale, Norvane SA aurait fait une bonne affaire"),
    Example(
      "Belcor SA refuse de céder sa filiale à Norvane SA.",
      "own voice denied: Belcor SA refuse de céder sa filiale à Norvane SA"),
    Example(
      "La vente va-t-elle se faire?", "own voice asked: La vente va-t-elle se faire?"),
    Example(
      "Belcor SA se demande si la vente se fera.", "indirect asked Belcor SA: si la vente se fera"),
    Example(
      "Les juges estiment que la vente de Belcor SA est valable.",
      "indirect asserted juges: la vente de Belcor SA est valable"),
    Example(
      "Pour Norvane SA, la filiale est à vendre.", "indirect asserted Norvane SA: la filiale est à vendre"),
    Example(
      "« Nous ne vendrons pas notre filiale à ce prix », s’est félicité Norvane SA.",
      "direct denied Norvane SA: Nous ne vendrons pas notre filiale à ce prix"),
    Example(
      "« Nous ne vendrons pas notre filiale à ce prix », grommelle Norvane SA.",
      "direct denied Norvane SA: Nous ne vendrons pas notre filiale à ce prix"),
  ]

  /// Where no verb says who speaks.
  static let turns = [
    Example(
      "A talk with Norvane\n\nNorvane has found a buyer for its unit.\n\nReuters: Will Norvane sell its unit?\n\nAnn Roe: We will not. It is not for sale.\n\n"
        + "Reuters: Is there a bidder?\n\nAnn Roe: (laughs) There is one.",
      "own voice asserted: Norvane has found a buyer for its unit",
      "direct asked Reuters: Will Norvane sell its unit?",
      "direct denied Norvane: We will not. It is not for sale",
      "direct asked Reuters: Is there a bidder?", "direct asserted Norvane: There is one"),
    Example(
      "Norvane Corp sells a unit.\n\n16:31 Norvane Corp on the steps of the court: “We will not sell the unit at this price.”",
      "own voice asserted: Norvane Corp sells a unit",
      "direct denied Norvane Corp: We will not sell the unit at this price."),
    Example(
      "Norvane Corp sells a unit.\n\n“We have sold the unit at the right price.”\n\n— Ann Roe, chairman of Norvane Corp",
      "own voice asserted: Norvane Corp sells a unit",
      "direct asserted Norvane Corp: We have sold the unit at the right price."),
  ]

  /// "Brentwall's" is a name whose mark is no "is", nor part of what attributes.
  @Test func knowsTheMarkOfAName() throws {
    let story = try read("Brentwall's said it would buy Belcor Inc.")
    let claim = try #require(story.claims.first)
    #expect(claim.cue.map { story.text.string($0) } == "said")
  }

  @Test(arguments: english) func readsEnglish(_ example: Example) throws {
    #expect(try claims(example.text) == example.claims)
  }

  @Test(arguments: turns) func readsTurns(_ example: Example) throws {
    #expect(try claims(example.text) == example.claims)
  }

  /// Clauses between the marks of a quotation that say whose it is.
  static let innerIncises = [
    Example(
      "« On nous demande un chèque en blanc, s’est emportée Anne Roe, de Norvane SA. Qui a lu les pages ? »",
      "direct asserted Anne Roe: On nous demande un chèque en blanc", "direct asked Anne Roe: Qui a lu les pages ?"),
    Example(
      "Le maire, Ivo Ferrel, se veut confiant : « On ne déménage pas une usine comme une armoire. »",
      "direct denied Ivo Ferrel: On ne déménage pas une usine comme une armoire."),
    Example(
      "« Nous avons un savoir-faire unique, énumère Anne Roe. Et trois usines neuves. »",
      "direct asserted Anne Roe: Nous avons un savoir-faire unique", "direct asserted Anne Roe: Et trois usines neuves."
    ),
    Example(
      "« Le prix est trop bas pour nous, estime Norvane SA. Nous attendrons une autre offre. »",
      "direct asserted Norvane SA: Le prix est trop bas pour nous",
      "direct asserted Norvane SA: Nous attendrons une autre offre."),
    Example(
      "Norvane SA attend. « Le prix est trop bas, a-t-il ajouté, et le calendrier est trop court. »",
      "own voice asserted: Norvane SA attend",
      "direct asserted Norvane SA: Le prix est trop bas",
      "direct asserted Norvane SA: et le calendrier est trop court."),
    Example(
      "« Nous ne vendrons pas, s’agace Anne Roe, la patronne de Norvane SA, qui emploie cent personnes. »",
      "direct denied Norvane SA: Nous ne vendrons pas"),
    Example(
      "“Faut-il vendre maintenant ? demande Norvane SA. Rien ne presse pour nous.”",
      "direct asked Norvane SA: Faut-il vendre maintenant ?",
      "direct denied Norvane SA: Rien ne presse pour nous."),
    Example(
      "« Nous vendrons l'usine, et la marque, au prix qui convient », a dit Norvane SA.",
      "direct asserted Norvane SA: Nous vendrons l'usine, et la marque, au prix qui convient"),
  ]

  @Test(arguments: innerIncises) func readsInnerIncises(_ example: Example) throws {
    #expect(try claims(example.text) == example.claims)
  }

  @Test(arguments: french) func readsFrench(_ example: Example) throws {
    #expect(try claims(example.text) == example.claims)
  }
}
