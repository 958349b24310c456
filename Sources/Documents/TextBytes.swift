import Stories

/// The characters of bytes that say, or do not say, how they are written.
enum TextBytes {
  /// `bytes` as text, without a byte order mark and with LF as its only line end.
  ///
  /// A mark at the start counts before what is declared, and so does UTF-8 that is valid and not ASCII: programs that declare
  /// something else are wrong far more often than such bytes occur by chance.
  static func string(_ bytes: some Collection<UInt8>, declared: Charset?) -> String {
    var text = decode(bytes, declared: declared)
    if declared == .latin9 || declared == .latin2,
      text.unicodeScalars.contains(where: { (0x80..<0xA0).contains($0.value) })
    {
      // Windows wrote it: there these are quotation marks and dashes.
      text = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { scalar in
            guard (0x80..<0xA0).contains(scalar.value) else { return scalar }
            let windows = Charset.windows1252.decode([UInt8(scalar.value)])
            return String(decoding: windows, as: UTF8.self).unicodeScalars.first!
          }))
    }
    return text.utf8.contains(0x0D) ? withPlainLineEnds(text) : text
  }

  private static func withPlainLineEnds(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterReturn = false
    for byte in text.utf8 {
      if byte == 0x0D { bytes.append(0x0A) } else if byte != 0x0A || !isAfterReturn { bytes.append(byte) }
      isAfterReturn = byte == 0x0D
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func decode(_ bytes: some Collection<UInt8>, declared: Charset?) -> String {
    for (mark, charset): ([UInt8], Charset) in [
      ([0xEF, 0xBB, 0xBF], .utf8), ([0xFF, 0xFE], .utf16LittleEndian), ([0xFE, 0xFF], .utf16BigEndian),
    ] where bytes.starts(with: mark) {
      return String(decoding: charset.decode(Array(bytes.dropFirst(mark.count))), as: UTF8.self)
    }
    if declared != .utf16LittleEndian, declared != .utf16BigEndian,
      let text = String(validating: bytes, as: UTF8.self)
    {
      return text
    }
    if declared == .utf8 {
      // A character that was cut in two does not make the rest something else.
      let text = String(decoding: bytes, as: UTF8.self)
      if text.unicodeScalars.lazy.filter({ $0 == "\u{FFFD}" }).count * 3
        < text.unicodeScalars.lazy.filter({ !$0.isASCII }).count
      {
        return text
      }
    }
    let charset = declared == .utf8 ? nil : declared
    return String(decoding: (charset ?? .windows1252).decode(bytes), as: UTF8.self)
  }
}
