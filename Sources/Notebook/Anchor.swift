import Stories

/// Words of a text, found again by themselves and by what stands around them, so that the text may change elsewhere.
///
/// As the TextQuoteSelector of the Web Annotation Data Model; white space counts as one space, since texts are wrapped anew.
public struct Anchor: Hashable, Sendable {
  /// The words.
  public var quote: String
  /// What stands before them, up to 32 bytes.
  public var before: String
  /// What stands behind them, up to 32 bytes.
  public var after: String
  /// Where they began, in bytes of the plain text: of several places the nearest is taken.
  public var start: Int

  static let context = 32

  /// Makes an anchor of its parts.
  public init(quote: String, before: String, after: String, start: Int) {
    (self.quote, self.before, self.after, self.start) = (quote, before, after, start)
  }

  /// Makes the anchor of `span` in `text`.
  public init(_ span: Span, in text: StoryText) {
    // White space may be longer in the text than it is here.
    let bytes = text.bytes
    var low = max(0, span.start - 4 * Self.context)
    while low < span.start, bytes[low] & 0xC0 == 0x80 { low += 1 }
    var high = min(bytes.count, span.end + 4 * Self.context)
    while high < bytes.count, high > span.end, bytes[high] & 0xC0 == 0x80 { high -= 1 }
    quote = PlainWords.string(bytes[span.range])
    before = PlainWords.end(of: PlainWords(bytes[low..<span.start]).bytes, Self.context)
    after = PlainWords.beginning(of: PlainWords(bytes[span.end..<high]).bytes, Self.context)
    start = span.start
  }

  /// Where the words of `anchor` stand in `text`; `nil` if they are no longer there.
  public static func find(_ anchor: Anchor, in text: StoryText) -> Span? { PlainWords(text.bytes[...]).find(anchor) }
}

/// A text with every run of white space and control characters as one space, and the way back from its bytes to those of the text.
struct PlainWords {
  /// The plain text.
  private(set) var bytes: [UInt8] = []
  /// For each of its bytes, where that stood.
  private(set) var places: [Int32] = []

  init(_ text: ArraySlice<UInt8>) {
    bytes.reserveCapacity(text.count)
    places.reserveCapacity(text.count)
    var wasSpace = false
    for place in text.indices {
      let byte = text[place]
      let isSpace = byte <= 0x20 || byte == 0x7F
      if isSpace, wasSpace { continue }
      wasSpace = isSpace
      bytes.append(isSpace ? 0x20 : byte)
      places.append(Int32(place))
    }
  }

  static func string(_ text: ArraySlice<UInt8>) -> String { String(decoding: PlainWords(text).bytes, as: UTF8.self) }

  /// The last bytes of `text`, `count` at most, whole characters.
  static func end(of text: [UInt8], _ count: Int) -> String {
    String(decoding: text.suffix(count).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
  }

  /// The first bytes of `text`, `count` at most, whole characters.
  static func beginning(of text: [UInt8], _ count: Int) -> String {
    var end = min(count, text.count)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self)
  }

  /// Where the words of `anchor` stand in the text; `nil` if they are no longer there.
  ///
  /// Of several places that is taken which has most of the same around it, then the nearest. Where the words are not there as they
  /// were, those between the same surroundings are taken, if they are not much longer.
  func find(_ anchor: Anchor) -> Span? {
    let quote = Array(anchor.quote.utf8)
    let before = Array(anchor.before.utf8)
    let after = Array(anchor.after.utf8)
    guard !quote.isEmpty else { return nil }
    if let place = unmoved(quote, before, after, anchor.start) { return span(place..<place + quote.count) }
    var best: (score: Int, distance: Int, range: Range<Int>)?
    search(for: quote, from: 0) { start in
      let end = start + quote.count
      let score = shared(before, endingAt: start) + shared(after, startingAt: end)
      let distance = abs(Int(places[start]) - anchor.start)
      if best.map({ (score, -distance) > ($0.score, -$0.distance) }) ?? true { best = (score, distance, start..<end) }
      return true
    }
    if let best { return span(best.range) }
    // Letters that anything could stand between say nothing.
    guard before.count >= Anchor.context / 2, after.count >= Anchor.context / 2 else { return nil }
    let most = 2 * quote.count + 2 * Anchor.context
    search(for: before, from: 0) { place in
      let start = place + before.count
      search(for: after, from: start, to: start + most) { end in
        let distance = abs(Int(places[place]) - anchor.start)
        if end > start, best.map({ distance < $0.distance }) ?? true { best = (0, distance, start..<end) }
        return false
      }
      return true
    }
    return best.flatMap { span($0.range) }
  }

  /// Where the words began, if all is there as it was: nothing can be nearer, and nothing else need be looked at.
  private func unmoved(_ quote: [UInt8], _ before: [UInt8], _ after: [UInt8], _ start: Int) -> Int? {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(places[middle]) < start { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, Int(places[low]) == start, low >= before.count,
      low + quote.count + after.count <= bytes.count
    else { return nil }
    let (from, end) = (low - before.count, low + quote.count)
    let isThere =
      bytes[low..<end].elementsEqual(quote) && bytes[from..<low].elementsEqual(before)
      && bytes[end..<end + after.count].elementsEqual(after)
    return isThere ? low : nil
  }

  /// The place in the text of a range, without the spaces around it.
  private func span(_ range: Range<Int>) -> Span? {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 0x20 { start += 1 }
    while start < end, bytes[end - 1] == 0x20 { end -= 1 }
    return start < end ? Span(Int(places[start]), Int(places[end - 1]) + 1) : nil
  }

  /// Hands each place of `words` that begins before `limit` to `take`, until that returns false.
  private func search(for words: [UInt8], from: Int, to limit: Int = .max, _ take: (Int) -> Bool) {
    let last = min(bytes.count - words.count, limit)
    guard from <= last, let first = words.first else { return }
    bytes.withUnsafeBufferPointer { bytes in
      var place = from
      while place <= last {
        if bytes[place] == first, words.indices.allSatisfy({ bytes[place + $0] == words[$0] }), !take(place) { return }
        place += 1
      }
    }
  }

  private func shared(_ words: [UInt8], endingAt end: Int) -> Int {
    var count = 0
    while count < min(words.count, end), words[words.count - 1 - count] == bytes[end - 1 - count] { count += 1 }
    return count
  }

  private func shared(_ words: [UInt8], startingAt start: Int) -> Int {
    var count = 0
    while count < min(words.count, bytes.count - start), words[count] == bytes[start + count] { count += 1 }
    return count
  }
}
