/// Whether colours are used, as `--color` says it.
public enum ColourChoice: String, Sendable, CaseIterable {
  /// As the terminal has them, and none where `NO_COLOR` is set to anything.
  case auto
  /// As the terminal has them, whatever `NO_COLOR` says.
  case always
  /// None; bold, underline and reverse make the differences.
  case never
}
