import Stories

/// What a name is compared as between stories: two names with the same key are one party's.
///
/// Without case, accents and marks ("U.S. Steel" is "us steel"), without the article before it and the legal form behind
/// it ("Facebook, Inc." is "facebook").
enum NameKey {
  /// The key of `name`; empty if it has neither letter nor digit.
  static func make(_ name: String) -> String {
    var words: [String] = []
    var word = ""
    let bytes = Array(name.utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let step = Folding.step(bytes, place)
        place += step.bytes
        switch step.first {
        // A stop or an apostrophe joins: "U.S.", "McDonald's"; a combining mark is nothing.
        case 0, 0x2E, 0x27: continue
        case 0x30...0x39, 0x61...0x7A, 0x80...:
          word.unicodeScalars.append(Unicode.Scalar(step.first) ?? " ")
          if step.second != 0 { word.unicodeScalars.append(Unicode.Scalar(step.second) ?? " ") }
        default:
          if !word.isEmpty { words.append(word) }
          word = ""
        }
      }
    }
    if !word.isEmpty { words.append(word) }
    words = words.reduce(into: [(word: String, isInitials: Bool)]()) { joined, word in
      // "H. K. Lind" is "HK Lind".
      if word.utf8.count == 1, joined.last?.isInitials == true {
        joined[joined.count - 1].word += word
      } else {
        joined.append((word, word.utf8.count == 1))
      }
    }.map(\.word)
    if words.count > 1, articles.contains(words[0]) { words.removeFirst() }
    while words.count > 1, legalForms.contains(words[words.count - 1]) { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static let articles: Set = ["the", "le", "la", "les"]

  /// What the registers of companies add to names, stops left out.
  private static let legalForms: Set = [
    "inc", "incorporated", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "llc", "lp", "llp", "sa",
    "sas", "sarl", "sca", "se", "ag", "kg", "kgaa", "gmbh", "nv", "bv", "spa", "srl", "ab", "asa", "oyj", "oy", "as",
    "group", "groupe", "holding", "holdings", "pty", "kk",
  ]
}

extension Party {
  /// What the party is compared as between stories.
  var key: String {
    let key = NameKey.make(name.english)
    return key.isEmpty ? id : key
  }
}
