import Stories

/// A story on which entries are carried out one after the other.
///
/// Claims and parties keep their numbers until all is done: those that are gone leave a gap, which `story` closes.
struct Draft {
  private let original: Story
  private let plain: PlainWords
  private var claims: [Item]
  private var parties: [Actor]
  private var targets: [Party]
  private var sources: [Source]
  private var mentions: [Mention]
  private var ofStory = Remark(on: .story)

  private struct Item {
    var claim: Claim
    var remark = Remark(on: .story)
    var isGone = false
  }

  private struct Actor {
    var party: Party
    var remark = Remark(on: .story)
    /// The party that it is the same as.
    var same: Int?
  }

  init(_ story: Story) {
    original = story
    plain = PlainWords(story.text.bytes[...])
    claims = story.claims.map { Item(claim: $0) }
    parties = story.parties.map { Actor(party: $0) }
    (targets, sources, mentions) = (story.targets, story.sources, story.mentions)
  }

  /// Carries out `entry`; returns whether what it is on is there.
  mutating func carryOut(_ entry: Entry) -> Bool {
    switch entry.subject {
    case .story: return note(entry.deed, in: &ofStory)
    case .claim(let anchor):
      if entry.deed == .add { return add(anchor) }
      guard let claim = claim(anchor) else { return false }
      if note(entry.deed, in: &claims[claim].remark) { return true }
      return correct(claim, entry.deed)
    case .party(let id, let name):
      if let party = party(id, name) {
        if note(entry.deed, in: &parties[party].remark) { return true }
        return correct(party: party, entry.deed)
      }
      guard let target = targets.firstIndex(where: { $0.id == id }) else { return false }
      return correct(target: target, entry.deed)
    case .entry: return true
    }
  }

  private func note(_ deed: Deed, in remark: inout Remark) -> Bool {
    switch deed {
    case .note(let text): remark.note = text.isEmpty ? nil : text
    case .mark(let isMarked): remark.isMarked = isMarked
    case .tag(let tag): if !remark.tags.contains(tag) { remark.tags.append(tag) }
    case .untag(let tag): remark.tags.removeAll { $0 == tag }
    default: return false
    }
    return true
  }

  // MARK: Claims

  /// The claim that is these words, or most of them.
  private func claim(_ anchor: Anchor) -> Int? {
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

  private mutating func add(_ anchor: Anchor) -> Bool {
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

  private func partiesMentioned(in span: Span) -> [Int] {
    var found: [Int] = []
    for mention in mentions where span.contains(mention.span) {
      if case .party(let party) = mention.referent, !found.contains(party) { found.append(party) }
    }
    return found
  }

  /// The figures that some claim has in `span`.
  private func terms(in span: Span) -> [Claim.Term] {
    var found: [Claim.Term] = []
    for term in claims.flatMap(\.claim.terms) where span.contains(term.span) && !found.contains(term) {
      found.append(term)
    }
    return found.sorted { $0.span < $1.span }
  }

  private mutating func correct(_ number: Int, _ deed: Deed) -> Bool {
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

  private mutating func attribute(_ number: Int, to chain: [Int]) {
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
  private func isQuoted(_ span: Span) -> Bool {
    let before = original.text.bytes[..<span.start]
    let text = String(decoding: before.suffix(8).drop { $0 & 0xC0 == 0x80 }, as: UTF8.self)
    guard let last = text.last(where: { !$0.isWhitespace }) else { return false }
    return "\"“«„".contains(last)
  }

  /// The source of that name: one of the story, or a party, or a new one.
  private mutating func source(named name: String) -> Int {
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
  private mutating func source(of party: Int) -> Int {
    if let there = sources.firstIndex(where: { $0.party == party }) { return there }
    let new = parties[party].party
    sources.append(Source(id: new.id, name: new.name, kind: .party, party: party))
    return sources.count - 1
  }

  // MARK: Parties

  private func party(_ id: String, _ name: String) -> Int? {
    func named(_ fits: (Party) -> Bool) -> Int? { parties.firstIndex { $0.same == nil && fits($0.party) } }
    return named { $0.id == id } ?? named { $0.name.english == name || $0.name.french == name }
  }

  private mutating func correct(party number: Int, _ deed: Deed) -> Bool {
    switch deed {
    case .rename(let name):
      parties[number].party.name = Wording(name)
      parties[number].party.corrected.insert(.name)
      for source in sources.indices where sources[source].party == number { sources[source].name = Wording(name) }
      // What is bought may act too.
      for target in targets.indices where targets[target].id == parties[number].party.id {
        targets[target].name = Wording(name)
        targets[target].corrected.insert(.name)
      }
    case .role(let role):
      parties[number].party.role = role
      parties[number].party.corrected.insert(.role)
      if role == .target {
        aim(at: number)
      } else if let target = targets.firstIndex(where: { $0.id == parties[number].party.id }) {
        return correct(target: target, deed)
      }
    case .merge(let id, let name):
      // Two names of one party, of which a story may hold but one.
      guard let other = party(id, name) else { return rename(number, id, name) }
      return other == number ? true : merge(number, into: other)
    case .split(let words, let name): return split(number, words, name)
    default: return false
    }
    return true
  }

  private mutating func correct(target number: Int, _ deed: Deed) -> Bool {
    switch deed {
    case .rename(let name):
      targets[number].name = Wording(name)
      targets[number].corrected.insert(.name)
    case .role(let role) where role != .target:
      let party = actor(for: targets[number])
      parties[party].party.role = role
      parties[party].party.corrected.insert(.role)
      targets.remove(at: number)
      for mention in mentions.indices {
        guard case .target(let other) = mentions[mention].referent else { continue }
        if other == number { mentions[mention].referent = .party(party) }
        if other > number { mentions[mention].referent = .target(other - 1) }
      }
    default: return false
    }
    return true
  }

  /// Has a party be the only thing that is bought.
  private mutating func aim(at number: Int) {
    let target = parties[number].party
    for mention in mentions.indices {
      guard case .target(let other) = mentions[mention].referent else { continue }
      // What was thought to be bought is still named there.
      mentions[mention].referent = .party(actor(for: targets[other]))
    }
    targets = [target]
  }

  /// The party that a target is, which is made one if it is none yet.
  private mutating func actor(for target: Party) -> Int {
    if let there = party(target.id, "") { return there }
    var new = target
    new.role = nil
    parties.append(Actor(party: new))
    return parties.count - 1
  }

  private mutating func rename(_ number: Int, _ id: String, _ name: String) -> Bool {
    parties[number].party.id = id
    parties[number].party.name = Wording(name)
    parties[number].party.corrected.insert(.party)
    for source in sources.indices where sources[source].party == number {
      (sources[source].id, sources[source].name) = (id, Wording(name))
    }
    return true
  }

  private mutating func merge(_ number: Int, into other: Int) -> Bool {
    parties[number].same = other
    parties[other].party.corrected.insert(.party)
    parties[other].party.role = parties[other].party.role ?? parties[number].party.role
    for mention in mentions.indices where mentions[mention].referent == .party(number) {
      mentions[mention].referent = .party(other)
    }
    // What was noted on the one is noted on both.
    let remark = parties[number].remark
    parties[other].remark.isMarked = parties[other].remark.isMarked || remark.isMarked
    parties[other].remark.tags += remark.tags.filter { !parties[other].remark.tags.contains($0) }
    let notes = [parties[other].remark.note, remark.note].compactMap { $0 }
    parties[other].remark.note = notes.isEmpty ? nil : notes.joined(separator: "\n")
    for claim in claims.indices { claims[claim].claim.parties = replaced(claims[claim].claim.parties, number, other) }
    guard let old = sources.firstIndex(where: { $0.party == number }) else { return true }
    guard let new = sources.firstIndex(where: { $0.party == other }) else {
      sources[old] = Source(
        id: parties[other].party.id, name: parties[other].party.name, kind: sources[old].kind, party: other)
      return true
    }
    for claim in claims.indices { claims[claim].claim.chain = replaced(claims[claim].claim.chain, old, new) }
    sources[old].party = nil
    for mention in mentions.indices where mentions[mention].referent == .source(old) {
      mentions[mention].referent = .source(new)
    }
    return true
  }

  private func replaced(_ numbers: [Int], _ old: Int, _ new: Int) -> [Int] {
    guard numbers.contains(old) else { return numbers }
    return numbers.map { $0 == old ? new : $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private mutating func split(_ number: Int, _ words: String, _ name: String) -> Bool {
    let wanted = Folding.pattern(words)
    let moved = mentions.indices.filter { place in
      mentions[place].referent == .party(number)
        && Folding.pattern(original.text.string(mentions[place].span)) == wanted
    }
    guard !moved.isEmpty else { return false }
    let new = party(PartyName.id(name), name) ?? parties.count
    if new == number { return true }
    if new == parties.count {
      parties.append(
        Actor(party: Party(id: PartyName.id(name), name: Wording(name), kind: parties[number].party.kind)))
    }
    parties[new].party.corrected.insert(.party)
    for place in moved { mentions[place].referent = .party(new) }
    let spans = Set(moved.map { mentions[$0].span })
    for claim in claims.indices {
      let span = claims[claim].claim.span
      if let source = claims[claim].claim.source, spans.contains(where: source.contains) {
        let old = sources.firstIndex { $0.party == number }
        let speaker = self.source(of: new)
        if let old { claims[claim].claim.chain = replaced(claims[claim].claim.chain, old, speaker) }
      }
      guard claims[claim].claim.parties.contains(number), spans.contains(where: span.contains) else { continue }
      let isStillNamed = mentions.contains { $0.referent == .party(number) && span.contains($0.span) }
      if !isStillNamed { claims[claim].claim.parties.removeAll { $0 == number } }
      if !claims[claim].claim.parties.contains(new) { claims[claim].claim.parties.append(new) }
    }
    return true
  }

  // MARK: The result

  /// The story with all that was carried out.
  var story: Story {
    var story = original
    // Parties that are others leave no gap, nor do sources that nobody is any more.
    var partyNumbers: [Int] = []
    story.parties = []
    for actor in parties {
      partyNumbers.append(story.parties.count)
      if actor.same == nil { story.parties.append(actor.party) }
    }
    func party(_ number: Int) -> Int {
      var number = number
      while let other = parties[number].same { number = other }
      return partyNumbers[number]
    }
    var items = claims.filter { !$0.isGone }
    items.sort { $0.claim.span < $1.claim.span }
    let used = Set(items.flatMap(\.claim.chain))
    let mentioned = Set(
      mentions.compactMap { if case .source(let source) = $0.referent { source } else { Int?.none } })
    var sourceNumbers: [Int?] = []
    story.sources = []
    for (number, source) in sources.enumerated() {
      let wasThere = number < original.sources.count && original.sources[number] == source
      guard wasThere || used.contains(number) || mentioned.contains(number) else {
        sourceNumbers.append(nil)
        continue
      }
      sourceNumbers.append(story.sources.count)
      var kept = source
      kept.party = source.party.map(party)
      story.sources.append(kept)
    }
    story.targets = targets
    story.mentions = mentions.compactMap { mention in
      var mention = mention
      switch mention.referent {
      case .target: break
      case .party(let number): mention.referent = .party(party(number))
      case .source(let number):
        guard let number = sourceNumbers[number] else { return nil }
        mention.referent = .source(number)
      }
      return mention
    }
    story.claims = items.map { item in
      var claim = item.claim
      claim.chain = claim.chain.compactMap { sourceNumbers[$0] }
      claim.parties = claim.parties.map(party)
      return claim
    }
    story.remarks = remarks(items) { partyNumbers[$0] }
    return story
  }

  private func remarks(_ items: [Item], _ partyNumber: (Int) -> Int) -> [Remark] {
    var remarks: [Remark] = ofStory.isEmpty ? [] : [ofStory]
    for (number, item) in items.enumerated() where !item.remark.isEmpty {
      var remark = item.remark
      remark.subject = .claim(number)
      remarks.append(remark)
    }
    for (number, actor) in parties.enumerated() where actor.same == nil && !actor.remark.isEmpty {
      var remark = actor.remark
      remark.subject = .party(partyNumber(number))
      remarks.append(remark)
    }
    return remarks
  }
}

/// The ids of parties and sources that a reader names.
enum PartyName {
  /// Lower-case letters, digits and hyphens.
  static func id(_ name: String) -> String {
    var id = ""
    for scalar in Folding.pattern(name) {
      if scalar &- 0x61 < 26 || scalar &- 0x30 < 10 {
        id.unicodeScalars.append(Unicode.Scalar(UInt8(scalar)))
      } else if !id.isEmpty, !id.hasSuffix("-") {
        id += "-"
      }
    }
    if id.hasSuffix("-") { id.removeLast() }
    return id.isEmpty ? "party" : id
  }
}

extension Notebook {
  /// `story`, as it was read, with what the notebook says of it; `nil` if that is nothing.
  public func applied(to story: Story) -> Story? {
    let entries = entries(on: story)
    if entries.isEmpty { return nil }
    // What holds everywhere is mostly about others.
    if entries.allSatisfy({ $0.story == nil && !Self.isAbout($0, story) }) { return nil }
    var draft = Draft(story)
    for entry in entries { _ = draft.carryOut(entry) }
    return draft.story
  }

  /// The entries on `story` that have lost what they are on.
  public func lost(in story: Story) -> [Entry] {
    var draft = Draft(story)
    return entries(on: story).filter { !draft.carryOut($0) && $0.story != nil }
  }

  /// Whether an entry on a party is on one of `story`, by id or name.
  public static func isAbout(_ entry: Entry, _ story: Story) -> Bool {
    guard case .party(let id, let name) = entry.subject else { return false }
    return (story.parties + story.targets).contains { $0.id == id || $0.name.english == name || $0.name.french == name }
  }
}
