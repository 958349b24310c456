extension Array {
  /// Makes an array of `count` times `value`.
  ///
  /// The initialiser of the library's own, `init(repeating:count:)`, is not made for each type, but looks up what type it makes,
  /// which costs as much as a sentence's array itself; and what repeats a value is appended one by one, where a buffer is copied.
  @inline(__always) init(filledWith value: Element, count: Int) {
    self = []
    // More would not lie on the stack.
    let portion = Swift.min(count, Swift.max(1, 1024 / MemoryLayout<Element>.stride))
    if count > portion { reserveCapacity(count) }
    withUnsafeTemporaryAllocation(of: Element.self, capacity: portion) { values in
      values.initialize(repeating: value)
      append(contentsOf: values)
      while self.count < count {
        append(contentsOf: UnsafeMutableBufferPointer(rebasing: values[..<Swift.min(portion, count - self.count)]))
      }
      values.deinitialize()
    }
  }
}
