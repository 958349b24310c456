import Testing

@testable import Documents

@Suite("Stories as agencies send them") struct NewsItemTests {
  private static let nitf = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!DOCTYPE nitf SYSTEM "nitf-3-4.dtd">
    <nitf><head><title>Calder-Brightwater</title><docdata><date.issue norm="20260305T180411Z"/></docdata></head>
    <body><body.head><hedline><hl1>Calder raises its bid</hl1><hl2>Board meets on Friday</hl2></hedline>
    <byline>By <person>Ann Ash</person></byline><distributor>Harbour Wire</distributor>
    <dateline><location>GENEVA</location>, March 5</dateline></body.head>
    <body.content><p>Calder Holdings raised its bid for <org>Brightwater Ports</org>.</p>
    <media><media-caption><p>The port.</p></media-caption></media>
    <block><p>The board will meet on Friday.</p></block></body.content>
    <body.end><tagline>More to come</tagline></body.end></body></nitf>
    """
  private static let text = """
    Calder raises its bid

    Board meets on Friday

    GENEVA, March 5

    Calder Holdings raised its bid for Brightwater Ports.

    The board will meet on Friday.
    """

  @Test("NITF") func nitf() {
    let opened = Opened(Self.nitf)
    #expect(opened.texts == [Self.text])
    #expect(
      opened.documents.map(\.facts) == [
        Document.Facts(
          headline: "Calder raises its bid", outlet: "Harbour Wire", author: "Ann Ash", date: "2026-03-05")
      ])
    #expect(opened.problems.isEmpty)
    #expect(openBroken(Array(Self.nitf.utf8)) <= 1)
  }

  @Test("a dateline stands where wires print it") func dateline() {
    var paragraphs = ["The board met."]
    NewsItem.add(dateline: "GENEVA, March 5 –", to: &paragraphs)
    #expect(paragraphs == ["GENEVA, March 5 – The board met."])
    NewsItem.add(dateline: "GENEVA", to: &paragraphs)
    #expect(paragraphs == ["GENEVA, March 5 – The board met."])
    paragraphs = ["(HW) - The board met."]
    NewsItem.add(dateline: "GENEVA", to: &paragraphs)
    #expect(paragraphs == ["GENEVA (HW) - The board met."])
  }

  private func newsML(_ content: String, meta: String = "<headline>Calder raises its bid</headline>") -> String {
    """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x" xml:lang="en">
    <itemMeta><provider qcode="nprov:HW"><name>Harbour Wire</name></provider><versionCreated>2026-03-06T01:00:00Z</versionCreated></itemMeta>
    <contentMeta><contentCreated>2026-03-05T18:04:11+00:00</contentCreated><by>By Ann Ash</by><language tag="en-US"/>\(meta)</contentMeta>
    <contentSet>\(content)</contentSet></newsItem>
    """
  }

  @Test("NewsML with a page, a plain text, NITF in it") func newsML() {
    let facts = Document.Facts(
      headline: "Calder raises its bid", outlet: "Harbour Wire", author: "Ann Ash", date: "2026-03-05",
      language: "en-US")
    let page = Opened(
      newsML(
        "<inlineXML contenttype=\"application/xhtml+xml\"><html xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>x</title></head><body><p>Calder raised.</p><p>It waits.</p></body></html></inlineXML>"
      ))
    #expect(page.texts == ["Calder raises its bid\n\nCalder raised.\n\nIt waits."])
    #expect(page.documents.map(\.facts) == [facts])
    #expect(page.parts == [nil])

    let plain = Opened(newsML("<inlineData contenttype=\"text/plain\">Calder raised.\n\nIt waits.</inlineData>"))
    #expect(plain.texts == page.texts)

    let start = Self.nitf.firstRange(of: "<nitf>")!.lowerBound
    let wrapped = Opened(newsML("<inlineXML>\(Self.nitf[start...])</inlineXML>", meta: ""))
    #expect(wrapped.texts == [Self.text])
    #expect(wrapped.documents.first?.facts.outlet == "Harbour Wire")
  }

  @Test("several in one message; one without a text is left out") func message() {
    let one = newsML("<inlineData>Calder raised.</inlineData>")
    let none = newsML("<remoteContent href=\"a.jpg\"/>")
    let opened = Opened(
      "<newsMessage xmlns=\"http://iptc.org/std/nar/2006-10-01/\"><header/><itemSet>\(one)\(none)\(one)</itemSet></newsMessage>"
    )
    #expect(opened.parts == ["1", "2"])
    #expect(Opened(none).problems == [Opened.Problem(problem: .noText(.newsML), part: nil)])
    #expect(openBroken(Array(one.utf8)) <= 1)
  }

  @Test("NewsML of the first generation") func first() {
    let opened = Opened(
      """
      <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260305T180411Z</DateAndTime></NewsEnvelope><NewsItem>
      <NewsManagement><FirstCreated>20260305T170000Z</FirstCreated></NewsManagement>
      <NewsComponent><NewsLines><HeadLine>Calder raises its bid</HeadLine><ByLine>Par Ann Ash</ByLine><DateLine>GENEVE, 5 mars (HW) -</DateLine></NewsLines>
      <AdministrativeMetadata><Provider><Party FormalName="HW"/></Provider></AdministrativeMetadata>
      <ContentItem><DataContent><p>Calder a relevé son offre.</p><p>Le port attend.</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
      """)
    #expect(
      opened.texts == ["Calder raises its bid\n\nGENEVE, 5 mars (HW) - Calder a relevé son offre.\n\nLe port attend."])
    #expect(opened.documents.first?.facts.author == "Ann Ash")
    #expect(opened.documents.first?.facts.outlet == "HW")
    #expect(opened.documents.first?.facts.date == "2026-03-05")
  }
}
