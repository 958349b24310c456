import Stories

/// A deal as all stories tell it that were read: which stories, who buys what, and who the parties are.
public struct Deal: Sendable {
  /// The indices in the library of the stories that tell of it: by day, those without one last.
  public let stories: [Int]
  /// What is bought, as most stories have it; `nil` if no story names it.
  public let target: Wording?
  /// Those who bid, the most often named first, and never more than three.
  public let bidders: [Wording]
  /// Its parties, each once however it is called.
  public let parties: PartyRegister

  /// The places in `parties` of those who buy, sell, are bought, or are named more than in passing.
  let principals: Set<Int>
  /// The places in `parties` of those that some story takes for a bidder.
  let bidderPlaces: Set<Int>

  init(_ facets: [Facet], name: (Int32) -> String, _ library: Library) {
    var days: [Int: Int32] = [:]
    for facet in facets { days[Int(facet.story)] = Day.order(facet.day) }
    stories = days.keys.sorted { (days[$0]!, $0) < (days[$1]!, $1) }
    parties = PartyRegister(stories.map { ($0, library) })
    principals = Set(facets.flatMap(\.principals).compactMap { [parties] in parties.index(of: name($0)) })
    // Each story has one voice about what is bought; a role misread in one does not name the deal.
    let register = parties
    var targets: [Int: Int] = [:]
    var bids: [Int: Int] = [:]
    for facet in facets {
      if let target = facet.target.flatMap({ register.index(of: name($0)) }) { targets[target, default: 0] += 1 }
    }
    for facet in facets {
      guard let story = library.story(Int(facet.story)) else { continue }
      // Of a round-up only those bid for this who belong to it.
      let own = story.targets.count > 1 ? Set(facet.principals.map(name)) : nil
      for party in story.parties where party.role == .bidder && own?.contains(party.key) != false {
        if let party = register.index(of: party.key) { bids[party, default: 0] += 1 }
      }
    }
    let chosen = targets.max { a, b in
      (a.value, register.parties[a.key].mentions, -a.key) < (b.value, register.parties[b.key].mentions, -b.key)
    }?.key
    target = chosen.map { register.parties[$0].name }
    bidderPlaces = Set(bids.keys)
    bidders = bids.filter { $0.key != chosen }.sorted { a, b in
      (-a.value, -register.parties[a.key].mentions, a.key) < (-b.value, -register.parties[b.key].mentions, b.key)
    }.prefix(3).map { register.parties[$0.key].name }
  }

  /// What the deal is called: what is bought, or else who wants to buy.
  public var name: Wording? { target ?? bidders.first }

  /// What the deal is called with those who bid: "TikTok (Microsoft, Oracle)".
  public func title(_ language: Language) -> String {
    let bidders = bidders.map { $0[language] }.joined(separator: ", ")
    guard let target = target?[language] else { return bidders }
    return bidders.isEmpty ? target : "\(target) (\(bidders))"
  }
}

extension Deal {
  /// The places of the claims of `story`, one of its stories, that are about it: of a round-up, which tells of several deals,
  /// not those that name others only.
  public func claims(of story: Story) -> [Int] {
    if story.targets.count < 2 { return Array(story.claims.indices) }
    let places = places(in: story)
    return story.claims.indices.filter { concerns(story.claims[$0], of: story, places) }
  }
}

/// A claim of a story of the library.
public struct ClaimPlace: Hashable, Sendable {
  /// The story's index in the library.
  public var story: Int
  /// The claim's index in the story.
  public var claim: Int

  /// Makes a place.
  public init(story: Int, claim: Int) {
    self.story = story
    self.claim = claim
  }
}
