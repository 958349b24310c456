import Display
import Stories

/// The bottom line: the keys that work now, the most useful first, or a message.
enum BottomLine {
  static func layer(_ state: ReaderState) -> Frame.Layer {
    var paper = Paper(whole: Size(width: state.size.width, height: 1))
    if let message = state.message {
      paper.put(message, x: 1, y: 0, limit: paper.width - 2, Style(.accent))
    } else {
      draw(state, from: 1, on: &paper)
    }
    return Frame.Layer(name: "keys", origin: Point(x: 0, y: state.size.height - 1), canvas: paper.canvas)
  }

  /// Draws the keys from column `start` on; what does not fit is left out as a whole, help and quit
  /// last.
  static func draw(_ state: ReaderState, from start: Int, on paper: inout Paper) {
    let entries = entries(state)
    let gap = paper.width >= 100 ? 3 : 2
    func width(_ entry: Entry) -> Int { columns(of: entry.keys) + 1 + columns(of: entry.word) }
    let fixed = entries.filter { $0.rank >= 1000 }
    let reserved = fixed.reduce(0) { $0 + width($1) + gap }
    var x = start
    for entry in entries where entry.rank < 1000 {
      if x + width(entry) + reserved > paper.width - 1 { continue }
      x = put(entry, x, on: &paper) + gap
    }
    for entry in fixed {
      if x + width(entry) > paper.width - 1 { break }
      x = put(entry, x, on: &paper) + gap
    }
  }

  private struct Entry {
    var rank: Int
    var keys: String
    var word: String
  }

  private static func put(_ entry: Entry, _ x: Int, on paper: inout Paper) -> Int {
    let end = paper.put(entry.keys, x: x, y: 0, Style(.accent, on: .plain, .bold))
    return paper.put(entry.word, x: end + 1, y: 0, Style(.muted))
  }

  private static func entries(_ state: ReaderState) -> [Entry] {
    let context = state.context
    var entries: [Entry] = []
    let bindings = KeyMap.bindings.filter { $0.contexts.contains(context) && $0.hint != nil && state.works($0.action) }
    for binding in bindings.sorted(by: { $0.hint!.rank < $1.hint!.rank }) {
      guard let hint = binding.hint, let key = binding.shownKey(state.language)?.name(state.language) else { continue }
      let word = hint.word[state.language]
      if entries.last?.word == word {
        entries[entries.count - 1].keys += " \(key)"
      } else {
        entries.append(Entry(rank: hint.rank, keys: key, word: word))
      }
    }
    return entries
  }
}
