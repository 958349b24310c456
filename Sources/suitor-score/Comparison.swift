import Labelled
import Reading
import Stories

/// Compares the reading of a story with what is marked in it.
struct Comparison {
  private(set) var tally = Tally()
  /// What was missed or wrong, a line each.
  private(set) var errors: [String] = []
  /// For each claim of the story whether such a claim is marked: the same words by half, of the same source.
  ///
  /// Says nothing where only the deal is marked.
  private(set) var isRight: [Bool]
  /// For each claim of which `isRight` whether the nearest source is the marked one.
  private(set) var isSpeakerRight: [Bool]

  private let marked: LabelledStory
  private let story: Story
  private let words: Words

  /// Compares `story` with `marked`, whose text is the same.
  init(_ marked: LabelledStory, _ story: Story) {
    self.marked = marked
    self.story = story
    words = Words(story.text)
    isRight = Array(repeating: false, count: story.claims.count)
    isSpeakerRight = isRight
    tally.stories = 1
    if !marked.isDealOnly {
      compareAttributed()
      compareClaims()
      compareTerms()
    }
    compareDeal()
  }

  // MARK: Claims

  private mutating func compareAttributed() {
    let gold = marked.claims.filter { !$0.chain.isEmpty }
    let found = story.claims.filter { $0.source != nil }
    let spans = gold.map { words.content($0.span) }
    let others = found.map { words.content($0.span) }
    tally.attributed.marked = gold.count
    tally.attributed.found = found.count
    for (claim, pair) in Pairing.pairs(spans, others).enumerated() {
      guard let pair else { continue }
      tally.attributed.relaxed += 1
      if spans[claim] == others[pair] { tally.attributed.exact += 1 }
      if isSourceRight(gold[claim], found[pair]) { tally.sourceRight += 1 }
    }
  }

  private mutating func compareClaims() {
    let spans = marked.claims.map { words.content($0.span) }
    let others = story.claims.map { words.content($0.span) }
    tally.all.marked = marked.claims.count
    tally.all.found = story.claims.count
    let pairs = Pairing.pairs(spans, others)
    for (index, pair) in pairs.enumerated() {
      let gold = marked.claims[index]
      guard let pair else {
        errors.append("MISSED \(describe(gold)): \(line(gold.span))")
        continue
      }
      let claim = story.claims[pair]
      var wrong: [String] = []
      let isExact = spans[index] == others[pair]
      tally.all.relaxed += 1
      if isExact { tally.all.exact += 1 } else { wrong.append("words “\(line(claim.span))”") }
      let isSourceRight = isSourceRight(gold, claim)
      isRight[pair] = isSourceRight
      isSpeakerRight[pair] = isNearestRight(gold, claim)
      if !isSourceRight { wrong.append("source “\(claim.source.map(line) ?? "")”") }
      if claim.manner == gold.manner { tally.mannerRight += 1 } else { wrong.append(claim.manner.rawValue) }
      if claim.certainty == gold.certainty { tally.certaintyRight += 1 } else { wrong.append(claim.certainty.rawValue) }
      if isSourceRight, claim.manner == gold.manner, claim.certainty == gold.certainty {
        tally.allRight += 1
        if chain(claim) == gold.chain { tally.chainRight += 1 }
      }
      if chain(claim) != gold.chain { wrong.append("chain \(chain(claim).joined(separator: ">"))") }
      if !wrong.isEmpty {
        errors.append("WRONG  \(describe(gold)): \(line(gold.span)) | \(wrong.joined(separator: "; "))")
      }
    }
    let taken = Set(pairs.compactMap { $0 })
    for (index, claim) in story.claims.enumerated() where !taken.contains(index) {
      let chain = chain(claim).joined(separator: ">")
      errors.append(
        "FALSE  \(claim.manner.rawValue)|\(claim.certainty.rawValue)|\(chain): \(line(claim.span))")
    }
  }

  /// Whether both are the story's own, or the mentions of the nearest source share a word.
  private func isSourceRight(_ gold: LabelledClaim, _ claim: Claim) -> Bool {
    guard let source = gold.sources.first, let other = claim.source else {
      return gold.sources.isEmpty && claim.source == nil
    }
    return words.indices(source).overlaps(words.indices(other))
  }

  /// Whether the nearest source is the same; a name that is cut otherwise is nobody else's, nor is a ministry another than its
  /// government, nor a person whom the words name another than those that he speaks for.
  private func isNearestRight(_ gold: LabelledClaim, _ claim: Claim) -> Bool {
    guard let one = gold.chain.first, let other = chain(claim).first, let source = claim.chain.first else {
      return gold.chain.isEmpty && claim.chain.isEmpty
    }
    if one == other || "-\(one)-".contains("-\(other)-") || "-\(other)-".contains("-\(one)-") { return true }
    // A person who is named is who speaks, for whomever he does.
    let found = story.sources[source]
    if found.kind == .person || found.kind == .analyst, let words = claim.source,
      story.mentions.contains(where: { $0.referent == .source(source) && words.overlaps($0.span) })
    {
      return true
    }
    guard let party = story.sources[source].party, story.parties[party].kind == .government else { return false }
    return marked.parties.contains { $0.role == .government && KnownName.id(of: $0.name) == one }
  }

  /// The ids of a claim's sources; unnamed ones are all the same.
  private func chain(_ claim: Claim) -> [String] {
    claim.chain.map { story.sources[$0].kind == .anonymous ? "anonymous" : story.sources[$0].id }
  }

  // MARK: The deal

  private mutating func compareDeal() {
    let isTargetRight =
      story.target.map { target in marked.targets.contains { NameKey.matches(target, $0) } } ?? marked.targets.isEmpty
    let areTargetsRight = NameKey.matches(story.targets, marked.targets)
    var areActorsRight = true
    for role in [Party.Role.bidder, .seller] {
      let found = story.parties.filter { $0.role == role }
      let names = marked.parties.filter { $0.role == role }.map(\.name)
      let right = names.count { name in found.contains { NameKey.matches($0, name) } }
      tally.actors.marked += names.count
      tally.actors.found += found.count
      tally.actors.relaxed += right
      tally.actors.exact += right
      if !NameKey.matches(found, names) { areActorsRight = false }
    }
    if isTargetRight { tally.targetRight += 1 }
    if areTargetsRight { tally.targetsRight += 1 }
    if areActorsRight { tally.actorsRight += 1 }
    if areTargetsRight, areActorsRight { tally.dealRight += 1 } else { errors.append(dealError) }
    if story.stage == marked.stage {
      tally.stageRight += 1
    } else {
      errors.append("STAGE  \(marked.stage?.rawValue ?? "none") | \(story.stage?.rawValue ?? "none")")
    }
  }

  private var dealError: String {
    let targets = story.targets.map(\.name.english).joined(separator: ", ")
    func list(_ parties: [(String, Party.Role)]) -> String {
      [Party.Role.bidder, .seller].map { role in
        "; \(role.rawValue) " + parties.filter { $0.1 == role }.map { $0.0 }.joined(separator: ", ")
      }.joined()
    }
    return
      "DEAL   \(marked.targets.joined(separator: ", "))\(list(marked.parties.map { ($0.name, $0.role) })) | \(targets)"
      + list(story.parties.compactMap { party in party.role.map { (party.name.english, $0) } })
  }

  // MARK: Terms

  private mutating func compareTerms() {
    // A figure of a claim within another stands in both.
    var found: [Claim.Term] = []
    for term in story.claims.flatMap(\.terms) where !found.contains(where: { $0.span == term.span }) {
      found.append(term)
    }
    tally.terms.marked = marked.terms.count
    tally.terms.found = found.count
    var rest = found
    for term in marked.terms {
      let match = rest.firstIndex {
        $0.kind == term.kind && $0.unit == term.unit && abs($0.amount - term.amount) <= 1e-6 * abs(term.amount)
          && $0.span.overlaps(term.span)
      }
      guard let match else {
        errors.append("TERM   missed \(describe(term))")
        continue
      }
      tally.terms.relaxed += 1
      if rest[match].span == term.span {
        tally.terms.exact += 1
      } else {
        errors.append("TERM   words \(describe(term)) | \(line(rest[match].span))")
      }
      rest.remove(at: match)
    }
    for term in rest { errors.append("TERM   false \(describe(term))") }
  }

  // MARK: Wording

  private func describe(_ claim: LabelledClaim) -> String {
    "c\(claim.label)|\(claim.manner.rawValue)|\(claim.certainty.rawValue)|\(claim.chain.joined(separator: ">"))"
  }

  private func describe(_ term: Claim.Term) -> String {
    "\(term.kind.rawValue) \(term.amount) \(term.unit): \(line(term.span))"
  }

  private func line(_ span: Span) -> String {
    story.text.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
