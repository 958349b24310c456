/// Reads the day out of a dateline: "25-MAR-1987", "14 septembre 2020", "September 14, 2020", "14.09.2020", "2020-09-14".
enum DatelineDate {
  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// The first three letters of each month.
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    .map { letters($0.utf8) }

  /// Letters in lower case, packed into one number.
  private static func letters(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
  }

  /// The day as "YYYY-MM-DD", or `nil` unless day, month and year are there.
  static func date(_ tokens: ArraySlice<Token>, _ text: UnsafeBufferPointer<UInt8>) -> String? {
    var day: Int?
    var month: Int?
    var year: Int?
    for token in tokens {
      if token.kind == .word, token.info.month > 0 { month = month ?? Int(token.info.month) }
      guard token.kind == .number else { continue }
      let bytes = text[Int(token.start)..<Int(token.end)]
      let hasColon = bytes.contains(UInt8(ascii: ":"))
      if bytes.contains(where: isSeparator) {
        if !hasColon, let whole = whole(bytes) { return whole }
        continue
      }
      let digits = bytes.prefix { $0 &- 0x30 < 10 }
      // "14th", "1er": a few letters may follow.
      guard !digits.isEmpty, bytes[digits.endIndex...].count(where: { $0 & 0xC0 != 0x80 }) <= 3 else { continue }
      let value = number(digits) ?? 0
      if digits.count == 4, (1900...2100).contains(value) {
        year = year ?? value
      } else if (1...31).contains(value), day == nil, !hasColon {
        day = value
      }
    }
    guard let day, let month, let year else { return nil }
    return format(year, month, day)
  }

  /// Whether a number such as "25-MAR-1987" names its month.
  static func hasMonth(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let bytes = text[Int(token.start)..<Int(token.end)]
    guard bytes.count > 3, bytes.contains(UInt8(ascii: "-")) else { return false }
    return (bytes.startIndex...bytes.endIndex - 3).contains { months.contains(letters(bytes[$0..<$0 + 3])) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  /// The day in a number of three parts.
  private static func whole(_ bytes: Bytes) -> String? {
    guard let first = bytes.firstIndex(where: isSeparator), let last = bytes.lastIndex(where: isSeparator),
      first < last, !bytes[first + 1..<last].contains(where: isSeparator)
    else { return nil }
    let middle = bytes[first + 1..<last]
    guard let one = number(bytes[..<first]), let other = number(bytes[(last + 1)...]) else { return nil }
    if one > 1900, let month = number(middle) { return format(one, month, other) }
    guard other > 1900 else { return nil }
    if let month = number(middle) { return format(other, month, one) }
    guard middle.count >= 3, let month = months.firstIndex(of: letters(middle.prefix(3))) else { return nil }
    return format(other, month + 1, one)
  }

  /// The number that `bytes` are, as far as a date can have it; `nil` if there is anything but digits.
  private static func number(_ bytes: Bytes) -> Int? {
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    return bytes.reduce(0) { min(1_000_000, $0 * 10 + Int($1 &- 0x30)) }
  }

  private static func format(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    if (1000...9999).contains(year) {
      let zero = UInt8(ascii: "0")
      return String(unsafeUninitializedCapacity: 10) { bytes in
        for (place, digit) in [year / 1000, year / 100 % 10, year / 10 % 10, year % 10].enumerated() {
          bytes[place] = zero + UInt8(digit)
        }
        bytes[4] = UInt8(ascii: "-")
        bytes[5] = zero + UInt8(month / 10)
        bytes[6] = zero + UInt8(month % 10)
        bytes[7] = UInt8(ascii: "-")
        bytes[8] = zero + UInt8(day / 10)
        bytes[9] = zero + UInt8(day % 10)
        return 10
      }
    }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
