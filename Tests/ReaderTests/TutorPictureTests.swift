import Display
import Stories
import Testing

@testable import Reader

/// What the tutor looks like, below the reader.
@Suite struct TutorPictureTests {
  @Test func onAUsualScreen() {
    expectPicture(
      reader(80, 24, keys: typed("]"), tutor: true),
      """
       suitor 1/5  Varnholm turns down Quillon’s second…    1 unreadable   claim 2/14
      ┌─ 1 Parties ─────────────┐┏━ 2 Article ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      │ Target  Ostrava Ferries │┃    Ports and ferries                              ┃
      │              says of it │┃    Varnholm turns down Quillon’s second bid for   ┃
      │   All parties   2    14 │┃    Ostrava Ferries, looks to Tessaly instead      ┃
      │   Varnholm      1     5 │┃                                                   ┃
      │   Quillon Capi… 1     6 │┃ -    Varnholm Group will not sell its ferry arm   ┃
      └─────────────────────────┘┃ ~▐   to Quillon Capital. Tessaly Lines, a smaller ┃
      ┌─ 3 Sources ─────────────┐┃  ▐   rival, has reportedly been asked to take a   ┃
      │ the article itself      │┃  ▐   stake.                                       ┃
      │ own voice, reported   ~ │┃                                                   ┃
      │ stage in talks          │┃    (Photo: A. Lind / Kystfoto)                    ┃
      │ cue   -                 │┃                                                   ┃
      │ about Tessaly Lines     │┃    Aalby, 14 May                                  ┃
      │ In this story    claims │┃                                                   ┃
      │ ▸ the article itself  8 │┃    Ostrava Ferries stays where it is, for now.    ┃
      │   Sound Courier       2 │┃    The fund from Lyme made its interest public in ┃
      └─────────────────────────┘┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  35% ━┛
       [ ] claim  Tab pane  { } mention  / search  Enter take claim  ? keys  q quit
       Tutor 2/30  1: done                                 F2 skip  F3 back  F4 leave
       Go on with ] until Bloomberg cites people who are not named.
       The pane Sources has who says it, the nearest first; below it stands whom it
       relays, and “origin” is who it comes from. Where one pane shows, 3 goes there
       and 2 back.
      """)
  }

  @Test func onASmallScreen() {
    expectPicture(
      reader(40, 12, .french, tutor: true),
      """
       1/5  Varnholm turn…   affirmation 1/14
      ━ 1 ━┫2 Article┣━ 3 ━━━━━━━━━━━━━   9% ━
         Ports and ferries
         Varnholm turns down Quillon’s second
         bid for Ostrava Ferries, looks to
         Tessaly instead

       K J affirmation  ? touches  q quitter
       Tutoriel 1/30    F2 passer  F4 quitter
       Bienvenue. J mène à l’affirmation
       suivante : essayez.
       Une affirmation est un passage qui di…
      """)
  }

  @Test func aClickOnItsKeysIsAKey() throws {
    var state = reader(80, 24, tutor: true)
    let strip = try #require(state.draw().layers.first { $0.name == "tutor" })
    let row = state.draw().picture.split(separator: "\n", omittingEmptySubsequences: false)[strip.origin.y]
    let column = try #require(row.firstRange(of: "skip")).lowerBound
    let place = Point(x: row.distance(from: row.startIndex, to: column), y: strip.origin.y)
    _ = state.update(.mouse(Mouse(.click, at: place)))
    #expect(state.tutor?.number == 1 && state.tutor?.isBeforeDone == false)
    // Elsewhere on it nothing is meant.
    let before = state.draw().picture
    _ = state.update(.mouse(Mouse(.click, at: Point(x: 3, y: 22))))
    #expect(state.draw().picture == before)
  }

  @Test func theInvitationShowsOnceAndNamesTheKeys() {
    for (language, words) in [(Language.english, "suitor --tutor"), (.french, "suitor --tutor")] {
      var state = reader(80, 24, language)
      _ = state.update(.invitation)
      let last = state.draw().picture.split(separator: "\n").last ?? ""
      #expect(last.contains(words) && last.contains("?") && last.contains(" q "))
      _ = state.update(.key(.down))
      #expect(!state.draw().picture.contains(words))
    }
  }
}
