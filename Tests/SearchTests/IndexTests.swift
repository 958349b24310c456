import Stories
import Testing

@testable import Search

@Suite struct IndexTests {
  private struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ state >> 29
    }
  }

  /// What looking at every story finds, the newest first.
  private func scan(_ query: Query, _ stories: [Int: Story], from least: Double = 0) -> [SearchResults.Row] {
    stories.sorted { ($1.value.day, $0.key) < ($0.value.day, $1.key) }.flatMap { entry, story in
      query.found(in: story, from: least).map { SearchResults.Row(entry: entry, claim: $0.claim) }
    }
  }

  private func rows(_ results: SearchResults) -> [SearchResults.Row] { (0..<results.count).map { results[$0] } }

  /// Things to note, so few that much coincides.
  private static let notes = ["Ask about the code", "œuf, code", "ask\nthem"]
  private static let tags = ["urgent", "Écart", "follow up"]

  /// `story`, which somebody may have read, and now and then with things noted and put right in it.
  private func handled(_ story: Story, _ random: inout Random) -> Story {
    var story = story
    story.isRead = Bool.random(using: &random)
    story.remarks = []
    func rarely() -> Bool { Int.random(in: 0..<6, using: &random) == 0 }
    func note(_ subject: Remark.Subject) {
      let made = remark(
        subject, note: rarely() ? nil : Self.notes.randomElement(using: &random)!,
        tags: Self.tags.filter { _ in rarely() }, marked: Bool.random(using: &random))
      if !made.isEmpty { story.remarks.append(made) }
    }
    if rarely() { note(.story) }
    for claim in story.claims.indices {
      if rarely() { note(.claim(claim)) }
      if rarely() { story.claims[claim].corrected = [.certainty, .stage] }
    }
    for party in story.parties.indices {
      if rarely() { note(.party(party)) }
      if rarely(), rarely() { story.parties[party].corrected = .name }
    }
    if rarely(), !story.targets.isEmpty { story.targets[0].corrected = .role }
    return story
  }

  /// A query of words and names of `stories`, and now and then of what they don't hold.
  private func query(_ stories: [Story], _ random: inout Random) -> String {
    var terms: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let story = stories.randomElement(using: &random)!
      let words = story.text.string(Span(0, story.text.bytes.count)).split { !$0.isLetter && !$0.isNumber }
      guard let place = words.indices.randomElement(using: &random) else { continue }
      let word = String(words[place])
      let name = (story.parties + story.targets).randomElement(using: &random)?.name.french ?? "nobody"
      let source = story.sources.randomElement(using: &random)?.name.english ?? "nobody"
      let quoted = words[place..<min(words.count, place + 2)].joined(separator: " ")
      let certainty = Claim.Certainty.allCases.randomElement(using: &random)!.rawValue
      let stage = Stage.allCases.randomElement(using: &random)!.wording.french
      let date = (story.layout.date ?? "2020").prefix([4, 7, 10].randomElement(using: &random)!)
      func clean(_ name: String) -> String { name.filter { $0 != "\"" && $0 != "«" && $0 != "»" } }
      let all = [
        word, String(word.prefix(Int.random(in: 1...4, using: &random))), "\"\(quoted)\"", "\"\(word)\"",
        "party:\"\(clean(name))\"", "about:\"\(clean(name))\"", "source:\"\(clean(source))\"",
        "deal:\"\(clean(name))\"", "certainty:\(certainty),asserted", "stage:\"\(stage)\"", "manner:direct,own",
        "date:\(date)", "date:..\(date)", "outlet:sound", "in:text", "in:claims",
      ]
      let note = Self.notes.randomElement(using: &random)!.split { !$0.isLetter }
      let noted = [
        "note:\(note[0])", "note:\(note[1].prefix(2)),absent", "note:\"\(note[0]) \(note[1])\"",
        "tag:\"\(Self.tags.randomElement(using: &random)!)\"", "tag:urg,up", "is:marked", "is:noted", "is:corrected",
        "is:noted,corrected", "is:read", "is:unread", "is:read,unread",
      ]
      let term = (Bool.random(using: &random) ? all : noted).randomElement(using: &random)!
      let mayExclude = !term.hasPrefix("in:") && Int.random(in: 0..<5, using: &random) == 0
      terms.append((mayExclude ? "-" : "") + term)
    }
    return terms.joined(separator: " ")
  }

  @Test func agreesWithThePlainScanOnTheShippedStories() throws {
    var random = Random(state: 7)
    let stories = Dictionary(
      uniqueKeysWithValues: shipped.enumerated().map { ($0.offset, handled($0.element, &random)) })
    #expect(stories.count > 30)
    var index = SearchIndex()
    for (entry, story) in stories.sorted(by: { $0.key > $1.key }) { index.set(story, at: entry) }
    var hits = 0
    for _ in 0..<400 {
      let text = query(shipped, &random)
      guard let query = try? Query(text) else { continue }
      let least = [0, 0.5, 0.9].randomElement(using: &random)!
      let results = index.find(query, from: least, story: { stories[$0] }, text: { stories[$0]?.text })
      let expected = scan(query, stories, from: least)
      #expect(rows(results) == expected, "\(text) from \(least)")
      #expect(results.storyCount == Set(expected.map(\.entry)).count)
      hits += expected.count
    }
    #expect(hits > 1000)
  }

  /// A story of a few words out of a small vocabulary, so that much coincides.
  private func random(_ random: inout Random) -> Story {
    let words = ["bid", "bids", "bidder", "Écart", "ecarte", "of", "the", "œuf", "oe", "Straße", "l'offre", "11", "中文"]
    let names = [Wording("Norvane"), Wording("Nor Vane"), Wording(english: "Beijing", french: "Pékin")]
    let claims = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in words.randomElement(using: &random)! }
      return claim(
        text.joined(separator: [" ", "-", ", "].randomElement(using: &random)!),
        Claim.Certainty.allCases.randomElement(using: &random)!,
        Bool.random(using: &random) ? Stage.allCases.randomElement(using: &random)! : nil,
        about: Bool.random(using: &random) ? [Int.random(in: 0..<3, using: &random)] : [],
        chain: Bool.random(using: &random) ? [Int.random(in: 0..<2, using: &random)] : [],
        sure: [0.3, 0.7, 1].randomElement(using: &random)!)
    }
    return story(
      date: [nil, "2020-01-02", "2020-02-01", "2021-01-01"].randomElement(using: &random)!,
      outlet: [nil, Wording("Sound Courier")].randomElement(using: &random)!,
      target: [nil, "Ostrava", "Norvane"].randomElement(using: &random)!, parties: names,
      sources: [(names[0], 0), (Wording("Radio Kyst"), nil)], claims)
  }

  @Test func agreesWithThePlainScanWhileStoriesComeChangeAndGo() throws {
    var generator = Random(state: 11)
    var stories: [Int: Story] = [:]
    var index = SearchIndex()
    for _ in 0..<1500 {
      let entry = Int.random(in: 0..<60, using: &generator)
      var story: Story?
      switch (Int.random(in: 0..<4, using: &generator), stories[entry]) {
      case (0, _): break
      // The same story, of which something else was noted.
      case (1, let known?): story = handled(known, &generator)
      default: story = handled(random(&generator), &generator)
      }
      stories[entry] = story
      index.set(story, at: entry)
      #expect(index.count == stories.count)
      if index.isSparse {
        index = SearchIndex()
        for (entry, story) in stories { index.set(story, at: entry) }
      }
      guard !stories.isEmpty else { continue }
      let text = query(stories.values.map { $0 }, &generator)
      guard let query = try? Query(text) else { continue }
      let results = index.find(query, from: 0.5, story: { stories[$0] }, text: { stories[$0]?.text })
      #expect(rows(results) == scan(query, stories, from: 0.5), "\(text)")
    }
  }

  @Test func knowsWhereARowIs() throws {
    var index = SearchIndex()
    index.set(ferries, at: 4)
    index.set(story(date: "2032-01-01", [claim("a quillon sings")]), at: 9)
    let stories = { (entry: Int) in entry == 4 ? ferries : nil }
    let results = index.find(try Query("quillon"), story: stories, text: { stories($0)?.text })
    #expect(results.count == 3)
    #expect(results.storyCount == 2)
    #expect(rows(results).map(\.entry) == [9, 4, 4])
    #expect((0..<3).map { results.place(of: results[$0]) } == [0, 1, 2])
    #expect(results.place(of: .init(entry: 4, claim: 3)) == 1)
    #expect(results.place(of: .init(entry: 5, claim: 0)) == nil)
    #expect((0..<3).map { results.opensStory($0) } == [true, true, false])
  }
}
