import Stories
import Testing

@testable import Reading

/// What is bought, chosen among those that a story names by learned weights.
@Suite struct TargetChoiceTests {
  private func weights(_ text: String) throws -> TargetWeights { try TargetWeights(file: Array(text.utf8)) }

  /// Every feature's place is its own, and the last one's tells how many there are.
  @Test func everyFeatureHasAPlaceOfItsOwn() {
    #expect(TargetFeature.allCases.map(\.place) == Array(0..<TargetFeature.count))
  }

  @Test func readsALineForEachWeight() throws {
    let read = try weights("# a comment\n\n0.5 wooed\n-1.25 bids\n")
    #expect(read.weights[TargetFeature.wooed.place] == 0.5)
    #expect(read.weights[TargetFeature.bids.place] == -1.25)
    #expect(read.weights.count { $0 != 0 } == 2)
    #expect(try TargetWeights(file: nil).weights.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [("0.5 wooed\n0.5", 2), ("0.5 wooing", 1), ("# c\nhalf wooed", 2), ("0.5 wooed twice", 1)])
  func tellsTheLineOfWhatIsWrong(text: String, line: Int) throws {
    let error = #expect(throws: LexiconError.self) { try weights(text) }
    #expect(error?.file == "model/target.txt")
    #expect(error?.line == line)
  }

  /// A model without them would take the first that is named.
  @Test(arguments: Language.allCases) func theProgramsOwnHasWeights(language: Language) throws {
    let model = try Model(language, file: builtIn)
    #expect(model.target.weights.count { $0 != 0 } > 20)
    let image = model.image
    let again = image.withUnsafeBytes { Model(image: $0)?.target }
    #expect(again == model.target)
  }

  /// The features of each candidate by its name.
  private func candidates(_ text: String) throws -> [String: [Float]] {
    let found = try reader.targetCandidates(Array(text.utf8))
    return Dictionary(found.map { ($0.name.english, $0.features) }) { first, _ in first }
  }

  @Test func countsWhatIsToldOfEach() throws {
    let found = try candidates(
      "Acme to buy Belcor\n\nAcme has agreed to buy Belcor from Norvane. Belcor's shares rose, Norvane said.")
    let acme = try #require(found["Acme"])
    let belcor = try #require(found["Belcor"])
    let norvane = try #require(found["Norvane"])
    func value(_ features: [Float], _ feature: TargetFeature) -> Float { features[feature.place] }
    #expect(value(belcor, .changesHands) > 0)
    #expect(value(acme, .changesHands) == 0)
    #expect(value(acme, .bids) > 0)
    #expect(value(norvane, .sells) > 0)
    #expect(value(belcor, .named) == 0.3)
    #expect(value(belcor, .headline) == 1)
    #expect(value(norvane, .headline) == 0)
    #expect([acme, belcor, norvane].map { value($0, .opening) } == [1, 1, 1])
    #expect([acme, belcor, norvane].map { value($0, .order) } == [0, 1.0 / 9, 2.0 / 9])
    #expect(value(acme, .subject) == 0.5)
    #expect(value(belcor, .possessive) == Float(1) / 3)
    #expect(value(belcor, .shares) == 1)
    #expect(value(acme, .shares) == 0)
  }

  @Test func countsWhatIsToldOfAPartWithoutAName() throws {
    let found = try candidates(
      "Acme sheds glue\n\nAcme has agreed to sell its glue division to Belcor. The glue division has 40 workers.")
    let unit = try #require(found["glue division"])
    let acme = try #require(found["Acme"])
    func value(_ features: [Float], _ feature: TargetFeature) -> Float { features[feature.place] }
    #expect([TargetFeature.unit, .ownedUnit, .headlinedUnit, .opening].map { value(unit, $0) } == [1, 1, 1, 1])
    #expect(value(unit, .company) == 0)
    #expect(value(unit, .named) == 0.2)
    #expect(value(unit, .changesHands) > 0)
    #expect(value(unit, .hasUnit) == 0)
    #expect(value(acme, .hasUnit) > 0)
    #expect(value(acme, .unit) == 0)
  }

  @Test func takesWhoWeighsMost() throws {
    let story = "Acme has agreed to buy Belcor from Norvane."
    let found = try reader.targetCandidates(Array(story.utf8))
    #expect(found.map(\.name.english) == ["Acme", "Belcor", "Norvane"])
    #expect(try deal(story) == "Belcor; Norvane seller; Acme bidder")
  }

  /// No deal, no target, whatever is named.
  @Test(arguments: ["Acme makes soap. Belcor makes candles.", "The weather stays fine."])
  func findsNothingWithoutADeal(text: String) throws {
    #expect(try read(text).target == nil)
  }
}
