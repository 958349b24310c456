import Stories

/// Tells what each stretch of a page is: kicker, headline, lede, credit, dateline, paragraph, reference, end mark.
///
/// By form and place alone: what the words of a label are is the lexicon's business.
struct PageLayout {
  let lexicon: Lexicon
  let text: UnsafeBufferPointer<UInt8>
  private var page = Page()

  private static let longestKicker = 6  // tokens
  private static let longestHeadline = 40
  private static let longestLabel = 12

  /// Whether the first paragraph is known to be the headline.
  private let hasHeadline: Bool

  init(_ lexicon: Lexicon, _ text: UnsafeBufferPointer<UInt8>, hasHeadline: Bool = false) {
    self.lexicon = lexicon
    self.text = text
    self.hasHeadline = hasHeadline
  }

  /// The page with its tokens and blocks.
  mutating func read() -> Page {
    let lexicon = lexicon
    let tokenizer = Tokenizer(language: lexicon.language, isAbbreviation: { lexicon.isAbbreviation($0, $1) })
    page.tokens.reserveCapacity(text.count / 5)
    let stretches = Lines.stretches(text)
    // Datelines and the end mark are cut off as blocks of their own.
    page.blocks.reserveCapacity(stretches.count + 2)
    for stretch in stretches {
      let first = page.tokens.count
      tokenizer.tokens(text, stretch, into: &page.tokens)
      guard page.tokens.count > first else { continue }
      page.tokens[first].shape.insert(.first)
      page.blocks.append(Page.Block(kind: .paragraph, tokens: first..<page.tokens.count))
    }
    lexicon.annotate(&page.tokens, from: 0, text)
    markLabels()
    markHead()
    cutEndMark()
    cutDatelines()
    page.outlet = Outlet.find(on: page, lexicon)
    return page
  }

  // MARK: Labels

  private mutating func markLabels() {
    var previous: Layout.Kind?
    for index in page.blocks.indices {
      let tokens = page.blocks[index].tokens
      let kind = label(tokens, at: index, after: previous)
      page.blocks[index].kind = kind
      if kind == .dateline, page.date == nil { page.date = DatelineDate.date(page.tokens[tokens], text) }
      previous = kind
    }
  }

  private mutating func label(_ tokens: Range<Int>, at index: Int, after previous: Layout.Kind?) -> Layout.Kind {
    if previous == .reference, page.reference == nil, isCode(tokens) {
      page.reference = page.span(tokens)
      return .reference
    }
    guard tokens.count <= PageLayout.longestLabel * 3 else { return .paragraph }
    let inner = page.tokens[tokens.lowerBound].kind == .open ? tokens.lowerBound + 1 : tokens.lowerBound
    guard inner < tokens.upperBound else { return .paragraph }
    let first = page.tokens[inner]
    let after = inner + Int(first.phraseLength)
    if first.has(.credit), after < tokens.upperBound, page.tokens[after].kind == .colon {
      addCredit(after + 1..<tokens.upperBound)
      return .credit
    }
    if first.has(.reference) {
      if after == tokens.upperBound { return .reference }
      let mark = page.tokens[after]
      if mark.kind == .colon || mark.kind == .symbol || mark.kind == .dash, after + 1 < tokens.upperBound,
        isCode(after + 1..<tokens.upperBound)
      {
        page.reference = page.span(after + 1..<tokens.upperBound)
        return .reference
      }
    }
    if tokens.count <= PageLayout.longestLabel {
      if first.has(.byline), isByline(after..<tokens.upperBound) {
        addCredit(after..<tokens.upperBound)
        return .credit
      }
      if first.has(.signoff), after == tokens.upperBound, index == page.blocks.count - 1 { return .signoff }
      if isDateline(tokens) { return .dateline }
    }
    return .paragraph
  }

  /// Whether the tokens are a catalogue number: one word without space, with a digit in it.
  private func isCode(_ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty, tokens.count <= 6 else { return false }
    let span = page.span(tokens)
    let bytes = text[span.start..<span.end]
    return !bytes.contains(0x20) && bytes.contains { $0 &- 0x30 < 10 }
  }

  /// Whether only names follow: "By Ann Roe and John Doe".
  private func isByline(_ tokens: Range<Int>) -> Bool {
    guard !tokens.isEmpty else { return false }
    return page.tokens[tokens].allSatisfy {
      $0.isCapital || $0.kind == .comma || $0.has(.and) || $0.has(.preposition) || $0.has(.of)
    } && page.tokens[tokens].contains { $0.isCapital && $0.info.traits.isEmpty }
  }

  /// Whether the tokens are a date with, at most, a place and a time.
  private func isDateline(_ tokens: Range<Int>) -> Bool {
    var date = false
    var number = false
    for token in page.tokens[tokens] {
      switch token.kind {
      case .number:
        number = true
        if DatelineDate.hasMonth(token, text) { date = true }
      case .word:
        if token.has(.month) { date = true }
        let known = token.has(.time) || token.has(.weekday) || token.has(.determiner) || token.has(.preposition)
        guard known || token.isCapital && !token.has(.finite) || token.has(.locative) else { return false }
      case .stop where token.end - token.start == 1 && text[Int(token.start)] != UInt8(ascii: "."): return false
      default: break
      }
    }
    return number && (date || DatelineDate.date(page.tokens[tokens], text) != nil)
  }

  /// Keeps a credit without its brackets, once.
  private mutating func addCredit(_ tokens: Range<Int>) {
    var tokens = tokens
    while let last = tokens.last, page.tokens[last].isPunctuation { tokens.removeLast() }
    guard !tokens.isEmpty else { return }
    let span = page.span(tokens)
    let bytes = text[span.start..<span.end]
    if !page.credits.contains(where: { text[$0.start..<$0.end].elementsEqual(bytes) }) { page.credits.append(span) }
  }

  // MARK: Kicker, headline, lede

  private mutating func markHead() {
    // The fourth only tells that the third is not the last.
    let body = paragraphs(4)
    guard body.count >= 2 else { return }
    var next = 0
    if hasHeadline {
      // Of what is said to be one there is no doubt, and nothing stands above it.
    } else if isTitle(body[0]), isTitle(body[1]), body[1] == body[0] + 1, body.count > 2,
      page.blocks[body[0]].tokens.count <= PageLayout.longestKicker,
      page.blocks[body[0]].tokens.count < page.blocks[body[1]].tokens.count
    {
      page.blocks[body[0]].kind = .kicker
      next = 1
    }
    guard hasHeadline || isTitle(body[next]) else { return }
    page.blocks[body[next]].kind = .headline
    let lede = next + 1
    guard lede + 1 < body.count else { return }
    // A paragraph between the headline and a credit or dateline sums the story up; so does one without a full stop.
    let setOff = body[lede + 1] > body[lede] + 1 && body[lede] == body[next] + 1
    if setOff || isTitle(body[lede]) && page.blocks[body[lede]].tokens.count > PageLayout.longestKicker {
      page.blocks[body[lede]].kind = .lede
    }
  }

  /// The indices of the first `count` paragraphs.
  private func paragraphs(_ count: Int) -> [Int] {
    var found: [Int] = []
    found.reserveCapacity(count)
    for index in page.blocks.indices where page.blocks[index].kind == .paragraph {
      found.append(index)
      if found.count == count { break }
    }
    return found
  }

  /// Whether a block has the form of a title: one line of moderate length that does not end like a sentence.
  private func isTitle(_ index: Int) -> Bool {
    let tokens = page.blocks[index].tokens
    guard tokens.count <= PageLayout.longestHeadline, let last = tokens.last else { return false }
    let end = page.tokens[last]
    if end.kind == .quoteClose || end.kind == .quoteStraight { return tokens.count <= PageLayout.longestHeadline / 2 }
    return end.kind != .stop && end.kind != .colon && end.kind != .semicolon && end.kind != .comma
      || end.kind == .stop && text[Int(end.start)] != UInt8(ascii: ".")
        && tokens.count <= PageLayout.longestHeadline / 2
  }

  // MARK: Cuts

  /// Takes the wire's end mark off the last paragraph.
  private mutating func cutEndMark() {
    guard let index = page.blocks.lastIndex(where: { $0.kind != .reference && $0.kind != .credit }),
      page.blocks[index].kind == .paragraph
    else { return }
    let tokens = page.blocks[index].tokens
    guard tokens.count >= 3, let last = tokens.last, page.tokens[last].has(.signoff) else { return }
    let before = page.tokens[last - 1]
    guard before.kind == .stop || before.shape.contains(.dotted) || before.isQuote else { return }
    page.blocks[index].tokens = tokens.lowerBound..<last
    page.blocks.insert(Page.Block(kind: .signoff, tokens: last..<tokens.upperBound), at: index + 1)
  }

  /// Cuts "PARIS, Sept 14 (Reuters) -" off the first paragraph.
  private mutating func cutDatelines() {
    let first = page.blocks.indices.filter { page.blocks[$0].kind == .paragraph || page.blocks[$0].kind == .lede }
      .prefix(2)
    for index in first where cutDateline(index) {
      // What stands between headline and dateline sums the story up.
      if index > 0, first.first != index, let lede = first.first, page.blocks[lede].kind == .paragraph,
        page.blocks[..<lede].last?.kind == .headline
      {
        page.blocks[lede].kind = .lede
      }
      return
    }
  }

  /// Cuts the dateline off the block at `index`; false if it has none.
  private mutating func cutDateline(_ index: Int) -> Bool {
    let tokens = page.blocks[index].tokens
    guard tokens.count > 8, let end = datelineEnd(tokens) else { return false }
    let head = tokens.lowerBound..<end
    if page.date == nil { page.date = DatelineDate.date(page.tokens[head], text) }
    page.blocks[index].tokens = end..<tokens.upperBound
    page.blocks.insert(Page.Block(kind: .dateline, tokens: head), at: index)
    return true
  }

  /// The most tokens of a dateline.
  private static let longestDateline = 14

  /// Where the dateline ends that `tokens` begin with: "PARIS, Sept 14 (Reuters) -", "Bruxelles, le 14 mai –", "(AFP)".
  private func datelineEnd(_ tokens: Range<Int>) -> Int? {
    // A place in capitals, a date or the medium in brackets tells it from "Norvane - the brewer - has".
    var isTold = page.tokens[tokens.lowerBound].shape.contains(.capitals)
    var depth = 0
    for i in tokens.prefix(PageLayout.longestDateline) {
      let token = page.tokens[i]
      if token.info.month > 0 { isTold = true }
      switch token.kind {
      case .open: depth += 1
      case .close:
        depth -= 1
        if depth == 0, isMedium(before: i, from: tokens.lowerBound) {
          isTold = true
          // "(Reuters) Norvane has".
          let next = page.tokens[min(i + 1, tokens.upperBound - 1)]
          if page.tokens[tokens.lowerBound].kind == .open, next.isWord, next.isCapital { return i + 1 }
        }
      // "SAN FRANCISCO--(BUSINESS WIRE)--"
      case .dash where depth == 0 && i > tokens.lowerBound && !opensBrackets(i + 1, tokens):
        return isTold && i + 1 < tokens.upperBound ? i + 1 : nil
      case .word where depth == 0 && !token.isCapital && token.info.month == 0 && !token.has(.determiner): return nil
      case .word, .number, .comma, .symbol, .dash: break
      case .stop: if token.end - token.start > 1 { return nil }
      default: if depth == 0 { return nil }
      }
    }
    return nil
  }

  private func opensBrackets(_ i: Int, _ tokens: Range<Int>) -> Bool {
    i < tokens.upperBound && page.tokens[i].kind == .open
  }

  /// Whether the brackets that close at token `close` hold the name of a medium, or capitals at the very head of the text.
  private func isMedium(before close: Int, from low: Int) -> Bool {
    guard let open = (low..<close).last(where: { page.tokens[$0].kind == .open }), close > open + 1 else {
      return false
    }
    let inside = page.tokens[open + 1..<close]
    if open == low { return inside.allSatisfy { $0.isCapital && $0.isWord } }
    return inside.contains {
      guard $0.info.name >= 0 else { return false }
      switch lexicon.names[Int($0.info.name)].kind {
      case .agency, .newspaper, .broadcaster, .website: return true
      default: return false
      }
    }
  }
}
