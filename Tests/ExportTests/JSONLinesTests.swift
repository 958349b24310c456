import Export
import Foundation
import Stories
import Testing

@Suite("JSON lines") struct JSONLinesTests {
  /// The fields of a story's line as a program that reads them gets them.
  private func fields(_ story: Story) throws -> [String: Any] {
    let line = JSONLines.line(for: story)
    return try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
  }

  @Test("the line is, to the letter, what the format says")
  func exact() {
    let expected = """
      {"file": "dir/a \\"b\\".txt", "language": "fr", "date": "2020-09-14", "outlet": null, "kicker": "Été 😀", \
      "headline": "Acme snubs Zed", "lede": null, "credits": ["A. Nom"], "reference": "X\\t1", "stage": "in talks", \
      "target": {"id": "widget", "name": "Widget", "mentions": []}, \
      "targets": [{"id": "widget", "name": "Widget", "mentions": []}], \
      "parties": [{"id": "acme", "name": "Acme", "kind": "company", "role": "seller", \
      "mentions": [{"start": 7, "end": 11}, {"start": 80, "end": 84}]}, \
      {"id": "beijing", "name": "Beijing", "kind": "government", "role": null, "mentions": []}], \
      "sources": [{"id": "reuters", "name": "Reuters", "kind": "news agency", "mentions": [{"start": 58, "end": 65}]}, \
      {"id": "cgtn", "name": "CGTN", "kind": "broadcaster", "mentions": [{"start": 74, "end": 78}]}, \
      {"id": "acme", "name": "Acme", "kind": "party", \
      "mentions": [{"start": 7, "end": 11}, {"start": 80, "end": 84}]}], \
      "claims": [{"id": "c1", "start": 33, "end": 40, "text": "no deal", "manner": "own voice", "certainty": "denied", \
      "stage": null, "parties": [], "source": null, "chain": [], "cue": null, "terms": [], "confidence": 1}, \
      {"id": "c2", "start": 80, "end": 102, "text": "Acme \\"pourrait\\" vendre", "manner": "mixed", \
      "certainty": "uncertain", "stage": "in talks", "parties": ["acme", "beijing"], \
      "source": {"id": "reuters", "start": 58, "end": 65}, "chain": ["reuters", "cgtn"], \
      "cue": {"start": 52, "end": 57}, \
      "terms": [{"kind": "price per share", "amount": 8.4, "unit": "GBP", "start": 96, "end": 102}], \
      "confidence": 0.43}]}

      """
    #expect(String(decoding: JSONLines.line(for: Sample.story), as: UTF8.self) == expected)
  }

  @Test("offsets point at the very words, in code points")
  func offsets() throws {
    let scalars = Array(Sample.text.unicodeScalars)
    let claims = try #require(fields(Sample.story)["claims"] as? [[String: Any]])
    #expect(claims.count == 2)
    for claim in claims {
      let start = try #require(claim["start"] as? Int)
      let end = try #require(claim["end"] as? Int)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      #expect(String(words) == claim["text"] as? String)
    }
  }

  @Test("claims below a confidence are left out, the others keep their ids")
  func confident() throws {
    var story = Sample.story
    story.claims[0].confidence = 0.2
    func ids(_ least: Double) throws -> [String] {
      let line = JSONLines.line(for: story, from: least)
      let fields = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      return try #require(fields["claims"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    }
    #expect(try ids(0) == ["c1", "c2"])
    #expect(try ids(0.428) == ["c2"])
    #expect(try ids(0.5) == [])
  }

  @Test("offsets are right far into a text and at its very end", arguments: [0, 1, 127, 128, 129, 256, 1000])
  func far(_ count: Int) throws {
    // Two bytes a code point, and an end on and off the places where the count is kept.
    let text = String(repeating: "é", count: count) + "a"
    let size = text.utf8.count
    let story = Story(
      name: "x", text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(),
      claims: [Claim(span: Span(size - 1, size), manner: .ownVoice, certainty: .asserted)])
    let claims = try #require(fields(story)["claims"] as? [[String: Any]])
    #expect(claims[0]["start"] as? Int == count)
    #expect(claims[0]["end"] as? Int == count + 1)
    #expect(claims[0]["text"] as? String == "a")
  }

  @Test("every control character survives and leaves the line one line")
  func escapes() throws {
    let text = String(String.UnicodeScalarView((0..<0x80).map { Unicode.Scalar(UInt8($0)) })) + "\u{2028}\u{85}"
    let story = Story(
      name: "x", text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(),
      claims: [Claim(span: Span(0, text.utf8.count), manner: .ownVoice, certainty: .asserted)])
    let line = JSONLines.line(for: story)
    #expect(line.last == 0x0A)
    #expect(!line.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
    let claims = try #require(fields(story)["claims"] as? [[String: Any]])
    #expect(claims[0]["text"] as? String == text)
  }

  @Test("what terminals act on or hide is escaped, and comes back as it was")
  func hidden() throws {
    let text = "a\u{9B}31m\u{202E}b\u{200B}c\u{E0041}d\u{AD}é\u{FEFF}—€😀"
    let story = Story(
      name: text, text: StoryText(bytes: Array(text.utf8)), language: .english, layout: Layout(),
      claims: [Claim(span: Span(0, text.utf8.count), manner: .ownVoice, certainty: .asserted)])
    let line = String(decoding: JSONLines.line(for: story), as: UTF8.self)
    for hidden in ["\u{9B}", "\u{202E}", "\u{200B}", "\u{E0041}", "\u{AD}", "\u{FEFF}"] {
      #expect(!line.unicodeScalars.contains(hidden.unicodeScalars.first!), "\(hidden.unicodeScalars.first!.value)")
    }
    #expect(line.contains("\\u009b31m\\u202eb\\u200bc\\udb40\\udc41d"))
    #expect(line.contains("é") && line.contains("—€😀"))
    #expect(try fields(story)["file"] as? String == text)
  }

  @Test("a story without anything has every field all the same")
  func bare() throws {
    let story = Story(name: "x", text: StoryText(bytes: [0x61]), language: .english, layout: Layout())
    let fields = try fields(story)
    #expect(
      Set(fields.keys) == [
        "file", "language", "date", "outlet", "kicker", "headline", "lede", "credits", "reference", "stage", "target",
        "targets",
        "parties",
        "sources", "claims",
      ])
    for name in ["date", "kicker", "headline", "lede", "reference", "stage", "target"] {
      #expect(fields[name] is NSNull, "\(name)")
    }
    for name in ["credits", "targets", "parties", "sources", "claims"] {
      #expect((fields[name] as? [Any])?.isEmpty == true, "\(name)")
    }
  }
}
