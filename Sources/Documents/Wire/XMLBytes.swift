import Stories

/// The bytes of an XML document as UTF-8 that XML allows, whatever it is written in and says that it is written in.
///
/// Bytes that are not what is declared are taken for Windows-1252, and control characters for spaces: feeds have both, and a
/// strict reader would leave out all that follows.
final class XMLBytes {
  private let stream: ByteStream
  private var charset = Charset.utf8
  /// Bytes of a character that is not whole yet.
  private var rest: [UInt8] = []

  init(_ stream: ByteStream) { self.stream = stream }

  /// Finds out what the document is written in, by its mark and its declaration.
  func start() throws(DocumentProblem) {
    let head = try stream.peek(400)
    if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      _ = try stream.read(3)
    } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0, 0x3F, 0]) {
      charset = .utf16LittleEndian
    } else if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C, 0, 0x3F]) {
      charset = .utf16BigEndian
    } else {
      let end = head.firstIndex(of: 0x3E) ?? head.endIndex
      let declaration = String(decoding: head[..<end], as: UTF8.self)
      if let key = declaration.place(of: "encoding") {
        let value = declaration[key.upperBound...].drop { $0 == " " || $0 == "=" }
        if let quote = value.first, quote == "\"" || quote == "'",
          let charset = Charset(label: value.dropFirst().prefix { $0 != quote }),
          // The declaration could not be read if it were.
          charset != .utf16LittleEndian, charset != .utf16BigEndian
        {
          self.charset = charset
        }
      }
    }
  }

  /// The next bytes; none at the end.
  func next() throws(DocumentProblem) -> [UInt8] {
    while true {
      let block = try stream.read(1 << 16)
      if block.isEmpty, rest.isEmpty { return [] }
      var text = decode(rest + block, isLast: block.isEmpty)
      for (i, byte) in text.enumerated() where byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D {
        text[i] = 0x20
      }
      if !text.isEmpty { return text }
    }
  }

  private func decode(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    switch charset {
    case .utf8:
      var end = bytes.count
      if !isLast {
        // A first byte among the last three, of a character that is longer than what is there.
        for back in 1...3 where back <= bytes.count {
          let byte = bytes[bytes.count - back]
          if byte & 0xC0 == 0x80 { continue }
          let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
          if length > back { end = bytes.count - back }
          break
        }
      }
      rest = Array(bytes[end...])
      return Self.valid(bytes[..<end])
    case .utf16LittleEndian, .utf16BigEndian:
      var end = bytes.count & ~1
      let high = charset == .utf16BigEndian ? end - 2 : end - 1
      if !isLast, end >= 2, bytes[high] & 0xFC == 0xD8 { end -= 2 }
      rest = isLast ? [] : Array(bytes[end...])
      var text = charset.decode(bytes[..<end])
      if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
      return text
    default:
      rest = []
      return charset.decode(bytes)
    }
  }

  /// `bytes` as valid UTF-8; those that are not stand for what they are in Windows-1252.
  private static func valid(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if String(validating: bytes, as: UTF8.self) != nil { return Array(bytes) }
    var text: [UInt8] = []
    var i = bytes.startIndex
    while i < bytes.endIndex {
      let byte = bytes[i]
      let length = byte < 0x80 ? 1 : byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
      let character = bytes[i..<min(bytes.endIndex, i + length)]
      if byte < 0x80 || String(validating: character, as: UTF8.self) != nil {
        text += character
        i += character.count
      } else {
        text += Charset.windows1252.decode([byte])
        i += 1
      }
    }
    return text
  }
}
