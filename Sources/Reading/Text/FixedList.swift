import Glibc

/// A list that does not change, and is not counted whenever it is passed on as an array would be.
///
/// A reading asks for single tokens a hundred times a word; with arrays a fifth of its time goes into counting who holds them.
/// Whoever made a list frees it or what it is made of, and it must not be used afterwards: the prose holds its lists as long as it
/// lives itself.
struct FixedList<Element>: RandomAccessCollection {
  typealias Indices = Range<Int>

  private let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Makes a list of the elements of `array` where they stand, which is not freed: somebody must hold the array, unchanged, for as
  /// long as the list is used.
  ///
  /// A copy of the tokens would be a fiftieth of a reading. An array is promised to stay where it is only while it is lent; those of
  /// the standard library do until they are changed or go.
  init(of array: [Element]) {
    count = array.count
    // An empty list is never looked into, so any place does.
    base = array.withUnsafeBufferPointer { UnsafeMutablePointer(mutating: $0.baseAddress) } ?? .init(bitPattern: 64)!
  }

  /// Makes a list of `count` elements, each by its place.
  @inline(__always) init(count: Int, _ element: (Int) -> Element) {
    self.count = count
    base = FixedList.room(for: count)
    for i in 0..<count { (base + i).initialize(to: element(i)) }
  }

  /// Memory for so many elements: what the standard library asks for takes the detour by which it can be aligned in any way.
  private static func room(for count: Int) -> UnsafeMutablePointer<Element> {
    precondition(MemoryLayout<Element>.alignment <= 16, "elements that memory is not aligned for")
    guard let memory = malloc(Swift.max(1, count) * MemoryLayout<Element>.stride) else { fatalError("no memory") }
    return memory.bindMemory(to: Element.self, capacity: Swift.max(1, count))
  }

  /// Changes the elements while the list is being made, before anybody else has it.
  @inline(__always) func update(_ body: (UnsafeMutableBufferPointer<Element>) -> Void) {
    body(UnsafeMutableBufferPointer(start: base, count: count))
  }

  /// Frees the list.
  func deallocate() {
    base.deinitialize(count: count)
    free(base)
  }

  @inline(__always) var startIndex: Int { 0 }
  @inline(__always) var endIndex: Int { count }
  @inline(__always) var indices: Range<Int> { 0..<count }
  @inline(__always) func index(after i: Int) -> Int { i + 1 }
  @inline(__always) func index(before i: Int) -> Int { i - 1 }

  @inline(__always) subscript(i: Int) -> Element {
    precondition(UInt(bitPattern: i) < UInt(bitPattern: count), "a place outside a list")
    return base[i]
  }
}
