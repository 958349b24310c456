import Stories

/// A name that the lexicon of names knows.
package struct KnownName: Sendable {
  var name: Wording
  var kind: Kind
  /// For a person or office: the index of the name of the party that it stands for.
  var standsFor: Int?

  /// The stable name, made from the English one.
  var id: String { KnownName.id(of: name.english) }

  /// What a name can be the name of, as the lexicon spells it.
  enum Kind: String, Sendable, CaseIterable {
    case company, fund, government, regulator, person
    case agency = "news agency"
    case newspaper, broadcaster, website
    /// Something that can be bought, but does not act: an app, a brand.
    case product
    case place
    /// Known so that it is taken for nothing else.
    case other
  }

  /// The id that `name` has: its letters and digits in lower case, without accents, with hyphens between the words.
  package static func id(of name: String) -> String {
    let hyphen = UInt8(ascii: "-")
    // Nearly all are ASCII.
    var copy = name
    let plain: String? = copy.withUTF8 { bytes in
      return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { id in
        var count = 0
        for byte in bytes {
          if byte >= 0x80 { return nil }
          if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
            id[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
            count += 1
          } else if count > 0, id[count - 1] != hyphen {
            id[count] = hyphen
            count += 1
          }
        }
        if count > 0, id[count - 1] == hyphen { count -= 1 }
        return String(decoding: UnsafeBufferPointer(rebasing: id[..<count]), as: UTF8.self)
      }
    }
    if let plain { return plain }
    var id: [UInt8] = []
    id.reserveCapacity(name.utf8.count)
    for scalar in name.unicodeScalars {
      if scalar.value < 0x80 {
        let byte = UInt8(scalar.value)
        if byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 {
          id.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        } else if let last = id.last, last != hyphen {
          id.append(hyphen)
        }
        continue
      }
      let letter = KnownName.plain(scalar)
      if !letter.isEmpty {
        id.append(contentsOf: letter.utf8)
      } else if let last = id.last, last != hyphen {
        id.append(hyphen)
      }
    }
    while id.last == hyphen { id.removeLast() }
    return String(decoding: id, as: UTF8.self)
  }

  private static let accented: [Character: String] = [
    "à": "a", "â": "a", "ä": "a", "á": "a", "ã": "a", "å": "a", "ç": "c", "é": "e", "è": "e", "ê": "e", "ë": "e",
    "î": "i",
    "ï": "i", "í": "i", "ô": "o", "ö": "o", "ó": "o", "õ": "o", "ø": "o", "û": "u", "ü": "u", "ù": "u", "ú": "u",
    "ñ": "n",
    "ÿ": "y", "œ": "oe", "æ": "ae", "ß": "ss",
  ]

  /// `scalar`, which is no ASCII, as letters of ASCII where it has such a form, itself as any other letter, else "".
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    let lower = scalar.properties.lowercaseMapping
    guard let character = lower.first else { return "" }
    return accented[character] ?? (scalar.properties.isAlphabetic ? lower : "")
  }
}
