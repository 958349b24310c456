import Foundation
import Labelled
import Reading
import Stories

/// Fits the weights by which what is bought is chosen among those that a story names.
struct TargetTrainer {
  /// A candidate: its features by number and how much it has of each, and whether it is what is bought.
  private struct Row {
    var features: [(number: Int, amount: Double)]
    var isRight: Bool
  }

  /// The candidates of a story, or of how it begins.
  private struct Group {
    var rows: [Row]
    /// How much it counts.
    var scale: Double
    /// The number of the story, which its openings share.
    var story: Int
  }

  private var groups: [Group] = []
  private var stories = 0
  private var features = FeatureNumbers()
  private let reader: StoryReader

  /// How much large weights are held back, of what is told of a candidate and of what stands around its mentions: half of it times
  /// the sum of their squares is added to the loss.
  private static let l2 = 2.0
  private static let surroundingsL2 = 10.0
  /// Features of mentions that fewer candidates have are left out, and so are weights that are nearly nought.
  private static let least = 20
  private static let leastWeight = 0.02
  private static let iterations = 100
  /// The stories are left out in so many parts, one after the other.
  private static let folds = 8

  /// Makes a trainer that reads with the lexicons that `file` returns, without the weights of deals that were learned before.
  init(file: @escaping @Sendable (String) -> [UInt8]?) {
    let learned = TargetCandidate.weightsPaths + RoleCandidate.weightsPaths
    reader = StoryReader(file: { learned.contains($0) ? nil : file($0) })
    for name in TargetCandidate.featureNames { _ = features.number(of: name, .english) }
  }

  /// Learns from `story`, and from its openings, if one of the candidates is marked as what is bought.
  mutating func add(_ story: LabelledStory) throws {
    try add(story, NameKey.matches)
    for opening in Openings.of(story) { try add(opening, Openings.matches) }
    stories += 1
  }

  private mutating func add(_ story: LabelledStory, _ matches: (Wording, String) -> Bool) throws {
    let bytes = Array(story.text.bytes)
    let candidates = try reader.targetCandidates(bytes)
    let isRight = candidates.map { candidate in story.targets.contains { matches(candidate.name, $0) } }
    guard isRight.contains(true) else { return }
    let language = try reader.read(bytes, name: "").language
    let rows = zip(candidates, isRight).map { candidate, isRight in
      let told = candidate.features.enumerated().map { ($0.offset, Double($0.element)) }.filter { $0.1 != 0 }
      let around = candidate.surroundings.map { (features.number(of: $0.name, language), Double($0.amount)) }
      return Row(features: told + around, isRight: isRight)
    }
    groups.append(Group(rows: rows, scale: LabelledStories.scale(of: story), story: stories))
  }

  /// Fits the weights and writes them below `folder`.
  func train(to folder: String) throws {
    // How well it does on stories that it has not learned from; behind those all, for good.
    let fits = Parallel.map(TargetTrainer.folds + 1) { fold in
      self.weights(of: groups.filter { $0.story % TargetTrainer.folds != fold })
    }
    let weights: [Double] = fits[TargetTrainer.folds]
    let left = groups.count { isRight($0, fits[$0.story % TargetTrainer.folds]) }
    print(
      "targets: \(groups.count { isRight($0, weights) }) of \(groups.count) right, "
        + "\(left) by the weights that are learned without them")
    let head =
      "# Written by suitor-train. A line is a weight and what it speaks for a target that a text tells so of it."
    try features.write(
      to: folder, head: head, path: TargetCandidate.weightsPath, wordsPath: TargetCandidate.wordsPath
    ) { feature in
      abs(weights[feature]) >= TargetTrainer.leastWeight ? String(format: "%.2f", weights[feature]) : nil
    }
  }

  // MARK: Fitting

  /// The weights of all features by number, nought for those that are left out.
  private func weights(of groups: [Group]) -> [Double] {
    var counts = [Int](repeating: 0, count: features.count)
    for group in groups { for row in group.rows { for feature in row.features { counts[feature.number] += 1 } } }
    let told = TargetCandidate.featureNames.count
    // A feature that is left out gets a weight that nothing asks for.
    let groups = groups.map { group in
      var group = group
      for k in group.rows.indices {
        group.rows[k].features.removeAll { $0.number >= told && counts[$0.number] < TargetTrainer.least }
      }
      return group
    }
    let l2 = (0..<features.count).map { $0 < told ? TargetTrainer.l2 : TargetTrainer.surroundingsL2 }
    return Descent.minimum(from: [Double](repeating: 0, count: features.count), iterations: TargetTrainer.iterations) {
      loss($0, groups, l2)
    } report: { _, _ in
    }
  }

  private func isRight(_ group: Group, _ weights: [Double]) -> Bool {
    let sums = group.rows.map { sum($0, weights) }
    return sums.indices.max { sums[$0] < sums[$1] }.map { group.rows[$0].isRight } ?? false
  }

  private func sum(_ row: Row, _ weights: [Double]) -> Double {
    row.features.reduce(0) { $0 + $1.amount * weights[$1.number] }
  }

  /// How badly `weights` foretell what is bought, by the softmax over the candidates of each story, and the gradient.
  private func loss(_ weights: [Double], _ groups: [Group], _ l2: [Double]) -> (Double, [Double]) {
    var loss = 0.0
    var gradient = weights
    for i in weights.indices {
      loss += l2[i] / 2 * weights[i] * weights[i]
      gradient[i] *= l2[i]
    }
    for group in groups {
      let sums = group.rows.map { sum($0, weights) }
      let highest = sums.max() ?? 0
      let parts = sums.map { exp($0 - highest) }
      let all = parts.reduce(0, +)
      let right = zip(parts, group.rows).reduce(0) { $1.1.isRight ? $0 + $1.0 : $0 }
      loss -= group.scale * log(right / all)
      for (part, row) in zip(parts, group.rows) {
        let excess = group.scale * (part / all - (row.isRight ? part / right : 0))
        for feature in row.features { gradient[feature.number] += excess * feature.amount }
      }
    }
    return (loss, gradient)
  }
}
