import Display
import Reader
import Stories

/// How long the keys of the search across stories and of the story list take, in seconds: what the reader makes of each,
/// and its picture.
struct SearchCost {
  /// Taking in all the stories, which includes indexing them where there are many.
  private(set) var taking = 0.0
  /// Opening the search.
  private(set) var opening = 0.0
  /// The keys of queries, each with what was typed so far.
  private(set) var queries: [(typed: String, seconds: Double)] = []
  /// The keys that order and narrow the story list.
  private(set) var list: [(typed: String, seconds: Double)] = []

  /// Frequent words and rare ones, words beside each other, names, columns, and what leaves most claims in.
  private static let typed = [
    "the offer of", "\"of the\"", "said shares 1987", "party:general source:chairman", "certainty:denied stage:offered",
    "-the date:..1987-03 corp", "in:text merger agreement", "in:text \"of the company\"",
  ]

  /// Presses the keys in a reader on as many `stories` as `count`, which are taken as often as it needs.
  init(_ stories: [Story], count: Int) {
    var state = ReaderState(
      library: Library(), size: Size(width: Screen.columns, height: Screen.rows), language: .english)
    let start = Clock.worked
    _ = state.update(.added((0..<count).map { Library.Entry(name: "\($0)/\(stories[$0 % stories.count].name)") }))
    for index in 0..<count {
      _ = state.update(.entry(index, .read(stories[index % stories.count])))
      _ = state.update(.progress(Progress(done: index + 1, total: count)))
    }
    taking = Clock.worked - start
    opening = press(.character("S"), &state)
    for query in Self.typed {
      _ = press(.control("u"), &state)
      var words = ""
      for letter in query {
        words.append(letter)
        queries.append((words, press(.character(letter), &state)))
      }
    }
    _ = press(.escape, &state)
    list.append(("s", press(.character("s"), &state)))
    for number in 1...5 { list.append((String(repeating: "o", count: number), press(.character("o"), &state))) }
    var words = ""
    for letter in "/corp sells u" {
      words.append(letter)
      list.append((words, press(.character(letter), &state)))
    }
  }

  private func press(_ key: Key, _ state: inout ReaderState) -> Double {
    let start = Clock.worked
    _ = state.update(.key(key))
    _ = state.draw()
    return Clock.worked - start
  }
}

extension Report {
  /// Prints what the keys cost with `count` stories; each may take `limit` milliseconds.
  mutating func search(_ cost: SearchCost, count: Int, limit: Double) {
    note("\(count) stories: taking them in", decimal(cost.taking * 1000, 0) + " ms")
    note("\(count) stories: opening the search", decimal(cost.opening * 1000) + " ms")
    for (what, keys) in [("search", cost.queries), ("story list", cost.list)] {
      let slowest = keys.max { $0.seconds < $1.seconds } ?? ("", .nan)
      note("\(count) stories: \(what), a key, median", decimal(median(keys.map(\.seconds)) * 1000, 2) + " ms")
      note("\(count) stories: \(what), slowest key", slowest.typed)
      atMost(limit, "\(count) stories: \(what), a key, most", slowest.seconds * 1000, digits: 1, unit: " ms")
    }
  }
}
