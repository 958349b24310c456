/// Paragraphs out of lines that somebody, or a program, broke.
enum PlainParagraphs {
  /// The paragraphs of `lines`, between which empty lines stand: each as one line, with single spaces.
  ///
  /// Lines that end well before the right edge are lines of their own, as those of a list or an address are.
  /// Where one is longer than `widest`, nobody broke them. `join` puts a line after the one before it.
  static func unwrap(
    _ lines: some Sequence<some StringProtocol>, widest: Int = 110,
    join: (inout String, String) -> Void = { line, next in
      line += " "
      line += next
    }
  ) -> [String] {
    var paragraphs: [String] = []
    let lines = lines.map { line in
      let text = words(line)
      return (text: text, width: width(text), isIndented: isIndented(line), isRow: isRow(line))
    }
    let widths = lines.map(\.width)
    let edges = edges(widths)
    let isBroken = (widths.max() ?? 0) <= widest
    for (i, line) in lines.enumerated() where !line.text.isEmpty {
      let isFirst = i == 0 || lines[i - 1].text.isEmpty
      let isIndent = !isFirst && line.isIndented && !lines[i - 1].isIndented && startsParagraph(line.text)
      if isFirst || isIndent || !isBroken || line.isRow || lines[i - 1].isRow || startsItem(line.text)
        || !isFull(lines[i - 1].text, widths[i - 1], next: line.text, edge: edges[i])
      {
        paragraphs.append(line.text)
      } else {
        join(&paragraphs[paragraphs.count - 1], line.text)
      }
    }
    return paragraphs
  }

  /// Where each line could have ended at most: where the longest ends, or, among lines that are no list, the longest between
  /// two empty ones, since parts of a text may be set narrower.
  private static func edges(_ widths: [Int]) -> [Int] {
    let edge = widths.max() ?? 0
    var edges = [Int](repeating: edge, count: widths.count)
    var start = 0
    while start < widths.count {
      let end = widths[start...].firstIndex(of: 0) ?? widths.count
      if end - start > 2, let widest = widths[start..<end].max(), widest >= 45 {
        for i in start..<end { edges[i] = widest }
      }
      start = end + 1
    }
    return edges
  }

  /// `text` with single spaces; the narrow and hard ones that typography wants stay.
  static func words(_ text: some StringProtocol) -> String {
    if isWords(text) { return String(text) }
    var words: [UInt8] = []
    words.reserveCapacity(text.utf8.count)
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value >= 0x7F && isSpace(scalar) {
        needsSpace = !words.isEmpty
        continue
      }
      if needsSpace { words.append(0x20) }
      needsSpace = false
      if scalar.isASCII { words.append(UInt8(scalar.value)) } else { words += UTF8.encode(scalar)! }
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Whether `text` is ASCII with single spaces between words already, as most lines are.
  private static func isWords(_ text: some StringProtocol) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F || byte == 0x20 && last == 0x20 { return false }
      last = byte
    }
    return last != 0x20 || text.isEmpty
  }

  private static func isIndented(_ line: some StringProtocol) -> Bool {
    guard let byte = line.utf8.first else { return false }
    return byte <= 0x20 || byte >= 0x80 && line.first!.isWhitespace
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Control characters of both kinds are none of a text.
    if scalar.value < 0xA0 { return true }
    return scalar != "\u{A0}" && scalar != "\u{202F}" && (scalar == "\u{200B}" || scalar.properties.isWhitespace)
  }

  /// How many characters a line has, nearly.
  private static func width(_ line: some StringProtocol) -> Int {
    line.utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Whether the first word of `next` did not fit at the end of `line`.
  private static func isFull(_ line: String, _ width: Int, next: String, edge: Int) -> Bool {
    if width > edge * 3 / 4 || line.utf8.last == 0x2D { return true }
    let word = self.width(next.prefix { $0 != " " })
    return width + 1 + word > edge - 8
  }

  private static func startsParagraph(_ line: String) -> Bool {
    line.first.map { $0.isUppercase || $0.isNumber || "\"“«‘'(-—–".contains($0) } ?? false
  }

  private static func startsItem(_ line: String) -> Bool {
    guard let byte = line.utf8.first, byte >= 0x80 || byte == 0x2A || byte == 0x2D else { return false }
    return "•*–—·▪◦-".contains(line.first!) && line.dropFirst().first == " "
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
