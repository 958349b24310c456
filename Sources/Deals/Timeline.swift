import Stories

/// The stages of a deal in their order, as its stories tell them.
public struct Timeline: Sendable {
  /// Something that happened to the deal, once, however many stories tell it.
  public struct Entry: Sendable {
    /// Where it put the deal.
    public var stage: Stage
    /// The claims that tell it, the first report first.
    public var tellings: [Telling]

    /// The day of the first report, "YYYY-MM-DD"; `nil` if its story has no date.
    public var date: String? { tellings.first?.date }
    /// The first telling that confirms it, an index in `tellings`; `nil` as long as it is only reported.
    public var confirmation: Int? { tellings.firstIndex { $0.confirms } }
  }

  /// A claim that tells of an event.
  public struct Telling: Sendable {
    /// Where the claim is.
    public var place: ClaimPlace
    /// The day of its story.
    public var date: String?
    /// Whether somebody answers for it: a party or an office itself, or the story in its own voice; no hearsay.
    public var confirms: Bool
  }

  /// The events whose stories have a date, in order.
  public private(set) var entries: [Entry] = []
  /// The events that only stories without a date tell.
  public private(set) var undated: [Entry] = []

  /// What is kept of an event while further tellings of it are looked for.
  private struct Event {
    var entry: Entry
    var day: Int32
    var last: Int32
    /// The offices that acted.
    var offices: Set<String>
    var figures: Figures
  }

  /// Two tellings within so many days are of one event if nothing speaks against it.
  private static let breath: Int32 = 3

  /// The timeline of `deal`, of claims with at least the confidence `least`.
  public init(_ deal: Deal, in library: Library, from least: Double = 0) {
    var events: [Event] = []
    for told in Self.told(deal, library, least) {
      if let known = Self.event(events, told) {
        events[known].entry.tellings.append(told.telling)
        events[known].last = told.day
        events[known].figures.add(told.figures)
      } else {
        let entry = Entry(stage: told.stage, tellings: [told.telling])
        events.append(
          Event(entry: entry, day: told.day, last: told.day, offices: told.offices, figures: told.figures))
      }
    }
    for event in events.sorted(by: { ($0.day, $0.entry.stage.rank) < ($1.day, $1.entry.stage.rank) }) {
      if event.day == Day.none { undated.append(event.entry) } else { entries.append(event.entry) }
    }
  }

  /// A claim that tells of a stage, with what tells events apart.
  private struct Told {
    var telling: Telling
    var stage: Stage
    var day: Int32
    var offices: Set<String>
    var figures: Figures
  }

  /// The claims that tell of stages, by day, those of one day in the order of the stages: an offer comes before its
  /// refusal, wherever they stand.
  private static func told(_ deal: Deal, _ library: Library, _ least: Double) -> [Told] {
    var told: [Told] = []
    for index in deal.stories {
      guard let story = library.story(index) else { continue }
      let day = Day.number(story.layout.date)
      let places = deal.places(in: story)
      for (number, claim) in story.claims.enumerated() where claim.confidence >= least {
        guard let stage = claim.stage, deal.happens(claim, stage, in: story, places) else { continue }
        let telling = Telling(
          place: ClaimPlace(story: index, claim: number), date: day == Day.none ? nil : story.layout.date,
          confirms: claim.isConfirmed(in: story))
        let offices = claim.parties.map { story.parties[$0] }.filter(\.isOffice).map(\.key)
        told.append(Told(telling: telling, stage: stage, day: day, offices: Set(offices), figures: Figures(claim)))
      }
    }
    return told.enumerated().sorted { a, b in
      let (first, second) = (a.element, b.element)
      return (Day.order(first.day), first.stage.rank, a.offset)
        < (Day.order(second.day), second.stage.rank, b.offset)
    }.map(\.element)
  }

  /// The event that a claim tells once more; `nil` if it tells a new one.
  private static func event(_ events: [Event], _ told: Told) -> Int? {
    let stage = told.stage
    // Each office decides for itself.
    let perOffice = stage == .approved || stage == .blocked || stage == .underReview
    let known = events.lastIndex { event in
      guard event.entry.stage == stage, event.figures.canBe(told.figures) else { return false }
      return !perOffice || event.offices.isEmpty || told.offices.isEmpty
        || !event.offices.isDisjoint(with: told.offices)
    }
    guard let known else { return nil }
    if told.day == Day.none || Day.isNear(told.day, events[known].last, within: breath) { return known }
    // A second refusal needs a second offer in between, a second agreement something that undid the first.
    let undone: Set<Stage> =
      switch stage {
      case .rejected: [.offered]
      case .agreed: [.rejected, .withdrawn, .blocked]
      case .inTalks: [.rejected, .withdrawn]
      default: []
      }
    let again = events.contains {
      undone.contains($0.entry.stage) && $0.day > events[known].last && $0.day <= told.day
    }
    return again && !events[known].figures.isSame(as: told.figures) ? nil : known
  }
}

extension Stage {
  /// The order in which stages of one day are told.
  var rank: Int { Stage.allCases.firstIndex(of: self)! }
}

extension Claim {
  /// Whether somebody answers for it who must know: a party or an office itself, or the story in its own voice.
  func isConfirmed(in story: Story) -> Bool {
    guard certainty == .asserted || certainty == .denied, !isDoubtful else { return false }
    guard let origin = chain.last else { return true }
    if chain.contains(where: { story.sources[$0].kind == .anonymous }) { return false }
    return story.sources[origin].party != nil || story.sources[origin].kind == .official
  }
}

extension Deal {
  /// For each party of a story, its place among the parties of the deal.
  func places(in story: Story) -> [Int?] { story.parties.map { parties.index(of: $0) } }

  /// Whether a claim can be about this deal: it names one of its parties, or nobody who could be of another.
  ///
  /// `places` are those of the story's parties.
  func concerns(_ claim: Claim, of story: Story, _ places: [Int?]) -> Bool {
    var named = false
    for index in claim.parties {
      let party = story.parties[index]
      if party.isOffice || party.kind == .person { continue }
      if isPrincipal(places[index]) { return true }
      named = true
    }
    return !named
  }

  private func isPrincipal(_ place: Int?) -> Bool { place.map { principals.contains($0) } ?? false }

  /// Whether a claim plainly says that this deal came to `stage`, be it by hearsay: no condition, no question, and about
  /// those who would have to act.
  ///
  /// Many claims touch a stage in passing, "the offer is hostile", and tell nothing new. `places` are those of the story's
  /// parties.
  func happens(_ claim: Claim, _ stage: Stage, in story: Story, _ places: [Int?]) -> Bool {
    if claim.certainty == .hypothetical || claim.certainty == .asked { return false }
    guard concerns(claim, of: story, places) else { return false }
    let acting = claim.parties.map { story.parties[$0] }
    let named = Set(claim.parties.compactMap { isPrincipal(places[$0]) ? places[$0] : nil }).count
    let bySide = claim.chain.last.flatMap { story.sources[$0].party }.map { isPrincipal(places[$0]) } ?? false
    let ownVoice = claim.chain.isEmpty
    if named > 1 { return true }
    if claim.certainty == .denied { return false }
    switch stage {
    case .approved, .blocked:
      return acting.contains(where: \.isOffice) && (ownVoice || named > 0) || named > 0 && ownVoice
    case .underReview: return acting.contains(where: \.isOffice)
    case .offered: return named > 0 && (ownVoice || !claim.terms.isEmpty)
    case .rumoured: return named > 0
    case .inTalks, .withdrawn: return named > 0 || bySide
    case .agreed, .rejected: return named > 0 && bySide
    // Who buys and what is bought: "closed" alone is said of many things.
    case .completed: return false
    }
  }
}

extension Party {
  /// Whether it decides on deals of others.
  var isOffice: Bool { kind.isOffice }
}

extension Party.Kind {
  /// Whether those of this kind decide on deals of others.
  var isOffice: Bool { self == .regulator || self == .government }
}
