import Stories

/// A story under construction: everything is found in the text by its words.
struct StoryFixture {
  let text: String
  private(set) var story: Story

  init(name: String, language: Language, encoding: StoryText.Encoding = .utf8, _ blocks: [(Layout.Kind, String)]) {
    text = blocks.map(\.1).joined(separator: "\n\n")
    let bytes = Array(text.utf8)
    var layout = Layout()
    var start = 0
    for (kind, words) in blocks {
      let end = start + words.utf8.count
      if end > start { layout.blocks.append(.init(kind: kind, span: Span(start, end))) }
      start = end + 2
    }
    story = Story(
      name: name, text: StoryText(bytes: bytes, encoding: encoding), language: language, layout: layout)
  }

  /// The bytes of the `occurrence`-th place where `words` stand.
  func span(_ words: String, _ occurrence: Int = 1) -> Span {
    let bytes = story.text.bytes
    let wanted = Array(words.utf8)
    var left = occurrence
    var place = 0
    while place + wanted.count <= bytes.count {
      if bytes[place..<place + wanted.count].elementsEqual(wanted) {
        left -= 1
        if left == 0 { return Span(place, place + wanted.count) }
      }
      place += 1
    }
    fatalError("the story does not say: \(words)")
  }

  mutating func date(_ date: String) { story.layout.date = date }
  mutating func stage(_ stage: Stage) { story.stage = stage }

  mutating func target(_ name: String) {
    story.targets = [Party(id: name.lowercased(), name: Wording(name), kind: .company, role: .target)]
    mention(name, .target(0))
  }

  mutating func party(_ name: Wording, _ role: Party.Role?, _ kind: Party.Kind = .company, mentions: [String]) {
    let index = story.parties.count
    story.parties.append(Party(id: name.english.lowercased(), name: name, kind: kind, role: role))
    for words in mentions { mention(words, .party(index)) }
  }

  mutating func source(_ name: Wording, _ kind: Source.Kind, party: Int? = nil, mentions: [String] = []) {
    let index = story.sources.count
    story.sources.append(Source(id: name.english.lowercased(), name: name, kind: kind, party: party))
    for words in mentions { mention(words, .source(index)) }
  }

  /// Every place where `words` stand denotes `referent`.
  private mutating func mention(_ words: String, _ referent: Mention.Referent) {
    let bytes = story.text.bytes
    let wanted = Array(words.utf8)
    for place in 0..<max(0, bytes.count - wanted.count + 1)
    where bytes[place..<place + wanted.count].elementsEqual(wanted) {
      let form: Mention.Form = words.first!.isUppercase ? .name : .periphrase
      story.mentions.append(
        Mention(span: Span(place, place + wanted.count), referent: referent, form: form))
    }
    story.mentions.sort { $0.span < $1.span }
  }

  mutating func claim(
    _ words: String, _ manner: Claim.Manner, _ certainty: Claim.Certainty, cue: String? = nil, source: String? = nil,
    chain: [Int] = [], stage: Stage? = nil, parties: [Int] = [], terms: [(Claim.Term.Kind, String)] = []
  ) {
    story.claims.append(
      Claim(
        span: span(words), cue: cue.map { span($0) }, source: source.map { span($0) }, chain: chain, manner: manner,
        certainty: certainty, stage: stage, parties: parties,
        terms: terms.map { Claim.Term(kind: $0, amount: 1, unit: "SEK", span: span($1)) }))
    story.claims.sort { $0.span < $1.span }
  }
}

/// The stories that the tests read; companies, people and events are invented.
enum Stories {
  /// A contested sale, with every kind of thing that a story can hold.
  static let harbour: Story = {
    var made = StoryFixture(
      name: "ports/varnholm.txt", language: .english,
      [
        (.kicker, "Ports and ferries"),
        (.headline, "Varnholm turns down Quillon’s second bid for Ostrava Ferries, looks to Tessaly instead"),
        (
          .lede,
          "Varnholm Group will not sell its ferry arm to Quillon Capital. Tessaly Lines, a smaller rival, has reportedly been asked to take a stake."
        ),
        (.credit, "(Photo: A. Lind / Kystfoto)\n(Photo: A. Lind / Kystfoto)"),
        (.dateline, "Aalby, 14 May"),
        (
          .paragraph,
          "Ostrava Ferries stays where it is, for now. The fund from Lyme made its interest public in March, when it said it would pay 410 million crowns for the routes across the Sound. Varnholm, which has owned the ferries since 1988, sent the offer back on Monday. “The price does not reflect what these routes will earn. Our shareholders have been clear about that, and we see no reason to talk again this year”, Varnholm said in a statement."
        ),
        (
          .paragraph,
          "With the ferries in hand, Quillon would have controlled four of the six crossings. Whether the competition office would have let that pass is another matter. Could a merger of two neighbours fare any better?"
        ),
        (
          .paragraph,
          "According to the Sound Courier, Varnholm has no plan to close the night route. Citing the harbour broadcaster Radio Kyst, the paper adds that the group does not intend to hand over its booking system. Tessaly is said to have been picked to run the terminals. It may also take up to a fifth of the shares. It is not certain that the competition office will agree, notes the Daily Ledger, recalling that its director once sat on the board of Quillon."
        ),
        (.reference, "Webcode\nKX7_20418"),
      ])
    made.target("Ostrava Ferries")
    made.party(Wording("Varnholm"), .seller, mentions: ["Varnholm", "the group"])
    made.party(Wording("Quillon Capital"), .bidder, .fund, mentions: ["Quillon", "The fund from Lyme"])
    made.party(Wording("Tessaly Lines"), .partner, mentions: ["Tessaly"])
    made.party(
      Wording(english: "Competition office", french: "Autorité de la concurrence"), .regulator, .regulator,
      mentions: ["the competition office"])
    made.source(Wording("Quillon Capital"), .party, party: 1)
    made.source(Wording("Varnholm"), .party, party: 0)
    made.source(Wording("Sound Courier"), .newspaper, mentions: ["Sound Courier", "the paper"])
    made.source(Wording("Radio Kyst"), .broadcaster, mentions: ["Radio Kyst"])
    made.source(Wording("Daily Ledger"), .newspaper, mentions: ["Daily Ledger"])
    made.claim(
      "Varnholm Group will not sell its ferry arm to Quillon Capital", .ownVoice, .denied, stage: .rejected,
      parties: [0, 1])
    made.claim(
      "Tessaly Lines, a smaller rival, has reportedly been asked to take a stake", .ownVoice, .reported,
      stage: .inTalks, parties: [2])
    made.claim("Ostrava Ferries stays where it is, for now", .ownVoice, .asserted)
    made.claim(
      "it would pay 410 million crowns for the routes across the Sound", .indirect, .asserted, cue: "said",
      source: "it said", chain: [0], stage: .offered, parties: [1], terms: [(.price, "410 million crowns")])
    made.claim(
      "Varnholm, which has owned the ferries since 1988, sent the offer back on Monday", .ownVoice, .asserted,
      stage: .rejected, parties: [0, 1])
    made.claim(
      "The price does not reflect what these routes will earn. Our shareholders have been clear about that, and we see no reason to talk again this year",
      .direct, .denied, cue: "said in a statement", source: "Varnholm said", chain: [1], stage: .rejected,
      parties: [0, 1])
    made.claim(
      "With the ferries in hand, Quillon would have controlled four of the six crossings", .ownVoice, .hypothetical,
      parties: [1])
    made.claim("Could a merger of two neighbours fare any better?", .ownVoice, .asked)
    made.claim(
      "Varnholm has no plan to close the night route", .indirect, .denied, cue: "According to",
      source: "the Sound Courier", chain: [2], parties: [0])
    made.claim(
      "the group does not intend to hand over its booking system", .indirect, .denied, cue: "adds that",
      source: "the paper", chain: [2, 3], stage: .rejected, parties: [0])
    made.claim(
      "Tessaly is said to have been picked to run the terminals", .ownVoice, .reported, stage: .agreed, parties: [2])
    made.claim("It may also take up to a fifth of the shares", .ownVoice, .uncertain, parties: [2])
    made.claim(
      "the competition office will agree", .indirect, .uncertain, cue: "notes", source: "the Daily Ledger",
      chain: [4], stage: .underReview, parties: [3])
    made.claim(
      "its director once sat on the board of Quillon", .indirect, .asserted, cue: "recalling that",
      source: "the Daily Ledger", chain: [4], parties: [1, 3])
    made.date("2031-05-14")
    made.stage(.rejected)
    return made.story
  }()

  /// A French story with what French typography asks for.
  static let moulins: Story = {
    var made = StoryFixture(
      name: "moulins.txt", language: .french, encoding: .windows1252,
      [
        (.headline, "Les Moulins d’Orvane refusent l’offre de Brasca"),
        (
          .paragraph,
          "Brasca proposait 62 € par action : trop peu, selon la famille Delorme. « Nous ne vendrons pas », a tranché sa porte-parole. D’après L’Écho du Val, un fonds belge serait prêt à monter à 70 €. Œuvrer seul aurait-il encore un sens ?"
        ),
      ])
    made.target("Moulins d’Orvane")
    made.party(Wording("Brasca"), .bidder, mentions: ["Brasca"])
    made.party(Wording("Famille Delorme"), .shareholder, .other, mentions: ["la famille Delorme", "sa porte-parole"])
    made.source(Wording("Famille Delorme"), .party, party: 1)
    made.source(Wording("L’Écho du Val"), .newspaper, mentions: ["L’Écho du Val"])
    made.claim("Brasca proposait 62 € par action", .ownVoice, .asserted, stage: .offered, parties: [0])
    made.claim(
      "trop peu", .indirect, .asserted, cue: "selon", source: "la famille Delorme", chain: [0], parties: [0, 1])
    made.claim(
      "Nous ne vendrons pas", .direct, .denied, cue: "a tranché", source: "sa porte-parole", chain: [0],
      stage: .rejected, parties: [1])
    made.claim(
      "un fonds belge serait prêt à monter à 70 €", .indirect, .reported, cue: "D’après", source: "L’Écho du Val",
      chain: [1], stage: .rumoured)
    made.claim("Œuvrer seul aurait-il encore un sens ?", .ownVoice, .asked)
    return made.story
  }()

  /// A story in which nothing was recognised.
  static let weather: Story = StoryFixture(
    name: "weather.txt", language: .english, [(.paragraph, "It rained in Aalby. Nobody bought anything.")]
  ).story

  /// All of them, one that could not be read and one that is still to be read.
  static let library = Library(entries: [
    .init(name: harbour.name, state: .read(harbour)),
    .init(name: moulins.name, state: .read(moulins)),
    .init(
      name: "scan.pdf", state: .failed("scan.pdf is no text but a PDF file; convert it, for example with pdftotext.")),
    .init(name: weather.name, state: .read(weather)),
    .init(name: "late.txt"),
  ])
}
