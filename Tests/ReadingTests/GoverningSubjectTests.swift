import Testing

@testable import Reading

/// Whose verb a cue depends on that has no subject right before it.
@Suite struct GoverningSubjectTests {
  private static let english = lexicon(.english)

  /// The subject of the verb that governs the first `cue` of `text`; `nil` if the words before the cue are its own subject.
  private func subject(of cue: String, in text: String) throws -> String? {
    let utf8 = Array(text.utf8)
    return try utf8.withUnsafeBufferPointer { bytes in
      var layout = PageLayout(GoverningSubjectTests.english, bytes)
      let prose = Prose(layout.read(), GoverningSubjectTests.english, bytes)
      let classed = ClassedProse(prose, bytes)
      return try withExtendedLifetime((prose, classed)) {
        let token = try #require(prose.tokens.indices.first { utf8[prose.range($0)].elementsEqual(cue.utf8) })
        let sentence = try #require(prose.sentences.firstIndex { $0.tokens.contains(token) })
        let sites = CueSites(classed, bytes)
        let site = try #require(sites.site(at: token, in: sentence).map(sites.withPhrases))
        let governing = GoverningSubjects(classed)
        if let left = site.left, !governing.isGoverned(left, site) { return nil }
        let before = min(site.group, site.left?.upperBound ?? site.group)
        return governing.clause(before: before, from: site.stretch.lowerBound).map {
          String(decoding: utf8[prose.span($0.subject).range], as: UTF8.self)
        }
      }
    }
  }

  @Test(arguments: [
    (
      "saying", "Speaking in a calm voice, Norvane Corp defended its offer on Monday, saying it was fair.",
      "Norvane Corp"
    ),
    ("promised", "As holders lose hope, Ann Roe tried to calm them and promised that she would stay.", "Ann Roe"),
    ("show", "Norvane Corp has tried to show that its offer is fair.", "Norvane Corp"),
    ("wondering", "The holders were left wondering whether the offer was fair.", "The holders"),
    ("saying", "Ann Roe issued a statement saying that the offer was too low.", "Ann Roe"),
    ("hopes", "Norvane Corp has waited for months in hopes that the price will fall.", "Norvane Corp"),
    ("nominating", "Norvane Corp answered the board by nominating Ann Roe.", "Norvane Corp"),
  ]) func theVerbBeforeHasTheSubject(_ cue: String, _ text: String, _ expected: String) throws {
    #expect(try subject(of: cue, in: text) == expected)
  }

  @Test(arguments: [
    ("said", "Norvane Corp fell after Belcor Inc said it would not bid."),
    ("saying", "The board met late, with Ann Roe saying that the offer was too low."),
    ("showed", "The price is sapping its support — a poll in Wednesday showed that holders were wary."),
    ("claim", "The offer will be a target for Norvane Corp's claim that it was too low."),
    ("said", "It is a plan the board said it could back."),
  ]) func whatStandsBeforeTheCueIsItsOwnSubject(_ cue: String, _ text: String) throws {
    #expect(try subject(of: cue, in: text) == nil)
  }

  /// The apposition has a verb of its own.
  @Test func anAppositionMayHoldARelativeClause() throws {
    #expect(
      try claims("Ann Roe, a broker who advises Norvane Corp, said its papers show that the offer was late.")
        .contains { $0.contains("Ann Roe: its papers show that the offer was late") })
  }

  /// The words in the text that name who says the last claim of `text`.
  private func lastSource(_ text: String) throws -> String? {
    let story = try read(text)
    return try #require(story.claims.last { $0.manner != .ownVoice }).source.map { story.text.string($0) }
  }

  @Test func aQuotationThatFollowsHasTheSourceOfTheOneBefore() throws {
    let text =
      "“People were waiting” before the offer, Ann Roe said. “And it was so quiet. It was a good mood. It was right after "
      + "the meeting that the board came out.”"
    #expect(try lastSource(text) == "Ann Roe")
  }

  @Test func aFormerMinisterIsASource() throws {
    #expect(
      try lastSource("“The offer comes at a good time for her,” said former Norvane adviser Ann Roe.")
        == "former Norvane adviser Ann Roe")
  }
}
