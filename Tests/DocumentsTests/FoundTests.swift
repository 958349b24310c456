import Foundation
import Testing

@testable import Documents

@Suite("What fuzzing found") struct FoundTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Found")
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))!.sorted()

  @Test("each reader makes a document of it that keeps its promises, or says why not", arguments: names)
  func found(_ name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    if let page = try? HTMLPage.document(bytes, declared: nil) { #expect(page.brokenPromise == nil) }
    if let text = try? MarkdownPage.document(bytes) { #expect(text.brokenPromise == nil) }
    _ = try? HTMLPage.text(bytes, declared: .latin9)
    // Text that stands in a message or an archive as it is promises nothing.
    let promises = [.feed, .newsML, .nitf, .reuters, .filing].contains(
      DocumentKind(bytes.prefix(DocumentKind.headLength)))
    try? DocumentReader { part in
      if promises, case .document(let document) = part { #expect(document.brokenPromise == nil) }
      return true
    }.read(ByteStream(bytes))
  }
}
