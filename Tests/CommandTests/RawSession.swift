import Display
import Foundation
import TestSupport
import Testing

/// The program in a raw pseudo-terminal, where every byte and signal counts.
final class RawSession {
  /// The terminal.
  let terminal: PseudoTerminal
  /// A folder for the test's files, which is the program's home.
  let scratch: Scratch
  private(set) var child: pid_t = 0
  private let modes: [UInt8]
  private let environment: [String]

  /// Opens a terminal; `environment` goes beside what every program has of one.
  init(_ width: Int = 100, _ height: Int = 30, environment: [String] = [], scratch: Scratch? = nil) throws {
    self.scratch = try scratch ?? Scratch()
    terminal = try PseudoTerminal(Size(width: width, height: height), forThisProcess: false)
    modes = terminal.modes
    let usual = ["TERM=xterm-256color", "LC_ALL=C.UTF-8", "PATH=/usr/bin:/bin", "HOME=\(self.scratch.url.path)"]
    let given = Set(environment.map { $0.prefix { $0 != "=" } })
    self.environment =
      usual.filter { !given.contains($0.prefix { $0 != "=" }) } + Program.sanitizerOptions + environment
  }

  deinit {
    if child > 0 {
      kill(child, SIGKILL)
      var status: Int32 = 0
      waitpid(child, &status, 0)
    }
  }

  /// Starts `suitor ARGUMENTS` and waits until it has read all stories.
  func start(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws {
    try start(list: arguments, sourceLocation: sourceLocation)
  }

  /// Starts the program with the arguments of `list`, and waits until it has read all stories.
  func start(list arguments: [String], sourceLocation: SourceLocation = #_sourceLocation) throws {
    try start(command: [Program.path] + arguments)
    try expect("the first picture", sourceLocation: sourceLocation) { picture in
      // The story that shows may still be read as well as others.
      let waits = picture.contains("being read") || picture.contains("Lecture de l’article")
      return picture.hasPrefix(" suitor") && !waits && !picture.contains(/(reading|lecture) [0-9]/)
    }
  }

  /// Starts a command and waits for what it shows first.
  func start(command: [String]) throws {
    terminal.heard = []
    child = try terminal.run(command, environment: environment)
    terminal.listen(quiet: 150)
  }

  /// Types `text` and waits for the answer.
  func type(_ text: String) {
    terminal.type(text)
    terminal.listen(limit: 400)
  }

  /// How often each thread of the program has been woken up.
  func wakeUps() throws -> [String] {
    let folder = "/proc/\(child)/task"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { task in
      let status = try String(contentsOfFile: "\(folder)/\(task)/status", encoding: .utf8)
      return task + status.split(separator: "\n").filter { $0.contains("ctxt_switches") }.joined()
    }
  }

  /// Waits until the program has answered all that there was to answer: until it sleeps and nothing wakes it.
  func settle() throws {
    for _ in 0..<200 {
      let before = try wakeUps()
      // Longer than any wait of its own for the rest of a key.
      usleep(60_000)
      let sleeps = try String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8).contains(") S ")
      if terminal.settle() == 0, terminal.unread == 0, sleeps, try wakeUps() == before { return }
    }
  }

  /// What the screen shows.
  var picture: String { terminal.screen.picture }

  /// Waits until the screen shows `text`.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expect(text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Waits until the screen is as `wanted`.
  func expect(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ wanted: (String) -> Bool
  ) throws {
    for _ in 0..<400 {
      if wanted(picture) { return }
      terminal.listen(limit: 50)
    }
    Issue.record("never seen: \(what); the screen is\n\(picture)", sourceLocation: sourceLocation)
    throw Tmux.NeverSeen()
  }

  /// Waits for the end of the program, and takes what it writes meanwhile if `listening`; the status as `wait` gives it.
  func end(listening: Bool = true, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    var status: Int32 = 0
    for _ in 0..<2000 {
      if listening { terminal.settle() }
      if waitpid(child, &status, WNOHANG) == child {
        child = 0
        if listening { terminal.settle() }
        return status
      }
      usleep(10_000)
    }
    Issue.record("it never ended", sourceLocation: sourceLocation)
    throw Tmux.NeverSeen()
  }

  /// Expects that the terminal is as it was before.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) {
    let screen = terminal.screen
    #expect(!screen.isAlternate && screen.cursorIsVisible, sourceLocation: sourceLocation)
    #expect(!screen.marksPastes && !screen.reportsMouse, sourceLocation: sourceLocation)
    #expect(screen.unknown.isEmpty, sourceLocation: sourceLocation)
    #expect(terminal.modes == modes, sourceLocation: sourceLocation)
  }

  /// Whether the terminal has the modes that it had before.
  var hasModesBack: Bool { terminal.modes == modes }

  /// Quits and expects exit code 0 and the terminal as it was.
  func quit(sourceLocation: SourceLocation = #_sourceLocation) throws {
    terminal.type("q")
    #expect(try end(sourceLocation: sourceLocation) == 0, sourceLocation: sourceLocation)
    expectRestored(sourceLocation: sourceLocation)
  }
}
