import Foundation

/// `docs/cookbook.md` as a list of jobs, with what is typed in them and what is to come of it.
///
/// A job is a heading with what follows it. In a block of `sh` a line that begins with `$ ` is a command, which goes on in
/// lines that begin with `> `, and the lines below it are what it prints; `…` alone on a line stands for lines that are left
/// out. In a block of `keys` the first line starts the reader, and then come keys, several spaces, an
/// arrow and what a line of the screen then shows; what is to be typed as it is stands in quotation marks.
struct Cookbook {
  /// A job.
  struct Job: CustomStringConvertible, Sendable {
    /// Its heading.
    var title: String
    /// Its blocks, in order.
    var blocks: [Block] = []

    var description: String { title }

    /// The programs of others that it takes.
    var needs: [String] {
      let words = Set(blocks.flatMap(\.commands).joined(separator: " ").split { !$0.isLetter }.map(String.init))
      return (["jq", "groff", "pdftotext", "column"] + (hasKeys ? ["tmux"] : [])).filter {
        words.contains($0) || $0 == "tmux"
      }
    }

    /// Whether keys are pressed in it.
    var hasKeys: Bool { blocks.contains { if case .keys = $0 { true } else { false } } }
  }

  /// What is typed together.
  enum Block: Sendable {
    case shell([Command])
    case keys(command: String, [Step])

    /// The commands in it.
    var commands: [String] {
      switch self {
      case .shell(let commands): commands.map(\.words)
      case .keys(let command, _): [command]
      }
    }
  }

  /// A command and what it prints, line by line.
  struct Command: Sendable {
    var words: String
    var output: [String]

    /// Whether `printed` is what is to be printed.
    func matches(_ printed: [String]) -> Bool { Self.matches(output[...], printed[...]) }

    private static func matches(_ wanted: ArraySlice<String>, _ printed: ArraySlice<String>) -> Bool {
      guard let first = wanted.first else { return printed.isEmpty }
      guard first == Cookbook.gap else {
        return printed.first == first && matches(wanted.dropFirst(), printed.dropFirst())
      }
      // At least one line is left out.
      return printed.indices.contains { matches(wanted.dropFirst(), printed[($0 + 1)...]) }
    }

    /// What the block says of `printed`, with as many lines left out in the same place.
    func told(_ printed: [String]) -> [String] {
      guard let gap = output.firstIndex(of: Cookbook.gap) else { return printed }
      let (head, tail) = (output[..<gap].count, output[(gap + 1)...].count)
      return printed.count <= head + tail ? printed : printed.prefix(head) + [Cookbook.gap] + printed.suffix(tail)
    }
  }

  /// Keys that are pressed, and what the screen shows after them.
  struct Step: Sendable {
    var keys: [String]
    var shows: String
  }

  /// What stands for lines that are left out.
  static let gap = "…"
  /// Where it is.
  static let path = #filePath.replacing("Tests/CommandTests/Cookbook.swift", with: "docs/cookbook.md")

  /// The jobs, in order.
  var jobs: [Job] = []

  /// Reads the file.
  init() throws { self.init(try String(contentsOfFile: Self.path, encoding: .utf8)) }

  /// Reads a text.
  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    while let line = lines.popFirst() {
      if line.hasPrefix("## ") { jobs.append(Job(title: String(line.dropFirst(3)))) }
      guard line.hasPrefix("```") else { continue }
      let block = Array(lines.prefix { $0 != "```" })
      lines = lines.dropFirst(block.count + 1)
      switch line {
      case "```sh": add(.shell(Self.commands(block)))
      case "```keys": add(.keys(command: String(block[0].dropFirst(2)), block.dropFirst().map(Self.step)))
      default: continue
      }
    }
  }

  private mutating func add(_ block: Block) {
    if !jobs.isEmpty { jobs[jobs.count - 1].blocks.append(block) }
  }

  private static func commands(_ lines: [String]) -> [Command] {
    var commands: [Command] = []
    for line in lines {
      if line.hasPrefix("$ ") {
        commands.append(Command(words: String(line.dropFirst(2)), output: []))
      } else if let last = commands.last, last.output.isEmpty, line.hasPrefix("> ") {
        commands[commands.count - 1].words += "\n" + line.dropFirst(2)
      } else if !commands.isEmpty {
        commands[commands.count - 1].output.append(line)
      }
    }
    return commands
  }

  private static func step(_ line: String) -> Step {
    let parts = line.split(separator: " → ", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
    // A word in quotation marks is typed as it is, blanks and all.
    let keys = parts[0].matches(of: #/'([^']+)'|\S+/#).map { String($0.output.1 ?? $0.output.0) }
    return Step(keys: keys, shows: parts.count > 1 ? parts[1] : "")
  }

  /// `text` with the output of each of `commands` put in the place of what it says now.
  static func written(_ text: String, _ commands: [(command: Command, printed: [String])]) -> String {
    commands.reduce(text) { text, each in
      let command = each.command
      let head = "$ " + command.words.replacing("\n", with: "\n> ") + "\n"
      guard let place = text.range(of: head + command.output.map { $0 + "\n" }.joined()) else { return text }
      return text.replacingCharacters(in: place, with: head + command.told(each.printed).map { $0 + "\n" }.joined())
    }
  }
}
