import Display
import Foundation
import Testing

@testable import Reader
@testable import suitor

@Suite("In a real terminal", .serialized, .enabled(if: Tmux.program != nil, Tmux.missing)) struct TerminalSessionTests {
  /// What the status line says on the story with this number, of those that come with the program.
  private static func place(_ number: Int) -> String {
    "\(number)/\(DataFolder.builtInPaths.filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }.count)"
  }

  /// A terminal in which the shell has noted its modes and said something that must still be there afterwards.
  private func open(columns: Int = 120, rows: Int = 36, environment: [String] = []) throws -> Tmux {
    let tmux = try Tmux(columns: columns, rows: rows, environment: environment)
    try tmux.shell("stty -g > before; echo before-the-reader")
    try tmux.expect("\nbefore-the-reader")
    return tmux
  }

  /// Starts the program and waits for its first frame.
  private func start(_ tmux: Tmux, _ command: String, shows text: String = "q quit") throws {
    try tmux.shell(command + "; echo \"code=$?\"; stty -g > after")
    try tmux.expect(text)
    #expect(try tmux.variable("alternate_on") == "1")
  }

  /// Expects that the program has ended with `code` and left the terminal as it was.
  private func expectRestored(_ tmux: Tmux, code: Int, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try tmux.expect("code=\(code)\n", sourceLocation: sourceLocation)
    #expect(try tmux.variable("alternate_on") == "0", sourceLocation: sourceLocation)
    #expect(try tmux.variable("cursor_flag") == "1", sourceLocation: sourceLocation)
    #expect(try ("\n" + tmux.screen()).contains("\nbefore-the-reader"), sourceLocation: sourceLocation)
    try tmux.shell("echo the-shell-hears")
    try tmux.expect("\nthe-shell-hears", sourceLocation: sourceLocation)
    let before = try String(contentsOfFile: tmux.scratch.path("before"), encoding: .utf8)
    let after = try String(contentsOfFile: tmux.scratch.path("after"), encoding: .utf8)
    #expect(before == after && !before.isEmpty, sourceLocation: sourceLocation)
  }

  @Test("without a path it opens its own stories, and q gives the terminal back")
  func own() throws {
    let tmux = try open()
    try start(tmux, "suitor", shows: Self.place(1))
    #expect(try tmux.screen().hasPrefix(" suitor"))
    try tmux.type(">")
    try tmux.expect(Self.place(2))
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
  }

  @Test("letters whose accents are characters of their own stay by themselves")
  func decomposed() throws {
    let tmux = try open(columns: 60, rows: 20)
    let text = "Norvane cède une usine\n\nNorvane a déclaré qu'elle céderait une usine. Le régulateur étudie."
    try tmux.scratch.write("nfd.txt", text.decomposedStringWithCanonicalMapping)
    try start(tmux, "suitor nfd.txt", shows: "q")
    let screen = try tmux.screen().precomposedStringWithCanonicalMapping
    for words in ["a déclaré qu'elle ", "céderait une usine. Le ", "régulateur étudie. "] {
      #expect(screen.contains(words), "\(screen)")
    }
    #expect(!screen.unicodeScalars.contains { $0.properties.canonicalCombiningClass != .notReordered })
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
  }

  @Test("every key of the table, in every place where it works")
  func everyKey() throws {
    let tmux = try open()
    try start(tmux, "suitor", shows: Self.place(1))
    for (context, way) in [
      (Context.parties, "1"), (.article, "2"), (.sources, "3"), (.claimList, "c"), (.storyList, "s"), (.help, "?"),
      (.search, "/"), (.deal, "t"), (.query, "S"),
    ] {
      for binding in KeyMap.standard.sections.flatMap(\.bindings) where binding.contexts.contains(context) {
        // What works alike in all panes is tried in the article's.
        if context == .parties || context == .sources, binding.contexts.contains(.article) { continue }
        // These have tests of their own.
        if [.quit, .suspend, .shell].contains(binding.action) { continue }
        for key in binding.keys {
          try tmux.type(way)
          try tmux.press(key)
          // Back to the panes, whatever it has opened: search, zoom and filter take a step each.
          for _ in 0..<3 { try tmux.escape() }
          #expect(try tmux.screen().contains("suitor"), "after \(key) in \(context)")
        }
      }
    }
    try tmux.type("?")
    try tmux.expect("only surer claims")
    try tmux.type("q")
    try tmux.expect("the help closes") { !$0.contains("only surer claims") }
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
  }

  @Test("keys that were typed ahead all count")
  func typedAhead() throws {
    let tmux = try open()
    try tmux.scratch.write("many.txt", (1...500).map { "Line \($0) of it.\n\n" }.joined())
    try start(tmux, "suitor many.txt")
    try tmux.type(String(repeating: "j", count: 200) + "G" + String(repeating: "k", count: 3) + "g")
    try tmux.expect("Line 1 of it.")
    try tmux.type("Gq")
    try expectRestored(tmux, code: 0)
  }

  @Test("it follows the window's size, down to nothing and back")
  func resize() throws {
    let tmux = try open()
    try start(tmux, "suitor", shows: Self.place(1))
    for (columns, rows) in [(80, 24), (40, 12), (200, 60), (5, 2), (1, 1), (120, 36)] {
      try tmux.resize(columns: columns, rows: rows)
      if columns < 40 {
        Thread.sleep(forTimeInterval: 0.2)
      } else {
        // The status line reaches the right edge or the bottom line the last row, only when it is drawn for this size.
        try tmux.expect("a frame of \(columns)x\(rows)") { picture in
          let lines = picture.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
          return lines.count == rows && lines[0].contains(Self.place(1)) && lines.last?.contains("q quit") == true
        }
      }
    }
    try tmux.type("q")
    try tmux.expect("code=0")
  }

  @Test("a story from a pipe, the keys from the terminal")
  func pipe() throws {
    let tmux = try open()
    try tmux.scratch.write("a.txt", "Zed said it would buy Acme.\n")
    for command in ["cat a.txt | suitor", "suitor - < a.txt", "suitor < a.txt"] {
      try start(tmux, command, shows: "Zed said")
      try tmux.type("q")
      try expectRestored(tmux, code: 0)
      try tmux.shell("clear; echo before-the-reader")
      try tmux.expect("$ clear; echo before-the-reader") {
        !$0.contains("code=") && $0.hasPrefix("before-the-reader")
      }
    }
  }

  @Test("a keyboard is no story")
  func keyboard() throws {
    let tmux = try open()
    try tmux.shell("suitor -; echo \"code=$?\"; stty -g > after")
    try tmux.expect("standard input is the keyboard")
    try expectRestored(tmux, code: 2)
  }

  @Test("Ctrl-Z gives the terminal to the shell and fg takes it again")
  func suspend() throws {
    let tmux = try open()
    try start(tmux, "suitor", shows: Self.place(1))
    try tmux.press("C-z")
    try tmux.expect("\nbefore-the-reader")
    #expect(try tmux.variable("alternate_on") == "0")
    try tmux.shell("stty -g > after; cmp before after && echo same-modes")
    try tmux.expect("\nsame-modes")
    try tmux.shell("fg")
    try tmux.expect(Self.place(1))
    #expect(try tmux.variable("alternate_on") == "1")
    try tmux.type(">")
    try tmux.expect(Self.place(2))
    try tmux.type("q")
    try tmux.expect("the shell") { !$0.contains(Self.place(2)) }
    try tmux.shell("echo \"code=$?\"; stty -g > after")
    try expectRestored(tmux, code: 0)
  }

  @Test("signals that end it leave the terminal as it was", arguments: [("TERM", 143), ("HUP", 129), ("INT", 130)])
  func signals(_ name: String, _ code: Int) throws {
    let tmux = try open()
    try tmux.scratch.write("run", "echo $$ > pid\nexec \"$@\"\n")
    try tmux.shell("sh run suitor")
    try tmux.expect(Self.place(1))
    let pid = try String(contentsOfFile: tmux.scratch.path("pid"), encoding: .utf8)
    let number = try #require(Int32(pid.trimmingCharacters(in: .newlines)))
    kill(number, ["TERM": SIGTERM, "HUP": SIGHUP, "INT": SIGINT][name]!)
    try tmux.expect("\nbefore-the-reader")
    // Asked afterwards, since a shell gives up its line when SIGINT ends a program of it.
    try tmux.shell("echo \"code=$?\"; stty -g > after")
    try expectRestored(tmux, code: code)
  }

  @Test("what cannot be read is listed with its reason, and the other stories are open")
  func badInput() throws {
    let tmux = try open()
    let scratch = tmux.scratch
    try scratch.write("good.txt", "Zed said it would buy Acme.\n")
    try scratch.write("empty.txt", "")
    try scratch.write(
      "binary.txt", Data([0x7F, 0x45, 0x4C, 0x46] + (0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 37) }))
    try scratch.write("large.txt", "")
    try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path("large.txt"))).truncate(atOffset: 100 << 20)
    try FileManager.default.createDirectory(atPath: scratch.path("bare"), withIntermediateDirectories: true)
    #expect(mkfifo(scratch.path("fifo"), 0o600) == 0)
    try start(tmux, "suitor good.txt nowhere.txt empty.txt binary.txt large.txt bare fifo", shows: "Zed said")
    let problems = [
      ("nowhere.txt", "no such file"), ("empty.txt", "is empty"), ("binary.txt", "is no text"), ("large.txt", "100 MB"),
      ("bare", "no stories in this"), ("fifo", "nobody writes"),
    ]
    try tmux.expect("6 unreadable")
    try tmux.type(">")
    try tmux.expect("This is the last story.")
    try tmux.type("u")
    try tmux.expect("the list of problems") { picture in
      let words = picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return problems.allSatisfy { words.contains($0.0) && words.contains($0.1) }
    }
    for (index, problem) in problems.enumerated() {
      // The list begins where one is.
      try tmux.type((index == 0 ? "" : "ug") + String(repeating: "j", count: index) + "\r")
      try tmux.expect("story \(index + 2): \(problem)") { picture in
        let words = picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return picture.contains("\(index + 2)/7") && words.contains(problem.1) && words.contains(problem.0)
      }
    }
    try tmux.type("q")
    try tmux.expect("code=1\n")
    let after = try tmux.screen()
    for problem in problems { #expect(after.contains("suitor: \(problem.0): "), "\(problem.0)") }
    try expectRestored(tmux, code: 1)
  }

  @Test("a single story that cannot be read needs no reader")
  func onlyBad() throws {
    let tmux = try open()
    try tmux.shell("suitor nowhere.txt; echo \"code=$?\"; stty -g > after")
    try tmux.expect("suitor: nowhere.txt: no such file or folder; check the spelling\n")
    try expectRestored(tmux, code: 1)
  }

  @Test("what a story contains reaches the screen as characters, never as commands")
  func hostile() throws {
    let tmux = try open()
    let title = try tmux.variable("pane_title")
    try tmux.scratch.write(
      "evil\u{1B}]2;owned\u{7}.txt",
      "Zed said \u{1B}]2;owned\u{7} and \u{1B}[2J\u{1B}[31m and \u{9B}2J and \u{1B}c and \u{E}\u{202E} it would buy Acme.\n"
    )
    try start(tmux, "suitor evil*", shows: "Zed said")
    try tmux.type("s")
    try tmux.expect("1/1")
    try tmux.escape()
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
    #expect(try tmux.variable("pane_title") == title)
  }

  @Test("y gives the claim to the clipboard of the terminal")
  func copy() throws {
    let tmux = try open()
    try tmux.acceptClipboard()
    try tmux.scratch.write("a.txt", "Zed said it would buy Acme.\n")
    try start(tmux, "suitor a.txt", shows: "claim 1/1")
    try tmux.type("y")
    try tmux.expect("a copied claim") { _ in (try? tmux.clipboard())?.contains("it would buy Acme") == true }
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
  }

  @Test("a terminal that cannot show it gets a sentence, and the reading as text", arguments: ["dumb", "no-such", ""])
  func unfit(_ name: String) throws {
    let tmux = try open()
    try tmux.scratch.write("a.txt", "Zed said it would buy Acme.\n")
    try tmux.shell("clear; TERM=\(name) suitor a.txt nowhere.txt; echo \"code=$?\"")
    try tmux.expect("code=1\n")
    let words = try tmux.screen().replacing("\n", with: " ")
    #expect(words.contains(name == "" ? "TERM is not set" : "the terminal"), "\(words)")
    #expect(words.contains("the reading follows as text"))
    #expect(words.contains("## Claims") && words.contains("it would buy Acme"))
    #expect(words.contains("suitor: nowhere.txt: no such file or folder"))
  }

  @Test("the interface speaks French if asked")
  func french() throws {
    let tmux = try open()
    try start(tmux, "suitor --lang=fr", shows: "quitter")
    try tmux.type("q")
    try expectRestored(tmux, code: 0)
  }
}
