import Stories
import Testing

@testable import Reading

/// What is bought, chosen among those that a story names by learned weights.
@Suite struct TargetChoiceTests {
  /// Weights that are read from `text`, and from `words` for English words.
  private func weights(_ text: String, words: String? = nil) throws -> TargetWeights {
    try TargetWeights(.english) { path in
      path == TargetWeights.path ? Array(text.utf8) : words.map { Array($0.utf8) }
    }
  }

  /// Every feature's place is its own, and the last one's tells how many there are.
  @Test func everyFeatureHasAPlaceOfItsOwn() {
    #expect(TargetFeature.allCases.map(\.place) == Array(0..<TargetFeature.count))
  }

  @Test func readsALineForEachWeight() throws {
    let read = try weights("# a comment\n\n0.5 wooed\n-1.25 bids\n")
    #expect(read.weights[TargetFeature.wooed.place] == 0.5)
    #expect(read.weights[TargetFeature.bids.place] == -1.25)
    #expect(read.weights.count { $0 != 0 } == 2)
    #expect(try TargetWeights(.english) { _ in nil }.weights.allSatisfy { $0 == 0 })
  }

  @Test(arguments: [("0.5 wooed\n0.5", 2), ("0.5 wooing", 1), ("# c\nhalf wooed", 2), ("0.5 wooed twice", 1)])
  func tellsTheLineOfWhatIsWrong(text: String, line: Int) throws {
    let error = #expect(throws: LexiconError.self) { try weights(text) }
    #expect(error?.file == "model/target.txt")
    #expect(error?.line == line)
  }

  @Test func namesTheFileOfWords() throws {
    let error = #expect(throws: LexiconError.self) { try weights("1 wooed", words: "1 word-before") }
    #expect(error?.file == "model/en-target.txt")
    #expect(error?.line == 1)
  }

  /// What stands around the mentions of somebody, by its names.
  @Test func tellsWhatStandsAroundTheMentions() throws {
    let found = try reader.targetCandidates(
      Array("Acme has agreed to buy Belcor from Norvane. Belcor makes soap.".utf8))
    let belcor = try #require(found.first { $0.name.english == "Belcor" })
    let around = Dictionary(belcor.surroundings.map { ($0.name, $0.amount) }) { first, _ in first }
    #expect(around["word-before buy"] == 0.5)
    #expect(around["verb-word-behind makes"] == 0.5)
    #expect(around["order 1"] == 1)
    #expect(around["name-word belcor"] == 1)
    #expect(!around.keys.contains { $0.hasPrefix("in-sentence") || $0.hasPrefix("beside") })
  }

  /// Those that are told of alike are told apart by the words around them; those words make up for little else.
  @Test func wordsAroundTheMentionsDecide() throws {
    let text = "Belcor makes soap. Norvane sells Tarpol, and Holm, Ann Roe said."
    func target(_ named: String, _ words: String) throws -> String? {
      let other = StoryReader { path in
        switch path {
        case "model/target.txt": Array(named.utf8)
        case "model/en-target.txt": Array(words.utf8)
        case let path where path.hasPrefix("compiled/"): nil
        default: builtIn(path)
        }
      }
      return try other.read(Array(text.utf8), name: "").target?.name.english
    }
    #expect(try target("0 wooed", "1 word-before sells") == "Tarpol")
    #expect(try target("0 wooed", "1 word-before and\n-2 word-behind said") == "Holm")
    #expect(try target("0.4 order 0", "1 word-before sells") == "Tarpol")
    #expect(try target("0.6 order 0", "1 word-before sells") == "Belcor")
    #expect(try target("-27 order", "9 word-before sells") == "Belcor")
  }

  /// A model without them would take the first that is named.
  @Test(arguments: Language.allCases) func theProgramsOwnHasWeights(language: Language) throws {
    let model = try Model(language, file: builtIn)
    #expect(model.target.weights.count { $0 != 0 } > 20)
    let image = model.image
    let isSame = image.withUnsafeBytes { bytes in
      let again = Model(image: bytes)?.target
      return again?.weights == model.target.weights
        && again.map { Array($0.surroundings.slots) } == Array(model.target.surroundings.slots)
    }
    #expect(isSame)
    #expect(model.target.surroundings.slots.count { $0 != 0 } > 500)
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
