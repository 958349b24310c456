import Stories

/// Who is in a story: the entities, and where they are denoted, by place.
struct Cast {
  var entities: [Entity]
  var denotations: [Denotation]
  /// Entities that stand for two others: "Acme-Belcor".
  var pairs: [Int: [Int]] = [:]

  /// How far back a pronoun or periphrase looks, in denotations: farther back a reader would not find it either.
  private static let reach = 48

  /// The index of the first denotation that starts at or after token `i`.
  func index(from i: Int) -> Int {
    var low = 0
    var high = denotations.count
    while low < high {
      let middle = (low + high) / 2
      if denotations[middle].tokens.lowerBound < i { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The denotations that start in `range`.
  func denotations(in range: Range<Int>) -> ArraySlice<Denotation> {
    let start = index(from: range.lowerBound)
    var end = start
    while end < denotations.count, denotations[end].tokens.lowerBound < range.upperBound { end += 1 }
    return denotations[start..<end]
  }

  /// The latest denotation before token `i` that fits.
  func latest(before i: Int, where fits: (Denotation) -> Bool) -> Denotation? {
    let end = index(from: i)
    for k in stride(from: end - 1, through: max(0, end - Cast.reach), by: -1) where fits(denotations[k]) {
      return denotations[k]
    }
    return nil
  }

  /// Adds denotations and puts those from index `first` on in order again.
  mutating func add(_ more: [Denotation], from first: Int) {
    denotations.append(contentsOf: more)
    denotations[first...].sort {
      ($0.tokens.lowerBound, $1.tokens.upperBound) < ($1.tokens.lowerBound, $0.tokens.upperBound)
    }
  }
}
