import Foundation
import Testing

@Suite("suitor search") struct SearchCommandTests {
  private func story(_ scratch: Scratch) throws -> String {
    try scratch.write(
      "folder/été.txt",
      """
      Norvane turns down Belcor

      Norvane said it would not sell its “cable” unit to Belcor.

      Two bankers said Belcor could raise its offer.
      """)
  }

  @Test("claims as JSON lines, whose offsets are code points of the file")
  func lines() throws {
    let scratch = try Scratch()
    let path = try story(scratch)
    let result = try Program.run("search", "-f", "jsonl", "belcor certainty:denied", scratch.path("folder"))
    #expect(result.code == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    #expect(object["file"] as? String == "été.txt")
    #expect(object["headline"] as? String == "Norvane turns down Belcor")
    #expect(object["certainty"] as? String == "denied")
    let text = try #require(object["text"] as? String)
    #expect(text.contains("not sell"))
    let scalars = Array(try String(contentsOfFile: path, encoding: .utf8).unicodeScalars)
    let (start, end) = (try #require(object["start"] as? Int), try #require(object["end"] as? Int))
    #expect(scalars[start..<end].map { String($0) }.joined() == text)
  }

  @Test("text for people: the headline, where it is from, the claim and who says it")
  func text() throws {
    let scratch = try Scratch()
    let path = try story(scratch)
    let result = try Program.run("search", "\"raise its offer\"", path)
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("# Norvane turns down Belcor\n"))
    #expect(result.output.contains("Belcor could raise its offer"))
    #expect(result.output.contains("uncertain, indirect: bankers"))
    #expect(!result.output.contains("cable"))
  }

  @Test("the words of the text, if that is where they are looked for")
  func places() throws {
    let scratch = try Scratch()
    let path = try story(scratch)
    let none = try Program.run("search", "bankers unit", path)
    #expect(none.code == 1)
    #expect(none.output == "")
    #expect(none.errors == "suitor: no claim says so; in:text finds the words in one story\n")
    let found = try Program.run("search", "--format=jsonl", "in:text bankers unit", path)
    #expect(found.code == 0)
    #expect(found.output.contains("\"id\": null"))
    #expect(found.output.contains("\"text\": \"bankers\""))
  }

  @Test("nothing found is exit code 1 and silence; a story that cannot be read is told beside what is found")
  func codes() throws {
    let scratch = try Scratch()
    let path = try story(scratch)
    let nothing = try Program.run("search", "zebra", path)
    #expect(nothing.code == 1)
    #expect(nothing.output + nothing.errors == "")
    let partly = try Program.run("search", "belcor", path, scratch.path("nowhere"))
    #expect(partly.code == 1)
    #expect(partly.output.contains("Belcor"))
    #expect(partly.errors.contains("nowhere: no such file"))
  }

  @Test("without a path the stories that come with the program are searched")
  func shipped() throws {
    let result = try Program.run("search", "party:oracle certainty:denied")
    #expect(result.code == 0)
    #expect(result.output.contains("Oracle"))
  }

  @Test("a wrong query is shown with a mark below what is wrong, made harmless")
  func wrong() throws {
    let result = try Program.run("search", "日本 stage:sold\u{1B}")
    #expect(result.code == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("“sold” is none of rumoured, in talks"))
    #expect(result.errors.hasSuffix("\n  日本 stage:sold␛\n             ^^^^\n"))
    let french = try Program.run("search", "", environment: ["LANG": "fr_FR.UTF-8"])
    #expect(french.errors == "suitor: la recherche est vide\n  \n  ^\n")
  }

  @Test("no control character of a story gets through as text")
  func harmless() throws {
    let scratch = try Scratch()
    let path = try scratch.write("evil.txt", "Norvane said it would \u{1B}]0;x\u{7} sell its unit.\n\nIt ends.")
    let result = try Program.run("search", "norvane unit", path)
    #expect(!result.output.contains("\u{1B}"))
    #expect(!(try Program.run("search", "in:text sell", path)).output.contains("\u{1B}"))
  }
}
