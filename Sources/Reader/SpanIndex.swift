import Stories

/// Finds which of many spans, nested or overlapping as they may be, touch a range, by binary search.
struct SpanIndex: Sendable {
  /// Places in the list of spans, by where the spans start.
  private let order: [Int]
  private let starts: [Int]
  private let ends: [Int]
  /// The furthest end of this span and all before it: never falls, so it can be searched.
  private let reach: [Int]

  /// An index of those of `spans` at `places`; their places stay those in `spans`.
  init(_ spans: [Span], at places: [Int]) {
    order = places.sorted { (spans[$0].start, $0) < (spans[$1].start, $1) }
    starts = order.map { spans[$0].start }
    ends = order.map { spans[$0].end }
    var furthest = 0
    reach = ends.map { end in
      furthest = max(furthest, end)
      return furthest
    }
  }

  /// The places of the spans that share a byte with `range`, by where they start.
  func touching(_ range: Range<Int>) -> [Int] {
    let first = firstIndex(in: reach) { $0 > range.lowerBound }
    let last = firstIndex(in: starts) { $0 >= range.upperBound }
    guard first < last else { return [] }
    return (first..<last).filter { ends[$0] > range.lowerBound }.map { order[$0] }
  }

  /// The places of the spans that start in `range`, by where they start.
  func starting(in range: Range<Int>) -> [Int] {
    let first = firstIndex(in: starts) { $0 >= range.lowerBound }
    let last = firstIndex(in: starts) { $0 >= range.upperBound }
    return Array(order[first..<last])
  }
}

/// The first index of `values` for which `test` holds, when it holds for all after the first; the count if for none.
func firstIndex<Values: RandomAccessCollection>(in values: Values, where test: (Values.Element) -> Bool) -> Int
where Values.Index == Int {
  var low = values.startIndex
  var high = values.endIndex
  while low < high {
    let middle = (low + high) / 2
    if test(values[middle]) { high = middle } else { low = middle + 1 }
  }
  return low
}
