/// How a text became another: where its places went.
struct TextChange {
  private let old: [UInt8]
  private let new: [UInt8]
  /// The bytes at the beginning, and at the end, that are the same in both.
  private let prefix: Int
  private let suffix: Int

  /// The lengths of the words by which a place is found again, longest first, in bytes.
  private static let lengths = [96, 48, 24, 12]

  init(from old: [UInt8], to new: [UInt8]) {
    (self.old, self.new) = (old, new)
    let room = min(old.count, new.count)
    var prefix = 0
    while prefix < room, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < room - prefix, old[old.count - 1 - suffix] == new[new.count - 1 - suffix] { suffix += 1 }
    (self.prefix, self.suffix) = (prefix, suffix)
  }

  /// Where the byte at `offset` of the old text is in the new one: before or behind all changes as far from that end as it
  /// was, between them where the nearest words are that followed it, else about as far down.
  func place(_ offset: Int) -> Int {
    if offset < prefix { return offset }
    if offset >= old.count - suffix { return new.count - (old.count - offset) }
    for length in Self.lengths where offset + length <= old.count {
      if let found = nearest(old[offset..<offset + length], to: offset) { return found }
    }
    var place = min(offset, new.count - suffix)
    while place > 0, place < new.count, new[place] & 0xC0 == 0x80 { place -= 1 }
    return place
  }

  /// The place of `words` in the new text that is nearest to `offset`.
  private func nearest(_ words: ArraySlice<UInt8>, to offset: Int) -> Int? {
    guard let head = words.first, words.count <= new.count else { return nil }
    var best: Int?
    for start in 0...new.count - words.count where new[start] == head {
      if let best, abs(best - offset) <= abs(start - offset) { continue }
      if new[start..<start + words.count].elementsEqual(words) { best = start }
    }
    return best
  }
}
