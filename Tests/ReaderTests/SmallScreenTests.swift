import Display
import Stories
import Testing

@testable import Reader

/// What must be seen however little room there is.
@Suite struct SmallScreenTests {
  /// The cells of a layer, row by row, as text.
  private func rows(_ layer: String, _ state: ReaderState) -> [String] {
    guard let canvas = state.draw().layers.first(where: { $0.name == layer })?.canvas else { return [] }
    return (0..<canvas.size.height).map { y in String(canvas.row(y).map(\.glyph)) }
  }

  @Test(arguments: [(20, 5), (20, 6), (30, 7), (40, 8), (150, 5)], [false, true])
  func everyOverlayShowsWhatItIsFor(size: (width: Int, height: Int), plain: Bool) {
    for (key, layer, words) in [
      ("c", "claim list", "Varnholm Group"), ("s", "story list", "Varnholm"), ("?", "help", "next claim"),
      ("w", "why", "Varnholm"),
    ] {
      var state = reader(size.width, size.height, keys: typed(key), plain: plain)
      if let explained = state.explained {
        _ = state.update(
          .reasons(Reasons(ground: .ownVoice), story: explained.story, claim: explained.claim))
      }
      let shown = rows(layer, state)
      #expect(shown.count >= 2, "\(key)")
      let inside = shown.dropFirst()
      #expect(inside.contains { $0.contains(words.prefix(8)) } || key == "?", "\(key): \(shown)")
      // Where it goes on one can follow it there, and its last line shows.
      if key == "?" || key == "w" { continue }
      _ = state.update(.key(.end))
      let cursor = state.draw().cursor
      #expect(cursor.map { $0.y > 1 && $0.y < size.height - 1 } == true, "\(key)")
    }
  }

  @Test(arguments: [(20, 5), (80, 5), (20, 6), (30, 7)], [false, true])
  func viewsOnADealShowWhatIsSelected(size: (width: Int, height: Int), plain: Bool) {
    for key in ["t", "d", "x", "o"] {
      var state = reader(size.width, size.height, library: DealStories.library, keys: typed(key), plain: plain)
      guard state.dealView != nil else { continue }
      for _ in 0..<3 {
        let row = state.selectedDealRow
        let shown = rows("deal", state).dropFirst().joined()
        // On a narrow screen little but the date may be left of a row.
        if let row, size.width >= 80 {
          #expect(
            [row.date, row.label, row.words].contains { !$0.isEmpty && shown.contains($0.prefix(3)) },
            "\(key): \(shown)")
        }
        let cursor = state.draw().cursor
        #expect(cursor.map { $0.y > 1 && $0.y < size.height - 1 } == true, "\(key)")
        _ = state.update(.key(.down))
      }
    }
  }

  @Test func searchShowsWhatIsSelected() {
    for size in [(20, 5), (80, 5), (40, 6)] {
      let state = reader(size.0, size.1, keys: typed("SVarnholm") + [.tab])
      #expect(state.finder.results.count > 0)
      let cursor = state.draw().cursor
      #expect(cursor.map { $0.y > 1 && $0.y < size.1 - 1 } == true, "\(size)")
    }
  }

  @Test func theLastLineOfTheKeysCanBeSeen() {
    for size in [(20, 5), (40, 12), (80, 24)] {
      let state = reader(size.0, size.1, keys: typed("?") + [.end])
      #expect(rows("help", state).joined().contains("about"), "\(size)")
    }
  }

  @Test func aLongMessageTakesMoreRowsSoThatItsEndIsSeen() {
    var state = reader(80, 24)
    let before = state.draw().picture
    let problem = "No such file or directory: /nowhere/\(String(repeating: "far/", count: 15))away"
    _ = state.update(.copied(Copied(clipboard: .terminal, fileProblem: problem)))
    let shown = rows("keys", state)
    #expect(shown.count == 3)
    #expect(shown.joined().contains("not written to the file: No such file or directory"))
    #expect(shown.joined().contains("clipboard."))
    // A key takes it away.
    _ = state.update(.key(.function(9)))
    #expect(state.draw().picture == before)
    // Where rows are few it takes but one.
    _ = state.update(.resize(Size(width: 20, height: 5)))
    _ = state.update(.copied(Copied(clipboard: .terminal, fileProblem: problem)))
    #expect(rows("keys", state).count == 1)
  }

  @Test func theListOfSourcesKeepsStillFromClaimToClaim() {
    for size in [(120, 36), (200, 60)] {
      var state = reader(size.0, size.1)
      let heading = rows("sources", state).firstIndex { $0.contains("In this story") }
      #expect(heading != nil)
      for _ in 0..<13 {
        _ = state.update(.key(.character("]")))
        #expect(rows("sources", state).firstIndex { $0.contains("In this story") } == heading)
      }
    }
  }
}
