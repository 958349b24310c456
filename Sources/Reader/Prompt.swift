import Display
import Stories

/// A line on which one types where what one looks at is to go.
struct Prompt: Sendable {
  /// What becomes of it.
  enum Goal: Hashable, Sendable {
    /// It is written to a file in some form.
    case export(ExportForm)
    /// It goes through a command as text.
    case pipe(Piped)
    /// It is a note, or tags, on something.
    case note(ReaderState.Noteworthy)
    case tags(ReaderState.Noteworthy)
    /// It puts something right.
    case correction(Correcting, Correcting.Field)
    /// It is who words mean that denote a party so far.
    case splitOff(Correcting, String)
  }

  /// What goes through a command.
  enum Piped: CaseIterable, Sendable {
    /// The claim on which one is, with its sources.
    case claim
    /// All claims that one looks at.
    case claims
    /// The whole story.
    case story
  }

  var goal: Goal
  /// The name of the file, or the command, so far.
  var words: String
  /// How many claims one looked at when it was asked for.
  var count: Int
  /// Whether the file is there already, and one is asked whether it is to be written over.
  var isAsking = false

  /// The form that the file will have: what its name ends in says it, else what was chosen.
  var form: ExportForm? {
    guard case .export(let chosen) = goal else { return nil }
    let named = ExportForm.allCases.first { form in form.ending.map { words.hasSuffix($0) && words != $0 } ?? false }
    return named ?? chosen
  }

  /// Chooses the next form of the file, whose name follows, or the next thing that goes through the command.
  mutating func cycle(by step: Int) {
    switch goal {
    case .export:
      guard let form else { return }
      let next = Self.neighbour(of: form, by: step)
      if let ending = form.ending, words.hasSuffix(ending) { words.removeLast(ending.count) }
      words += next.ending ?? ""
      goal = .export(next)
    case .pipe(let piped): goal = .pipe(Self.neighbour(of: piped, by: step))
    case .note, .tags, .correction, .splitOff: break
    }
  }

  private static func neighbour<Choice: CaseIterable & Equatable>(of choice: Choice, by step: Int) -> Choice {
    let all = Array(Choice.allCases)
    return all[((all.firstIndex(of: choice) ?? 0) + step + all.count) % all.count]
  }
}

/// The claims of a story that go out together, by their places in the story's list.
public struct StoryClaims: Hashable, Sendable {
  /// The story's index in the library.
  public var story: Int
  /// The claims, by place.
  public var claims: [Int]
}

/// A file that is asked for.
public struct ExportOrder: Hashable, Sendable {
  /// In which form.
  public var form: ExportForm
  /// What the file is to be called, as it was typed.
  public var name: String
  /// What is to be in it.
  public var content: [StoryClaims]
  /// Whether a file that is there is to be written over.
  public var overwrites: Bool

  /// How many claims that is.
  public var claims: Int { content.reduce(0) { $0 + $1.claims.count } }
}

/// What became of a file that was asked for.
public enum Exported: Hashable, Sendable {
  /// It is written: its name and how many claims it holds.
  case written(String, claims: Int)
  /// A file of that name is there already.
  case isThere
  /// It could not be written; one sentence.
  case failed(String)
  /// It is long, and written while one reads on: its name.
  case begun(String)
  /// What became of one that was begun.
  indirect case ended(Exported)
}

/// The line of a prompt, over the bottom line.
enum PromptLine {
  static func draw(_ state: ReaderState, on picture: inout Picture) {
    guard let prompt = state.prompt, state.size.height > 0 else { return }
    let language = state.language
    let width = state.size.width
    var paper = Paper(whole: Size(width: width, height: 1))
    let strong = Style(.accent, on: .plain, .bold)
    var end: Int
    var cursor: Int
    if prompt.isAsking {
      // Of a long name the end counts.
      let room = width * 6 / 10 - columns(of: PromptPhrase.overwrite("")[language])
      let name = FinderOverlay.tail(of: prompt.words, columns: max(4, room - 1))
      let question = PromptPhrase.overwrite((name.isCut ? "…" : "") + name.text)[language]
      end = paper.put(question, x: 1, y: 0, limit: max(1, width * 6 / 10), Style(.alert, on: .plain, .bold))
      cursor = end + 1
    } else {
      let label = width >= 50 ? label(prompt, state) + (language == .french ? " : " : ": ") : "> "
      let start = paper.put(label, x: 1, y: 0, strong)
      let (words, _) = FinderOverlay.tail(of: prompt.words, columns: max(4, width * 6 / 10 - start))
      end = paper.put(words, x: start, y: 0)
      cursor = end
      if case .note = prompt.goal, width >= 60 {
        end = paper.put(KeptPhrase.editNote[language], x: end + 3, y: 0, Style(.muted))
      }
      if let form = prompt.form { end = paper.put(form.wording[language], x: end + 3, y: 0, Style(.muted)) }
    }
    cursor = min(cursor, width - 1)
    BottomLine.draw(state, from: end + 3, on: &paper)
    // What went wrong stands above the line on which it can be put right.
    if let message = state.message, state.size.height > 1 {
      var above = Paper(whole: Size(width: width, height: 1))
      above.put(message, x: 1, y: 0, limit: width - 2, Style(.alert))
      picture.add("problem", at: Point(x: 0, y: state.size.height - 2), above)
    }
    let origin = Point(x: 0, y: state.size.height - 1)
    picture.add("prompt", at: origin, paper)
    picture.frame.cursor = Point(x: cursor, y: origin.y)
  }

  private static func label(_ prompt: Prompt, _ state: ReaderState) -> String {
    let language = state.language
    return switch prompt.goal {
    case .export: PromptPhrase.exportTo(prompt.count)[language]
    case .pipe(.claim): PromptPhrase.pipeClaim[language]
    case .pipe(.claims): PromptPhrase.pipeClaims(prompt.count)[language]
    case .pipe(.story): PromptPhrase.pipeStory[language]
    case .note(let what): KeptPhrase.noteOn(what.name)[language]
    case .tags(let what): KeptPhrase.tagsOn(what.name)[language]
    case .correction(let correcting, .name): KeptPhrase.newName(correcting.name)[language]
    case .correction: KeptPhrase.speaker[language]
    case .splitOff(let correcting, let words): KeptPhrase.splitOff(words, correcting.name)[language]
    }
  }
}

/// What the prompts say.
enum PromptPhrase {
  case exportTo(Int), pipeClaim, pipeClaims(Int), pipeStory, overwrite(String)
  case written(String, Int), begun(String), nothing

  subscript(language: Language) -> String { wording[language] }

  private var wording: Wording {
    func say(_ english: String, _ french: String) -> Wording { Wording(english: english, french: french) }
    switch self {
    case .exportTo(let count):
      return say("Export \(Self.claims(count).english) to", "Exporter \(Self.claims(count).french) vers")
    case .pipeClaim: return say("Pipe the claim into", "Passer l’affirmation à")
    case .pipeClaims(let count):
      return say("Pipe \(Self.claims(count).english) into", "Passer \(Self.claims(count).french) à")
    case .pipeStory: return say("Pipe the story into", "Passer l’article à")
    case .overwrite(let name): return say("\(name) is there already: overwrite?", "\(name) existe : écraser ?")
    case .written(let name, let count):
      return say(
        "Written to \(name): \(Self.claims(count).english).", "Écrit dans \(name) : \(Self.claims(count).french).")
    case .begun(let name): return say("Writing \(name); read on meanwhile.", "Écriture de \(name) ; continuez.")
    case .nothing: return say("There is no claim to hand on.", "Il n’y a aucune affirmation à transmettre.")
    }
  }

  private static func claims(_ count: Int) -> Wording {
    Wording(
      english: count == 1 ? "1 claim" : "\(count) claims",
      french: count < 2 ? "\(count) affirmation" : "\(count) affirmations")
  }
}
