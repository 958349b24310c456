import Stories

/// All that a party says and all that is said of it, in all stories.
public struct Dossier: Sendable {
  /// A claim of the dossier.
  public struct Item: Sendable {
    /// Where the claim is.
    public var place: ClaimPlace
    /// The day of its story; `nil` if that has none.
    public var date: String?
    /// Whether the party is a source of it, at any place of the chain; else the claim is about the party.
    public var isSaid: Bool
  }

  /// Who it is.
  public let party: PartyRegister.Entry
  /// The claims by day, those of stories without one last.
  public private(set) var items: [Item] = []

  /// The dossier of the party at `index` of the story at `story`, of claims with at least the confidence `least`.
  ///
  /// What its short forms say belongs to it in the stories of deals that it takes part in.
  public init?(of index: Int, in story: Int, _ library: Library, _ book: DealBook, from least: Double = 0) {
    guard let start = library.story(story), start.parties.indices.contains(index) else { return nil }
    let key = start.parties[index].key
    var stories = Set(book.stories(naming: key))
    stories.insert(story)
    // Each deal knows the party's other names; in the stories of the deal those count too.
    var register: PartyRegister?
    for deal in book.deals(of: story, in: library) where deal.parties.index(of: key) != nil {
      register = register ?? deal.parties
      stories.formUnion(deal.stories)
    }
    let names = register ?? PartyRegister([(story, library)])
    guard let place = names.index(of: key) else { return nil }
    for other in names.parties[place].keys { stories.formUnion(book.stories(naming: other)) }
    let keys = Set(names.parties[place].keys)
    party = names.parties[place]
    var dated: [(Int32, Item)] = []
    for index in stories.sorted() {
      // What a copy says, its original says.
      if let original = library.entries[index].original, stories.contains(original) { continue }
      guard let read = library.story(index) else { continue }
      let ours = Set(read.parties.indices.filter { keys.contains(read.parties[$0].key) })
      if ours.isEmpty { continue }
      let day = Day.number(read.layout.date)
      for (number, claim) in read.claims.enumerated() where claim.confidence >= least {
        let isSaid = claim.chain.contains { read.sources[$0].party.map(ours.contains) == true }
        guard isSaid || claim.parties.contains(where: ours.contains) else { continue }
        let item = Item(
          place: ClaimPlace(story: index, claim: number), date: day == Day.none ? nil : read.layout.date,
          isSaid: isSaid)
        dated.append((Day.order(day), item))
      }
    }
    items = dated.sorted { a, b in
      (a.0, a.1.place.story, a.1.place.claim) < (b.0, b.1.place.story, b.1.place.claim)
    }.map(\.1)
  }

  /// How many of the claims it makes itself.
  public var said: Int { items.count { $0.isSaid } }
}
