import Stories
import Testing

@testable import Documents

@Suite("Text of pages") struct HTMLTextTests {
  private func text(_ html: String) throws -> [String] { try HTMLPage.text(Array(html.utf8), declared: nil) }

  @Test("blocks are paragraphs, what stands in lines is joined") func paragraphs() throws {
    #expect(try text("<p>a<b>b</b>c <i>d</i>\n e<div>f</div>g<p>h") == ["abc d e", "f", "g", "h"])
    #expect(try text("a<br>b<br><br>c<br> <br>d") == ["a\nb", "c", "d"])
    #expect(try text("<ul><li>a<ul><li>b</ul><li><p>c</ul>") == ["a", "b", "c"])
    #expect(try text("a<script>b</script><style>c</style><!-- d -->e<p hidden>f<p style='DISPLAY: none'>g") == ["ae"])
  }

  @Test("a line that ends like a paragraph is one") func lines() throws {
    let long = "This line is as long as a paragraph, and it ends as one does, with a full stop."
    #expect(try text("\(long)<br>\(long)<br>\(long)") == [long, long, long])
    #expect(try text("Ostrel plc<br>12 High Street<br>Hull") == ["Ostrel plc\n12 High Street\nHull"])
  }

  @Test("tables of data are lines, those that place paragraphs are not there") func tables() throws {
    #expect(try text("<table><tr><td>a<td>b<tr><td>c<td><p>d</table>e") == ["a | b\nc | d", "e"])
    #expect(try text("<table><tr><td><table><tr><td>a<td>b</table><td>c</table>") == ["a | b", "c"])
    let long = String(repeating: "word ", count: 60) + "end."
    #expect(try text("<table><tr><td>\(long)<td>\(long)</table>") == [long, long])
  }

  @Test("spaces are single, but for those that French wants") func spaces() throws {
    #expect(
      try text("a\u{A0}\u{A0}b \n\t c&nbsp;: «&nbsp;d&nbsp;» 10&#8239;000&nbsp;€") == [
        "a b c\u{A0}: «\u{A0}d\u{A0}» 10\u{202F}000\u{A0}€"
      ])
    #expect(try text("in&shy;vest&#8203;ment&zwnj;s &rlm;x") == ["investment\u{200C}s x"])
  }

  @Test("quotations have marks") func quotations() throws {
    #expect(try text("<p>He said <q>no</q> and <q>“never”</q>") == ["He said “no” and “never”"])
    #expect(try text("<html lang=fr-BE><p>Il dit <q>non</q>") == ["Il dit «\u{A0}non\u{A0}»"])
  }

  @Test("entities, and characters that are none") func entities() throws {
    #expect(
      try text("<p>&eacute;&#233;&#xe9;&euro;&#128;&amp;lt;&bogus; AT&T &#0;&#xD800;&#x110000;") == [
        "ééé€€&lt;&bogus; AT&T \u{FFFD}\u{FFFD}\u{FFFD}"
      ])
    #expect(try text("<p>a\0b").joined().contains("a"))
  }

  @Test("charsets: marks, what it was sent with, what it says, what its bytes are") func charsets() throws {
    func text(_ bytes: [UInt8], _ declared: Charset? = nil) throws -> [String] {
      try HTMLPage.text(bytes, declared: declared)
    }
    let accent: [UInt8] = Array("<p>".utf8) + [0xE9, 0xA4]
    #expect(try text(accent) == ["é¤"])
    #expect(try text(accent, .latin9) == ["é€"])
    #expect(try text(Array("<meta charset=iso-8859-15>".utf8) + accent) == ["é€"])
    #expect(try text(Array("<META content='text/html; charset=ISO-8859-15' http-equiv=x>".utf8) + accent) == ["é€"])
    #expect(try text(Array("<meta charset=nobody-knows>".utf8) + accent) == ["é¤"])
    #expect(try text(Array("<meta charset=utf-8>".utf8) + accent) == ["é¤"])
    #expect(try text(Array("<meta charset=latin1><p>é".utf8)) == ["é"])
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("<meta charset=latin1><p>é".utf8)) == ["é"])
    // A page cut in the middle of a character.
    let long = Array("<p>".utf8) + Array(String(repeating: "é", count: 200).utf8) + [0xC3]
    #expect(try text(long) == [String(repeating: "é", count: 200) + "\u{FFFD}"])
  }
}

@Suite("Pages that are attacks") struct HostilePageTests {
  private func read(_ html: String) throws { _ = try HTMLPage.document(Array(html.utf8), declared: nil) }
  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test("nesting that only attacks have is refused") func depth() {
    for open in [
      "<div>", "<b>", "<span>", "<blockquote><p>", "<ul><li>", "<table><tr><td>", "<svg><g>", "<x-y>", "<font size=1>",
      "<q>",
    ] {
      #expect(throws: DocumentProblem.tooDeep(.html), "\(open)") { try read(times(100_000, open)) }
    }
    // End tags that close nothing make it no shallower.
    #expect(throws: DocumentProblem.tooDeep(.html)) { try read(times(50_000, "<div></x>")) }
    #expect(throws: DocumentProblem.tooDeep(.html)) { try read(times(50_000, "<div><table><td></div>")) }
    #expect(throws: DocumentProblem.tooDeep(.html)) { try read(times(50_000, "<b><div></b>")) }
    #expect(throws: DocumentProblem.tooDeep(.html)) {
      try read("<p " + (0..<60_000).map { "a\($0)=1" }.joined(separator: " ") + ">x")
    }
  }

  @Test("elements that are never closed, as many do, are no depth") func unclosed() throws {
    for open in [
      "<p>", "<li>", "<tr><td>", "<option>", "<dt>", "<br>", "<img>", "<a name=x>", "<p><b></p></b>", "<h1>",
    ] {
      try read("<title>x</title>text" + times(5_000, open + "x"))
    }
  }

  @Test("formatting that comes back in each paragraph takes no more memory than there is") func formatting() {
    let many = (0..<4000).map { "<p><b id=\($0)></p>" }.joined()
    #expect(throws: DocumentProblem.tooDeep(.html)) { try read(many + times(4000, "<p>x</p>")) }
  }

  @Test("floods of signs are text, or nothing") func floods() throws {
    let floods = [
      times(1_000_000, "<"), "<p>x</p><!--" + times(50_000, "-"), "<p>x</p>" + times(20_000, "<!--"),
      "<p>x<script>" + times(40_000, "</scrip"),
      "<p>" + times(40_000, "&amp;"), "<p>&#" + times(100_000, "9"), "<p>x<a href=\"" + times(300_000, "a"),
      "<p title='" + times(100_000, "&lt;") + "'>x",
      "<p>x" + times(40_000, "\0"), "<p>x" + times(20_000, "</p>"), "<p>x" + times(20_000, "<br>"),
      "<title>" + times(50_000, "x | "),
      "<script type='application/ld+json'>" + times(40_000, "[{\"a\":"), "<p>x</p><plaintext>" + times(20_000, "<p>"),
      times(8_000, "<p class='comments related share'>x"), times(5_000, "<time>1 May 2020</time>"),
      times(2000, "<q>") + "x",
    ]
    for flood in floods {
      do { try read(flood) } catch let problem as DocumentProblem { #expect(problem == .noText(.html)) }
    }
  }

  @Test("a page that is too large is not read") func size() {
    #expect(throws: DocumentProblem.tooLarge(.html, limit: PageTree.limit)) {
      try HTMLPage.document(Array(repeating: 0x20, count: PageTree.limit + 1), declared: nil)
    }
  }
}
