import Foundation
import Testing

@Suite("suitor text") struct TextCommandTests {
  @Test("one story comes to the byte") func one() throws {
    let scratch = try Scratch()
    let words = "Acme said\r\n\r\n it would, “perhaps”.\n\n"
    let result = try Program.run("text", scratch.write("a.txt", words))
    #expect(result.output == words)
    #expect(result.code == 0)
    // What an export counts in is the decoded text.
    try scratch.write("b.txt", Data([0x63, 0xE9, 0x21]))
    #expect(try Program.run("text", scratch.path("b.txt")).output == "cé!")
  }

  @Test("nothing is read out of the text, so a lexicon that is malformed is nobody's concern") func unread() throws {
    let scratch = try Scratch()
    try scratch.write("lexicon/en/cues.txt", "no heading stands before this\n")
    let path = try scratch.write("a.txt", "Acme said that it would.")
    let environment = ["SUITOR_DATA": scratch.url.path]
    #expect(try Program.run("text", path, environment: environment).output == "Acme said that it would.")
    #expect(try Program.run("show", path, environment: environment).code == 1)
  }

  @Test("of several each has its name above") func several() throws {
    let scratch = try Scratch()
    try scratch.write("folder/a.txt", "One.")
    try scratch.write("folder/b.txt", "Two.\n")
    try scratch.write("folder/c\u{1B}[2J.txt", "Three.\n")
    let result = try Program.run("text", scratch.path("folder"))
    #expect(result.output == "==> a.txt <==\nOne.\n\n==> b.txt <==\nTwo.\n\n==> c␛[2J.txt <==\nThree.\n")
  }

  @Test("a part of a file by its label") func part() throws {
    let scratch = try Scratch()
    let path = try scratch.write("a.txt", "One.")
    #expect(try Program.run("text", path + "#1").output == "One.")
    let other = try Program.run("text", path + "#2")
    #expect(other.errors == "suitor: \(path)#2: has no part of that name; open the whole file and see the list\n")
    #expect(other.code == 1)
    // A file of that very name comes first.
    try scratch.write("a.txt#1", "Itself.")
    #expect(try Program.run("text", path + "#1").output == "Itself.")
  }
}
