import Stories

/// On what in a story the notes, tags, marks or corrections are that a query asks for.
///
/// What is on a story or a party counts for the claims of the story, and those that the party makes or that are about it.
struct Remarked {
  private var isOnStory = false
  private var claims: Set<Int> = []
  private var parties: Set<Int> = []

  init(_ condition: Query.Condition, in story: Story) {
    switch condition {
    case .note(let patterns): add(story) { $0.note.map { patterns.fit([$0]) } ?? false }
    case .tag(let patterns): add(story) { patterns.fit($0.tags) }
    case .state(let set):
      if set.contains(.marked) { add(story, where: \.isMarked) }
      if set.contains(.noted) { add(story) { $0.note != nil } }
      if set.contains(.corrected) { addCorrected(story) }
    default: break
    }
  }

  private mutating func add(_ story: Story, where fits: (Remark) -> Bool) {
    for remark in story.remarks where fits(remark) {
      switch remark.subject {
      case .story: isOnStory = true
      case .claim(let claim): claims.insert(claim)
      case .party(let party): parties.insert(party)
      }
    }
  }

  private mutating func addCorrected(_ story: Story) {
    // What is being bought is a matter of the whole story.
    if story.targets.contains(where: { !$0.corrected.isEmpty }) { isOnStory = true }
    for (index, party) in story.parties.enumerated() where !party.corrected.isEmpty { parties.insert(index) }
    for (index, claim) in story.claims.enumerated() where !claim.corrected.isEmpty { claims.insert(index) }
  }

  /// Whether there is nothing of the kind.
  var isEmpty: Bool { !isOnStory && claims.isEmpty && parties.isEmpty }

  /// Whether it counts for the claim at `index` of `story`.
  func counts(for index: Int, of story: Story) -> Bool {
    if isOnStory || claims.contains(index) { return true }
    if parties.isEmpty { return false }
    // Loops: on closures in this place Swift 6.3.1 aborts when it optimizes.
    for party in story.claims[index].parties where parties.contains(party) { return true }
    for source in story.claims[index].chain {
      if let party = story.sources[source].party, parties.contains(party) { return true }
    }
    return false
  }

  /// Whether it counts for `story` as a whole; claims with less confidence than `least` are as if they were not there.
  func counts(for story: Story, from least: Double) -> Bool {
    isOnStory || !parties.isEmpty || claims.contains { story.claims[$0].confidence >= least }
  }
}
