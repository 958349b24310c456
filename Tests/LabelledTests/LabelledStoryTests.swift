import Foundation
import Labelled
import Stories
import Testing

/// The mark-up of labelled stories.
@Suite struct LabelledStoryTests {
  private func parse(_ text: String) throws -> LabelledStory { try LabelledStory(file: Array(text.utf8)) }

  private static let sample = """
    Norvane sells

    {c1|own voice|asserted||Norvane has found a buyer}. {s2|The group} {q2|said} that {c2|indirect|asserted|norvane|Tallis \
    would pay 310 million euros}, {q2b|adding that} {c2b|indirect|denied|norvane|no jobs would go}.
    {c3|indirect|uncertain|ledger>anonymous|A fund may still bid}, {s3|the Ledger} {q3|wrote}, citing {s3o|a banker}.
    ---
    target: Norkabel
    party: Norvane | seller
    stage: in talks
    term: price | 310000000 | EUR | 310 million euros

    """

  @Test func leavesThePlainStory() throws {
    let story = try parse(Self.sample)
    #expect(
      String(decoding: story.text.bytes, as: UTF8.self) == """
        Norvane sells

        Norvane has found a buyer. The group said that Tallis would pay 310 million euros, adding that no jobs would go.
        A fund may still bid, the Ledger wrote, citing a banker.

        """)
  }

  @Test func tiesClaimsToTheirSources() throws {
    let story = try parse(Self.sample)
    let lines = story.claims.map { claim in
      let sources = claim.sources.map { story.text.string($0) }.joined(separator: "<")
      let cue = claim.cue.map { story.text.string($0) } ?? "-"
      return
        "\(claim.label) \(claim.manner) \(claim.certainty) \(claim.chain) \(sources) \(cue): \(story.text.string(claim.span))"
    }
    #expect(
      lines == [
        "1 ownVoice asserted []  -: Norvane has found a buyer",
        "2 indirect asserted [\"norvane\"] The group said: Tallis would pay 310 million euros",
        "2b indirect denied [\"norvane\"] The group adding that: no jobs would go",
        "3 indirect uncertain [\"ledger\", \"anonymous\"] the Ledger<a banker wrote: A fund may still bid",
      ])
  }

  @Test func readsWhatStandsBelow() throws {
    let story = try parse(Self.sample)
    #expect(story.targets == ["Norkabel"])
    #expect(story.parties == [LabelledParty(name: "Norvane", role: .seller)])
    #expect(story.stage == .inTalks)
    #expect(
      story.terms.map { "\($0.kind) \($0.amount) \($0.unit) \(story.text.string($0.span))" } == [
        "price 310000000.0 EUR 310 million euros"
      ])
  }

  @Test func theDealCanBeMarkedAlone() throws {
    let story = try parse("Norvane sells\n---\nonly: deal\ntarget: Norkabel\nstage: in talks\n")
    #expect(story.isDealOnly && story.claims.isEmpty && story.targets == ["Norkabel"] && story.stage == .inTalks)
    #expect(try !parse(Self.sample).isDealOnly)
  }

  @Test(arguments: [
    ("one\n{c1|own voice|asserted|words", 2, "a brace is {cN|manner|certainty|chain|words}, {sN|words} or {qN|words}"),
    ("{c1|own voice|asserted||words", 1, "{c1| is not closed"),
    ("{c1|own voice|asserted||}", 1, "{c1| holds no words"),
    ("{c1|own voice|asserted||a {q1|b}}", 1, "braces don't nest"),
    ("a }", 1, "} closes nothing"),
    ("\n\n{x1|a}", 3, "a brace opens with c, s or q and a number, not \"x1\""),
    ("{c1|loud|asserted||a}", 1, "\"loud\" is no manner"),
    ("{c1|own voice|sure||a}", 1, "\"sure\" is no certainty"),
    ("{c1|own voice|asserted|acme|a}", 1, "c1 needs no chain, as it is own voice"),
    ("{c1|direct|asserted||a}", 1, "c1 needs a chain"),
    ("{c1|direct|asserted|acme|a}", 1, "there is no source s1 for c1"),
    ("{s1|a}", 1, "there is no claim c1 for s1"),
    ("{c1|own voice|asserted||a}\n{c1|own voice|asserted||b}", 2, "c1 is there twice"),
    ("a\n---\nparty: Acme | cook", 3, "\"cook\" is no role"),
    ("a\n---\n\nstage: bought", 4, "\"bought\" is no stage"),
    ("a\n---\nterm: price | 5 | USD | 5 dollars", 3, "\"5 dollars\" stands in no claim behind the term before"),
    ("a\n---\nterm: price | five | USD | 5 dollars", 3, "\"five\" is no number"),
    ("a\n---\nterm: cost | 5 | USD | 5 dollars", 3, "\"cost\" is no kind of term"),
    ("a\n---\nonly: claims", 3, "the only thing that may be marked alone is \"deal\""),
    ("a\n{c1|own voice|asserted||b}\n---\nonly: deal", 2, "c1 is marked although the story has \"only: deal\""),
    (
      "a\n---\ncolour: red", 3,
      "a line is \"target: NAME\", \"party: NAME | role\", \"stage: …\" or \"term: kind | amount | unit | words\""
    ),
  ]) func saysWhatIsWrong(text: String, line: Int, problem: String) {
    #expect(throws: MarkupError(line: line, problem: problem)) { try parse(text) }
  }

  /// Every labelled file of the repository, and what is built in is the very text that is labelled.
  @Test func readsAllLabelledFiles() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Data")
    var count = 0
    for folder in ["en", "fr", "tiktok-2020", "contested", "deals/en", "deals/fr"] {
      let labelled = root.appendingPathComponent("labelled/\(folder)")
      for name in try FileManager.default.contentsOfDirectory(atPath: labelled.path) where name.hasSuffix(".txt") {
        let bytes = Array(try Data(contentsOf: labelled.appendingPathComponent(name)))
        do {
          let story = try LabelledStory(file: bytes)
          #expect(!story.targets.isEmpty && story.stage != nil, "\(folder)/\(name)")
          #expect(story.claims.isEmpty == folder.hasPrefix("deals"), "\(folder)/\(name)")
          #expect(story.isDealOnly == folder.hasPrefix("deals"), "\(folder)/\(name)")
          if folder == "tiktok-2020" || folder == "contested" {
            let plain = Array(try Data(contentsOf: root.appendingPathComponent("stories/\(name)")))
            #expect(story.text.bytes == plain, "\(name)")
          }
        } catch {
          Issue.record("\(folder)/\(name):\(error)")
        }
        count += 1
      }
    }
    #expect(count >= 116)
  }
}
