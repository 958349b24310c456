import Stories

/// Full submissions to EDGAR, the register of the American stock exchange supervision: a header and the documents filed.
struct Filing {
  private let reader: DocumentReader
  /// The companies that the header names, by what they are to the filing.
  private var filers: [(role: Role, name: String)] = []
  private var role: Role = .filer
  private var date: String?
  private var given = 0
  private var names: [String: Int] = [:]

  private enum Role { case filedBy, filer, subject }

  private init(_ reader: DocumentReader) { self.reader = reader }

  /// Hands the documents of `stream` on, one at a time, without pictures, data and what else is no text.
  ///
  /// Throws `DocumentProblem.damaged` after the last if the filing is cut within a document.
  static func read(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    var filing = Filing(reader)
    try filing.read(LineStream(stream))
  }

  private mutating func read(_ lines: LineStream) throws(DocumentProblem) {
    var type = ""
    var fileName = ""
    var title = ""
    // The document that is being read; one that is no text is passed over.
    var text: [UInt8]?
    var isOpen = false
    var isTooLarge = false
    var count = 0
    while let line = try lines.next() {
      let words = line.trimmedLine
      if text == nil {
        let field = String(decoding: words.prefix(400), as: UTF8.self)
        if field == "<DOCUMENT>" {
          (type, fileName, title, isOpen, isTooLarge) = ("", "", "", true, false)
          count += 1
          if count > DocumentReader.parts { throw .tooManyParts(.filing, limit: DocumentReader.parts) }
        } else if field.hasPrefix("<TYPE>") {
          type = PlainParagraphs.words(field.dropFirst(6))
        } else if field.hasPrefix("<FILENAME>") {
          fileName = PlainParagraphs.words(field.dropFirst(10))
        } else if field.hasPrefix("<DESCRIPTION>") {
          title = PlainParagraphs.words(field.dropFirst(13))
        } else if field == "<TEXT>" {
          text = []
        } else if field == "</DOCUMENT>" {
          isOpen = false
        } else if !isOpen {
          readHeader(field)
        }
      } else if words.elementsEqual("</TEXT>".utf8) {
        if isTooLarge {
          if !reader.give(.tooLarge(.filing, limit: DocumentReader.limit), part: name(type)) { return }
        } else if !give(text!, type: type, fileName: fileName, title: title) {
          return
        }
        text = nil
      } else if text!.count + line.count > DocumentReader.limit {
        isTooLarge = true
      } else {
        text! += line
      }
    }
    if isOpen { throw .damaged(.filing) }
    if given == 0 { throw .noText(.filing) }
  }

  // MARK: - The header

  private mutating func readHeader(_ line: String) {
    let lower = line.lowercased()
    if lower.hasPrefix("<filer>") || lower.hasPrefix("filer:") { role = .filer }
    if lower.hasPrefix("<filed-by>") || lower.hasPrefix("filed by:") { role = .filedBy }
    if lower.hasPrefix("<subject-company>") || lower.hasPrefix("subject company:") { role = .subject }
    for (key, isName) in [
      ("company conformed name:", true), ("<conformed-name>", true), ("filed as of date:", false),
      ("<filing-date>", false),
    ] {
      guard let found = lower.place(of: key), lower[..<found.lowerBound].allSatisfy(\.isWhitespace) else {
        continue
      }
      let value = PlainParagraphs.words(line.dropFirst(lower.distance(from: lower.startIndex, to: found.upperBound)))
      if isName { filers.append((role, value)) } else { date = date ?? WrittenDay.find(in: value) }
    }
  }

  /// Who files: an offer is filed by the bidder, about the target.
  private var outlet: String? {
    (filers.first { $0.role == .filedBy } ?? filers.first { $0.role == .filer } ?? filers.first)?.name
  }

  // MARK: - The documents

  /// The type as the name of the part, with a number from the second of that type on.
  private mutating func name(_ type: String) -> String {
    let type = type.isEmpty ? "document" : type
    names[type, default: 0] += 1
    return names[type]! == 1 ? type : "\(type) \(names[type]!)"
  }

  private mutating func give(_ bytes: [UInt8], type: String, fileName: String, title: String) -> Bool {
    guard Self.isText(bytes, type: type, fileName: fileName) else { return true }
    let part = name(type)
    var document: Document
    let head = bytes.prefix(DocumentKind.headLength)
    if Self.isPage(head) {
      do throws(DocumentProblem) {
        let paragraphs = try HTMLPage.text(bytes, declared: nil)
        document = Document(headline: nil, paragraphs: paragraphs)
      } catch {
        return reader.give(error, part: part)
      }
    } else {
      let text = TextBytes.string(bytes, declared: nil)
      let lines = MarkupText.decoded(text).lines
        .filter { !Self.isPageMark($0) }
      document = Document(headline: nil, paragraphs: PlainParagraphs.unwrap(lines))
    }
    if document.text.isEmpty { return reader.give(.noText(.filing), part: part) }
    document.facts.outlet = outlet.flatMap(InlineText.fact)
    document.facts.date = date
    document.facts.language = "en"
    given += 1
    return reader.give(document, part: part)
  }

  /// Whether a document is one to read: neither a picture in letters, nor data for programs.
  private static func isText(_ bytes: [UInt8], type: String, fileName: String) -> Bool {
    let start = String(decoding: bytes.drop { $0 <= 0x20 }.prefix(200), as: UTF8.self)
    if start.hasPrefix("<PDF>") || start.hasPrefix("begin ") || start.hasPrefix("<XBRL>") || start.hasPrefix("<XML>") {
      return false
    }
    let kinds = ["GRAPHIC", "ZIP", "EXCEL", "JSON", "XML"]
    if kinds.contains(type) || type.hasPrefix("EX-101") || type.hasPrefix("EX-104") || type.hasPrefix("EX-103") {
      return false
    }
    let ending = fileName.lowercased().split(separator: ".").last ?? ""
    return !["jpg", "jpeg", "gif", "png", "pdf", "zip", "xlsx", "xsd", "xml", "js", "css", "json"].contains(ending)
  }

  private static func isPage(_ head: ArraySlice<UInt8>) -> Bool {
    let start = String(decoding: head.drop { $0 <= 0x20 }.prefix(20), as: UTF8.self).lowercased()
    return start.hasPrefix("<html") || start.hasPrefix("<!doctype") || PageRecognition.kind(of: head) == .html
  }

  /// Whether a line only says where a page ends, or holds a tag of layout.
  private static func isPageMark(_ line: Substring) -> Bool {
    let words = line.drop { $0.isWhitespace }
    guard words.first == "<" else { return false }
    return ["<PAGE>", "<TABLE>", "</TABLE>", "<CAPTION>", "<S>", "<C>", "<FN>", "</FN>"].contains {
      words.hasPrefix($0)
    }
  }
}
