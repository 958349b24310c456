import Glibc

// Byte for byte, and without what Swift's own search prepares for each: a large box of messages is searched for hundreds of
// phrases a paragraph.

/// Where `words` stand first in `text`, from its start.
private func offset(of words: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>) -> Int? {
  guard let base = text.baseAddress, let start = words.baseAddress, !words.isEmpty else { return nil }
  var i = 0
  while i + words.count <= text.count,
    let found = memchr(base + i, Int32(words[0]), text.count - words.count + 1 - i)
  {
    i = UnsafeRawPointer(found) - UnsafeRawPointer(base)
    if memcmp(found, start, words.count) == 0 { return i }
    i += 1
  }
  return nil
}

extension StringProtocol {
  /// Where `words` stand first.
  func place(of words: String) -> Range<Index>? {
    let found: Int?? = utf8.withContiguousStorageIfAvailable { text in
      var words = words
      return words.withUTF8 { offset(of: $0, in: text) }
    }
    guard let found else { return String(self).isEmpty ? nil : slowPlace(of: words) }
    guard let offset = found else { return nil }
    let start = utf8.index(startIndex, offsetBy: offset)
    return start..<utf8.index(start, offsetBy: words.utf8.count)
  }

  private func slowPlace(of words: String) -> Range<Index>? {
    guard let place = Array(utf8).place(of: words) else { return nil }
    let start = utf8.index(startIndex, offsetBy: place.lowerBound)
    return start..<utf8.index(start, offsetBy: place.count)
  }

  /// Whether `words` stand in it.
  func holds(_ words: String) -> Bool { place(of: words) != nil }

  /// The text with `new` wherever it has `old`.
  func with(_ old: String, as new: String) -> String {
    guard var found = place(of: old) else { return String(self) }
    var text = ""
    var rest = self[...]
    while true {
      text += rest[..<found.lowerBound]
      text += new
      rest = rest[found.upperBound...]
      guard let next = rest.place(of: old) else { return text + rest }
      found = next
    }
  }

  /// The lines, without their ends; empty ones, too.
  var lines: [Substring] {
    let text = Substring(self)
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { Substring($0) }
  }
}

extension RandomAccessCollection<UInt8> where Index == Int {
  /// Where `words` stand first.
  func place(of words: String) -> Range<Int>? {
    let found: Int?? = withContiguousStorageIfAvailable { bytes in
      var words = words
      return words.withUTF8 { offset(of: $0, in: bytes) }
    }
    guard let found, let offset = found else { return nil }
    return startIndex + offset..<startIndex + offset + words.utf8.count
  }
}
