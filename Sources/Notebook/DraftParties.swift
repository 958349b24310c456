import Stories

/// What entries make of parties, and of what is bought.
extension Draft {
  func party(_ id: String, _ name: String) -> Int? {
    func named(_ fits: (Party) -> Bool) -> Int? { parties.firstIndex { $0.same == nil && fits($0.party) } }
    return named { $0.id == id } ?? named { $0.name.english == name || $0.name.french == name }
  }

  mutating func correct(party number: Int, _ deed: Deed) -> Bool {
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

  mutating func correct(target number: Int, _ deed: Deed) -> Bool {
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
  mutating func aim(at number: Int) {
    let target = parties[number].party
    for mention in mentions.indices {
      guard case .target(let other) = mentions[mention].referent else { continue }
      // What was thought to be bought is still named there.
      mentions[mention].referent = .party(actor(for: targets[other]))
    }
    targets = [target]
  }

  /// The party that a target is, which is made one if it is none yet.
  mutating func actor(for target: Party) -> Int {
    if let there = party(target.id, "") { return there }
    var new = target
    new.role = nil
    parties.append(Actor(party: new))
    return parties.count - 1
  }

  mutating func rename(_ number: Int, _ id: String, _ name: String) -> Bool {
    parties[number].party.id = id
    parties[number].party.name = Wording(name)
    parties[number].party.corrected.insert(.party)
    for source in sources.indices where sources[source].party == number {
      (sources[source].id, sources[source].name) = (id, Wording(name))
    }
    return true
  }

  mutating func merge(_ number: Int, into other: Int) -> Bool {
    parties[number].same = other
    parties[other].party.corrected.insert(.party)
    parties[other].party.role = parties[other].party.role ?? parties[number].party.role
    retarget(number, other)
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

  /// Has what is being bought, if that was thought to be `number`, be `other`.
  mutating func retarget(_ number: Int, _ other: Int) {
    guard let old = targets.firstIndex(where: { $0.id == parties[number].party.id }) else { return }
    let id = parties[other].party.id
    guard let there = targets.firstIndex(where: { $0.id == id }) else {
      (targets[old].id, targets[old].name) = (id, parties[other].party.name)
      targets[old].corrected.insert(.party)
      return
    }
    targets.remove(at: old)
    for mention in mentions.indices {
      guard case .target(let target) = mentions[mention].referent else { continue }
      let now = target == old ? there : target
      mentions[mention].referent = .target(now > old ? now - 1 : now)
    }
  }

  func replaced(_ numbers: [Int], _ old: Int, _ new: Int) -> [Int] {
    guard numbers.contains(old) else { return numbers }
    return numbers.map { $0 == old ? new : $0 }.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  mutating func split(_ number: Int, _ words: String, _ name: String) -> Bool {
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
