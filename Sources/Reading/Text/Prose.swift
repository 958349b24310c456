import Stories

/// The page cut into sentences and quotations: what the stages that look for claims read.
///
/// Its lists last as long as it does itself.
final class Prose {
  let language: Language
  let tokens: FixedList<Token>
  let blocks: FixedList<Page.Block>
  let sentences: FixedList<Sentence>
  let quotations: FixedList<Quotation>
  /// For each token the index of the quotation that it lies in, its marks included, or -1.
  let quotation: FixedList<Int32>

  /// For each token how many finite verbs stand before it, and one for the end: nearly every stage asks, again and again.
  private let finites: FixedList<UInt32>

  /// What the lists are made of.
  private let held: (tokens: [Token], blocks: [Page.Block], sentences: [Sentence], quotations: [Quotation])

  private let lexicon: Lexicon
  /// The bytes of the story; valid as long as it is being read.
  let text: UnsafeBufferPointer<UInt8>

  init(_ page: Page, _ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>) {
    self.lexicon = lexicon
    self.text = text
    language = lexicon.language
    let sentences = Sentences.of(page)
    let found = sentences.contains { $0.hasQuote } ? Quotations.of(page, lexicon) : []
    held = (page.tokens, page.blocks, sentences, found)
    tokens = FixedList(of: held.tokens)
    blocks = FixedList(of: held.blocks)
    self.sentences = FixedList(of: held.sentences)
    quotations = FixedList(of: held.quotations)
    quotation = FixedList(count: page.tokens.count) { _ in -1 }
    quotation.update { inside in
      for (index, quotation) in found.enumerated() {
        for i in quotation.open...quotation.close { inside[i] = Int32(index) }
      }
    }
    finites = Prose.finites(tokens, lexicon.language)
  }

  deinit {
    quotation.deallocate()
    finites.deallocate()
  }

  /// Whether token `i` is there and is a stop with a question mark.
  @inline(__always) func isQuestionMark(_ i: Int) -> Bool {
    i < tokens.count && tokens[i].kind == .stop && text[Int(tokens[i].start)] == UInt8(ascii: "?")
  }

  /// Whether token `i` is a time of day: "17:42", "18h40".
  func isClock(_ i: Int) -> Bool {
    tokens[i].kind == .number && Prose.isClock(text, Int(tokens[i].start)..<Int(tokens[i].end))
  }

  /// Whether the number in `range` is a time of day: one or two digits, a colon or an "h", two digits.
  private static func isClock(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 4 || range.count == 5 else { return false }
    let mark = range.upperBound - 3
    guard text[mark] == UInt8(ascii: ":") || text[mark] == UInt8(ascii: "h") else { return false }
    return range.allSatisfy { $0 == mark || text[$0] &- 0x30 < 10 }
  }

  /// The index of the sentence that holds token `i`.
  func sentence(of i: Int) -> Int? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.upperBound <= i { low = middle + 1 } else { high = middle }
    }
    return low < sentences.count && sentences[low].tokens.contains(i) ? low : nil
  }

  /// Whether a news medium that the lexicon knows is named at token `i`.
  func isMedium(_ i: Int) -> Bool {
    let name = tokens[i].info.name
    return name >= 0 && Entity.Kind(lexicon.names[Int(name)].kind).isMedium
  }

  /// Whether a place that the lexicon knows is named at token `i`.
  func isPlace(_ i: Int) -> Bool {
    let name = tokens[i].info.name
    return name >= 0 && lexicon.names[Int(name)].kind == .place
  }

  /// Whether the word at token `i` is in `group`.
  @inline(__always) func isIn(_ group: WordGroup, _ i: Int) -> Bool { isIn(group, tokens[i]) }

  /// Whether `token` is a word in `group`.
  @inline(__always) func isIn(_ group: WordGroup, _ token: Token) -> Bool { lexicon.groups.has(group, token.word) }

  /// Whether what stands behind the last hyphen of token `i` is a word in `group`: "Acme-owned".
  func isIn(_ group: WordGroup, behindHyphenOf i: Int) -> Bool {
    guard let hyphen = bytes(i).lastIndex(of: UInt8(ascii: "-")) else { return false }
    return lexicon.groups.has(group, Int32(lexicon.word(text, hyphen + 1..<Int(tokens[i].end))))
  }

  /// The whole number that the word at token `i` is: 2 for "two".
  func wordedNumber(_ i: Int) -> Int? {
    let word = lexicon.termWord(tokens[i], text)
    return word < 0 ? nil : lexicon.terms.meaning(word).number
  }

  /// The places of the bytes of token `i`.
  func range(_ i: Int) -> Range<Int> { Int(tokens[i].start)..<Int(tokens[i].end) }

  /// The bytes of token `i`.
  func bytes(_ i: Int) -> Slice<UnsafeBufferPointer<UInt8>> { text[range(i)] }

  /// The quotation that holds token `i`, or is opened or closed by it.
  func quotation(at i: Int) -> Quotation? { quotation[i] >= 0 ? quotations[Int(quotation[i])] : nil }

  /// The small word right behind the definite article that opens `sentence`: "The owner", "La coopérative normande".
  func openingNoun(of sentence: Range<Int>) -> Int? {
    let article = sentence.lowerBound
    guard article + 2 < sentence.upperBound, tokens[article].has(.determiner),
      tokens[article].traits.isDisjoint(with: .possessive | .indefinite), !tokens[article + 1].isCapital
    else { return nil }
    return article + 1
  }

  /// Whether a noun phrase or pronoun can begin at token `i`.
  func startsNounPhrase(_ i: Int) -> Bool {
    tokens[i].isCapital || tokens[i].traits.hasAny(.determiner | .possessive | .he)
  }

  /// The full quotation that token `i` lies in, its marks included.
  @inline(__always) func fullQuotation(at i: Int) -> Quotation? {
    let index = quotation[i]
    guard index >= 0, quotations[Int(index)].isFull else { return nil }
    return quotations[Int(index)]
  }

  /// The quotation that closes right before token `i`, commas skipped.
  func quotation(endingBefore i: Int, from low: Int) -> Quotation? {
    var j = i - 1
    while j > low, tokens[j].kind == .comma, quotation[j] < 0 { j -= 1 }
    guard j >= 0, quotation[j] >= 0 else { return nil }
    let found = quotations[Int(quotation[j])]
    return found.close == j ? found : nil
  }

  /// The quotation that words at `i` of `sentence` can be the incise of: it closes right before them in their paragraph.
  ///
  /// One that ends a sentence of its own is nobody's there: “It is over.” Roe left.
  func quotation(leadingTo i: Int, in sentence: Sentence) -> Quotation? {
    let low = blocks[sentence.block].tokens.lowerBound
    guard let found = quotation(endingBefore: i, from: low), found.open >= low else { return nil }
    if found.close < sentence.tokens.lowerBound, tokens[found.close - 1].kind == .stop,
      text[Int(tokens[found.close - 1].start)] == UInt8(ascii: ".")
    {
      return nil
    }
    return found
  }

  /// The bytes of `range`.
  func span(_ range: Range<Int>) -> Span {
    Span(Int(tokens[range.lowerBound].start), Int(tokens[range.upperBound - 1].end))
  }

  /// The end of a sentence without the stop and the closing marks behind it.
  func contentEnd(_ sentence: Sentence) -> Int {
    var end = sentence.tokens.upperBound
    while end > sentence.tokens.lowerBound {
      let token = tokens[end - 1]
      guard token.kind == .stop || token.kind == .quoteClose || token.kind == .close && quotation[end - 1] < 0 else {
        break
      }
      end -= 1
    }
    return end
  }

  /// `range` without punctuation and stops at its edges that carry nothing; a whole quotation keeps its marks.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, isLoose(low),
      !(isMark(low) && quotations[Int(quotation[low])].open == low)
    { low += 1 }
    while high > low, isLoose(high - 1),
      !(isMark(high - 1) && quotations[Int(quotation[high - 1])].close == high - 1)
    { high -= 1 }
    return low..<high
  }

  /// Whether token `i` lies in a quotation and is a mark, or stands for one.
  private func isMark(_ i: Int) -> Bool {
    quotation[i] >= 0 && (tokens[i].isQuote || quotations[Int(quotation[i])].isPart)
  }

  private func isLoose(_ i: Int) -> Bool {
    switch tokens[i].kind {
    case .comma, .colon, .semicolon, .dash, .stop, .quoteOpen, .quoteClose, .quoteStraight, .quoteSingle: true
    default: false
    }
  }

  /// Whether a finite verb stands in `range`, outside full quotations that it only touches.
  @inline(__always) func hasFinite(_ range: Range<Int>) -> Bool {
    !range.isEmpty && finites[range.lowerBound] != finites[range.upperBound]
  }

  /// Whether `range` has a finite verb that is not that of a relative clause; in English whether it has one.
  ///
  /// "Le maire, qui craint pour les emplois," has none.
  func hasMainVerb(_ range: Range<Int>) -> Bool {
    guard hasFinite(range), language == .french else { return hasFinite(range) }
    return range.count { isFinite($0) } > range.count { tokens[$0].has(.relative) }
  }

  /// Whether token `i` is a finite verb: by the lexicon, else by its ending.
  @inline(__always) func isFinite(_ i: Int) -> Bool { finites[i] != finites[i + 1] }

  private static func finites(_ tokens: FixedList<Token>, _ language: Language) -> FixedList<UInt32> {
    var count: UInt32 = 0
    return FixedList(count: tokens.count + 1) { i in
      defer { if i < tokens.count, tokens[i].has(.finite), isFinite(i, tokens, language) { count += 1 } }
      return count
    }
  }

  private static func isFinite(_ i: Int, _ tokens: FixedList<Token>, _ language: Language) -> Bool {
    let token = tokens[i]
    guard token.isWord, token.info.name < 0 else { return false }
    if token.has(.finite) {
      if token.isCapital, i > 0, !tokens[i - 1].isPunctuation { return false }
      let before = i > 0 ? tokens[i - 1].traits : Traits()
      if language == .french {
        // "du groupe", "au conseil": a noun.
        if before.has(.contracted) { return false }
        // "cède le contrôle": an article behind a verb or a preposition, no pronoun.
        if before.has(.determiner), before.has(.he) || before.has(.adverb), i > 1,
          !token.traits.hasAny(.be | .have | .modal),
          tokens[i - 2].traits.hasAny(.of | .to | .by | .preposition | .participle | .infinitive)
            || tokens[i - 2].has(.finite) && tokens[i - 2].traits.isDisjoint(with: .have | .be)
        {
          return false
        }
        // "l'annonce", "une offre": a noun; and a participle needs no subject.
        return !before.has(.determiner) || before.has(.he) || token.traits.hasAny(.be | .have | .modal)
          || tokens[i - 1].has(.adverb) && !token.traits.hasAny(.deal | .bid)
      }
      // "Acme's": a possessive, "it's": a verb.
      if token.has(.be), !token.shape.contains(.spaced), token.end - token.start == 2 || token.end - token.start == 4 {
        return before.hasAny(.it | .he | .they | .one | .that | .question | .relative)
      }
      if token.traits.hasAny(.be | .have | .modal) { return true }
      if before.hasAny(.determiner | .possessive | .of) || before.has(.preposition) { return false }
      if token.has(.infinitive), before.has(.to) { return false }
      return true
    }
    return false
  }

  /// Whether the mark of a possessive stands at token `i`: "'s", or "'" behind a plural.
  func isPossessive(_ i: Int) -> Bool {
    guard language == .english else { return false }
    let token = tokens[i]
    if token.kind == .quoteSingle, !token.shape.contains(.spaced) { return true }
    return token.isWord && !token.shape.contains(.spaced) && token.has(.be) && token.end - token.start <= 4
  }

  /// Whether a year of the last or this century stands at token `i`.
  func isYear(_ i: Int) -> Bool {
    let token = tokens[i]
    return token.kind == .number && token.end - token.start == 4
      && [UInt8(ascii: "1"), UInt8(ascii: "2")].contains(text[Int(token.start)])
  }
}
