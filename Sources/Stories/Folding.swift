/// Letters as a search compares them: without case and accents, œ as oe, every apostrophe and dash alike.
public enum Folding {
  /// One scalar of a text, folded.
  public struct Step: Sendable {
    /// What it is compared as, 0 for nothing: a combining mark.
    public var first: UInt32
    /// The second letter of a ligature, else 0.
    public var second: UInt32
    /// The bytes of the scalar.
    public var bytes: Int

    @inlinable init(first: UInt32, second: UInt32, bytes: Int) {
      (self.first, self.second, self.bytes) = (first, second, bytes)
    }
  }

  /// What any white space is compared as.
  @inlinable public static var space: UInt32 { 0x20 }

  /// U+00C0 to U+017F as plain letters; a full stop stands for itself, a digit for the ligatures below.
  private static let latin: [UInt8] = Array(
    ("aaaaaa1ceeeeiiiidnooooo.ouuuuy32aaaaaa1ceeeeiiiidnooooo.ouuuuy3y"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii44jjkkklllllllllln"
      + "nnnnnnnnoooooo55rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
  private static let ligatures: [(UInt32, UInt32)] = [
    (0x61, 0x65), (0x73, 0x73), (0x74, 0x68), (0x69, 0x6A), (0x6F, 0x65),
  ]

  /// Folds the scalar that starts at `place` of `bytes`, valid UTF-8.
  @inlinable public static func step(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Step {
    let byte = bytes[place]
    if byte < 0x80 {
      if (0x41...0x5A).contains(byte) { return Step(first: UInt32(byte | 0x20), second: 0, bytes: 1) }
      return Step(first: byte <= 0x20 ? space : UInt32(byte), second: 0, bytes: 1)
    }
    let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
    var scalar = UInt32(byte) & (0x7F >> UInt32(count))
    for offset in 1..<count { scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F) }
    let (first, second) = fold(scalar)
    return Step(first: first, second: second, bytes: count)
  }

  @usableFromInline static func fold(_ scalar: UInt32) -> (UInt32, UInt32) {
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000, 0x2028, 0x2029: return (space, 0)
    case 0x2018, 0x2019, 0x201B, 0x02BC: return (0x27, 0)
    case 0x201C...0x201F, 0xAB, 0xBB: return (0x22, 0)
    case 0x2010...0x2015, 0x2212: return (0x2D, 0)
    case 0x300...0x36F, 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return (0, 0)
    case 0xC0..<0xC0 + UInt32(latin.count):
      let plain = latin[Int(scalar - 0xC0)]
      if (0x31...0x35).contains(plain) { return ligatures[Int(plain - 0x31)] }
      return (plain == 0x2E ? scalar : UInt32(plain), 0)
    // ff, fi, fl and st, as printers set them; of three letters there is no room for the last.
    case 0xFB00: return (0x66, 0x66)
    case 0xFB01: return (0x66, 0x69)
    case 0xFB02: return (0x66, 0x6C)
    case 0xFB05, 0xFB06: return (0x73, 0x74)
    default:
      guard let value = Unicode.Scalar(scalar) else { return (scalar, 0) }
      return (value.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar, 0)
    }
  }

  /// `text` folded, with single spaces; what a search compares against.
  public static func pattern(_ text: String) -> [UInt32] {
    var result: [UInt32] = []
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let step = step(bytes, place)
        if step.first != 0, step.first != space || result.last != space { result.append(step.first) }
        if step.second != 0 { result.append(step.second) }
        place += step.bytes
      }
    }
    return result
  }
}
