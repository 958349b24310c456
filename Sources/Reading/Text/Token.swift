import Stories

/// A word, number or mark of a story, with what the lexicons say of it.
struct Token {
  var start: UInt32
  var end: UInt32
  /// Its number in the vocabulary, or -1.
  var word: Int32 = -1
  /// The hash of its letters, as the vocabulary folds them.
  var hash: UInt32 = 0
  var kind: Kind
  var shape: Shape = []
  /// Whether a lexicon knows the word, in whatever form.
  var isKnown = false
  /// The number of tokens of the phrase that starts here, of which `info` tells; 1 for a word by itself.
  var phraseLength: UInt8 = 1
  /// Whether it lies in a phrase, but not at its start.
  var insidePhrase = false
  /// The class of a function word, whatever phrase it stands in.
  var wordClass: WordClass?
  /// How the word attributes by itself, whatever phrase it stands in.
  var cue = CueEntry.none
  var info = WordInfo()

  enum Kind: UInt8 {
    case word, number, comma, stop, colon, semicolon, dash
    /// Brackets.
    case open, close
    /// Quotation marks that tell their side, the straight one, and single marks, which may be apostrophes.
    case quoteOpen, quoteClose, quoteStraight, quoteSingle
    case symbol
  }

  struct Shape: OptionSet {
    let rawValue: UInt8
    /// The first letter is a capital, or one in the middle ("eBay").
    static let capital = Shape(rawValue: 1)
    /// All letters are capitals, and there are two or more.
    static let capitals = Shape(rawValue: 2)
    /// White space stands before it.
    static let spaced = Shape(rawValue: 4)
    /// It ends in a full stop that belongs to it ("Corp.", "U.S.").
    static let dotted = Shape(rawValue: 8)
    /// The white space before it holds a line end.
    static let newLine = Shape(rawValue: 16)
    /// It ends like a plural.
    static let plural = Shape(rawValue: 32)
    /// It begins a paragraph or another stretch of the page: no phrase goes on over that.
    static let first = Shape(rawValue: 64)
  }

  var span: Span { Span(Int(start), Int(end)) }
  @inline(__always) var traits: Traits { info.traits }
  @inline(__always) func has(_ trait: Trait) -> Bool { info.traits.has(trait) }
  /// A noun for a family, but for the last word of a firm: "the Roe brothers", not "Roe Brothers".
  @inline(__always) var isFamily: Bool { has(.family) && !(isCapital && has(.industry)) }
  @inline(__always) var isCapital: Bool { shape.contains(.capital) }
  @inline(__always) var isWord: Bool { kind == .word }
  @inline(__always) var isPunctuation: Bool { kind != .word && kind != .number && kind != .symbol }
  @inline(__always) var isQuote: Bool {
    kind == .quoteOpen || kind == .quoteClose || kind == .quoteStraight || kind == .quoteSingle
  }
}
