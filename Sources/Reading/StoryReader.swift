import Stories

/// Reads stories out of bytes, with the lexicons that it was made with.
public struct StoryReader: Sendable {
  /// Makes a reader with the lexicons that `file` returns: the bytes of a path below `Data`, `nil` if there is none.
  ///
  /// Throws `LexiconError` for a lexicon that is missing or malformed.
  public init(file: (String) -> [UInt8]?) throws(LexiconError) {}

  /// The story in `bytes`, a file's whole content.
  ///
  /// Throws `ReadingError` if it holds no text.
  public func read(_ bytes: [UInt8], name: String) throws(ReadingError) -> Story {
    if bytes.isEmpty { throw .empty }
    let text = StoryText(bytes: bytes)
    let whole = Span(0, bytes.count)
    return Story(
      name: name, text: text, language: .english, layout: Layout(blocks: [.init(kind: .paragraph, span: whole)]))
  }
}
