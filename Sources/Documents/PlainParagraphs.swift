/// Paragraphs out of lines that somebody, or a program, broke.
enum PlainParagraphs {
  /// The paragraphs of `lines`, between which empty lines stand: each as one line, with single spaces.
  ///
  /// Lines that end well before the right edge are lines of their own, as those of a list or an address are.
  static func unwrap(_ lines: some Sequence<some StringProtocol>) -> [String] {
    var paragraphs: [String] = []
    var block: [String] = []
    let lines = lines.map { line in
      (text: words(line), isIndented: line.first?.isWhitespace ?? false)
    }
    let edge = lines.lazy.map(\.text.count).max() ?? 0
    func flush() {
      if !block.isEmpty { paragraphs.append(block.joined(separator: "\n")) }
      block = []
    }
    for (i, line) in lines.enumerated() {
      if line.text.isEmpty {
        flush()
      } else if block.isEmpty {
        block = [line.text]
      } else if line.isIndented, !lines[i - 1].isIndented, startsParagraph(line.text) {
        flush()
        block = [line.text]
      } else if isFull(lines[i - 1].text, next: line.text, edge: edge), !startsItem(line.text) {
        join(line.text, to: &block[block.count - 1])
      } else {
        flush()
        block = [line.text]
      }
    }
    flush()
    return paragraphs
  }

  /// `text` with single spaces; the narrow and hard ones that typography wants stay.
  static func words(_ text: some StringProtocol) -> String {
    text.split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.joined(separator: " ")
  }

  /// Whether the first word of `next` did not fit at the end of `line`.
  private static func isFull(_ line: String, next: String, edge: Int) -> Bool {
    // Nobody breaks lines by hand that are longer.
    if edge > 110 { return false }
    let word = next.prefix { $0 != " " }.count
    return line.count + 1 + word > edge - 8 || line.count > edge * 3 / 4
  }

  private static func startsParagraph(_ line: String) -> Bool {
    line.first.map { $0.isUppercase || $0.isNumber || "\"“«‘'(-—–".contains($0) } ?? false
  }

  private static func startsItem(_ line: String) -> Bool {
    if let mark = line.first, "•*–—·▪◦".contains(mark), line.dropFirst().first == " " { return true }
    return line.hasPrefix("- ")
  }

  /// Adds a line to the one before it, which a hyphen may have broken within a word.
  private static func join(_ line: String, to text: inout String) {
    text += text.last == "\u{AD}" ? line : " " + line
  }
}
