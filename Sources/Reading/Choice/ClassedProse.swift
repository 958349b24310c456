import Stories

/// The prose with a class for each token, and running counts that tell at once how many commas or verbs a stretch holds.
///
/// Its lists last as long as it does itself.
final class ClassedProse {
  let prose: Prose
  let classes: FixedList<WordClass>
  let field: Field
  /// For each token the counts before it: commas, finite verbs, openers, closers, places where another cue joins, and
  /// subordinators outside quotations.
  ///
  /// They wrap around; only differences mean anything.
  private let counts: FixedList<SIMD8<UInt16>>

  /// What a stretch can be asked the number of.
  enum Counted: Int {
    case commas, finites, openers, closers, joinedCues, subordinators
  }

  init(_ prose: Prose, _ text: UnsafeBufferPointer<UInt8>) {
    self.prose = prose
    let classes = FixedList(count: prose.tokens.count) { ClassedProse.wordClass($0, prose, text) }
    classes.update { classes in
      if prose.language == .french { ClassedProse.markInfinitives(classes, prose) }
      for quotation in prose.quotations {
        classes[quotation.close] = .quoteCloses
        classes[quotation.open] = .quoteOpens
      }
    }
    self.classes = classes
    field = ClassedProse.field(prose)
    var sum = SIMD8<UInt16>.zero
    counts = FixedList(count: prose.tokens.count + 1) { i in
      let before = sum
      if i < classes.count { ClassedProse.count(i, classes, prose, &sum) }
      return before
    }
  }

  /// Adds what token `i` is to the counts.
  @inline(__always)
  private static func count(_ i: Int, _ classes: FixedList<WordClass>, _ prose: Prose, _ sum: inout SIMD8<UInt16>) {
    let found = classes[i]
    // Most words are none of it.
    guard counted.has(found) else { return }
    switch found {
    case .comma:
      sum[Counted.commas.rawValue] &+= 1
      if joinsCue(i, classes, prose) { sum[Counted.joinedCues.rawValue] &+= 1 }
    case .and, .but: if joinsCue(i, classes, prose) { sum[Counted.joinedCues.rawValue] &+= 1 }
    case .be, .have, .mod: sum[Counted.finites.rawValue] &+= 1
    case .quoteOpens: sum[Counted.openers.rawValue] &+= 1
    case .quoteCloses: sum[Counted.closers.rawValue] &+= 1
    case .sub: if prose.quotation[i] < 0 { sum[Counted.subordinators.rawValue] &+= 1 }
    default: break
    }
  }

  /// The classes that are counted.
  @inline(__always) private static var counted: WordClasses {
    WordClass.comma | .and | .but | .be | .have | .mod | .quoteOpens | .quoteCloses | .sub
  }

  deinit {
    classes.deallocate()
    counts.deallocate()
  }

  /// How many of each that can be counted stand in a stretch.
  struct Numbers {
    fileprivate let values: SIMD8<UInt16>

    @inline(__always) subscript(counted: Counted) -> Int { Int(values[counted.rawValue]) }
  }

  /// How many of each stand in `range`.
  @inline(__always) func numbers(in range: Range<Int>) -> Numbers {
    Numbers(values: counts[range.upperBound] &- counts[range.lowerBound])
  }

  /// How many of `counted` stand in `range`.
  @inline(__always) func number(of counted: Counted, in range: Range<Int>) -> Int {
    Int(counts[range.upperBound][counted.rawValue] &- counts[range.lowerBound][counted.rawValue])
  }

  /// A story is about a deal if one in so many of its tokens is a word of the trade.
  private static let tokensForEachDealWord = 60

  private static func field(_ prose: Prose) -> Field {
    let isDeal = hasDealWords(prose, (prose.tokens.count + tokensForEachDealWord - 1) / tokensForEachDealWord)
    return prose.language == .french ? (isDeal ? .dealFrench : .newsFrench) : isDeal ? .deal : .news
  }

  /// Whether at least so many words of the trade stand in the text.
  private static func hasDealWords(_ prose: Prose, _ least: Int) -> Bool {
    var missing = least
    for i in prose.tokens.indices {
      if missing <= 0 { return true }
      if prose.tokens[i].traits.hasAny(.deal | .buy | .sell | .bid | .stake | .merge) { missing -= 1 }
    }
    return missing <= 0
  }

  /// Whether a strong cue stands among the three tokens behind `i`, outside quotations.
  private static func joinsCue(_ i: Int, _ classes: FixedList<WordClass>, _ prose: Prose) -> Bool {
    guard prose.quotation[i] < 0 else { return false }
    return (i + 1..<max(i + 1, min(i + 4, classes.count))).contains { j in
      if ClassedProse.cues.has(classes[j]) { return true }
      // "et laisse entendre que"
      let token = prose.tokens[j]
      return token.phraseLength > 1 && token.info.cue.isCue && !token.info.cue.isNoun
    }
  }

  /// The strong cues, in whatever form.
  @inline(__always) static var cues: WordClasses { WordClass.cueBase | .cueS | .cueEd | .cueIng }
  /// What a subordinate clause opens with.
  @inline(__always) static var subordinators: WordClasses { WordClass.sub | .as }
  /// What can stand in a group of verbs before its verb.
  @inline(__always) static var auxiliaries: WordClasses { WordClass.be | .have | .mod | .neg | .adv }

  @inline(__always)
  private static func wordClass(_ i: Int, _ prose: Prose, _ text: UnsafeBufferPointer<UInt8>) -> WordClass {
    let token = prose.tokens[i]
    switch token.kind {
    case .comma: return .comma
    case .stop: return .stop
    case .colon: return .colon
    case .semicolon: return .semicolon
    case .dash: return .dash
    case .open, .close: return .bracket
    case .quoteOpen, .quoteClose, .quoteStraight, .quoteSingle: return .mark
    case .number: return .num
    case .symbol:
      let byte = text[Int(token.start)]
      return byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") ? .bracket : .symbol
    case .word: break
    }
    if let known = token.wordClass { return known }
    let isFrench = prose.language == .french
    let length = Int(token.end - token.start)
    if isFrench {
      if !token.shape.contains(.spaced), token.traits.hasAny(.he | .they | .one), i > 0, prose.tokens[i - 1].isWord {
        return .pron
      }
      if !token.isCapital, length >= 8, !token.has(.finite), ends(token, "ment", text) { return .adv }
    } else if length >= 4, ends(token, "ly", text) {
      return .adv
    }
    let entry = token.cue
    if entry.isCue, entry.strength >= 3, entry.frame != .acc, !token.isCapital || entry.form == .ing,
      !isFrench || CueFilter.isVerbInPlace(i, prose)
    {
      switch entry.form {
      case .base: return .cueBase
      case .s: return .cueS
      case .ed: return .cueEd
      case .ing: return .cueIng
      }
    }
    if token.isCapital { return .capital }
    if isFrench ? length >= 6 && ends(token, "ant", text) : length >= 4 && ends(token, "ing", text) { return .ing }
    return .word
  }

  @inline(__always)
  private static func ends(_ token: Token, _ ending: StaticString, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard token.end - token.start >= count else { return false }
    // From the back: most words end in another letter.
    for k in 1...count where text[Int(token.end) - k] | 0x20 != ending.utf8Start[count - k] { return false }
    return true
  }

  /// French infinitives: "de" and "à" before one are "to", and so is a bare one behind a cue; "fait" before "savoir" is
  /// an auxiliary.
  private static func markInfinitives(_ classes: UnsafeMutableBufferPointer<WordClass>, _ prose: Prose) {
    for i in prose.tokens.indices where prose.tokens[i].isWord {
      let token = prose.tokens[i]
      if token.traits.hasAny(.of | .to), classes[i] == .of || classes[i] == .prep {
        for j in i + 1..<max(i + 1, min(i + 5, classes.count)) {
          if isInfinitive(prose.tokens[j]) {
            classes[i] = .to
            break
          }
          guard
            classes[j] == .adv || classes[j] == .neg || classes[j] == .obj || classes[j] == .pron
              || prose.tokens[j].end - prose.tokens[j].start <= 3 && classes[j] == .det
          else { break }
        }
      } else if i > 0, isInfinitive(token), cues.has(classes[i - 1]) {
        classes[i] = .to
      }
    }
  }

  private static func isInfinitive(_ token: Token) -> Bool {
    token.isWord && !token.isCapital && token.has(.infinitive) && token.traits.isDisjoint(with: Traits(.finite))
      && token.info.name < 0
  }
}
