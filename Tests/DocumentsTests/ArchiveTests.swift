import Testing

@testable import Documents

@Suite("Packed files") struct ArchiveTests {
  private static let mail = "From: Le Quai <quai@example.net>\nSubject: Calder renonce\n\nCalder renonce au port.\n"
  private static let feed =
    "<rss><channel><item><title>A</title><description>Calder said no.</description></item><item><description>So did Brightwater.</description></item></channel></rss>"

  @Test("a folder of stories, of any kind", arguments: [Packing.Kind.zip, .tar, .tarGzip])
  func folder(_ kind: Packing.Kind) {
    let packed = Packing.pack(
      kind,
      [
        ("news/", ""), ("news/b.txt", "Calder raises its bid"), ("news/mail.eml", Self.mail),
        ("./news/feed", Self.feed),
        ("news/.hidden", "x"), ("__MACOSX/a", "x"), ("logo.png", "\u{89}PNG\0\0\0"), ("../../etc/passwd", "Text."),
      ])
    let opened = Opened(packed)
    #expect(
      opened.texts == [
        "Calder raises its bid", "Calder renonce\n\nCalder renonce au port.", "A\n\nCalder said no.",
        "So did Brightwater.", "Text.",
      ])
    #expect(
      opened.parts == ["news/b.txt", "news/mail.eml", "news/feed/1", "news/feed/2", "etc/passwd"])
    #expect(opened.problems.isEmpty)
    #expect(Opened(packed, atMost: 2).parts == ["news/b.txt", "news/mail.eml"])
  }

  @Test("a file alone keeps its name") func alone() {
    let story = Opened(Packing.pack(.gzip, [("a", "Calder raises its bid")]))
    #expect(story.texts == ["Calder raises its bid"])
    #expect(story.parts == [nil])
    #expect(Opened(Packing.pack(.gzip, [("a", Self.feed)])).parts == ["1", "2"])
    #expect(Opened(Packing.pack(.gzip, [("a", Packing.pack(.gzip, [("a", Self.feed)]))])).parts == ["1", "2"])
  }

  @Test("archives within archives, but not without end") func nested() {
    var packed = Array("Calder raises its bid".utf8)
    for i in 0..<5 { packed = Packing.pack(.zip, [("\(i)", packed)]) }
    #expect(Opened(packed).parts == ["4/3/2/1/0"])
    for i in 5..<20 { packed = Packing.pack(.zip, [("\(i)", packed)]) }
    #expect(Opened(packed).problems.map(\.problem) == [.tooDeep(.zip)])
    for i in 0..<20 { packed = Packing.pack(i % 2 == 0 ? .gzip : .tar, [("\(i)", packed)]) }
    #expect(Opened(packed).problems.count == 1)
  }

  @Test("bombs are stopped") func bombs() {
    let spaces = Packing.run(17 << 20)
    let bombs = (1...4).map { ("bomb \($0)", spaces) }
    let bomb = Packing.pack(
      .zip, [("before.txt", Array("Before.".utf8))] + bombs + [("after.txt", Array("After.".utf8))])
    let opened = Opened(bomb)
    #expect(opened.texts == ["Before."])
    let limit = DocumentProblem.tooLarge(.zip, limit: DocumentReader.limit)
    let tooLong = DocumentProblem.tooLarge(.plain, limit: PlainText.limit)
    #expect(opened.problems.map(\.problem) == [tooLong, tooLong, tooLong, limit])
    // Each is small, and all of them together are not.
    let inner = Packing.pack(.zip, [("x", spaces)])
    let nested = Packing.pack(.zip, (0..<8).map { ("\($0).zip", inner) })
    let outer = Opened(nested)
    #expect(outer.documents.isEmpty)
    #expect(outer.problems.dropLast().allSatisfy { $0.problem == tooLong } && outer.problems.count < 8)
    #expect(outer.problems.last?.problem == .tooLarge(.zip, limit: nested.count * Archive.ratio))
  }

  @Test("what is encrypted says so, and the rest opens") func locked() {
    var packed = Packing.pack(.zip, [("a.txt", "Calder raises its bid"), ("b.txt", "Brightwater waits")])
    // The first local header says that its file is encrypted.
    packed[6] |= 1
    let opened = Opened(packed)
    #expect(opened.problems == [Opened.Problem(problem: .locked(.zip), part: "a.txt")])
    #expect(opened.texts == ["Brightwater waits"])
  }

  @Test(
    "a zip that was written as it went, with lengths only behind what they are of",
    arguments: [(true, true), (true, false), (false, true), (false, false)])
  func streamed(_ isPacked: Bool, _ isSigned: Bool) {
    let files = [("a.txt", "Calder raises its bid"), ("in.zip", ""), ("b.txt", "Brightwater waits")]
    var bytes = files.map { (name: $0.0, bytes: Array($0.1.utf8)) }
    // Whoever looks for the end of what stands in it as it is finds one within.
    bytes[1].bytes = Packing.pack(.zip, [("c.txt", "So does Calder")])
    let packed = Packing.streamedZip(bytes, isPacked: isPacked, isSigned: isSigned)
    let opened = Opened(packed)
    #expect(opened.texts == ["Calder raises its bid", "So does Calder", "Brightwater waits"])
    #expect(opened.parts == ["a.txt", "in.zip/c.txt", "b.txt"])
    #expect(opened.problems.isEmpty)
  }

  @Test("what was taken out of a zip again is not in it") func removed() {
    let packed = Packing.pack(.zip, [("a.txt", "Calder raises its bid"), ("b.txt", "Brightwater waits")])
    let second = packed.indices.first { packed[$0...].starts(with: [0x50, 0x4B, 1, 2]) }!
    let length = 46 + "a.txt".utf8.count
    var rest = Array(packed[..<second] + packed[(second + length)...])
    // The end says how many there are and how long the directory is.
    let end = rest.count - 22
    rest[end + 8] = 1
    rest[end + 10] = 1
    rest[end + 12] = UInt8(length)
    #expect(Opened(rest).texts == ["Brightwater waits"])
  }

  @Test("of a file that is cut what came before is there, and a problem", arguments: Packing.Kind.allCases)
  func cut(_ kind: Packing.Kind) {
    var chance = Chance(3)
    // Not to be packed well, so that a cut falls into it.
    let noise = (0..<800).map { _ in String(chance.next(below: 1_000_000)) }.joined(separator: " ")
    let files = kind == .gzip ? [("a", noise)] : [("a.txt", "Calder raises its bid"), ("b.txt", noise)]
    let packed = Packing.pack(kind, files)
    let opened = Opened(Array(packed.prefix(packed.count / 2)))
    #expect(opened.problems.count == 1)
    if kind == .zip || kind == .tar { #expect(opened.parts.first == "a.txt") }
    #expect(openBroken(packed, seed: 5) <= 1)
  }

  @Test("empty archives are empty, not broken") func empty() {
    #expect(Opened(Packing.pack(.zip, [(name: String, text: String)]())).problems.isEmpty)
    #expect(Opened([0x1F, 0x8B, 8]).problems.map(\.problem) == [.damaged(.gzip)])
  }
}
