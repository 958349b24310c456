import Stories

/// The page while it is being read: its tokens, and the blocks that they stand in.
struct Page {
  /// A block of the layout with its tokens.
  struct Block {
    var kind: Layout.Kind
    var tokens: Range<Int>
  }

  var tokens: [Token] = []
  var blocks: [Block] = []
  var reference: Span?
  var credits: [Span] = []
  var date: String?
  var outlet: Wording?

  /// The bytes from the first to the last token of `range`, which must not be empty.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The layout as the model has it.
  var layout: Layout {
    Layout(
      blocks: blocks.map { Layout.Block(kind: $0.kind, span: span($0.tokens)) }, reference: reference, credits: credits,
      date: date, outlet: outlet)
  }
}
