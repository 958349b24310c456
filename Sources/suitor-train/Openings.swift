import Labelled
import Stories

/// How stories begin: what a brief or a wire of two sentences would have, to learn from besides the whole.
///
/// Whole stories name who matters again and again; of a short one that is told in one sentence nothing would be learned.
enum Openings {
  /// The first paragraph of `story` alone, and behind its headline; nothing of a story that has no more.
  static func of(_ story: LabelledStory) -> [LabelledStory] {
    let paragraphs = String(decoding: story.text.bytes, as: UTF8.self).split(separator: "\n\n")
    guard paragraphs.count > 2 else { return [] }
    return [String(paragraphs[1]), paragraphs[0] + "\n\n" + paragraphs[1]].map { text in
      var opening = story
      opening.text = StoryText(bytes: Array(text.utf8))
      return opening
    }
  }

  /// Whether somebody whom an opening calls `name` is who is called `full` in the whole story: "Acme" is Acme Holdings.
  static func matches(_ name: Wording, _ full: String) -> Bool {
    let (full, keys) = (NameKey.of(full), [NameKey.of(name.english), NameKey.of(name.french)])
    return keys.contains { full == $0 || full.hasPrefix($0 + " ") || full.hasSuffix(" " + $0) }
  }
}
