import Display
import Foundation
import Testing

/// The reader in a terminal, and other programs that have it for a while.
@Suite("Handing on, in a terminal", .serialized) struct HandingOnSessionTests {
  private let scratch: Scratch
  private let story: String

  init() throws {
    scratch = try Scratch()
    story = try scratch.write(
      "Norvane $(touch evil) 'x\".txt",
      "Norvane turns down Belcor\n\nNorvane said it would not sell its unit to Belcor. Belcor said it was sorry.\n")
  }

  /// A reader on the story.
  private func start(_ environment: String..., size: Size = Size(width: 100, height: 30)) throws -> RawSession {
    let session = try RawSession(
      size.width, size.height, environment: ["SHELL=/bin/sh", "PS1=$ "] + environment, scratch: scratch)
    try session.start(story)
    return session
  }

  /// Waits until there is a file called `name`, and returns what it holds.
  private func file(_ name: String) throws -> String {
    for _ in 0..<400 where !FileManager.default.fileExists(atPath: scratch.path(name)) { usleep(10_000) }
    return try String(contentsOfFile: scratch.path(name), encoding: .utf8)
  }

  @Test("e writes a file, asks before it writes over one, and says where it is")
  func export() throws {
    let session = try start()
    session.type("e")
    try session.expect("Export 2 claims to: ")
    session.type("\u{15}~/out.csv\r")
    try session.expect("Written to ~/out.csv: 2 claims.")
    let table = try file("out.csv")
    #expect(table.hasPrefix("story,headline,"))
    #expect(table.split(separator: "\r\n").count == 3)
    let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("out.csv"))[.posixPermissions] as? Int
    #expect(mode == 0o666 & ~0o22)
    try scratch.write("out.csv", "mine\n")
    session.type("e\u{15}\(scratch.path("out.csv"))\r")
    try session.expect("is there already: overwrite?")
    #expect(try file("out.csv") == "mine\n")
    session.type("\r")
    #expect(try file("out.csv") == "mine\n")
    session.type("y")
    try session.expect("2 claims.")
    #expect(try file("out.csv") == table)
    // A link stays one, and what it leads to keeps its permissions; a folder or a pipe is no file to be written over.
    try scratch.write("private.csv", "mine\n")
    chmod(scratch.path("private.csv"), 0o600)
    symlink("private.csv", scratch.path("link.csv"))
    mkfifo(scratch.path("pipe.csv"), 0o600)
    session.type("e\u{15}~/link.csv\r")
    try session.expect("link.csv is there already: overwrite?")
    session.type("y")
    try session.expect("Written to ~/link.csv")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link.csv")) == "private.csv")
    #expect(try file("private.csv") == table)
    let kept = try FileManager.default.attributesOfItem(atPath: scratch.path("private.csv"))[.posixPermissions] as? Int
    #expect(kept == 0o600)
    session.type("e\u{15}~/pipe.csv\r")
    try session.expect("pipe.csv is there already: overwrite?")
    session.type("y")
    try session.expect("pipe.csv: Invalid argument")
    session.type("\u{15}~/\r")
    try session.expect("Is a directory")
    session.type("\u{1B}")
    // What cannot be written is told, and the line stays.
    session.type("e\u{15}/nowhere/x.md\r")
    try session.expect("/nowhere/x.md: No such file or directory")
    session.type("\u{15}\(scratch.path("annotations"))\t\t\t\t\t\r")
    try session.expect("annotations: 2 claims.")
    #expect(FileManager.default.fileExists(atPath: scratch.path("annotations/annotation.conf")))
    // Nothing of drafts is left.
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { !$0.hasPrefix(".local") }
    #expect(!names.contains { $0.hasPrefix(".") }, "\(names)")
    try session.quit()
  }

  @Test("a long file is written while one reads on, and the end of the program waits for it")
  func longExport() throws {
    let sentences = (0..<5_100).map { "Norvane said it had refused offer \($0) of Belcor." }
    let long = try scratch.write("long.txt", "Norvane says no\n\n" + sentences.joined(separator: " ") + "\n")
    let session = try RawSession(100, 30, scratch: scratch)
    try session.start(long)
    try session.expect("claim 1/")
    session.type("e\u{15}~/long.csv\r")
    try session.expect("Written to ~/long.csv: ")
    let table = try file("long.csv")
    #expect(table.split(separator: "\r\n").count > 5_100)
    // A name that is taken is asked about as ever.
    session.type("e\u{15}~/long.csv\r")
    try session.expect("is there already: overwrite?")
    session.type("\u{1B}")
    session.type("\u{15}~/again.csv\rq")
    #expect(try session.end() == 0)
    #expect(try file("again.csv") == table)
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path).filter { !$0.hasPrefix(".local") }
    #expect(!names.contains { $0.hasPrefix(".") }, "\(names)")
  }

  @Test("a command gets the claim, has the terminal for itself, and Enter comes back, in a window of another size")
  func pipe() throws {
    let session = try start()
    session.type("p")
    try session.expect("Pipe the claim into: ")
    session.type(
      "tee \(scratch.path("claim")); tty <&1 >\(scratch.path("tty")); stty -a <&2 | grep -o '.icanon'; false\r")
    try session.expect("Exit code 1. Enter goes back to suitor.")
    #expect(!session.terminal.screen.isAlternate && session.terminal.screen.cursorIsVisible)
    #expect(!session.terminal.screen.reportsMouse && !session.terminal.screen.marksPastes)
    #expect(session.hasModesBack)
    #expect(session.picture.contains(" icanon"))
    let claim = try file("claim")
    #expect(claim.hasPrefix("“it would not sell its unit to Belcor”\nNorvane (indirect, denied"))
    #expect(try file("tty").hasPrefix("/dev/pts/"))
    session.terminal.resize(Size(width: 60, height: 20))
    session.type("jjj\r")
    try session.expect("the reader, as wide as the window") { picture in
      picture.hasPrefix(" suitor") && picture.split(separator: "\n").count == 20 && picture.contains("Norvane said")
    }
    #expect(session.terminal.screen.isAlternate)
    try session.quit()
  }

  @Test("Ctrl-C ends the command alone, and what it made of the terminal is mended")
  func interrupt() throws {
    let session = try start()
    session.type("pstty raw -echo <&1; stty isig <&1; echo waiting; sleep 100\r")
    try session.expect("waiting")
    session.terminal.type("\u{3}")
    try session.expect("Exit code 130.")
    #expect(session.hasModesBack)
    session.type("\r")
    try session.expect("q quit")
    try session.quit()
  }

  @Test("more text than a pipe holds goes into a command that does not read it")
  func large() throws {
    let long = try scratch.write("long.txt", String(repeating: "Norvane said it would buy Zed.\n", count: 6000))
    let session = try RawSession(100, 30, environment: ["SHELL=/bin/sh"], scratch: scratch)
    try session.start(long)
    session.type("p\t\ttrue\r")
    try session.expect("Enter goes back to suitor.")
    session.type("\r")
    try session.expect("q quit")
    session.type("p\u{15}wc -c >\(scratch.path("count"))\t\t\r")
    try session.expect("Enter goes back to suitor.")
    #expect(try file("count").trimmingCharacters(in: .whitespacesAndNewlines) == "\(6000 * 31 + 1)")
    session.type("\r")
    try session.quit()
  }

  @Test("! runs the person's shell, and its end comes back")
  func shell() throws {
    let session = try start()
    session.type("!")
    try session.expect("$ ")
    #expect(!session.terminal.screen.isAlternate && session.hasModesBack)
    session.type("echo out-$((40 + 2))\n")
    try session.expect("out-42")
    session.type("trap '' PIPE; exit 3\n")
    try session.expect("q quit")
    try session.quit()
  }

  @Test("O gives the file to BROWSER, whatever the file is called")
  func browser() throws {
    let session = try start("BROWSER=/nowhere/browser:cat %s >\(scratch.path("opened")) #:false")
    session.type("O")
    #expect(try file("opened").hasPrefix("Norvane turns down Belcor"))
    try session.expect("q quit")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("evil")))
    #expect(!FileManager.default.fileExists(atPath: "evil"))
    try session.quit()
    let second = try start("BROWSER=printf '<%s>\\n'".replacing("%s", with: "%%s"))
    second.type("O")
    try second.expect("Enter goes back") { $0.contains("suitor") }
    second.type("\r")
    try second.quit()
  }

  @Test("O says where the file is if nothing can open it, as over SSH")
  func noBrowser() throws {
    let session = try start()
    session.type("O")
    try session.expect("Nothing here can open it (BROWSER is not set):")
    try session.quit()
    let own = try RawSession(100, 30)
    try own.start()
    own.type("O")
    try own.expect("This story has no file of its own.")
    try own.quit()
  }

  @Test("O opens the page that a file came from, if it is one of the web")
  func address() throws {
    let words = "<article><h1>Norvane turns down Belcor</h1><p>Norvane said it had turned down an offer by Belcor.</p>"
    for (address, wanted) in [
      ("https://a.example/1?b=2", "(BROWSER is not set): https://a.example/1?b=2"),
      ("file:///etc/passwd", "(BROWSER is not set): \(scratch.path("page.html"))"),
    ] {
      let page = try scratch.write(
        "page.html", "<!doctype html><html><head><link rel=canonical href='\(address)'></head><body>\(words)")
      let session = try RawSession(120, 30, scratch: scratch)
      try session.start(page)
      session.type("O")
      try session.expect(wanted) { $0.replacing("\n", with: "").contains(wanted) }
      try session.quit()
    }
  }

  @Test("a signal that ends the reader ends the command too, and the terminal is as it was")
  func terminated() throws {
    let session = try start()
    session.type("pecho waiting; exec sleep 100\r")
    try session.expect("waiting")
    kill(session.child, SIGTERM)
    let status = try session.end()
    #expect(status & 0x7F == SIGTERM)
    session.expectRestored()
  }

  @Test(
    "Ctrl-Z stops command and reader together, and fg goes on with both",
    .enabled(if: Tmux.program != nil, Tmux.missing))
  func stopped() throws {
    let tmux = try Tmux(columns: 100, rows: 30)
    try tmux.scratch.write("s.txt", "Norvane said it would buy Zed.\n")
    try tmux.shell("suitor s.txt")
    try tmux.expect("q quit")
    try tmux.type("pecho begun; read x <&1; echo \"heard $x\"\n")
    try tmux.expect("\nbegun")
    try tmux.press("C-z")
    try tmux.expect("\n$")
    try tmux.shell("jobs; echo in-the-shell")
    try tmux.expect("\nin-the-shell")
    try tmux.shell("fg")
    try tmux.type("words\n")
    try tmux.expect("heard words")
    try tmux.expect("Enter goes back to suitor.")
    try tmux.type("\n")
    try tmux.expect("q quit")
    // A shell of its own that stops itself.
    try tmux.type("!")
    try tmux.expect("\n$")
    try tmux.shell("kill -STOP $$")
    try tmux.shell("echo outside")
    try tmux.expect("\noutside")
    try tmux.shell("fg")
    try tmux.shell("exit")
    try tmux.expect("q quit")
    try tmux.type("q")
    try tmux.expect("exit\n$")
    try tmux.shell("echo \"code=$?\"; jobs")
    try tmux.expect("\ncode=0\n$")
  }
}
