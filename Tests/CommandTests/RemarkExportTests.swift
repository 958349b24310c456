import Export
import Foundation
import Stories
import TestSupport
import Testing

/// What a reader noted, read back by programs that are not ours.
@Suite("Notes in exports, read by others") struct RemarkExportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Notes that are hard on every form.
  private static let notes = [
    "=HYPERLINK(1)", "@SUM(A1)\n\n# heading\n- item\n1. one", "a\tb, \"c\"\r\n'd' <script>alert(1)</script>",
    "[x](http://e.x) www.e.x *a* `b`", "\u{1B}[31mred \u{202E}back\u{2028}end", "   ", "été 😀 \\",
  ]

  /// A story with each of the notes on a claim, on a party and as a tag, and with the first on itself.
  private var story: Story {
    let sentences = Self.notes.indices.map { "Firm\($0) bids." }
    let text = sentences.joined(separator: " ")
    var parties: [Party] = []
    var mentions: [Mention] = []
    var claims: [Claim] = []
    var remarks: [Remark] = []
    var start = 0
    func remark(_ subject: Remark.Subject, _ note: String) {
      var remark = Remark(on: subject)
      (remark.note, remark.tags, remark.isMarked) = (note, [note, "plain"], true)
      remarks.append(remark)
    }
    remark(.story, Self.notes[0] + "\n" + Self.notes[2])
    for (number, sentence) in sentences.enumerated() {
      parties.append(Party(id: "firm\(number)", name: Wording("Firm\(number)"), kind: .company, role: .bidder))
      mentions.append(Mention(span: Span(start, start + 5), referent: .party(number), form: .name))
      var claim = Claim(
        span: Span(start, start + sentence.utf8.count - 1), manner: .ownVoice, certainty: .asserted, parties: [number])
      claim.corrected = number % 2 == 0 ? [.certainty, .words] : []
      claims.append(claim)
      remark(.claim(number), Self.notes[number])
      remark(.party(number), Self.notes[number])
      start += sentence.utf8.count + 1
    }
    var story = Story(
      name: "bids.txt", text: StoryText(bytes: Array(text.utf8)), language: .english,
      layout: Layout(blocks: [.init(kind: .paragraph, span: Span(0, text.utf8.count))]), parties: parties,
      mentions: mentions, claims: claims)
    story.remarks = remarks
    return story
  }

  private func export(_ form: ExportForm) -> String {
    let story = story
    var exporter = Exporter(form, language: .english)
    var bytes = exporter.opening
    bytes += exporter.bytes(for: story, claims: Array(story.claims.indices))
    return String(decoding: bytes + exporter.closing(), as: UTF8.self)
  }

  @Test("CSV and Web Annotation have the notes of JSON lines", .enabled(if: Outsider.python != nil, Outsider.noPython))
  func tables() throws {
    for (name, form) in [("claims.csv", ExportForm.csv), ("claims.jsonld", .webannotation)] {
      try Data(export(form).utf8).write(to: URL(fileURLWithPath: scratch.path(name)))
    }
    try Outsider.check(
      #"""
      import csv, json, re, sys
      story = json.loads(sys.stdin.read())
      claims, parties = story["claims"], story["parties"]
      rows = list(csv.DictReader(open("claims.csv", encoding="utf-8", newline=""), strict=True))
      def plain(cell):
          return re.sub(r"^(\s*)'(?=[\s']*[=+@\-\uff1d\uff0b\uff0d\uff20])", r"\1", cell)
      letters = lambda text: "".join(x for x in text if x.isalnum())
      assert len(rows) == len(claims) == 7
      for row, claim in zip(rows, claims):
          assert len(row) == 24 and None not in row, row
          assert letters(plain(row["note"])).startswith(letters(claim["note"].split("\u001b")[0])), (row, claim)
          assert row["tags"].split("; ")[-1] == "plain" and claim["tags"] == [claim["note"], "plain"]
          assert row["marked"] == "true" and claim["marked"] is True
          assert row["corrected"] == "; ".join(claim.get("corrected", [])), row
          for cell in row.values():
              assert not re.match(r"\s*[=+@\-\uff1d\uff0b\uff0d\uff20]", cell), cell
              assert not any(ord(x) < 32 for x in cell), cell
      assert [x["note"] for x in parties] == [x["note"] for x in claims]
      annotations = json.load(open("claims.jsonld", encoding="utf-8"))
      assert len(annotations) == 15 and len({x["id"] for x in annotations}) == 15
      whole, others = annotations[0], annotations[1:8]
      assert whole["target"] == story["file"] == "bids.txt"
      for annotation, noted in zip(annotations, [story] + parties + claims):
          assert annotation["motivation"] in ("commenting", "describing")
          comments = [x for x in annotation["body"] if x["purpose"] == "commenting"]
          assert [x["value"] for x in comments] == [noted["note"]], comments
          assert all(set(x) == {"type", "purpose", "value", "format"} and x["type"] == "TextualBody" for x in comments)
          tags = [x["value"] for x in annotation["body"] if x["purpose"] == "tagging"]
          assert set(noted["tags"]) | {"is:marked"} <= set(tags), tags
          assert ("is:corrected" in tags) == ("corrected" in noted)
      text = open("bids.txt").read()
      for annotation, party in zip(others, parties):
          assert f'party:{party["id"]}' in [x["value"] for x in annotation["body"]]
          for target in annotation["target"]:
              quote, place = target["selector"]
              assert text[place["start"]:place["end"]] == quote["exact"] == party["name"]
      print("checked")
      """#, input: export(.jsonl),
      folder: { () -> URL in
        try scratch.write("bids.txt", String(decoding: story.text.bytes, as: UTF8.self))
        return scratch.url
      }())
  }

  @Test("brat: each note is one line on an annotation", .enabled(if: Outsider.python != nil, Outsider.noPython))
  func brat() throws {
    try Outsider.check(
      #"""
      import sys
      data = sys.stdin.buffer.read().decode("utf-8")
      lines = data.splitlines()
      assert data.endswith("\n") and lines == data[:-1].split("\n")
      types = {x.split("\t")[0]: x.split("\t")[1].split(" ")[0] for x in lines if x[0] == "T"}
      notes = {}
      for line in lines:
          if line[0] != "#": continue
          key, where, words = line.split("\t")
          name, entity = where.split(" ")
          assert name == "AnnotatorNotes" and words
          notes.setdefault(entity, []).append(words)
      own = [x for x, all in notes.items() if len(all) == 2]
      # A note of nothing but blanks says nothing.
      assert sorted(types[x] for x in own) == ["Claim"] * 6 + ["Party"] * 6, own
      assert all("marked; tags: " in all[0] and "plain" in all[0] for all in notes.values())
      assert notes["T1"][1] == "=HYPERLINK(1)"
      print("checked")
      """#, input: export(.brat))
  }

  @Test(
    "Markdown: notes are words in lists of ours",
    .enabled(if: Outsider("cmark") != nil, "skipped: cmark is not installed"))
  func markdown() throws {
    let html = try #require(Outsider("cmark")).run("--unsafe", input: export(.markdown)).output
    let tags = Set(html.matches(of: /<[a-z0-9]+/).map { String($0.output) })
    #expect(tags.isSubset(of: ["<h1", "<h2", "<h3", "<p", "<ul", "<ol", "<li", "<strong", "<br"]), "\(tags)")
    #expect(html.contains("<li>note: @SUM(A1)<br />\n# heading<br />\n- item<br />\n1. one</li>"), "\(html)")
    #expect(html.contains("<li>note: [x](http://e.x) www.e.x *a* `b`</li>"))
    // As many headings as there are without the notes, and one list in the list for each noted thing with a note.
    #expect(html.matches(of: /<h1>/).count == 1)
    #expect(html.matches(of: /<ul>/).count == 2 + 15)
  }
}
