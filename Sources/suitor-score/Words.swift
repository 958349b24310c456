import Stories

/// The words of a text, by which spans are compared: a difference in marks and spaces is none.
///
/// A word is a run of letters and digits, which an apostrophe or hyphen may join to another, as in the scorer of the
/// attribution corpora.
struct Words {
  private var spans: [Span] = []
  /// The words that a complementiser is: they count for nothing at the head of a claim.
  private var complementisers: Set<Int> = []

  init(_ text: StoryText) {
    let bytes = text.bytes
    var start: Int?
    var i = 0
    var end = 0
    var joins = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let next = i + UTF8.width(scalar)
      if Self.isLetter(scalar) {
        if start == nil { start = i }
        end = next
        joins = false
      } else if start != nil {
        if !joins, scalar == "'" || scalar == "’" || scalar == "-" {
          joins = true
        } else {
          close()
        }
      }
      i = next
    }
    close()

    func close() {
      guard let from = start else { return }
      let word = String(decoding: bytes[from..<end], as: UTF8.self).lowercased()
      if word == "that" || word == "que" || word == "qu" { complementisers.insert(spans.count) }
      spans.append(Span(from, end))
      start = nil
      joins = false
    }
  }

  /// The indices of the words that `span` touches.
  func indices(_ span: Span) -> Range<Int> {
    let first = index(where: { $0.end > span.start })
    return first..<max(first, index(where: { $0.start >= span.end }))
  }

  /// The indices of the words of a claim's `span`, without a complementiser at its head.
  func content(_ span: Span) -> Range<Int> {
    let indices = indices(span)
    guard let first = indices.first, indices.count > 1, complementisers.contains(first) else { return indices }
    return indices.dropFirst()
  }

  /// How much of two stretches is common to both: 0 to 1.
  static func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Double {
    let common = max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
    return common == 0 ? 0 : Double(common) / Double(a.count + b.count - common)
  }

  /// The first index whose word `fits`; all behind it fit too.
  private func index(where fits: (Span) -> Bool) -> Int {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if fits(spans[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      let byte = UInt8(scalar.value)
      return byte | 0x20 &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
    }
    return scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
      || scalar.properties.numericType != nil
  }
}
