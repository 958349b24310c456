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

  /// Calls `body` with each place in `range` of `bytes` where the words stand, the first of them in `starts` if that is
  /// given, until it returns false.
  func find(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, from starts: Range<Int>? = nil,
    _ body: (Range<Int>) -> Bool
  ) {
    let lastStart = starts?.upperBound ?? range.upperBound
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
      if scanner.range.lowerBound >= lastStart {
        if begun.isEmpty { return }
        continue
      }
      guard admits(scanner.word, at: 0) else { continue }
      if words.count > 1 {
        begun.append((1, scanner.range.lowerBound))
      } else if !body(scanner.range) {
        return
      }
    }
  }

  /// Whether the words stand in `range` of `bytes`, valid UTF-8.
  ///
  /// Hundreds of thousands of claims are looked through while somebody types, so a word is only looked at where one may begin
  /// with the right two letters.
  func occurs(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    // Of longer words only the beginning counts, and `stands` compares them whole.
    guard words.allSatisfy({ $0.count < FoldedWords.longest }) else {
      return begins(in: range, of: bytes, to: range.upperBound)
    }
    var place = range.lowerBound
    while let start = candidate(in: bytes, place..<range.upperBound) {
      place = start + 1
      let isFirst = start == range.lowerBound
      // Most letters stand within a word: no word begins at them, nor within a scalar.
      if !isFirst, FoldedWords.letter(bytes[start - 1]) != 0 || bytes[start] & 0xC0 == 0x80 { continue }
      let isPlain = bytes[start] < 0x80 && (isFirst || bytes[start - 1] < 0x80)
      if isPlain, let stands = stands(at: start, bytes, range.upperBound) {
        if stands { return true }
        continue
      }
      // Only the words themselves can tell whether what is not ASCII joins letters, is one, or parts them.
      let run = run(around: start, in: bytes, range)
      if begins(in: run, of: bytes, to: range.upperBound) { return true }
      place = run.upperBound
    }
    return false
  }

  /// The next place in `range` where a letter may be the first of the first word and the one behind it the second: what is
  /// not ASCII may be either.
  private func candidate(in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
    let small = SIMD16<UInt8>(repeating: 0x20)
    let ones = SIMD16<UInt8>(repeating: 0xFF)
    let head = SIMD16<UInt8>(repeating: words[0][0])
    let second = SIMD16<UInt8>(repeating: words[0].count > 1 ? words[0][1] : 0)
    let any = words[0].count > 1 ? SIMD16<UInt8>() : ones
    let raw = UnsafeRawBufferPointer(bytes)
    var place = range.lowerBound
    while place + 16 < range.upperBound {
      let block = raw.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
      let next = raw.loadUnaligned(fromByteOffset: place + 1, as: SIMD16<UInt8>.self)
      // The high bit tells: of what is equal all bits are set, of what is not ASCII that one.
      let first = block.replacing(with: ones, where: (block | small) .== head)
      let follower = (next | any).replacing(with: ones, where: (next | small) .== second)
      let halves = unsafeBitCast(first & follower, to: SIMD2<UInt64>.self)
      let (low, high) = (halves.x.littleEndian & Self.highBits, halves.y.littleEndian & Self.highBits)
      if low != 0 { return place + low.trailingZeroBitCount >> 3 }
      if high != 0 { return place + 8 + high.trailingZeroBitCount >> 3 }
      place += 16
    }
    return (place..<range.upperBound).first { bytes[$0] >= 0x80 || bytes[$0] | 0x20 == words[0][0] }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  /// Whether the words stand at `start`, where a word begins; `nil` if that depends on what is not ASCII.
  private func stands(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool? {
    var place = start
    for (index, word) in words.enumerated() {
      if index > 0 { while place < end, bytes[place] < 0x80, FoldedWords.letter(bytes[place]) == 0 { place += 1 } }
      for letter in word {
        guard place < end else { return false }
        if bytes[place] >= 0x80 { return nil }
        if FoldedWords.letter(bytes[place]) != letter { return false }
        place += 1
      }
      if isOpen, index == words.count - 1 { return true }
      guard place < end else { continue }
      if bytes[place] >= 0x80 { return nil }
      if FoldedWords.letter(bytes[place]) != 0 { return false }
    }
    return true
  }

  /// What stands between the marks and spaces around `start`.
  private func run(around start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    func parts(_ byte: UInt8) -> Bool { byte < 0x80 && FoldedWords.letter(byte) == 0 }
    var (first, end) = (start, start + 1)
    while first > range.lowerBound, !parts(bytes[first - 1]) { first -= 1 }
    while end < range.upperBound, !parts(bytes[end]) { end += 1 }
    return first..<end
  }

  /// Whether the words stand in `bytes` so that the first begins in `run` and the last ends before `end`.
  private func begins(in run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Bool {
    var isFound = false
    find(in: bytes, run.lowerBound..<end, from: run) { _ in
      isFound = true
      return false
    }
    return isFound
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
