import Stories
import Testing

@testable import Reading

/// What is bought has no name of its own, but is described.
@Suite struct DescribedUnitTests {
  /// The names of the parts that the events of `text` tell of, each with its owner.
  private func units(_ text: String, _ language: Language = .english) -> [String] {
    ReadStages.with(text, language) { stages in
      var events = DealEvents(stages.prose, stages.cast)
      _ = events.find()
      return events.units.entities.enumerated().map { place, entity in
        let name = String(decoding: Array(stages.text.utf8)[entity.span.range], as: UTF8.self)
        let owner = events.units.owner(of: stages.cast.entities.count + place)
        return name + (owner.map { " of \(stages.name($0))" } ?? "")
      }
    }
  }

  @Test(arguments: [
    ("Acme agreed to sell its garden tools business to Belcor.", "garden tools business of Acme"),
    ("Belcor will buy Acme's loss-making glue division.", "glue division of Acme"),
    ("Belcor has signed an agreement to acquire the wire mill of Acme.", "wire mill of Acme"),
    ("Acme completed the sale of its two remaining cement plants to Belcor.", "cement plants of Acme"),
    ("Belcor bought 14 filling stations from Acme.", "14 filling stations of Acme"),
    ("Belcor has made an offer for Acme's oat mill in Wick.", "oat mill in Wick of Acme"),
    ("Acme has put its toy arm up for sale.", "toy arm of Acme"),
    ("Acme's toy arm has been sold to Belcor.", "toy arm of Acme"),
  ]) func findsWhatIsSold(text: String, unit: String) {
    #expect(units(text) == [unit])
  }

  @Test(arguments: [
    ("Acme va céder à Belcor son activité de colles industrielles.", "activité de colles industrielles of Acme"),
    ("Acme a annoncé la cession de ses activités polonaises à Belcor.", "activités polonaises of Acme"),
    ("Belcor rachète la branche lunetterie d'Acme.", "branche lunetterie of Acme"),
    ("Belcor reprend les 12 magasins d'Acme.", "magasins of Acme"),
  ]) func findsWhatIsSoldInFrench(text: String, unit: String) {
    #expect(units(text, .french) == [unit])
  }

  /// What has a name is told of by that, what only points back is nothing new, and not all that is somebody's is sold.
  @Test(arguments: [
    "Acme agreed to sell its Norvane unit to Belcor.",
    "Acme agreed to sell its glue division, Norvane, to Belcor.",
    "Acme agreed to sell the business to Belcor.",
    "Acme agreed to sell its business to Belcor.",
    "Acme said its glue division had a good year.",
    "Acme hired the chief of its glue division.",
    "Acme sold its glue division chief a car.",
  ]) func findsNothingElse(text: String) {
    #expect(units(text) == [])
  }

  @Test func laterWordsMeanTheSame() {
    #expect(
      units(
        """
        Acme sells glue arm

        Acme has agreed to sell its glue division to Belcor. Belcor said it would buy the division for 30 million euros. \
        The glue division has 40 workers.
        """) == ["glue division of Acme"])
  }

  @Test func ownersTellApart() {
    let found = units("Belcor will buy Acme's glue division. Norvane will sell its glue division to Tarpol.")
    #expect(found == ["glue division of Acme", "glue division of Norvane"])
  }

  /// The owner sells, the others bid.
  @Test(arguments: [
    (
      "Acme sells garden tools\n\nAcme has agreed to sell its garden tools business to Belcor for 30 million euros.",
      "garden tools business; Acme seller; Belcor bidder"
    ),
    (
      "Belcor to buy glue division\n\nBelcor will buy the glue division of Acme, it said on Monday. The division has 40 workers.",
      "glue division; Acme seller; Belcor bidder"
    ),
    (
      "Acme cède ses colles\n\nAcme a annoncé la cession de sa branche colles industrielles à Belcor pour 30 millions d'euros.",
      "branche colles industrielles; Acme seller; Belcor bidder"
    ),
  ]) func isWhatIsBought(text: String, expected: String) throws {
    #expect(try deal(text) == expected)
  }

  /// The sale of a part is background where the whole is bought.
  @Test func theWholeStaysTheTarget() throws {
    let story = """
      Belcor to buy Acme

      Belcor has agreed to buy Acme for 3 billion euros, the two said. Acme's board recommends the offer for Acme.

      Acme sold its glue division in May. Shareholders of Acme will vote on the offer for Acme in June.
      """
    #expect(try deal(story) == "Acme; Belcor bidder")
  }

  @Test func namesTheOwnerInItsID() throws {
    let story = try read(
      "Acme sells garden tools\n\nAcme has agreed to sell its garden tools business to Belcor for 30 million euros.")
    let target = try #require(story.target)
    #expect(target.id == "acme-garden-tools-business")
    #expect(target.kind == .other)
    #expect(target.isDescribed)
    let words = story.mentions.filter { $0.referent == .target(0) }.map { story.text.string($0.span) }
    #expect(words == ["garden tools business"])
  }

  /// "The unit" is the part that is sold, not who was named last.
  @Test func isMeantByLaterWordsForIt() throws {
    let story = try read(
      """
      Acme sells glue unit

      Acme has agreed to sell its glue unit to Belcor for 30 million euros. The unit employs 900.
      """)
    let meant = story.mentions.filter { story.text.string($0.span).lowercased().hasSuffix("unit") }
    #expect(meant.map(\.referent) == [.target(0), .target(0)])
  }
}
