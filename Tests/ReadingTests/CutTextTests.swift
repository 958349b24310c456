import Stories
import Testing

/// A text may begin and end anywhere, and its words may stand in any order.
@Suite("Texts that are cut") struct CutTextTests {
  /// The words of some of the stories that come with the program, by story.
  private static let stories = [
    "2020-08-03-tiktok-microsoft-talks.en", "2020-08-15-tiktok-decret-cession.fr",
    "2020-09-14-tiktok-oracle-partner.en", "2020-08-31-tiktok-exportations-chine.fr",
  ].compactMap { builtIn("stories/\($0).txt") }.map { bytes in
    String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  @Test("any words in any order", arguments: [7, 8, 24] as [UInt64])
  func random(_ seed: UInt64) throws {
    var random = Seeded(seed)
    #expect(Self.stories.count == 4)
    for number in 0..<1000 {
      let words = Self.stories[Int.random(in: 0..<Self.stories.count, using: &random)]
      let count = [1, 2, 2, 3, 3, 4, 5, 6, 8, 13, 30].randomElement(using: &random) ?? 1
      let start = Int.random(in: 0..<words.count, using: &random)
      let text =
        number % 2 == 0
        ? words[start..<min(words.count, start + count)].joined(separator: " ")
        : (0..<count).map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
      let story = try read(text)
      for claim in story.claims { #expect(claim.span.end <= story.text.bytes.count) }
    }
  }

  @Test(
    "what once was a crash",
    arguments: [
      "part\n\nwith", "part\nwith", "It was Chinese", "of bidders", "of the bidders remains",
      "se demandent Les Echos. ByteDance, de son côté,",
      "Reuters said to him Chinese", "Acme Corp bought Belcor Inc. The managing director",
      "Acme SA achète Belcor SA. La directrice générale",
      "choisi Keystone-Yamato, Keystone l'Arkansas.\n\nYamato a",
      "l'espagnol Galletas , ministre de l’Agriculture dit papetiers",
    ])
  func known(_ text: String) throws { _ = try read(text) }
}
