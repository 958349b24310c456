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

  @Test("a part that is set narrower is a paragraph too, and an address is none") func narrow() {
    let text = """
      The board of Brightwater Ports met on Friday to look at the bid and came to no end, a person close to it said.

          The chair said that the price was not what it
          was about, and that a port is a thing which
          stays where it is, whoever may own it now.

      Calder Holdings
      1 Quay Street
      Geneva
      """
    #expect(
      paragraphs(text).dropFirst() == [
        "The chair said that the price was not what it was about, and that a port is a thing which stays where it is, whoever may own it now.",
        "Calder Holdings", "1 Quay Street", "Geneva",
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

@Suite("What printed pages say of themselves") struct PaperFactTests {
  private static let lines = [
    "PRESS RELEASE", "CALDER HOLDINGS RAISES ITS BID", "FOR BRIGHTWATER PORTS",
    "Geneva, March 5, 2026 – Calder raised.",
    "It will wait until 12 March 2026.",
  ]

  @Test("the headline is what the file calls its title if that stands in the first lines") func headline() {
    func range(_ title: String?) -> Range<Int>? { PaperFacts(Self.lines, title: title, created: nil).headline }
    #expect(range("Calder Holdings raises its bid for Brightwater Ports") == 1..<3)
    for title in ["Microsoft Word - release final 2.docx", "Press release", "Calder Holdings raises its", "", nil] {
      #expect(range(title) == nil)
    }
  }

  @Test(
    "the day is that of the first lines, else that of the file if there can be one",
    arguments: [
      (lines, "2026-03-04", "2026-03-05"), (["Text without a day."], "2026-03-04", "2026-03-04"),
      (["Text without a day."], "1980-01-01", nil), (["12.03.2026", "Text."], nil, "2026-03-12"),
      // The third of April or the fourth of March.
      (["03/04/2026", "Text."], nil, nil),
      ([String(repeating: "Calder goes on about it. ", count: 6) + "5 March 2026"], nil, nil),
    ] as [([String], String?, String?)])
  func date(_ paragraphs: [String], _ created: String?, _ expected: String?) {
    #expect(PaperFacts(paragraphs, title: nil, created: created).date == expected)
  }
}

@Suite("PDF") struct PDFTests {
  /// A document with a line of text for each of `lines`; `info` are the fields that it has of its own.
  private static func pdf(_ lines: [String], encrypted: Bool = false, info: String = "") -> [UInt8] {
    let content = "BT /F1 11 Tf 72 720 Td 14 TL\n" + lines.map { "(\($0)) Tj T*\n" }.joined() + "ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Filter /Standard /V 1 /R 2 /O (0123456789012345678901234567890a) /U (0123456789012345678901234567890b) /P -4 >>",
      "<< \(info) >>",
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
      "\(text)trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 7 0 R\(lock) >>\nstartxref\n\(table)\n%%EOF\n"
        .utf8)
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

  @Test("headline and day of the file, as far as the text bears them out", .enabled(if: hasProgram)) func facts() {
    let lines = ["Press release", "", "Calder raises its bid again", "", "The board will meet on Friday, it said."]
    let opened = Opened(
      Self.pdf(lines, info: "/Title (Calder Raises Its Bid Again) /CreationDate (D:20260305180411+01'00')"))
    #expect(
      opened.texts == ["Calder raises its bid again\n\nPress release\n\nThe board will meet on Friday, it said."])
    #expect(
      opened.documents.map(\.facts) == [Document.Facts(headline: "Calder raises its bid again", date: "2026-03-05")])
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
