import Stories
import Testing

@Suite("Charsets") struct CharsetTests {
  @Test(
    "names",
    arguments: [
      ("utf-8", Charset.utf8), (" UTF8 ", .utf8), ("\"ISO-8859-1\"", .windows1252), ("us-ascii", .windows1252),
      ("Windows-1252", .windows1252), ("iso-8859-15", .latin9), ("macintosh", .macRoman),
      ("windows-1250", .windows1250),
    ])
  func names(_ label: String, _ charset: Charset) { #expect(Charset(label: label) == charset) }

  @Test("a name that is none") func noName() { #expect(Charset(label: "klingon") == nil) }

  @Test(
    "what bytes stand for",
    arguments: [
      (Charset.utf8, [0xC3, 0xA9, 0xFF], "é\u{FFFD}"), (.windows1252, [0x93, 0xE9, 0x80, 0x94, 0x81], "“é€”\u{FFFD}"),
      (.latin9, [0xA4, 0xBD, 0xE9], "€œé"), (.macRoman, [0x8E, 0xD5, 0xDB], "é’€"), (.windows1250, [0xB3, 0xE9], "łé"),
      (.latin2, [0xB3, 0xE9], "łé"), (.utf16LittleEndian, [0xE9, 0, 0xAC, 0x20, 0x41], "é€"),
      (.utf16BigEndian, [0, 0xE9, 0x20, 0xAC], "é€"),
    ] as [(Charset, [UInt8], String)])
  func decoding(_ charset: Charset, _ bytes: [UInt8], _ text: String) {
    #expect(String(decoding: charset.decode(bytes), as: UTF8.self) == text)
  }

  @Test("UTF-16 shows by its zero bytes") func withoutMark() {
    let wide = "Acme said it, “perhaps”.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(Charset.unmarkedUTF16(wide[...]) == .utf16LittleEndian)
    #expect(Charset.unmarkedUTF16(wide.dropLast()) == .utf16LittleEndian)
    #expect(Charset.unmarkedUTF16(wide.dropFirst()) == .utf16BigEndian)
    for text in ["", "a", "Acme said\0\0\0", "\0\0\0\0\0\0"] {
      #expect(Charset.unmarkedUTF16(Array(text.utf8)[...]) == nil)
    }
  }

  @Test("every charset takes every byte") func everyByte() {
    for charset in Charset.allCases {
      let text = charset.decode(UInt8.min...UInt8.max)
      #expect(String(validating: text, as: UTF8.self) != nil)
    }
  }
}
