import Stories

/// Who is behind what is said of a deal: its sources by the claims that they make, and who was relayed by whom.
public struct SourceTree: Sendable {
  /// A source, under the one that relays it.
  public struct Row: Sendable {
    /// The name; `nil` for the stories themselves, in their own voice.
    public var name: Wording?
    /// What kind of source it is; `nil` for the stories themselves.
    public var kind: Source.Kind?
    /// How many relays it stands under.
    public var depth: Int
    /// The claims that come from it, at the place of the tree where it stands.
    public var claims: Int
    /// Of these, those whose origin it is; the others it relays.
    public var origins: Int
    /// The stories that it speaks in.
    public var stories: Int
    /// The first of its claims.
    public var first: ClaimPlace
  }

  /// The rows, from the top: the busiest sources first, each with those that it relays under it.
  public private(set) var rows: [Row] = []

  private final class Node {
    var names: [Wording: Int] = [:]
    var kind: Source.Kind?
    var claims = 0
    var origins = 0
    var stories: Set<Int> = []
    var first: ClaimPlace
    var children: [String: Node] = [:]
    init(_ first: ClaimPlace) { self.first = first }
  }

  /// Deeper chains are cut: each further relay is a row farther to the right.
  private static let deepest = 6

  /// The sources of `deal`, of claims with at least the confidence `least`.
  public init(_ deal: Deal, in library: Library, from least: Double = 0) {
    var roots: [String: Node] = [:]
    var own: Node?
    for index in deal.stories {
      guard let story = library.story(index) else { continue }
      let keys = story.sources.map { source in Self.key(source, story, deal) }
      for (number, claim) in story.claims.enumerated() where claim.confidence >= least {
        let place = ClaimPlace(story: index, claim: number)
        if claim.chain.isEmpty {
          let node = own ?? Node(place)
          own = node
          node.claims += 1
          node.origins += 1
          node.stories.insert(index)
        }
        var parent: Node?
        for (depth, source) in claim.chain.prefix(Self.deepest).enumerated() {
          let node = (parent?.children[keys[source]] ?? (parent == nil ? roots[keys[source]] : nil)) ?? Node(place)
          if let parent { parent.children[keys[source]] = node } else { roots[keys[source]] = node }
          let read = story.sources[source]
          let named = read.party.flatMap { deal.parties.index(of: story.parties[$0]) }
          node.names[named.map { deal.parties.parties[$0].name } ?? read.name, default: 0] += 1
          // Who is named anywhere is not unnamed.
          if node.kind == nil || node.kind == .anonymous { node.kind = read.kind }
          node.claims += 1
          if depth == min(claim.chain.count, Self.deepest) - 1 { node.origins += 1 }
          node.stories.insert(index)
          parent = node
        }
      }
    }
    for node in Self.busiest(roots.values) { add(node, depth: 0) }
    if let own {
      rows.append(
        Row(
          name: nil, kind: nil, depth: 0, claims: own.claims, origins: own.origins, stories: own.stories.count,
          first: own.first))
    }
  }

  /// What a source is known by in all stories: a party by its place in the deal's register, others by name, whatever kind
  /// of source a story takes them for.
  static func key(_ source: Source, _ story: Story, _ deal: Deal) -> String {
    if let party = source.party, let place = deal.parties.index(of: story.parties[party]) { return "party \(place)" }
    let key = NameKey.make(withoutKind(source.name.english))
    return deal.parties.index(of: key).map { "party \($0)" } ?? key
  }

  /// A name without the word that says what it names: "United Steelworkers union", "syndicat CGT".
  ///
  /// Such a word is written small; "European Union" and "Wall Street Journal" have it in the name.
  private static func withoutKind(_ name: String) -> String {
    var words = name.split(separator: " ")
    if words.count > 1, let last = words.last, kindWords.contains(String(last)), words[0].first?.isUppercase == true {
      words.removeLast()
    } else if words.count > 1, kindWords.contains(String(words[0])), words[1].first?.isUppercase == true {
      words.removeFirst()
    } else {
      return name
    }
    return words.joined(separator: " ")
  }

  private static let kindWords: Set = [
    "union", "syndicat", "journal", "newspaper", "daily", "quotidien", "weekly", "hebdomadaire", "magazine", "agency",
    "agence", "website", "site", "broadcaster", "chaîne", "association", "fédération",
  ]

  private static func busiest(_ nodes: some Collection<Node>) -> [Node] {
    nodes.sorted { a, b in
      (-a.claims, -a.stories.count, a.first.story, a.first.claim)
        < (-b.claims, -b.stories.count, b.first.story, b.first.claim)
    }
  }

  private mutating func add(_ node: Node, depth: Int) {
    let name = node.names.max { ($0.value, $1.key.english) < ($1.value, $0.key.english) }!.key
    rows.append(
      Row(
        name: name, kind: node.kind, depth: depth, claims: node.claims, origins: node.origins,
        stories: node.stories.count, first: node.first))
    for child in Self.busiest(node.children.values) { add(child, depth: depth + 1) }
  }
}
