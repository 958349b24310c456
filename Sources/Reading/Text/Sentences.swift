import Stories

/// A sentence: tokens that belong together.
struct Sentence {
  var tokens: Range<Int>
  /// The index of its block in the page.
  var block: Int
  /// All that its words are: what none of them is, no rule need look for.
  private(set) var traits = Traits()
  /// The kinds of its tokens, and the stages that its words put a deal at, a bit each.
  private var kinds: UInt16 = 0
  private var stages: UInt16 = 0

  /// Makes a sentence of no tokens.
  init() {
    tokens = 0..<0
    block = 0
  }

  /// Makes the sentence of the tokens in `range`.
  init(_ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, block: Int) {
    self.tokens = range
    self.block = block
    for i in range {
      traits.formUnion(tokens[i].traits)
      kinds |= 1 << UInt16(tokens[i].kind.rawValue)
      stages |= 1 << UInt16(tokens[i].info.stage & 15)
    }
  }

  /// Whether it has a token of `kind`.
  @inline(__always) func has(_ kind: Token.Kind) -> Bool { kinds & 1 << UInt16(kind.rawValue) != 0 }
  /// Whether it has a mark that may open a quotation.
  @inline(__always) var hasQuote: Bool {
    has(.quoteOpen) || has(.quoteClose) || has(.quoteStraight) || has(.quoteSingle)
  }
  /// Whether one of its words puts a deal at a stage, and whether at the one with the place `stage`, counted from 1.
  @inline(__always) var hasStage: Bool { stages > 1 }
  @inline(__always) func hasStage(_ stage: Int) -> Bool { stages & 1 << UInt16(stage) != 0 }
}

/// Cuts the blocks that hold prose into sentences.
enum Sentences {
  /// The sentences of headline, lede and paragraphs; a block's end ends a sentence too.
  static func of(_ page: Page) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(page.tokens.count / 20)
    page.tokens.withUnsafeBufferPointer { tokens in
      for (index, block) in page.blocks.enumerated() {
        guard block.kind == .headline || block.kind == .lede || block.kind == .paragraph else { continue }
        var start = block.tokens.lowerBound
        var i = start + 1
        while i < block.tokens.upperBound {
          if ends(before: i, from: start, tokens) || isTooLong(i, from: start, tokens) {
            sentences.append(Sentence(tokens, start..<i, block: index))
            start = i
          }
          i += 1
        }
        sentences.append(Sentence(tokens, start..<block.tokens.upperBound, block: index))
      }
    }
    return sentences
  }

  /// Lists and tables without a stop are cut, so that what is done for each word of a sentence with all its others stays
  /// bounded.
  private static func isTooLong(_ i: Int, from start: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    i - start >= 320 || i - start >= 240 && tokens[i - 1].isPunctuation
  }

  /// Whether a sentence that began at `start` ends before token `i`.
  @inline(__always)
  private static func ends(before i: Int, from start: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    // Nearly always a word without a stop stands before.
    if tokens[i - 1].isWord, !tokens[i - 1].shape.contains(.dotted) { return false }
    let next = tokens[i]
    guard next.shape.contains(.spaced) else { return false }
    var last = i - 1
    while last > start, tokens[last].kind == .close || tokens[last].kind == .quoteClose || closes(last, tokens) {
      last -= 1
    }
    let end = tokens[last]
    guard end.kind == .stop || end.shape.contains(.dotted) && endsDotted(end, next, start..<last, tokens) else {
      return false
    }
    // A mark after a space opens what follows; the stop before it has to end the sentence then.
    switch next.kind {
    case .word: return next.isCapital
    case .number, .quoteOpen, .open, .dash: return true
    case .quoteStraight, .quoteSingle: return i + 1 < tokens.count && !tokens[i + 1].shape.contains(.spaced)
    default: return false
    }
  }

  /// A straight mark right behind a token closes.
  @inline(__always)
  private static func closes(_ i: Int, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    (tokens[i].kind == .quoteStraight || tokens[i].kind == .quoteSingle) && !tokens[i].shape.contains(.spaced)
  }

  /// Whether an abbreviation ends its sentence too.
  ///
  /// It does if the next word would not have a capital otherwise ("Corp. The company"), or if it is a legal form behind a
  /// whole clause ("bought Acme Corp. Belcor said").
  private static func endsDotted(
    _ end: Token, _ next: Token, _ before: Range<Int>, _ tokens: UnsafeBufferPointer<Token>
  ) -> Bool {
    guard next.kind == .word, next.isCapital, end.has(.designator) || end.shape.contains(.capitals) else {
      return false
    }
    if next.has(.determiner) || next.has(.but) || next.has(.he) || next.has(.it) || next.has(.they) { return true }
    return end.has(.designator) && !next.has(.designator) && !next.has(.title) && !next.has(.industry)
      && before.contains { tokens[$0].has(.finite) && !tokens[$0].isCapital }
  }
}
