import Stories

/// What a name is compared as between stories: two names with the same key are one party's.
///
/// Without case, accents and marks ("U.S. Steel" is "us steel"), without the article before it and the legal form behind
/// it ("Facebook, Inc." is "facebook").
enum NameKey {
  /// The key of `name`; empty if it has neither letter nor digit.
  static func make(_ name: String) -> String {
    // Every story asks for it: the bytes are kept in one buffer, with a space between words.
    var key: [UInt8] = []
    var start = 0
    var initials = false
    func endWord() {
      guard key.count > start else { return }
      // "H. K. Lind" is "HK Lind".
      let isInitial = key.count == start + 1
      if isInitial, initials { key.remove(at: start - 1) }
      initials = isInitial
      key.append(0x20)
      start = key.count
    }
    func put(_ scalar: UInt32) {
      if scalar < 0x80 { key.append(UInt8(scalar)) } else { key += Array(String(Unicode.Scalar(scalar) ?? "?").utf8) }
    }
    var name = name
    name.withUTF8 { bytes in
      key.reserveCapacity(bytes.count + 1)
      var place = 0
      while place < bytes.count {
        let step = Folding.step(bytes, place)
        place += step.bytes
        switch step.first {
        // A stop or an apostrophe joins: "U.S.", "McDonald's"; a combining mark is nothing.
        case 0, 0x2E, 0x27: continue
        case 0x30...0x39, 0x61...0x7A, 0x80...:
          put(step.first)
          if step.second != 0 { put(step.second) }
        default: endWord()
        }
      }
    }
    endWord()
    if key.last == 0x20 { key.removeLast() }
    if let space = key.firstIndex(of: 0x20), space <= 3, articles.contains(text(key[..<space])) {
      key.removeFirst(space + 1)
    }
    while let space = key.lastIndex(of: 0x20), legalForms.contains(text(key[(space + 1)...])) {
      key.removeLast(key.count - space)
    }
    return text(key[...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let articles: Set = ["the", "le", "la", "les"]

  /// What the registers of companies add to names, stops left out.
  private static let legalForms: Set = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "lp", "llp", "sa",
    "sas", "sarl", "sca", "se", "ag", "kg", "kgaa", "gmbh", "nv", "bv", "spa", "srl", "ab", "asa", "oyj", "oy", "as",
    "group", "groupe", "holding", "holdings", "pty", "kk",
  ]
}

extension Party {
  /// What the party is compared as between stories: by its name, or by its id if it has none.
  var key: String {
    if isDescribed { return id }
    let key = NameKey.make(name.english)
    return key.isEmpty ? id : key
  }
}
