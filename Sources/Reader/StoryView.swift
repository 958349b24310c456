import Stories

/// One story as it is being read: where one is in it and what one looks at.
struct StoryView: Sendable {
  /// The story.
  let story: Story
  /// What its lists show.
  let index: StoryIndex
  /// The article, wrapped to the pane.
  private(set) var page: Page
  /// The rows of the article pane.
  private(set) var height: Int
  /// The rows at the bottom of the article pane that an overlay covers.
  var covered = 0

  /// The current claim; `nil` only if the story has none.
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
  /// What the story is narrowed to.
  private(set) var filter = Filter.all
  /// The claims that the filter admits, by place.
  private(set) var visited: [Int]
  /// The search whose matches are marked.
  var search: Search?

  init(_ story: Story, width: Int, height: Int) {
    self.story = story
    index = StoryIndex(story)
    page = Page(story, width: width)
    self.height = max(1, height)
    visited = Array(story.claims.indices)
    if let first = visited.first { take(claim: first) }
    if let claim, page.firstLines[claim] < self.height { stand(on: story.claims[claim].span.start) }
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
  var claimPlace: Int? {
    guard let claim else { return nil }
    let place = firstIndex(in: visited) { $0 >= claim }
    return place < visited.count && visited[place] == claim ? place : nil
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
    let admitted = story.claims.indices.filter { filter.admits(story.claims[$0], of: story) }
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
