import Display
import Foundation
import Notebook
import Testing

@testable import suitor

/// Corrections and notes with the program itself: kept, found again, handed on, and never lost.
@Suite("A notebook, in a terminal", .serialized) struct NotebookSessionTests {
  private let scratch: Scratch
  private let story: String

  init() throws {
    scratch = try Scratch()
    story = try scratch.write(
      "norvane.txt",
      "Norvane turns down Belcor\n\nNorvane said it would not sell its unit to Belcor. Belcor said it was sorry.\n")
  }

  private var notebook: suitor.Path { Path(scratch.path(".local/share/suitor/notebook")) }

  private func start(_ arguments: String..., environment: [String] = []) throws -> RawSession {
    let session = try RawSession(100, 30, environment: environment, scratch: scratch)
    try session.start(list: arguments + [story])
    return session
  }

  private func run(_ arguments: String...) throws -> Program.Result {
    try Program.run(list: arguments, environment: ["HOME": scratch.url.path])
  }

  /// What a reader that has ended says that it saved elsewhere; nobody else may read it.
  private func rescued(_ session: RawSession) throws -> NotebookText {
    let said = String(decoding: session.terminal.heard, as: UTF8.self)
    let name = String(
      try #require(said.firstMatch(of: /what you put down is in (\/tmp\/suitor-notebook-[0-9]+)/)?.output.1))
    defer { unlink(name) }
    let mode = try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    return NotebookText(try [UInt8](Data(contentsOf: URL(fileURLWithPath: name)))[...])
  }

  @Test("a correction is there next time, and for the commands that print")
  func correction() throws {
    var session = try start()
    session.type("Ej\r")
    session.type("j\r")
    try session.expect("Kept: certainty reported.")
    try session.quit()
    session = try start()
    try session.expect("reported ✎")
    try session.quit()
    #expect(try run("claims", "--certainty=reported", story).output.contains("it would not sell"))
    #expect(try run("claims", "--certainty=reported", "--no-notebook", story).output == "")
    #expect(try run("show", story).output.contains("by hand: certainty"))
    // The story's own file is never changed.
    #expect(try String(contentsOfFile: story, encoding: .utf8).hasPrefix("Norvane turns down Belcor\n\n"))
  }

  @Test("a note is written in the person's own editor")
  func editor() throws {
    let editor = try scratch.write("editor.sh", "#!/bin/sh\nprintf 'first line\\n\\nthird line\\n' > \"$1\"\n")
    chmod(editor, 0o755)
    let session = try start(environment: ["EDITOR=\(editor)", "TMPDIR=\(scratch.url.path)"])
    session.type("a\t")
    try session.expect("Kept: the note.")
    try session.quit()
    let kept = try NotebookFile(at: notebook).load()
    #expect(kept.entries.map(\.deed) == [.note("first line\n\nthird line")])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).allSatisfy { !$0.contains("note-") })
  }

  @Test("a terminal that shows text only has it all too")
  func asText() throws {
    let session = try start()
    session.type("aAsk the fund\r")
    try session.expect("Kept: the note.")
    try session.quit()
    let dumb = try RawSession(100, 30, environment: ["TERM=dumb"], scratch: scratch)
    try dumb.start(command: [Program.path, story])
    #expect(try dumb.end() == 0)
    let said = String(decoding: dumb.terminal.heard, as: UTF8.self)
    #expect(said.contains("the reading follows as text") && said.contains("Ask the fund"), "\(said)")
  }

  @Test("a note that is too long is not cut, and stays where it was written")
  func longNote() throws {
    let editor = try scratch.write("editor.sh", "#!/bin/sh\nhead -c 1048577 /dev/zero | tr '\\0' x > \"$1\"\n")
    chmod(editor, 0o755)
    let session = try start(environment: ["EDITOR=\(editor)", "TMPDIR=\(scratch.url.path)"])
    session.type("a\t")
    try session.expect("A note has 1 MB at most")
    session.type("\u{1B}")
    try session.expect("Enter take claim")
    try session.quit()
    #expect(try NotebookFile(at: notebook).load().entries.isEmpty)
    let left = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { $0.contains("note-") }
    #expect(left.count == 1)
    let size = try FileManager.default.attributesOfItem(atPath: scratch.path(try #require(left.first)))[.size]
    #expect(size as? Int == 1_048_577)
  }

  @Test("a notebook of one's own, and none")
  func places() throws {
    var session = try start("--notebook=\(scratch.path("mine"))")
    session.type("m")
    try session.expect("Kept: marked.")
    try session.quit()
    #expect(try NotebookFile(at: Path(scratch.path("mine"))).load().entries.count == 1)
    session = try start("--no-notebook")
    // Said before one has written anything.
    session.type("a")
    try session.expect("Nothing is kept with --no-notebook.")
    try session.quit()
    // In the tutor one may try it all.
    session = try RawSession(100, 30, scratch: scratch)
    try session.start(command: [Program.path, "--tutor"])
    try session.expect("Tutor 1/")
    session.type("m")
    try session.expect("Kept: marked.")
    try session.quit()
    #expect(access(notebook.name, F_OK) != 0)
  }

  @Test("a disk that is full says so, and the work is saved elsewhere")
  func fullDisk() throws {
    let session = try RawSession(100, 30, scratch: scratch)
    // No file may grow beyond 32 KB, and the notebook has as many already.
    let block = "trap '' XFSZ; ulimit -f 64; exec \"$@\""
    try FileManager.default.createDirectory(
      atPath: scratch.path(".local/share/suitor"), withIntermediateDirectories: true)
    try scratch.write(".local/share/suitor/notebook", String(repeating: "# mine\n", count: 32768 / 7))
    try session.start(command: ["/bin/sh", "-c", block, "sh", Program.path, story])
    try session.expect("claim 1/")
    session.type("m")
    try session.expect("Not on the disk yet")
    session.terminal.type("q")
    // The work is safe, but not where it belongs.
    #expect(try session.end() == 1 << 8)
    let saved = try rescued(session)
    #expect(saved.entries.map(\.deed) == [.mark(true)])
    // Nothing half written is left.
    #expect(try NotebookFile(at: notebook).load().isTorn == false)
    session.expectRestored()
  }

  @Test("a folder that may not be written says so, and the work is saved elsewhere")
  func readOnly() throws {
    try scratch.write(".local/share/suitor", "a file where a folder is needed\n")
    let session = try start()
    session.type("m")
    try session.expect("Not on the disk yet")
    session.type("]m")
    session.terminal.type("q")
    // The work is safe, but not where it belongs.
    #expect(try session.end() == 1 << 8)
    let saved = try rescued(session)
    #expect(saved.entries.map(\.deed) == [.mark(true), .mark(true)])
    #expect(saved.stories.count == 1)
  }

  @Test("a damaged notebook is told with its line, and the rest holds")
  func damage() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path(".local/share/suitor"), withIntermediateDirectories: true)
    try scratch.write(".local/share/suitor/notebook", "Do: dance\nId: 1\nStory: 0000000000000001\n\n")
    let session = try start()
    try session.expect("“dance” can be done")
    session.type("m")
    try session.expect("Kept: marked.")
    try session.quit()
    #expect(try run("claims", story).errors.contains("notebook:1: "))
    #expect(try NotebookFile(at: notebook).load().entries.count == 1)
  }

  /// Killed at any moment while entries are added as quickly as keys come, by two programs at once.
  @Test("killed at any moment the notebook has what was kept, whole")
  func kills() throws {
    var random = SystemRandomNumberGenerator()
    var kept = 0
    for round in 0..<12 {
      let sessions = [try start(), try start()]
      for session in sessions { session.terminal.type(String(repeating: "m", count: 60)) }
      usleep(UInt32.random(in: 0..<60_000, using: &random))
      for session in sessions {
        kill(session.child, SIGKILL)
        _ = try session.end()
      }
      let file = NotebookFile(at: notebook)
      let now = try file.load()
      // A torn end is told, and nothing else is wrong.
      #expect(file.problems.count <= round + 1, "\(file.problems)")
      #expect(now.entries.count >= kept)
      #expect(Set(now.entries.map(\.id)).count == now.entries.count)
      #expect(now.stories.count <= 1)
      kept = now.entries.count
    }
    #expect(kept > 0)
    // Afterwards it goes on as if nothing had been.
    let session = try start()
    session.type("m")
    try session.expect("Kept: ")
    try session.quit()
    #expect(try NotebookFile(at: notebook).load().entries.count == kept + 1)
  }
}
