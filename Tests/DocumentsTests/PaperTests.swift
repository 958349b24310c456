import Testing

@testable import Documents

@Suite("Pages as they are printed") struct PaperTextTests {
  private func paragraphs(_ text: String) -> [String] { PaperText.paragraphs(text) }

  @Test("lines become paragraphs, broken words become whole") func lines() {
    let text = """
               CALDER HOLDINGS RAISES ITS BID

          Geneva, March 5, 2026 – Calder Holdings raised its bid for Bright-
          water Ports to 3.6 billion crowns, and called the cross-border ac-
          quisition its last word. It is a cross-
          border deal that the oﬃcers want.

          The board will meet on Friday.
      """
    #expect(
      paragraphs(text) == [
        "CALDER HOLDINGS RAISES ITS BID",
        "Geneva, March 5, 2026 – Calder Holdings raised its bid for Brightwater Ports to 3.6 billion crowns, and called the cross-border acquisition its last word. It is a cross-border deal that the officers want.",
        "The board will meet on Friday.",
      ])
  }

  @Test("heads, feet and numbers of pages go; a paragraph goes on over them") func pages() {
    func page(_ number: Int, _ body: String) -> String {
      "  Calder Holdings                         Press release\n\n\(body)\n\n   www.calder.example      Page \(number) of 3\n"
    }
    let text = [
      page(1, "  Calder Holdings raised its bid for Brightwater Ports, which the board of"),
      page(2, "  the port had wanted it to.\n\n  It waits."), page(3, "  The end.\n\n                3"),
    ].joined(separator: "\u{C}")
    #expect(
      paragraphs(text) == [
        "Calder Holdings raised its bid for Brightwater Ports, which the board of the port had wanted it to.",
        "It waits.",
        "The end.",
      ])
    #expect(paragraphs("One page with its number.\n\n    - 1 -\n") == ["One page with its number."])
  }

  @Test("columns are read one after the other, below what stands above both") func columns() {
    let text = """
                         CALDER RAISES ITS BID FOR BRIGHTWATER PORTS

      Calder Holdings raised its bid for       banks have promised the money, it
      Brightwater Ports on Thursday, to        said in a statement. The board of
      3.6 billion crowns in cash. The          Brightwater will meet on Friday.
      offer had been turned down twice
      before, and a third offer was not        Shareholders who own a third of
      to be expected, people close to          the port want to sell. They have
      it had said. It is the last one,         said so in letters to the board,
      the company has now said. Three          which has not answered them yet.

      """
    #expect(
      paragraphs(text) == [
        "CALDER RAISES ITS BID FOR BRIGHTWATER PORTS",
        "Calder Holdings raised its bid for Brightwater Ports on Thursday, to 3.6 billion crowns in cash. The offer had been turned down twice before, and a third offer was not to be expected, people close to it had said. It is the last one, the company has now said. Three banks have promised the money, it said in a statement. The board of Brightwater will meet on Friday.",
        "Shareholders who own a third of the port want to sell. They have said so in letters to the board, which has not answered them yet.",
      ])
  }

  @Test("the rows of a table stay rows") func table() {
    let text = """
      Figures in millions of crowns

      Revenue of the ports                          1,200
      Operating profit                                340
      Net profit                                      210
      Debt                                          2,100
      Equity                                        1,050
      Ships                                            12
      """
    #expect(paragraphs(text).contains("Revenue of the ports 1,200"))
    #expect(paragraphs(text).contains("Debt 2,100"))
  }

  @Test("anything comes back") func hostile() {
    var chance = Chance(11)
    for _ in 0..<30 {
      let signs = ["a", " ", " ", " ", "\n", "\u{C}", "-", "é", "1", "\t", "\u{AD}"]
      _ = paragraphs((0..<3000).map { _ in signs[chance.next(below: signs.count)] }.joined())
    }
    #expect(paragraphs("") == [])
    #expect(paragraphs("\u{C}\u{C}\n \n") == [])
    #expect(paragraphs(String(repeating: "x", count: 100_000)).first?.count == 500)
  }
}

@Suite("PDF") struct PDFTests {
  /// A document with a line of text for each of `lines`.
  private static func pdf(_ lines: [String], encrypted: Bool = false) -> [UInt8] {
    let content = "BT /F1 11 Tf 72 720 Td 14 TL\n" + lines.map { "(\($0)) Tj T*\n" }.joined() + "ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Filter /Standard /V 1 /R 2 /O (0123456789012345678901234567890a) /U (0123456789012345678901234567890b) /P -4 >>",
    ]
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (i, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(i + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places { text += String("0000000000\(place)".suffix(10)) + " 00000 n \n" }
    let lock = encrypted ? " /Encrypt 6 0 R /ID [(a) (a)]" : ""
    return Array(
      "\(text)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R\(lock) >>\nstartxref\n\(table)\n%%EOF\n".utf8)
  }

  private static let hasProgram: Bool = {
    do throws(ProgramRun.Failure) {
      _ = try ProgramRun.output(of: "pdftotext", ["-v"], input: [], seconds: 20, limit: 1 << 20)
    } catch {
      if error == .missing {
        print("skipped, since pdftotext is not there")
        return false
      }
    }
    return true
  }()

  @Test("a text comes out", .enabled(if: hasProgram)) func text() {
    let lines = [
      "Calder Holdings raised its bid for Brightwater Ports on Thursday to 3.6 bil-", "lion crowns in cash.", "",
      "The board will meet on Friday.",
    ]
    let opened = Opened(Self.pdf(lines))
    #expect(
      opened.texts == [
        "Calder Holdings raised its bid for Brightwater Ports on Thursday to 3.6 billion crowns in cash.\n\nThe board will meet on Friday."
      ])
    #expect(Opened(Packing.pack(.zip, [("release.pdf", Self.pdf(lines))])).parts == ["release.pdf"])
  }

  @Test("without a text, locked, cut, and no document at all", .enabled(if: hasProgram)) func problems() {
    #expect(Opened(Self.pdf([])).problems.map(\.problem) == [.noText(.pdf)])
    #expect(Opened(Self.pdf(["Text."], encrypted: true)).problems.map(\.problem) == [.locked(.pdf)])
    let whole = Self.pdf(["Text."])
    #expect(Opened(Array(whole.prefix(60))).problems.map(\.problem) == [.damaged(.pdf)])
    #expect(openBroken(whole, steps: 8) <= 1)
  }

  @Test("a program that is not there is named, with the package that brings it") func missing() {
    #expect(throws: DocumentProblem.needs(program: "suitor-no-such-program", package: "poppler-utils")) {
      try PDF.document([], program: "suitor-no-such-program")
    }
  }
}

@Suite("Other programs") struct ProgramRunTests {
  private func run(_ words: String..., input: [UInt8] = [], seconds: Int = 20, limit: Int = 1 << 20) throws(ProgramRun
    .Failure) -> [UInt8]
  {
    try ProgramRun.output(of: words[0], Array(words.dropFirst()), input: input, seconds: seconds, limit: limit)
  }

  @Test("what goes in comes out, however much it is") func output() throws {
    let bytes = (0..<900_000).map { UInt8(truncatingIfNeeded: $0) }
    #expect(try run("cat", input: bytes) == bytes)
    #expect(try run("cat").isEmpty)
    // One that does not listen.
    #expect(try run("true", input: bytes).isEmpty)
    #expect(try run("echo", "a b").elementsEqual("a b\n".utf8))
  }

  @Test("it is ended when it may not go on") func limits() {
    #expect(throws: ProgramRun.Failure.tooSlow) { try run("sleep", "600", seconds: 1) }
    #expect(throws: ProgramRun.Failure.tooLarge) { try run("yes", limit: 100_000) }
    #expect(throws: ProgramRun.Failure.failed(1)) { try run("false") }
    #expect(throws: ProgramRun.Failure.missing) { try run("suitor-no-such-program") }
  }
}
