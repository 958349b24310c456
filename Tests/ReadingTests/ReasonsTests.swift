import Stories
import Testing

@testable import Reading

/// What is said to have decided about claims.
@Suite struct ReasonsTests {
  private func reasons(_ text: String) throws -> (Story, [Reasons]) {
    let story = try read(text)
    return (story, try reader.reasons(for: story.claims.indices, in: story))
  }

  @Test func aCueThatTakesAClause() throws {
    let (story, reasons) = try reasons(
      "Deal news\n\nNorvane Corp said on Monday that it would sell Norkabel to Tallis Partners.")
    let index = try #require(story.claims.firstIndex { $0.cue != nil })
    #expect(reasons.count == story.claims.count)
    #expect(reasons[index].ground == .cue)
    let decision = try #require(reasons[index].decision)
    #expect(decision.strength == 5)
    #expect(decision.frame == .saying)
    #expect(decision.rule == .that)
    #expect(decision.exact <= decision.likelihood + 0.001)
    #expect(decision.exact > decision.runnerUp.probability)
    #expect(decision.exact + decision.runnerUp.probability <= 1.001)
    // Heaviest first, for and then against, and each has the name that the file of weights gives it.
    let pro = decision.features.filter { $0.weight > 0 }.map(\.weight)
    let contra = decision.features.filter { $0.weight < 0 }.map(\.weight)
    #expect(!pro.isEmpty && !contra.isEmpty)
    #expect(pro == pro.sorted(by: >) && contra == contra.sorted())
    #expect(decision.features.map(\.weight) == pro + contra)
    for feature in decision.features {
      let words = feature.name.split(separator: " ")
      #expect(FeatureName.key(of: words) != nil || WordTemplate.key(of: words) != nil, "\(feature.name)")
    }
  }

  @Test func whoIsMeantIsTold() throws {
    let (story, reasons) = try reasons(
      "Deal news\n\nNorvane Corp bid for Belcor. It said the price was right. "
        + "Ann Roe, the chairman of Belcor, was away. Later Roe said it was not.")
    let who = zip(story.claims, reasons).compactMap { claim, reasons in
      reasons.lines(for: claim, of: story, .english).first { $0.label == "who" }?.text
    }
    #expect(who == ["Norvane Corp: a pronoun, “It”", "Belcor: a named person who speaks for it, “Roe”"])
  }

  @Test func aRunnerUpIsAnotherContent() throws {
    let (story, reasons) = try reasons(
      "Une affaire\n\nNorvane a annoncé qu’il vendrait Norkabel à Tallis, mais que rien ne presse, selon Reuters.")
    for (claim, reasons) in zip(story.claims, reasons) {
      guard let decision = reasons.decision, !decision.runnerUp.words.isEmpty else { continue }
      #expect(decision.runnerUp.words != [claim.span])
    }
    #expect(reasons.contains { $0.decision != nil })
  }

  @Test func whatNobodySaysHasNoChoice() throws {
    let (story, reasons) = try reasons(
      "Deal news\n\nNorvane Corp has sold Norkabel to Tallis Partners. The sky was blue.")
    #expect(story.claims.first?.manner == .ownVoice)
    for reasons in reasons { #expect(reasons == Reasons(ground: .ownVoice)) }
  }

  @Test func theTurnOfASpeaker() throws {
    let (_, reasons) = try reasons(
      """
      An interview

      Ann Roe: We will not sell Norkabel this year.

      Ledger: Why not?

      Ann Roe: It is worth more than what Tallis offers.
      """)
    #expect(reasons.contains(Reasons(ground: .turn, speaker: .officer)))
  }

  @Test func whatTellsWhoSpeaks() throws {
    let (story, reasons) = try reasons(
      """
      Deal news

      Norvane Corp said it had sold Norkabel. It added that it was glad. The company said so twice. Two people said it was late.
      """)
    #expect(
      zip(story.claims, reasons).filter { $0.0.cue != nil }.map(\.1.speaker) == [.name, .pronoun, .noun, .unnamed])
  }
}
