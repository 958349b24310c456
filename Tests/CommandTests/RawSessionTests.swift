import Display
import Foundation
import TestSupport
import Testing

@testable import suitor

@Suite("In a raw pseudo-terminal", .serialized) struct RawSessionTests {
  private static let claim = "Zed said it would buy Acme.\n"

  // MARK: Ends

  @Test("a signal ends it and leaves the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(_ number: Int32) throws {
    let session = try RawSession()
    try session.start()
    #expect(session.terminal.screen.isAlternate && session.terminal.screen.marksPastes)
    kill(session.child, number)
    #expect(try session.end() & 0x7F == number)
    session.expectRestored()
  }

  @Test(
    "a signal that nobody expects ends it too, at once and with the terminal as it was",
    arguments: [SIGQUIT, SIGALRM, SIGUSR1, SIGXCPU, SIGVTALRM, SIGSYS])
  func otherSignals(_ number: Int32) throws {
    let session = try RawSession()
    try session.start()
    kill(session.child, number)
    #expect(try session.end() & 0x7F == number)
    session.expectRestored()
  }

  @Test(
    "a crash leaves the terminal as it was and says where its report is",
    arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT])
  func crash(_ number: Int32) throws {
    let session = try RawSession(environment: ["SWIFT_BACKTRACE=enable=no"])
    let state = session.scratch.path(".local/state/suitor")
    try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
    try session.scratch.write("a.txt", Self.claim)
    try session.start(session.scratch.path("a.txt"))
    kill(session.child, number)
    #expect(try session.end() & 0x7F == number)
    session.expectRestored()
    #expect(session.picture.contains("suitor: it crashed"))
    let report = try #require(FileManager.default.contentsOfDirectory(atPath: state).first { $0.hasPrefix("crash-") })
    #expect(session.picture.replacing("\n", with: "").contains(state + "/" + report))
    let text = try String(contentsOfFile: state + "/" + report, encoding: .utf8)
    #expect(text.hasPrefix("suitor \(Help.version)\nsignal \(number)"))
    #expect(text.contains("return addresses") && text.contains("\n0x") && text.contains("[stack]"))
    #expect(!text.contains("Acme"))
  }

  @Test("a report goes where everybody may write if there is no folder of one's own")
  func crashWithoutHome() throws {
    let session = try RawSession(environment: ["HOME=", "SWIFT_BACKTRACE=enable=no"])
    try session.start()
    let path = "/tmp/suitor-crash-\(session.child).txt"
    kill(session.child, SIGSEGV)
    _ = try session.end()
    #expect(session.picture.replacing("\n", with: "").contains(path))
    try FileManager.default.removeItem(atPath: path)
  }

  @Test("a terminal that takes nothing more does not keep it")
  func full() throws {
    let session = try RawSession(200, 60)
    try session.start()
    // More than the system keeps for a terminal that nobody reads.
    for _ in 0..<100 {
      session.terminal.type("\u{0C}")
      usleep(5_000)
    }
    kill(session.child, SIGTERM)
    #expect(try session.end(listening: false) & 0x7F == SIGTERM)
    #expect(session.hasModesBack)
  }

  @Test("a terminal that is gone ends it")
  func hangUp() throws {
    let session = try RawSession()
    try session.start()
    session.terminal.hangUp()
    // By SIGHUP, which the kernel sends, or by what it reads, whichever comes first.
    let status = try session.end()
    #expect(status & 0x7F == SIGHUP || status >> 8 == 129)
  }

  @Test(
    "without keyboard or screen: a sentence and an end",
    arguments: [
      ("setsid -w suitor a.txt < /dev/null", "there is no terminal to read keys from"),
      ("suitor show a.txt >&-", "standard output: "),
      ("suitor show a.txt > /dev/full", "standard output: "),
    ])
  func nothing(_ command: String, _ sentence: String) throws {
    let session = try RawSession()
    try session.scratch.write("a.txt", Self.claim)
    let words = "cd \"$HOME\"; " + command.replacing("suitor", with: Program.path)
    try session.start(command: ["/bin/sh", "-c", words])
    #expect(try session.end() >> 8 == 1)
    #expect(session.picture.contains("suitor: " + sentence))
    session.expectRestored()
  }

  @Test("waiting costs nothing: no thread of it wakes up")
  func idle() throws {
    let session = try RawSession()
    try session.start()
    try session.expect("q quit")
    try session.settle()
    let before = try session.wakeUps()
    usleep(1_000_000)
    #expect(try session.wakeUps() == before)
    try session.quit()
  }

  // MARK: Terminals

  private static let terminals = [
    "xterm", "xterm-256color", "xterm-direct", "tmux", "tmux-256color", "screen", "screen-256color", "linux", "vt100",
    "vt220", "rxvt-unicode-256color", "ansi", "foot", "xterm-kitty", "alacritty",
  ].filter { name in
    ["/lib/terminfo", "/usr/share/terminfo", "/etc/terminfo"].contains {
      FileManager.default.fileExists(atPath: "\($0)/\(name.prefix(1))/\(name)")
    }
  }

  @Test("every terminal that the system knows", arguments: terminals)
  func terminal(_ name: String) throws {
    let session = try RawSession(environment: ["TERM=\(name)"])
    try session.start()
    session.type("]]")
    session.type("?")
    session.type("q")
    session.terminal.type("q")
    #expect(try session.end() == 0)
    #expect(!session.terminal.screen.unknown.contains { $0.hasPrefix("string") })
  }

  @Test("terminals that few systems know: by descriptions of our own", arguments: TerminalEntries.names)
  func describedTerminal(_ name: String) throws {
    let scratch = try Scratch()
    let session = try RawSession(
      120, 36, environment: ["TERM=\(name)", "TERMINFO=\(try TerminalEntries.compile(into: scratch))"], scratch: scratch
    )
    try session.start()
    #expect(session.terminal.screen.isAlternate && session.terminal.screen.marksPastes)
    #expect(session.terminal.screen.reportsMouse)
    session.type("]]")
    try session.expect("claim 3/")
    session.type("\u{1B}OB\u{1B}[6~")
    session.type("?")
    try session.expect("Keys")
    session.type("q")
    session.type("\u{1B}[<64;60;9M")
    #expect(String(decoding: session.terminal.heard, as: UTF8.self).contains("\u{1B}[38;5;"))
    try session.settle()
    // What was written piece by piece is what is written at once.
    let picture = session.picture
    session.type("\u{0C}")
    try session.settle()
    #expect(session.terminal.screen.difference(from: picture).isEmpty)
    try session.quit()
  }

  @Test("without Unicode there is none on the wire")
  func withoutUnicode() throws {
    let session = try RawSession(environment: ["LC_ALL=C"])
    try session.start("--lang=fr")
    for keys in ["]", "1", "3", "c", "\u{1B}", "s", "\u{1B}", "?", "q", "/é", "\u{1B}"] { session.type(keys) }
    try session.quit()
    #expect(session.terminal.heard.allSatisfy { $0 < 0x80 })
    for arguments in [["show"], ["--lang=fr", "show", "nowhere"]] {
      let other = try RawSession(environment: ["LC_ALL=C"])
      try other.start(command: [Program.path] + arguments)
      _ = try other.end()
      #expect(!other.terminal.heard.isEmpty && other.terminal.heard.allSatisfy { $0 < 0x80 })
    }
  }

  @Test("without colour there is none on the wire", arguments: [["--color=never"], []])
  func withoutColour(_ arguments: [String]) throws {
    let session = try RawSession(environment: ["NO_COLOR=1"])
    try session.start(list: arguments)
    session.type("]")
    let heard = String(decoding: session.terminal.heard, as: UTF8.self)
    #expect(!heard.contains("\u{1B}[38") && !heard.contains("\u{1B}[48"))
    try session.quit()
    let colourful = try RawSession(environment: ["NO_COLOR=1"])
    try colourful.start("--color=always")
    #expect(String(decoding: colourful.terminal.heard, as: UTF8.self).contains("\u{1B}[38;5;"))
  }

  // MARK: Mouse

  @Test("the mouse is asked for and answered, unless it is not wanted")
  func mouse() throws {
    let session = try RawSession(120, 36)
    try session.start()
    try session.expect("q quit")
    #expect(session.terminal.screen.reportsMouse)
    try session.settle()
    let rows = session.picture.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(rows.firstIndex { $0.hasPrefix("│") && $0.prefix(29).contains("Microsoft") })
    session.type("\u{1B}[<0;6;\(row + 1)M\u{1B}[<0;6;\(row + 1)m\r")
    try session.expect("only Microsoft")
    try session.quit()
    for way in [["--no-mouse"], []] {
      let other = try RawSession(120, 36)
      if way.isEmpty { try other.scratch.write(".config/suitor/config", "mouse off\n") }
      try other.start(list: way)
      #expect(!other.terminal.screen.reportsMouse)
      try other.quit()
    }
  }

  @Test("Ctrl-C and Ctrl-\\ end it, but not in what is pasted")
  func interrupts() throws {
    for (key, number) in [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)] {
      let session = try RawSession()
      try session.start()
      session.type("\u{1B}[200~a\(key)b\u{1A}\u{1B}[201~")
      session.type("]")
      try session.expect("claim 2/")
      session.terminal.type(key)
      #expect(try session.end() & 0x7F == number)
      session.expectRestored()
    }
  }

  // MARK: Copies

  @Test("y gives claim, chain and citation to clipboard and file, and says so")
  func copy() throws {
    let session = try RawSession()
    try session.scratch.write("a.txt", Self.claim)
    let notes = session.scratch.path("notes.txt")
    try session.start("--copy-to", notes, session.scratch.path("a.txt"))
    session.type("y")
    // Where the line breaks depends on the folder's name, which differs from run to run.
    let said = "sent to the terminal’s clipboard; appended to \(notes)."
    try session.expect(said) { picture in
      picture.filter { !$0.isWhitespace }.contains(said.filter { !$0.isWhitespace })
    }
    let sent = try #require(session.terminal.screen.clipboard.first.flatMap { Data(base64Encoded: $0) })
    let words = String(decoding: sent, as: UTF8.self)
    #expect(words.contains("“it would buy Acme”\nZed (indirect, asserted"))
    session.type("y")
    try session.quit()
    #expect(try String(contentsOfFile: notes, encoding: .utf8) == "\(words)\n\(words)\n")
  }

  @Test("what cannot be copied is said")
  func copyProblems() throws {
    let session = try RawSession(environment: ["TERM=linux"])
    try session.scratch.write("a.txt", Self.claim)
    try session.start(session.scratch.path("a.txt"))
    session.type("y")
    try session.expect("This terminal has no clipboard")
    #expect(session.terminal.screen.clipboard.isEmpty)
    session.terminal.type("q")
    #expect(try session.end() == 0)
    let other = try RawSession(120, 30)
    try other.scratch.write("a.txt", Self.claim)
    try other.start("--copy-to=/nowhere/at/all", other.scratch.path("a.txt"))
    other.type("y")
    try other.expect("not written to the file: No such file or directory: /nowhere/at/all")
    try other.quit()
    // However long the name, the reason is seen, at 80 columns too.
    let far = "/nowhere/" + String(repeating: "far/", count: 40) + "away"
    let narrow = try RawSession(80, 24)
    try narrow.scratch.write("a.txt", Self.claim)
    try narrow.start("--copy-to=\(far)", "--lang=fr", narrow.scratch.path("a.txt"))
    narrow.type("y")
    try narrow.expect("non écrite dans le fichier : No such file or directory:")
    try narrow.expect("/nowhere/far")
    try narrow.quit()
  }

  // MARK: Settings and places

  @Test("what is wrong with the settings is told by line, and does not stop the start")
  func settings() throws {
    let session = try RawSession(120, 36)
    try session.scratch.write(".config/suitor/config", "key Ctrl-N next-claim\nkey x fly\nink accent 61\nnonsense\n")
    try session.start()
    try session.expect(".config/suitor/config:2: there is no action called “fly”")
    #expect(String(decoding: session.terminal.heard, as: UTF8.self).contains("38;5;61"))
    session.type("\u{0E}")
    try session.expect("claim 2/")
    try session.quit()
    #expect(session.picture.contains(".config/suitor/config:2: there is no action called “fly”"))
    #expect(session.picture.contains(".config/suitor/config:4: there is no setting called “nonsense”"))
  }

  @Test(
    "what is wrong with the settings is told at the end, even if a signal is the end", arguments: [SIGTERM, SIGINT])
  func settingsAndSignal(_ number: Int32) throws {
    let session = try RawSession(120, 36)
    try session.scratch.write(".config/suitor/config", "nonsense\n")
    try session.start()
    kill(session.child, number)
    #expect(try session.end() & 0x7F == number)
    session.expectRestored()
    #expect(session.picture.contains(".config/suitor/config:1: there is no setting called “nonsense”"))
  }

  @Test(
    "where one was is found again, whatever has become of the file",
    arguments: [("", 0), ("garbage\n\u{0}\u{1B}[2J 1 2 3\n", 1), ("0123456789abcdef 1 1 1\n", 50_000)])
  func places(_ damage: String, _ times: Int) throws {
    let scratch = try Scratch()
    if times > 0 { try scratch.write(".local/state/suitor/places", String(repeating: damage, count: times)) }
    let session = try RawSession(scratch: scratch)
    try session.start()
    session.type("]]]")
    try session.expect("claim 4/")
    try session.settle()
    let picture = session.picture
    try session.quit()
    let next = try RawSession(scratch: scratch)
    try next.start()
    try next.expect("claim 4/")
    try next.settle()
    #expect(next.picture == picture)
    next.type("]")
    // The line drops: the place is kept all the same.
    next.terminal.hangUp()
    _ = try next.end()
    let last = try RawSession(scratch: scratch)
    try last.start()
    try last.expect("claim 5/")
    try last.quit()
    let folder = try FileManager.default.contentsOfDirectory(atPath: scratch.path(".local/state/suitor"))
    #expect(folder.sorted() == ["places", "read"])
  }

  @Test("places that cannot be kept are told once, on the terminal that was given back, and cost nothing else")
  func noPlaces() throws {
    let session = try RawSession(environment: ["XDG_STATE_HOME=/dev/null/nothing"])
    try session.start()
    session.type("]")
    try session.quit()
    let said = "where you were in each story is not kept: Not a directory: /dev/null/nothing/suitor/places"
    #expect(session.picture.split(separator: said, omittingEmptySubsequences: false).count == 2)
  }

  // MARK: Whatever comes

  /// Text that tries to take the terminal over, in all the forms that are known to have worked somewhere.
  private static let payloads = [
    "\u{1B}]0;owned\u{7}", "\u{1B}]2;owned\u{1B}\\", "\u{1B}]52;c;b3duZWQ=\u{7}",
    "\u{1B}]8;;http://owned\u{7}x\u{1B}]8;;\u{7}",
    "\u{1B}[2J", "\u{1B}[31m", "\u{1B}[6n", "\u{1B}[c", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_G\u{1B}\\", "\u{1B}^x\u{1B}\\",
    "\u{1B}c",
    "\u{1B}(0", "\u{1B}#8", "\u{1B}[?1049l", "\u{1B}[?2004l", "\u{1B}[20t", "\u{9B}2J", "\u{9D}0;owned\u{9C}",
    "\u{90}x\u{9C}",
    "\u{84}\u{85}\u{8D}", "\u{7}\u{8}\u{B}\u{C}\u{E}\u{F}\u{7F}", "\u{202E}\u{202D}\u{2066}\u{2069}\u{200F}",
    "\u{FEFF}\u{200B}\u{2060}",
    "\u{E0041}\u{E007F}", "\r\u{1B}[A",
  ]

  @Test("no payload reaches the terminal, wherever it enters")
  func payloads() throws {
    let all = Self.payloads.joined(separator: " and ")
    let session = try RawSession(140, 40)
    let name = "evil\u{1B}]2;owned\u{7}\u{9B}2J\u{202E}"
    let story = """
      Kicker \(all)

      Acme \(all) turns down Zed

      “We will \(all) not sell Acme”, Zed\(all) said on Monday. According to Reu\(all)ters, Acme \(all) Corp might buy Zed.

      (Photo: \(all))
      """
    try session.scratch.write("\(name)/\(name).txt", story)
    try session.scratch.write(
      "\(name)/raw.txt", Data("Zed said ".utf8) + Data(0x80...0xFF) + Data(" it would buy Acme.\n".utf8))
    try session.scratch.write("\(name)/\(name)-empty.txt", "")
    try session.scratch.write(
      ".config/suitor/config", "\(all)\nkey \(all) \(all)\nkey \u{9B}2J quit\nink \u{1B}[2J 3\n")
    try session.start("--copy-to", "/nowhere/\(name)", session.scratch.path(name), session.scratch.path("gone\(name)"))
    for keys in [
      "1", "j", "\r", "3", "j", "\u{1B}", "c", "j", "\u{1B}", "s", "j", "k", "\r", "2", "]", "y", "u", "j", "\u{1B}",
      "?",
      "q", ">", "<",
      "4", "z",
    ] {
      session.type(keys)
    }
    session.type("/")
    session.type("\u{1B}[200~\(all.replacing("\u{1B}[201~", with: ""))\u{1B}[201~")
    session.type("\u{9B}\u{202E}\r")
    session.type("G")
    #expect(session.picture.contains("␛") || session.picture.contains("�"))
    session.terminal.type("q")
    #expect(try session.end() >> 8 == 1)
    session.expectRestored()
    // Nothing that was not asked for by y, which is pressed once; and nothing that would be obeyed where it is pasted.
    #expect(session.terminal.screen.clipboard.count == 1)
    let copied = session.terminal.screen.clipboard.first.flatMap { Data(base64Encoded: $0) } ?? Data()
    let controls = String(decoding: copied, as: UTF8.self).unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0.properties.isBidiControl
    }
    #expect(!copied.isEmpty && controls.isEmpty)
    for arguments in [
      ["show", session.scratch.path(name)], ["show", "--lang=\(all)"], ["--\(all)"],
      ["show", session.scratch.path("gone\(name)")],
    ] {
      let other = try RawSession(scratch: session.scratch)
      try other.start(command: [Program.path] + arguments)
      _ = try other.end()
      other.expectRestored()
      #expect(other.terminal.screen.clipboard.isEmpty)
    }
  }

  @Test("a signal leaves the shell nothing of what the terminal was asked")
  func signalWhileTheTerminalIsAsked() throws {
    let session = try RawSession()
    session.terminal.isDumb = true
    try session.start()
    session.terminal.type("j")
    let question = Array("\u{1B}[c".utf8)
    for _ in 0..<100 where session.terminal.heard.firstRange(of: question) == nil { session.terminal.listen(limit: 50) }
    #expect(session.terminal.heard.firstRange(of: question) != nil)
    kill(session.child, SIGTERM)
    // A line on which an answer takes a moment.
    usleep(10_000)
    session.terminal.type("\u{1B}[?64;1;2;6c")
    #expect(try session.end() & 0x7F == SIGTERM)
    session.expectRestored()
    // What a shell would read: a line is counted once it has its end.
    session.terminal.type("\n")
    for _ in 0..<1_000 where session.terminal.unread == 0 { usleep(1_000) }
    #expect(session.terminal.unread == 1)
  }

  /// How many keys the walk presses: some by default, 100,000 with `SUITOR_WALK=100000`.
  private static let steps = Int(ProcessInfo.processInfo.environment["SUITOR_WALK"] ?? "") ?? 1_000

  @Test("random keys, resizes and signals leave no stale cell and nothing hanging")
  func walk() throws {
    var random = SplitMix(state: 20_240_229)
    let session = try RawSession()
    session.terminal.hasMargins = true
    for number in 0..<4 {
      let bytes = random.hostileBytes(count: 400).filter { $0 != 0 }
      try session.scratch.write("stories/\(number).txt", Data("Zed said it would buy Acme. ".utf8) + Data(bytes))
    }
    try session.start(session.scratch.path("stories"))
    let keys =
      Array("]]]jjkk[}{mMcs?/n N1234z<>y gGbJK\r\t\u{1B}\u{0C}\u{0F}\u{10}\u{04}\u{15}").map(String.init)
      + [
        "\u{1B}[A", "\u{1B}[B", "\u{1B}[1;3D", "\u{1B}[1;3C", "\u{1B}[5~", "\u{1B}[6~", "\u{1B}[<64;30;9M",
        "\u{1B}[<65;9;9M",
      ]
    var done = 0
    while done < Self.steps {
      let burst = Int.random(in: 1...40, using: &random)
      done += burst
      for _ in 0..<burst {
        // A q in the panes would end it, so that it never comes; an Esc is followed by nothing that would join it.
        session.terminal.type(keys.randomElement(using: &random) ?? "j")
        if Int.random(in: 0..<12, using: &random) == 0 {
          let (width, height) = (Int.random(in: 20...150, using: &random), Int.random(in: 5...50, using: &random))
          session.terminal.resize(Size(width: width, height: height))
          kill(session.child, SIGWINCH)
        }
        if Int.random(in: 0..<60, using: &random) == 0 { kill(session.child, SIGCONT) }
        session.terminal.settle()
      }
      // A key that does nothing, so that no message stands that the next one would take away; not so soon that an Esc
      // before it would join it.
      try session.settle()
      session.terminal.type("\u{1B}[20~")
      try session.settle()
      let before = session.terminal.screen
      session.terminal.type("\u{0C}")
      try session.settle()
      try #require(kill(session.child, 0) == 0)
      let screen = session.terminal.screen
      try #require(screen.difference(from: before.picture).isEmpty, "after \(done) keys at \(screen.size)")
      try #require(screen.differenceInLooks(from: before).isEmpty, "after \(done) keys at \(screen.size)")
      try #require(session.terminal.screen.unknown.isEmpty)
    }
    kill(session.child, SIGTERM)
    #expect(try session.end() & 0x7F == SIGTERM)
    session.expectRestored()
  }
}
