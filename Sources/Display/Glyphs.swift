/// A grapheme cluster as the screen shows it.
public struct Glyph: Hashable, Sendable {
  /// What is shown; never a control character or an invisible format character.
  public var character: Character
  /// The columns that it takes, 1 or 2.
  public var columns: Int

  /// Makes a glyph.
  public init(character: Character, columns: Int) {
    self.character = character
    self.columns = columns
  }
}

/// Text as the glyphs that may reach a screen: the one sanitising function.
public struct Glyphs: Sequence, IteratorProtocol {
  private var rest: Substring.Iterator

  /// Makes the glyphs of `text`.
  public init(_ text: some StringProtocol) { rest = Substring(text).makeIterator() }

  /// The next glyph.
  public mutating func next() -> Glyph? { rest.next().map { Glyph(character: $0, columns: 1) } }
}
