import Stories

/// Everything that the lexicons say of the words of one language.
struct Lexicon: Sendable {
  let language: Language
  private(set) var vocabulary: Vocabulary
  private(set) var infos: [WordInfo] = []
  private(set) var names: [KnownName]

  /// A phrase of two and more words.
  struct Phrase: Sendable {
    /// The place of its words in `phraseWords`, and how many they are.
    var start: Int32
    var count: Int32
    var info: WordInfo
    /// The next phrase with the same first word, which is no longer; -1 for none.
    var next: Int32
  }
  /// Verbs with many forms.
  private(set) var verbs = VerbStems()
  private(set) var phrases: [Phrase] = []
  private(set) var phraseWords: [Int32] = []
  /// For each word the first of the phrases that begin with it, or -1.
  private(set) var phraseHeads: [Int32] = []
  /// The figures of a deal and the words around them.
  let terms: TermLexicon

  /// Reads the lexicons of `language`; `names` is the lexicon of names.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  init(_ language: Language, names list: NameList, file: (String) -> [UInt8]?) throws(LexiconError) {
    self.language = language
    names = list.names
    vocabulary = Vocabulary(expecting: 1 << 12)
    var french = FrenchForms()
    var sections: [(LexiconFile, LexiconFile.Section)] = []
    for kind in language == .french
      ? ["verbs", "classes", "words", "cues", "deal"] : ["classes", "words", "cues", "deal"]
    {
      let name = "lexicon/\(language.rawValue)/\(kind).txt"
      guard let bytes = file(name) else { throw LexiconError(file: name, line: nil, problem: "the file is missing") }
      let lexicon = try LexiconFile(name: name, bytes: bytes)
      for section in lexicon.sections {
        if section.heading[0] == "family" {
          try Lexicon.addFamily(section, of: lexicon, to: &french)
        } else {
          sections.append((lexicon, section))
        }
      }
    }
    terms = try TermLexicon(language, french, file: file)
    for (lexicon, section) in sections { try add(section, of: lexicon, french) }
    if let bytes = file(CueCounts.path(language)) {
      try CueCounts.entries(bytes, language) { (word, entry) throws(LexiconError) in
        infos[intern(word, 0..<word.count)].cue = entry
      }
    }
    list.bytes.withUnsafeBufferPointer { text in
      for (spelling, name) in list.spellings {
        var info = WordInfo()
        info.name = Int32(name)
        add(UnsafeBufferPointer(rebasing: text[spelling]), info)
      }
    }
  }

  /// Makes a lexicon of the parts of another, as an image keeps them.
  init(
    _ language: Language, vocabulary: Vocabulary, infos: [WordInfo], names: [KnownName], verbs: VerbStems,
    phrases: [Phrase], phraseWords: [Int32], phraseHeads: [Int32], terms: TermLexicon
  ) {
    self.language = language
    self.vocabulary = vocabulary
    self.infos = infos
    self.names = names
    self.verbs = verbs
    self.phrases = phrases
    self.phraseWords = phraseWords
    self.phraseHeads = phraseHeads
    self.terms = terms
  }

  /// The number of the word in the bytes of `range`, or -1.
  @inline(__always) func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    vocabulary.find(text, range)
  }

  /// What is known of `word`, in whatever form; `nil` if it is nothing.
  func info(of word: String) -> WordInfo? {
    var word = word
    return word.withUTF8 { text in
      let number = self.word(text, 0..<text.count)
      var info = number < 0 ? nil : infos[number]
      if let verb = verbs.info(text, 0..<text.count) {
        if info == nil { info = verb } else { info?.merge(verb) }
      }
      return info
    }
  }

  /// The number of `word`, if it is known.
  func number(of word: String) -> Int32? {
    var word = word
    let number = word.withUTF8 { self.word($0, 0..<$0.count) }
    return number < 0 ? nil : Int32(number)
  }

  /// What the first phrase says that begins with the word `first` and for whose words and info `fits` is true.
  func phrase(opening first: Int32, where fits: (ArraySlice<Int32>, WordInfo) -> Bool) -> WordInfo? {
    guard first >= 0 else { return nil }
    var next = phraseHeads[Int(first)]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      if fits(phraseWords[Int(phrase.start)..<Int(phrase.start + phrase.count)], phrase.info) { return phrase.info }
      next = phrase.next
    }
    return nil
  }

  /// Whether the word in the bytes of `range` keeps the full stop behind it.
  func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let word = word(text, range)
    return word >= 0 && infos[word].traits.has(.abbreviation)
  }

  /// Fills in what the lexicon knows of the tokens from `first` on.
  func annotate(_ tokens: inout [Token], from first: Int, _ text: UnsafeBufferPointer<UInt8>) {
    tokens.withUnsafeMutableBufferPointer { annotate($0, from: first, text) }
  }

  private func annotate(
    _ tokens: UnsafeMutableBufferPointer<Token>, from first: Int, _ text: UnsafeBufferPointer<UInt8>
  ) {
    for i in first..<tokens.count {
      let range = Int(tokens[i].start)..<Int(tokens[i].end)
      tokens[i].hash = Vocabulary.hash(text, range)
      guard tokens[i].kind == .word || tokens[i].kind == .symbol else { continue }
      var word = vocabulary.find(tokens[i].hash, text, range)
      if word < 0, tokens[i].shape.contains(.dotted) { word = self.word(text, range.lowerBound..<range.upperBound - 1) }
      let verb = verbs.isEmpty ? nil : verbs.info(text, range)
      tokens[i].word = Int32(word)
      let info = word < 0 ? WordInfo() : infos[word]
      tokens[i].isKnown = verb != nil || word >= 0 && !info.isEmpty
      guard tokens[i].isKnown else {
        if !tokens[i].isCapital { tokens[i].info.traits = UnknownWord.traits(text, range, language) }
        continue
      }
      guard word >= 0 else {
        if let verb {
          tokens[i].info = verb
          tokens[i].cue = verb.cue
        }
        continue
      }
      tokens[i].info = info
      tokens[i].wordClass = info.wordClass
      if let verb { tokens[i].info.merge(verb) }
      tokens[i].cue = tokens[i].info.cue
      // "SA" is a legal form, "sa" a possessive.
      if info.traits.has(.designator), tokens[i].shape.contains(.capitals) {
        tokens[i].info.traits = Traits(.designator)
      }
      // "May" and "may", "March" and "march": English months have a capital.
      if language == .english, info.month > 0 {
        tokens[i].info.traits =
          tokens[i].isCapital
          ? info.traits.intersection(.time | .month | .abbreviation) : info.traits.subtracting(.time | .month)
      }
    }
    var i = first
    while i < tokens.count {
      i += matchPhrase(tokens, at: i)
    }
  }

  /// Marks the longest phrase that starts at token `i` and returns how many tokens to go on by.
  @inline(__always) private func matchPhrase(_ tokens: UnsafeMutableBufferPointer<Token>, at i: Int)
    -> Int
  {
    let word = tokens[i].word
    guard word >= 0 else { return 1 }
    var next = phraseHeads[Int(word)]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      next = phrase.next
      let count = Int(phrase.count)
      guard i + count <= tokens.count else { continue }
      var fits = true
      for k in 1..<count
      where tokens[i + k].word != phraseWords[Int(phrase.start) + k]
        || tokens[i + k].shape.contains(.newLine) && tokens[i + k].isPunctuation
      {
        fits = false
        break
      }
      // A name is written with a capital.
      guard fits, phrase.info.name < 0 || tokens[i].isCapital || tokens[i + count - 1].isCapital else {
        continue
      }
      // A phrase means what it means, not what its first word means: "maintenant que" is no form of "maintenir".
      // But it is a verb where its first word is one: "is expected to", "agreed to".
      let verbal = tokens[i].traits.intersection(Lexicon.verbal)
      tokens[i].info = phrase.info
      if phrase.info.name < 0 { tokens[i].info.traits.formUnion(verbal) }
      tokens[i].phraseLength = UInt8(count)
      for k in 1..<count { tokens[i + k].insidePhrase = true }
      return count
    }
    return 1
  }

  private static let verbal: Traits = Trait.finite | .participle | .be | .have | .modal | .conditional

  // MARK: Loading

  private mutating func add(_ section: LexiconFile.Section, of file: LexiconFile, _ french: FrenchForms)
    throws(LexiconError)
  {
    let heading = try SectionHeading(section, of: file)
    try file.bytes.withUnsafeBufferPointer { (text) throws(LexiconError) in
      for (index, entry) in section.entries.enumerated() {
        let words = UnsafeBufferPointer(rebasing: text[entry.words])
        switch heading.kind {
        case .words: add(words, heading.info(.base))
        case .months:
          var info = heading.info(.base)
          info.month = UInt8(index % 12 + 1)
          add(words, info)
        case .verbs where language == .french && !text[entry.words].contains(UInt8(ascii: " ")) && !isReflexive(words):
          let stems = french.stems(Array(words))
          if stems.isEmpty { throw noVerb(entry, file) }
          let notes = entry.notes.map { Array(text[$0]) }
          let info = heading.info(
            .base, takesPhrase: notes.contains(Lexicon.takesPhrase), isReflexive: notes.contains(Lexicon.isReflexive))
          for (stem, set) in stems where !stem.isEmpty { verbs.add(stem, set, of: french, info) }
          if stems.contains(where: { $0.stem.isEmpty }) { _ = inflect(Array(words), notes, heading, french) }
        case .nouns, .verbs:
          let notes = entry.notes.map { Array(text[$0]) }
          guard inflect(Array(words), notes, heading, french) else {
            throw noVerb(entry, file)
          }
        }
      }
    }
  }

  private static let takesPhrase = [UInt8]("np")
  private static let isReflexive = [UInt8]("refl")

  /// "s'offrir": the pronoun belongs to every form.
  private func isReflexive(_ verb: UnsafeBufferPointer<UInt8>) -> Bool { verb.contains(UInt8(ascii: "'")) }

  private func noVerb(_ entry: LexiconFile.Entry, _ file: LexiconFile) -> LexiconError {
    file.error(entry.line, "\"\(file.string(entry.words))\" has no ending of a verb")
  }

  /// Adds all forms of the noun or verb `words`; false if it ends like no verb.
  private mutating func inflect(
    _ words: [UInt8], _ notes: [[UInt8]], _ heading: SectionHeading, _ french: FrenchForms
  ) -> Bool {
    let takesPhrase = notes.contains(Lexicon.takesPhrase)
    let isReflexive = notes.contains(Lexicon.isReflexive)
    // The forms are put in after all are made: the writer must not hold the lexicon meanwhile.
    return withoutActuallyEscaping({ (spelling: UnsafeBufferPointer<UInt8>, traits: Traits, form: CueEntry.Form) in
      var info = heading.info(form, takesPhrase: takesPhrase, isReflexive: isReflexive)
      info.traits.formUnion(traits)
      add(spelling, info)
    }) { take in
      var writer = FormWriter(take)
      if heading.kind == .nouns {
        if language == .french { FrenchForms.noun(words, &writer) } else { EnglishForms.noun(words, &writer) }
        return true
      }
      var words = words[...]
      // "se retirer", "s'offrir": the pronoun stays before every form.
      if language == .french {
        for pronoun in [[UInt8]("se "), [UInt8]("s'")] where words.starts(with: pronoun) {
          writer.prefix = pronoun
          words = words.dropFirst(pronoun.count)
        }
      }
      // "laisser entendre", "step down": the first word is the verb.
      let end = words.firstIndex(of: UInt8(ascii: " ")) ?? words.endIndex
      writer.suffix = Array(words[end...])
      let lemma = Array(words[..<end])
      if language == .french { return french.verb(lemma, &writer) }
      EnglishForms.verb(lemma, past: notes, &writer)
      return true
    }
  }

  private mutating func add(_ spelling: UnsafeBufferPointer<UInt8>, _ info: WordInfo) {
    // Nearly all are single words of letters, which no tokeniser needs to cut.
    if spelling.allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 >= 0xC3 && $0 < 0xC6 || $0 >= 0x80 && $0 < 0xC0 }) {
      if !spelling.isEmpty { infos[intern(spelling, 0..<spelling.count)].merge(info) }
      return
    }
    var tokens: [Token] = []
    Tokenizer(language: language, isAbbreviation: { _, _ in false }).tokens(spelling, 0..<spelling.count, into: &tokens)
    if tokens.count == 1 {
      infos[intern(spelling, Int(tokens[0].start)..<Int(tokens[0].end))].merge(info)
    } else if tokens.count > 1 {
      addPhrase(tokens.map { Int32(intern(spelling, Int($0.start)..<Int($0.end))) }, info)
    }
  }

  /// Adds a phrase behind the longer ones with the same first word.
  private mutating func addPhrase(_ words: [Int32], _ info: WordInfo) {
    var before: Int32 = -1
    var next = phraseHeads[Int(words[0])]
    while next >= 0 {
      let phrase = phrases[Int(next)]
      let place = Int(phrase.start)
      if Int(phrase.count) == words.count, phraseWords[place..<place + words.count].elementsEqual(words) {
        phrases[Int(next)].info.merge(info)
        return
      }
      if Int(phrase.count) >= words.count { before = next }
      next = phrase.next
    }
    let after = before < 0 ? phraseHeads[Int(words[0])] : phrases[Int(before)].next
    phrases.append(Phrase(start: Int32(phraseWords.count), count: Int32(words.count), info: info, next: after))
    phraseWords.append(contentsOf: words)
    if before < 0 {
      phraseHeads[Int(words[0])] = Int32(phrases.count - 1)
    } else {
      phrases[Int(before)].next = Int32(phrases.count - 1)
    }
  }

  private mutating func intern(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let word = vocabulary.intern(text, range)
    if word == infos.count {
      infos.append(WordInfo())
      phraseHeads.append(-1)
    }
    return word
  }

  private static func addFamily(
    _ section: LexiconFile.Section, of file: LexiconFile, to french: inout FrenchForms
  ) throws(LexiconError) {
    guard section.heading.count == 3 else { throw file.error(section.line, "a heading is [family ENDING FORM]") }
    let endings = section.entries.map { Array(file.bytes[$0.words]) }
    let made: [FrenchForms.Ending]
    switch section.heading[2] {
    case "finite": made = endings.map { .init($0, Traits(.finite)) }
    case "conditional": made = endings.map { .init($0, .finite | .conditional) }
    case "participle": made = endings.flatMap { FrenchForms.Ending.participle($0) }
    case "gerund": made = endings.map { .init($0, Traits(.gerund), .ing) }
    default:
      throw file.error(
        section.line, "\"\(section.heading[2])\" is no form; there are finite, conditional, participle, gerund")
    }
    french.add(made, to: Array(section.heading[1].utf8))
  }
}
