import Glibc
import Stories
import Terminal

extension TerminalError {
  /// One sentence without a stop: what is wrong, and what is done or to be done instead.
  var wording: Wording {
    switch self {
    case .notATerminal:
      Wording(
        english: "there is no terminal to read keys from and draw on; suitor show prints without one",
        french: "il n’y a pas de terminal pour lire les touches et afficher ; suitor show imprime sans lui")
    case .unknownTerminal(""):
      Wording(
        english: "TERM is not set, so the reading follows as text; for most terminals TERM=xterm-256color is right",
        french: "TERM n’est pas défini, voici donc la lecture en texte ; TERM=xterm-256color convient à la plupart")
    case .unknownTerminal(let name):
      Wording(
        english: "this system does not know the terminal “\(name)”, so the reading follows as text; "
          + "try TERM=xterm-256color, or install ncurses-term",
        french: "ce système ne connaît pas le terminal « \(name) », voici donc la lecture en texte ; "
          + "essayez TERM=xterm-256color, ou installez ncurses-term")
    case .incapableTerminal(let name):
      Wording(
        english: "the terminal “\(name)” cannot move its cursor, so the reading follows as text",
        french: "le terminal « \(name) » ne peut déplacer son curseur, voici donc la lecture en texte")
    case .system(let code):
      Wording(
        english: "the terminal does not answer: \(String(cString: strerror(code)))",
        french: "le terminal ne répond pas : \(String(cString: strerror(code)))")
    }
  }
}
