/// Why there can be no screen.
public enum TerminalError: Error, Hashable {
  /// Where the keyboard or the screen should be there is no terminal.
  case notATerminal
  /// `TERM` names nothing that the terminal data base knows; the name is empty where it is not set.
  case unknownTerminal(String)
  /// The terminal that `TERM` names cannot place a cursor, as `dumb` cannot.
  case incapableTerminal(String)
  /// The system refused something; the number is an `errno`.
  case system(Int32)
}
