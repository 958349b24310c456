/// Text of SGML, which has names for a few characters.
enum MarkupText {
  /// `text` with "&lt;" and the like, and characters by number, as what they stand for; characters that control something are
  /// left out.
  static func decoded(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(0x26) else { return String(text) }
    var decoded = ""
    var rest = text[...]
    while let mark = rest.utf8.firstIndex(of: 0x26) {
      decoded += rest[..<mark]
      rest = rest[mark...]
      let body = rest.dropFirst().prefix(12)
      guard let end = body.firstIndex(of: ";"), let character = character(body[..<end]) else {
        decoded += "&"
        rest = rest.dropFirst()
        continue
      }
      decoded += character
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func character(_ name: some StringProtocol) -> String? {
    guard name.first == "#" else { return CharacterName.character(String(name)) }
    let digits = name.dropFirst()
    let number = digits.first == "x" || digits.first == "X" ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let number, let scalar = Unicode.Scalar(number) else { return nil }
    return number < 0x20 ? "" : String(scalar)
  }

  /// What stands between the first `<name …>` and its end in `text`, or the end of `text` if it has none.
  static func content(of name: String, in text: some StringProtocol) -> String? {
    guard let open = text.place(of: "<\(name)"),
      let tagEnd = text[open.upperBound...].firstIndex(of: ">")
    else { return nil }
    let rest = text[text.index(after: tagEnd)...]
    return String(rest[..<(rest.place(of: "</\(name)>")?.lowerBound ?? rest.endIndex)])
  }
}
