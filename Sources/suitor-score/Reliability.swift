import Reading
import Stories

/// The table that shows whether confidence can be trusted: of the claims with about the same confidence, how many are right.
enum Reliability {
  /// The lower ends of the rows.
  private static let rows = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9]

  /// All claims, then those of each language and voice.
  static let parts: [(title: String, holds: @Sendable (Judgement) -> Bool)] = [
    ("all", { _ in true }),
    ("English, attributed", { $0.language == .english && !$0.evidence.kind.isNarrated }),
    ("English, own voice", { $0.language == .english && $0.evidence.kind.isNarrated }),
    ("French, attributed", { $0.language == .french && !$0.evidence.kind.isNarrated }),
    ("French, own voice", { $0.language == .french && $0.evidence.kind.isNarrated }),
  ]

  /// A table for `judgements`, with a title above.
  static func text(_ title: String, _ judgements: [Judgement]) -> String {
    var text = "\(title): \(judgements.count) claims\n  confidence   claims   mean   right\n"
    for (row, low) in rows.enumerated() {
      let high = row + 1 < rows.count ? rows[row + 1] : 1
      let within = judgements.filter { $0.confidence >= low && ($0.confidence < high || row + 1 == rows.count) }
      if within.isEmpty { continue }
      let mean = within.reduce(0) { $0 + $1.confidence } / Double(within.count)
      let right = Double(within.count(where: \.isWholly)) / Double(within.count)
      let count = String(within.count)
      text += "  \(two(low)) - \(two(high))"
      text += String(repeating: " ", count: 9 - count.count) + count + "   \(two(mean))   \(two(right))\n"
    }
    return text + "  on average \(two(error(judgements))) apart\n"
  }

  /// How far mean confidence and share of right claims are apart, on average over claims: the expected calibration error.
  static func error(_ judgements: [Judgement]) -> Double {
    var sum = 0.0
    for (row, low) in rows.enumerated() {
      let high = row + 1 < rows.count ? rows[row + 1] : 2
      let within = judgements.filter { $0.confidence >= low && $0.confidence < high }
      sum += abs(within.reduce(0) { $0 + $1.confidence - ($1.isWholly ? 1 : 0) })
    }
    return judgements.isEmpty ? 0 : sum / Double(judgements.count)
  }

  /// Two decimals.
  static func two(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
  }
}
