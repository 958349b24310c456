/// Text as it stands.
enum PlainText {
  /// All of `stream`, as it stands.
  static func read(_ stream: ByteStream) throws(DocumentProblem) -> Document {
    Document(text: try stream.readAll(.plain, limit: DocumentReader.limit))
  }
}
