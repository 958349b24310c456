import Glibc
import Stories

/// Chooses for every cue one of its candidates, or none, by learned weights.
///
/// Of the candidates and "none" each has a sum of weights; the softmax of these is how likely it is the right one.
final class Choice {
  let text: ClassedProse
  let model: Model
  private let gate: Gate?
  private let features: Features
  private let sites: CueSites
  private let rules: RuleProposals
  @exclusivity(unchecked) private var candidates: Candidates
  private var prose: Prose { text.prose }

  /// What a cue was found to attribute.
  struct Chosen {
    var site: CueSite
    var candidate: Candidate
    /// How likely the content is right, or nearly so, 0 to 1.
    var confidence: Float
  }

  /// Of the likeliest candidates so many are looked at.
  private static let most = 8
  /// More than sums of likelihoods can be off by.
  private static let rounding: Float = 0.001

  init(_ text: ClassedProse, _ model: Model, _ bytes: UnsafeBufferPointer<UInt8>) {
    self.text = text
    self.model = model
    gate = model.gate
    features = Features(text, bytes, isLexical: model.isLexical)
    sites = CueSites(text, bytes)
    rules = RuleProposals(text.prose)
    candidates = Candidates(text)
  }

  /// The choices of all cues, by the place of the cue, those that contradict a likelier one left out.
  ///
  /// `spoken` is what turns hold, by its place: whoever speaks there says all of it.
  func choose(outside spoken: [Range<Int>]) -> [Chosen] {
    var chosen: [Chosen] = []
    chosen.reserveCapacity(8)
    var next = 0
    let gate = gate
    for index in prose.sentences.indices {
      for i in prose.sentences[index].tokens {
        guard sites.mayAttribute(i) else { continue }
        while next < spoken.count, spoken[next].upperBound <= i { next += 1 }
        if next < spoken.count, spoken[next].contains(i) { continue }
        guard let site = sites.site(at: i, in: index),
          gate?.opens(for: site, features) ?? true,
          let found = choose(sites.withPhrases(site))
        else { continue }
        chosen.append(found)
      }
    }
    return settled(chosen)
  }

  /// What the rules make of the cue of `site`, as a candidate.
  static func proposal(_ site: CueSite, _ rules: RuleProposals) -> Candidate? {
    let prose = rules.prose
    guard let proposal = rules.proposal(at: site.token, in: prose.sentences[site.sentence]), !proposal.first.isEmpty
    else {
      return nil
    }
    var candidate = Candidate(
      first: proposal.first, second: proposal.second, source: proposal.source, start: .rule, end: .rule,
      rule: proposal.rule)
    // The marks of a quotation belong to a candidate's content.
    func marked(_ range: Range<Int>) -> Range<Int> {
      guard range.lowerBound > 0, prose.quotation[range.lowerBound] >= 0 else { return range }
      let quotation = prose.quotations[Int(prose.quotation[range.lowerBound])]
      return quotation.content == range ? quotation.open..<quotation.close + 1 : range
    }
    candidate.first = marked(candidate.first)
    candidate.second = candidate.second.map(marked)
    return candidate
  }

  /// The choice for the cue of `site`, whatever other cues say; `nil` for none of its candidates.
  func choose(_ site: CueSite) -> Chosen? {
    let proposal = Choice.proposal(site, rules)
    candidates.propose(site, proposal: proposal)
    let all = candidates.all
    guard !all.isEmpty else { return nil }
    return model.bundles.withSum(of: model.weights) { empty in
      withUnsafeTemporaryAllocation(of: Float.self, capacity: all.count + 1) { scores -> Chosen? in
        var sum = empty
        features.none(site, rule: proposal?.rule ?? .none, into: &sum)
        scores[all.count] = sum.sum
        var highest = sum.sum
        // Candidates come in runs with the same start.
        var started = empty
        var speaker = Features.Speaker()
        for k in all.indices {
          let candidate = all[k]
          if k == 0 || !Features.startsLike(candidate, all[k - 1], of: site) {
            started = empty
            if k == 0 || !candidate.hasSource(of: all[k - 1]) { speaker = features.speaker(candidate.source, site) }
            features.start(candidate, of: site, by: speaker, into: &started)
          }
          sum = started
          features.rest(candidate, of: site, into: &sum)
          scores[k] = sum.sum
          highest = max(highest, sum.sum)
        }
        var total: Float = 0
        for k in 0...all.count {
          scores[k] = expf(scores[k] - highest)
          total += scores[k]
        }
        for k in 0...all.count { scores[k] /= total }
        // No content is likelier than that there is one.
        guard 1 - scores[all.count] + Choice.rounding >= model.threshold else { return nil }
        return best(all, site, scores)
      }
    }
  }

  /// Of the likeliest candidates the one that most of the others are like.
  private func best(_ all: [Candidate], _ site: CueSite, _ scores: UnsafeMutableBufferPointer<Float>) -> Chosen? {
    var best: (index: Int, value: Float, confidence: Float)?
    var last: Int?
    for _ in 0..<min(Choice.most, all.count) {
      guard let k = Choice.next(after: last, all.count, scores) else { break }
      last = k
      // All that can be said for this one and those less likely.
      let most = 1 - scores[all.count] + model.precision * scores[k]
      if let best, best.value > most + Choice.rounding { break }
      var confidence: Float = 0
      for other in all.indices where other == k || Choice.isAlike(all[k], all[other]) {
        confidence += scores[other]
      }
      let value = confidence + model.precision * scores[k]
      if value > best?.value ?? -1 { best = (k, value, confidence) }
    }
    guard let best, best.confidence >= model.threshold else { return nil }
    return Chosen(site: site, candidate: all[best.index], confidence: min(1, best.confidence))
  }

  /// The likeliest candidate after `last`, of equally likely ones the first.
  private static func next(after last: Int?, _ count: Int, _ scores: UnsafeMutableBufferPointer<Float>) -> Int? {
    var next: Int?
    for k in 0..<count {
      if let last, scores[k] > scores[last] || scores[k] == scores[last] && k <= last { continue }
      if next.map({ scores[k] > scores[$0] }) ?? true { next = k }
    }
    return next
  }

  /// How many of the tokens of two contents are in both, of those in either.
  static func likeness(_ a: Candidate, _ b: Candidate) -> Float {
    let shared = shared(a, b)
    return Float(shared) / Float(a.count + b.count - shared)
  }

  /// Whether two contents are nearly the same: half of their tokens are in both.
  @inline(__always) private static func isAlike(_ a: Candidate, _ b: Candidate) -> Bool {
    let shared = shared(a, b)
    return 2 * shared >= a.count + b.count - shared
  }

  /// How many tokens are in both contents.
  @inline(__always) private static func shared(_ a: Candidate, _ b: Candidate) -> Int {
    var shared = shared(a.first, b.first)
    if let second = b.second { shared += Choice.shared(a.first, second) }
    if let second = a.second {
      shared += Choice.shared(second, b.first)
      if let other = b.second { shared += Choice.shared(second, other) }
    }
    return shared
  }

  /// How many tokens are in both ranges.
  @inline(__always) private static func shared(_ a: Range<Int>, _ b: Range<Int>) -> Int {
    max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound))
  }

  // MARK: Settling

  /// Whether one of two choices relays the other: "Roe said it was over, according to the Times".
  private func isRelay(_ a: Chosen, _ b: Chosen) -> Bool {
    a.site.isPreposition && a.candidate.first.contains(b.site.token)
      || b.site.isPreposition && b.candidate.first.contains(a.site.token)
  }

  /// Of choices that share most of their content the likeliest.
  private func settled(_ chosen: [Chosen]) -> [Chosen] {
    if chosen.count < 2 { return chosen }
    // Two contents that share more than half of what they hold each hold the other's middle.
    // For each token the latest that has its middle there, and for each of these the one before it.
    var atMiddle = [Int32](filledWith: -1, count: prose.tokens.count)
    var before = [Int32](filledWith: Choice.leftOut, count: chosen.count)
    for index in chosen.indices.sorted(by: { (chosen[$0].confidence, $1) > (chosen[$1].confidence, $0) }) {
      let candidate = chosen[index].candidate
      let isTaken = candidate.first.contains { middle in
        var other = Int(atMiddle[middle])
        while other >= 0 {
          if Choice.likeness(chosen[other].candidate, candidate) > 0.6, !isRelay(chosen[other], chosen[index]) {
            return true
          }
          other = Int(before[other])
        }
        return false
      }
      if isTaken { continue }
      let middle = (candidate.first.lowerBound + candidate.first.upperBound - 1) / 2
      before[index] = atMiddle[middle]
      atMiddle[middle] = Int32(index)
    }
    if !before.contains(Choice.leftOut) { return chosen }
    return chosen.indices.filter { before[$0] != Choice.leftOut }.map { chosen[$0] }
  }

  /// What has no place among those with the same middle.
  private static var leftOut: Int32 { -2 }
}
