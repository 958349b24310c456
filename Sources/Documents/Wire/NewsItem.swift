import Stories

/// Stories as agencies send them: NITF, and NewsML with a text in it.
enum NewsItem {
  /// Hands the stories of `stream`, of NewsML, on.
  static func readNewsML(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    var count = 0
    var given = 0
    var only: Document?
    let xml = XMLReader(kind: .newsML) { path in
      guard let last = path.last else { return false }
      return last == "newsItem" || last == "NewsItem" || last == "packageItem"
    } take: { item, _ in
      guard let document = newsML(item) else { return true }
      count += 1
      defer { given += 1 }
      // The first has a number only if there are more.
      if count == 1 {
        only = document
        return true
      }
      if let first = only {
        only = nil
        if !reader.give(first, part: "1") { return false }
      }
      return reader.give(document, part: "\(count)")
    }
    defer { if let only { reader.give(only) } }
    try xml.read(stream)
    if count == 0 { throw .noText(.newsML) }
  }

  /// Hands the story of `stream`, of NITF, on.
  static func readNITF(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    var document: Document?
    let xml = XMLReader(kind: .nitf) {
      $0.last == "nitf"
    } take: { element, _ in
      document = nitf(element)
      return false
    }
    try xml.read(stream)
    guard let document else { throw .noText(.nitf) }
    reader.give(document)
  }

  // MARK: - NITF

  private static func nitf(_ root: XMLElement, facts given: Document.Facts = .init(), headline: String? = nil)
    -> Document?
  {
    let head = root.child("head")
    let body = root.child("body")
    let top = body?.child("body.head")
    let hedline = top?.child("hedline")
    var facts = given
    let issued = root.first("date.issue")?.attributes["norm"]
    let filed = top?.first("story.date")?.attributes["norm"]
    facts.date =
      facts.date
      ?? (issued ?? filed ?? head?.first("pubdata")?.attributes["date.publication"]).flatMap { WrittenDay.find(in: $0) }
    facts.author = facts.author ?? top.flatMap(byline)
    facts.outlet =
      top?.child("distributor")?.words ?? head?.first("pubdata")?.attributes["name"] ?? facts.outlet
      ?? root.first("doc.copyright")?.attributes["holder"]
    facts.language = facts.language ?? root.attributes["lang"]
    var paragraphs = (body?.child("body.content"))?.paragraphs ?? []
    if paragraphs.isEmpty { return nil }
    add(dateline: top?.child("dateline")?.words, to: &paragraphs)
    let below = hedline?.children.filter { $0.name == "hl2" }.compactMap(\.words) ?? []
    let words = headline ?? hedline?.child("hl1")?.words ?? hedline?.words ?? head?.child("title")?.words
    return Document(headline: words, paragraphs: below + paragraphs, facts: facts)
  }

  private static func byline(_ top: XMLElement) -> String? {
    guard let line = top.child("byline") else { return nil }
    return (line.child("person")?.words ?? line.child("bytag")?.words ?? line.words).map(withoutBy)
  }

  /// A byline without its first word.
  static func withoutBy(_ line: String) -> String {
    for by in ["By ", "BY ", "by ", "Par ", "PAR ", "par "] where line.hasPrefix(by) {
      return String(line.dropFirst(by.count))
    }
    return line
  }

  /// Puts a dateline where wires print it: before the first paragraph, unless that has it.
  static func add(dateline: String?, to paragraphs: inout [String]) {
    guard let dateline, let first = paragraphs.first else { return }
    let place = dateline.prefix { $0 != "," && $0 != "(" }.lowercased().split(separator: " ").joined(separator: " ")
    if first.lowercased().hasPrefix(place) { return }
    if let last = dateline.last, "-–—".contains(last) {
      paragraphs[0] = "\(dateline) \(first)"
    } else if let mark = first.first, "(-–—".contains(mark) {
      paragraphs[0] = "\(dateline) \(first)"
    } else {
      paragraphs.insert(dateline, at: 0)
    }
  }

  // MARK: - NewsML

  private static func newsML(_ item: XMLElement) -> Document? {
    let meta = item.child("contentMeta")
    var facts = Document.Facts()
    let dates = [
      meta?.child("contentCreated")?.words, item.first("firstCreated", "FirstCreated")?.words,
      item.first("versionCreated", "ThisRevisionCreated")?.words, item.first("DateAndTime", "DateId")?.words,
    ]
    facts.date = dates.lazy.compactMap { $0.flatMap { WrittenDay.find(in: $0) } }.first
    facts.author = (meta?.child("by")?.words ?? item.first("ByLine")?.words).map(withoutBy)
    facts.outlet = provider(item)
    facts.language =
      (meta?.child("language"))?.attributes["tag"] ?? item.attributes["lang"]
      ?? item.first("Language")?.attributes["FormalName"]
    facts.address =
      item.first { $0.name == "link" && ($0.attributes["href"]?.hasPrefix("http") ?? false) }?.attributes["href"]
    let headline =
      meta?.child("headline")?.words ?? item.first("HeadLine")?.words ?? item.child("itemMeta")?.child("title")?.words
    let dateline = meta?.child("dateline")?.words ?? item.first("DateLine")?.words

    guard let set = item.child("contentSet") ?? item.first("DataContent") else { return nil }
    if let root = set.first("nitf") {
      guard var document = nitf(root, facts: facts, headline: headline) else { return nil }
      if document.facts.outlet == nil { document.facts.outlet = facts.outlet }
      return document
    }
    var paragraphs: [String]
    if let page = set.first("html") {
      let written = page.child("head")?.child("title")?.words
      paragraphs = (page.child("body") ?? page).paragraphs
      let heading = headline ?? written
      if let heading, paragraphs.first == heading { paragraphs.removeFirst() }
      add(dateline: dateline, to: &paragraphs)
      return paragraphs.isEmpty ? nil : Document(headline: heading, paragraphs: paragraphs, facts: facts)
    }
    if let data = set.child("inlineData"), data.children.isEmpty {
      paragraphs = PlainParagraphs.unwrap(data.text.lines)
    } else {
      paragraphs = set.paragraphs
    }
    if let headline, paragraphs.first == headline { paragraphs.removeFirst() }
    add(dateline: dateline, to: &paragraphs)
    return paragraphs.isEmpty ? nil : Document(headline: headline, paragraphs: paragraphs, facts: facts)
  }

  private static func provider(_ item: XMLElement) -> String? {
    let meta = item.child("itemMeta")
    for element in [
      item.child("contentMeta")?.child("creditline"), meta?.child("provider"), item.first("CreditLine"),
      item.first("Provider"),
    ] {
      guard let element else { continue }
      if let name = element.child("name")?.words ?? element.words { return name }
      if let party = element.first("Party")?.attributes["FormalName"] { return party }
      if let literal = element.attributes["literal"] { return literal }
      // "nprov:AFP" is a name in a list of providers.
      if let code = element.attributes["qcode"]?.split(separator: ":").last { return String(code) }
    }
    return nil
  }
}
