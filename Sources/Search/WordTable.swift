/// Words with a number each, from 0 on in the order in which they came; a hash table with linear probing.
package struct WordTable: Sendable {
  /// All words, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each word starts in `bytes`, and where the last one ends.
  private var starts: [UInt32] = [0]
  /// The number of a word plus one, or 0, at the place that its hash gives or behind it.
  private var places: [UInt32] = []
  /// The numbers by their words, as far as they are sorted.
  private var sorted: [UInt32] = []

  var count: Int { starts.count - 1 }

  /// The bytes of the word with `number`.
  subscript(number: Int) -> ArraySlice<UInt8> { bytes[Int(starts[number])..<Int(starts[number + 1])] }

  /// The number of `word`; `nil` if it never came.
  func number(of word: [UInt8]) -> Int? {
    if places.isEmpty { return nil }
    let place = place(of: word)
    return places[place] == 0 ? nil : Int(places[place]) - 1
  }

  package init() {}

  /// The number of `word`, which comes in if it is new.
  package mutating func insert(_ word: [UInt8]) -> Int {
    if places.isEmpty { grow() }
    let place = place(of: word)
    if places[place] != 0 { return Int(places[place]) - 1 }
    places[place] = UInt32(count + 1)
    bytes.append(contentsOf: word)
    starts.append(UInt32(bytes.count))
    if count * 2 > places.count { grow() }
    return count - 1
  }

  /// The place in the table where `word` is, or would be.
  private func place(of word: [UInt8]) -> Int {
    let mask = places.count - 1
    var place = Int(truncatingIfNeeded: Self.hash(word)) & mask
    while places[place] != 0, !has(word, at: Int(places[place]) - 1) { place = (place + 1) & mask }
    return place
  }

  private func has(_ word: [UInt8], at number: Int) -> Bool {
    let start = Int(starts[number])
    guard Int(starts[number + 1]) - start == word.count else { return false }
    for index in word.indices where bytes[start + index] != word[index] { return false }
    return true
  }

  private mutating func grow() {
    let mask = max(64, places.count * 2) - 1
    places = Array(repeating: 0, count: mask + 1)
    for number in 0..<count {
      var place = Int(truncatingIfNeeded: Self.hash(Array(self[number]))) & mask
      while places[place] != 0 { place = (place + 1) & mask }
      places[place] = UInt32(number + 1)
    }
  }

  /// 64 bits of FNV-1a (Fowler, Noll, Vo), with the high ones mixed into the low.
  private static func hash(_ word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash ^ hash >> 32
  }

  /// Sorts the words that came since it last did.
  mutating func sort() {
    guard sorted.count < count else { return }
    let fresh = (UInt32(sorted.count)..<UInt32(count)).sorted { precedes($0, $1) }
    var merged: [UInt32] = []
    merged.reserveCapacity(count)
    var (old, new) = (0, 0)
    while old < sorted.count || new < fresh.count {
      if new == fresh.count || old < sorted.count && precedes(sorted[old], fresh[new]) {
        merged.append(sorted[old])
        old += 1
      } else {
        merged.append(fresh[new])
        new += 1
      }
    }
    sorted = merged
  }

  private func precedes(_ a: UInt32, _ b: UInt32) -> Bool {
    self[Int(a)].lexicographicallyPrecedes(self[Int(b)])
  }

  /// The numbers of the words that begin with `beginning`; all words must be sorted.
  func numbers(beginningWith beginning: [UInt8]) -> ArraySlice<UInt32> {
    let first = firstIndex { !self[Int($0)].lexicographicallyPrecedes(beginning) }
    var last = first
    // The words that begin so stand together: their end is found by doubling steps, since most are few.
    var step = 1
    while last < sorted.count, self[Int(sorted[last])].starts(with: beginning) {
      last = min(sorted.count, last + step)
      step *= 2
    }
    var low = first
    while low < last {
      let middle = (low + last) / 2
      if middle < sorted.count, self[Int(sorted[middle])].starts(with: beginning) {
        low = middle + 1
      } else {
        last = middle
      }
    }
    return sorted[first..<low]
  }

  private func firstIndex(where test: (UInt32) -> Bool) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if test(sorted[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
