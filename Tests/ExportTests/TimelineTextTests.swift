import Stories
import Testing

@testable import Export

@Suite struct TimelineTextTests {
  private func story(_ name: String, _ date: String?, _ text: String, _ claims: [Claim]) -> Story {
    var story = Story(
      name: name, text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(date: date))
    story.targets = [Party(id: "halbrook", name: Wording("Halbrook"), kind: .company, role: .target)]
    story.parties = [Party(id: "corvane", name: Wording("Corvane"), kind: .company, role: .bidder)]
    story.sources = [
      Source(id: "reuters", name: Wording("Reuters"), kind: .newsAgency),
      Source(id: "anonymous", name: Wording("people familiar"), kind: .anonymous),
      Source(id: "corvane", name: Wording("Corvane"), kind: .party, party: 0),
    ]
    story.claims = claims
    return story
  }

  private var library: Library {
    let rumour = story(
      "a.txt", "2031-01-10", "Corvane is in talks",
      [
        Claim(span: Span(0, 19), chain: [0, 1], manner: .indirect, certainty: .asserted, stage: .inTalks, parties: [0])
      ])
    let word = story(
      "b.txt", "2031-01-14", "yes, we talk",
      [Claim(span: Span(0, 12), chain: [2], manner: .direct, certainty: .asserted, stage: .inTalks)])
    let end = story(
      "c.txt", nil, "Corvane withdraws its offer",
      [Claim(span: Span(0, 27), manner: .ownVoice, certainty: .reported, stage: .withdrawn, parties: [0])])
    return Library(entries: [rumour, word, end].map { .init(name: $0.name, state: .read($0)) })
  }

  @Test func timelines() {
    #expect(
      TimelineText(width: 60, language: .english).text(of: library) == """
        # Halbrook (Corvane), 3 stories

        2031-01-10, in talks, first only reported, told 2 times
          - Reuters, citing people familiar: Corvane is in talks
            a.txt
          - confirmed 2031-01-14, Corvane: yes, we talk
            b.txt

        no date, withdrawn, only reported
          - own voice: Corvane withdraws its offer
            c.txt

        """)
  }

  @Test func inFrench() {
    let text = TimelineText(width: 80, language: .french).text(of: library)
    #expect(text.contains("2031-01-10, pourparlers, d’abord seulement rapporté, 2 mentions\n"))
    #expect(text.contains("  - Reuters, citant people familiar : Corvane is in talks\n"))
  }

  @Test func nothing() {
    #expect(TimelineText(width: 60, language: .english).text(of: Library()) == "No deal was found.\n")
  }
}
