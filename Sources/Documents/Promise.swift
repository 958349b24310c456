extension Document {
  /// Which promise the document breaks, for those who try the readers; `nil` if it keeps all of them.
  ///
  /// Text that stands in its file as it is promises nothing.
  var brokenPromise: String? {
    if String(validating: text, as: UTF8.self) == nil { return "its text is no UTF-8" }
    if text.isEmpty { return "it has no text" }
    var last: UInt8 = 0x0A
    var breaks = 0
    for byte in text {
      if byte == 0x20, last == 0x20 { return "it has two spaces beside each other" }
      if byte < 0x20 && byte != 0x0A || byte == 0x7F { return "it has control characters" }
      breaks = byte == 0x0A ? breaks + 1 : 0
      if breaks > 2 { return "it has two empty lines beside each other" }
      last = byte
    }
    for fact in [facts.headline, facts.outlet, facts.author, facts.date, facts.address, facts.language] {
      guard let fact else { continue }
      if fact.isEmpty || fact.contains(where: \.isNewline) { return "a fact is no line" }
    }
    if let headline = facts.headline, !text.starts(with: headline.utf8) { return "it does not begin with its headline" }
    return nil
  }
}
