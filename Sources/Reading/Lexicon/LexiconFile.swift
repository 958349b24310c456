/// A lexicon's text, split into sections and entries; `Data/lexicon/README.md` describes the form.
///
/// Entries stay places in the bytes: the reader's first frame waits for the lexicons, so they must cost next to nothing.
struct LexiconFile {
  /// A heading with the entries below it.
  struct Section {
    /// The words of the heading: "[verbs cue say 5]" is `["verbs", "cue", "say", "5"]`.
    var heading: [String]
    /// The heading's line, from 1.
    var line: Int
    var entries: [Entry] = []
  }

  /// A word or phrase, and the notes in brackets behind it.
  struct Entry {
    var words: Range<Int>
    var notes: [Range<Int>]
    /// Its line, from 1.
    var line: Int
  }

  /// The path below `Data`, for messages.
  let name: String
  let bytes: [UInt8]
  /// The sections, by their place.
  private(set) var sections: [Section] = []

  /// The byte order mark of UTF-8.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Splits `bytes`: a line is blank, a comment after "#", a heading in brackets, or entries with commas between them.
  init(name: String, bytes: [UInt8]) throws(LexiconError) {
    self.name = name
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LexiconError(file: name, line: nil, problem: "this is not UTF-8; save the file as UTF-8")
    }
    try bytes.withUnsafeBufferPointer { (text) throws(LexiconError) in
      var number = 0
      // Some editors begin with a mark that says that this is UTF-8.
      var start = text.starts(with: LexiconFile.mark) ? LexiconFile.mark.count : 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        number += 1
        try addLine(text, start..<end, number)
        start = end + 1
      }
    }
  }

  /// The characters of `range`.
  func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  func error(_ line: Int, _ problem: String) -> LexiconError {
    LexiconError(file: name, line: line, problem: problem)
  }

  private mutating func addLine(_ text: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, _ number: Int)
    throws(LexiconError)
  {
    var end = line.lowerBound
    while end < line.upperBound, text[end] != UInt8(ascii: "#") { end += 1 }
    let range = LexiconFile.trim(text, line.lowerBound..<end)
    guard let first = range.first else { return }
    if text[first] == UInt8(ascii: "[") {
      guard text[range.upperBound - 1] == UInt8(ascii: "]") else {
        throw error(number, "the heading lacks its closing bracket")
      }
      let heading = LexiconFile.split(text, first + 1..<range.upperBound - 1, at: UInt8(ascii: " ")).map { string($0) }
      guard !heading.isEmpty else { throw error(number, "the heading is empty") }
      sections.append(Section(heading: heading, line: number))
      return
    }
    guard !sections.isEmpty else { throw error(number, "an entry stands before the first [heading]") }
    for range in LexiconFile.split(text, range, at: UInt8(ascii: ",")) {
      let entry = try entry(text, range, number)
      sections[sections.count - 1].entries.append(entry)
    }
  }

  /// "say (said)" is "say" and ["said"].
  private func entry(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ line: Int) throws(LexiconError) -> Entry
  {
    var open = range.lowerBound
    while open < range.upperBound, text[open] != UInt8(ascii: "(") { open += 1 }
    if open == range.upperBound { return Entry(words: range, notes: [], line: line) }
    guard text[range.upperBound - 1] == UInt8(ascii: ")") else {
      throw error(line, "\"\(string(range))\" lacks its closing bracket")
    }
    let notes = LexiconFile.split(text, open + 1..<range.upperBound - 1, at: UInt8(ascii: " "))
    return Entry(words: LexiconFile.trim(text, range.lowerBound..<open), notes: notes, line: line)
  }

  /// The stretches of `range` between marks, without white space at their ends; empty ones are left out.
  static func split(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, at mark: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for i in range.lowerBound...range.upperBound where i == range.upperBound || text[i] == mark {
      let part = trim(text, start..<i)
      if !part.isEmpty { parts.append(part) }
      start = i + 1
    }
    return parts
  }

  /// `range` without spaces, tabs and carriage returns at both ends.
  static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isBlank(text[low]) { low += 1 }
    while high > low, isBlank(text[high - 1]) { high -= 1 }
    return low..<high
  }
}
