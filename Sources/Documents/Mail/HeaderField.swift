import Stories

/// What the fields of a message say, whose words and parameters are encoded in ways of their own.
enum HeaderField {
  /// The words of a field: unfolded, with encoded words (RFC 2047) decoded, white space as single spaces, and without what is
  /// no character.
  static func words(_ field: [UInt8]) -> String {
    // Nothing is encoded in most.
    if field.place(of: "=?") == nil, field.allSatisfy({ $0 < 0x80 }) {
      return PlainParagraphs.words(String(decoding: field, as: UTF8.self))
    }
    var text = ""
    var left = field[...]
    var plain: [UInt8] = []
    // Bytes of one character may be in two encoded words, so neighbours in one charset are decoded together.
    var encoded: [UInt8] = []
    var charset: String?
    func flushEncoded() {
      if let name = charset { text += TextBytes.string(encoded, declared: Charset(label: name)) }
      charset = nil
      encoded = []
    }
    func flushPlain() {
      if plain.isEmpty { return }
      // White space between encoded words is none.
      if charset != nil, plain.allSatisfy({ $0 <= 0x20 }) { return }
      flushEncoded()
      text += TextBytes.string(plain, declared: nil)
      plain = []
    }
    while let byte = left.first {
      guard byte == 0x3D, let word = EncodedWord(left) else {
        plain.append(byte)
        left.removeFirst()
        continue
      }
      let isFirst = charset == nil
      if isFirst || !plain.allSatisfy({ $0 <= 0x20 }) { flushPlain() }
      plain = []
      if charset != word.charset { flushEncoded() }
      charset = word.charset
      encoded += word.bytes
      left = left[word.end...]
    }
    if charset != nil, !plain.isEmpty {
      flushEncoded()
      text += TextBytes.string(plain, declared: nil)
    } else {
      flushPlain()
      flushEncoded()
    }
    return text.split { $0.isWhitespace || $0.isNewline || $0.unicodeScalars.allSatisfy { $0.value < 0x20 } }
      .joined(separator: " ")
  }

  /// The parameters after the first semicolon of a field, by their names in lower case: continued and encoded ones
  /// (RFC 2231), and, since mail programs write them, encoded words in quotes.
  static func parameters(_ field: [UInt8]) -> [String: String] {
    var pieces: [String: [(order: Int, isEncoded: Bool, value: [UInt8])]] = [:]
    for piece in split(field).dropFirst() {
      guard let sign = piece.firstIndex(of: 0x3D) else { continue }
      let name = String(decoding: piece[..<sign].filter { $0 > 0x20 }, as: UTF8.self).lowercased()
      var value = Array(piece[(sign + 1)...].drop { $0 <= 0x20 }.trimmedLine)
      if value.first == 0x22 { value = unquoted(value) }
      var parts = name.split(separator: "*", omittingEmptySubsequences: false)
      let base = String(parts.removeFirst())
      let isEncoded = parts.last == ""
      let order = parts.first.flatMap { Int($0) } ?? 0
      pieces[base, default: []].append((order, isEncoded, value))
    }
    return pieces.compactMapValues { pieces in
      var charset: String?
      var bytes: [UInt8] = []
      for (i, piece) in pieces.sorted(by: { $0.order < $1.order }).enumerated() {
        guard piece.isEncoded else {
          bytes += piece.value
          continue
        }
        var value = piece.value[...]
        let marks = value.indices.filter { value[$0] == 0x27 }
        if i == 0, marks.count >= 2 {
          charset = String(decoding: value[..<marks[0]], as: UTF8.self)
          value = value[(marks[1] + 1)...]
        }
        bytes += unescaped(value, mark: 0x25)
      }
      if let charset { return TextBytes.string(bytes, declared: Charset(label: charset)) }
      return words(bytes)
    }
  }

  /// `field` at its semicolons, but those in quotes.
  private static func split(_ field: [UInt8]) -> [ArraySlice<UInt8>] {
    var pieces: [ArraySlice<UInt8>] = []
    var start = 0
    var isQuoted = false
    var i = 0
    while i < field.count {
      switch field[i] {
      case 0x5C where isQuoted: i += 1
      case 0x22: isQuoted.toggle()
      case 0x3B where !isQuoted:
        pieces.append(field[start..<i])
        start = i + 1
      default: break
      }
      i += 1
    }
    return pieces + [field[start...]]
  }

  private static func unquoted(_ value: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in value.dropFirst() {
      if isEscaped {
        bytes.append(byte)
        isEscaped = false
      } else if byte == 0x5C {
        isEscaped = true
      } else if byte == 0x22 {
        break
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// `value` with `mark` and two hexadecimal digits as the byte that they mean.
  fileprivate static func unescaped(_ value: ArraySlice<UInt8>, mark: UInt8) -> [UInt8] {
    var bytes: [UInt8] = []
    var left = value
    while let byte = left.popFirst() {
      if byte == mark, let high = left.first.flatMap(hexadecimal), let low = left.dropFirst().first.flatMap(hexadecimal)
      {
        bytes.append(high << 4 | low)
        left.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

/// An encoded word, such as "=?utf-8?q?caf=C3=A9?=".
private struct EncodedWord {
  var charset: String
  var bytes: [UInt8]
  /// Where it ends.
  var end: Int

  /// Reads the word at the start of `text`.
  init?(_ text: ArraySlice<UInt8>) {
    guard text.starts(with: [0x3D, 0x3F]) else { return nil }
    // No word is longer than a few lines.
    let text = text.prefix(2000)
    let marks = text.indices.dropFirst(2).lazy.filter { text[$0] == 0x3F }
    guard let first = marks.first, first > text.startIndex + 2, first + 2 < text.endIndex, text[first + 2] == 0x3F
    else {
      return nil
    }
    let start = first + 3
    guard let mark = text[start...].place(of: "?=") else { return nil }
    let content = text[start..<mark.lowerBound]
    let name = text[(text.startIndex + 2)..<first].prefix { $0 != 0x2A }
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    charset = String(decoding: name, as: UTF8.self)
    switch text[first + 1] | 0x20 {
    case 0x62: bytes = Base64.decode(content)
    case 0x71: bytes = HeaderField.unescaped(ArraySlice(content.map { $0 == 0x5F ? 0x20 : $0 }), mark: 0x3D)
    default: return nil
    }
    end = mark.upperBound
  }
}

/// Base64 as header words have it.
private enum Base64 {
  /// The bytes that `text` stands for; what is no digit is passed over.
  static func decode(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
