import Display
import Stories
import Testing

@testable import Reader

/// Stories that are found, read, changed, moved and lost while one reads.
@Suite struct ArrivalTests {
  private func story(_ text: String, name: String = "a.txt") -> Story {
    var blocks: [Layout.Block] = []
    var offset = 0
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let end = offset + line.utf8.count
      if !line.isEmpty { blocks.append(.init(kind: number == 0 ? .headline : .paragraph, span: Span(offset, end))) }
      offset = end + 1
    }
    return Story(
      name: name, text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(blocks: blocks))
  }

  private func words(atCursorOf state: ReaderState) -> String {
    guard let view = state.view else { return "" }
    let bytes = view.page.lines[view.line].bytes
    return view.story.text.string(Span(bytes.lowerBound, bytes.upperBound))
  }

  private let paragraphs = (1...60).map { "Paragraph \($0) tells what number \($0) has to say." }

  /// A reader on a story of sixty paragraphs, at the thirtieth.
  private func atTheThirtieth() -> ReaderState {
    var state = reader(80, 24, library: Library(entries: [.init(name: "a.txt")]))
    _ = state.update(.entry(0, .read(story((["Title"] + paragraphs).joined(separator: "\n\n")))))
    while !words(atCursorOf: state).hasPrefix("Paragraph 30 ") { _ = state.update(.key(.down)) }
    return state
  }

  @Test("one goes on to stories that are found only later")
  func stepsAhead() {
    var state = ReaderState(
      library: Library(entries: [Library.Entry(name: "a")]), size: Size(width: 80, height: 24), language: .english)
    _ = state.update(.progress(Progress(done: 0, total: 1, isFinding: true)))
    for key: Key in [.character(">"), .character(">"), .character(">"), .character("<")] { _ = state.update(.key(key)) }
    #expect(state.current == 0)
    _ = state.update(.key(.character(">")))
    #expect(state.message == "More stories are being looked for…")
    #expect(state.update(.added([Library.Entry(name: "b"), Library.Entry(name: "c")])) == [.want(1), .want(2)])
    #expect(state.current == 2 && state.message == nil)
    _ = state.update(.progress(Progress(done: 0, total: 3, isFinding: false)))
    #expect(state.message == "This is the last story.")
    _ = state.update(.added([Library.Entry(name: "d")]))
    #expect(state.current == 2)
  }

  @Test(arguments: [
    (["Title", "A new first paragraph, and a long one at that."], 0..<60, [String]()),
    (["Another title"], 0..<60, ["And a new end."]), (["Title"], 10..<60, []), (["T"], 20..<40, []),
  ]) func theChangedStoryIsReadOnAtItsPlace(head: [String], range: Range<Int>, tail: [String]) {
    var state = atTheThirtieth()
    let row = state.view.map { $0.line - $0.top }
    let changed = story((head + paragraphs[range] + tail).joined(separator: "\n\n"))
    _ = state.update(.entry(0, .read(changed)))
    #expect(words(atCursorOf: state).hasPrefix("Paragraph 30 "))
    #expect(state.view.map { $0.line - $0.top } == row)
  }

  @Test func aPlaceInWordsThatAreGoneStaysNearby() {
    var state = atTheThirtieth()
    let changed = story((["Title"] + paragraphs[0..<29] + ["New."] + paragraphs[30...]).joined(separator: "\n\n"))
    _ = state.update(.entry(0, .read(changed)))
    #expect(words(atCursorOf: state) == "New.")
    _ = state.update(.entry(0, .read(story("Title"))))
    #expect(words(atCursorOf: state) == "Title")
  }

  @Test func aSavedFileWithoutAChangeChangesNothing() {
    var state = reader(120, 36, keys: typed("JJ/tess"))
    let before = state.draw().picture
    _ = state.update(.entry(0, .read(Stories.harbour)))
    #expect(state.draw().picture == before)
    #expect(state.typing != nil)
  }

  @Test func filterSearchAndClaimOutliveAChange() {
    var state = reader(120, 36, keys: typed("/Tessaly") + [.enter] + typed("1jj") + [.enter] + typed("]]"))
    let before = state.view
    var changed = Stories.harbour
    let parties = changed.parties
    changed.parties = Array(parties.reversed())
    changed.claims = changed.claims.map { claim in
      var claim = claim
      claim.parties = claim.parties.map { parties.count - 1 - $0 }
      return claim
    }
    changed.sources = changed.sources.map { source in
      var source = source
      source.party = source.party.map { parties.count - 1 - $0 }
      return source
    }
    changed.text = StoryText(bytes: changed.text.bytes + Array("\n".utf8))
    _ = state.update(.entry(0, .read(changed)))
    #expect(before?.filter == .party(1) && state.view?.filter == .party(parties.count - 2))
    #expect(state.view?.claim == before?.claim && state.view?.visited == before?.visited)
    #expect(state.view?.search?.words == "Tessaly" && state.view?.position == before?.position)
  }

  @Test func theCurrentStoryStaysWhileTheListChangesAroundIt() {
    var state = reader(120, 36, keys: typed(">"))
    #expect(state.current == 1)
    _ = state.update(.added([.init(name: "first.txt")], before: 0))
    _ = state.update(.gone([0]))
    #expect(state.current == 1)
    #expect(state.draw().picture.hasPrefix(" suitor 2/5 "))
    _ = state.update(.key(.character("<")))
    #expect(state.library.entries[state.current].name == "first.txt")
  }

  @Test func aStoryWhoseFileIsGoneStaysWhileOneIsInIt() {
    var state = reader(120, 36)
    _ = state.update(.gone([0]))
    #expect(state.draw().picture.contains(Phrase.gone[.english]))
    #expect(state.view?.story.name == Stories.harbour.name)
    _ = state.update(.key(.character("s")))
    #expect(state.draw().picture.contains("file gone"))
    _ = state.update(.key(.escape))
    _ = state.update(.key(.character(">")))
    #expect(state.current == 1 && state.library.place(of: 0) == nil && state.library.story(0) == nil)
    _ = state.update(.key(.control("o")))
    #expect(state.current == 1 && state.message == Phrase.noPlaceBefore[.english])
    #expect(state.bookmarks[Stories.harbour.text.fingerprint] != nil)
  }

  @Test func aStoryThatComesBackIsTheSame() {
    var state = reader(120, 36, keys: typed(">"))
    _ = state.update(.gone([1]))
    _ = state.update(.moved(1, name: "new/moulins.txt", before: nil))
    #expect(state.current == 1 && state.library.order.last == 1 && state.view != nil)
    #expect(state.library.entries[1].name == "new/moulins.txt" && !state.library.entries[1].isGone)
  }

  @Test func aStoryThatComesBackAsANewFileTakesThePlaceOfTheOneOnScreen() {
    var state = reader(120, 36, keys: typed("JJ"))
    let before = state.view
    _ = state.update(.gone([0]))
    _ = state.update(.added([.init(name: "other.txt"), .init(name: "back.txt")], before: nil))
    let count = state.library.entries.count
    _ = state.update(.entry(count - 2, .read(Stories.moulins)))
    #expect(state.current == 0)
    _ = state.update(.entry(count - 1, .read(Stories.harbour)))
    #expect(state.current == count - 1 && state.lingering == nil && state.library.place(of: 0) == nil)
    #expect(state.view?.claim == before?.claim && state.view?.position == before?.position)
  }

  @Test func itBeginsWithTheFirstReadableStoryUntilAKeyIsPressed() {
    var state = reader(120, 36, library: Library())
    _ = state.update(.added([.init(name: "m.txt")]))
    _ = state.update(.entry(0, .read(Stories.moulins)))
    _ = state.update(.added([.init(name: "a.txt"), .init(name: "b.txt")], before: 0))
    _ = state.update(.entry(1, .failed("No.")))
    #expect(state.current == 0)
    var other = state
    #expect(state.update(.found) == [.want(2)])
    #expect(state.current == 2)
    _ = other.update(.key(.down))
    #expect(other.update(.found) == [] && other.current == 0)
  }

  @Test func onlyTheLastViewsAreKeptButEveryPlace() {
    let stories = (0..<80).map { number in
      Library.Entry(
        name: "\(number).txt",
        state: .read(story((["Story \(number)"] + paragraphs).joined(separator: "\n\n"), name: "\(number).txt")))
    }
    var state = reader(80, 24, library: Library(entries: stories))
    for _ in 0..<79 { for key in typed("jjjj>") { _ = state.update(.key(key)) } }
    #expect(state.views.all.count == 50 && state.bookmarks.count == 80)
    for _ in 0..<79 { _ = state.update(.key(.character("<"))) }
    #expect(state.current == 0 && words(atCursorOf: state).hasPrefix("Paragraph 2 "))
  }

  // MARK: What is shown

  private func picture(_ width: Int, _ language: Language = .english, done: Int = 412, plain: Bool = false) -> String {
    var state = reader(width, 24, language, plain: plain)
    _ = state.update(.progress(Progress(done: done, total: 1095, isFinding: done == 0)))
    return String(state.draw().picture.prefix { $0 != "\n" })
  }

  @Test func progressOnTheStatusLine() {
    #expect(
      picture(160)
        == " suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to T…   1 unreadable   reading 412/1095 ━━━━━━━············· 38%   claim 1/14"
    )
    #expect(
      picture(120)
        == " suitor 1/5   Varnholm turns down Quillon’s second bid for Os…   reading 412/1095 ━━━━━━━············· 38%   claim 1/14"
    )
    #expect(
      picture(80)
        == " suitor 1/5  Varnholm turns down Quillon’s…    ━━━······· 412/1095   claim 1/14")
    #expect(
      picture(40)
        == " 1/5  Varnholm t…   ━━····   claim 1/14")
    #expect(
      picture(120, .french, done: 0)
        == " suitor 1/5   Varnholm turns down Quillon’s second bid f…   lecture 0/1095+ ···················· 0 %   affirmation 1/14"
    )
    #expect(
      picture(80, .english, plain: true)
        == " suitor 1/5  Varnholm turns down Quillon’…   reading 412/1095, 38%   claim 1/14")
  }

  private let unreadable = Library(
    entries: [.init(name: "good.txt", state: .read(Stories.weather))]
      + (1...9).map { number in
        .init(
          name: "folder/bad-\(number).txt",
          state: .failed(number % 2 == 0 ? "is empty; there is nothing to read in it" : Stories.longReason))
      })

  @Test func theListOfTheUnreadableBeginsWhereOneIs() {
    #expect(reader(80, 24, library: unreadable, keys: typed("u")).overlay == .unreadable(selected: 0))
    var state = reader(80, 24, library: unreadable, keys: typed("ujj"))
    _ = state.update([.key(.enter), .key(.character("u"))])
    #expect(state.overlay == .unreadable(selected: 2))
  }

  @Test func unreadableStoriesAreListedWithTheirReasons() {
    expectPicture(
      reader(80, 14, library: unreadable, keys: typed("ujj")),
      """
       suitor 1/10  It rained in Aalby. Nobody bought any…   9 unreadable   no claims
      ━ ┏━ Not readable 3 of 9 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓━━
        ┃  folder/bad-1.txt                                                        ┃
        ┃    is no text (a picture, a program, an archive?); save the story as     ┃
        ┃    plain text first                                                      ┃
        ┃  folder/bad-2.txt                                                        ┃
        ┃    is empty; there is nothing to read in it                              ┃
        ┃  folder/bad-3.txt                                                        ┃
        ┃    is no text (a picture, a program, an archive?); save the story as     ┃
        ┃    plain text first                                                      ┃
        ┃  folder/bad-4.txt                                                        ┃
        ┃    is empty; there is nothing to read in it                              ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  ? keys
      """)
    expectPicture(
      reader(120, 16, library: unreadable, keys: typed("uG")),
      """
       suitor 1/10   It rained in Aalby. Nobody bought anything.                                     9 unreadable   no claims
      ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
      │ Tar┏━ Not readable 9 of 9 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓    │
      │ Sta┃  folder/bad-6.txt                                                                                          ┃    │
      │    ┃    is empty; there is nothing to read in it                                                                ┃    │
      │    ┃  folder/bad-7.txt                                                                                          ┃    │
      │ No ┃    is no text (a picture, a program, an archive?); save the story as plain text first                      ┃    │
      │ sto┃  folder/bad-8.txt                                                                                          ┃    │
      │    ┃    is empty; there is nothing to read in it                                                                ┃    │
      │    ┃  folder/bad-9.txt                                                                                          ┃    │
      │    ┃    is no text (a picture, a program, an archive?); save the story as plain text first                      ┃    │
      │    ┃                                                                                                            ┃    │
      │    ┃                                                                                                            ┃    │
      │    ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛    │
      └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└───────────────────────────────┘
       Enter go there   Esc close   ↑ ↓ line   ? keys
      """)
    expectPicture(
      reader(40, 12, .french, library: unreadable, keys: typed("uj")),
      """
       1/10  It rained…    aucune affirmation
      ┏━ Illisibles 2 sur 9 ━━━━━━━━━━━━━━━━━┓
      ┃  folder/bad-1.txt                    ┃
      ┃    is no text (a picture, a program, ┃
      ┃    an archive?); save the story as   ┃
      ┃    plain text first                  ┃
      ┃  folder/bad-2.txt                    ┃
      ┃    is empty; there is nothing to read┃
      ┃    in it                             ┃
      ┃  folder/bad-3.txt                    ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Entrée y aller  ↑ ↓ ligne  ? touches
      """)
    let plain = reader(80, 12, library: unreadable, keys: typed("uj"), plain: true).draw().picture
    #expect(plain.contains("Not readable 2 of 9: folder/bad-2.txt, is empty; there is nothing to read…"))
  }

  @Test func theListOfUnreadableStoriesIsWalkedAndClosed() {
    var state = reader(80, 24, library: unreadable, keys: typed("uG"))
    #expect(state.overlay == .unreadable(selected: 8))
    for key in [Key.pageUp, .home, .down] { _ = state.update(.key(key)) }
    #expect(state.overlay == .unreadable(selected: 1))
    _ = state.update(.key(.enter))
    #expect(state.overlay == nil && state.current == 2)
    _ = state.update(.key(.character("u")))
    _ = state.update(.entry(5, .read(Stories.moulins)))
    #expect(state.library.failures == 8)
    _ = state.update(.key(.escape))
    #expect(state.overlay == nil && state.current == 2)
    var good = reader(80, 24, library: Library(entries: [.init(name: "a.txt", state: .read(Stories.moulins))]))
    _ = good.update(.key(.character("u")))
    #expect(good.overlay == nil && good.message == Phrase.allReadable[.english])
  }

  @Test func aClickOnTheirNumberListsThem() {
    var state = reader(120, 24, library: unreadable)
    let line = state.draw().picture.prefix { $0 != "\n" }
    let column = line.distance(from: line.startIndex, to: line.firstRange(of: "9 unreadable")!.lowerBound)
    _ = state.update(.mouse(Mouse(.click, at: Point(x: column, y: 0))))
    #expect(state.overlay == .unreadable(selected: 0))
  }
}

extension Stories {
  static let longReason = "is no text (a picture, a program, an archive?); save the story as plain text first"
}
