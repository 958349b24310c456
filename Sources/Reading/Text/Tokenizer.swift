import Stories

/// Cuts text into tokens, by the rules of its language.
struct Tokenizer {
  let language: Language
  /// Whether the word in these bytes keeps the full stop behind it.
  let isAbbreviation: (UnsafeBufferPointer<UInt8>, Range<Int>) -> Bool

  /// Appends the tokens of `range` to `tokens`; only their places, kinds and shapes are filled in, and the hashes
  /// of those that are plain letters.
  func tokens(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout [Token]) {
    Characters.withTable { table in
      var i = range.lowerBound
      let end = range.upperBound
      var shape: Token.Shape = []
      var hash: UInt32 = 0
      // The bit that makes a letter small, if all letters of the word have it.
      var small: UInt8 = 0
      while i < end {
        let (kind, length) = Characters.at(i, text, table)
        let start = i
        switch kind {
        case .space, .ignored:
          shape.insert(.spaced)
          i += length
          continue
        case .lineEnd:
          shape.formUnion([.spaced, .newLine])
          i += length
          continue
        case .letter:
          // Most words are plain letters up to a space or comma.
          hash = Spelling.emptyHash
          small = 0x20
          while i < end {
            let byte = text[i]
            let letter = byte | 0x20
            guard letter &- 0x61 < 26 else { break }
            hash = Spelling.hash(hash, letter)
            small &= byte
            i += 1
          }
          if i < end, text[i] >= 0x80 || Tokenizer.mayGoOn(table[Int(text[i])]) {
            i = wordEnd(text, from: start, end: end, table)
            hash = 0
            small = 0
          }
          append(.word, start, i)
        case .digit:
          i = numberEnd(text, from: i, end: end, table)
          // "23andMe", "1Password".
          append(hasInnerName(text, start, i) ? .word : .number, start, i)
        case .hyphen:
          i += length
          if language == .french, let clitic = cliticEnd(text, from: start, end: end, table), !shape.contains(.spaced) {
            i = clitic
            append(.word, start, i)
            break
          }
          while i < end, text[i] == UInt8(ascii: "-") { i += 1 }
          append(.dash, start, i)
        case .dot:
          i += length
          while i < end, text[i] == UInt8(ascii: ".") { i += 1 }
          append(.stop, start, i)
        case .apostrophe:
          i += length
          if language == .english, let suffix = suffixEnd(text, from: start, end: end, table), !shape.contains(.spaced)
          {
            i = suffix
            append(.word, start, i)
          } else if i < end, text[i] == UInt8(ascii: "'"), text[start] == UInt8(ascii: "'") {
            i += 1
            append(.quoteStraight, start, i)
          } else {
            append(.quoteSingle, start, i)
          }
        default:
          i += length
          append(Tokenizer.kinds[Int(kind.rawValue)], start, i)
        }
      }

      func append(_ kind: Token.Kind, _ start: Int, _ end: Int) {
        var token = Token(start: UInt32(start), end: UInt32(end), kind: kind, shape: shape)
        if kind == .word { token.shape.formUnion(letterShape(text, start, end, areSmall: small != 0)) }
        token.hash = hash
        tokens.append(token)
        shape = []
        hash = 0
        small = 0
      }
    }
  }

  private static let kinds: [Token.Kind] = {
    var kinds = [Token.Kind](filledWith: .symbol, count: 32)
    for (character, kind) in [
      (CharacterClass.comma, Token.Kind.comma), (.stop, .stop), (.colon, .colon), (.semicolon, .semicolon),
      (.dash, .dash), (.open, .open), (.close, .close), (.quoteOpen, .quoteOpen), (.quoteClose, .quoteClose),
      (.quoteStraight, .quoteStraight),
    ] { kinds[Int(character.rawValue)] = kind }
    return kinds
  }()

  /// Whether a word can hold a character of this class, or end in it.
  @inline(__always) private static func mayGoOn(_ kind: CharacterClass) -> Bool {
    switch kind {
    case .letter, .digit, .apostrophe, .hyphen, .dot, .ampersand, .ignored: true
    default: false
    }
  }

  /// Where the word that begins at `from` ends.
  private func wordEnd(
    _ text: UnsafeBufferPointer<UInt8>, from: Int, end: Int, _ table: UnsafePointer<CharacterClass>
  ) -> Int {
    var i = from
    var letters = 0  // since the word's start or its last stop
    while i < end {
      // Most of a word are plain letters.
      let start = i
      while i < end, text[i] | 0x20 &- 0x61 < 26 { i += 1 }
      letters += i - start
      guard i < end else { return i }
      let (kind, length) = Characters.at(i, text, table)
      switch kind {
      case .letter, .digit:
        letters += 1
        i += length
      case .ignored where length > 1:
        i += length  // a soft hyphen or joiner inside a word
      case .ampersand:
        guard follows(i + length, .letter) else { return i }
        i += length
      case .hyphen:
        guard follows(i + length, .letter, .digit) else { return i }
        if language == .french, cliticEnd(text, from: i, end: end, table) != nil, !isRendezVous(text, from, i) {
          return i
        }
        i += length
      case .apostrophe:
        // At the very end it is a lexicon's own "l'".
        if language == .french, i + length == end, isElision(text, from, i) { return end }
        guard follows(i + length, .letter) else { return i }
        if language == .french {
          if isElision(text, from, i) { return i + length }
        } else if let suffix = suffixEnd(text, from: i, end: end, table) {
          // "don't": the "n" goes with the "t".
          if text[suffix - 1] | 0x20 == UInt8(ascii: "t"), i - 1 > from, text[i - 1] | 0x20 == UInt8(ascii: "n") {
            return i - 1
          }
          if text[suffix - 1] | 0x20 != UInt8(ascii: "t") { return i }
        }
        i += length
      case .dot:
        // Initials ("U.S.", "E. Webb") and abbreviations keep their stop.
        if letters == 1, isUpper(text, i - 1), i - 1 == from || text[i - 2] == UInt8(ascii: ".") {
          if follows(i + 1, .letter), i + 2 >= end || text[i + 2] == UInt8(ascii: ".") || i - 1 > from {
            i += 1
            letters = 0
            continue
          }
          return i - 1 > from || follows(i + 1, .space, .letter, .lineEnd) ? i + 1 : i
        }
        // "S.p.A.": a small letter within.
        if letters == 1, i - 1 > from, text[i - 2] == UInt8(ascii: "."), i + 2 < end, isUpper(text, i + 1),
          text[i + 2] == UInt8(ascii: ".")
        {
          i += 1
          letters = 0
          continue
        }
        return isAbbreviation(text, from..<i) ? i + 1 : i
      default: return i
      }
    }
    return i

    func follows(_ i: Int, _ a: CharacterClass, _ b: CharacterClass? = nil, _ c: CharacterClass? = nil) -> Bool {
      guard i < end else { return false }
      let kind = Characters.at(i, text, table).0
      return kind == a || kind == b || kind == c
    }
  }

  private func numberEnd(
    _ text: UnsafeBufferPointer<UInt8>, from: Int, end: Int, _ table: UnsafePointer<CharacterClass>
  ) -> Int {
    var i = from
    while i < end {
      let (kind, length) = Characters.at(i, text, table)
      if kind == .letter || kind == .digit {
        i += length
        continue
      }
      let joins = kind == .dot || kind == .comma || kind == .colon || kind == .hyphen || text[i] == UInt8(ascii: "/")
      guard joins, i + length < end else { return i }
      let next = Characters.at(i + length, text, table).0
      guard next == .digit || (kind == .hyphen && next == .letter) else { return i }
      i += length
    }
    return i
  }

  /// Where the English suffix that the apostrophe at `from` opens ends: 's 're 've 'd 'll 'm 't, and no more letters.
  private func suffixEnd(
    _ text: UnsafeBufferPointer<UInt8>, from: Int, end: Int, _ table: UnsafePointer<CharacterClass>
  ) -> Int? {
    var i = from + Characters.at(from, text, table).1
    var letters: UInt32 = 0
    var count = 0
    while i < end, Characters.at(i, text, table).0 == .letter {
      guard count < 2, text[i] < 0x80 else { return nil }
      letters = letters << 8 | UInt32(text[i] | 0x20)
      count += 1
      i += 1
    }
    switch letters {
    case 0x73, 0x64, 0x6D, 0x74, 0x7265, 0x7665, 0x6C6C: return i
    default: return nil
    }
  }

  private static let clitics = [
    "il", "elle", "on", "ils", "elles", "je", "nous", "vous", "tu", "ce", "t-il", "t-elle", "t-on",
  ].map(letters)

  /// Where the French pronoun that the hyphen at `from` hangs on ends: "-il", "-t-elle".
  private func cliticEnd(
    _ text: UnsafeBufferPointer<UInt8>, from: Int, end: Int, _ table: UnsafePointer<CharacterClass>
  ) -> Int? {
    var i = from + Characters.at(from, text, table).1
    let start = i
    while i < end, i - start < 8 {
      let (kind, length) = Characters.at(i, text, table)
      guard kind == .letter || (kind == .hyphen && length == 1) else { break }
      i += length
    }
    guard i > start, i - start < 8 else { return nil }
    return Tokenizer.clitics.contains(Tokenizer.letters(text, start..<i)) ? i : nil
  }

  private func isRendezVous(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
    end - from == 6 && text[from + 5] | 0x20 == UInt8(ascii: "z")
  }

  private static let elisions = ["jusqu", "lorsqu", "puisqu", "quoiqu"].map(letters)

  /// Up to eight bytes in one number, letters of ASCII in lower case.
  private static func letters(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
    range.reduce(0) { $0 << 8 | UInt64(text[$1] | 0x20) }
  }

  private static func letters(_ word: String) -> UInt64 { word.utf8.reduce(0) { $0 << 8 | UInt64($1 | 0x20) } }

  private func isElision(_ text: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int) -> Bool {
    if end - from <= 2 { return true }
    guard end - from >= 5, end - from <= 6 else { return false }
    return Tokenizer.elisions.contains(Tokenizer.letters(text, from..<end))
  }

  @inline(__always) private func isUpper(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    text[i] &- 0x41 < 26
  }

  /// The shape of a word; `areSmall` if it is known that all its letters are small.
  @inline(__always) private func letterShape(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, areSmall: Bool
  ) -> Token.Shape {
    var shape: Token.Shape = []
    let first = text[start]
    if first < 0x80 {
      if first &- 0x41 < 26 || !areSmall && (hasInnerCapital(text, start, end) || first &- 0x30 < 10) {
        shape.insert(.capital)
      }
    } else if isUpperLatin(first, text[start + 1]) {
      shape.insert(.capital)
    }
    switch text[end - 1] {
    case UInt8(ascii: "."): shape.insert(.dotted)
    case UInt8(ascii: "s"), UInt8(ascii: "x"):
      if end - start > 3, text[end - 2] != UInt8(ascii: "s") { shape.insert(.plural) }
    default: break
    }
    guard shape.contains(.capital) else { return shape }
    var letters = 0
    for i in start..<end {
      if text[i] &- 0x61 < 26 { return shape }
      if text[i] &- 0x41 < 26 { letters += 1 }
      if text[i] == 0xC3, i + 1 < end, text[i + 1] >= 0x9F { return shape }
    }
    if letters >= 2 { shape.insert(.capitals) }
    return shape
  }

  /// Whether a capital stands between small letters: "eBay", "easyJet", and not "kWh" or "mRNA".
  private func hasInnerCapital(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4 else { return false }
    return (start + 1..<end - 1).contains { i in
      isUpper(text, i) && text[i - 1] &- 0x61 < 26 && (text[i + 1] &- 0x61 < 26 || text[i + 1] >= 0x80)
    }
  }

  /// Whether a number ends in a name: three letters or more, with a capital.
  @inline(__always) private func hasInnerName(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard end - start >= 4, text[end - 1] &- 0x61 < 26 else { return false }
    let letters = (start..<end).drop { text[$0] &- 0x30 < 10 }
    return letters.count >= 3 && letters.allSatisfy { text[$0] | 0x20 &- 0x61 < 26 }
      && letters.contains { isUpper(text, $0) }
  }

  private func isUpperLatin(_ first: UInt8, _ second: UInt8) -> Bool {
    switch first {
    case 0xC3: second >= 0x80 && second <= 0x9E
    case 0xC4, 0xC5: second & 1 == 0  // nearly all capitals of Latin Extended-A have even numbers
    case 0xD0: second >= 0x80 && second <= 0xAF
    case 0xCE: second >= 0x86 && second <= 0xAB
    default: false
    }
  }
}
