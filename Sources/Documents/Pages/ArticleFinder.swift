import CGumbo

/// Finds the article in a page.
///
/// Each paragraph has a worth: running text has one, links and odd words have less than none. Each element that stands in lines
/// of its own is a candidate, and has the worth of all paragraphs in it, weighed by features with names. The best one is the
/// article; the words between the headline and it belong to it too.
struct ArticleFinder {
  private let tree: PageTree
  private let facts: PageFacts
  private let furniture: Furniture
  /// The heading that shows the headline.
  private let headline: Int?
  private var paragraphs: [Paragraph] = []
  private var worth: [Double] = []

  /// What was found.
  struct Article {
    /// The paragraphs without the headline; none if the page has no article.
    var paragraphs: [String] = []
    /// The lines beside them that name the author and the day.
    var byline: String?
    var day: String?
  }

  /// The article of a page.
  static func article(of tree: PageTree, facts: PageFacts) -> Article {
    var finder = ArticleFinder(tree, facts)
    return finder.find()
  }

  private init(_ tree: PageTree, _ facts: PageFacts) {
    self.tree = tree
    self.facts = facts
    headline = Self.headline(in: tree, facts)
    furniture = Furniture(tree, headline: headline, isLive: Self.isLive(tree, facts))
  }

  private static func headline(in tree: PageTree, _ facts: PageFacts) -> Int? {
    guard let headline = facts.headline else { return nil }
    let words = WordSet(headline)
    var best: (index: Int, likeness: Double)?
    var looked = 0
    for index in tree.all {
      guard let tag = tree.tag(index), TagSet.headings.contains(tag) else { continue }
      looked += 1
      if looked > 200 { break }
      var likeness = WordSet(tree.words(index, most: 500)).likeness(to: words)
      if tag != GUMBO_TAG_H1 { likeness -= 0.2 }
      if likeness >= 0.6, likeness > best?.likeness ?? 0 { best = (index, likeness) }
    }
    return best?.index
  }

  /// Whether a page is a report that goes on: it says so, or its parts each have a time.
  private static func isLive(_ tree: PageTree, _ facts: PageFacts) -> Bool {
    if facts.isLive { return true }
    guard tree.kinds.contains(where: { $0.contains(.live) }) else { return false }
    return tree.all.lazy.filter { tree.tag($0) == GUMBO_TAG_TIME || tree.kinds[$0].contains(.day) }.prefix(3).count == 3
  }

  private mutating func find() -> Article {
    let furniture = furniture
    paragraphs = Paragraphs.all(in: tree, root: 0, isFrench: facts.isFrench, marksQuotations: true) {
      furniture.isCut[$0]
    }
    leaveOutSections()
    let known = facts.body.map(KnownText.init)
    worth = paragraphs.map { Worth.of($0, known: known) }
    var found = settled(chosen())
    if found.paragraphs.isEmpty { found.paragraphs = paragraphs.map(\.text).filter { $0 != facts.headline } }
    let length = found.paragraphs.reduce(0) { $0 + $1.utf8.count }
    if let body = facts.body, body.utf8.count >= 200, length * 2 < body.utf8.count {
      // The page shows less of the text than it carries.
      found.paragraphs = body.split(whereSeparator: \.isNewline).map { InlineText.line(String($0)) }.filter {
        !$0.isEmpty
      }
    }
    return found
  }

  // MARK: Sections that are no article

  /// Takes out what follows a heading that announces comments or other articles, as far as it reaches.
  private mutating func leaveOutSections() {
    var kept: [Paragraph] = []
    var until = 0
    var isList = false
    var before = -1
    for paragraph in paragraphs {
      defer { before = paragraph.start }
      if paragraph.start < until {
        // A list of other articles ends where text runs on.
        if !isList || !Worth.isProse(paragraph) { continue }
        until = 0
      }
      if PagePhrases.asksForConsent(paragraph.text) { continue }
      let isShort = paragraph.text.utf8.count < 60 && !Worth.endsSentence(paragraph.text)
      if isShort || isHeading(paragraph) {
        let counted = paragraph.text.drop { !$0.isLetter }
        if PagePhrases.begins(String(counted), as: PagePhrases.comments), paragraph.text.utf8.count < 40 {
          until = reach(of: paragraph).end
          isList = false
          continue
        }
        if isHeading(paragraph), PagePhrases.begins(paragraph.text, as: PagePhrases.related) {
          let section = reach(of: paragraph)
          until = section.end
          // What begins with such a heading holds nothing else.
          isList = section.start <= before
          continue
        }
      }
      kept.append(paragraph)
    }
    paragraphs = kept
  }

  private func isHeading(_ paragraph: Paragraph) -> Bool { if case .heading = paragraph.kind { true } else { false } }

  /// How far the section that a heading begins goes on: to the end of what holds more than it.
  private func reach(of heading: Paragraph) -> (start: Int, end: Int) {
    let own = tree.nodes[heading.node].end
    for parent in tree.parents(heading.node) where tree.nodes[parent].end > own + 1 {
      return (parent, tree.nodes[parent].end)
    }
    return (heading.node, own)
  }

  // MARK: The choice

  /// What speaks for an element, and how much it weighs.
  struct Features {
    /// The worth of all paragraphs in it.
    var worth = 0.0
    /// It is marked as the text of the article, or as the article.
    var isBody = 0.0
    var isArticle = 0.0
    var isMain = 0.0
    /// It is called so.
    var namedBody = 0.0
    var namedContent = 0.0
    /// It stands after the headline, or holds it.
    var followsHeadline = 0.0

    var score: Double {
      worth
        * (1 + 0.6 * isBody + 0.25 * isArticle + 0.1 * isMain + 0.3 * namedBody + 0.1 * namedContent
          + 0.25 * followsHeadline)
    }
  }

  /// The best candidate; the root if none is good.
  private func chosen() -> Int {
    var sums = [0.0]
    var goods = [0.0]
    for worth in worth {
      sums.append(sums[sums.count - 1] + worth)
      goods.append(goods[goods.count - 1] + max(worth, 0))
    }
    var candidates: [(index: Int, score: Double, good: Double)] = []
    var first = 0
    for index in tree.all {
      while first < paragraphs.count, paragraphs[first].start < index { first += 1 }
      guard let tag = tree.tag(index), Self.holders.contains(tag) || tree.foreignName(index).contains("-") else {
        continue
      }
      let end = paragraphs.firstIndex(from: first, reaching: tree.nodes[index].end)
      guard end > first else { continue }
      let features = features(index, tag, worth: sums[end] - sums[first])
      candidates.append((index, features.score, goods[end] - goods[first]))
    }
    guard var best = candidates.max(by: { $0.score < $1.score }), best.score > 0 else { return 0 }
    // What holds as much text within it is as good, and has less around it.
    let good = best.good
    for candidate in candidates where candidate.index > best.index && candidate.index < tree.nodes[best.index].end {
      if candidate.good >= 0.97 * good { best = candidate }
    }
    return best.index
  }

  /// Elements that hold an article.
  private static let holders: TagSet = [
    GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_ARTICLE, GUMBO_TAG_SECTION, GUMBO_TAG_MAIN, GUMBO_TAG_DIV,
    GUMBO_TAG_CENTER,
    GUMBO_TAG_TABLE, GUMBO_TAG_TBODY, GUMBO_TAG_TR, GUMBO_TAG_TD, GUMBO_TAG_FORM, GUMBO_TAG_FIELDSET,
    GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_PRE,
    GUMBO_TAG_DETAILS, GUMBO_TAG_ASIDE, GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_DL,
  ]

  private func features(_ index: Int, _ tag: GumboTag, worth: Double) -> Features {
    let kinds = tree.kinds[index]
    var features = Features(worth: worth)
    if tree.attribute(index, "itemprop")?.contains("articleBody") == true { features.isBody = 1 }
    if tag == GUMBO_TAG_ARTICLE || tree.attribute(index, "role") == "article" { features.isArticle = 1 }
    if tag == GUMBO_TAG_MAIN || tree.attribute(index, "role") == "main" { features.isMain = 1 }
    if tag != GUMBO_TAG_BODY, tag != GUMBO_TAG_HTML {
      if kinds.contains(.body) { features.namedBody = 1 }
      if kinds.contains(.content) { features.namedContent = 1 }
    }
    if let headline, headline < tree.nodes[index].end { features.followsHeadline = 1 }
    return features
  }

  // MARK: What of it is text

  private func settled(_ article: Int) -> Article {
    let range = tree.range(article)
    var own = paragraphs.indices.filter {
      range.contains(paragraphs[$0].start) || isSibling(paragraphs[$0], of: article)
    }
    own = opening(before: article, first: own.first) + own
    var found = Article()
    var pendingHeading: String?
    var prose = 0
    let title = facts.headline.map(Self.folded)
    if let headline {
      // What stands above the headline is its section, a picture, a day, or words about the site; unless that is most of it.
      let above = own.prefix { paragraphs[$0].start < headline }
      let total = own.reduce(0) { $0 + paragraphs[$1].text.utf8.count }
      if above.reduce(0, { $0 + paragraphs[$1].text.utf8.count }) * 2 < total { own.removeFirst(above.count) }
    }
    for index in own {
      let paragraph = paragraphs[index]
      if title == Self.folded(paragraph.text) { continue }
      if isAside(paragraph) || isMarkedTime(paragraph) { continue }
      if prose < 2, isCredit(paragraph) {
        if Byline.opens(paragraph.text), found.byline == nil { found.byline = paragraph.text }
        if found.day == nil { found.day = WrittenDay.find(in: paragraph.text, isFrench: facts.isFrench) }
        continue
      }
      if isHeading(paragraph) {
        if paragraph.linked * 2 > paragraph.text.utf8.count { continue }
        if let heading = pendingHeading { found.paragraphs.append(heading) }
        pendingHeading = paragraph.text
        continue
      }
      if let heading = pendingHeading {
        found.paragraphs.append(heading)
        pendingHeading = nil
      }
      if Worth.isProse(paragraph) { prose += 1 }
      if paragraph.text != found.paragraphs.last { found.paragraphs.append(paragraph.text) }
    }
    return found
  }

  static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// Whether a paragraph stands beside the article in an element of the same class, as text that advertisements part.
  private func isSibling(_ paragraph: Paragraph, of article: Int) -> Bool {
    guard paragraph.start > tree.nodes[article].end, Worth.isProse(paragraph),
      let name = tree.attribute(article, "class"), !name.isEmpty
    else { return false }
    let parent = tree.nodes[article].parent
    guard parent >= 0, tree.range(parent).contains(paragraph.start) else { return false }
    var child = paragraph.node
    while tree.nodes[child].parent > parent { child = tree.nodes[child].parent }
    return tree.nodes[child].parent == parent && tree.attribute(child, "class") == name
  }

  /// The paragraphs between the headline and the article that are text: the words under the headline.
  private func opening(before article: Int, first: Int?) -> [Int] {
    guard let headline, headline < article, let first else { return [] }
    let from = tree.nodes[headline].end
    let between = paragraphs.indices.filter {
      $0 < first && paragraphs[$0].start >= from && paragraphs[$0].start < article
    }
    guard between.count <= 12 else { return [] }
    return between.filter { index in
      let paragraph = paragraphs[index]
      let named = sequence(first: paragraph.node) { tree.nodes[$0].parent < 0 ? nil : tree.nodes[$0].parent }.prefix(3)
        .contains { tree.kinds[$0].contains(.standfirst) }
      return paragraph.linked * 3 < paragraph.text.utf8.count
        && (named || paragraph.text.utf8.count >= 50 && (isHeading(paragraph) || worth[index] > 0))
    }
  }

  /// Whether a paragraph is something beside the text: a link to another article, a request.
  private func isAside(_ paragraph: Paragraph) -> Bool {
    let length = paragraph.text.utf8.count
    let linked = Double(paragraph.linked) / Double(max(length, 1))
    let endsSentence = Worth.endsSentence(paragraph.text)
    if linked > 0.8, !(endsSentence && length > 120), paragraph.kind != .table { return true }
    if linked > 0.3 || length < 140, PagePhrases.begins(paragraph.text, as: PagePhrases.related),
      linked > 0.3 || !endsSentence
    {
      return true
    }
    return length < 220 && PagePhrases.begins(paragraph.text, as: PagePhrases.requests)
      && (linked > 0.2 || !Worth.isProse(paragraph))
  }

  /// Whether all of a paragraph is a time that is marked as one.
  private func isMarkedTime(_ paragraph: Paragraph) -> Bool {
    let parent = tree.nodes[paragraph.start].parent
    guard !furniture.isLive, parent >= 0, tree.tag(parent) == GUMBO_TAG_TIME else { return false }
    return InlineText.line(tree.words(parent, most: 200)) == paragraph.text
  }

  /// Whether a paragraph names the author or the day and no more.
  private func isCredit(_ paragraph: Paragraph) -> Bool {
    let length = paragraph.text.utf8.count
    guard !furniture.isLive, length < 100, !Worth.endsSentence(paragraph.text), !isHeading(paragraph) else {
      return false
    }
    return Byline.opens(paragraph.text) || length < 70 && WrittenDay.find(in: paragraph.text) != nil
  }
}

extension [Paragraph] {
  /// The first paragraph from `first` on that begins at or after the node `end`.
  fileprivate func firstIndex(from first: Int, reaching end: Int) -> Int {
    var (low, high) = (first, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start < end { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// What a paragraph is worth as text of an article.
enum Worth {
  /// Whether a paragraph is running text: sentences, and not in links.
  static func isProse(_ paragraph: Paragraph) -> Bool {
    paragraph.text.utf8.count >= 60 && endsSentence(paragraph.text) && paragraph.linked * 2 < paragraph.text.utf8.count
  }

  static func endsSentence(_ text: String) -> Bool {
    guard let last = text.last(where: { !"\"”’»)] \u{A0}\u{202F}".contains($0) }) else { return false }
    return ".!?…:".contains(last)
  }

  static func of(_ paragraph: Paragraph, known: KnownText?) -> Double {
    let length = paragraph.text.utf8.count
    let linked = Double(paragraph.linked) / Double(max(length, 1))
    if linked > 0.6 { return -0.3 - Double(min(length, 300)) / 600 }
    switch paragraph.kind {
    case .heading: return 0
    case .table: return 0.3
    case .text, .item: break
    }
    if length < 50, !endsSentence(paragraph.text) { return -0.15 }
    var worth = Double(min(length - paragraph.linked, 600)) / 100 * (1 - linked)
    if endsSentence(paragraph.text) { worth += 0.5 } else { worth *= 0.5 }
    if paragraph.kind == .item { worth *= 0.7 }
    if let known { worth *= known.holds(paragraph.text) ? 1.5 : length < 40 ? 1 : 0.5 }
    return worth
  }
}

/// The text of an article that is known from elsewhere.
struct KnownText {
  private let shingles: Set<Int>

  init(_ text: String) { shingles = Set(Self.shingles(of: text)) }

  /// Whether most of `text` is in it.
  func holds(_ text: String) -> Bool {
    let own = Self.shingles(of: text)
    return !own.isEmpty && own.count(where: shingles.contains) * 2 > own.count
  }

  /// Each four words that follow each other.
  private static func shingles(of text: String) -> [Int] {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard words.count >= 4 else { return [] }
    return (0...words.count - 4).map { words[$0..<$0 + 4].hashValue }
  }
}
