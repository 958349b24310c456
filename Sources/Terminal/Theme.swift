/// What the terminal's own background is like, as far as it is known; it is kept in any case.
public enum Theme: String, Sendable, CaseIterable {
  /// Unknown: colours that can be read on both.
  case neutral
  /// Black or nearly so.
  case dark
  /// White or nearly so.
  case light

  /// What the environment says: the last number of `COLORFGBG`, which some terminals set, is the background's among the
  /// sixteen colours.
  public static var ofEnvironment: Theme {
    guard let last = Environment["COLORFGBG"]?.split(separator: ";").last, let number = Int(last) else {
      return .neutral
    }
    return switch number {
    case 0...6, 8: .dark
    case 7, 9...15: .light
    default: .neutral
    }
  }
}
