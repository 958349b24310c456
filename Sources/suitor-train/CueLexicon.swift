import Foundation
import Reading

/// Writes the lexicon of cues that annotated English text tells of.
enum CueLexicon {
  /// Counts the uses in `stories` and writes their lexicon to `path`.
  static func write(
    _ stories: [AnnotatedStory], to path: String, file: @escaping @Sendable (String) -> [UInt8]?
  ) throws {
    // The counts must not depend on an older lexicon of cues.
    let examples = TrainingExamples(isLexical: false) { $0.hasPrefix("model/en") ? nil : file($0) }
    var counter = CueCounter()
    for story in stories { for use in try examples.uses(story.bytes, story.attributions) { counter.add(use) } }
    let lines = counter.lines
    let head =
      "# Written by suitor-train: English words that attribute, by counts over annotated news. Form, strength, frame, habits."
    try ([head] + lines).joined(separator: "\n").appending("\n").write(toFile: path, atomically: true, encoding: .utf8)
    print("\(path): \(lines.count) forms")
  }
}
