import Labelled
import Stories

/// How stories begin: what a brief or a wire of two sentences would have, to learn from besides the whole.
///
/// Whole stories name who matters again and again; of a short one that is told in one sentence nothing would be learned.
enum Openings {
  /// The first paragraph of `story` alone, and behind its headline; nothing of a story that has no more.
  static func of(_ story: LabelledStory) -> [LabelledStory] {
    let paragraphs = paragraphs(of: story.text.bytes)
    guard paragraphs.count > 2 else { return [] }
    return [paragraphs[1], paragraphs[0] + [0x0A, 0x0A] + paragraphs[1]].map { bytes in
      var opening = story
      opening.text = StoryText(bytes: Array(bytes))
      return opening
    }
  }

  /// What stands between empty lines.
  private static func paragraphs(of bytes: [UInt8]) -> [[UInt8]] {
    var paragraphs: [[UInt8]] = []
    var start = 0
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x0A, i + 1 == bytes.count || bytes[i + 1] == 0x0A {
        if i > start { paragraphs.append(Array(bytes[start..<i])) }
        while i < bytes.count, bytes[i] == 0x0A { i += 1 }
        start = i
      } else {
        i += 1
      }
    }
    if start < bytes.count { paragraphs.append(Array(bytes[start...])) }
    return paragraphs
  }

  /// Whether somebody whom an opening calls `name` is who is called `full` in the whole story: "Acme" is Acme Holdings.
  static func matches(_ name: Wording, _ full: String) -> Bool {
    let (full, keys) = (NameKey.of(full), [NameKey.of(name.english), NameKey.of(name.french)])
    return keys.contains { full == $0 || full.hasPrefix($0 + " ") || full.hasSuffix(" " + $0) }
  }
}
