import Stories

/// Somebody who may bid or sell, as the choice sees it.
package struct RoleCandidate: Sendable {
  package let name: Wording
  /// The names of its features and how much of each it has.
  package let features: [(name: String, amount: Float)]
  /// The role that the rules give.
  package let rule: Party.Role?

  /// Whether the feature called `name` holds a word, so that only one language has it.
  package static func hasWord(_ name: String) -> Bool { RoleName.hasWord(name) }

  /// The paths below `Data` of the weights that all languages share, and of those of one language's words.
  package static var weightsPath: String { RoleWeights.path }
  package static func wordsPath(_ language: Language) -> String { RoleWeights.wordsPath(language) }
  /// All these paths.
  package static var weightsPaths: [String] { [weightsPath] + Language.allCases.map(wordsPath) }
}

/// Keeps the features by name, to be learned from.
struct RoleRecorder: RoleSink {
  private(set) var whole: [[String: Float]]
  private var mentioned: [[String: Float]]
  private var mentions: [Float]
  private let bytes: UnsafeBufferPointer<UInt8>
  private let prose: Prose

  init(_ prose: Prose, entities: Int) {
    self.prose = prose
    bytes = prose.text
    whole = Array(repeating: [:], count: entities)
    mentioned = whole
    mentions = Array(repeating: 0, count: entities)
  }

  private func name(_ key: UInt64, _ token: Int) -> String {
    RoleName.name(of: key, word: token < 0 ? "" : WordFeature(word: token, prose).string(bytes))
  }

  mutating func add(_ key: UInt64, _ amount: Float, of entity: Int, word token: Int) {
    whole[entity][name(key, token), default: 0] += amount
  }

  mutating func addToMention(_ key: UInt64, of entity: Int, word token: Int) {
    mentioned[entity][name(key, token), default: 0] += 1
  }

  mutating func addToMention(sentence: Int, _ features: RoleFeatures, of entity: Int) {
    mentions[entity] += 1
    features.forEachWord(in: sentence) { addToMention($0, of: entity, word: $1) }
  }

  /// The features of `entity`, by name; what its mentions add up to is divided by their number, and at least by `least`.
  func features(of entity: Int, least: Float = 1) -> [(name: String, amount: Float)] {
    var all = whole[entity]
    for (name, amount) in mentioned[entity] { all[name, default: 0] += amount / max(least, mentions[entity]) }
    return all.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
