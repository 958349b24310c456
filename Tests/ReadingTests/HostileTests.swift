import Stories
import Testing

@testable import Reading

/// Whatever the bytes, a reading comes out whose spans lie in the text.
@Suite struct HostileTests {
  private static let pieces: [String] = [
    "Norvane Corp", "said", "that", "\"", "“", "”", "«", "»", "'", "’", ",", ".", "?", ";", ":", "-", "—", "(", ")",
    "<", ">",
    "Selon", "Reuters", "il", "-t-il", "n'", "pas", "aurait", "citing", "according to", "U.S.", "Inc.", "the company",
    "\n", "\n\n",
    " ", "\t", "\u{202F}", "\u{A0}", "\u{200D}", "👨‍👩‍👧", "é", "e\u{301}", "\u{202E}", "\u{7}", "123.45", "Webcode",
    "REUTER", "and", "et",
    "TikTok", "Microsoft", "refuse de céder", "se basant sur", "l’agence de presse", "who", "which", "\u{FEFF}", "0",
    "was quoted by", "as saying", "explique", "a-t-il ajouté", "s’est emportée", "Anne Roe", "vient d'annoncer que",
    "qui dirige",
    "sources", "It is thought that", "did not respond to", "ne souhaite pas", "s'exprimer", "(AFP)", "février", "3i",
    "eBay",
    "23andMe", "celui-ci", "the people", "le maire", "Ireland", "sells", "reported", "par ailleurs",
  ]

  private func check(_ bytes: [UInt8]) {
    let story: Story
    do { story = try reader.read(bytes, name: "random") } catch { return }
    let count = story.text.bytes.count
    var tokens: [Token] = []
    story.text.bytes.withUnsafeBufferPointer {
      Tokenizer(language: story.language, isAbbreviation: { _, _ in false }).tokens($0, 0..<$0.count, into: &tokens)
    }
    for token in tokens {
      #expect(String(validating: story.text.bytes[token.span.range], as: UTF8.self) != nil, "token at \(token.span)")
    }
    func isInside(_ span: Span?) -> Bool {
      guard let span else { return true }
      return span.end <= count && !span.isEmpty
        && String(validating: story.text.bytes[span.range], as: UTF8.self) != nil
    }
    for block in story.layout.blocks { #expect(isInside(block.span)) }
    for (a, b) in zip(story.layout.blocks, story.layout.blocks.dropFirst()) { #expect(a.span.end <= b.span.start) }
    for mention in story.mentions { #expect(isInside(mention.span)) }
    for claim in story.claims {
      #expect(isInside(claim.span) && isInside(claim.cue))
      #expect(
        isInside(claim.source),
        "\(claim.source.map(story.text.string) ?? "-") in \(String(decoding: bytes, as: UTF8.self))")
      #expect(claim.chain.allSatisfy(story.sources.indices.contains))
      #expect(claim.parties.allSatisfy(story.parties.indices.contains))
    }
    #expect(story.sources.allSatisfy { $0.party.map(story.parties.indices.contains) ?? true })
    #expect(
      Set(story.parties.map(\.id)).count == story.parties.count,
      "\(story.parties) in \(String(decoding: bytes, as: UTF8.self))")
  }

  @Test(arguments: 0..<40) func readsShuffledPieces(seed: Int) {
    var random = Seeded(UInt64(seed))
    for _ in 0..<25 {
      let count = Int.random(in: 1...120, using: &random)
      var text = ""
      for _ in 0..<count {
        text += HostileTests.pieces.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { text += " " }
      }
      check(Array(text.utf8))
    }
  }

  @Test(arguments: 0..<10) func readsAnyBytes(seed: Int) {
    var random = Seeded(UInt64(seed) + 1000)
    for _ in 0..<40 {
      check((0..<Int.random(in: 0...400, using: &random)).map { _ in UInt8.random(in: 1...255, using: &random) })
    }
  }

  /// A name that the lexicon knows, cut by the end of a paragraph.
  @Test func readsANameOverTwoParagraphs() {
    check(Array("Deal chatter\n\nAcme is afoot at Plinth, the San \n\n Francisco outfit sells.".utf8))
  }

  @Test func readsAVeryLongParagraph() throws {
    let sentence = "Norvane Corp said it would sell its unit to Belcor Inc, according to Reuters. "
    let text = String(repeating: sentence, count: 4000)
    #expect(try read(text).claims.count >= 4000)
  }

  @Test func readsAVeryLongSentence() throws {
    let text =
      "Norvane Corp said " + String(repeating: "the unit and the brand, or (the rest) ", count: 6000) + "would be sold."
    check(Array(text.utf8))
  }

  @Test func readsAnEndlessQuotation() throws {
    check(Array(("Roe said: \"" + String(repeating: "We sell “it” 'all' «now» ", count: 6000)).utf8))
  }

  /// Strings are compared by their normal forms, which takes time that grows with the square of a run of marks.
  @Test func namesOfEndlessMarksAreCut() throws {
    let name = "Z" + String(repeating: "\u{316}\u{301}", count: 20_000) + "go Corp"
    let story = try read(String(repeating: "\(name) said it would buy Belcor Inc. ", count: 3))
    for source in story.sources { #expect(source.name.english.utf8.count < 400) }
    for party in story.parties { #expect(party.name.english.utf8.count < 400) }
    #expect(!story.claims.isEmpty)
  }
}
