import Foundation
import Stories
import Testing

@testable import Reading

/// The story that it all began with, against the reading that was made of it by hand.
///
/// Neither is part of the repository.
@Suite(.enabled(if: shared != nil, "the seed story is not beside this clone"))
struct SeedTests {
  private struct Gold: Decodable {
    var kicker, headline, lede, reference: String
    var credits: [String]
    var parties: [Named]
    var sources: [Named]
    var claims: [Claim]
    struct Named: Decodable {
      var id: String
      var role: String?
      var name, name_fr: String?
    }
    struct Place: Decodable { var start, end: Int }
    struct Claim: Decodable {
      var content: Place
      var manner, certainty: String
      var sources, parties: [String]
      var cue, source_mention: Place?
      var optional: Bool?
    }
  }

  private let story: Story
  private let gold: Gold

  init() throws {
    let folder = try #require(shared).appendingPathComponent("seed")
    gold = try JSONDecoder().decode(Gold.self, from: Data(contentsOf: folder.appendingPathComponent("gold.json")))
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent("tiktok-oracle.fr.txt")))
    story = try reader.read(bytes, name: "tiktok-oracle.fr.txt")
  }

  /// Byte offsets of the gold's code points.
  private func span(_ place: Gold.Place) -> Span {
    let scalars = String(decoding: story.text.bytes, as: UTF8.self).unicodeScalars
    func offset(_ index: Int) -> Int { scalars.prefix(index).reduce(0) { $0 + UTF8.width($1) } }
    return Span(offset(place.start), offset(place.end))
  }

  private func text(_ kind: Layout.Kind) -> String? { story.layout.first(kind).map(story.text.string) }

  @Test func tellsThePartsOfThePage() {
    #expect(text(.kicker) == gold.kicker)
    #expect(text(.headline) == gold.headline)
    #expect(text(.lede) == gold.lede)
    #expect(story.layout.reference.map(story.text.string) == gold.reference)
    #expect(story.layout.credits.map(story.text.string) == gold.credits)
    #expect(story.layout.blocks.filter { $0.kind == .paragraph }.count == 3)
    #expect(story.language == .french)
  }

  @Test func findsExactlyTheParties() {
    #expect(story.parties.map(\.id) == gold.parties.map(\.id))
    #expect(story.parties.map { $0.role?.rawValue } == gold.parties.map(\.role))
    #expect(story.parties.map(\.name.english) == gold.parties.map(\.name))
    #expect(story.parties.map(\.name.french) == gold.parties.map { $0.name_fr ?? $0.name })
    #expect(story.target?.id == "tiktok")
  }

  @Test func findsTheSources() {
    #expect(Set(story.sources.map(\.id)) == Set(gold.sources.map(\.id)))
  }

  @Test func resolvesPeriphrases() {
    func who(_ words: String) -> [Mention.Referent] {
      story.mentions.filter { story.text.string($0.span) == words }.map(\.referent)
    }
    let microsoft = story.parties.firstIndex { $0.id == "microsoft" }.map { Mention.Referent.party($0) }
    let oracle = story.parties.firstIndex { $0.id == "oracle" }.map { Mention.Referent.party($0) }
    let reuters = story.sources.firstIndex { $0.id == "reuters" }.map { Mention.Referent.source($0) }
    #expect(who("la firme de Redmond") == [microsoft, microsoft])
    #expect(who("L’éditeur B2B de logiciels d'entreprise") == [oracle])
    #expect(who("l’agence de presse") == [reuters])
    #expect(who("l’app chinoise") == [.target(0)])
  }

  @Test func findsEveryClaim() throws {
    for wanted in gold.claims where wanted.optional != true {
      let span = span(wanted.content)
      let claim = try #require(
        story.claims.first { $0.span == span }, "no claim at \"\(story.text.string(span))\"")
      let words = story.text.string(span)
      #expect(claim.manner.rawValue == wanted.manner, "\(words)")
      #expect(claim.certainty.rawValue == wanted.certainty, "\(words)")
      #expect(claim.chain.map { story.sources[$0].id } == wanted.sources, "\(words)")
      #expect(claim.cue == wanted.cue.map(self.span), "\(words)")
      #expect(claim.source == wanted.source_mention.map(self.span), "\(words)")
      #expect(Set(claim.parties.map { story.parties[$0].id }) == Set(wanted.parties), "\(words)")
    }
  }

  @Test func claimsNothingElse() {
    let known = Set(gold.claims.map { span($0.content) })
    let others = story.claims.filter { !known.contains($0.span) }.map { story.text.string($0.span) }
    #expect(others == [])
  }
}
