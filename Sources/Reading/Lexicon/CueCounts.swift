import Stories

/// The cues of a language as annotated text has them: `suitor-train` counts them, and the lexicon takes them over its own.
///
/// A line a form: `said 5 say vqlc`: the word, its strength, its frame, and its habits by their first letters (verbal,
/// quoting, listed, clausal), "-" for none.
enum CueCounts {
  /// The path below `Data`.
  static func path(_ language: Language) -> String { "model/\(language.rawValue).cues" }

  private static let letters: [(UInt8, CueEntry.Habits)] = [
    (UInt8(ascii: "v"), .verbal), (UInt8(ascii: "q"), .quoting), (UInt8(ascii: "l"), .listed),
    (UInt8(ascii: "c"), .clausal),
  ]

  /// Calls `body` with each form and its entry.
  ///
  /// Throws `LexiconError` with the line of what is malformed.
  static func entries(
    _ bytes: [UInt8], _ language: Language, _ body: (UnsafeBufferPointer<UInt8>, CueEntry) throws(LexiconError) -> Void
  ) throws(LexiconError) {
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let parts = line.split(separator: UInt8(ascii: " "))
      guard !parts.isEmpty, parts[0].first != UInt8(ascii: "#") else { continue }
      guard parts.count == 4, let strength = Int(String(decoding: parts[1], as: UTF8.self)), (0...5).contains(strength),
        let frame = CueEntry.Frame(name: String(decoding: parts[2], as: UTF8.self))
      else {
        throw LexiconError(
          file: path(language), line: number,
          problem: "a line is a word, a strength from 0 to 5, a frame (say cla inf obj prp acc unk), habits (vqlc or -)"
        )
      }
      var habits: CueEntry.Habits = []
      for (letter, habit) in letters where parts[3].contains(letter) { habits.insert(habit) }
      let word = Array(parts[0])
      let entry = CueEntry(
        frame: frame, strength: strength, form: EnglishForms.form(of: parts[0]), habits: habits)
      try word.withUnsafeBufferPointer { (word) throws(LexiconError) in try body(word, entry) }
    }
  }
}

/// A line of the lexicon of cues that `suitor-train` writes.
package enum CueLine {
  package static func line(_ word: String, strength: Int, frame: String, habits: String) -> String {
    "\(word) \(strength) \(frame) \(habits.isEmpty ? "-" : habits)"
  }
}
