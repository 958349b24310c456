import Stories

/// Claims as annotations after the W3C Web Annotation Data Model: a JSON-LD array, one annotation a claim on a line of its
/// own.
///
/// The target is the story's text, with a selector by its words and one by its place in code points; the bodies are a
/// sentence for people and tags that are spelled as the terms of a query, and then the reader's own note and tags. What is noted
/// on a story or a party is an annotation too.
public enum WebAnnotation {
  /// What stands before the first annotation.
  public static let opening = Array("[".utf8)
  /// What stands behind the last.
  public static let closing = Array("\n]\n".utf8)

  /// The annotations for `claims`, places in the list of `story`, and for what is noted on it and on its parties; the `first` of
  /// all has no comma before it.
  public static func annotations(for claims: [Int], of story: Story, first: Bool) -> [UInt8] {
    if claims.isEmpty { return [] }
    let writer = Writer(story)
    let others = story.remarks.filter { if case .claim = $0.subject { false } else { true } }
    var bytes: [UInt8] = []
    for annotation in others.map(writer.annotation) + claims.map(writer.annotation) {
      bytes.append(contentsOf: (first && bytes.isEmpty ? "\n" : ",\n").utf8)
      bytes.append(contentsOf: annotation)
    }
    return bytes
  }

  /// The IRI of the file called `name`: relative to where the export is kept, unless the name is a whole path.
  static func address(of name: String) -> String {
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var address = String.UnicodeScalarView()
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      let letter = byte | 0x20
      if 0x61...0x7A ~= letter || 0x30...0x39 ~= byte || "/-._~".unicodeScalars.contains(scalar) {
        address.append(scalar)
      } else {
        address.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
      }
    }
    return (name.hasPrefix("/") ? "file://" : "") + String(address)
  }
}

/// Writes the annotations of one story.
private struct Writer {
  let story: Story
  let cells: ClaimCells
  let address: String
  /// What the names of annotations are made of: the same claim of the same text has the same name every time.
  let seed: Hash

  /// How many characters of the text stand beside the words, so that they are found in another edition of it.
  private static let context = 32

  init(_ story: Story) {
    self.story = story
    cells = ClaimCells(story)
    address = WebAnnotation.address(of: story.name)
    var seed = Hash()
    seed.add(story.name.utf8)
    seed.add(story.text.bytes)
    self.seed = seed
  }

  func annotation(_ index: Int) -> [UInt8] {
    let claim = story.claims[index]
    let bodies =
      [Body(sentence(claim), .describing)] + tags(claim).map { Body($0, .tagging) }
      + own(story.remark(on: .claim(index)))
    return annotation(name(claim.span.start, claim.span.end, index), .describing, bodies) { json in
      json.object { target(claim.span, &$0) }
    }
  }

  /// What is noted on the story or a party: its target is the whole text, or the mentions of the party.
  func annotation(_ remark: Remark) -> [UInt8] {
    var spans: [Span] = []
    var bodies = own(remark)
    let motivation = remark.note == nil ? Purpose.tagging : .commenting
    var number = -1
    if case .party(let index) = remark.subject {
      number = index
      spans = story.mentions.filter { $0.referent == .party(index) }.map(\.span)
      bodies.append(Body(term("party", story.parties[index].id), .tagging))
    }
    // No claim begins before the text.
    return annotation(name(-1, -1, number), motivation, bodies) { json in
      if spans.isEmpty { return json.value(address) }
      json.array(spans) { json, span in json.object { target(span, &$0) } }
    }
  }

  private func annotation(
    _ name: String, _ motivation: Purpose, _ bodies: [Body], _ target: (inout JSON) -> Void
  ) -> [UInt8] {
    var json = JSON()
    json.object { json in
      json.key("@context")
      json.value("http://www.w3.org/ns/anno.jsonld")
      json.key("id")
      json.value(name)
      json.key("type")
      json.value("Annotation")
      json.key("motivation")
      json.value(motivation.rawValue)
      json.key("body")
      json.array(bodies) { $1.write(to: &$0) }
      json.key("target")
      target(&json)
    }
    return json.bytes
  }

  /// What a body, or a whole annotation, is for, as the vocabulary of the model calls it.
  private enum Purpose: String { case describing, tagging, commenting }

  /// One text of an annotation.
  private struct Body {
    let value: String
    let purpose: Purpose
    /// Whether the words are the reader's, in whatever language.
    let isOwn: Bool

    init(_ value: String, _ purpose: Purpose, isOwn: Bool = false) {
      (self.value, self.purpose, self.isOwn) = (value, purpose, isOwn)
    }

    func write(to json: inout JSON) {
      json.object { json in
        json.key("type")
        json.value("TextualBody")
        json.key("purpose")
        json.value(purpose.rawValue)
        json.key("value")
        json.value(value)
        json.key("format")
        json.value("text/plain")
        if isOwn { return }
        json.key("language")
        json.value("en")
      }
    }
  }

  /// The reader's own note and tags, and whether it is marked.
  private func own(_ remark: Remark?) -> [Body] {
    guard let remark else { return [] }
    return (remark.note.map { [Body($0, .commenting, isOwn: true)] } ?? [])
      + remark.tags.map { Body($0, .tagging, isOwn: true) } + (remark.isMarked ? [Body("is:marked", .tagging)] : [])
  }

  private func target(_ span: Span, _ json: inout JSON) {
    let text = story.text
    json.key("source")
    json.value(address)
    json.key("selector")
    json.array([true, false]) { json, isQuote in
      json.object { json in
        json.key("type")
        json.value(isQuote ? "TextQuoteSelector" : "TextPositionSelector")
        if isQuote {
          json.key("exact")
          json.value(text.string(span))
          json.key("prefix")
          json.value(text.string(Span(place(before: span.start), span.start)))
          json.key("suffix")
          json.value(text.string(Span(span.end, place(behind: span.end))))
        } else {
          json.key("start")
          json.value(cells.points[span.start])
          json.key("end")
          json.value(cells.points[span.end])
        }
      }
    }
  }

  private func place(before end: Int) -> Int {
    var (place, left) = (end, Self.context)
    while place > 0, left > 0 {
      place -= 1
      if story.text.bytes[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return place
  }

  private func place(behind start: Int) -> Int {
    var (place, left) = (start, Self.context)
    let bytes = story.text.bytes
    while place < bytes.count {
      if bytes[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }

  /// What the claim is, for people.
  private func sentence(_ claim: Claim) -> String {
    let who = claim.chain.isEmpty ? claim.manner.rawValue : "\(cells.chain(claim)), \(claim.manner.rawValue)"
    var parts = [who, claim.certainty.rawValue + (claim.isDoubtful ? " (doubtful)" : "")]
    if let stage = claim.stage { parts.append(stage.rawValue) }
    if !claim.parties.isEmpty { parts.append("about \(cells.parties(claim))") }
    if !claim.terms.isEmpty { parts.append(cells.terms(claim)) }
    parts.append("confidence \(cells.confidence(claim))")
    let corrected = claim.corrected.parts.map(\.name)
    if !corrected.isEmpty { parts.append("corrected: \(corrected.joined(separator: ", "))") }
    return parts.joined(separator: "; ")
  }

  private func tags(_ claim: Claim) -> [String] {
    claim.chain.map { term("source", story.sources[$0].id) }
      + claim.parties.map { term("about", story.parties[$0].id) }
      + [term("manner", claim.manner.rawValue), term("certainty", claim.certainty.rawValue)]
      + (claim.stage.map { [term("stage", $0.rawValue)] } ?? []) + (claim.corrected.isEmpty ? [] : ["is:corrected"])
  }

  /// A term of a query.
  private func term(_ field: String, _ value: String) -> String {
    "\(field):" + (value.contains(" ") ? "\"\(value)\"" : value)
  }

  /// A name that no other annotation has: a UUID of version 8 (RFC 9562), made of the text and of numbers, such as a claim's place.
  private func name(_ numbers: Int...) -> String {
    var hash = seed
    for number in numbers {
      hash.add((0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }
    var bytes = [hash.first, hash.second].flatMap { half in
      (0..<8).map { UInt8(truncatingIfNeeded: half >> (56 - $0 * 8)) }
    }
    bytes[6] = bytes[6] & 0x0F | 0x80
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = Array("0123456789abcdef")
    var name = "urn:uuid:"
    for (place, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(place) { name.append("-") }
      name.append(digits[Int(byte >> 4)])
      name.append(digits[Int(byte & 15)])
    }
    return name
  }
}

/// Two FNV-1a hashes of 64 bits beside each other, from different starts.
private struct Hash {
  var first: UInt64 = 0xcbf2_9ce4_8422_2325
  var second: UInt64 = 0x9ae1_6a3b_2f90_404f

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    // Where one thing ends and the next begins counts too.
    first = (first ^ 0x1FF) &* 0x100_0000_01b3
    second = (second ^ 0x2FF) &* 0x100_0000_01b3
  }
}
