import Testing

@testable import Documents

@Suite("Markdown") struct MarkdownPageTests {
  private func document(_ text: String) throws -> Document { try MarkdownPage.document(Array(text.utf8)) }
  private func text(_ text: String) throws -> String { String(decoding: try document(text).text, as: UTF8.self) }
  private func kind(_ text: String) -> DocumentKind { DocumentKind(Array(text.utf8)[...]) }

  @Test("fields before the text are its facts") func fields() throws {
    let document = try document(
      """
      ---
      title: "Ostrel: a third offer"
      date: 2024-03-05 08:00
      authors:
        - Nell Abara
        - Tom Quist
      source: https://ledger.example/1
      publication: The Harbour Ledger
      lang: en
      ---

      # Ostrel: a third offer

      Calvane *may* accept it.
      """)
    #expect(
      document.facts
        == Document.Facts(
          headline: "Ostrel: a third offer", outlet: nil, author: "Nell Abara, Tom Quist", date: "2024-03-05",
          address: "https://ledger.example/1", language: "en"))
    #expect(String(decoding: document.text, as: UTF8.self) == "Ostrel: a third offer\n\nCalvane may accept it.")
  }

  @Test("marks go, words stay") func marks() throws {
    #expect(
      try text(
        """
        Velmora relève son offre
        ========================

        ![une usine](usine.jpg "Une usine")
        Le groupe **espagnol** a [relevé](https://docks.example) _son_ prix
        de `dix` pour cent.

        > Nous n’irons pas plus loin.

        1. un
           - deux
        2. trois \\*

        ## Et après ?
        <div hidden>rien</div>

        <p>Un <b>mot</b> d’HTML &amp; c’est tout.</p>

        ```
        a = 1

        b = 2
        ```
        """)
        == "Velmora relève son offre\n\nLe groupe espagnol a relevé son prix de dix pour cent.\n\n“Nous n’irons pas plus loin.”"
        + "\n\nun\n\ndeux\n\ntrois *\n\nEt après ?\n\nUn mot d’HTML & c’est tout.\n\na = 1\n\nb = 2")
  }

  @Test("it is told from text by clear marks only") func recognition() {
    #expect(kind("---\ntitle: x\ndate: 2024-01-01\n---\nText") == .markdown)
    #expect(kind("\n# Ostrel buys Calvane\n\nText") == .markdown)
    #expect(kind("One\n\n## Two\n\nThis is **bold**.") == .markdown)
    #expect(kind("See [this](https://a.example) and [that](https://b.example).") == .markdown)
    #expect(kind("# Title\n\n<div><p>HTML</p><p>within</p></div><p>a</p>") == .markdown)
    for plain in [
      "", "Ostrel buys Calvane\n\nText.", "#deal is trending\n\nText", "---\nOstrel buys Calvane\n---\nText",
      "* one\n* two\n\n- three",
      "OSTREL <OST> SEES HIGHER PROFIT\n\n    Ostrel Inc <OST> and A <A> and B <B> and P <P> said", "a * b * c ** d",
      "> quoted\n> text\n\nanswer",
      "He said [sic] (twice) that 5 < 6 and 7 > 6.",
    ] {
      #expect(kind(plain) == .plain, "\(plain)")
    }
  }

  @Test("what nobody writes ends soon") func hostile() throws {
    #expect(throws: DocumentProblem.tooDeep(.markdown)) { try document(String(repeating: "> ", count: 50_000) + "x") }
    #expect(throws: DocumentProblem.noText(.markdown)) { try document("![](x)") }
    _ = try? document(String(repeating: "*a _b ", count: 20_000))
    _ = try? document(String(repeating: "[", count: 100_000))
    _ = try? document(String(repeating: "`", count: 100_000) + "\0\u{FFFE}")
    #expect(try text("# A\0b\n\n\u{FEFF}c") == "A\u{FFFD}b\n\nc")
  }
}
