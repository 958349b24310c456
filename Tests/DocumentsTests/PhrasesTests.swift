import Testing

@testable import Documents

@Suite("Phrases") struct PhrasesTests {
  private static let phrases = Phrases(["unsubscribe", "se désabonner", "you're receiving", "abc", "abd"])

  @Test(
    "each is found at either end and within, whatever its case and its apostrophes",
    arguments: [
      ("unsubscribe", true), ("To UNSUBSCRIBE, click", true), ("Pour SE DÉSABONNER", true),
      ("You’re receiving it", true),
      ("ab abd", true), ("ab", false), ("", false), ("unsubscrib", false), ("se desabonner", false), ("abe", false),
    ])
  func found(_ text: String, _ expected: Bool) { #expect(FoldedText(text).holds(Self.phrases) == expected) }

  @Test("a fold may be cut") func cut() {
    #expect(FoldedText("Éa", limit: 1).bytes == [0xC3, 0xA9])
    #expect(FoldedText("×ÞŒ’").bytes == Array("×þŒ'".utf8))
  }
}
