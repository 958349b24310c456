import Display

/// Text that is made harmless and broken into lines of at most `width` columns, between words where it can be.
struct Wrapping {
  /// The columns of a line.
  var width: Int
  /// What the first line starts with.
  var first = ""
  /// What the other lines start with: as wide as `first`, so that the words stand under each other.
  var others = ""

  /// The lines for `text`, each with its line end.
  func callAsFunction(_ text: String) -> String {
    var lines = first
    var column = Self.columns(first)
    let indent = Self.columns(others)
    var fresh = true
    for word in text.split(separator: " ") {
      let glyphs = Array(Glyphs(word))
      let needed = glyphs.reduce(0) { $0 + $1.columns }
      if !fresh {
        if column + 1 + needed <= width {
          lines += " "
          column += 1
        } else {
          lines += "\n" + others
          column = indent
        }
      }
      for glyph in glyphs {
        // A word that is wider than a whole line is broken where the line ends.
        if column + glyph.columns > width, column > indent {
          lines += "\n" + others
          column = indent
        }
        lines.append(glyph.character)
        column += glyph.columns
      }
      fresh = false
    }
    return lines + "\n"
  }

  private static func columns(_ text: String) -> Int { Glyphs(text).reduce(0) { $0 + $1.columns } }
}
