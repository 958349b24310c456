import Stories
import Testing

@Suite("The model") struct StoryTests {
  private func story(_ text: String, _ blocks: [Layout.Block] = []) -> Story {
    Story(
      name: "name.txt", text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(blocks: blocks))
  }

  @Test("a title is the headline as one line")
  func headline() {
    let text = "Kicker\nA head\n  line\n"
    let story = story(
      text, [.init(kind: .kicker, span: Span(0, 6)), .init(kind: .headline, span: Span(7, text.utf8.count - 1))])
    #expect(story.title == "A head line")
  }

  @Test("without blocks the title is the file's name")
  func nameless() { #expect(story("words").title == "name.txt") }

  @Test("a party makes a claim at any place of its chain")
  func makes() {
    var story = story("x")
    story.parties = [
      Party(id: "a", name: Wording("A"), kind: .company), Party(id: "b", name: Wording("B"), kind: .fund),
    ]
    story.sources = [
      Source(id: "r", name: Wording("R"), kind: .newsAgency),
      Source(id: "a", name: Wording("A"), kind: .party, party: 0),
    ]
    let relayed = Claim(span: Span(0, 1), chain: [0, 1], manner: .indirect, certainty: .asserted, parties: [1])
    #expect(story.makes(0, relayed))
    #expect(!story.makes(1, relayed))
  }

  @Test("a library gives only stories that were read")
  func library() {
    let library = Library(entries: [
      .init(name: "a"), .init(name: "b", state: .failed("no")), .init(name: "c", state: .read(story("x"))),
    ])
    #expect(library.story(0) == nil)
    #expect(library.story(1) == nil)
    #expect(library.story(2)?.name == "name.txt")
    #expect(library.story(3) == nil)
    #expect(library.story(-1) == nil)
  }
}

@Suite("Spans") struct SpanTests {
  @Test("half-open")
  func halfOpen() {
    let span = Span(2, 4)
    #expect(span.count == 2)
    #expect(!span.contains(1) && span.contains(2) && span.contains(3) && !span.contains(4))
    #expect(span.contains(Span(2, 4)) && !span.contains(Span(2, 5)))
    #expect(!span.overlaps(Span(4, 6)) && !span.overlaps(Span(0, 2)) && span.overlaps(Span(3, 9)))
    #expect(Span(3, 3).isEmpty)
  }

  @Test("ordered by place, the shorter first")
  func order() { #expect([Span(2, 5), Span(1, 9), Span(2, 3)].sorted() == [Span(1, 9), Span(2, 3), Span(2, 5)]) }
}

@Suite("Terms") struct TermTests {
  /// The words of both languages for every case of a type.
  private func words<Term: CaseIterable>(_ wording: KeyPath<Term, Wording>) -> [[String]] {
    Language.allCases.map { language in Term.allCases.map { $0[keyPath: wording][language] } }
  }

  @Test("every term has a name of its own in every language")
  func distinct() {
    let all = [
      words(\Claim.Manner.wording), words(\Claim.Certainty.wording), words(\Stage.wording), words(\Party.Role.wording),
      words(\Source.Kind.wording), words(\Language.wording),
    ]
    for names in all.joined() {
      #expect(Set(names).count == names.count, "\(names)")
      #expect(!names.contains(""))
    }
  }

  @Test(
    "only an address of the web is given to a browser",
    arguments: [
      ("https://a.example/1", true), ("http://a.example", true), ("file:///etc/passwd", false),
      ("javascript:alert(1)", false), ("-new", false), ("https://a.example/a b", false),
      ("https://a\u{202E}.example", false),
      ("", false),
    ])
  func addresses(_ address: String, _ isOne: Bool) {
    var story = Story(name: "", text: StoryText(bytes: []), language: .english, layout: Layout())
    #expect(story.webAddress == nil)
    story.address = address
    #expect(story.webAddress == (isOne ? address : nil))
  }

  @Test("only an asserted claim has no mark")
  func marks() {
    for certainty in Claim.Certainty.allCases { #expect((certainty.mark == nil) == (certainty == .asserted)) }
  }
}
