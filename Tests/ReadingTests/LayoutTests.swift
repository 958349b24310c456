import Stories
import Testing

@testable import Reading

@Suite struct LayoutTests {
  /// The blocks of a text as lines: "headline: Norvane sells".
  private func blocks(_ text: String) throws -> [String] {
    let story = try read(text)
    return story.layout.blocks.map { "\($0.kind.rawValue): \(story.text.string($0.span))" }
  }

  @Test func readsAPageOfANewsSite() throws {
    let text = """
      Câbles

      Vente de Norvane: l’offre de Belcor rejetée

      Norvane refuse de céder sa filiale à Belcor. Une autre offre est attendue.

      (Source: A. Photographe / Agence)
      (Source: A. Photographe / Agence)

      La filiale ne sera pas vendue, selon le groupe. Belcor n'a pas commenté.

      Le dossier reste ouvert.

      Webcode
      AB1_2034
      """
    #expect(
      try blocks(text) == [
        "kicker: Câbles", "headline: Vente de Norvane: l’offre de Belcor rejetée",
        "lede: Norvane refuse de céder sa filiale à Belcor. Une autre offre est attendue.",
        "credit: (Source: A. Photographe / Agence)", "credit: (Source: A. Photographe / Agence)",
        "paragraph: La filiale ne sera pas vendue, selon le groupe. Belcor n'a pas commenté.",
        "paragraph: Le dossier reste ouvert.", "reference: Webcode", "reference: AB1_2034",
      ])
    let story = try read(text)
    #expect(story.layout.credits.map(story.text.string) == ["A. Photographe / Agence"])
    #expect(story.layout.reference.map(story.text.string) == "AB1_2034")
  }

  @Test func readsAWire() throws {
    let text = """
      NORVANE <NRV> SELLS UNIT

      25-MAR-1987 05:05:15.93

      Norvane Corp said it sold its cable unit.

      Terms were not disclosed. REUTER \u{3}
      """
    #expect(
      try blocks(text) == [
        "headline: NORVANE <NRV> SELLS UNIT", "dateline: 25-MAR-1987 05:05:15.93",
        "paragraph: Norvane Corp said it sold its cable unit.", "paragraph: Terms were not disclosed.",
        "signoff: REUTER",
      ])
    #expect(try read(text).layout.date == "1987-03-25")
  }

  @Test func cutsADatelineOffItsParagraph() throws {
    let text =
      "Norvane sells unit\n\nPARIS, Sept 14, 2020 (Agency) - Norvane said it had sold its cable unit to Belcor.\n"
    #expect(
      try blocks(text) == [
        "headline: Norvane sells unit", "dateline: PARIS, Sept 14, 2020 (Agency) -",
        "paragraph: Norvane said it had sold its cable unit to Belcor.",
      ])
    #expect(try read(text).layout.date == "2020-09-14")
  }

  @Test(arguments: [
    ("Feb 18 (Reuters) -", "Norvane said it had sold its cable unit."),
    ("(Reuters) -", "Norvane said it had sold its cable unit."),
    ("(AOF)", "Norvane a annoncé avoir vendu ses câbles."),
    ("SAN FRANCISCO--(BUSINESS WIRE)--", "Norvane said it had sold its cable unit."),
    ("Bruxelles, le 18 février 2026 –", "Norvane a annoncé avoir vendu ses câbles."),
    ("PARIS, 18 février (AFP) –", "Norvane a annoncé avoir vendu ses câbles."),
    ("", "Norvane (Wick) - the cable maker - said it had sold it."),
    ("", "Norvane - the cable maker - said it had sold it."),
    ("", "PARIS, London and Rome, Wick and Oslo, May -"),
  ]) func tellsDatelines(dateline: String, paragraph: String) throws {
    let found = try blocks("Norvane a vendu son usine\n\n\(dateline) \(paragraph)\n")
    #expect(found.dropFirst() == (dateline.isEmpty ? [] : ["dateline: \(dateline)"]) + ["paragraph: \(paragraph)"])
  }

  @Test func takesWhatStandsBeforeADatelineAsLede() throws {
    let text =
      "Norvane sells unit\n\nThe cable maker parts with its oldest business.\n\nPARIS, Sept 14, 2020 - Norvane said it had sold it.\n"
    #expect(
      try blocks(text) == [
        "headline: Norvane sells unit", "lede: The cable maker parts with its oldest business.",
        "dateline: PARIS, Sept 14, 2020 -", "paragraph: Norvane said it had sold it.",
      ])
  }

  @Test func joinsLinesThatWereBrokenByHand() throws {
    let text = """
      Norvane sells its unit

      Norvane said on Monday that it had agreed to sell its
      cable unit to Belcor, a maker of pumps, for an amount
      that neither of the two companies would disclose to the
      press before the closing of the deal in May.

      Belcor did not comment on the price that it pays, and it
      was not clear when it would.
      """
    #expect(try blocks(text).count == 3)
  }

  @Test func keepsLinesThatAreParagraphs() throws {
    let text =
      "Norvane sells its unit\n\nNorvane said it had sold the unit.\nBelcor said it had bought it.\nNobody else spoke.\n"
    #expect(try blocks(text).count == 4)
  }

  @Test func takesATextWithoutAHeadAsParagraphs() throws {
    #expect(
      try blocks("Norvane said it had sold the unit. Belcor said nothing.") == [
        "paragraph: Norvane said it had sold the unit. Belcor said nothing."
      ])
  }

  @Test(arguments: [
    ("14 septembre 2020", "2020-09-14"), ("September 14, 2020", "2020-09-14"), ("2020-09-14", "2020-09-14"),
    ("14.09.2020", "2020-09-14"), ("9-MAR-1987 10:35:23.44", "1987-03-09"),
  ]) func readsTheDay(line: String, day: String) throws {
    let body = line.contains("septembre") ? "La filiale a été vendue par le groupe." : "The unit was sold by the group."
    #expect(try read("Norvane\n\n\(line)\n\n\(body)\n").layout.date == day)
  }

  @Test func losesNoWord() throws {
    let text = "Norvane sells\n\nPARIS, May 2 - Norvane sold it.\n\nPhoto: A. Roe\n\nEnd of it. ENDS\n"
    let story = try read(text)
    let inBlocks = story.layout.blocks.map { story.text.string($0.span) }.joined().filter { !$0.isWhitespace }
    #expect(inBlocks == text.filter { !$0.isWhitespace })
  }
}

/// Who published a story, as far as its page says so.
@Suite struct OutletTests {
  private static let body = """
    Norvane Corp said it sold its cable unit to Belcor, as the Financial Times had reported.

    Terms were not disclosed.
    """

  @Test(arguments: [
    ("Norvane sells unit\n\nPARIS, Sept 14 (Reuters) - \(body)", "Reuters"),
    (
      "Norvane vend\n\nPARIS, 14 sept (AFP) - Norvane a vendu sa filiale à Belcor, comme Le Monde l’avait dit.\n\nRien d’autre n’est connu.",
      "Agence France-Presse"
    ),
    ("NORVANE SELLS UNIT\n\n25-MAR-1987 05:05:15.93\n\n\(body) REUTER", "Reuters"),
    ("NORVANE SELLS UNIT\n\n25-MAR-1987 05:05:15.93\n\n\(body) Reuter \u{3}", "Reuters"),
    ("Norvane sells unit\n\nBy Ann Roe, Bloomberg\n\n\(body)", "Bloomberg"),
    ("Norvane sells unit\n\nLe Monde, 14 September 2020\n\n\(body)", "Le Monde"),
    ("Wall Street Journal\n\nNorvane sells its whole cable unit\n\n\(body)", "Wall Street Journal"),
    ("Norvane sells unit\n\n(Photo: A. Roe / Reuters)\n\n\(body)", nil),
    ("CNN fears\n\nCNN’s owner looks for a buyer of its cable unit\n\n\(body)", nil),
    ("Norvane sells unit\n\n\(body)", nil),
  ])
  func isNamedByThePage(text: String, outlet: String?) throws {
    #expect(try read(text).layout.outlet?.english == outlet)
  }
}
