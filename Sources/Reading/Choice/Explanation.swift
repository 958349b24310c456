import Glibc
import Stories

/// Says what decided about a claim, by choosing once more for its cue, with the names of the features.
struct Explanation {
  let text: ClassedProse
  let model: Model
  let bytes: UnsafeBufferPointer<UInt8>

  /// So many features are named for a claim, and so many against it.
  private static let most = 4

  /// The choice that `attribution` was made of; `nil` if it was made of none.
  func decision(_ attribution: Attribution) -> Reasons.Decision? {
    let sites = CueSites(text, bytes)
    let sentence = attribution.sentence
    let site = attribution.cue.lazy.compactMap { sites.site(at: $0, in: sentence) }
      .map { sites.withPhrases($0) }.first {
        $0.group == attribution.cue.lowerBound && $0.end == attribution.cue.upperBound
      }
    let choice = Choice(text, model, bytes)
    guard let site, let chosen = choice.choose(site) else { return nil }
    let proposal = Choice.proposal(site, RuleProposals(text.prose))
    var candidates = Candidates(text)
    candidates.propose(site, proposal: proposal)
    let features = Features(text, bytes, isLexical: model.isLexical)

    var none = NamedRow()
    features.none(site, rule: proposal?.rule ?? .none, into: &none)
    var rows: [(candidate: Candidate?, score: Double)] = [(nil, none.score(model))]
    var own = NamedRow()
    for candidate in candidates.all {
      var row = NamedRow()
      features.candidate(candidate, of: site, into: &row)
      rows.append((candidate, row.score(model)))
      if candidate == chosen.candidate { own = row }
    }
    let highest = rows.map(\.score).max() ?? 0
    let total = rows.reduce(0) { $0 + exp($1.score - highest) }
    func probability(_ score: Double) -> Double { exp(score - highest) / total }
    let words = core(chosen.candidate)
    let alike = rows.filter { $0.candidate.map { core($0) == words } ?? false }
    let others = rows.filter { $0.candidate.map { core($0) != words } ?? true }
    let second = others.max { $0.score < $1.score } ?? (nil, -.infinity)
    return Reasons.Decision(
      strength: site.entry.strength, frame: Reasons.Frame(site.entry.frame),
      rule: alike.lazy.compactMap { $0.candidate.flatMap { Reasons.Rule($0.rule) } }.first,
      likelihood: Double(chosen.confidence), exact: alike.reduce(0) { $0 + probability($1.score) },
      features: heaviest(own, none),
      runnerUp: Reasons.RunnerUp(
        words: second.candidate.map { core($0).map(text.prose.span) } ?? [], probability: probability(second.score)))
  }

  /// The words of a candidate: the same content with and without "that" or marks around it is one content.
  private func core(_ candidate: Candidate) -> [Range<Int>] {
    [candidate.first, candidate.second].compactMap { part in
      guard var part = part.map(text.prose.trimmed), !part.isEmpty else { return nil }
      func isMark(_ i: Int) -> Bool { text.prose.tokens[i].isPunctuation }
      while part.count > 1, isMark(part.lowerBound) || text.classes[part.lowerBound] == .that { part.removeFirst() }
      while part.count > 1, isMark(part.upperBound - 1) { part.removeLast() }
      return part
    }
  }

  /// The heaviest features for the row `own` and against the row `none`, then the heaviest the other way.
  private func heaviest(_ own: NamedRow, _ none: NamedRow) -> [Reasons.Feature] {
    let all = own.features(model, times: 1) + none.features(model, times: -1)
    let sorted = all.sorted { (abs($1.weight), $0.name) < (abs($0.weight), $1.name) }
    return Array(sorted.filter { $0.weight > 0 }.prefix(Explanation.most))
      + sorted.filter { $0.weight < 0 }.prefix(Explanation.most)
  }

  /// The features of a row, by name.
  private struct NamedRow: FeatureSink {
    private var found: [(key: UInt64, name: String?)] = []

    mutating func add(_ key: UInt64) { found.append((key, nil)) }
    mutating func add(words key: UInt64, name: @autoclosure () -> String) { found.append((key, name())) }

    /// Those that have a weight, with their weights `times` so heavy.
    func features(_ model: Model, times: Double) -> [Reasons.Feature] {
      found.compactMap { key, name in
        let weight = NamedRow.weight(key, model)
        return weight == 0 ? nil : Reasons.Feature(name: name ?? FeatureName.name(of: key), weight: times * weight)
      }
    }

    func score(_ model: Model) -> Double { found.reduce(0) { $0 + NamedRow.weight($1.key, model) } }

    private static func weight(_ key: UInt64, _ model: Model) -> Double {
      model.weights.withSum { empty in
        var sum = empty
        sum.add(key)
        return Double(sum.sum)
      }
    }
  }
}

extension Reasons.Frame {
  init(_ frame: CueEntry.Frame) {
    switch frame {
    case .say: self = .saying
    case .cla: self = .clause
    case .inf: self = .infinitive
    case .obj: self = .phrase
    case .prp: self = .preposition
    case .acc: self = .source
    case .unk: self = .unknown
    }
  }
}

extension Reasons.Rule {
  init?(_ rule: Candidate.Rule) {
    switch rule {
    case .none: return nil
    case .quotationBefore: self = .quotationBefore
    case .quotationBehind: self = .quotationBehind
    case .incise: self = .incise
    case .that: self = .that
    case .colon: self = .colon
    case .infinitive: self = .infinitive
    case .clause: self = .clause
    case .phrase: self = .phrase
    case .preposition: self = .preposition
    case .noun: self = .noun
    }
  }
}

extension Reasons.Ground {
  init(_ kind: Evidence.Kind) {
    switch kind {
    case .cue: self = .cue
    case .turn: self = .turn
    case .quotation: self = .quotation
    case .ownVoice: self = .ownVoice
    case .rest: self = .rest
    }
  }
}
