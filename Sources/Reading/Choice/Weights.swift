import Stories

/// The weights of the choice: for each feature a number, looked up by the feature's key.
///
/// An open-addressing table with a fingerprint and a weight in each slot; a key that is not there weighs nothing. 32 bits of a
/// fingerprint make a false hit among some thousand weights as good as impossible. Weights are whole thousandths, as the
/// texts have them, so that a sum is the same in whatever order.
struct Weights: Sendable {
  /// In the upper half of a slot is a fingerprint, in the lower twice the weight; an empty slot is 0.
  ///
  /// The lowest bit is set if a key that belongs here or before stands behind.
  let slots: Column<UInt64>
  private let shift: UInt64

  /// How many units a weight of 1 is.
  private static let unit: Float = 1000

  /// Makes a table of `entries`.
  init(_ entries: [(key: UInt64, weight: Float)]) {
    var bits: UInt64 = 8
    while 1 << bits < entries.count * 3 { bits += 1 }
    var slots = [UInt64](filledWith: 0, count: 1 << bits)
    shift = 64 - bits
    for (key, weight) in entries {
      let number = Int32((weight * Weights.unit).rounded())
      guard number != 0 else { continue }
      let hash = Weights.hash(key)
      var slot = Int(hash >> shift)
      while slots[slot] != 0 {
        slots[slot] |= 1
        slot = (slot + 1) & (slots.count - 1)
      }
      slots[slot] = Weights.fingerprint(hash) << 32 | UInt64(UInt32(bitPattern: number << 1))
    }
    self.slots = Column(slots)
  }

  /// Makes a table of the slots of another, as an image keeps them; their number must be a power of 2, and not 1.
  init(slots: Column<UInt64>) {
    self.slots = slots
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
  }

  @inline(__always) static func hash(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// What tells the keys of a slot apart; not 0.
  @inline(__always) static func fingerprint(_ hash: UInt64) -> UInt64 { (hash | 1) & 0xFFFF_FFFF }

  /// Sums the weights of the features of a row, each by itself.
  struct Sum: FeatureSink {
    private let slots: UnsafePointer<UInt64>
    private let mask: Int
    private let shift: UInt64
    fileprivate(set) var units: Int32 = 0

    fileprivate init(_ weights: Weights) {
      slots = weights.slots.base
      mask = weights.slots.count - 1
      shift = weights.shift
    }

    /// The sum of the weights.
    var sum: Float { Float(units) / Weights.unit }

    @inline(__always) mutating func add(_ key: UInt64) {
      let hash = Weights.hash(key)
      // The shift is never one by all bits, so it need not be asked whether it is.
      let slot = Int(truncatingIfNeeded: hash &>> shift)
      let fingerprint = Weights.fingerprint(hash)
      let found = slots[slot]
      // Half of the keys are there, which ones nobody can foretell: no branch but for the few that stand further on.
      units &+= found >> 32 == fingerprint ? Sum.weight(found) : 0
      if found & 1 != 0 { addFurther(slot, fingerprint) }
    }

    @inline(__always) private static func weight(_ slot: UInt64) -> Int32 {
      Int32(truncatingIfNeeded: slot) >> 1
    }

    /// Adds the weight of a key that may stand behind `slot`.
    @inline(never) private mutating func addFurther(_ slot: Int, _ fingerprint: UInt64) {
      var slot = slot
      while slots[slot] >> 32 != fingerprint, slots[slot] & 1 != 0 {
        slot = (slot + 1) & mask
        if slots[slot] >> 32 == fingerprint { units &+= Sum.weight(slots[slot]) }
      }
    }

    @inline(__always) mutating func add(words key: UInt64, name: @autoclosure () -> String) { add(key) }
  }

  /// Calls `body` with an empty sum.
  @inline(__always) func withSum<Result>(_ body: (Sum) -> Result) -> Result {
    withExtendedLifetime(self) { body(Sum(self)) }
  }
}

extension BundleSums {
  /// Sums the weights of the features of a row, those of a bundle at once.
  struct Sum: FeatureSink {
    private var single: Weights.Sum
    private let sums: UnsafePointer<Int16>
    private let count: Int
    private let starts: UnsafePointer<UInt32>

    fileprivate init(_ single: Weights.Sum, _ bundles: BundleSums) {
      self.single = single
      sums = bundles.sums.base
      count = bundles.sums.count
      starts = bundles.starts.base
    }

    /// The sum of the weights.
    var sum: Float { single.sum }

    @inline(__always) mutating func add(_ key: UInt64) { single.add(key) }

    @inline(__always) mutating func add(words key: UInt64, name: @autoclosure () -> String) { single.add(key) }

    @inline(__always) mutating func add(_ bundle: Bundle, _ a: Int, _ b: Int, _ c: Int, _ d: Int) {
      let place = Int(starts[Int(bundle.rawValue)]) + bundle.index(a, b, c, d)
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "a sum outside its table")
      single.units &+= Int32(sums[place])
    }
  }

  /// Calls `body` with an empty sum of `weights`, those that the bundles were added up from.
  @inline(__always) func withSum<Result>(of weights: Weights, _ body: (Sum) -> Result) -> Result {
    withExtendedLifetime(self) { weights.withSum { body(Sum($0, self)) } }
  }
}
