import Stories

/// From a file's bytes to a story's text.
enum Decoding {
  /// The text in `bytes`: UTF-8 with or without byte order mark, UTF-16 by its mark or its pattern of zero bytes, else
  /// Windows-1252.
  ///
  /// Throws `ReadingError.empty` if there is nothing but white space, `.binary` if the bytes are no text.
  static func text(_ bytes: [UInt8]) throws(ReadingError) -> StoryText {
    // Some systems fill their files with NULs.
    var bytes = bytes
    if bytes.last == 0, Charset.unmarkedUTF16(bytes[...]) == nil, bytes.first != 0xFF, bytes.first != 0xFE {
      while bytes.count > 1, bytes.last == 0 { bytes.removeLast() }
    }
    let text = decode(bytes)
    guard text.bytes.contains(where: { $0 > 0x20 && $0 != 0x7F }) else {
      throw bytes.contains { $0 < 0x20 && ($0 < 0x09 || $0 > 0x0D) } ? .binary : .empty
    }
    if isBinary(text.bytes) { throw .binary }
    return text
  }

  private static func decode(_ bytes: [UInt8]) -> StoryText {
    if bytes.count >= 2 {
      switch (bytes[0], bytes[1]) {
      case (0xEF, 0xBB) where bytes.count >= 3 && bytes[2] == 0xBF: return decode(Array(bytes.dropFirst(3)))
      case (0xFF, 0xFE): return utf16(bytes.dropFirst(2), .utf16LittleEndian)
      case (0xFE, 0xFF): return utf16(bytes.dropFirst(2), .utf16BigEndian)
      default: break
      }
    }
    if let charset = Charset.unmarkedUTF16(bytes[...]) { return utf16(bytes[...], charset) }
    // A string is made only of what is more than ASCII.
    if isASCII(bytes) || String(validating: bytes, as: UTF8.self) != nil {
      return StoryText(bytes: bytes, encoding: .utf8)
    }
    if isDamagedUTF8(bytes) {
      return StoryText(bytes: Array(String(decoding: bytes, as: UTF8.self).utf8), encoding: .utf8)
    }
    return StoryText(bytes: Charset.windows1252.decode(bytes), encoding: .windows1252)
  }

  /// Whether bytes are UTF-8 but for a few: cut within the last character, or far more whole characters than broken ones.
  ///
  /// In Windows-1252 a letter with an accent hardly ever stands before the very byte that would make UTF-8 of it.
  private static func isDamagedUTF8(_ bytes: [UInt8]) -> Bool {
    var whole = 0
    var broken = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      guard byte >= 0x80 else {
        i += 1
        continue
      }
      let length = byte >= 0xF0 && byte < 0xF8 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 0
      let end = min(bytes.count, i + max(1, length))
      let goesOn = length > 0 && bytes[i + 1..<end].allSatisfy { $0 & 0xC0 == 0x80 }
      if goesOn, i + length <= bytes.count {
        whole += 1
      } else if !(goesOn && end == bytes.count) {
        broken += 1
      }
      i = goesOn ? end : i + 1
    }
    return broken == 0 || whole >= broken * 3
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, _ charset: Charset) -> StoryText {
    StoryText(bytes: charset.decode(bytes), encoding: .utf16)
  }

  private static func isASCII(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var i = 0
      var all: UInt64 = 0
      while i + 8 <= bytes.count {
        all |= bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        i += 8
      }
      return all & 0x8080_8080_8080_8080 == 0 && bytes[i...].allSatisfy { $0 < 0x80 }
    }
  }

  /// Whether a text holds what no text holds: a NUL, or many control characters.
  ///
  /// Wires end their stories with a few control characters, so some are let pass.
  private static func isBinary(_ text: [UInt8]) -> Bool {
    var controls = 0
    var hasZero = false
    text.withUnsafeBytes { bytes in
      var i = 0
      while i < bytes.count {
        // Eight bytes at a time: a byte below a space is one that borrows when spaces are taken off.
        if i + 8 <= bytes.count {
          let eight = bytes.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          if (eight &- 0x2020_2020_2020_2020) & ~eight & 0x8080_8080_8080_8080 == 0 {
            i += 8
            continue
          }
        }
        let end = min(i + 8, bytes.count)
        while i < end {
          switch bytes[i] {
          case 0: hasZero = true
          case 0x09, 0x0A, 0x0C, 0x0D, 0x20...: break
          default: controls += 1
          }
          i += 1
        }
      }
    }
    return hasZero || controls > 8 && controls * 20 > text.count
  }
}
