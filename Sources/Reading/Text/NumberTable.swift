/// Values by numbers of 32 bits, such as the hashes of words.
///
/// A story asks for the words of its names so often that the hashing of a dictionary, which must withstand any input, and its
/// copies are a good part of finding them. A table of open addressing that mixes its keys with one multiplication is enough for
/// numbers; numbers that meet in one place only make it slower.
struct NumberTable<Value: BitwiseCopyable> {
  private struct Slot: BitwiseCopyable {
    var key: UInt32
    var isTaken: Bool
    var value: Value
  }

  private var slots: [Slot]
  /// What a place has that nobody has set.
  private let empty: Value
  private var count = 0
  private var shift: UInt32

  /// Makes an empty table; `empty` is what a number gets that is asked for before it has a value.
  ///
  /// It grows when more than half of `room`, a power of 2, is taken.
  init(empty: Value, room: Int = 32) {
    self.empty = empty
    slots = []
    shift = UInt32(32 - room.trailingZeroBitCount)
  }

  /// The value of `key`, `nil` if it has none.
  @inline(__always) subscript(key: UInt32) -> Value? {
    get {
      guard count > 0 else { return nil }
      let slot = slot(of: key)
      return slots[slot].isTaken ? slots[slot].value : nil
    }
    set {
      if let newValue { slots[place(of: key)].value = newValue }
    }
  }

  /// Changes the value of `key`, which gets the empty one first if it has none.
  @inline(__always) mutating func change<Result>(_ key: UInt32, _ body: (inout Value) -> Result) -> Result {
    let place = place(of: key)
    return body(&slots[place].value)
  }

  /// Where `key` stands, or would.
  @inline(__always) private func slot(of key: UInt32) -> Int {
    let mask = slots.count - 1
    // The highest bits of a product depend on all of the key.
    var slot = Int((key &* 0x9E37_79B1) >> shift)
    while slots[slot].isTaken, slots[slot].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func place(of key: UInt32) -> Int {
    if count * 2 >= slots.count { grow() }
    let slot = slot(of: key)
    if !slots[slot].isTaken {
      slots[slot] = Slot(key: key, isTaken: true, value: empty)
      count += 1
    }
    return slot
  }

  private mutating func grow() {
    let old = slots
    let size = old.isEmpty ? 1 << Int(32 - shift) : old.count * 2
    shift = UInt32(32 - size.trailingZeroBitCount)
    slots = [Slot](filledWith: Slot(key: 0, isTaken: false, value: empty), count: size)
    for taken in old where taken.isTaken { slots[slot(of: taken.key)] = taken }
  }
}
