/// What of its screen a terminal can move without being sent it anew.
///
/// Where a text can be moved in its place, a view may follow line by line; elsewhere every line would cost the whole pane.
public enum Movable: Comparable, Sendable {
  /// Nothing.
  case nothing
  /// Rows over the whole width of the screen.
  case rows
  /// Any part of the screen.
  case parts
}
