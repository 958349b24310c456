import BuiltIn
import Stories
import Testing

@testable import Reading

/// The first story is read with the words that it has, all others with the whole lexicons: the readings must be the same.
@Suite struct StoryWordsTests {
  static let stories: [String] = (0..<built_in_file_count)
    .map { String(cString: built_in_file_at($0).pointee.path) }
    .filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }

  private func expectSame(_ bytes: [UInt8], _ name: String) throws {
    let whole = StoryReader(file: builtIn)
    for _ in 0..<2 { _ = try whole.read(bytes, name: name) }
    let first = try StoryReader(file: builtIn).read(bytes, name: name)
    let later = try whole.read(bytes, name: name)
    #expect(first.claims == later.claims)
    #expect(first.parties == later.parties)
    #expect(first.sources == later.sources)
    #expect(first.mentions == later.mentions)
    #expect(first.layout == later.layout)
    #expect(first.target == later.target)
    #expect(first.stage == later.stage)
  }

  @Test(arguments: stories) func readsAStoryAsAnyOther(path: String) throws {
    try expectSame(try #require(builtIn(path)), path)
  }

  @Test(arguments: AttributionTests.english + AttributionTests.french)
  func readsAnExampleAsAnyOther(example: AttributionTests.Example) throws {
    try expectSame(Array(example.text.utf8), "example")
  }

  @Test func admitsWhatTheStoryHas() {
    var text = "Le groupe a cédé L’Étoile en août."
    let words = text.withUTF8 { StoryWords($0) }
    func admits(_ entry: String) -> Bool {
      var entry = entry
      return entry.withUTF8 { words.admit($0, 0..<$0.count) }
    }
    func admitsForms(_ entry: String) -> Bool {
      var entry = entry
      return entry.withUTF8 { words.admitForms($0, 0..<$0.count) }
    }
    #expect(admits("groupe") && admits("GROUPE") && admits("l'") && admits("étoile") && admits("a signé"))
    #expect(!admits("filiale") && !admits("zoo"))
    #expect(admitsForms("céder") && !admitsForms("vendre"))
  }
}
