import Stories

/// Finds the names in a page and tells which of them are the same: by the lexicon of names where it knows them, else by
/// their form and the words around them.
struct NameFinder {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  let page: Page
  let sentences: FixedList<Sentence>
  private(set) var entities: [Entity] = []
  private(set) var denotations: [Denotation] = []

  private var byKnown: [Int: Int] = [:]
  /// Entities by each token of their core, the latest last.
  private var byToken: [UInt32: [Int]] = [:]
  /// Tokens that stand somewhere with a capital though no sentence begins there.
  private var capitalised: Set<UInt32> = []
  /// Words that stand somewhere in small letters, as no name does.
  private var small: Set<UInt32> = []
  /// Tokens that stand somewhere behind an article with a capital: "de La Poste".
  private var titled: Set<UInt32> = []
  /// The number of the word "who".
  private let who: Int32
  /// The number of the word "for".
  private let preposition: Int32
  /// The government named last, if only as a seat: "in Ottawa".
  private var seat: Int?

  /// How many earlier entities that share a token are compared, so that a long story takes linear time.
  private static let depth = 8

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
    denotations.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a sentence is in capitals, or a headline with a capital on nearly every word.
  private func isShouting(_ sentence: Sentence) -> Bool {
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

  private mutating func noteCapitals(_ sentence: Sentence) {
    for i in sentence.tokens where page.tokens[i].isWord && !page.tokens[i].isCapital && !page.tokens[i].isKnown {
      small.insert(hash(i))
    }
    for i in sentence.tokens.dropFirst()
    where page.tokens[i].isWord && page.tokens[i].isCapital && !opensClause(i, sentence) {
      capitalised.insert(hash(i))
      if isArticle(i), i + 1 < sentence.tokens.upperBound { titled.insert(hash(i + 1)) }
    }
  }

  /// Whether a capital at token `i` tells nothing: a sentence or quotation begins there.
  private func opensClause(_ i: Int, _ sentence: Sentence) -> Bool {
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

  private func hash(_ i: Int) -> UInt32 {
    let token = page.tokens[i]
    guard token.shape.contains(.dotted), token.end - token.start > 2 else { return token.hash }
    return Spelling.hash(text, Int(token.start)..<Int(token.end) - 1)
  }

  // MARK: Runs of capitals

  private mutating func findRuns(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      if let ministry = ministry(at: i, sentence) {
        i = ministry
        continue
      }
      guard let run = run(at: i, sentence) else {
        i += 1
        continue
      }
      add(run, sentence)
      i = max(run.upperBound, i + 1)
      i = skipTicker(i, sentence)
    }
  }

  /// The name that starts at token `i`.
  private func run(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    let token = page.tokens[i]
    // "Acme's <ACM.N>": a ticker, not another name.
    if i > sentence.tokens.lowerBound, skipTicker(i - 1, sentence) > i - 1 { return nil }
    if opensFamily(i, sentence) || opensTitle(i, sentence) {
      let name = run(at: i + 1, sentence) ?? i + 1..<i + 2
      return i..<(token.has(.family) ? name.upperBound : tail(i + 1..<name.upperBound, sentence, isTitle: true))
    }
    guard token.isWord, token.isCapital || token.info.name >= 0 && token.phraseLength > 1, !token.insidePhrase else {
      return nil
    }
    let isKnown = token.info.name >= 0 && !isPlaceInName(i, sentence)
    if !isKnown {
      if token.has(.month) || token.has(.weekday) || token.has(.we) || token.has(.time) { return nil }
      // "President Donald Trump", "Mr. Roe": the name begins behind the title.
      if isCompound(token) { return nil }
      if isTitle(i), i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital { return nil }
      if opensClause(i, sentence), !opensName(i, sentence) { return nil }
      if token.phraseLength > 1 || isPortfolio(i, sentence) { return nil }
      // "B2B", "5G" are no names by themselves.
      if hasDigit(token), !(i + 1 < sentence.tokens.upperBound && page.tokens[i + 1].isCapital) { return nil }
    }
    var end = i + Int(isKnown ? token.phraseLength : 1)
    while end < sentence.tokens.upperBound, joins(end, after: i, sentence) {
      end +=
        page.tokens[end].isCapital
          || !page.tokens[end].has(.of) && !page.tokens[end].has(.and) && page.tokens[end].isWord ? 1 : 2
    }
    if let surname = surname(behind: end, sentence) { end = surname }
    end = splitBeforeForename(i..<end)
    if !isKnown { end = tail(i..<end, sentence, isTitle: false) }
    var start = i
    // "Chairman Ernest Saunders", "Mr. Roe": the name comes after the title.
    while start < end - 1, !isKnown || start > i, isTitle(start) { start += 1 }
    if !isKnown, start < end, page.tokens[start..<end].allSatisfy({ isNoName($0) || !$0.isCapital }),
      !isFirmName(start..<end), !isInstitution(start..<end)
    {
      return nil
    }
    return start..<end
  }

  // MARK: Governments

  /// Notes the government that "the German economics ministry" or "le ministre allemand de l'Industrie" at token `i` is a part
  /// of, and returns where the phrase ends.
  private mutating func ministry(at i: Int, _ sentence: Sentence) -> Int? {
    let token = page.tokens[i]
    guard token.isWord, token.info.name < 0, !token.insidePhrase else { return nil }
    if lexicon.language == .english {
      if token.has(.nationality), token.isCapital {
        for j in i + 1..<min(i + 4, sentence.tokens.upperBound) {
          let word = page.tokens[j]
          guard word.isWord, word.info.name < 0 else { return nil }
          if word.has(.government), !word.insidePhrase, let name = government(of: i) {
            note(i..<j + Int(word.phraseLength), byKnown[name] ?? makeKnown(name, i..<j + 1), sentence)
            return j + Int(word.phraseLength)
          }
        }
      } else if token.has(.government), !token.isCapital, i > sentence.tokens.lowerBound,
        page.tokens[i - 1].has(.determiner), let seat
      {
        note(i..<i + Int(token.phraseLength), seat, sentence)
        return i + Int(token.phraseLength)
      }
      return nil
    }
    guard token.has(.government), !token.isCapital, i > sentence.tokens.lowerBound,
      page.tokens[i - 1].has(.determiner) || page.tokens[i - 1].has(.contracted)
    else { return nil }
    var end = i + Int(token.phraseLength)
    var name: Int?
    if end < sentence.tokens.upperBound, page.tokens[end].has(.nationality) {
      name = government(of: end)
      end += 1
    }
    // "… de l'Industrie".
    if end + 1 < sentence.tokens.upperBound, page.tokens[end].has(.of) {
      var noun = end + 1
      while noun < sentence.tokens.upperBound, page.tokens[noun].has(.determiner) { noun += 1 }
      if noun < sentence.tokens.upperBound, page.tokens[noun].isCapital, page.tokens[noun].info.name < 0 {
        end = noun + 1
      }
    }
    // Where nothing else is said, French news mean the government in Paris.
    let own =
      token.has(.title) && seat == nil
      ? lexicon.phrase(opening: lexicon.number(of: "gouvernement") ?? -1) { words, info in
        info.name >= 0 && words.last == lexicon.number(of: "français")
      }.map { Int($0.name) } : nil
    let entity = (name ?? own).map { byKnown[$0] ?? makeKnown($0, i..<end) } ?? seat
    guard let entity else { return nil }
    note(i..<end, entity, sentence)
    return end
  }

  /// The name of the government that belongs to the nationality at token `i`, by the name that the lexicon has for it.
  private func government(of i: Int) -> Int? {
    let isEnglish = lexicon.language == .english
    let head = isEnglish ? page.tokens[i].word : lexicon.number(of: "gouvernement") ?? -1
    return lexicon.phrase(opening: head) { words, info in
      guard words.count == 2, info.name >= 0, lexicon.names[Int(info.name)].kind == .government else { return false }
      if isEnglish { return true }
      // "allemand" is the beginning of "allemande".
      let spelling = lexicon.vocabulary.spelling(Int(words[words.startIndex + 1]))
      let token = page.tokens[i]
      return Int(token.end - token.start) <= spelling.count + 3
        && text[Int(token.start)..<Int(token.end)].starts(with: spelling)
    }.map { Int($0.name) }
  }

  // MARK: Names with small letters

  /// Ann "the Broom" Roe: where the name ends that goes on behind a nickname.
  private func surname(behind end: Int, _ sentence: Sentence) -> Int? {
    guard end < sentence.tokens.upperBound, page.tokens[end].isQuote, page.tokens[end].shape.contains(.spaced),
      page.tokens[end - 1].traits.isDisjoint(with: .title | .honorific)
    else { return nil }
    var close = end + 1
    while close < min(end + 5, sentence.tokens.upperBound), !page.tokens[close].isQuote { close += 1 }
    guard close + 1 < sentence.tokens.upperBound, page.tokens[close].isQuote, close > end + 1,
      !page.tokens[close].shape.contains(.spaced), page.tokens[close + 1].isWord, page.tokens[close + 1].isCapital,
      page.tokens[close + 1].shape.contains(.spaced), page.tokens[close + 1].info.name < 0
    else { return nil }
    return close + 2
  }

  /// An article that may begin a name: "Le", "L'".
  private func isArticle(_ i: Int) -> Bool {
    let token = page.tokens[i]
    return lexicon.language == .french && token.isCapital && token.has(.determiner) && token.phraseLength == 1
      && token.traits.isDisjoint(with: Traits(.possessive)) && token.end - token.start <= 4
  }

  /// "ministre de l'Industrie": what a ministry is for is no name.
  private func isPortfolio(_ i: Int, _ sentence: Sentence) -> Bool {
    var j = i - 1
    while j > sentence.tokens.lowerBound, i - j <= 2, page.tokens[j].has(.determiner) || page.tokens[j].has(.of) {
      j -= 1
    }
    return j >= sentence.tokens.lowerBound && j < i - 1 && page.tokens[j].has(.government)
      && page.tokens[j].info.name < 0
      && lexicon.language == .french
  }

  /// Whether the article at token `i` belongs to the name behind it: "le quotidien Le Causeur"; where a sentence begins only
  /// if the name has it elsewhere.
  private func opensTitle(_ i: Int, _ sentence: Sentence) -> Bool {
    guard isArticle(i), i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isWord, page.tokens[i + 1].isCapital,
      page.tokens[i + 1].info.name < 0
    else { return false }
    if page.tokens[i + 1].traits.hasAny(.body | .regulator | .government) { return false }
    return !opensClause(i, sentence) && page.tokens[i - 1].kind != .dash || titled.contains(hash(i + 1))
      || page.tokens[i + 1].traits.hasAny(.newspaper | .masthead)
  }

  /// "la famille Roe": the noun belongs to the name.
  private func opensFamily(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    return lexicon.language == .french && token.has(.family) && i + 1 < sentence.tokens.upperBound
      && page.tokens[i + 1].isCapital && page.tokens[i + 1].isWord
  }

  /// Nouns for bodies whose names go on in small letters: "Bureau de la concurrence", "Union laitière", "Feuille d'avis".
  private static let institution: Traits = Trait.body | .regulator | .government | .newspaper | .board

  /// Where a name ends whose noun takes a complement in small letters.
  private func tail(_ run: Range<Int>, _ sentence: Sentence, isTitle: Bool) -> Int {
    guard lexicon.language == .french, page.tokens[run.upperBound - 1].info.name < 0 else { return run.upperBound }
    let head = page.tokens[run.upperBound - 1]
    let isHead = run.count == 1 && head.traits.hasAny(NameFinder.institution)
    guard isHead || isTitle else { return run.upperBound }
    var end = run.upperBound
    while end < sentence.tokens.upperBound, end - run.upperBound < 6 {
      // "… de la concurrence et des prix".
      if isHead, end > run.upperBound, page.tokens[end].has(.and), end + 1 < sentence.tokens.upperBound,
        page.tokens[end + 1].has(.of), page.tokens[end].phraseLength == 1
      {
        end += 1
      }
      let token = page.tokens[end]
      guard token.isWord, !token.insidePhrase else { break }
      if token.has(.of) || token.has(.to) && token.phraseLength == 1 && isHead && head.has(.government) {
        var noun = end + 1
        while noun < sentence.tokens.upperBound, page.tokens[noun].has(.determiner), noun - end < 3 { noun += 1 }
        guard noun < sentence.tokens.upperBound, page.tokens[noun].isWord, isHead || !page.tokens[noun].isCapital,
          !page.tokens[noun].traits.hasAny(.month | .weekday | .possessive), isTitle || !page.tokens[noun].has(.time)
        else { break }
        end = noun + 1
      } else if isHead || isTitle && head.has(.newspaper), !token.isCapital, end == run.upperBound,
        token.has(.nationality) || !token.isKnown && token.traits.isEmpty, !isOpenWord(end)
      {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  /// A short word that no lexicon has is seldom an adjective.
  private func isOpenWord(_ i: Int) -> Bool { page.tokens[i].end - page.tokens[i].start < 5 }

  /// "Bureau de la concurrence"; and "Bureau" by itself, once the whole name was there.
  private func isInstitution(_ run: Range<Int>) -> Bool {
    // "Takeover Panel": the noun comes last.
    if lexicon.language == .english, run.count > 1, page.tokens[run].allSatisfy({ $0.isCapital }),
      page.tokens[run.lowerBound].traits.isDisjoint(with: .determiner | .title),
      page.tokens[run.upperBound - 1].traits.hasAny(.body | .regulator | .board)
    {
      return true
    }
    let head = page.tokens[run.lowerBound]
    guard head.traits.hasAny(NameFinder.institution), head.isCapital else { return false }
    return run.count > 1 || byToken[hash(run.lowerBound)] != nil
  }

  /// "American Motors Corp", "General Partners": common words that together make a company's name.
  private func isFirmName(_ run: Range<Int>) -> Bool {
    run.count > 1 && page.tokens[run.upperBound - 1].info.traits.hasAny(.industry | .designator)
      && page.tokens[run.lowerBound].info.traits.isDisjoint(with: .determiner | .possessive)
  }

  /// "State-owned", "Boston-based": an adjective, however it begins.
  private func isCompound(_ token: Token) -> Bool {
    guard token.end - token.start > 7, lexicon.language == .english else { return false }
    let spelling = text[Int(token.start)..<Int(token.end)]
    guard let hyphen = spelling.lastIndex(of: UInt8(ascii: "-")) else { return false }
    return UnknownWord.traits(text, hyphen + 1..<Int(token.end), .english).has(.participle)
      || spelling.endIndex - hyphen == 6 && spelling.last == UInt8(ascii: "d")
      || spelling.endIndex - hyphen == 4 && spelling.last == UInt8(ascii: "d")
  }

  private func hasDigit(_ token: Token) -> Bool {
    text[Int(token.start)..<Int(token.end)].contains { $0 &- 0x30 < 10 }
  }

  private func isTitle(_ i: Int) -> Bool {
    let token = page.tokens[i]
    // "Shareholder Acme": a common noun that opens the sentence.
    if i > 0, page.tokens[i - 1].kind == .stop, token.traits.hasAny(.outsider | .speaker | .buyer | .seller) {
      return true
    }
    return token.has(.title) || token.has(.honorific) || token.has(.determiner)
      || token.has(.nationality) && token.info.name < 0 && page.tokens[i + 1].has(.title)
  }

  /// Words that are written with a capital and are no name by themselves.
  private func isNoName(_ token: Token) -> Bool {
    token.info.name < 0
      && (token.has(.title) || token.has(.nationality) || token.has(.designator) || token.has(.industry)
        || token.has(.honorific)
        || token.has(.determiner) || token.has(.preposition) || token.has(.spokesperson) || token.has(.speaker)
        || token.has(.company) || token.has(.government) || token.has(.regulator)
        || token.has(.finite) && !token.has(.forename)
        || token.has(.and) || token.has(.but) || token.has(.adverb) || token.has(.subordinator) || token.has(.negation)
        || token.has(.he) || token.has(.it) || token.has(.they) || token.has(.we) || token.has(.one)
        || token.has(.question)
        || token.has(.that) || token.has(.relative) || token.has(.possessive) || token.has(.bid) || token.has(.deal)
        || token.has(.anonymous) || token.has(.of) || token.has(.to) || token.has(.by) || token.has(.gerund)
        || token.has(.product) || token.info.cue.isNoun)
  }

  /// Whether the word that opens a sentence is part of a name rather than any word with a capital.
  private func opensName(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    // "Reaffirming remarks", "Privately": endings of verbs and adverbs.
    if !token.isKnown, !capitalised.contains(hash(i)), !endsInLegalForm(i, sentence),
      UnknownWord.traits(text, Int(token.start)..<Int(token.end), lexicon.language).hasAny(.gerund | .adverb)
    {
      return false
    }
    if !capitalised.contains(hash(i)), small.contains(hash(i)) { return false }
    let next = i + 1 < sentence.tokens.upperBound ? page.tokens[i + 1] : nil
    if token.info.traits.isEmpty || token.has(.forename) || token.has(.designator) || token.has(.industry) {
      if capitalised.contains(hash(i)) || byToken[hash(i)] != nil { return true }
      guard let next else { return false }
      if endsInLegalForm(i, sentence) { return true }
      // "Roe-Lindley": two capitals.
      if hasTwoCapitals(token) { return true }
      if token.has(.forename), surname(behind: i + 1, sentence) != nil { return true }
      // "Terres & Marchés".
      if next.kind == .symbol, joinsByMark(i + 1, after: i, sentence) { return true }
      // "Gencorp's", "Acme <ACM>", "Acme Corp", "Acme, which".
      if next.isCapital, next.isWord,
        next.info.traits.isEmpty || next.has(.designator) || next.has(.industry) || next.has(.forename)
      {
        return true
      }
      if next.has(.have) || next.has(.be) || next.has(.modal) || next.info.cue.isCue && next.has(.finite) {
        return !token.info.traits.hasAny(.determiner | .adverb) && looksForeign(token)
      }
      return next.kind == .open && text[Int(next.start)] == UInt8(ascii: "<") || isPossessive(i + 1)
    }
    guard let next, next.isWord, next.isCapital, !next.shape.contains(.newLine) else { return false }
    // "First Montauk Securities", "American Motors": a known word before a name.
    return token.has(.nationality) || token.has(.title) || token.has(.honorific)
      || !token.info.traits.hasAny(NameFinder.openers)
  }

  /// "Texas American Energy Corp": a place that a company is named after.
  private func isPlaceInName(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    guard token.info.name >= 0, token.phraseLength == 1, i + 1 < sentence.tokens.upperBound,
      !page.tokens[i + 1].has(.designator)
    else { return false }
    let kind = lexicon.names[Int(token.info.name)].kind
    guard kind == .place || kind == .government
    else { return false }
    // "US Steel"
    let next = page.tokens[i + 1]
    let isShort =
      (token.shape.contains(.capitals) || token.shape.contains(.dotted)) && next.isWord && next.isCapital
      && next.shape.contains(.spaced) && next.has(.industry) && !next.has(.government)
    return isShort || endsInLegalForm(i, sentence)
  }

  /// "Bally Manufacturing Corp": capitals up to a legal form.
  private func endsInLegalForm(_ i: Int, _ sentence: Sentence) -> Bool {
    for j in i + 1..<max(i + 1, min(i + 6, sentence.tokens.upperBound)) {
      guard page.tokens[j].isWord, page.tokens[j].isCapital else { return false }
      if page.tokens[j].has(.designator) { return true }
    }
    return false
  }

  /// "Bouygues-Roe".
  private func hasTwoCapitals(_ token: Token) -> Bool {
    guard !token.isKnown else { return false }
    let range = Int(token.start)..<Int(token.end)
    return range.dropFirst().contains { text[$0 - 1] == UInt8(ascii: "-") && text[$0] &- 0x41 < 26 }
  }

  /// Words that open sentences and no names.
  private static let openers: Traits =
    Trait.determiner | .preposition | .subordinator | .but | .and | .adverb | .he | .be | .have | .modal | .question
    | .that
    | .relative | .it | .they | .possessive | .negation | .one

  /// A word that no lexicon of the language has and that does not end like a common noun.
  private func looksForeign(_ token: Token) -> Bool {
    guard !token.isKnown, token.end - token.start > 2 else { return false }
    // A plural without an article begins a sentence in English only.
    return lexicon.language == .french || text[Int(token.end) - 1] != UInt8(ascii: "s")
  }

  private func isPossessive(_ i: Int) -> Bool {
    i < page.tokens.count && page.tokens[i].isWord && text[Int(page.tokens[i].start)] == UInt8(ascii: "'")
  }

  /// Whether the token at `i` goes on with the name that began at `start`.
  private func joins(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    if joinsByMark(i, after: start, sentence) { return true }
    guard token.isWord, token.shape.contains(.spaced) || page.tokens[i - 1].kind == .symbol,
      !token.insidePhrase || page.tokens[i - 1].insidePhrase || page.tokens[i - 1].phraseLength > 1
    else { return false }
    // "Acme Chief Executive Ann Roe": a title parts two names.
    if token.has(.title), token.info.name < 0,
      token.traits.isDisjoint(with: .industry | .finance | .designator | .company | .fund | .masthead | .forename)
    {
      return false
    }
    if page.tokens[start].info.name >= 0, !isPlaceInName(start, sentence) {
      if token.isCapital, token.info.name < 0, isPlace(start),
        token.traits.hasAny(NameFinder.offices) || opensOffice(i, sentence)
      {
        return true
      }
      if page.tokens[i - 1].traits.hasAny(NameFinder.offices), token.isCapital, token.info.name < 0 { return true }
      return token.isCapital && token.info.traits.hasAny(.designator | .industry | .masthead)
    }
    // A legal form ends a name: "Belcor Inc. Norvane Corp" are two.
    if page.tokens[i - 1].has(.designator), !token.has(.designator) { return false }
    if token.has(.and), joinsByAnd(i, after: start, sentence) { return true }
    if token.isCapital {
      if token.has(.month) || token.has(.weekday) || token.has(.we) { return false }
      if token.info.name >= 0, token.phraseLength > 1 { return false }
      // Two known names side by side are two names.
      if token.info.name >= 0, page.tokens[i - 1].info.name >= 0 || page.tokens[i - 1].insidePhrase { return false }
      return true
    }
    // "Filature du Nord": in French a company, where "de" alone may only say where it is.
    if lexicon.language == .french, i == start + 1, token.has(.of),
      token.has(.contracted) || token.end - token.start == 3,
      i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital, page.tokens[i + 1].isWord,
      page.tokens[start].isCapital, page.tokens[start].traits.isDisjoint(with: .forename | .title),
      page.tokens[i + 1].traits.isDisjoint(with: .month | .weekday)
    {
      return true
    }
    // "the Roe family", "the Roe family trust".
    if lexicon.language == .english {
      if token.has(.family), page.tokens[i - 1].isCapital, page.tokens[i - 1].info.name < 0 { return true }
      if page.tokens[i - 1].has(.family), token.traits.hasAny(.industry | .fund | .finance) { return true }
    }
    // "Bank of America", "Banque de France", "Ludwig van Rhee".
    let isFor = token.word >= 0 && token.word == preposition
    guard token.has(.of) || isFor && page.tokens[i - 1].traits.hasAny(NameFinder.offices),
      i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital, page.tokens[i + 1].isWord
    else {
      return false
    }
    let before = page.tokens[i - 1]
    return before.isCapital
      && (before.has(.company) || before.traits.hasAny(NameFinder.offices) || before.has(.regulator)
        || before.has(.government) || before.has(.industry))
  }

  /// Nouns of offices and boards, which names of places stand before: "Norway Competition Office".
  private static let offices: Traits = Trait.body | .regulator | .board | .oversight

  private func isPlace(_ i: Int) -> Bool { lexicon.names[Int(page.tokens[i].info.name)].kind == .place }

  /// Whether an office's noun comes behind token `i`: "Harbour Authority".
  private func opensOffice(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i + 1 < sentence.tokens.upperBound else { return false }
    let next = page.tokens[i + 1]
    return next.isCapital && next.isWord && next.info.name < 0 && next.traits.hasAny(.body | .regulator)
  }

  /// "Brandt & Loewe", "Canal 9 Business": the mark or short number between two capitals.
  private func joinsByMark(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    guard i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isWord, page.tokens[i + 1].isCapital,
      page.tokens[start].info.name < 0, page.tokens[i - 1].isCapital,
      token.shape.contains(.spaced) || token.kind == .quoteSingle
    else { return false }
    // "Dockers' Association".
    if token.kind == .quoteSingle, !token.shape.contains(.spaced), page.tokens[i - 1].shape.contains(.plural) {
      return page.tokens[i + 1].traits.hasAny(.body | .board | .fund) && page.tokens[i + 1].shape.contains(.spaced)
    }
    if token.kind == .symbol {
      return token.end - token.start == 1 && text[Int(token.start)] == UInt8(ascii: "&")
    }
    return token.kind == .number && token.end - token.start <= 2 && page.tokens[i + 1].info.name < 0
      && page.tokens[i + 1].traits.isDisjoint(with: .month | .weekday) && !page.tokens[i - 1].has(.month)
  }

  /// "Cable and Wireless Plc", "Harper and Row Publishers Inc": one company, not two, if its first word is none alone.
  private func joinsByAnd(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    guard page.tokens[start..<i].allSatisfy({ $0.info.traits.isDisjoint(with: .designator | .title | .forename) }),
      !(byToken[hash(start)] ?? []).contains(where: { entities[$0].core.count == i - start })
    else { return false }
    var end = i + 1
    while end < sentence.tokens.upperBound, page.tokens[end].isWord, page.tokens[end].isCapital, end - i < 6,
      page.tokens[end].info.name < 0
    { end += 1 }
    guard end > i + 1 else { return false }
    let last = page.tokens[end - 1]
    // "Ports and Harbours Board", "Ministry of Trade and Industry".
    return last.has(.designator) || last.traits.hasAny(.body | .regulator | .board) && end > i + 2
      || page.tokens[start].traits.hasAny(.body | .regulator | .government | .board) && i > start + 1
  }

  /// Cuts a name before a forename in its middle: "d'Oracle Larry Ellison" are two.
  private func splitBeforeForename(_ run: Range<Int>) -> Int {
    for i in run.dropFirst() where page.tokens[i].has(.forename) && i + 1 < run.upperBound {
      let before = page.tokens[i - 1]
      let titled = before.has(.title) || before.has(.honorific) || before.has(.forename)
      if !titled, before.info.name >= 0 || before.insidePhrase || before.has(.designator) { return i }
    }
    return run.upperBound
  }

  /// Steps over "<GUIN.L>" behind a name.
  private func skipTicker(_ i: Int, _ sentence: Sentence) -> Int {
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

  // MARK: The same name again

  private mutating func add(_ run: Range<Int>, _ sentence: Sentence) {
    let first = page.tokens[run.lowerBound]
    if first.info.name >= 0,
      run.count - Int(first.phraseLength) == 0 || trailing(run) == run.lowerBound + Int(first.phraseLength)
    {
      let known = Int(first.info.name)
      if isWhere(run, known) {
        seat = byKnown[known] ?? makeKnown(known, run)
        return
      }
      if lexicon.names[known].kind == .government { seat = byKnown[known] ?? makeKnown(known, run) }
      let entity = byKnown[known] ?? makeKnown(known, run)
      note(run, entity, sentence)
      return
    }
    let core = (run.lowerBound..<trailing(run)).filter { !isNickname($0, run) }.map { hash($0) }
    if let entity = bracketed(run) {
      byToken[core[0], default: []].append(entity)
      note(run, entity, sentence)
      return
    }
    if let entity = earlier(core, run), !isAnother(run, core, entity, sentence) {
      note(run, entity, sentence)
      // "Harmsen" after "Piet Harmsen": only people are called by the last of two names.
      let known = entities[entity]
      if known.kind == .unknown, core.count == 1, known.core.count == 2, core[0] == known.core[1],
        text[known.span.start..<known.span.end].first(where: { $0 == 0x20 }) != nil, !opensWithPlural(known.span)
      {
        entities[entity].kind = .person
      }
      if core.count > entities[entity].core.count, entities[entity].known < 0 { rename(entity, core, run) }
      // "PELHAM OPTICS" at the head of a paragraph, Pelham Optics in it.
      if core == entities[entity].core, entities[entity].known < 0, isShouted(entities[entity].span),
        !isShouted(page.span(run))
      {
        entities[entity].span = page.span(run)
      }
    } else {
      var entity = Entity(known: -1, kind: .unknown, core: core, span: page.span(run))
      entity.isFromHeadline = page.blocks[sentence.block].kind == .headline
      entity.kind = kind(run, sentence)
      entities.append(entity)
      index(entities.count - 1)
      note(run, entities.count - 1, sentence)
    }
    let entity = denotations[denotations.count - 1].entity
    if entities[entity].kind == .unknown { entities[entity].kind = kind(run, sentence) }
    if trailing(run) < run.upperBound { entities[entity].isFull = true }
    if entities[entity].kind == .unknown, isBody(run) { entities[entity].isBody = true }
  }

  /// Whether token `i` is no mark, nor stands between marks within a name.
  private func isNickname(_ i: Int, _ run: Range<Int>) -> Bool {
    if page.tokens[i].isQuote { return true }
    return page.tokens[run.lowerBound..<i].contains { $0.isQuote }
      && page.tokens[i..<run.upperBound].contains { $0.isQuote }
  }

  /// "Marchés Laurentiens": no forename ends like a plural of French.
  private func opensWithPlural(_ span: Span) -> Bool {
    guard lexicon.language == .french, let blank = text[span.start..<span.end].firstIndex(of: 0x20) else {
      return false
    }
    return blank - span.start > 4 && text[blank - 1] == UInt8(ascii: "s")
  }

  /// "Autorité des marchés (ADM)": the entity whose short name stands in brackets behind it.
  private func bracketed(_ run: Range<Int>) -> Int? {
    let token = page.tokens[run.lowerBound]
    guard run.count == 1, token.shape.contains(.capitals), (2...6).contains(token.end - token.start),
      run.lowerBound > 1, page.tokens[run.lowerBound - 1].kind == .open,
      run.upperBound < page.tokens.count, page.tokens[run.upperBound].kind == .close,
      let last = denotations.last, last.tokens.upperBound == run.lowerBound - 1,
      text[Int(page.tokens[last.tokens.lowerBound].start)] == text[Int(token.start)]
    else { return nil }
    return last.entity
  }

  /// Whether a longer name is another's: the shorter one had its legal form, or stands in the same sentence ("Norvane
  /// sells its cable unit, Norvane Kabel").
  private func isAnother(_ run: Range<Int>, _ core: [UInt32], _ entity: Int, _ sentence: Sentence) -> Bool {
    guard core.count > entities[entity].core.count, entities[entity].kind != .person else { return false }
    if entities[entity].isFull { return true }
    var k = denotations.count - 1
    while k >= 0, denotations[k].tokens.lowerBound >= sentence.tokens.lowerBound {
      if denotations[k].entity == entity { return true }
      k -= 1
    }
    return false
  }

  /// "famille Roe", "Roe family trust", "Union laitière".
  private func isBody(_ run: Range<Int>) -> Bool {
    page.tokens[run].contains { $0.has(.family) } || page.tokens[run.lowerBound].has(.body)
      || page.tokens[run.upperBound - 1].has(.body)
  }

  /// Whether a name of several words or many letters has no small ones.
  private func isShouted(_ span: Span) -> Bool {
    span.count > 6 && !text[span.start..<span.end].contains { $0 &- 0x61 < 26 }
  }

  /// Where the designators at the end of a name begin.
  private func trailing(_ run: Range<Int>) -> Int {
    var end = run.upperBound
    while end > run.lowerBound + 1, page.tokens[end - 1].has(.designator) { end -= 1 }
    return end
  }

  /// A government's seat behind "in" is where, not who: "à Pékin", "in Washington".
  private func isWhere(_ run: Range<Int>, _ known: Int) -> Bool {
    guard lexicon.names[known].kind == .government, run.count == 1, run.lowerBound > 0 else { return false }
    let before = page.tokens[run.lowerBound - 1]
    return before.has(.locative) || page.tokens[run.lowerBound].shape.contains(.capitals)
  }

  private mutating func makeKnown(_ known: Int, _ run: Range<Int>) -> Int {
    let name = lexicon.names[known]
    var entity = Entity(known: known, kind: Entity.Kind(name.kind), core: run.map { hash($0) }, span: page.span(run))
    byKnown[known] = entities.count
    if let index = name.standsFor {
      entities.append(entity)
      self.index(entities.count - 1)
      let principal = byKnown[index] ?? makeKnown(index, run)
      entities[byKnown[known]!].speaksFor = principal
      return byKnown[known]!
    }
    entity.count = 0
    entities.append(entity)
    index(entities.count - 1)
    return entities.count - 1
  }

  private mutating func index(_ entity: Int) {
    for token in entities[entity].core { byToken[token, default: []].append(entity) }
  }

  private mutating func rename(_ entity: Int, _ core: [UInt32], _ run: Range<Int>) {
    for token in core where !entities[entity].core.contains(token) { byToken[token, default: []].append(entity) }
    entities[entity].core = core
    entities[entity].span = page.span(run)
  }

  /// The earlier entity that `core` names again: in full, by a part of its name, or by its initials.
  private func earlier(_ core: [UInt32], _ run: Range<Int>) -> Int? {
    guard let first = core.first, let last = core.last else { return nil }
    let single = core.count == 1 ? page.tokens[run.lowerBound] : nil
    let candidates = (byToken[first] ?? []).suffix(NameFinder.depth).reversed()
    for entity in candidates where entities[entity].core == core { return entity }
    // "Guinness" for Guinness Plc; of several that begin so the one named most.
    var best: Int?
    for entity in candidates {
      let other = entities[entity].core
      guard other.count > core.count, other.starts(with: core), !isGeneric(single), !isOther(entity, run) else {
        continue
      }
      if entities[entity].kind == .person, entities[best ?? entity].kind != .person { continue }
      if best.map({ entities[$0].count < entities[entity].count || entities[$0].kind == .person }) ?? true {
        best = entity
      }
    }
    if let best, !isTitledPerson(run) || entities[best].kind == .person { return best }
    for entity in candidates {
      let other = entities[entity].core
      if other.count > core.count {
        // "Saunders" for Ernest Saunders, "Webb" for Del E. Webb.
        if Array(other.suffix(core.count)) == core,
          entities[entity].kind == .person || entities[entity].kind == .unknown
        {
          return entity
        }
        if core.count == 1, entities[entity].kind != .place, !isGeneric(single), !isOther(entity, run) { return entity }
      } else if core.starts(with: other), other.count < core.count, entities[entity].kind != .place,
        entities[entity].known < 0,
        entities[entity].kind != .person, core.count - other.count <= 2,
        other.count > 1 || entities[entity].kind == .company || entities[entity].kind == .unknown
      {
        return entity
      }
    }
    if let best { return best }
    if core.count > 1, let entity = (byToken[last] ?? []).last, entities[entity].core.count == 1,
      entities[entity].kind == .person
        || entities[entity].kind == .unknown && core.count == 2
          && (page.tokens[run.lowerBound].has(.forename)
            || entities[entity].isFromHeadline && !isGeneric(page.tokens[trailing(run) - 1]))
    {
      return entity
    }
    return single.flatMap { acronym($0) }
  }

  /// Whether the full name `run` is not that of `entity`, which was named with more words but without legal form: "Belcor
  /// Pesage" is a part of Belcor SE.
  private func isOther(_ entity: Int, _ run: Range<Int>) -> Bool {
    trailing(run) < run.upperBound && !entities[entity].isFull && !entities[entity].isFromHeadline
      && entities[entity].kind != .person
  }

  /// Whether a title stands before a name: "Mr Lune" is no company.
  private func isTitledPerson(_ run: Range<Int>) -> Bool {
    run.lowerBound > 0 && page.tokens[run.lowerBound - 1].traits.hasAny(.honorific | .title)
      && page.tokens[run.lowerBound - 1].info.name < 0
  }

  /// A word that many names share tells nothing by itself.
  private func isGeneric(_ token: Token?) -> Bool {
    guard let token else { return false }
    return token.info.traits.hasAny(.designator | .industry | .nationality | .company | .title | .forename)
      || token.info.name >= 0
  }

  /// The entity whose initials `token` is: "AMC" for American Motors Corp.
  private func acronym(_ token: Token) -> Int? {
    let length = Int(token.end - token.start)
    guard token.shape.contains(.capitals), (2...5).contains(length) else { return nil }
    let letters = text[Int(token.start)..<Int(token.end)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    for (index, entity) in entities.enumerated().suffix(64).reversed() where entity.known < 0 {
      // A letter a byte, as `letters` has them; more than seven are those of no acronym.
      var initials: UInt64 = 0
      var count = 0
      var atWord = true
      for byte in text[entity.span.start..<entity.span.end] where count <= 7 {
        if atWord, byte &- 0x41 < 26 {
          initials = initials << 8 | UInt64(byte)
          count += 1
        }
        atWord = byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-")
      }
      if count >= 2, letters == initials || letters == initials >> 8 && count > 2 {
        return index
      }
    }
    return nil
  }

  private mutating func note(_ run: Range<Int>, _ entity: Int, _ sentence: Sentence) {
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

  // MARK: What a name is the name of

  /// What the form of a name and the words around it tell.
  private func kind(_ run: Range<Int>, _ sentence: Sentence) -> Entity.Kind {
    let last = page.tokens[run.upperBound - 1]
    if run.count > 1 || last.isKnown {
      if last.has(.regulator) || oversees(run) { return .regulator }
      if last.has(.government) { return .government }
      if let medium = medium(run) { return medium }
      if last.has(.fund) || last.has(.finance) { return .fund }
      if last.has(.designator) || last.has(.industry) || last.has(.company)
        || page.tokens[run].contains(where: { $0.has(.designator) && $0.isCapital })
      {
        return .company
      }
    }
    let before = run.lowerBound > sentence.tokens.lowerBound ? page.tokens[run.lowerBound - 1] : nil
    if let before, before.has(.title) || before.has(.honorific) || before.has(.spokesperson) { return .person }
    if page.tokens[run.lowerBound].has(.forename), run.count > 1 { return .person }
    if let told = told(before: run.lowerBound, sentence) { return told }
    if run.lowerBound > 0, page.tokens[run.lowerBound - 1].kind == .open,
      text[Int(page.tokens[run.lowerBound - 1].start)] == UInt8(ascii: "<")
    {
      return .company
    }
    let after = run.upperBound < sentence.tokens.upperBound ? page.tokens[run.upperBound] : nil
    // "U.S. Appeals court", "Delaware court": the noun in small letters tells.
    if lexicon.language == .english, let after, after.has(.regulator), !after.isCapital { return .regulator }
    if let after, after.kind == .open, text[Int(after.start)] == UInt8(ascii: "<") { return .company }
    // "the Akron, Ohio-based company"
    if let after, after.kind == .comma, run.upperBound + 1 < sentence.tokens.upperBound,
      isCompound(page.tokens[run.upperBound + 1])
    {
      return .place
    }
    if let after, after.kind == .comma, run.count > 1, run.upperBound + 1 < sentence.tokens.upperBound,
      isWho(run.upperBound + 1)
    {
      return .person
    }
    if let after, after.kind == .comma, hasTitle(after: run.upperBound, sentence) {
      return run.count > 1 ? .person : .unknown
    }
    return .unknown
  }

  /// "Competition Council", "Bureau de la concurrence": a body named by what it oversees.
  private func oversees(_ run: Range<Int>) -> Bool {
    page.tokens[run].contains { $0.has(.oversight) }
      && page.tokens[run].contains { $0.traits.hasAny(.body | .board | .regulator) }
  }

  /// "the Coast Gazette", "Radio Finance": a name with a word that only media have.
  private func medium(_ run: Range<Int>) -> Entity.Kind? {
    let first = page.tokens[run.lowerBound]
    let last = page.tokens[run.upperBound - 1]
    guard run.count > 1 else { return nil }
    // Behind an article the noun comes second: "La Gazette mosane".
    let second = first.has(.determiner) ? page.tokens[run.lowerBound + 1] : first
    if second.has(.newspaper) { return .newspaper }
    // "Norvane Presse", "Aldby Paper" are companies.
    if lexicon.language == .english
      ? last.has(.masthead) : last.has(.newspaper) || last.has(.masthead) && last.has(.time)
    {
      return .newspaper
    }
    if first.has(.determiner), second.has(.masthead) { return .newspaper }
    if last.has(.broadcaster) || first.has(.broadcaster) { return .broadcaster }
    if last.has(.agency) || first.has(.agency) { return .agency }
    return nil
  }

  /// What the noun right before a name says that it is: "the website Pigeon", "le groupe danois Holm".
  private func told(before i: Int, _ sentence: Sentence) -> Entity.Kind? {
    var noun = i - 1
    while noun > sentence.tokens.lowerBound, i - noun <= 2, lexicon.language == .french, page.tokens[noun].isWord,
      !page.tokens[noun].isCapital, page.tokens[noun].has(.nationality) || page.tokens[noun].info.traits.isEmpty
    { noun -= 1 }
    guard noun >= sentence.tokens.lowerBound else { return nil }
    var token = page.tokens[noun]
    // "le brasseur belge Norvane", "l'autrichien Norvane".
    let isNational = noun < i - 1 && page.tokens[noun + 1..<i].contains { $0.has(.nationality) }
    if isNational, token.isWord, token.traits.isDisjoint(with: .title | .spokesperson | .outsider | .speaker),
      !page.tokens[i].has(.forename)
    {
      if token.traits.isDisjoint(with: .fund | .website | .newspaper | .agency | .broadcaster | .product) {
        return .company
      }
    }
    if token.insidePhrase {
      while noun > sentence.tokens.lowerBound, page.tokens[noun].insidePhrase { noun -= 1 }
      token = page.tokens[noun]
    }
    // "an article in the Ledger", "un article de L'Observateur": a paper.
    if token.has(.of) || token.has(.locative), noun > sentence.tokens.lowerBound, page.tokens[noun - 1].has(.article) {
      return .newspaper
    }
    guard token.isWord, token.info.name < 0, !token.isCapital else { return nil }
    if token.has(.website) { return .website }
    if token.has(.newspaper) { return .newspaper }
    if token.has(.broadcaster) { return .broadcaster }
    if token.has(.agency) { return .agency }
    if token.has(.fund) { return .fund }
    if token.has(.product) { return .product }
    if token.has(.company), !token.has(.finite) { return .company }
    return nil
  }

  /// "Piet Harmsen, who follows": only people are "who".
  private func isWho(_ i: Int) -> Bool {
    lexicon.language == .english && page.tokens[i].word >= 0 && page.tokens[i].word == who
  }

  /// "…, chairman of", "…, an analyst with": a title within a few words of the comma.
  private func hasTitle(after comma: Int, _ sentence: Sentence) -> Bool {
    for i in comma + 1..<min(comma + 6, sentence.tokens.upperBound) {
      let token = page.tokens[i]
      // "Norkabel, to Tallis Partners": no title.
      if i == comma + 1, token.traits.hasAny(.preposition | .to) { return false }
      if token.has(.title) && !(token.isCapital && token.has(.industry)) || token.has(.spokesperson) { return true }
      if token.isPunctuation || token.has(.finite) && !token.isCapital { return false }
    }
    return false
  }

  // MARK: A headline in capitals

  private mutating func findRepeated(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      let token = page.tokens[i]
      guard token.isWord, !token.insidePhrase else {
        i += 1
        continue
      }
      if token.info.name >= 0, let entity = byKnown[Int(token.info.name)],
        lexicon.names[Int(token.info.name)].kind != .place
      {
        note(i..<i + Int(token.phraseLength), entity, sentence)
        i += Int(token.phraseLength)
        continue
      }
      guard let (entity, count) = repeated(at: i, sentence) else {
        i += 1
        continue
      }
      note(i..<i + count, entity, sentence)
      i = skipTicker(i + count, sentence)
    }
  }

  /// The entity of the body whose name starts at token `i`, and how many of its tokens stand there.
  private func repeated(at i: Int, _ sentence: Sentence) -> (Int, Int)? {
    let token = page.tokens[i]
    if isGeneric(token) && !(i + 1 < sentence.tokens.upperBound && page.tokens[i + 1].isWord) { return nil }
    var best: (Int, Int)?
    for entity in (byToken[hash(i)] ?? []).suffix(NameFinder.depth).reversed() where entities[entity].kind != .place {
      let core = entities[entity].core
      guard core.first == hash(i) || entities[entity].kind == .person && core.last == hash(i) else { continue }
      var count = 1
      while count < core.count, i + count < sentence.tokens.upperBound, hash(i + count) == core[count] { count += 1 }
      if count == 1, isGeneric(token) { continue }
      if count > best?.1 ?? 0 { best = (entity, count) }
    }
    return best ?? acronym(token).map { ($0, 1) }
  }
}
