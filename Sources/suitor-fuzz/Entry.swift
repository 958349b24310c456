import Glibc
import Stories

@testable import Documents

/// A reader that can be tried alone.
///
/// One more is added with its name here, and with what it does in `read`.
enum Entry: String, CaseIterable {
  /// Whatever the content asks for.
  case any
  /// A web page, a piece of one, and Markdown.
  case html, piece, markdown
  /// Messages and boxes of them.
  case mail, mailbox
  /// What Outlook wraps, and the rich text in it.
  case winMail, richText
  /// Feeds and what agencies and registers send.
  case feed, newsML, nitf, reuters, filing
  /// The lines that `pdftotext` makes of pages, and packed files.
  case paper, gzip, zip, tar

  /// The one that the environment names.
  static let chosen: Entry = {
    guard let name = getenv("SUITOR_FUZZ_READER").map({ String(cString: $0) }) else { return .any }
    guard let entry = Entry(rawValue: name) else {
      fatalError("no reader \(name); there are \(allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return entry
  }()

  /// Reads `bytes`, which may be anything, and looks whether what comes out is what was promised.
  func read(_ bytes: [UInt8]) {
    do throws(DocumentProblem) {
      switch self {
      case .any: try DocumentReader { Self.check($0) }.read(ByteStream(bytes))
      case .html: Self.check(try HTMLPage.document(bytes, declared: nil))
      case .piece: for paragraph in try HTMLPage.text(bytes, declared: .latin9) { precondition(!paragraph.isEmpty) }
      case .markdown: Self.check(try MarkdownPage.document(bytes))
      case .mail: _ = try Mail.read(bytes, Self.loose, part: nil)
      case .mailbox: try Mailbox.read(ByteStream(bytes), Self.loose)
      case .winMail: _ = try Mail.read(winMail: bytes, Self.loose)
      case .richText:
        _ = RichText(bytes).text
        _ = PackedRichText.unpacked(bytes[...]).map { RichText($0).text }
      case .feed: try Feed.read(ByteStream(bytes), Self.strict)
      case .newsML: try NewsItem.readNewsML(ByteStream(bytes), Self.strict)
      case .nitf: try NewsItem.readNITF(ByteStream(bytes), Self.strict)
      case .reuters: try Reuters.read(ByteStream(bytes), Self.strict)
      case .filing: try Filing.read(ByteStream(bytes), Self.strict)
      case .paper:
        let paragraphs = PaperText.paragraphs(String(decoding: bytes, as: UTF8.self))
        if !paragraphs.isEmpty { Self.check(Document(headline: nil, paragraphs: paragraphs)) }
      case .gzip: try Archive.read(ByteStream(bytes), .gzip, Self.loose)
      case .zip: try Archive.read(ByteStream(bytes), .zip, Self.loose)
      case .tar: try Archive.read(ByteStream(bytes), .tar, Self.loose)
      }
    } catch {}
  }

  /// For what has no text in it that stands as it is.
  private static var strict: DocumentReader {
    DocumentReader { part in
      if case .document(let document) = part { check(document) }
      return true
    }
  }
  private static var loose: DocumentReader { DocumentReader { check($0) } }

  private static func check(_ part: DocumentReader.Part) -> Bool {
    if case .document(let document) = part { _ = document.brokenPromise }
    return true
  }

  private static func check(_ document: Document) {
    if let promise = document.brokenPromise { fatalError(promise) }
  }
}
