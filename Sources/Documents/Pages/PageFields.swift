import CGumbo

/// The fields of a page that say something of its article, as they stand there.
struct Fields {
  /// `<meta>` by name or property in lower case; the first of each.
  private(set) var meta: [String: String] = [:]
  private(set) var title: String?
  private(set) var canonical: String?
  /// The JSON-LD scripts.
  private(set) var linkedData: [String] = []
  /// The texts of headings of the first rank.
  private(set) var headings: [String] = []
  /// The values of `<time>`, and that of the one which is marked as the time of publication.
  private(set) var times: [String] = []
  private(set) var publishedTime: String?
  /// What is marked as the day of publication and as authors by microdata or `rel`.
  private(set) var itemDate: String?
  private(set) var authors: [String] = []
  /// What microdata marks as the headline and as the publisher.
  private(set) var itemHeadline: String?
  private(set) var itemPublisher: String?
  /// What looks by its class like the line that names the author, and like the day.
  private(set) var byline: String?
  private(set) var shownDate: String?

  /// How many of each are looked at.
  private static let most = 50

  init(_ tree: PageTree) {
    for index in tree.all { if let tag = tree.tag(index) { read(index, tag, tree) } }
  }

  /// The first of these `<meta>` that the page has and that is not empty, in this order.
  func first(_ names: String...) -> String? {
    for name in names { if let text = meta[name].flatMap(PageFacts.plain) { return text } }
    return nil
  }

  private mutating func read(_ index: Int, _ tag: GumboTag, _ tree: PageTree) {
    switch tag {
    case GUMBO_TAG_META: readMeta(index, tree)
    case GUMBO_TAG_TITLE: if title == nil { title = String(tree.words(index, most: 1000).prefix(1000)) }
    case GUMBO_TAG_LINK:
      if tree.attribute(index, "rel")?.lowercased() == "canonical", canonical == nil {
        canonical = tree.attribute(index, "href")
      }
    case GUMBO_TAG_SCRIPT:
      if tree.attribute(index, "type")?.lowercased().contains("ld+json") == true, linkedData.count < Self.most {
        linkedData.append(tree.range(index).filter { tree.tag($0) == nil }.map { tree.text($0) }.joined())
      }
    case GUMBO_TAG_H1: if headings.count < Self.most { headings.append(InlineText.line(tree.words(index, most: 1000))) }
    case GUMBO_TAG_TIME: readTime(index, tree)
    default: break
    }
    if let item = tree.attribute(index, "itemprop") {
      if item == "datePublished", itemDate == nil {
        itemDate = tree.attribute(index, "content") ?? tree.attribute(index, "datetime") ?? words(index, tree)
      } else if item == "headline", itemHeadline == nil {
        itemHeadline = tree.attribute(index, "content") ?? words(index, tree)
      } else if item == "publisher", itemPublisher == nil {
        itemPublisher = name(within: index, tree) ?? words(index, tree)
      } else if item == "author", authors.count < Self.most {
        authors.append(tree.attribute(index, "content") ?? name(within: index, tree) ?? words(index, tree))
      }
    } else if tag == GUMBO_TAG_A, authors.count < Self.most,
      tree.attribute(index, "rel")?.lowercased().contains("author") == true
    {
      authors.append(words(index, tree))
    }
    if byline == nil, tree.kinds[index].contains(.author) {
      let text = words(index, tree)
      if Byline.isOne(text) { byline = text }
    }
    if shownDate == nil, tree.kinds[index].contains(.day) {
      let text = words(index, tree)
      if WrittenDay.find(in: text) != nil { shownDate = text }
    }
  }

  private mutating func readMeta(_ index: Int, _ tree: PageTree) {
    guard let content = tree.attribute(index, "content") else { return }
    for name in [
      tree.attribute(index, "property"), tree.attribute(index, "name"), tree.attribute(index, "itemprop"),
      tree.attribute(index, "http-equiv"),
    ] {
      guard let name = name?.lowercased(), !name.isEmpty, meta.count < 1000 else { continue }
      if meta[name] == nil { meta[name] = content }
    }
  }

  private mutating func readTime(_ index: Int, _ tree: PageTree) {
    guard times.count < Self.most else { return }
    let time = tree.attribute(index, "datetime") ?? words(index, tree)
    times.append(time)
    if tree.attribute(index, "pubdate") != nil, publishedTime == nil { publishedTime = time }
  }

  /// The text of a small element; of a large one its beginning.
  private func words(_ index: Int, _ tree: PageTree) -> String { InlineText.line(tree.words(index, most: 200)) }

  /// The name that microdata gives within an element.
  private func name(within index: Int, _ tree: PageTree) -> String? {
    for node in tree.range(index).prefix(100) where tree.attribute(node, "itemprop") == "name" {
      return tree.attribute(node, "content") ?? words(node, tree)
    }
    return nil
  }
}

/// Lines that name who wrote an article.
enum Byline {
  private static let openings = [
    "by ", "par ", "written by ", "reported by ", "reporting by ", "de ", "auteur : ", "author: ",
    "propos recueillis par ",
  ]

  /// Whether a line begins like one.
  static func opens(_ text: String) -> Bool {
    let lower = text.lowercased()
    return openings.contains { $0 != "de " && lower.hasPrefix($0) }
  }

  /// Whether a line looks like one.
  static func isOne(_ text: String) -> Bool { text.utf8.count < 160 && !person(text).isEmpty }

  /// Whom it names: without "By", and without what comes after a line or a bar.
  static func person(_ text: String) -> String {
    var rest = text.trimmed[...]
    for opening in openings where rest.lowercased().hasPrefix(opening) {
      rest = rest.dropFirst(opening.count)
      break
    }
    for mark in [" | ", " – ", " — ", " - ", "·", "•"] {
      if let bar = rest.firstRange(of: mark) { rest = rest[..<bar.lowerBound] }
    }
    // A day or an hour is none of the name.
    if let digit = rest.firstIndex(where: \.isNumber) { rest = rest[..<digit] }
    let person = String(rest).trimmed
    for ending in [", le", " le", " on", ",", " Published", " Publié", " Publié le"] where person.hasSuffix(ending) {
      return String(person.dropLast(ending.count)).trimmed
    }
    return person
  }
}
