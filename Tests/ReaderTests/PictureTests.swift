import Display
import Stories
import Testing

@testable import Reader

/// Whole pictures of the invented stories.
@Suite struct PictureTests {
  @Test func threeColumns() {
    expectPicture(
      reader(120, 36, .english, keys: typed("JJJJJJJJJ")),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tess…   1 unreadable   claim 10/14
      ┌─ 1 Parties ────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ───────────────────┐
      │ Target  Ostrava Ferries    │┃    (Photo: A. Lind / Kystfoto)                        ┃│ Claim 10 of 14       c claims │
      │ Stage   rejected           │┃                                                       ┃│                               │
      │                            │┃    Aalby, 14 May                                      ┃│ Sound Courier       newspaper │
      │                 says of it │┃                                                       ┃│ └ Radio Kyst  origin          │
      │   All parties      2    14 │┃    Ostrava Ferries stays where it is, for now. The    ┃│   broadcaster                 │
      │ ▸ Varnholm         1     5 │┃    fund from Lyme made its interest public in March,  ┃│ manner     indirect           │
      │     seller                 │┃    when it said it would pay 410 million crowns for   ┃│ certainty  denied           - │
      │   Quillon Capital  1     6 │┃    the routes across the Sound. Varnholm, which has   ┃│ stage      rejected           │
      │     bidder                 │┃    owned the ferries since 1988, sent the offer back  ┃│ cue        adds that          │
      │   Tessaly Lines    -     3 │┃ -  on Monday. “The price does not reflect what these  ┃│ about      Varnholm           │
      │     partner                │┃    routes will earn. Our shareholders have been clear ┃│                               │
      │   Competition off… -     2 │┃    about that, and we see no reason to talk again     ┃│                               │
      │     regulator              │┃    this year”, Varnholm said in a statement.          ┃│                               │
      │                            │┃                                                       ┃│ In this story          claims │
      │                            │┃ o  With the ferries in hand, Quillon would have       ┃│   the article itself        8 │
      │                            │┃    controlled four of the six crossings. Whether the  ┃│ ▸ Sound Courier             2 │
      │                            │┃    competition office would have let that pass is     ┃│ ▸ └ Radio Kyst              1 │
      │                            │┃ ?  another matter. Could a merger of two neighbours   ┃│   Daily Ledger              2 │
      │                            │┃    fare any better?                                   ┃│   Quillon Capital           1 │
      │                            │┃                                                       ┃│   Varnholm                  1 │
      │                            │┃ -  According to the Sound Courier, Varnholm has no    ┃│                               │
      │                            │┃    plan to close the night route. Citing the harbour  ┃│                               │
      │                            │┃ -▐ broadcaster Radio Kyst, the paper adds that the    ┃│                               │
      │                            │┃  ▐ group does not intend to hand over its booking     ┃│                               │
      │                            │┃ ~▐ system. Tessaly is said to have been picked to run ┃│                               │
      │                            │┃ ?  the terminals. It may also take up to a fifth of   ┃│                               │
      │                            │┃ ?  the shares. It is not certain that the competition ┃│                               │
      │                            │┃    office will agree, notes the Daily Ledger,         ┃│                               │
      │                            │┃    recalling that its director once sat on the board  ┃│                               │
      │                            │┃    of Quillon.                                        ┃│                               │
      │                            │┃                                                       ┃│                               │
      │                            │┃    Webcode KX7_20418                                  ┃│                               │
      └────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100% ━┛└───────────────────────────────┘
       [ ] claim   Tab pane   { } mention   / search   Enter take claim   c claims   y copy   s stories   ? keys   q quit
      """)
  }

  @Test func twoColumns() {
    expectPicture(
      reader(80, 24, .english, keys: typed("JJJJJJJJJ")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…   1 unreadable   claim 10/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    year”, Varnholm said in a statement.           ┃
      │              says of it │┃                                                   ┃
      │   All parties   2    14 │┃ o  With the ferries in hand, Quillon would have   ┃
      │ ▸ Varnholm      1     5 │┃    controlled four of the six crossings. Whether  ┃
      │   Quillon Capi… 1     6 │┃    the competition office would have let that     ┃
      │   Tessaly Lines -     3 │┃ ?  pass is another matter. Could a merger of two  ┃
      │   Competition…  -     2 │┃    neighbours fare any better?                    ┃
      └─────────────────────────┘┃                                                   ┃
      ┌─ 3 Sources ─────────────┐┃ -  According to the Sound Courier, Varnholm has   ┃
      │ Sound Courier newspaper │┃    no plan to close the night route. Citing the   ┃
      │ └ Radio Kyst  origin    │┃    harbour broadcaster Radio Kyst, the paper adds ┃
      │ indirect, denied      - │┃ -▐ that the group does not intend to hand over    ┃
      │ stage rejected          │┃ ~▐ its booking system. Tessaly is said to have    ┃
      │ cue   adds that         │┃ ?  been picked to run the terminals. It may also  ┃
      │ about Varnholm          │┃    take up to a fifth of the shares. It is not    ┃
      │ In this story    claims │┃ ?  certain that the competition office will       ┃
      │   the article itself  8 │┃    agree, notes the Daily Ledger, recalling that  ┃
      │ ▸ Sound Courier       2 │┃    its director once sat on the board of Quillon. ┃
      │ ▸ └ Radio Kyst        1 │┃                                                   ┃
      │   Daily Ledger        2 │┃    Webcode KX7_20418                              ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100% ━┛
       [ ] claim  Tab pane  { } mention  / search  Enter take claim  ? keys  q quit
      """)
  }

  @Test func onePaneAtATime() {
    expectPicture(
      reader(40, 12, .english, keys: typed("JJJJJJJJJ")),
      """
       1/5  Varnholm turns dow…   claim 10/14
      ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━  84% ━
         neighbours fare any better?

         According to the Sound Courier,
      -  Varnholm has no plan to close the
         night route. Citing the harbour
         broadcaster Radio Kyst, the paper
      -▐ adds that the group does not intend
       ▐ to hand over its booking system.
      ~  Tessaly is said to have been picked
       [ ] claim  Tab pane  ? keys  q quit
      """)
  }

  @Test func fourColumns() {
    expectPicture(
      reader(200, 50, .english, keys: typed("JJJJJJJJJ")),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly instead                                                                         1 unreadable   claim 10/14
      ┌─ 1 Parties ──────────────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ────────────────────────────┐┌─ 4 Claims ───────────────────────────────────┐
      │ Target  Ostrava Ferries          │┃    Ports and ferries                                                   ┃│ Claim 10 of 14                c claims ││    1 - Varnholm Group will not sell its      │
      │ Stage   rejected                 │┃    Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks ┃│                                        ││        ferry arm to Quillon Capital          │
      │                                  │┃    to Tessaly instead                                                  ┃│ Sound Courier                newspaper ││        own voice · denied · rejected         │
      │                       says of it │┃                                                                        ┃│ └ Radio Kyst  origin       broadcaster ││    2 ~ Tessaly Lines, a smaller rival, has   │
      │   All parties            2    14 │┃ -    Varnholm Group will not sell its ferry arm to Quillon Capital.    ┃│                                        ││        reportedly been asked to take a stake │
      │ ▸ Varnholm               1     5 │┃ ~    Tessaly Lines, a smaller rival, has reportedly been asked to take ┃│ manner     indirect                    ││        own voice · reported · in talks       │
      │     seller                       │┃      a stake.                                                          ┃│ certainty  denied                    - ││    3   Ostrava Ferries stays where it is,    │
      │   Quillon Capital        1     6 │┃                                                                        ┃│ stage      rejected                    ││        for now                               │
      │     bidder                       │┃    (Photo: A. Lind / Kystfoto)                                         ┃│ cue        adds that                   ││        own voice · asserted                  │
      │   Tessaly Lines          -     3 │┃                                                                        ┃│ about      Varnholm                    ││    4   it would pay 410 million crowns for   │
      │     partner                      │┃    Aalby, 14 May                                                       ┃│                                        ││        the routes across the Sound           │
      │   Competition office     -     2 │┃                                                                        ┃│                                        ││        Quillon Capital · asserted · offered  │
      │     regulator                    │┃    Ostrava Ferries stays where it is, for now. The fund from Lyme made ┃│                                        ││    5   Varnholm, which has owned the ferries │
      │                                  │┃    its interest public in March, when it said it would pay 410 million ┃│ In this story                   claims ││        since 1988, sent the offer back on M… │
      │                                  │┃    crowns for the routes across the Sound. Varnholm, which has owned   ┃│   the article itself                 8 ││        own voice · asserted · rejected       │
      │                                  │┃ -  the ferries since 1988, sent the offer back on Monday. “The price   ┃│ ▸ Sound Courier                      2 ││    6 - The price does not reflect what these │
      │                                  │┃    does not reflect what these routes will earn. Our shareholders have ┃│ ▸ └ Radio Kyst                       1 ││        routes will earn. Our shareholders h… │
      │                                  │┃    been clear about that, and we see no reason to talk again this      ┃│   Daily Ledger                       2 ││        Varnholm · denied · rejected          │
      │                                  │┃    year”, Varnholm said in a statement.                                ┃│   Quillon Capital                    1 ││    7 o With the ferries in hand, Quillon     │
      │                                  │┃                                                                        ┃│   Varnholm                           1 ││        would have controlled four of the si… │
      │                                  │┃ o  With the ferries in hand, Quillon would have controlled four of the ┃│                                        ││        own voice · hypothetical              │
      │                                  │┃    six crossings. Whether the competition office would have let that   ┃│                                        ││    8 ? Could a merger of two neighbours fare │
      │                                  │┃ ?  pass is another matter. Could a merger of two neighbours fare any   ┃│                                        ││        any better?                           │
      │                                  │┃    better?                                                             ┃│                                        ││        own voice · asked                     │
      │                                  │┃                                                                        ┃│                                        ││    9 - Varnholm has no plan to close the     │
      │                                  │┃ -  According to the Sound Courier, Varnholm has no plan to close the   ┃│                                        ││        night route                           │
      │                                  │┃    night route. Citing the harbour broadcaster Radio Kyst, the paper   ┃│                                        ││        Sound Courier · denied                │
      │                                  │┃ -▐ adds that the group does not intend to hand over its booking        ┃│                                        ││ ▸ 10 - the group does not intend to hand     │
      │                                  │┃ ~▐ system. Tessaly is said to have been picked to run the terminals.   ┃│                                        ││        over its booking system               │
      │                                  │┃ ?  It may also take up to a fifth of the shares. It is not certain     ┃│                                        ││        Sound Courier ← Radio Kyst · denied…  │
      │                                  │┃ ?  that the competition office will agree, notes the Daily Ledger,     ┃│                                        ││   11 ~ Tessaly is said to have been picked   │
      │                                  │┃    recalling that its director once sat on the board of Quillon.       ┃│                                        ││        to run the terminals                  │
      │                                  │┃                                                                        ┃│                                        ││        own voice · reported · agreed         │
      │                                  │┃    Webcode KX7_20418                                                   ┃│                                        ││   12 ? It may also take up to a fifth of the │
      │                                  │┃                                                                        ┃│                                        ││        shares                                │
      │                                  │┃                                                                        ┃│                                        ││        own voice · uncertain                 │
      │                                  │┃                                                                        ┃│                                        ││   13 ? the competition office will agree     │
      │                                  │┃                                                                        ┃│                                        ││        Daily Ledger · uncertain · under rev… │
      │                                  │┃                                                                        ┃│                                        ││                                              │
      │                                  │┃                                                                        ┃│                                        ││   14   its director once sat on the board of │
      │                                  │┃                                                                        ┃│                                        ││        Quillon                               │
      │                                  │┃                                                                        ┃│                                        ││        Daily Ledger · asserted               │
      │                                  │┃                                                                        ┃│                                        ││                                              │
      │                                  │┃                                                                        ┃│                                        ││                                              │
      │                                  │┃                                                                        ┃│                                        ││                                              │
      │                                  │┃                                                                        ┃│                                        ││                                              │
      └──────────────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────┘└──────────────────────────────────────────────┘
       [ ] claim   Tab pane   { } mention   / search   Enter take claim   c claims   y copy   s stories   S search all   t timeline   w why   m mark   d dossier   x disagreement   a note   ? keys   q quit
      """)
  }

  @Test func french() {
    expectPicture(
      reader(100, 30, .french, keys: typed(">JJ")),
      """
       suitor 2/5   Les Moulins d’Orvane refusent l’offre de B…   lu comme Windows-1252   affirmation 3/5
      ┌─ 1 Parties ───────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ 3 Sources ──────────────┐
      │ Cible  Moulins d’Orv… │┃    Les Moulins d’Orvane refusent l’offre de ┃│ Affirmation 3 sur 5      │
      │ Étape  -              │┃    Brasca                                   ┃│                          │
      │                       │┃                                             ┃│ Famille Delorme   partie │
      │             dit visée │┃    Brasca proposait 62 € par action : trop  ┃│                          │
      │   Toutes      2     5 │┃ -▐ peu, selon la famille Delorme. « Nous ne ┃│                          │
      │   Brasca      -     2 │┃  ▐ vendrons pas », a tranché sa porte-      ┃│ forme   directe          │
      │     acquéreur         │┃ ~  parole. D’après L’Écho du Val, un fonds  ┃│ degré   démenti        - │
      │ ▸ Famille De… 2     2 │┃    belge serait prêt à monter à 70 €.       ┃│ étape   offre rejetée    │
      │     actionnaire       │┃ ?  Œuvrer seul aurait-il encore un sens ?   ┃│ indice  a tranché        │
      │                       │┃                                             ┃│ sur     Famille Delorme  │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│ Dans l’article   affirm. │
      │                       │┃                                             ┃│   l’article lui-même   2 │
      │                       │┃                                             ┃│ ▸ Famille Delorme      2 │
      │                       │┃                                             ┃│   L’Écho du Val        1 │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      │                       │┃                                             ┃│                          │
      └───────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└──────────────────────────┘
       K J affirmation   Tab volet   , . mention   / chercher   Entrée choisir   ? touches   q quitter
      """)
  }

  @Test func frenchOnAnEnglishStory() {
    expectPicture(
      reader(80, 24, .french, keys: typed("JJJJJJJJJ")),
      """
       suitor 1/5  Varnholm turns down Quillon’s s…   1 illisible   affirmation 10/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Cible  Ostrava Ferries  │┃    year”, Varnholm said in a statement.           ┃
      │               dit visée │┃                                                   ┃
      │   Toutes        2    14 │┃ o  With the ferries in hand, Quillon would have   ┃
      │ ▸ Varnholm      1     5 │┃    controlled four of the six crossings. Whether  ┃
      │   Quillon Capi… 1     6 │┃    the competition office would have let that     ┃
      │   Tessaly Lines -     3 │┃ ?  pass is another matter. Could a merger of two  ┃
      │   Autorité de…  -     2 │┃    neighbours fare any better?                    ┃
      └─────────────────────────┘┃                                                   ┃
      ┌─ 3 Sources ─────────────┐┃ -  According to the Sound Courier, Varnholm has   ┃
      │ Sound Courier   journal │┃    no plan to close the night route. Citing the   ┃
      │ └ Radio Kyst  origine   │┃    harbour broadcaster Radio Kyst, the paper adds ┃
      │ indirecte, démenti    - │┃ -▐ that the group does not intend to hand over    ┃
      │ étape  offre rejetée    │┃ ~▐ its booking system. Tessaly is said to have    ┃
      │ indice adds that        │┃ ?  been picked to run the terminals. It may also  ┃
      │ sur    Varnholm         │┃    take up to a fifth of the shares. It is not    ┃
      │ Dans l’article  affirm. │┃ ?  certain that the competition office will       ┃
      │   l’article lui-même  8 │┃    agree, notes the Daily Ledger, recalling that  ┃
      │ ▸ Sound Courier       2 │┃    its director once sat on the board of Quillon. ┃
      │ ▸ └ Radio Kyst        1 │┃                                                   ┃
      │   Daily Ledger        2 │┃    Webcode KX7_20418                              ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 100% ━┛
       K J affirmation  Tab volet  , . mention  / chercher  ? touches  q quitter
      """)
  }

  @Test func sourcesAlone() {
    expectPicture(
      reader(40, 12, .french, keys: typed("JJJJJJJJJ3")),
      """
       1/5  Varnholm tur…   affirmation 10/14
      ━ 1 ━ 2 ━┫3 Sources┣━━━━━━━━━━━━━━━━━━━━
       Sound Courier                  journal
       └ Radio Kyst  origine      télé, radio
       indirecte, démenti                   -
       étape  offre rejetée
       indice adds that
       Dans l’article                 affirm.
       ▸ Sound Courier                      2
       ▸ └ Radio Kyst                       1
         Daily Ledger                       2
       Entrée filtrer  ? touches  q quitter
      """)
  }

  @Test func partiesAlone() {
    expectPicture(
      reader(40, 12, .english, keys: typed("1")),
      """
       1/5  Varnholm turns down…   claim 1/14
      ━┫1 Parties┣━ 2 ━ 3 ━━━━━━━━━━━━━━━━━━━━
       Target  Ostrava Ferries
       Stage   rejected
                                   says of it
         All parties                  2    14
       ▸ Varnholm  seller             1     5
       ▸ Quillon Capital  bidder      1     6
         Tessaly Lines  partner       -     3
         Competition office           -     2

       Enter filter  Tab pane  ? keys  q quit
      """)
  }

  @Test func help() {
    expectPicture(
      reader(80, 24, .english, keys: typed("?")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓━┓
      │ ┃ Claims                                                                   ┃ ┃
      │ ┃  ] J                 next claim                                          ┃ ┃
      │ ┃  [ K                 previous claim                                      ┃ ┃
      │ ┃  Enter               take the claim on this line                         ┃ ┃
      │ ┃  c                   list of claims                                      ┃ ┃
      │ ┃  - _                 only surer claims                                   ┃ ┃
      │ ┃  + =                 less sure claims too                                ┃ ┃
      └─┃  w                   why it is one: what decided                         ┃ ┃
      ┌─┃  y                   copy the claim with its sources                     ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃ Parties and sources                                                      ┃ ┃
      │ ┃  Enter               only the claims by or about it; again: all          ┃ ┃
      │ ┃  } .                 next mention of the selected one                    ┃ ┃
      │ ┃  { ,                 previous mention of it                              ┃ ┃
      │ ┃  Esc                 one step back: search, zoom, filter, sure           ┃ ┃
      │ ┃                                                                          ┃ ┃
      │ ┃ What you keep                                                            ┃ ┃
      │ ┃  m                   mark it, to come back to                            ┃ ┃
      │ ┃  a                   write a note on it                                  ┃ ┃
      │ ┃  T                   give it tags                                        ┃ ┃
      └─┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 14% ━━┛━┛
       Esc close  ↑ ↓ line
      """)
  }

  @Test func helpInTwoColumns() {
    expectPicture(
      reader(120, 36, .english, keys: typed("?")),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessa…   1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────┏━ Keys ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓s ───────────────────┐
      │ Target  Ostrava Ferr┃ Claims                                                                   ┃f 14        c claims │
      │ Stage   rejected    ┃  ] J                 next claim                                          ┃                     │
      │                     ┃  [ K                 previous claim                                      ┃le itself            │
      │                 says┃  Enter               take the claim on this line                         ┃                     │
      │   All parties      2┃  c                   list of claims                                      ┃                     │
      │ ▸ Varnholm         1┃  - _                 only surer claims                                   ┃  own voice          │
      │     seller          ┃  + =                 less sure claims too                                ┃  denied           - │
      │ ▸ Quillon Capital  1┃  w                   why it is one: what decided                         ┃  rejected           │
      │     bidder          ┃  y                   copy the claim with its sources                     ┃  -                  │
      │   Tessaly Lines    -┃                                                                          ┃  Varnholm, Quillon  │
      │     partner         ┃ Parties and sources                                                      ┃  Capital            │
      │   Competition off… -┃  Enter               only the claims by or about it; again: all          ┃                     │
      │     regulator       ┃  } .                 next mention of the selected one                    ┃                     │
      │                     ┃  { ,                 previous mention of it                              ┃tory          claims │
      │                     ┃  Esc                 one step back: search, zoom, filter, sure           ┃icle itself        8 │
      │                     ┃                                                                          ┃ourier             2 │
      │                     ┃ What you keep                                                            ┃ Kyst              1 │
      │                     ┃  m                   mark it, to come back to                            ┃edger              2 │
      │                     ┃  a                   write a note on it                                  ┃ Capital           1 │
      │                     ┃  T                   give it tags                                        ┃m                  1 │
      │                     ┃  E                   put the claim or party right                        ┃                     │
      │                     ┃  v                   choose words that are a claim                       ┃                     │
      │                     ┃  U                   take the last of these back                         ┃                     │
      │                     ┃  R                   bring it back                                       ┃                     │
      │                     ┃  r                   story read, or unread                               ┃                     │
      │                     ┃  M                   all that is marked                                  ┃                     │
      │                     ┃  C                   list of all these                                   ┃                     │
      │                     ┃  U Del               take the selected one back                          ┃                     │
      │                     ┃  Tab                 of this story, or of all                            ┃                     │
      │                     ┃  Enter               choose it                                           ┃                     │
      │                     ┃  Tab                 a party: in this story, in all                      ┃                     │
      │                     ┃  Esc q               one step back                                       ┃                     │
      └─────────────────────┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 23% ━━┛─────────────────────┘
       Esc close   ↑ ↓ line
      """)
  }

  @Test func frenchHelp() {
    expectPicture(
      reader(120, 40, .french, keys: typed("?")),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to…    1 illisible   affirmation 1/14
      ┌─ 1 Parties ─────────┏━ Touches ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓s ───────────────────┐
      │ Cible  Ostrava Ferri┃ Affirmations                                                             ┃on 1 sur 14  c liste │
      │ Étape  offre rejetée┃  J ]                   affirmation suivante                              ┃                     │
      │                     ┃  K [                   affirmation précédente                            ┃ lui-même            │
      │                  dit┃  Entrée                prendre l’affirmation de cette ligne              ┃                     │
      │   Toutes           2┃  c                     liste des affirmations                            ┃                     │
      │ ▸ Varnholm         1┃  - _                   seulement de plus sûres                           ┃ropre voix           │
      │     vendeur         ┃  + =                   de moins sûres aussi                              ┃émenti             - │
      │ ▸ Quillon Capital  1┃  w                     pourquoi : ce qui a décidé                        ┃ffre rejetée         │
      │     acquéreur       ┃  y                     copier l’affirmation et ses sources               ┃                     │
      │   Tessaly Lines    -┃                                                                          ┃arnholm, Quillon     │
      │     partenaire      ┃ Parties et sources                                                       ┃apital               │
      │   Autorité de la…  -┃  Entrée                seulement ses affirmations ; encore : toutes      ┃                     │
      │     régulateur      ┃  . }                   mention suivante de la partie choisie             ┃                     │
      │                     ┃  , {                   mention précédente                                ┃ticle        affirm. │
      │                     ┃  Échap                 un pas en arrière : recherche, zoom, filtre,      ┃le lui-même        8 │
      │                     ┃                        sûres                                             ┃ourier             2 │
      │                     ┃                                                                          ┃ Kyst              1 │
      │                     ┃ Ce que vous gardez                                                       ┃edger              2 │
      │                     ┃  m                     marquer, pour y revenir                           ┃ Capital           1 │
      │                     ┃  a                     écrire une note                                   ┃m                  1 │
      │                     ┃  T                     donner des étiquettes                             ┃                     │
      │                     ┃  E                     corriger affirmation ou partie                    ┃                     │
      │                     ┃  v                     choisir les mots d’une affirmation                ┃                     │
      │                     ┃  U                     annuler le dernier de ces gestes                  ┃                     │
      │                     ┃  R                     le rétablir                                       ┃                     │
      │                     ┃  r                     article lu, ou non lu                             ┃                     │
      │                     ┃  M                     tout ce qui est marqué                            ┃                     │
      │                     ┃  C                     liste de tous ces gestes                          ┃                     │
      │                     ┃  U Suppr               annuler le geste choisi                           ┃                     │
      │                     ┃  Tab                   de cet article, ou de tous                        ┃                     │
      │                     ┃  Entrée                le choisir                                        ┃                     │
      │                     ┃  Tab                   partie : cet article, ou tous                     ┃                     │
      │                     ┃  Échap q               un pas en arrière                                 ┃                     │
      │                     ┃  l → w Espace          un mot plus loin                                  ┃                     │
      │                     ┃  h ← b Retour arr.     un mot en arrière                                 ┃                     │
      │                     ┃  G $ Fin               à la fin de la ligne                              ┃                     │
      └─────────────────────┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 26% ━━┛─────────────────────┘
       Échap fermer   ↑ ↓ ligne
      """)
  }

  @Test func claimList() {
    expectPicture(
      reader(80, 24, .english, keys: typed("JJJJJJJJJc")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…   1 unreadable   claim 10/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    neighbours fare any better?                    ┃
      │              says of it │┃                                                   ┃
      │   All parties   2    14 │┃ -  According to the Sound Courier, Varnholm has   ┃
      │ ▸ Varnholm      1     5 │┃    no plan to close the night route. Citing the   ┃
      │   Quillon Capi… 1     6 │┃    harbour broadcaster Radio Kyst, the paper adds ┃
      │   Tessaly Lines -     3 │┃ -▐ that the group does not intend to hand over    ┃
      │   Competition…  -     2 │┃ ~▐ its booking system. Tessaly is said to have    ┃
      └─────────────────────────┘┃ ?  been picked to run the terminals. It may also  ┃
      ┌─ 3 Sources ─────────────┐┃    take up to a fifth of the shares. It is not    ┃
      │ Sound Courier newspaper │┃ ?  certain that the competition office will       ┃
      ┏━ Claims ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃    6 - The price does not reflect what these ro…  Varnholm                   ┃
      ┃    7 o With the ferries in hand, Quillon would…   own voice                  ┃
      ┃    8 ? Could a merger of two neighbours fare an…  own voice                  ┃
      ┃    9 - Varnholm has no plan to close the night…   Sound Courier              ┃
      ┃ ▸ 10 - the group does not intend to hand over i…  Sound Courier ← Radio Kyst ┃
      ┃   11 ~ Tessaly is said to have been picked to r…  own voice                  ┃
      ┃   12 ? It may also take up to a fifth of the sh…  own voice                  ┃
      ┃   13 ? the competition office will agree          Daily Ledger               ┃
      ┃   14   its director once sat on the board of Qu…  Daily Ledger               ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ↑ ↓ line  [ ] claim  y copy  m mark  a note  ? keys
      """)
  }

  @Test func narrowClaimList() {
    expectPicture(
      reader(40, 12, .english, keys: typed("c")),
      """
       1/5  Varnholm turns down…   claim 1/14
      ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━  13% ━

      -▐   Varnholm Group will not sell its
       ▐   ferry arm to Quillon Capital.
      ┏━ Claims ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ ▸  1 - Varnholm Group will not sell… ┃
      ┃    2 ~ Tessaly Lines, a smaller riv… ┃
      ┃    3   Ostrava Ferries stays where…  ┃
      ┃    4   it would pay 410 million cro… ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Enter go there  Esc close  ? keys
      """)
  }

  @Test func storyList() {
    expectPicture(
      reader(80, 24, .english, keys: typed("s")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    Ports and ferries                              ┃
      │              says of it │┃    Varnholm turns down Quillon’s second bid for   ┃
      │   All parties   2    14 │┃    Ostrava Ferries, looks to Tessaly instead      ┃
      │ ▸ Varnholm      1     5 │┃                                                   ┃
      │ ▸ Quillon Capi… 1     6 │┃ -▐   Varnholm Group will not sell its ferry arm   ┃
      │   Tessaly Lines -     3 │┃ ~▐   to Quillon Capital. Tessaly Lines, a smaller ┃
      │ ┏━ Stories 1/5, as opened ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓ ┃
      └─┃   date        headline                            deal            claims ┃ ┃
      ┌─┃ ▸ 2031-05-14  Varnholm turns down Quillon’s sec…  Ostrava Ferri…      14 ┃ ┃
      │ ┃               Les Moulins d’Orvane refusent l’o…  Moulins d’Orv…       5 ┃ ┃
      │ ┃               scan.pdf                                      not readable ┃ ┃
      │ ┃               It rained in Aalby. Nobody bought…                       0 ┃ ┃
      │ ┃               late.txt                                        being read ┃ ┃
      │ ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛ ┃
      │ In this story    claims │┃    The fund from Lyme made its interest public in ┃
      │ ▸ the article itself  8 │┃    March, when it said it would pay 410 million   ┃
      │   Sound Courier       2 │┃    crowns for the routes across the Sound.        ┃
      │   └ Radio Kyst        1 │┃    Varnholm, which has owned the ferries since    ┃
      │   Daily Ledger        2 │┃ -  1988, sent the offer back on Monday. “The      ┃
      │   Quillon Capital     1 │┃    price does not reflect what these routes will  ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  47% ━┛
       Enter go there  Esc close  ↑ ↓ line  / narrow  o order  S search all  ? keys
      """)
  }

  @Test func searchLine() {
    expectPicture(
      reader(80, 24, .english, keys: typed("/comp")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    earn. Our shareholders have been clear about   ┃
      │              says of it │┃    that, and we see no reason to talk again this  ┃
      │   All parties   2    14 │┃    year”, Varnholm said in a statement.           ┃
      │ ▸ Varnholm      1     5 │┃                                                   ┃
      │ ▸ Quillon Capi… 1     6 │┃ o  With the ferries in hand, Quillon would have   ┃
      │   Tessaly Lines -     3 │┃    controlled four of the six crossings. Whether  ┃
      │   Competition…  -     2 │┃    the competition office would have let that     ┃
      └─────────────────────────┘┃ ?  pass is another matter. Could a merger of two  ┃
      ┌─ 3 Sources ─────────────┐┃    neighbours fare any better?                    ┃
      │ the article itself      │┃                                                   ┃
      │ own voice, denied     - │┃ -  According to the Sound Courier, Varnholm has   ┃
      │ stage rejected          │┃    no plan to close the night route. Citing the   ┃
      │ cue   -                 │┃    harbour broadcaster Radio Kyst, the paper adds ┃
      │ about Varnholm, Quillo… │┃ -  that the group does not intend to hand over    ┃
      │ In this story    claims │┃ ~  its booking system. Tessaly is said to have    ┃
      │ ▸ the article itself  8 │┃ ?  been picked to run the terminals. It may also  ┃
      │   Sound Courier       2 │┃    take up to a fifth of the shares. It is not    ┃
      │   └ Radio Kyst        1 │┃ ?  certain that the competition office will       ┃
      │   Daily Ledger        2 │┃    agree, notes the Daily Ledger, recalling that  ┃
      │   Quillon Capital     1 │┃    its director once sat on the board of Quillon. ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  95% ━┛
       Search: comp   match 1 of 2   Enter stay here  Esc back  ↑ ↓ match
      """)
  }

  @Test func searchInVain() {
    expectPicture(
      reader(80, 16, .english, keys: typed("/zinc")),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 1/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    Ports and ferries                              ┃
      │              says of it │┃    Varnholm turns down Quillon’s second bid for   ┃
      │   All parties   2    14 │┃    Ostrava Ferries, looks to Tessaly instead      ┃
      │ ▸ Varnholm      1     5 │┃                                                   ┃
      └─────────────────────────┘┃ -▐   Varnholm Group will not sell its ferry arm   ┃
      ┌─ 3 Sources ─────────────┐┃ ~▐   to Quillon Capital. Tessaly Lines, a smaller ┃
      │ the article itself      │┃      rival, has reportedly been asked to take a   ┃
      │ own voice, denied     - │┃      stake.                                       ┃
      │ stage rejected          │┃                                                   ┃
      │ In this story    claims │┃    (Photo: A. Lind / Kystfoto)                    ┃
      │ ▸ the article itself  8 │┃                                                   ┃
      │   Sound Courier       2 │┃    Aalby, 14 May                                  ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  28% ━┛
       Search: zinc   not found   Enter stay here  Esc back
      """)
  }

  @Test func narrowedToAParty() {
    expectPicture(
      reader(120, 36, .english, keys: typed("1jj") + [.enter]),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava F…   1 unreadable   only Quillon Capital   claim 1/6
      ┏━ 1 Parties ━━━━━━━━━━━━━━━━┓┌─ 2 Article ───────────────────────────────────────────┐┌─ 3 Sources ───────────────────┐
      ┃ Target  Ostrava Ferries    ┃│    Ports and ferries                                  ││ Claim 1 of 14        c claims │
      ┃ Stage   rejected           ┃│    Varnholm turns down Quillon’s second bid for       ││                               │
      ┃                            ┃│    Ostrava Ferries, looks to Tessaly instead          ││ the article itself            │
      ┃                 says of it ┃│                                                       ││                               │
      ┃   All parties      2    14 ┃│ -▐   Varnholm Group will not sell its ferry arm to    ││                               │
      ┃ ▸ Varnholm         1     5 ┃│ ~▐   Quillon Capital. Tessaly Lines, a smaller rival, ││ manner     own voice          │
      ┃     seller                 ┃│      has reportedly been asked to take a stake.       ││ certainty  denied           - │
      ┃ ▸ Quillon Capital  1     6 ┃│                                                       ││ stage      rejected           │
      ┃     bidder                 ┃│    (Photo: A. Lind / Kystfoto)                        ││ cue        -                  │
      ┃   Tessaly Lines    -     3 ┃│                                                       ││ about      Varnholm, Quillon  │
      ┃     partner                ┃│    Aalby, 14 May                                      ││            Capital            │
      ┃   Competition off… -     2 ┃│                                                       ││                               │
      ┃     regulator              ┃│    Ostrava Ferries stays where it is, for now. The    ││                               │
      ┃                            ┃│    fund from Lyme made its interest public in March,  ││ In this story          claims │
      ┃                            ┃│    when it said it would pay 410 million crowns for   ││ ▸ the article itself        8 │
      ┃                            ┃│    the routes across the Sound. Varnholm, which has   ││   Sound Courier             2 │
      ┃                            ┃│    owned the ferries since 1988, sent the offer back  ││   └ Radio Kyst              1 │
      ┃                            ┃│ -  on Monday. “The price does not reflect what these  ││   Daily Ledger              2 │
      ┃                            ┃│    routes will earn. Our shareholders have been clear ││   Quillon Capital           1 │
      ┃                            ┃│    about that, and we see no reason to talk again     ││   Varnholm                  1 │
      ┃                            ┃│    this year”, Varnholm said in a statement.          ││                               │
      ┃                            ┃│                                                       ││                               │
      ┃                            ┃│ o  With the ferries in hand, Quillon would have       ││                               │
      ┃                            ┃│    controlled four of the six crossings. Whether the  ││                               │
      ┃                            ┃│    competition office would have let that pass is     ││                               │
      ┃                            ┃│ ?  another matter. Could a merger of two neighbours   ││                               │
      ┃                            ┃│    fare any better?                                   ││                               │
      ┃                            ┃│                                                       ││                               │
      ┃                            ┃│ -  According to the Sound Courier, Varnholm has no    ││                               │
      ┃                            ┃│    plan to close the night route. Citing the harbour  ││                               │
      ┃                            ┃│ -  broadcaster Radio Kyst, the paper adds that the    ││                               │
      ┃                            ┃│    group does not intend to hand over its booking     ││                               │
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────  80% ─┘└───────────────────────────────┘
       Enter filter   Esc back   [ ] claim   Tab pane   { } mention   / search   c claims   y copy   w why   ? keys   q quit
      """)
  }

  @Test func narrowedToASource() {
    expectPicture(
      reader(80, 24, .french, keys: typed("JJJJJJJJJ3") + [.enter]),
      """
       suitor 1/5  Varnholm turns down Qu…   filtre : Sound Courier   affirmation 2/2
      ┌─ 1 Parties ─────────────┐┌─ 2 Article ───────────────────────────────────────┐
      │ Cible  Ostrava Ferries  ││    year”, Varnholm said in a statement.           │
      │               dit visée ││                                                   │
      │   Toutes        2    14 ││ o  With the ferries in hand, Quillon would have   │
      │ ▸ Varnholm      1     5 ││    controlled four of the six crossings. Whether  │
      │   Quillon Capi… 1     6 ││    the competition office would have let that     │
      │   Tessaly Lines -     3 ││ ?  pass is another matter. Could a merger of two  │
      │   Autorité de…  -     2 ││    neighbours fare any better?                    │
      └─────────────────────────┘│                                                   │
      ┏━ 3 Sources ━━━━━━━━━━━━━┓│ -  According to the Sound Courier, Varnholm has   │
      ┃ Sound Courier   journal ┃│    no plan to close the night route. Citing the   │
      ┃ └ Radio Kyst  origine   ┃│    harbour broadcaster Radio Kyst, the paper adds │
      ┃ indirecte, démenti    - ┃│ -▐ that the group does not intend to hand over    │
      ┃ étape  offre rejetée    ┃│ ~▐ its booking system. Tessaly is said to have    │
      ┃ indice adds that        ┃│ ?  been picked to run the terminals. It may also  │
      ┃ sur    Varnholm         ┃│    take up to a fifth of the shares. It is not    │
      ┃ Dans l’article  affirm. ┃│ ?  certain that the competition office will       │
      ┃   l’article lui-même  8 ┃│    agree, notes the Daily Ledger, recalling that  │
      ┃ ▸ Sound Courier       2 ┃│    its director once sat on the board of Quillon. │
      ┃ ▸ └ Radio Kyst        1 ┃│                                                   │
      ┃   Daily Ledger        2 ┃│    Webcode KX7_20418                              │
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━┛└──────────────────────────────────────────── 100% ─┘
       Entrée filtrer  Échap retour  K J affirmation  Tab volet  ? touches  q quitter
      """)
  }

  @Test func failedStory() {
    expectPicture(
      reader(80, 24, .english, keys: typed("u") + [.enter]),
      """
       suitor 3/5  scan.pdf                                              1 unreadable
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      └─────────────────────────┘┃                                                   ┃
      ┌─ 3 Sources ─────────────┐┃ This story could not be read.                     ┃
      │                         │┃                                                   ┃
      │                         │┃ scan.pdf is no text but a PDF file; convert it,   ┃
      │                         │┃ for example with pdftotext.                       ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Tab pane  s stories  S search all  < > story  z zoom  ? keys  q quit
      """)
  }

  @Test func failedStoryOnASmallScreen() {
    expectPicture(
      reader(40, 8, .french, keys: typed("u") + [.enter]),
      """
       3/5  scan.pdf              1 illisible
      ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━━━━━━━━

       Cet article n’a pas pu être lu.
       scan.pdf is no text but a PDF file;
       convert it, for example with
       pdftotext.
       Tab volet  ? touches  q quitter
      """)
  }

  @Test func storyWithoutClaims() {
    expectPicture(
      reader(80, 24, .english, keys: typed(">>")),
      """
       suitor 4/5  It rained in Aalby. Nobody bought anyt…   1 unreadable   no claims
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  not named       │┃    It rained in Aalby. Nobody bought anything.    ┃
      │ Stage   -               │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │ No party was found in   │┃                                                   ┃
      └─────────────────────────┘┃                                                   ┃
      ┌─ 3 Sources ─────────────┐┃                                                   ┃
      │                         │┃                                                   ┃
      │ No claim was found in   │┃                                                   ┃
      │ this story.             │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      │                         │┃                                                   ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
       Tab pane  / search  s stories  S search all  t timeline  ? keys  q quit
      """)
  }

  @Test func waitingStory() {
    expectPicture(
      reader(40, 12, .french, keys: typed(">>>")),
      """
       5/5  late.txt              1 illisible
      ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━━━━━━━━



       Lecture de l’article en cours …
       late.txt




       Tab volet  ? touches  q quitter
      """)
  }

  @Test func zoomed() {
    expectPicture(
      reader(100, 20, .english, keys: typed("zJJ")),
      """
       suitor 1/5   Varnholm turns down Quillon’s second bid for Ostrava Fer…   1 unreadable   claim 3/14
      ━ 1 Parties ━┫2 Article┣━ 3 Sources ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  56% ━
               Ports and ferries
               Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly
               instead

            -    Varnholm Group will not sell its ferry arm to Quillon Capital. Tessaly Lines, a
                 smaller rival, has reportedly been asked to take a stake.

               (Photo: A. Lind / Kystfoto)

               Aalby, 14 May

             ▐ Ostrava Ferries stays where it is, for now. The fund from Lyme made its interest
               public in March, when it said it would pay 410 million crowns for the routes across
               the Sound. Varnholm, which has owned the ferries since 1988, sent the offer back on
            -  Monday. “The price does not reflect what these routes will earn. Our shareholders
               have been clear about that, and we see no reason to talk again this year”, Varnholm
               said in a statement.
       Esc back   [ ] claim   Tab pane   { } mention   / search   Enter take claim   ? keys   q quit
      """)
  }

  @Test func leastSize() {
    expectPicture(
      reader(20, 5, .english, keys: typed("J")),
      """
       1/5  Varnholm tur…
      ━ 1 ━┫2 Article┣━ 3
      -▐   Varnholm Group
       ▐   will not sell
       ? keys  q quit
      """)
  }

  @Test func tooSmall() {
    expectPicture(
      reader(19, 5, .english, keys: []),
      """
      suitor needs 20x5




      """)
  }

}
