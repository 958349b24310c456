import Stories

// MARK: - Packed files

extension DocumentKind {
  /// The kind of a file in bytes that begins with `head`, told by its signature.
  static func packed(_ head: ArraySlice<UInt8>) -> DocumentKind? {
    if head.starts(with: [0x1F, 0x8B, 0x08]) { return .gzip }
    // A first entry, an empty archive, an archive in several files.
    if head.starts(with: [0x50, 0x4B]), [[3, 4], [5, 6], [7, 8]].contains(Array(head.dropFirst(2).prefix(2))) {
      return .zip
    }
    if head.drop(while: { $0 <= 0x20 || [0xEF, 0xBB, 0xBF].contains($0) }).starts(with: Array("%PDF-".utf8)) {
      return .pdf
    }
    if head.starts(with: WinMail.signature) { return .winMail }
    return isTar(head) ? .tar : nil
  }

  /// Whether `head` begins with a block that carries its own check sum, as each entry of a tar does.
  private static func isTar(_ head: ArraySlice<UInt8>) -> Bool {
    let block = Array(head.prefix(512))
    guard block.count == 512, block[0] != 0 else { return false }
    let digits = block[148..<156].filter { $0 != 0x20 && $0 != 0 }
    guard !digits.isEmpty, let said = Int(String(decoding: digits, as: UTF8.self), radix: 8) else { return false }
    var sum = 8 * 0x20
    for (i, byte) in block.enumerated() where !(148..<156).contains(i) { sum += Int(byte) }
    return sum == said
  }
}

// MARK: - XML and SGML

extension DocumentKind {
  /// The kind of a file in markup that is no page, told by its first element.
  static func marked(_ head: ArraySlice<UInt8>) -> DocumentKind? {
    var text = head
    if head.starts(with: [0xFF, 0xFE]) {
      text = Charset.utf16LittleEndian.decode(head.dropFirst(2))[...]
    } else if head.starts(with: [0xFE, 0xFF]) {
      text = Charset.utf16BigEndian.decode(head.dropFirst(2))[...]
    } else if head.starts(with: [0xEF, 0xBB, 0xBF]) {
      text = head.dropFirst(3)
    }
    if text.starts(with: "-----BEGIN PRIVACY-ENHANCED MESSAGE-----".utf8) {
      return text.place(of: "<SEC-DOCUMENT>") == nil ? nil : .filing
    }
    guard text.first(where: { $0 > 0x20 }) == 0x3C else { return nil }
    guard let root = MarkupHead(text) else { return nil }
    switch root.name.lowercased() {
    case "rss", "rdf", "channel": return .feed
    case "feed": return root.tag.holds("Atom") || root.tag.holds("purl.org") ? .feed : nil
    case "newsitem", "packageitem", "newsmessage", "newsml": return .newsML
    case "nitf": return .nitf
    case "reuters": return .reuters
    case "sec-document", "sec-header", "ims-document", "ims-header": return .filing
    case "document": return root.rest.holds("<TYPE>") ? .filing : nil
    default: return root.doctype?.lowercased() == "lewis" ? .reuters : nil
    }
  }
}

/// The first element of a text in markup.
private struct MarkupHead {
  /// Its name, without a prefix.
  var name = ""
  /// The tag with its attributes.
  var tag = ""
  /// What the text calls itself.
  var doctype: String?
  /// What follows the tag.
  var rest = ""

  /// Finds the first element of `text`; `nil` if the text begins with anything but markup.
  init?(_ text: ArraySlice<UInt8>) {
    var left = text.drop { $0 <= 0x20 }
    func skip(past end: String) {
      left = left.place(of: end).map { left[$0.upperBound...] } ?? left[left.endIndex...]
      left = left.drop { $0 <= 0x20 }
    }
    func starts(_ word: String) -> Bool { left.starts(with: Array(word.utf8)) }
    while starts("<") {
      if starts("<?") {
        skip(past: "?>")
      } else if starts("<!--") {
        skip(past: "-->")
      } else if starts("<!") {
        let words = left.dropFirst(2).prefix { $0 != 0x3E && $0 != 0x5B }
          .split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
        doctype = words.count > 1 ? words[1] : nil
        // Declarations in brackets have tags of their own.
        let end = left.firstIndex(of: 0x3E) ?? left.endIndex
        if let bracket = left[..<end].firstIndex(of: 0x5B), bracket < end { skip(past: "]") }
        skip(past: ">")
      } else {
        let name = left.dropFirst().prefix { byte in
          byte >= 0x80 || byte > 0x20 && byte != 0x3E && byte != 0x2F
        }
        guard let first = name.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return nil }
        self.name = String(String(decoding: name, as: UTF8.self).split(separator: ":").last ?? "")
        let end = left.firstIndex(of: 0x3E) ?? left.endIndex
        tag = String(decoding: left[..<end], as: UTF8.self)
        rest = String(decoding: left[end...].prefix(200), as: UTF8.self)
        return
      }
    }
    guard doctype != nil else { return nil }
  }
}

// MARK: - Messages

extension DocumentKind {
  /// Whether a file that begins with `head` is a message, or a box of them.
  static func message(_ head: ArraySlice<UInt8>) -> DocumentKind? {
    // Almost all files are none, and it shows in the first line.
    let head = head.drop { $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }
    let first = head.prefix { $0 != 0x0A }
    let name = first.prefix(100).prefix { $0 > 0x20 && $0 < 0x7F && $0 != 0x3A }
    guard first.dropFirst(name.count).first == 0x3A || name.elementsEqual("From".utf8) else { return nil }
    var lines = head.split(separator: 0x0A, omittingEmptySubsequences: false)
    // The last line may be cut.
    if lines.count > 1, head.count >= headLength { lines.removeLast() }
    if Mailbox.isDivider(first.trimmedLine) {
      return isHeader(lines.dropFirst(), needs: 1) ? .mailbox : nil
    }
    return isHeader(lines[...], needs: 2) ? .mail : nil
  }

  /// Whether `lines` are the fields at the top of a message, of which as many as `needs` are such as only a message has; what
  /// a person writes above a text ("From: Reuters") is not enough.
  private static func isHeader(_ lines: ArraySlice<ArraySlice<UInt8>>, needs: Int) -> Bool {
    var known: Set<String> = []
    for line in lines {
      let line = line.trimmedLine
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 || line.first == 0x3E { continue }
      guard let colon = line.firstIndex(of: 0x3A), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F })
      else { return false }
      known.insert(String(decoding: line[..<colon], as: UTF8.self).lowercased())
    }
    let addressed: Set = [
      "from", "sender", "received", "return-path", "delivered-to", "message-id", "mime-version", "x-mozilla-status",
      "content-type", "dkim-signature", "x-received", "arc-seal", "x-gm-thrid", "x-apple-auto-saved",
    ]
    let others: Set = ["to", "cc", "reply-to", "subject", "date", "content-transfer-encoding", "x-mailer", "list-id"]
    return !known.isDisjoint(with: addressed) && known.intersection(addressed.union(others)).count >= needs
  }
}
