/// What the file of a printed page says of its text, as far as the first lines bear it out: programs write into these fields
/// what they like, the name of a template or the day of a reprint.
struct PaperFacts {
  /// The paragraphs that are the headline.
  private(set) var headline: Range<Int>?
  /// The day of publication as "YYYY-MM-DD".
  private(set) var date: String?

  /// How many paragraphs are the first lines.
  private static let depth = 8
  /// Titles of fewer words may be what stands above a headline: "Communiqué de presse".
  private static let leastWords = 4

  /// Looks at `paragraphs` for the `title` and the day that the file names; `created` is the day on which it was made, which
  /// counts if the first lines have none.
  init(_ paragraphs: [String], title: String?, created: String?) {
    if let title, title.split(separator: " ").count >= Self.leastWords {
      headline = Self.place(of: Self.letters(title), in: paragraphs)
    }
    date = paragraphs.prefix(Self.depth).lazy.compactMap(Self.day).first
    // There were no such files before.
    if date == nil, let created, created >= "1993" { date = created }
  }

  /// The first paragraphs that are, together, the `title`.
  private static func place(of title: String, in paragraphs: [String]) -> Range<Int>? {
    let first = paragraphs.prefix(depth).map(letters)
    for start in first.indices {
      var text = ""
      for end in start..<min(start + 3, first.count) {
        text += first[end]
        if text == title { return start..<end + 1 }
        if !title.hasPrefix(text) { break }
      }
    }
    return nil
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The day in a line, or in what stands before the dash of a longer paragraph; `nil` too if it may be one of two.
  private static func day(_ paragraph: String) -> String? {
    var line = paragraph
    if paragraph.count > 100 {
      guard let dash = paragraph.prefix(90).firstIndex(where: { "–—:".contains($0) }) else { return nil }
      line = String(paragraph[..<dash])
    }
    let day = WrittenDay.find(in: line)
    return day == WrittenDay.find(in: line, isFrench: true) ? day : nil
  }
}
