import Reading
import Stories

/// Makes the table of a calibration from judged claims.
///
/// Claims of one language and kind stand in bins in the order of their likelihood; shares of right claims are then made to
/// rise by pooling neighbours: isotonic regression by pooling adjacent violators (Ayer et al., 1955).
enum CalibrationFit {
  /// A bin is closed once it has so many claims.
  private static let least = 16

  /// Claims with about the same likelihood.
  private struct Bin {
    var count = 0
    var right = 0
    var likelihood: Float = 0

    /// The share of right claims, with one right and one wrong added, since a few claims prove little.
    var share: Double { Double(right + 1) / Double(count + 2) }

    mutating func add(_ other: Bin) {
      count += other.count
      right += other.right
      likelihood += other.likelihood
    }
  }

  /// The lines of the file, by language and kind.
  static func lines(_ judgements: [Judgement]) -> [String] {
    var lines: [String] = []
    for language in Language.allCases {
      for kind in Evidence.Kind.allCases {
        let own = judgements.filter { $0.language == language && $0.evidence.kind == kind }
        // What a cue does not attribute at all is no claim.
        if kind == .cue, !own.isEmpty { lines.append("\(language.rawValue) \(kind.name) 0.0 0.0") }
        for bin in pooled(bins(own)) {
          let likelihood = decimals(Double(bin.likelihood) / Double(bin.count))
          lines.append("\(language.rawValue) \(kind.name) \(likelihood) \(decimals(bin.share))")
        }
      }
      lines += speakers(language, judgements.filter { $0.language == language })
    }
    return lines
  }

  /// How often who says it is right, by what tells it, of claims that are right otherwise; half of what was never seen.
  private static func speakers(_ language: Language, _ judgements: [Judgement]) -> [String] {
    guard judgements.contains(where: { $0.evidence.speaker != nil }) else { return [] }
    return Reasons.Speaker.allCases.map { ground in
      let own = judgements.filter { $0.isRight && $0.evidence.speaker == ground }
      let share = Double(own.count(where: \.isSpeakerRight) + 1) / Double(own.count + 2)
      return "\(language.rawValue) \(Calibration.speaker) \(ground.name) \(decimals(share))"
    }
  }

  /// The claims in bins; those of the same likelihood are in the same one.
  private static func bins(_ judgements: [Judgement]) -> [Bin] {
    var bins: [Bin] = []
    var last: Float?
    for judgement in judgements.sorted(by: { $0.evidence.likelihood < $1.evidence.likelihood }) {
      let likelihood = judgement.evidence.likelihood
      if bins.isEmpty || bins[bins.count - 1].count >= least && likelihood != last { bins.append(Bin()) }
      bins[bins.count - 1].add(Bin(count: 1, right: judgement.isRight ? 1 : 0, likelihood: likelihood))
      last = likelihood
    }
    // A last bin of a few claims says little by itself.
    if bins.count > 1, let rest = bins.last, rest.count < least / 2 {
      bins.removeLast()
      bins[bins.count - 1].add(rest)
    }
    return bins
  }

  private static func pooled(_ bins: [Bin]) -> [Bin] {
    var pooled: [Bin] = []
    for bin in bins {
      pooled.append(bin)
      while pooled.count > 1, pooled[pooled.count - 2].share >= pooled[pooled.count - 1].share {
        let last = pooled.removeLast()
        pooled[pooled.count - 1].add(last)
      }
    }
    return pooled
  }

  /// Three decimals.
  private static func decimals(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
}
