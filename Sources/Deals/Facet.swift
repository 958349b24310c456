import Stories

/// What a story tells of one deal: a story with one target has one, a round-up one for each target.
struct Facet: Sendable {
  /// The story's index in the library.
  var story: Int32
  /// Its day, `Day.none` if it has none.
  var day: Int32
  /// The number of the target's name; `nil` if the story names none.
  var target: Int32?
  /// The numbers of the names of those who buy, sell and are bought, the target too.
  var principals: [Int32]

  /// More principals than this are a list, not the parties of a deal.
  static let most = 6

  /// The facets of `story`; `number` gives the numbers of names.
  static func all(of story: Story, at index: Int, number: (String) -> Int32) -> [Facet] {
    let day = Day.number(story.layout.date)
    let principals = principals(of: story).map { story.parties[$0].key }
    let paragraphs = story.targets.count > 1 ? Self.paragraphs(of: story) : [:]
    func made(_ target: String?) -> Facet {
      let own = target.flatMap { paragraphs[$0] } ?? []
      var all = target.map { [number($0)] } ?? []
      for key in principals where all.count < most {
        // Of a round-up only those belong to a deal who are named with its target; another target joins no two deals.
        if !own.isEmpty, paragraphs[key]?.isDisjoint(with: own) == true { continue }
        if own.isEmpty, key != target, story.targets.contains(where: { $0.key == key }) { continue }
        let principal = number(key)
        if !all.contains(principal) { all.append(principal) }
      }
      return Facet(story: Int32(index), day: day, target: target.map(number), principals: all)
    }
    var targets: [String] = []
    for target in story.targets where !targets.contains(target.key) { targets.append(target.key) }
    return targets.isEmpty ? (principals.count < 2 ? [] : [made(nil)]) : targets.map { made($0) }
  }

  /// The paragraphs in which those are named whom `story` mentions, by key; two that are bought together share some.
  private static func paragraphs(of story: Story) -> [String: Set<Int>] {
    var found: [String: Set<Int>] = [:]
    for mention in story.mentions {
      let key: String
      switch mention.referent {
      case .party(let party): key = story.parties[party].key
      case .target(let target): key = story.targets[target].key
      case .source: continue
      }
      let block = story.layout.blocks.firstIndex { $0.kind == .paragraph && $0.span.contains(mention.span) }
      if let block { found[key, default: []].insert(block) }
    }
    return found
  }

  /// The parties that a deal is known by: companies and funds, those with a part in it first, then by how often they
  /// are named.
  ///
  /// Governments and regulators look at many deals, advisers work on many.
  private static func principals(of story: Story) -> [Int] {
    var named = Array(repeating: 0, count: story.parties.count)
    for mention in story.mentions {
      if case .party(let party) = mention.referent { named[party] += 1 }
    }
    let listed = story.parties.indices.filter { index in
      let party = story.parties[index]
      switch party.role {
      case .adviser, .regulator, .government: return false
      case .target, .seller, .bidder, .partner, .shareholder:
        return party.kind != .regulator && party.kind != .government
      case nil: return (party.kind == .company || party.kind == .fund) && named[index] > 1
      }
    }
    return listed.sorted { a, b in
      let first = (story.parties[a].role == nil ? 1 : 0, -named[a], a)
      let second = (story.parties[b].role == nil ? 1 : 0, -named[b], b)
      return first < second
    }
  }
}
