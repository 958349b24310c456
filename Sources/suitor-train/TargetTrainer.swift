import Foundation
import Labelled
import Reading
import Stories

/// Fits the weights by which what is bought is chosen among those that a story names.
struct TargetTrainer {
  /// The candidates of a story: their features, and which of them is what is bought.
  private struct Group {
    var rows: [[Double]]
    var isRight: [Bool]
    /// How much it counts.
    var scale: Double
  }

  private var groups: [Group] = []
  private let reader: StoryReader

  /// How much large weights are held back: half of it times the sum of their squares is added to the loss.
  private static let l2 = 2.0
  private static let iterations = 200
  /// The stories are left out in so many parts, one after the other.
  private static let folds = 8

  /// Makes a trainer that reads with the lexicons that `file` returns, without the weights of deals that were learned before.
  init(file: @escaping @Sendable (String) -> [UInt8]?) {
    reader = StoryReader(file: {
      $0 == TargetCandidate.weightsPath || RoleCandidate.weightsPaths.contains($0) ? nil : file($0)
    })
  }

  /// Learns from `story`, and from its openings, if one of the candidates is marked as what is bought.
  mutating func add(_ story: LabelledStory) throws {
    try add(story, NameKey.matches)
    for opening in Openings.of(story) { try add(opening, Openings.matches) }
  }

  private mutating func add(_ story: LabelledStory, _ matches: (Wording, String) -> Bool) throws {
    let candidates = try reader.targetCandidates(Array(story.text.bytes))
    let isRight = candidates.map { candidate in story.targets.contains { matches(candidate.name, $0) } }
    guard isRight.contains(true) else { return }
    groups.append(
      Group(
        rows: candidates.map { $0.features.map(Double.init) }, isRight: isRight,
        scale: LabelledStories.scale(of: story)))
  }

  /// Fits the weights and writes them below `folder`.
  func train(to folder: String) throws {
    let names = TargetCandidate.featureNames
    let weights = weights(of: groups)
    // How well it does on stories that it has not learned from.
    let left = (0..<TargetTrainer.folds).reduce(0) { right, fold in
      let parts = groups.enumerated()
      let learned = self.weights(of: parts.filter { $0.offset % TargetTrainer.folds != fold }.map(\.element))
      return right + parts.count { $0.offset % TargetTrainer.folds == fold && isRight($0.element, learned) }
    }
    print(
      "targets: \(groups.count { isRight($0, weights) }) of \(groups.count) right, "
        + "\(left) by the weights that are learned without them")
    let lines = zip(weights, names).filter { abs($0.0) >= 0.005 }.map { String(format: "%.2f ", $0.0) + $0.1 }
    let head =
      "# Written by suitor-train. A line is a weight and what it speaks for a target that a text tells so of it."
    try ([head] + lines).joined(separator: "\n").appending("\n").write(
      toFile: "\(folder)/\(TargetCandidate.weightsPath)", atomically: true, encoding: .utf8)
  }

  private func weights(of groups: [Group]) -> [Double] {
    Descent.minimum(
      from: [Double](repeating: 0, count: TargetCandidate.featureNames.count), iterations: TargetTrainer.iterations
    ) {
      loss($0, groups)
    } report: { _, _ in
    }
  }

  private func isRight(_ group: Group, _ weights: [Double]) -> Bool {
    let sums = group.rows.map { sum($0, weights) }
    return sums.indices.max { sums[$0] < sums[$1] }.map { group.isRight[$0] } ?? false
  }

  private func sum(_ row: [Double], _ weights: [Double]) -> Double {
    row.indices.reduce(0) { $0 + row[$1] * weights[$1] }
  }

  /// How badly `weights` foretell what is bought, by the softmax over the candidates of each story, and the gradient.
  private func loss(_ weights: [Double], _ groups: [Group]) -> (Double, [Double]) {
    var loss = weights.reduce(0) { $0 + $1 * $1 } * TargetTrainer.l2 / 2
    var gradient = weights.map { $0 * TargetTrainer.l2 }
    for group in groups {
      let sums = group.rows.map { sum($0, weights) }
      let highest = sums.max() ?? 0
      let parts = sums.map { exp($0 - highest) }
      let all = parts.reduce(0, +)
      let right = zip(parts, group.isRight).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
      loss -= group.scale * log(right / all)
      for (k, row) in group.rows.enumerated() {
        let excess = group.scale * (parts[k] / all - (group.isRight[k] ? parts[k] / right : 0))
        for i in row.indices { gradient[i] += excess * row[i] }
      }
    }
    return (loss, gradient)
  }
}
