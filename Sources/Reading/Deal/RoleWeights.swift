import Stories

/// How much each feature speaks for its being a bidder, and for a seller.
///
/// An open-addressing table of two weights in each slot; of a single slot if there are none. Weights are whole thousandths.
struct RoleWeights: Sendable {
  /// In the upper half of a slot is a fingerprint of the key, in the lower the weight for a seller above that for a bidder; an
  /// empty slot is 0.
  let slots: Column<UInt64>
  private let shift: UInt64

  private static let unit: Float = 1000

  /// The paths below `Data` of the weights that all languages share, and of those of the words of `language`.
  static let path = "model/roles.txt"
  static func wordsPath(_ language: Language) -> String { "model/\(language.rawValue)-roles.txt" }

  /// Reads the weights from their texts; without them nobody is chosen.
  ///
  /// A line is the weight for a bidder, that for a seller, and the name of the feature. Throws `LexiconError` with the line of
  /// what is malformed.
  init(_ language: Language, file: (String) -> [UInt8]?) throws(LexiconError) {
    var entries: [(key: UInt64, weights: SIMD2<Float>)] = []
    for path in [RoleWeights.path, RoleWeights.wordsPath(language)] {
      try WeightFile.read(file(path) ?? [], path, "a line is two weights and the name of a feature of roles") { words in
        guard words.count > 2, let bidder = Float(words[0]), let seller = Float(words[1]),
          max(abs(bidder), abs(seller)) < 32, let key = RoleName.key(of: words.dropFirst(2))
        else { return false }
        entries.append((key, [bidder, seller]))
        return true
      }
    }
    var bits: UInt64 = entries.isEmpty ? 0 : 1
    while 1 << bits < entries.count * 3 / 2 { bits += 1 }
    var slots = [UInt64](filledWith: 0, count: 1 << bits)
    shift = 64 - bits
    for (key, weights) in entries {
      let hash = Weights.hash(key)
      var slot = Int(hash >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] =
        Weights.fingerprint(hash) << 32 | RoleWeights.units(weights.y) << 16 | RoleWeights.units(weights.x)
    }
    self.slots = Column(slots)
  }

  private static func units(_ weight: Float) -> UInt64 {
    UInt64(UInt16(bitPattern: Int16((weight * unit).rounded())))
  }

  /// Makes a table of the slots of another, as an image keeps them; their number must be a power of 2.
  init(slots: Column<UInt64>) {
    self.slots = slots
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
  }

  /// What speaks for a bidder, and for a seller.
  struct Units {
    var bidder: Int32 = 0
    var seller: Int32 = 0

    @inline(__always) static func &+= (a: inout Units, b: Units) {
      a.bidder &+= b.bidder
      a.seller &+= b.seller
    }
  }

  /// Sums the weights of the features of each entity.
  struct Sums: RoleSink {
    private struct Sum {
      var bidder: Float = 0
      var seller: Float = 0
      /// What the mentions add up to, and how many they are.
      var mentioned = Units()
      var mentions: Float = 0
    }

    private let slots: UnsafePointer<UInt64>
    private let mask: Int
    private let shift: UInt64
    private let sums: UnsafeMutableBufferPointer<Sum>
    /// The sums of the words of sentences, as far as they were asked for.
    private let sentences: UnsafeMutableBufferPointer<Units?>

    fileprivate init(_ weights: RoleWeights, _ entities: Int, _ sentences: Int) {
      slots = weights.slots.base
      mask = weights.slots.count - 1
      shift = weights.shift
      sums = .allocate(capacity: entities)
      sums.initialize(repeating: Sum())
      self.sentences = .allocate(capacity: sentences)
      self.sentences.initialize(repeating: nil)
    }

    fileprivate func deallocate() {
      sums.deallocate()
      sentences.deallocate()
    }

    /// What speaks for a bidder, and for a seller, against neither.
    func sum(of entity: Int) -> (bidder: Float, seller: Float) {
      let sum = sums[entity]
      let mentions = max(1, sum.mentions)
      return (
        (sum.bidder + Float(sum.mentioned.bidder) / mentions) / RoleWeights.unit,
        (sum.seller + Float(sum.mentioned.seller) / mentions) / RoleWeights.unit
      )
    }

    @inline(__always) private func units(_ key: UInt64) -> Units {
      let hash = Weights.hash(key)
      let fingerprint = Weights.fingerprint(hash)
      var slot = Int(truncatingIfNeeded: hash &>> shift)
      while slots[slot] != 0 {
        let found = slots[slot]
        if found >> 32 == fingerprint {
          return Units(
            bidder: Int32(Int16(truncatingIfNeeded: found)), seller: Int32(Int16(truncatingIfNeeded: found >> 16)))
        }
        slot = (slot + 1) & mask
      }
      return Units()
    }

    @inline(__always) mutating func add(_ key: UInt64, _ amount: Float, of entity: Int, word token: Int) {
      let units = units(key)
      sums[entity].bidder += Float(units.bidder) * amount
      sums[entity].seller += Float(units.seller) * amount
    }

    @inline(__always) mutating func addToMention(_ key: UInt64, of entity: Int, word token: Int) {
      sums[entity].mentioned &+= units(key)
    }

    mutating func addToMention(sentence: Int, _ features: RoleFeatures, of entity: Int) {
      sums[entity].mentions += 1
      if let known = sentences[sentence] {
        sums[entity].mentioned &+= known
        return
      }
      var sum = Units()
      features.forEachWord(in: sentence) { key, _ in sum &+= units(key) }
      sentences[sentence] = sum
      sums[entity].mentioned &+= sum
    }
  }

  /// Calls `body` with empty sums.
  func withSums<Result>(entities: Int, sentences: Int, _ body: (inout Sums) -> Result) -> Result {
    withExtendedLifetime(self) {
      var sums = Sums(self, entities, sentences)
      defer { sums.deallocate() }
      return body(&sums)
    }
  }
}
