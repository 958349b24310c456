import Stories

/// What the ending of a word that no lexicon has tells of it.
enum UnknownWord {
  private static let french: [(StaticString, Traits)] = [
    ("rait", .finite | .conditional), ("raient", .finite | .conditional), ("ait", Traits(.finite)),
    ("aient", Traits(.finite)), ("era", Traits(.finite)), ("eront", Traits(.finite)), ("èrent", Traits(.finite)),
    ("ement", Traits(.adverb)), ("ant", Traits(.gerund)), ("és", Traits(.participle)), ("ées", Traits(.participle)),
    ("é", Traits(.participle)), ("ée", Traits(.participle)),
  ]
  private static let english: [(StaticString, Traits)] = [
    ("ed", .finite | .participle), ("ly", Traits(.adverb)), ("ing", Traits(.gerund)), ("maker", Traits(.company)),
  ]

  /// The traits of the lower-case word in the bytes of `range`; none if it is short or its ending tells nothing.
  static func traits(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ language: Language) -> Traits {
    guard range.count >= 5 else { return [] }
    if language == .english {
      switch text[range.upperBound - 1] {
      case UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "y"), UInt8(ascii: "r"): break
      default: return []
      }
    }
    for (ending, traits) in language == .french ? french : english {
      let count = ending.utf8CodeUnitCount
      guard range.count > count + 1 else { continue }
      var fits = true
      for k in 0..<count where text[range.upperBound - count + k] != ending.utf8Start[k] {
        fits = false
        break
      }
      if fits { return traits }
    }
    return []
  }

  /// The endings of French adjectives that few nouns and verbs have.
  private static let adjectives: [StaticString] = [
    "ique", "iques", "ier", "ière", "iers", "ières", "aire", "aires", "al", "ale", "ales", "aux", "ien", "ienne",
    "iens",
    "iennes", "ais", "aise", "aises", "ois", "oise", "oises", "if", "ive", "ifs", "ives", "el", "elle", "els", "elles",
    "ime",
    "euse", "euses",
  ]

  /// Whether the French word in the bytes of `range` ends like an adjective.
  static func isFrenchAdjective(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count >= 6 else { return false }
    return adjectives.contains { ending in
      let count = ending.utf8CodeUnitCount
      return range.count > count + 2
        && (0..<count).allSatisfy { text[range.upperBound - count + $0] == ending.utf8Start[$0] }
    }
  }
}
