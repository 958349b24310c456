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
}
