import Display
import Testing

@Suite struct WrappingTests {
  /// `text` wrapped to `width`, as the lines that show.
  private func wrap(_ text: String, _ width: Int) -> [String] {
    let bytes = Array(text.utf8)
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: width, into: &lines)
    return lines.map { line in Wrapping.glyphs(bytes, line.bytes).map { String($0.glyph.character) }.joined() }
  }

  @Test func breaksAtSpaces() {
    #expect(wrap("The offer was turned down.", 10) == ["The offer", "was turned", "down."])
  }

  @Test func lineEndsAreSpaces() {
    #expect(wrap("  one\r\n  two\n\n\tthree  ", 40) == ["one two three"])
    #expect(wrap(" \n ", 10) == [])
    #expect(wrap("", 10) == [])
  }

  @Test func breaksAfterHyphensInsideWords() {
    #expect(wrap("totalement contre-nature", 18) == ["totalement contre-", "nature"])
    #expect(wrap("ce mariage va-t-il durer", 14) == ["ce mariage", "va-t-il durer"])
    #expect(wrap("it fell by -5 percent", 12) == ["it fell by", "-5 percent"])
  }

  @Test func keepsNoBreakSpaces() {
    #expect(wrap("pour 62\u{A0}millions", 8) == ["pour", "62 milli", "ons"])
    #expect(wrap("offre\u{202F}: non", 8) == ["offre :", "non"])
  }

  @Test func keepsGuillemetsWithTheirWords() {
    #expect(wrap("il a dit « non merci » hier", 10) == ["il a dit", "« non", "merci »", "hier"])
    #expect(wrap("il a dit «\u{A0}non\u{A0}» hier", 10) == ["il a dit", "« non »", "hier"])
    #expect(wrap("she said “not now” again", 12) == ["she said", "“not now”", "again"])
  }

  @Test func keepsHighPunctuationWithItsWord() {
    #expect(wrap("vous vendez ? non", 12) == ["vous", "vendez ? non"])
    #expect(wrap("le prix : bas", 7) == ["le", "prix :", "bas"])
    #expect(wrap("offre haute ; refus", 11) == ["offre", "haute ;", "refus"])
    #expect(wrap("une part de 40 % cent", 14) == ["une part de", "40 % cent"])
  }

  @Test func cutsWordsThatAreLongerThanTheLine() {
    #expect(wrap("abcdefghij", 4) == ["abcd", "efgh", "ij"])
    #expect(wrap("x abcdefghij", 4) == ["x", "abcd", "efgh", "ij"])
  }

  @Test func wideGlyphsCountTwo() {
    #expect(wrap("東京電力会社", 5) == ["東京", "電力", "会社"])
    #expect(wrap("ab東京", 3) == ["ab", "東", "京"])
  }

  @Test func spansCoverTheWordsInOrder() {
    let bytes = Array("Un\u{301}e « offre » d’achat à 12 €, peut-être ; ou pas.\n Fin".utf8)
    for width in 2...60 {
      var lines: [WrappedLine] = []
      Wrapping.wrap(bytes, 0..<bytes.count, width: width, into: &lines)
      var covered = 0
      for line in lines {
        #expect(line.bytes.lowerBound >= covered)
        #expect(bytes[covered..<line.bytes.lowerBound].allSatisfy { $0 <= 0x20 }, "lost words at width \(width)")
        covered = line.bytes.upperBound
        let glyphs = Wrapping.glyphs(bytes, line.bytes)
        var (place, column) = (line.bytes.lowerBound, 0)
        for glyph in glyphs {
          #expect(glyph.bytes.lowerBound == place && glyph.column == column)
          place = glyph.bytes.upperBound
          column += glyph.glyph.columns
        }
        #expect(place == line.bytes.upperBound)
        #expect(column <= width)
      }
      #expect(bytes[covered...].allSatisfy { $0 <= 0x20 })
    }
  }

  @Test func longTextsTakeLinearTime() {
    let bytes = Array(repeating: Array("La société rejette l’offre de rachat. ".utf8), count: 20_000).flatMap { $0 }
    var lines: [WrappedLine] = []
    Wrapping.wrap(bytes, 0..<bytes.count, width: 50, into: &lines)
    #expect(lines.count > 10_000)
    lines = []
    Wrapping.wrap(Array(repeating: 0x61, count: 500_000), 0..<500_000, width: 50, into: &lines)
    #expect(lines.count == 10_000)
  }
}
