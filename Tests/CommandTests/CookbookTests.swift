import Display
import Foundation
import Testing

@testable import Reader

/// The jobs of `docs/cookbook.md`, done as it says. To have it say what comes out now:
/// `SUITOR_WRITE_DOCS=1 swift test --filter CookbookTests`
@Suite("Cookbook", .serialized) struct CookbookTests {
  private static let jobs = (try? Cookbook().jobs) ?? []

  private static func isHere(_ program: String) -> Bool {
    program == "tmux" ? Tmux.program != nil : Outsider(program) != nil
  }

  private static let possible = jobs.filter { $0.needs.allSatisfy(isHere) }
  private static let missing = Set(jobs.flatMap(\.needs)).filter { !isHere($0) }.sorted()

  @Test("there are at least a dozen jobs, and something is done in each")
  func isWhole() {
    #expect(Self.jobs.count >= 12)
    for job in Self.jobs { #expect(!job.blocks.isEmpty, "\(job)") }
  }

  @Test(
    "every program that a job takes is here", .enabled(if: missing.isEmpty, "skipped: not all of them are installed"))
  func allPossible() { #expect(Self.possible.count == Self.jobs.count) }

  @Test("what the book says comes out", arguments: possible)
  func comesOut(_ job: Cookbook.Job) throws {
    let tmux = job.hasKeys ? try Tmux(columns: 100, rows: 30) : nil
    let scratch = try tmux?.scratch ?? Scratch()
    // A copy: jobs write where the stories are.
    try FileManager.default.copyItem(
      atPath: Cookbook.path.replacing("docs/cookbook.md", with: "Data/stories"), toPath: scratch.path("stories"))
    try FileManager.default.createDirectory(atPath: scratch.path("bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: scratch.path("bin/suitor"), withDestinationPath: Program.path)
    var done: [(Cookbook.Command, [String])] = []
    for block in job.blocks {
      switch block {
      case .shell(let commands):
        for command in commands { done.append((command, try run(command, scratch))) }
      case .keys(let command, let steps):
        try press(steps, after: command, in: try #require(tmux))
      }
    }
    guard ProcessInfo.processInfo.environment["SUITOR_WRITE_DOCS"] != nil else { return }
    let text = try String(contentsOfFile: Cookbook.path, encoding: .utf8)
    try Cookbook.written(text, done).write(toFile: Cookbook.path, atomically: true, encoding: .utf8)
  }

  @Test("a book is read as it is written, and only what it says is taken for what comes out")
  func form() throws {
    let text = """
      ## One
      ```sh
      $ echo a |
      > cat
      a
      …
      z
      ```
      ```keys
      $ suitor x
      / 'two words' Enter → shown
      ```
      """
    let job = try #require(Cookbook(text).jobs.first)
    guard case .shell(let commands) = job.blocks[0], case .keys(let line, let steps) = job.blocks[1] else {
      Issue.record("\(job.blocks)")
      return
    }
    #expect(commands.map(\.words) == ["echo a |\ncat"] && line == "suitor x" && job.needs == ["tmux"])
    #expect(steps.map(\.keys) == [["/", "two words", "Enter"]] && steps[0].shows == "shown")
    let command = commands[0]
    #expect(command.matches(["a", "b", "c", "z"]) && command.matches(["a", "z", "z"]))
    for wrong in [["a", "z"], ["a", "b"], ["b", "b", "z"], ["a", "b", "z", "c"], []] {
      #expect(!command.matches(wrong))
    }
    #expect(command.told(["1", "2", "3", "4"]) == ["1", "…", "4"] && command.told(["1", "2"]) == ["1", "2"])
    #expect(Cookbook.written(text, [(command, ["1", "2", "3"])]) == text.replacing("a\n…\nz", with: "1\n…\n3"))
  }

  private func run(_ command: Cookbook.Command, _ scratch: Scratch) throws -> [String] {
    let environment = [
      "PATH": "\(scratch.path("bin")):/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": scratch.url.path,
    ]
    let result = try Program.run(
      "-c", "exec 2>&1\n\(command.words)", environment: environment, folder: scratch.url, program: "/bin/sh")
    #expect(result.code == 0, "\(command.words)\n\(result.output)")
    var printed = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if printed.last == "" { printed.removeLast() }
    if ProcessInfo.processInfo.environment["SUITOR_WRITE_DOCS"] == nil {
      #expect(command.matches(printed), "\(command.words)\nprints\n\(result.output)")
    }
    return printed
  }

  private func press(_ steps: [Cookbook.Step], after command: String, in tmux: Tmux) throws {
    let place = tmux.scratch.url.path
    try tmux.type("clear; HOME=\(place) PATH=\(place)/bin:$PATH \(command)\n")
    try tmux.expect("q quit")
    for step in steps {
      for word in step.keys {
        if let key = Key(named: word) {
          try tmux.press(key)
        } else {
          try tmux.type(word)
        }
      }
      let wanted = oneLine(step.shows)
      try tmux.expect("\(step.keys.joined(separator: " ")) → \(step.shows)") { screen in
        screen.split(separator: "\n").contains { oneLine(String($0)).contains(wanted) }
      }
    }
  }
}
