import Display
import Stories

/// An article wrapped to a width, and where its claims are on it.
struct Page: Sendable {
  /// One line of the page.
  struct Line: Sendable {
    /// The bytes that it shows; none between two blocks.
    var bytes: Range<Int> { wrapped.bytes }
    /// The kind of block that it belongs to; `nil` for the blank line between two.
    var kind: Layout.Kind?
    fileprivate var wrapped: WrappedLine
  }

  /// The columns that the page was wrapped to.
  let width: Int
  /// The lines, from the top.
  private(set) var lines: [Line] = []
  /// The first line of each claim.
  private(set) var firstLines: [Int] = []
  /// The last line of each claim.
  private(set) var lastLines: [Int] = []

  /// The columns that a lede is set in.
  static let ledeIndent = 2

  init(_ story: Story, width: Int) {
    self.width = width
    var wrapped: [WrappedLine] = []
    var creditsSeen: [UInt64] = []
    var before: Layout.Kind?
    for block in story.layout.blocks {
      wrapped.removeAll(keepingCapacity: true)
      let indent = block.kind == .lede ? Page.ledeIndent : 0
      for part in Page.parts(of: block, in: story.text, seen: &creditsSeen) {
        Wrapping.wrap(story.text.bytes, part, width: max(2, width - indent), into: &wrapped)
      }
      guard let start = wrapped.first?.bytes.lowerBound else { continue }
      // A kicker stands right above its headline, and the small print keeps together.
      let joined = before == .kicker || before == block.kind && block.kind != .paragraph
      if before != nil, !joined {
        let end = min(start, lines.last?.bytes.upperBound ?? start)
        lines.append(Line(kind: nil, wrapped: WrappedLine(end..<end)))
      }
      for line in wrapped { lines.append(Line(kind: block.kind, wrapped: line)) }
      before = block.kind
    }
    if lines.isEmpty { lines.append(Line(kind: nil, wrapped: WrappedLine(0..<0))) }
    firstLines = story.claims.map { line(of: $0.span.start) }
    lastLines = story.claims.map { line(of: max($0.span.start, $0.span.end - 1)) }
  }

  /// The line that shows the byte at `offset`, or the last one before it.
  func line(of offset: Int) -> Int { max(0, firstIndex(in: lines) { $0.bytes.lowerBound > offset } - 1) }

  /// The stretches of a block that begin a line of their own: the lines of credits, each once however often printed.
  ///
  /// `seen` are the fingerprints of those before, which rise.
  private static func parts(of block: Layout.Block, in text: StoryText, seen: inout [UInt64]) -> [Range<Int>] {
    guard block.kind == .credit else { return [block.span.range] }
    var parts: [Range<Int>] = []
    for line in text.bytes[block.span.range].split(separator: 0x0A) {
      var range = line.startIndex..<line.endIndex
      if line.last == 0x0D { range = range.lowerBound..<range.upperBound - 1 }
      let credit = fingerprint(text.bytes[range])
      let place = firstIndex(in: seen) { $0 >= credit }
      if place < seen.count, seen[place] == credit { continue }
      seen.insert(credit, at: place)
      parts.append(range)
    }
    return parts
  }
}
