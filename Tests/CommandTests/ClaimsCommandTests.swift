import Foundation
import Testing

@testable import suitor

@Suite("suitor claims") struct ClaimsCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      "a.txt",
      """
      Norvane turns down Belcor

      14 September 2020

      Norvane said it would not sell its “cable” unit to Belcor.

      Reuters, citing CGTN, reported that Belcor could raise its offer.
      """)
    try scratch.write("b.txt", "Belcor gives up\n\nBelcor said it had\tdropped its offer for Norvane.\n")
  }

  private func claims(_ arguments: String..., environment: [String: String] = [:]) throws -> Program.Result {
    try Program.run(list: ["claims"] + arguments, environment: environment, folder: scratch.url)
  }

  private func fields(_ result: Program.Result) -> [[Substring]] {
    result.output.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  @Test("a line a claim, with a fixed number of fields, none empty, and no header")
  func lines() throws {
    let result = try claims("a.txt", "b.txt")
    #expect(result.code == 0 && result.errors == "")
    let lines = fields(result)
    #expect(lines.count >= 3)
    #expect(lines.allSatisfy { $0.count == 12 && !$0.contains("") })
    let first = try #require(lines.first { $0[11].contains("not sell") })
    let text = try String(contentsOfFile: scratch.path("a.txt"), encoding: .utf8)
    let (start, end) = (try #require(Int(first[2])), try #require(Int(first[3])))
    #expect(String(Array(text)[start..<end]) == first[11])
    #expect(Array(first[4...7]) == ["2020-09-14", "denied", "mixed", "rejected"])
    #expect(first[0] == "a.txt" && first[1].first == "c" && first[9] == "Norvane")
    #expect(lines.contains { $0[9] == "Reuters <- CGTN" })
    #expect(lines.contains { $0[0] == "b.txt" && $0[11].contains("had dropped") && $0[4] == "-" })
  }

  @Test("each filter keeps what a query with the same term finds")
  func filters() throws {
    for (option, term) in [
      ("--party=Belcor", "party:belcor"), ("--source=reuters,cgtn", "source:reuters,cgtn"),
      ("--certainty=denied", "certainty:denied"), ("--stage=in talks,rejected", "stage:\"in talks\",rejected"),
      ("--date=2020-09", "date:2020-09"), ("--query=offer -cable", "offer -cable"),
    ] {
      let lines = fields(try claims(option, "a.txt", "b.txt")).map { "\($0[0]) \($0[1])" }
      let found = try Program.run("search", "-f", "jsonl", term, "a.txt", "b.txt", folder: scratch.url)
      let wanted = try found.output.split(separator: "\n").map { line in
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return "\(object["file"] ?? "") \(object["id"] ?? "")"
      }
      #expect(lines == wanted, "\(option)")
      #expect(option.hasPrefix("--stage") || !lines.isEmpty, "\(option)")
    }
    let both = try claims("--party=belcor", "--certainty=denied", "-q", "cable", "a.txt", "b.txt")
    #expect(fields(both).map { $0[11] } == ["it would not sell its “cable” unit to Belcor"])
  }

  @Test("JSON lines and CSV as search and export have them")
  func forms() throws {
    let lines = try claims("-f", "jsonl", "-q", "cable", "a.txt")
    #expect(try lines.files() == ["a.txt"])
    #expect(
      try Program.run("search", "-f", "jsonl", "cable", "a.txt", folder: scratch.url).output == lines.output)
    let table = try claims("-f", "csv", "a.txt")
    #expect(try Program.run("export", "-f", "csv", "a.txt", folder: scratch.url).output == table.output)
  }

  @Test("exit codes are grep's")
  func codes() throws {
    #expect(try claims("a.txt").code == 0)
    let none = try claims("--party=zebra", "a.txt")
    #expect(none.code == 1 && none.output + none.errors == "")
    let partly = try claims("a.txt", "nowhere.txt")
    #expect(partly.code == 2)
    #expect(fields(partly).count >= 2)
    #expect(partly.errors == "suitor: nowhere.txt: no such file or folder; check the spelling\n")
    #expect(try claims("--files-from=nowhere").code == 2)
    let wrong = try claims("--certainty=sure", "a.txt")
    #expect(wrong.code == 2)
    #expect(wrong.errors.contains("“sure” is none of asserted, denied"))
    let text = try claims("--query=in:text cable", "a.txt")
    #expect(text.code == 2 && text.errors.contains("suitor search"))
  }

  @Test("problems as JSON objects, the same from every command")
  func errors() throws {
    try scratch.write("empty.txt", Data())
    try scratch.write("binary.txt", Data([0, 1, 2, 0]))
    for command in ["claims", "export", "show", "timeline"] {
      let result = try Program.run(
        command, "--errors=jsonl", "a.txt", "empty.txt", "binary.txt", "nowhere", "/dev/null", folder: scratch.url)
      #expect(result.code == (command == "claims" ? 2 : 1))
      let problems = try result.errors.split(separator: "\n").map { line in
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      }
      #expect(
        problems.map { [$0["path"], $0["code"]] } == [
          ["empty.txt", "empty"], ["binary.txt", "binary"], ["nowhere", "not-found"], ["/dev/null", "is-device"],
        ], "\(command)")
      #expect(problems.allSatisfy { $0["message"]?.isEmpty == false && $0.count == 3 })
    }
    let french = try claims("--errors=jsonl", "nowhere", environment: ["LANG": "fr_FR.UTF-8"])
    #expect(french.errors.contains("\"code\": \"not-found\"") && french.errors.contains("introuvable"))
  }

  @Test("each story's claims come as soon as it is read, and no colour in a pipe")
  func buffered() throws {
    // The second story is a pipe that is still open when the first one's claims are there.
    let script = """
      mkfifo late pause
      { exec 3>late; read x <pause; cat b.txt >&3; exec 3>&-; } &
      "$0" claims --color=always a.txt late | { read first; echo "first: $first"; echo go >pause; cat; }
      """
    let result = try Program.run(
      list: ["-c", script, Program.path], environment: ["PATH": "/usr/bin:/bin"], folder: scratch.url,
      program: "/bin/sh")
    #expect(result.output.hasPrefix("first: a.txt\tc1\t"))
    #expect(result.output.contains("late\tc"))
    #expect(!result.output.contains("\u{1B}"))
    #expect(result.errors == "")
  }

  @Test("a reader that goes away ends it in silence, as it ends other filters")
  func brokenPipe() throws {
    // It begins only when nobody reads any more, and with the signal as a shell has it, whatever these tests do with it.
    let script = """
      mkfifo gone
      { read x <gone; env --default-signal=PIPE "$0" claims a.txt b.txt a.txt b.txt; echo "code=$?" >&2; } |
        { exec <&-; echo go >gone; }
      { trap '' PIPE; read x <gone; "$0" claims a.txt b.txt a.txt b.txt; echo "code=$?" >&2; } | { exec <&-; echo go >gone; }
      """
    for number in 0..<60 { try scratch.write("more/\(number).txt", "Acme said it would buy Zed.\n") }
    let result = try Program.run(
      list: ["-c", script.replacing("a.txt b.txt a.txt b.txt", with: "more a.txt more more"), Program.path],
      environment: ["PATH": "/usr/bin:/bin"],
      folder: scratch.url, program: "/bin/sh")
    // By SIGPIPE; and where the parent ignores that, without a word too.
    #expect(result.errors == "code=141\ncode=0\n")
  }
}
