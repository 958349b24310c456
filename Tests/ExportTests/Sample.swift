import Stories

/// A short story with one of everything, read by hand.
///
/// Its text has characters of one to four bytes before every span, so that byte and code-point offsets differ.
enum Sample {
  static let text = """
    Été 😀

    Acme snubs Zed

    Zed said «no deal» was near. Selon Reuters, citant CGTN, Acme "pourrait" vendre.

    (Photo: A. Nom)
    Code X\t1
    """

  static let story = Story(
    name: "dir/a \"b\".txt", text: StoryText(bytes: Array(text.utf8)), language: .french,
    layout: Layout(
      blocks: [
        .init(kind: .kicker, span: find("Été 😀")),
        .init(kind: .headline, span: find("Acme snubs Zed")),
        .init(
          kind: .paragraph,
          span: find("Zed said «no deal» was near. Selon Reuters, citant CGTN, Acme \"pourrait\" vendre.")),
        .init(kind: .credit, span: find("(Photo: A. Nom)")),
        .init(kind: .reference, span: find("Code X\t1")),
      ],
      reference: find("X\t1"), credits: [find("A. Nom")], date: "2020-09-14"),
    targets: [Party(id: "widget", name: Wording("Widget"), kind: .company)],
    parties: [
      Party(id: "acme", name: Wording("Acme"), kind: .company, role: .seller),
      Party(id: "beijing", name: Wording(english: "Beijing", french: "Pékin"), kind: .government),
    ],
    sources: [
      Source(id: "reuters", name: Wording("Reuters"), kind: .newsAgency),
      Source(id: "cgtn", name: Wording("CGTN"), kind: .broadcaster),
      Source(id: "acme", name: Wording("Acme"), kind: .party, party: 0),
    ],
    mentions: [
      Mention(span: find("Acme snubs", only: 4), referent: .party(0), form: .name),
      Mention(span: find("Reuters"), referent: .source(0), form: .name),
      Mention(span: find("CGTN"), referent: .source(1), form: .name),
      Mention(span: find("Acme \"", only: 4), referent: .party(0), form: .name),
    ],
    claims: [
      Claim(span: find("no deal"), manner: .ownVoice, certainty: .denied),
      Claim(
        span: find("Acme \"pourrait\" vendre"), cue: find("Selon"), source: find("Reuters"), chain: [0, 1],
        manner: .mixed,
        certainty: .uncertain, stage: .inTalks, parties: [0, 1],
        terms: [.init(kind: .pricePerShare, amount: 8.4, unit: "GBP", span: find("vendre"))], confidence: 0.428),
    ],
    stage: .inTalks)

  /// The same with what a reader noted on it, and put right in it.
  static let noted: Story = {
    var story = Self.story
    story.remarks = [
      remark(.story, note: "1. Ask\n\n* the *desk*", tags: ["desk"]),
      remark(.claim(0), note: "=who says so?\n\tNobody; not he", tags: ["follow up", "a;b"], marked: true),
      remark(.party(0), note: "Call", tags: ["x"], marked: true), remark(.party(1), note: "Silent"),
    ]
    story.claims[0].corrected = [.source, .claim]
    story.claims[1].corrected = [.words, .certainty, .stage]
    story.parties[0].corrected = [.role, .party]
    story.targets[0].corrected = .name
    return story
  }()

  private static func remark(
    _ subject: Remark.Subject, note: String? = nil, tags: [String] = [], marked: Bool = false
  ) -> Remark {
    var remark = Remark(on: subject)
    (remark.note, remark.tags, remark.isMarked) = (note, tags, marked)
    return remark
  }

  /// The first place of `words`, or of their first `only` bytes.
  static func find(_ words: String, only: Int? = nil) -> Span {
    let range = text.range(of: words)
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(start, start + (only ?? words.utf8.count))
  }
}

extension String {
  /// The first place of `words`, which must be there.
  fileprivate func range(of words: String) -> Range<Index> {
    let all = Array(utf8)
    let wanted = Array(words.utf8)
    let start = (0...(all.count - wanted.count)).first { Array(all[$0..<$0 + wanted.count]) == wanted }!
    let from = utf8.index(utf8.startIndex, offsetBy: start)
    return from..<utf8.index(from, offsetBy: wanted.count)
  }
}
