import Display
import Stories
import Testing

@testable import Reader

/// Clicks and the wheel, at what the picture shows.
@Suite struct MouseTests {
  /// Where `words` first stand in a layer of the picture.
  private func find(_ words: String, in layer: String, _ state: ReaderState) -> Point {
    let wanted = Array(words)
    for found in state.draw().layers where found.name == layer {
      for y in 0..<found.canvas.size.height {
        let row = found.canvas.row(y).map(\.glyph)
        for x in 0..<max(0, row.count - wanted.count + 1) where Array(row[x..<x + wanted.count]) == wanted {
          return Point(x: found.origin.x + x, y: found.origin.y + y)
        }
      }
    }
    Issue.record("\(layer) does not show \(words)")
    return Point(x: 0, y: 0)
  }

  @discardableResult
  private func click(_ words: String, in layer: String, _ state: inout ReaderState) -> [ReaderEffect] {
    state.update(.mouse(Mouse(.click, at: find(words, in: layer, state))))
  }

  private func wheel(_ notches: Int, at words: String, in layer: String, _ state: inout ReaderState) {
    let place = find(words, in: layer, state)
    for _ in 0..<abs(notches) { _ = state.update(.mouse(Mouse(notches < 0 ? .wheelUp : .wheelDown, at: place))) }
  }

  @Test(arguments: [(120, 36), (80, 24), (200, 60)]) func aClickSelectsAParty(width: Int, height: Int) {
    var state = reader(width, height)
    click("Tessaly Lines", in: "parties", &state)
    #expect(state.focus == .parties && state.view?.party == 2)
    click("All part", in: "parties", &state)
    #expect(state.view?.party == nil)
  }

  @Test func aClickSelectsTheRoleUnderAParty() {
    var state = reader(120, 36)
    click("partner", in: "parties", &state)
    #expect(state.view?.party == 2)
  }

  @Test func aClickSelectsASource() {
    var state = reader(120, 36)
    click("Daily Ledger", in: "sources", &state)
    #expect(state.focus == .sources)
    #expect(state.view.map { $0.index.sources[$0.sourceRow].source } == 4)
  }

  @Test func aClickInTheArticleTakesTheClaimThere() {
    var state = reader(120, 36)
    click("plan to close", in: "article", &state)
    #expect(state.focus == .article && state.view?.claim == 8)
    let cursor = state.draw().cursor
    #expect(cursor == find("plan to close", in: "article", state))
    // Where no claim stands only the cursor moves.
    click("Ports and", in: "article", &state)
    #expect(state.view?.claim == 8 && state.view?.line == 0)
  }

  @Test func aClickSelectsAClaimInThePaneAndInTheList() {
    var wide = reader(200, 60)
    click("Could a merger", in: "claims", &wide)
    #expect(wide.focus == .claims && wide.view?.claim == 7)
    var state = reader(80, 24, keys: typed("c"))
    click("With the ferries", in: "claim list", &state)
    #expect(state.overlay != nil && state.view?.claim == 6)
    click("With the ferries", in: "claim list", &state)
    #expect(state.overlay == nil && state.view?.claim == 6 && state.focus == .article)
    _ = state.update(.key(.control("o")))
    #expect(state.view?.claim == 0)
  }

  @Test func aClickInTheStoryListSelectsAndASecondOneOpens() {
    var state = reader(80, 24, keys: typed("s"))
    click("Les Moulins", in: "story list", &state)
    #expect(state.overlay == .stories(selected: 1))
    click("Les Moulins", in: "story list", &state)
    #expect(state.overlay == nil && state.current == 1)
    // Beside the list, it closes.
    state = reader(120, 36, keys: typed("s"))
    _ = state.update(.mouse(Mouse(.click, at: Point(x: 60, y: 34))))
    #expect(state.overlay == nil && state.current == 0)
  }

  @Test func aClickOnAKeyIsTheKey() {
    var state = reader(120, 36)
    click("]", in: "keys", &state)
    #expect(state.view?.claim == 1)
    click("[", in: "keys", &state)
    #expect(state.view?.claim == 0)
    click("c claims   y", in: "keys", &state)
    #expect(state.overlay == .claims(before: 0))
    click("Esc", in: "keys", &state)
    #expect(state.overlay == nil)
    #expect(click("quit", in: "keys", &state) == [.quit])
  }

  @Test func aClickOnATitleShowsItsPane() {
    var state = reader(40, 12)
    click("3", in: "article", &state)
    #expect(state.focus == .sources)
    click("1 ", in: "sources", &state)
    #expect(state.focus == .parties)
  }

  @Test func aClickEndsASearchWhereItIs() {
    var state = reader(120, 36, keys: typed("/tessaly"))
    click("plan to close", in: "article", &state)
    #expect(state.typing == nil && state.view?.claim == 8 && state.view?.search != nil)
  }

  @Test func theWheelScrollsWhatIsUnderIt() {
    var state = reader(80, 24, keys: typed("g1"))
    wheel(2, at: "Ports and ferries", in: "article", &state)
    #expect(state.view?.top == 6 && state.view?.line == 6 && state.focus == .parties)
    wheel(-3, at: "Ostrava Ferries stays", in: "article", &state)
    #expect(state.view?.top == 0)
    // At the end nothing moves on, the cursor neither.
    wheel(50, at: "Ports and ferries", in: "article", &state)
    #expect(state.view.map { $0.top == $0.lastTop } == true)
    let line = state.view?.line
    _ = state.update(.mouse(Mouse(.wheelDown, at: Point(x: 60, y: 10))))
    #expect(state.view?.line == line)
  }

  @Test func theWheelScrollsListsAndTakesTheSelectedRowAlongOnlyAtTheEdge() {
    let library = Library(entries: [.init(name: "crowd.txt", state: .read(Stories.crowd))])
    var state = reader(80, 24, library: library)
    #expect(state.view?.partyTop == 0 && state.view?.partyRow == 0)
    wheel(2, at: "All part", in: "parties", &state)
    #expect(state.view?.partyTop == 6 && state.view?.partyRow == 6)
    _ = state.update(.key(.character("1")))
    _ = state.update(.key(.down))
    let row = state.view?.partyRow
    _ = state.update(.mouse(Mouse(.wheelUp, at: Point(x: 5, y: 6))))
    #expect(state.view?.partyTop == 3 && state.view?.partyRow == row)
    let before = state.view?.sourceTop ?? 0
    let list = Point(x: 5, y: 21)
    _ = state.update(.mouse(Mouse(.wheelDown, at: list)))
    #expect(state.view?.sourceTop == before + 3)
    _ = state.update(.mouse(Mouse(.wheelUp, at: list)))
    #expect(state.view?.sourceTop == before)
  }

  @Test func theWheelScrollsOverlaysAndNothingBesideThem() {
    var state = reader(80, 24, keys: typed("?"))
    _ = state.update(.mouse(Mouse(.wheelDown, at: Point(x: 40, y: 10))))
    #expect(state.overlay == .help(top: 3))
    let before = state.view?.top
    _ = state.update(.mouse(Mouse(.wheelDown, at: Point(x: 0, y: 10))))
    #expect(state.overlay == .help(top: 3) && state.view?.top == before)
  }

  @Test func aPlaceThatIsNoneDoesNothing() {
    for size in [(120, 36), (10, 3), (0, 0)] {
      var state = reader(size.0, size.1)
      let before = state.draw().picture
      for deed in [Mouse.Deed.click, .wheelUp, .wheelDown] {
        for place in [Point(x: -1, y: 0), Point(x: 5000, y: 0), Point(x: 0, y: .max), Point(x: .max, y: .min)] {
          #expect(state.update(.mouse(Mouse(deed, at: place))) == [])
        }
      }
      #expect(state.draw().picture == before)
    }
  }

  @Test func whatIsPastedGoesIntoTheSearchLineOnly() {
    var state = reader(120, 36)
    let before = state.draw().picture
    #expect(state.update(.pasted("q>G")) == [])
    #expect(state.draw().picture == before)
    _ = state.update(.key(.character("/")))
    _ = state.update(.pasted("\u{1B}Tessaly\r\n  Lines\u{7}\n"))
    #expect(state.typing?.words == "Tessaly Lines")
    #expect(state.view?.search?.matches.count == 1)
    _ = state.update(.pasted(String(repeating: "x", count: 1 << 20)))
    #expect(state.typing?.words.count == 200)
  }

  @Test func aClickOnTheHintOpensTheClaimList() {
    for (language, words) in [(Language.english, "c claims"), (.french, "c liste")] {
      var state = reader(120, 36, language)
      click(words, in: "sources", &state)
      #expect(state.overlay == .claims(before: 0))
    }
  }
}
