import Stories

/// Takes text apart into the words that a search compares: runs of letters and digits, folded.
///
/// "L’Écho du Val" is l, echo, du, val; "U.S." is u, s. Of a word longer than `longest` bytes the rest does not count.
struct FoldedWords {
  /// The folded bytes of the current word.
  private(set) var word: [UInt8] = []
  /// Where the current word stands.
  private(set) var range = 0..<0
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place: Int
  private let end: Int

  /// The bytes of a word that count.
  static let longest = 60

  /// The words of `range` of `bytes`, which is valid UTF-8 and begins and ends between two scalars.
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.bytes = bytes
    place = range.lowerBound
    end = range.upperBound
    word.reserveCapacity(Self.longest + 4)
  }

  /// Goes to the next word; returns whether there is one.
  mutating func next() -> Bool {
    word.removeAll(keepingCapacity: true)
    var start = place
    while place < end {
      let byte = bytes[place]
      if byte < 0x80 {
        let letter = Self.letter(byte)
        if letter == 0 {
          if !word.isEmpty { break }
        } else {
          if word.isEmpty { start = place }
          if word.count < Self.longest { word.append(letter) }
        }
        place += 1
        continue
      }
      let step = Folding.step(bytes, place)
      // What combines with a letter, or cannot be seen in a word, is no end of it.
      if step.first != 0 {
        if !Self.isLetter(step.first) {
          if !word.isEmpty { break }
        } else {
          if word.isEmpty { start = place }
          append(step.first)
          if step.second != 0 { append(step.second) }
        }
      }
      place += step.bytes
    }
    range = start..<place
    return !word.isEmpty
  }

  private mutating func append(_ scalar: UInt32) {
    guard word.count < Self.longest else { return }
    if scalar < 0x80 { return word.append(UInt8(scalar)) }
    guard let scalar = Unicode.Scalar(scalar), let encoded = Unicode.UTF8.encode(scalar) else { return }
    word.append(contentsOf: encoded)
  }

  /// The folded letter or digit that an ASCII byte is, else 0.
  @inline(__always) static func letter(_ byte: UInt8) -> UInt8 {
    let lower = byte | 0x20
    if lower &- 0x61 < 26 { return lower }
    return byte &- 0x30 < 10 ? byte : 0
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return letter(UInt8(scalar)) != 0 }
    guard let properties = Unicode.Scalar(scalar)?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// The words of `text`.
  static func all(_ text: String) -> [[UInt8]] {
    var text = text
    return text.withUTF8 { bytes in
      var scanner = FoldedWords(bytes, 0..<bytes.count)
      var words: [[UInt8]] = []
      while scanner.next() { words.append(scanner.word) }
      return words
    }
  }
}
