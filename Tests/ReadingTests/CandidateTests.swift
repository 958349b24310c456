import Stories
import Testing

@testable import Reading

/// What a cue could attribute: the quotations around it, and none that is somebody else's.
@Suite struct CandidateTests {
  private static let english = lexicon(.english)

  /// The contents that the first `cue` of `text` could have; parts have "…" between them.
  private func contents(of cue: String, in text: String) throws -> [String] {
    let utf8 = Array(text.utf8)
    return try utf8.withUnsafeBufferPointer { bytes in
      var layout = PageLayout(CandidateTests.english, bytes)
      let prose = Prose(layout.read(), CandidateTests.english, bytes)
      let classed = ClassedProse(prose, bytes)
      return try withExtendedLifetime((prose, classed)) {
        let token = try #require(
          prose.tokens.indices.first { utf8[prose.range($0)].elementsEqual(cue.utf8) && prose.quotation[$0] < 0 })
        let sentence = try #require(prose.sentences.firstIndex { $0.tokens.contains(token) })
        let sites = CueSites(classed, bytes)
        guard let site = sites.site(at: token, in: sentence).map(sites.withPhrases) else { return [] }
        var candidates = Candidates(classed)
        candidates.propose(site, proposal: Choice.proposal(site, RuleProposals(prose)))
        func words(_ range: Range<Int>) -> String { String(decoding: utf8[prose.span(range).range], as: UTF8.self) }
        return candidates.all.map { words($0.first) + ($0.second.map { " … " + words($0) } ?? "") }
      }
    }
  }

  @Test func aQuotationGoesOnBehindALongIncise() throws {
    let contents = try contents(
      of: "said",
      in: "“We will sell the unit this year,” Norvane Corp said in a letter that it sent to all of its holders and "
        + "workers late on Monday. “It is the right time for our holders.”")
    #expect(contents.contains("“We will sell the unit this year,” … “It is the right time for our holders.”"))
  }

  @Test(arguments: [
    "“It is the right time for our holders,” Ann Roe added.", "“Is it the right time for our holders?” Ann Roe asked.",
  ]) func aQuotationWithAnInciseOfItsOwnIsNoSecondHalf(_ second: String) throws {
    let contents = try contents(of: "said", in: "“We will sell the unit this year,” Norvane Corp said. " + second)
    #expect(contents.contains("“We will sell the unit this year,”"))
    #expect(!contents.contains { $0.contains("…") && $0.contains("holders") })
  }

  /// What a sentence of its own says in quotation marks is not what the next one attributes.
  @Test(arguments: [" ", "\n\n"]) func aQuotationThatEndsItsSentenceIsNobodys(_ gap: String) throws {
    let text = "Norvane Corp was sold.\n\n“We will sell the unit to you this year.”" + gap
    let said = try contents(of: "said", in: text + "Belcor Inc said it had made no offer.")
    #expect(!said.isEmpty && !said.contains { $0.contains("We") })
    #expect(try contents(of: "harrumphed", in: text + "Belcor Inc harrumphed.").isEmpty)
  }

  @Test func aQuestionBeforeANameIsItsQuestion() throws {
    let contents = try contents(of: "harrumphed", in: "“Will we sell the unit to you this year?” Ann Roe harrumphed.")
    #expect(contents.contains("“Will we sell the unit to you this year?”"))
  }

  /// "said" stands between its subject and what is said, not within a clause that has no verb before it.
  @Test func aSubjectAndAnAppositionAreNoTwoHalves() throws {
    let contents = try contents(
      of: "said", in: "Its chairman, Marc Holm, said Belcor Inc's chief executive, Ann Roe, had told him it was off.")
    #expect(contents.contains("Belcor Inc's chief executive, Ann Roe, had told him it was off"))
    #expect(!contents.contains { $0.contains("…") }, "\(contents)")
  }
}
