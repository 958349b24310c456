import Stories
import Testing

@testable import Reading

/// The gate before the candidates, and the weights that it and the choice look up.
@Suite struct GateTests {
  private static let story = "Norvane Corp said it had agreed to sell its cable unit."

  /// How many claims of a story are attributed behind a gate that asks for `least`.
  private func attributed(least: Int) throws -> Int {
    let gate = Array("least \(least)\n".utf8)
    let reader = StoryReader(file: { $0 == Gate.path(.english) ? gate : builtIn($0) })
    return try reader.read(Array(Self.story.utf8), name: "story.txt").claims.count { $0.cue != nil }
  }

  @Test("a cue that the gate turns away attributes nothing")
  func turnsAway() throws {
    #expect(try attributed(least: -1) == 1)
    #expect(try attributed(least: 1) == 0)
  }

  @Test("a compiled model has the gate of its texts") func comesBackAsItWas() throws {
    let model = try Model(.english, file: builtIn)
    let gate = try #require(model.gate)
    // The model that is read from an image lies in it.
    try model.image.withUnsafeBytes { image in
      let again = try #require(Model(image: image)?.gate)
      #expect(again.least == gate.least)
      #expect(again.weights.slots.elementsEqual(gate.weights.slots))
    }
    let french = try Model(.french, file: builtIn)
    #expect(french.gate == nil)
    #expect(try #require(french.image.withUnsafeBytes { Model(image: $0) }).gate == nil)
  }

  @Test("each feature of the gate has a name, which is read back as the same feature") func names() throws {
    var examples = TrainingExamples(isLexical: true, file: builtIn)
    let groups = try examples.groups(Array(Self.story.utf8), [])
    let keys = groups.flatMap(\.gate)
    #expect(!keys.isEmpty)
    for key in keys {
      let name = examples.name(of: key).split(separator: " ")
      #expect((FeatureName.key(of: name) ?? WordTemplate.key(of: name)) == key)
    }
  }

  @Test("every weight is found, also where many share a slot, and nothing else weighs anything") func weights() {
    var random = Seeded(7)
    let keys = Set((0..<4_000).map { _ in UInt64.random(in: 0..<1 << 40, using: &random) })
    let entries = keys.enumerated().map { (key: $1, weight: Float($0 % 2_000 - 1_000) / 1000) }
    let weights = Weights(entries)
    func weight(_ key: UInt64) -> Float {
      weights.withSum { empty in
        var sum = empty
        sum.add(key)
        return sum.sum
      }
    }
    #expect(entries.allSatisfy { weight($0.key) == $0.weight })
    #expect((0..<4_000).allSatisfy { weight(1 << 41 + UInt64($0)) == 0 })
  }
}
