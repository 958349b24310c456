/// Values one after the other that do not change: those of a compiled lexicon, where they stand in the program, or a copy of an
/// array's.
///
/// A lexicon is looked at for every word; what is read in place costs neither time nor memory until it is.
struct Column<Element: BitwiseCopyable>: RandomAccessCollection, @unchecked Sendable {
  typealias Indices = Range<Int>

  let base: UnsafePointer<Element>
  let count: Int
  /// What frees the values; `nil` for those that last as long as the program.
  private let owner: ColumnOwner?

  /// Makes a column of a copy of `array`.
  init(_ array: [Element]) {
    let owner = ColumnOwner(copying: array)
    self.init(owner.start.assumingMemoryBound(to: Element.self), array.count, owner: owner)
  }

  /// Makes a column of the values at `base`, which stay there.
  init(at base: UnsafePointer<Element>, count: Int) { self.init(base, count, owner: nil) }

  private init(_ base: UnsafePointer<Element>, _ count: Int, owner: ColumnOwner?) {
    self.base = base
    self.count = count
    self.owner = owner
  }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }
  @inline(__always) var indices: Range<Int> { 0..<count }

  @inline(__always) subscript(i: Int) -> Element {
    precondition(UInt(bitPattern: i) < UInt(bitPattern: count), "a place outside a column")
    return base[i]
  }
}

/// Holds the memory of a column, and frees it.
private final class ColumnOwner: Sendable {
  nonisolated(unsafe) let start: UnsafeMutableRawPointer

  init<Element: BitwiseCopyable>(copying array: [Element]) {
    let size = MemoryLayout<Element>.stride * array.count
    start = .allocate(byteCount: Swift.max(1, size), alignment: Swift.max(16, MemoryLayout<Element>.alignment))
    array.withUnsafeBytes { bytes in
      if let first = bytes.baseAddress { start.copyMemory(from: first, byteCount: bytes.count) }
    }
  }

  deinit { start.deallocate() }
}
