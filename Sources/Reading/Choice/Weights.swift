import Stories

/// The weights of the choice: for each feature a number, looked up by the feature's key.
///
/// An open-addressing table with a fingerprint and a weight in each slot; a key that is not there weighs nothing. 32 bits of a
/// fingerprint make a false hit among some thousand weights as good as impossible.
struct Weights: Sendable {
  /// A fingerprint in the upper half of a slot, the bits of the weight in the lower; 0 for an empty slot.
  private(set) var slots: [UInt64]
  private let shift: UInt64

  /// Makes a table of `entries`.
  init(_ entries: [(key: UInt64, weight: Float)]) {
    var bits: UInt64 = 8
    while 1 << bits < entries.count * 3 { bits += 1 }
    slots = [UInt64](repeating: 0, count: 1 << bits)
    shift = 64 - bits
    for (key, weight) in entries where weight != 0 {
      let hash = Weights.hash(key)
      var slot = Int(hash >> shift)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = (hash | 1) << 32 | UInt64(weight.bitPattern)
    }
  }

  /// Makes a table of the slots of another, as an image keeps them; their number must be a power of 2.
  init(slots: [UInt64]) {
    self.slots = slots
    shift = UInt64(64 - slots.count.trailingZeroBitCount)
  }

  @inline(__always) static func hash(_ key: UInt64) -> UInt64 {
    let mixed = key &* 0x9E37_79B9_7F4A_7C15
    return (mixed ^ mixed >> 32) &* 0xD6E8_FEB8_6659_FD93
  }

  /// Sums the weights of the features of a row.
  struct Sum: FeatureSink {
    let slots: UnsafePointer<UInt64>
    let mask: Int
    let shift: UInt64
    var sum: Float = 0

    @inline(__always) mutating func add(_ key: UInt64) {
      let hash = Weights.hash(key)
      var slot = Int(hash >> shift)
      let fingerprint = (hash | 1) & 0xFFFF_FFFF
      while true {
        let found = slots[slot]
        if found == 0 { return }
        if found >> 32 == fingerprint {
          sum += Float(bitPattern: UInt32(truncatingIfNeeded: found))
          return
        }
        slot = (slot + 1) & mask
      }
    }

    @inline(__always) mutating func add(words key: UInt64, name: @autoclosure () -> String) { add(key) }
  }

  /// Calls `body` with an empty sum.
  @inline(__always) func withSum<Result>(_ body: (Sum) -> Result) -> Result {
    slots.withUnsafeBufferPointer { slots in
      guard let base = slots.baseAddress else { preconditionFailure("a table of weights has slots") }
      return body(Sum(slots: base, mask: slots.count - 1, shift: shift))
    }
  }
}
