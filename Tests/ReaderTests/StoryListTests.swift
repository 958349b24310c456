import Display
import Stories
import Testing

@testable import Reader

/// The list of stories: its columns, its orders, and what narrows it.
@Suite struct StoryListTests {
  /// A story of one paragraph.
  private static func story(_ name: String, _ title: String, date: String?, outlet: String?, deal: String?)
    -> Library.Entry
  {
    var made = StoryFixture(name: name, language: .english, [(.headline, title), (.paragraph, "It \(name) rests.")])
    if let date { made.date(date) }
    var story = made.story
    story.layout.outlet = outlet.map { Wording($0) }
    if let deal { story.targets = [Party(id: deal, name: Wording(deal), kind: .company)] }
    return Library.Entry(name: name, state: .read(story))
  }

  private static let library = Library(entries: [
    story("d.txt", "Varnholm sells", date: "2031-03-01", outlet: "Sound Courier", deal: "Ostrava Ferries"),
    story("a.txt", "Écluses rachetées", date: "2031-05-01", outlet: nil, deal: "Écluses du Val"),
    .init(name: "b.txt", state: .failed("It is a picture.")),
    story("c.txt", "Quillon bids", date: nil, outlet: "Daily Ledger", deal: "Ostrava Ferries"),
    story("e.txt", "Quillon bids again", date: "2031-04-01", outlet: "Daily Ledger", deal: nil),
    .init(name: "f.txt"),
  ])

  private func list(_ keys: String, _ width: Int = 80, _ height: Int = 24) -> ReaderState {
    reader(width, height, library: Self.library, keys: typed("s" + keys))
  }

  /// The names of the files that show, by rows.
  private func rows(_ state: ReaderState) -> String {
    state.storyRows.entries.map { String(state.library.entries[Int($0)].name.first ?? "?") }.joined()
  }

  @Test func showsTheSameTextOnce() {
    var words = (0..<30).map { "word\($0)" }
    func entry(_ name: String, _ title: String) -> Library.Entry {
      var story = StoryFixture(
        name: name, language: .english, [(.headline, title), (.paragraph, words.joined(separator: " "))]
      ).story
      story.sketch = Sketch(story.text, story.layout)
      return Library.Entry(name: name, state: .read(story))
    }
    var entries = [entry("wire.txt", "Quillon bids"), entry("paper.html", "Bid for Ostrava")]
    words[20..<30] = ["another", "end"]
    entries.append(entry("other.txt", "Quillon withdraws"))
    var state = reader(80, 24, library: Library(entries: entries), keys: typed("s"))
    #expect(rows(state) == "wo")
    let picture = state.draw().picture
    #expect(picture.contains("Stories 1/2"))
    #expect(picture.contains(/Quillon bids +\+1/))
    #expect(picture.contains("Same text: paper.html"))
    _ = state.update(.key(.down))
    #expect(!state.draw().picture.contains("Same text"))
    _ = state.update([.key(.escape), .key(.character(">"))])
    #expect(state.current == 2)
    // The one that stood for it is gone.
    _ = state.update([.gone([0]), .key(.character("<"))])
    #expect(state.current == 1 && state.draw().picture.contains("suitor 1/2"))
  }

  @Test func ordersByWhatComesNext() {
    #expect(rows(list("")) == "dabcef")
    #expect(rows(list("o")) == "aedbcf")
    #expect(rows(list("oo")) == "adcebf")
    #expect(rows(list("ooo")) == "ecdabf")
    #expect(rows(list("oooo")) == "abcdef")
    #expect(rows(list("ooooo")) == "dabcef")
    #expect(list("oo").draw().picture.contains("by deal"))
  }

  @Test func narrowsAsOneTypes() {
    #expect(rows(list("/quil")) == "ce")
    #expect(rows(list("/ledger again")) == "e")
    #expect(rows(list("/ECLUSES")) == "a")
    #expect(rows(list("/2031-03 ostrava")) == "d")
    #expect(rows(list("/b.txt")) == "b")
    #expect(rows(list("/xyz")) == "")
    var state = list("o/quil")
    #expect(rows(state) == "ec")
    for _ in 0..<4 { _ = state.update(.key(.backspace)) }
    #expect(rows(state) == "aedbcf" && state.context == .narrowing)
    _ = state.update(.key(.backspace))
    #expect(state.context == .storyList)
  }

  @Test func movesAndOpensWhatIsLeft() {
    var state = list("/quil")
    #expect(state.overlay == .stories(selected: 3))
    _ = state.update(.key(.down))
    #expect(state.overlay == .stories(selected: 4))
    _ = state.update(.key(.up))
    for key in [Key.tab, .character("j")] { _ = state.update(.key(key)) }
    #expect(state.overlay == .stories(selected: 4))
    _ = state.update(.key(.enter))
    #expect(state.current == 4 && state.overlay == nil)
    // The list is as it was left; one step back widens it, one more closes it.
    _ = state.update(.key(.character("s")))
    #expect(rows(state) == "ce" && state.overlay == .stories(selected: 4))
    _ = state.update(.key(.escape))
    #expect(rows(state) == "dabcef" && state.overlay == .stories(selected: 4))
    _ = state.update(.key(.escape))
    #expect(state.overlay == nil)
  }

  @Test func opensOnTheListAfterALineWasLeftByEnter() {
    var state = list("/quil")
    for key in [Key.enter, .character("s")] { _ = state.update(.key(key)) }
    #expect(state.context == .storyList && rows(state) == "ce")
    _ = state.update(.key(.character("j")))
    #expect(state.overlay == .stories(selected: 4) && state.storyRows.words == "quil")
  }

  @Test func enterOnNothingStays() {
    var state = list("/xyz")
    _ = state.update(.key(.enter))
    #expect(state.current == 0 && state.context == .narrowing)
  }

  @Test func storiesThatComeTakeTheirPlace() {
    var state = list("o")
    _ = state.update(.entry(5, Self.story("f.txt", "Late", date: "2031-06-01", outlet: nil, deal: nil).state))
    #expect(rows(state) == "faedbc")
    _ = state.update(.added([Self.story("g.txt", "Later", date: "2031-04-15", outlet: nil, deal: nil)]))
    #expect(rows(state) == "fagedbc")
    _ = state.update(.entry(1, .failed("Gone.")))
    #expect(rows(state) == "fgedabc")
    for key in typed("/late") { _ = state.update(.key(key)) }
    #expect(rows(state) == "fg")
    _ = state.update(.entry(6, .failed("Gone.")))
    #expect(rows(state) == "f")
  }

  @Test func manyStoriesInAnyOrderAreAsIfSortedAtOnce() {
    var random = UInt64(5)
    func next(_ below: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % below
    }
    func entry(_ number: Int) -> Library.Entry {
      Self.story(
        "\(number).txt", "Title \(next(9))", date: next(3) == 0 ? nil : "2031-0\(1 + next(9))-01",
        outlet: next(2) == 0 ? nil : "Outlet \(next(3))", deal: next(2) == 0 ? nil : "Deal \(next(3))")
    }
    for presses in 0..<5 {
      var state = reader(80, 24, library: Library(entries: (0..<40).map(entry)), keys: typed("s"))
      for _ in 0..<presses { _ = state.update(.key(.character("o"))) }
      for step in 0..<120 {
        if step % 6 == 0 {
          _ = state.update(.added([entry(state.library.entries.count)]))
        } else {
          let place = next(state.library.entries.count)
          _ = state.update(.entry(place, entry(place).state))
        }
      }
      var fresh = reader(80, 24, library: state.library, keys: typed("s"))
      for _ in 0..<presses { _ = fresh.update(.key(.character("o"))) }
      #expect(state.storyRows.entries == fresh.storyRows.entries, "after \(presses) presses")
    }
  }

  // MARK: Pictures

  @Test func picture() {
    expectPicture(
      list("o"),
      """
       suitor 1/6  Varnholm sells                            1 unreadable   no claims
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    Varnholm sells                                 ┃
      │ Stage   -               │┃                                                   ┃
      │                         │┃    It d.txt rests.                                ┃
      │                         │┃                                                   ┃
      │ No party was found in   │┃                                                   ┃
      └─┏━ Stories 3/6, by date ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ ┃
      ┌─┃   date        headline                            deal            claims ┃ ┃
      │ ┃   2031-05-01  Écluses rachetées                   Écluses du Val       0 ┃ ┃
      │ ┃   2031-04-01  Quillon bids again                                       0 ┃ ┃
      │ ┃ ▸ 2031-03-01  Varnholm sells                      Ostrava Ferri…       0 ┃ ┃
      │ ┃               b.txt                                         not readable ┃ ┃
      │ ┃               Quillon bids                        Ostrava Ferri…       0 ┃ ┃
      │ ┃               f.txt                                           being read ┃ ┃
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  / narrow  o order  S search all  ? keys
      """)
  }

  @Test func widePicture() {
    expectPicture(
      list("oo/ostr", 120, 36),
      """
       suitor 1/6   Varnholm sells                                                                   1 unreadable   no claims
      ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
      │ Target  Ostrava Ferries    │┃    Varnholm sells                                     ┃│                               │
      │ Stage   -                  │┃                                                       ┃│ No claim was found in this    │
      │                            │┃    It d.txt rests.                                    ┃│ story.                        │
      │                            │┃                                                       ┃│                               │
      │ No party was found in this │┃                                                       ┃│                               │
      │ story.                     │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │ ┏━ Stories 1/2 of 6, by deal ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │
      │ ┃ / ostr                                                                                                           ┃ │
      │ ┃   date        outlet            headline                                          deal                    claims ┃ │
      │ ┃ ▸ 2031-03-01  Sound Courier     Varnholm sells                                    Ostrava Ferries              0 ┃ │
      │ ┃               Daily Ledger      Quillon bids                                      Ostrava Ferries              0 ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃                                                       ┃│                               │
      └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└───────────────────────────────┘
       Enter go there   Esc close   ↑ ↓ row   Tab list
      """)
  }

  @Test func smallPicture() {
    expectPicture(
      list("/qui", 40, 12),
      """
       1/6  Varnholm sells          no claims
      ┏━ Stories 1/2 of 6, as opened ━━━━━━━━┓
      ┃ / qui                                ┃
      ┃               Quillon bids           ┃
      ┃   2031-04-01  Quillon bids again     ┃
      ┃                                      ┃
      ┃                                      ┃
      ┃                                      ┃
      ┃                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

       Enter go there  Esc close  ↑ ↓ row
      """)
  }

  @Test func matchesAreMarked() {
    let canvas = list("/ECL val").draw().layers.first { $0.name == "story list" }?.canvas
    let marked = (0..<(canvas?.size.height ?? 0)).map { y in
      String((canvas?.row(y) ?? []).filter { $0.style.ground == .match }.map(\.glyph))
    }
    #expect(marked.filter { !$0.isEmpty } == ["ÉclÉclVal"])
  }
}
