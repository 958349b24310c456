import CGumbo
import Stories

/// What a page says of its article in fields of its own: JSON-LD, OpenGraph, `<meta>`, `<link>`, `<time>`, microdata.
struct PageFacts {
  var headline: String?
  var outlet: String?
  var author: String?
  var date: String?
  var address: String?
  var language: String?
  /// The article's text, where JSON-LD has it.
  var body: String?
  /// The words under the headline, or a summary of the article.
  var summary: String?

  /// Whether the page says that it is a report which goes on.
  var isLive = false

  /// Whether the page is in French.
  var isFrench: Bool { language?.lowercased().hasPrefix("fr") ?? false }

  init(_ tree: PageTree, html: [UInt8]) {
    let fields = Fields(tree)
    let article = LinkedData.article(in: fields.linkedData)
    language = Self.language(tree, fields, article)
    body = article?["articleBody"]?.string.map(Self.plainLines)
    summary =
      fields.first("og:description", "description", "twitter:description", "dc.description")
      ?? article?["description"]?.string.flatMap(Self.plain)
    isLive = article?["@type"]?.elements.contains(.string("LiveBlogPosting")) ?? false
    date = Self.date(fields, article, isFrench: isFrench)
    author = Self.author(fields, article)
    address = Self.address(fields, article, html: html)
    let title = fields.title.flatMap(Self.plain)
    outlet =
      article.flatMap { LinkedData.name(of: $0["publisher"]) ?? LinkedData.name(of: $0["sourceOrganization"]) }
      .flatMap(Self.plain) ?? fields.first("og:site_name", "application-name", "dc.publisher", "publisher")
      ?? fields.itemPublisher.flatMap(Self.plain)
    let named =
      article?["headline"]?.string.flatMap(Self.plain) ?? fields.itemHeadline.flatMap(Self.plain)
      ?? fields.first("og:title", "twitter:title", "dc.title")
    let shown = Self.shownHeadline(fields, like: [named, title])
    let written = shown == nil && named == nil ? title.flatMap { Self.line(of: tree, within: $0) } : nil
    let split = title.map { PageTitle.split($0, headline: shown ?? named ?? written, outlet: outlet) }
    if outlet == nil { outlet = split?.outlet }
    headline = (shown ?? named.map { PageTitle.split($0, headline: nil, outlet: outlet).headline } ?? split?.headline)
      .flatMap(InlineText.fact)
  }

  // MARK: Each fact

  /// The first-rank heading of the page that says the same as one of the titles that it has for others.
  private static func shownHeadline(_ fields: Fields, like titles: [String?]) -> String? {
    let known = titles.compactMap { $0 }.map(WordSet.init)
    let headings = fields.headings.filter { !$0.isEmpty }
    if known.isEmpty { return headings.count == 1 ? headings[0] : nil }
    let best = headings.map { heading in (heading, known.map { WordSet(heading).agreement(with: $0) }.max() ?? 0) }
      .max { $0.1 < $1.1 }
    guard let (heading, agreement) = best, agreement >= 0.5 else {
      // A headline that readers see may be worded anew for search engines; a long one is no name of a site.
      return headings.count == 1 && headings[0].split(separator: " ").count >= 5 ? headings[0] : nil
    }
    return heading
  }

  /// The line of the page that its title begins or ends with; `nil` if there is none.
  private static func line(of tree: PageTree, within title: String) -> String? {
    for index in tree.all where tree.tag(index) == nil && !tree.isBlank(index) {
      guard tree.length(index) >= 15, tree.length(index) <= title.utf8.count else { continue }
      guard tree.tag(tree.nodes[index].parent) != GUMBO_TAG_TITLE else { continue }
      let line = InlineText.line(tree.text(index))
      if line.utf8.count * 5 >= title.utf8.count * 2, line != title, title.hasPrefix(line) || title.hasSuffix(line) {
        return line
      }
    }
    return nil
  }

  private static func language(_ tree: PageTree, _ fields: Fields, _ article: JSONValue?) -> String? {
    let candidates = [
      tree.attribute(0, "lang"), tree.attribute(0, "xml:lang"),
      fields.first("content-language", "language", "dc.language"),
      article?["inLanguage"]?.string, fields.first("og:locale"),
    ]
    for case let candidate? in candidates {
      let tag =
        candidate.split { $0 == "," || $0.isWhitespace }.first?.split(separator: "_").joined(separator: "-") ?? ""
      let isTag =
        tag.first?.isLetter == true && tag.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      let primary = tag.prefix { $0 != "-" }
      if isTag, 2...3 ~= primary.count { return primary.lowercased() + tag.dropFirst(primary.count) }
    }
    return nil
  }

  private static func date(_ fields: Fields, _ article: JSONValue?, isFrench: Bool) -> String? {
    var written = [article?["datePublished"]?.string, article?["dateCreated"]?.string]
    written += [
      "article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "pubdate",
      "publishdate", "publication_date", "article.published", "dc.date.issued", "dcterms.created", "dc.date", "date",
      "dcterms.date",
      "cxenseparse:recs:publishtime",
    ].map { fields.meta[$0] }
    written += [fields.itemDate, fields.publishedTime, fields.times.first]
    written += [article?["dateModified"]?.string, fields.shownDate]
    for case let text? in written { if let day = WrittenDay.find(in: text, isFrench: isFrench) { return day } }
    return nil
  }

  private static func author(_ fields: Fields, _ article: JSONValue?) -> String? {
    let named = article.map { LinkedData.names(of: $0["author"]).compactMap(plain) } ?? []
    if !named.isEmpty { return unique(named).joined(separator: ", ") }
    let written = [
      fields.meta["author"], fields.meta["article:author"], fields.meta["parsely-author"],
      fields.meta["sailthru.author"],
      fields.meta["dc.creator"], fields.meta["byl"],
    ]
    for case let text? in written {
      if let author = plain(text).map(Byline.person), !author.isEmpty, !author.contains("://"), !author.hasPrefix("@") {
        return author
      }
    }
    let shown = unique(
      fields.authors.compactMap(plain).map(Byline.person).filter { !$0.isEmpty && $0.utf8.count < 120 })
    if !shown.isEmpty { return shown.joined(separator: ", ") }
    return fields.byline.map(Byline.person).flatMap { $0.isEmpty || $0.utf8.count >= 120 ? nil : $0 }
  }

  private static func unique(_ names: [String]) -> [String] {
    names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func address(_ fields: Fields, _ article: JSONValue?, html: [UInt8]) -> String? {
    let main = article?["mainEntityOfPage"]
    let candidates = [
      fields.canonical, fields.meta["og:url"], article?["url"]?.string, main?.string, main?["@id"]?.string,
      savedFrom(html),
    ]
    return candidates.compactMap { $0?.trimmed }.first { address in
      (address.hasPrefix("https://") || address.hasPrefix("http://"))
        && !address.contains { $0.isWhitespace || $0 == "\"" || $0 == "<" }
        && address.utf8.count < 2000
    }
  }

  /// The address that browsers write into a page that they save: "<!-- saved from url=(0022)https://… -->".
  private static func savedFrom(_ html: [UInt8]) -> String? {
    let head = String(decoding: html.prefix(2000), as: UTF8.self)
    guard let mark = head.firstRange(of: "saved from url=(") else { return nil }
    let rest = head[mark.upperBound...].drop { $0 != ")" }.dropFirst()
    return String(rest.prefix { !$0.isWhitespace && $0 != "-" || $0 == "-" && !$0.isWhitespace }.prefix { $0 != ">" })
  }

  // MARK: Text in fields

  /// Text of a field on one line, without markup, which some write into it; `nil` if nothing is left.
  static func plain(_ text: String) -> String? {
    var words = text
    if text.utf8.count < 10_000, text.contains("&") || text.contains("<"), let tree = try? PageTree(Array(text.utf8)) {
      words = tree.words(0)
    }
    let one = InlineText.line(words)
    return one.isEmpty ? nil : one
  }

  /// The same of text of several lines.
  private static func plainLines(_ text: String) -> String {
    guard text.contains("&") || text.contains("<"), let tree = try? PageTree(Array(("<pre>" + text).utf8)) else {
      return text
    }
    return Paragraphs.all(in: tree, root: 0, isFrench: false, marksQuotations: false) { index in
      tree.tag(index).map { TagSet.unread.contains($0) } ?? false
    }.map(\.text).joined(separator: "\n")
  }
}

extension String {
  /// Without white space at either end.
  var trimmed: String {
    var rest = self[...].drop(while: \.isWhitespace)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}

extension InlineText {
  /// `text` on one line, with white space as a reader sees it.
  static func line(_ text: String) -> String {
    var inline = InlineText()
    inline.add(text)
    return inline.take().text
  }

  /// A field of a document: on one line, of a sensible length; `nil` if nothing is left.
  static func fact(_ text: String) -> String? {
    let line = line(text)
    return line.isEmpty || line.utf8.count > 1000 ? nil : line
  }
}

/// The words of a text, to tell whether two say the same.
struct WordSet {
  private let words: Set<String>

  init(_ text: String) {
    words = Set(text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init))
  }

  /// How far a heading says what a title says, from 0 to 1; a heading of few words, as the name of a site, must have most of
  /// the words of the title.
  func agreement(with title: WordSet) -> Double {
    let common = Double(words.intersection(title.words).count)
    if words.isEmpty || title.words.isEmpty { return 0 }
    return words.count < 5 && common < 0.5 * Double(title.words.count)
      ? 0 : common / Double(min(words.count, title.words.count))
  }

  /// Which share of the words of the shorter text the other has too, from 0 to 1.
  func likeness(to other: WordSet) -> Double {
    let fewer = min(words.count, other.words.count)
    return fewer == 0 ? 0 : Double(words.intersection(other.words).count) / Double(fewer)
  }
}
