import Stories
import Testing

@testable import Reading

/// From how likely the choice thinks a claim to how often such claims are right.
@Suite struct CalibrationTests {
  private func table(_ text: String, _ language: Language = .english) throws -> Calibration {
    try Calibration(language, file: Array(text.utf8))
  }

  @Test func liesOnTheLineBetweenTwoSteps() throws {
    let table = try table(
      "# a comment\n\nen cue 0.2 0.1\nen cue 0.4 0.5\nen cue 0.8 0.7\nfr cue 0.5 0\nen turn 1 0.94\n")
    for (likelihood, confidence) in [(0, 0.1), (0.2, 0.1), (0.3, 0.3), (0.4, 0.5), (0.6, 0.6), (0.8, 0.7), (1, 0.7)] {
      #expect(table.confidence(Evidence(.cue, Float(likelihood))) == confidence, "\(likelihood)")
    }
    #expect(table.confidence(Evidence(.turn)) == 0.94)
  }

  @Test func countsWhoSpeaks() throws {
    let table = try table("en cue 0 0.2\nen cue 1 0.8\nen speaker pronoun 0.5\nfr speaker pronoun 0.1\n")
    #expect(table.confidence(Evidence(.cue, 0.5, speaker: .pronoun)) == 0.25)
    #expect(table.confidence(Evidence(.cue, 0.5, speaker: .name)) == 0.5)
    #expect(table.confidence(Evidence(.cue, 0.5)) == 0.5)
  }

  @Test func leavesLikelihoodsWithoutATable() throws {
    #expect(try table("fr cue 0.5 0.2").confidence(Evidence(.cue, 0.7)) == 0.7)
    #expect(try Calibration(.english, file: nil).confidence(Evidence(.cue, 0.7)) == 0.7)
  }

  @Test(arguments: [
    ("en cue 0.2 0.1\nen cue 0.4", 2, "two numbers"), ("en cue 0.2 0.1 0.3", 1, "two numbers"),
    ("\n# c\nxx cue 0.2 0.1", 3, "two numbers"), ("en cues 0.2 0.1", 1, "two numbers"),
    ("en cue 0.2 1.1", 1, "two numbers"), ("en cue -0.2 0.1", 1, "two numbers"), ("en cue a 0.1", 1, "two numbers"),
    ("en cue nan 0.1", 1, "two numbers"), ("en speaker pronoun 2", 1, "who speaks"),
    ("en speaker she 0.5", 1, "who speaks"),
    ("en cue 0.2 0.4\nen turn 1 0.1\nen cue 0.3 0.3", 3, "must rise"),
    ("en cue 0.2 0.4\nen cue 0.2 0.5", 2, "must rise"),
  ])
  func tellsTheLineOfWhatIsWrong(text: String, line: Int, problem: String) throws {
    let error = #expect(throws: LexiconError.self) { try table(text) }
    #expect(error?.file == "model/calibration.txt")
    #expect(error?.line == line)
    #expect(error?.problem.contains(problem) == true)
  }

  @Test(arguments: Language.allCases) func theProgramsOwnRisesAndHasEveryKind(language: Language) throws {
    let table = try Calibration(language, file: builtIn(Calibration.path))
    for kind in Evidence.Kind.allCases {
      #expect(table.steps.contains { $0.kind == kind }, "\(kind)")
      let confidences = (0...100).map { table.confidence(Evidence(kind, Float($0) / 100)) }
      #expect(zip(confidences, confidences.dropFirst()).allSatisfy { $0 <= $1 }, "\(kind)")
    }
    for ground in Reasons.Speaker.allCases where ground != .silence {
      #expect(table.speakers[Int(ground.rawValue)] < 1, "\(ground)")
    }
  }

  @Test func survivesItsImage() {
    for kind in Evidence.Kind.allCases {
      let step = Calibration.Step(kind: kind, likelihood: 0.384, confidence: 1)
      #expect(Calibration.Step(bits: step.bits) == step)
    }
    #expect(Calibration.Step(bits: 99 << 48) == nil)
  }

  @Test func claimsOfAStoryHaveIt() throws {
    let story = try read(
      """
      Norvane sells its cables

      Norvane will sell Norkabel to Tallis Partners for 310 million euros, Norvane said on Monday. Reuters has the story too, more or less.
      """)
    #expect(!story.claims.isEmpty)
    for claim in story.claims { #expect(claim.confidence > 0 && claim.confidence < 1) }
    let said = try #require(story.claims.first { $0.cue != nil })
    #expect(said.confidence > 0.8)
    #expect(!said.isDoubtful)
  }
}
