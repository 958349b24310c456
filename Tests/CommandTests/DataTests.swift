import Foundation
import Testing

@testable import suitor

@Suite("Data") struct DataTests {
  /// The package's own folder.
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What of `Data` belongs into the program: labelled stories are for whoever teaches and tests it.
  private static let folders = ["compiled/", "lexicon/", "model/", "stories/"]

  @Test("every lexicon and story of Data is built in, byte for byte, and nothing else is")
  func builtIn() throws {
    let data = Self.package.appendingPathComponent("Data")
    let walk = try #require(
      FileManager.default.enumerator(at: data, includingPropertiesForKeys: [.isRegularFileKey]))
    var found: Set<String> = []
    for case let url as URL in walk where try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      let path = String(url.path.dropFirst(data.path.count + 1))
      guard Self.folders.contains(where: path.hasPrefix) else { continue }
      found.insert(path)
      #expect(DataFolder.builtIn(path) == Array(try Data(contentsOf: url)), "list it in Sources/BuiltIn: \(path)")
    }
    #expect(found == Set(DataFolder.builtInPaths), "Sources/BuiltIn lists what Data has")
    #expect(DataFolder.builtInPaths.count == found.count, "Sources/BuiltIn lists each file once")
    #expect(found.contains { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") })
  }

  @Test("without a path and a pipe the program's own stories are read, in the order of their names")
  func stories() throws {
    let names = DataFolder.builtInPaths.filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }
      .map { String($0.dropFirst("stories/".count)) }.sorted()
    let result = try Program.run("export")
    #expect(result.code == 0)
    #expect(result.errors == "")
    #expect(try result.files() == names)
  }

  @Test("the stories of SUITOR_DATA go before the built-in ones; what it has not is built in")
  func override() throws {
    let scratch = try Scratch()
    try scratch.write("stories/mine.txt")
    let named = try Program.run("export", environment: ["SUITOR_DATA": scratch.url.path])
    #expect(try named.files() == ["mine.txt"])

    let empty = try Scratch()
    let rest = try Program.run("export", environment: ["SUITOR_DATA": empty.url.path])
    #expect(try rest.files().count > 1)
    #expect(rest.code == 0)
  }

  @Test("SUITOR_DATA that is no folder is said, not passed over")
  func noFolder() throws {
    let result = try Program.run("export", environment: ["SUITOR_DATA": "/nowhere/at/all"])
    #expect(result.errors == "suitor: /nowhere/at/all: SUITOR_DATA is no folder\n")
    #expect(result.code == 1)
  }

  @Test("a malformed lexicon is named with its line")
  func malformed() throws {
    let scratch = try Scratch()
    try scratch.write("lexicon/fr/cues.txt", "# a comment\nno heading stands before this\n")
    try scratch.write("a.txt", "Microsoft a annoncé que le rachat de TikTok par les Américains est dans l’impasse.\n")
    let result = try Program.run("show", scratch.path("a.txt"), environment: ["SUITOR_DATA": scratch.url.path])
    #expect(result.errors.contains("lexicon/fr/cues.txt:2: "), "\(result.errors)")
    #expect(result.errors.hasPrefix("suitor: ") && result.output == "")
    #expect(result.code == 1)
  }

  @Test("an installed program takes share/suitor of its prefix, also through a link")
  func installed() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    for folder in ["bin", "share/suitor/stories", "elsewhere"] {
      try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try scratch.write("share/suitor/stories/installed.txt")
    // Another program copies: while this one held the copy open for writing, a child that another test starts at that
    // moment would hold it too, and what is open for writing is not run ("Text file busy").
    let copied = try Program.run(Program.path, scratch.path("bin/suitor"), program: "/bin/cp")
    #expect(copied.code == 0, "\(copied.errors)")
    try files.createSymbolicLink(atPath: scratch.path("elsewhere/s"), withDestinationPath: "../bin/suitor")
    let result = try Program.run("export", program: scratch.path("elsewhere/s"))
    #expect(try result.files() == ["installed.txt"])
  }
}
