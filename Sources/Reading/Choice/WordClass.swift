/// What a token is to the choice among candidates: the classes that its features speak of, the same in all languages.
///
/// Each word has one class, that of the lexicon (`[words class NAME]`) or else of its form.
enum WordClass: UInt8, CaseIterable {
  /// Outside the sentence.
  case sentenceStart, sentenceEnd
  /// The first and the last token of a quotation.
  case quoteOpens, quoteCloses
  case comma, stop, colon, semicolon, dash, bracket
  /// Other marks, apostrophes.
  case mark
  case that, wh, rel, and, but, to, of, `as`, abt, neg, be, have, mod, poss, pron, obj, sub, det, prep, day, adv
  case num
  /// Words that attribute more often than not, by the form of the verb.
  case cueBase, cueS, cueEd, cueIng
  case capital, ing, word, symbol

  /// The name in lexicons and weights.
  var name: String {
    switch self {
    case .sentenceStart: "<S>"
    case .sentenceEnd: "</S>"
    case .quoteOpens: "Q("
    case .quoteCloses: "Q)"
    case .comma: ","
    case .stop: "."
    case .colon: ":"
    case .semicolon: ";"
    case .dash: "-"
    case .bracket: "("
    case .mark: "q"
    case .cueBase: "CUEbase"
    case .cueS: "CUEs"
    case .cueEd: "CUEed"
    case .cueIng: "CUEing"
    case .capital: "Cap"
    case .word: "w"
    case .symbol: "sym"
    default: "\(self)"
    }
  }

  /// The class of function words called `name`, as the lexicon gives them; "word" is one too.
  init?(lexiconName name: String) {
    if name == "word" {
      self = .word
    } else if let found = WordClass.allCases.first(where: { $0.name == name }),
      found.rawValue >= WordClass.that.rawValue, found.rawValue <= WordClass.adv.rawValue
    {
      self = found
    } else {
      return nil
    }
  }
}

extension WordClass {
  @inline(__always) static func | (a: WordClass, b: WordClass) -> WordClasses {
    WordClasses(rawValue: WordClasses(a).rawValue | WordClasses(b).rawValue)
  }
}

/// A set of word classes, a bit each.
///
/// Like sets of traits, those that rules name are computed where they stand, so that they are constants of the program; stored
/// ones would ask at every look whether they have been made yet.
struct WordClasses: OptionSet {
  let rawValue: UInt64

  @inline(__always) init(rawValue: UInt64) { self.rawValue = rawValue }
  @inline(__always) init(_ found: WordClass) { rawValue = 1 << UInt64(found.rawValue) }

  @inline(__always) func has(_ found: WordClass) -> Bool { rawValue & (1 << UInt64(found.rawValue)) != 0 }

  @inline(__always) static func | (a: WordClasses, b: WordClass) -> WordClasses {
    WordClasses(rawValue: a.rawValue | WordClasses(b).rawValue)
  }
}
