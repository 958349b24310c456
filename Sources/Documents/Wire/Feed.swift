import Stories

/// Feeds: RSS, Atom, and RDF.
struct Feed {
  private let reader: DocumentReader
  /// What the feed says of itself.
  private var title: String?
  private var language: String?
  /// How many items there were.
  private var count = 0
  private var given = 0

  private init(_ reader: DocumentReader) { self.reader = reader }

  /// Hands the items of `stream` on that have a text; one that has only a headline is none.
  ///
  /// Throws `DocumentProblem` where the feed is broken, after what stands before that.
  static func read(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    var feed = Feed(reader)
    let xml = XMLReader(kind: .feed) { path in
      isItem(path) || path.count == 3 && path[1] == "channel" && about.contains(path[2])
        || path.count == 2 && path[0] == "feed" && about.contains(path[1])
        || path.count == 2 && path[0] == "channel" && about.contains(path[1])
    } take: { element, path in
      if isItem(path) { return feed.take(element) }
      let words = element.words
      switch element.name {
      case "title": feed.title = feed.title ?? words
      default: feed.language = feed.language ?? words
      }
      return true
    }
    try xml.read(stream)
    if feed.given == 0, !reader.progress.isOver { throw .noText(.feed) }
  }

  private static func isItem(_ path: [String]) -> Bool {
    path.count <= 4 && (path.last == "item" || path.last == "entry")
  }

  private static let about: Set = ["title", "language"]

  private mutating func take(_ item: XMLElement) -> Bool {
    count += 1
    if count > DocumentReader.parts { return reader.give(.tooManyParts(.feed, limit: DocumentReader.parts)) && false }
    guard let document = document(item) else { return true }
    given += 1
    return reader.give(document, part: "\(count)")
  }

  // MARK: - An item

  private func document(_ item: XMLElement) -> Document? {
    let headline = item.child("title").flatMap { Self.paragraphs($0).joined(separator: " ") }
    var paragraphs: [String] = []
    for content in item.children where Self.contents.contains(content.name) && content.space != Self.media {
      let text = Self.paragraphs(content)
      // An item has its text, and a shorter one beside it.
      if Self.length(text) > Self.length(paragraphs) { paragraphs = text }
    }
    while let last = paragraphs.last, MoreLinks.isLink(last) { paragraphs.removeLast() }
    if let headline, paragraphs.first == headline { paragraphs.removeFirst() }
    if paragraphs.isEmpty { return nil }
    var facts = Document.Facts()
    facts.outlet = item.child("source")?.child("title")?.words ?? item.child("source")?.words ?? title
    facts.author = Self.author(item)
    facts.date =
      ["pubDate", "published", "date", "publicationDate", "issued", "updated", "modified"].lazy
      .compactMap { item.child($0)?.words.flatMap { WrittenDay.find(in: $0) } }.first
    facts.address = Self.address(item)
    facts.language = item.attributes["lang"] ?? language
    return Document(headline: headline, paragraphs: paragraphs, facts: facts)
  }

  private static let contents: Set = ["encoded", "content", "description", "summary", "body"]
  private static let media = "http://search.yahoo.com/mrss/"

  private static func length(_ paragraphs: [String]) -> Int { paragraphs.reduce(0) { $0 + $1.utf8.count } }

  /// The paragraphs of an element, which may hold text, a page as text, or the elements of a page.
  private static func paragraphs(_ element: XMLElement) -> [String] {
    if !element.children.isEmpty { return element.paragraphs }
    let text = element.text
    let isText = element.attributes["type"] == "text" || element.attributes["type"] == "text/plain"
    if isText || !looksLikePage(text) {
      return PlainParagraphs.unwrap(text.lines)
    }
    return (try? HTMLPage.text(Array(text.utf8), declared: .utf8)) ?? []
  }

  /// Whether `text` holds tags or names of characters.
  private static func looksLikePage(_ text: String) -> Bool {
    var rest = text.utf8[...]
    while let mark = rest.firstIndex(where: { $0 == 0x3C || $0 == 0x26 }) {
      let isTag = rest[mark] == 0x3C
      rest = rest[rest.index(after: mark)...]
      guard let next = rest.first else { break }
      let isLetter = next | 0x20 >= 0x61 && next | 0x20 <= 0x7A
      let end = rest.prefix(isTag ? 2000 : 12).contains(isTag ? 0x3E : 0x3B)
      if end, isLetter || next == (isTag ? 0x2F : 0x23) { return true }
    }
    return false
  }

  private static func author(_ item: XMLElement) -> String? {
    let names = item.children.filter { $0.name == "creator" || $0.name == "author" }.compactMap { element in
      (element.child("name") ?? element).words.flatMap { words in
        words.contains("@") ? (words.contains("(") || words.contains("<") ? MailSender.outlet(words) : nil) : words
      }
    }
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  private static func address(_ item: XMLElement) -> String? {
    let links = item.children.filter { $0.name == "link" }.sorted { a, b in
      // Of an entry's links the one to the page itself.
      (a.attributes["rel"] ?? "alternate") == "alternate" && (b.attributes["rel"] ?? "alternate") != "alternate"
    }
    let guid = item.child("guid").flatMap { $0.attributes["isPermaLink"] == "false" ? nil : $0.words }
    let candidates = links.map { $0.attributes["href"] ?? $0.words } + [guid, item.attributes["about"]]
    return candidates.lazy.compactMap { $0 }.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }
}
