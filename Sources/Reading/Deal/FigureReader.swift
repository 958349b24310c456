import Stories

/// A number with its unit, as a sentence has it: "59 mln dlrs", "£2.2bn", "2,2 milliards d'euros", "30 %".
struct Figure {
  var tokens: Range<Int>
  var span: Span
  /// In the unit itself.
  var amount: Double
  /// An ISO 4217 code or "%"; `nil` if only a scale stands there ("140 million").
  var unit: String?
}

/// Reads the figures of one sentence after the other.
final class FigureReader {
  private let all: Lexicon
  let lexicon: TermLexicon
  let language: Language
  let text: UnsafeBufferPointer<UInt8>
  let tokens: FixedList<Token>

  /// The numbers of the sentence's words in the lexicon of terms, by their place in it.
  @exclusivity(unchecked) private var words: [Int32]
  @exclusivity(unchecked) private var low = 0
  @exclusivity(unchecked) private var high = 0

  init(_ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>, _ tokens: FixedList<Token>) {
    all = lexicon
    self.lexicon = lexicon.terms
    language = lexicon.language
    self.text = text
    self.tokens = tokens
    words = []
  }

  /// The figures of the sentence with the tokens in `range`.
  func figures(_ range: Range<Int>) -> [Figure] {
    low = range.lowerBound
    high = range.upperBound
    if words.count < range.count { words = [Int32](filledWith: -1, count: max(range.count, 64)) }
    let hasFigure = words.withUnsafeMutableBufferPointer { words in
      var hasFigure = false
      for i in range {
        let isWord = tokens[i].isWord || tokens[i].kind == .symbol
        let word = isWord ? all.termWord(tokens[i], text) : -1
        words[i - low] = word
        if word >= 0 || tokens[i].kind == .number { hasFigure = true }
      }
      return hasFigure
    }
    var found: [Figure] = []
    if !hasFigure { return found }
    var i = low
    while i < range.upperBound {
      // What is no number and no part of one begins no figure.
      if tokens[i].kind == .number || words[i - low] >= 0 && meaning(i).meaning.isPart, let figure = figure(at: i) {
        found.append(figure)
        i = figure.tokens.upperBound
      } else {
        i += 1
      }
    }
    return found
  }

  /// What the words from token `i` on mean, and how many tokens they are; `i` must lie in the sentence.
  func meaning(_ i: Int) -> (meaning: TermWord, count: Int) {
    guard i >= low, i < high, words[i - low] >= 0 else { return (.none, 1) }
    return words.withUnsafeBufferPointer { lexicon.meaning($0, i - low, high - low) }
  }

  /// What a figure beside token `i` would be the figure of.
  func roles(_ i: Int) -> TermWord.Roles { meaning(i).meaning.roles }

  // MARK: One figure

  private func figure(at i: Int) -> Figure? {
    var number = i
    var unit: String?
    var divisor = 1.0
    if tokens[i].kind != .number {
      let (meaning, count) = meaning(i)
      switch meaning.part {
      case .unit(let code, let isHundredth) where code != "%" && standsBefore(i..<i + count):
        number = i + count
        unit = code
        divisor = isHundredth ? 100 : 1
        guard number < high, tokens[number].kind == .number else { return nil }
      case .number: break
      case .scale where isOne(i):
        // "a billion dollars", "un milliard d'euros"
        number = i
      default: return nil
      }
    }
    guard let (whole, behind, suffix) = amount(number) else { return nil }
    var amount = whole
    var end = behind
    var isScaled = false
    func scale(_ power: Int) {
      for _ in 0..<power { amount *= 10 }
      isScaled = true
    }
    // "2.2bn", "612p", "2-billion-dollar", "50-pct".
    var place = suffix.lowerBound
    while place < suffix.upperBound {
      if text[place] == UInt8(ascii: "-") {
        place += 1
        continue
      }
      var stop = place
      while stop < suffix.upperBound, text[stop] != UInt8(ascii: "-") { stop += 1 }
      switch lexicon.meaning(lexicon.word(text, place..<stop)).part {
      case .scale(let power) where unit == nil || divisor == 1: scale(power)
      case .unit(let code, let isHundredth):
        unit = code
        divisor = isHundredth ? 100 : 1
      default: return nil
      }
      place = stop
    }
    while end < high {
      let (meaning, count) = meaning(end)
      if case .scale(let power) = meaning.part {
        scale(power)
        end += count
        continue
      }
      if unit == nil, let (code, isHundredth, next) = unitBehind(end) {
        unit = code
        divisor = isHundredth ? 100 : 1
        end = next
      }
      break
    }
    guard unit != nil || isScaled else { return nil }
    // "1.15" is no binary fraction, but "1.15 billion" is a whole number.
    if isScaled, abs(amount - amount.rounded()) < 1e-9 * amount { amount.round() }
    let range = i..<end
    return Figure(
      tokens: range, span: Span(Int(tokens[i].start), Int(tokens[end - 1].end)), amount: amount / divisor, unit: unit)
  }

  /// A sign or a code may stand before its number: "$", "US$", "EUR", "Rs".
  private func standsBefore(_ range: Range<Int>) -> Bool {
    guard range.upperBound < high else { return false }
    let first = tokens[range.lowerBound]
    return tokens[range].contains { $0.kind == .symbol } || first.shape.contains(.capitals)
      || first.isCapital && first.end - first.start <= 3 && !first.has(.finite)
  }

  private func isOne(_ i: Int) -> Bool { i > low && tokens[i - 1].has(.indefinite) }

  /// The unit from token `i` on, over the "de" of "millions d'euros".
  private func unitBehind(_ i: Int) -> (String, Bool, Int)? {
    var i = i
    if language == .french, tokens[i].has(.of), i + 1 < high { i += 1 }
    let (meaning, count) = meaning(i)
    guard case .unit(let code, let isHundredth) = meaning.part else { return nil }
    return (code, isHundredth, i + count)
  }

  // MARK: The number

  /// The number from token `i` on, where it ends, and the letters that hang on it.
  private func amount(_ i: Int) -> (Double, Int, Range<Int>)? {
    let none = 0..<0
    guard tokens[i].kind == .number else {
      switch meaning(i).meaning.part {
      case .number(let value):
        if case .number(100)? = meaning(i + 1).meaning.part { return (Double(value) * 100, i + 2, none) }
        return (Double(value), i + 1, none)
      case .scale: return (1, i, none)
      default: return nil
      }
    }
    guard let (first, suffix, isWhole) = digits(Int(tokens[i].start)..<Int(tokens[i].end)) else { return nil }
    var value = first
    var end = i + 1
    guard suffix.isEmpty, isWhole else { return (value, end, suffix) }
    while end < high, tokens[end].kind == .number {
      let next = Int(tokens[end].start)..<Int(tokens[end].end)
      guard let (more, letters, _) = digits(next) else { break }
      if language == .french, next.count - letters.count == 3, more < 1000, more.rounded() == more, value > 0 {
        // "1 450 000"
        value = value * 1000 + more
        end += 1
        if !letters.isEmpty { return (value, end, letters) }
      } else if more < 1, letters.isEmpty {
        // "12 1/2"
        return (value + more, end + 1, none)
      } else {
        break
      }
    }
    return (value, end, none)
  }

  /// The number that the bytes of `range` begin with, the letters behind it, and whether it has digits only; `nil` for
  /// what is no amount, such as a time or a range.
  private func digits(_ range: Range<Int>) -> (Double, Range<Int>, Bool)? {
    var i = range.lowerBound
    // Nearly all are digits and nothing else.
    var plain = 0
    while i < range.upperBound, text[i] &- 0x30 < 10, i - range.lowerBound < 9 {
      plain = plain * 10 + Int(text[i] &- 0x30)
      i += 1
    }
    if i == range.upperBound { return (Double(plain), i..<i, true) }
    return withUnsafeTemporaryAllocation(of: Group.self, capacity: range.count + 1) {
      digits(range, $0)
    }
  }

  /// A run of digits within a number, and the mark behind it.
  private struct Group {
    var value: Double
    var length: Int
    var mark: UInt8 = 0
  }

  private func digits(_ range: Range<Int>, _ groups: UnsafeMutableBufferPointer<Group>) -> (Double, Range<Int>, Bool)? {
    var i = range.lowerBound
    var count = 0
    var marks = 0
    scan: while i < range.upperBound {
      let start = i
      var value = 0.0
      while i < range.upperBound, text[i] &- 0x30 < 10 {
        value = value * 10 + Double(text[i] &- 0x30)
        i += 1
      }
      groups.initializeElement(at: count, to: Group(value: value, length: i - start))
      count += 1
      guard i + 1 < range.upperBound, text[i + 1] &- 0x30 < 10 else { break scan }
      groups[marks].mark = text[i]
      marks += 1
      i += 1
    }
    guard count > 0, groups[0].length > 0, count == marks + 1 else { return nil }
    let suffix = i..<range.upperBound
    let comma = UInt8(ascii: ",")
    let dot = UInt8(ascii: ".")
    let slash = UInt8(ascii: "/")
    if marks > 0, groups[marks - 1].mark == slash {
      // "1/2", "12-1/2"
      let divisor = groups[count - 1].value
      guard divisor > 0, count <= 3 else { return nil }
      guard count == 3 else { return (groups[0].value / divisor, suffix, false) }
      return groups[0].mark == UInt8(ascii: "-") ? (groups[0].value + groups[1].value / divisor, suffix, false) : nil
    }
    let decimal = language == .french ? comma : dot
    var value = groups[0].value
    for k in 0..<marks {
      let (mark, group) = (groups[k].mark, groups[k + 1])
      if mark == (decimal == dot ? comma : dot) || mark == decimal && marks > 1, group.length == 3 {
        value = value * 1000 + group.value
      } else if mark == decimal || mark == dot, mark == groups[marks - 1].mark {
        // One division, so that "6.12" is the nearest number to it.
        let power = (0..<group.length).reduce(1.0) { power, _ in power * 10 }
        value = (value * power + group.value) / power
      } else {
        return nil
      }
    }
    return (value, suffix, marks == 0)
  }
}
