/// Paragraphs out of lines that somebody, or a program, broke.
enum PlainParagraphs {
  /// The paragraphs of `lines`, between which empty lines stand: each as one line, with single spaces.
  ///
  /// Lines that end well before the right edge are lines of their own, as those of a list or an address are.
  /// Where one is longer than `widest`, nobody broke them. `join` puts a line after the one before it.
  static func unwrap(
    _ lines: some Sequence<some StringProtocol>, widest: Int = 110,
    join: (inout String, String) -> Void = { $0 += " " + $1 }
  ) -> [String] {
    var paragraphs: [String] = []
    var block: [String] = []
    let lines = lines.map { line in
      let text = words(line)
      return (text: text, width: width(text), isIndented: line.first?.isWhitespace ?? false, isRow: isRow(line))
    }
    let edge = lines.lazy.map(\.width).max() ?? 0
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
      } else if !line.isRow, !lines[i - 1].isRow, edge <= widest,
        isFull(lines[i - 1].text, lines[i - 1].width, next: line.text, edge: edge), !startsItem(line.text)
      {
        join(&block[block.count - 1], line.text)
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
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value > 0x7F && isSpace(scalar) {
        needsSpace = !words.isEmpty
        continue
      }
      if needsSpace { words.append(0x20) }
      needsSpace = false
      if scalar.isASCII { words.append(UInt8(scalar.value)) } else { words += UTF8.encode(scalar)! }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\u{A0}" && scalar != "\u{202F}" && (scalar == "\u{200B}" || scalar.properties.isWhitespace)
  }

  /// How many characters a line has, nearly.
  private static func width(_ line: String) -> Int { line.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  /// Whether the first word of `next` did not fit at the end of `line`.
  private static func isFull(_ line: String, _ width: Int, next: String, edge: Int) -> Bool {
    let word = next.prefix { $0 != " " }.count
    return width + 1 + word > edge - 8 || width > edge * 3 / 4 || line.last == "-"
  }

  private static func startsParagraph(_ line: String) -> Bool {
    line.first.map { $0.isUppercase || $0.isNumber || "\"“«‘'(-—–".contains($0) } ?? false
  }

  private static func startsItem(_ line: String) -> Bool {
    if let mark = line.first, "•*–—·▪◦".contains(mark), line.dropFirst().first == " " { return true }
    return line.hasPrefix("- ")
  }

  /// Whether a line has gaps in it, as the row of a table does.
  private static func isRow(_ line: some StringProtocol) -> Bool {
    guard let gap = line.place(of: "    ") else { return false }
    if gap.lowerBound > line.startIndex, line[..<gap.lowerBound].contains(where: { !$0.isWhitespace }) {
      return line[gap.upperBound...].contains { !$0.isWhitespace }
    }
    guard let start = line.firstIndex(where: { !$0.isWhitespace }) else { return false }
    return isRow(line[start...])
  }
}
