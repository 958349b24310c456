import Stories

/// Claims as annotations after the W3C Web Annotation Data Model: a JSON-LD array, one annotation a claim on a line of its
/// own.
///
/// The target is the story's text, with a selector by its words and one by its place in code points; the bodies are a
/// sentence for people and tags that are spelled as the terms of a query.
public enum WebAnnotation {
  /// What stands before the first annotation.
  public static let opening = Array("[".utf8)
  /// What stands behind the last.
  public static let closing = Array("\n]\n".utf8)

  /// The annotations for `claims`, places in the list of `story`; the `first` of all has no comma before it.
  public static func annotations(for claims: [Int], of story: Story, first: Bool) -> [UInt8] {
    if claims.isEmpty { return [] }
    let writer = Writer(story)
    var bytes: [UInt8] = []
    for (place, claim) in claims.enumerated() {
      bytes.append(contentsOf: (first && place == 0 ? "\n" : ",\n").utf8)
      bytes.append(contentsOf: writer.annotation(claim))
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
    var json = JSON()
    json.object { json in
      json.key("@context")
      json.value("http://www.w3.org/ns/anno.jsonld")
      json.key("id")
      json.value(name(index))
      json.key("type")
      json.value("Annotation")
      json.key("motivation")
      json.value("describing")
      json.key("body")
      json.array([""] + tags(claim)) { json, tag in
        body(tag.isEmpty ? sentence(claim) : tag, purpose: tag.isEmpty ? "describing" : "tagging", &json)
      }
      json.key("target")
      json.object { target(claim.span, &$0) }
    }
    return json.bytes
  }

  private func body(_ value: String, purpose: String, _ json: inout JSON) {
    json.object { json in
      json.key("type")
      json.value("TextualBody")
      json.key("purpose")
      json.value(purpose)
      json.key("value")
      json.value(value)
      json.key("format")
      json.value("text/plain")
      json.key("language")
      json.value("en")
    }
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
    return parts.joined(separator: "; ")
  }

  private func tags(_ claim: Claim) -> [String] {
    func term(_ field: String, _ value: String) -> String {
      "\(field):" + (value.contains(" ") ? "\"\(value)\"" : value)
    }
    return claim.chain.map { term("source", story.sources[$0].id) }
      + claim.parties.map { term("about", story.parties[$0].id) }
      + [term("manner", claim.manner.rawValue), term("certainty", claim.certainty.rawValue)]
      + (claim.stage.map { [term("stage", $0.rawValue)] } ?? [])
  }

  /// A name that no other annotation has: a UUID of version 8 (RFC 9562), made of the text and the claim's place.
  private func name(_ index: Int) -> String {
    let span = story.claims[index].span
    var hash = seed
    for number in [span.start, span.end, index] {
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
