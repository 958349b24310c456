/// Bytes that come one after the other, out of a file or out of another document, of which never more are held than somebody
/// looks at.
public final class ByteStream {
  /// Bytes that were taken out of the source and not yet read; from `start` on.
  private var ahead: [UInt8] = []
  private var start = 0
  private var isOver = false
  private let pull: (Int) throws(DocumentProblem) -> [UInt8]

  /// Makes a stream of `bytes` and then of what `pull` returns: at most as many bytes as it is asked for, none at the end.
  public init(_ bytes: [UInt8] = [], then pull: @escaping (Int) throws(DocumentProblem) -> [UInt8]) {
    ahead = bytes
    self.pull = pull
  }

  /// Makes a stream of bytes that are all there.
  public init(_ bytes: [UInt8]) {
    ahead = bytes
    isOver = true
    pull = { (_) throws(DocumentProblem) in [] }
  }

  /// The next bytes, which are still to be read: `count`, or fewer if there are no more.
  public func peek(_ count: Int) throws(DocumentProblem) -> ArraySlice<UInt8> {
    try fill(count)
    return ahead[start..<min(ahead.count, start + count)]
  }

  /// The next bytes, which are still to be read: `count`, or fewer if there are no more, or if the source fails after them.
  func head(_ count: Int) throws(DocumentProblem) -> ArraySlice<UInt8> {
    do throws(DocumentProblem) { return try peek(count) } catch {
      if held.isEmpty { throw error }
      return held.prefix(count)
    }
  }

  /// Whether all that is left is held.
  var isWhole: Bool { isOver }

  /// What was taken out of the source and is still to be read.
  var held: ArraySlice<UInt8> { ahead[start...] }

  /// Reads up to `most` bytes; none at the end.
  public func read(_ most: Int) throws(DocumentProblem) -> [UInt8] {
    if start == ahead.count, !isOver {
      let bytes = try pull(most)
      isOver = bytes.isEmpty
      return bytes
    }
    let end = min(ahead.count, start + most)
    if end == ahead.count {
      // Nobody holds what was read.
      defer { (ahead, start) = ([], 0) }
      return start == 0 ? ahead : Array(ahead[start...])
    }
    defer { start = end }
    return Array(ahead[start..<end])
  }

  /// Reads all that is left, of a document of `kind`.
  ///
  /// Throws `DocumentProblem.tooLarge` if that is more than `limit` bytes.
  public func readAll(_ kind: DocumentKind, limit: Int) throws(DocumentProblem) -> [UInt8] {
    try fill(limit + 1)
    if ahead.count - start > limit { throw .tooLarge(kind, limit: limit) }
    return try read(limit + 1)
  }

  private func fill(_ count: Int) throws(DocumentProblem) {
    while ahead.count - start < count, !isOver {
      if start > 0 {
        ahead.removeFirst(start)
        start = 0
      }
      let bytes = try pull(max(1 << 16, count - ahead.count))
      isOver = bytes.isEmpty
      if ahead.isEmpty { ahead = bytes } else { ahead += bytes }
    }
  }
}
