import Foundation
import Stories
import Testing

@testable import Documents

@Suite("Shapes of pages") struct PageShapeTests {
  /// The folder of the pages, each with the text that must come out of it beside it.
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Pages")

  /// The names of the pages, without their ending.
  static let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))!
    .filter { $0.hasSuffix(".html") }.map { String($0.dropLast(5)) }.sorted()

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: folder.appending(path: name)))
  }

  /// A document as the files beside the pages write it: its facts, a line, its text.
  static func written(_ document: Document) -> String {
    let facts = document.facts
    let lines = [
      ("headline", facts.headline), ("outlet", facts.outlet), ("author", facts.author), ("date", facts.date),
      ("address", facts.address), ("language", facts.language),
    ].compactMap { name, value in value.map { "\(name): \($0)\n" } }
    return lines.joined() + "---\n" + String(decoding: document.text, as: UTF8.self) + "\n"
  }

  @Test("there are pages") func some() { #expect(Self.names.count >= 30) }

  @Test("the article comes out, word for word, with what the page says of it", arguments: names)
  func page(_ name: String) throws {
    let page = try Self.bytes(name + ".html")
    #expect(DocumentKind(page.prefix(DocumentKind.headLength)) == .html)
    let expected = String(decoding: try Self.bytes(name + ".txt"), as: UTF8.self)
    #expect(Self.written(try HTMLPage.document(page, declared: nil)) == expected)
  }

  @Test("a page that ends at any byte is read as far as it goes") func cutShort() throws {
    let page = try Self.bytes("22-broken-markup.html")
    var longest = 0
    for length in page.indices {
      do {
        let document = try HTMLPage.document(Array(page.prefix(length)), declared: nil)
        longest = max(longest, document.text.count)
      } catch {
        #expect(error == .noText(.html))
      }
    }
    #expect(longest > 900)
  }
}
