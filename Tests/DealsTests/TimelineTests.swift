import Stories
import Testing

@testable import Deals

/// The deal of the first story of `library`.
func deal(_ library: Library) -> Deal { book(library).deals(of: 0, in: library)[0] }

/// A timeline as lines: day, stage, tellings, and the day of the confirmation.
func lines(_ library: Library, story: Int = 0) -> [String] {
  let deal = book(library).deals(of: story, in: library)[0]
  let timeline = Timeline(deal, in: library)
  return (timeline.entries + timeline.undated).map { entry in
    let confirmed = entry.confirmation.map { "confirmed " + (entry.tellings[$0].date ?? "-") } ?? "only reported"
    return "\(entry.date ?? "-") \(entry.stage.rawValue) x\(entry.tellings.count) \(confirmed)"
  }
}

@Suite struct TimelineTests {
  private func story(_ name: String, _ date: String?) -> Made {
    Made(
      name, date, target: "Halbrook",
      [("Halbrook", .target), ("Corvane", .bidder), ("Competition Office", .regulator), ("Sound Office", .regulator)])
  }

  private let both = ["Halbrook", "Corvane"]

  @Test func aReportIsConfirmedByAParty() {
    var a = story("a", "2031-01-10")
    a.claim("Corvane is in talks with Halbrook", by: ["Reuters", "people familiar"], stage: .inTalks, about: both)
    var b = story("b", "2031-01-14")
    b.claim("we are in talks with Halbrook", by: ["Corvane"], stage: .inTalks, about: both)
    #expect(lines(library([a, b])) == ["2031-01-10 in talks x2 confirmed 2031-01-14"])
  }

  @Test func whatOnlyAnAgencyReportsIsReported() {
    var a = story("a", "2031-01-10")
    a.claim("Corvane has agreed to buy Halbrook", by: ["Reuters"], stage: .agreed, about: both)
    a.claim("Corvane would have bought Halbrook", .reported, stage: .completed, about: both)
    #expect(lines(library([a])) == ["2031-01-10 agreed x1 only reported", "2031-01-10 completed x1 only reported"])
  }

  @Test func conditionsAndQuestionsAreNoEvents() {
    var a = story("a", "2031-01-10")
    a.claim("if Corvane buys Halbrook", .hypothetical, stage: .completed, about: both)
    a.claim("will Corvane buy Halbrook", .asked, stage: .offered, about: both)
    #expect(lines(library([a])).isEmpty)
  }

  @Test func history() {
    var a = story("a", "2031-01-10")
    a.claim("Corvane offers 40 a share for Halbrook", stage: .offered, about: both, [(.pricePerShare, 40, "USD")])
    var b = story("b", "2031-01-20")
    b.claim("Halbrook rejects it", by: ["Halbrook"], stage: .rejected, about: both)
    b.claim("Corvane had offered 40 for Halbrook", stage: .offered, about: both, [(.pricePerShare, 40, "USD")])
    var c = story("c", "2031-02-20")
    // The refusal stands before the offer that it refuses.
    c.claim("Halbrook rejects Corvane again", by: ["Halbrook"], stage: .rejected, about: both)
    c.claim("Corvane now offers 45 for Halbrook", stage: .offered, about: both, [(.pricePerShare, 45, "USD")])
    var d = story("d", "2031-03-20")
    d.claim("Halbrook and Corvane have agreed", by: ["Halbrook"], stage: .agreed, about: both)
    d.claim("Halbrook had rejected Corvane", stage: .rejected, about: both)
    #expect(
      lines(library([a, b, c, d])) == [
        "2031-01-10 offered x2 confirmed 2031-01-10", "2031-01-20 rejected x1 confirmed 2031-01-20",
        "2031-02-20 offered x1 confirmed 2031-02-20", "2031-02-20 rejected x2 confirmed 2031-02-20",
        "2031-03-20 agreed x1 confirmed 2031-03-20",
      ])
  }

  @Test func eachOfficeDecidesForItself() {
    var a = story("a", "2031-01-10")
    a.claim("the Competition Office clears it", stage: .approved, about: ["Competition Office", "Corvane"])
    var b = story("b", "2031-03-10")
    b.claim("the Sound Office clears it", stage: .approved, about: ["Sound Office", "Corvane"])
    b.claim("the Competition Office had cleared it", stage: .approved, about: ["Competition Office"])
    #expect(
      lines(library([a, b])) == [
        "2031-01-10 approved x2 confirmed 2031-01-10", "2031-03-10 approved x1 confirmed 2031-03-10",
      ])
  }

  @Test func aDealOfAnotherIsLeftOut() {
    var a = story("a", "2031-01-10")
    a.add("Oakmere", nil)
    a.add("Tessaly", nil)
    // Named twice each they would be parties of the deal; here they are in passing.
    a.story.mentions.removeAll { mention in
      if case .party(let party) = mention.referent { party > 3 } else { false }
    }
    a.claim("Tessaly has bought Oakmere", stage: .completed, about: ["Tessaly", "Oakmere"])
    #expect(lines(library([a])).isEmpty)
  }

  @Test func withoutADateStandsApart() {
    var a = story("a", "2031-01-10")
    a.claim("Corvane offers for Halbrook", stage: .offered, about: both)
    var b = story("b", nil)
    b.claim("Corvane has bought Halbrook", stage: .completed, about: both)
    #expect(lines(library([a, b])) == ["2031-01-10 offered x1 confirmed 2031-01-10", "- completed x1 confirmed -"])
  }

  /// What the stories on the steel deal say, in the order in which it happened.
  @Test func bundledSteel() {
    let library = Bundled.library
    let story = library.entries.firstIndex { $0.name.hasPrefix("us-steel") }!
    let found = lines(library, story: story)
    for line in [
      "2023-08-14 rejected", "2024-03-15 under review", "2025-01-04 blocked", "2025-06-19 completed",
    ] {
      #expect(found.contains { $0.hasPrefix(line) && $0.contains("confirmed") }, "\(line) in \(found)")
    }
  }
}
