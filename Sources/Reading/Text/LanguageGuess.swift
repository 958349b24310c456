import Stories

/// Tells a story's language by the frequent words of each.
struct LanguageGuess: Sendable {
  private let vocabulary: Vocabulary
  /// For each word a bit for each language that has it.
  private let languages: Column<UInt8>
  /// The bytes of the longest word.
  private let longest: Int
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
  }

  private static let magic = Array("suitor languages 1\n".utf8)
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
  }

  /// The language with the most frequent words in `text`; English if none has more.
  func language(of text: UnsafeBufferPointer<UInt8>) -> Language {
    /// How many more words of the second language than of the first there are.
    var balance = 0
    var start = 0
    var i = 0
    let end = min(text.count, LanguageGuess.sample)
    while i < end {
      // Most words are plain letters, whose hash is made on the way.
      var hash = Spelling.emptyHash
      while i < end, text[i] | 0x20 &- 0x61 < 26 {
        hash = Spelling.hash(hash, text[i] | 0x20)
        i += 1
      }
      if i < end, isLetter(text[i], i > start) {
        while i < end, text[i] | 0x20 &- 0x61 < 26 || isLetter(text[i], true) { i += 1 }
        hash = Spelling.hash(text, start..<i)
      }
      if i == end { break }
      let byte = text[i]
      // An elision counts with its apostrophe: "l'", "qu’".
      let curved = byte == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x99
      if byte == 0x27 || curved, i - start <= 2 {
        i += curved ? 3 : 1
        hash = Spelling.hash(text, start..<i)
      }
      if i > start { balance += weight(text, start..<i, hash) }
      if abs(balance) >= LanguageGuess.lead { break }
      if i < end, text[i] | 0x20 &- 0x61 >= 26 { i += 1 }
      start = i
    }
    if i >= end, end > start { balance += weight(text, start..<end, Spelling.hash(text, start..<end)) }
    return LanguageGuess.all[balance > 0 ? 1 : 0]
  }

  /// Whether `byte` is part of a letter with an accent; one that goes on with a letter only within a word.
  @inline(__always) private func isLetter(_ byte: UInt8, _ isWithin: Bool) -> Bool {
    byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0 && isWithin
  }

  /// What the word in the bytes of `range` adds to the balance.
  @inline(__always)
  private func weight(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ hash: UInt32) -> Int {
    // A curved apostrophe is two bytes longer than a straight one.
    guard range.count <= longest + 2 else { return 0 }
    let word = vocabulary.find(hash, text, range)
    guard word >= 0 else { return 0 }
    return Int(languages[word] >> 1 & 1) - Int(languages[word] & 1)
  }
}
