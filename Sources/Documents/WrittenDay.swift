/// Finds the day in a date as pages, messages, feeds and filings write it.
enum WrittenDay {
  /// The day in `text` as "YYYY-MM-DD"; `nil` if there is none.
  ///
  /// Reads ISO 8601 ("2024-03-05T10:00:00Z", "20240305", "20240305100000"), days with the name of a month in English or French
  /// ("March 5, 2024", "5 mars 2024", "Tue, 05 Mar 2024", and "5 Mar 99" as mails of the last century have it), and numbers
  /// with the year last; which of these the day is tells `isFrench`, unless only one can be. A time of day and its zone change
  /// nothing: the day is that of who wrote it.
  static func find(in text: String, isFrench: Bool = false) -> String? {
    let tokens = tokens(of: text.prefix(300))
    for index in tokens.indices {
      if let day = iso(tokens[index...]) ?? named(tokens[index...]) ?? numbers(tokens[index...], isFrench: isFrench) {
        return day
      }
    }
    return nil
  }

  private enum Token: Equatable {
    case number(Int, digits: Int)
    case month(Int)
    case word
    case mark(Character)
  }

  private static func tokens(of text: Substring) -> [Token] {
    var tokens: [Token] = []
    var rest = text
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        tokens.append(.number(Int(digits) ?? 0, digits: digits.count))
      } else if first.isLetter {
        let word = rest.prefix(while: \.isLetter)
        rest = rest.dropFirst(word.count)
        // "1st", "5th", "1er" belong to the number before them.
        if case .number = tokens.last, ["st", "nd", "rd", "th", "er"].contains(word.lowercased()) { continue }
        tokens.append(month(word.lowercased()).map { .month($0) } ?? .word)
      } else {
        rest = rest.dropFirst()
        if !first.isWhitespace, first != ",", first != "." || rest.first?.isNumber == true {
          tokens.append(.mark(first))
        }
      }
    }
    return tokens
  }

  private static func iso(_ tokens: ArraySlice<Token>) -> String? {
    guard case .number(let first, let digits)? = tokens.first else { return nil }
    if digits == 8 { return day(first / 10000, first / 100 % 100, first % 100) }
    // As EDGAR has it, with the time.
    if digits == 14 { return day(first / 10_000_000_000, first / 100_000_000 % 100, first / 1_000_000 % 100) }
    let rest = Array(tokens.dropFirst().prefix(4))
    guard digits == 4, rest.count == 4, case .mark(let a) = rest[0], case .number(let month, _) = rest[1],
      case .mark(let b) = rest[2], case .number(let last, _) = rest[3], a == b, "-/.".contains(a)
    else { return nil }
    return day(first, month, last)
  }

  private static func named(_ tokens: ArraySlice<Token>) -> String? {
    let all = Array(tokens.prefix(3))
    guard all.count == 3 else { return nil }
    switch (all[0], all[1], all[2]) {
    case (.month(let month), .number(let date, let digits), .number(let year, 4)) where digits <= 2:
      return day(year, month, date)
    case (.number(let date, let digits), .month(let month), .number(let year, 4)) where digits <= 2:
      return day(year, month, date)
    case (.number(let date, let digits), .month(let month), .number(let year, 2)) where digits <= 2:
      return day(year < 70 ? 2000 + year : 1900 + year, month, date)
    default: break
    }
    // "05-Mar-2024"
    let five = Array(tokens.prefix(5))
    if five.count == 5, case .number(let date, _) = five[0], case .month(let month) = five[2],
      case .number(let year, 4) = five[4], case .mark = five[1], case .mark = five[3]
    {
      return day(year, month, date)
    }
    return nil
  }

  private static func numbers(_ tokens: ArraySlice<Token>, isFrench: Bool) -> String? {
    let all = Array(tokens.prefix(5))
    guard all.count == 5, case .number(let first, let digits) = all[0], digits <= 2, case .mark(let a) = all[1],
      case .number(let second, let more) = all[2], more <= 2, case .mark(let b) = all[3],
      case .number(let year, 4) = all[4], a == b, "/.-".contains(a)
    else { return nil }
    let dayFirst = first > 12 || second <= 12 && (isFrench || a == ".")
    return dayFirst ? day(year, second, first) : day(year, first, second)
  }

  private static func day(_ year: Int, _ month: Int, _ date: Int) -> String? {
    guard 1900...2100 ~= year, 1...12 ~= month, 1...31 ~= date else { return nil }
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(date < 10 ? "0" : "")\(date)"
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    for (index, names) in months.enumerated() where names.contains(word) { return index + 1 }
    return nil
  }

  private static let months: [[String]] = [
    ["january", "jan", "janvier", "janv"], ["february", "feb", "février", "fevrier", "févr", "fév"],
    ["march", "mar", "mars"], ["april", "apr", "avril", "avr"], ["may", "mai"], ["june", "jun", "juin"],
    ["july", "jul", "juillet", "juil"], ["august", "aug", "août", "aout"], ["september", "sep", "sept", "septembre"],
    ["october", "oct", "octobre"], ["november", "nov", "novembre"], ["december", "dec", "décembre", "decembre", "déc"],
  ]
}
