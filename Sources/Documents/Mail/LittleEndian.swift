/// Numbers with the lowest byte first, and stretches of bytes, one after the other.
struct LittleEndian {
  /// What is still to be read.
  private(set) var left: ArraySlice<UInt8>

  /// Makes a reader of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) { left = bytes }

  /// The number in the next `count` bytes, at most eight; `nil` if there are fewer.
  mutating func number(_ count: Int) -> Int? {
    bytes(count).map { $0.reversed().reduce(0) { $0 << 8 | Int($1) } }
  }

  /// The next `count` bytes; `nil` if there are fewer.
  mutating func bytes(_ count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= left.count else { return nil }
    defer { left = left.dropFirst(count) }
    return left.prefix(count)
  }
}
