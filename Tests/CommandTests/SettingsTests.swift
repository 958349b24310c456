import Glibc
import Reader
import Stories
import TestSupport
import Testing

@testable import suitor

@Suite("Settings and places") struct SettingsTests {
  private func settings(_ text: String) -> Settings { Settings(Array(text.utf8)) }

  @Test func aByteOrderMarkIsNoPartOfTheFirstLine() {
    let settings = Settings([0xEF, 0xBB, 0xBF] + Array("theme light\r\nmouse off\n".utf8))
    #expect(settings.problems.isEmpty)
    #expect(settings.theme == .light)
    #expect(!settings.mouse)
  }

  @Test func aMessageIsNotBuriedUnderTheWordThatItIsAbout() throws {
    let settings = Settings(Array((String(repeating: "z", count: 50_000) + " on").utf8))
    let problem = try #require(settings.problems.first)
    #expect(problem.wording.english.utf8.count < 200)
  }

  @Test("the settings of the documentation are understood")
  func documented() throws {
    let path = #filePath.replacing("Tests/CommandTests/SettingsTests.swift", with: "docs/settings.md")
    let page = String(decoding: try PersonalFile.read(Path(path), limit: 1 << 20), as: UTF8.self)
    let example = try #require(page.split(separator: "```").dropFirst().first)
    let settings = settings(String(example))
    #expect(settings.problems == [])
    #expect(settings.theme == .light && !settings.mouse)
    for name in ["theme", "color", "mouse", "plain", "key", "ink", "ground"] { #expect(page.contains("| `\(name)` |")) }
  }

  @Test("comments, blanks, tabs, and line ends of any kind")
  func form() {
    let settings = settings("# theme dark\r\n\r\n  \ttheme\tdark  \r\n#\nplain on\nkey # search\ncolor never")
    #expect(settings.problems == [])
    #expect(settings.theme == .dark && settings.plain && settings.color == .never)
  }

  @Test("a later line wins, and what is wrong changes nothing")
  func wrong() {
    let settings = settings(
      "theme dark\ntheme blue\nmouse\nmouse off\nplain yes\nink accent 256\nink\nground x 1\nkey x\nfly\n")
    #expect(settings.theme == .dark && !settings.mouse && !settings.plain)
    #expect(settings.problems.map(\.line) == [2, 3, 5, 6, 7, 8, 9, 10])
    #expect(settings.problems[0].wording.english == "the form is: theme auto|dark|light")
    #expect(settings.problems[6].wording.french == "la forme est : key TOUCHE ACTION")
    for problem in settings.problems { #expect(!problem.wording.french.isEmpty && !problem.wording.english.isEmpty) }
    #expect(settings.problems[1].message("a/config", .english).hasPrefix("a/config:3: "))
  }

  @Test("anything at all is read without harm")
  func anything() {
    var random = SplitMix(state: 20_190_505)
    let pieces = [
      "key", " ", "\n", "\u{1B}", "ink", "ground", "#", "\u{9B}", "é", "12", "theme", "Ctrl-", "-1", "none",
    ]
    for _ in 0..<200 {
      let text = (0..<60).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      _ = Settings(Array(text.utf8) + random.hostileBytes(count: 20))
      _ = Places(Array(text.utf8) + random.hostileBytes(count: 20))
    }
  }

  @Test("no file is no problem, an unreadable one is told")
  func files() throws {
    let scratch = try Scratch()
    #expect(Settings(at: Path(scratch.path("none"))).problems == [])
    #expect(Settings(at: Path(scratch.path("none/none"))).problems == [])
    #expect(Settings(at: nil).problems == [])
    let folder = Settings(at: Path(scratch.url.path)).problems
    #expect(folder.map(\.line) == [nil] && folder[0].wording == Wording("Is a directory"))
  }

  @Test("places are written as they are read, the newest first, and not too many")
  func places() {
    var places = Places(Array("00000000000000ff 12 3 -\n0000000000000001 5 0 4\n".utf8))
    #expect(
      places.marks == [0xFF: Bookmark(position: 12, top: 3, claim: nil), 1: Bookmark(position: 5, top: 0, claim: 4)])
    places.add([1: Bookmark(position: 6, top: 1, claim: nil)])
    #expect(String(decoding: places.bytes, as: UTF8.self) == "0000000000000001 6 1 -\n00000000000000ff 12 3 -\n")
    for story in 2..<5000 { places.add([UInt64(story): Bookmark(position: story, top: 0, claim: 0)]) }
    #expect(places.marks(in: 4999) && !places.marks(in: 0xFF))
    #expect(Places(places.bytes).bytes == places.bytes)
    #expect(places.bytes.split(separator: 0x0A).count == Places.limit)
  }

  @Test(
    "a damaged line is passed over, and the others count",
    arguments: [
      "zz", "00000000000000ff 1 2", "00000000000000ff -1 2 -", "00000000000000ff 1 99999999999999999999 -", "ff 1 2 3",
      "00000000000000ff 1 2 x", "\u{0}\u{1B}[2J", String(repeating: "0", count: 10_000), "00000000000000ff 1 2 3 4",
    ])
  func damage(_ line: String) {
    let places = Places(Array("\(line)\n0000000000000001 5 0 4\n\(line)".utf8))
    #expect(places.marks == [1: Bookmark(position: 5, top: 0, claim: 4)])
  }

  @Test("two that end one after the other both keep their places")
  func together() throws {
    let scratch = try Scratch()
    let path = Path(scratch.path("a/b/places"))
    #expect(Places.keep([1: Bookmark(position: 1, top: 0, claim: nil)], at: path) == nil)
    #expect(Places.keep([2: Bookmark(position: 2, top: 0, claim: nil)], at: path) == nil)
    #expect(Places(at: path).marks.count == 2)
    let mark = Bookmark(position: 2, top: 0, claim: nil)
    #expect(Places.keep([2: mark], at: Path("/dev/null/places")) == Errno(number: ENOTDIR))
    #expect(Places.keep([:], at: Path("/dev/null/places")) == nil)
    #expect(Places(at: path).marks.count == 2)
  }
}

extension Places {
  /// Whether it remembers a story once its content has been written and read again.
  fileprivate func marks(in story: UInt64) -> Bool { Places(bytes).marks[story] != nil }
}
