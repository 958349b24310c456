/// How the bytes of a text stand for characters, as far as it is told by name.
///
/// Names and tables are those of the WHATWG's Encoding Standard, by which what calls itself ISO-8859-1 or ASCII is
/// Windows-1252: so do mail programs and browsers take it.
public enum Charset: Sendable, CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252, latin9, macRoman, windows1250, latin2

  /// The charset that `label` names, in any case; `nil` if it is none of these.
  public init?(label: some StringProtocol) {
    switch label.lowercased().filter({ !$0.isWhitespace && $0 != "\"" && $0 != "'" }) {
    case "utf-8", "utf8", "unicode-1-1-utf-8": self = .utf8
    case "utf-16", "utf-16le", "unicode", "ucs-2", "iso-10646-ucs-2": self = .utf16LittleEndian
    case "utf-16be", "unicodefffe": self = .utf16BigEndian
    case "us-ascii", "ascii", "ansi_x3.4-1968", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1",
      "windows-1252", "cp1252", "x-cp1252", "cp819", "ibm819":
      self = .windows1252
    case "iso-8859-15", "iso8859-15", "iso_8859-15", "latin9", "latin-9", "l9": self = .latin9
    case "macintosh", "mac", "x-mac-roman", "csmacintosh": self = .macRoman
    case "windows-1250", "cp1250", "x-cp1250": self = .windows1250
    case "iso-8859-2", "iso8859-2", "latin2", "l2": self = .latin2
    default: return nil
    }
  }

  /// The byte order of UTF-16 that has no mark, if `bytes` begin like that: in Latin text every other byte is 0.
  public static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> Charset? {
    let sample = bytes.prefix(512)
    guard sample.count >= 4, hasZero(sample) else { return nil }
    var zeros = [0, 0]
    for (i, byte) in sample.enumerated() where byte == 0 { zeros[i % 2] += 1 }
    let half = sample.count / 2
    if zeros[0] == 0, zeros[1] * 10 >= half * 7 { return .utf16LittleEndian }
    if zeros[1] == 0, zeros[0] * 10 >= half * 7 { return .utf16BigEndian }
    return nil
  }

  /// Whether a byte is 0; eight are looked at together, since every text is asked for it and nearly none has one.
  private static func hasZero(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var i = 0
      while i + 8 <= bytes.count {
        let eight = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // A byte of 0 borrows when 1 is taken off.
        if (eight &- 0x0101_0101_0101_0101) & ~eight & 0x8080_8080_8080_8080 != 0 { return true }
        i += 8
      }
      return bytes[i...].contains(0)
    }
  }

  /// `bytes` as UTF-8; what stands for no character becomes U+FFFD.
  public func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
    switch self {
    case .utf8: Array(String(decoding: bytes, as: UTF8.self).utf8)
    case .utf16LittleEndian, .utf16BigEndian: utf16(Array(bytes))
    case .windows1252, .latin9, .macRoman, .windows1250, .latin2: single(bytes)
    }
  }

  private func utf16(_ bytes: [UInt8]) -> [UInt8] {
    let (high, low) = self == .utf16BigEndian ? (0, 1) : (1, 0)
    let units = stride(from: 0, to: bytes.count & ~1, by: 2).lazy.map { i in
      UInt16(bytes[i + high]) << 8 | UInt16(bytes[i + low])
    }
    return Array(String(decoding: Array(units), as: UTF16.self).utf8)
  }

  private func single(_ bytes: some Collection<UInt8>) -> [UInt8] {
    let upper = upperHalf
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        text.append(contentsOf: UTF8.encode(upper[Int(byte - 0x80)]) ?? UTF8.encodedReplacementCharacter)
      }
    }
    return text
  }

  /// The characters of the bytes from 0x80 on.
  private var upperHalf: [Unicode.Scalar] {
    let latin1 = (UInt8(0x80)...0xFF).map { Unicode.Scalar($0) }
    switch self {
    case .windows1252: return Self.windowsUpperHalf
    case .latin9:
      let changes: [(Int, Unicode.Scalar)] = [
        (0xA4, "€"), (0xA6, "Š"), (0xA8, "š"), (0xB4, "Ž"), (0xB8, "ž"), (0xBC, "Œ"), (0xBD, "œ"), (0xBE, "Ÿ"),
      ]
      return changes.reduce(into: latin1) { $0[$1.0 - 0x80] = $1.1 }
    case .macRoman: return Array(Self.macRomanWords.unicodeScalars)
    case .windows1250: return Array(Self.windows1250Words.unicodeScalars)
    case .latin2: return latin1.prefix(0x20) + Array(Self.latin2Words.unicodeScalars)
    case .utf8, .utf16LittleEndian, .utf16BigEndian: return latin1
    }
  }
}

// MARK: - The tables

extension Charset {
  private static let windowsUpperHalf = Array(windows1252Words.unicodeScalars)
  private static let windows1252Words =
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ\u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·"
    + "¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîï"
    + "ðñòóôõö÷øùúûüýþÿ"
  private static let macRomanWords =
    "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑"
    + "∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ"
    + "\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
  private static let windows1250Words =
    "€\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·"
    + "¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîď"
    + "đńňóôőö÷řůúűüýţ˙"
  private static let latin2Words =
    "\u{A0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{AD}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×"
    + "ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙"
}
