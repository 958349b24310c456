import Foundation
import Notebook
import Stories
import Testing

@testable import suitor

/// The notebook on the disk: nothing is lost, whoever adds to it and whenever it ends.
@Suite struct NotebookFileTests {
  private let scratch: Scratch
  private let path: suitor.Path

  init() throws {
    scratch = try Scratch()
    path = Path(scratch.path("share/notebook"))
  }

  private let story = StoryReference(key: 0xABCD, name: "a.txt", title: "A story", opening: "It begins.")

  private func text(_ numbers: Int...) -> NotebookText {
    NotebookText(
      stories: [story],
      entries: numbers.map { Entry(id: "e\($0)", deed: .tag("t\($0)"), subject: .story, story: story.key) })
  }

  private func ids(_ text: NotebookText) -> [String] { text.entries.map(\.id) }

  private func content() throws -> [UInt8] { try [UInt8](Data(contentsOf: URL(fileURLWithPath: path.name))) }

  @Test func whatIsAddedIsThereNextTime() throws {
    let file = NotebookFile(at: path)
    #expect(try file.load().entries == [])
    #expect(file.add(text(1)).entries == [])
    #expect(file.add(text(2)).entries == [])
    #expect(file.problem == nil)
    let again = try NotebookFile(at: path).load()
    #expect(again.entries == text(1, 2).entries)
    // The story stands there once.
    #expect(again.stories == [story])
    let mode = try FileManager.default.attributesOfItem(atPath: path.name)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func twoProgramsAddToOneFile() throws {
    let (a, b) = (NotebookFile(at: path), NotebookFile(at: path))
    _ = try (a.load(), b.load())
    #expect(ids(a.add(text(1))) == [])
    #expect(ids(b.add(text(2))) == ["e1"])
    #expect(ids(b.add(text(3))) == [])
    #expect(ids(a.add(text(4))) == ["e2", "e3"])
    #expect(try ids(NotebookFile(at: path).load()) == ["e1", "e2", "e3", "e4"])
  }

  @Test func anotherFileOfTheNameIsReadAnew() throws {
    let file = NotebookFile(at: path)
    _ = file.add(text(1))
    // As a repository does that is brought up to date.
    let other = NotebookFile(at: Path(scratch.path("other")))
    _ = other.add(text(7, 8, 9))
    _ = rename(scratch.path("other"), path.name)
    #expect(ids(file.add(text(2))) == ["e7", "e8", "e9"])
    #expect(try ids(NotebookFile(at: path).load()) == ["e7", "e8", "e9", "e1", "e2"])
    // What the other file has of it is not there twice.
    let merged = NotebookFile(at: Path(scratch.path("other")))
    _ = merged.add(text(1, 7, 2))
    _ = rename(scratch.path("other"), path.name)
    _ = file.add(text(3))
    #expect(try ids(NotebookFile(at: path).load()) == ["e1", "e7", "e2", "e3"])
  }

  @Test func aFileThatIsGoneOrEmptiedHasWhatThisProgramPutThere() throws {
    let file = NotebookFile(at: path)
    _ = file.add(text(1))
    unlink(path.name)
    _ = file.add(text(2))
    var again = try NotebookFile(at: path).load()
    #expect(ids(again) == ["e1", "e2"] && again.stories == [story])
    truncate(path.name, 0)
    _ = file.add(text(3))
    again = try NotebookFile(at: path).load()
    #expect(ids(again) == ["e1", "e2", "e3"] && again.stories == [story])
    // At the end of the program nothing need be added for it to be there.
    #expect(!file.hasLost)
    truncate(path.name, 0)
    #expect(file.hasLost)
    _ = file.add(NotebookText())
    #expect(try ids(NotebookFile(at: path).load()) == ["e1", "e2", "e3"])
    #expect(!file.hasLost)
  }

  @Test func whatOthersAddIsSeenWithoutAddingAnything() throws {
    let (a, b) = (NotebookFile(at: path), NotebookFile(at: path))
    _ = try (a.load(), b.load())
    #expect(a.changes() == nil)
    _ = b.add(text(1))
    #expect(a.changes().map(ids) == ["e1"])
    #expect(a.changes() == nil && b.changes() == nil)
  }

  /// Wherever a crash, or the power, cuts off what was being added.
  @Test func aTornEndIsNoEntryAndLaterOnesHold() throws {
    _ = NotebookFile(at: path).add(text(1))
    let before = try content()
    _ = NotebookFile(at: path).add(text(2))
    let whole = try content()
    for end in before.count...whole.count {
      try Data(whole[..<end]).write(to: URL(fileURLWithPath: path.name))
      let file = NotebookFile(at: path)
      let there = try ids(file.load())
      #expect(there == (end == whole.count ? ["e1", "e2"] : ["e1"]), "cut at \(end)")
      #expect(file.problems.count == (end == before.count || end == whole.count ? 0 : 1))
      _ = file.add(text(3))
      #expect(try ids(NotebookFile(at: path).load()) == there + ["e3"], "cut at \(end)")
      // Nothing of what was there is taken away.
      #expect(try content().starts(with: whole[..<end]))
    }
  }

  @Test func whatCannotBeWrittenWaits() throws {
    let blocked = Path(scratch.path("blocked/notebook"))
    try scratch.write("blocked", "a file where a folder is needed\n")
    let file = NotebookFile(at: blocked)
    _ = file.add(text(1))
    #expect(file.problem?.number == ENOTDIR)
    #expect(ids(file.pending) == ["e1"])
    try FileManager.default.removeItem(atPath: scratch.path("blocked"))
    _ = file.add(text(2))
    #expect(file.problem == nil)
    #expect(try ids(NotebookFile(at: blocked).load()) == ["e1", "e2"])
    #expect(try NotebookFile(at: blocked).load().stories == [story])
  }

  @Test func aFolderOrADeviceIsNoNotebook() throws {
    #expect(throws: Errno.self) { try NotebookFile(at: Path(scratch.url.path)).load() }
    #expect(throws: Errno.self) { try NotebookFile(at: Path("/dev/null")).load() }
    let file = NotebookFile(at: Path("/dev/null"))
    _ = file.add(text(1))
    #expect(file.problem?.number == EINVAL)
  }

  @Test func aLockThatIsHeldIsWaitedFor() throws {
    _ = NotebookFile(at: path).add(text(1))
    let other = open(path.name, O_RDWR)
    #expect(flock(other, LOCK_EX) == 0)
    let file = NotebookFile(at: path)
    _ = file.add(text(2))
    #expect(file.problem?.number == EWOULDBLOCK)
    close(other)
    _ = file.add(text(3))
    #expect(try ids(NotebookFile(at: path).load()) == ["e1", "e2", "e3"])
  }

  @Test func storiesThatHaveBeenReadAreRemembered() throws {
    let path = Path(scratch.path("state/read"))
    let empty = ReadStories(at: path)
    #expect(empty.keys == [])
    for (key, isRead) in [(1, true), (0xFEDC_BA98_7654_3210, true), (1, false), (2, true)] as [(UInt64, Bool)] {
      #expect(empty.note(key, isRead) == nil)
    }
    #expect(ReadStories(at: path).keys == [0xFEDC_BA98_7654_3210, 2])
    // Damage costs a line.
    try PersonalFile.append(Array("nonsense\n-\n0000000000000003\n".utf8), to: path)
    #expect(ReadStories(at: path).keys == [0xFEDC_BA98_7654_3210, 2, 3])
    for _ in 0..<1200 { _ = empty.note(7, true) }
    #expect(ReadStories(at: path).keys == [0xFEDC_BA98_7654_3210, 2, 3, 7])
    #expect(try Data(contentsOf: URL(fileURLWithPath: path.name)).count == 4 * 17)
  }
}
