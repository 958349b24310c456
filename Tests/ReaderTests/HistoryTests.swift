import Display
import Stories
import Testing

@testable import Reader

/// The way back through places, and where one was the last time.
@Suite struct HistoryTests {
  private func press(_ state: inout ReaderState, _ keys: Key...) {
    for key in keys { _ = state.update(.key(key)) }
  }

  private let back = Key.control("o")
  private let forward = Key.control("p")

  @Test(arguments: [(Key.control("o"), Key.control("p")), (.altLeft, .altRight)])
  func backToWhereAWalkBeganAndForwardAgain(back: Key, forward: Key) {
    var state = reader(120, 36, keys: typed("JJJ"))
    let end = state.place
    press(&state, back)
    #expect(state.view?.claim == 0)
    press(&state, forward)
    #expect(state.place == end)
    press(&state, forward)
    #expect(state.message == Phrase.noPlaceAfter[.english])
  }

  @Test func eachKindOfWayIsAPlaceOfItsOwn() {
    var state = reader(120, 36, keys: typed("JJJ"))
    let third = state.place
    press(&state, .character("G"))
    let bottom = state.place
    for key in typed("/tessaly") + [.enter] { press(&state, key) }
    let match = state.place
    press(&state, .character(">"))
    #expect(state.current == 1)
    for wanted in [match, bottom, third] {
      press(&state, back)
      #expect(state.place == wanted)
    }
    press(&state, back, back)
    #expect(state.view?.claim == 0)
    #expect(state.message == Phrase.noPlaceBefore[.english])
    for _ in 0..<4 { press(&state, forward) }
    #expect(state.current == 1)
  }

  @Test func readingOnIsNoPlaceToGoBackTo() {
    var state = reader(80, 24, keys: typed("g") + typed("jjj   bk"))
    press(&state, back, back, back)
    #expect(state.view?.claim == 0)
    #expect(state.message == Phrase.noPlaceBefore[.english])
  }

  @Test func aNewWayEndsTheOldWayForward() {
    var state = reader(120, 36, keys: typed("JJG"))
    press(&state, back)
    press(&state, .character("}"))
    let here = state.place
    press(&state, forward)
    #expect(state.place == here)
    #expect(state.message == Phrase.noPlaceAfter[.english])
  }

  @Test func whatIsOnlyLookedAtInAListIsNoPlace() {
    var state = reader(120, 36)
    press(&state, .character("c"), .down, .down, .escape)
    press(&state, back)
    #expect(state.message == Phrase.noPlaceBefore[.english])
    press(&state, .character("c"), .down, .down, .enter)
    #expect(state.view?.claim == 2)
    press(&state, back)
    #expect(state.view?.claim == 0)
  }

  @Test func theFilterThatOneHadComesBackToo() {
    var state = reader(120, 36, keys: typed("1j") + [.enter])
    let narrowed = state.place
    #expect(narrowed.filter == .party(0))
    press(&state, .character("2"), .character("G"), .escape, .character(">"))
    press(&state, back)
    #expect(state.current == 0 && state.place.filter == .all)
    press(&state, back)
    #expect(state.place.filter == .party(0))
  }

  @Test func aPlaceInAStoryThatIsReadAnewIsFoundOnceItIsThere() {
    var state = reader(120, 36, keys: typed("JJJJ"))
    let place = state.place
    press(&state, .character(">"))
    _ = state.update(.entry(0, .waiting))
    press(&state, back)
    #expect(state.current == 0 && state.view == nil)
    _ = state.update(.entry(0, .read(Stories.harbour)))
    #expect(state.place == place)
  }

  @Test func noMorePlacesAreKeptThanAnybodyGoesBack() {
    var state = reader(120, 36)
    for _ in 0..<1000 { press(&state, .character("G"), .character("g")) }
    var steps = 0
    while state.message == nil, steps < 2000 {
      press(&state, back)
      steps += 1
    }
    #expect(steps <= History.limit + 1)
  }

  // MARK: The next time

  @Test func aBookmarkIsFoundAgainOnAScreenOfAnySize() {
    let before = reader(120, 36, keys: typed("JJJJJJ"))
    let marks = before.bookmarks
    #expect(marks.count == 1)
    for (width, height) in [(120, 36), (80, 24), (40, 12), (300, 100)] {
      let state = ReaderState(
        library: Stories.library, size: Size(width: width, height: height), language: .english, known: marks)
      #expect(state.view?.claim == before.view?.claim)
      #expect(state.view?.position == before.view?.position)
      if width == 120 { #expect(state.draw().picture == before.draw().picture) }
    }
  }

  @Test(arguments: [
    Bookmark(position: 1 << 40, top: 0, claim: 3), Bookmark(position: -1, top: 0, claim: nil),
    Bookmark(position: 10, top: .min, claim: .max), Bookmark(position: .max, top: .max, claim: nil),
  ]) func aBookmarkThatCannotBeIsNone(mark: Bookmark) {
    let fresh = reader(80, 24)
    let known = [Stories.harbour.text.fingerprint: mark]
    let state = ReaderState(
      library: Stories.library, size: Size(width: 80, height: 24), language: .english, known: known)
    #expect(state.draw().picture == fresh.draw().picture)
  }

  @Test func aBookmarkOfTheNearestPlaceWhereTheClaimIsGone() {
    let end = Stories.harbour.text.bytes.count
    let known = [Stories.harbour.text.fingerprint: Bookmark(position: end, top: 7, claim: 1)]
    let state = ReaderState(
      library: Stories.library, size: Size(width: 80, height: 24), language: .english, known: known)
    #expect(state.view?.claim == 0)
    #expect(state.view.map { $0.line == $0.page.lines.count - 1 && $0.sees($0.line) } == true)
  }

  @Test func aFingerprintTellsTexts() {
    // The value of FNV-1a for "foobar", from its authors' tests.
    #expect(StoryText(bytes: Array("foobar".utf8)).fingerprint == 0x8594_4171_F739_67E8)
    #expect(Stories.harbour.text.fingerprint != Stories.moulins.text.fingerprint)
  }
}
