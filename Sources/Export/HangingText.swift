import Display

/// Text that is made harmless and broken into lines of at most `width` columns, set in under its first word.
struct HangingText {
  /// The columns of a line.
  var width: Int
  /// What the first line starts with.
  var first = ""
  /// What the other lines start with: as wide as `first`.
  var others = ""

  /// The lines for `text`, each with its line end.
  func callAsFunction(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let indent = Glyphs(others).reduce(0) { $0 + $1.columns }
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: width - indent, into: &lines)
    if lines.isEmpty { return first + "\n" }
    return lines.enumerated().map { index, line in
      var row = index == 0 ? first : others
      for placed in Wrapping.glyphs(bytes, line.bytes) { row.append(placed.glyph.character) }
      return row + "\n"
    }.joined()
  }
}
