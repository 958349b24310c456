import Labelled
import Stories
import Testing

@testable import suitor_score

/// What counts as right.
@Suite struct ComparisonTests {
  private static let words = "Acme said that Beta would not sell. Zed may buy Beta for 5 dollars, it is said."
  private let text = StoryText(bytes: Array(words.utf8))

  private func span(_ words: String) -> Span {
    let all = Array(Self.words.utf8)
    let wanted = Array(words.utf8)
    let start = (0...(all.count - wanted.count)).first { all[$0..<$0 + wanted.count].elementsEqual(wanted) }!
    return Span(start, start + wanted.count)
  }

  private var marked: LabelledStory {
    LabelledStory(
      text: text,
      claims: [
        LabelledClaim(
          label: "1", span: span("Beta would not sell"), manner: .indirect, certainty: .denied, chain: ["acme"],
          sources: [span("Acme")], cue: span("said")),
        LabelledClaim(
          label: "2", span: span("Zed may buy Beta for 5 dollars"), manner: .ownVoice, certainty: .uncertain),
      ],
      targets: ["Beta"], parties: [LabelledParty(name: "Zed", role: .bidder)], stage: .rumoured,
      terms: [.init(kind: .price, amount: 5, unit: "USD", span: span("5 dollars"))])
  }

  /// The reading that has all of it.
  private var right: Story {
    var story = Story(name: "a", text: text, language: .english, layout: Layout())
    story.targets = [Party(id: "beta", name: Wording("Beta Inc"), kind: .company)]
    story.parties = [Party(id: "zed", name: Wording("Zed plc"), kind: .company, role: .bidder)]
    story.sources = [Source(id: "acme", name: Wording("Acme"), kind: .party)]
    story.stage = .rumoured
    story.claims = [
      Claim(
        span: span("that Beta would not sell."), cue: span("said"), source: span("Acme"), chain: [0], manner: .indirect,
        certainty: .denied),
      Claim(
        span: span("Zed may buy Beta for 5 dollars"), manner: .ownVoice, certainty: .uncertain,
        terms: [.init(kind: .price, amount: 5, unit: "USD", span: span("5 dollars"))]),
    ]
    return story
  }

  @Test func findsNothingWrongWithTheRightReading() {
    let comparison = Comparison(marked, right)
    #expect(comparison.errors == [])
    let tally = comparison.tally
    #expect(tally.attributed == .init(marked: 1, found: 1, relaxed: 1, exact: 1))
    #expect(tally.all == .init(marked: 2, found: 2, relaxed: 2, exact: 2))
    #expect(tally.terms == .init(marked: 1, found: 1, relaxed: 1, exact: 1))
    #expect(
      [tally.sourceRight, tally.allRight, tally.chainRight, tally.dealRight, tally.stageRight] == [1, 2, 2, 1, 1])
  }

  @Test func takesHalfTheWordsForRelaxedOnly() {
    var story = right
    story.claims[1].span = span("may buy Beta for")
    #expect(Comparison(marked, story).tally.all == .init(marked: 2, found: 2, relaxed: 2, exact: 1))
    story.claims[1].span = span("may buy")
    let comparison = Comparison(marked, story)
    #expect(comparison.tally.all == .init(marked: 2, found: 2, relaxed: 1, exact: 1))
    #expect(
      comparison.errors == [
        "MISSED c2|own voice|uncertain|: Zed may buy Beta for 5 dollars", "FALSE  own voice|uncertain|: may buy",
      ])
  }

  @Test func wantsSourceMannerAndCertainty() {
    var story = right
    story.claims[0].source = span("Zed")
    story.claims[1].certainty = .asserted
    let comparison = Comparison(marked, story)
    #expect(comparison.tally.sourceRight == 0)
    #expect(comparison.tally.allRight == 0)
    #expect(comparison.tally.certaintyRight == 1)
    #expect(
      comparison.errors == [
        "WRONG  c1|indirect|denied|acme: Beta would not sell | source “Zed”",
        "WRONG  c2|own voice|uncertain|: Zed may buy Beta for 5 dollars | asserted",
      ])
  }

  @Test func wantsEveryBidderAndSeller() {
    var story = right
    story.parties.append(Party(id: "acme", name: Wording("Acme"), kind: .company, role: .seller))
    let tally = Comparison(marked, story).tally
    #expect([tally.targetRight, tally.actorsRight, tally.dealRight] == [1, 0, 0])
    #expect(tally.actors == .init(marked: 1, found: 2, relaxed: 1, exact: 1))
    #expect(
      Comparison(marked, story).errors == ["DEAL   Beta; bidder Zed; seller  | Beta Inc; bidder Zed plc; seller Acme"])
  }

  @Test func wantsKindAmountAndUnitOfTerms() {
    var story = right
    story.claims[1].terms[0].kind = .stake
    let comparison = Comparison(marked, story)
    #expect(comparison.tally.terms == .init(marked: 1, found: 1, relaxed: 0, exact: 0))
    #expect(
      comparison.errors == ["TERM   missed price 5.0 USD: 5 dollars", "TERM   false stake 5.0 USD: 5 dollars"])
  }

  @Test func whereOnlyTheDealIsMarkedClaimsCountForNothing() {
    var deal = marked
    deal.isDealOnly = true
    deal.claims = []
    deal.terms = []
    let comparison = Comparison(deal, right)
    #expect(comparison.errors == [])
    let tally = comparison.tally
    #expect(tally.all == .init() && tally.attributed == .init() && tally.terms == .init())
    #expect([tally.stories, tally.targetRight, tally.dealRight, tally.stageRight] == [1, 1, 1, 1])
    #expect(
      Report.text("deals/en", tally) == """
        deals/en: 1 stories
          deal                target 1.000, every target 1.000, bidders and sellers 1.000, all of it 1.000; stage 1.000
          bidders and sellers 1 marked, 1 found; P 1.000 R 1.000 F1 1.000

        """)
  }

  @Test(arguments: [
    ("Data/labelled/en/05-a.txt", "en, training"), ("/tmp/labelled/deals/fr/18-a.txt", "deals/fr, test"),
    ("Data/labelled/contested/a.txt", "contested"), ("en/18-a.txt", "en, test"), ("a.txt", "."),
  ]) func aSetIsAFolder(path: String, set: String) {
    #expect(Files.set(path) == set)
  }

  @Test func addsUp() {
    var tally = Comparison(marked, right).tally
    tally += tally
    #expect(tally.stories == 2 && tally.all.marked == 4 && tally.stageRight == 2 && tally.terms.exact == 2)
    #expect(
      Report.text("en", tally).hasPrefix("en: 2 stories\n  attributed claims   2 marked, 2 found; relaxed P 1.000"))
  }
}
