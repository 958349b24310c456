import Foundation
import Labelled
import Reading
import Stories

/// Fits the weights by which bidders and sellers are chosen among those that a story names.
struct RoleTrainer {
  /// What a candidate is.
  private enum Answer: Int { case neither, bidder, seller }

  /// A candidate: its features by number, how much it has of each, and what it is.
  private struct Row {
    var features: [(number: Int, amount: Double)]
    var answer: Answer
    var rule: Answer
    /// How much it counts.
    var scale: Double
  }

  /// The candidates of a story, and how many bidders and sellers are not among them.
  private struct Group {
    var rows: [Row]
    var missing: Int
    var language: Language
    /// Whether it is how the story before it begins.
    var isOpening: Bool
  }

  private var groups: [Group] = []
  private var features = FeatureNumbers()
  private let reader: StoryReader

  /// Features that fewer candidates have are left out.
  private static let least = 5
  /// How much large weights are held back: half of it times the sum of their squares is added to the loss.
  private static let l2 = 10.0
  private static let iterations = 120
  /// How much an opening counts, of which there are two to a story.
  private static let openingScale = 1.0
  /// The stories are left out in so many parts, one after the other.
  private static let folds = 5
  /// What is added to the weights of bidders and sellers: a doubtful one is named rather than passed over.
  ///
  /// By five-fold trial .2 finds most, counted by F1; 0 to .4 are as good within .005.
  private static let eagerness = 0.2

  /// Makes a trainer that reads with the lexicons that `file` returns, without the weights that were learned before.
  init(file: @escaping @Sendable (String) -> [UInt8]?) {
    reader = StoryReader(file: { RoleCandidate.weightsPaths.contains($0) ? nil : file($0) })
  }

  /// Learns from `story` and from its openings, if the reading finds a deal in them.
  mutating func add(_ story: LabelledStory) throws {
    try add(story, isOpening: false)
    for opening in Openings.of(story) { try add(opening, isOpening: true) }
  }

  private mutating func add(_ story: LabelledStory, isOpening: Bool) throws {
    let bytes = Array(story.text.bytes)
    let candidates = try reader.roleCandidates(bytes)
    guard !candidates.isEmpty else { return }
    let language = try reader.read(bytes, name: "").language
    let answers = candidates.map { candidate in
      answer(
        story.parties.first {
          isOpening ? Openings.matches(candidate.name, $0.name) : NameKey.matches(candidate.name, $0.name)
        }?.role)
    }
    let all = isOpening ? 0 : story.parties.count { answer($0.role) != .neither }
    let rows = zip(candidates, answers).map { candidate, answer in
      Row(
        features: candidate.features.map { (features.number(of: $0.name, language), Double($0.amount)) },
        answer: answer,
        rule: self.answer(candidate.rule),
        scale: LabelledStories.scale(of: story) * (isOpening ? RoleTrainer.openingScale : 1))
    }
    groups.append(
      Group(
        rows: rows, missing: isOpening ? 0 : all - answers.count { $0 != .neither }, language: language,
        isOpening: isOpening))
  }

  private func answer(_ role: Party.Role?) -> Answer {
    role == .bidder ? .bidder : role == .seller ? .seller : .neither
  }

  /// Fits the weights and writes them below `folder`.
  func train(to folder: String) throws {
    report()
    let kept = kept(groups)
    let weights = weights(of: groups, kept)
    let bias = features.number(ofShared: "bias")
    let head =
      "# Written by suitor-train. A line is what a feature speaks for a bidder and for a seller, and its name."
    try features.write(
      to: folder, head: head, path: RoleCandidate.weightsPath, wordsPath: RoleCandidate.wordsPath
    ) { feature in
      let place = kept[feature]
      guard place >= 0 else { return nil }
      let extra = feature == bias ? RoleTrainer.eagerness : 0
      let (bidder, seller) = (weights[2 * place] + extra, weights[2 * place + 1] + extra)
      return max(abs(bidder), abs(seller)) < 0.01 ? nil : String(format: "%.2f %.2f", bidder, seller)
    }
  }

  /// Prints how well the weights do on stories that they are not learned from, beside the rules.
  private func report() {
    // For each group its story, which its openings are left out with.
    var story = -1
    let stories = groups.map { group in
      if !group.isOpening { story += 1 }
      return max(0, story)
    }
    var found = [[Answer]](repeating: [], count: groups.count)
    for fold in 0..<RoleTrainer.folds {
      let learned = groups.indices.filter { stories[$0] % RoleTrainer.folds != fold }.map { groups[$0] }
      let kept = kept(learned)
      let weights = weights(of: learned, kept)
      for place in groups.indices where stories[place] % RoleTrainer.folds == fold {
        found[place] = groups[place].rows.map { chosen($0, weights, kept) }
      }
    }
    for language in Language.allCases {
      for isOpening in [false, true] {
        let places = groups.indices.filter { groups[$0].language == language && groups[$0].isOpening == isOpening }
        let ruled = score(places) { place in groups[place].rows.map(\.rule) }
        let chosen = score(places) { place in found[place] }
        print(
          "roles, \(language.rawValue), \(places.count) \(isOpening ? "openings" : "stories"): by rules \(ruled), "
            + "by what is learned without them \(chosen)")
      }
    }
  }

  private func score(_ stories: [Int], _ found: (Int) -> [Answer]) -> String {
    var (right, named, marked, whole) = (0, 0, 0, 0)
    for place in stories {
      let rows = groups[place].rows
      let answers = found(place)
      right += zip(rows, answers).count { $0.answer == $1 && $1 != .neither }
      named += answers.count { $0 != .neither }
      marked += rows.count { $0.answer != .neither } + groups[place].missing
      if groups[place].missing == 0, zip(rows, answers).allSatisfy({ $0.answer == $1 }) { whole += 1 }
    }
    return String(
      format: "F1 %.3f, every one right in %.3f", 2 * Double(right) / Double(max(1, named + marked)),
      Double(whole) / Double(max(1, stories.count)))
  }

  // MARK: Fitting

  /// For each feature its place among those that enough candidates of `groups` have, or -1.
  private func kept(_ groups: [Group]) -> [Int] {
    var counts = [Int](repeating: 0, count: features.count)
    for group in groups { for row in group.rows { for feature in row.features { counts[feature.number] += 1 } } }
    var next = 0
    return counts.map {
      guard $0 >= RoleTrainer.least else { return -1 }
      defer { next += 1 }
      return next
    }
  }

  private func sums(_ row: Row, _ weights: [Double], _ kept: [Int]) -> (bidder: Double, seller: Double) {
    var (bidder, seller) = (0.0, 0.0)
    for (feature, amount) in row.features where kept[feature] >= 0 {
      bidder += weights[2 * kept[feature]] * amount
      seller += weights[2 * kept[feature] + 1] * amount
    }
    return (bidder, seller)
  }

  private func chosen(_ row: Row, _ weights: [Double], _ kept: [Int]) -> Answer {
    let sums = sums(row, weights, kept)
    guard max(sums.bidder, sums.seller) + RoleTrainer.eagerness > 0 else { return .neither }
    return sums.bidder >= sums.seller ? .bidder : .seller
  }

  private func weights(of groups: [Group], _ kept: [Int]) -> [Double] {
    let rows = groups.flatMap(\.rows)
    let count = 2 * ((kept.max() ?? -1) + 1)
    return Descent.minimum(from: [Double](repeating: 0, count: count), iterations: RoleTrainer.iterations) { weights in
      loss(weights, rows, kept)
    } report: { _, _ in
    }
  }

  /// The rows are split for the threads, always the same way, so that sums are the same on every machine.
  private static let parts = 8

  /// How badly `weights` foretell the answers, by the softmax over the three of each row, and the gradient.
  private func loss(_ weights: [Double], _ rows: [Row], _ kept: [Int]) -> (Double, [Double]) {
    let results = Parallel.map(RoleTrainer.parts) { part in
      let range = rows.count * part / RoleTrainer.parts..<rows.count * (part + 1) / RoleTrainer.parts
      return partialLoss(weights, rows[range], kept)
    }
    var loss = weights.reduce(0) { $0 + $1 * $1 } * RoleTrainer.l2 / 2
    var gradient = weights.map { $0 * RoleTrainer.l2 }
    for (value, part) in results {
      loss += value
      for i in gradient.indices { gradient[i] += part[i] }
    }
    return (loss, gradient)
  }

  private func partialLoss(_ weights: [Double], _ rows: ArraySlice<Row>, _ kept: [Int]) -> (Double, [Double]) {
    var loss = 0.0
    var gradient = [Double](repeating: 0, count: weights.count)
    for row in rows {
      let sums = sums(row, weights, kept)
      let highest = max(0, sums.bidder, sums.seller)
      let parts = (exp(-highest), exp(sums.bidder - highest), exp(sums.seller - highest))
      let all = parts.0 + parts.1 + parts.2
      let right = row.answer == .bidder ? parts.1 : row.answer == .seller ? parts.2 : parts.0
      loss -= row.scale * log(right / all)
      let bidder = row.scale * (parts.1 / all - (row.answer == .bidder ? 1 : 0))
      let seller = row.scale * (parts.2 / all - (row.answer == .seller ? 1 : 0))
      for (feature, amount) in row.features where kept[feature] >= 0 {
        gradient[2 * kept[feature]] += bidder * amount
        gradient[2 * kept[feature] + 1] += seller * amount
      }
    }
    return (loss, gradient)
  }
}
