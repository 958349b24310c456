import Stories

/// Everything that the lexicons say of the words of one language.
struct Lexicon: Sendable {
  let language: Language
  private(set) var vocabulary = Vocabulary()
  private(set) var infos: [WordInfo] = []
  private(set) var names: [KnownName]

  /// Phrases of two and more words: those with the same first word are linked, the longest first.
  private struct Phrase: Sendable {
    var words: [Int32]
    var info: WordInfo
  }
  private var phrases: [Int32: [Phrase]] = [:]
  /// Whether phrases begin with the word.
  private var opensPhrase: [Bool] = []

  /// Reads the lexicons of `language`; `names` is the lexicon of names.
  ///
  /// Throws `LexiconError` with file and line of what is missing or malformed.
  init(_ language: Language, names list: NameList, file: (String) -> [UInt8]?) throws(LexiconError) {
    self.language = language
    names = list.names
    infos.reserveCapacity(1 << 14)
    var french = FrenchForms()
    for kind in language == .french ? ["verbs", "words", "cues", "deal"] : ["words", "cues", "deal"] {
      let name = "lexicon/\(language.rawValue)/\(kind).txt"
      guard let bytes = file(name) else { throw LexiconError(file: name, line: nil, problem: "the file is missing") }
      let lexicon = try LexiconFile(name: name, bytes: bytes)
      for section in lexicon.sections {
        if section.heading[0] == "family" {
          try Lexicon.addFamily(section, of: lexicon, to: &french)
        } else {
          try add(section, of: lexicon, french)
        }
      }
    }
    for (spelling, name) in list.spellings {
      var info = WordInfo()
      info.name = Int32(name)
      add(spelling, info)
    }
    for first in phrases.keys { phrases[first]?.sort { $0.words.count > $1.words.count } }
    opensPhrase = (0..<vocabulary.count).map { phrases[Int32($0)] != nil }
  }

  /// The number of the word in the bytes of `range`, or -1.
  @inline(__always) func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    vocabulary.find(Vocabulary.Key(text, range))
  }

  /// The number of `word`, if it is known.
  func number(of word: String) -> Int32? {
    var word = word
    let number = word.withUTF8 { self.word($0, 0..<$0.count) }
    return number < 0 ? nil : Int32(number)
  }

  /// Whether the word in the bytes of `range` keeps the full stop behind it.
  func isAbbreviation(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    let word = word(text, range)
    return word >= 0 && infos[word].traits.has(.abbreviation)
  }

  /// Fills in what the lexicon knows of the tokens from `first` on.
  func annotate(_ tokens: inout [Token], from first: Int, _ text: UnsafeBufferPointer<UInt8>) {
    for i in first..<tokens.count where tokens[i].kind == .word || tokens[i].kind == .symbol {
      let range = Int(tokens[i].start)..<Int(tokens[i].end)
      var word = word(text, range)
      if word < 0, tokens[i].shape.contains(.dotted) { word = self.word(text, range.lowerBound..<range.upperBound - 1) }
      guard word >= 0 else {
        if !tokens[i].isCapital { tokens[i].info.traits = UnknownWord.traits(text, range, language) }
        continue
      }
      tokens[i].word = Int32(word)
      tokens[i].info = infos[word]
      // "SA" is a legal form, "sa" a possessive.
      if infos[word].traits.has(.designator), tokens[i].shape.contains(.capitals) {
        tokens[i].info.traits = Traits(.designator)
      }
      // "May" and "may", "March" and "march": English months have a capital.
      if language == .english, infos[word].month > 0 {
        let traits = infos[word].traits
        tokens[i].info.traits =
          tokens[i].isCapital ? traits.intersection(.time | .month | .abbreviation) : traits.subtracting(.time | .month)
      }
    }
    var i = first
    while i < tokens.count {
      i += matchPhrase(&tokens, at: i)
    }
  }

  /// Marks the longest phrase that starts at token `i` and returns how many tokens to go on by.
  @inline(__always) private func matchPhrase(_ tokens: inout [Token], at i: Int) -> Int {
    let word = tokens[i].word
    guard word >= 0, opensPhrase[Int(word)], let candidates = phrases[word] else { return 1 }
    for phrase in candidates where i + phrase.words.count <= tokens.count {
      var fits = true
      for k in 1..<phrase.words.count
      where tokens[i + k].word != phrase.words[k]
        || tokens[i + k].shape.contains(.newLine) && tokens[i + k].isPunctuation
      {
        fits = false
        break
      }
      // A name is written with a capital.
      guard fits, phrase.info.name < 0 || tokens[i].isCapital || tokens[i + phrase.words.count - 1].isCapital else {
        continue
      }
      // A phrase means what it means, not what its first word means: "maintenant que" is no form of "maintenir".
      // But it is a verb where its first word is one: "is expected to", "agreed to".
      let verbal = tokens[i].traits.intersection(Lexicon.verbal)
      tokens[i].info = phrase.info
      if phrase.info.name < 0 { tokens[i].info.traits.formUnion(verbal) }
      tokens[i].phraseLength = UInt8(phrase.words.count)
      for k in 1..<phrase.words.count { tokens[i + k].insidePhrase = true }
      return phrase.words.count
    }
    return 1
  }

  private static let verbal: Traits = Trait.finite | .participle | .be | .have | .modal | .conditional

  // MARK: Loading

  private mutating func add(_ section: LexiconFile.Section, of file: LexiconFile, _ french: FrenchForms)
    throws(LexiconError)
  {
    let heading = try SectionHeading(section, of: file)
    if heading.kind == .months {
      for (index, entry) in section.entries.enumerated() {
        var info = heading.info
        info.month = UInt8(index % 12 + 1)
        add(entry.text, info)
      }
      return
    }
    for entry in section.entries {
      let (words, notes) = try SectionHeading.split(entry, of: file)
      let noun = heading.kind == .nouns
      let phrase = notes.contains("np")
      let reflexive = notes.contains("refl")
      let irregular = notes.filter { $0 != "np" && $0 != "refl" }
      func info(_ traits: Traits, _ form: CueEntry.Form) -> WordInfo {
        var info = heading.info
        info.traits.formUnion(traits)
        if let cue = heading.cue {
          info.cue = CueEntry(
            frame: cue.frame, strength: cue.strength, form: form, noun: noun, phrase: phrase, reflexive: reflexive)
        }
        return info
      }
      switch heading.kind {
      case .words, .months: add(words, info([], .base))
      case .nouns:
        for form in language == .french ? FrenchForms.noun(words) : EnglishForms.noun(words) {
          add(form, info([], .base))
        }
      case .verbs:
        // "se retirer", "s'offrir": the pronoun stays before every form.
        let pronoun = language == .french ? ["se ", "s'"].first { words.hasPrefix($0) } ?? "" : ""
        // "laisser entendre", "step down": the first word is the verb.
        let parts = words.dropFirst(pronoun.count).split(separator: " ", maxSplits: 1).map(String.init)
        let rest = parts.count > 1 ? " " + parts[1] : ""
        let forms =
          language == .french ? french.verb(parts[0]) : EnglishForms.verb(parts[0], past: irregular)
        if forms.isEmpty { throw file.error(entry.line, "\"\(words)\" has no ending of a verb") }
        for form in forms { add(pronoun + form.spelling + rest, info(form.traits, form.form)) }
      }
    }
  }

  private mutating func add(_ spelling: String, _ info: WordInfo) {
    var words: [Int32] = []
    var spelling = spelling
    spelling.withUTF8 { text in
      // Nearly all are single words of letters, which no tokeniser needs to cut.
      if text.allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 >= 0xC3 && $0 < 0xC6 || $0 >= 0x80 && $0 < 0xC0 }) {
        words.append(Int32(intern(Vocabulary.Key(text, 0..<text.count))))
        return
      }
      var tokens: [Token] = []
      Tokenizer(language: language, isAbbreviation: { _, _ in false }).tokens(text, 0..<text.count, into: &tokens)
      for token in tokens {
        let end = token.shape.contains(.dotted) ? Int(token.end) - 1 : Int(token.end)
        words.append(Int32(intern(Vocabulary.Key(text, Int(token.start)..<end))))
        if token.shape.contains(.dotted) {
          words[words.count - 1] = Int32(intern(Vocabulary.Key(text, Int(token.start)..<Int(token.end))))
        }
      }
    }
    guard let first = words.first else { return }
    if words.count == 1 {
      infos[Int(first)].merge(info)
    } else if let known = phrases[first]?.firstIndex(where: { $0.words == words }) {
      phrases[first]?[known].info.merge(info)
    } else {
      phrases[first, default: []].append(Phrase(words: words, info: info))
    }
  }

  private mutating func intern(_ key: Vocabulary.Key) -> Int {
    let word = vocabulary.intern(key)
    if word == infos.count { infos.append(WordInfo()) }
    return word
  }

  private static func addFamily(
    _ section: LexiconFile.Section, of file: LexiconFile, to french: inout FrenchForms
  ) throws(LexiconError) {
    guard section.heading.count == 3 else { throw file.error(section.line, "a heading is [family ENDING FORM]") }
    let ending = section.heading[1]
    let endings = section.entries.map(\.text)
    let index: Int
    if let known = french.families.firstIndex(where: { $0.ending == ending }) {
      index = known
    } else {
      index = french.families.firstIndex { $0.ending.count < ending.count } ?? french.families.count
      french.families.insert(FrenchForms.Family(ending: ending), at: index)
    }
    switch section.heading[2] {
    case "finite": french.families[index].finite += endings
    case "conditional": french.families[index].conditional += endings
    case "participle": french.families[index].participle += endings
    case "gerund": french.families[index].gerund += endings
    default:
      throw file.error(
        section.line, "\"\(section.heading[2])\" is no form; there are finite, conditional, participle, gerund")
    }
  }
}
