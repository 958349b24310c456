import Display
import Stories

/// The bottom line: the keys that work now, the most useful first, or a message, which may take more lines.
enum BottomLine {
  static func paper(_ state: ReaderState, saying message: String?) -> Paper {
    guard let message else {
      var paper = Paper(whole: Size(width: state.size.width, height: 1))
      draw(state, from: 1, on: &paper)
      return paper
    }
    // What went wrong often stands at the end: a long message takes some rows of what is above for as long as it shows.
    var height = min(3, max(1, state.size.height / 4))
    while true {
      var paper = Paper(whole: Size(width: state.size.width, height: height))
      let rows = paper.put(message, x: 1, y: 0, rows: height, Style(.accent))
      if rows == height || rows == 0 { return paper }
      height = rows
    }
  }

  /// Draws the keys from column `start` on; what does not fit is left out as a whole, help and quit
  /// last.
  static func draw(_ state: ReaderState, from start: Int, on paper: inout Paper) {
    let entries = entries(state)
    let gap = paper.width >= 100 ? 3 : 2
    let fixed = entries.filter { $0.rank >= 1000 }
    let reserved = fixed.reduce(0) { $0 + $1.width + gap }
    var x = start
    for entry in entries where entry.rank < 1000 {
      if x + entry.width + reserved > paper.width - 1 { continue }
      x = put(entry, x, on: &paper) + gap
    }
    for entry in fixed {
      if x + entry.width > paper.width - 1 { break }
      x = put(entry, x, on: &paper) + gap
    }
  }

  private struct Entry {
    var rank: Int
    var keys: [(name: String, action: Action)]
    var word: String

    var width: Int { keys.reduce(0) { $0 + columns(of: $1.name) + 1 } + columns(of: word) }
  }

  private static func put(_ entry: Entry, _ x: Int, on paper: inout Paper) -> Int {
    var end = x
    for (name, action) in entry.keys {
      let start = end
      end = paper.put(name, x: start, y: 0, Style(.accent, on: .plain, .bold)) + 1
      paper.mean(.action(action), x: start, y: 0, width: end - 1 - start)
    }
    let start = end
    end = paper.put(entry.word, x: start, y: 0, Style(.muted))
    // Of two keys with one word that is the first, as of "[ ] claim", nobody means one of them.
    if entry.keys.count == 1 { paper.mean(.action(entry.keys[0].action), x: start - 1, y: 0, width: end - start + 1) }
    return end
  }

  private static func entries(_ state: ReaderState) -> [Entry] {
    let context = state.context
    var entries: [Entry] = []
    let bindings = state.keys.bindings.filter {
      $0.contexts.contains(context) && $0.hint != nil && state.works($0.action)
    }
    for binding in bindings.sorted(by: { $0.hint!.rank < $1.hint!.rank }) {
      guard let hint = binding.hint, let key = binding.shownKey(state.language)?.name(state.language) else { continue }
      let word = hint.word[state.language]
      if entries.last?.word == word {
        entries[entries.count - 1].keys.append((key, binding.action))
      } else {
        entries.append(Entry(rank: hint.rank, keys: [(key, binding.action)], word: word))
      }
    }
    return entries
  }
}
