import Testing

@testable import Display

@Suite struct GlyphScalarsTests {
  @Test(arguments: ["a", " ", "é", "e\u{301}", "日", "\u{10FFFD}", "o\u{323}\u{302}\u{301}\u{300}"] as [Character])
  func givesBackWhatItWasMadeOf(character: Character) {
    let scalars = GlyphScalars(cluster: character)
    #expect(scalars.character.unicodeScalars.elementsEqual(character.unicodeScalars))
    #expect(scalars.all == Array(character.unicodeScalars))
    #expect(scalars.first == character.unicodeScalars.first)
    #expect(scalars.isSingle == (character.unicodeScalars.count == 1))
    #expect(scalars.ascii == character.asciiValue)
  }

  @Test func holdsFiveAndNoMore() {
    let marks: Character = "o\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}"
    #expect(GlyphScalars(cluster: marks).all == Array(marks.unicodeScalars.prefix(5)))
  }

  @Test func tellsWhatDiffersInOneMark() {
    #expect(GlyphScalars(cluster: "e\u{301}") != GlyphScalars(cluster: "e\u{300}"))
    #expect(GlyphScalars(cluster: "e\u{301}") != GlyphScalars(cluster: "\u{E9}"), "as ncurses has them")
    #expect(
      GlyphScalars(cluster: "o\u{300}\u{301}\u{302}\u{303}").digest
        != GlyphScalars(cluster: "o\u{300}\u{301}\u{302}\u{304}").digest)
  }
}
