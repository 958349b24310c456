import Stories

/// Words by their bytes: each known spelling has a number, from 0.
///
/// A spelling is folded before it is looked up: lower case, and a straight apostrophe for a curved one. An open-addressing
/// table over one pool of bytes, because looking up every word of a story is what reading spends most of its time on.
struct Vocabulary: Sendable {
  /// How many spellings there are.
  private(set) var count = 0
  private var pool: [UInt8] = []
  private var starts: [UInt32] = [0]
  private var hashes: [UInt32] = []
  private var slots = [Int32](repeating: -1, count: 1 << 14)

  /// A folded spelling: its bytes, at most 48 of them, and their hash.
  ///
  /// Longer words are in no lexicon; they fold to their first 48 bytes.
  struct Key {
    static let limit = 48
    var count = 0
    var hash: UInt32 = 2_166_136_261
    var bytes:
      (
        UInt64, UInt64, UInt64, UInt64, UInt64, UInt64
      ) = (0, 0, 0, 0, 0, 0)

    @inline(__always) mutating func append(_ byte: UInt8) {
      guard count < Key.limit else { return }
      withUnsafeMutableBytes(of: &bytes) { $0[count] = byte }
      count += 1
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }

    /// Folds the bytes of `range`, which must be valid UTF-8.
    @inline(__always) init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      var i = range.lowerBound
      let end = range.upperBound
      while i < end {
        let byte = text[i]
        if byte < 0x80 {
          append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
          i += 1
        } else if byte == 0xC3, i + 1 < end {
          // À to Þ, without the multiplication sign.
          let next = text[i + 1]
          append(byte)
          append(next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next)
          i += 2
        } else if byte == 0xC5, i + 1 < end, text[i + 1] == 0x92 {
          append(0xC5)
          append(0x93)
          i += 2
        } else if byte == 0xE2, i + 2 < end, text[i + 1] == 0x80, text[i + 2] == 0x99 || text[i + 2] == 0x98 {
          append(0x27)
          i += 3
        } else {
          append(byte)
          i += 1
        }
      }
    }
  }

  /// The number of the spelling `key`, or -1.
  @inline(__always) func find(_ key: Key) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(key.hash) & mask
      while true {
        let word = Int(slots[slot])
        if word < 0 || matches(word, key) { return word }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The number of the spelling `key`, which is given one if it has none.
  mutating func intern(_ key: Key) -> Int {
    let known = find(key)
    if known >= 0 { return known }
    let word = count
    count += 1
    withUnsafeBytes(of: key.bytes) { pool.append(contentsOf: $0[0..<key.count]) }
    starts.append(UInt32(pool.count))
    hashes.append(key.hash)
    if count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for other in 0..<count { place(other) }
    } else {
      place(word)
    }
    return word
  }

  /// The folded spelling of word `word`.
  func spelling(_ word: Int) -> String {
    String(decoding: pool[Int(starts[word])..<Int(starts[word + 1])], as: UTF8.self)
  }

  private mutating func place(_ word: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[word]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(word)
  }

  @inline(__always) private func matches(_ word: Int, _ key: Key) -> Bool {
    guard hashes[word] == key.hash else { return false }
    let start = Int(starts[word])
    guard Int(starts[word + 1]) - start == key.count else { return false }
    return withUnsafeBytes(of: key.bytes) { bytes in
      for i in 0..<key.count where pool[start + i] != bytes[i] { return false }
      return true
    }
  }
}
