/// A set of small numbers, a bit each.
struct BitSet: Hashable, Sendable {
  private(set) var words: [UInt64]

  /// An empty set for numbers below `capacity`.
  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  /// Makes room for numbers below `capacity`.
  mutating func reserve(_ capacity: Int) {
    let missing = (capacity + 63) / 64 - words.count
    if missing > 0 { words.append(contentsOf: repeatElement(0, count: missing)) }
  }

  mutating func insert(_ number: Int) { words[number >> 6] |= 1 << UInt64(number & 63) }

  func contains(_ number: Int) -> Bool {
    number >> 6 < words.count && words[number >> 6] >> UInt64(number & 63) & 1 == 1
  }

  mutating func insert(_ range: Range<Int>) { change(range) { $0 |= $1 } }

  mutating func remove(_ range: Range<Int>) { change(range) { $0 &= ~$1 } }

  private mutating func change(_ range: Range<Int>, _ body: (inout UInt64, UInt64) -> Void) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, (start | 63) + 1)
      let mask = (UInt64.max >> UInt64(64 - (end - start))) << UInt64(start & 63)
      body(&words[start >> 6], mask)
      start = end
    }
  }

  mutating func formIntersection(_ other: BitSet) {
    for index in words.indices { words[index] &= index < other.words.count ? other.words[index] : 0 }
  }

  mutating func subtract(_ other: BitSet) {
    for index in 0..<min(words.count, other.words.count) { words[index] &= ~other.words[index] }
  }

  mutating func formUnion(_ other: BitSet) {
    for index in other.words.indices { words[index] |= other.words[index] }
  }

  /// How many numbers it holds.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// How many numbers of `range` it holds.
  func count(in range: Range<Int>) -> Int {
    var count = 0
    each(in: range) { _, bits in
      count += bits.nonzeroBitCount
      return true
    }
    return count
  }

  /// The number in `range` that has `place` others of it before it.
  func number(_ place: Int, in range: Range<Int>) -> Int? {
    var left = place
    var found: Int?
    each(in: range) { base, bits in
      var bits = bits
      if left >= bits.nonzeroBitCount {
        left -= bits.nonzeroBitCount
        return true
      }
      for _ in 0..<left { bits &= bits - 1 }
      found = base + bits.trailingZeroBitCount
      return false
    }
    return found
  }

  /// Calls `body` with each number, from the least on.
  func forEach(_ body: (Int) -> Void) {
    for (index, word) in words.enumerated() {
      var bits = word
      while bits != 0 {
        body(index << 6 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
  }

  /// Calls `body` with the bits of `range`, word by word, each with the number of its first bit, until it returns false.
  private func each(in range: Range<Int>, _ body: (Int, UInt64) -> Bool) {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = min(range.upperBound, (start | 63) + 1)
      let mask = (UInt64.max >> UInt64(64 - (end - start))) << UInt64(start & 63)
      if !body(start & ~63, words[start >> 6] & mask) { return }
      start = end
    }
  }
}
