/// Opens what people have: finds out what a file holds, and hands on the documents in it, one after the other.
public struct DocumentReader {
  /// What a file holds: documents, and what could not be made one.
  public enum Part: Sendable {
    case document(Document)
    /// A part that cannot be opened; the others can.
    case problem(DocumentProblem, part: String?)
  }

  /// How many bytes a document that must be held whole may have.
  static let limit = 64 << 20
  /// How deep documents may lie within documents, as a page in a message in an archive.
  static let depth = 8

  /// Takes the parts; says whether more are wanted.
  let take: (Part) -> Bool
  /// How deep the stream lies within others.
  var level = 0
  /// What the parts of the stream are called within the file; empty for the file itself.
  var prefix = ""

  /// Makes a reader that hands each part to `take`, which says whether it wants more.
  public init(_ take: @escaping (Part) -> Bool) { self.take = take }

  /// Reads `stream`.
  ///
  /// Throws `DocumentProblem` if nothing, or nothing more, can be made of it.
  public func read(_ stream: ByteStream) throws(DocumentProblem) {
    let kind = DocumentKind(try stream.peek(DocumentKind.headLength))
    if level > Self.depth { throw .tooDeep(kind) }
    switch kind {
    default: _ = take(.document(try PlainText.read(stream)))
    }
  }
}
