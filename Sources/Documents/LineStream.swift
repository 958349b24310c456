import Glibc

/// The lines of a stream, one after the other.
final class LineStream {
  private let stream: ByteStream
  private var block: [UInt8] = []
  private var start = 0

  /// Longer lines come in pieces, so that no more is ever held.
  static let limit = 1 << 20

  /// Makes the lines of `stream`.
  init(_ stream: ByteStream) { self.stream = stream }

  /// The next line with its end, LF or CR LF; `nil` after the last.
  func next() throws(DocumentProblem) -> ArraySlice<UInt8>? {
    var seen = start
    while true {
      if let end = lineEnd(from: seen) {
        defer { start = end + 1 }
        return block[start...end]
      }
      seen = block.count
      if seen - start >= Self.limit { break }
      let more = try stream.read(1 << 16)
      if more.isEmpty { break }
      if start == seen {
        block = more
      } else {
        block.removeFirst(start)
        block += more
      }
      seen -= start
      start = 0
    }
    if start == block.count { return nil }
    defer { start = block.count }
    return block[start...]
  }

  private func lineEnd(from start: Int) -> Int? {
    block.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }
}

extension ArraySlice<UInt8> {
  /// A line without its end and the white space before it.
  var trimmedLine: ArraySlice<UInt8> {
    var end = endIndex
    while end > startIndex, self[end - 1] <= 0x20 { end -= 1 }
    return self[startIndex..<end]
  }
}
