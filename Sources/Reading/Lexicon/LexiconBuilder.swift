import Stories

/// A lexicon that is being read out of its texts.
struct LexiconBuilder {
  private let language: Language
  private let names: [KnownName]
  private let terms: TermLexicon
  private var vocabulary = VocabularyBuilder(expecting: 1 << 12)
  private var infos: [WordInfo] = []
  private var verbs = VerbStemsBuilder()
  private var phrases: [Phrase] = []
  private var phraseWords: [Int32] = []
  private var phraseHeads: [Int32] = []
  private var groups = WordGroupBuilder()

  /// A phrase of two and more words.
  private struct Phrase {
    /// The place of its words in `phraseWords`, and how many they are.
    var start: Int32
    var count: Int32
    var info: WordInfo
    /// The next phrase with the same first word, which is no longer; -1 for none.
    var next: Int32
  }

  /// Reads the lexicons of `language`; `names` is the lexicon of names.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  init(_ language: Language, names list: NameList, file: (String) -> [UInt8]?) throws(LexiconError) {
    self.language = language
    names = list.names
    var french = FrenchForms()
    var sections: [(LexiconFile, LexiconFile.Section)] = []
    for kind in language == .french
      ? ["verbs", "classes", "words", "cues", "deal", "groups"] : ["classes", "words", "cues", "deal", "groups"]
    {
      let name = "lexicon/\(language.rawValue)/\(kind).txt"
      guard let bytes = file(name) else { throw LexiconError(file: name, line: nil, problem: "the file is missing") }
      let lexicon = try LexiconFile(name: name, bytes: bytes)
      for section in lexicon.sections {
        if section.heading[0] == "family" {
          try LexiconBuilder.addFamily(section, of: lexicon, to: &french)
        } else {
          sections.append((lexicon, section))
        }
      }
    }
    terms = try TermLexiconBuilder(language, french, file: file).made
    for (lexicon, section) in sections { try add(section, of: lexicon, french) }
    if let bytes = file(CueCounts.path(language)) {
      try CueCounts.entries(bytes, language) { (word, entry) throws(LexiconError) in
        let number = intern(word, 0..<word.count)
        infos[number].cue = groups.has(.irregularPast, number) ? entry.inForm(.ed) : entry
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

  /// What was read.
  var made: Lexicon {
    let words = vocabulary.made
    let termWords = (0..<words.count).map { word in
      Array(words.spelling(word)).withUnsafeBufferPointer { terms.word($0, 0..<$0.count) }
    }
    return Lexicon(
      language, vocabulary: words, infos: Column(infos), names: NameTable(names),
      phraseStarts: Column(phrases.map(\.start)), phraseCounts: Column(phrases.map(\.count)),
      phraseInfos: Column(phrases.map(\.info)), phraseNexts: Column(phrases.map(\.next)),
      phraseWords: Column(phraseWords), phraseHeads: Column(phraseHeads),
      verbs: verbs.made, terms: terms, termWords: Column(termWords), groups: groups.made(count: words.count))
  }

  private mutating func add(_ section: LexiconFile.Section, of file: LexiconFile, _ french: FrenchForms)
    throws(LexiconError)
  {
    let heading = try SectionHeading(section, of: file)
    try file.bytes.withUnsafeBufferPointer { (text) throws(LexiconError) in
      for (index, entry) in section.entries.enumerated() {
        let words = UnsafeBufferPointer(rebasing: text[entry.words])
        if !heading.groups.isEmpty { try addToGroups(words, entry, file, heading, french) }
        if heading.isOnlyGroups { continue }
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
            .base, takesPhrase: notes.contains(LexiconBuilder.takesPhrase),
            isReflexive: notes.contains(LexiconBuilder.isReflexive))
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
    let takesPhrase = notes.contains(LexiconBuilder.takesPhrase)
    let isReflexive = notes.contains(LexiconBuilder.isReflexive)
    return forms(of: words, notes, heading.kind, french) { spelling, traits, form in
      var info = heading.info(form, takesPhrase: takesPhrase, isReflexive: isReflexive)
      info.traits.formUnion(traits)
      add(spelling, info)
    }
  }

  /// Hands all forms of the noun or verb `words` to `take`; false if it ends like no verb.
  private func forms(
    of words: [UInt8], _ notes: [[UInt8]], _ kind: SectionHeading.Kind, _ french: FrenchForms,
    _ take: (UnsafeBufferPointer<UInt8>, Traits, CueEntry.Form) -> Void
  ) -> Bool {
    withoutActuallyEscaping(take) { take in
      var writer = FormWriter(take)
      if kind == .nouns {
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

  /// Puts all forms of an entry into the groups of its heading, each spelled out: a group has words, no stems.
  private mutating func addToGroups(
    _ words: UnsafeBufferPointer<UInt8>, _ entry: LexiconFile.Entry, _ file: LexiconFile, _ heading: SectionHeading,
    _ french: FrenchForms
  ) throws(LexiconError) {
    var spellings = [Array(words)]
    if heading.kind == .nouns || heading.kind == .verbs {
      let notes = entry.notes.map { Array(file.bytes[$0]) }
      spellings = []
      let isInflected = forms(of: Array(words), notes, heading.kind, french) { form, _, _ in
        spellings.append(Array(form))
      }
      guard isInflected else { throw noVerb(entry, file) }
    }
    for spelling in spellings {
      let word = spelling.withUnsafeBufferPointer { single($0) }
      guard let word else {
        throw file.error(entry.line, "\"\(file.string(entry.words))\" is no single word; a group has no phrases")
      }
      for group in heading.groups { groups.add(word, to: group) }
    }
  }

  /// The number of the word that `spelling` is; `nil` for a phrase.
  private mutating func single(_ spelling: UnsafeBufferPointer<UInt8>) -> Int? {
    let tokens = tokens(of: spelling)
    return tokens.count == 1 ? intern(spelling, Int(tokens[0].start)..<Int(tokens[0].end)) : nil
  }

  private func tokens(of spelling: UnsafeBufferPointer<UInt8>) -> [Token] {
    var tokens: [Token] = []
    Tokenizer(language: language, isAbbreviation: { _, _ in false }).tokens(spelling, 0..<spelling.count, into: &tokens)
    return tokens
  }

  private mutating func add(_ spelling: UnsafeBufferPointer<UInt8>, _ info: WordInfo) {
    // Nearly all are single words of letters, which no tokeniser needs to cut.
    if spelling.allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 >= 0xC3 && $0 < 0xC6 || $0 >= 0x80 && $0 < 0xC0 }) {
      if !spelling.isEmpty { infos[intern(spelling, 0..<spelling.count)].merge(info) }
      return
    }
    let tokens = tokens(of: spelling)
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
