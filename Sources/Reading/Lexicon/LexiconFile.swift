/// A lexicon's text, split into sections and entries; `Data/lexicon/README.md` describes the form.
struct LexiconFile {
  /// A heading with the entries below it.
  struct Section {
    /// The words of the heading: "[verbs cue say 5]" is `["verbs", "cue", "say", "5"]`.
    var heading: [String]
    /// The heading's line, from 1.
    var line: Int
    /// The entries, each with its line.
    var entries: [(text: String, line: Int)]
  }

  /// The path below `Data`, for messages.
  let name: String
  /// The sections, by their place.
  private(set) var sections: [Section] = []

  /// Splits `bytes`: a line is blank, a comment after "#", a heading in brackets, or entries with commas between them.
  init(name: String, bytes: [UInt8]) throws(LexiconError) {
    self.name = name
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw LexiconError(file: name, line: nil, problem: "this is not UTF-8; save the file as UTF-8")
    }
    // In bytes, as the reader's first frame waits for this.
    try bytes.withUnsafeBufferPointer { (text) throws(LexiconError) in
      var number = 0
      var start = 0
      while start < text.count {
        var end = start
        while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
        number += 1
        try addLine(text, start..<end, number)
        start = end + 1
      }
    }
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
      let heading = LexiconFile.string(text, first + 1..<range.upperBound - 1).split(separator: " ").map(String.init)
      guard !heading.isEmpty else { throw error(number, "the heading is empty") }
      sections.append(Section(heading: heading, line: number, entries: []))
      return
    }
    guard !sections.isEmpty else { throw error(number, "an entry stands before the first [heading]") }
    var start = first
    while start <= range.upperBound {
      var comma = start
      while comma < range.upperBound, text[comma] != UInt8(ascii: ",") { comma += 1 }
      let entry = LexiconFile.trim(text, start..<comma)
      if !entry.isEmpty { sections[sections.count - 1].entries.append((LexiconFile.string(text, entry), number)) }
      start = comma + 1
    }
  }

  private static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func trim(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isBlank(text[low]) { low += 1 }
    while high > low, isBlank(text[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Takes spaces, tabs and carriage returns off both ends.
  static func trim(_ text: Substring.UTF8View) -> Substring {
    var text = text
    while let first = text.first, isBlank(first) { text.removeFirst() }
    while let last = text.last, isBlank(last) { text.removeLast() }
    return Substring(text)
  }

  func error(_ line: Int, _ problem: String) -> LexiconError {
    LexiconError(file: name, line: line, problem: problem)
  }
}
