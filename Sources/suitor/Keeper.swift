import Display
import Glibc
import Notebook
import Reader
import Stories

/// Keeps what the reader puts down, and which stories have been read, for the session.
final class Keeper {
  /// The notebook as it was found.
  private(set) var notebook = Notebook()
  /// The fingerprints of the texts that had been read.
  let readStories: Set<UInt64>

  private let file: NotebookFile
  private let isOff: Bool
  /// Whether what is put down holds for the session only, as in the tutor, where it is but tried.
  private let isForgotten: Bool
  private let read: ReadStories
  private var loadProblem: Errno?
  private var readProblem: Errno?

  /// Opens the notebook that options or settings name, else the person's own.
  init(_ options: Options, _ settings: Settings) {
    isOff = options.withoutNotebook || options.tutor
    isForgotten = options.tutor && !options.withoutNotebook
    file = NotebookFile(at: isOff ? nil : options.notebook ?? settings.notebook ?? NotebookFile.ownPath)
    read = ReadStories(at: isOff ? nil : ReadStories.path)
    readStories = read.keys
    do throws(Errno) {
      notebook.add(try file.load())
    } catch {
      loadProblem = error
    }
  }

  /// What is kept, for the commands that print; tells what is wrong with the notebook.
  static func kept(_ options: Options, _ settings: Settings) -> Kept? {
    if options.withoutNotebook { return nil }
    let keeper = Keeper(options, settings)
    for problem in keeper.problems(options.language) { Output.complain(problem) }
    return Kept(notebook: keeper.notebook, read: keeper.readStories)
  }

  /// What is wrong with the notebook's text, a line each with where it is.
  func problems(_ language: Language) -> [String] {
    let name = file.path?.name ?? ""
    if let loadProblem { return ["\(name): \(loadProblem.words)"] }
    return file.problems.map { "\(name):\($0.line): \($0.wording[language])" }
  }

  /// Why nothing can be put down, one sentence; `nil` where it can.
  func whyNot(_ language: Language) -> String? {
    if isForgotten || file.path != nil { return nil }
    let reason =
      isOff
      ? Wording(english: "Nothing is kept with --no-notebook.", french: "Rien n’est gardé avec --no-notebook.")
      : Wording(
        english: "Nothing can be kept without a home folder; --notebook names a file.",
        french: "Rien ne peut être gardé sans dossier personnel ; --notebook nomme un fichier.")
    return reason[language]
  }

  /// Puts something down; returns what the reader is to know of it.
  func put(_ jotting: Jotting, _ language: Language) -> ReaderEvent {
    let entry = jotting.entry(id: Self.newID())
    let stories = jotting.reference.map { [$0] } ?? []
    if isForgotten { return .noted(Noted(stories: stories, entries: [entry], own: jotting)) }
    if let reason = whyNot(language) { return .message(reason) }
    let others = file.add(NotebookText(stories: stories, entries: [entry]))
    return .noted(
      Noted(
        stories: others.stories + stories, entries: others.entries + [entry], own: jotting,
        problem: file.problem.map { sentence($0, language) }))
  }

  private func sentence(_ problem: Errno, _ language: Language) -> String {
    let words = problem.number == EWOULDBLOCK ? Self.lockedWords[language] : problem.words
    let name = file.path?.name ?? ""
    let wording = Wording(
      english: "Not on the disk yet, and tried again with the next: \(words): \(name)",
      french: "Pas encore sur le disque, nouvel essai au prochain geste : \(words) : \(name)")
    return wording[language]
  }

  private static let lockedWords = Wording(
    english: "another program holds it", french: "un autre programme le tient")

  /// What other programs have put down meanwhile.
  func news() -> ReaderEvent? {
    file.changes().map { .noted(Noted(stories: $0.stories, entries: $0.entries)) }
  }

  /// Remembers whether a story has been read.
  func setRead(_ key: UInt64, _ isRead: Bool) {
    if let problem = read.note(key, isRead) { readProblem = problem }
  }

  /// Writes what is not written yet, elsewhere if need be, and says so in `language`, if there is anybody to hear it; returns
  /// whether all is where it belongs.
  @discardableResult
  func finish(_ language: Language?) -> Bool {
    // A file that may not grow is a reason to write elsewhere, not to end.
    signal(SIGXFSZ, SIG_IGN)
    if !file.pending.entries.isEmpty || file.hasLost { _ = file.add(NotebookText()) }
    let left = file.pending
    if let language {
      for problem in problems(language) { Output.complain(problem) }
      if let readProblem {
        let wording = Wording(
          english: "which stories you have read is not kept: ", french: "les articles lus ne sont pas retenus : ")
        Output.complain(wording[language] + "\(readProblem.words): \(ReadStories.path?.name ?? "")")
      }
    }
    if left.entries.isEmpty { return true }
    let spare = Path("/tmp/suitor-notebook-\(getpid())")
    var isSaved = false
    do throws(Errno) {
      try PersonalFile.create(spare, mode: 0o600, with: Array((NotebookText.head + left.text).utf8))
      isSaved = true
    } catch {}
    guard let language else { return false }
    let (name, words) = (file.path?.name ?? "", file.problem?.words ?? "")
    if isSaved {
      let wording = Wording(
        english: "\(name): \(words); what you put down is in \(spare.name), to be added: cat \(spare.name) >> \(name)",
        french: "\(name) : \(words) ; vos notes sont dans \(spare.name), à ajouter : cat \(spare.name) >> \(name)")
      Output.complain(wording[language])
    } else {
      // Better on the screen than nowhere.
      Output.complain("\(name): \(words)")
      for line in left.text.split(separator: "\n", omittingEmptySubsequences: false) {
        Output.writeError(Array((harmless(String(line)) + "\n").utf8))
      }
    }
    return false
  }

  /// A name that no other entry has: the second, and a number drawn by lot.
  private static func newID() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var letters = [CChar](repeating: 0, count: 32)
    strftime(&letters, letters.count, "%Y%m%dT%H%M%S", &parts)
    let second = String(decoding: letters.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    let lot = String(UInt32.random(in: 0..<1 << 24) | 1 << 24, radix: 16).dropFirst()
    return "\(second)-\(lot)"
  }
}
