import Display

/// What `Terminal.next()` waited for.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Something was done with the mouse.
  case mouse(Mouse)
  /// Text was pasted; it can hold anything, and no character of it is a command.
  case pasted(String)
  /// The screen has another size.
  case resized(Size)
  /// It is known what of its screen the terminal can move, or that it is more than was known.
  case movable(Movable)
  /// A `Waker` was used, once or more often.
  case woken
  /// It is time to go; every later call gives the same.
  case ended(Ending)

  /// Why it is time to go.
  public enum Ending: Hashable, Sendable {
    /// A signal asked for it: SIGINT, SIGTERM or SIGHUP.
    case signal(Int32)
    /// The terminal is gone.
    case hangUp
  }
}
