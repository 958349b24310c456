import Stories

/// How often claims turn out right, by what they rest on: a monotone table for each kind of evidence, counted over labelled
/// stories that the choice had not learned from, and how often who says them is, by what tells it.
package struct Calibration: Sendable, Equatable {
  /// A point of a table; between two points the confidence is on the line between them.
  struct Step: Sendable, Equatable {
    var kind: Evidence.Kind
    /// How likely the choice thinks such a claim, and how often such claims are right.
    var likelihood: Float
    var confidence: Float
  }

  /// The word that tells the lines about speakers from the others.
  package static let speaker = "speaker"

  /// The path below `Data`.
  package static let path = "model/calibration.txt"

  /// By kind, then by likelihood, both growing; so does the confidence within a kind.
  private(set) var steps: [Step]
  /// How often the speaker of a claim that is right otherwise is right, by the places of the grounds.
  private(set) var speakers: [Float]

  /// Makes a calibration of steps in their order; without any, likelihoods stay as they are.
  init(steps: [Step] = [], speakers: [Float] = []) {
    self.steps = steps
    self.speakers = speakers.isEmpty ? Reasons.Speaker.allCases.map { _ in 1 } : speakers
  }

  /// Reads the steps of `language`; without a file there are none.
  ///
  /// A line is `LANGUAGE KIND LIKELIHOOD CONFIDENCE`, or `LANGUAGE speaker GROUND CONFIDENCE`. Throws `LexiconError` with the
  /// line of what is malformed, and of a step that does not rise.
  init(_ language: Language, file bytes: [UInt8]?) throws(LexiconError) {
    self.init()
    var number = 0
    for line in String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let words = line.split(separator: " ")
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      if words.count == 4, Language(rawValue: String(first)) != nil, words[1] == Calibration.speaker,
        let ground = Reasons.Speaker.allCases.first(where: { $0.name == words[2] }), let share = Float(words[3]),
        0...1 ~= share
      {
        if first == language.rawValue { speakers[Int(ground.rawValue)] = share }
        continue
      }
      guard words.count == 4, Language(rawValue: String(first)) != nil,
        let kind = Evidence.Kind.allCases.first(where: { $0.name == words[1] }),
        let likelihood = Float(words[2]), let confidence = Float(words[3]), 0...1 ~= likelihood, 0...1 ~= confidence
      else {
        throw LexiconError(
          file: Calibration.path, line: number,
          problem:
            "a line is a language, a kind of evidence, and two numbers from 0 to 1; or what tells who speaks and one")
      }
      if first != language.rawValue { continue }
      if let last = steps.last(where: { $0.kind == kind }),
        last.likelihood >= likelihood || last.confidence > confidence
      {
        throw LexiconError(
          file: Calibration.path, line: number, problem: "the numbers of a kind must rise from line to line")
      }
      steps.append(Step(kind: kind, likelihood: likelihood, confidence: confidence))
    }
  }

  /// How likely a claim that rests on `evidence` is right, 0 to 1, in hundredths.
  func confidence(_ evidence: Evidence) -> Double {
    let speaker = evidence.speaker.map { speakers[Int($0.rawValue)] } ?? 1
    return hundredths(confidenceInWords(evidence) * speaker)
  }

  /// How likely the words and the mention of the source are right, 0 to 1.
  private func confidenceInWords(_ evidence: Evidence) -> Float {
    var before: Step?
    for step in steps where step.kind == evidence.kind {
      if evidence.likelihood > step.likelihood {
        before = step
        continue
      }
      guard let before else { return step.confidence }
      let share = (evidence.likelihood - before.likelihood) / (step.likelihood - before.likelihood)
      return before.confidence + share * (step.confidence - before.confidence)
    }
    return before?.confidence ?? evidence.likelihood
  }

  private func hundredths(_ value: Float) -> Double { (Double(value) * 100).rounded() / 100 }
}

extension Calibration.Step {
  /// All of it in a number, as an image keeps it: the kind above the bits of the two others, in thousandths.
  var bits: UInt64 {
    UInt64(kind.rawValue) << 48 | UInt64((likelihood * 1000).rounded()) << 24 | UInt64((confidence * 1000).rounded())
  }

  init?(bits: UInt64) {
    guard let kind = Evidence.Kind(rawValue: UInt8(truncatingIfNeeded: bits >> 48)) else { return nil }
    self.init(
      kind: kind, likelihood: Float(bits >> 24 & 0xFF_FFFF) / 1000, confidence: Float(bits & 0xFF_FFFF) / 1000)
  }
}
