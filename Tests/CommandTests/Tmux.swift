import Foundation
import Testing

/// A real terminal with a shell in it: a tmux of its own that nobody looks at.
final class Tmux {
  /// Where tmux is; `nil` if it is not installed.
  static let program = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  /// What a skipped test says.
  static let missing: Comment = "skipped: tmux is not installed"

  /// A folder for the test's files, where the shell is too.
  let scratch: Scratch
  private var server = Process()

  /// Opens a terminal; `environment` are words of the shell's `env`.
  init(columns: Int = 120, rows: Int = 36, environment: [String] = []) throws {
    scratch = try Scratch()
    // The server is a child of its own: one that a client starts would keep files open that tell of the client's end.
    server = process("-D", "-f", "/dev/null")
    server.standardOutput = FileHandle.nullDevice
    // Tests run on threads that block signals, and a child is born with what its thread blocks: a server that no signal
    // reaches is told of no child's end, and outlives the test with all that runs in it.
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try server.run()
    for _ in 0..<400 where !FileManager.default.fileExists(atPath: scratch.path("tmux")) {
      Thread.sleep(forTimeInterval: 0.02)
    }
    let shell =
      "env -i \(Program.sanitizerOptions.joined(separator: " ")) PATH=/usr/bin:/bin LC_ALL=C.UTF-8 PS1='$ ' TERM=tmux-256color \(environment.joined(separator: " ")) sh -i"
    try tmux(
      "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", scratch.url.path, shell)
    try expect("$")
  }

  deinit {
    _ = try? tmux("kill-server")
    server.terminate()
  }

  /// Types a command into the shell; `suitor` in it is the program under test.
  func shell(_ command: String) throws { try type(command.replacing("suitor", with: Program.path) + "\n") }

  /// Types `text` as it is.
  func type(_ text: String) throws {
    if text.hasSuffix("\n") {
      try tmux("send-keys", "-l", "--", String(text.dropLast()))
      try tmux("send-keys", "Enter")
    } else {
      try tmux("send-keys", "-l", "--", text)
    }
  }

  /// Presses keys by the names that tmux has for them.
  func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

  /// Makes the window as large as this.
  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What the terminal shows, without the spaces at line ends.
  func screen() throws -> String { try tmux("capture-pane", "-p") }

  /// Has programs in the terminal set its clipboard.
  func acceptClipboard() throws { try tmux("set-option", "-s", "set-clipboard", "on") }

  /// What the terminal's clipboard holds.
  func clipboard() throws -> String { try tmux("show-buffer") }

  /// The value of one of tmux's own variables for the terminal.
  func variable(_ name: String) throws -> String {
    try tmux("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen is as `wanted`, and fails with a picture of it if it never is.
  func expect(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, _ wanted: (String) -> Bool
  ) throws {
    var picture = ""
    // Much longer than it ever takes: only a failing test waits for all of it.
    for _ in 0..<400 {
      picture = try screen()
      if wanted(picture) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    Issue.record("never seen: \(what); the screen is\n\(picture)", sourceLocation: sourceLocation)
    throw NeverSeen()
  }

  /// Waits until `text` is on the screen.
  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try expect("“\(text)”", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// A picture that was waited for did not come.
  struct NeverSeen: Error {}

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    let process = process(arguments)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private func process(_ arguments: String...) -> Process { process(arguments) }

  private func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program ?? "tmux")
    process.arguments = ["-u", "-S", scratch.path("tmux")] + arguments
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color"]
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    return process
  }
}
