import Foundation

/// The program under test, run as a person or a script runs it.
enum Program {
  /// The binary that `SUITOR_BINARY` names, else the one that stands beside the tests' own.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SUITOR_BINARY"] { return URL(fileURLWithPath: named).path }
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("suitor").path
  }()

  /// What a sanitizer that is built in is told, as words of an environment, so that the tests and the program under test have
  /// the same.
  static let sanitizerOptions = ["ASAN_OPTIONS", "TSAN_OPTIONS"].compactMap { name in
    ProcessInfo.processInfo.environment[name].map { "\(name)=\($0)" }
  }

  /// How a run of the program ended.
  struct Result {
    var code: Int32
    var output: String
    var errors: String

    /// The `file` of each line of an export.
    func files() throws -> [String] {
      try output.split(separator: "\n").map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["file"] as? String ?? "no file: \(line)"
      }
    }
  }

  /// Runs `suitor ARGUMENTS` with `input` on standard input; `nil` is /dev/null.
  static func run(
    _ arguments: String..., input: Data? = nil, environment: [String: String] = [:], folder: URL? = nil,
    program: String = path
  ) throws -> Result {
    try run(list: arguments, input: input, environment: environment, folder: folder, program: program)
  }

  /// Runs the program with the arguments of `list`.
  static func run(
    list arguments: [String], input: Data? = nil, environment: [String: String] = [:], folder: URL? = nil,
    program: String = path
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    // Nothing of the machine's own settings, so that a person's LANG changes no test.
    process.environment = environment
    process.currentDirectoryURL = folder
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    let writer = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : writer
    try process.run()
    if let input {
      DispatchQueue.global().async {
        // The program may end before it has read all of it.
        try? writer.fileHandleForWriting.write(contentsOf: input)
        try? writer.fileHandleForWriting.close()
      }
    }
    // Both are read at once: a pipe that fills up would stop the program.
    let said = Box()
    let reading = DispatchQueue(label: "errors")
    reading.async { said.data = errors.fileHandleForReading.readDataToEndOfFile() }
    let printed = output.fileHandleForReading.readDataToEndOfFile()
    reading.sync {}
    process.waitUntilExit()
    return Result(
      code: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
      errors: String(decoding: said.data, as: UTF8.self))
  }

  /// Runs the program with nothing to read and nobody to hear it; the most memory that it ever had, in kilobytes.
  static func mostMemory(_ arguments: [String]) throws -> Int {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for file in [STDIN_FILENO, STDOUT_FILENO] {
      posix_spawn_file_actions_addopen(&actions, file, "/dev/null", O_RDWR, 0)
    }
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child = pid_t()
    guard posix_spawn(&child, path, &actions, nil, words, [nil]) == 0 else { throw POSIXError(.ENOENT) }
    // The system's own sum of what a process has used begins with what its parent had.
    var (status, most) = (Int32(), 0)
    while waitpid(child, &status, WNOHANG) == 0 {
      let lines = (try? String(contentsOfFile: "/proc/\(child)/status", encoding: .utf8))?.split(separator: "\n") ?? []
      let peak = lines.first { $0.hasPrefix("VmHWM:") }
      most = max(most, peak.flatMap { Int($0.filter(\.isNumber)) } ?? 0)
      usleep(500)
    }
    guard status == 0 else { throw POSIXError(.ECHILD) }
    // It was over before it was looked at, but for its first page.
    return most < 1000 ? try mostMemory(arguments) : most
  }

  private final class Box: @unchecked Sendable { var data = Data() }
}

/// A folder for one test, which goes with it.
final class Scratch {
  /// The folder.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent("suitor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of the entry called `name`.
  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file and the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ content: Data) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
    return file.path
  }

  /// Writes a text file and the folders above it, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String = "Acme said it would buy Zed.\n") throws -> String {
    try write(name, Data(text.utf8))
  }
}
