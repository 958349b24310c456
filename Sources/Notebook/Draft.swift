import Stories

/// A story on which entries are carried out one after the other.
///
/// Claims and parties keep their numbers until all is done: those that are gone leave a gap, which `story` closes.
struct Draft {
  let original: Story
  let plain: PlainWords
  var claims: [Item]
  var parties: [Actor]
  var targets: [Party]
  var sources: [Source]
  var mentions: [Mention]
  var ofStory = Remark(on: .story)

  struct Item {
    var claim: Claim
    var remark = Remark(on: .story)
    var isGone = false
  }

  struct Actor {
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

  func note(_ deed: Deed, in remark: inout Remark) -> Bool {
    switch deed {
    case .note(let text): remark.note = text.isEmpty ? nil : text
    case .mark(let isMarked): remark.isMarked = isMarked
    case .tag(let tag): if !remark.tags.contains(tag) { remark.tags.append(tag) }
    case .untag(let tag): remark.tags.removeAll { $0 == tag }
    default: return false
    }
    return true
  }

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

  func remarks(_ items: [Item], _ partyNumber: (Int) -> Int) -> [Remark] {
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
