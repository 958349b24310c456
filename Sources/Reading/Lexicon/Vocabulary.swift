import Stories

/// Words by their bytes: each known spelling has a number, from 0.
///
/// A spelling is folded before it is looked up: lower case, and a straight apostrophe for a curved one. An open-addressing
/// table over one pool of bytes, because looking up every word of a story is what reading spends most of its time on.
struct Vocabulary: Sendable {
  /// How many spellings there are.
  private(set) var count = 0
  private(set) var pool: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var hashes: [UInt32] = []
  private(set) var slots: [Int32]

  /// Makes a vocabulary of the parts of another, as an image keeps them.
  init(pool: [UInt8], starts: [UInt32], hashes: [UInt32], slots: [Int32]) {
    self.pool = pool
    self.starts = starts
    self.hashes = hashes
    self.slots = slots
    count = hashes.count
  }

  /// Makes an empty vocabulary with room for `expected` spellings; it grows with more.
  init(expecting expected: Int) {
    var size = 64
    while size < expected * 2 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    pool.reserveCapacity(expected * 8)
    starts.reserveCapacity(expected + 1)
    hashes.reserveCapacity(expected)
  }

  /// The number of the spelling in the bytes of `range`, which must be valid UTF-8, or -1.
  @inline(__always) func find(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    find(Vocabulary.hash(text, range), text, range)
  }

  /// The number of the spelling in the bytes of `range`, whose hash is known.
  @inline(__always) func find(_ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(hash) & mask
      while true {
        let word = Int(slots[slot])
        if word < 0 || hashes[word] == hash && matches(word, text, range) { return word }
        slot = (slot + 1) & mask
      }
    }
  }

  /// The number of the spelling in the bytes of `range`, which is given one if it has none.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let known = find(text, range)
    if known >= 0 { return known }
    let word = count
    count += 1
    var reader = Folding(text, range)
    while let byte = reader.next() { pool.append(byte) }
    starts.append(UInt32(pool.count))
    hashes.append(Vocabulary.hash(text, range))
    if count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for other in 0..<count { place(other) }
    } else {
      place(word)
    }
    return word
  }

  /// The folded spelling of the word with the number `word`.
  func spelling(_ word: Int) -> ArraySlice<UInt8> { pool[Int(starts[word])..<Int(starts[word + 1])] }

  /// The hash of the folded spelling (FNV-1a, 32 bits).
  @inline(__always) static func hash(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    var reader = Folding(text, range)
    while let byte = reader.next() { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return hash
  }

  /// Calls `body` with the hashes of all beginnings of the spelling, from the empty one to the whole; one that ends within
  /// a character has that of the character before.
  static func withPrefixHashes(
    _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeMutableBufferPointer<UInt32>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: range.count + 1) { hashes in
      var hash: UInt32 = 2_166_136_261
      var reader = Folding(text, range)
      var place = 0
      hashes.initialize(repeating: hash)
      while let byte = reader.next() {
        hash = (hash ^ UInt32(byte)) &* 16_777_619
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

    private mutating func folded(_ byte: UInt8) -> UInt8 {
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
      }
      return byte
    }
  }

  private mutating func place(_ word: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[word]) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(word)
  }

  @inline(__always) private func matches(_ word: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var place = Int(starts[word])
    let end = Int(starts[word + 1])
    var reader = Folding(text, range)
    while let byte = reader.next() {
      guard place < end, pool[place] == byte else { return false }
      place += 1
    }
    return place == end
  }
}
