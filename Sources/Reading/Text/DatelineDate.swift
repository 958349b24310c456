/// Reads the day out of a dateline: "25-MAR-1987", "14 septembre 2020", "September 14, 2020", "14.09.2020", "2020-09-14".
enum DatelineDate {
  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

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
      let value = digits.reduce(0) { min(10_000, $0 * 10 + Int($1 &- 0x30)) }
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
    // Nearly all numbers are told from such a one by a byte.
    guard bytes.contains(UInt8(ascii: "-")) else { return false }
    let word = String(decoding: bytes, as: UTF8.self).lowercased()
    return months.contains { word.contains($0) }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
  }

  /// The day in a number of three parts.
  private static func whole(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard bytes.count(where: isSeparator) == 2 else { return nil }
    let parts = String(decoding: bytes, as: UTF8.self).lowercased().split(whereSeparator: { "-./".contains($0) })
    return parts.count == 3 ? parse(parts) : nil
  }

  private static func parse(_ parts: [Substring]) -> String? {
    if let year = Int(parts[0]), year > 1900, let month = Int(parts[1]), let day = Int(parts[2]) {
      return format(year, month, day)
    }
    guard let day = Int(parts[0]), let year = Int(parts[2]), year > 1900 else { return nil }
    if let month = Int(parts[1]) { return format(year, month, day) }
    guard let month = months.firstIndex(of: String(parts[1].prefix(3))) else { return nil }
    return format(year, month + 1, day)
  }

  private static func format(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(two(month))-\(two(day))"
  }
}
