import Stories

/// Finds who speaks where no verb says so: the turns of an interview ("Ann Roe: …"), words in quotation marks behind a name
/// and a colon, and a quotation that is signed on the next line ("— Ann Roe").
struct Turns {
  let text: ClassedProse
  let bytes: UnsafeBufferPointer<UInt8>
  private var prose: Prose { text.prose }

  /// A name before a colon is no longer than this, in tokens.
  private static let longestName = 6
  /// Nor is a phrase before a colon and a quotation.
  private static let longestPhrase = 16

  /// The turns, by their place.
  func find() -> [Attribution] {
    var opened: [(name: Range<Int>, block: Int)] = []
    for (index, block) in prose.blocks.enumerated() where Turns.holds(block) {
      if let name = name(opening: block.tokens) { opened.append((name, index)) }
    }
    var counts: [UInt32: Int] = [:]
    for (name, _) in opened { counts[words(name), default: 0] += 1 }
    var turns: [Attribution] = []
    var sentence = 0
    for (index, block) in prose.blocks.enumerated() where Turns.holds(block) && !block.tokens.isEmpty {
      while sentence + 1 < prose.sentences.count, prose.sentences[sentence].tokens.upperBound <= block.tokens.lowerBound
      {
        sentence += 1
      }
      if let name = opened.first(where: { $0.block == index })?.name, counts[words(name), default: 0] >= 2 {
        if let turn = turn(name, block.tokens, sentence) { turns.append(turn) }
      } else if prose.quotations.isEmpty {
        // What follows is all about quotations.
        continue
      } else if let led = quotationLed(in: block.tokens, sentence) {
        turns.append(led)
      } else if let signed = signed(index, sentence) {
        turns.append(signed)
      } else {
        turns += described(in: index, from: sentence)
      }
    }
    return turns
  }

  /// Whether a turn can stand in `block`: an interview may begin with one.
  private static func holds(_ block: Page.Block) -> Bool { block.kind == .paragraph || block.kind == .lede }

  /// The capitalised words that open a paragraph before a colon.
  private func name(opening block: Range<Int>) -> Range<Int>? {
    var i = block.lowerBound
    while i < block.upperBound, i - block.lowerBound <= Turns.longestName {
      let token = prose.tokens[i]
      if token.kind == .colon { return i > block.lowerBound ? block.lowerBound..<i : nil }
      let isJoined =
        i > block.lowerBound && (text.classes[i] == .of || text.classes[i] == .and || token.kind == .symbol)
      guard token.isWord && token.isCapital || isJoined else { return nil }
      i += 1
    }
    return nil
  }

  /// A number for the letters of a name.
  private func words(_ name: Range<Int>) -> UInt32 { Spelling.hash(bytes, prose.span(name).range) }

  private func turn(_ name: Range<Int>, _ block: Range<Int>, _ sentence: Int) -> Attribution? {
    var start = name.upperBound + 1
    // "(laughs)": what is seen is not said.
    if start < block.upperBound, prose.tokens[start].kind == .open,
      let close = (start..<min(start + 6, block.upperBound)).first(where: { prose.tokens[$0].kind == .close })
    {
      start = close + 1
    }
    guard start < block.upperBound else { return nil }
    if prose.quotation[start] >= 0 {
      let quotation = prose.quotations[Int(prose.quotation[start])]
      if quotation.open == start, quotation.close + 2 >= block.upperBound {
        return attribution(quotation.content, name, cue: name.upperBound, sentence)
      }
    }
    let end = block.upperBound
    let content =
      prose.tokens[end - 1].kind == .stop && !prose.isQuestionMark(end - 1) ? start..<end - 1 : start..<end
    return attribution(content, name, cue: name.upperBound, sentence)
  }

  /// "Acme chairman Ann Roe on the steps of the court: “…”": a phrase without a verb before a colon and a quotation.
  private func quotationLed(in block: Range<Int>, _ sentence: Int) -> Attribution? {
    guard
      let colon = block.prefix(Turns.longestPhrase + 4).first(where: { prose.tokens[$0].kind == .colon }),
      colon + 1 < block.upperBound, let quotation = prose.fullQuotation(at: colon + 1), quotation.open == colon + 1
    else { return nil }
    var start = block.lowerBound
    while start < colon, prose.tokens[start].kind == .number || prose.tokens[start].isPunctuation { start += 1 }
    let phrase = start..<colon
    guard !phrase.isEmpty, phrase.count <= Turns.longestPhrase, !prose.hasFinite(phrase),
      !phrase.contains(where: { ClassedProse.cues.has(text.classes[$0]) }),
      phrase.contains(where: { text.classes[$0] == .capital })
    else { return nil }
    return attribution(quotation.content, phrase, cue: colon, sentence)
  }

  /// "Ann Roe was blunt: “…”": a sentence that says how somebody is, with a colon and a quotation.
  private func described(in block: Int, from sentence: Int) -> [Attribution] {
    var found: [Attribution] = []
    var index = sentence
    while index < prose.sentences.count, prose.sentences[index].block == block {
      let tokens = prose.sentences[index].tokens
      defer { index += 1 }
      guard prose.sentences[index].has(.colon),
        let colon = tokens.first(where: { prose.tokens[$0].kind == .colon && prose.fullQuotation(at: $0) == nil }),
        colon + 1 < prose.tokens.count, let quotation = prose.fullQuotation(at: colon + 1), quotation.open == colon + 1,
        let verb = (tokens.lowerBound..<colon).first(where: {
          prose.isFinite($0) && !($0 > tokens.lowerBound && prose.tokens[$0 - 1].has(.relative))
        }),
        !(tokens.lowerBound..<colon).contains(where: { ClassedProse.cues.has(text.classes[$0]) }),
        let source = subject(before: verb, tokens)
      else { continue }
      if let attribution = attribution(quotation.content, source, cue: colon, index) { found.append(attribution) }
    }
    return found
  }

  /// The subject of the verb at token `verb`, if it is somebody.
  private func subject(before verb: Int, _ tokens: Range<Int>) -> Range<Int>? {
    let group = CueFilter(prose: prose).groupStart(verb, from: tokens.lowerBound)
    guard let subject = SourcePhrases(prose: prose).left(of: group, from: tokens.lowerBound) else { return nil }
    let isSomebody = subject.contains {
      let token = prose.tokens[$0]
      return token.isWord
        && (text.classes[$0] == .capital || token.traits.hasAny(.he | .title | .spokesperson | .anonymous | .outsider))
    }
    return isSomebody ? subject : nil
  }

  /// A paragraph of nothing but a quotation, and after it a line with a dash and a name.
  private func signed(_ index: Int, _ sentence: Int) -> Attribution? {
    let block = prose.blocks[index].tokens
    guard prose.quotation[block.lowerBound] >= 0 else { return nil }
    let quotation = prose.quotations[Int(prose.quotation[block.lowerBound])]
    guard quotation.open == block.lowerBound, quotation.isFull else { return nil }
    var start = quotation.close + 1
    var end = block.upperBound
    if start >= end {
      guard index + 1 < prose.blocks.count else { return nil }
      (start, end) = (prose.blocks[index + 1].tokens.lowerBound, prose.blocks[index + 1].tokens.upperBound)
    }
    guard start + 1 < end, end - start <= Turns.longestPhrase, prose.tokens[start].kind == .dash,
      prose.tokens[start + 1].isCapital, !prose.hasFinite(start + 1..<end)
    else { return nil }
    return attribution(quotation.content, prose.trimmed(start + 1..<end), cue: start, sentence)
  }

  private func attribution(_ content: Range<Int>, _ source: Range<Int>, cue: Int, _ sentence: Int) -> Attribution? {
    guard !content.isEmpty, !source.isEmpty else { return nil }
    return Attribution(
      cue: cue..<cue + 1, content: [content], source: source, manner: .direct, sentence: sentence, cueTraits: [],
      evidence: Evidence(.turn))
  }
}
