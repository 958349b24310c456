/// The scalars of a glyph: one, and the marks that combine with it; five at most, as a cell of ncurses holds them.
///
/// They stand in two numbers, so that cells are made, copied and compared without a look into strings: a screen has thousands.
public struct GlyphScalars: Hashable, Sendable {
  /// The first three, 21 bits each from the lowest on, and the other two; 0 for none.
  private var low: UInt64
  private var high: UInt64

  /// How many there are at most.
  public static let most = 5

  /// A space.
  public static let space = GlyphScalars(" ")

  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// Makes those of a glyph of one scalar.
  @inline(__always) public init(_ scalar: Unicode.Scalar) { (low, high) = (UInt64(scalar.value), 0) }

  /// Makes those of `character`; scalars beyond the fifth are left out.
  public init(cluster character: Character) {
    (low, high) = (0, 0)
    for (place, scalar) in character.unicodeScalars.prefix(Self.most).enumerated() {
      let value = UInt64(scalar.value)
      if place < 3 {
        low |= value << (UInt64(place) * Self.bits)
      } else {
        high |= value << (UInt64(place - 3) * Self.bits)
      }
    }
  }

  /// The first scalar.
  @inline(__always) public var first: Unicode.Scalar { Unicode.Scalar(UInt32(low & Self.mask)) ?? "\u{FFFD}" }

  /// Whether there is only one.
  @inline(__always) public var isSingle: Bool { low >> Self.bits == 0 }

  /// The byte of a glyph that is a character of ASCII.
  @inline(__always) public var ascii: UInt8? { low < 0x80 ? UInt8(truncatingIfNeeded: low) : nil }

  /// A number that tells nearly all glyphs apart.
  @inline(__always) public var digest: UInt64 { low ^ high &* 0x9E37_79B9_7F4A_7C15 }

  /// All scalars.
  public var all: [Unicode.Scalar] {
    let values = [low, low >> Self.bits, low >> (2 * Self.bits), high, high >> Self.bits].map { UInt32($0 & Self.mask) }
    return values.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
  }

  /// The glyph as text.
  public var character: Character {
    if isSingle { return Character(first) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: all)
    return Character(String(text))
  }
}
