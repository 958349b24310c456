import Foundation
import Stories
import Testing

@testable import Export

/// What a reader noted and put right, in every form.
@Suite("Notes, tags, marks and corrections") struct RemarkTests {
  private let story = Sample.noted
  private let all = Array(Sample.noted.claims.indices)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("JSON lines have keys for them, and none where there is nothing")
  func json() throws {
    func same(_ one: Any, _ other: Any) throws -> Bool {
      let options: JSONSerialization.WritingOptions = [.sortedKeys]
      return try JSONSerialization.data(withJSONObject: one, options: options)
        == JSONSerialization.data(withJSONObject: other, options: options)
    }
    let line = try #require(
      JSONSerialization.jsonObject(with: Data(JSONLines.line(for: story))) as? [String: Any])
    let plain = try #require(
      JSONSerialization.jsonObject(with: Data(JSONLines.line(for: Sample.story))) as? [String: Any])
    let keys: Set<String> = ["note", "tags", "marked", "corrected"]
    func own(_ object: Any?) throws -> [String: Any] {
      try #require(object as? [String: Any]).filter { keys.contains($0.key) }
    }
    func rest(_ object: Any?) throws -> [String: Any] {
      try #require(object as? [String: Any]).filter { !keys.contains($0.key) }
    }
    #expect(try same(own(line), ["note": "1. Ask\n\n* the *desk*", "tags": ["desk"]]))
    for (name, expected) in [
      "claims": [
        [
          "note": "=who says so?\n\tNobody; not he", "tags": ["follow up", "a;b"], "marked": true,
          "corrected": ["claim", "source"],
        ],
        ["corrected": ["words", "certainty", "stage"]],
      ],
      "parties": [
        ["note": "Call", "tags": ["x"], "marked": true, "corrected": ["party", "role"]], ["note": "Silent"],
      ],
      "targets": [["corrected": ["name"]]],
    ] as [String: [[String: Any]]] {
      let objects = try #require(line[name] as? [Any])
      #expect(try same(objects.map(own), expected), "\(name)")
      // All else is as it was.
      #expect(try same(objects.map(rest), try #require(plain[name])), "\(name)")
    }
    let found = try JSONSerialization.jsonObject(with: Data(JSONLines.line(for: 1, of: story)))
    #expect(try same(own(found), ["corrected": ["words", "certainty", "stage"]]))
  }

  @Test("CSV has those of the claim in its last columns")
  func csv() {
    let records = text(CSV.records(for: all, of: story)).split(separator: "\r\n")
    #expect(records[0].hasSuffix(",1,'=who says so? Nobody; not he,\"follow up; a,b\",true,claim; source"))
    #expect(records[1].hasSuffix(",0.43,,,,words; certainty; stage"))
  }

  @Test("brat has notes of their own for them")
  func brat() {
    let lines = text(Brat.annotations(for: all, of: story)).split(separator: "\n").map(String.init)
    #expect(
      lines.filter { $0.hasPrefix("#") } == [
        "#1\tAnnotatorNotes T1\tacme; marked; tags: x; corrected: party, role", "#2\tAnnotatorNotes T1\tCall",
        "#3\tAnnotatorNotes T2\treuters", "#4\tAnnotatorNotes T3\tcgtn", "#5\tAnnotatorNotes T4\tacme",
        "#6\tAnnotatorNotes T5\tc1; confidence: 1; marked; tags: follow up; a,b; corrected: claim, source",
        "#7\tAnnotatorNotes T5\t=who says so? Nobody; not he",
        "#8\tAnnotatorNotes T6\tc2; chain: Reuters <- CGTN; about: Acme; Beijing; confidence: 0.43; "
          + "corrected: words, certainty, stage",
        "#9\tAnnotatorNotes T8\t8.4 GBP",
      ])
  }

  @Test("text for a pager, in English")
  func show() {
    let expected = """
      # Acme snubs Zed

      File       dir/a "b".txt
      Language   French
      Date       2020-09-14
      Reference  X 1
      Credit     A. Nom
      Target     Widget (by hand: name)
      Stage      in talks
      Tags       desk
      Note       1. Ask
                 * the *desk*

      ## Parties

      - Acme, seller: 0 claims by it, 1 about
        it (by hand: who it is, role)
        marked; tags: x
        note: Call
      - Beijing: 0 claims by it, 1 about it
        note: Silent

      """
    let shown = ShowText(width: 40, language: .english).text(of: story)
    #expect(shown.hasPrefix(expected), "\(shown)")
    let claims = """
      [1] - denied, own voice
          no deal
          (by hand: the claim itself, source)
          marked; tags: follow up, a;b
          note: =who says so?
                Nobody; not he

      """
    #expect(shown.contains(claims), "\(shown)")
    #expect(
      ShowText(width: 80, language: .english).text(of: story).contains("doubtful; by hand: words, certainty, stage)\n"))
    // What a search found has the same.
    #expect(ShowText(width: 40, language: .english).text(of: story, found: [0]).hasSuffix("\n" + claims))
  }

  @Test("text for a pager, in French")
  func showFrench() {
    let shown = ShowText(width: 90, language: .french).text(of: story)
    #expect(shown.contains("    marquée; étiquettes : follow up, a;b\n    note : =who says so?\n"), "\(shown)")
    #expect(shown.contains("à la main : qui c’est, rôle)\n"))
    #expect(shown.contains("Étiquettes  desk\n"))
  }

  @Test("a briefing says on what they are")
  func briefing() {
    let library = Library(entries: [Library.Entry(name: "x", state: .read(story))])
    let text = Briefing(language: .english).text(of: library, claims: [0: all])
    #expect(
      text == """
        # Widget

        1 story, 2 claims, 2020-09-14

        ## Parties

        - **Widget**, target; by hand: name
        - **Acme**, seller; by hand: who it is, role
          - marked; tags: x
          - note: Call
        - **Beijing**
          - note: Silent

        ## Timeline

        - 2020-09-14, **in talks**, only reported: “Acme "pourrait" vendre” — Reuters, citing CGTN (1)

        ## Claims

        ### Reuters

        - “Acme "pourrait" vendre” — Reuters, citing CGTN, uncertain, doubtful, in talks, a share vendre; by hand: words, \
        certainty, stage (1)

        ### The stories themselves

        - “no deal” — denied; by hand: the claim itself, source (1)
          - marked; tags: follow up, a;b
          - note: \\=who says so?\\
            Nobody; not he

        ## Stories

        1. Acme snubs Zed, 2020-09-14, dir/a "b".txt
           - tags: desk
           - note: 1\\. Ask\\
             \\* the \\*desk\\*

        """)
  }

  @Test("a briefing on several stories says once what is noted on a party in all of them")
  func once() {
    var other = story
    other.name = "other.txt"
    other.remarks = [story.remarks[2]]
    let library = Library(entries: [story, other].map { Library.Entry(name: $0.name, state: .read($0)) })
    let text = Briefing(language: .french).text(of: library, claims: [0: all, 1: all])
    #expect(text.components(separatedBy: "  - note\u{A0}: Call\n").count == 2, "\(text)")
    #expect(text.components(separatedBy: "  - marquée; étiquettes\u{A0}: x\n").count == 2)
  }

  @Test("in a briefing a role that was put right outweighs what other stories say")
  func role() {
    var other = Sample.story
    other.parties[0].role = .bidder
    func line(_ stories: [Story]) -> Substring? {
      let library = Library(entries: stories.map { Library.Entry(name: $0.name, state: .read($0)) })
      let claims = Dictionary(uniqueKeysWithValues: stories.indices.map { ($0, all) })
      return Briefing(language: .english).text(of: library, claims: claims).split(separator: "\n")
        .first { $0.hasPrefix("- **Acme**") }
    }
    #expect(line([other, Sample.story, other]) == "- **Acme**, bidder")
    #expect(line([other, story, other]) == "- **Acme**, seller; by hand: who it is, role")
    var none = story
    none.parties[0].role = nil
    #expect(line([other, none, other]) == "- **Acme**; by hand: who it is, role")
  }

  @Test("Web Annotation: those of a claim are bodies, those of a story or party annotations")
  func webAnnotation() throws {
    let bytes =
      WebAnnotation.opening + WebAnnotation.annotations(for: [0], of: story, first: true) + WebAnnotation.closing
    let all = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [[String: Any]])
    func bodies(_ index: Int) throws -> [String] {
      try #require(all[index]["body"] as? [[String: String]]).map { body in
        "\(body["purpose"]!) \(body["value"]!)\(body["language"].map { " " + $0 } ?? "")"
      }
    }
    #expect(all.count == 4)
    #expect(Set(all.compactMap { $0["id"] as? String }).count == 4)
    #expect(all.map { $0["motivation"] as? String } == ["commenting", "commenting", "commenting", "describing"])
    #expect(all[0]["target"] as? String == "dir/a%20%22b%22.txt")
    #expect(try bodies(0) == ["commenting 1. Ask\n\n* the *desk*", "tagging desk"])
    #expect((all[1]["target"] as? [Any])?.count == 2)
    #expect(try bodies(1) == ["commenting Call", "tagging x", "tagging is:marked en", "tagging party:acme en"])
    // Nothing in the text is a mention of it.
    #expect(all[2]["target"] as? String == "dir/a%20%22b%22.txt")
    #expect(
      try bodies(3) == [
        "describing own voice; denied; confidence 1; corrected: claim, source en", "tagging manner:\"own voice\" en",
        "tagging certainty:denied en", "tagging is:corrected en", "commenting =who says so?\n\tNobody; not he",
        "tagging follow up", "tagging a;b", "tagging is:marked en",
      ])
  }
}
