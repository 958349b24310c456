import Testing

@testable import suitor

@Suite("Command line") struct UsageTests {
  @Test("--help names every option and command, in both languages", arguments: ["en", "fr"])
  func help(_ language: String) throws {
    let result = try Program.run("--lang", language, "--help")
    #expect(result.code == 0)
    #expect(result.errors == "")
    for row in OptionRow.all {
      let line = "  \(row.usage)  "
      #expect(result.output.contains(line), "\(line)")
    }
    for command in Options.Command.allCases { #expect(result.output.contains("  suitor \(command.rawValue)")) }
    for line in result.output.split(separator: "\n") { #expect(line.count <= 120, "\(line)") }
  }

  @Test("--version prints one line")
  func version() throws {
    let result = try Program.run("-V")
    #expect(result.output == "suitor \(Help.version)\n")
    #expect(result.code == 0)
  }

  @Test(
    "wrong usage: one line that says what, one with a hint, exit code 2, nothing printed",
    arguments: [
      (["--nonsense"], "there is no option '--nonsense'"),
      (["-x"], "there is no option '-x'"),
      (["-hx"], "there is no option '-x'"),
      (["--lang"], "option '--lang=en|fr' needs its value"),
      (["-w"], "option '--width=N' needs its value"),
      (["--lang", "de"], "option '--lang' is 'de' but must be en|fr"),
      (["--color=blue"], "option '--color' is 'blue' but must be auto|always|never"),
      (["--version=3"], "option '--version' takes no value"),
      (["show", "--width", "19"], "option '--width' is '19' but must be 20-1000"),
      (["show", "--width=wide"], "option '--width' is 'wide' but must be 20-1000"),
      (["--min-confidence=2"], "option '--min-confidence' is '2' but must be 0-1"),
      (["show", "-n", "-0.1"], "option '--min-confidence' is '-0.1' but must be 0-1"),
      (["export", "--min-confidence", "nan"], "option '--min-confidence' is 'nan' but must be 0-1"),
      (["export", "--why"], "option '--why' is only for 'suitor show'"),
      (
        ["export", "--format=xml"],
        "option '--format' is 'xml' but must be jsonl|text|tsv|csv|markdown|brat|webannotation"
      ),
      (["export", "--format=text"], "'suitor export' prints jsonl, csv, markdown, brat or webannotation, not text"),
      (["claims", "--format=text"], "'suitor claims' prints tsv, jsonl or csv, not text"),
      (["export", "--format=brat"], "'--format=brat' makes a folder; name it with '--output=DIR'"),
      (["export", "--output=x"], "option '--output' is only for '--format=brat'; else redirect with >"),
      (["claims", "--party="], "option '--party=NAME' needs its value"),
      (["export", "--party=x"], "option '--party' is only for 'suitor claims'"),
      (
        ["--errors=jsonl"],
        "option '--errors' is only for 'suitor show', 'suitor search', 'suitor claims', 'suitor export', 'suitor timeline', 'suitor text'"
      ),
      (["search"], "'suitor search' needs a query"),
      (
        ["export", "--width=80", "-"], "option '--width' is only for 'suitor show', 'suitor search', 'suitor timeline'"
      ),
      (["show", "--format=jsonl"], "option '--format' is only for 'suitor search', 'suitor claims', 'suitor export'"),
      (["--format", "jsonl"], "option '--format' is only for 'suitor search', 'suitor claims', 'suitor export'"),
    ])
  func wrong(_ arguments: [String], _ message: String) throws {
    let result = try Program.run(list: arguments)
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors == "suitor: \(message)\nTry 'suitor --help'.\n")
  }

  @Test("complaints follow the language of the environment, and no control character gets through")
  func complaints() throws {
    let french = try Program.run("--x", environment: ["LC_ALL": "fr_BE.UTF-8", "LANG": "en_US.UTF-8"])
    #expect(french.errors.contains("n’existe pas"))
    let escape = try Program.run("--\u{1B}[31mred")
    #expect(!escape.errors.contains("\u{1B}"))
    #expect(escape.code == 2)
  }

  @Test("options, values, operands and -- as getopt_long has them")
  func parsing() throws {
    let plain = try Options(parsing: ["suitor", "a", "-lfr", "b", "--color=never"], language: .english)
    #expect(plain.command == .read)
    #expect(plain.paths.map(\.name) == ["a", "b"])
    #expect(plain.language == .french)
    #expect(plain.color == .never)

    let show = try Options(parsing: ["suitor", "--lang", "fr", "show", "-w60", "export", "-"], language: .english)
    #expect(show.command == .show)
    #expect(show.width == 60)
    #expect(show.paths.map(\.name) == ["export", "-"])

    // After -- a word is a path, even if it spells a command or an option.
    let words = try Options(parsing: ["suitor", "--", "show", "--help"], language: .english)
    #expect(words.command == .read)
    #expect(words.paths.map(\.name) == ["show", "--help"])
    let after = try Options(parsing: ["suitor", "export", "--", "-x"], language: .english)
    #expect(after.command == .export)
    #expect(after.paths.map(\.name) == ["-x"])

    // An abbreviation that fits one option is that option.
    let short = try Options(parsing: ["suitor", "--ver"], language: .english)
    #expect(short.notice == .version)
  }
}
