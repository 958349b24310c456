import Stories

/// Text as it stands.
public enum PlainText {
  /// The longest text that is read, in bytes: hundreds of times the longest newspaper article.
  public static let limit = 16 << 20

  /// Hands on all of `stream`, as it stands; of one that breaks off what there is.
  static func read(_ stream: ByteStream, _ reader: DocumentReader) throws(DocumentProblem) {
    do throws(DocumentProblem) {
      reader.give(Document(text: try stream.readAll(.plain, limit: limit)))
    } catch {
      if case .damaged = error, !stream.held.isEmpty { reader.give(Document(text: Array(stream.held))) }
      throw error
    }
  }

  /// Whether a file that begins with `head` is none of the kinds of document and no text: a NUL is in no text but in
  /// UTF-16, where every other byte of a text in Latin letters is one.
  static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
    guard head.contains(0), DocumentKind(head) == .plain else { return false }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return false }
    return Charset.unmarkedUTF16(head) == nil
  }
}
