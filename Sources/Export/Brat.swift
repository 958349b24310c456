import Stories

/// Readings as stand-off annotations for the annotation tool brat: of each story its text and, beside it, what stands
/// where.
///
/// Offsets count code points of the text, whose line ends are untouched. No annotation holds a line end or tab: one that goes
/// over several lines has several fragments.
public enum Brat {
  /// The annotation file for `claims`, places in the list of `story`, with the mentions of parties and sources.
  public static func annotations(for claims: [Int], of story: Story) -> [UInt8] {
    var writer = Writer(story)
    writer.write(claims)
    return writer.bytes
  }

  /// What brat has to know of the annotations: the file `annotation.conf` of a folder of them.
  public static var configuration: [UInt8] {
    func values(_ all: [String]) -> String { all.map(word).joined(separator: "|") }
    let terms = Claim.Term.Kind.allCases.map { "\t" + entity(of: $0) }
    let lines =
      ["[entities]", "Claim", "Cue", "Target", "Party", "Source", "!Term"] + terms + [
        "", "[relations]", "Says\tArg1:Party|Source, Arg2:Claim", "CuedBy\tArg1:Claim, Arg2:Cue",
        "HasTerm\tArg1:Claim, Arg2:Term", "Same\tArg1:Target, Arg2:Target, <REL-TYPE>:symmetric-transitive",
        "Same\tArg1:Party, Arg2:Party, <REL-TYPE>:symmetric-transitive",
        "Same\tArg1:Source, Arg2:Source, <REL-TYPE>:symmetric-transitive", "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>",
        "", "[events]", "", "[attributes]",
        "Manner\tArg:Claim, Value:\(values(Claim.Manner.allCases.map(\.rawValue)))",
        "Certainty\tArg:Claim, Value:\(values(Claim.Certainty.allCases.map(\.rawValue)))",
        "Stage\tArg:Claim, Value:\(values(Stage.allCases.map(\.rawValue)))",
        "Role\tArg:Party, Value:\(values(Party.Role.allCases.map(\.rawValue)))",
        "Kind\tArg:Source, Value:\(values(Source.Kind.allCases.map(\.rawValue)))",
      ]
    return Array(lines.map { $0 + "\n" }.joined().utf8)
  }

  /// A value as one word: brat has no others.
  fileprivate static func word(_ value: String) -> String { value.replacing(" ", with: "-") }

  /// What the words of a term are: "PricePerShare".
  fileprivate static func entity(of term: Claim.Term.Kind) -> String {
    term.rawValue.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

/// Writes the annotations of one story, each with a number of its own among those of its sort.
private struct Writer {
  let story: Story
  let cells: ClaimCells
  private(set) var bytes: [UInt8] = []
  private var entities = 0
  private var relations = 0
  private var attributes = 0
  private var notes = 0

  init(_ story: Story) {
    self.story = story
    cells = ClaimCells(story)
  }

  mutating func write(_ claims: [Int]) {
    let mentions = writeMentions()
    for index in claims {
      let claim = story.claims[index]
      guard let entity = text(claim.span, "Claim") else { continue }
      attribute("Manner", entity, claim.manner.rawValue)
      attribute("Certainty", entity, claim.certainty.rawValue)
      if let stage = claim.stage { attribute("Stage", entity, stage.rawValue) }
      note(entity, details(index))
      comment(entity, .claim(index))
      if let nearest = claim.chain.first, let span = claim.source {
        let isParty = story.sources[nearest].party != nil
        if let source = mentions[span] ?? text(span, isParty ? "Party" : "Source") {
          relate("Says", source, entity)
        }
      }
      if let cue = claim.cue.flatMap({ text($0, "Cue") }) { relate("CuedBy", entity, cue) }
      for term in claim.terms {
        guard let words = text(term.span, Brat.entity(of: term.kind)) else { continue }
        note(words, "\(plain(term.amount)) \(term.unit)")
        relate("HasTerm", entity, words)
      }
    }
  }

  /// Writes who is denoted where; returns what stands for each place.
  private mutating func writeMentions() -> [Span: String] {
    var entities: [Span: String] = [:]
    var same: [Mention.Referent: [String]] = [:]
    for mention in story.mentions {
      let (type, name): (String, String)
      switch mention.referent {
      case .target(let index): (type, name) = ("Target", story.targets[index].id)
      case .party(let index): (type, name) = ("Party", story.parties[index].id)
      case .source(let index): (type, name) = ("Source", story.sources[index].id)
      }
      guard let entity = text(mention.span, type) else { continue }
      entities[mention.span] = entity
      if case .party(let index) = mention.referent, same[mention.referent] == nil {
        note(entity, ([name] + remarks(.party(index), story.parties[index].corrected.parts)).joined(separator: "; "))
        comment(entity, .party(index))
      } else {
        note(entity, name)
      }
      switch mention.referent {
      case .party(let index): if let role = story.parties[index].role { attribute("Role", entity, role.rawValue) }
      case .source(let index): attribute("Kind", entity, story.sources[index].kind.rawValue)
      case .target: break
      }
      same[mention.referent, default: []].append(entity)
    }
    for group in same.values.filter({ $0.count > 1 }).sorted(by: { $0[0] < $1[0] }) {
      line("*\tSame \(group.joined(separator: " "))")
    }
    return entities
  }

  /// What has no form of its own in brat.
  private func details(_ index: Int) -> String {
    let claim = story.claims[index]
    var details = [cells.id(index)]
    if !claim.chain.isEmpty { details.append("chain: \(cells.chain(claim))") }
    if !claim.parties.isEmpty { details.append("about: \(cells.parties(claim))") }
    details.append("confidence: \(cells.confidence(claim))")
    return (details + remarks(.claim(index), claim.corrected.parts)).joined(separator: "; ")
  }

  /// What the reader has made of `subject`, without the note.
  private func remarks(_ subject: Remark.Subject, _ corrected: [(name: String, wording: Wording)]) -> [String] {
    let remark = story.remark(on: subject)
    var parts = remark?.isMarked == true ? ["marked"] : []
    if let tags = remark?.tags, !tags.isEmpty { parts.append("tags: \(cells.tags(remark))") }
    if !corrected.isEmpty { parts.append("corrected: \(corrected.map(\.name).joined(separator: ", "))") }
    return parts
  }

  /// Writes what the reader has noted on `subject`, as a note of its own.
  private mutating func comment(_ entity: String, _ subject: Remark.Subject) {
    let words = cells.note(story.remark(on: subject))
    if !words.isEmpty { note(entity, words) }
  }

  // MARK: Lines

  private mutating func line(_ line: String) { bytes.append(contentsOf: (line + "\n").utf8) }

  /// Writes the words of `span`; returns what stands for them, `nil` if there are none.
  private mutating func text(_ span: Span, _ type: String) -> String? {
    let fragments = fragments(of: span)
    if fragments.isEmpty { return nil }
    entities += 1
    let places = fragments.map { "\(cells.points[$0.start]) \(cells.points[$0.end])" }.joined(separator: ";")
    line("T\(entities)\t\(type) \(places)\t\(fragments.map(story.text.string).joined(separator: " "))")
    return "T\(entities)"
  }

  private mutating func attribute(_ name: String, _ entity: String, _ value: String) {
    attributes += 1
    line("A\(attributes)\t\(name) \(entity) \(Brat.word(value))")
  }

  private mutating func relate(_ name: String, _ first: String, _ second: String) {
    relations += 1
    line("R\(relations)\t\(name) Arg1:\(first) Arg2:\(second)")
  }

  private mutating func note(_ entity: String, _ words: String) {
    notes += 1
    line("#\(notes)\tAnnotatorNotes \(entity)\t\(words)")
  }

  /// The parts of `span` between what ends a line or a field for some program, without blanks at their ends.
  private func fragments(of span: Span) -> [Span] {
    var fragments: [Span] = []
    var start: Int?
    var end = span.start
    var place = span.start
    for scalar in story.text.string(span).unicodeScalars {
      let length = UTF8.width(scalar)
      switch scalar.value {
      case 0x09...0x0D, 0x1C...0x1F, 0x85, 0x2028, 0x2029:
        if let start { fragments.append(Span(start, end)) }
        start = nil
      default:
        if !scalar.properties.isWhitespace {
          if start == nil { start = place }
          end = place + length
        }
      }
      place += length
    }
    if let start { fragments.append(Span(start, end)) }
    return fragments
  }
}
