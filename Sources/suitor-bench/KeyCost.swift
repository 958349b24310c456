import Display
import Reader
import Stories

/// How many bytes a key costs that goes through a story.
struct KeyCost {
  /// One number for each time that the key was pressed and the screen changed.
  private(set) var all: [Int] = []
  /// Those of the times that left the view of the article where it was.
  private(set) var still: [Int] = []

  /// Presses `key` in `terminal`, which shows `story` and can move `movable` of its screen, from the story's first line on
  /// until nothing changes any more, at most `times` times.
  init(_ key: Character, times: Int, of story: Story, in terminal: PseudoTerminal, movable: Movable) {
    var twin = Twin(story, movable)
    twin.press("g")
    _ = terminal.answer(to: "g")
    for _ in 0..<times {
      let answer = terminal.answer(to: String(key))
      let before = twin.text
      twin.press(key)
      if answer.bytes == 0 { break }
      all.append(answer.bytes)
      if twin.text == before { still.append(answer.bytes) }
    }
  }
}

/// The reader that the program under test is, without a terminal: it tells what the program shows.
private struct Twin {
  private var state: ReaderState

  init(_ story: Story, _ movable: Movable) {
    let library = Library(entries: [Library.Entry(name: story.name, state: .read(story))])
    state = ReaderState(
      library: library, size: Size(width: Screen.columns, height: Screen.rows), language: .english)
    _ = state.update(.movable(movable))
  }

  mutating func press(_ key: Character) { _ = state.update(.key(.character(key))) }

  /// The words of the article that show, without the marks in the margin.
  var text: [[Character]] {
    guard let canvas = state.draw().layers.first(where: { $0.name == "article" })?.canvas else { return [] }
    let margin = 5
    return (1..<max(1, canvas.size.height - 1)).map { canvas.row($0).dropFirst(margin).map(\.glyph) }
  }
}
