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
    let zeros = Packing.run(66 << 20)
    let bomb = Packing.pack(
      .zip, [("before.txt", Array("Before.".utf8)), ("bomb", zeros), ("after.txt", Array("After.".utf8))])
    let opened = Opened(bomb)
    #expect(opened.texts == ["Before.", "After."])
    #expect(
      opened.problems == [Opened.Problem(problem: .tooLarge(.plain, limit: PlainText.limit), part: "bomb")])
    // All of them together are too large as well: then nothing more is unpacked.
    let inner = Packing.pack(.zip, [("x", Packing.run(24 << 20))])
    let outer = Opened(Packing.pack(.zip, (0..<40).map { ("\($0).zip", inner) }))
    #expect(outer.documents.isEmpty && outer.problems.count < 6)
    if case .tooLarge(let kind, let limit) = outer.problems.last?.problem {
      #expect(kind == .zip && limit >= DocumentReader.limit)
    } else {
      Issue.record("not too large: \(outer.problems)")
    }
  }

  @Test("what is encrypted says so, and the rest opens") func locked() {
    var packed = Packing.pack(.zip, [("a.txt", "Calder raises its bid"), ("b.txt", "Brightwater waits")])
    // The first local header says that its file is encrypted.
    packed[6] |= 1
    let opened = Opened(packed)
    #expect(opened.problems == [Opened.Problem(problem: .locked(.zip), part: "a.txt")])
    #expect(opened.texts == ["Brightwater waits"])
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
