import Display
import Stories
import Testing

@testable import Reader

/// The search across stories.
@Suite struct FinderTests {
  /// A reader in whose search across stories `query` was typed.
  private func finder(
    _ query: String, _ width: Int = 80, _ height: Int = 24, _ language: Language = .english, plain: Bool = false
  ) -> ReaderState {
    reader(width, height, language, keys: typed("S" + query), plain: plain)
  }

  /// The words of the rows that were found.
  private func rows(_ state: ReaderState) -> [String] {
    let results = state.finder.results
    return (0..<results.count).compactMap { place in
      let row = results[place]
      guard let story = state.library.story(row.entry) else { return nil }
      return row.claim.map { story.text.string(story.claims[$0].span) } ?? "text of \(story.name)"
    }
  }

  @Test func findsClaimsAsOneTypes() {
    var state = finder("varn")
    let some = rows(state).count
    #expect(some == 3)
    for key in typed(" certainty:denied night") { _ = state.update(.key(key)) }
    #expect(rows(state) == ["Varnholm has no plan to close the night route"])
    for _ in 0..<" night".count { _ = state.update(.key(.backspace)) }
    #expect(rows(state).count > 1 && rows(state).count < some)
    _ = state.update(.key(.control("u")))
    #expect(state.finder.words == "" && state.finder.results.count == 0)
    _ = state.update(.pasted("tessaly\n asked"))
    #expect(state.finder.words == "tessaly asked" && rows(state).count == 1)
  }

  @Test func goesToTheClaimAndComesBack() {
    var state = reader(80, 24, keys: typed(">>"))
    let before = state.place
    for key in typed("Snight") + [.enter] { _ = state.update(.key(key)) }
    #expect(state.overlay == nil && state.current == 0 && state.focus == .article)
    #expect(state.view?.claim == 8 && state.view?.claimShows == true)
    let end = state.place
    _ = state.update(.key(.control("o")))
    #expect(state.current == before.story && state.context == .found)
    #expect(state.finder.words == "night" && rows(state).count == 1)
    _ = state.update(.key(.control("p")))
    #expect(state.place == end)
  }

  @Test func theWayBackLeadsToTheRowAndOn() {
    var state = reader(80, 24, keys: typed(">>"))
    let start = state.place
    for key in typed("Svarn") + [.down, .enter] { _ = state.update(.key(key)) }
    // Another search comes between.
    for key in [Key.character("S"), .control("u")] + typed("night") + [.escape] { _ = state.update(.key(key)) }
    #expect(state.overlay == nil && state.finder.words == "night")
    _ = state.update(.key(.control("o")))
    #expect(state.overlay == .finder && state.finder.words == "varn" && state.finder.selected == 1)
    _ = state.update(.key(.character("j")))
    #expect(state.context == .found && state.finder.selected == 2)
    _ = state.update(.key(.control("o")))
    #expect(state.overlay == nil && state.place.story != start.story)
  }

  @Test func keepsTheSelectedRow() {
    var state = finder("varn")
    for key in [Key.down, .down, .enter, .character("S")] { _ = state.update(.key(key)) }
    #expect(state.finder.selected == 2 && state.finder.words == "varn")
  }

  @Test func goesToAClaimThatTheStoryIsNarrowedAwayFrom() {
    var state = reader(80, 24, keys: typed("1jj") + [.enter])
    #expect(state.view?.filter != .all)
    for key in typed("Snight") + [.enter] { _ = state.update(.key(key)) }
    #expect(state.view?.filter == .all && state.view?.claim == 8)
  }

  @Test func theListHasTheKeysOfLists() {
    var state = finder("varn")
    #expect(state.context == .query)
    _ = state.update(.key(.tab))
    #expect(state.context == .found)
    for key in typed("jjk") { _ = state.update(.key(key)) }
    #expect(state.finder.selected == 1)
    _ = state.update(.key(.character("G")))
    #expect(state.finder.selected == state.finder.results.count - 1)
    _ = state.update(.key(.character("g")))
    #expect(state.finder.selected == 0)
    _ = state.update(.key(.character("/")))
    #expect(state.context == .query)
    _ = state.update(.key(.pageDown))
    #expect(state.finder.selected > 0)
    _ = state.update(.key(.escape))
    #expect(state.overlay == nil)
  }

  @Test func looksInTheWholeText() {
    var state = finder("rained aalby")
    #expect(state.finder.results.count == 0 && state.finder.inText == 1)
    _ = state.update(.key(.control("t")))
    #expect(state.finder.words == "in:text rained aalby")
    #expect(rows(state) == ["text of weather.txt"])
    _ = state.update(.key(.enter))
    #expect(state.current == 3 && state.view?.search?.words == "rained" && state.view?.position == 3)
    for key in [Key.character("S"), .control("t")] { _ = state.update(.key(key)) }
    #expect(state.finder.words == "rained aalby" && state.finder.results.count == 0)
  }

  @Test func saysWhatIsWrong() {
    let state = finder("certainty:sure")
    #expect(state.finder.error != nil && state.finder.results.count == 0)
    #expect(state.draw().picture.contains("“sure” is none of asserted"))
  }

  @Test func theFormComesAndGoes() {
    var state = finder("varn?", 40, 12)
    #expect(state.context == .queryForm)
    for key in typed("jG") { _ = state.update(.key(key)) }
    #expect(state.draw().picture.contains("manner:"))
    _ = state.update(.key(.escape))
    #expect(state.context == .query && state.finder.words == "varn")
  }

  @Test func leavesOutClaimsThatAreTooUnsure() {
    var library = Stories.library
    var story = Stories.harbour
    for index in story.claims.indices { story.claims[index].confidence = index == 8 ? 0.9 : 0.4 }
    library.set(0, to: .read(story))
    let state = reader(80, 24, library: library, keys: typed("-Svarn"))
    #expect(rows(state) == ["Varnholm has no plan to close the night route"])
  }

  @Test func seesStoriesThatCome() {
    var state = reader(80, 24, library: Library(entries: [.init(name: "a.txt")]), keys: typed("Svarn"))
    // With one story there is nothing to search across, but the key works all the same.
    #expect(state.finder.results.count == 0)
    _ = state.update(.entry(0, .read(Stories.harbour)))
    #expect(state.finder.results.count == 3)
    _ = state.update(.key(.down))
    _ = state.update(.added([.init(name: "b.txt", state: .read(Stories.moulins))]))
    #expect(state.finder.selected == 1)
    _ = state.update(.entry(0, .failed("Gone.")))
    #expect(state.finder.results.count == 0 && state.finder.selected == 0)
  }

  @Test func theMouseSelectsAndOpens() {
    var state = finder("varn")
    func click(_ words: String) {
      for layer in state.draw().layers where layer.name == "search all" {
        for y in 0..<layer.canvas.size.height {
          let row = String(layer.canvas.row(y).map(\.glyph))
          guard let found = row.range(of: words) else { continue }
          let x = row.distance(from: row.startIndex, to: found.lowerBound)
          _ = state.update(.mouse(Mouse(.click, at: Point(x: layer.origin.x + x, y: layer.origin.y + y))))
          return
        }
      }
      Issue.record("nothing says \(words)")
    }
    click("Varnholm has no plan")
    #expect(state.finder.selected > 0 && state.overlay == .finder)
    _ = state.update(.mouse(Mouse(.wheelDown, at: Point(x: 20, y: 8))))
    click("Varnholm has no plan")
    #expect(state.overlay == nil && state.view?.claim == 8)
  }

  @Test func nothingIsInvisibleInPlain() {
    let state = finder("night", plain: true)
    #expect(state.draw().picture.contains("Search all stories 1 of 1: 2031-05-14, denied, Sound Courier"))
  }

  // MARK: Pictures

  @Test func picture() {
    expectPicture(
      finder("varn certainty:denied"),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ ┏━ Search all stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ ┃
      │ ┃ / varn certainty:denied                                                  ┃ ┃
      │ ┃ 2 claims in 1 story                                                      ┃ ┃
      │ ┃▸ - Varnholm Group will not sell its ferry arm to Quillon Capital         ┃ ┃
      │ ┃    2031-05-14 · own voice · denied · rejected · Varnholm turns down Qui… ┃ ┃
      │ ┃  - Varnholm has no plan to close the night route                         ┃ ┃
      │ ┃    2031-05-14 · Sound Courier · denied · Varnholm turns down Quillon’s…  ┃ ┃
      └─┃                                                                          ┃ ┃
      ┌─┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  47% ━┛
       Enter go there  Esc close  ↑ ↓ row  Tab list  Ctrl-T in text  ? form
      """)
  }

  @Test func widePicture() {
    expectPicture(
      finder("quillon -night", 120, 36),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessa…   1 unreadable   claim 1/14
      ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
      │ ┏━ Search all stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ │
      │ ┃ / quillon -night                                                                                                 ┃ │
      │ ┃ 3 claims in 1 story                                                                                              ┃ │
      │ ┃▸ - Varnholm Group will not sell its ferry arm to Quillon Capital                                                 ┃ │
      │ ┃    2031-05-14 · own voice · denied · rejected · Varnholm turns down Quillon’s second bid for Ostrava Ferries, l… ┃ │
      │ ┃  o With the ferries in hand, Quillon would have controlled four of the six crossings                             ┃ │
      │ ┃    2031-05-14 · own voice · hypothetical · Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks…  ┃ │
      │ ┃    its director once sat on the board of Quillon                                                                 ┃ │
      │ ┃    2031-05-14 · Daily Ledger · asserted · Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks t… ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┃                                                                                                                  ┃ │
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ │
      └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  80% ━┛└───────────────────────────────┘
       Enter go there   Esc close   ↑ ↓ row   Tab list   Ctrl-T in text   ? form
      """)
  }

  @Test func smallPicture() {
    expectPicture(
      finder("varn", 40, 12, .french),
      """
       1/5  Varnholm turn…   affirmation 1/14
      ┏━ Chercher partout ━━━━━━━━━━━━━━━━━━━┓
      ┃ / varn                               ┃
      ┃ 3 affirmations dans 1 article        ┃
      ┃▸ - Varnholm Group will not sell its… ┃
      ┃    2031-05-14 · propre voix · démen… ┃
      ┃    Varnholm, which has owned the fe… ┃
      ┃    2031-05-14 · propre voix · affir… ┃
      ┃  - Varnholm has no plan to close th… ┃
      ┃    2031-05-14 · Sound Courier · dém… ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Entrée y aller  Échap fermer  ? forme
      """)
  }

  @Test func formPicture() {
    expectPicture(
      reader(80, 24, .french, keys: typed("S?")),
      """
       suitor 1/5  Varnholm turns down Quillon’s se…   1 illisible   affirmation 1/14
      ┌─┏━ Ce qu’une recherche peut dire ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓━┓
      │ ┃ Tout doit être vrai à la fois                                            ┃ ┃
      │ ┃  offre                     un mot de l’affirmation commence ainsi        ┃ ┃
      │ ┃  "une offre"               exactement ces mots côte à côte               ┃ ┃
      │ ┃  -offre                    pas cela ; de même devant un champ            ┃ ┃
      │ ┃  partie:oracle             affirmations d’une partie ou sur elle         ┃ ┃
      │ ┃  sur:oracle                affirmations sur une partie                   ┃ ┃
      │ ┃  source:reuters,afp        qui le dit, à tout rang de la filière         ┃ ┃
      └─┃  degré:démenti,rapporté    degré de l’affirmation                        ┃ ┃
      ┌─┃  étape:pourparlers         étape où elle place le rachat                 ┃ ┃
      │ ┃  forme:directe             comment c’est dit                             ┃ ┃
      │ ┃  date:2020-09..2020-12-08  jour, mois, année ou période                  ┃ ┃
      │ ┃  rachat:tiktok             ce qui est racheté                            ┃ ┃
      │ ┃  média:"les échos"         qui a publié l’article                        ┃ ┃
      │ ┃  note:"à vérifier"         mots d’une note, aussi sur partie ou article  ┃ ┃
      │ ┃  étiquette:urgent          étiquette, aussi de partie ou d’article       ┃ ┃
      │ ┃  est:marqué                marqué, noté, corrigé, lu ou non-lu           ┃ ┃
      │ ┃  dans:texte                mots des affirmations, ou tout le texte       ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃ Valeurs ; la virgule veut dire ou                                        ┃ ┃
      │ ┃  degré:                    affirmé, démenti, rapporté, incertain,        ┃ ┃
      └─┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 80% ━━┛━┛
       Échap fermer  ↑ ↓ ligne
      """)
  }

  @Test func textPicture() {
    expectPicture(
      finder("in:text booking", 80, 24),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ ┏━ Search all stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ ┃
      │ ┃ / in:text booking                                                        ┃ ┃
      │ ┃ in the text of 1 story                                                   ┃ ┃
      │ ┃▸   … to hand over its booking system. Tessaly is said to have been pick… ┃ ┃
      │ ┃    2031-05-14 · Varnholm turns down Quillon’s second bid for Ostrava Fe… ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      └─┃                                                                          ┃ ┃
      ┌─┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  47% ━┛
       Enter go there  Esc close  Tab list  Ctrl-T in text  ? form
      """)
  }

  @Test func matchesAreMarked() {
    let canvas = finder("terminals run").draw().layers.first { $0.name == "search all" }?.canvas
    let marked = (0..<(canvas?.size.height ?? 0)).map { y in
      String((canvas?.row(y) ?? []).filter { $0.style.ground == .match }.map(\.glyph))
    }
    #expect(marked.filter { !$0.isEmpty } == ["runterminals"])
  }
}
