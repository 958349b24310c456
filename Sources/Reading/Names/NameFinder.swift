import Stories

/// Finds the names in a page and tells which of them are the same: by the lexicon of names where it knows them, else by
/// their form and the words around them.
///
/// A class, because a structure of its size is copied whenever one of its many small questions is asked while it changes. Its
/// variables go without the checks at run time that they are not changed while they are read: these cost a third of the time,
/// and no variable is handed to anything that changes it.
final class NameFinder {
  let lexicon: Lexicon
  let prose: Prose
  let text: UnsafeBufferPointer<UInt8>
  let tokens: FixedList<Token>
  let blocks: FixedList<Page.Block>
  @exclusivity(unchecked) var entities: [Entity] = []
  @exclusivity(unchecked) var denotations: [Denotation] = []

  /// Entities by the name that the lexicon has for them.
  @exclusivity(unchecked) var byKnown = NumberTable<Int32>(empty: -1)
  /// What the story shows of its words, by their hashes.
  @exclusivity(unchecked) var words = NumberTable(empty: Word(), room: 256)
  /// The hashes of those that are names with "'s" behind: "Brentwall's said".
  @exclusivity(unchecked) var shops: Set<UInt32> = []
  /// The entities that have a word in their core; each knows the place here of the one before with the same word.
  @exclusivity(unchecked) var bearers: [(entity: Int32, before: Int32)] = []
  /// The initials of entities as far as they have been asked for.
  @exclusivity(unchecked) var initials: [Initials?] = []
  /// The cores of all entities, one after the other.
  @exclusivity(unchecked) var cores: [UInt32] = []
  /// The core of the name that is being added.
  @exclusivity(unchecked) var core: [UInt32] = []
  /// The government named last, if only as a seat: "in Ottawa".
  @exclusivity(unchecked) var seat: Int?

  /// The government that is meant where nothing tells whose, once it was asked for.
  @exclusivity(unchecked) var home: HomeGovernment?

  /// Names that stand for two others: "Acme-Belcor".
  @exclusivity(unchecked) var pairs: [Int: [Int]] = [:]
  /// Words that a name is hidden in: "Acme-led".
  @exclusivity(unchecked) var compounds: [Int] = []

  /// How many earlier entities that share a token are compared, so that a long story takes linear time.
  static let depth = 8

  /// What a story shows of a word.
  struct Word: BitwiseCopyable {
    /// Whether it stands somewhere with a capital though no sentence begins there.
    var isCapitalised = false
    /// Whether it is unknown and opens a sentence with a capital.
    var isOpening = false
    /// Whether it stands somewhere in small letters, as no name does.
    var isSmall = false
    /// Whether it stands somewhere with a capital and no "de" and name behind it.
    var isAlone = false
    /// Whether it stands somewhere behind an article with a capital: "de La Poste".
    var isTitled = false
    /// The place in `bearers` of the latest entity with it in its core, or -1.
    var latest: Int32 = -1
  }

  init(_ lexicon: Lexicon, _ prose: Prose) {
    self.lexicon = lexicon
    self.prose = prose
    text = prose.text
    tokens = prose.tokens
    blocks = prose.blocks
    // Room for a story of usual length, so that no list grows step by step.
    entities.reserveCapacity(16)
    denotations.reserveCapacity(32)
    bearers.reserveCapacity(32)
    cores.reserveCapacity(32)
    initials.reserveCapacity(16)
  }

  /// Finds all names.
  ///
  /// A headline in capitals tells no names from other words, so it only repeats those of the body.
  func find() {
    let sentences = prose.sentences
    let shouting = sentences.map { isShouting($0) }
    for (sentence, shouts) in zip(sentences, shouting) where !shouts { noteCapitals(sentence) }
    if !shops.isEmpty { settleShops(sentences) }
    for (sentence, shouts) in zip(sentences, shouting) where !shouts { findRuns(sentence) }
    for (sentence, shouts) in zip(sentences, shouting) where shouts { findRepeated(sentence) }
    splitCompounds(compounds)
    settleOrigins()
    denotations.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Whether a sentence is in capitals, or a headline with a capital on nearly every word.
  func isShouting(_ sentence: Sentence) -> Bool {
    var capitals = 0
    var titled = 0
    var words = 0
    let isHeadline = blocks[sentence.block].kind == .headline
    for i in sentence.tokens where tokens[i].isWord && tokens[i].end - tokens[i].start > 1 {
      words += 1
      if tokens[i].shape.contains(.capitals) { capitals += 1 }
      if tokens[i].isCapital { titled += 1 }
      // There will not be enough capitals among so many words as are left.
      if !isHeadline, (words - capitals) * 4 > sentence.tokens.count { return false }
    }
    guard words > 2 else { return false }
    return capitals * 4 >= words * 3 || isHeadline && words > 4 && titled * 10 >= words * 7
  }

  func noteCapitals(_ sentence: Sentence) {
    // "Norvane, the brewer, ... Norvane said": a word that no lexicon has and that opens two sentences.
    if let first = sentence.tokens.first, tokens[first].isWord, tokens[first].isCapital, looksForeign(tokens[first]),
      tokens[first].end - tokens[first].start > 3, !opensWithParticiple(first)
    {
      let hash = hash(first)
      if word(first).isOpening {
        words.change(hash) { $0.isCapitalised = true }
      } else {
        words.change(hash) { $0.isOpening = true }
      }
    }
    for i in sentence.tokens where tokens[i].isWord {
      if lexicon.language == .french, tokens[i].isCapital, placeName(behind: i, sentence) == nil {
        words.change(hash(i)) { $0.isAlone = true }
      }
      if !tokens[i].isCapital {
        if !tokens[i].shape.contains(.spaced) { noteShop(i, sentence) }
        if !tokens[i].isKnown { words.change(hash(i)) { $0.isSmall = true } }
      } else if i > sentence.tokens.lowerBound, !opensClause(i, sentence) {
        words.change(hash(i)) { $0.isCapitalised = true }
        if isArticle(i), i + 1 < sentence.tokens.upperBound { words.change(hash(i + 1)) { $0.isTitled = true } }
      }
    }
  }

  /// What the story shows of the word at token `i`.
  func word(_ i: Int) -> Word { words[hash(i)] ?? Word() }

  /// The entities with a word in their core, the latest first, of which `count` are looked at.
  func bearers(of hash: UInt32, atMost count: Int = Int.max) -> Bearers {
    Bearers(all: bearers, place: words[hash]?.latest ?? -1, left: count)
  }

  func latestBearer(of hash: UInt32) -> Int? {
    var found = bearers(of: hash, atMost: 1)
    return found.next()
  }

  /// Goes from an entity to the one before with the same word.
  struct Bearers: Sequence, IteratorProtocol {
    fileprivate let all: [(entity: Int32, before: Int32)]
    fileprivate var place: Int32
    fileprivate var left: Int

    mutating func next() -> Int? {
      guard place >= 0, left > 0 else { return nil }
      let found = all[Int(place)]
      place = found.before
      left -= 1
      return Int(found.entity)
    }
  }

  /// Notes that `entity` has the word with `hash` in its core.
  func bear(_ hash: UInt32, _ entity: Int) {
    let before = words.change(hash) { word in
      defer { word.latest = Int32(bearers.count) }
      return word.latest
    }
    bearers.append((Int32(entity), before))
  }

  /// Whether a capital at token `i` tells nothing: a sentence or quotation begins there.
  func opensClause(_ i: Int, _ sentence: Sentence) -> Bool {
    guard i > sentence.tokens.lowerBound else { return true }
    let before = tokens[i - 1]
    // "17:15 Shares in Norvane are halted."
    if before.kind == .number || before.kind == .dash || before.kind == .symbol,
      tokens[sentence.tokens.lowerBound..<i].allSatisfy({
        $0.kind == .number || $0.kind == .symbol || $0.isPunctuation
      })
    {
      return true
    }
    return before.isQuote || before.kind == .colon || before.kind == .dash && before.shape.contains(.spaced)
      || before.kind == .open && text[Int(before.start)] != UInt8(ascii: "<")
      || before.kind == .stop
  }

  func hash(_ i: Int) -> UInt32 {
    let token = tokens[i]
    guard token.shape.contains(.dotted), token.end - token.start > 2 else { return token.hash }
    return Spelling.hash(text, Int(token.start)..<Int(token.end) - 1)
  }

  // MARK: Runs of capitals

  func findRuns(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      // Most words can begin neither a name nor a ministry.
      guard tokens[i].isCapital || tokens[i].info.name >= 0 || tokens[i].traits.hasAny(.government | .family) else {
        i += 1
        continue
      }
      if let ministry = ministry(at: i, sentence) {
        i = ministry
        continue
      }
      if let part = placedPart(at: i, sentence) {
        addPart(part, sentence)
        i = part.upperBound
        continue
      }
      guard let run = run(at: i, sentence) else {
        if tokens[i].isCapital, isCompound(tokens[i]) { compounds.append(i) }
        i += 1
        continue
      }
      add(withPublicBody(run, sentence), sentence)
      i = max(run.upperBound, i + 1)
      i = skipTicker(i, sentence)
    }
  }

  /// Steps over "<GUIN.L>" behind a name.
  func skipTicker(_ i: Int, _ sentence: Sentence) -> Int {
    guard i + 2 < sentence.tokens.upperBound, tokens[i].kind == .open,
      text[Int(tokens[i].start)] == UInt8(ascii: "<")
    else { return i }
    var end = i + 1
    while end < min(i + 6, sentence.tokens.upperBound), tokens[end].kind != .close { end += 1 }
    let capitals = tokens[i + 1..<end].allSatisfy {
      $0.shape.contains(.capitals) || $0.end - $0.start <= 2 || !$0.isWord
    }
    return capitals && end < sentence.tokens.upperBound ? end + 1 : i
  }

  func note(_ run: Range<Int>, _ entity: Int, _ sentence: Sentence) {
    entities[entity].count += 1
    denotations.append(Denotation(tokens: run, entity: entity, form: .name))
    let after = run.upperBound
    guard after < sentence.tokens.upperBound else { return }
    let next = tokens[after]
    if next.has(.finite) || next.has(.have) || next.has(.modal) || next.has(.be), !isSeat(run.lowerBound, sentence) {
      entities[entity].acts += 1
    }
    if run.lowerBound > sentence.tokens.lowerBound, tokens[run.lowerBound - 1].has(.by) {
      entities[entity].acts += 1
    }
  }
}
