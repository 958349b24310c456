import Foundation
import Testing

@Suite("--files-from") struct FilesFromTests {
  @Test("one name a line, from a file or standard input, beside paths, in order")
  func lines() throws {
    let scratch = try Scratch()
    for name in ["a.txt", "b.txt", "c/d.txt", "line\tend .txt"] { try scratch.write(name) }
    let list = try scratch.write("list", "b.txt\n\nc\nline\tend .txt")
    let result = try Program.run("export", "--files-from=\(list)", "a.txt", folder: scratch.url)
    #expect(result.errors == "" && result.code == 0)
    #expect(try result.files() == ["a.txt", "b.txt", "d.txt", "line\tend .txt"])
    let piped = try Program.run("export", "-F", "-", input: Data("c\nb.txt\n".utf8), folder: scratch.url)
    #expect(try piped.files() == ["d.txt", "b.txt"])
    let shown = try Program.run("show", "--files-from", "-", input: Data("b.txt\n".utf8), folder: scratch.url)
    #expect(shown.output.contains("Acme said"))
    #expect(try Program.run("-F", "-", input: Data("b.txt\n".utf8), folder: scratch.url).output == shown.output)
  }

  @Test("names that end with a NUL, as find -print0 writes them")
  func null() throws {
    let scratch = try Scratch()
    try scratch.write("two\nlines.txt")
    try scratch.write("b.txt")
    let names = Data("two\nlines.txt\0b.txt\0".utf8)
    let result = try Program.run("export", "-0", "-F", "-", input: names, folder: scratch.url)
    #expect(result.errors == "")
    #expect(try result.files() == ["two\nlines.txt", "b.txt"])
    let wrong = try Program.run("export", "--files-from=-", input: Data("b.txt\0a.txt\0\n".utf8), folder: scratch.url)
    #expect(
      wrong.errors == "suitor: standard input:1: b.txt: no name has a NUL in it; for a list that find -print0 wrote, "
        + "add --null\n")
    #expect(wrong.code == 1)
  }

  @Test("what is wrong is told with the line that names it")
  func problems() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt")
    let list = try scratch.write("list", "a.txt\n\nnowhere.txt\na.txt\n")
    let result = try Program.run("export", "--files-from", list, folder: scratch.url)
    #expect(result.errors == "suitor: \(list):3: nowhere.txt: no such file or folder; check the spelling\n")
    #expect(try result.files() == ["a.txt", "a.txt"] && result.code == 1)
    let empty = try Program.run("export", "--files-from", scratch.write("empty", "\n"))
    #expect(
      empty.errors
        == "suitor: \(scratch.path("empty")): names no story; it must have the name of a file or folder on each line\n")
    let missing = try Program.run("export", "--files-from", "nowhere", folder: scratch.url)
    #expect(missing.errors == "suitor: nowhere: no such file or folder; check the spelling\n" && missing.code == 1)
  }

  @Test("usage that makes no sense is refused")
  func usage() throws {
    #expect(try Program.run("-0", "a.txt").errors.contains("option '--null' needs '--files-from=FILE'"))
    #expect(try Program.run("export", "-", "-F", "-").errors.contains("cannot be a story and a list of names"))
    #expect(try Program.run("--files-from=").code == 2)
  }

  @Test("the keys come from the terminal", .enabled(if: Tmux.program != nil, Tmux.missing))
  func keys() throws {
    let tmux = try Tmux(columns: 80, rows: 24)
    try tmux.scratch.write("d/a.txt", "Zed said it would buy Acme.\n")
    try tmux.scratch.write("d/b.txt", "Acme said no.\n")
    try tmux.shell("find d -name '*.txt' | sort | suitor --files-from -")
    try tmux.expect("Zed said it")
    try tmux.type(">")
    try tmux.expect("Acme said no")
    try tmux.scratch.write("d/b.txt", "Acme said yes.\n")
    try tmux.expect("Acme said yes")
    try tmux.type("q")
    try tmux.expect("the shell") { !$0.contains("Acme said") }
  }
}
