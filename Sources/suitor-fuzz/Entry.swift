import Glibc
import Stories

@testable import Documents

/// A reader that can be tried alone.
///
/// One is added with its name here, and what it does in `read`.
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
    // Text that stands in its file as it is may be anything.
    true
  }

  /// A document has valid text, with single spaces and empty lines, and facts of one line.
  private static func check(_ document: Document) {
    precondition(String(validating: document.text, as: UTF8.self) != nil, "text is UTF-8")
    precondition(!document.text.isEmpty, "text is not empty")
    var last: UInt8 = 0x0A
    for byte in document.text {
      precondition(!(byte == 0x20 && last == 0x20), "spaces are single")
      precondition(byte >= 0x20 && byte != 0x7F || byte == 0x0A, "no control characters")
      last = byte
    }
    let facts = document.facts
    for fact in [facts.headline, facts.outlet, facts.author, facts.date, facts.address, facts.language] {
      precondition(fact.map { !$0.isEmpty && !$0.contains("\n") } ?? true, "a fact is a line")
    }
  }
}
