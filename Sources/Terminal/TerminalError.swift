/// Why there can be no screen.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Where the keyboard or the screen should be there is no terminal.
  case notATerminal
  /// `TERM` names nothing that the terminal data base knows; the name is empty where it is not set.
  case unknownTerminal(String)
  /// The terminal that `TERM` names cannot place a cursor, as `dumb` cannot.
  case incapableTerminal(String)
  /// The system refused something; the number is an `errno`.
  case system(Int32)

  /// A sentence for the person at the keyboard, in English.
  public var description: String {
    switch self {
    case .notATerminal: "there is no terminal to read keys from and draw on"
    case .unknownTerminal(""): "TERM is not set; for most terminals TERM=xterm-256color is right"
    case .unknownTerminal(let name):
      "this system does not know the terminal “\(name)”; try TERM=xterm-256color, or install ncurses-term"
    case .incapableTerminal(let name): "the terminal “\(name)” cannot move its cursor"
    case .system(let code): "the terminal does not answer (error \(code))"
    }
  }
}
