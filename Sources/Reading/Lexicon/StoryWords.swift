/// The words of one story, as far as it takes to tell which entries of a lexicon can matter to it.
///
/// The first frame waits for the first story, and that for the lexicon: of thousands of entries a story needs a few hundred.
/// So the first lexicon is loaded for one story alone, and the whole one when a second story comes. A set of bits by hash:
/// it may admit an entry that the story does not need, but never leaves out one that it does.
struct StoryWords {
  private var bits = [UInt64](repeating: 0, count: 1 << 9)

  /// The words of `text`: runs of letters and digits, in folded spelling.
  init(_ text: UnsafeBufferPointer<UInt8>) {
    var i = 0
    while i < text.count {
      guard let word = StoryWords.firstWord(text, i..<text.count) else { break }
      note(text, word)
      i = word.upperBound
    }
  }

  /// Whether the story has the first word of the entry in the bytes of `range`.
  func admit(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let word = StoryWords.firstWord(text, range) else { return true }
    return has(Vocabulary.hash(text, word))
  }

  /// Whether the story has a word that begins as the verb or noun in the bytes of `range`, so that it may be a form of it.
  func admitForms(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard let word = StoryWords.firstWord(text, range), word.count > StoryWords.prefix else { return true }
    return has(Vocabulary.hash(text, word.lowerBound..<word.lowerBound + StoryWords.prefix) &+ 1)
  }

  /// Forms share their first bytes: "céder" and "cède" the c and the first byte of the vowel.
  private static let prefix = 2

  /// The bytes of the character at `i` if it is a letter or digit of Latin script, else 0; `next` is the place behind it.
  private static func letter(_ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ next: inout Int) -> Bool {
    let byte = text[i]
    next = i + (byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4)
    return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3 && byte < 0xE0
  }

  /// The first run of letters and digits.
  private static func firstWord(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    var i = range.lowerBound
    var next = i
    while i < range.upperBound, !letter(text, i, &next) { i = next }
    guard i < range.upperBound else { return nil }
    let start = i
    while i < range.upperBound, letter(text, i, &next) { i = next }
    return start..<min(i, range.upperBound)
  }

  private mutating func note(_ text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) {
    set(Vocabulary.hash(text, word))
    if word.count >= StoryWords.prefix {
      set(Vocabulary.hash(text, word.lowerBound..<word.lowerBound + StoryWords.prefix) &+ 1)
    }
  }

  private mutating func set(_ hash: UInt32) {
    let place = Int(hash >> 8 & 0x7FFF)
    bits[place >> 6] |= 1 << UInt64(place & 63)
  }

  private func has(_ hash: UInt32) -> Bool {
    let place = Int(hash >> 8 & 0x7FFF)
    return bits[place >> 6] & 1 << UInt64(place & 63) != 0
  }
}
