import Deals
import Stories

/// What stories tell of each deal, in Markdown, for who has to brief others: the parties, the timeline, and who claims what
/// in which words.
///
/// All that comes from stories is plain text in it, never mark-up.
public struct Briefing {
  private let language: Language

  /// Makes briefings in `language`.
  public init(language: Language) { self.language = language }

  /// The briefing on the deals of the stories of `library`, in the order of their first stories, and then the stories that
  /// tell of none; of each story those claims whose places in its list `claims` has.
  public func text(of library: Library, claims: [Int: [Int]]) -> String {
    var book = DealBook()
    for index in library.entries.indices { book.note(index) }
    book.catchUp(with: library)
    var told: Set<Int> = []
    var parts: [String] = []
    for deal in book.allDeals(in: library) {
      told.formUnion(deal.stories)
      let chapter = Chapter(deal, library, claims, language)
      if !chapter.isEmpty { parts.append(chapter.text) }
    }
    for index in library.entries.indices where !told.contains(index) {
      guard let story = library.story(index), claims[index]?.isEmpty == false else { continue }
      parts.append(Chapter(story, at: index, library, claims, language).text)
    }
    return parts.isEmpty
      ? say("No claim was found.", "Aucune affirmation trouvée.") + "\n" : parts.joined(separator: "\n")
  }

  private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }
}

/// The briefing on one deal, or on one story without any.
private struct Chapter {
  private let deal: Deal?
  private let title: String
  private let library: Library
  private let language: Language
  private let stories: [Int]
  /// The number of each story in the list at the end.
  private let numbers: [Int: Int]
  /// The claims, story by story.
  private let places: [ClaimPlace]

  init(_ deal: Deal, _ library: Library, _ claims: [Int: [Int]], _ language: Language) {
    self.deal = deal
    title = deal.title(language)
    self.library = library
    self.language = language
    var places: [ClaimPlace] = []
    for index in deal.stories {
      guard let story = library.story(index) else { continue }
      let concerning = Set(deal.claims(of: story))
      for claim in claims[index] ?? [] where concerning.contains(claim) {
        places.append(ClaimPlace(story: index, claim: claim))
      }
    }
    self.places = places
    stories = deal.stories
    numbers = Dictionary(uniqueKeysWithValues: zip(stories, 1...))
  }

  init(_ story: Story, at index: Int, _ library: Library, _ claims: [Int: [Int]], _ language: Language) {
    deal = nil
    title = story.line(.headline) ?? story.name
    self.library = library
    self.language = language
    places = (claims[index] ?? []).map { ClaimPlace(story: index, claim: $0) }
    stories = [index]
    numbers = [index: 1]
  }

  /// Whether there is nothing to tell.
  var isEmpty: Bool { places.isEmpty }

  var text: String {
    "# \(plain(title))\n\n\(summary)\n" + parties + timeline + claims + sources
  }

  // MARK: Parts

  private var summary: String {
    let days = stories.compactMap { library.story($0)?.layout.date }.sorted()
    let count = stories.count
    var parts = [say(count == 1 ? "1 story" : "\(count) stories", count < 2 ? "\(count) article" : "\(count) articles")]
    parts.append(
      say(
        places.count == 1 ? "1 claim" : "\(places.count) claims",
        places.count < 2 ? "\(places.count) affirmation" : "\(places.count) affirmations"))
    if let first = days.first, let last = days.last { parts.append(first == last ? first : "\(first) – \(last)") }
    return parts.joined(separator: ", ")
  }

  /// A party of the deal or story, with its role and what else it is called.
  private struct Actor {
    var name: Wording
    var role: Party.Role?
    var aliases: [String] = []
    var corrected: Party.Corrected = []
    var remarks: [Remark] = []
  }

  private var actors: [Actor] {
    guard let deal else {
      let story = library.story(stories[0])
      return (story?.parties ?? []).enumerated().map { index, party in
        let remark = story?.remark(on: .party(index))
        return Actor(
          name: party.name, role: party.role, corrected: party.corrected, remarks: remark.map { [$0] } ?? [])
      }
    }
    var roles: [Int: [Party.Role: Int]] = [:]
    // A role that somebody put right, even to none, is no matter of counting.
    var rolesByHand: [Int: Party.Role?] = [:]
    var corrected: [Int: Party.Corrected] = [:]
    var remarks: [Int: [Remark]] = [:]
    for index in stories {
      guard let story = library.story(index) else { continue }
      for (number, party) in story.parties.enumerated() {
        guard let place = deal.parties.index(of: party) else { continue }
        if let role = party.role { roles[place, default: [:]][role, default: 0] += 1 }
        if party.corrected.contains(.role) { rolesByHand.updateValue(party.role, forKey: place) }
        corrected[place, default: []].formUnion(party.corrected)
        if let remark = story.remark(on: .party(number)) { remarks[place, default: []].append(remark) }
      }
    }
    return deal.parties.parties.enumerated().map { place, entry in
      let order = Party.Role.allCases
      let commonest = roles[place]?.max { a, b in
        (a.value, -order.firstIndex(of: a.key)!) < (b.value, -order.firstIndex(of: b.key)!)
      }?.key
      let role = rolesByHand[place] ?? commonest
      // Who speaks for it has a name of his own.
      let aliases = entry.aliases.filter { $0.reason != .standsFor }.map(\.name)
      return Actor(
        name: entry.name, role: role, aliases: aliases, corrected: corrected[place] ?? [], remarks: remarks[place] ?? []
      )
    }
  }

  private var parties: String {
    let made = Dictionary(grouping: places, by: speaker).mapValues(\.count)
    var rows: [(rank: Int, line: String)] = []
    for (place, actor) in actors.enumerated() {
      let count = made[.party(place)] ?? 0
      // Who has no role and says nothing is only mentioned, unless the reader has made something of it.
      if actor.role == nil, count == 0, actor.remarks.isEmpty, actor.corrected.isEmpty { continue }
      var line = "- **\(plain(actor.name[language]))**"
      if let role = actor.role { line += ", " + role.wording[language] }
      if !actor.aliases.isEmpty {
        line += say(" (also ", " (aussi ") + actor.aliases.map(plain).joined(separator: ", ") + ")"
      }
      if count > 0 {
        line +=
          colon
          + say(
            count == 1 ? "1 claim" : "\(count) claims", count < 2 ? "\(count) affirmation" : "\(count) affirmations")
      }
      line += byHand(actor.corrected.parts) + remarks(actor.remarks, indent: "  ")
      rows.append((actor.role.flatMap { Party.Role.allCases.firstIndex(of: $0) } ?? .max, line))
    }
    let title = heading(say("Parties", "Parties"))
    if let target = deal?.target, !actors.contains(where: { $0.name == target && $0.role != nil }) {
      let corrected = stories.compactMap { library.story($0) }.flatMap(\.targets).filter { $0.name == target }
        .reduce(into: Party.Corrected()) { $0.formUnion($1.corrected) }
      let role = Party.Role.target.wording[language]
      rows.insert((-1, "- **\(plain(target[language]))**, \(role)" + byHand(corrected.parts)), at: 0)
    }
    if rows.isEmpty { return "" }
    let sorted = rows.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    return title + sorted.map { $0.element.line + "\n" }.joined()
  }

  private var timeline: String {
    guard let deal else { return "" }
    let chosen = Set(places)
    let all = Timeline(deal, in: library)
    var lines: [String] = []
    for event in all.entries + all.undated {
      let tellings = event.tellings.filter { chosen.contains($0.place) }
      guard let first = tellings.first, let story = library.story(first.place.story) else { continue }
      let confirmed = tellings.first { $0.confirms }
      let claim = story.claims[first.place.claim]
      let sureness =
        first.confirms
        ? say("confirmed", "confirmé")
        : confirmed.map {
          say("reported, confirmed ", "rapporté, confirmé ") + ($0.date ?? say("no date", "sans date"))
        }
          ?? say("only reported", "seulement rapporté")
      let date = first.date ?? say("no date", "sans date")
      lines.append(
        "- \(date), **\(event.stage.wording[language])**, \(sureness)\(colon)\(quoted(claim, story)) — "
          + "\(who(claim, story)) \(reference(first.place.story))\n")
    }
    return lines.isEmpty ? "" : heading(say("Timeline", "Chronologie")) + lines.joined()
  }

  /// Who speaks, for the order of claims.
  private enum Speaker: Hashable {
    /// A party, its place among the actors.
    case party(Int)
    case source(Wording)
    case narrator
  }

  private func speaker(_ place: ClaimPlace) -> Speaker {
    guard let story = library.story(place.story) else { return .narrator }
    let chain = story.claims[place.claim].chain
    guard let nearest = chain.first else { return .narrator }
    // The party that is relayed counts more than who relays it.
    for source in chain {
      guard let party = story.sources[source].party else { continue }
      if let deal {
        if let place = deal.parties.index(of: story.parties[party]) { return .party(place) }
      } else {
        return .party(party)
      }
    }
    return .source(story.sources[nearest].name)
  }

  private var claims: String {
    var order: [Speaker] = []
    var groups: [Speaker: [ClaimPlace]] = [:]
    for place in places {
      let speaker = speaker(place)
      if groups[speaker] == nil { order.append(speaker) }
      groups[speaker, default: []].append(place)
    }
    let actors = actors
    func rank(_ speaker: Speaker) -> Int {
      switch speaker {
      case .party(let place): actors[place].role.flatMap { Party.Role.allCases.firstIndex(of: $0) } ?? 100
      case .source: 200
      case .narrator: 300
      }
    }
    let sorted = order.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
    var text = heading(say("Claims", "Affirmations"))
    for (place, entry) in sorted.enumerated() {
      let name =
        switch entry.element {
        case .party(let place):
          plain(actors[place].name[language]) + (actors[place].role.map { ", " + $0.wording[language] } ?? "")
        case .source(let name): plain(name[language])
        case .narrator: say("The stories themselves", "Les articles eux-mêmes")
        }
      text += (place == 0 ? "" : "\n") + "### \(name)\n\n"
      for claim in groups[entry.element] ?? [] { text += line(claim) }
    }
    return text
  }

  private func line(_ place: ClaimPlace) -> String {
    guard let story = library.story(place.story) else { return "" }
    let claim = story.claims[place.claim]
    var facts = claim.chain.isEmpty ? [] : [who(claim, story)]
    facts.append(claim.certainty.wording[language])
    if claim.isDoubtful { facts.append(say("doubtful", "douteuse")) }
    if let stage = claim.stage { facts.append(stage.wording[language]) }
    facts += claim.terms.map { "\($0.kind.wording[language]) \(plain(story.text.string($0.span)))" }
    let remark = story.remark(on: .claim(place.claim)).map { [$0] } ?? []
    return "- \(quoted(claim, story)) — \(facts.joined(separator: ", "))\(byHand(claim.corrected.parts)) "
      + "\(reference(place.story))\(remarks(remark, indent: "  "))\n"
  }

  private var sources: String {
    let lines = stories.enumerated().map { number, index -> String in
      guard let story = library.story(index) else { return "" }
      let facts = [story.layout.outlet?[language], story.layout.date, story.name].compactMap { $0.map(plain) }
      let label = "\(number + 1). "
      let remark = story.remark(on: .story).map { [$0] } ?? []
      return label + ([plain(story.title)] + facts).joined(separator: ", ")
        + remarks(remark, indent: String(repeating: " ", count: label.count)) + "\n"
    }
    return heading(say("Stories", "Articles")) + lines.joined()
  }

  // MARK: What the reader made of it

  private var words: RemarkWords { RemarkWords(language: language) }

  /// Which parts are not as the program read them, behind what is said of something.
  private func byHand(_ parts: [(name: String, wording: Wording)]) -> String {
    words.byHand(parts).map { "; " + $0 } ?? ""
  }

  /// A list of what is noted, under the item that it is on; what is noted on a party in several stories alike stands once.
  private func remarks(_ remarks: [Remark], indent: String) -> String {
    var items: [String] = []
    for remark in remarks {
      if let traits = words.traits(remark) { items.append(plain(traits)) }
      // Lines of a note remain lines.
      let lines = remark.noteLines.map(plain)
      if !lines.isEmpty { items.append(words.noteLabel + lines.joined(separator: "\\\n\(indent)  ")) }
    }
    return items.enumerated().filter { !items[..<$0.offset].contains($0.element) }
      .map { "\n\(indent)- \($0.element)" }.joined()
  }

  // MARK: Words

  private func quoted(_ claim: Claim, _ story: Story) -> String {
    let words = plain(story.text.string(claim.span))
    return language == .french ? "« \(words) »" : "“\(words)”"
  }

  private func who(_ claim: Claim, _ story: Story) -> String {
    let names = claim.chain.map { plain(story.sources[$0].name[language]) }
    return names.isEmpty ? say("own voice", "propre voix") : names.joined(separator: say(", citing ", ", citant "))
  }

  /// Which story it stands in; in round brackets, for square ones could be a link.
  private func reference(_ story: Int) -> String { "(\(numbers[story] ?? 0))" }

  private func heading(_ title: String) -> String { "\n## \(title)\n\n" }

  private func plain(_ text: String) -> String { MarkdownText.plain(text) }

  private var colon: String { language == .french ? "\u{A0}: " : ": " }

  private func say(_ english: String, _ french: String) -> String { language == .french ? french : english }
}
