/// Spellings as vocabularies compare them: folded to lower case, with a straight apostrophe for a curved one.
enum Spelling {
  /// The hash of no letters.
  static var emptyHash: UInt32 { 2_166_136_261 }

  /// The hash of what has `hash` with one more folded byte.
  @inline(__always) static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  /// The hash of the folded spelling in the bytes of `range` (FNV-1a, 32 bits).
  @inline(__always) static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash = emptyHash
    // Nearly all spellings are ASCII, which is folded on the way.
    var i = range.lowerBound
    while i < range.upperBound, text[i] < 0x80 {
      hash = self.hash(hash, lowered(text[i]))
      i += 1
    }
    if i == range.upperBound { return hash }
    var reader = Folding(text, i..<range.upperBound)
    while let byte = reader.next() { hash = self.hash(hash, byte) }
    return hash
  }

  /// Whether the bytes of `range` fold to `spelling`.
  @inline(__always) static func matches(
    _ spelling: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Bool {
    // No spelling folds to more bytes than it has.
    guard spelling.count <= range.count else { return false }
    var place = 0
    var i = range.lowerBound
    while i < range.upperBound, text[i] < 0x80 {
      guard place < spelling.count, spelling[place] == lowered(text[i]) else { return false }
      place += 1
      i += 1
    }
    if i == range.upperBound { return place == spelling.count }
    var reader = Folding(text, i..<range.upperBound)
    while let byte = reader.next() {
      guard place < spelling.count, spelling[place] == byte else { return false }
      place += 1
    }
    return place == spelling.count
  }

  /// Eight bytes of ASCII in lower case.
  @inline(__always) static func lowered(_ eight: UInt64) -> UInt64 {
    // The highest bit of a byte tells whether it is "A" or more, and whether it is more than "Z": no sum is carried on.
    let isLetter = eight &+ 0x3F3F_3F3F_3F3F_3F3F
    let isBehind = eight &+ 0x2525_2525_2525_2525
    return eight | ((isLetter ^ isBehind) & 0x8080_8080_8080_8080) >> 2
  }

  /// An ASCII byte in lower case.
  @inline(__always) private static func lowered(_ byte: UInt8) -> UInt8 { byte | (byte &- 0x41 < 26 ? 0x20 : 0) }

  /// Calls `body` with the hashes of all beginnings of the spelling, from the empty one to the whole; one that ends within
  /// a character has that of the character before.
  static func withPrefixHashes(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: range.count + 1) { hashes in
      var hash = emptyHash
      var reader = Folding(text, range)
      var place = 0
      hashes.initialize(repeating: hash)
      while let byte = reader.next() {
        hash = self.hash(hash, byte)
        let end = reader.place - range.lowerBound
        while place < end {
          place += 1
          hashes[place] = hash
        }
        hashes[end] = hash
      }
      body(hashes)
    }
  }

  /// Reads a spelling byte by byte in its folded form.
  struct Folding {
    private let text: UnsafeBufferPointer<UInt8>
    private var i: Int
    /// The place behind the character that the last byte came from.
    var place: Int { i }
    private let end: Int
    /// The second byte of a folded character that is still to come; 0 for none.
    private var pending: UInt8 = 0

    @inline(__always) init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
      self.text = text
      i = range.lowerBound
      end = range.upperBound
    }

    @inline(__always) mutating func next() -> UInt8? {
      if pending != 0 {
        defer { pending = 0 }
        return pending
      }
      guard i < end else { return nil }
      let byte = text[i]
      i += 1
      if byte < 0x80 { return byte &- 0x41 < 26 ? byte | 0x20 : byte }
      return folded(byte)
    }

    private mutating func folded(_ byte: UInt8) -> UInt8? {
      if byte == 0xC3, i < end {
        // À to Þ, without the multiplication sign.
        let next = text[i]
        i += 1
        pending = next >= 0x80 && next <= 0x9E && next != 0x97 ? next + 0x20 : next
      } else if byte == 0xC5, i < end, text[i] == 0x92 {
        i += 1
        pending = 0x93
      } else if byte == 0xE2, i + 1 < end, text[i] == 0x80, text[i + 1] == 0x99 || text[i + 1] == 0x98 {
        i += 2
        return 0x27
      } else if byte == 0xE2, i + 1 < end, text[i] == 0x80, (0x8B...0x8F).contains(text[i + 1]) {
        // Joiners and the like, which take up no room: "Acme" with one behind it is Acme.
        i += 2
        return next()
      }
      return byte
    }
  }
}
