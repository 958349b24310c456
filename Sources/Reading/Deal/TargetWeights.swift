import Stories

/// How much each feature speaks for a target.
struct TargetWeights: Sendable {
  /// Of what is told of a candidate, by the features' places.
  let weights: [Float]
  /// Of what stands around its mentions, by keys of `RoleTemplate`.
  let surroundings: Weights

  /// The paths below `Data` of the weights that all languages share, and of those of the words of `language`.
  static let path = "model/target.txt"
  static func wordsPath(_ language: Language) -> String { "model/\(language.rawValue)-target.txt" }

  init(weights: [Float], surroundings: Weights) {
    self.weights = weights
    self.surroundings = surroundings
  }

  /// Reads the weights from their texts; without them all are nought.
  ///
  /// A line is a weight and the name of its feature. Throws `LexiconError` with the line of what is malformed.
  init(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) {
    var weights = [Float](repeating: 0, count: TargetFeature.count)
    var entries: [(key: UInt64, weight: Float)] = []
    for path in [TargetWeights.path, TargetWeights.wordsPath(language)] {
      try WeightFile.read(file(path) ?? [], path, "a line is a weight and the name of a feature of targets") { words in
        guard words.count > 1, let weight = Float(words[0]) else { return false }
        if words.count == 2, let feature = TargetFeature(rawValue: String(words[1])) {
          weights[feature.place] = weight
          return true
        }
        guard let key = RoleName.key(of: words.dropFirst()) else { return false }
        entries.append((key, weight))
        return true
      }
    }
    self.weights = weights
    surroundings = Weights(entries)
  }

  /// What mentions add up to is divided by their number, or by this if they are fewer: one mention tells less than what the events say.
  static let leastMentions: Float = 2

  /// Sums the weights of the features of each entity's mentions.
  struct Sums: RoleSink {
    private struct Sum {
      var whole: Weights.Sum
      /// What the mentions add up to, and how many they are.
      var mentioned: Weights.Sum
      var mentions: Float = 0
    }

    private let sums: UnsafeMutableBufferPointer<Sum>

    fileprivate init(_ empty: Weights.Sum, _ entities: Int) {
      sums = .allocate(capacity: entities)
      sums.initialize(repeating: Sum(whole: empty, mentioned: empty))
    }

    fileprivate func deallocate() { sums.deallocate() }

    /// What speaks for `entity`.
    func sum(of entity: Int) -> Float {
      sums[entity].whole.sum + sums[entity].mentioned.sum / max(TargetWeights.leastMentions, sums[entity].mentions)
    }

    /// Each of these counts once.
    @inline(__always) mutating func add(_ key: UInt64, _ amount: Float, of entity: Int, word token: Int) {
      sums[entity].whole.add(key)
    }

    @inline(__always) mutating func addToMention(_ key: UInt64, of entity: Int, word token: Int) {
      sums[entity].mentioned.add(key)
    }

    /// The words of a sentence tell of all in it alike.
    mutating func addToMention(sentence: Int, _ features: RoleFeatures, of entity: Int) {
      sums[entity].mentions += 1
    }
  }

  /// Calls `body` with empty sums of the weights of what stands around mentions.
  func withSums<Result>(entities: Int, _ body: (inout Sums) -> Result) -> Result {
    surroundings.withSum { empty in
      var sums = Sums(empty, entities)
      defer { sums.deallocate() }
      return body(&sums)
    }
  }
}
