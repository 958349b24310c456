import Stories

/// Which stories tell of the same deal, grown story by story.
///
/// What is kept for a story is small, and putting it in costs the same however many there are. Deals are worked out when
/// one asks, by going from story to story, so that they do not depend on the order in which stories were read.
/// `docs/deals.md` tells what links two stories.
public struct DealBook: Sendable {
  /// The stories whose deals may have changed since the book was last brought up to date.
  private var noted: [Int] = []
  private var facets: [Facet?] = []
  private var facetsOfStory: [Int: [Int32]] = [:]
  /// The numbers of names, and the names by number.
  private var names: [String: Int32] = [:]
  private var keys: [String] = []
  /// How the first story that named a target names it, by number.
  private var targetNames: [Int32: Wording] = [:]
  /// Facets by a pair of names, or by a target alone, sorted by day.
  private var postings: [UInt64: [Posting]] = [:]
  /// The stories by the names of their parties.
  private var storiesNaming: [Int32: Set<Int32>] = [:]
  private var namesInStory: [Int: [Int32]] = [:]
  /// Goes up with every change, so that what was worked out before can be told from what holds now.
  public private(set) var version = 0

  private struct Posting: Comparable {
    var day: Int32
    var facet: Int32
    /// Whether the pair holds the facet's target, or the facet has none.
    var isOwner: Bool

    static func < (a: Posting, b: Posting) -> Bool { (a.day, a.facet) < (b.day, b.facet) }
  }

  /// Two stories with the same target are of one deal within so many days, whoever bids: it is being fought over.
  static let contest: Int32 = 180
  /// Two stories with the same target and another party in common are of one deal within so many days.
  static let affair: Int32 = 400
  /// A look at neighbours goes no further than this, so that no pair of names can make it slow.
  private static let reach = 64

  /// Makes an empty book.
  public init() {}

  /// Says that the story at `index` of the library was read, changed, or is gone.
  public mutating func note(_ index: Int) { noted.append(index) }

  /// The stories that the book has taken in.
  public var count: Int { namesInStory.count }

  /// Whether a story was noted that the book has not taken in.
  public var isBehind: Bool { !noted.isEmpty }

  /// Takes in all that was noted, or only the first `most` of it.
  public mutating func catchUp(with library: Library, atMost most: Int = .max) {
    guard !noted.isEmpty else { return }
    for index in noted.prefix(most) {
      remove(index)
      if let story = library.ownStory(index) { add(story, at: index) }
    }
    noted.removeFirst(min(most, noted.count))
    version += 1
  }

  private mutating func number(_ name: String) -> Int32 {
    if let number = names[name] { return number }
    let number = Int32(names.count)
    names[name] = number
    keys.append(name)
    return number
  }

  private mutating func add(_ story: Story, at index: Int) {
    let named = Set(story.parties.map(\.key)).map { number($0) }
    for name in named { storiesNaming[name, default: []].insert(Int32(index)) }
    namesInStory[index] = named
    let made = Facet.all(of: story, at: index) { number($0) }
    for target in story.targets {
      let number = number(target.key)
      if targetNames[number] == nil { targetNames[number] = target.name }
    }
    if made.isEmpty { return }
    for facet in made {
      let id = Int32(facets.count)
      facets.append(facet)
      facetsOfStory[index, default: []].append(id)
      for (key, isOwner) in Self.keys(facet, alone: made.count == 1) {
        let posting = Posting(day: facet.day, facet: id, isOwner: isOwner)
        // Found before the list is touched, or it would be copied.
        let place = postings[key].map { Self.place(of: posting, in: $0) } ?? 0
        postings[key, default: []].insert(posting, at: place)
      }
    }
  }

  private mutating func remove(_ index: Int) {
    for name in namesInStory.removeValue(forKey: index) ?? [] { storiesNaming[name]?.remove(Int32(index)) }
    guard let gone = facetsOfStory.removeValue(forKey: index) else { return }
    for id in gone {
      guard let facet = facets[Int(id)] else { continue }
      for (key, isOwner) in Self.keys(facet, alone: gone.count == 1) {
        let posting = Posting(day: facet.day, facet: id, isOwner: isOwner)
        let place = Self.place(of: posting, in: postings[key] ?? [])
        if let list = postings[key], place < list.count, list[place].facet == id { postings[key]?.remove(at: place) }
      }
      facets[Int(id)] = nil
    }
  }

  /// Under what a facet can be found; one of several of a story only with its target.
  private static func keys(_ facet: Facet, alone: Bool) -> [(UInt64, isOwner: Bool)] {
    var keys: [(UInt64, isOwner: Bool)] = []
    if let target = facet.target { keys.append((pair(target, -1), true)) }
    for (place, first) in facet.principals.enumerated() {
      for second in facet.principals[(place + 1)...] {
        let holdsTarget = facet.target.map { $0 == first || $0 == second } ?? true
        if holdsTarget || alone { keys.append((pair(first, second), holdsTarget)) }
      }
    }
    return keys
  }

  private static func pair(_ a: Int32, _ b: Int32) -> UInt64 {
    let (low, high) = (UInt32(bitPattern: min(a, b)), UInt32(bitPattern: max(a, b)))
    return UInt64(low) << 32 | UInt64(high)
  }

  /// Where `posting` stands in `list`, or would.
  private static func place(of posting: Posting, in list: [Posting]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle] < posting { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The deals that the story at `index` tells of, as sets of facets.
  private func groups(of index: Int) -> [[Int32]] {
    var groups: [[Int32]] = []
    for facet in facetsOfStory[index] ?? [] where !groups.contains(where: { $0.contains(facet) }) {
      groups.append(group(from: facet))
    }
    return groups
  }

  private func group(from start: Int32) -> [Int32] {
    var seen: Set<Int32> = [start]
    var pending = [start]
    while let id = pending.popLast() {
      guard let facet = facets[Int(id)] else { continue }
      let alone = facetsOfStory[Int(facet.story)]?.count == 1
      for (key, isOwner) in Self.keys(facet, alone: alone) {
        let window = facet.target.map { key == Self.pair($0, -1) } == true ? Self.contest : Self.affair
        let list = postings[key] ?? []
        let place = Self.place(of: Posting(day: facet.day, facet: id, isOwner: isOwner), in: list)
        for step in [-1, 1] {
          var at = place + step
          var looked = 0
          while list.indices.contains(at), looked < Self.reach {
            let other = list[at]
            // A story without a date stands beside the earliest that has one.
            let isUndated = facet.day == Day.none || other.day == Day.none
            if !isUndated, !Day.isNear(facet.day, other.day, within: window) { break }
            if isOwner || other.isOwner, seen.insert(other.facet).inserted { pending.append(other.facet) }
            // What lies behind the next one that holds the target is found from there.
            if other.isOwner { break }
            at += step
            looked += 1
          }
        }
      }
    }
    return seen.sorted()
  }

  /// The stories among whose parties one has the key `key`, by their place in the library.
  func stories(naming key: String) -> [Int] {
    guard let name = names[key] else { return [] }
    return (storiesNaming[name] ?? []).map { Int($0) }.sorted()
  }

  /// The deals that the story at `index` of `library` tells of, in the order of its targets.
  public func deals(of index: Int, in library: Library) -> [Deal] {
    groups(of: index).map { group in deal(group, library) }
  }

  /// What the first deal that the story at `index` tells of is called, for a list of stories; `nil` if it tells of none.
  ///
  /// Needs no story, and costs as much as the deal has stories; of all stories at once `dealNames` costs less.
  public func dealName(of index: Int) -> Wording? {
    facetsOfStory[index]?.first.flatMap { name(group(from: $0)) }
  }

  /// What the first deal of each story is called, by the story's index in the library; none for those that tell of none.
  public func dealNames() -> [Int: Wording] {
    var names: [Int: Wording] = [:]
    var seen: Set<Int32> = []
    for (_, ids) in facetsOfStory {
      for id in ids where !seen.contains(id) {
        let group = group(from: id)
        seen.formUnion(group)
        guard let name = name(group) else { continue }
        for member in group {
          guard let story = facets[Int(member)].map({ Int($0.story) }), facetsOfStory[story]?.first == member else {
            continue
          }
          names[story] = name
        }
      }
    }
    return names
  }

  /// What most facets of a deal have for its target.
  private func name(_ group: [Int32]) -> Wording? {
    var votes: [Int32: Int] = [:]
    for id in group { if let target = facets[Int(id)]?.target { votes[target, default: 0] += 1 } }
    let chosen = votes.max { ($0.value, keys[Int($1.key)]) < ($1.value, keys[Int($0.key)]) }
    return chosen.flatMap { targetNames[$0.key] }
  }

  private func deal(_ group: [Int32], _ library: Library) -> Deal {
    Deal(group.compactMap { facets[Int($0)] }, name: { keys[Int($0)] }, library)
  }

  /// Every deal of `library` that is told of, by its first story.
  public func allDeals(in library: Library) -> [Deal] {
    var seen: Set<Int32> = []
    var deals: [Deal] = []
    for index in facetsOfStory.keys.sorted() {
      for facet in facetsOfStory[index] ?? [] where !seen.contains(facet) {
        let group = group(from: facet)
        seen.formUnion(group)
        deals.append(deal(group, library))
      }
    }
    return deals.sorted { ($0.stories.first ?? 0) < ($1.stories.first ?? 0) }
  }
}
