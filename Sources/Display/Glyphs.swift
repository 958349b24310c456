/// A character as the screen shows it: what one cell holds, or a wide one's two cells.
public struct Glyph: Hashable, Sendable {
  /// What is shown; never a control character or an invisible format character.
  public var scalars: GlyphScalars
  /// The columns that it takes, 1 or 2.
  public var columns: Int

  /// What is shown, as text.
  public var character: Character { scalars.character }

  /// A space.
  public static let space = Glyph(GlyphScalars.space, columns: 1)

  /// Makes a glyph of `scalars`.
  public init(_ scalars: GlyphScalars, columns: Int) {
    self.scalars = scalars
    self.columns = columns
  }

  /// Makes a glyph of `character`.
  public init(character: Character, columns: Int) { self.init(GlyphScalars(cluster: character), columns: columns) }
}

/// Text as the glyphs that may reach a screen: the one sanitising function.
///
/// A glyph is a scalar that takes columns with the marks that combine with it, as terminals count; that is a grapheme
/// cluster or, of the clusters that terminals don't agree on, a part of it. What is not simply shown:
///
/// | in the text | on the screen |
/// |---|---|
/// | tab, line feed, carriage return (CR LF is one) | a space |
/// | other C0 controls, DEL | their pictures, `␀` to `␟` and `␡` |
/// | C1 controls, bytes that are no UTF-8, unassigned, private and non-characters | `�` |
/// | bidirectional controls | `⇢` for what starts left-to-right, `⇠` right-to-left, `⇡` for what ends one |
/// | other invisible characters: zero-width space and joiners, byte order mark, tags, fillers, U+2028 … | `⍽` |
/// | soft hyphen | nothing after a visible character (it belongs to that one's bytes), `⍽` elsewhere |
/// | no-break and other blank spaces of any width | a space |
/// | combining marks | with their base, four at most; on `◌` if they have none |
/// | emoji sequences: joined, with skin tones, with variation selectors, with tags | their first emoji |
/// | regional indicators (flags) | their letters: `FR` |
public struct Glyphs: Sequence, IteratorProtocol {
  private var scanner: GlyphScanner<Substring.UTF8View>

  /// Makes the glyphs of `text`.
  public init(_ text: some StringProtocol) { scanner = GlyphScanner(Substring(text).utf8, at: 0) }

  /// The next glyph.
  public mutating func next() -> Glyph? { scanner.next()?.glyph }
}

/// A glyph and the bytes of the text that it stands for.
public struct PlacedGlyph: Hashable, Sendable {
  /// What the screen shows.
  public var glyph: Glyph
  /// The index of its first byte in the array that the text is a slice of.
  public var offset: Int
  /// How many bytes it stands for, at least 1.
  public var length: Int

  /// Makes a placed glyph.
  public init(glyph: Glyph, offset: Int, length: Int) {
    self.glyph = glyph
    self.offset = offset
    self.length = length
  }
}

/// The glyphs of UTF-8 bytes, each with its place: made harmless in the same way as `Glyphs` does.
///
/// The glyphs' bytes cover the slice from start to end without a gap and without overlap; bytes that are no UTF-8 show
/// as `�`, one for each sequence that breaks off.
public struct PlacedGlyphs: Sequence, IteratorProtocol {
  private var scanner: GlyphScanner<ArraySlice<UInt8>>

  /// Makes the glyphs of the text that `utf8` holds.
  public init(utf8: ArraySlice<UInt8>) { scanner = GlyphScanner(utf8, at: utf8.startIndex) }

  /// The next glyph.
  public mutating func next() -> PlacedGlyph? { scanner.next() }
}
