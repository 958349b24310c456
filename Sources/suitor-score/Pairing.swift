/// Pairs what is marked with what was found, the pairs with most in common first.
enum Pairing {
  /// How much two spans have in common that pass for the same: the same words by half.
  static let enough = 0.5

  /// For each of `marked` the index of the one of `found` that it is paired with, or `nil`.
  static func pairs(_ marked: [Range<Int>], _ found: [Range<Int>]) -> [Int?] {
    var candidates: [(overlap: Double, marked: Int, found: Int)] = []
    for (m, words) in marked.enumerated() {
      for (f, others) in found.enumerated() {
        let overlap = Words.overlap(words, others)
        if overlap >= enough { candidates.append((overlap, m, f)) }
      }
    }
    candidates.sort { ($0.overlap, $1.marked, $1.found) > ($1.overlap, $0.marked, $0.found) }
    var pairs = [Int?](repeating: nil, count: marked.count)
    var taken = Set<Int>()
    for candidate in candidates where pairs[candidate.marked] == nil && !taken.contains(candidate.found) {
      pairs[candidate.marked] = candidate.found
      taken.insert(candidate.found)
    }
    return pairs
  }
}
