import Testing

@testable import Documents

@Suite("Feeds") struct FeedTests {
  private static let rss = """
    <?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Harbour Post – Deals</title><link>https://harbourpost.example/</link><language>en-gb</language>
    <item>
      <title>Calder raises its bid &amp;amp; waits</title>
      <link>https://harbourpost.example/1</link>
      <description>A teaser.</description>
      <content:encoded><![CDATA[<p>Calder Holdings raised its bid for <b>Brightwater Ports</b>.</p><p>The board will meet&nbsp;on Friday.</p><p><a href="https://x.example">Read more</a></p>]]></content:encoded>
      <pubDate>Thu, 05 Mar 2026 18:04:11 GMT</pubDate>
      <dc:creator>Ann Ash</dc:creator>
      <guid isPermaLink="false">17</guid>
    </item>
    <item><title>Only a headline</title><description></description></item>
    <item>
      <title>Zéphyr retire son offre</title>
      <description>Le groupe Zéphyr a retiré son offre.

    Tourbillon reste seul, &lt; 5 % du marché.</description>
      <guid>https://harbourpost.example/3</guid>
      <author>desk@harbourpost.example (Le bureau)</author>
      <pubDate>Wed, 4 Mar 2026 09:00 +0100</pubDate>
    </item>
    </channel></rss>
    """

  @Test("RSS: an item with its text is a story") func rss() {
    let opened = Opened(Self.rss)
    #expect(
      opened.texts == [
        "Calder raises its bid & waits\n\nCalder Holdings raised its bid for Brightwater Ports.\n\nThe board will meet on Friday.",
        "Zéphyr retire son offre\n\nLe groupe Zéphyr a retiré son offre.\n\nTourbillon reste seul, < 5 % du marché.",
      ])
    #expect(opened.parts == ["1", "3"])
    #expect(
      opened.documents.map(\.facts) == [
        Document.Facts(
          headline: "Calder raises its bid & waits", outlet: "Harbour Post – Deals", author: "Ann Ash",
          date: "2026-03-05", address: "https://harbourpost.example/1", language: "en-gb"),
        Document.Facts(
          headline: "Zéphyr retire son offre", outlet: "Harbour Post – Deals", author: "Le bureau", date: "2026-03-04",
          address: "https://harbourpost.example/3", language: "en-gb"),
      ])
    #expect(opened.problems.isEmpty)
  }

  @Test("Atom: content as text, as a page in text, and as elements") func atom() {
    let opened = Opened(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
        <title>Le Quai</title>
        <entry><title type="html">L&amp;rsquo;offre</title>
          <link rel="self" href="https://quai.example/1.atom"/><link href="https://quai.example/1"/>
          <author><name>Ann Ash</name></author><author><name>Bo Birk</name></author>
          <published>2026-03-05T23:00:00-05:00</published><updated>2026-03-09T00:00:00Z</updated>
          <summary>Bref.</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Calder <em>renonce</em> au port.</p><ul><li>Un</li><li>Deux</li></ul></div></content>
        </entry>
        <entry><title>Suite</title><updated>2026-03-06T00:00:00Z</updated>
          <content type="html">&lt;p&gt;Le conseil se r&amp;eacute;unit.&lt;/p&gt;</content></entry>
        <entry><title>Fin</title><summary type="text">Moins de &lt;b&gt; que prévu.</summary></entry>
      </feed>
      """)
    #expect(
      opened.texts == [
        "L’offre\n\nCalder renonce au port.\n\nUn\n\nDeux", "Suite\n\nLe conseil se réunit.",
        "Fin\n\nMoins de <b> que prévu.",
      ])
    #expect(
      opened.documents.first?.facts
        == Document.Facts(
          headline: "L’offre", outlet: "Le Quai", author: "Ann Ash, Bo Birk", date: "2026-03-05",
          address: "https://quai.example/1", language: "fr"))
    #expect(opened.documents[1].facts.date == "2026-03-06")
  }

  @Test("RDF, in Latin-1, with bytes that are not, a character by its name and a control character") func rdf() {
    let text = """
      <?xml version="1.0" encoding="ISO-8859-1"?>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://quai.example/"><title>Le Quai</title><items><rdf:Seq/></items></channel>
      <item rdf:about="https://quai.example/1"><title>Zéphyr d’accord</title><description>L’offre de 40&nbsp;euros\u{1}est accept&eacute;e.</description><dc:date>2026-03-05</dc:date></item>
      </rdf:RDF>
      """
    let latin = text.unicodeScalars.map { $0 == "’" ? 0x92 : UInt8($0.value) }
    let opened = Opened(latin)
    #expect(opened.texts == ["Zéphyr d’accord\n\nL’offre de 40\u{A0}euros est acceptée."])
    #expect(opened.documents.first?.facts.address == "https://quai.example/1")
    #expect(opened.documents.first?.facts.date == "2026-03-05")
  }

  @Test("UTF-16, and UTF-8 with bytes of Windows-1252 in it") func charsets() {
    let plain =
      "<rss><channel><item><title>Été</title><description>L’offre 𝄞 tient.</description></item></channel></rss>"
    for bigEndian in [false, true] {
      let bytes = [0xFEFF as UInt16] + Array(plain.utf16)
      let opened = Opened(
        bytes.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] })
      #expect(opened.texts == ["Été\n\nL’offre 𝄞 tient."])
    }
    let mixed = Array(plain.utf8.map { $0 }).flatMap { $0 == UInt8(ascii: "t") ? [0xE9 as UInt8] : [$0] }
    #expect(Opened([UInt8](mixed)).problems.count == 1)
    let broken =
      Array("<rss><channel><item><description>caf".utf8) + [0xE9]
      + Array(" é</description></item></channel></rss>".utf8)
    #expect(Opened(broken).texts == ["café é"])
  }

  @Test("a feed that is cut gives what came before") func cut() {
    let end = Self.rss.firstRange(of: "Tourbillon")!.lowerBound
    let opened = Opened(String(Self.rss[..<end]))
    #expect(opened.parts == ["1"])
    #expect(opened.problems == [Opened.Problem(problem: .damaged(.feed), part: nil)])
    #expect(openBroken(Array(Self.rss.utf8)) <= 1)
    #expect(Opened(Self.rss.replacing("</rss>", with: "</rss><more>")).problems.isEmpty)
  }

  @Test("a feed without texts says so") func empty() {
    let opened = Opened("<rss><channel><title>x</title><item><title>Only a headline</title></item></channel></rss>")
    #expect(opened.problems == [Opened.Problem(problem: .noText(.feed), part: nil)])
  }

  @Test("entities that unfold without end are refused, files are never brought in") func entities() {
    var bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n<!ENTITY a0 \"ha ha ha ha ha\">\n"
    for i in 1...12 { bomb += "<!ENTITY a\(i) \"\(String(repeating: "&a\(i - 1);", count: 12))\">\n" }
    bomb += "]>\n<rss><channel><item><title>Before</title><description>Text.</description></item>"
    bomb += "<item><title>x</title><description>&a12;</description></item></channel></rss>"
    let opened = Opened(bomb)
    #expect(opened.texts == ["Before\n\nText."])
    #expect(opened.problems == [Opened.Problem(problem: .tooLarge(.feed, limit: XMLReader.limit), part: nil)])

    let outside = Opened(
      "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss><channel><item><description>Text: &x;.</description></item></channel></rss>"
    )
    #expect(outside.texts == ["Text: ."])
  }

  @Test("elements within elements without end are too deep") func deep() {
    let opened = Opened("<rss><channel><item><description>" + String(repeating: "<a>", count: 100_000))
    #expect(opened.problems == [Opened.Problem(problem: .tooDeep(.feed), part: nil)])
  }
}
