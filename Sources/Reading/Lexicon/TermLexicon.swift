import Stories

/// What a language knows of the figures of a deal: numbers, scales, units, and the words around them.
///
/// It stands apart from the lexicon of words: "won" is a unit behind a number only, and "close" a movement of the market
/// beside one only.
struct TermLexicon: Sendable {
  let vocabulary: Vocabulary
  /// For each word what it means, as `TermWord.bits`.
  let meanings: Column<UInt32>
  /// For each word the first of the phrases that begin with it, or -1.
  let heads: Column<Int32>
  /// For each phrase of two and more words where its words begin in `phraseWords`, and behind the last where they end;
  /// phrases stand by their first word, the longer first.
  let phraseStarts: Column<Int32>
  let phraseWords: Column<Int32>
  let phraseMeanings: Column<UInt32>

  /// The number of the word in the bytes of `range`, or -1.
  func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 { Int32(vocabulary.find(text, range)) }

  /// The number of the word that `token` is, or -1.
  @inline(__always) func word(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    Int32(vocabulary.find(token.hash, text, Int(token.start)..<Int(token.end)))
  }

  /// What the word with the number `word` means; nothing for -1.
  func meaning(_ word: Int32) -> TermWord { word < 0 ? .none : TermWord(bits: meanings[Int(word)]) }

  /// What the words from place `i` on, which go on in the text up to place `end`, mean, and how many they are: the longest
  /// phrase, else a word.
  func meaning(_ words: UnsafeBufferPointer<Int32>, _ i: Int, _ end: Int) -> (meaning: TermWord, count: Int) {
    let first = words[i]
    guard first >= 0 else { return (.none, 1) }
    var phrase = Int(heads[Int(first)])
    while phrase >= 0, phrase + 1 < phraseStarts.count, phraseWords[Int(phraseStarts[phrase])] == first {
      let place = Int(phraseStarts[phrase])
      let count = Int(phraseStarts[phrase + 1]) - place
      if i + count <= end, (0..<count).allSatisfy({ phraseWords[place + $0] == words[i + $0] }) {
        return (TermWord(bits: phraseMeanings[phrase]), count)
      }
      phrase += 1
    }
    return (meaning(first), 1)
  }
}

/// A lexicon of terms that is being read.
struct TermLexiconBuilder {
  private var vocabulary = VocabularyBuilder(expecting: 1 << 9)
  private var words: [TermWord] = []
  private var phrases: [Phrase] = []

  private struct Phrase {
    var words: [Int32]
    var meaning: TermWord
  }

  /// Reads the lexicon of terms of `language`.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  init(_ language: Language, _ french: FrenchForms, file: (String) -> [UInt8]?) throws(LexiconError) {
    let name = "lexicon/\(language.rawValue)/terms.txt"
    guard let bytes = file(name) else { throw LexiconError(file: name, line: nil, problem: "the file is missing") }
    let lexicon = try LexiconFile(name: name, bytes: bytes)
    for section in lexicon.sections {
      let (kind, meaning) = try TermLexiconBuilder.heading(section, of: lexicon)
      for entry in section.entries {
        for form in try TermLexiconBuilder.forms(entry, kind, language, french, lexicon) {
          add(form, meaning, language)
        }
      }
    }
    sortPhrases()
  }

  /// What was read.
  var made: TermLexicon {
    var heads = [Int32](repeating: -1, count: words.count)
    for (place, phrase) in phrases.enumerated().reversed() { heads[Int(phrase.words[0])] = Int32(place) }
    var starts: [Int32] = [0]
    for phrase in phrases { starts.append(starts[starts.count - 1] + Int32(phrase.words.count)) }
    return TermLexicon(
      vocabulary: vocabulary.made, meanings: Column(words.map(\.bits)), heads: Column(heads),
      phraseStarts: Column(starts), phraseWords: Column(phrases.flatMap(\.words)),
      phraseMeanings: Column(phrases.map(\.meaning.bits)))
  }

  // MARK: Loading

  /// Reads "[KIND ROLE… unit CODE scale POWER number VALUE]".
  private static func heading(_ section: LexiconFile.Section, of file: LexiconFile) throws(LexiconError) -> (
    SectionHeading.Kind, TermWord
  ) {
    guard let kind = SectionHeading.Kind(rawValue: section.heading[0]), kind != .months else {
      throw file.error(section.line, "a heading starts with words, nouns or verbs, not \"\(section.heading[0])\"")
    }
    var meaning = TermWord.none
    var words = section.heading.dropFirst()
    while let word = words.popFirst() {
      switch word {
      case "scale", "number":
        guard let value = words.popFirst().flatMap({ Int($0) }), (0...1000).contains(value) else {
          throw file.error(section.line, "after \"\(word)\" comes a number from 0 to 1000")
        }
        meaning = meaning.merged(with: TermWord([], word == "scale" ? .scale(value) : .number(value)))
      case "unit":
        let parts = (words.popFirst() ?? "").split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let code = parts.first, code == "%" || code.utf8.count == 3 && code.utf8.allSatisfy({ $0 &- 0x41 < 26 }),
          parts.count == 1 || parts == [code, "100"]
        else {
          throw file.error(section.line, "after \"unit\" comes %, USD or another code of three letters, or USD/100")
        }
        meaning = meaning.merged(with: TermWord([], .unit(code, isHundredth: parts.count == 2)))
      default:
        guard let role = TermWord.Roles(name: word) else {
          throw file.error(
            section.line,
            "\"\(word)\" is no role; there are premium fee shares each worth accounts trading compare holds, unit, scale, number"
          )
        }
        meaning = meaning.merged(with: TermWord(role))
      }
    }
    return (kind, meaning)
  }

  private static func forms(
    _ entry: LexiconFile.Entry, _ kind: SectionHeading.Kind, _ language: Language, _ french: FrenchForms,
    _ file: LexiconFile
  ) throws(LexiconError) -> [[UInt8]] {
    let words = Array(file.bytes[entry.words])
    var forms: [[UInt8]] = []
    var isVerb = true
    withoutActuallyEscaping({ (form: UnsafeBufferPointer<UInt8>, _: Traits, _: CueEntry.Form) in
      forms.append(Array(form))
    }) { take in
      var writer = FormWriter(take)
      switch (kind, language) {
      case (.nouns, .english): EnglishForms.noun(words, &writer)
      case (.nouns, .french): FrenchForms.noun(words, &writer)
      case (.verbs, .english): EnglishForms.verb(words, past: entry.notes.map { Array(file.bytes[$0]) }, &writer)
      case (.verbs, .french): isVerb = french.verb(words, &writer)
      default: writer.write(words, [], .base)
      }
    }
    guard isVerb else {
      throw file.error(entry.line, "\"\(file.string(entry.words))\" has no ending of a verb")
    }
    return forms
  }

  private mutating func add(_ form: [UInt8], _ meaning: TermWord, _ language: Language) {
    form.withUnsafeBufferPointer { text in
      var tokens: [Token] = []
      Tokenizer(language: language, isAbbreviation: { _, _ in false }).tokens(text, 0..<text.count, into: &tokens)
      let numbers = tokens.map { intern(text, Int($0.start)..<Int($0.end)) }
      if numbers.count == 1 {
        words[Int(numbers[0])] = words[Int(numbers[0])].merged(with: meaning)
      } else if let known = phrases.firstIndex(where: { $0.words == numbers }) {
        phrases[known].meaning = phrases[known].meaning.merged(with: meaning)
      } else if !numbers.isEmpty {
        phrases.append(Phrase(words: numbers, meaning: meaning))
      }
    }
  }

  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int32 {
    let word = vocabulary.intern(text, range)
    if word == words.count { words.append(.none) }
    return Int32(word)
  }

  private mutating func sortPhrases() {
    phrases.sort { a, b in
      a.words[0] != b.words[0]
        ? a.words[0] < b.words[0]
        : a.words.count != b.words.count ? a.words.count > b.words.count : a.words.lexicographicallyPrecedes(b.words)
    }
  }
}
