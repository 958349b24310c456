import Foundation
import Reading

/// Fits the weights: those with names that hold for all languages, and with them those of English words.
struct Trainer {
  /// A cue with its rows, the features by number.
  private struct Group {
    var rows: [[UInt32]]
    var target: [Float]
    var scale: Float
  }

  let file: @Sendable (String) -> [UInt8]?

  /// Features that are seen less often are left out.
  private static let leastNamed = 20
  private static let leastWords = 6
  /// So many stay when the lightest are left out.
  private static let named = 2_000
  private static let words = 4_000

  /// How much a labelled story counts, against one of the large corpora.
  static let labelledScale: Float = 12

  /// Trains on sets of stories, each with how much it counts, and writes weights below `folder`.
  func train(_ sets: [(stories: [AnnotatedStory], scale: Float)], to folder: String) throws {
    var examples = TrainingExamples(isLexical: true, file: file)
    var numbers: [UInt64: UInt32] = [:]
    var keys: [UInt64] = []
    var counts: [Int] = []
    var groups: [Group] = []
    var gate = GateTrainer()
    for (story, scale) in sets.flatMap({ set in set.stories.map { ($0, set.scale) } }) {
      for group in try examples.groups(story.bytes, story.attributions) {
        let rows = group.rows.map { row in
          row.map { key -> UInt32 in
            if let number = numbers[key] {
              counts[Int(number)] += 1
              return number
            }
            let number = UInt32(keys.count)
            numbers[key] = number
            keys.append(key)
            counts.append(1)
            return number
          }
        }
        groups.append(Group(rows: rows, target: group.target, scale: scale))
        gate.add(group.gate, scale: scale)
      }
    }
    let positive = groups.count { $0.target[0] < 1 }
    print("\(groups.count) cues, \(positive) with a right candidate, \(keys.count) features")
    let isWord = keys.map { $0 >> 63 != 0 }
    var kept = keys.indices.filter { counts[$0] >= (isWord[$0] ? Trainer.leastWords : Trainer.leastNamed) }
    print("\(kept.count) features seen often enough")
    var weights = fit(groups, kept, keys.count, l2: 4, iterations: 70)
    kept = lightened(kept, weights, counts, isWord)
    weights = fit(groups, kept, keys.count, l2: 6, iterations: 60)
    func lines(_ isLine: (Int) -> Bool) -> [String] {
      zip(kept, weights).filter { isLine($0.0) && abs($0.1) >= 0.0005 }
        .map { (examples.name(of: keys[$0.0]), $0.1) }.sorted { $0.0 < $1.0 }
        .map { String(format: "%.3f ", $0.1) + $0.0 }
    }
    let head = "# Written by suitor-train. A line is a weight and the name of its feature."
    let settings = ["threshold en 0.35", "threshold fr 0.30", "precision en 2.0", "precision fr 0.8"]
    try write([head] + settings + lines { !isWord[$0] }, to: "\(folder)/weights.txt")
    try write([head] + lines { isWord[$0] }, to: "\(folder)/en-words.txt")
    let likely = problem(groups, kept, keys.count).probabilities(weights).map { 1 - $0[0] }
    try write([head] + gate.lines(foretelling: likely) { examples.name(of: $0) }, to: "\(folder)/en-gate.txt")
  }

  private func write(_ lines: [String], to path: String) throws {
    try (lines.joined(separator: "\n") + "\n").write(toFile: path, atomically: true, encoding: .utf8)
    print("\(path): \(lines.count) lines")
  }

  /// The features that weigh most for what they are worth: the largest |w| sqrt(min(count, 2000)).
  private func lightened(_ kept: [Int], _ weights: [Double], _ counts: [Int], _ isWord: [Bool]) -> [Int] {
    let worth = zip(kept, weights).map { ($0.0, abs($0.1) * Double(min(counts[$0.0], 2_000)).squareRoot()) }
      .sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let named = worth.filter { !isWord[$0.0] }.prefix(Trainer.named).map(\.0)
    let words = worth.filter { isWord[$0.0] }.prefix(Trainer.words).map(\.0)
    return (named + words).sorted()
  }

  /// The weights of the features `kept`, fitted to the groups.
  private func fit(
    _ groups: [Group], _ kept: [Int], _ all: Int, l2: Double, iterations: Int
  ) -> [Double] {
    problem(groups, kept, all).weights(l2: l2, iterations: iterations)
  }

  private func problem(_ groups: [Group], _ kept: [Int], _ all: Int) -> Problem {
    var place = [UInt32](repeating: .max, count: all)
    for (number, feature) in kept.enumerated() { place[feature] = UInt32(number) }
    var problem = Problem(featureCount: kept.count)
    for group in groups {
      problem.add(
        rows: group.rows.map { row in row.map { place[Int($0)] }.filter { $0 != .max } }, target: group.target,
        scale: group.scale)
    }
    return problem
  }
}
