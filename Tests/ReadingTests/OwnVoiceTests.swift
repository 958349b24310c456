import Stories
import Testing

@testable import Reading

/// What a story itself says, where nobody is named for it.
@Suite struct OwnVoiceTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    /// The words of a cue and its source and content, if there is an attribution.
    var attribution: (cue: String, source: String, content: String)?
    var statements: [String]
    var testDescription: String { text }

    init(_ text: String, by attribution: (String, String, String)? = nil, _ statements: [String]) {
      self.text = text
      self.attribution = attribution.map { (cue: $0.0, source: $0.1, content: $0.2) }
      self.statements = statements
    }
  }

  static let english = [
    Example("17:42 The offer is on the table.", ["The offer is on the table"]),
    Example("BELCOR: Norvane Corp has bought it.", ["Norvane Corp has bought it"]),
    Example("Rumour of the hour: the family is split.", ["the family is split"]),
    Example("(Reporting by Ann Roe; editing by Bob Roe)", []),
    Example("What we know so far.", []),
    Example("The Ledger regrets the error.", []),
    Example("And the readers?", ["And the readers?"]),
    Example(
      "Norvane, which makes pumps, said it was late.", by: ("said", "Norvane", "it was late"), ["which makes pumps"]),
    Example(
      "A man, who asked not to be named, said it was late.", by: ("said", "A man", "it was late"), []),
    Example("In her opinion, it is late.", by: ("opinion", "her", "it is late"), []),
    Example(
      "Belcor has good people, and the factory, begun in May, is nearly ready.",
      ["Belcor has good people", "the factory, begun in May, is nearly ready"]),
  ]

  static let french = [
    Example("18h40 - La séance est terminée.", ["La séance est terminée"]),
    Example("Neuchâtel (Agence Roux) - Norvane a rejeté l'offre.", ["Norvane a rejeté l'offre"]),
    Example("Selon nos informations, Norvane est à vendre.", ["Norvane est à vendre"]),
    Example(
      "Le titre gagnait 3 %, celui de Norvane cédait 2 %.", ["Le titre gagnait 3 %", "celui de Norvane cédait 2 %"]),
    Example("Nous présentons nos excuses.", []),
  ]

  @Test(arguments: english) func findsStatements(_ example: Example) { check(example, .english) }

  @Test(arguments: french) func findsStatementsInFrench(_ example: Example) { check(example, .french) }

  private func check(_ example: Example, _ language: Language) {
    ReadStages.with(example.text, language) { stages in
      var attributions: [Attribution] = []
      if let by = example.attribution {
        attributions.append(
          Attribution(
            cue: stages.tokens(by.cue), content: [stages.tokens(by.content)], source: stages.tokens(by.source),
            manner: .indirect, sentence: 0, cueTraits: []))
      }
      let found = OwnVoice(prose: stages.prose, cast: stages.cast).statements(attributions).map {
        String(decoding: Array(example.text.utf8)[stages.prose.span($0.range).range], as: UTF8.self)
      }
      #expect(found == example.statements)
    }
  }
}
