/// The text files of weights: a line a weight with the name of what has it, comments behind "#".
enum WeightFile {
  /// Calls `take` with the words of each line of `bytes`, the file at `path`, that is no comment.
  ///
  /// Throws `LexiconError` with the line that `take` did not understand, and `problem`, which says what a line is.
  static func read(
    _ bytes: [UInt8], _ path: String, _ problem: String, _ take: ([Substring]) -> Bool
  ) throws(LexiconError) {
    var number = 0
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false) {
      number += 1
      let words = line.split(separator: " ")
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      guard take(words) else { throw LexiconError(file: path, line: number, problem: problem) }
    }
  }
}
