import Foundation

/// Fits the gate: a logistic regression that foretells from what stands beside a cue how likely the choice will find that it
/// attributes something.
struct GateTrainer {
  private var numbers: [UInt64: UInt32] = [:]
  private var keys: [UInt64] = []
  private var counts: [Int] = []
  /// For each group of the training its features, and how much it counts; empty for one that has no gate.
  private var rows: [[UInt32]] = []
  private var scales: [Float] = []

  /// Features that are seen less often are left out.
  private static let leastSeen = 20
  /// So many weights stay.
  private static let most = 1_200
  /// A cue that attributes something with this probability ought to pass.
  private static let likely = 0.3
  /// Of those this part may be turned away.
  private static let mostLost = 0.02

  /// Adds the cue of one group of the training.
  mutating func add(_ row: [UInt64], scale: Float) {
    rows.append(
      row.map { key in
        if let number = numbers[key] {
          counts[Int(number)] += 1
          return number
        }
        let number = UInt32(keys.count)
        numbers[key] = number
        keys.append(key)
        counts.append(1)
        return number
      })
    scales.append(scale)
  }

  /// The lines of the gate's file; `probabilities` has for each group how likely it attributes anything.
  func lines(foretelling probabilities: [Double], name: (UInt64) -> String) -> [String] {
    var kept = keys.indices.filter { counts[$0] >= GateTrainer.leastSeen }
    let all = problem(probabilities, kept).weights(l2: 2, iterations: 60)
    let worth = zip(kept, all).map { ($0.0, abs($0.1) * Double(min(counts[$0.0], 2_000)).squareRoot()) }
    kept = worth.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(GateTrainer.most).map(\.0).sorted()
    let fitted = problem(probabilities, kept)
    let weights = fitted.weights(l2: 2, iterations: 60)
    let opens = fitted.probabilities(weights).map { log($0[1] / $0[0]) }
    // Of the cues that are likely to attribute all but a few pass.
    let gated = rows.indices.filter { !rows[$0].isEmpty }
    let sought = zip(opens, gated).filter { probabilities[$0.1] >= GateTrainer.likely }.map(\.0).sorted()
    let least = sought.isEmpty ? -1000 : sought[Int(Double(sought.count) * GateTrainer.mostLost)]
    let passing = opens.count { $0 >= least }
    print("of \(gated.count) cues \(passing) pass the gate; \(sought.count) are likely to attribute")
    return [String(format: "least %.3f", least)]
      + zip(kept, weights).filter { abs($0.1) >= 0.0005 }.map { (name(keys[$0.0]), $0.1) }.sorted { $0.0 < $1.0 }
      .map { String(format: "%.3f ", $0.1) + $0.0 }
  }

  private func problem(_ probabilities: [Double], _ kept: [Int]) -> Problem {
    var place = [UInt32](repeating: .max, count: keys.count)
    for (number, feature) in kept.enumerated() { place[feature] = UInt32(number) }
    var problem = Problem(featureCount: kept.count)
    for (index, row) in rows.enumerated() where !row.isEmpty {
      let probability = Float(probabilities[index])
      problem.add(
        rows: [[], row.map { place[Int($0)] }.filter { $0 != .max }], target: [1 - probability, probability],
        scale: scales[index])
    }
    return problem
  }
}
