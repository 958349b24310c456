/// A half-open range of bytes in a story's text.
///
/// Stored in 32 bits each, because a library holds millions of them and no story comes near 4 GB.
public struct Span: Hashable, Sendable, Comparable {
  private let low: UInt32
  private let high: UInt32

  /// Makes the span of the bytes from `start` up to, not including, `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    low = UInt32(start)
    high = UInt32(end)
  }

  /// The offset of the first byte.
  public var start: Int { Int(low) }
  /// The offset after the last byte.
  public var end: Int { Int(high) }
  /// The number of bytes.
  public var count: Int { end - start }
  /// Whether the span has no bytes.
  public var isEmpty: Bool { low == high }
  /// The same offsets as a range.
  public var range: Range<Int> { start..<end }

  /// Whether the byte at `offset` lies in the span.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  /// Whether all of `other` lies in the span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// Orders spans by where they start, the shorter first.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
