/// Text as it is put together from the pieces of a page, with white space as a reader sees it.
struct InlineText {
  /// What is there so far, in UTF-8.
  private var bytes: [UInt8] = []
  /// White space that shows if something follows.
  private var pending: UInt8?
  /// How many bytes of it stand in links.
  private(set) var linked = 0

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }

  /// Adds a piece of text.
  mutating func add(_ text: String, isLinked: Bool = false, keepsLines: Bool = false) {
    let before = bytes.count
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where keepsLines, 0x2028 where keepsLines: newLine()
      case 0x20, 0x09...0x0D, 0x85, 0x1680, 0x2000...0x200A, 0x205F, 0x3000, 0x2028, 0x2029:
        if pending == nil, !bytes.isEmpty { pending = 0x20 }
      // What nobody sees: controls, hyphens that show only at the end of a line, marks of direction, joiners of width zero.
      case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x2064, 0x2066...0x206F,
        0xFEFF,
        0xFFF9...0xFFFB, 0xFFFC, 0xE0000...0xE0FFF:
        break
      default:
        settle()
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    if isLinked { linked += bytes.count - before }
  }

  /// Begins a new line within the text.
  mutating func newLine() { if !bytes.isEmpty { pending = 0x0A } }

  private mutating func settle() {
    if let space = pending {
      bytes.append(space)
      pending = nil
    }
  }

  /// Whether the line that has just ended reads like a paragraph: long, and with the end of a sentence at its end.
  var endsLikeParagraph: Bool {
    let line = bytes[((bytes.lastIndex(of: 0x0A) ?? -1) + 1)...]
    guard line.count >= 60 else { return false }
    let text = String(decoding: line.suffix(8), as: UTF8.self)
    guard let last = text.last(where: { !"\"”’»)' \u{A0}\u{202F}".contains($0) }) else { return false }
    return ".!?…:".contains(last)
  }

  /// Hands over the text and begins anew.
  mutating func take() -> (text: String, linked: Int) {
    defer { self = InlineText() }
    return (NarrowSpaces.settled(String(decoding: bytes, as: UTF8.self)), linked)
  }
}

/// Spaces that do not break a line.
enum NarrowSpaces {
  /// `text` with such spaces only where typography wants them: within « », before : ; ! ? %, signs of currencies, and between
  /// digits, as in French; all others are common spaces, and no two follow each other.
  static func settled(_ text: String) -> String {
    guard text.utf8.contains(0xC2) || text.utf8.contains(0xE2) else { return text }
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: isNarrow) else { return text }
    var kept = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      guard isNarrow(scalar) else {
        if scalar == " ", let last = kept.last, last == " " || isNarrow(last) { continue }
        kept.append(scalar)
        continue
      }
      let before = kept.last
      let after = index + 1 < scalars.count ? scalars[index + 1] : nil
      if before.map({ $0 == " " || $0 == "\n" || isNarrow($0) }) ?? true || after == nil || after == "\n" { continue }
      kept.append(isWanted(before!, after!) ? scalar : " ")
    }
    return String(kept)
  }

  private static func isNarrow(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{A0}" || scalar == "\u{202F}" }

  private static func isWanted(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    before == "«" || "»:;!?%‰€$£¥".unicodeScalars.contains(after)
      || 0x30...0x39 ~= before.value && 0x30...0x39 ~= after.value
  }
}
