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
  /// How many parts of a file are opened.
  static let parts = 1 << 20

  /// What the readers of a file and of all that lies in it have in common.
  final class Progress {
    /// How many parts were taken.
    var parts = 0
    /// Whether no more parts are wanted.
    var isOver = false
    /// How many bytes were read of the outermost archive, and how many all archives unfolded into.
    var packed = 0
    var unpacked = 0
    /// Set when they unfolded into more than a file that is meant to be read does: nothing more is unpacked.
    var bomb: DocumentProblem?
    /// How many archives within each other are open.
    var archives = 0
  }

  /// Takes the parts; says whether more are wanted.
  let take: (Part) -> Bool
  /// How deep the stream lies within others.
  var level = 0
  /// What the stream is called within the file; empty for the file itself.
  var prefix = ""
  let progress = Progress()

  /// Makes a reader that hands each part to `take`, which says whether it wants more.
  public init(_ take: @escaping (Part) -> Bool) { self.take = take }

  /// Reads `stream`.
  ///
  /// Throws `DocumentProblem` if nothing, or nothing more, can be made of it.
  public func read(_ stream: ByteStream) throws(DocumentProblem) {
    let kind = DocumentKind(try stream.head(DocumentKind.headLength))
    if level > Self.depth { throw .tooDeep(kind) }
    switch kind {
    case .html: give(try HTMLPage.document(try stream.readAll(kind, limit: PageTree.limit), declared: nil))
    case .markdown: give(try MarkdownPage.document(try stream.readAll(kind, limit: MarkdownPage.limit)))
    case .mail: _ = try Mail.read(try stream.readAll(.mail, limit: Self.limit), self, part: nil)
    case .mailbox: try Mailbox.read(stream, self)
    case .winMail: _ = try Mail.read(winMail: try stream.readAll(.winMail, limit: Self.limit), self)
    case .feed: try Feed.read(stream, self)
    case .newsML: try NewsItem.readNewsML(stream, self)
    case .nitf: try NewsItem.readNITF(stream, self)
    case .reuters: try Reuters.read(stream, self)
    case .filing: try Filing.read(stream, self)
    case .pdf: give(try PDF.document(try stream.readAll(.pdf, limit: Self.limit)))
    case .gzip, .zip, .tar: try Archive.read(stream, kind, self)
    case .plain: try PlainText.read(stream, self)
    }
  }
}

// MARK: - For the readers of each kind

extension DocumentReader {
  /// Hands on a document that is `part` of the stream, or the whole of it; says whether more are wanted.
  @discardableResult
  func give(_ document: Document, part: String? = nil) -> Bool {
    var document = document
    document.part = name(of: part ?? document.part)
    return tell(.document(document))
  }

  /// Says that a part of the stream, or the rest of it, cannot be opened; says whether more parts are wanted.
  @discardableResult
  func give(_ problem: DocumentProblem, part: String? = nil) -> Bool {
    tell(.problem(problem, part: name(of: part)))
  }

  /// Reads a document within the stream, which is called `part` there; says whether more parts are wanted.
  @discardableResult
  func open(_ stream: ByteStream, part: String) -> Bool {
    var inner = self
    inner.level += 1
    inner.prefix = name(of: part) ?? part
    do throws(DocumentProblem) { try inner.read(stream) } catch { give(error, part: part) }
    return !progress.isOver
  }

  /// Reads what the stream holds under the name of the stream itself, as a file that is packed alone.
  func readInside(_ stream: ByteStream) throws(DocumentProblem) {
    var inner = self
    inner.level += 1
    try inner.read(stream)
  }

  private func name(of part: String?) -> String? {
    guard let part else { return prefix.isEmpty ? nil : prefix }
    return prefix.isEmpty ? part : "\(prefix)/\(part)"
  }

  private func tell(_ part: Part) -> Bool {
    if progress.isOver { return false }
    progress.parts += 1
    if !take(part) { progress.isOver = true }
    return !progress.isOver
  }
}
