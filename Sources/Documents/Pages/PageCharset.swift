import Stories

/// Finds out how the bytes of a page stand for characters, and makes UTF-8 of them.
///
/// As in the HTML standard, section 13.2.3: a byte order mark goes before what the page was sent with, and that before what it
/// says itself. Unlike there, a declaration is not believed that the bytes disprove.
enum PageCharset {
  /// How far into a page its own declaration is looked for; the standard asks for 1024 bytes.
  static let declarationLength = 8192

  /// The text of a page, in UTF-8; `declared` is the charset that it was sent with.
  static func decode(_ bytes: [UInt8], declared: Charset?) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Charset.utf8.decode(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE]) { return Charset.utf16LittleEndian.decode(bytes.dropFirst(2)) }
    if bytes.starts(with: [0xFE, 0xFF]) { return Charset.utf16BigEndian.decode(bytes.dropFirst(2)) }
    if let wide = Charset.unmarkedUTF16(bytes[...]) { return wide.decode(bytes) }
    let (wide, broken) = sequences(bytes)
    if broken == 0 { return bytes }
    // One broken character in a hundred is a page cut short, or put together from several; more are another charset.
    if broken * 100 <= wide { return Charset.utf8.decode(bytes) }
    let named = declared ?? self.declared(in: bytes.prefix(declarationLength))
    switch named {
    case nil, .utf8, .utf16LittleEndian, .utf16BigEndian: return Charset.windows1252.decode(bytes)
    case let named?: return named.decode(bytes)
    }
  }

  /// How many characters of several bytes there are, and how many sequences of bytes that are none.
  private static func sequences(_ bytes: [UInt8]) -> (wide: Int, broken: Int) {
    var wide = 0
    var broken = 0
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): if scalar.value >= 0x80 { wide += 1 }
      case .error: broken += 1
      case .emptyInput: return (wide, broken)
      }
    }
  }

  /// The charset that a page names in its first bytes, in `<meta>` or in the declaration of XML.
  static func declared(in head: ArraySlice<UInt8>) -> Charset? {
    let text = String(decoding: head, as: UTF8.self).lowercased()
    var rest = text[...]
    if rest.hasPrefix("<?xml"), let end = rest.firstIndex(of: ">"), let label = value(of: "encoding", in: rest[..<end])
    {
      if let charset = Charset(label: label) { return charset }
    }
    while let start = rest.firstRange(of: "<meta") {
      rest = rest[start.upperBound...]
      let tag = rest.prefix { $0 != ">" }
      if let label = value(of: "charset", in: tag), let charset = Charset(label: label) { return charset }
    }
    return nil
  }

  /// What stands after `name=` in a tag, up to where it ends.
  private static func value(of name: String, in tag: Substring) -> String? {
    guard let start = tag.firstRange(of: name) else { return nil }
    let after = tag[start.upperBound...].drop(while: \.isWhitespace)
    guard after.first == "=" else { return nil }
    let value = after.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    return String(value.prefix { !$0.isWhitespace && !"\"';/>?".contains($0) })
  }
}
