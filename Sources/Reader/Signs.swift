import Stories

/// The signs that panes are drawn with besides letters: line art, or what a screen reader says aloud.
struct Signs: Sendable {
  /// Marks who says the current claim or whom it is about.
  let involved: String
  /// Stands in the margin beside the current claim.
  let bar: String
  /// Stands before what hangs under the line above.
  let branch: String
  /// Stands between a source and the one that it relays.
  let relaying: String
  /// Stands before what somebody answers for, and before what is only reported.
  let confirmed: String
  let reported: String
  /// Stands beside what the reader has put right, marked, noted or given tags, and beside a story that is unread.
  let corrected: String
  let marked: String
  let noted: String
  let tagged: String
  let unread: String

  /// `plain` is without line art, in `language`'s words.
  init(plain: Bool, citing: String) {
    if plain {
      (involved, bar, branch, relaying) = ("*", ">", "- ", " \(citing) ")
      // Not the sign of what is involved.
      (confirmed, reported) = ("+", "~")
      // Letters are read aloud.
      (corrected, marked, noted, tagged, unread) = ("c", "m", "n", "t", "u")
    } else {
      (involved, bar, branch, relaying) = ("▸", "▐", "└ ", " ← ")
      (confirmed, reported) = ("●", "○")
      (corrected, marked, noted, tagged, unread) = ("✎", "◆", "¶", "#", "•")
    }
  }
}

extension Signs {
  /// What stands beside what was noted or put right, each sign once.
  func flags(_ remark: Remark?, isCorrected: Bool = false) -> String {
    (isCorrected ? corrected : "") + (remark?.isMarked == true ? marked : "") + (remark?.note != nil ? noted : "")
      + (remark?.tags.isEmpty == false ? tagged : "")
  }
}

extension ReaderState {
  /// The signs of this interface.
  var signs: Signs { Signs(plain: plain, citing: Phrase.citing[language]) }
}
