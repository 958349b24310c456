/// What the bytes of a text are to the tokeniser.
enum CharacterClass: UInt8 {
  case letter, digit, space, lineEnd, apostrophe, hyphen, dot, ampersand
  case comma, stop, colon, semicolon, dash, open, close, quoteOpen, quoteClose, quoteStraight, symbol, ignored
}

enum Characters {
  private static let ascii: [CharacterClass] = (0..<128).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"), 0x0B, 0x0C: .lineEnd
    case UInt8(ascii: " "), UInt8(ascii: "\t"): .space
    case UInt8(ascii: "'"): .apostrophe
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "?"), UInt8(ascii: "!"): .stop
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "<"): .open
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ">"): .close
    case UInt8(ascii: "\""): .quoteStraight
    case 0..<32, 127: .ignored
    default: .symbol
    }
  }

  /// The class and the number of bytes of the character at `i`.
  @inline(__always)
  static func at(_ i: Int, _ text: UnsafeBufferPointer<UInt8>, _ table: UnsafePointer<CharacterClass>) -> (
    CharacterClass, Int
  ) {
    let byte = text[i]
    if byte < 0x80 { return (table[Int(byte)], 1) }
    return wide(i, text)
  }

  static func withTable<Result>(_ body: (UnsafePointer<CharacterClass>) throws -> Result) rethrows -> Result {
    try ascii.withUnsafeBufferPointer { try body($0.baseAddress!) }
  }

  private static func wide(_ i: Int, _ text: UnsafeBufferPointer<UInt8>) -> (CharacterClass, Int) {
    let byte = text[i]
    let next = i + 1 < text.count ? text[i + 1] : 0
    let third = i + 2 < text.count ? text[i + 2] : 0
    switch byte {
    case 0xC2:
      switch next {
      case 0xA0: return (.space, 2)
      case 0xAB: return (.quoteOpen, 2)
      case 0xBB: return (.quoteClose, 2)
      case 0xAA, 0xB5, 0xBA: return (.letter, 2)
      case 0x80...0x9F, 0xAD: return (.ignored, 2)
      default: return (.symbol, 2)
      }
    case 0xC3: return (next == 0x97 || next == 0xB7 ? .symbol : .letter, 2)
    case 0xC4...0xDF: return (.letter, 2)
    case 0xE2 where next == 0x80:
      switch third {
      case 0x80...0x8A, 0xAF: return (.space, 3)
      case 0x90, 0x91: return (.hyphen, 3)
      case 0x92...0x95: return (.dash, 3)
      case 0x98, 0x99: return (.apostrophe, 3)
      case 0x9C: return (.quoteOpen, 3)
      case 0x9D: return (.quoteClose, 3)
      case 0x9E: return (.quoteOpen, 3)
      case 0xA6: return (.stop, 3)
      case 0xA8, 0xA9: return (.lineEnd, 3)
      case 0xB9: return (.quoteOpen, 3)
      case 0xBA: return (.quoteClose, 3)
      case 0x8B...0x8F, 0xAA...0xAE: return (.ignored, 3)
      default: return (.symbol, 3)
      }
    case 0xE2: return (next >= 0x82 && next <= 0xAF ? .symbol : .letter, 3)
    case 0xEF where next == 0xBB && third == 0xBF: return (.ignored, 3)
    case 0xE0...0xEF: return (.letter, 3)
    default: return (byte >= 0xF0 ? .symbol : .letter, byte >= 0xF0 ? 4 : 1)
    }
  }
}
