import Stories

/// Words that are looked for beside each other, folded.
public struct Pattern: Hashable, Sendable {
  /// The words, at least one.
  let words: [[UInt8]]
  /// Whether the last word may be only the beginning of one.
  let isOpen: Bool

  /// The words of `text`; `nil` if it has none.
  init?(_ text: String, isOpen: Bool) {
    words = FoldedWords.all(text)
    self.isOpen = isOpen
    if words.isEmpty { return nil }
  }

  /// Whether `word` can stand at `place` of the pattern.
  private func admits(_ word: [UInt8], at place: Int) -> Bool {
    if isOpen, place == words.count - 1 { return word.starts(with: words[place]) }
    return word == words[place]
  }

  /// Calls `body` with each place in `range` of `bytes` where the words stand, until it returns false.
  func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (Range<Int>) -> Bool
  ) {
    var scanner = FoldedWords(bytes, range)
    /// Beginnings that were found: how many words stand, and where the first starts.
    var begun: [(words: Int, start: Int)] = []
    while scanner.next() {
      if words.count > 1 {
        begun = begun.compactMap { admits(scanner.word, at: $0.words) ? ($0.words + 1, $0.start) : nil }
        if let whole = begun.first, whole.words == words.count {
          if !body(whole.start..<scanner.range.upperBound) { return }
          begun.removeFirst()
        }
      }
      guard admits(scanner.word, at: 0) else { continue }
      if words.count > 1 {
        begun.append((1, scanner.range.lowerBound))
      } else if !body(scanner.range) {
        return
      }
    }
  }

  /// Whether the words stand in `range` of `bytes`; texts that are known to be ASCII are looked through in a fraction of the
  /// time, which hundreds of thousands of claims need.
  func occurs(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isASCII: Bool = false) -> Bool {
    if isASCII, words.allSatisfy({ $0.count < FoldedWords.longest }) { return occurs(inASCII: bytes, range) }
    var isFound = false
    find(in: bytes, range) { _ in
      isFound = true
      return false
    }
    return isFound
  }

  /// Looks at eight bytes at once for the first letter, small or capital.
  private func occurs(inASCII bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let head = words[0][0]
    let heads = ones &* UInt64(head)
    let second = words[0].count > 1 ? words[0][1] : 0
    let raw = UnsafeRawBufferPointer(bytes)
    let end = range.upperBound
    var place = range.lowerBound
    while place + 8 <= end {
      let block = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let rest = (block | ones &* 0x20) ^ heads
      // A bit for each byte that is 0, and now and then for one behind it.
      var zeros = (rest &- ones) & ~rest & 0x8080_8080_8080_8080
      if second != 0 {
        // Of the last byte the next one is not in the block.
        let next = (block >> 8 | ones &* 0x20) ^ ones &* UInt64(second)
        zeros &= (next &- ones) & ~next | 1 << 63
      }
      while zeros != 0 {
        let start = place + zeros.trailingZeroBitCount >> 3
        zeros &= zeros &- 1
        // Most letters stand within a word, or begin another: that must not cost a call.
        if start > range.lowerBound, FoldedWords.letter(bytes[start - 1]) != 0 { continue }
        if start + 1 < end, second != 0, FoldedWords.letter(bytes[start + 1]) != second { continue }
        if stands(at: start, bytes, range) { return true }
      }
      place += 8
    }
    while place < end {
      if stands(at: place, bytes, range) { return true }
      place += 1
    }
    return false
  }

  /// Whether the words stand at `start` of `range`.
  private func stands(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    if start > range.lowerBound, FoldedWords.letter(bytes[start - 1]) != 0 { return false }
    let end = range.upperBound
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 { while place < end, FoldedWords.letter(bytes[place]) == 0 { place += 1 } }
      for letter in word {
        guard place < end, FoldedWords.letter(bytes[place]) == letter else { return false }
        place += 1
      }
      if isOpen, index == words.count - 1 { return true }
      if place < end, FoldedWords.letter(bytes[place]) != 0 { return false }
    }
    return true
  }

  /// Whether `text` begins with the words.
  func begins(_ text: String) -> Bool {
    let first = FoldedWords.all(text).prefix(words.count)
    return first.count == words.count && zip(first, 0...).allSatisfy { admits($0, at: $1) }
  }

  /// Whether the words stand in `text`.
  func occurs(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { occurs(in: $0, 0..<$0.count) }
  }
}
