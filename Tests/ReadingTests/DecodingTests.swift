import Stories
import Testing

@testable import Reading

@Suite struct DecodingTests {
  private func text(_ bytes: [UInt8]) throws -> (String, StoryText.Encoding) {
    let text = try Decoding.text(bytes)
    return (String(decoding: text.bytes, as: UTF8.self), text.encoding)
  }

  @Test func keepsUTF8AsItIs() throws {
    #expect(try text(Array("Pékin\r\nrejette".utf8)) == ("Pékin\r\nrejette", .utf8))
  }

  @Test func takesTheMarkOffUTF8() throws {
    #expect(try text([0xEF, 0xBB, 0xBF] + Array("Oui".utf8)) == ("Oui", .utf8))
  }

  @Test(arguments: [true, false]) func readsUTF16(bigEndian: Bool) throws {
    let units = Array("Pékin, 14 août".utf16)
    let bytes = units.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    #expect(try text(mark + bytes) == ("Pékin, 14 août", .utf16))
    #expect(try text(bytes) == ("Pékin, 14 août", .utf16), "without its mark")
  }

  @Test func keepsUTF8ThatIsDamaged() throws {
    #expect(
      try text(Array("L’éditeur de Pékin ".utf8) + [0xFF] + Array("a cédé".utf8)) == (
        "L’éditeur de Pékin \u{FFFD}a cédé", .utf8
      ))
    #expect(try text(Array("Oracle said ".utf8) + [0xE2, 0x80]) == ("Oracle said \u{FFFD}", .utf8))
    #expect(try text(Array("Oracle said".utf8) + [0, 0, 0]) == ("Oracle said", .utf8))
  }

  @Test func fallsBackToWindows1252() throws {
    let bytes: [UInt8] = [0x50, 0xE9, 0x6B, 0x69, 0x6E, 0x20, 0x93, 0x6E, 0x6F, 0x6E, 0x94, 0x20, 0x80]
    #expect(try text(bytes) == ("Pékin “non” €", .windows1252))
  }

  @Test func refusesWhatIsNoText() {
    #expect(throws: ReadingError.empty) { try Decoding.text([]) }
    #expect(throws: ReadingError.empty) { try Decoding.text(Array(" \n\t\r\n".utf8)) }
    #expect(throws: ReadingError.binary) { try Decoding.text([0x7F, 0x45, 0x4C, 0x46, 2, 1, 1, 0, 0, 0, 0, 3, 0x61]) }
    #expect(throws: ReadingError.binary) { try Decoding.text(Array(repeating: 0, count: 64)) }
    #expect(throws: ReadingError.binary) { try Decoding.text(Array(repeating: 0x1B, count: 64)) }
  }

  @Test func letsAWiresControlCharactersPass() throws {
    #expect(try text(Array("REUTER \u{3}\n".utf8)).1 == .utf8)
  }

  @Test(arguments: [
    ("The board of Norvane said that it would not sell the unit.", Language.english),
    ("Le conseil de Norvane a dit qu’il ne vendrait pas la filiale.", .french),
    ("L'offre n'a pas été retirée.", .french), ("Norvane", .english),
  ]) func tellsTheLanguage(text: String, language: Language) throws {
    let guess = try LanguageGuess(file: builtIn)
    #expect(Array(text.utf8).withUnsafeBufferPointer { guess.language(of: $0) } == language)
  }
}
