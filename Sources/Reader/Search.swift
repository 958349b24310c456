import Stories

/// Words that were searched for in a story, and where they are.
struct Search: Sendable {
  /// The words as typed.
  let words: String
  /// Where they are, by place; they do not overlap.
  let matches: [Span]
  /// The match that one stands on.
  var current: Int?

  /// Finds `words` in `text`; takes time that grows with the text, not with the number of matches.
  init(_ words: String, in text: StoryText) {
    self.words = words
    matches = Search.find(Folding.pattern(words), in: text.bytes)
  }

  /// The first match that starts at or after `offset`, else the first of all.
  func match(from offset: Int) -> Int? {
    if matches.isEmpty { return nil }
    let index = firstIndex(in: matches) { $0.start >= offset }
    return index < matches.count ? index : 0
  }

  /// The last match that starts before `offset`, else the last of all.
  func match(before offset: Int) -> Int? {
    if matches.isEmpty { return nil }
    let index = firstIndex(in: matches) { $0.start >= offset }
    return index > 0 ? index - 1 : matches.count - 1
  }

  private static func find(_ pattern: [UInt32], in bytes: [UInt8]) -> [Span] {
    guard let head = pattern.first else { return [] }
    var found: [Span] = []
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let step = Folding.step(bytes, place)
        var end: Int?
        if step.first == head { end = Search.match(pattern, bytes, place, skipping: 0) }
        // The second letter of a ligature can begin a match too; the match then covers the whole ligature.
        if end == nil, step.second == head { end = Search.match(pattern, bytes, place, skipping: 1) }
        if let end {
          found.append(Span(place, end))
          place = end
        } else {
          place += step.bytes
        }
      }
    }
    return found
  }

  /// Where the match of `pattern` that starts at `place` ends, if there is one.
  private static func match(
    _ pattern: [UInt32], _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, skipping: Int
  ) -> Int? {
    var place = start
    var next = 0
    var skip = skipping
    while next < pattern.count {
      guard place < bytes.count else { return nil }
      let step = Folding.step(bytes, place)
      place += step.bytes
      if step.first == 0 { continue }
      if step.first == Folding.space {
        // One space of the words stands for any white space of the text.
        guard pattern[next] == Folding.space else { return nil }
        next += 1
        while next < pattern.count, place < bytes.count {
          let after = Folding.step(bytes, place)
          if after.first != Folding.space { break }
          place += after.bytes
        }
        continue
      }
      if skip == 0 {
        guard pattern[next] == step.first else { return nil }
        next += 1
      }
      skip = 0
      if step.second != 0, next < pattern.count {
        guard pattern[next] == step.second else { return nil }
        next += 1
      }
    }
    // A combining mark belongs to its letter.
    while place < bytes.count {
      let step = Folding.step(bytes, place)
      if step.first != 0 { break }
      place += step.bytes
    }
    return place
  }
}
