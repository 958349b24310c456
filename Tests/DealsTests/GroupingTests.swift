import Stories
import Testing

@testable import Deals

/// A book with all of `library`.
func book(_ library: Library) -> DealBook {
  var book = DealBook()
  for index in library.entries.indices { book.note(index) }
  book.catchUp(with: library)
  return book
}

/// The names of the stories of each deal.
func groups(_ library: Library) -> [[String]] {
  book(library).allDeals(in: library).map { deal in deal.stories.map { library.entries[$0].name } }
}

@Suite struct GroupingTests {
  /// Written down before the program was asked: the file names say which deal a story is on.
  @Test func bundledStoriesAreSixDeals() {
    let names = Bundled.library.entries.map(\.name)
    let expected = ["2020-", "activision-", "carrefour-", "qualcomm-", "suez-", "us-steel-"].map { prefix in
      names.filter { $0.hasPrefix(prefix) }
    }
    #expect(expected.map(\.count) == [8, 6, 4, 6, 6, 6])
    #expect(groups(Bundled.library) == expected)
  }

  @Test func bundledDealsHaveTheirTargetsNames() {
    let deals = book(Bundled.library).allDeals(in: Bundled.library)
    #expect(
      deals.map { $0.name?.english } == [
        "TikTok", "Activision Blizzard", "Carrefour", "Qualcomm", "Suez", "U.S. Steel",
      ])
  }

  @Test func eachBundledStoryIsCalledByItsDeal() {
    let book = book(Bundled.library)
    let all = book.dealNames()
    for (index, entry) in Bundled.library.entries.enumerated() {
      let expected = [
        "2020-": "TikTok", "activision": "Activision Blizzard", "carrefour": "Carrefour", "qualcomm": "Qualcomm",
        "suez": "Suez", "us-steel": "U.S. Steel",
      ].first { entry.name.hasPrefix($0.key) }?.value
      #expect(all[index]?.english == expected)
      #expect(book.dealName(of: index)?.english == expected)
    }
  }

  /// A bidder's first story on a target, then others.
  private func talk(_ name: String, _ date: String?, _ target: String, _ bidder: String) -> Made {
    Made(name, date, target: target, [(target, .target), (bidder, .bidder)])
  }

  @Test func sameTargetAndBidderIsOneDealThroughAYear() {
    let stories = [talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-11-20", "Halbrook", "Corvane")]
    #expect(groups(library(stories)) == [["a", "b"]])
  }

  @Test func anotherBidderSoonAfterFightsForTheSameDeal() {
    let stories = [talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-03-02", "Halbrook", "Tessaly")]
    #expect(groups(library(stories)) == [["a", "b"]])
  }

  @Test func boughtTwiceYearsApartIsTwoDeals() {
    let stories = [
      talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-02-01", "Halbrook", "Corvane"),
      talk("c", "2034-01-10", "Halbrook", "Tessaly"), talk("d", "2034-03-10", "Halbrook", "Tessaly"),
    ]
    #expect(groups(library(stories)) == [["a", "b"], ["c", "d"]])
  }

  @Test func oneSharedPartyIsNoDeal() {
    let stories = [talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-01-12", "Oakmere", "Corvane")]
    #expect(groups(library(stories)) == [["a"], ["b"]])
  }

  @Test func regulatorsAndAdvisersJoinNothing() {
    func story(_ name: String, _ target: String, _ bidder: String) -> Made {
      Made(
        name, "2031-01-10", target: target,
        [
          (target, .target), (bidder, .bidder), ("Competition Office", .regulator), ("Norland", .government),
          ("Ashdown Bank", .adviser),
        ])
    }
    #expect(groups(library([story("a", "Halbrook", "Corvane"), story("b", "Oakmere", "Tessaly")])) == [["a"], ["b"]])
  }

  @Test func aRoundUpBelongsToEachDealAndJoinsNone() {
    var roundUp = Made("r", "2031-01-12", target: "Halbrook", [("Corvane", .bidder), ("Tessaly", .bidder)])
    roundUp.story.targets.append(Party(id: "oakmere", name: Wording("Oakmere"), kind: .company, role: .target))
    let stories = [
      talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-01-11", "Oakmere", "Tessaly"), roundUp,
    ]
    let library = library(stories)
    #expect(groups(library) == [["a", "r"], ["b", "r"]])
    #expect(book(library).deals(of: 2, in: library).map { $0.target?.english } == ["Halbrook", "Oakmere"])
  }

  /// What is bought is a party of its story too, and the round-up tells of each in a paragraph of its own.
  @Test func aRoundUpWhoseTargetsActJoinsNone() {
    let text = "Corvane buys Halbrook.\n\nTessaly buys Oakmere."
    var roundUp = Made("r", "2031-01-12", target: "Halbrook")
    roundUp.story.targets.append(Party(id: "oakmere", name: Wording("Oakmere"), kind: .company, role: .target))
    let names: [(String, Party.Role, Span)] = [
      ("Corvane", .bidder, Span(0, 7)), ("Halbrook", .target, Span(13, 21)), ("Tessaly", .bidder, Span(24, 31)),
      ("Oakmere", .target, Span(37, 44)),
    ]
    for (name, role, _) in names { roundUp.add(name, role) }
    roundUp.story.text = StoryText(bytes: Array(text.utf8))
    roundUp.story.mentions = names.enumerated().map { Mention(span: $1.2, referent: .party($0), form: .name) }
    roundUp.story.layout.blocks = [
      .init(kind: .paragraph, span: Span(0, 22)), .init(kind: .paragraph, span: Span(24, 45)),
    ]
    let library = library([
      talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-01-11", "Oakmere", "Tessaly"), roundUp,
    ])
    #expect(groups(library) == [["a", "r"], ["b", "r"]])
    // Nor does the round-up alone make one deal of two.
    #expect(groups(Library(entries: [library.entries[2]])) == [["r"], ["r"]])
  }

  /// As the program reads them: two deals, one paragraph each.
  @Test(arguments: [
    "Deals of the week\n\nLONDON, March 5, 2031 - Two takeovers made news this week.",
    "Corvane closes in on Halbrook, Tessaly drops Oakmere",
  ])
  func aWrittenRoundUpOfTwoDealsJoinsNone(top: String) throws {
    let texts = [
      "a": """
      Corvane raises offer for Halbrook to 42 euros a share

      PARIS, March 3, 2031 - Corvane SA said on Monday that it had raised its offer for Halbrook to 42 euros a share. Halbrook said that its board had rejected the first offer.
      """,
      "b": """
      Tessaly offers 300 pence a share for Oakmere

      LONDON, Feb 20, 2031 - Tessaly Plc offered on Thursday to buy Oakmere Plc for 300 pence a share. Oakmere said the offer was under review.
      """,
      "r": top + """


        LONDON, March 5, 2031 - Corvane SA said that it would buy Halbrook for 42 euros a share. Corvane expects the purchase of Halbrook to close in June. Halbrook said that its board backed the offer.

        Tessaly Plc said that it had withdrawn its offer for Oakmere Plc. Tessaly had offered to buy Oakmere for 300 pence a share. Oakmere said that it regretted the decision of Tessaly.
        """,
    ]
    let library = Library(
      entries: try texts.sorted { $0.key < $1.key }.map { name, text in
        .init(name: name, state: .read(try Bundled.reader.read(Array(text.utf8), name: name)))
      })
    #expect(Set(groups(library)) == [["a", "r"], ["b", "r"]])
    let deals = book(library).deals(of: 2, in: library)
    #expect(deals.map { $0.bidders.map { NameKey.make($0.english) } } == [["corvane"], ["tessaly"]])
  }

  /// What another company was bought for is told in passing, in a paragraph of its own.
  @Test func aDealToldInPassingMakesNoRoundUp() throws {
    let text = """
      Bids for harbours

      LONDON, March 5, 2031 - Corvane SA said that it would buy Halbrook for 42 euros a share. Corvane expects the purchase of Halbrook to close in June. Halbrook said that its board backed the offer.

      Analysts said that the price was high.

      Shares of harbours rose. Traders spoke of a busy month.

      Tessaly Plc bought Oakmere for 300 pence a share last year.
      """
    let story = try Bundled.reader.read(Array(text.utf8), name: "a")
    #expect(story.targets.map(\.name.english) == ["Halbrook"])
  }

  @Test func aStoryWithoutTargetJoinsWithTwoPartiesAndANearDate() {
    let untold = Made("c", "2031-01-20", [("Halbrook", nil), ("Corvane", .bidder)])
    let other = Made("d", "2031-01-20", [("Corvane", nil), ("Tessaly", nil)])
    let stories = [talk("a", "2031-01-10", "Halbrook", "Corvane"), untold, other]
    #expect(groups(library(stories)) == [["a", "c"], ["d"]])
  }

  @Test func aTargetMisreadInOneStoryDoesNotNameTheDeal() {
    let stories = [
      talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", "2031-01-11", "Halbrook", "Corvane"),
      talk("c", "2031-01-12", "Corvane", "Halbrook"),
    ]
    let library = library(stories)
    #expect(groups(library) == [["a", "b", "c"]])
    #expect(book(library).deals(of: 2, in: library)[0].name?.english == "Halbrook")
  }

  @Test func aStoryWithoutADateJoinsItsDeal() {
    let stories = [talk("a", "2031-01-10", "Halbrook", "Corvane"), talk("b", nil, "Halbrook", "Corvane")]
    #expect(groups(library(stories)) == [["a", "b"]])
  }

  @Test func spellingsAreOneParty() {
    let stories = [
      talk("a", "2031-01-10", "H. K. Halbrook Inc.", "Corvané SA"),
      talk("b", "2031-09-10", "HK HALBROOK", "The Corvane Group"),
    ]
    #expect(groups(library(stories)) == [["a", "b"]])
  }

  /// Whatever the order in which stories arrive, change and go, the deals are those of the stories that are there.
  @Test func orderDoesNotCount() {
    let names = ["Halbrook", "Oakmere", "Corvane", "Tessaly", "Varnholm"]
    var random = Seeded(seed: 7)
    for _ in 0..<40 {
      var stories: [Made] = []
      for number in 0..<12 {
        let year = 2030 + Int(random.next() % 3)
        let month = String(100 + Int(random.next() % 12) + 1).dropFirst()
        let date = random.next() % 8 == 0 ? nil : "\(year)-\(month)-15"
        let target = names[Int(random.next() % 3)]
        let bidder = names[3 + Int(random.next() % 2)]
        stories.append(talk("s\(number)", date, target, bidder))
      }
      let all = library(stories)
      let expected = Set(groups(all).map(Set.init))
      var entries = all
      var grown = DealBook()
      for index in all.entries.indices.shuffled(using: &random) {
        // Another story stood there before.
        entries.set(index, to: .read(stories[Int(random.next() % 12)].story))
        grown.note(index)
        grown.catchUp(with: entries)
        entries.set(index, to: all.entries[index].state)
        grown.note(index)
        grown.catchUp(with: entries)
      }
      let found = grown.allDeals(in: all).map { Set($0.stories.map { all.entries[$0].name }) }
      #expect(Set(found) == expected)
    }
  }
}

/// Numbers from a seed, the same on every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
