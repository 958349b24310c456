/// Cuts UTF-8 into glyphs, from whatever holds the bytes.
struct GlyphScanner<Bytes: Collection> where Bytes.Element == UInt8 {
  /// More marks than these would not reach the screen.
  static var mostMarks: Int { GlyphScalars.most - 1 }

  private let bytes: Bytes
  private var index: Bytes.Index
  private var offset: Int

  init(_ bytes: Bytes, at offset: Int) {
    self.bytes = bytes
    index = bytes.startIndex
    self.offset = offset
  }

  /// The next glyph.
  mutating func next() -> PlacedGlyph? {
    guard index != bytes.endIndex else { return nil }
    let first = bytes[index]
    if first < 0x80 {
      let after = bytes.index(after: index)
      let follower = after == bytes.endIndex ? 0 : bytes[after]
      if first >= 0x20, first != 0x7F {
        // Nothing below U+0080 combines, so most text takes this way out.
        if follower < 0x80 {
          index = after
          offset += 1
          return PlacedGlyph(
            glyph: Glyph(GlyphScalars(Unicode.Scalar(first)), columns: 1), offset: offset - 1, length: 1)
        }
      } else {
        let length = first == 0x0D && follower == 0x0A ? 2 : 1
        index = bytes.index(index, offsetBy: length)
        offset += length
        return PlacedGlyph(
          glyph: Glyph(character: Self.picture(ofControl: first), columns: 1), offset: offset - length, length: length)
      }
    }
    let start = offset
    guard let scalar = take() else {
      // As if the text had held `�` itself, as it does once it has been a string.
      let glyph = withMarks(on: "\u{FFFD}", first: nil, columns: 1)
      return PlacedGlyph(glyph: glyph, offset: start, length: offset - start)
    }
    let glyph = self.glyph(from: scalar)
    return PlacedGlyph(glyph: glyph, offset: start, length: offset - start)
  }

  /// The glyph that `scalar` begins; takes what belongs to it.
  private mutating func glyph(from scalar: Unicode.Scalar) -> Glyph {
    switch ScalarKind(scalar) {
    case .refused, .vowelOrTail: return .replacement
    case .hidden: return Glyph(character: Self.mark(for: scalar), columns: 1)
    case .space: return .space
    case .combining:
      return withMarks(on: "\u{25CC}", first: scalar, columns: 1)
    case .shown:
      let columns = CharacterWidth.columns(of: scalar)
      if scalar.isRegionalIndicator {
        return Glyph(GlyphScalars(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + 0x41)), columns: 1)
      }
      return withMarks(on: scalar, first: nil, columns: columns)
    }
  }

  /// `base` with the marks that follow in the text, after the mark that began it if there was no base in the text.
  private mutating func withMarks(on base: Unicode.Scalar, first: Unicode.Scalar?, columns: Int) -> Glyph {
    // Most letters stand alone, and then they are as good as their scalar.
    if first == nil, index == bytes.endIndex || bytes[index] < 0x80 {
      return Glyph(GlyphScalars(base), columns: columns)
    }
    var scalars = String.UnicodeScalarView()
    scalars.append(base)
    if let first { scalars.append(first) }
    var marks = first == nil ? 0 : 1
    following: while let (scalar, length) = peek(), scalar.value >= 0x80 {
      switch ScalarKind(scalar) {
      case .combining:
        advance(length)
        if marks < Self.mostMarks { scalars.append(scalar) }
        marks += 1
      case .vowelOrTail where base.isHangul:
        advance(length)
        if marks < Self.mostMarks { scalars.append(scalar) }
        marks += 1
      case .hidden:
        if scalar.value == 0xAD {
          advance(length)
          break following
        }
        guard takeSequence(after: base) else { break following }
      case .shown where scalar.properties.isEmojiModifier && base.properties.isEmojiModifierBase:
        advance(length)
      default: break following
      }
    }
    // What combines in one version of Unicode may stand alone in another: `Character` takes a single cluster only.
    let text = String(scalars)
    if marks == 0 || text.dropFirst().isEmpty { return Glyph(character: Character(text), columns: columns) }
    return Glyph(GlyphScalars(base), columns: columns)
  }

  /// Takes the invisible scalars that make a sequence with the visible `base`, and what they join to it.
  ///
  /// False, with nothing taken, where they make none: then they are strangers that must be seen.
  private mutating func takeSequence(after base: Unicode.Scalar) -> Bool {
    guard let (scalar, length) = peek() else { return false }
    switch scalar.value {
    case 0xFE0E, 0xFE0F:
      guard base.properties.isEmoji || base.isIdeograph else { return false }
      let place = (index, offset)
      advance(length)
      // Digits are emoji as keycaps only.
      if base.value < 0xA9, peek()?.0.value != 0x20E3 {
        (index, offset) = place
        return false
      }
      return true
    case 0xFE00...0xFE02, 0xE0100...0xE01EF:
      guard base.isIdeograph else { return false }
      advance(length)
      return true
    case 0x200D:
      guard base.isPictograph else { return false }
      let place = (index, offset)
      advance(length)
      guard let (joined, length) = peek(), joined.isPictograph else {
        (index, offset) = place
        return false
      }
      advance(length)
      if let (tone, length) = peek(), tone.properties.isEmojiModifier { advance(length) }
      return true
    case 0xE0020...0xE007E:
      guard base.value == 0x1F3F4 else { return false }
      let place = (index, offset)
      while let (tag, length) = peek(), 0xE0020...0xE007F ~= tag.value {
        advance(length)
        if tag.value == 0xE007F { return true }
      }
      (index, offset) = place
      return false
    default:
      return false
    }
  }

  private mutating func advance(_ length: Int) {
    index = bytes.index(index, offsetBy: length)
    offset += length
  }

  /// The scalar that comes next and its bytes, without taking it; `nil` at the end and where there is no UTF-8.
  private func peek() -> (Unicode.Scalar, Int)? {
    var ahead = self
    guard ahead.index != bytes.endIndex, let scalar = ahead.take() else { return nil }
    return (scalar, ahead.offset - offset)
  }

  /// Takes one scalar, or the bytes up to where the sequence breaks off and gives `nil`.
  private mutating func take() -> Unicode.Scalar? {
    let first = bytes[index]
    advance(1)
    var value: UInt32
    var left: Int
    // The second byte's bounds rule out overlong forms, surrogates and what is beyond Unicode (table 3-7 of its
    // standard), so that a broken sequence ends where every decoder ends it.
    var bounds: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return Unicode.Scalar(first)
    case 0xC2...0xDF: (value, left) = (UInt32(first & 0x1F), 1)
    case 0xE0...0xEF:
      (value, left) = (UInt32(first & 0x0F), 2)
      if first == 0xE0 { bounds = 0xA0...0xBF }
      if first == 0xED { bounds = 0x80...0x9F }
    case 0xF0...0xF4:
      (value, left) = (UInt32(first & 0x07), 3)
      if first == 0xF0 { bounds = 0x90...0xBF }
      if first == 0xF4 { bounds = 0x80...0x8F }
    default: return nil
    }
    while left > 0 {
      guard index != bytes.endIndex, bounds ~= bytes[index] else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
      bounds = 0x80...0xBF
      advance(1)
      left -= 1
    }
    return Unicode.Scalar(value)
  }

  static func picture(ofControl byte: UInt8) -> Character {
    switch byte {
    case 0x09, 0x0A, 0x0D: " "
    case 0x7F: "\u{2421}"
    default: Character(Unicode.Scalar(0x2400 + UInt16(byte))!)
    }
  }

  /// The visible mark of an invisible scalar: neutral in direction and one column wide in every locale.
  static func mark(for scalar: Unicode.Scalar) -> Character {
    switch scalar.value {
    case 0x200E, 0x202A, 0x202D, 0x2066, 0x2068: "\u{21E2}"
    case 0x200F, 0x061C, 0x202B, 0x202E, 0x2067: "\u{21E0}"
    case 0x202C, 0x2069: "\u{21E1}"
    default: "\u{237D}"
    }
  }
}

extension Glyph {
  /// What stands for bytes and scalars that have no meaning here.
  static let replacement = Glyph(character: "\u{FFFD}", columns: 1)
}
