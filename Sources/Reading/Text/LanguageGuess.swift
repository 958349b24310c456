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
    var counts = SIMD2<Int>(0, 0)
    var start = 0
    var i = 0
    let end = min(text.count, LanguageGuess.sample)
    while i < end {
      // Most of a word are plain letters.
      while i < end, text[i] | 0x20 &- 0x61 < 26 { i += 1 }
      if i == end { break }
      let byte = text[i]
      if byte >= 0xC3 && byte < 0xE0 || byte >= 0x80 && byte < 0xC0 && i > start {
        i += 1
        continue
      }
      // An elision counts with its apostrophe: "l'", "qu’".
      let curved = byte == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && text[i + 2] == 0x99
      if byte == 0x27 || curved, i - start <= 2 { i += curved ? 3 : 1 }
      if i > start { count(start..<i) }
      if abs(counts[0] - counts[1]) >= LanguageGuess.lead { break }
      if i < end, text[i] | 0x20 &- 0x61 >= 26 { i += 1 }
      start = i
    }
    if i >= end, end > start { count(start..<end) }
    return counts[1] > counts[0] ? LanguageGuess.all[1] : LanguageGuess.all[0]

    func count(_ range: Range<Int>) {
      // A curved apostrophe is two bytes longer than a straight one.
      guard range.count <= longest + 2 else { return }
      let word = vocabulary.find(text, range)
      guard word >= 0 else { return }
      for language in 0..<2 where languages[word] & 1 << UInt8(language) != 0 { counts[language] += 1 }
    }
  }
}
