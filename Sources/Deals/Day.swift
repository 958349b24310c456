/// Days as numbers, so that it can be told how far two of them lie apart.
enum Day {
  /// The day of a story without a date: before all others.
  static let none = Int32.min

  /// Whether two days lie no more than `window` days apart; a day that is not known lies far from all.
  static func isNear(_ a: Int32, _ b: Int32, within window: Int32) -> Bool {
    a != none && b != none && abs(a - b) <= window
  }

  /// What days are sorted by: those that are not known come last.
  static func order(_ day: Int32) -> Int32 { day == none ? Int32.max : day }

  /// The number of the day "YYYY-MM-DD", from an arbitrary one on; `none` for anything else.
  ///
  /// By the count of days from civil dates that goes back to Gauss: years begin in March, so that leap days come last.
  static func number(_ date: String?) -> Int32 {
    guard let date else { return none }
    let parts = date.split(separator: "-")
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      1...12 ~= month, 1...31 ~= day, 0...9999 ~= year
    else { return none }
    let shifted = (month + 9) % 12
    let years = month <= 2 ? year - 1 : year
    return Int32(365 * years + years / 4 - years / 100 + years / 400 + (153 * shifted + 2) / 5 + day)
  }
}
