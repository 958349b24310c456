import CGumbo

/// Takes the paragraphs out of a page, or a part of one.
struct Paragraphs {
  private let tree: PageTree
  /// Whether a node, with all within it, is left out.
  private let isLeftOut: (Int) -> Bool
  /// Whether quotations are marked as in French.
  private let isFrench: Bool
  /// Whether a quotation that stands out by its form gets marks.
  private let marksQuotations: Bool

  private var made: [Paragraph] = []
  private var inline = InlineText()
  /// The text node that is read, and that in which the paragraph begins.
  private var at = 0
  private var start: Int?
  /// The elements that are open, from the outermost on.
  private var open: [Int] = []
  /// The open elements that stand in lines of their own.
  private var blocks: [Int] = []
  private var links = 0
  private var preformatted = 0
  /// How many line breaks came one after the other.
  private var breaks = 0
  private var headings: [Int] = []
  /// The open quotations, and what in them says whose they are.
  private var quoting: [Int] = []
  private var items = 0
  /// The data table that is open, and how many cells of its row had text.
  private var table: (node: Int, cells: Int)?
  private let dataTables: Set<Int>

  /// All paragraphs within `root`, in order, without what `isLeftOut` says of a node.
  static func all(
    in tree: PageTree, root: Int, isFrench: Bool, marksQuotations: Bool, isLeftOut: @escaping (Int) -> Bool
  ) -> [Paragraph] {
    var paragraphs = Paragraphs(
      tree, root: root, isFrench: isFrench, marksQuotations: marksQuotations, isLeftOut: isLeftOut)
    return paragraphs.run(root)
  }

  private init(
    _ tree: PageTree, root: Int, isFrench: Bool, marksQuotations: Bool, isLeftOut: @escaping (Int) -> Bool
  ) {
    self.marksQuotations = marksQuotations
    self.tree = tree
    self.isLeftOut = isLeftOut
    self.isFrench = isFrench
    dataTables = DataTables.find(in: tree, root: root)
  }

  private mutating func run(_ root: Int) -> [Paragraph] {
    let end = tree.nodes[root].end
    var index = root
    while index < end {
      while let last = open.last, tree.nodes[last].end <= index { leave() }
      let node = tree.nodes[index]
      if isLeftOut(index) {
        index = node.end
        continue
      }
      if let tag = node.tag {
        enter(index, tag)
      } else {
        at = index
        addText(tree.text(index))
      }
      index += 1
    }
    while !open.isEmpty { leave() }
    finish()
    return made
  }

  // MARK: Elements

  private mutating func enter(_ index: Int, _ tag: GumboTag) {
    open.append(index)
    if table == nil, TagSet.block.contains(tag) {
      finish()
      blocks.append(index)
    }
    switch tag {
    case GUMBO_TAG_BR: lineBreak()
    case GUMBO_TAG_A: links += 1
    case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT: preformatted += 1
    case GUMBO_TAG_LI: items += 1
    case GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CITE, GUMBO_TAG_FOOTER, GUMBO_TAG_FIGCAPTION: quoting.append(index)
    case GUMBO_TAG_Q: quotationMark(opens: true, index)
    case GUMBO_TAG_TABLE where dataTables.contains(index): table = (index, 0)
    case GUMBO_TAG_TR where table != nil:
      inline.newLine()
      table!.cells = 0
    case GUMBO_TAG_TD where table != nil, GUMBO_TAG_TH where table != nil: startCell(index)
    case _ where TagSet.headings.contains(tag): headings.append(Int(tag.rawValue - GUMBO_TAG_H1.rawValue) + 1)
    case _ where table != nil && TagSet.block.contains(tag): inline.add(" ")
    default: break
    }
  }

  private mutating func leave() {
    let index = open.removeLast()
    let tag = tree.nodes[index].tag!
    if tag == GUMBO_TAG_Q { quotationMark(opens: false, index) }
    if let (node, _) = table {
      if node == index {
        finish(as: .table)
        table = nil
      } else if TagSet.block.contains(tag) {
        inline.add(" ")
      }
    }
    if blocks.last == index {
      finish()
      blocks.removeLast()
    }
    switch tag {
    case GUMBO_TAG_A: links -= 1
    case GUMBO_TAG_PRE, GUMBO_TAG_LISTING, GUMBO_TAG_XMP, GUMBO_TAG_PLAINTEXT: preformatted -= 1
    case GUMBO_TAG_LI: items -= 1
    case GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_CITE, GUMBO_TAG_FOOTER, GUMBO_TAG_FIGCAPTION: quoting.removeLast()
    case _ where TagSet.headings.contains(tag): headings.removeLast()
    default: break
    }
  }

  private mutating func startCell(_ index: Int) {
    guard tree.range(index).contains(where: { tree.tag($0) == nil && !tree.isBlank($0) }) else { return }
    if table!.cells > 0 { inline.add(" | ") }
    table!.cells += 1
  }

  // MARK: Text

  private mutating func addText(_ text: String) {
    if breaks > 0, text.contains(where: { !$0.isWhitespace }) {
      if breaks > 1 || inline.endsLikeParagraph { finish() } else { inline.newLine() }
      breaks = 0
    }
    if start == nil, !text.allSatisfy(\.isWhitespace) { start = at }
    guard preformatted > 0, table == nil else { return inline.add(text, isLinked: links > 0) }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = lines.popFirst() {
      if line.allSatisfy(\.isWhitespace) {
        // An empty line, unless it is only where the text begins or ends.
        if !lines.isEmpty, line.startIndex != text.startIndex { finish() }
      } else {
        if start == nil { start = at }
        inline.add(String(line), isLinked: links > 0)
      }
      if !lines.isEmpty { inline.newLine() }
    }
  }

  private mutating func lineBreak() {
    if table != nil { inline.add(" ") } else { breaks += 1 }
  }

  private mutating func quotationMark(opens: Bool, _ index: Int) {
    let first = tree.range(index).prefix(64).first { tree.tag($0) == nil && !tree.isBlank($0) }
    if let first, let mark = tree.text(first).first(where: { !$0.isWhitespace }), "\"“«„‘".contains(mark) { return }
    switch (isFrench, opens) {
    case (true, true): addText("«\u{A0}")
    case (true, false): inline.add("\u{A0}»")
    case (false, true): addText("“")
    case (false, false): inline.add("”")
    }
  }

  /// Whether the paragraph is a quotation that stands out by its form, and not by marks; a long one is a document.
  private var isQuoted: Bool {
    guard marksQuotations, let last = quoting.last, tree.tag(last) == GUMBO_TAG_BLOCKQUOTE else { return false }
    return tree.nodes[last].end - last < 60
      && tree.range(last).reduce(0) { $0 + (tree.tag($1) == nil ? tree.length($1) : 0) } < 1200
  }

  private func marked(_ text: String) -> String {
    if text.contains(where: { "\"“”«»„".contains($0) }) { return text }
    return isFrench ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
  }

  /// Ends the paragraph, if there is one.
  private mutating func finish(as kind: Paragraph.Kind? = nil) {
    breaks = 0
    guard kind != nil || table == nil, !inline.isEmpty else { return }
    let (text, linked) = inline.take()
    let start = start ?? at
    self.start = nil
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    let own: Paragraph.Kind = headings.last.map { .heading($0) } ?? (items > 0 ? .item : .text)
    made.append(
      Paragraph(
        text: isQuoted ? marked(text) : text, kind: kind ?? own, node: table?.node ?? blocks.last ?? open.first ?? 0,
        start: start,
        linked: linked))
  }
}

/// Tells tables that hold data from those that only place what they hold.
enum DataTables {
  /// The tables within `root` that hold data: several cells, short ones, and no table, list or paragraphs within them.
  static func find(in tree: PageTree, root: Int) -> Set<Int> {
    struct Table {
      var index: Int
      var rows = 0
      var cells = 0
      var bytes = 0
      var isLayout = false
    }
    var found: Set<Int> = []
    var open: [Table] = []
    func close() {
      let table = open.removeLast()
      if !table.isLayout, table.cells > 1, table.cells > table.rows || table.rows > 2, table.bytes < 120 * table.cells {
        found.insert(table.index)
      }
    }
    for index in tree.range(root) {
      while let last = open.last, tree.nodes[last.index].end <= index { close() }
      guard let tag = tree.tag(index) else {
        if !open.isEmpty, !tree.isBlank(index) { open[open.count - 1].bytes += tree.length(index) }
        continue
      }
      if tag == GUMBO_TAG_TABLE {
        if !open.isEmpty { open[open.count - 1].isLayout = true }
        open.append(Table(index: index))
      } else if !open.isEmpty {
        switch tag {
        case GUMBO_TAG_TR: open[open.count - 1].rows += 1
        case GUMBO_TAG_TD, GUMBO_TAG_TH: open[open.count - 1].cells += 1
        case GUMBO_TAG_UL, GUMBO_TAG_OL, GUMBO_TAG_FORM, GUMBO_TAG_ARTICLE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_H1,
          GUMBO_TAG_H2:
          open[open.count - 1].isLayout = true
        default: break
        }
      }
    }
    while !open.isEmpty { close() }
    return found
  }
}
