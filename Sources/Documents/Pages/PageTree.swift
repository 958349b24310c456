import CGumbo
import Glibc

/// The elements and texts of a page in the order in which they begin, so that whatever looks at all of them takes a loop.
final class PageTree {
  /// An element or a text.
  struct Node {
    fileprivate let raw: UnsafePointer<GumboNode>
    /// What element it is; `nil` if it is a text.
    let tag: GumboTag?
    /// The element that it stands in; -1 for the root.
    let parent: Int
    /// The node after the last one within it.
    fileprivate(set) var end: Int
  }

  /// From the `html` element on.
  private(set) var nodes: [Node] = []
  /// What the names that a page gives each of its elements say of it.
  private(set) lazy var kinds: [PageWords] = PageWords.all(of: self)
  private let page: OpaquePointer
  /// The text of the page, into which the tree points.
  private let html: UnsafeMutableBufferPointer<CChar>

  /// How many bytes a page may have; what Gumbo makes of it takes a multiple.
  static let limit = 32 << 20

  /// Parses `html`, in UTF-8.
  ///
  /// Throws `DocumentProblem.tooDeep` if only an attack is nested like it.
  init(_ html: [UInt8]) throws(DocumentProblem) {
    if html.count > Self.limit { throw .tooLarge(.html, limit: Self.limit) }
    if MarkupDepth.isTooDeep(html) { throw .tooDeep(.html) }
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: html.count)
    _ = copy.initialize(from: html.lazy.map { CChar(bitPattern: $0) })
    guard let parsed = page_parse(copy.baseAddress, copy.count, (16 << 20) + 64 * copy.count) else {
      copy.deallocate()
      throw .tooDeep(.html)
    }
    self.html = copy
    page = parsed
    flatten(page_root(page))
  }

  deinit {
    page_free(page)
    html.deallocate()
  }

  private func flatten(_ root: UnsafePointer<GumboNode>) {
    var open: [(index: Int, next: UInt32)] = []
    func enter(_ raw: UnsafePointer<GumboNode>) {
      let parent = open.last?.index ?? -1
      switch raw.pointee.type {
      case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
        open.append((nodes.count, 0))
        nodes.append(Node(raw: raw, tag: page_tag(raw), parent: parent, end: 0))
      case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
        nodes.append(Node(raw: raw, tag: nil, parent: parent, end: nodes.count + 1))
      default: break
      }
    }
    enter(root)
    while let (index, next) = open.last {
      let raw = nodes[index].raw
      if next < page_child_count(raw) {
        open[open.count - 1].next += 1
        enter(page_child(raw, next))
      } else {
        nodes[index].end = nodes.count
        open.removeLast()
      }
    }
  }

  // MARK: What a node holds

  /// All nodes.
  var all: Range<Int> { nodes.indices }

  /// The nodes of an element, with itself.
  func range(_ index: Int) -> Range<Int> { index..<nodes[index].end }

  func tag(_ index: Int) -> GumboTag? { nodes[index].tag }

  /// The text of a text node.
  func text(_ index: Int) -> String { String(cString: page_text(nodes[index].raw)) }

  /// Whether a text node holds white space only.
  func isBlank(_ index: Int) -> Bool { nodes[index].raw.pointee.type == GUMBO_NODE_WHITESPACE }

  /// How many bytes a text node has.
  func length(_ index: Int) -> Int { strlen(page_text(nodes[index].raw)) }

  /// An element's attribute; `nil` if it has none of that name, or the node is a text.
  func attribute(_ index: Int, _ name: StaticString) -> String? {
    guard nodes[index].tag != nil else { return nil }
    let value = name.utf8Start.withMemoryRebound(to: CChar.self, capacity: name.utf8CodeUnitCount + 1) {
      page_attribute(nodes[index].raw, $0)
    }
    return value.map { String(cString: $0) }
  }

  /// The name of an element that HTML does not know, in lower case; empty for all others.
  func foreignName(_ index: Int) -> String {
    guard nodes[index].tag == GUMBO_TAG_UNKNOWN else { return "" }
    let name = page_written_name(nodes[index].raw)
    guard let start = name.data, name.length <= 64 else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(start: start, count: name.length).map {
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0
      }, as: UTF8.self)
  }

  /// The text within a node, with single spaces, up to the text node with which it has `most` bytes.
  func words(_ index: Int, most: Int = 10_000) -> String {
    var all = ""
    for node in range(index).prefix(max(most, 200)) {
      if let tag = nodes[node].tag {
        if TagSet.block.contains(tag) || tag == GUMBO_TAG_BR { all += " " }
      } else {
        all += text(node)
        if all.utf8.count >= most { break }
      }
    }
    return all.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The parents of a node, from the nearest on.
  func parents(_ index: Int) -> some Sequence<Int> {
    sequence(first: index) { [nodes] in nodes[$0].parent < 0 ? nil : nodes[$0].parent }.dropFirst()
  }
}
