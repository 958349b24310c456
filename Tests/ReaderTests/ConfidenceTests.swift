import Display
import Stories
import Testing

@testable import Reader

/// How sure claims are: fewer and more of them, the doubtful ones, and why each is one.
@Suite struct ConfidenceTests {
  /// The harbour story as a reading has it, with a confidence for each claim.
  private static let harbour: Story = {
    var story = Stories.harbour
    let confidences = [0.95, 0.92, 0.76, 0.97, 0.85, 0.98, 0.43, 0.9, 0.66, 0.55, 0.9, 0.91, 0.72, 0.28]
    for (index, confidence) in confidences.enumerated() { story.claims[index].confidence = confidence }
    return story
  }()
  /// Another story, of which nothing is sure.
  private static let moulins: Story = {
    var story = Stories.moulins
    for index in story.claims.indices { story.claims[index].confidence = 0.4 }
    return story
  }()
  private static let library = Library(entries: [
    .init(name: harbour.name, state: .read(harbour)), .init(name: moulins.name, state: .read(moulins)),
  ])

  private func open(
    _ width: Int = 120, _ height: Int = 36, _ language: Language = .english, keys: [Key] = [], from least: Double = 0
  ) -> ReaderState {
    var state = ReaderState(
      library: Self.library, size: Size(width: width, height: height), language: language, from: least)
    for key in keys { _ = state.update(.key(key)) }
    return state
  }

  private func press(_ state: inout ReaderState, _ keys: String) {
    for key in typed(keys) { _ = state.update(.key(key)) }
  }

  @Test func onesOwnMarkStandsBeforeTheDoubt() throws {
    var reader = KeepingReader(120, 36, library: Self.library)
    reader.type(String(repeating: "]", count: 6))
    try #require(reader.claim.isDoubtful)
    let margins = { (picture: String) in "¿◆".map { mark in picture.count { $0 == mark } } }
    let before = margins(reader.state.draw().picture)
    reader.type("m")
    // The other is in the card of the claim.
    #expect(margins(reader.state.draw().picture) == [before[0] - 1, before[1] + 2])
  }

  // MARK: Fewer and more

  @Test(arguments: [["-", "+"], ["_", "="]]) func minusLeavesOutAndPlusBringsBack(keys: [String]) {
    var state = open()
    #expect(state.view?.counted.count == 14)
    for (least, count) in [(0.5, 12), (0.6, 11), (0.7, 10), (0.8, 8), (0.9, 7)] {
      press(&state, keys[0])
      #expect(state.least == least)
      #expect(state.view?.counted.count == count)
      #expect(state.view?.visited.count == count)
      #expect(state.message?.contains("\(14 - count) left out") == true)
    }
    press(&state, keys[0])
    #expect(state.message == Phrase.surest[.english])
    for least in [0.8, 0.7, 0.6, 0.5, 0] {
      press(&state, keys[1])
      #expect(state.least == least)
    }
    #expect(state.view?.counted.count == 14)
    press(&state, keys[1])
    #expect(state.message == Phrase.allShow[.english])
  }

  @Test func aClaimKeepsItsNumberHoweverManyShow() {
    var state = open(keys: typed("]]]]]]]"))
    #expect(state.draw().picture.contains("Claim 8 of 14"))
    press(&state, "-----")
    // The status line tells the place among those that show.
    #expect(state.view?.claim == 7 && state.draw().picture.contains("Claim 8 of 14"))
    #expect(state.draw().picture.contains("/7"))
    press(&state, "c")
    #expect(state.draw().picture.contains("▸  8"))
  }

  @Test func theCurrentClaimStaysWhileItCan() {
    var state = open(keys: typed("]]]]]]"))
    #expect(state.view?.claim == 6)
    press(&state, "-")
    // The next one that counts takes its place.
    #expect(state.view?.claim == 7)
    press(&state, "-----")
    #expect(state.view?.claim == 7)
    #expect(state.view?.claimShows == true)
    press(&state, "]")
    #expect(state.view?.claim == 10)
  }

  @Test func listsCountWhatIsLeft() throws {
    var state = open(keys: typed("------"))
    let view = try #require(state.view)
    #expect(view.index.about == [2, 3, 3, 0])
    #expect(view.index.says == [1, 1, 0, 0])
    #expect(view.index.sources.first?.claims == 5)
    press(&state, "++++++")
    #expect(state.view?.index.about == [5, 6, 3, 2])
  }

  @Test func aFilterHoldsAsLongAsItAdmitsAny() throws {
    // To the Daily Ledger, whose two claims are 72 and 28 percent sure.
    var state = open()
    let row = try #require(state.view?.index.sources.firstIndex { $0.source == 4 })
    press(&state, "3g")
    for _ in 0..<row { _ = state.update(.key(.down)) }
    _ = state.update(.key(.enter))
    #expect(state.view?.visited == [12, 13])
    press(&state, "---")
    #expect(state.view?.visited == [12])
    #expect(state.view?.filter == .source(4))
    press(&state, "-")
    #expect(state.least == 0.7)
    #expect(state.message == Phrase.noneFrom(0.8, "Daily Ledger")[.english])
  }

  @Test func holdsForOtherStoriesToo() {
    var state = open(keys: typed("-"))
    press(&state, ">")
    #expect(state.view?.counted.isEmpty == true)
    #expect(state.view?.claim == nil)
    #expect(state.draw().picture.contains("No claim is as sure as 50%."))
    press(&state, "]")
    #expect(state.message == Phrase.noneFrom(0.5, nil)[.english])
    press(&state, "+")
    #expect(state.view?.claim == 0)
    press(&state, "<")
    #expect(state.view?.counted.count == 14)
  }

  @Test func escapeGoesBackToWhatTheCommandAskedFor() {
    var state = open(keys: typed("--"), from: 0.55)
    #expect(state.least == 0.7)
    press(&state, "/ferry")
    _ = state.update(.key(.enter))
    press(&state, "z")
    for _ in 0..<2 { _ = state.update(.key(.escape)) }
    #expect(state.view?.search == nil && !state.zoomed)
    #expect(state.least == 0.7)
    _ = state.update(.key(.escape))
    #expect(state.least == 0.55)
    press(&state, "+")
    #expect(state.least == 0.5)
    press(&state, "+")
    #expect(state.least == 0)
    press(&state, "-")
    #expect(state.least == 0.5)
  }

  @Test func keysShowOnlyWhereTheyDoSomething() {
    #expect(open(160, 40).works(.fewerClaims))
    #expect(!open(160, 40).works(.moreClaims))
    #expect(open(160, 40, keys: typed("-")).works(.moreClaims))
    #expect(!reader(160, 40).works(.fewerClaims))
  }

  // MARK: Doubt

  @Test func aDoubtfulClaimIsMarkedWithoutColour() {
    let state = open(keys: typed("]]]]]]"))
    expectPicture(state, doubtful120)
    expectPicture(open(80, 24, keys: typed("]]]]]]")), doubtful80)
    expectPicture(open(40, 12, .french, keys: typed("]]]]]]-")), threshold40)
  }

  @Test func itsWordsAreFaint() {
    let cells = open(keys: typed("]]]]]]]")).draw()
    let article = cells.layers.first { $0.name == "article" }
    #expect(article?.canvas.cells.contains { $0.style.attributes.contains([.dim, .italic]) } == true)
  }

  @Test func aCopySaysThatItIsDoubtful() {
    #expect(citation(of: 6, in: Self.harbour, .english).contains("hypothetical, doubtful)"))
    #expect(!citation(of: 5, in: Self.harbour, .english).contains("doubtful"))
  }

  // MARK: Why

  private static let reasons = Reasons(
    ground: .cue,
    decision: .init(
      strength: 5, frame: .saying, rule: .clause, likelihood: 0.974, exact: 0.881,
      features: [
        .init(name: "noneRule clause", weight: 1.21), .init(name: "startEnd next R end", weight: 0.66),
        .init(name: "noneOdds 5", weight: 0.55), .init(name: "gap 0", weight: 0.5),
        .init(name: "after2 . S<", weight: -0.9), .init(name: "bias", weight: -0.54),
      ],
      runnerUp: .init(words: [Stories.harbour.claims[3].span], probability: 0.09)))

  private func asked(_ width: Int, _ height: Int, _ language: Language = .english) -> ReaderState {
    var state = open(width, height, language, keys: typed("]]]w"))
    _ = state.update(.reasons(Self.reasons, story: 0, claim: 3))
    return state
  }

  @Test func wAsksTheProgramAroundTheReader() {
    var state = open(keys: typed("]]]"))
    #expect(state.update(.key(.character("w"))) == [.explain(story: 0, claim: 3)])
    #expect(state.draw().picture.contains("Working it out …"))
    // An answer about something else is none.
    _ = state.update(.reasons(Self.reasons, story: 0, claim: 2))
    #expect(state.explained?.reasons == nil)
    _ = state.update(.reasons(Self.reasons, story: 0, claim: 3))
    #expect(state.explained?.reasons == Self.reasons)
  }

  @Test(arguments: [Key.escape, .character("q"), .character("w")]) func closesAndIsWhereOneWas(key: Key) {
    var state = asked(120, 36)
    let claim = state.view?.claim
    _ = state.update(.key(key))
    #expect(state.overlay == nil)
    #expect(state.view?.claim == claim)
  }

  @Test func saysWhyOnEveryScreen() {
    expectPicture(asked(120, 36), why120)
    expectPicture(asked(80, 24), why80)
    expectPicture(asked(40, 12, .french), why40)
  }

  @Test func scrollsWhereItDoesNotFit() {
    var state = asked(40, 12)
    _ = state.update(.key(.end))
    #expect(state.draw().picture.contains("-0.54 bias"))
    _ = state.update(.key(.home))
    #expect(state.draw().picture.contains("it would pay 410 million"))
  }
}

private let doubtful120 = """
   suitor 1/2   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly instead         claim 7/14
  ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
  │ Target  Ostrava Ferries    │┃    Ports and ferries                                  ┃│ Claim 7 of 14        c claims │
  │ Stage   rejected           │┃    Varnholm turns down Quillon’s second bid for       ┃│                               │
  │                            │┃    Ostrava Ferries, looks to Tessaly instead          ┃│ the article itself            │
  │                 says of it │┃                                                       ┃│                               │
  │   All parties      2    14 │┃ -    Varnholm Group will not sell its ferry arm to    ┃│                               │
  │   Varnholm         1     5 │┃ ~    Quillon Capital. Tessaly Lines, a smaller rival, ┃│ manner      own voice         │
  │     seller                 │┃      has reportedly been asked to take a stake.       ┃│ certainty   hypothetical    o │
  │ ▸ Quillon Capital  1     6 │┃                                                       ┃│ confidence  43%, doubtful     │
  │     bidder                 │┃    (Photo: A. Lind / Kystfoto)                        ┃│ stage       -                 │
  │   Tessaly Lines    -     3 │┃                                                       ┃│ cue         -                 │
  │     partner                │┃    Aalby, 14 May                                      ┃│ about       Quillon Capital   │
  │   Competition off… -     2 │┃                                                       ┃│                               │
  │     regulator              │┃    Ostrava Ferries stays where it is, for now. The    ┃│                               │
  │                            │┃    fund from Lyme made its interest public in March,  ┃│                               │
  │                            │┃    when it said it would pay 410 million crowns for   ┃│ In this story          claims │
  │                            │┃    the routes across the Sound. Varnholm, which has   ┃│ ▸ the article itself        8 │
  │                            │┃    owned the ferries since 1988, sent the offer back  ┃│   Sound Courier             2 │
  │                            │┃ -  on Monday. “The price does not reflect what these  ┃│   └ Radio Kyst              1 │
  │                            │┃    routes will earn. Our shareholders have been clear ┃│   Daily Ledger              2 │
  │                            │┃    about that, and we see no reason to talk again     ┃│   Quillon Capital           1 │
  │                            │┃    this year”, Varnholm said in a statement.          ┃│   Varnholm                  1 │
  │                            │┃                                                       ┃│                               │
  │                            │┃¿o▐ With the ferries in hand, Quillon would have       ┃│                               │
  │                            │┃  ▐ controlled four of the six crossings. Whether the  ┃│                               │
  │                            │┃    competition office would have let that pass is     ┃│                               │
  │                            │┃ ?  another matter. Could a merger of two neighbours   ┃│                               │
  │                            │┃    fare any better?                                   ┃│                               │
  │                            │┃                                                       ┃│                               │
  │                            │┃ -  According to the Sound Courier, Varnholm has no    ┃│                               │
  │                            │┃    plan to close the night route. Citing the harbour  ┃│                               │
  │                            │┃ -  broadcaster Radio Kyst, the paper adds that the    ┃│                               │
  │                            │┃    group does not intend to hand over its booking     ┃│                               │
  └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  80% ━┛└───────────────────────────────┘
   [ ] claim   Tab pane   { } mention   / search   Enter take claim   c claims   y copy   s stories   ? keys   q quit
  """
private let doubtful80 = """
   suitor 1/2  Varnholm turns down Quillon’s second bid for Ostrava…   claim 7/14
  ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
  │ Target  Ostrava Ferries │┃                                                   ┃
  │              says of it │┃    Ostrava Ferries stays where it is, for now.    ┃
  │   All parties   2    14 │┃    The fund from Lyme made its interest public in ┃
  │   Varnholm      1     5 │┃    March, when it said it would pay 410 million   ┃
  │ ▸ Quillon Capi… 1     6 │┃    crowns for the routes across the Sound.        ┃
  │   Tessaly Lines -     3 │┃    Varnholm, which has owned the ferries since    ┃
  │   Competition…  -     2 │┃ -  1988, sent the offer back on Monday. “The      ┃
  └─────────────────────────┘┃    price does not reflect what these routes will  ┃
  ┌─ 3 Sources ─────────────┐┃    earn. Our shareholders have been clear about   ┃
  │ the article itself      │┃    that, and we see no reason to talk again this  ┃
  │ own voice, hypotheti… o │┃    year”, Varnholm said in a statement.           ┃
  │ 43% sure, doubtful      │┃                                                   ┃
  │ stage -                 │┃¿o▐ With the ferries in hand, Quillon would have   ┃
  │ cue   -                 │┃  ▐ controlled four of the six crossings. Whether  ┃
  │ about Quillon Capital   │┃    the competition office would have let that     ┃
  │ In this story    claims │┃ ?  pass is another matter. Could a merger of two  ┃
  │ ▸ the article itself  8 │┃    neighbours fare any better?                    ┃
  │   Sound Courier       2 │┃                                                   ┃
  │   └ Radio Kyst        1 │┃ -  According to the Sound Courier, Varnholm has   ┃
  │   Daily Ledger        2 │┃    no plan to close the night route. Citing the   ┃
  └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  76% ━┛
   [ ] claim  Tab pane  { } mention  / search  Enter take claim  ? keys  q quit
  """
private let threshold40 = """
   1/2  Varnholm turn…   affirmation 7/12
  ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━  68% ━
     again this year”, Varnholm said in a
     statement.

     With the ferries in hand, Quillon
     would have controlled four of the six
     crossings. Whether the competition
     office would have let that pass is
  ?▐ another matter. Could a merger of two
   Affirmations sûres dès 50 % ; 2
   omises.
  """
private let why120 = """
   suitor 1/2   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly instead         claim 4/14
  ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
  │ Target  Ostrava Ferries    │┃    Ports and ferries                                  ┃│ Claim 4 of 14        c claims │
  │ Stage   rejected           │┃    Varnholm turns down Quillon’s second bid for       ┃│                               │
  │                            │┃    Ostrava Ferries, looks to Tessaly instead          ┃│ Quillon Capital         party │
  │                 says of it │┃                                                       ┃│                               │
  │   All parties      2    14 │┃ -    Varnholm Group will not sell its ferry arm to    ┃│                               │
  │   Varnholm         1     5 │┃ ~    Quillon Capital. Tessaly Lines, a smaller rival, ┃│ manner      indirect          │
  │     seller                 │┃      has reportedly been asked to take a stake.       ┃│ certainty   asserted          │
  │ ▸ Quillon Capital  1     6 │┃                                                       ┃│ confidence  97%               │
  │     bidder      ┏━ Why claim 4 of 14 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ffered           │
  │   Tessaly Lines ┃ it would pay 410 million crowns for the routes across the Sound                  ┃aid              │
  │     partner     ┃                                                                                  ┃uillon Capital   │
  │   Competition of┃ found    a cue attributes it                                                     ┃                 │
  │     regulator   ┃ cue      said: takes a quotation or clause; strength 5/5                         ┃rice 410 millio… │
  │                 ┃ rule     a clause behind the cue                                                 ┃                 │
  │                 ┃ likely   97%, just these words 88%                                               ┃          claims │
  │                 ┃ else     9% “it would pay 410 million crowns for the routes across the Sound”    ┃ itself        8 │
  │                 ┃ sure     97%                                                                     ┃er             2 │
  │                 ┃ for      +1.21 noneRule clause                                                   ┃t              1 │
  │                 ┃          +0.66 startEnd next R end                                               ┃r              2 │
  │                 ┃          +0.55 noneOdds 5                                                        ┃ital           1 │
  │                 ┃          +0.50 gap 0                                                             ┃               1 │
  │                 ┃ against  -0.90 after2 . S<                                                       ┃                 │
  │                 ┃          -0.54 bias                                                              ┃                 │
  │                 ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛                 │
  │                            │┃    competition office would have let that pass is     ┃│                               │
  │                            │┃ ?  another matter. Could a merger of two neighbours   ┃│                               │
  │                            │┃    fare any better?                                   ┃│                               │
  │                            │┃                                                       ┃│                               │
  │                            │┃ -  According to the Sound Courier, Varnholm has no    ┃│                               │
  │                            │┃    plan to close the night route. Citing the harbour  ┃│                               │
  │                            │┃ -  broadcaster Radio Kyst, the paper adds that the    ┃│                               │
  │                            │┃    group does not intend to hand over its booking     ┃│                               │
  └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  80% ━┛└───────────────────────────────┘
   Esc close   ↑ ↓ line   ? keys
  """
private let why80 = """
   suitor 1/2  Varnholm turns down Quillon’s second bid for Ostrava…   claim 4/14
  ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
  │ Target  Ostrava Ferries │┃    Ports and ferries                              ┃
  │ ┏━ Why claim 4 of 14 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ ┃
  │ ┃ it would pay 410 million crowns for the routes across the Sound          ┃ ┃
  │ ┃                                                                          ┃ ┃
  │ ┃ found    a cue attributes it                                             ┃ ┃
  │ ┃ cue      said: takes a quotation or clause; strength 5/5                 ┃ ┃
  │ ┃ rule     a clause behind the cue                                         ┃ ┃
  └─┃ likely   97%, just these words 88%                                       ┃ ┃
  ┌─┃ else     9% “it would pay 410 million crowns for the routes across the   ┃ ┃
  │ ┃          Sound”                                                          ┃ ┃
  │ ┃ sure     97%                                                             ┃ ┃
  │ ┃ for      +1.21 noneRule clause                                           ┃ ┃
  │ ┃          +0.66 startEnd next R end                                       ┃ ┃
  │ ┃          +0.55 noneOdds 5                                                ┃ ┃
  │ ┃          +0.50 gap 0                                                     ┃ ┃
  │ ┃ against  -0.90 after2 . S<                                               ┃ ┃
  │ ┃          -0.54 bias                                                      ┃ ┃
  │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ ┃
  │ ▸ Quillon Capital     1 │┃ -  1988, sent the offer back on Monday. “The      ┃
  │   Varnholm            1 │┃    price does not reflect what these routes will  ┃
  └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  47% ━┛
   Esc close  ↑ ↓ line  ? keys
  """
private let why40 = """
   1/2  Varnholm turn…   affirmation 4/14
  ┏━ Pourquoi l’affirmation 4 sur 14 ━━━━┓
  ┃ it would pay 410 million crowns for  ┃
  ┃ the routes across the Sound          ┃
  ┃                                      ┃
  ┃ trouvée   un indice l’attribue       ┃
  ┃ indice    said: prend une citation   ┃
  ┃           ou une proposition; force  ┃
  ┃           5/5                        ┃
  ┃ règle     proposition après l’indice ┃
  ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 42% ━━┛
   Échap fermer  ↑ ↓ ligne  ? touches
  """
