/// Many phrases that are looked for at once: one walk over a text, however many they are.
struct Phrases: Sendable {
  /// The phrases, by the slot of their first bytes.
  private let slots: [[[UInt8]]]
  /// A bit for each slot that has a phrase.
  private let used: [UInt64]

  private static let bits: UInt32 = 10
  /// How many bytes tell the slot; no phrase is shorter.
  private static let keyLength = 3

  /// Makes a finder of `phrases` as `FoldedText` has them: in lower case, with plain apostrophes, three bytes at least.
  init(_ phrases: [String]) {
    var slots = [[[UInt8]]](repeating: [], count: 1 << Int(Self.bits))
    var used = [UInt64](repeating: 0, count: slots.count / 64)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      precondition(bytes.count >= Self.keyLength)
      let slot = bytes.withUnsafeBufferPointer { Self.slot($0, 0) }
      slots[slot].append(bytes)
      used[slot >> 6] |= 1 << UInt64(slot & 63)
    }
    (self.slots, self.used) = (slots, used)
  }

  /// Whether one of them stands in `text`.
  func stand(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    used.withUnsafeBufferPointer { used in
      var i = 0
      while i + Self.keyLength <= text.count {
        let slot = Self.slot(text, i)
        if used[slot >> 6] >> UInt64(slot & 63) & 1 == 1, stands(slot, at: i, of: text) { return true }
        i += 1
      }
      return false
    }
  }

  /// Whether one of them stands in `text`.
  func stand(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { stand(in: $0) }
  }

  private func stands(_ slot: Int, at place: Int, of text: UnsafeBufferPointer<UInt8>) -> Bool {
    slots[slot].contains { phrase in
      phrase.count <= text.count - place && text[place..<place + phrase.count].elementsEqual(phrase)
    }
  }

  private static func slot(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let key = UInt32(text[i]) | UInt32(text[i + 1]) << 8 | UInt32(text[i + 2]) << 16
    return Int((key &* 2_654_435_761) >> (32 - bits))
  }
}

/// A text in lower case, with plain apostrophes, in which phrases are looked for.
struct FoldedText {
  /// The letters, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Folds `text`, up to about `limit` bytes of it.
  ///
  /// Of letters beyond ASCII those are made small that French and its neighbours have.
  init(_ text: String, limit: Int = .max) {
    var text = text
    text.withUTF8 { text in
      bytes.reserveCapacity(min(text.count, limit))
      var i = 0
      while i < text.count, bytes.count < limit {
        let byte = text[i]
        switch byte {
        case 0x41...0x5A: bytes.append(byte | 0x20)
        // À to Þ.
        case 0xC3 where i + 1 < text.count && text[i + 1] < 0x9F && text[i + 1] != 0x97:
          bytes.append(byte)
          bytes.append(text[i + 1] | 0x20)
          i += 1
        case 0xE2 where i + 2 < text.count && text[i + 1] == 0x80 && text[i + 2] == 0x99:
          bytes.append(0x27)
          i += 2
        default: bytes.append(byte)
        }
        i += 1
      }
    }
  }

  /// Whether one of `phrases` stands in it.
  func holds(_ phrases: Phrases) -> Bool { bytes.withUnsafeBufferPointer { phrases.stand(in: $0) } }

  /// Whether `words` stand in it.
  func holds(_ words: String) -> Bool { bytes.place(of: words) != nil }

  /// Whether it begins with `words`.
  func starts(with words: String) -> Bool { bytes.starts(with: words.utf8) }
}
