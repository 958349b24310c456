import Stories

/// A stretch between quotation marks; the mark tokens are part of the range.
struct Quotation {
  /// The opening mark.
  var open: Int
  /// The closing mark, or the paragraph's last token if it is never closed.
  var close: Int
  var isClosed: Bool
  /// Whether a clause between its marks parts it from the rest, so that a comma or stop stands for one of its marks.
  var isPart = false

  /// Longer than a nickname, a title or a scare quote: cues inside are the speaker's own.
  var isFull: Bool { isPart || close - open > 6 }
  /// The words between the marks.
  var content: Range<Int> { open + 1..<(isClosed ? close : close + 1) }
}

/// Finds quotations; they do not nest.
enum Quotations {
  /// The quotations of the page, by their place.
  static func of(_ page: Page, _ lexicon: Lexicon) -> [Quotation] {
    let language = lexicon.language
    var quotations: [Quotation] = []
    page.tokens.withUnsafeBufferPointer { tokens in
      let incises = InnerIncises(tokens: tokens, lexicon: lexicon)
      for block in page.blocks where block.kind == .headline || block.kind == .lede || block.kind == .paragraph {
        var i = block.tokens.lowerBound
        while i < block.tokens.upperBound {
          guard tokens[i].isQuote, opens(i, block.tokens, tokens, language) else {
            i += 1
            continue
          }
          let quotation = quotation(at: i, block.tokens, tokens)
          if let quotation {
            if language == .french {
              quotations += incises.parts(of: quotation)
            } else {
              quotations.append(quotation)
            }
          }
          i = (quotation?.close ?? i) + 1
        }
      }
    }
    return quotations
  }

  private static func opens(
    _ i: Int, _ block: Range<Int>, _ tokens: UnsafeBufferPointer<Token>, _ language: Language
  ) -> Bool {
    let token = tokens[i]
    guard i + 1 < block.upperBound else { return false }
    switch token.kind {
    case .quoteOpen: return true
    case .quoteStraight, .quoteSingle:
      // A mark opens after white space, a bracket or a dash, and before a word; in French after an apostrophe too.
      let free =
        i == block.lowerBound || token.shape.contains(.spaced) || tokens[i - 1].kind == .open
        || tokens[i - 1].kind == .dash
        || language == .french && tokens[i - 1].isWord && tokens[i - 1].end - tokens[i - 1].start <= 5
          && token.kind == .quoteStraight
      return free && !tokens[i + 1].shape.contains(.spaced)
    default: return false
    }
  }

  /// Whether a verb of saying stands in `range`.
  private static func attributes(_ range: Range<Int>, _ tokens: UnsafeBufferPointer<Token>) -> Bool {
    range.contains {
      let cue = tokens[$0].info.cue
      return cue.isCue && !cue.isNoun && cue.frame == .say && cue.strength >= 4
    }
  }

  private static func quotation(
    at open: Int, _ block: Range<Int>, _ tokens: UnsafeBufferPointer<Token>
  ) -> Quotation? {
    let mark = tokens[open].kind
    var i = open + 1
    var depth = 0
    while i < block.upperBound {
      let token = tokens[i]
      switch (mark, token.kind) {
      case (.quoteOpen, .quoteOpen): depth += 1
      case (.quoteOpen, .quoteClose):
        if depth == 0 { return Quotation(open: open, close: i, isClosed: true) }
        depth -= 1
      case (.quoteStraight, .quoteStraight), (.quoteStraight, .quoteClose):
        // The opener's own mark after white space and before a word opens anew: the one before was never closed.
        let reopens =
          token.shape.contains(.spaced) && i + 1 < block.upperBound && !tokens[i + 1].shape.contains(.spaced)
        if !reopens { return Quotation(open: open, close: i, isClosed: true) }
        // "It is sold, Roe said. "It is over," said Finch: the mark before is a stray one.
        if tokens[i - 1].kind == .stop, attributes(open + 1..<i, tokens) { return nil }
      case (.quoteSingle, .quoteSingle):
        let inner = i + 1 < block.upperBound && tokens[i + 1].isWord && !tokens[i + 1].shape.contains(.spaced)
        if !inner, !token.shape.contains(.spaced) { return Quotation(open: open, close: i, isClosed: true) }
      default: break
      }
      i += 1
    }
    // One that goes on in the next paragraph; single marks may be apostrophes.
    return mark == .quoteSingle ? nil : Quotation(open: open, close: block.upperBound - 1, isClosed: false)
  }
}
