import Testing

@testable import Documents

@Suite("What a page says of its article") struct PageFactTests {
  private func facts(_ head: String, body: String = "<h1>Ostrel buys Calvane</h1><p>Text.</p>") throws -> Document.Facts
  {
    try HTMLPage.document(Array("<html><head>\(head)</head><body>\(body)</body></html>".utf8), declared: nil).facts
  }

  @Test("days as they are written") func days() {
    let days = [
      ("2024-03-05T23:59:00-05:00", "2024-03-05"), ("20240305", "2024-03-05"), ("March 5, 2024", "2024-03-05"),
      ("Tue, 05 Mar 2024 10:00:00 GMT", "2024-03-05"), ("Publié le 1er février 2023 à 18h40", "2023-02-01"),
      ("5 août 2022", "2022-08-05"),
      ("Updated 9:04 p.m. ET, Sept. 3rd, 2021", "2021-09-03"), ("18.09.2023", "2023-09-18"),
      ("25/12/2020", "2020-12-25"),
      ("12/25/2020", "2020-12-25"), ("05-Mar-2024", "2024-03-05"), ("2024/3/5", "2024-03-05"),
    ]
    for (text, day) in days { #expect(WrittenDay.find(in: text) == day, "\(text)") }
    #expect(WrittenDay.find(in: "03/04/2024") == "2024-03-04")
    #expect(WrittenDay.find(in: "03/04/2024", isFrench: true) == "2024-04-03")
    for text in ["", "yesterday", "2024", "99999999", "2024-13-01", "call 555-12-3456", "1 2 3"] {
      #expect(WrittenDay.find(in: text) == nil, "\(text)")
    }
  }

  @Test("who wrote it") func bylines() {
    let lines = [
      ("By Nell Abara", "Nell Abara"), ("Par Hugo Sarre, à Nantes", "Hugo Sarre, à Nantes"),
      ("By Nell Abara and Tom Quist | Harbour Wire", "Nell Abara and Tom Quist"),
      ("By Ana Roos May 6, 2022", "Ana Roos"), ("Nell Abara Published 10:04", "Nell Abara"),
      ("Par Lise Fontanel, le 3 mai 2020", "Lise Fontanel"),
      ("De Groot", "De Groot"), ("by our correspondent", "our correspondent"),
    ]
    for (line, person) in lines {
      #expect(Byline.person(line) == person)
      #expect(Byline.isOne(line), "\(line)")
    }
    for line in ["", "By the end of the week the price had fallen", "A note from the editors of this page", "12:30"] {
      #expect(!Byline.isOne(line), "\(line)")
    }
  }

  @Test("titles without the name of the medium") func titles() {
    func split(_ title: String, _ outlet: String? = nil) -> [String?] {
      let parts = PageTitle.split(title, headline: nil, outlet: outlet)
      return [parts.headline, parts.outlet]
    }
    #expect(split("Ostrel agrees to buy Calvane | Harbour Wire") == ["Ostrel agrees to buy Calvane", "Harbour Wire"])
    #expect(
      split("Ostrel agrees to buy Calvane - Deals - Harbour Wire", "Harbour Wire") == [
        "Ostrel agrees to buy Calvane - Deals", "Harbour Wire",
      ])
    #expect(split("La Cote – Ferrabec dit non à Velmora", "La Cote") == ["Ferrabec dit non à Velmora", "La Cote"])
    #expect(
      split("Ferrabec : « non » à Velmora - et à tous les autres") == [
        "Ferrabec : « non » à Velmora - et à tous les autres", nil,
      ])
    #expect(split("Calvane") == ["Calvane", nil])
    #expect(split(" | ") == [" | ", nil])
  }

  @Test("the headline is what readers see, unless that is the name of the site") func headlines() throws {
    #expect(try facts("<title>Ostrel buys all of Calvane | HW</title>").headline == "Ostrel buys Calvane")
    #expect(
      try facts("<title>Ostrel agrees to buy Calvane | Harbour Wire</title>", body: "<h1>Harbour Wire</h1><p>Text.</p>")
        .headline
        == "Ostrel agrees to buy Calvane")
    #expect(
      try facts("<meta property=og:title content='A &amp;quot;deal&amp;quot; &amp;amp; more'>", body: "<p>Text.</p>")
        .headline == "A \"deal\" & more")
  }

  @Test("addresses are whole, and languages are tags") func others() throws {
    #expect(
      try facts("<link rel=canonical href=/a/b><meta property=og:url content=https://a.example/b>").address
        == "https://a.example/b")
    #expect(try facts("<meta property=og:url content='javascript:alert(1)'>").address == nil)
    #expect(try facts("<meta property=og:locale content=fr_BE>").language == "fr-BE")
    #expect(try facts("<meta http-equiv=content-language content='EN-us, fr'>").language == "en-us")
  }

  @Test("JSON as pages have it") func json() {
    #expect(
      JSONValue(#" {"a": [1, -2.5e3, true, null, "x\n\u00e9\ud83d\ude00\"\/"], "b": {}} "#)?["a"]?.elements
        == [.number(1), .number(-2500), .bool(true), .null, .string("x\né😀\"/")])
    #expect(JSONValue("{\"a\": \"one\ntwo\",}")?["a"] == .string("one\ntwo"))
    #expect(JSONValue("{\"a\": \"cut sho")?["a"] == .string("cut sho"))
    #expect(JSONValue("{\"a\": 1 \"b\": nonsense, \"c\": 3}")?["a"] == .number(1))
    #expect(JSONValue(#""\ud83d""#) == .string("\u{FFFD}"))
    for broken in ["", "nonsense", "}", ":", "\u{0}"] { #expect(JSONValue(broken) == nil) }
    #expect(JSONValue(String(repeating: "[", count: 100_000)) != nil)
  }

  @Test("names of elements are told by their words") func words() {
    #expect(PageWords.meaning(of: "ArticleBody__root-x9").contains(.body))
    #expect(PageWords.meaning(of: "comment-list").contains(.comments))
    #expect(PageWords.meaning(of: "with-comments").isDisjoint(with: .furniture))
    #expect(PageWords.meaning(of: "download").isDisjoint(with: .furniture))
    #expect(PageWords.meaning(of: "ad-slot").contains(.advertising))
    #expect(PageWords.meaning(of: "a-lire-aussi").contains(.related))
  }
}
