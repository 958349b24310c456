/// A key that was pressed, whatever bytes the terminal sent for it.
public enum Key: Hashable, Sendable {
  /// A character that a key or an input method made.
  case character(Character)
  /// Ctrl with a lower-case letter.
  case control(Character)
  /// Alt with a character.
  case alt(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, pageUp, pageDown, home, end
  /// Alt with an arrow.
  case altLeft, altRight
  /// A function key, F1 as 1.
  case function(Int)
}
