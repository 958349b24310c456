import Stories

/// Web pages, whole ones and pieces.
enum HTMLPage {
  /// The article of a page; `declared` is the charset that it was sent with.
  ///
  /// Throws `DocumentProblem.noText` if there is none, `.tooDeep` and `.tooLarge` for what no page is.
  static func document(_ bytes: [UInt8], declared: Charset?) throws(DocumentProblem) -> Document {
    let html = PageCharset.decode(bytes, declared: declared)
    let tree = try PageTree(html)
    let facts = PageFacts(tree, html: html)
    let article = ArticleFinder.article(of: tree, facts: facts)
    if article.paragraphs.isEmpty { throw .noText(.html) }
    return Document(
      headline: facts.headline, paragraphs: article.paragraphs,
      facts: Document.Facts(
        outlet: facts.outlet.flatMap(InlineText.fact),
        author: (facts.author ?? article.byline.map(Byline.person)).flatMap(InlineText.fact),
        date: facts.date ?? article.day, address: facts.address, language: facts.language))
  }

  /// All paragraphs of a page, or a piece of one, that is nothing but content, as that of a message.
  static func text(_ bytes: [UInt8], declared: Charset?) throws(DocumentProblem) -> [String] {
    all(try PageTree(PageCharset.decode(bytes, declared: declared)))
  }

  private static func all(_ tree: PageTree) -> [String] {
    let isFrench = (tree.attribute(0, "lang") ?? "").lowercased().hasPrefix("fr")
    return Paragraphs.all(in: tree, root: 0, isFrench: isFrench, marksQuotations: false) { index in
      tree.tag(index).map { TagSet.unread.contains($0) } ?? false || Hidden.isHidden(index, in: tree)
    }.map(\.text)
  }
}

/// Tells what a page holds and does not show.
enum Hidden {
  /// Words of which each style that hides has one.
  private static let hints = Phrases(["none", "hidden", "mso-hide"])

  static func isHidden(_ index: Int, in tree: PageTree) -> Bool {
    guard tree.tag(index) != nil else { return false }
    if tree.attribute(index, "hidden") != nil { return true }
    guard let style = tree.attribute(index, "style") else { return false }
    guard FoldedText(style).holds(hints) else { return false }
    let rules = style.lowercased().filter { !$0.isWhitespace }
    return rules.contains("display:none") || rules.contains("visibility:hidden") || rules.contains("mso-hide:all")
  }
}
