import CCmark
import CGumbo
import Glibc
import Stories

/// Text in Markdown, by cmark: CommonMark, with the fields that many programs put before it.
enum MarkdownPage {
  /// How many bytes a text may have.
  static let limit = 16 << 20

  /// The text without its marks; images are left out, and HTML in it is read as such.
  ///
  /// Throws `DocumentProblem.noText` if nothing is left, `.tooDeep` and `.tooLarge` for what nobody writes.
  static func document(_ bytes: [UInt8]) throws(DocumentProblem) -> Document {
    if bytes.count > limit { throw .tooLarge(.markdown, limit: limit) }
    let text = PageCharset.decode(bytes, declared: nil)
    let (fields, body) = FrontMatter.split(text[...])
    let tree: PageTree
    do { tree = try PageTree(html(Array(body))) } catch { throw error.of(.markdown) }
    let facts = self.facts(fields)
    let isFrench = facts.language?.lowercased().hasPrefix("fr") ?? false
    var paragraphs = Paragraphs.all(in: tree, root: 0, isFrench: isFrench, marksQuotations: true) { index in
      tree.tag(index).map { TagSet.unread.contains($0) } ?? false || Hidden.isHidden(index, in: tree)
    }
    var headline = facts.headline
    if let first = paragraphs.first, case .heading(let rank) = first.kind {
      if headline.map({ WordSet($0).agreement(with: WordSet(first.text)) > 0.8 }) ?? (rank <= 2) {
        headline = headline ?? first.text
        paragraphs.removeFirst()
      }
    }
    if paragraphs.isEmpty, headline == nil { throw .noText(.markdown) }
    return Document(headline: headline, paragraphs: paragraphs.map(\.text), facts: facts)
  }

  /// The text as HTML.
  private static func html(_ text: [UInt8]) -> [UInt8] {
    let html = text.withUnsafeBytes { bytes in
      cmark_markdown_to_html(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8)
    }
    guard let html else { return [] }
    defer { free(html) }
    return Array(UnsafeRawBufferPointer(start: html, count: strlen(html)))
  }

  private static func facts(_ fields: [String: String]) -> Document.Facts {
    func first(_ names: String...) -> String? { names.lazy.compactMap { fields[$0].flatMap(InlineText.fact) }.first }
    let isAddress: (String) -> Bool = { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    let source = first("source", "outlet", "publication", "publisher", "site", "média", "media")
    return Document.Facts(
      headline: first("title", "headline", "titre"), outlet: source.flatMap { isAddress($0) ? nil : $0 },
      author: first("author", "authors", "auteur", "auteurs", "byline"),
      date: first("date", "published", "publié", "created").flatMap { WrittenDay.find(in: $0) },
      address: [first("url", "link", "canonical", "permalink", "lien"), source].compactMap { $0 }.first(
        where: isAddress),
      language: first("lang", "language", "langue"))
  }

  // MARK: Recognition

  /// Whether `head`, the first bytes of a document, is clearly Markdown: it begins with fields or a heading, or has several marks
  /// that mean nothing elsewhere.
  static func begins(_ head: ArraySlice<UInt8>) -> Bool {
    let text = PageRecognition.text(head)
    if FrontMatter.split(text[...]).fields.count >= 2 { return true }
    let lines = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard let first = lines.firstIndex(where: { !$0.allSatisfy(\.isWhitespace) }) else { return false }
    if isHeading(lines[first]) { return true }
    var headings = 0
    var links = 0
    var strong = 0
    for (index, line) in lines.enumerated() {
      if isHeading(line) { headings += 1 }
      if index > 0, isUnderline(line), !lines[index - 1].allSatisfy(\.isWhitespace), !isUnderline(lines[index - 1]) {
        headings += 1
      }
      links += count(of: "](http", in: line) + count(of: "](/", in: line)
      strong += count(of: "**", in: line) / 2
    }
    return links >= 2 || headings + links + strong >= 3 && (headings > 0 || links > 0)
      || headings > 0 && links + strong > 0
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    let rest = line.dropFirst(marks)
    return 1...6 ~= marks && rest.first == " " && rest.contains(where: \.isLetter)
  }

  private static func isUnderline(_ line: Substring) -> Bool { line.count >= 3 && line.allSatisfy { $0 == "=" } }

  private static func count(of mark: String, in line: Substring) -> Int {
    var count = 0
    var rest = line
    while let next = rest.firstRange(of: mark) {
      count += 1
      rest = rest[next.upperBound...]
    }
    return count
  }
}

extension DocumentProblem {
  /// The same problem of a document of another kind, which was opened by way of this one.
  func of(_ kind: DocumentKind) -> DocumentProblem {
    switch self {
    case .damaged: .damaged(kind)
    case .noText: .noText(kind)
    case .tooDeep: .tooDeep(kind)
    case .tooLarge(_, let limit): .tooLarge(kind, limit: limit)
    case .tooManyParts(_, let limit): .tooManyParts(kind, limit: limit)
    case .locked: .locked(kind)
    case .needs, .system: self
    }
  }
}
