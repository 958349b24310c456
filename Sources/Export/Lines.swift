import Stories

extension Story {
  /// The first block of `kind` as one line.
  func line(_ kind: Layout.Kind) -> String? { layout.first(kind).map { text.line($0) } }
}

extension StoryText {
  /// The words of `span` as one line.
  func line(_ span: Span) -> String { string(span).oneLine }
}

extension String {
  /// The words with one space between them; spaces that must not break a line stay as they are.
  var oneLine: String {
    split { $0.isWhitespace && $0 != "\u{A0}" && $0 != "\u{202F}" }.joined(separator: " ")
  }
}
