/// What a labelled story is for, by the number at the head of its file's name.
public enum LabelledUse {
  /// Stories with a higher number test, and nothing is learned from them.
  private static let lastTraining = 17

  /// Whether the story at `path` tests; `nil` if its name begins with no number of two digits.
  public static func isTest(_ path: String) -> Bool? {
    let name = path.split(separator: "/").last ?? ""
    let digits = name.prefix { $0.isNumber }
    guard digits.count == 2, let number = Int(digits) else { return nil }
    return number > lastTraining
  }
}
