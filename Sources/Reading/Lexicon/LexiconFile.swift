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
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LexiconError(file: name, line: nil, problem: "this is not UTF-8; save the file as UTF-8")
    }
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = LexiconFile.trim(line.prefix { $0 != UInt8(ascii: "#") })
      if line.isEmpty { continue }
      if line.utf8.first == UInt8(ascii: "[") {
        guard line.utf8.last == UInt8(ascii: "]") else {
          throw LexiconError(file: name, line: number, problem: "the heading lacks its closing bracket")
        }
        let heading = line.dropFirst().dropLast().split(separator: " ").map(String.init)
        guard !heading.isEmpty else { throw LexiconError(file: name, line: number, problem: "the heading is empty") }
        sections.append(Section(heading: heading, line: number, entries: []))
        continue
      }
      guard !sections.isEmpty else {
        throw LexiconError(file: name, line: number, problem: "an entry stands before the first [heading]")
      }
      for entry in line.utf8.split(separator: UInt8(ascii: ",")) {
        let entry = LexiconFile.trim(entry)
        if !entry.isEmpty { sections[sections.count - 1].entries.append((String(entry), number)) }
      }
    }
  }

  /// Takes spaces, tabs and carriage returns off both ends.
  static func trim(_ text: Substring.UTF8View) -> Substring {
    var text = text
    func blank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while let first = text.first, blank(first) { text.removeFirst() }
    while let last = text.last, blank(last) { text.removeLast() }
    return Substring(text)
  }

  func error(_ line: Int, _ problem: String) -> LexiconError {
    LexiconError(file: name, line: line, problem: problem)
  }
}
