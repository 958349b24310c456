import Stories

extension Story {
  /// The words around `place` for who wants to see what it is about: whole words of its paragraph, about `before` bytes
  /// ahead of it and `length` bytes in all.
  public func excerpt(around place: Span, before: Int, length: Int) -> Span {
    let bytes = text.bytes
    let block = layout.blocks.first { $0.span.contains(place.start) }?.span ?? Span(0, bytes.count)
    func isBlank(_ place: Int) -> Bool { bytes[place] <= 0x20 }
    var start = max(block.start, place.start - before)
    if start > block.start {
      while start < place.start, !isBlank(start) { start += 1 }
      while start < place.start, isBlank(start) { start += 1 }
    }
    var end = min(block.end, max(place.end, start + length))
    if end < block.end {
      let full = end
      while end > place.end, !isBlank(end) { end -= 1 }
      // One endless word: cut between two of its characters.
      if end == place.end { end = full }
      while end < block.end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    }
    return Span(start, max(start, end))
  }
}
