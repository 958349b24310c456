import Display
import Foundation
import Reading
import Stories
import TestSupport
import Testing

@testable import Reader
@testable import suitor

/// The threads behind the reader, without a terminal: what they tell it is held to what is in the folder.
private final class Following {
  let scratch: Scratch
  let request: StoryFinder.Request
  let loader: StoryLoader
  let reading: BackgroundReading
  var state: ReaderState

  /// Opens the files and folders called `names` in `scratch`.
  init(_ scratch: Scratch, _ names: [String], list: String? = nil) throws {
    self.scratch = scratch
    let data = try DataFolder()
    loader = StoryLoader(data: data, reader: StoryReader(file: data.file, image: data.image))
    request = StoryFinder.Request(paths: names.map { Path(scratch.path($0) + ($0.hasSuffix("/") ? "/" : "")) })
    let names = try list.map { try NameList(at: Path(scratch.path($0)), endedByNull: false, language: .english) }
    reading = BackgroundReading(request, names, short: false, with: loader, language: .english)
    state = ReaderState(library: Library(), size: Size(width: 80, height: 24), language: .english)
    reading.pool.passFirstFrame()
  }

  /// Lets the reader hear of everything until `isDone`, but not for ever.
  @discardableResult
  func hear(until isDone: (ReaderState) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(20)
    while Date() < end {
      _ = state.update(reading.news())
      if isDone(state) { return true }
      reading.pool.events.wait(for: { _ in true }, milliseconds: 50, awake: false)
    }
    return false
  }

  /// A story as it is listed: its name, and its text or why it has none.
  func listed(_ state: ReaderState) -> [String] {
    // The current story stays although its file is gone.
    state.library.order.filter { !state.library.entries[$0].isGone }.map { index in
      let entry = state.library.entries[index]
      return switch entry.state {
      case .read(let story): "\(entry.name): \(String(decoding: story.text.bytes, as: UTF8.self))"
      case .failed(let reason): "\(entry.name): \(reason)"
      case .waiting: "\(entry.name) waits"
      }
    }
  }

  /// The same as who opens the folder anew would see it.
  var expected: [String] {
    StoryFinder.items(request).flatMap { item in
      loader.parts(item).map { part in
        let name = part.label.map { "\(item.name)#\($0)" } ?? item.name
        return switch part.content {
        case .success(let story): "\(name): \(String(decoding: story.text.bytes, as: UTF8.self))"
        case .failure(let problem): "\(name): \(problem.wording[.english])"
        }
      }
    }
  }

  /// Expects that the reader comes to list what is there.
  func expectAgreement(_ comment: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if hear(until: { listed($0) == expected && $0.progress == nil }) { return }
    let (here, there) = (listed(state), expected)
    Issue.record("after \(comment): the reader has \(here), the folder \(there)", sourceLocation: sourceLocation)
  }
}

extension StoryLoader {
  /// All that comes of `item`.
  fileprivate func parts(_ item: Item) -> [Part<Story>] {
    var parts: [Part<Story>] = []
    read(item) { parts.append($0) }
    return parts
  }
}

@Suite("Folders that live") struct FollowingTests {
  @Test("reading on all processors gives the library that reading one by one gives")
  func parallel() throws {
    let scratch = try Scratch()
    for number in 0..<150 {
      try scratch.write("all/\(number % 7)/\(number).txt", "Zed \(number) said it would buy Acme \(number).\n")
      if number % 10 == 0 { try scratch.write("all/bad/\(number).txt", "") }
    }
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    let library = following.state.library
    #expect(library.failures == 15 && library.order.count == 165)
    for (item, index) in zip(StoryFinder.items(following.request), library.order) {
      guard let story = library.story(index) else { continue }
      let serial = try following.loader.parts(item)[0].content.get()
      #expect(story.claims == serial.claims && story.parties == serial.parties && story.sources == serial.sources)
      #expect(story.mentions == serial.mentions && story.layout == serial.layout)
    }
  }

  @Test("a folder with more stories than are waited for is in order in the end, and begins with its first")
  func large() throws {
    let scratch = try Scratch()
    for number in 0..<1500 { try scratch.write("all/\(number).txt", "Acme \(number).\n") }
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    #expect(following.state.library.place(of: following.state.current) == 0)
  }

  @Test("stories that change, appear and disappear, under random operations", arguments: [1, 2] as [UInt64])
  func random(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let scratch = try Scratch()
    try scratch.write("all/keep/story.txt")
    try scratch.write("all/a.txt")
    try scratch.write("named.txt")
    let following = try Following(scratch, ["all", "named.txt"])
    following.expectAgreement("the first reading")
    let files = FileManager.default
    let folders = ["all", "all/b", "all/c", "all/c/d", "elsewhere"]
    let names = ["a.txt", "b.txt", "B.TXT", "notes.md", ".hidden.txt"]
    for _ in 0..<40 {
      var done: [String] = []
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let folder = folders.randomElement(using: &random) ?? "all"
        let name = names.randomElement(using: &random) ?? "a.txt"
        let path = "\(folder)/\(name)"
        let other =
          "\(folders.randomElement(using: &random) ?? "all")/\(names.randomElement(using: &random) ?? "b.txt")"
        let text = "Acme \(Int.random(in: 0...99, using: &random)) said it would buy Zed.\n"
        switch Int.random(in: 0..<10, using: &random) {
        case 0...2:
          try scratch.write(path, text)
          done.append("write \(path)")
        case 3:
          // As an editor saves.
          try scratch.write("all/.save", text)
          try files.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
          rename(scratch.path("all/.save"), scratch.path(path))
          done.append("save \(path)")
        case 4:
          try scratch.write(path, Data())
          done.append("empty \(path)")
        case 5:
          unlink(scratch.path(path))
          done.append("delete \(path)")
        case 6:
          rename(scratch.path(path), scratch.path(other))
          done.append("rename \(path) \(other)")
        case 7:
          let target = folders.filter { $0 != "all" }.randomElement(using: &random) ?? "all/b"
          let source = folders.filter { $0 != "all" }.randomElement(using: &random) ?? "all/c"
          rename(scratch.path(source), scratch.path(target))
          done.append("move \(source) \(target)")
        case 8 where folder != "all":
          try? files.removeItem(atPath: scratch.path(folder))
          done.append("remove \(folder)")
        default:
          try scratch.write("named.txt", text)
          done.append("write named.txt")
        }
      }
      following.expectAgreement(done.joined(separator: ", "))
      if following.listed(following.state) != following.expected { return }
    }
  }

  @Test("a story that is renamed while it is read stays the current one")
  func renamed() throws {
    let scratch = try Scratch()
    for name in ["a", "b", "c"] { try scratch.write("all/\(name).txt", "\(name) said it would buy Zed.\n") }
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    _ = following.state.update(.key(.character(">")))
    let current = following.state.current
    rename(scratch.path("all/b.txt"), scratch.path("all/z.txt"))
    following.expectAgreement("the renaming")
    #expect(following.state.current == current && following.state.library.place(of: current) == 2)
    unlink(scratch.path("all/z.txt"))
    #expect(following.hear { $0.library.entries[current].isGone })
    #expect(following.state.library.story(current) != nil)
    try scratch.write("all/z.txt", "Zed came back.\n")
    following.expectAgreement("the return")
    #expect(following.state.current == current && following.state.lingering == nil)
  }

  @Test("a folder that gets its first story no longer says that it has none, and one that is removed has none")
  func empty() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path("bare"), withIntermediateDirectories: true)
    try scratch.write("other/a.txt")
    let following = try Following(scratch, ["bare", "other"])
    following.expectAgreement("the first reading")
    #expect(following.state.library.failures == 1)
    try scratch.write("bare/deep/first.txt")
    following.expectAgreement("the first story")
    #expect(following.state.library.failures == 0)
    try FileManager.default.removeItem(atPath: scratch.path("bare"))
    #expect(following.hear { $0.library.order.count == 1 })
  }

  @Test("a link to a folder that is read already is passed over, and followed once that folder is gone")
  func links() throws {
    let scratch = try Scratch()
    try scratch.write("all/a/story.txt")
    try scratch.write("all/m/other.txt", "Zed said it would buy Acme.\n")
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    symlink("..", scratch.path("all/a/up"))
    symlink("../m", scratch.path("all/a/z"))
    try scratch.write("all/a/last.txt", "Acme rests.\n")
    #expect(following.hear { $0.library.entries.contains { $0.name == "a/last.txt" && !$0.state.isWaiting } })
    #expect(following.listed(following.state).count == 3)
    rename(scratch.path("all/m"), scratch.path("m"))
    #expect(following.hear { $0.library.order.count == 2 })
    rename(scratch.path("m"), scratch.path("all/m"))
    #expect(following.hear { $0.library.order.count == 3 })
    // A link that comes before the folder by name is passed over too: the folder's stories stay where they are.
    symlink("m", scratch.path("all/b"))
    try FileManager.default.removeItem(atPath: scratch.path("all/a"))
    try scratch.write("all/c.txt", "Acme rests.\n")
    #expect(
      following.hear {
        $0.library.entries.contains { $0.name == "c.txt" && !$0.state.isWaiting } && following.listed($0).count == 2
      })
  }

  @Test("a folder that two ways lead to is read by the other once one of them is gone")
  func otherWay() throws {
    let scratch = try Scratch()
    try scratch.write("all/m/story.txt")
    symlink("m", scratch.path("all/b"))
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    #expect(following.listed(following.state).first?.hasPrefix("b/story.txt") == true)
    unlink(scratch.path("all/b"))
    following.expectAgreement("the end of the link")
    #expect(following.listed(following.state).first?.hasPrefix("m/story.txt") == true)
  }

  @Test("a folder that was named, is removed and made again is followed", arguments: ["live", "live/"])
  func remade(name: String) throws {
    let scratch = try Scratch()
    try scratch.write("live/a.txt")
    try scratch.write("live/deep/b.txt")
    try scratch.write("other/c.txt")
    let following = try Following(scratch, [name, "other"])
    following.expectAgreement("the first reading")
    for round in 1...2 {
      try FileManager.default.removeItem(atPath: scratch.path("live"))
      #expect(following.hear { state in state.library.order.count { !state.library.entries[$0].isGone } == 1 })
      try scratch.write("live/a.txt", "Zed came back \(round) times.\n")
      try scratch.write("live/deep/new.txt", "Acme too, \(round) times.\n")
      following.expectAgreement("the return")
      try scratch.write("live/a.txt", "Zed was written anew.\n")
      following.expectAgreement("a change after the return")
      // At once, without a moment between.
      try FileManager.default.removeItem(atPath: scratch.path("live"))
      try scratch.write("live/deep/b.txt", "Zed stays \(round) times.\n")
      following.expectAgreement("the quick return")
    }
    rename(scratch.path("live"), scratch.path("away"))
    #expect(following.hear { state in state.library.order.count { !state.library.entries[$0].isGone } == 1 })
    rename(scratch.path("away"), scratch.path("live"))
    following.expectAgreement("the move back")
  }

  @Test("a folder that is not there yet is read once it is")
  func later() throws {
    let scratch = try Scratch()
    try scratch.write("other/c.txt")
    let following = try Following(scratch, ["later", "other"])
    following.expectAgreement("the first reading")
    #expect(following.state.library.failures == 1)
    try scratch.write("later/a.txt")
    following.expectAgreement("its coming")
    #expect(following.state.library.failures == 0)
  }

  @Test("a folder that leaves and comes back under another name brings the story on screen back, once")
  func movedBack() throws {
    let scratch = try Scratch()
    for name in ["a", "b"] { try scratch.write("all/one/\(name).txt", "\(name) said it would buy Zed.\n") }
    try scratch.write("all/c.txt")
    let following = try Following(scratch, ["all"])
    following.expectAgreement("the first reading")
    _ = following.state.update(.key(.character(">")))
    #expect(following.state.library.entries[following.state.current].name == "one/a.txt")
    rename(scratch.path("all/one"), scratch.path("elsewhere"))
    #expect(following.hear { $0.lingering != nil && $0.library.order.count == 2 })
    rename(scratch.path("elsewhere"), scratch.path("all/two"))
    following.expectAgreement("the return")
    #expect(following.state.library.order.count == 3 && following.state.lingering == nil)
    #expect(following.state.library.entries[following.state.current].name == "two/a.txt")
  }

  @Test("a list of names is read as it comes, and what is wrong is told with its line")
  func list() throws {
    let scratch = try Scratch()
    let file = try scratch.write("a.txt")
    try scratch.write("folder/b.txt")
    try scratch.write("list", "\(file)\n\n\(scratch.path("folder"))\n\(scratch.path("nowhere.txt"))\n")
    let following = try Following(scratch, [], list: "list")
    // All have their places before what is wrong with one is told.
    #expect(
      following.hear { state in
        state.library.order.count == 3 && state.progress == nil
          && state.library.order.allSatisfy { index in
            if case .waiting = state.library.entries[index].state { false } else { true }
          }
      })
    let listed = following.listed(following.state)
    #expect(listed[1].hasPrefix("b.txt: Acme"))
    #expect(listed[2].hasSuffix("no such file or folder; check the spelling (\(scratch.path("list")):4)"))
  }
}
