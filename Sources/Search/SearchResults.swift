/// What a search found, as rows: claims, or one row a story where texts were searched.
///
/// Rows are worked out when they are asked for, since there may be a million.
public struct SearchResults: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// The story's entry in the library.
    public var entry: Int
    /// The claim, an index in the story's list; `nil` for the story's text.
    public var claim: Int?
  }

  private let claims: BitSet?
  private var entries: [Int32] = []
  /// The numbers of each story's claims.
  private var ranges: [Range<Int32>] = []
  /// The first row of each story, and the number of rows.
  private var starts: [Int32] = [0]

  /// Makes results without a row.
  public init() { claims = nil }

  init(claims: BitSet?) { self.claims = claims }

  mutating func append(entry: Int32, _ rows: Int, of range: Range<Int>) {
    entries.append(entry)
    ranges.append(Int32(range.lowerBound)..<Int32(range.upperBound))
    starts.append(starts[starts.count - 1] + Int32(rows))
  }

  /// The number of rows.
  public var count: Int { Int(starts[starts.count - 1]) }
  /// The number of stories that the rows are of.
  public var storyCount: Int { entries.count }

  /// The row at `place`, from 0.
  public subscript(place: Int) -> Row {
    let story = story(ofRow: place)
    guard let claims else { return Row(entry: Int(entries[story]), claim: nil) }
    let range = Int(ranges[story].lowerBound)..<Int(ranges[story].upperBound)
    let claim = claims.number(place - Int(starts[story]), in: range)
    return Row(entry: Int(entries[story]), claim: claim.map { $0 - range.lowerBound })
  }

  /// Whether the row at `place` is the first of its story.
  public func opensStory(_ place: Int) -> Bool { Int(starts[story(ofRow: place)]) == place }

  private func story(ofRow place: Int) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle + 1]) > place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The place of `row`; the first of its story if only that is there, `nil` if neither is.
  public func place(of row: Row) -> Int? {
    guard let story = entries.firstIndex(of: Int32(row.entry)) else { return nil }
    let first = Int(starts[story])
    guard let claims, let claim = row.claim else { return first }
    let range = Int(ranges[story].lowerBound)..<Int(ranges[story].upperBound)
    guard claim < range.count, claims.contains(range.lowerBound + claim) else { return first }
    return first + claims.count(in: range.lowerBound..<range.lowerBound + claim)
  }
}
