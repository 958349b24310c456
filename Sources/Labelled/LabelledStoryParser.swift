import Stories

extension LabelledStory {
  /// Reads a labelled file, the mark-up of which `Data/labelled/README.md` describes.
  ///
  /// Throws `MarkupError` with the line of what is malformed or does not fit together.
  public init(file bytes: [UInt8]) throws(MarkupError) {
    let file = LabelledFile(bytes)
    let marked = try BraceReader.read(file.body)
    self.init(text: StoryText(bytes: marked.text), claims: try Self.claims(marked))
    var next = 0
    for line in file.labels { try add(line, from: &next) }
    if isDealOnly, let brace = marked.braces.first {
      throw MarkupError(line: brace.line, problem: "\(brace.name) is marked although the story has \"only: deal\"")
    }
  }

  /// The claims, each with the mentions and the cue that its number ties to it.
  private static func claims(_ marked: BraceReader.Marked) throws(MarkupError) -> [LabelledClaim] {
    var mentions: [String: Span] = [:]
    var cues: [String: Span] = [:]
    var numbers: Set<String> = []
    for brace in marked.braces {
      switch brace.kind {
      case .source:
        guard mentions.updateValue(brace.span, forKey: brace.label) == nil else { throw brace.twice }
      case .cue:
        guard cues.updateValue(brace.span, forKey: brace.label) == nil else { throw brace.twice }
      case .claim:
        guard numbers.insert(brace.label).inserted else { throw brace.twice }
      }
    }
    for brace in marked.braces where brace.kind != .claim {
      let number = brace.label.prefix { $0.isNumber }
      guard numbers.contains(where: { $0.prefix { $0.isNumber } == number }) else {
        throw MarkupError(line: brace.line, problem: "there is no claim c\(number) for \(brace.name)")
      }
    }
    var claims: [LabelledClaim] = []
    for brace in marked.braces where brace.kind == .claim {
      let number = String(brace.label.prefix { $0.isNumber })
      let manner = try brace.manner()
      var claim = LabelledClaim(
        label: brace.label, span: brace.span, manner: manner, certainty: try brace.certainty(), chain: brace.chain)
      guard (manner == .ownVoice) == claim.chain.isEmpty else {
        throw MarkupError(
          line: brace.line,
          problem: "\(brace.name) needs \(manner == .ownVoice ? "no chain, as it is own voice" : "a chain")")
      }
      if manner != .ownVoice {
        guard let nearest = mentions[brace.label] ?? mentions[number] else {
          throw MarkupError(line: brace.line, problem: "there is no source s\(number) for \(brace.name)")
        }
        let origins = ["o", "p"].compactMap { mentions[brace.label + $0] ?? mentions[number + $0] }
        claim.sources = [nearest] + origins
        claim.cue = cues[brace.label] ?? cues[number]
      }
      claims.append(claim)
    }
    return claims.sorted { $0.span < $1.span }
  }

  /// Adds what a line below the story says; terms are looked for from the byte `next` on.
  private mutating func add(_ line: LabelledFile.Line, from next: inout Int) throws(MarkupError) {
    func error(_ problem: String) -> MarkupError { MarkupError(line: line.number, problem: problem) }
    guard let colon = line.text.firstIndex(of: ":") else { throw error("a line below the story is \"kind: value\"") }
    let key = line.text[..<colon]
    let fields = line.text[line.text.index(after: colon)...].split(separator: "|", omittingEmptySubsequences: false)
      .map { String($0.trimmed) }
    switch (key, fields.count) {
    case ("target", 1): targets.append(fields[0])
    case ("party", 2):
      guard let role = Party.Role(rawValue: fields[1]) else { throw error("\"\(fields[1])\" is no role") }
      parties.append(LabelledParty(name: fields[0], role: role))
    case ("stage", 1):
      guard let stage = Stage(rawValue: fields[0]) else { throw error("\"\(fields[0])\" is no stage") }
      self.stage = stage
    case ("only", 1):
      guard fields[0] == "deal" else { throw error("the only thing that may be marked alone is \"deal\"") }
      isDealOnly = true
    case ("term", 4):
      guard let kind = Claim.Term.Kind(rawValue: fields[0]) else { throw error("\"\(fields[0])\" is no kind of term") }
      guard let amount = Double(fields[1]) else { throw error("\"\(fields[1])\" is no number") }
      guard let span = place(of: Array(fields[3].utf8), from: next) else {
        throw error("\"\(fields[3])\" stands in no claim behind the term before")
      }
      terms.append(Claim.Term(kind: kind, amount: amount, unit: fields[2], span: span))
      next = span.end
    default:
      throw error(
        "a line is \"target: NAME\", \"party: NAME | role\", \"stage: …\" or \"term: kind | amount | unit | words\"")
    }
  }

  /// The first place of `words` in a claim from the byte `from` on.
  private func place(of words: [UInt8], from: Int) -> Span? {
    guard !words.isEmpty else { return nil }
    for claim in claims where claim.span.end > from {
      var start = max(claim.span.start, from)
      while start + words.count <= claim.span.end {
        if text.bytes[start..<start + words.count].elementsEqual(words) { return Span(start, start + words.count) }
        start += 1
      }
    }
    return nil
  }
}

extension Substring {
  /// Without white space on either side.
  fileprivate var trimmed: Substring {
    var words = drop { $0.isWhitespace }
    while let last = words.last, last.isWhitespace { words.removeLast() }
    return words
  }
}
