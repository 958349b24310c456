/// What the terminal's own background is like, as far as it is known; it is kept in any case.
public enum Theme: String, Sendable, CaseIterable {
  /// Unknown: colours that can be read on both.
  case neutral
  /// Black or nearly so.
  case dark
  /// White or nearly so.
  case light
}
