import Stories

/// The stories of Reuters-21578, a collection of the year 1987 in SGML that much research uses.
enum Reuters {
  /// Hands the stories of `stream` on, one at a time; one that has only a headline is none.
  ///
  /// Throws `DocumentProblem.damaged` after the last if it is cut within a story.
  static func read(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    let lines = LineStream(stream)
    var story: [UInt8]?
    var count = 0
    var given = 0
    let start = Array("<REUTERS".utf8)
    while let line = try lines.next() {
      if line.starts(with: start) {
        story = []
        count += 1
        if count > DocumentReader.parts { throw .tooManyParts(.reuters, limit: DocumentReader.parts) }
      }
      guard story != nil else { continue }
      story! += line
      if story!.count > DocumentReader.limit { throw .tooLarge(.reuters, limit: DocumentReader.limit) }
      if line.place(of: "</REUTERS>") != nil {
        if let document = document(TextBytes.string(story!, declared: .windows1252)) {
          given += 1
          if !reader.give(document, part: number(story!) ?? "\(count)") { return }
        }
        story = nil
      }
    }
    if story != nil { throw .damaged(.reuters) }
    if given == 0 { throw .noText(.reuters) }
  }

  /// The number that a story has in the collection.
  private static func number(_ story: [UInt8]) -> String? {
    let tag = String(decoding: story.prefix { $0 != 0x3E }, as: UTF8.self)
    guard let key = tag.place(of: "NEWID=\"") else { return nil }
    let digits = tag[key.upperBound...].prefix { $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }

  private static func document(_ story: String) -> Document? {
    guard let text = MarkupText.content(of: "TEXT", in: story) else { return nil }
    func words(_ name: String) -> String? {
      guard let content = MarkupText.content(of: name, in: text) else { return nil }
      let words = PlainParagraphs.words(MarkupText.decoded(content))
      return words.isEmpty ? nil : words
    }
    // Some stories have no parts: all stands in the text.
    let body = MarkupText.content(of: "BODY", in: text) ?? (text.holds("<TITLE>") ? nil : text)
    guard let body else { return nil }
    let lines = MarkupText.decoded(body).lines
    var paragraphs = paragraphs(lines)
    if paragraphs.isEmpty { return nil }
    NewsItem.add(dateline: words("DATELINE"), to: &paragraphs)
    let date = MarkupText.content(of: "DATE", in: story).flatMap { WrittenDay.find(in: $0) }
    return Document(
      headline: words("TITLE"), paragraphs: paragraphs,
      facts: Document.Facts(
        outlet: "Reuters", author: words("AUTHOR").map(author).flatMap(InlineText.fact), date: date, language: "en"))
  }

  /// The name in "By Ann Ash, Reuters".
  private static func author(_ line: String) -> String {
    var name = NewsItem.withoutBy(line)[...]
    if let comma = name.firstIndex(of: ","), name[comma...].lowercased().holds("reuter") { name = name[..<comma] }
    return String(name)
  }

  /// The paragraphs of lines of which the first of each paragraph is indented.
  private static func paragraphs(_ lines: [Substring]) -> [String] {
    var paragraphs: [String] = []
    for line in lines {
      let words = PlainParagraphs.words(line)
      if words.isEmpty { continue }
      // The end mark stands alone.
      if paragraphs.isEmpty || line.prefix(3).allSatisfy(\.isWhitespace) || words.lowercased() == "reuter" {
        paragraphs.append(words)
      } else {
        paragraphs[paragraphs.count - 1] += " " + words
      }
    }
    return paragraphs
  }
}
