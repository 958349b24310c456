import Glibc

/// A softmax over the rows of each group, to be fitted: features of rows as numbers, all in flat arrays.
struct Problem {
  /// The features of all rows, one after the other; a row is a stretch of them, a group a stretch of rows.
  private(set) var features: [UInt32] = []
  private(set) var rowStarts: [Int] = [0]
  private(set) var groupStarts: [Int] = [0]
  /// How likely each row ought to be.
  private(set) var targets: [Float] = []
  /// How much each group counts.
  private(set) var scales: [Float] = []
  let featureCount: Int

  init(featureCount: Int) { self.featureCount = featureCount }

  mutating func add(rows: [[UInt32]], target: [Float], scale: Float) {
    for row in rows {
      features.append(contentsOf: row)
      rowStarts.append(features.count)
    }
    targets.append(contentsOf: target)
    groupStarts.append(rowStarts.count - 1)
    scales.append(scale)
  }

  /// Splits the groups for the threads; always the same way, so that sums are the same on every machine.
  private static let parts = 8

  /// The loss at `weights` and its gradient.
  ///
  /// It is the sum over groups of log(sum exp s) - target * s.
  func loss(_ weights: [Double]) -> (Double, [Double]) {
    let groups = groupStarts.count - 1
    let count = featureCount
    let results = Parallel.map(Problem.parts) { part in
      partialLoss(weights, groups * part / Problem.parts..<groups * (part + 1) / Problem.parts, count)
    }
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: count)
    for (value, part) in results {
      loss += value
      for i in 0..<count { gradient[i] += part[i] }
    }
    return (loss, gradient)
  }

  /// How likely each row of each group is by `weights`.
  func probabilities(_ weights: [Double]) -> [[Double]] {
    groupStarts.indices.dropLast().map { group in
      let scores = (groupStarts[group]..<groupStarts[group + 1]).map { row in
        features[rowStarts[row]..<rowStarts[row + 1]].reduce(0.0) { $0 + weights[Int($1)] }
      }
      let highest = scores.max() ?? 0
      let total = scores.reduce(0) { $0 + exp($1 - highest) }
      return scores.map { exp($0 - highest) / total }
    }
  }

  private func partialLoss(_ weights: [Double], _ range: Range<Int>, _ count: Int) -> (Double, [Double]) {
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: count)
    var scores: [Double] = []
    weights.withUnsafeBufferPointer { weights in
      features.withUnsafeBufferPointer { features in
        gradient.withUnsafeMutableBufferPointer { gradient in
          for group in range {
            let rows = groupStarts[group]..<groupStarts[group + 1]
            let scale = Double(scales[group])
            scores.removeAll(keepingCapacity: true)
            var highest = -Double.infinity
            for row in rows {
              var score = 0.0
              for f in rowStarts[row]..<rowStarts[row + 1] { score += weights[Int(features[f])] }
              scores.append(score)
              highest = max(highest, score)
            }
            var total = 0.0
            for score in scores { total += exp(score - highest) }
            let logTotal = highest + log(total)
            for (k, row) in rows.enumerated() {
              let target = Double(targets[row])
              let probability = exp(scores[k] - logTotal)
              loss += scale * target * (logTotal - scores[k])
              let slope = scale * (probability - target)
              if slope == 0 { continue }
              for f in rowStarts[row]..<rowStarts[row + 1] { gradient[Int(features[f])] += slope }
            }
          }
        }
      }
    }
    return (loss, gradient)
  }
}
