import Stories

/// Messages: the story, or stories, that one brings, and what is attached.
struct Mail {
  /// The text of a message, with what the message says of it.
  private var lines: [MailLine] = []
  private var attachments: [MailPart] = []
  /// What Outlook has wrapped.
  private var wrapped: [MailPart] = []
  private var isLocked = false

  /// Reads the message in `bytes`, which is `part` of what `reader` reads; says whether more parts are wanted.
  ///
  /// Throws `DocumentProblem` if nothing can be made of it.
  static func read(_ bytes: [UInt8], _ reader: DocumentReader, part: String?) throws(DocumentProblem) -> Bool {
    try read(MailPart(message: bytes), reader, part: part)
  }

  /// Reads the message that Outlook has wrapped in `bytes`, all of what `reader` reads; says whether more parts are wanted.
  ///
  /// Throws `DocumentProblem` if nothing can be made of it.
  static func read(winMail bytes: [UInt8], _ reader: DocumentReader) throws(DocumentProblem) -> Bool {
    try read(WinMail(bytes).message, reader, part: nil)
  }

  private static func read(
    _ message: MailPart, _ reader: DocumentReader, part: String?
  ) throws(DocumentProblem) -> Bool {
    var mail = Mail()
    for inner in message.parts { try mail.add(inner) }
    for part in mail.wrapped { try mail.unwrap(part) }
    let documents = mail.documents(message)
    for (i, document) in documents.enumerated() {
      let name = documents.count == 1 ? part : join(part, "\(i + 1)")
      if !reader.give(document, part: name) { return false }
    }
    for (i, attachment) in mail.attachments.enumerated() {
      let name = join(part, attachment.fileName.map(shown) ?? "\(documents.count + i + 1)")
      if !open(attachment, reader, part: name) { return false }
    }
    if documents.isEmpty, mail.attachments.isEmpty { throw mail.isLocked ? .locked(.mail) : .noText(.mail) }
    return true
  }

  private static func join(_ part: String?, _ name: String) -> String { part.map { "\($0)/\(name)" } ?? name }

  /// The last component of a file's name.
  private static func shown(_ name: String) -> String {
    name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? name
  }

  // MARK: - What is in the message

  private mutating func add(_ part: MailPart) throws(DocumentProblem) {
    switch part.type {
    case "multipart/alternative":
      if let best = Self.best(part.parts) { try add(best) }
    case "multipart/related", "multipart/signed":
      if let first = part.parts.first { try add(first) }
    case "multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime":
      isLocked = true
    case let type where type.hasPrefix("multipart/"):
      for inner in part.parts { try add(inner) }
    case "text/plain", "text/html", "text/enriched", "text/markdown":
      if part.isAttachment || part.fileName != nil && !lines.isEmpty {
        attachments.append(part)
      } else {
        if !lines.isEmpty { lines.append(MailLine(text: "")) }
        lines += try Self.lines(part)
      }
    case _ where part.content.starts(with: WinMail.signature):
      wrapped.append(part)
    case let type where type.hasPrefix("message/") && !part.parts.isEmpty:
      attachments.append(part)
    default:
      if !part.content.isEmpty, Self.isDocument(part) { attachments.append(part) }
    }
  }

  /// Adds what is in a part that Outlook has wrapped: its text only if the message has no other.
  private mutating func unwrap(_ part: MailPart) throws(DocumentProblem) {
    guard let inner = try? WinMail(part.content) else {
      // Whoever opens it says what is wrong.
      attachments.append(part)
      return
    }
    if lines.allSatisfy(\.isEmpty), let text = Self.best(inner.texts) { try add(text) }
    for attachment in inner.attachments { try add(attachment) }
  }

  /// The best of several forms of one text: the plain one, unless it only says that there is another.
  private static func best(_ parts: [MailPart]) -> MailPart? {
    func size(_ part: MailPart, _ type: String) -> Int {
      if part.type == type { return part.content.reduce(0) { $0 + ($1 > 0x20 ? 1 : 0) } }
      return part.parts.lazy.map { size($0, type) }.max() ?? 0
    }
    func largest(_ type: String) -> (part: MailPart, size: Int)? {
      parts.lazy.map { (part: $0, size: size($0, type)) }.max { $0.size < $1.size }
    }
    guard let plain = largest("text/plain"), let page = largest("text/html") else { return nil }
    if plain.size == 0 { return page.size > 0 ? page.part : parts.last }
    if page.size > 0, plain.size < 400 {
      let words = { (lines: [MailLine]) in Newsletter.blocks(lines).reduce(0) { $0 + $1.text.utf8.count } }
      var part = page.part
      let lines = Self.text(part)
      if words(lines) > 3 * words(Self.text(plain.part)) {
        if part.type == "text/html" { part.lines = lines }
        return part
      }
    }
    return plain.part
  }

  /// The lines of a part, or of the first text within it.
  private static func text(_ part: MailPart) -> [MailLine] {
    if part.type.hasPrefix("text/") { return (try? lines(part)) ?? [] }
    for inner in part.parts {
      let found = text(inner)
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func lines(_ part: MailPart) throws(DocumentProblem) -> [MailLine] {
    if let lines = part.lines { return lines }
    if part.type == "text/html" { return try MailPage.lines(part.content, declared: part.charset) }
    let parameters = part.parameters
    return MailLine.lines(
      TextBytes.string(part.content, declared: part.charset),
      isFlowed: parameters["format"]?.lowercased() == "flowed",
      deletesSpace: parameters["delsp"]?.lowercased() == "yes")
  }

  /// Whether an attachment may hold a story: what is neither text nor a kind of document is a picture, a calendar, a key.
  private static func isDocument(_ part: MailPart) -> Bool {
    DocumentKind(part.content.prefix(DocumentKind.headLength)) != .plain
  }

  private static func open(_ attachment: MailPart, _ reader: DocumentReader, part: String) -> Bool {
    if let message = attachment.parts.first, attachment.type.hasPrefix("message/") {
      do throws(DocumentProblem) { return try read(message, reader, part: part) } catch {
        return reader.give(error, part: part)
      }
    }
    if attachment.type.hasPrefix("text/"), DocumentKind(attachment.content.prefix(DocumentKind.headLength)) == .plain {
      let text = TextBytes.string(attachment.content, declared: attachment.charset)
      if text.allSatisfy(\.isWhitespace) { return reader.give(.noText(.plain), part: part) }
      return reader.give(Document(text: Array(text.utf8)), part: part)
    }
    return reader.open(ByteStream(attachment.content), part: part)
  }

  // MARK: - What the message says

  private func documents(_ message: MailPart) -> [Document] {
    let thread = MailThread(lines)
    let blocks = Newsletter.blocks(thread.lines)
    if blocks.allSatisfy({ $0.form == .rule }) { return [] }
    let sender = thread.header.from ?? message.words("from") ?? message.words("sender")
    // Only headings are taken differently in a message of a list.
    let isOfList =
      blocks.contains { $0.form == .heading }
      && (message.raw("list-unsubscribe") != nil || message.raw("list-id") != nil
        || ["bulk", "list"].contains(message.words("precedence")?.lowercased())
        || thread.lines.contains { MailFooter.isOfList($0.text) })
    let subject = (thread.header.subject ?? message.words("subject")).flatMap(MailSubject.headline)
    let facts = Document.Facts(
      outlet: sender.flatMap(MailSender.outlet),
      date: thread.header.date ?? message.words("date").flatMap { WrittenDay.find(in: $0) },
      language: message.words("content-language").flatMap { $0.contains(",") ? nil : $0 })
    let stories = Newsletter.stories(blocks, isOfList: isOfList, subject: subject)
    return stories.map { story in
      var paragraphs = story.paragraphs
      let headline = story.headline ?? subject
      // A text often repeats its headline.
      if let headline, paragraphs.first.map(PlainParagraphs.words) == headline { paragraphs.removeFirst() }
      return Document(headline: headline, paragraphs: paragraphs, facts: facts)
    }
  }
}

/// What a message is about.
enum MailSubject {
  /// The headline in a subject: without the marks of answers, forwarding and lists; `nil` if nothing is left.
  static func headline(_ subject: String) -> String? {
    var rest = subject[...]
    while true {
      rest = rest.drop { $0.isWhitespace }
      if rest.first == "[", let end = rest.prefix(60).firstIndex(of: "]"), rest.index(after: end) < rest.endIndex {
        rest = rest[rest.index(after: end)...]
        continue
      }
      let word = rest.prefix { $0.isLetter }
      guard marks.contains(word.lowercased()) else { break }
      var after = rest[word.endIndex...]
      if after.first == "[", let end = after.prefix(5).firstIndex(of: "]") { after = after[after.index(after: end)...] }
      after = after.drop { $0.isWhitespace }
      guard after.first == ":" else { break }
      rest = after.dropFirst()
    }
    let words = PlainParagraphs.words(rest)
    return words.isEmpty ? nil : words
  }

  private static let marks: Set = ["re", "fw", "fwd", "tr", "ref", "rép", "aw", "wg", "rv", "sv"]
}

/// Who sent a message.
enum MailSender {
  /// The name beside an address, or the name of its domain.
  static func outlet(_ sender: String) -> String? {
    var name = sender
    if let open = sender.lastIndex(of: "<") {
      name = String(sender[..<open])
    } else if let open = sender.firstIndex(of: "("), sender[..<open].contains("@"), sender.last == ")" {
      name = String(sender[sender.index(after: open)...].dropLast())
    }
    // Outlook: "Name [mailto:name@example.com]".
    if let open = name.place(of: "[mailto:") { name = String(name[..<open.lowerBound]) }
    name = PlainParagraphs.words(name.with("\\\"", as: "\"")).trimming("\"' ")
    if !name.isEmpty, !name.contains("@") { return name }
    guard let at = sender.lastIndex(of: "@") else { return name.isEmpty ? nil : name }
    let domain = sender[sender.index(after: at)...].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    var labels = domain.lowercased().split(separator: ".")
    // Lists send from hosts of their own.
    while labels.count > 2,
      ["mail", "email", "e", "news", "newsletter", "newsletters", "info", "em", "mailing", "www"].contains(labels[0])
    {
      labels.removeFirst()
    }
    return labels.isEmpty ? nil : labels.joined(separator: ".")
  }
}

extension String {
  /// The string without the characters in `marks` at either end.
  func trimming(_ marks: String) -> String {
    var rest = self[...]
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return String(rest)
  }
}
