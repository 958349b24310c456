import Stories
import Testing

@testable import Deals

@Suite struct DossierTests {
  @Test func allThatItSaysAndThatIsSaidOfIt() {
    var a = Made("a", "2031-03-10", target: "Halbrook", [("Halbrook", .target), ("Corvane", .bidder)])
    a.claim("we offer 40", by: ["Corvane"], about: ["Corvane"])
    a.claim("Corvane is short of cash", by: ["Reuters", "Halbrook"], about: ["Corvane"])
    a.claim("the harbour froze")
    var b = Made("b", "2031-01-10", target: "Oakmere", [("Oakmere", .target), ("Corvane SA", .bidder)])
    b.claim("Corvane looks at Oakmere", about: ["Corvane SA"])
    var c = Made("c", nil, [("Corvane", nil)])
    c.claim("no comment", by: ["Corvane"])
    let library = library([a, b, c])
    let dossier = Dossier(of: 1, in: 0, library, book(library))
    #expect(dossier?.party.name.english == "Corvane")
    let lines = dossier?.items.map { item in
      let story = library.story(item.place.story)!
      return
        "\(item.date ?? "-") \(item.isSaid ? "says" : "of it") \(story.text.string(story.claims[item.place.claim].span))"
    }
    #expect(
      lines == [
        "2031-01-10 of it Corvane looks at Oakmere", "2031-03-10 says we offer 40",
        "2031-03-10 of it Corvane is short of cash", "- says no comment",
      ])
  }

  @Test func sourcesAndWhomTheyRelay() {
    var a = Made("a", "2031-03-10", target: "Halbrook", [("Halbrook", .target), ("Corvane", .bidder)])
    a.claim("one", by: ["Corvane"])
    a.claim("two", by: ["Reuters", "people familiar"])
    a.claim("three", by: ["Reuters"])
    a.claim("four")
    var b = Made("b", "2031-03-12", target: "Halbrook", [("Halbrook", .target), ("Corvane SA", .bidder)])
    b.claim("five", by: ["Corvane SA"])
    b.claim("six", by: ["Corvane SA"])
    b.claim("seven", by: ["Kyst", "Reuters", "people familiar"])
    let library = library([a, b])
    let rows = SourceTree(deal(library), in: library).rows.map { row in
      String(repeating: "  ", count: row.depth)
        + "\(row.name?.english ?? "own voice") \(row.claims) \(row.origins) \(row.stories)"
    }
    #expect(
      rows == [
        "Corvane 3 3 2", "Reuters 2 1 1", "  people familiar 1 1 1", "Kyst 1 0 1", "  Reuters 1 0 1",
        "    people familiar 1 1 1", "own voice 1 1 1",
      ])
  }

  @Test func aSourceThatStoriesCallDifferentlyIsOneRow() {
    var a = Made("a", "2031-03-10", target: "Halbrook", [("Halbrook", .target), ("Corvane", .bidder)])
    a.claim("one", by: ["Dockworkers"])
    a.claim("two", by: ["Dockworkers union"])
    a.claim("three", by: ["syndicat DOCKWORKERS"])
    a.claim("four", by: ["Kyst Journal"])
    a.claim("five", by: ["The Kyst Journal"])
    a.story.sources[a.story.sources.count - 1].kind = .anonymous
    a.claim("six", by: ["Kyst"])
    a.claim("seven", by: ["union leaders"])
    a.claim("eight", by: ["leaders"])
    let library = library([a])
    let rows = SourceTree(deal(library), in: library).rows.map { "\($0.name?.english ?? "own voice") \($0.claims)" }
    #expect(rows == ["Dockworkers 3", "Kyst Journal 2", "Kyst 1", "union leaders 1", "leaders 1"])
  }

  @Test func noBundledSourceStandsTwiceInOnePlace() {
    let library = Bundled.library
    for deal in book(library).allDeals(in: library) {
      var path: [String] = []
      var seen: Set<[String]> = []
      for row in SourceTree(deal, in: library).rows {
        path = path.prefix(row.depth) + [row.name?.english.lowercased() ?? "own voice"]
        #expect(seen.insert(path).inserted, "\(path)")
      }
    }
  }
}
