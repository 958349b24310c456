import Foundation
import Labelled
import Reading
import Stories

/// Reads labelled stories, in our own mark-up, as annotated ones.
enum LabelledStories {
  /// The stories below `folder` that train, by path.
  ///
  /// One of which only the deal is marked teaches nothing about claims: that none is marked does not mean that nothing is claimed.
  static func stories(_ folder: String) throws -> [AnnotatedStory] {
    try labelled(folder).compactMap { path, story in
      if story.isDealOnly { return nil }
      return AnnotatedStory(
        name: path, bytes: Array(story.text.bytes), attributions: attributions(story.claims))
    }
  }

  /// All stories below `folder` that train, by path.
  static func labelled(_ folder: String) throws -> [(path: String, story: LabelledStory)] {
    let paths = (FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".txt") && !(LabelledUse.isTest($0) ?? false) }.sorted()
    return try paths.map { path in
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
      return (path, try LabelledStory(file: bytes))
    }
  }

  /// How much the deal of a story counts: one that is labelled in full ten times as much as one of which only the deal is.
  ///
  /// There are few of them, and they are most like what is read.
  static func scale(of story: LabelledStory) -> Double { story.isDealOnly ? 1 : 10 }

  /// The claims with a cue; those of the same cue, as the parts of a quotation that an incise interrupts, together.
  private static func attributions(_ claims: [LabelledClaim]) -> [AnnotatedAttribution] {
    var found: [AnnotatedAttribution] = []
    var place: [Span: Int] = [:]
    for claim in claims {
      guard let cue = claim.cue, claim.manner != .ownVoice else { continue }
      if let known = place[cue] {
        found[known].content.append(claim.span)
      } else {
        place[cue] = found.count
        found.append(AnnotatedAttribution(content: [claim.span], cue: [cue]))
      }
    }
    return found
  }
}
