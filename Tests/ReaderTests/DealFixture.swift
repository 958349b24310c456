import Stories

/// Stories on one contested deal, and one on another; companies, people and events are invented.
enum DealStories {
  /// What is rumoured first.
  static let rumour: Story = {
    var made = StoryFixture(
      name: "1-rumour.txt", language: .english,
      [
        (.headline, "Quillon said to eye Ostrava Ferries"),
        (
          .paragraph,
          "Quillon is weighing a bid for Ostrava, the Sound Courier reported, citing people close to the fund. Varnholm called the report unfounded."
        ),
      ])
    made.target("Ostrava")
    made.party(Wording("Quillon"), .bidder, .fund, mentions: ["Quillon"])
    made.party(Wording("Varnholm"), .seller, mentions: ["Varnholm"])
    made.source(Wording("Sound Courier"), .newspaper, mentions: ["Sound Courier"])
    made.source(Wording("people close to the fund"), .anonymous, mentions: ["people close to the fund"])
    made.source(Wording("Varnholm"), .party, party: 1)
    made.claim(
      "Quillon is weighing a bid for Ostrava", .indirect, .asserted, cue: "reported", source: "Sound Courier",
      chain: [0, 1], stage: .rumoured, parties: [0])
    made.claim(
      "the report unfounded", .indirect, .denied, cue: "called", source: "Varnholm", chain: [2])
    made.date("2031-03-02")
    return made.story
  }()

  /// The offer, and two refusals of it.
  static let offer: Story = {
    var made = StoryFixture(
      name: "2-offer.txt", language: .english,
      [
        (.headline, "Quillon bids for Ostrava Ferries"),
        (
          .paragraph,
          "Quillon confirmed that it had weighed the bid since winter. It offers 410 million crowns for Ostrava. Varnholm rejects Quillon’s bid, its board said. The price is fair, Quillon said. It is unfair, said Varnholm."
        ),
      ])
    made.target("Ostrava")
    made.party(Wording("Quillon"), .bidder, .fund, mentions: ["Quillon"])
    made.party(Wording("Varnholm"), .seller, mentions: ["Varnholm"])
    made.source(Wording("Quillon"), .party, party: 0)
    made.source(Wording("Varnholm"), .party, party: 1)
    made.claim(
      "it had weighed the bid since winter", .indirect, .asserted, cue: "confirmed", source: "Quillon", chain: [0],
      stage: .rumoured, parties: [0])
    made.claim(
      "It offers 410 million crowns for Ostrava", .ownVoice, .asserted, stage: .offered, parties: [0],
      terms: [(.price, "410 million crowns")])
    made.claim(
      "Varnholm rejects Quillon’s bid", .indirect, .asserted, cue: "said", source: "its board", chain: [1],
      stage: .rejected, parties: [0, 1])
    made.claim("The price is fair", .indirect, .asserted, chain: [0], parties: [0])
    made.claim("It is unfair", .indirect, .asserted, chain: [1], parties: [0])
    made.date("2031-05-14")
    return made.story
  }()

  /// The same deal in French, under the company's full name, with the day left out.
  static let accord: Story = {
    var made = StoryFixture(
      name: "3-accord.txt", language: .french,
      [
        (.headline, "Ostrava change de mains"),
        (
          .paragraph,
          "Selon L’Écho du Val, Varnholm et Quillon Capital se seraient entendus. Quillon Capital n’a rien dit."
        ),
      ])
    made.target("Ostrava")
    made.party(Wording("Quillon Capital"), .bidder, .fund, mentions: ["Quillon Capital"])
    made.party(Wording("Varnholm"), .seller, mentions: ["Varnholm"])
    made.source(Wording("L’Écho du Val"), .newspaper, mentions: ["L’Écho du Val"])
    made.claim(
      "Varnholm et Quillon Capital se seraient entendus", .indirect, .reported, cue: "Selon",
      source: "L’Écho du Val", chain: [0], stage: .agreed, parties: [0, 1])
    return made.story
  }()

  /// The stories, the one on another deal first.
  static let library = Library(
    entries: [Stories.moulins, rumour, offer, accord].map { .init(name: $0.name, state: .read($0)) })
}
