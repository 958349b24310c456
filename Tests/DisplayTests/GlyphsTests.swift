import Glibc
import TestSupport
import Testing

@testable import Display

@Suite struct GlyphsTests {
  private static let examples: [(text: String, expected: String)] = [
    ("plain text", "plain text"),
    ("Cession de TikTok: l’offre", "Cession de TikTok: l’offre"),
    ("« Pékin »", "« Pékin »"),
    ("tab\tnew\nreturn\rboth\r\nend", "tab new return both end"),
    ("\u{1B}[31mred\u{1B}[0m", "␛[31mred␛[0m"),
    ("\u{1B}]0;title\u{07}", "␛]0;title␇"),
    ("\u{1B}]52;c;aGk=\u{1B}\\", "␛]52;c;aGk=␛\\"),
    ("\u{1B}]8;;http://x\u{1B}\\link\u{1B}]8;;\u{1B}\\", "␛]8;;http://x␛\\link␛]8;;␛\\"),
    ("\u{1B}P0;1|17/ab\u{1B}\\", "␛P0;1|17/ab␛\\"),
    ("\0\u{01}\u{08}\u{0B}\u{0C}\u{0E}\u{1F}\u{7F}", "␀␁␈␋␌␎␟␡"),
    ("\u{9B}31m\u{9D}0;t\u{9C}\u{80}\u{85}", "\u{FFFD}31m\u{FFFD}0;t\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("if \u{202E}nimda\u{202C} \u{2066}x\u{2069}", "if ⇠nimda⇡ ⇢x⇡"),
    ("\u{200E}\u{200F}\u{061C}\u{202A}\u{202B}\u{202D}\u{2067}\u{2068}", "⇢⇠⇠⇢⇠⇢⇠⇢"),
    ("a\u{200B}b\u{2060}c\u{FEFF}d\u{200C}e\u{200D}f", "a⍽b⍽c⍽d⍽e⍽f"),
    ("a\u{2028}b\u{2029}c\u{180E}d\u{034F}e\u{FFF9}f", "a⍽b⍽c⍽d⍽e⍽f"),
    ("x\u{E0041}\u{E0042}\u{E007F}", "x⍽⍽⍽"),
    ("a\u{FE0F}b\u{FE01}c\u{E0100}1\u{FE0F}", "a⍽b⍽c⍽1⍽"),
    ("\u{115F}\u{1160}\u{3164}\u{FFA0}", "⍽⍽⍽⍽"),
    ("acqui\u{AD}si\u{AD}\u{AD}tion", "acquisi⍽tion"),
    ("\u{AD}a", "⍽a"),
    ("5\u{A0}%\u{202F}: 1\u{2007}000", "5 % : 1 000"),
    ("\u{E000}\u{F8FF}\u{FFFF}\u{0378}\u{10FFFF}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("e\u{301}t\u{E9}", "e\u{301}t\u{E9}"),
    ("\u{301}a", "\u{25CC}\u{301}a"),
    ("\n\u{301}", " \u{25CC}\u{301}"),
    ("Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}a", "Z\u{301}\u{302}\u{303}\u{304}a"),
    ("👩‍👩‍👧", "👩"),
    ("👍🏽 ☝️🏽", "👍 ☝"),
    ("❤️ ❤️‍🔥", "❤ ❤"),
    ("🇫🇷🇨🇳", "FRCN"),
    ("🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}!", "🏴!"),
    ("🏴\u{E0067}\u{E0062}!", "🏴⍽⍽!"),
    ("1️⃣", "1\u{20E3}"),
    ("日本\u{E0100}語", "日本語"),
    ("\u{1112}\u{1161}\u{11AB}", "\u{1112}\u{1161}\u{11AB}"),
    ("a\u{1161}", "a\u{FFFD}"),
    ("שלום עולם", "שלום עולם"),
  ]

  @Test(arguments: examples)
  func showsWhatIsHarmless(text: String, expected: String) {
    let shown = Glyphs(text).map { String($0.character) }.joined()
    // Scalars, not strings: these compare equal by canonical equivalence.
    #expect(Array(shown.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("👩‍👩‍👧", 2), ("❤️", 1), ("🇫🇷", 2), ("한글", 4),
    ("\u{1112}\u{1161}\u{11AB}", 2),
    ("ｱ", 1), ("Ａ", 2), ("\u{3000}", 2), ("⚽", 2), ("─", 1), ("…", 1), ("\u{202E}", 1), ("\u{1B}", 1),
  ])
  func countsColumns(text: String, columns: Int) {
    #expect(Glyphs(text).reduce(0) { $0 + $1.columns } == columns)
  }

  @Test func bytesThatAreNoTextBecomeOneMarkForEachBrokenSequence() {
    let bytes: [UInt8] = [0x61, 0x9B, 0xE2, 0x80, 0x62, 0xC0, 0xAF, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x98]
    let glyphs = Array(PlacedGlyphs(utf8: bytes[...]))
    #expect(glyphs.map { $0.glyph.character } == ["a", "�", "�", "b", "�", "�", "�", "�", "�", "�"])
    #expect(glyphs.map(\.offset) == [0, 1, 2, 4, 5, 6, 7, 8, 9, 10])
    #expect(glyphs.map(\.length) == [1, 1, 2, 1, 1, 1, 1, 1, 1, 3])
  }

  @Test func placesAreThoseOfTheArrayThatIsSliced() {
    let bytes = Array("xx é👩‍👧\r\ne\u{301}so\u{AD}ft".utf8)
    let glyphs = Array(PlacedGlyphs(utf8: bytes[2...]))
    #expect(glyphs.map { String($0.glyph.character) } == [" ", "é", "👩", " ", "é", "s", "o", "f", "t"])
    #expect(glyphs.map(\.offset) == [2, 3, 5, 16, 18, 21, 22, 25, 26])
    #expect(glyphs.map(\.length) == [1, 2, 11, 2, 3, 1, 3, 1, 1])
  }

  @Test func hostileTextIsCoveredWithoutGapAndShowsNothingInvisible() {
    var random = SplitMix(state: 20_200_913)
    for _ in 0..<4_000 {
      let bytes = random.hostileBytes(count: 1 + Int(random.next() % 40))
      var end = 0
      var characters: [Character] = []
      for placed in PlacedGlyphs(utf8: bytes[...]) {
        #expect(placed.offset == end && placed.length > 0)
        end = placed.offset + placed.length
        characters.append(placed.glyph.character)
        expectHarmless(placed.glyph)
      }
      #expect(end == bytes.count)
      #expect(Glyphs(String(decoding: bytes, as: UTF8.self)).map(\.character) == characters)
    }
  }

  @Test func everyScalarAloneIsHarmless() {
    for scalar in everyScalar {
      for glyph in Glyphs(String(Character(scalar))) { expectHarmless(glyph) }
    }
  }

  private func expectHarmless(_ glyph: Glyph) {
    let scalars = glyph.character.unicodeScalars
    let harmless = scalars.allSatisfy { scalar in
      let properties = scalar.properties
      switch properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: return false
      case .format: return scalar.isPrepended
      // The variation selectors of Mongolian choose among letters that are seen.
      default: return !properties.isDefaultIgnorableCodePoint || 0x180B...0x180F ~= scalar.value
      }
    }
    #expect(harmless && scalars.count <= 5 && 1...2 ~= glyph.columns, "\(scalars.map(\.value)) \(glyph.columns)")
  }
}

/// Every scalar of the planes in which anything is assigned.
private var everyScalar: some Sequence<Unicode.Scalar> {
  [UInt32(0)...0x3FFFF, 0xE0000...0xE0FFF, 0xFFFF0...0x10000F, 0x10FFF0...0x10FFFF].joined().lazy
    .compactMap(Unicode.Scalar.init)
}

@Suite struct CharacterWidthTests {
  @Test func agreesWithTheCountOfTheLibraryThatPlacesCharacters() throws {
    let locale = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    // Glibc's Swift module leaves it out.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    let former = uselocale(locale)
    defer {
      uselocale(former)
      freelocale(locale)
    }
    for scalar in everyScalar {
      for glyph in Glyphs(String(Character(scalar))) {
        let widths = glyph.character.unicodeScalars.map { wcwidth(wchar_t($0.value)) }
        #expect(
          Int(widths[0]) == glyph.columns && widths.dropFirst().allSatisfy { $0 == 0 },
          "U+\(String(scalar.value, radix: 16)) \(widths)")
      }
    }
  }
}
