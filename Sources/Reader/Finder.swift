import Search
import Stories

/// The search across stories: what is asked, what is found, and where one is in that.
struct Finder: Sendable {
  /// The query as typed.
  private(set) var words = ""
  /// What it means; `nil` if it is wrong or empty.
  private(set) var query: Query?
  /// What is wrong with it.
  private(set) var error: QueryError?
  /// What was found.
  private(set) var results = SearchResults()
  /// The stories whose texts hold the words, where no claim does.
  private(set) var inText = 0
  /// The selected row of the results.
  var selected = 0
  /// The first row that shows.
  var top = 0
  /// Whether the query line has the keys, or the list of what was found.
  var hasLine = true

  /// What is asked, and the row on which one is.
  struct Spot: Hashable, Sendable {
    var words: String
    var row: SearchResults.Row?
  }

  /// Where one is in the search.
  var spot: Spot { Spot(words: words, row: selected < results.count ? results[selected] : nil) }

  /// Selects `row`, if it was found.
  mutating func select(_ row: SearchResults.Row) {
    if let place = results.place(of: row) { selected = place }
  }

  private var index = SearchIndex()
  /// The entries of the library that have changed since the index was told.
  private var changed: [Int] = []
  /// The least confidence of the claims that were looked for.
  private var least = 0.0
  /// The number of changes that the results do not know.
  private var unseen = 0

  /// With more stories than this, indexing them all would be felt as a wait when the search is opened: then each is indexed
  /// as it comes.
  private static let eager = 400
  /// More letters than anybody asks with.
  private static let longest = 300

  /// Makes a search across the first `count` entries of a library.
  init(entries count: Int = 0) { changed = Array(0..<count) }

  /// Notes that the library's entry at `entry` is another one now.
  mutating func note(_ entry: Int, in library: Library) {
    changed.append(entry)
    if library.entries.count > Self.eager { tell(library) }
  }

  /// Tells the index what has changed.
  private mutating func tell(_ library: Library) {
    unseen += changed.count
    for entry in changed { index.set(library.ownStory(entry), at: entry) }
    changed.removeAll(keepingCapacity: true)
    guard index.isSparse else { return }
    index = SearchIndex()
    for entry in library.entries.indices { index.set(library.ownStory(entry), at: entry) }
  }

  /// Has the results be those of now; while stories still come, only once enough of them have come to matter.
  mutating func refresh(_ library: Library, from least: Double, isReading: Bool) {
    let waiting = unseen + changed.count
    let isDue = waiting > 0 && (!isReading || waiting * 50 > index.count)
    if isDue || least != self.least { look(in: library, from: least) }
  }

  /// Asks `words`, and looks for it.
  mutating func ask(_ words: String, in library: Library, from least: Double) {
    self.words = String(words.prefix(Self.longest))
    error = nil
    query = nil
    do throws(QueryError) {
      let asked = try Query(self.words, finished: false)
      if !asked.isEmpty { query = asked }
    } catch {
      self.error = error
    }
    selected = 0
    look(in: library, from: least)
  }

  private mutating func look(in library: Library, from least: Double) {
    tell(library)
    let row = results.count > 0 ? results[min(selected, results.count - 1)] : nil
    self.least = least
    unseen = 0
    inText = 0
    guard let query else {
      results = SearchResults()
      return
    }
    let isSame = query == asked
    results = index.find(query, from: least, in: library)
    if results.count == 0, query.scope == .claims { inText = index.find(query.inText, from: least, in: library).count }
    // The same rows stay selected while others come.
    if isSame, selected > 0, let row, let place = results.place(of: row) { selected = place }
    selected = min(selected, max(0, results.count - 1))
    asked = query
  }

  /// The query that the results are of.
  private var asked: Query?
}

/// What the keys do in the search across stories.
extension ReaderState {
  mutating func openFinder() {
    overlay = .finder
    finder.hasLine = true
    finder.refresh(library, from: least, isReading: false)
  }

  /// Opens the search with the words that were asked for last; what lists the marks was not typed and is not to be gone on from.
  mutating func openSearch() {
    openFinder()
    if finder.words == KeptPhrase.markedQuery[language] { ask("") }
  }

  /// Opens the search as it was left, on the list of what was found.
  mutating func openFinder(at spot: Finder.Spot) {
    openFinder()
    finder.hasLine = false
    if spot.words != finder.words { ask(spot.words) }
    if let row = spot.row { finder.select(row) }
  }

  /// Asks for `words` in all stories.
  mutating func ask(_ words: String) { finder.ask(words, in: library, from: least) }

  /// Looks in the texts instead of the claims, or in the claims again.
  mutating func toggleText() {
    let isText = finder.query?.scope == .text
    let kept = finder.words.split(separator: " ").filter { word in
      let field = QueryField.scope.name
      return !Language.allCases.contains { word.lowercased().hasPrefix(field[$0] + ":") }
    }
    let all = kept.joined(separator: " ")
    let field = QueryField.scope
    ask(isText ? all : "\(field.name[language]):\(field.example[language]) \(all)")
  }

  /// Goes to the claim, or the words, of the selected row.
  mutating func openFound(_ effects: inout [ReaderEffect]) {
    guard finder.selected < finder.results.count, let query = finder.query else { return }
    let row = finder.results[finder.selected]
    overlay = nil
    visit(row.entry, orSay: .lastStory, &effects)
    focus = .article
    settle()
    guard let view else { return }
    if let claim = row.claim {
      if StoryView.place(of: claim, in: view.visited) == nil { _ = views[current]?.narrow(to: .all) }
      views[current]?.show(claim: claim)
    } else {
      let place = query.place(in: view.story)
      if !place.isEmpty { views[current]?.search = Search(view.story.text.string(place), in: view.story.text) }
      if let match = views[current]?.search?.match(from: place.start), !place.isEmpty {
        views[current]?.go(toMatch: match)
      } else {
        views[current]?.go(to: place.start)
      }
    }
  }
}

extension SearchIndex {
  /// What `query` finds in `library`, whose stories the index holds.
  fileprivate mutating func find(_ query: Query, from least: Double, in library: Library) -> SearchResults {
    find(query, from: least, story: { library.story($0) }, text: { library.text($0) })
  }
}
