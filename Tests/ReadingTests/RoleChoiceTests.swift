import Stories
import Testing

@testable import Reading

/// Bidders and sellers, chosen among those that a story names by learned weights.
@Suite struct RoleChoiceTests {
  /// Weights that are read from `text`, and from `words` for English words.
  private func weights(_ text: String, words: String? = nil) throws -> RoleWeights {
    try RoleWeights(.english) { path in
      path == RoleWeights.path ? Array(text.utf8) : words.map { Array($0.utf8) }
    }
  }

  /// The candidates of the story in `text` by their names, with their features.
  private func candidates(_ text: String) throws -> [String: [String: Float]] {
    let found = try reader.roleCandidates(Array(text.utf8))
    return Dictionary(
      found.map { ($0.name.english, Dictionary($0.features.map { ($0.name, $0.amount) }) { first, _ in first }) }
    ) { first, _ in first }
  }

  // MARK: Names

  /// The name of every feature leads back to its key.
  @Test func namesLeadBackToKeys() throws {
    let stories = [
      "Acme to buy Belcor\n\nAcme has agreed to buy Belcor from Norvane, Ann Roe said. Its owner, the Holm family, sells.",
      "Acme rachète Belcor\n\nAcme a annoncé mardi le rachat de Belcor à Norvane, dont le patron est Ann Roe.",
    ]
    for story in stories {
      for (_, features) in try candidates(story) {
        for name in features.keys {
          let key = try #require(RoleName.key(of: name.split(separator: " ")), "\(name)")
          let word = RoleName.hasWord(name) ? String(name.split(separator: " ").last ?? "") : ""
          #expect(RoleName.name(of: key, word: word) == name)
        }
      }
    }
  }

  @Test(arguments: ["rule buyer", "rule", "rule bidder seller", "near-before", "before <nobody>", "event buyer", "bid"])
  func nothingElseIsAFeature(name: String) {
    #expect(RoleName.key(of: name.split(separator: " ")) == nil)
  }

  @Test func everyPlaceInAnEventHasAValueOfItsOwn() {
    let slots = (0..<RoleSlot.count).compactMap { RoleSlot(value: $0) }
    #expect(slots.count == Int(RoleSlot.count))
    #expect(slots.map(\.value) == Array(0..<RoleSlot.count))
    #expect(Set(slots.map(\.name)).count == slots.count)
    #expect(RoleSlot(value: RoleSlot.count) == nil)
  }

  /// Who speaks for a government does neither for himself, unless a rule says so.
  @Test func ministersAreNoCandidates() throws {
    let story = "Acme wants to buy Belcor. French finance minister Bruno Le Maire said he was against it."
    let names = try candidates(story).keys
    #expect(!names.contains { $0.contains("Le Maire") })
    #expect(names.contains("Acme"))
  }

  // MARK: Weights

  @Test(arguments: [
    ("1 0.5 bias\n1 bias", 2), ("1 0.5 biased", 1), ("# c\n\n1 half bias", 3), ("40 0 bias", 1), ("1 0 bias twice", 1),
  ])
  func tellsTheLineOfWhatIsWrong(text: String, line: Int) throws {
    let error = #expect(throws: LexiconError.self) { try weights(text) }
    #expect(error?.file == "model/roles.txt")
    #expect(error?.line == line)
  }

  @Test func namesTheFileOfWords() throws {
    let error = #expect(throws: LexiconError.self) { try weights("1 0 bias", words: "1 0 word-before") }
    #expect(error?.file == "model/en-roles.txt")
  }

  /// What is summed up for somebody is the sum over the features that are told of it, each by its name.
  @Test func sumsAreThoseOfTheNamedFeatures() throws {
    let text = "Acme to buy Belcor\n\nAcme has agreed to buy Belcor from Norvane. Norvane said Belcor was not core."
    let candidates = try candidates(text)
    let acme = try #require(candidates["Acme"])
    #expect(acme["rule bidder"] == 1)
    #expect(acme["location headline"] == 0.5)
    #expect(acme["verb-behind have"] == 0.5)
    #expect(acme["in-sentence agreed"] == 0.5)
    let norvane = try #require(candidates["Norvane"])
    #expect(norvane["before preposition"] == 0.5)
    #expect(norvane["word-before from"] == 0.5)
    #expect(norvane["event seller.target"] == 1)
    #expect(candidates["Belcor"] == nil, "what is bought neither bids nor sells")
  }

  /// Without weights the rules decide; with weights these do.
  @Test func weightsDecide() throws {
    let text = "Acme has agreed to buy Belcor from Norvane, Holm said."
    func roles(_ named: String, _ words: String) throws -> String {
      let other = StoryReader { path in
        switch path {
        case "model/roles.txt": Array(named.utf8)
        case "model/en-roles.txt": Array(words.utf8)
        case let path where path.hasPrefix("compiled/"): nil
        default: builtIn(path)
        }
      }
      let parties = try other.read(Array(text.utf8), name: "").parties
      return parties.compactMap { party in
        party.role == .bidder || party.role == .seller ? "\(party.name.english) \(party.role?.rawValue ?? "")" : nil
      }.sorted().joined(separator: ", ")
    }
    #expect(try roles("", "") == "Acme bidder, Norvane seller")
    #expect(try roles("-1 -1 bias", "") == "")
    #expect(try roles("-1 -1 bias\n0 2 kind unknown", "") == "Acme seller, Holm seller, Norvane seller")
    #expect(try roles("-1 -1 bias\n2 0 rule none", "") == "Holm bidder")
    #expect(try roles("-1 -1 bias\n0 3 rule bidder", "0 1.5 word-behind said") == "Acme seller, Holm seller")
  }

  /// A model without them would leave all to the rules.
  @Test(arguments: Language.allCases) func theProgramsOwnHasWeights(language: Language) throws {
    let model = try Model(language, file: builtIn)
    #expect(model.roles.slots.count { $0 != 0 } > 2_000)
    let image = model.image
    let isSame =
      image.withUnsafeBytes { Array(Model(image: $0)?.roles.slots ?? Column([])) } == Array(model.roles.slots)
    #expect(isSame)
  }

  // MARK: What comes out

  /// No rule knows these turns; the words around the names tell.
  @Test(arguments: [
    (
      "Belcor board to meet\n\nThe brewer Belcor Inc is for sale. The board meets on Friday over the bids. Two are left, according to people close to the auction: Norvane Ltd has the money, while Tarpol Ltd has a plan for the breweries.",
      "Norvane Ltd bidder"
    )
  ])
  func hearsOfWhomNoRuleSpeaks(text: String, bidder: String) throws {
    #expect(try deal(text, by: reader).contains(bidder))
  }

  /// Nobody bids or sells where there is no deal, whatever the words around a name.
  @Test func leavesOthersAlone() throws {
    let story = try read("Acme makes soap. Belcor makes candles, a shopkeeper in Oslo said.")
    #expect(story.parties.allSatisfy { $0.role != .bidder && $0.role != .seller })
  }
}
