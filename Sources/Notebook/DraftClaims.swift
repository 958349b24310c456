import Stories

/// What entries make of claims, and of who says them.
extension Draft {
  /// The claim that is these words, or most of them.
  func claim(_ anchor: Anchor) -> Int? {
    guard let span = plain.find(anchor) else { return nil }
    var best: (shared: Int, claim: Int)?
    for (number, item) in claims.enumerated() where !item.isGone {
      let other = item.claim.span
      if other == span { return number }
      let shared = min(other.end, span.end) - max(other.start, span.start)
      // What is read otherwise now is still the same claim if more than half is shared.
      guard shared * 2 > max(other.count, span.count), shared > best?.shared ?? 0 else { continue }
      best = (shared, number)
    }
    return best?.claim
  }

  mutating func add(_ anchor: Anchor) -> Bool {
    guard let span = plain.find(anchor) else { return false }
    // It was found meanwhile: there is nothing to add.
    if claims.contains(where: { !$0.isGone && $0.claim.span == span }) { return true }
    var claim = Claim(span: span, manner: .ownVoice, certainty: .asserted)
    claim.corrected = .claim
    claim.parties = partiesMentioned(in: span)
    claim.terms = terms(in: span)
    claims.append(Item(claim: claim))
    return true
  }

  func partiesMentioned(in span: Span) -> [Int] {
    var found: [Int] = []
    for mention in mentions where span.contains(mention.span) {
      if case .party(let party) = mention.referent, !found.contains(party) { found.append(party) }
    }
    return found
  }

  /// The figures that some claim has in `span`.
  func terms(in span: Span) -> [Claim.Term] {
    var found: [Claim.Term] = []
    for term in claims.flatMap(\.claim.terms) where span.contains(term.span) && !found.contains(term) {
      found.append(term)
    }
    return found.sorted { $0.span < $1.span }
  }

  mutating func correct(_ number: Int, _ deed: Deed) -> Bool {
    switch deed {
    case .certainty(let certainty):
      claims[number].claim.certainty = certainty
      claims[number].claim.corrected.insert(.certainty)
    case .stage(let stage):
      claims[number].claim.stage = stage
      claims[number].claim.corrected.insert(.stage)
    case .source(let names):
      attribute(number, to: names.map { source(named: $0) })
      claims[number].claim.corrected.insert(.source)
    case .words(let anchor):
      guard let span = plain.find(anchor) else { return false }
      claims[number].claim.terms = terms(in: span)
      claims[number].claim.parties = partiesMentioned(in: span)
      claims[number].claim.span = span
      claims[number].claim.corrected.insert(.words)
    case .delete: claims[number].isGone = true
    default: return false
    }
    // Who has looked at it is sure that it is one.
    claims[number].claim.confidence = 1
    return true
  }

  mutating func attribute(_ number: Int, to chain: [Int]) {
    let before = claims[number].claim.chain
    claims[number].claim.chain = chain
    if chain.isEmpty {
      claims[number].claim.manner = .ownVoice
      (claims[number].claim.cue, claims[number].claim.source) = (nil, nil)
    } else if claims[number].claim.manner == .ownVoice {
      claims[number].claim.manner = isQuoted(claims[number].claim.span) ? .direct : .indirect
    }
    // A name that is somebody else's does not name this source; a pronoun or a title may.
    guard chain.first != before.first, let words = claims[number].claim.source else { return }
    if mentions.contains(where: { $0.form == .name && words.contains($0.span) }) { claims[number].claim.source = nil }
  }

  /// Whether a quotation mark stands right before the words.
  func isQuoted(_ span: Span) -> Bool {
    let before = original.text.bytes[..<span.start]
    let text = String(decoding: before.suffix(8).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    guard let last = text.last(where: { !$0.isWhitespace }) else { return false }
    return "\"“«„".contains(last)
  }

  /// The source of that name: one of the story, or a party, or a new one.
  mutating func source(named name: String) -> Int {
    let wanted = Folding.pattern(name)
    func fits(_ wording: Wording, _ id: String) -> Bool {
      id == name || Folding.pattern(wording.english) == wanted || Folding.pattern(wording.french) == wanted
    }
    if let there = sources.firstIndex(where: { fits($0.name, $0.id) }) { return there }
    if let party = parties.firstIndex(where: { $0.same == nil && fits($0.party.name, $0.party.id) }) {
      return source(of: party)
    }
    sources.append(Source(id: PartyName.id(name), name: Wording(name), kind: .person))
    return sources.count - 1
  }

  /// The source that a party is.
  mutating func source(of party: Int) -> Int {
    if let there = sources.firstIndex(where: { $0.party == party }) { return there }
    let new = parties[party].party
    sources.append(Source(id: new.id, name: new.name, kind: .party, party: party))
    return sources.count - 1
  }
}
