import Foundation
import Testing

@testable import suitor

/// The manual and the completions, which are made of the tables that parse command line, keys and settings.
@Suite("Manual and completions") struct ManualTests {
  private static let folder = #filePath.replacing("Tests/CommandTests/ManualTests.swift", with: "docs/")

  /// Every page, by its path below docs.
  private static let pages: [(path: String, text: String)] = [
    ("man/suitor.1", Manual.program(.english)), ("man/suitor-config.5", Manual.settings(.english)),
    ("man/fr/suitor.1", Manual.program(.french)), ("man/fr/suitor-config.5", Manual.settings(.french)),
  ]

  private static let scripts: [(path: String, text: String)] = [
    ("completions/suitor.bash", Completions.bash), ("completions/_suitor", Completions.zsh),
    ("completions/suitor.fish", Completions.fish),
  ]

  private func path(_ name: String) -> String { Self.folder + name }

  @Test("what is kept is what the tables say", arguments: (pages + scripts).map(\.path))
  func isCurrent(_ name: String) throws {
    let made = try #require((Self.pages + Self.scripts).first { $0.path == name }).text
    // To write them anew after a change of a table: SUITOR_WRITE_DOCS=1 swift test --filter ManualTests
    if ProcessInfo.processInfo.environment["SUITOR_WRITE_DOCS"] != nil {
      let folder = URL(fileURLWithPath: path(name)).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try made.write(toFile: path(name), atomically: true, encoding: .utf8)
    }
    let kept = try? String(contentsOfFile: path(name), encoding: .utf8)
    #expect(kept == made, "docs/\(name) is not what the tables say")
  }

  @Test("the manual names every command, option, key, setting and action")
  func isWhole() {
    for page in Self.pages {
      // As it is read, not as it is written.
      let text = page.text.replacing("\\-", with: "-").replacing("\\(dq", with: "\"")
      if page.path.hasSuffix(".1") {
        for row in OptionRow.all { #expect(text.contains("\n.B \(row.usage.drop { $0 == " " })\n"), "\(row.usage)") }
        for command in Options.Command.allCases {
          #expect(text.contains("suitor" + (command == .read ? "" : " \(command.rawValue)")))
        }
      } else {
        for row in SettingRow.all { #expect(text.contains("\n.B \(row.name) "), "\(row.name)") }
        #expect(text.contains("\n.B next-claim\n") && text.contains("\n.B open-outside\n"))
      }
    }
  }

  @Test("every setting of the table is one, and no other")
  func settings() {
    for row in SettingRow.all {
      let problems = Settings(Array("\(row.name) ?\n".utf8)).problems
      #expect(problems.count == 1 && !problems[0].wording.english.contains("no setting called"), "\(row.name)")
    }
    #expect(Settings(Array("colour on\n".utf8)).problems[0].wording.english.contains("but theme, color, mouse"))
  }

  @Test(
    "mandoc finds nothing to complain about",
    .enabled(if: Outsider("mandoc") != nil, "skipped: mandoc is not installed"))
  func mandoc() throws {
    let mandoc = try #require(Outsider("mandoc"))
    for page in Self.pages {
      let result = try mandoc.run("-T", "lint", "-W", "warning", path(page.path))
      #expect(result.code == 0 && result.output + result.errors == "", "\(page.path)")
      let text = try mandoc.run("-T", "utf8", path(page.path)).output
      #expect(text.contains(page.path.contains("config") ? "ground selected 229" : "xdg") || text.contains("Oracle"))
    }
  }

  @Test(
    "man sets every page without a warning",
    .enabled(if: Outsider("man") != nil && Outsider("groff") != nil, "skipped: man is not installed"))
  func man() throws {
    let man = try #require(Outsider("man"))
    for page in Self.pages {
      let result = try man.run("--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", path(page.path))
      #expect(result.code == 0 && result.errors == "", "\(page.path)")
      #expect(result.output.contains("suitor"))
    }
  }

  // MARK: Completions

  @Test(
    "bash completes commands, options, their values and files",
    .enabled(if: Outsider("bash") != nil, "skipped: bash is not installed"),
    arguments: [
      ("suitor exp", "export"), ("suitor sh", "show"), ("suitor --la", "--lang="), ("suitor --lang = ", "en fr"),
      ("suitor --lang = f", "fr"), ("suitor -c al", "always"), ("suitor export --out", "--output="),
      ("suitor show --out", ""), ("suitor claims --certainty = de", "denied"), ("suitor claims -f ", "tsv jsonl csv"),
      ("suitor export -f ", "jsonl csv markdown brat webannotation"), ("suitor claims --stage = t", "talks"),
      ("suitor export two", "two.txt"), ("suitor export -o ", "folder"), ("suitor -y o", "one.txt"),
      ("suitor --theme = l", "light"), ("suitor export --theme", ""),
    ])
  func bash(_ line: String, _ expected: String) throws {
    let scratch = try Scratch()
    for name in ["one.txt", "two.txt", "folder/x"] { try scratch.write(name) }
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { "'\($0)'" }
    let script = """
      compopt() { :; }
      . '\(path("completions/suitor.bash"))'
      COMP_WORDS=(\(words.joined(separator: " ")))
      COMP_CWORD=\(words.count - 1)
      _suitor
      echo "${COMPREPLY[*]}"
      """
    let result = try #require(Outsider("bash")).run("--norc", "-c", script, folder: scratch.url)
    #expect(result.errors == "")
    #expect(result.output == expected + "\n")
  }

  @Test(
    "fish completes commands, options, their values and files",
    .enabled(if: Outsider("fish") != nil, "skipped: fish is not installed"),
    arguments: [
      ("suitor exp", "export"), ("suitor --la", "--lang"), ("suitor --lang=f", "--lang=fr"),
      ("suitor -c al", "always"), ("suitor export --out", "--output"), ("suitor show --out", ""),
      ("suitor claims --certainty=de", "--certainty=denied"), ("suitor claims -f ", "csv jsonl tsv"),
      ("suitor export -f ", "brat csv jsonl markdown webannotation"), ("suitor export two", "two.txt"),
      ("suitor -y o", "one.txt"), ("suitor export --theme", ""), ("suitor claims --stage=t", "--stage=talks"),
    ])
  func fish(_ line: String, _ expected: String) throws {
    let scratch = try Scratch()
    for name in ["one.txt", "two.txt", "folder/x"] { try scratch.write(name) }
    let script = "source '\(path("completions/suitor.fish"))'; complete -C'\(line)'"
    let result = try #require(Outsider("fish")).run("--no-config", "-c", script, folder: scratch.url)
    #expect(result.errors == "")
    let offered = result.output.split(separator: "\n").map { $0.split(separator: "\t")[0] }.sorted()
    #expect(offered.joined(separator: " ") == expected)
  }

  @Test(
    "zsh completes commands, options, their values and files, as one types",
    .enabled(if: Outsider("zsh") != nil, "skipped: zsh is not installed"))
  func zsh() throws {
    let zsh = try #require(Outsider("zsh"))
    let session = try RawSession(100, 30)
    for name in ["one.txt", "two.txt", "folder/x"] { try session.scratch.write(name) }
    try session.start(command: [zsh.path, "-f"])
    session.type("cd '\(session.scratch.url.path)'; PS1='> '; fpath=('\(path("completions"))' $fpath)\n")
    session.type(
      "autoload -Uz compinit; compinit -u -d \"$PWD/.dump\"; unsetopt beep list_beep; bindkey -e; clear; echo ready\n")
    try session.expect("ready\n")
    for (typed, completed) in [
      ("suitor exp", "> suitor export "), ("suitor --lan", "> suitor --lang="),
      ("suitor --lang=f", "> suitor --lang=fr"),
      ("suitor export --outp", "> suitor export --output="),
      ("suitor claims --certainty=den", "> suitor claims --certainty=denied"),
      ("suitor export -f web", "> suitor export -f webannotation"), ("suitor export tw", "> suitor export two.txt"),
      ("suitor -y on", "> suitor -y one.txt"), ("suitor claims --stage=tal", "> suitor claims --stage=talks"),
    ] {
      session.type("\u{15}\u{0C}")
      session.type(typed + "\t")
      // The cursor's blank at the end does not show.
      try session.expect("\(completed)") { ($0 + " ").contains(completed.trimmingCharacters(in: .whitespaces)) }
    }
    // What another command knows is not offered.
    session.type("\u{15}\u{0C}suitor show --outp\t")
    session.type("X")
    try session.expect("> suitor show --outpX")
  }
}
