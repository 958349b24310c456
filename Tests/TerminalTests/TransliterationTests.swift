import Display
import Testing

@testable import Terminal

@Suite struct TransliterationTests {
  @Test(arguments: [
    ("┏━ 2 Article ━┓", "+- 2 Article -+"), ("│ ┃ ▐ ▸ └ ├ ┴", "| | | > + + +"), ("╔═╗║╚═╝", "+-+|+-+"),
    ("l’offre “rejetée” «à Pékin» … – —", "l'offre \"rejetee\" <a Pekin> . - -"),
    ("Œuvre, €5, naïf, ÇA", "Ouvre, E5, naif, CA"),
    ("␛[31m", "^[31m"), ("日本", "??"), ("e\u{301}", "e"), ("Łódź", "Lodz"), ("\u{FFFD}", "?"),
  ])
  func readsLikeIt(text: String, expected: String) {
    #expect(String(text.map(Transliteration.ascii)) == expected)
  }

  @Test func nothingButPrintableASCIIComesOut() {
    for value in UInt32(0x20)...0x2FFFF where value != 0x7F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let ascii = Transliteration.ascii(Character(scalar)).unicodeScalars
      #expect(ascii.count == 1 && 0x20...0x7E ~= ascii.first!.value, "U+\(String(value, radix: 16))")
    }
  }
}
