import Foundation
import Testing

/// A program that is not ours and reads what ours writes.
struct Outsider {
  /// Where it is.
  let path: String

  /// The program called `name`; `nil` if it is not installed.
  init?(_ name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { return nil }
    path = found
  }

  /// Python, with its own readers of CSV and JSON.
  static let python = Outsider("python3")
  /// What a skipped test says.
  static let noPython: Comment = "skipped: python3 is not installed"

  /// Runs it in `folder`, with `input` on its standard input.
  func run(_ arguments: String..., input: String = "", folder: URL? = nil) throws -> Program.Result {
    try run(list: arguments, input: input, folder: folder)
  }

  /// Runs it with the arguments of `list`.
  func run(list arguments: [String], input: String = "", folder: URL? = nil) throws -> Program.Result {
    var environment = ProcessInfo.processInfo.environment
    environment["LC_ALL"] = "C.UTF-8"
    return try Program.run(
      list: arguments, input: Data(input.utf8), environment: environment, folder: folder, program: path)
  }

  /// Runs a script of Python, which fails by an assertion, and expects it to end well.
  static func check(
    _ script: String, _ arguments: String..., input: String = "", folder: URL? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let result = try #require(python).run(list: ["-c", script] + arguments, input: input, folder: folder)
    #expect(result.code == 0, "\(result.output)\(result.errors)", sourceLocation: sourceLocation)
    // A script that looked at nothing proves nothing.
    #expect(result.output.contains("checked"), "\(result.output)", sourceLocation: sourceLocation)
  }
}
