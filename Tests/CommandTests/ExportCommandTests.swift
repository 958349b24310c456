import Foundation
import TestSupport
import Testing

/// What leaves the program is read by programs that are not ours.
@Suite("suitor export, read by others") struct ExportCommandTests {
  /// Where the stories of a test are.
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Stories that are hard on every format, in two folders that have one name in common.
  private func stories() throws -> [String] {
    try scratch.write(
      "a/one/été.txt",
      "Norvane turns down Belcor\r\n\r\nNorvane said it would \"not sell its cable unit\",\r\n😀 to Belcor for £2.2 billion. =1+1, said "
        + "Belcor.\r\n\r\nReuters, citing CGTN, reported that Norvane, Inc. could raise\r\n  its offer.\r\n")
    try scratch.write(
      "b/one/été.txt",
      "Norvane lehnt ab\n\n\"=HYPERLINK(1)\", Norvane said. <script>alert(1)</script> [x](http://e.x) said Belcor.\n\n"
        + "\"@cmd|' /C calc'!A0\", Belcor said.\u{2028}It said\tthat it would buy Norvane.\n")
    var evil = "Norvane says no\n\n"
    var numbers = SplitMix(state: 8)
    for _ in 0..<30 {
      let pieces = numbers.hostileBytes(count: 6).filter { $0 != 0 }
      evil += "Norvane said it would \(String(decoding: pieces, as: UTF8.self)) not buy Zed. "
    }
    try scratch.write("b/evil.txt", evil)
    return [scratch.path("a"), scratch.path("b")]
  }

  private func export(_ form: String, _ paths: [String], _ more: String...) throws -> Program.Result {
    try Program.run(list: ["export", "--format=\(form)"] + more + paths)
  }

  @Test("CSV has the same claims as JSON lines", .enabled(if: Outsider.python != nil, Outsider.noPython))
  func csv() throws {
    let paths = try stories()
    for paths in [[], paths] {
      let table = try export("csv", paths)
      #expect(table.code == 0 && table.errors == "")
      try table.output.write(toFile: scratch.path("claims.csv"), atomically: true, encoding: .utf8)
      try Outsider.check(
        #"""
        import csv, json, re, sys
        rows = list(csv.DictReader(open("claims.csv", encoding="utf-8", newline=""), strict=True))
        def plain(cell):
            return re.sub(r"^(\s*)'(?=[\s']*[=+@\-\uff1d\uff0b\uff0d\uff20])", r"\1", cell)
        count = 0
        for line in sys.stdin:
            story = json.loads(line)
            names = {x["id"]: x["name"] for x in story["parties"]}
            kinds = {x["id"]: x["kind"] for x in story["sources"]}
            for claim in story["claims"]:
                row = rows[count]; count += 1
                assert len(row) == 24 and None not in row, row
                assert not (row["note"] or row["tags"] or row["marked"] or row["corrected"]), row
                assert (row["claim"], int(row["start"]), int(row["end"])) == (claim["id"], claim["start"], claim["end"])
                letters = lambda text: "".join(filter(str.isalnum, text))
                assert letters(plain(row["quote"])) == letters(claim["text"]), (row["quote"], claim["text"])
                for name in ["manner", "certainty", "stage"]: assert row[name] == (claim[name] or ""), row
                assert float(row["confidence"]) == claim["confidence"]
                assert row["language"] == story["language"] and row["date"] == (story["date"] or "")
                assert row["source_kind"] == (kinds[claim["chain"][0]] if claim["chain"] else "")
                assert row["chain"].count(" <- ") == max(0, len(claim["chain"]) - 1)
                assert [plain(x) for x in row["parties"].split("; ") if x] == [names[x] for x in claim["parties"]], row
                terms = ["%s %g %s" % (x["kind"], x["amount"], x["unit"]) for x in claim["terms"]]
                got = [re.sub(r"[\d.]+", lambda m: "%g" % float(m[0]), x) for x in row["terms"].split("; ") if x]
                assert got == terms, (got, terms)
                for cell in row.values():
                    assert not re.match(r"\s*[=+@\-\uff1d\uff0b\uff0d\uff20]", cell), cell
                    assert not any(ord(x) < 32 for x in cell), cell
        assert count == len(rows) and count > 4, (count, len(rows))
        print("checked", count)
        """#, input: try export("jsonl", paths).output, folder: scratch.url)
    }
  }

  @Test("each record of CSV is a line, and no cell is run as a formula")
  func formulas() throws {
    let paths = try stories()
    let table = try export("csv", paths)
    #expect(table.output.hasPrefix("story,headline,outlet,date,language,deal,claim,start,end,quote,"))
    let lines = table.output.split(separator: "\r\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    #expect(lines.dropLast().allSatisfy { !$0.contains { $0 == "\n" || $0 == "\r" } })
    #expect(table.output.contains(",'=HYPERLINK(1),"))
    #expect(table.output.contains(",'@cmd|' /C calc'!A0,"))
  }

  @Test("brat finds each annotation's words at its place", .enabled(if: Outsider.python != nil, Outsider.noPython))
  func brat() throws {
    let paths = try stories()
    for (number, paths) in [[], paths].enumerated() {
      let folder = scratch.path("brat\(number)")
      let result = try export("brat", paths, "--output=\(folder)")
      #expect(result.code == 0 && result.output + result.errors == "")
      try Outsider.check(
        #"""
        import os, re, sys
        conf, section = {}, None
        for line in open("annotation.conf", encoding="utf-8"):
            line = line.rstrip("\n")
            if line.startswith("["): section = line[1:-1]; conf[section] = []
            elif line: conf[section].append(line.lstrip("!\t").split("\t"))
        assert list(conf) == ["entities", "relations", "events", "attributes"]
        entities = {x[0] for x in conf["entities"]}
        values = {x[0]: x[1].split("Value:")[1].split("|") for x in conf["attributes"]}
        relations = {}
        for name, arguments in (x for x in conf["relations"] if not x[0].startswith("<")):
            types = re.findall(r"Arg\d:([^,]+)", arguments)
            relations.setdefault(name, []).append([x.split("|") for x in types])
        documents = claims = broken = 0
        for folder, _, names in os.walk("."):
            for name in names:
                if not name.endswith(".ann"): continue
                documents += 1
                path = os.path.join(folder, name)
                text = open(path[:-4] + ".txt", encoding="utf-8", newline="").read()
                data = open(path, encoding="utf-8", newline="").read()
                assert data.endswith("\n")
                lines = data.splitlines()
                assert lines == data[:-1].split("\n")
                types, seen, later = {}, set(), []
                for line in lines:
                    key, rest = line.split("\t", 1)
                    assert key == "*" or key not in seen, key
                    seen.add(key)
                    if key[0] == "T":
                        where, words = rest.split("\t")
                        kind, offsets = where.split(" ", 1)
                        spans = [tuple(map(int, x.split(" "))) for x in offsets.split(";")]
                        assert kind in entities, kind
                        assert all(a < b for a, b in spans) and spans == sorted(spans)
                        assert " ".join(text[a:b] for a, b in spans) == words, (words, spans)
                        types[key] = kind
                        claims += kind == "Claim"
                        broken += len(spans) > 1
                    else: later.append((key, rest))
                for key, rest in later:
                    if key == "*":
                        name, *members = rest.split(" ")
                        assert len({types[x] for x in members}) == 1 and len(members) > 1, rest
                    elif key[0] == "R":
                        name, *members = rest.split(" ")
                        got = [types[x.split(":")[1]] for x in members]
                        assert any(got[0] in a and (got[1] in b or "Term" in b) for a, b in relations[name]), (rest, got)
                    elif key[0] == "A":
                        name, entity, value = rest.split(" ")
                        assert value in values[name] and entity in types, rest
                    else:
                        assert key[0] == "#", key
                        where, words = rest.split("\t")
                        assert where.split(" ")[0] == "AnnotatorNotes" and where.split(" ")[1] in types
        assert documents == int(sys.argv[1]) and claims > 4, (documents, claims)
        assert broken > 0 or documents > 3
        print("checked", documents, claims, broken)
        """#, number == 0 ? "\(try Program.run("export").files().count)" : "3", folder: URL(fileURLWithPath: folder))
    }
  }

  @Test("a brat folder is never written over, and no name leads out of it")
  func bratFolder() throws {
    let paths = try stories()
    let folder = scratch.path("out")
    #expect(try export("brat", paths, "-o", folder).code == 0)
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    #expect(
      names == [
        "annotation.conf", "evil.ann", "evil.txt", "one", "one/été-2.ann", "one/été-2.txt", "one/été.ann",
        "one/été.txt",
      ])
    let original = try String(contentsOfFile: scratch.path("a/one/été.txt"), encoding: .utf8)
    #expect(try String(contentsOfFile: folder + "/one/été.txt", encoding: .utf8) == original)
    let again = try export("brat", paths, "-o", folder)
    #expect(again.code == 1)
    #expect(
      again.errors == "suitor: \(folder): holds something already, which is not written over; name a new folder\n")
    try scratch.write("x/story.txt")
    let up = try Program.run(
      "export", "-f", "brat", "-o", "../up", "../x/./story.txt", folder: scratch.url.appendingPathComponent("a"))
    #expect(up.code == 0)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path("up")).contains("x/story.ann"))
  }

  @Test(
    "Web Annotation: what the model demands is there, and both selectors find the words",
    .enabled(if: Outsider.python != nil, Outsider.noPython))
  func webAnnotation() throws {
    let paths = try stories()
    for (number, paths) in [[], paths].enumerated() {
      try export("webannotation", paths).output.write(
        toFile: scratch.path("claims.jsonld"), atomically: true, encoding: .utf8)
      let script = #"""
        import json, re, sys
        from urllib.parse import unquote, urlsplit
        annotations = json.load(open("claims.jsonld", encoding="utf-8"))
        roots = sys.argv[1:]
        claims = []
        for line in sys.stdin:
            story = json.loads(line)
            claims += [(story["file"], x) for x in story["claims"]]
        assert len(annotations) == len(claims) > 4, (len(annotations), len(claims))
        assert len({x["id"] for x in annotations}) == len(annotations)
        for annotation, (name, claim) in zip(annotations, claims):
            # Section 3.1: one or more contexts, exactly one id, one or more types, one or more targets.
            assert annotation["@context"] == "http://www.w3.org/ns/anno.jsonld"
            assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", annotation["id"])
            assert annotation["type"] == "Annotation"
            # Section 3.3.5: a motivation of the vocabulary.
            assert annotation["motivation"] == "describing"
            # Section 3.2.4: an embedded textual body has one value, and one purpose of the vocabulary.
            assert annotation["body"]
            for body in annotation["body"]:
                assert set(body) == {"type", "purpose", "value", "format", "language"}
                assert body["type"] == "TextualBody" and body["purpose"] in ("describing", "tagging") and body["value"]
            tags = [x["value"] for x in annotation["body"] if x["purpose"] == "tagging"]
            assert f'certainty:{claim["certainty"]}' in tags
            # Section 4: a specific resource has exactly one source, an IRI.
            target = annotation["target"]
            assert set(target) == {"source", "selector"}
            assert re.fullmatch(r"[A-Za-z0-9._~/%:-]+", target["source"])
            address = urlsplit(target["source"])
            assert address.scheme in ("", "file") and unquote(address.path) == name, (address, name)
            quote, place = target["selector"]
            # Sections 4.2.4 and 4.2.5.
            assert set(quote) == {"type", "exact", "prefix", "suffix"} and quote["type"] == "TextQuoteSelector"
            assert set(place) == {"type", "start", "end"} and place["type"] == "TextPositionSelector"
            assert quote["exact"] == claim["text"]
            assert (place["start"], place["end"]) == (claim["start"], claim["end"])
            if roots:
                texts = []
                for root in roots:
                    try: texts.append(open(f"{root}/{name}", encoding="utf-8", newline="").read())
                    except OSError: pass
                text = [x for x in texts if x[place["start"]:place["end"]] == quote["exact"]]
                assert text, name
                assert any(x[:place["start"]].endswith(quote["prefix"]) for x in text)
                assert any(x[place["end"]:].startswith(quote["suffix"]) for x in text)
                assert len(quote["prefix"]) == min(32, place["start"])
        print("checked", len(annotations))
        """#
      let lines = try export("jsonl", paths).output
      if number == 0 {
        try Outsider.check(script, input: lines, folder: scratch.url)
      } else {
        try Outsider.check(script, paths[0], paths[1], input: lines, folder: scratch.url)
      }
    }
  }

  @Test("without a story there is an empty array", .enabled(if: Outsider.python != nil, Outsider.noPython))
  func emptyArray() throws {
    let path = try scratch.write("x.txt", "Nothing.\n")
    let result = try export("webannotation", [path])
    try Outsider.check("import json, sys; assert json.load(sys.stdin) == []; print('checked')", input: result.output)
  }

  @Test(
    "Markdown: a reader of it sees headings and lists of ours, and only words of the stories",
    .enabled(if: Outsider("cmark") != nil, "skipped: cmark is not installed"))
  func markdown() throws {
    let paths = try stories()
    let result = try export("markdown", paths)
    #expect(result.code == 0 && result.errors == "")
    let cmark = try #require(Outsider("cmark"))
    let html = try cmark.run("--unsafe", input: result.output).output
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;") || !result.output.contains("script"))
    for tag in ["<script", "<a ", "<img", "<code", "<pre", "<blockquote", "<hr", "<!--"] {
      #expect(!html.contains(tag), "\(tag)")
    }
    let tags = Set(html.matches(of: /<[a-z0-9]+/).map { String($0.output) })
    #expect(tags.isSubset(of: ["<h1", "<h2", "<h3", "<p", "<ul", "<ol", "<li", "<strong"]), "\(tags)")
    #expect(html.contains("<h1>Norvane"))
    #expect(html.contains("=HYPERLINK(1)"))
    #expect(html.contains("<h2>Claims</h2>"))
    #expect(html.contains("<h2>Stories</h2>"))
  }

  @Test("of many stories no more is kept than of few", arguments: ["csv", "brat"])
  func streams(_ form: String) throws {
    let text = "Norvane said it would buy Belcor.\n" + String(repeating: "It said it would buy Zed.\n", count: 200)
    for number in 0..<60 { try scratch.write("many/\(number).txt", text) }
    for number in 0..<2 { try scratch.write("few/\(number).txt", text) }
    func most(_ folder: String) throws -> Int {
      let more = form == "brat" ? ["--output=\(scratch.path("brat-\(folder)"))"] : []
      return try Program.mostMemory(["export", "--format=\(form)"] + more + [scratch.path(folder)])
    }
    let (few, many) = (try most("few"), try most("many"))
    // Sixty readings would be five megabytes.
    #expect(many < few + 2500, "\(few) and \(many) kB")
  }
}
