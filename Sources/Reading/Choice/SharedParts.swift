/// What a cue's candidates have in common behind their starts, each part added up once: the candidates of one start have the
/// same ends as those of another, and many are about as long.
struct SharedParts {
  /// An end on one side of the cue, and what its features weigh.
  private struct End {
    var key: UInt64
    var units: Int32
  }

  private let features: Features
  private let site: CueSite
  private let empty: BundleSums.Sum
  /// For each candidate so far its end.
  private let ends: UnsafeMutableBufferPointer<End>
  private var count = 0
  /// For each length on each side what its features weigh, or `unknown`.
  private let lengths: UnsafeMutableBufferPointer<Int32>

  private static let unknown = Int32.min
  /// Ends further back are summed once more: those of a start are fewer.
  private static let reach = 16

  /// Calls `body` with the parts of up to `count` candidates of `site`, none of which is summed yet.
  @inline(__always) static func with<Result>(
    _ features: Features, _ site: CueSite, _ empty: BundleSums.Sum, count: Int, _ body: (inout SharedParts) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: End.self, capacity: count) { ends in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: Features.lengths * Candidate.Side.count) { lengths in
        lengths.initialize(repeating: unknown)
        var parts = SharedParts(features: features, site: site, empty: empty, ends: ends, lengths: lengths)
        return body(&parts)
      }
    }
  }

  /// Adds what the end and the length of the next candidate weigh to `sum`.
  @inline(__always) mutating func add(_ candidate: Candidate, to sum: inout BundleSums.Sum) {
    let side = candidate.side(of: site.token)
    sum.add(units: end(candidate, side))
    let place = Features.length(candidate) * Candidate.Side.count + Int(side.rawValue)
    if lengths[place] == SharedParts.unknown {
      var own = empty
      features.length(candidate, of: site, into: &own)
      lengths[place] = own.units
    }
    sum.add(units: lengths[place])
  }

  /// What the end of the next candidate weighs.
  @inline(__always) private mutating func end(_ candidate: Candidate, _ side: Candidate.Side) -> Int32 {
    precondition(count < ends.count, "more candidates than there are")
    let key = UInt64(candidate.last) << 16 | UInt64(candidate.end.rawValue) << 8 | UInt64(side.rawValue)
    defer { count += 1 }
    var other = count - 1
    while other >= max(0, count - SharedParts.reach) {
      if ends[other].key == key {
        ends[count] = ends[other]
        return ends[count].units
      }
      other -= 1
    }
    var own = empty
    features.end(candidate, of: site, into: &own)
    ends[count] = End(key: key, units: own.units)
    return own.units
  }
}
