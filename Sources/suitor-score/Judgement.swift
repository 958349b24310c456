import Reading
import Stories

/// A claim that was found, what it rests on, and whether it is marked.
struct Judgement: Equatable {
  var language: Language
  var evidence: Evidence
  /// What the reading made of it.
  var confidence: Double
  var isRight: Bool
  /// Whether, if so, it says it to be by whom the mark says: what tells who speaks was read right.
  var isSpeakerRight: Bool

  /// Whether words, source and who it is are right.
  var isWholly: Bool { isRight && isSpeakerRight }

  /// Makes a judgement.
  init(_ language: Language, _ evidence: Evidence, confidence: Double, isRight: Bool, isSpeakerRight: Bool = true) {
    self.language = language
    self.evidence = evidence
    self.confidence = confidence
    self.isRight = isRight
    self.isSpeakerRight = isSpeakerRight
  }

  /// The judgement as a line: language, kind, likelihood, confidence, 1 or 0; then what tells who speaks, 1 or 0.
  var line: String {
    let speaker = evidence.speaker.map { " \($0.name) \(isSpeakerRight ? 1 : 0)" } ?? ""
    return
      "\(language.rawValue) \(evidence.kind.name) \(evidence.likelihood) \(confidence) \(isRight ? 1 : 0)\(speaker)"
  }

  /// Reads a line; `nil` if it is none.
  init?(_ line: some StringProtocol) {
    let words = line.split(separator: " ")
    guard words.count == 5 || words.count == 7, let language = Language(rawValue: String(words[0])),
      let kind = Evidence.Kind.allCases.first(where: { $0.name == words[1] }), let likelihood = Float(words[2]),
      let confidence = Double(words[3]), words[4] == "0" || words[4] == "1"
    else { return nil }
    var speaker: Reasons.Speaker?
    if words.count == 7 {
      guard let ground = Reasons.Speaker.allCases.first(where: { $0.name == words[5] }),
        words[6] == "0" || words[6] == "1"
      else { return nil }
      speaker = ground
    }
    self.init(
      language, Evidence(kind, likelihood, speaker: speaker), confidence: confidence, isRight: words[4] == "1",
      isSpeakerRight: words.last == "1" || speaker == nil)
  }
}
