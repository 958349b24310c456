import Stories

/// One story as it is being read: where one is in it and what one looks at.
struct StoryView: Sendable {
  /// The story.
  let story: Story
  /// What its lists show.
  private(set) var index: StoryIndex
  /// The article, wrapped to the pane.
  private(set) var page: Page
  /// The rows of the article pane.
  private(set) var height: Int
  /// The rows at the bottom of the article pane that an overlay covers.
  var covered = 0

  /// Whether the terminal can move the article in its pane, so that the view can follow line by line.
  var glides = false

  /// The current claim; `nil` only if none is counted.
  var claim: Int?
  /// The reading line, on which the cursor stands.
  var line = 0
  /// The byte on the reading line at which the cursor stands; `nil` for the start of the line.
  var spot: Int?
  /// The first line of the article that shows.
  var top = 0
  /// The selected row of the party list; 0 is all parties.
  var partyRow = 0
  /// The selected row of the list of sources.
  var sourceRow = 0
  /// The row of the list of sources whose relays were last brought into view with it.
  var relaysShown: Int?
  /// The first rows of the lists that show.
  var partyTop = 0
  var sourceTop = 0
  var claimTop = 0
  /// The least confidence of the claims that count.
  private(set) var least: Double
  /// The claims that have it, by place: all others are as if the story did not have them.
  private(set) var counted: [Int]
  /// What the story is narrowed to.
  private(set) var filter = Filter.all
  /// The claims that the filter admits, by place.
  private(set) var visited: [Int]
  /// The search whose matches are marked.
  var search: Search?

  init(_ story: Story, width: Int, height: Int, from least: Double = 0) {
    self.story = story
    self.least = least
    counted = story.claims.indices.filter { story.claims[$0].confidence >= least }
    index = StoryIndex(story, counted)
    page = Page(story, width: width)
    self.height = max(1, height)
    visited = counted
    if let first = visited.first { take(claim: first) }
    if let claim, page.firstLines[claim] < self.height { stand(on: story.claims[claim].span.start) }
  }

  /// The party that is now named where the selected one of `before` was first, as one is that it turned out to be.
  private func heir(of before: StoryView) -> Int? {
    guard let party = before.party else { return nil }
    let first = before.story.mentions.first { $0.referent == .party(party) }
    let now = story.mentions.first { $0.span == first?.span }
    return if case .party(let party) = now?.referent { party } else { nil }
  }

  /// Shows `story`, which is what has become of the story of `before`: one stays where one was, by the nearest words.
  init(_ story: Story, after before: StoryView) {
    self.init(story, width: before.page.width, height: before.height, from: before.least)
    covered = before.covered
    glides = before.glides
    let change = TextChange(from: before.story.text.bytes, to: story.text.bytes)
    if let id = before.party.map({ before.story.parties[$0].id }) {
      partyRow = (story.parties.firstIndex { $0.id == id } ?? heir(of: before)).map { $0 + 1 } ?? 0
    }
    _ = narrow(to: before.filter.carried(from: before.story, to: story))
    if let claim = before.claim {
      let start = change.place(before.story.claims[claim].span.start)
      let nearest = visited.min { abs(story.claims[$0].span.start - start) < abs(story.claims[$1].span.start - start) }
      if let nearest { take(claim: nearest) }
    }
    stand(on: change.place(before.position))
    if before.spot == nil { spot = nil }
    top = clamp(line - (before.line - before.top))
    follow()
    if let words = before.search?.words {
      var search = Search(words, in: story.text)
      search.current = search.match(from: position)
      self.search = search
    }
  }

  /// The rows of the article that can be seen.
  var visibleHeight: Int { max(1, height - covered) }
  /// The largest `top`.
  var lastTop: Int { max(0, page.lines.count - visibleHeight) }
  /// The byte at which the cursor stands.
  var position: Int { spot ?? page.lines[line].bytes.lowerBound }
  /// The selected party, an index in the story's list; `nil` for all.
  var party: Int? { partyRow > 0 ? partyRow - 1 : nil }
  /// The place of the current claim among those that are visited, from 0.
  var claimPlace: Int? { claim.flatMap { StoryView.place(of: $0, in: visited) } }
  /// The number of `claim`, from 1: its own among all claims of the story, whichever of them show, so that one can speak
  /// of it.
  func number(of claim: Int) -> Int { claim + 1 }

  /// The place of `claim` in `claims`, which rise; `nil` if it is not there.
  static func place(of claim: Int, in claims: [Int]) -> Int? {
    let place = firstIndex(in: claims) { $0 >= claim }
    return place < claims.count && claims[place] == claim ? place : nil
  }
  /// Whether the first line of the current claim can be seen.
  var claimShows: Bool { claim.map { sees(page.firstLines[$0]) } ?? false }

  /// Whether `line` can be seen.
  func sees(_ line: Int) -> Bool { top <= line && line < top + visibleHeight }

  /// Moves the cursor to the byte at `offset`.
  mutating func stand(on offset: Int) {
    line = page.line(of: offset)
    spot = offset
  }

  /// Narrows the story; returns whether any claim is left, and changes nothing if not.
  mutating func narrow(to filter: Filter) -> Bool {
    let admitted = counted.filter { filter.admits(story.claims[$0], of: story) }
    if admitted.isEmpty, filter != .all { return false }
    self.filter = filter
    visited = admitted
    claimTop = 0
    if let claim, claimPlace == nil, !visited.isEmpty {
      let next = firstIndex(in: visited) { $0 > claim }
      show(claim: visited[min(next, visited.count - 1)])
    }
    return true
  }

  /// Has only claims with a confidence of `least` count; widens the story if its filter then admits none.
  ///
  /// The current claim stays if it counts, else the next that does becomes the current one.
  mutating func count(from least: Double) {
    if least == self.least { return }
    self.least = least
    counted = story.claims.indices.filter { story.claims[$0].confidence >= least }
    let source = index.sources.indices.contains(sourceRow) ? index.sources[sourceRow].source : nil
    index = StoryIndex(story, counted)
    sourceRow = index.sources.firstIndex { $0.source == source } ?? 0
    relaysShown = nil
    visited = []
    if counted.isEmpty {
      claim = nil
      filter = .all
      return
    }
    // Without a current claim the first one is it.
    if claim == nil { take(claim: counted[0]) }
    if !narrow(to: filter) { _ = narrow(to: .all) }
  }

  /// Whether any claim would be visited if only those from `least` on counted.
  func visitsAny(from least: Double) -> Bool {
    story.claims.contains { $0.confidence >= least && filter.admits($0, of: story) }
  }

  /// Fits the article to another pane; what was in view stays in view.
  mutating func fit(width: Int, height: Int) {
    let height = max(1, height)
    if width == page.width, height == self.height { return }
    let anchor = position
    let row = line - top
    let showed = claimShows
    self.height = height
    relaysShown = nil
    if width != page.width { page = Page(story, width: width) }
    line = page.line(of: anchor)
    if let spot, page.line(of: spot) != line { self.spot = nil }
    top = clamp(line - min(row, visibleHeight - 1))
    if showed, let claim, !claimShows {
      let first = page.firstLines[claim]
      top = clamp(first <= line && line < first + visibleHeight ? first : first - visibleHeight / 3)
    }
    if !sees(line) {
      if let claim, claimShows { stand(on: story.claims[claim].span.start) } else { follow() }
    }
  }

  /// The nearest first line that leaves no room below the end.
  func clamp(_ top: Int) -> Int { min(max(0, top), lastTop) }
}
