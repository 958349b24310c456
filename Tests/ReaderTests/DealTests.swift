import Deals
import Display
import Stories
import Testing

@testable import Reader

/// The views on a deal across stories.
@Suite struct DealTests {
  private static let words = Contrasts(
    Array("[denying]\ndenied\n[false]\nunfounded\n[said]\nreport\n[opposite]\nfair / unfair\n[declining]\ncomment".utf8)
  )

  private func deals(_ width: Int, _ height: Int, _ keys: String, _ language: Language = .english, plain: Bool = false)
    -> ReaderState
  {
    var state = ReaderState(
      library: DealStories.library, size: Size(width: width, height: height), language: language, plain: plain,
      contrasts: { [.english: Self.words] })
    for key in typed(keys) { _ = state.update(.key(key)) }
    return state
  }

  @Test func timeline() {
    expectPicture(
      deals(80, 24, ">t"),
      """
       suitor 2/4  Quillon said to eye Ostrava Ferries                      claim 1/2
      ┏━ Timeline: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ 2031-03-02 ○ rumoured     Sound Courier ← people close to the fund ×2        ┃
      ┃    Quillon is weighing a bid for Ostrava                                     ┃
      ┃ 2031-05-14 ● └ confirmed  Quillon                                            ┃
      ┃      it had weighed the bid since winter                                     ┃
      ┃ 2031-05-14 ● offered      own voice                                          ┃
      ┃    It offers 410 million crowns for Ostrava                                  ┃
      ┃ 2031-05-14 ● rejected     Varnholm                                           ┃
      ┃    Varnholm rejects Quillon’s bid                                            ┃
      ┃                                                                              ┃
      ┃ Without a date                                                               ┃
      ┃ no date    ○ agreed       L’Écho du Val                                      ┃
      ┃    Varnholm et Quillon Capital se seraient entendus                          ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  l unfold  h fold  y copy  m mark  ? keys
      """)
    expectPicture(
      deals(120, 36, ">tl"),
      """
       suitor 2/4   Quillon said to eye Ostrava Ferries                                                             claim 1/2
      ┏━ Timeline: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ 2031-03-02 ○ rumoured     Sound Courier ← people close to the fund ×2                                                ┃
      ┃    Quillon is weighing a bid for Ostrava                                                                             ┃
      ┃ 2031-05-14 ● └ confirmed  Quillon                                                                                    ┃
      ┃      it had weighed the bid since winter                                                                             ┃
      ┃ 2031-05-14 ● offered      own voice                                                                                  ┃
      ┃    It offers 410 million crowns for Ostrava                                                                          ┃
      ┃ 2031-05-14 ● rejected     Varnholm                                                                                   ┃
      ┃    Varnholm rejects Quillon’s bid                                                                                    ┃
      ┃                                                                                                                      ┃
      ┃ Without a date                                                                                                       ┃
      ┃ no date    ○ agreed       L’Écho du Val                                                                              ┃
      ┃    Varnholm et Quillon Capital se seraient entendus                                                                  ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there   Esc close   ↑ ↓ line   l unfold   h fold   y copy   t timeline   m mark   d dossier   a note   ? keys
      """)
    expectPicture(
      deals(40, 12, ">>tjj", .french),
      """
       3/4  Quillon bids f…   affirmation 1/5
      ┏━ Chronologie : Ostrava (Quillon Ca… ━┓
      ┃ 2031-03-02 ○ rumeur  Sound Courier…  ┃
      ┃    Quillon is weighing a bid for Os… ┃
      ┃ 2031-05-14 ● └ confirmé  Quillon     ┃
      ┃      it had weighed the bid since w… ┃
      ┃ 2031-05-14 ● offre faite  propre vo… ┃
      ┃    It offers 410 million crowns for… ┃
      ┃ 2031-05-14 ● offre rejetée  Varnholm ┃
      ┃    Varnholm rejects Quillon’s bid    ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 0% ━━━┛
       Entrée y aller  ↑ ↓ ligne  ? touches
      """)
  }

  @Test func dossier() {
    expectPicture(
      deals(80, 24, ">>d"),
      """
       suitor 3/4  Quillon bids for Ostrava Ferries                         claim 1/5
      ┏━ Dossier: Quillon Capital, says 2, of it 5, 3 stories ━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ also called, in short or in full: Quillon                                    ┃
      ┃ 2031-03-02   of it  Sound Courier ← people close to the fund                 ┃
      ┃    Quillon is weighing a bid for Ostrava                                     ┃
      ┃ 2031-05-14   says   Quillon bids for Ostrava Ferries                         ┃
      ┃    it had weighed the bid since winter                                       ┃
      ┃ 2031-05-14   of it  own voice                                                ┃
      ┃    It offers 410 million crowns for Ostrava                                  ┃
      ┃ 2031-05-14   of it  Varnholm                                                 ┃
      ┃    Varnholm rejects Quillon’s bid                                            ┃
      ┃ 2031-05-14   says   Quillon bids for Ostrava Ferries                         ┃
      ┃    The price is fair                                                         ┃
      ┃ 2031-05-14   of it  Varnholm                                                 ┃
      ┃    It is unfair                                                              ┃
      ┃ no date    ~ of it  L’Écho du Val                                            ┃
      ┃    Varnholm et Quillon Capital se seraient entendus                          ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  y copy  t timeline  m mark  ? keys
      """)
    expectPicture(
      deals(120, 36, ">>d", .french),
      """
       suitor 3/4   Quillon bids for Ostrava Ferries                                                          affirmation 1/5
      ┏━ Dossier : Quillon Capital, dit 2, visée 5, 3 articles ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ appelée aussi, en court ou en entier : Quillon                                                                       ┃
      ┃ 2031-03-02   visée  Sound Courier ← people close to the fund                                                         ┃
      ┃    Quillon is weighing a bid for Ostrava                                                                             ┃
      ┃ 2031-05-14   dit    Quillon bids for Ostrava Ferries                                                                 ┃
      ┃    it had weighed the bid since winter                                                                               ┃
      ┃ 2031-05-14   visée  propre voix                                                                                      ┃
      ┃    It offers 410 million crowns for Ostrava                                                                          ┃
      ┃ 2031-05-14   visée  Varnholm                                                                                         ┃
      ┃    Varnholm rejects Quillon’s bid                                                                                    ┃
      ┃ 2031-05-14   dit    Quillon bids for Ostrava Ferries                                                                 ┃
      ┃    The price is fair                                                                                                 ┃
      ┃ 2031-05-14   visée  Varnholm                                                                                         ┃
      ┃    It is unfair                                                                                                      ┃
      ┃ sans date  ~ visée  L’Écho du Val                                                                                    ┃
      ┃    Varnholm et Quillon Capital se seraient entendus                                                                  ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Entrée y aller   Échap fermer   ↑ ↓ ligne   y copier   t chronologie   m marquer   d dossier   o sources   ? touches
      """)
    expectPicture(
      deals(40, 12, ">>dG"),
      """
       3/4  Quillon bids for Ost…   claim 1/5
      ┏━ Dossier: Quillon Capital, says 2,… ━┓
      ┃ also called, in short or in full: Q… ┃
      ┃ 2031-05-14   says  Quillon bids for… ┃
      ┃    The price is fair                 ┃
      ┃ 2031-05-14   of it  Varnholm         ┃
      ┃    It is unfair                      ┃
      ┃ no date    ~ of it  L’Écho du Val    ┃
      ┃    Varnholm et Quillon Capital se s… ┃
      ┃                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100% ━┛
       Enter go there  Esc close  ? keys
      """)
  }

  @Test func disagreement() {
    expectPicture(
      deals(80, 24, ">x"),
      """
       suitor 2/4  Quillon said to eye Ostrava Ferries                      claim 1/2
      ┏━ Disagreement: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ the second calls the first untrue                                            ┃
      ┃ 2031-03-02   Sound Courier ← people close to the fund                        ┃
      ┃    Quillon is weighing a bid for Ostrava                                     ┃
      ┃ 2031-03-02 - Varnholm                                                        ┃
      ┃    Varnholm called the report unfounded                                      ┃
      ┃                                                                              ┃
      ┃ opposite words: “fair” and “unfair”                                          ┃
      ┃ 2031-05-14   Quillon                                                         ┃
      ┃    The price is fair                                                         ┃
      ┃ 2031-05-14   Varnholm                                                        ┃
      ┃    It is unfair                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  y copy  t timeline  m mark  ? keys
      """)
    expectPicture(
      deals(120, 36, ">xjj"),
      """
       suitor 2/4   Quillon said to eye Ostrava Ferries                                                             claim 1/2
      ┏━ Disagreement: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ the second calls the first untrue                                                                                    ┃
      ┃ 2031-03-02   Sound Courier ← people close to the fund                                                                ┃
      ┃    Quillon is weighing a bid for Ostrava                                                                             ┃
      ┃ 2031-03-02 - Varnholm                                                                                                ┃
      ┃    Varnholm called the report unfounded                                                                              ┃
      ┃                                                                                                                      ┃
      ┃ opposite words: “fair” and “unfair”                                                                                  ┃
      ┃ 2031-05-14   Quillon                                                                                                 ┃
      ┃    The price is fair                                                                                                 ┃
      ┃ 2031-05-14   Varnholm                                                                                                ┃
      ┃    It is unfair                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there   Esc close   ↑ ↓ line   y copy   t timeline   m mark   d dossier   x disagreement   o sources   ? keys
      """)
    expectPicture(
      deals(40, 12, ">x"),
      """
       2/4  Quillon said to eye…    claim 1/2
      ┏━ Disagreement: Ostrava (Quillon Ca… ━┓
      ┃ the second calls the first untrue    ┃
      ┃ 2031-03-02   Sound Courier ←…        ┃
      ┃    Quillon is weighing a bid for Os… ┃
      ┃ 2031-03-02 - Varnholm                ┃
      ┃    Varnholm called the report unfou… ┃
      ┃ opposite words: “fair” and “unfair”  ┃
      ┃ 2031-05-14   Quillon                 ┃
      ┃    The price is fair                 ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 0% ━━━┛
       Enter go there  Esc close  ? keys
      """)
  }

  @Test func origins() {
    expectPicture(
      deals(80, 24, ">o"),
      """
       suitor 2/4  Quillon said to eye Ostrava Ferries                      claim 1/2
      ┏━ Who is behind it: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━┓
      ┃                                                       claims  origin  relays ┃
      ┃ Varnholm                    party, 2 stories               3       3       - ┃
      ┃ Quillon Capital             party, 1 story                 2       2       - ┃
      ┃ Sound Courier               newspaper, 1 story             1       -       1 ┃
      ┃ └ people close to the fund  unnamed, 1 story               1       1       - ┃
      ┃ L’Écho du Val               newspaper, 1 story             1       1       - ┃
      ┃ the article itself          1 story                        1       1       - ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┃                                                                              ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  y copy  t timeline  m mark  ? keys
      """)
    expectPicture(
      deals(120, 36, ">o"),
      """
       suitor 2/4   Quillon said to eye Ostrava Ferries                                                             claim 1/2
      ┏━ Who is behind it: Ostrava (Quillon Capital), 3 stories ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃                                                                                               claims  origin  relays ┃
      ┃ Varnholm                    party, 2 stories                                                       3       3       - ┃
      ┃ Quillon Capital             party, 1 story                                                         2       2       - ┃
      ┃ Sound Courier               newspaper, 1 story                                                     1       -       1 ┃
      ┃ └ people close to the fund  unnamed, 1 story                                                       1       1       - ┃
      ┃ L’Écho du Val               newspaper, 1 story                                                     1       1       - ┃
      ┃ the article itself          1 story                                                                1       1       - ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┃                                                                                                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there   Esc close   ↑ ↓ line   y copy   t timeline   m mark   d dossier   x disagreement   o sources   ? keys
      """)
    expectPicture(
      deals(40, 12, ">o"),
      """
       2/4  Quillon said to eye…    claim 1/2
      ┏━ Who is behind it: Ostrava (Quillo… ━┓
      ┃               claims  origin  relays ┃
      ┃ Varnholm           3       3       - ┃
      ┃ Quillon Capi…      2       2       - ┃
      ┃ Sound Courier      1       -       1 ┃
      ┃ └ people clo…      1       1       - ┃
      ┃ L’Écho du Val      1       1       - ┃
      ┃ the article…       1       1       - ┃
      ┃                                      ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ? keys
      """)
  }

  @Test func plain() {
    expectPicture(
      deals(60, 12, ">tj", plain: true),
      """
       suitor 2/4  Quillon said to eye Ostrava Ferri…   claim 1/2
         Timeline 2 of 5, confirmed, Ostrava (Quillon Capital)…
        2031-03-02 ~ rumoured  Sound Courier citing people clos…
           Quillon is weighing a bid for Ostrava
        2031-05-14 + - confirmed  Quillon
             it had weighed the bid since winter
        2031-05-14 + offered  own voice
           It offers 410 million crowns for Ostrava
        2031-05-14 + rejected  Varnholm
           Varnholm rejects Quillon’s bid

       Enter go there  Esc close  ↑ ↓ line  l unfold  ? keys
      """)
  }

  @Test func enterGoesToTheWordsAndTheWayBackToTheRow() {
    var state = deals(80, 24, ">tjj")
    let before = state.draw().picture
    _ = state.update(.key(.enter))
    #expect(state.current == 2)
    #expect(state.view?.claim == 1)
    #expect(state.overlay == nil)
    _ = state.update(.key(.control("o")))
    #expect(state.current == 1)
    #expect(state.draw().picture == before)
    _ = state.update(.key(.control("p")))
    #expect(state.current == 2 && state.overlay == nil)
  }

  @Test func closingChangesNothing() {
    var state = deals(80, 24, ">")
    let before = state.draw().picture
    for key in typed("tjx") + [.escape] { _ = state.update(.key(key)) }
    #expect(state.draw().picture == before)
  }

  @Test func whatWasWorkedOutIsThereWhenTheViewIsOpenedAgain() throws {
    var state = deals(80, 24, "x")
    let first = try #require(state.dealContents)
    _ = state.update([.key(.escape)])
    #expect(state.overlay == nil && state.dealContents?.rows.count == first.rows.count)
    _ = state.update([.key(.character("x"))])
    #expect(state.dealContents?.rows.count == first.rows.count)
    // Not what is of another deal, another view or other claims.
    _ = state.update([.key(.escape), .key(.character("-")), .key(.character("x"))])
    #expect(state.dealContents?.least == state.least && state.least > 0)
    _ = state.update([.key(.character("t"))])
    #expect(state.dealContents?.view.kind == .timeline)
  }

  @Test func clicksSelectAndThenGo() {
    var state = deals(80, 24, ">t")
    let row = state.draw().picture.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("rejects") }!
    let click = Mouse(.click, at: Point(x: 10, y: row))
    _ = state.update(.mouse(click))
    #expect(state.selectedDealRow?.words == "Varnholm rejects Quillon’s bid")
    _ = state.update(.mouse(click))
    #expect(state.current == 2)
    #expect(state.view?.claim == 2)
  }

  @Test func viewsGrowAsStoriesAreRead() {
    var library = DealStories.library
    let late = library.entries[2].state
    library.set(2, to: .waiting)
    var state = ReaderState(library: library, size: Size(width: 80, height: 24), language: .english)
    for key in typed(">tG") { _ = state.update(.key(key)) }
    let selected = state.selectedDealRow?.place
    let count = state.dealContents?.rows.count ?? 0
    _ = state.update(.entry(2, late))
    #expect(state.dealContents?.rows.count ?? 0 > count)
    #expect(state.selectedDealRow?.place == selected)
  }

  @Test func aStoryWithoutADealSaysSo() {
    var state = ReaderState(
      library: Library(entries: [.init(name: "weather.txt", state: .read(Stories.weather))]),
      size: Size(width: 80, height: 24), language: .english)
    _ = state.update(.key(.character("t")))
    #expect(state.message == "No deal was found in this story.")
    #expect(state.overlay == nil)
    _ = state.update(.key(.character("d")))
    #expect(state.message == "Neither a party nor a claim of one is selected.")
  }

  @Test func theRowIsCopied() {
    var state = deals(80, 24, ">tjj")
    guard case .copy(let words)? = state.update(.key(.character("y"))).first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(words.hasPrefix("“It offers 410 million crowns for Ostrava”\n"))
  }

  @Test func eventsUnfoldAndFold() {
    var state = deals(80, 24, ">tg")
    let folded = state.dealContents?.rows.count
    _ = state.update(.key(.character("l")))
    #expect(state.dealContents?.rows.count == folded)
    // Told by a third story, too.
    let told = DealStories.offer
    _ = state.update(.added([.init(name: "copy.txt", state: .read(told))]))
    #expect(state.dealContents?.rows.count == (folded ?? 0) + 1)
    _ = state.update(.key(.right))
    _ = state.update(.key(.down))
    _ = state.update(.key(.left))
    #expect(state.dealContents?.rows.count == folded)
    #expect(state.dealView?.selected == 0)
  }

  @Test func aRoundUpStepsThroughItsDeals() {
    var roundUp = DealStories.offer
    roundUp.targets.append(Party(id: "halbrook", name: Wording("Halbrook"), kind: .company, role: .target))
    var state = ReaderState(
      library: Library(entries: [.init(name: "r.txt", state: .read(roundUp))]), size: Size(width: 80, height: 24),
      language: .english)
    for key in [Key.character("t"), .tab] { _ = state.update(.key(key)) }
    #expect(state.dealContents?.subject.contains("Halbrook") == true)
    #expect(state.dealContents?.subject.hasSuffix("deal 2 of 2") == true)
    _ = state.update(.key(.backTab))
    #expect(state.dealContents?.subject.hasSuffix("deal 1 of 2") == true)
  }

  @Test func claimsLeftOutElsewhereAreLeftOutHere() {
    var doubtful = DealStories.offer
    for claim in doubtful.claims.indices { doubtful.claims[claim].confidence = claim == 1 ? 0.9 : 0.3 }
    let state = ReaderState(
      library: Library(entries: [.init(name: "r.txt", state: .read(doubtful))]), size: Size(width: 80, height: 24),
      language: .english, from: 0.5)
    var timeline = state
    _ = timeline.update(.key(.character("t")))
    #expect(timeline.dealContents?.rows.map(\.label) == ["offered"])
    var origins = state
    _ = origins.update(.key(.character("o")))
    #expect(origins.dealContents?.rows.map(\.label) == ["the article itself"])
  }

  /// A view that was opened from another one is a way like any other: back leads to where one was in the first.
  @Test func backFromAViewToTheViewBefore() {
    var state = deals(80, 24, ">")
    let keys: [Key] = [.character("o"), .down, .character("t")]
    for key in keys { _ = state.update(.key(key)) }
    #expect(state.dealView?.kind == .timeline)
    _ = state.update(.key(.control("o")))
    #expect(state.dealView?.kind == .origins)
    #expect(state.dealView?.selected == 1)
    #expect(state.message == nil)
    _ = state.update(.key(.control("p")))
    #expect(state.dealView?.kind == .timeline)
  }
}
