import Stories
import Testing

@testable import Export

@Suite("Forms of claims") struct ClaimFormsTests {
  private let all = Array(Sample.story.claims.indices)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("CSV, to the letter")
  func csv() {
    let expected = """
      story,headline,outlet,date,language,deal,claim,start,end,quote,manner,certainty,stage,cue,source,source_kind,chain,\
      parties,terms,confidence,note,tags,marked,corrected
      "dir/a ""b"".txt",Acme snubs Zed,,2020-09-14,fr,Widget,c1,33,40,no deal,own voice,denied,,,,,,,,1,,,,
      "dir/a ""b"".txt",Acme snubs Zed,,2020-09-14,fr,Widget,c2,80,102,"Acme ""pourrait"" vendre",mixed,uncertain,\
      in talks,Selon,Reuters,news agency,Reuters <- CGTN,Acme; Beijing,price per share 8.4 GBP,0.43,,,,

      """
    #expect(text(CSV.header + CSV.records(for: all, of: Sample.story)) == expected.replacing("\n", with: "\r\n"))
    #expect(CSV.records(for: [], of: Sample.story) == [])
  }

  @Test(
    "what a spreadsheet would run has an apostrophe before it, and so has what begins so already",
    arguments: [
      ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@A1", "'@A1"), ("＝1", "'＝1"), (" =1", "' =1"),
      ("'=1", "''=1"), ("''@", "'''@"), ("1=1", "1=1"), ("'s", "'s"), ("", ""), ("a,\"=b", "\"a,\"\"=b\""),
      ("=\"a\"", "\"'=\"\"a\"\"\""),
    ])
  func formulas(_ words: String, _ field: String) { #expect(CSV.field(words) == field) }

  @Test("lines of fields, to the letter")
  func lines() {
    let expected = """
      dir/a "b".txt|c1|33|40|2020-09-14|denied|own voice|-|1|-|-|no deal
      dir/a "b".txt|c2|80|102|2020-09-14|uncertain|mixed|in talks|0.43|Reuters <- CGTN|Acme; Beijing|Acme "pourrait" vendre

      """
    #expect(text(ClaimLines.lines(for: all, of: Sample.story)) == expected.replacing("|", with: "\t"))
  }

  @Test("JSON lines of some claims keep their ids")
  func chosen() {
    let line = text(JSONLines.line(for: Sample.story, claims: [1]))
    #expect(line.contains("\"claims\": [{\"id\": \"c2\""))
    #expect(!line.contains("\"c1\""))
  }

  @Test("brat's annotations, to the letter")
  func brat() {
    let expected = """
      T1|Party 7 11|Acme
      #1|AnnotatorNotes T1|acme
      A1|Role T1 seller
      T2|Source 58 65|Reuters
      #2|AnnotatorNotes T2|reuters
      A2|Kind T2 news-agency
      T3|Source 74 78|CGTN
      #3|AnnotatorNotes T3|cgtn
      A3|Kind T3 broadcaster
      T4|Party 80 84|Acme
      #4|AnnotatorNotes T4|acme
      A4|Role T4 seller
      *|Same T1 T4
      T5|Claim 80 102|Acme "pourrait" vendre
      A5|Manner T5 mixed
      A6|Certainty T5 uncertain
      A7|Stage T5 in-talks
      #5|AnnotatorNotes T5|c2; chain: Reuters <- CGTN; about: Acme; Beijing; confidence: 0.43
      R1|Says Arg1:T2 Arg2:T5
      T6|Cue 52 57|Selon
      R2|CuedBy Arg1:T5 Arg2:T6
      T7|PricePerShare 96 102|vendre
      #6|AnnotatorNotes T7|8.4 GBP
      R3|HasTerm Arg1:T5 Arg2:T7

      """
    #expect(text(Brat.annotations(for: [1], of: Sample.story)) == expected.replacing("|", with: "\t"))
  }

  @Test("an annotation that goes over lines has a fragment each, and no blank at their ends")
  func fragments() {
    let words = "said \r\n  it\twould\u{2028}sell"
    let story = Story(
      name: "x", text: StoryText(bytes: Array(words.utf8)), language: .english, layout: Layout(),
      claims: [Claim(span: Span(0, words.utf8.count), manner: .ownVoice, certainty: .asserted)])
    #expect(
      text(Brat.annotations(for: [0], of: story)).hasPrefix("T1\tClaim 0 4;9 11;12 17;18 22\tsaid it would sell\n"))
  }

  @Test("the same claim has the same name every time, and another one another")
  func names() {
    let first = text(WebAnnotation.annotations(for: all, of: Sample.story, first: true))
    #expect(first == text(WebAnnotation.annotations(for: all, of: Sample.story, first: true)))
    var other = Sample.story
    other.name = "other.txt"
    let names = (first + text(WebAnnotation.annotations(for: all, of: other, first: false)))
      .split(separator: "\"").filter { $0.hasPrefix("urn:uuid:") }
    #expect(names.count == 4 && Set(names).count == 4)
  }

  @Test(
    "addresses of stories",
    arguments: [
      ("a/é b.txt", "a/%C3%A9%20b.txt"), ("/tmp/a.txt", "file:///tmp/a.txt"), ("http://x", "http%3A//x"),
      ("a?b#c%20", "a%3Fb%23c%2520"), ("-", "-"),
    ])
  func addresses(_ name: String, _ address: String) { #expect(WebAnnotation.address(of: name) == address) }

  @Test(
    "words of stories are never mark-up",
    arguments: [
      ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"), ("<b>&amp;", "\\<b\\>\\&amp;"), ("[a](b)", "\\[a\\](b)"),
      ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("a-b 1.5", "a-b 1.5"), ("---", "\\-\\--"),
      ("see http://e.x, www.e.x or a@e.x", "see http\\://e.x, www\\.e.x or a\\@e.x"), ("at 10:30: no", "at 10:30: no"),
      ("a\nb\u{1B}[m", "a b␛\\[m"), ("# a", "\\# a"), ("~~a~~ | b", "\\~\\~a\\~\\~ \\| b"),
    ])
  func markdown(_ words: String, _ plain: String) { #expect(MarkdownText.plain(words) == plain) }

  @Test("a briefing, on a deal and on a story without one")
  func briefing() {
    let library = Library(entries: [Library.Entry(name: "x", state: .read(Sample.story))])
    let french = Briefing(language: .french).text(of: library, claims: [0: all])
    #expect(
      french == """
        # Widget

        1 article, 2 affirmations, 2020-09-14

        ## Parties

        - **Widget**, cible
        - **Acme**, vendeur

        ## Chronologie

        - 2020-09-14, **pourparlers**, seulement rapporté : « Acme "pourrait" vendre » — Reuters, citant CGTN (1)

        ## Affirmations

        ### Reuters

        - « Acme "pourrait" vendre » — Reuters, citant CGTN, incertain, douteuse, pourparlers, par action vendre (1)

        ### Les articles eux-mêmes

        - « no deal » — démenti (1)

        ## Articles

        1. Acme snubs Zed, 2020-09-14, dir/a "b".txt

        """)
    var alone = Sample.story
    alone.targets = []
    alone.parties[0].role = nil
    alone.stage = nil
    let one = Library(entries: [Library.Entry(name: "x", state: .read(alone))])
    let some = Briefing(language: .english).text(of: one, claims: [0: [0]])
    #expect(some.hasPrefix("# Acme snubs Zed\n\n1 story, 1 claim, 2020-09-14\n\n## Claims\n"))
    #expect(!some.contains("Reuters"))
    #expect(Briefing(language: .english).text(of: library, claims: [:]) == "No claim was found.\n")
  }
}
