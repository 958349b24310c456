import Testing

@testable import Search

@Suite struct PatternTests {
  private func occurs(_ words: String, in text: String, isOpen: Bool = false) throws -> Bool {
    try #require(Pattern(words, isOpen: isOpen)).occurs(in: text)
  }

  @Test(arguments: [
    ("of the", "The head OF  the company", true), ("of the", "most of  other", false), ("of the", "hoof the", false),
    ("echo du", "L’Écho du Val", true), ("echo du", "l'e\u{301}cho, du", true), ("cho du", "L’Écho du Val", false),
    ("oeuvre", "chef-d’œuvre", true), ("euvre", "chef-d’œuvre", false), ("acme", "Ac\u{AD}me", true),
    ("a b", "xa b a «b»", true), ("a b", "a b1", false), ("1 of", "11 of 1 of", true), ("σ", "Σ", true),
    ("of", "\u{11}of", true), ("k", "\u{212A}", true), ("firm profits", "The ﬁrm’s proﬁts", false),
    ("profits", "proﬁts", true),
    ("the firm", "The ﬁrm", true), ("off", "oﬀ", true),
  ])
  func findsWholeWordsWhereTheyStand(_ words: String, _ text: String, _ stand: Bool) throws {
    #expect(try occurs(words, in: text) == stand)
    #expect(
      try occurs(words, in: String(repeating: "é. ", count: 9) + text + " and what follows, long enough") == stand)
  }

  @Test func takesTheBeginningOfTheLastWordWhileItIsTyped() throws {
    #expect(try occurs("of the com", in: "one of the companies", isOpen: true))
    #expect(try !occurs("of the com", in: "one of the companies"))
  }

  /// Texts of few letters, so that much nearly fits, with what joins, parts and folds.
  @Test func agreesWithGoingThroughAllWords() throws {
    var random = FixedNumbers(state: 7)
    let letters = ["a", "b", "A", "é", "e", "E", "œ", "o", "1", "\u{AD}", "\u{301}", "\u{200B}", "ß", "s", "я"]
    let parting = [" ", " ", " ", "’", "'", "«", "\u{A0}", "—", ".", "\n", "\u{11}"]
    func text(_ length: Int) -> String {
      (0..<length).map { _ in
        (Int.random(in: 0..<3, using: &random) > 0 ? letters : parting).randomElement(using: &random)!
      }.joined()
    }
    var found = 0
    for _ in 0..<20_000 {
      guard let pattern = Pattern(text(.random(in: 1...5, using: &random)), isOpen: .random(using: &random)) else {
        continue
      }
      var text = text(.random(in: 0...60, using: &random))
      text.withUTF8 { bytes in
        // Any part of it that begins and ends between two scalars.
        let cuts = (0...bytes.count).filter { $0 == bytes.count || bytes[$0] & 0xC0 != 0x80 }
        let (one, other) = (cuts.randomElement(using: &random)!, cuts.randomElement(using: &random)!)
        let range = min(one, other)..<max(one, other)
        var stands = false
        pattern.find(in: bytes, range) { _ in
          stands = true
          return false
        }
        #expect(pattern.occurs(in: bytes, range) == stands, "\(pattern.words) in \(Array(bytes[range]))")
        found += stands ? 1 : 0
      }
    }
    #expect(found > 1_000)
  }
}

/// Numbers that are the same each time.
private struct FixedNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
