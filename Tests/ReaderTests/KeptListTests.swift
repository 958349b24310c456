import Display
import Notebook
import Stories
import Testing

@testable import Reader

/// The list of what was put down.
@Suite struct KeptListTests {
  /// A reader in which something of each kind was put down.
  private func busy(_ width: Int, _ height: Int, _ language: Language = .english, everywhere: Bool = false)
    -> KeepingReader
  {
    var reader = KeepingReader(width, height, language)
    reader.type("m]aAsk the fund")
    reader.press([.enter])
    reader.type("]Ejj")
    reader.press([.enter, .down, .enter])
    // A claim that is none.
    reader.type("]EG")
    reader.press([.enter])
    reader.type("1jEj")
    reader.press([.enter, .end, .enter])
    if everywhere {
      reader.type(">T")
      reader.type("later")
      reader.press([.enter])
      reader.type("<")
    }
    return reader
  }

  @Test func nothingIsSaidToBeThere() {
    var reader = KeepingReader()
    reader.type("C")
    #expect(reader.state.overlay == nil)
    #expect(reader.state.message == "Nothing was put down yet.")
  }

  @Test func aListOfAllThatWasPutDown() {
    var wide = busy(120, 24)
    wide.type("Cj")
    expectPicture(
      wide.state,
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessa…   1 unreadable   claim 4/13
      ┏━ 1 Parties ━━━━━━━━━━━━━━━━┓┌─ 2 Article ───────────────────────────────────────────┐┌─ 3 Sources ───────────────────┐
      ┃ Target  Ostrava Ferries    ┃│    Ports and ferries                                  ││ Claim 4 of 13        c claims │
      ┃ Stage   rejected           ┃│    Varnholm turns down Quillon’s second bid for       ││                               │
      ┃                            ┃│    Ostrava Ferries, looks to Tessaly instead          ││ the article itself            │
      ┃                 says of it ┃│                                                       ││                               │
      ┃   All parties      1    13 ┃│◆-    Varnholm Group will not sell its ferry arm to    ││                               │
      ┃ ▸ Varnholm ✎       1     5 ┃│¶~    Quillon Capital. Tessaly Lines, a smaller rival, ││ manner     own voice          │
      ┃ ┏━ What you keep in this story 2 of 5 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │
      ┃ ┃  Varnholm as government                                                                               2026-11-26 ┃ │
      ┃ ┃  a claim deleted         it would pay 410 million crowns for the routes across the Sound              2026-11-26 ┃ │
      ┃ ┃  stage rumoured          Ostrava Ferries stays where it is, for now                                   2026-11-26 ┃ │
      ┃ ┃  note: Ask the fund      Tessaly Lines, a smaller rival, has reportedly been asked to take a stake    2026-11-26 ┃ │
      ┃ ┃  marked                  Varnholm Group will not sell its ferry arm to Quillon Capital                2026-11-26 ┃ │
      ┃ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ │
      ┃                            ┃│    fund from Lyme made its interest public in March,  ││ In this story          claims │
      ┃                            ┃│    when it said it would pay 410 million crowns for   ││ ▸ the article itself        8 │
      ┃                            ┃│  ▐ the routes across the Sound. Varnholm, which has   ││   Sound Courier             2 │
      ┃                            ┃│  ▐ owned the ferries since 1988, sent the offer back  ││   └ Radio Kyst              1 │
      ┃                            ┃│ -▐ on Monday. “The price does not reflect what these  ││   Daily Ledger              2 │
      ┃                            ┃│    routes will earn. Our shareholders have been clear ││   Varnholm                  1 │
      ┃                            ┃│    about that, and we see no reason to talk again     ││   Quillon Capital           - │
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────  50% ─┘└───────────────────────────────┘
       Enter go there   Esc close   ↑ ↓ line   U take back   Tab stories   ? keys
      """)
    var middle = busy(80, 24, .french)
    middle.type("C")
    expectPicture(
      middle.state,
      """
       suitor 1/5  Varnholm turns down Quillon’s se…   1 illisible   affirmation 4/13
      ┏━ 1 Parties ━━━━━━━━━━━━━┓┌─ 2 Article ───────────────────────────────────────┐
      ┃ Cible  Ostrava Ferries  ┃│    Ports and ferries                              │
      ┃               dit visée ┃│    Varnholm turns down Quillon’s second bid for   │
      ┃   Toutes        1    13 ┃│    Ostrava Ferries, looks to Tessaly instead      │
      ┃ ▸ Varnholm ✎    1     5 ┃│                                                   │
      ┃ ▸ Quillon Capi… -     5 ┃│◆-    Varnholm Group will not sell its ferry arm   │
      ┃   Tessaly Lines -     3 ┃│¶~    to Quillon Capital. Tessaly Lines, a smaller │
      ┃ ┏━ Ce que vous gardez dans cet article 1 sur 5 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │
      ┗━┃  Varnholm : gouvernement                                      2026-11-26 ┃ │
      ┌─┃  une affirmation supprimée  it would pay 410 million crowns…  2026-11-26 ┃ │
      │ ┃  étape rumeur               Ostrava Ferries stays where it…   2026-11-26 ┃ │
      │ ┃  note : Ask the fund        Tessaly Lines, a smaller rival,…  2026-11-26 ┃ │
      │ ┃  marqué                     Varnholm Group will not sell it…  2026-11-26 ┃ │
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ │
      │ sur    Varnholm, Quill… ││    Ostrava Ferries stays where it is, for now.    │
      │ Dans l’article  affirm. ││    The fund from Lyme made its interest public in │
      │ ▸ l’article lui-même  8 ││    March, when it said it would pay 410 million   │
      │   Sound Courier       2 ││    crowns for the routes across the Sound.        │
      │   └ Radio Kyst        1 ││  ▐ Varnholm, which has owned the ferries since    │
      │   Daily Ledger        2 ││ -▐ 1988, sent the offer back on Monday. “The      │
      │   Varnholm            1 ││    price does not reflect what these routes will  │
      └─────────────────────────┘└────────────────────────────────────────────  47% ─┘
       Entrée y aller  Échap fermer  ↑ ↓ ligne  U annuler  Tab articles  ? touches
      """)
    var small = busy(40, 12)
    small.type("C")
    expectPicture(
      small.state,
      """
       1/5  Varnholm turns down…   claim 4/13
      ━┫1 Parties┣━ 2 ━ 3 ━━━━━━━━━━━━━━━━━━━━
      ┏━ What you keep in this story 1 of 5 ━┓
      ┃  Varnholm as government              ┃
      ┃  a claim deleted  it would pay 410…  ┃
      ┃  stage rumoured  Ostrava Ferries st… ┃
      ┃  note: Ask the fund  Tessaly Lines,… ┃
      ┃  marked  Varnholm Group will not se… ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         Competition office           -     2

       Enter go there  Esc close  ? keys
      """)
  }

  @Test func inAllStories() {
    var reader = busy(120, 24, everywhere: true)
    reader.type("C")
    #expect(reader.state.overlay.map(count) == 5)
    reader.press([.tab])
    #expect(reader.state.overlay.map(count) == 6)
    reader.type("g")
    expectPicture(
      reader.state,
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessa…   1 unreadable   claim 4/13
      ┏━ 1 Parties ━━━━━━━━━━━━━━━━┓┌─ 2 Article ───────────────────────────────────────────┐┌─ 3 Sources ───────────────────┐
      ┃ Target  Ostrava Ferries    ┃│    Ports and ferries                                  ││ Claim 4 of 13        c claims │
      ┃ Stage   rejected           ┃│    Varnholm turns down Quillon’s second bid for       ││                               │
      ┃                            ┃│    Ostrava Ferries, looks to Tessaly instead          ││ the article itself            │
      ┃                 says of it ┃│                                                       ││                               │
      ┃   All parties      1    13 ┃│◆-    Varnholm Group will not sell its ferry arm to    ││                               │
      ┃ ▸ Varnholm ✎       1     5 ┃│¶~    Quillon Capital. Tessaly Lines, a smaller rival, ││ manner     own voice          │
      ┃ ┏━ What you keep in all stories 1 of 6 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │
      ┃ ┃  tag later               the story                                        Les Moulins d’Orvane refusent l’offre… ┃ │
      ┃ ┃  Varnholm as government                                                   Varnholm turns down Quillon’s second…  ┃ │
      ┃ ┃  a claim deleted         it would pay 410 million crowns for the routes…  Varnholm turns down Quillon’s second…  ┃ │
      ┃ ┃  stage rumoured          Ostrava Ferries stays where it is, for now       Varnholm turns down Quillon’s second…  ┃ │
      ┃ ┃  note: Ask the fund      Tessaly Lines, a smaller rival, has reportedly…  Varnholm turns down Quillon’s second…  ┃ │
      ┃ ┃  marked                  Varnholm Group will not sell its ferry arm to…   Varnholm turns down Quillon’s second…  ┃ │
      ┃ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ │
      ┃                            ┃│    when it said it would pay 410 million crowns for   ││ ▸ the article itself        8 │
      ┃                            ┃│  ▐ the routes across the Sound. Varnholm, which has   ││   Sound Courier             2 │
      ┃                            ┃│  ▐ owned the ferries since 1988, sent the offer back  ││   └ Radio Kyst              1 │
      ┃                            ┃│ -▐ on Monday. “The price does not reflect what these  ││   Daily Ledger              2 │
      ┃                            ┃│    routes will earn. Our shareholders have been clear ││   Varnholm                  1 │
      ┃                            ┃│    about that, and we see no reason to talk again     ││   Quillon Capital           - │
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────  50% ─┘└───────────────────────────────┘
       Enter go there   Esc close   ↑ ↓ line   U take back   Tab stories   ? keys
      """)
    // Enter goes to the story.
    let before = reader.state.current
    reader.press([.enter])
    #expect(reader.state.current != before)
    #expect(reader.state.overlay == nil)
  }

  private func count(_ overlay: Overlay) -> Int { if case .kept(let rows) = overlay { rows.entries.count } else { -1 } }

  @Test func enterGoesToTheWords() {
    var reader = busy(120, 36)
    reader.type("2g")
    // The claim that was deleted is found by its words, to be brought back.
    let claims = reader.story.claims.count
    reader.type("C")
    guard case .kept(let rows) = reader.state.overlay else {
      Issue.record("no list")
      return
    }
    let place = rows.entries.firstIndex { $0.deed == .delete }!
    reader.type(String(repeating: "j", count: place))
    reader.press([.enter])
    let view = reader.state.view!
    #expect(reader.state.overlay == nil)
    guard case .claim(let anchor) = rows.entries[place].subject else {
      Issue.record("no list")
      return
    }
    #expect(Anchor.find(anchor, in: reader.story.text)?.start == view.position)
    // And U on its row brings it back, whatever was done since.
    reader.type("C" + String(repeating: "j", count: place) + "U")
    #expect(reader.story.claims.count == claims + 1)
    #expect(reader.state.message == "Taken back: a claim deleted. (“it would pay 410 million crowns for the…”)")
    guard case .kept(let left) = reader.state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(left.entries.count == rows.entries.count - 1)
    #expect(!left.entries.contains { $0.deed == .delete })
    // R brings it forth again.
    reader.type("R")
    #expect(reader.story.claims.count == claims)
  }

  @Test func theLastOneTakenBackLeavesTheListOpen() {
    var reader = KeepingReader()
    reader.type("mCU")
    #expect(reader.state.draw().picture.contains("Nothing was put down yet."))
    #expect(reader.story.remarks.isEmpty)
    // There is nothing to take back or to go to any more, and q closes the list, not the program.
    reader.type("U")
    reader.press([.enter])
    reader.type("R")
    #expect(reader.story.remarks.count == 1)
    reader.type("q")
    #expect(reader.state.overlay == nil && !reader.effects.contains(.quit))
  }

  @Test func whatIsOvertakenIsNotListed() {
    var reader = KeepingReader()
    reader.type("mmmTa, b")
    reader.press([.enter])
    reader.type("T")
    reader.press([.control("u")])
    reader.type("b")
    reader.press([.enter])
    reader.type("aone")
    reader.press([.enter])
    reader.type("a two")
    reader.press([.enter])
    reader.type("C")
    guard case .kept(let rows) = reader.state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(rows.entries.map(\.deed) == [.note("one two"), .tag("b"), .mark(true)])
  }

  @Test func whatAnotherHasTakenBackAlreadyIsSaid() {
    var reader = KeepingReader()
    reader.type("mTold")
    reader.press([.enter])
    reader.type("C")
    let tag = reader.entries.last!
    // Another program is quicker by a moment; this one's key was meant for the row that shows.
    let effects = reader.state.update(.key(.character("U")))
    guard case .put(let jotting) = effects.first else {
      Issue.record("nothing put down")
      return
    }
    let other = Entry(id: "x1", deed: .undo, subject: .entry(tag.id), story: nil)
    _ = reader.state.update(.noted(Noted(stories: [], entries: [other, jotting.entry(id: "x2")], own: jotting)))
    #expect(reader.state.message == "It was taken back already.")
    #expect(reader.story.remark(on: .claim(0))?.isMarked == true)
    #expect(reader.story.remark(on: .claim(0))?.tags == [])
  }

  @Test func oneBringsBackOnesOwnFirst() {
    var reader = KeepingReader()
    reader.type("m")
    let reference = StoryReference(reader.story)
    let theirs = Entry(id: "x1", deed: .tag("theirs"), subject: .story, story: reference.key)
    _ = reader.state.update(.noted(Noted(stories: [reference], entries: [theirs])))
    reader.type("U")
    let undo = Entry(id: "x2", deed: .undo, subject: .entry("x1"), story: nil)
    _ = reader.state.update(.noted(Noted(stories: [], entries: [undo])))
    reader.type("R")
    #expect(reader.story.remark(on: .claim(0))?.isMarked == true)
    #expect(reader.story.remark(on: .story) == nil)
  }

  @Test func aClickSelectsAndAnotherGoesThere() {
    var reader = busy(120, 24)
    reader.type("C")
    let lines = reader.state.draw().picture.split(separator: "\n", omittingEmptySubsequences: false)
    let row = lines.firstIndex { $0.contains("Ask the fund") }!
    _ = reader.state.update(.mouse(Mouse(.click, at: Point(x: 30, y: row))))
    guard case .kept(let rows) = reader.state.overlay else {
      Issue.record("no list")
      return
    }
    #expect(rows.entry?.deed == .note("Ask the fund"))
    _ = reader.state.update(.mouse(Mouse(.click, at: Point(x: 30, y: row))))
    #expect(reader.state.overlay == nil)
    #expect(reader.state.view?.claim == 1)
  }

  @Test func whatIsLostIsSaid() {
    var reader = KeepingReader()
    let gone = Anchor(quote: "words that stand nowhere", before: "", after: "", start: 0)
    let reference = StoryReference(reader.story)
    let entry = Entry(id: "20261126T0900-1", deed: .mark(true), subject: .claim(gone), story: reference.key)
    _ = reader.state.update(.noted(Noted(stories: [reference], entries: [entry])))
    reader.type("C")
    #expect(reader.state.selectionInWords.contains("marked, words that stand nowhere, no longer there, 2026-11-26"))
  }
}
