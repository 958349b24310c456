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
      }
    } catch {}
  }

  private static func check(_ part: DocumentReader.Part) -> Bool {
    if case .document(let document) = part { _ = document.brokenPromise }
    return true
  }

  private static func check(_ document: Document) {
    if let promise = document.brokenPromise { fatalError(promise) }
  }
}
