/// The text of a story: UTF-8 bytes, kept once; everything else points into them with spans.
public struct StoryText: Sendable {
  /// The decoded text as valid UTF-8, without a byte order mark, line ends as in the file.
  public let bytes: [UInt8]
  /// What the file's bytes were.
  public let encoding: Encoding

  /// Whether its first paragraph is known to be its headline, by what the file says beside the words.
  public let hasHeadline: Bool

  /// How a file's bytes stand for characters.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// The fallback for bytes that are no UTF-8: never an error, so possibly wrong.
    case windows1252 = "Windows-1252"
  }

  /// Makes a text of bytes that must be valid UTF-8.
  public init(bytes: [UInt8], encoding: Encoding = .utf8, hasHeadline: Bool = false) {
    self.bytes = bytes
    self.encoding = encoding
    self.hasHeadline = hasHeadline
  }

  /// The characters of `span`, as they stand in the text.
  public func string(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// A number that another text is most unlikely to have.
  public var fingerprint: UInt64 { Stories.fingerprint(bytes[...]) }
}

/// A number that other bytes are most unlikely to have: the 64 bits of FNV-1a (Fowler, Noll, Vo).
public func fingerprint(_ bytes: ArraySlice<UInt8>) -> UInt64 {
  bytes.withUnsafeBufferPointer { bytes in
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
