import Stories

/// Stories for other programs: one JSON object a line.
///
/// Absent things are null or [], never left out, but for what only a reader's own work brings: notes, tags, marks and
/// corrections. Offsets are half-open and count Unicode code points of the decoded text.
public enum JSONLines {
  /// The line for `story`, with its line end; claims with less than `confidence` are left out, the others keep their ids.
  public static func line(for story: Story, from confidence: Double = 0) -> [UInt8] {
    line(for: story, claims: story.claims(from: confidence))
  }

  /// The line for `story` with those of its claims whose places in its list are `claims`, which keep their ids.
  public static func line(for story: Story, claims: [Int]) -> [UInt8] {
    let writer = Writer(story)
    var json = JSON()
    json.object { writer.members(&$0, claims) }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// The line for the claim at `index` of `story`, with its line end: what says which story it is, then the claim's own
  /// fields.
  public static func line(for index: Int, of story: Story) -> [UInt8] {
    line(story) { $0.claim(index, &$1) }
  }

  /// The line for the words at `place` in `story`, with its line end: the fields of a claim, as far as words have them.
  public static func line(for place: Span, in story: Story) -> [UInt8] { line(story) { $0.words(place, &$1) } }

  /// The line that says why `path` could not be read, with its line end: a `code` for programs, a `message` for people.
  public static func problem(_ code: String, _ message: String, path: String) -> [UInt8] {
    var json = JSON()
    json.object { json in
      json.key("path")
      json.value(path)
      json.key("code")
      json.value(code)
      json.key("message")
      json.value(message)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func line(_ story: Story, _ fields: (Writer, inout JSON) -> Void) -> [UInt8] {
    let writer = Writer(story)
    var json = JSON()
    json.object { json in
      writer.whichStory(&json)
      fields(writer, &json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

/// Writes the parts of one story.
private struct Writer {
  let story: Story
  let points: CodePoints
  /// The spans that denote somebody.
  let mentions: [Mention.Referent: [Span]]

  init(_ story: Story) {
    self.story = story
    points = CodePoints(story.text)
    mentions = Dictionary(grouping: story.mentions, by: \.referent).mapValues { $0.map(\.span) }
  }

  func members(_ json: inout JSON, _ claims: [Int]) {
    json.key("file")
    json.value(story.name)
    json.key("language")
    json.value(story.language.rawValue)
    json.key("date")
    json.value(story.layout.date)
    json.key("outlet")
    json.value(story.layout.outlet?.english)
    json.key("kicker")
    json.value(story.line(.kicker))
    json.key("headline")
    json.value(story.line(.headline))
    json.key("lede")
    json.value(story.line(.lede))
    json.key("credits")
    json.array(story.layout.credits) { $0.value(story.text.string($1)) }
    json.key("reference")
    json.value(story.layout.reference.map(story.text.string))
    json.key("stage")
    json.value(story.stage?.rawValue)
    json.key("target")
    if story.targets.isEmpty { json.null() } else { target(0, &json) }
    json.key("targets")
    json.array(story.targets.indices) { target($1, &$0) }
    json.key("parties")
    json.array(story.parties.indices) { party($1, &$0) }
    json.key("sources")
    json.array(story.sources.indices) { source($1, &$0) }
    json.key("claims")
    json.array(claims) { json, index in json.object { claim(index, &$0) } }
    remark(on: .story, &json)
  }

  /// Which story something is from.
  func whichStory(_ json: inout JSON) {
    json.key("file")
    json.value(story.name)
    json.key("language")
    json.value(story.language.rawValue)
    json.key("date")
    json.value(story.layout.date)
    json.key("outlet")
    json.value(story.layout.outlet?.english)
    json.key("headline")
    json.value(story.line(.headline))
    json.key("target")
    guard let target = story.target else { return json.null() }
    json.object { json in
      json.key("id")
      json.value(target.id)
      json.key("name")
      json.value(target.name.english)
    }
  }

  /// Words that are no claim.
  func words(_ place: Span, _ json: inout JSON) {
    json.key("id")
    json.null()
    offsets(place, &json)
    json.key("text")
    json.value(story.text.string(place))
    for key: StaticString in ["manner", "certainty", "stage"] {
      json.key(key)
      json.null()
    }
    json.key("parties")
    json.array([Int]()) { $0.value($1) }
    json.key("source")
    json.null()
    json.key("chain")
    json.array([Int]()) { $0.value($1) }
    json.key("cue")
    json.null()
    json.key("terms")
    json.array([Int]()) { $0.value($1) }
    json.key("confidence")
    json.null()
  }

  func target(_ index: Int, _ json: inout JSON) {
    let target = story.targets[index]
    json.object { json in
      json.key("id")
      json.value(target.id)
      json.key("name")
      json.value(target.name.english)
      places(of: story.parties.firstIndex { $0.id == target.id }.map { .party($0) } ?? .target(index), &json)
      corrected(target.corrected.parts, &json)
    }
  }

  func party(_ index: Int, _ json: inout JSON) {
    let party = story.parties[index]
    json.object { json in
      json.key("id")
      json.value(party.id)
      json.key("name")
      json.value(party.name.english)
      json.key("kind")
      json.value(party.kind.rawValue)
      json.key("role")
      json.value(party.role?.rawValue)
      places(of: .party(index), &json)
      remark(on: .party(index), &json)
      corrected(party.corrected.parts, &json)
    }
  }

  func source(_ index: Int, _ json: inout JSON) {
    let source = story.sources[index]
    json.object { json in
      json.key("id")
      json.value(source.id)
      json.key("name")
      json.value(source.name.english)
      json.key("kind")
      json.value(source.kind.rawValue)
      // A party that is a source too is denoted as a party.
      places(of: source.party.map { .party($0) } ?? .source(index), &json)
    }
  }

  /// The fields of the claim at `index`.
  func claim(_ index: Int, _ json: inout JSON) {
    let claim = story.claims[index]
    json.key("id")
    json.value("c\(index + 1)")
    offsets(claim.span, &json)
    json.key("text")
    json.value(story.text.string(claim.span))
    json.key("manner")
    json.value(claim.manner.rawValue)
    json.key("certainty")
    json.value(claim.certainty.rawValue)
    json.key("stage")
    json.value(claim.stage?.rawValue)
    json.key("parties")
    json.array(claim.parties) { $0.value(story.parties[$1].id) }
    json.key("source")
    if let nearest = claim.chain.first, let span = claim.source {
      json.object { json in
        json.key("id")
        json.value(story.sources[nearest].id)
        offsets(span, &json)
      }
    } else {
      json.null()
    }
    json.key("chain")
    json.array(claim.chain) { $0.value(story.sources[$1].id) }
    json.key("cue")
    if let cue = claim.cue { json.object { offsets(cue, &$0) } } else { json.null() }
    json.key("terms")
    json.array(claim.terms) { term($1, &$0) }
    json.key("confidence")
    json.value((claim.confidence * 100).rounded() / 100)
    remark(on: .claim(index), &json)
    corrected(claim.corrected.parts, &json)
  }

  /// What the reader has noted on `subject`, as far as that is anything.
  func remark(on subject: Remark.Subject, _ json: inout JSON) {
    guard let remark = story.remark(on: subject) else { return }
    if let note = remark.note {
      json.key("note")
      json.value(note)
    }
    if !remark.tags.isEmpty {
      json.key("tags")
      json.array(remark.tags) { $0.value($1) }
    }
    if remark.isMarked {
      json.key("marked")
      json.value(true)
    }
  }

  /// What the reader has put right, if anything.
  func corrected(_ parts: [(name: String, wording: Wording)], _ json: inout JSON) {
    if parts.isEmpty { return }
    json.key("corrected")
    json.array(parts) { $0.value($1.name) }
  }

  func term(_ term: Claim.Term, _ json: inout JSON) {
    json.object { json in
      json.key("kind")
      json.value(term.kind.rawValue)
      json.key("amount")
      json.value(term.amount)
      json.key("unit")
      json.value(term.unit)
      offsets(term.span, &json)
    }
  }

  func places(of referent: Mention.Referent, _ json: inout JSON) {
    json.key("mentions")
    json.array(mentions[referent] ?? []) { json, span in json.object { offsets(span, &$0) } }
  }

  func offsets(_ span: Span, _ json: inout JSON) {
    json.key("start")
    json.value(points[span.start])
    json.key("end")
    json.value(points[span.end])
  }
}
