import CProcessor
import Stories

/// Words by their bytes: each known spelling has a number, from 0.
///
/// A spelling is folded before it is looked up: lower case, and a straight apostrophe for a curved one. An open-addressing
/// table over one pool of bytes, because looking up every word of a story is what reading spends much of its time on.
struct Vocabulary: Sendable {
  let pool: Column<UInt8>
  /// Where each spelling begins in the pool, and behind the last where it ends.
  let starts: Column<UInt32>
  /// For each place of the table a spelling's hash above and its number, from 1, below, or 0; a power of 2 of them.
  ///
  /// The hash stands with the number, so that a place that is another's is passed with one look.
  let slots: Column<UInt64>

  /// How many spellings there are.
  var count: Int { starts.count - 1 }

  /// The number of the spelling in the bytes of `range`, which must be valid UTF-8, or -1.
  @inline(__always) func find(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    find(Spelling.hash(text, range), text, range)
  }

  /// The number of the spelling in the bytes of `range`, whose hash is known.
  @inline(__always) func find(_ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return -1 }
      if slot >> 32 == UInt64(hash) {
        let word = Vocabulary.word(slot)
        if matches(word, text, range) { return word }
      }
      place = (place + 1) & mask
    }
  }

  /// Has the place of `hash` in the table brought near.
  @inline(__always) func fetch(_ hash: UInt32) { processor_fetch(slots.base + (Int(hash) & (slots.count - 1))) }

  /// The number of a spelling that may well be the one with `hash`, or -1.
  @inline(__always) func guess(_ hash: UInt32) -> Int {
    let slot = slots[Int(hash) & (slots.count - 1)]
    return slot >> 32 == UInt64(hash) ? Vocabulary.word(slot) : -1
  }

  /// Has the letters of a spelling brought near.
  @inline(__always) func fetchSpelling(_ word: Int) { processor_fetch(pool.base + Int(starts[word])) }

  /// The number of the spelling in a place that is taken.
  @inline(__always) static func word(_ slot: UInt64) -> Int { Int(slot & 0xFFFF_FFFF) - 1 }

  /// The folded spelling of the word with the number `word`.
  func spelling(_ word: Int) -> Slice<Column<UInt8>> { pool[Int(starts[word])..<Int(starts[word + 1])] }

  /// Whether the bytes of `range` fold to the spelling with the number `word`.
  @inline(__always) func matches(_ word: Int, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let place = Int(starts[word])
    let end = Int(starts[word + 1])
    precondition(place <= end && end <= pool.count, "a spelling outside its pool")
    // Nearly all words are letters of ASCII, of which eight are compared in one number.
    let count = end - place
    guard count == range.count, count > 0, count <= 8, place + 8 <= pool.count, let start = text.baseAddress,
      range.lowerBound + 8 <= text.count
    else { return matches(place..<end, text, range) }
    let mask = UInt64.max &>> UInt64(64 - 8 * count)
    let letters = UnsafeRawPointer(start + range.lowerBound).loadUnaligned(as: UInt64.self).littleEndian & mask
    if letters & 0x8080_8080_8080_8080 != 0 { return isSpelt(place..<end, text, range) }
    let known = UnsafeRawPointer(pool.base + place).loadUnaligned(as: UInt64.self).littleEndian & mask
    return Spelling.lowered(letters) == known
  }

  /// Whether the bytes of `range` fold to those of `spelling` in the pool, of whatever length.
  private func matches(_ spelling: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let place = spelling.lowerBound
    let end = spelling.upperBound
    let count = spelling.count
    guard count == range.count, let start = text.baseAddress, range.upperBound <= text.count else {
      return isSpelt(place..<end, text, range)
    }
    var k = 0
    while k < count {
      let left = count - k
      guard place + k + 8 <= pool.count, range.lowerBound + k + 8 <= text.count else {
        return isSpelt(place..<end, text, range)
      }
      let mask = left < 8 ? UInt64.max >> UInt64(64 - 8 * left) : UInt64.max
      let letters = UnsafeRawPointer(start + range.lowerBound + k).loadUnaligned(as: UInt64.self).littleEndian & mask
      if letters & 0x8080_8080_8080_8080 != 0 { return isSpelt(place..<end, text, range) }
      let known = UnsafeRawPointer(pool.base + place + k).loadUnaligned(as: UInt64.self).littleEndian & mask
      if Spelling.lowered(letters) != known { return false }
      k += 8
    }
    return true
  }

  /// Whether the bytes of `range` fold to those of `spelling` in the pool, compared one by one.
  private func isSpelt(_ spelling: Range<Int>, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    Spelling.matches(UnsafeBufferPointer(start: pool.base + spelling.lowerBound, count: spelling.count), text, range)
  }
}

/// A vocabulary that is being made.
struct VocabularyBuilder {
  private(set) var pool: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  private(set) var hashes: [UInt32] = []
  private(set) var slots: [UInt64]

  /// How many spellings there are.
  var count: Int { hashes.count }

  /// Makes an empty vocabulary with room for `expected` spellings; it grows with more.
  init(expecting expected: Int) {
    var size = 64
    while size < expected * 2 { size *= 2 }
    slots = [UInt64](repeating: 0, count: size)
    pool.reserveCapacity(expected * 8)
    starts.reserveCapacity(expected + 1)
    hashes.reserveCapacity(expected)
  }

  /// What was made.
  var made: Vocabulary {
    Vocabulary(pool: Column(pool), starts: Column(starts), slots: Column(slots))
  }

  /// The number of the spelling in the bytes of `range`, which is given one if it has none.
  mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let hash = Spelling.hash(text, range)
    let known = find(hash, text, range)
    if known >= 0 { return known }
    let word = count
    var reader = Spelling.Folding(text, range)
    while let byte = reader.next() { pool.append(byte) }
    starts.append(UInt32(pool.count))
    hashes.append(hash)
    if count * 2 > slots.count {
      slots = [UInt64](repeating: 0, count: slots.count * 2)
      for other in 0..<count { place(other) }
    } else {
      place(word)
    }
    return word
  }

  private func find(_ hash: UInt32, _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while true {
      if slots[slot] == 0 { return -1 }
      let word = Vocabulary.word(slots[slot])
      let isSame = pool.withUnsafeBufferPointer { pool in
        let spelling = UnsafeBufferPointer(rebasing: pool[Int(starts[word])..<Int(starts[word + 1])])
        return hashes[word] == hash && Spelling.matches(spelling, text, range)
      }
      if isSame { return word }
      slot = (slot + 1) & mask
    }
  }

  private mutating func place(_ word: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[word]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt64(hashes[word]) << 32 | UInt64(word + 1)
  }
}
