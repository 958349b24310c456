import Display
import Glibc

/// A pseudo-terminal whose other side is a screen of a simple kind: what xterm would show, without its looks.
package final class PseudoTerminal {
  /// The side that a program takes for its terminal.
  package let program: CInt
  private var person: CInt
  private let name: String
  private var buffer = [UInt8](repeating: 0, count: 65536)
  private var drain: Drain?
  package private(set) var screen: ScreenModel
  /// Whether the screen has left and right margins, and says so.
  package var hasMargins = false
  /// Whether it answers nothing.
  package var isDumb = false
  /// All that the program has written since this was last emptied.
  package var heard: [UInt8] = []

  /// Opens one for a program of its own, or for the process at hand, whose environment is then made to fit.
  package init(_ size: Size, forThisProcess: Bool) throws {
    if forThisProcess {
      setenv("TERM", "xterm-256color", 1)
      setenv("LC_ALL", "C.UTF-8", 1)
      for name in ["NO_COLOR", "TMUX", "STY"] { unsetenv(name) }
    }
    // Linux's own way; Glibc's Swift module leaves out posix_openpt and what belongs to it.
    let unlock: UInt = 0x4004_5431
    let askNumber: UInt = 0x8004_5430
    person = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var number: CInt = 0
    guard person >= 0, ioctl(person, unlock, &number) == 0, ioctl(person, askNumber, &number) == 0 else {
      throw Failure.noPseudoTerminal
    }
    name = "/dev/pts/\(number)"
    program = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    _ = fcntl(person, F_SETFL, O_NONBLOCK)
    screen = ScreenModel(size)
    resize(size)
    // Who writes and reads on one thread would wait for itself as soon as the system's buffer is full.
    if forThisProcess { drain = try Drain(person) }
  }

  package enum Failure: Error { case noPseudoTerminal, noProgram }

  deinit {
    hangUp()
    close(program)
  }

  package func resize(_ size: Size) {
    var size = winsize(ws_row: UInt16(size.height), ws_col: UInt16(size.width), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(person, UInt(TIOCSWINSZ), &size)
    screen.resize(Size(width: Int(size.ws_col), height: Int(size.ws_row)))
  }

  /// Starts a program in a session of its own whose terminal this is; `environment` is all that it has of one.
  package func run(_ command: [String], environment: [String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that the head of a session opens becomes the session's own.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // Glibc's Swift module leaves out the flag for a session of its own.
    let ownSession = 0x80
    posix_spawnattr_setflags(&attributes, Int16(ownSession | Int(POSIX_SPAWN_SETSIGMASK)))
    let words = command.map { strdup($0) } + [nil]
    let settings = environment.map { strdup($0) } + [nil]
    defer { for string in words + settings { free(string) } }
    var child = pid_t()
    guard posix_spawn(&child, command[0], &actions, &attributes, words, settings) == 0 else { throw Failure.noProgram }
    return child
  }

  /// Waits until nothing has come for `quiet` milliseconds, for `limit` milliseconds at most; whether anything came.
  @discardableResult
  package func listen(quiet: Int = 60, limit: Int = 20_000) -> Bool {
    var heard = false
    var left = limit
    while left > 0 {
      var file = pollfd(fd: person, events: Int16(POLLIN), revents: 0)
      let wait = heard ? quiet : min(left, 100)
      if poll(&file, 1, CInt(wait)) > 0 {
        if settle() == 0 { return heard }
        heard = true
      } else if heard {
        return true
      } else {
        left -= wait
      }
    }
    return heard
  }

  package func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(person, bytes, bytes.count)
  }

  package func hangUp() {
    drain?.stop()
    if person >= 0 { close(person) }
    person = -1
  }

  /// Takes what the program has written, and says how many bytes that were.
  @discardableResult
  package func settle() -> Int {
    defer { answer() }
    if let bytes = drain?.take() {
      screen.feed(bytes)
      heard += bytes
      return bytes.count
    }
    var count = 0
    while true {
      let some = read(person, &buffer, buffer.count)
      guard some > 0 else { break }
      screen.feed(buffer[..<some])
      heard += buffer[..<some]
      count += some
    }
    return count
  }

  /// Answers what the program has asked, as an xterm or as a VT100.
  private func answer() {
    for question in screen.takeQuestions() where !isDumb {
      let kind = hasMargins ? "\u{1B}[?64;1;2;6;9;15;18;21;22c" : "\u{1B}[?1;2c"
      type(question == "c" ? kind : "\u{1B}[?69;\(hasMargins ? 2 : 0)$y")
    }
  }

  /// The bytes that were typed and that the program has not read yet.
  package var unread: Int {
    var count: CInt = 0
    let ask: UInt = 0x541B
    _ = ioctl(program, ask, &count)
    return Int(count)
  }

  package var modes: [UInt8] {
    var modes = termios()
    tcgetattr(program, &modes)
    return withUnsafeBytes(of: &modes) { Array($0) }
  }
}
