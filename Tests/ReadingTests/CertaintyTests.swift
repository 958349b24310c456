import Stories
import Testing

@testable import Reading

/// How sure a clause is.
@Suite struct CertaintyTests {
  struct Example: CustomTestStringConvertible, Sendable {
    var text: String
    /// The words of the clause, and of its cue.
    var clause: String
    var cue: String?
    var certainty: Claim.Certainty
    var testDescription: String { text }

    init(_ text: String, _ clause: String, cue: String? = nil, _ certainty: Claim.Certainty) {
      self.text = text
      self.clause = clause
      self.cue = cue
      self.certainty = certainty
    }
  }

  static let english = [
    Example("No decision has been taken.", "No decision has been taken", .denied),
    Example("The price is fair but no bargain.", "The price is fair but no bargain", .asserted),
    Example("Belcor has not only grown.", "Belcor has not only grown", .asserted),
    Example("Roe is telling you it is not over.", "Roe is telling you it is not over", .asserted),
    Example("The unit that it bought does not grow.", "The unit that it bought does not grow", .denied),
    Example(
      "The court stopped the sale of Belcor, which would have been the largest.",
      "the sale of Belcor, which would have been the largest", .asserted),
    Example("Without the loan it would close.", "Without the loan it would close", .hypothetical),
    Example("Roe said without the loan it would close.", "without the loan it would close", cue: "said", .hypothetical),
    Example("Roe said it would close.", "it would close", cue: "said", .asserted),
    Example("Roe would not say when it meets.", "when it meets", cue: "would not say", .denied),
    Example("Roe did not rule out a sale.", "a sale", cue: "did not rule out", .uncertain),
    Example("Norvane did not rule out a sale.", "Norvane did not rule out a sale", .uncertain),
    Example("Roe expects the sale to help.", "the sale to help", cue: "expects", .uncertain),
    Example("Completion is expected in May.", "Completion is expected in May", .uncertain),
    Example("Word has it that Belcor is for sale.", "Word has it that Belcor is for sale", .reported),
    Example("The report is baseless.", "The report is baseless", .denied),
    Example("Gazette: It was for sale. What changed?", "It was for sale. What changed?", cue: ":", .asked),
  ]

  static let french = [
    Example("Rien n'est signé.", "Rien n'est signé", .denied),
    Example("Personne ne leur a parlé.", "Personne ne leur a parlé", .denied),
    Example("Nous n'étions plus seuls.", "Nous n'étions plus seuls", .denied),
    Example("C'est inexact.", "C'est inexact", .denied),
    Example("C'est un pas, et ce ne sera pas le dernier.", "C'est un pas, et ce ne sera pas le dernier", .asserted),
    Example("Norvane a dit ne plus savoir.", "ne plus savoir", cue: "a dit", .denied),
    Example("Il n'a pas voulu commenter le prix.", "commenter le prix", cue: "n'a pas voulu", .denied),
    Example("Il n'exclut pas de vendre.", "de vendre", cue: "n'exclut pas", .uncertain),
    Example("Norvane n'exclut pas une vente.", "Norvane n'exclut pas une vente", .uncertain),
    Example("Elle se demande si Norvane est riche.", "si Norvane est riche", cue: "se demande", .asked),
    Example("Selon Reuters, Norvane vendrait sa filiale.", "Norvane vendrait sa filiale", cue: "Selon", .reported),
    Example("Il a dit qu'il vendrait sa filiale.", "il vendrait sa filiale", cue: "a dit", .asserted),
    Example("Sans ce prêt, le groupe aurait fermé.", "Sans ce prêt, le groupe aurait fermé", .hypothetical),
    Example("En se décidant hier, Norvane aurait gagné.", "En se décidant hier, Norvane aurait gagné", .hypothetical),
    Example(
      "Pour Norvane, une telle offre ruinerait le groupe.", "une telle offre ruinerait le groupe", cue: "Pour",
      .hypothetical),
    Example("Norvane aurait vendu sa filiale.", "Norvane aurait vendu sa filiale", .reported),
    Example("Selon nos informations, Norvane est à vendre.", "Norvane est à vendre", .reported),
    Example("La table est mise.", "La table est mise", .asserted),
  ]

  @Test(arguments: english) func tellsHowSure(_ example: Example) { check(example, .english) }

  @Test(arguments: french) func tellsHowSureInFrench(_ example: Example) { check(example, .french) }

  private func check(_ example: Example, _ language: Language) {
    ReadStages.with(example.text, language) { stages in
      let cue = example.cue.map(stages.tokens)
      let setting = CertaintyRules.Setting(isAttributed: cue != nil, isDirect: example.cue == ":", cue: cue)
      let found = CertaintyRules(prose: stages.prose).certainty(stages.tokens(example.clause), asks: false, setting)
      #expect(found == example.certainty)
    }
  }
}
