import Stories

/// Finds the names in a page and tells which of them are the same: by the lexicon of names where it knows them, else by
/// their form and the words around them.
struct NameFinder {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  let page: Page
  let sentences: [Sentence]
  private(set) var entities: [Entity] = []
  private(set) var denotations: [Denotation] = []

  private var byKnown: [Int: Int] = [:]
  /// Entities by each token of their core, the latest last.
  private var byToken: [UInt32: [Int]] = [:]
  /// Tokens that stand somewhere with a capital though no sentence begins there.
  private var capitalised: Set<UInt32> = []

  /// How many earlier entities that share a token are compared, so that a long story takes linear time.
  private static let depth = 8

  init(_ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>, _ page: Page, _ sentences: [Sentence]) {
    self.lexicon = lexicon
    self.text = text
    self.page = page
    self.sentences = sentences
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
    for i in sentence.tokens.dropFirst()
    where page.tokens[i].isWord && page.tokens[i].isCapital && !opensClause(i, sentence) {
      capitalised.insert(hash(i))
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
    return before.isQuote || before.kind == .colon
      || before.kind == .open && text[Int(before.start)] != UInt8(ascii: "<")
      || before.kind == .stop
  }

  private func hash(_ i: Int) -> UInt32 {
    let token = page.tokens[i]
    let end = token.shape.contains(.dotted) && token.end - token.start > 2 ? Int(token.end) - 1 : Int(token.end)
    return Vocabulary.hash(text, Int(token.start)..<end)
  }

  // MARK: Runs of capitals

  private mutating func findRuns(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
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
    // "la famille Roe" is one party.
    if token.has(.family), !token.isCapital, i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital,
      page.tokens[i + 1].info.name < 0, let name = run(at: i + 1, sentence)
    {
      return i..<name.upperBound
    }
    guard token.isWord, token.isCapital || token.info.name >= 0 && token.phraseLength > 1, !token.insidePhrase else {
      return nil
    }
    let isKnown = token.info.name >= 0 && !isPlaceInName(i, sentence)
    if !isKnown {
      if token.has(.month) || token.has(.weekday) || token.has(.we) || token.has(.time) { return nil }
      // "President Donald Trump", "Mr. Roe": the name begins behind the title.
      if isTitle(i), i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital { return nil }
      if opensClause(i, sentence), !opensName(i, sentence) { return nil }
      if token.phraseLength > 1 { return nil }
      // "B2B", "5G" are no names by themselves.
      if isParticipleOfName(token) { return nil }
      if hasDigit(token), !(i + 1 < sentence.tokens.upperBound && page.tokens[i + 1].isCapital) { return nil }
    }
    var end = i + Int(isKnown ? token.phraseLength : 1)
    while end < sentence.tokens.upperBound, joins(end, after: i, sentence) { end += page.tokens[end].isCapital ? 1 : 2 }
    end = splitBeforeForename(i..<end)
    var start = i
    // "Chairman Ernest Saunders", "Mr. Roe": the name comes after the title.
    while start < end - 1, !isKnown || start > i, isTitle(start) { start += 1 }
    if !isKnown, start < end, page.tokens[start..<end].allSatisfy({ isNoName($0) }), !isFirmName(start..<end) {
      return nil
    }
    return start..<end
  }

  /// "French-controlled", "London-based": no part of the name behind it.
  private func isParticipleOfName(_ token: Token) -> Bool {
    let word = text[Int(token.start)..<Int(token.end)]
    guard let hyphen = word.lastIndex(of: UInt8(ascii: "-")), hyphen + 4 < word.endIndex else { return false }
    return text[hyphen + 1] | 0x20 == text[hyphen + 1] && word.last == UInt8(ascii: "d")
      && text[Int(token.end) - 2] == UInt8(ascii: "e")
  }

  /// "American Motors Corp", "General Partners": common words that together make a company's name.
  private func isFirmName(_ run: Range<Int>) -> Bool {
    run.count > 1 && page.tokens[run.upperBound - 1].info.traits.hasAny(.industry | .designator)
      && page.tokens[run.lowerBound].info.traits.isDisjoint(with: .determiner | .possessive)
  }

  private func hasDigit(_ token: Token) -> Bool {
    text[Int(token.start)..<Int(token.end)].contains { $0 &- 0x30 < 10 }
  }

  private func isTitle(_ i: Int) -> Bool {
    let token = page.tokens[i]
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
    let next = i + 1 < sentence.tokens.upperBound ? page.tokens[i + 1] : nil
    if token.info.traits.isEmpty || token.has(.forename) || token.has(.designator) || token.has(.industry) {
      if capitalised.contains(hash(i)) || byToken[hash(i)] != nil { return true }
      guard let next else { return false }
      if endsInLegalForm(i, sentence) { return true }
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

  /// Words that open sentences, and no names.
  private static let openers: Traits =
    Trait.determiner | .preposition | .subordinator | .but | .and | .adverb | .he | .possessive | .it | .they | .be
    | .have | .modal | .question | .that | .negation | .by | .of

  /// A word that no lexicon of the language has and that does not end like a common noun.
  private func looksForeign(_ token: Token) -> Bool {
    guard !token.isKnown, token.end - token.start > 2 else { return false }
    return text[Int(token.end) - 1] != UInt8(ascii: "s")
  }

  private func isPossessive(_ i: Int) -> Bool {
    i < page.tokens.count && page.tokens[i].isWord && text[Int(page.tokens[i].start)] == UInt8(ascii: "'")
  }

  /// Whether the token at `i` goes on with the name that began at `start`.
  private func joins(_ i: Int, after start: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    if joinsByMark(i, sentence) { return true }
    guard token.isWord, token.shape.contains(.spaced), !token.insidePhrase || page.tokens[i - 1].insidePhrase else {
      return false
    }
    if page.tokens[start].info.name >= 0, !isPlaceInName(start, sentence) {
      return token.isCapital && token.info.traits.hasAny(.designator | .industry)
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
    // "Bank of America", "Banque de France", "Ludwig van Rhee".
    guard token.has(.of), i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isCapital, page.tokens[i + 1].isWord
    else {
      return false
    }
    let before = page.tokens[i - 1]
    // "Cartonnages du Rhin"
    if lexicon.language == .french, i - 1 == start, before.info.name < 0, !before.isKnown, token.end - token.start == 3
    {
      return true
    }
    return before.isCapital
      && (before.has(.company) || before.has(.regulator) || before.has(.government) || before.has(.industry))
  }

  /// "Brandt & Loewe", "Canal 9 Business": an ampersand or small number between capitals.
  private func joinsByMark(_ i: Int, _ sentence: Sentence) -> Bool {
    let token = page.tokens[i]
    guard i + 1 < sentence.tokens.upperBound, page.tokens[i + 1].isWord, page.tokens[i + 1].isCapital,
      token.shape.contains(.spaced), page.tokens[i + 1].shape.contains(.spaced), page.tokens[i - 1].isCapital,
      !page.tokens[i - 1].has(.month)
    else { return false }
    if token.kind == .symbol { return text[Int(token.start)] == UInt8(ascii: "&") }
    return token.kind == .number && token.end - token.start <= 2 && !page.tokens[i + 1].has(.month)
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
    return end > i + 1 && page.tokens[end - 1].has(.designator)
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
      if isWhere(run, known) { return }
      let entity = byKnown[known] ?? makeKnown(known, run)
      note(run, entity, sentence)
      return
    }
    let core = (run.lowerBound..<trailing(run)).map { hash($0) }
    if let entity = earlier(core, run) {
      note(run, entity, sentence)
      // "Harmsen" after "Piet Harmsen": only people are called by the last of two names.
      let known = entities[entity]
      if known.kind == .unknown, core.count == 1, known.core.count == 2, core[0] == known.core[1] {
        entities[entity].kind = .person
      }
      if core.count > entities[entity].core.count, entities[entity].known < 0 { rename(entity, core, run) }
      if trailing(run) < run.upperBound, core == entities[entity].core { entities[entity].isLegal = true }
      // "PELHAM OPTICS" at the head of a paragraph, Pelham Optics in it.
      if core == entities[entity].core, entities[entity].known < 0, isShouted(entities[entity].span),
        !isShouted(page.span(run))
      {
        entities[entity].span = page.span(run)
      }
    } else {
      var entity = Entity(known: -1, kind: .unknown, core: core, span: page.span(run))
      entity.kind = kind(run, sentence)
      entity.isLegal = trailing(run) < run.upperBound
      entity.isFromHeadline = page.blocks[sentence.block].kind == .headline
      entities.append(entity)
      index(entities.count - 1)
      note(run, entities.count - 1, sentence)
    }
    let entity = denotations[denotations.count - 1].entity
    if entities[entity].kind == .unknown { entities[entity].kind = kind(run, sentence) }
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
    if let same = (byToken[first] ?? []).suffix(NameFinder.depth).last(where: { entities[$0].core == core }) {
      return same
    }
    for entity in (byToken[first] ?? []).suffix(NameFinder.depth).reversed() {
      let other = entities[entity].core
      if other.count > core.count {
        // "Guinness" for Guinness Plc, "Saunders" for Ernest Saunders, "Webb" for Del E. Webb.
        if other.starts(with: core), !isGeneric(single), !isOther(entity, run) { return entity }
        if Array(other.suffix(core.count)) == core,
          entities[entity].kind == .person || entities[entity].kind == .unknown
        {
          return entity
        }
        if core.count == 1, entities[entity].kind != .place, !isGeneric(single), !isOther(entity, run) { return entity }
      } else if core.starts(with: other), other.count < core.count, entities[entity].kind != .place,
        entities[entity].known < 0, !entities[entity].isLegal,
        entities[entity].kind != .person, core.count - other.count <= 2,
        other.count > 1 || entities[entity].kind == .company
          || entities[entity].kind == .unknown && (entities[entity].isFromHeadline || isFirmName(run))
      {
        return entity
      }
    }
    if core.count > 1, let entity = (byToken[last] ?? []).last, entities[entity].core.count == 1,
      entities[entity].kind == .person
        || entities[entity].kind == .unknown && entities[entity].isFromHeadline && core.count == 2
          && !isGeneric(page.tokens[trailing(run) - 1])
    {
      return entity
    }
    return single.flatMap { acronym($0) }
  }

  /// Whether the full name `run` is not that of `entity`, which was named with more words but without legal form: "Belcor
  /// Pesage" is a part of Belcor SE.
  private func isOther(_ entity: Int, _ run: Range<Int>) -> Bool {
    trailing(run) < run.upperBound && !entities[entity].isLegal && !entities[entity].isFromHeadline
      && entities[entity].kind != .person
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
    let letters = text[Int(token.start)..<Int(token.end)]
    for (index, entity) in entities.enumerated().suffix(64).reversed() where entity.known < 0 {
      var initials: [UInt8] = []
      var atWord = true
      for byte in text[entity.span.start..<entity.span.end] {
        if atWord, byte &- 0x41 < 26 { initials.append(byte) }
        atWord = byte == 0x20 || byte == 0x0A || byte == UInt8(ascii: "-")
      }
      if initials.count >= 2,
        letters.elementsEqual(initials) || letters.elementsEqual(initials.dropLast()) && initials.count > 2
      {
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
      let title = lexicon.language == .french ? page.tokens[run.lowerBound] : last
      if title.has(.masthead) { return .newspaper }
      if last.has(.regulator) { return .regulator }
      if last.has(.government) { return .government }
      if last.has(.fund) { return .fund }
      if last.has(.designator) || last.has(.industry) || last.has(.company)
        || page.tokens[run].contains(where: { $0.has(.designator) && $0.isCapital })
      {
        return .company
      }
    }
    let before = run.lowerBound > sentence.tokens.lowerBound ? page.tokens[run.lowerBound - 1] : nil
    if let before, before.has(.title) || before.has(.honorific) || before.has(.spokesperson) { return .person }
    if page.tokens[run.lowerBound].has(.forename), run.count > 1 { return .person }
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
      isParticipleOfName(page.tokens[run.upperBound + 1])
    {
      return .place
    }
    if let after, after.kind == .comma, hasTitle(after: run.upperBound, sentence) {
      return run.count > 1 ? .person : .unknown
    }
    return .unknown
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
