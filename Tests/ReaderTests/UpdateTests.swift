import Display
import Stories
import Testing

@testable import Reader

/// What each action of the table does, by example.
@Suite struct UpdateTests {
  private func press(_ state: inout ReaderState, _ keys: Key...) -> [ReaderEffect] {
    keys.flatMap { state.update(.key($0)) }.asked
  }

  private func words(_ state: ReaderState) -> String {
    guard let view = state.view, let claim = view.claim else { return "" }
    return view.story.text.string(view.story.claims[claim].span)
  }

  private func line(_ state: ReaderState) -> String {
    guard let view = state.view else { return "" }
    let bytes = view.page.lines[view.line].bytes
    return view.story.text.string(Span(bytes.lowerBound, bytes.upperBound))
  }

  // MARK: Claims

  @Test(arguments: [["]", "["], ["J", "K"]]) func nextAndPreviousClaim(keys: [String]) {
    var state = reader(120, 36)
    let forward = Key.character(Character(keys[0]))
    #expect(state.view?.claim == 0)
    for number in 1..<14 {
      _ = press(&state, forward)
      #expect(state.view?.claim == number)
      #expect(state.view?.claimShows == true)
    }
    _ = press(&state, forward)
    #expect(state.view?.claim == 13)
    #expect(state.message == Phrase.lastClaim[.english])
    for _ in 0..<20 { _ = press(&state, .character(Character(keys[1]))) }
    #expect(state.view?.claim == 0)
    #expect(state.message == Phrase.firstClaim[.english])
  }

  @Test func nextClaimGoesFromTheReadingLineOnceItHasLeftTheClaim() {
    var state = reader(120, 36, keys: typed("g") + Array(repeating: .down, count: 18))
    #expect(line(state).hasPrefix("routes will earn"))
    #expect(state.view?.claim == 0)
    _ = press(&state, .character("]"))
    #expect(words(state).hasPrefix("With the ferries"))
    for _ in 0..<2 { _ = press(&state, .up) }
    _ = press(&state, .character("["))
    #expect(words(state).hasPrefix("The price"))
  }

  @Test func enterTakesTheClaimAtTheReadingLine() {
    var state = reader(120, 36, keys: [.character("g")] + Array(repeating: .down, count: 18))
    let (top, row) = (state.view?.top, state.view?.line)
    _ = press(&state, .enter)
    #expect(words(state).hasPrefix("The price"))
    #expect(state.view?.top == top && state.view?.line == row)
    _ = press(&state, .home, .enter)
    #expect(state.message == Phrase.noClaimHere[.english])
    #expect(words(state).hasPrefix("The price"))
  }

  @Test func copyGivesTheClaimItsChainAndItsPlace() {
    var state = reader(120, 36, keys: typed(String(repeating: "J", count: 9)))
    let effects = press(&state, .character("y"))
    let expected = """
      “the group does not intend to hand over its booking system”
      Sound Courier, citing Radio Kyst (indirect, denied, rejected)
      Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly instead, ports/varnholm.txt, of 2031-05-14

      """
    #expect(effects == [.copy(expected)])
    var other = reader(120, 36, keys: typed(">>"))
    #expect(press(&other, .character("y")) == [])
    #expect(other.message == Phrase.noClaims[.english])
  }

  @Test func claimListMovesTheArticleAndEscapeGoesBack() {
    var state = reader(80, 24, keys: typed("c"))
    #expect(state.overlay == .claims(before: 0))
    _ = press(&state, .down, .down, .character("]"))
    #expect(state.view?.claim == 3)
    _ = press(&state, .end)
    #expect(state.view?.claim == 13)
    #expect(state.view?.claimShows == true)
    _ = press(&state, .escape)
    #expect(state.overlay == nil && state.view?.claim == 0)
    _ = press(&state, .character("c"), .character("j"), .enter)
    #expect(state.overlay == nil && state.view?.claim == 1 && state.focus == .article)
    _ = press(&state, .character("c"), .character("c"))
    #expect(state.overlay == nil)
  }

  @Test func claimListIsAPaneWhereThereIsRoom() {
    var state = reader(200, 50, keys: typed("c"))
    #expect(state.overlay == nil && state.focus == .claims)
    _ = press(&state, .down)
    #expect(state.view?.claim == 1)
    _ = press(&state, .enter)
    #expect(state.focus == .article)
    _ = press(&state, .character("4"))
    #expect(state.focus == .claims)
    _ = state.update(.resize(Size(width: 120, height: 36)))
    #expect(state.focus == .article)
  }

  // MARK: Parties and sources

  @Test func enterNarrowsToAPartyAndWidensAgain() {
    var state = reader(120, 36, keys: typed("1jj") + [.enter])
    #expect(state.view?.filter == .party(1))
    #expect(state.view?.visited == [0, 3, 4, 5, 6, 13])
    _ = press(&state, .character("]"), .character("]"))
    #expect(state.view?.claim == 4)
    _ = press(&state, .enter)
    #expect(state.view?.filter == .all)
    #expect(state.view?.claim == 4)
    _ = press(&state, .enter, .escape)
    #expect(state.view?.filter == .all)
  }

  @Test func narrowingGoesToTheNextClaimThatIsLeft() {
    let state = reader(120, 36, keys: typed("JJJJJJJJ1jjj") + [.enter])
    #expect(state.view?.filter == .party(2))
    #expect(words(state).hasPrefix("Tessaly is said"))
    #expect(state.view?.claimShows == true)
  }

  @Test func enterNarrowsToASource() {
    var state = reader(120, 36, keys: typed(String(repeating: "J", count: 9)) + typed("3"))
    // The nearest source of the current claim is selected.
    _ = press(&state, .enter)
    #expect(state.view?.filter == .source(2))
    #expect(state.view?.visited == [8, 9])
    _ = press(&state, .down, .enter)
    #expect(state.view?.filter == .source(3))
    #expect(state.view?.visited == [9])
    _ = press(&state, .home, .enter)
    #expect(state.view?.filter == .narrator)
    #expect(state.view?.visited.count == 8)
  }

  @Test func narrowingToNothingSaysSo() {
    var story = Stories.harbour
    story.parties.append(Party(id: "port", name: Wording("Port of Aalby"), kind: .other))
    let library = Library(entries: [.init(name: story.name, state: .read(story))])
    let state = reader(120, 36, library: library, keys: [.character("1"), .end, .enter])
    #expect(state.view?.filter == .all)
    #expect(state.message == "No claim is by or about Port of Aalby.")
  }

  @Test(arguments: [["}", "{"], [".", ","]]) func mentionsOfTheSelectedParty(keys: [String]) {
    let (forward, backward) = (Key.character(Character(keys[0])), Key.character(Character(keys[1])))
    var state = reader(120, 36, keys: typed("1jj2g"))
    var places: [Int] = []
    while state.message == nil {
      _ = press(&state, forward)
      if state.message == nil, let view = state.view { places.append(view.position) }
    }
    let wanted = Stories.harbour.mentions.filter { $0.referent == .party(1) }.map(\.span.start)
    #expect(places == wanted)
    #expect(state.message == Phrase.lastMention[.english])
    _ = press(&state, backward)
    #expect(state.view?.position == wanted[wanted.count - 2])
    _ = press(&state, .character("g"), backward)
    #expect(state.message == Phrase.firstMention[.english])
  }

  @Test func mentionsOfTheSelectedSource() {
    var state = reader(120, 36, keys: typed("3") + [.end])
    _ = press(&state, .up, .up, .up, .character("."))
    #expect(line(state).contains("Radio Kyst"))
  }

  @Test func escapeUndoesOneThingAtATime() {
    var state = reader(120, 36, keys: typed("1j") + [.enter] + typed("z/ferries") + [.enter])
    #expect(state.view?.search != nil && state.zoomed && state.view?.filter == .party(0))
    _ = press(&state, .escape)
    #expect(state.view?.search == nil && state.zoomed)
    _ = press(&state, .escape)
    #expect(!state.zoomed && state.view?.filter == .party(0))
    _ = press(&state, .escape)
    #expect(state.view?.filter == .all)
    #expect(press(&state, .escape) == [])
  }

  // MARK: Moving

  @Test func movingTheReadingLineChangesNothingElse() {
    var state = reader(120, 36, keys: typed("g"))
    let before = state.draw()
    for key in [Key.down, .character("j")] { _ = press(&state, key) }
    let after = state.draw()
    #expect(after.composed == before.composed)
    #expect(before.cursor.map { Point(x: $0.x, y: $0.y + 2) } == after.cursor)
    for key in [Key.up, .character("k")] { _ = press(&state, key) }
    #expect(state.draw().cursor == before.cursor)
  }

  @Test func theViewFollowsTheReadingLineByHalfAPage() {
    var state = reader(80, 24)
    _ = press(&state, .home)
    for _ in 0..<20 { _ = press(&state, .down) }
    #expect(state.view?.top == 10)
    _ = press(&state, .home)
    #expect(state.view?.top == 0)
    _ = press(&state, .end)
    #expect(state.view.map { $0.line == $0.page.lines.count - 1 && $0.top == $0.lastTop } == true)
  }

  @Test func whereTheTerminalCanMoveTheArticleTheViewGlides() {
    var state = reader(80, 24, keys: [.home])
    _ = state.update(.movable(.parts))
    let rows = state.view?.visibleHeight ?? 0
    for _ in 0..<rows + 3 { _ = press(&state, .down) }
    #expect(state.view?.line == rows + 3 && state.view?.top == 4)
    for _ in 0..<rows { _ = press(&state, .up) }
    #expect(state.view?.line == 3 && state.view?.top == 3)
    // A page is a page.
    _ = press(&state, .pageDown)
    #expect(state.view?.top == 3 + rows - 1)
    _ = press(&state, .home)
    #expect(state.view?.top == 0)
    // Over the whole width rows can be moved without margins, beside other panes they cannot.
    _ = state.update(.movable(.rows))
    #expect(state.view?.glides == false)
    _ = press(&state, .character("2"), .character("z"))
    #expect(state.view?.glides == true)
  }

  @Test func aClaimThatGlidesIntoViewShowsWholeWithALittleMore() {
    var state = reader(80, 16, keys: [.home])
    _ = state.update(.movable(.parts))
    for key in ["]", "["] {
      var before = -1
      while let view = state.view, view.top != before || view.claimPlace != (key == "]" ? view.visited.count - 1 : 0) {
        before = view.top
        _ = press(&state, .character(Character(key)))
        guard let now = state.view, let claim = now.claim else { return }
        let (first, last) = (now.page.firstLines[claim], now.page.lastLines[claim])
        #expect(now.sees(first) && now.sees(min(last, first + now.visibleHeight - 1)))
        if now.top > before, now.top < now.lastTop, key == "]", now.top - before < now.visibleHeight * 2 / 3 {
          #expect(now.sees(last + 2))
        }
      }
    }
  }

  @Test func pagesAndHalfPages() {
    var state = reader(80, 16, keys: [.character("g")])
    let page = 11  // The pane's rows but one.
    for (down, up, step) in [
      (Key.character(" "), Key.character("b"), page), (.pageDown, .pageUp, page), (.control("d"), .control("u"), 6),
    ] {
      _ = press(&state, down)
      #expect(state.view?.top == step && state.view?.line == step)
      _ = press(&state, up)
      #expect(state.view?.top == 0 && state.view?.line == 0)
    }
  }

  @Test func listsMoveTheirSelection() {
    var state = reader(120, 36, keys: typed("1"))
    _ = press(&state, .down, .character("j"))
    #expect(state.view?.party == 1)
    _ = press(&state, .character("G"))
    #expect(state.view?.party == 3)
    _ = press(&state, .up, .character("k"))
    #expect(state.view?.party == 1)
    _ = press(&state, .character("g"))
    #expect(state.view?.party == nil)
    _ = press(&state, .pageDown)
    #expect(state.view?.party == 3)
  }

  // MARK: Search

  @Test func searchGoesToTheFirstMatchAsOneTypes() {
    var state = reader(120, 36, keys: typed("g/CROSSINGS"))
    #expect(line(state).contains("crossings"))
    #expect(state.view?.search?.matches.count == 1)
    _ = press(&state, .enter)
    #expect(state.typing == nil && line(state).contains("crossings"))
  }

  @Test func leavingTheSearchGoesBack() {
    var state = reader(80, 24, keys: typed("gjj"))
    let before = (state.view?.line, state.view?.top)
    for key in typed("/webcode") { _ = press(&state, key) }
    #expect(line(state).hasPrefix("Webcode"))
    _ = press(&state, .escape)
    #expect(state.typing == nil && state.view?.search == nil)
    #expect((state.view?.line, state.view?.top) == before)
  }

  @Test func erasingGoesBackLetterByLetter() {
    var state = reader(120, 36, keys: typed("/quillonx"))
    #expect(state.view?.search?.matches == [])
    _ = press(&state, .backspace)
    #expect(state.view?.search?.matches.count == 4)
    _ = press(&state, .control("u"))
    #expect(state.typing?.words == "" && state.view?.search == nil)
    _ = press(&state, .backspace)
    #expect(state.typing == nil)
  }

  @Test func lettersThatAreKeysElsewhereAreTyped() {
    let state = reader(120, 36, keys: typed("/q?jJ ]"))
    #expect(state.typing?.words == "q?jJ ]")
  }

  @Test func matchesInTurn() {
    var state = reader(120, 36, keys: typed("g/tessaly"))
    let places = state.view?.search?.matches.map(\.start) ?? []
    #expect(places.count == 3)
    _ = press(&state, .down)
    #expect(state.view?.position == places[1])
    _ = press(&state, .up, .enter, .character("n"), .character("n"))
    #expect(state.view?.position == places[2])
    #expect(state.message == Phrase.found(3, 3)[.english])
    _ = press(&state, .character("n"))
    #expect(state.view?.position == places[0])
    _ = press(&state, .character("N"))
    #expect(state.view?.position == places[2])
    // Elsewhere than on a match, from where one is.
    _ = press(&state, .character("g"), .character("n"))
    #expect(state.view?.position == places[0])
  }

  // MARK: Panes

  @Test func focusGoesAround() {
    var state = reader(120, 36)
    _ = press(&state, .tab)
    #expect(state.focus == .sources)
    _ = press(&state, .tab)
    #expect(state.focus == .parties)
    _ = press(&state, .backTab)
    #expect(state.focus == .sources)
    _ = press(&state, .character("l"), .right)
    #expect(state.focus == .sources)
    _ = press(&state, .character("h"), .left, .left)
    #expect(state.focus == .parties)
    for (key, pane) in [("2", Pane.article), ("3", .sources), ("1", .parties)] {
      _ = press(&state, .character(Character(key)))
      #expect(state.focus == pane)
    }
  }

  @Test func zoomGivesOnePaneTheScreen() {
    var state = reader(120, 36, keys: typed("z"))
    #expect(state.draw().layers.map(\.name) == ["status", "article", "keys"])
    _ = press(&state, .character("z"))
    #expect(state.draw().layers.map(\.name) == ["status", "parties", "article", "sources", "keys"])
  }

  // MARK: Stories

  @Test func storiesInTurn() {
    var state = reader(120, 36)
    #expect(press(&state, .character("<")) == [] && state.message == Phrase.firstStory[.english])
    #expect(press(&state, .character(">")) == [] && state.current == 1)
    #expect(press(&state, .character(">"), .character(">"), .character(">")) == [.want(4)])
    _ = press(&state, .character(">"))
    #expect(state.current == 4 && state.message == Phrase.lastStory[.english])
    _ = press(&state, .character("<"))
    #expect(state.current == 3)
  }

  @Test func thePlaceInAStoryIsKept() {
    var state = reader(120, 36, keys: typed("JJJ><"))
    #expect(state.view?.claim == 3)
    _ = press(&state, .character("<"))
    #expect(state.view?.claim == 3)
  }

  @Test func storyListOpensAStory() {
    var state = reader(120, 36, keys: typed("s"))
    #expect(state.overlay == .stories(selected: 0))
    #expect(press(&state, .end, .enter) == [.want(4)])
    #expect(state.current == 4 && state.overlay == nil)
    _ = press(&state, .character("s"), .up, .escape)
    #expect(state.current == 4 && state.overlay == nil)
  }

  // MARK: Program

  @Test func programKeys() {
    var state = reader(120, 36)
    #expect(press(&state, .control("l")) == [.redraw])
    #expect(press(&state, .control("z")) == [.suspend])
    #expect(press(&state, .character("?")) == [] && state.overlay == .help(top: 0))
    _ = press(&state, .end, .up)
    #expect(press(&state, .character("q")) == [] && state.overlay == nil)
    _ = press(&state, .character("?"), .character("?"))
    #expect(state.overlay == nil)
    #expect(press(&state, .character("q")) == [.quit])
  }

  // MARK: Other events

  @Test func messagesStayUntilTheNextKey() {
    var state = reader(120, 36)
    _ = state.update(.message("The disk is full."))
    #expect(state.draw().picture.contains("The disk is full."))
    _ = press(&state, .down)
    #expect(!state.draw().picture.contains("The disk is full."))
  }

  @Test func storiesArriveWhileOneReads() {
    var state = reader(120, 36, library: Library(entries: [.init(name: "late.txt")]))
    #expect(state.draw().picture.contains(Phrase.waiting[.english]))
    _ = state.update(.added([.init(name: "other.txt")]))
    _ = state.update(.progress(Progress(done: 0, total: 2)))
    #expect(state.draw().picture.contains("reading 0/2"))
    _ = state.update(.entry(0, .read(Stories.moulins)))
    #expect(state.view?.claim == 0)
    _ = state.update(.entry(1, .failed("other.txt is empty.")))
    _ = state.update(.progress(Progress(done: 2, total: 2)))
    #expect(!state.draw().picture.contains("reading"))
    #expect(state.draw().picture.contains("1 unreadable"))
    _ = press(&state, .character(">"))
    #expect(state.current == 0 && state.message == Phrase.lastStory[.english])
    _ = press(&state, .character("u"))
    #expect(state.draw().picture.contains("other.txt is empty."))
    _ = press(&state, .enter)
    #expect(state.current == 1 && state.draw().picture.contains("other.txt is empty."))
    _ = state.update(.entry(7, .failed("nothing")))
  }

  @Test func theCurrentClaimStaysInViewOnResize() {
    var state = reader(120, 36, keys: typed(String(repeating: "J", count: 9)))
    for width in stride(from: 300, to: 19, by: -7) {
      _ = state.update(.resize(Size(width: width, height: 5 + width / 6)))
      #expect(state.view?.claimShows == true, "\(width)")
      #expect(state.view?.claim == 9)
    }
  }

  @Test func everyActionOfTheTableIsTriedHere() {
    // The other tests press these; a new action belongs there and here.
    let tried: Set<Action> = [
      .nextClaim, .previousClaim, .takeClaim, .nextMention, .previousMention, .up, .down, .pageUp, .pageDown, .halfUp,
      .halfDown, .first, .last, .nextPane, .previousPane, .leftPane, .rightPane, .parties, .article, .sources, .claims,
      .zoom, .narrow, .back, .search, .nextMatch, .previousMatch, .keepSearch, .leaveSearch, .eraseLetter, .eraseWords,
      .claimList, .storyList, .open, .close, .nextStory, .previousStory, .placeBefore,
      .placeAfter, .fewerClaims, .moreClaims, .why, .copy, .timeline, .dossier, .unreadable, .disagreements, .origins,
      .unfold, .fold, .nextDeal, .previousDeal, .redraw, .suspend, .help, .quit, .searchAll, .editQuery, .leaveLine,
      .searchText, .queryForm, .narrowList, .nextOrder, .export, .pipe, .acceptPrompt, .leavePrompt, .nextForm,
      .previousForm, .overwrite, .shell, .openOutside, .mark, .annotate, .tag, .correct, .pickWords, .undo, .redo,
      .toggleRead, .marked, .choose, .scope, .leaveCorrecting, .wordRight, .wordLeft, .lineStart, .lineEnd, .otherEnd,
      .takePicked, .leavePicking, .kept, .takeBack, .tutorNext, .tutorBack, .tutorLeave,
    ]
    #expect(Set(KeyMap.standard.bindings.map(\.action)) == tried)
    #expect(Set(Action.allCases) == tried)
  }

  @Test(arguments: [(4, Phrase.waiting), (2, .failed), (3, .noClaims)], ["w", "y"])
  func whatNeedsAClaimSaysWhyThereIsNone(story: (index: Int, phrase: Phrase), key: String) {
    var state = reader(120, 36, keys: typed("s" + String(repeating: "j", count: story.index)) + [.enter])
    #expect(press(&state, .character(Character(key))).isEmpty)
    #expect(state.message == story.phrase[.english])
  }
}
