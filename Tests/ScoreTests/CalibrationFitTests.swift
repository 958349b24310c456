import Reading
import Stories
import Testing

@testable import suitor_score

/// From judged claims to a table, and back to how far it can be trusted.
@Suite struct CalibrationFitTests {
  private func judged(_ kind: Evidence.Kind, _ likelihood: Float, right: Int, of count: Int) -> [Judgement] {
    (0..<count).map {
      Judgement(.english, Evidence(kind, likelihood), confidence: Double(likelihood), isRight: $0 < right)
    }
  }

  @Test func sharesRise() {
    let claims =
      judged(.cue, 0.5, right: 4, of: 18) + judged(.cue, 0.7, right: 15, of: 18) + judged(.cue, 0.8, right: 9, of: 18)
      + judged(.cue, 0.9, right: 18, of: 18) + judged(.turn, 1, right: 8, of: 8)
    // The third bin is worse than the second, so the two are one.
    #expect(
      CalibrationFit.lines(claims) == [
        "en cue 0.0 0.0", "en cue 0.5 0.25", "en cue 0.75 0.658", "en cue 0.9 0.95", "en turn 1.0 0.9",
      ])
  }

  @Test func aFewClaimsJoinThoseBefore() {
    let claims = judged(.ownVoice, 0, right: 9, of: 18) + judged(.ownVoice, 1, right: 2, of: 2)
    #expect(CalibrationFit.lines(claims) == ["en ownVoice 0.1 0.545"])
  }

  @Test func speakersAreCountedOfClaimsThatAreRight() {
    func spoken(_ ground: Reasons.Speaker, isRight: Bool, isSpeakerRight: Bool) -> Judgement {
      Judgement(
        .french, Evidence(.turn, 1, speaker: ground), confidence: 1, isRight: isRight, isSpeakerRight: isSpeakerRight)
    }
    let claims = [
      spoken(.name, isRight: true, isSpeakerRight: true), spoken(.name, isRight: true, isSpeakerRight: false),
      spoken(.name, isRight: false, isSpeakerRight: false), spoken(.pronoun, isRight: true, isSpeakerRight: true),
    ]
    // What was never seen is as often right as wrong.
    let lines = CalibrationFit.lines(claims).filter { $0.contains("speaker") }
    #expect(lines.count == Reasons.Speaker.allCases.count)
    #expect(lines.contains("fr speaker name 0.5") && lines.contains("fr speaker pronoun 0.667"))
    #expect(lines.contains("fr speaker silence 0.5"))
    #expect(Reliability.text("all", claims).contains("1.00 - 1.00") == false)
    #expect(Judgement(claims[1].line) == claims[1])
    #expect(claims[1].line == "fr turn 1.0 1.0 1 name 0")
    #expect(Judgement("fr turn 1.0 1.0 1 she 0") == nil)
  }

  @Test func judgementsAreLines() throws {
    let judgement = Judgement(.french, Evidence(.cue, 0.25), confidence: 0.5, isRight: true)
    #expect(judgement.line == "fr cue 0.25 0.5 1")
    #expect(Judgement(judgement.line) == judgement)
    for line in ["", "fr cue 0.25 0.5 2", "fr cue 0.25 0.5", "xx cue 0.25 0.5 1", "fr cues 0.25 0.5 1"] {
      #expect(Judgement(line) == nil)
    }
  }

  @Test func reliabilityIsByConfidence() {
    let claims = judged(.cue, 0.55, right: 5, of: 10) + judged(.cue, 1, right: 20, of: 20)
    #expect(
      Reliability.text("all", claims) == """
        all: 30 claims
          confidence   claims   mean   right
          0.50 - 0.60       10   0.55   0.50
          0.90 - 1.00       20   1.00   1.00
          on average 0.02 apart

        """)
  }
}
