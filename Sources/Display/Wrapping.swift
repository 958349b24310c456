/// A line of wrapped text: the bytes that it shows.
public struct WrappedLine: Hashable, Sendable {
  private let low: UInt32
  private let high: UInt32

  /// Makes a line of the bytes in `range`.
  public init(_ range: Range<Int>) {
    low = UInt32(range.lowerBound)
    high = UInt32(range.upperBound)
  }

  /// The bytes from the first glyph to the last; the spaces at which the text was broken lie between the lines.
  public var bytes: Range<Int> { Int(low)..<Int(high) }
}

/// A glyph of a wrapped line, with the bytes that it stands for.
public struct LineGlyph: Hashable, Sendable {
  /// What is shown.
  public var glyph: Glyph
  /// The bytes of the text that it shows; a run of white space is one space.
  public var bytes: Range<Int>
  /// Its first column, from the start of the line.
  public var column: Int
}

/// Breaks text into lines as a typesetter of English or French would.
///
/// Runs of white space, line ends among them, count as one space. Lines break at spaces and after hyphens inside words;
/// never beside a no-break space, between a guillemet and its word, or before a punctuation mark that French sets apart
/// with a space. A word that is longer than the line is cut.
public enum Wrapping {
  /// Appends the lines of `bytes[range]`, which must be valid UTF-8, to `lines`; takes time linear in the bytes.
  public static func wrap(_ bytes: [UInt8], _ range: Range<Int>, width: Int, into lines: inout [WrappedLine]) {
    let width = max(2, width)
    bytes.withUnsafeBufferPointer { all in
      let text = WrapText(bytes: UnsafeBufferPointer(rebasing: all[..<range.upperBound]), slice: bytes[range])
      let end = range.upperBound
      var place = text.afterSpaces(range.lowerBound)
      guard place < end else { return }
      var start = place
      var column = 0
      var chance: (end: Int, next: Int, column: Int)?
      var afterOpening = false
      while place < end {
        var next: Int
        var columns = 1
        if text.isSpace(place) {
          next = text.afterSpaces(place)
          if next == end {
            lines.append(WrappedLine(start..<place))
            return
          }
          if !afterOpening && !text.clingsToTheLeft(next) {
            // The space hangs over the edge if the line is broken here, so it need not fit.
            chance = (place, next, column + 1)
            column += 1
            place = next
            continue
          }
        } else {
          (columns, next) = text.cluster(place)
          if columns == 2, place > start, !afterOpening, !text.clingsToTheLeft(place), !text.isSpace(place - 1) {
            chance = (place, place, column)
          }
          afterOpening = text.opens(place)
        }
        while column + columns > width, place > start {
          if let found = chance {
            lines.append(WrappedLine(start..<found.end))
            start = found.next
            column -= found.column
            chance = nil
          } else {
            lines.append(WrappedLine(start..<place))
            start = place
            column = 0
          }
        }
        column += columns
        if text.breaksAfter(place, next) { chance = (next, next, column) }
        place = next
      }
      lines.append(WrappedLine(start..<end))
    }
  }

  /// The glyphs of `line`, each with its bytes and column.
  public static func glyphs(_ bytes: [UInt8], _ line: Range<Int>) -> [LineGlyph] {
    var result: [LineGlyph] = []
    result.reserveCapacity(line.count)
    bytes.withUnsafeBufferPointer { all in
      let text = WrapText(bytes: UnsafeBufferPointer(rebasing: all[..<line.upperBound]), slice: bytes[line])
      var place = line.lowerBound
      var column = 0
      while place < line.upperBound {
        var glyph = Glyph.space
        var next: Int
        if text.isSpace(place) {
          next = text.afterSpaces(place)
        } else {
          (glyph, next) = text.glyph(place)
        }
        result.append(LineGlyph(glyph: glyph, bytes: place..<next, column: column))
        column += glyph.columns
        place = next
      }
    }
    return result
  }
}

/// What wrapping has to know about the bytes of a text, most of it without decoding them.
private struct WrapText {
  /// The bytes from the text's first to the last that is wrapped, for the quick look.
  let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes that are wrapped, for what has to be decoded.
  let slice: ArraySlice<UInt8>

  /// The byte at `place`, 0 after the end.
  private func byte(_ place: Int) -> UInt8 { place >= 0 && place < bytes.count ? bytes[place] : 0 }

  func isSpace(_ place: Int) -> Bool { byte(place) == 0x20 || (0x09...0x0D).contains(byte(place)) }

  func afterSpaces(_ place: Int) -> Int {
    var place = place
    while isSpace(place) { place += 1 }
    return place
  }

  /// Whether the bytes at `place` are `a`, `b`, `c`.
  private func has(_ place: Int, _ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    byte(place) == a && byte(place + 1) == b && byte(place + 2) == c
  }

  /// Whether an opening quotation mark or bracket stands at `place`, which keeps hold of the next word.
  func opens(_ place: Int) -> Bool {
    switch byte(place) {
    case 0xC2: byte(place + 1) == 0xAB  // «
    case 0xE2: has(place, 0xE2, 0x80, 0x9C) || has(place, 0xE2, 0x80, 0xB9)  // “ ‹
    case 0x28, 0x5B: true  // ( [
    case 0xE3: has(place, 0xE3, 0x80, 0x8C) || has(place, 0xE3, 0x80, 0x8E)  // 「 『
    default: false
    }
  }

  /// Whether what stands at `place` must not begin a line.
  func clingsToTheLeft(_ place: Int) -> Bool {
    switch byte(place) {
    case 0x21, 0x25, 0x29, 0x3A, 0x3B, 0x3F, 0x5D: true  // ! % ) : ; ? ]
    case 0xC2: byte(place + 1) == 0xBB || byte(place + 1) == 0xA0  // » and the no-break space
    case 0xE2:
      // ” › and the narrow no-break space; € only after its figure.
      has(place, 0xE2, 0x80, 0x9D) || has(place, 0xE2, 0x80, 0xBA) || has(place, 0xE2, 0x80, 0xAF)
        || has(place, 0xE2, 0x82, 0xAC) && !(0x30...0x39).contains(byte(place + 3))
    case 0xE3:  // 、 。 」 』
      byte(place + 1) == 0x80 && [0x81, 0x82, 0x8D, 0x8F].contains(byte(place + 2))
    case 0xEF:  // ！ ） ， ？
      byte(place + 1) == 0xBC && [0x81, 0x89, 0x8C, 0x9F].contains(byte(place + 2))
    default: false
    }
  }

  /// Whether a line may end between the glyph at `place` and the one at `next`, which is no space.
  ///
  /// A hyphen needs two letters on either side: "va-t-il" and "B-52" are better left whole.
  func breaksAfter(_ place: Int, _ next: Int) -> Bool {
    guard byte(place) == 0x2D || has(place, 0xE2, 0x80, 0x90) || has(place, 0xE2, 0x80, 0x94) else { return false }
    return isLetter(place - 1) && isLetter(place - 2) && isLetter(next) && isLetter(next + 1)
  }

  private func isLetter(_ place: Int) -> Bool {
    let byte = byte(place)
    return byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
  }

  /// The columns of the glyph at `place`, and where the next one starts.
  func cluster(_ place: Int) -> (columns: Int, next: Int) {
    if let next = simple(place) { return (1, next) }
    let (glyph, next) = glyph(place)
    return (glyph.columns, next)
  }

  /// Where the glyph after the one at `place` starts, if that is a Latin letter or common mark of one column.
  private func simple(_ place: Int) -> Int? {
    let first = byte(place)
    let next: Int
    switch first {
    case 0x20..<0x7F: next = place + 1
    case 0xC3...0xC9: next = place + 2
    case 0xC2:
      guard byte(place + 1) >= 0xA0, byte(place + 1) != 0xAD else { return nil }
      next = place + 2
    case 0xE2:  // ‐ to … : dashes, quotation marks, ellipsis
      guard byte(place + 1) == 0x80, (0x90...0xA6).contains(byte(place + 2)) else { return nil }
      next = place + 3
    default: return nil
    }
    // What follows must not join it: combining marks start at CC 80, joiners at E2 80 8C; the soft hyphen is C2 AD.
    let after = byte(next)
    if after < 0xCC { return after == 0xC2 && byte(next + 1) == 0xAD ? nil : next }
    if after == 0xE2, byte(next + 1) == 0x80, byte(next + 2) > 0x8D || byte(next + 2) < 0x8C { return next }
    return nil
  }

  /// The glyph at `place`, and where the next one starts.
  func glyph(_ place: Int) -> (Glyph, Int) {
    if (0x20..<0x7F).contains(byte(place)), simple(place) != nil {
      return (Glyph(GlyphScalars(Unicode.Scalar(byte(place))), columns: 1), place + 1)
    }
    var glyphs = PlacedGlyphs(utf8: slice[place...])
    guard let found = glyphs.next() else { return (.space, place + 1) }
    return (found.glyph, place + found.length)
  }
}
