import Stories

/// What the lists of a story show, counted once.
struct StoryIndex: Sendable {
  /// A line of the list of sources.
  struct SourceRow: Hashable, Sendable {
    /// The source; `nil` for the article itself.
    var source: Int?
    /// How many relays it stands under.
    var depth: Int
    /// The claims whose chain holds it.
    var claims: Int
  }

  /// For each party, the claims that it makes.
  private(set) var says: [Int]
  /// For each party, the claims about it.
  private(set) var about: [Int]
  /// The claims that any party makes.
  private(set) var partyClaims = 0
  /// The list of sources.
  private(set) var sources: [SourceRow] = []
  /// The longest chain of a claim, and the most figures of one: what there must be room for beside any of them.
  private(set) var longestChain = 0
  private(set) var mostTerms = 0
  /// Whether all claims are certain, so that none has to say so.
  private(set) var isCertain = true
  /// Where claims are.
  let claims: SpanIndex
  /// Where mentions are.
  let mentions: SpanIndex

  /// Counts the claims at `counted`, indices in the story's list.
  init(_ story: Story, _ counted: [Int]) {
    says = Array(repeating: 0, count: story.parties.count)
    about = says
    claims = SpanIndex(story.claims.map(\.span), at: counted)
    mentions = SpanIndex(story.mentions.map(\.span), at: Array(story.mentions.indices))
    let claims = counted.map { story.claims[$0] }
    for claim in claims {
      let makers = Set(claim.chain.compactMap { story.sources[$0].party })
      for party in makers { says[party] += 1 }
      if !makers.isEmpty { partyClaims += 1 }
      for party in Set(claim.parties) { about[party] += 1 }
      longestChain = max(longestChain, claim.chain.count)
      mostTerms = max(mostTerms, claim.terms.count)
      if claim.confidence < 1 { isCertain = false }
    }
    sources = StoryIndex.sourceRows(story, claims)
  }

  /// The rows of sources that stand under row `row`.
  func relays(under row: Int) -> Int {
    guard sources.indices.contains(row) else { return 0 }
    return sources[(row + 1)...].prefix { $0.depth > sources[row].depth }.count
  }

  /// The article itself, then the sources that claims come from directly, the busiest first, each with its own sources
  /// under it.
  private static func sourceRows(_ story: Story, _ claims: [Claim]) -> [SourceRow] {
    var counts = Array(repeating: 0, count: story.sources.count)
    var children: [[Int]] = Array(repeating: [], count: story.sources.count)
    var direct = Array(repeating: false, count: story.sources.count)
    var ownVoice = 0
    for claim in claims {
      if claim.chain.isEmpty { ownVoice += 1 }
      for source in Set(claim.chain) { counts[source] += 1 }
      if let nearest = claim.chain.first { direct[nearest] = true }
      for (relay, origin) in zip(claim.chain, claim.chain.dropFirst()) where !children[relay].contains(origin) {
        children[relay].append(origin)
      }
    }
    var rows = claims.isEmpty ? [] : [SourceRow(source: nil, depth: 0, claims: ownVoice)]
    var placed = Array(repeating: false, count: story.sources.count)
    func busiestFirst(_ list: some Sequence<Int>) -> [Int] {
      list.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
    }
    // Not recursive: nothing promises that chains are short.
    func place(_ root: Int) {
      var pending = [(root, 0)]
      while let (source, depth) = pending.popLast() {
        if placed[source] { continue }
        placed[source] = true
        rows.append(SourceRow(source: source, depth: depth, claims: counts[source]))
        for child in busiestFirst(children[source]).reversed() where !direct[child] {
          pending.append((child, depth + 1))
        }
      }
    }
    for root in busiestFirst(story.sources.indices.filter { direct[$0] }) { place(root) }
    // Whatever no claim leads to still belongs to the story.
    for rest in story.sources.indices where !placed[rest] { place(rest) }
    return rows
  }
}
