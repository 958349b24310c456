import Foundation
import Stories
import Testing

@testable import Deals

/// The wire stories beside the repository, which a clone need not have.
@Suite struct WireTests {
  private static let folder: URL? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/corpora/reuters-acq")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  /// Prints what `docs/deals.md` says of them, for whoever reads it by hand.
  @Test(.enabled(if: folder != nil, "the wire stories are not beside the repository"))
  func deals() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder!, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
    let library = Library(
      entries: try files.map { file in
        let story = try Bundled.reader.read(Array(Data(contentsOf: file)), name: file.lastPathComponent)
        return Library.Entry(name: story.name, state: .read(story))
      })
    let deals = book(library).allDeals(in: library)
    let several = deals.filter { $0.stories.count > 1 }
    let disagreements = deals.flatMap { $0.disagreements(in: library, contrasts: Bundled.contrasts) }
    print("\(library.entries.count) stories, \(deals.count) deals, \(several.count) of several stories,")
    print("with \(Set(several.flatMap(\.stories)).count) stories; \(disagreements.count) disagreements")
    for pair in disagreements { print(DisagreementTests.line(pair, library).replacing("\n", with: " ")) }
    // Wire stories of a few weeks: a deal with more of them would be several that were chained.
    #expect(several.allSatisfy { $0.stories.count <= 30 })
    #expect(several.count > 50)
    #expect(disagreements.count < 20)
  }
}
