import CGumbo
import Stories

/// Messages that are pages.
enum MailPage {
  /// The lines of a page that is all text: its paragraphs with an empty line between each and the next, rules, and how many
  /// messages quote each.
  ///
  /// Throws `DocumentProblem` for what no page is.
  static func lines(_ page: [UInt8], declared: Charset?) throws(DocumentProblem) -> [MailLine] {
    let tree = try PageTree(PageCharset.decode(page, declared: declared))
    let paragraphs = Paragraphs.all(in: tree, root: 0, isFrench: false, marksQuotations: false) { index in
      tree.tag(index).map { TagSet.unread.contains($0) } ?? false || Hidden.isHidden(index, in: tree)
    }
    let quotations = tree.all.filter { isQuotation($0, in: tree) }.map { tree.range($0) }
    var rules = tree.all.filter { tree.tag($0) == GUMBO_TAG_HR }[...]
    var lines: [MailLine] = []
    for paragraph in paragraphs {
      while let rule = rules.first, rule < paragraph.start {
        rules.removeFirst()
        lines.append(MailLine(text: "", form: .rule))
      }
      let depth = quotations.lazy.filter { $0.contains(paragraph.start) }.count
      if case .heading = paragraph.kind {
        lines.append(MailLine(depth: depth, text: paragraph.text, form: .heading))
      } else {
        lines += paragraph.text.split(separator: "\n").map { MailLine(depth: depth, text: String($0)) }
      }
      lines.append(MailLine(depth: depth, text: ""))
    }
    return lines
  }

  /// Whether an element holds the message that is answered.
  private static func isQuotation(_ index: Int, in tree: PageTree) -> Bool {
    guard tree.tag(index) == GUMBO_TAG_BLOCKQUOTE else { return false }
    if tree.attribute(index, "type")?.lowercased() == "cite" { return true }
    return tree.attribute(index, "class")?.holds("gmail_quote") ?? false
  }
}
