import Stories

/// Tells a story's language by the frequent words of each.
final class LanguageGuess: Sendable {
  private let vocabulary: Vocabulary
  /// For each word a bit for each language that has it.
  private let languages: Column<UInt8>
  /// The bytes of the longest word.
  private let longest: Int
  /// What words of up to eight plain letters add to the balance, by their letters in one number.
  private let short: ShortWords
  private static let all = Language.allCases

  /// How much of a story is looked at, in bytes.
  private static let sample = 2048
  /// So many more words of one language than of the other leave no doubt.
  private static let lead = 24

  /// Reads `lexicon/languages.txt`; throws `LexiconError` with the line of what is malformed.
  init(file: (String) -> [UInt8]?) throws(LexiconError) {
    let name = "lexicon/languages.txt"
    guard let bytes = file(name) else { throw LexiconError(file: name, line: nil, problem: "the file is missing") }
    let lexicon = try LexiconFile(name: name, bytes: bytes)
    var vocabulary = VocabularyBuilder(expecting: 100)
    var languages: [UInt8] = []
    var longest = 0
    for section in lexicon.sections {
      guard section.heading.count == 2, section.heading[0] == "words",
        let language = LanguageGuess.all.firstIndex(where: { $0.rawValue == section.heading[1] })
      else { throw lexicon.error(section.line, "a heading is [words en] or [words fr]") }
      for entry in section.entries {
        let word = bytes.withUnsafeBufferPointer { vocabulary.intern($0, entry.words) }
        if word == languages.count { languages.append(0) }
        longest = max(longest, entry.words.count)
        languages[word] |= 1 << UInt8(language)
      }
    }
    self.vocabulary = vocabulary.made
    self.languages = Column(languages)
    self.longest = longest
    short = ShortWords(self.vocabulary, self.languages)
  }

  private static let magic = Array("suitor languages 2\n".utf8)
  /// The path of its image below `Data`.
  static let imagePath = "compiled/languages"

  /// The bytes of its image.
  var image: [UInt8] {
    var image = ImageWriter(LanguageGuess.magic)
    image.put(vocabulary)
    image.put(languages)
    image.put([UInt32(longest)])
    return image.bytes
  }

  /// The guess in the bytes of an image, which must stay where they are; `nil` if they are none of this form.
  init?(image bytes: UnsafeRawBufferPointer) {
    guard bytes.starts(with: LanguageGuess.magic), ImageReader.isAligned(bytes) else { return nil }
    var image = ImageReader(bytes, from: LanguageGuess.magic.count)
    vocabulary = image.vocabulary()
    languages = image.column()
    let longest = image.column(UInt32.self)
    guard image.isWhole, longest.count == 1 else { return nil }
    self.longest = Int(longest[0])
    short = ShortWords(vocabulary, languages)
  }

  /// The language with the most frequent words in `text`; English if none has more.
  func language(of text: UnsafeBufferPointer<UInt8>) -> Language {
    /// How many more words of the second language than of the first there are.
    var balance = 0
    let short = short
    var start = 0
    var i = 0
    let end = min(text.count, LanguageGuess.sample)
    while i < end {
      // Most words are plain letters up to a space or mark, and are known by their letters alone.
      var letters: UInt64 = 0
      while i < end, text[i] | 0x20 &- 0x61 < 26 {
        letters = letters << 8 | UInt64(text[i] | 0x20)
        i += 1
      }
      if i < end, text[i] < 0x80, text[i] != 0x27 {
        if i > start, i - start <= 8 { balance += short[letters] }
        if i - start > 8 { balance += weight(text, start..<i) }
        if abs(balance) >= LanguageGuess.lead { break }
        i += 1
        start = i
        continue
      }
      while i < end, text[i] | 0x20 &- 0x61 < 26 || isLetter(text[i], i > start) { i += 1 }
      if i == end { break }
      let byte = text[i]
      // An elision counts with its apostrophe: "l'", "qu’".
      let curved = byte == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x99
      if byte == 0x27 || curved, i - start <= 2 { i += curved ? 3 : 1 }
      if i > start { balance += weight(text, start..<i) }
      if abs(balance) >= LanguageGuess.lead { break }
      if i < end, text[i] | 0x20 &- 0x61 >= 26 { i += 1 }
      start = i
    }
    if i >= end, end > start { balance += weight(text, start..<end) }
    return LanguageGuess.all[balance > 0 ? 1 : 0]
  }

  /// Whether `byte` is part of a letter with an accent; one that goes on with a letter only within a word.
  @inline(__always) private func isLetter(_ byte: UInt8, _ isWithin: Bool) -> Bool {
    byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0 && isWithin
  }

  /// What the word in the bytes of `range` adds to the balance.
  private func weight(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    // A curved apostrophe is two bytes longer than a straight one.
    guard range.count <= longest + 2 else { return 0 }
    let word = vocabulary.find(text, range)
    guard word >= 0 else { return 0 }
    return Int(languages[word] >> 1 & 1) - Int(languages[word] & 1)
  }
}

/// Short words of plain letters with what they say of the language, by their letters.
///
/// Every story's words are looked up here before anything else, and hardly any of them is known.
private struct ShortWords: Sendable {
  /// For each place the letters of a word, or 0, and what it adds: 1 for the second language, -1 for the first.
  private let letters: Column<UInt64>
  private let weights: Column<Int8>
  private let shift: UInt64

  init(_ vocabulary: Vocabulary, _ languages: Column<UInt8>) {
    var size = 64
    while size < vocabulary.count * 4 { size *= 2 }
    var letters = [UInt64](filledWith: 0, count: size)
    var weights = [Int8](filledWith: 0, count: size)
    shift = UInt64(64 - size.trailingZeroBitCount)
    for word in 0..<vocabulary.count {
      let spelling = vocabulary.spelling(word)
      guard spelling.count <= 8, spelling.allSatisfy({ $0 &- 0x61 < 26 }) else { continue }
      let key = spelling.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      var place = ShortWords.place(key, shift)
      while letters[place] != 0 { place = (place + 1) & (size - 1) }
      letters[place] = key
      weights[place] = Int8(languages[word] >> 1 & 1) - Int8(languages[word] & 1)
    }
    self.letters = Column(letters)
    self.weights = Column(weights)
  }

  @inline(__always) private static func place(_ key: UInt64, _ shift: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// What the word with these letters adds to the balance.
  @inline(__always) subscript(key: UInt64) -> Int {
    var place = ShortWords.place(key, shift)
    while letters[place] != 0 {
      if letters[place] == key { return Int(weights[place]) }
      place = (place + 1) & (letters.count - 1)
    }
    return 0
  }
}
