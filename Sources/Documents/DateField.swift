/// The day in a field that holds a date.
enum DateField {
  /// The day that `field` names, as "YYYY-MM-DD", or `nil`.
  ///
  /// Takes what mails and feeds write ("Thu, 5 Mar 2026 18:04:11 +0100", RFC 5322), what XML writes (ISO 8601, also without
  /// hyphens), and the same in the words of a person ("March 5, 2026", "jeudi 5 mars 2026"). A time of day and its zone
  /// change nothing: the day is that of who wrote it.
  static func day(_ field: some StringProtocol) -> String? {
    let words = field.split { !($0.isLetter || $0.isNumber || $0 == "-") }.flatMap { iso($0) ?? [$0] }
    var year: Int?
    var month: Int?
    var day: Int?
    for (i, word) in words.prefix(12).enumerated() {
      if let number = number(word) {
        if let digits = compact(word) { return text(digits.0, digits.1, digits.2) }
        if word.count == 4, year == nil {
          year = number
        } else if month == nil, year != nil, day == nil, i > 0, words[i - 1].count == 4 {
          month = number
        } else if day == nil {
          day = number
        } else if year == nil, month != nil, word.count == 2 {
          // Mails of the last century.
          year = number < 70 ? 2000 + number : 1900 + number
        }
      } else if month == nil, let named = named(word) {
        month = named
      }
      if let year, let month, let day { return text(year, month, day) }
    }
    return nil
  }

  private static func text(_ year: Int, _ month: Int, _ day: Int) -> String? {
    guard (1000...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The three numbers of "20260305", or of "20260305T180411Z".
  private static func compact(_ word: some StringProtocol) -> (Int, Int, Int)? {
    guard word.count == 8 || word.count == 14, let number = number(word.prefix(8)), number > 1000_00_00 else {
      return nil
    }
    return (number / 10000, number / 100 % 100, number % 100)
  }

  /// "2026-03-05T18" as three words; also "05-MAR-1987".
  private static func iso<S: StringProtocol>(_ word: S) -> [S.SubSequence]? {
    if word.contains("-") {
      let parts = word.split(separator: "-").map { $0.prefix { $0 != "T" && $0 != "t" || !word.first!.isNumber } }
      return parts
    }
    guard let end = word.firstIndex(where: { $0 == "T" || $0 == "t" }), number(word[..<end]) != nil else { return nil }
    return [word[..<end]]
  }

  private static func number(_ word: some StringProtocol) -> Int? {
    let digits =
      word.hasSuffix("er") || word.hasSuffix("st") || word.hasSuffix("nd") || word.hasSuffix("rd")
      || word.hasSuffix("th")
    let text = digits ? String(word.dropLast(2)) : String(word)
    guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }

  /// The month that `word` is the name of, or the first three letters of it.
  private static func named(_ word: some StringProtocol) -> Int? {
    let word = word.lowercased()
    guard word.count >= 3 else { return nil }
    for (i, names) in months.enumerated() where names.contains(where: { $0 == word || $0.prefix(4) == word }) {
      return i + 1
    }
    guard let i = months.firstIndex(where: { $0[0].prefix(3) == word }) else { return nil }
    return i + 1
  }

  private static let months = [
    ["january", "janvier"], ["february", "février", "fevrier"], ["march", "mars"], ["april", "avril"], ["may", "mai"],
    ["june", "juin"], ["july", "juillet"], ["august", "août", "aout"], ["september", "septembre"],
    ["october", "octobre"], ["november", "novembre"], ["december", "décembre", "decembre"],
  ]
}
