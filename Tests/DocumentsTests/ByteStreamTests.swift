import Testing

@testable import Documents

@Suite("Streams of bytes") struct ByteStreamTests {
  /// The bytes from 0 to `count`, which come a few at a time.
  private func stream(_ count: Int, by most: Int = 3) -> ByteStream {
    var next = 0
    return ByteStream { (wanted) throws(DocumentProblem) in
      let end = min(count, next + min(most, wanted))
      defer { next = end }
      return (next..<end).map { UInt8(truncatingIfNeeded: $0) }
    }
  }

  @Test("what was looked at is still to be read") func peek() throws {
    for stream in [stream(10), ByteStream(Array(0..<10))] {
      #expect(try stream.peek(4) == [0, 1, 2, 3])
      #expect(try stream.read(2) == [0, 1])
      #expect(try stream.peek(100) == [2, 3, 4, 5, 6, 7, 8, 9])
      #expect(try stream.readAll(.plain, limit: 8) == [2, 3, 4, 5, 6, 7, 8, 9])
      #expect(try stream.read(5).isEmpty)
      #expect(try stream.peek(5).isEmpty)
    }
  }

  @Test("more than the limit is too large") func limit() throws {
    #expect(throws: DocumentProblem.tooLarge(.pdf, limit: 9)) { try stream(10).readAll(.pdf, limit: 9) }
    #expect(try stream(10).readAll(.pdf, limit: 10).count == 10)
  }

  @Test("a stream whose source fails says so") func failure() {
    let stream = ByteStream { (_) throws(DocumentProblem) in throw .damaged(.gzip) }
    #expect(throws: DocumentProblem.damaged(.gzip)) { try stream.peek(1) }
    #expect(throws: DocumentProblem.damaged(.gzip)) { try stream.read(1) }
  }
}
