import Glibc
import Reader
import Stories
import Terminal

/// What the reader hands to other programs, which have the terminal for themselves meanwhile.
struct OtherPrograms {
  /// The terminal.
  let terminal: Terminal
  /// The language of the interface.
  var language: Language

  /// Runs `command` with `text` as its input; returns what there is to say of it afterwards.
  func pipe(_ text: String, into command: String) -> String? {
    let end = terminal.run([shell, "-c", command], input: Array(text.utf8)) { farewell($0) }
    return problem(end)
  }

  /// Runs a shell.
  func runShell() -> String? { problem(terminal.run([shell]) { _ in nil }) }

  /// Why a note was not edited.
  struct EditProblem: Error {
    /// One sentence.
    var sentence: String
  }

  /// Has `text` edited in the program that `VISUAL` or `EDITOR` names, else in vi; returns what became of it, `nil` if the
  /// editor says that it is not to be taken.
  func edit(_ text: String) -> Result<String?, EditProblem> {
    let editor = Self.variable("VISUAL") ?? Self.variable("EDITOR") ?? "vi"
    let folder = Self.variable("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/suitor-note-XXXXXX".utf8CString)
    let file = mkstemp(&name)
    guard file >= 0 else { return .failure(EditProblem(sentence: Errno(number: errno).words + ": " + folder)) }
    let path = Path(name)
    var isLeft = false
    defer { if !isLeft { unlink(path.bytes) } }
    let problem = PersonalFile.write(Array((text.isEmpty ? "" : text + "\n").utf8), to: file)
    close(file)
    if let problem { return .failure(EditProblem(sentence: "\(problem.words): \(path.name)")) }
    // The name is never part of what the shell reads.
    let end = terminal.run(["/bin/sh", "-c", editor + " \"$1\"", "suitor", path.name], farewell: { _ in nil })
    switch end {
    case .failed: return .failure(EditProblem(sentence: self.problem(end) ?? ""))
    case .ended(127):
      let none = Wording(
        english: "There is no editor \(editor); EDITOR names one.",
        french: "L’éditeur \(editor) n’existe pas ; EDITOR en nomme un.")
      return .failure(EditProblem(sentence: none[language]))
    case .ended(let code) where code != 0: return .success(nil)
    case .ended: break
    }
    do throws(Errno) {
      let bytes = try PersonalFile.read(path, limit: Self.longestNote + 1)
      if bytes.count <= Self.longestNote { return .success(String(decoding: bytes, as: UTF8.self)) }
      isLeft = true
      let long = Wording(
        english: "A note has 1 MB at most; what you wrote is in \(path.name).",
        french: "Une note fait 1 Mo au plus ; votre texte est dans \(path.name).")
      return .failure(EditProblem(sentence: long[language]))
    } catch {
      return .failure(EditProblem(sentence: "\(error.words): \(path.name)"))
    }
  }

  /// The most bytes that a note has.
  private static let longestNote = 1 << 20

  /// Opens the file at `path`, or the page at an address, in the program that `BROWSER` names, else in the desktop's own;
  /// without either, as over SSH, it returns what to open.
  func open(_ place: String) -> String? {
    let browsers = (Self.variable("BROWSER") ?? "").split(separator: ":").map(String.init).filter { !$0.isEmpty }
    for browser in browsers {
      // The place is never part of what the shell reads.
      let command = browser.contains("%s") ? browser.replacing("%s", with: "\"$1\"") : browser + " \"$1\""
      let end = terminal.run(["/bin/sh", "-c", command, "suitor", place]) { end in
        // The shell has not found it: the next one is tried.
        end == .ended(0) || end == .ended(127) ? nil : farewell(end)
      }
      if end != .ended(127) { return problem(end) }
    }
    let hasDesktop = ["DISPLAY", "WAYLAND_DISPLAY"].contains { Self.variable($0) != nil }
    if hasDesktop {
      let command = "command -v xdg-open >/dev/null || exit 127; xdg-open \"$1\" </dev/null >/dev/null 2>&1 &"
      if terminal.run(["/bin/sh", "-c", command, "suitor", place], farewell: { _ in nil }) == .ended(0) {
        return Wording(english: "Given to xdg-open: ", french: "Confié à xdg-open : ")[language] + place
      }
    }
    let none = Wording(
      english: "Nothing here can open it (BROWSER is not set): ",
      french: "Rien ici ne peut l’ouvrir (BROWSER n’est pas défini) : ")
    return none[language] + place
  }

  /// The person's own shell.
  private var shell: String {
    Self.variable("SHELL").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/bin/sh"
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What is said on the terminal when a command has ended.
  private func farewell(_ end: ProgramEnd) -> String {
    let enter = Wording(english: "Enter goes back to suitor. ", french: "Entrée revient à suitor. ")[language]
    guard case .ended(let code) = end, code != 0 else { return enter }
    return Wording(english: "Exit code \(code). ", french: "Code de sortie \(code). ")[language] + enter
  }

  private func problem(_ end: ProgramEnd) -> String? {
    guard case .failed(let number) = end else { return nil }
    let words = String(cString: strerror(number))
    return Wording(english: "It could not be started: \(words).", french: "Lancement impossible : \(words).")[language]
  }
}
