extension Array {
  /// Makes an array of `count` times `value`.
  ///
  /// The initialiser of the library's own, `init(repeating:count:)`, is not made for each type, but looks up what type it makes,
  /// which costs as much as a sentence's array itself.
  @inline(__always) init(filledWith value: Element, count: Int) {
    self = []
    append(contentsOf: repeatElement(value, count: count))
  }
}
