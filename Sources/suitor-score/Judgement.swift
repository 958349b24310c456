import Reading
import Stories

/// A claim that was found, what it rests on, and whether it is marked.
struct Judgement: Equatable {
  var language: Language
  var evidence: Evidence
  /// What the reading made of it.
  var confidence: Double
  var isRight: Bool

  /// Makes a judgement.
  init(_ language: Language, _ evidence: Evidence, confidence: Double, isRight: Bool) {
    self.language = language
    self.evidence = evidence
    self.confidence = confidence
    self.isRight = isRight
  }

  /// The judgement as a line: language, kind, likelihood, confidence, 1 or 0.
  var line: String {
    "\(language.rawValue) \(evidence.kind.name) \(evidence.likelihood) \(confidence) \(isRight ? 1 : 0)"
  }

  /// Reads a line; `nil` if it is none.
  init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count == 5, let language = Language(rawValue: String(words[0])),
      let kind = Evidence.Kind.allCases.first(where: { $0.name == words[1] }), let likelihood = Float(words[2]),
      let confidence = Double(words[3]), words[4] == "0" || words[4] == "1"
    else { return nil }
    self.init(language, Evidence(kind, likelihood), confidence: confidence, isRight: words[4] == "1")
  }
}
