/// A value of JSON, as pages carry it.
///
/// Read leniently, since what stands in pages is often not quite JSON: control characters within strings, commas before a
/// closing bracket, and what comes after a broken place is left out instead of all of it.
indirect enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && $0.value == $1.value }
    default: false
    }
  }

  /// How deep values may lie within each other; what is deeper is `null`.
  static let depth = 64

  /// The value that `text` begins with; `nil` if it begins with none.
  init?(_ text: String) {
    var parser = Parser(bytes: Array(text.utf8))
    guard let value = parser.value(within: 0) else { return nil }
    self = value
  }

  /// The value of the first member of that name; `nil` if there is none, or this is no object.
  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The string that this is.
  var string: String? { if case .string(let string) = self { string } else { nil } }

  /// The elements of an array; of anything else, that.
  var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [self] } }

  private struct Parser {
    let bytes: [UInt8]
    var at = 0

    private mutating func next() -> UInt8? {
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      return at < bytes.count ? bytes[at] : nil
    }

    mutating func value(within depth: Int) -> JSONValue? {
      guard let first = next(), depth < JSONValue.depth else { return nil }
      switch first {
      case UInt8(ascii: "{"):
        at += 1
        return object(within: depth)
      case UInt8(ascii: "["):
        at += 1
        return array(within: depth)
      case UInt8(ascii: "\""):
        at += 1
        return .string(string())
      default: return word()
      }
    }

    private mutating func object(within depth: Int) -> JSONValue {
      var members: [(name: String, value: JSONValue)] = []
      while let byte = next() {
        if byte == UInt8(ascii: ",") {
          at += 1
          continue
        }
        guard byte == UInt8(ascii: "\"") else {
          if byte == UInt8(ascii: "}") { at += 1 } else { at = bytes.count }
          break
        }
        at += 1
        let name = string()
        guard next() == UInt8(ascii: ":") else {
          at = bytes.count
          break
        }
        at += 1
        guard let value = value(within: depth + 1) else {
          at = bytes.count
          break
        }
        members.append((name, value))
      }
      return .object(members)
    }

    private mutating func array(within depth: Int) -> JSONValue {
      var elements: [JSONValue] = []
      while let byte = next() {
        if byte == UInt8(ascii: ",") {
          at += 1
          continue
        }
        if byte == UInt8(ascii: "]") {
          at += 1
          break
        }
        guard let value = value(within: depth + 1) else {
          at = bytes.count
          break
        }
        elements.append(value)
      }
      return .array(elements)
    }

    private mutating func word() -> JSONValue? {
      let start = at
      while at < bytes.count, bytes[at] > 0x20, !",]}:".utf8.contains(bytes[at]) { at += 1 }
      let word = String(decoding: bytes[start..<at], as: UTF8.self)
      switch word {
      case "null": return .null
      case "true": return .bool(true)
      case "false": return .bool(false)
      default: return Double(word).map { .number($0) }
      }
    }

    /// The string whose opening mark has been read.
    private mutating func string() -> String {
      var text: [UInt8] = []
      while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
        guard bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.count else {
          text.append(bytes[at])
          at += 1
          continue
        }
        at += 2
        switch bytes[at - 1] {
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(0x20)
        case UInt8(ascii: "u"): text.append(contentsOf: UTF8.encode(escaped()) ?? UTF8.encodedReplacementCharacter)
        case let other: text.append(other)
        }
      }
      at += 1
      return String(decoding: text, as: UTF8.self)
    }

    /// The character after "\u", of two such if they are surrogates.
    private mutating func escaped() -> Unicode.Scalar {
      guard let unit = unit() else { return "\u{FFFD}" }
      if let scalar = Unicode.Scalar(unit) { return scalar }
      let mark = at
      if unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") {
        at += 2
        if let low = self.unit(), 0xDC00...0xDFFF ~= low {
          return Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00)) ?? "\u{FFFD}"
        }
        at = mark
      }
      return "\u{FFFD}"
    }

    private mutating func unit() -> UInt16? {
      guard at + 4 <= bytes.count, let unit = UInt16(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16)
      else {
        return nil
      }
      at += 4
      return unit
    }
  }
}
