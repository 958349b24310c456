/// Text as it stands.
public enum PlainText {
  /// The longest text that is read, in bytes: hundreds of times the longest newspaper article.
  public static let limit = 16 << 20

  /// All of `stream`, as it stands.
  static func read(_ stream: ByteStream) throws(DocumentProblem) -> Document {
    Document(text: try stream.readAll(.plain, limit: limit))
  }
}
