extension Array {
  /// Makes an array of `count` times `value`.
  ///
  /// The initialiser of the library's own, `init(repeating:count:)`, is not made for each type, but looks up what type it makes,
  /// which costs as much as a sentence's array itself; and what repeats a value is appended one by one, where a buffer is copied.
  @inline(__always) init(filledWith value: Element, count: Int) {
    self = []
    withUnsafeTemporaryAllocation(of: Element.self, capacity: count) { values in
      values.initialize(repeating: value)
      append(contentsOf: values)
      values.deinitialize()
    }
  }
}
