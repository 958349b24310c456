import Stories

/// Finds the names in a page and tells which of them are the same: by the lexicon of names where it knows them, else by
/// their form and the words around them.
struct NameFinder {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  let page: Page
  let sentences: FixedList<Sentence>
  var entities: [Entity] = []
  var denotations: [Denotation] = []

  var byKnown: [Int: Int] = [:]
  /// Entities by each token of their core, the latest last.
  var byToken: [UInt32: [Int]] = [:]
  /// Tokens that stand somewhere with a capital though no sentence begins there.
  var capitalised: Set<UInt32> = []
  /// Unknown words with a capital that open a sentence.
  var opening: Set<UInt32> = []
  /// Words that stand somewhere in small letters, as no name does.
  var small: Set<UInt32> = []
  /// Tokens that stand somewhere behind an article with a capital: "de La Poste".
  var titled: Set<UInt32> = []
  /// The number of the word "who".
  let who: Int32
  /// The number of the word "for".
  let preposition: Int32
  /// The government named last, if only as a seat: "in Ottawa".
  var seat: Int?

  /// Names that stand for two others: "Acme-Belcor".
  var pairs: [Int: [Int]] = [:]
  /// Words that a name is hidden in: "Acme-led".
  var compounds: [Int] = []

  /// How many earlier entities that share a token are compared, so that a long story takes linear time.
  static let depth = 8

  init(_ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>, _ page: Page, _ sentences: FixedList<Sentence>) {
    self.lexicon = lexicon
    self.text = text
    self.page = page
    self.sentences = sentences
    who = lexicon.number(of: "who") ?? -1
    preposition = lexicon.language == .english ? lexicon.number(of: "for") ?? -1 : -1
  }

  /// Finds all names.
  ///
  /// A headline in capitals tells no names from other words, so it only repeats those of the body.
  mutating func find() {
    let shouting = sentences.map { isShouting($0) }
    for (sentence, shouts) in zip(sentences, shouting) where !shouts { noteCapitals(sentence) }
    for (sentence, shouts) in zip(sentences, shouting) where !shouts { findRuns(sentence) }
    for (sentence, shouts) in zip(sentences, shouting) where shouts { findRepeated(sentence) }
    splitCompounds(compounds)
    denotations.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a sentence is in capitals, or a headline with a capital on nearly every word.
  func isShouting(_ sentence: Sentence) -> Bool {
    var capitals = 0
    var titled = 0
    var words = 0
    for token in page.tokens[sentence.tokens] where token.isWord && token.end - token.start > 1 {
      words += 1
      if token.shape.contains(.capitals) { capitals += 1 }
      if token.isCapital { titled += 1 }
    }
    guard words > 2 else { return false }
    let isHeadline = page.blocks[sentence.block].kind == .headline
    return capitals * 4 >= words * 3 || isHeadline && words > 4 && titled * 10 >= words * 7
  }

  mutating func noteCapitals(_ sentence: Sentence) {
    for i in sentence.tokens where page.tokens[i].isWord && !page.tokens[i].isCapital && !page.tokens[i].isKnown {
      small.insert(hash(i))
    }
    // "Norvane, the brewer, ... Norvane said": a word that no lexicon has and that opens two sentences.
    if let first = sentence.tokens.first, page.tokens[first].isWord, page.tokens[first].isCapital,
      looksForeign(page.tokens[first]), page.tokens[first].end - page.tokens[first].start > 3,
      !opening.insert(hash(first)).inserted
    {
      capitalised.insert(hash(first))
    }
    for i in sentence.tokens.dropFirst()
    where page.tokens[i].isWord && page.tokens[i].isCapital && !opensClause(i, sentence) {
      capitalised.insert(hash(i))
      if isArticle(i), i + 1 < sentence.tokens.upperBound { titled.insert(hash(i + 1)) }
    }
  }

  /// Whether a capital at token `i` tells nothing: a sentence or quotation begins there.
  func opensClause(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i > sentence.tokens.lowerBound else { return true }
    let before = page.tokens[i - 1]
    // "17:15 Shares in Norvane are halted."
    if before.kind == .number || before.kind == .dash,
      page.tokens[sentence.tokens.lowerBound..<i].allSatisfy({ $0.kind == .number || $0.isPunctuation })
    {
      return true
    }
    return before.isQuote || before.kind == .colon || before.kind == .dash && before.shape.contains(.spaced)
      || before.kind == .open && text[Int(before.start)] != UInt8(ascii: "<")
      || before.kind == .stop
  }

  func hash(_ i: Int) -> UInt32 {
    let token = page.tokens[i]
    guard token.shape.contains(.dotted), token.end - token.start > 2 else { return token.hash }
    return Spelling.hash(text, Int(token.start)..<Int(token.end) - 1)
  }

  // MARK: Runs of capitals

  mutating func findRuns(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      if let ministry = ministry(at: i, sentence) {
        i = ministry
        continue
      }
      guard let run = run(at: i, sentence) else {
        if page.tokens[i].isCapital, isCompound(page.tokens[i]) { compounds.append(i) }
        i += 1
        continue
      }
      add(run, sentence)
      i = max(run.upperBound, i + 1)
      i = skipTicker(i, sentence)
    }
  }

  /// Steps over "<GUIN.L>" behind a name.
  func skipTicker(_ i: Int, _ sentence: Sentence) -> Int {
    guard i + 2 < sentence.tokens.upperBound, page.tokens[i].kind == .open,
      text[Int(page.tokens[i].start)] == UInt8(ascii: "<")
    else { return i }
    var end = i + 1
    while end < min(i + 6, sentence.tokens.upperBound), page.tokens[end].kind != .close { end += 1 }
    let capitals = page.tokens[i + 1..<end].allSatisfy {
      $0.shape.contains(.capitals) || $0.end - $0.start <= 2 || !$0.isWord
    }
    return capitals && end < sentence.tokens.upperBound ? end + 1 : i
  }

  mutating func note(_ run: Range<Int>, _ entity: Int, _ sentence: Sentence) {
    entities[entity].count += 1
    denotations.append(Denotation(tokens: run, entity: entity, form: .name))
    let after = run.upperBound
    guard after < sentence.tokens.upperBound else { return }
    let next = page.tokens[after]
    if next.has(.finite) || next.has(.have) || next.has(.modal) || next.has(.be) { entities[entity].acts += 1 }
    if run.lowerBound > sentence.tokens.lowerBound, page.tokens[run.lowerBound - 1].has(.by) {
      entities[entity].acts += 1
    }
  }
}
