import Stories

/// The templates of features that hold words: those that only one language has.
enum WordTemplate: UInt8, CaseIterable {
  case noneCue, noneStem, noneStemNext, noneStemPrev, noneStemForm, noneNextWord, noneStemNextWord, nonePrevWord
  case noneStemPrevWord
  case stemStart, stemEnd, stemFirst, stemGap, firstWord, afterWord, stemLength
  case gateStem, gateStemNext, gateStemPrev, gateStemForm, gateNextWord, gatePrevWord

  /// Whether a second word follows the first.
  private var hasTwoWords: Bool { self == .noneStemNextWord || self == .noneStemPrevWord }
  /// The kind of the value behind the word, if it has one.
  private var value: Template.Value? {
    switch self {
    case .noneStemNext, .noneStemPrev, .stemFirst, .gateStemNext, .gateStemPrev: .wordClass
    case .noneStemForm, .gateStemForm: .form
    case .stemStart, .stemEnd: .label
    case .stemGap, .stemLength: .number
    case .firstWord, .afterWord: .side
    default: nil
    }
  }

  /// The key of this template with the hashes of its words and a value; its highest bit tells it from others.
  @inline(__always)
  func key(_ word: UInt32, _ other: UInt32, _ value: UInt8) -> UInt64 {
    var hash = (UInt64(word) << 32 | UInt64(other)) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = (hash ^ UInt64(value) << 8 ^ UInt64(rawValue)) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 31 | 1 << 63
  }

  /// The name in weights: "word.stemStart say R".
  func name(_ word: String, _ other: String?, _ value: UInt8) -> String {
    var name = "word.\(self) \(word)"
    if let other { name += " \(other)" }
    if let kind = self.value { name += " " + FeatureName.string(value, kind) }
    return name
  }

  /// The key of the feature with the words of `name`, or `nil` if there is none.
  static func key(of name: some Collection<Substring>) -> UInt64? {
    let parts = Array(name)
    guard let first = parts.first, first.hasPrefix("word."),
      let template = WordTemplate.allCases.first(where: { "\($0)" == first.dropFirst(5) })
    else { return nil }
    guard parts.count == 2 + (template.hasTwoWords ? 1 : 0) + (template.value == nil ? 0 : 1) else { return nil }
    var value: UInt8 = 0
    if let kind = template.value {
      guard let found = FeatureName.value(parts[parts.count - 1], kind) else { return nil }
      value = found
    }
    return template.key(hash(parts[1]), template.hasTwoWords ? hash(parts[2]) : 0, value)
  }

  private static func hash(_ word: Substring) -> UInt32 {
    var word = String(word)
    return word.withUTF8 { Spelling.hash($0, 0..<$0.count) }
  }
}

/// A word, or its stem, in a feature.
struct WordFeature: BitwiseCopyable {
  @NarrowRange private(set) var range: Range<Int>
  let hash: UInt32

  /// The whole word of token `i`.
  @inline(__always) init(word i: Int, _ prose: Prose) {
    range = Int(prose.tokens[i].start)..<Int(prose.tokens[i].end)
    hash = prose.tokens[i].hash
  }

  /// The stem of token `i`.
  init(stem i: Int, _ prose: Prose, _ bytes: UnsafeBufferPointer<UInt8>) {
    let word = Int(prose.tokens[i].start)..<Int(prose.tokens[i].end)
    let stem = word.lowerBound..<EnglishForms.stemEnd(bytes, word)
    range = stem
    hash = Spelling.hash(bytes, stem)
  }

  /// The letters, folded as the vocabulary folds them; white space and marks that a name cannot hold are left out.
  func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var letters: [UInt8] = []
    var folding = Spelling.Folding(bytes, range)
    while let byte = folding.next() { letters.append(byte) }
    return String(decoding: letters, as: UTF8.self)
  }
}
