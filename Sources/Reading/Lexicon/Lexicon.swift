import CProcessor
import Stories

/// Everything that the lexicons say of the words of one language.
final class Lexicon: Sendable {
  let language: Language
  let vocabulary: Vocabulary
  /// For each word what is known of it.
  let infos: Column<WordInfo>
  let names: NameTable
  /// Verbs with many forms.
  let verbs: VerbStems
  /// For each phrase of two and more words the place of its words in `phraseWords`, how many they are, what it says, and the
  /// next phrase with the same first word, which is no longer; -1 for none.
  let phraseStarts: Column<Int32>
  let phraseCounts: Column<Int32>
  let phraseInfos: Column<WordInfo>
  let phraseNexts: Column<Int32>
  let phraseWords: Column<Int32>
  /// For each word the first of the phrases that begin with it, or -1.
  let phraseHeads: Column<Int32>
  /// The figures of a deal and the words around them.
  let terms: TermLexicon
  /// For each word its number in the lexicon of terms, or -1.
  let termWords: Column<Int32>
  /// Which words rules look for.
  let groups: WordGroupTable

  /// Makes a lexicon of its parts.
  init(
    _ language: Language, vocabulary: Vocabulary, infos: Column<WordInfo>, names: NameTable,
    phraseStarts: Column<Int32>, phraseCounts: Column<Int32>, phraseInfos: Column<WordInfo>,
    phraseNexts: Column<Int32>, phraseWords: Column<Int32>, phraseHeads: Column<Int32>, verbs: VerbStems,
    terms: TermLexicon, termWords: Column<Int32>, groups: WordGroupTable
  ) {
    self.language = language
    self.vocabulary = vocabulary
    self.infos = infos
    self.names = names
    self.verbs = verbs
    self.phraseStarts = phraseStarts
    self.phraseCounts = phraseCounts
    self.phraseInfos = phraseInfos
    self.phraseNexts = phraseNexts
    self.phraseWords = phraseWords
    self.phraseHeads = phraseHeads
    self.terms = terms
    self.termWords = termWords
    self.groups = groups
  }

  /// The number of the word in the bytes of `range`, or -1.
  @inline(__always) func word(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    vocabulary.find(text, range)
  }

  /// What is known of `word`, in whatever form; `nil` if it is nothing.
  func info(of word: String) -> WordInfo? {
    var word = word
    return word.withUTF8 { info($0, 0..<$0.count) }
  }

  /// What is known of the word in the bytes of `range`, in whatever form; `nil` if it is nothing.
  func info(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> WordInfo? {
    let number = word(text, range)
    var info = number < 0 ? nil : infos[number]
    if let verb = verbs.info(text, range) {
      if info == nil { info = verb } else { info?.merge(verb) }
    }
    return info
  }

  /// The number of `token` in the lexicon of terms, or -1.
  @inline(__always) func termWord(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Int32 {
    // A word with a stop may be known without it only.
    token.word >= 0 && !token.shape.contains(.dotted) ? termWords[Int(token.word)] : terms.word(token, text)
  }

  /// The number of `word`, if it is known.
  func number(of word: String) -> Int32? {
    var word = word
    let number = word.withUTF8 { self.word($0, 0..<$0.count) }
    return number < 0 ? nil : Int32(number)
  }

  /// What the first phrase says that begins with the word `first` and for whose words and info `fits` is true.
  func phrase(opening first: Int32, where fits: (Slice<Column<Int32>>, WordInfo) -> Bool) -> WordInfo? {
    guard first >= 0 else { return nil }
    var phrase = Int(phraseHeads[Int(first)])
    while phrase >= 0 {
      let start = Int(phraseStarts[phrase])
      if fits(phraseWords[start..<start + Int(phraseCounts[phrase])], phraseInfos[phrase]) {
        return phraseInfos[phrase]
      }
      phrase = Int(phraseNexts[phrase])
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
    var start = first
    while start < tokens.count {
      let end = min(tokens.count, start + Lexicon.portion)
      fetch(tokens, start..<end, text)
      lookUp(tokens, start..<end, text)
      start = end
    }
    var i = first
    while i < tokens.count {
      let word = tokens[i].word
      i += word < 0 || phraseHeads[Int(word)] < 0 ? 1 : matchPhrase(tokens, at: i)
    }
  }

  /// So many tokens are looked up together.
  private static let portion = 32

  /// Has what is known of `places` of the tokens brought near, of all of them at once.
  ///
  /// A lexicon is larger than what a processor keeps at hand: to look up a word is to wait for memory five times, one after
  /// the other.
  private func fetch(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ places: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    for i in places {
      if tokens[i].hash == 0 { tokens[i].hash = Spelling.hash(text, Int(tokens[i].start)..<Int(tokens[i].end)) }
      vocabulary.fetch(tokens[i].hash)
    }
    for i in places {
      let word = vocabulary.guess(tokens[i].hash)
      tokens[i].word = Int32(word)
      if word < 0 { continue }
      processor_fetch(vocabulary.starts.base + word)
      processor_fetch(infos.base + word)
      processor_fetch(phraseHeads.base + word)
    }
    for i in places where tokens[i].word >= 0 { vocabulary.fetchSpelling(Int(tokens[i].word)) }
  }

  /// Fills in what is known of the words at `places` of the tokens, each by itself.
  private func lookUp(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ places: Range<Int>, _ text: UnsafeBufferPointer<UInt8>
  ) {
    // Held here, since for all that the compiler knows a token that is written could change them.
    let (vocabulary, infos, language, hasStems) = (vocabulary, infos, language, !verbs.isEmpty)
    for i in places {
      let range = Int(tokens[i].start)..<Int(tokens[i].end)
      guard tokens[i].kind == .word || tokens[i].kind == .symbol || turnsIntoName(tokens, i, text) else {
        tokens[i].word = -1
        continue
      }
      // The one that was fetched, nearly always.
      var word = Int(tokens[i].word)
      if word < 0 || !vocabulary.matches(word, text, range) {
        word = vocabulary.find(tokens[i].hash, text, range)
      }
      if word < 0, tokens[i].shape.contains(.dotted) { word = self.word(text, range.lowerBound..<range.upperBound - 1) }
      let verb = hasStems ? verbs.info(text, range) : nil
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
  }

  /// Makes the number at token `i` a word if it is a name that the lexicon spells just so: "3i", but not "$3M".
  private func turnsIntoName(
    _ tokens: UnsafeMutableBufferPointer<Token>, _ i: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard tokens[i].kind == .number, text[Int(tokens[i].end) - 1] | 0x20 &- 0x61 < 26,
      i == 0 || tokens[i - 1].kind != .symbol
    else { return false }
    let range = Int(tokens[i].start)..<Int(tokens[i].end)
    let word = vocabulary.find(Spelling.hash(text, range), text, range)
    guard word >= 0, infos[word].name >= 0,
      Array(names[Int(infos[word].name)].name.english.utf8.prefix(range.count)) == Array(text[range])
    else { return false }
    // "3M euros": a unit, and no more than that is known of it.
    if i + 1 < tokens.count, tokens[i + 1].kind == .symbol || tokens[i + 1].isWord && !tokens[i + 1].isCapital {
      guard let next = info(text, Int(tokens[i + 1].start)..<Int(tokens[i + 1].end)), !next.traits.isEmpty else {
        return false
      }
    }
    tokens[i].kind = .word
    tokens[i].shape.insert(.capital)
    return true
  }

  /// Marks the longest phrase that starts at token `i` and returns how many tokens to go on by.
  @inline(__always) private func matchPhrase(
    _ tokens: UnsafeMutableBufferPointer<Token>, at i: Int
  ) -> Int {
    let word = tokens[i].word
    guard word >= 0, i + 1 < tokens.count else { return 1 }
    // A phrase consists of words that the lexicon has.
    let second = tokens[i + 1].word
    if second < 0 { return 1 }
    var next = Int(phraseHeads[Int(word)])
    while next >= 0 {
      let phrase = next
      next = Int(phraseNexts[phrase])
      let start = Int(phraseStarts[phrase])
      // Few of the phrases that begin with a word go on as the text does.
      guard phraseWords[start + 1] == second else { continue }
      let count = Int(phraseCounts[phrase])
      guard i + count <= tokens.count else { continue }
      var fits = true
      for k in 1..<count
      where tokens[i + k].word != phraseWords[start + k] || tokens[i + k].shape.contains(.first)
        || tokens[i + k].shape.contains(.newLine) && tokens[i + k].isPunctuation
      {
        fits = false
        break
      }
      if !fits { continue }
      let info = phraseInfos[phrase]
      // A name is written with a capital; "Le monde" at the head of a sentence is no newspaper.
      guard
        info.name < 0 || tokens[i + count - 1].isCapital
          || tokens[i].isCapital && tokens[i].traits.isDisjoint(with: Traits(.determiner))
      else { continue }
      // A phrase means what it means, not what its first word means: "maintenant que" is no form of "maintenir".
      // But it is a verb where its first word is one: "is expected to", "agreed to".
      let verbal = tokens[i].traits.intersection(Lexicon.verbal)
      tokens[i].info = info
      if info.name < 0 { tokens[i].info.traits.formUnion(verbal) }
      tokens[i].phraseLength = UInt8(count)
      for k in 1..<count { tokens[i + k].insidePhrase = true }
      return count
    }
    return 1
  }

  @inline(__always) private static var verbal: Traits {
    Trait.finite | .participle | .be | .have | .modal | .conditional
  }
}
