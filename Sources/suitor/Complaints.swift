import Export
import Stories

/// Tells on standard error what could not be done: a sentence a line, or a JSON object a line for programs.
struct Complaints {
  /// In which form.
  var form: Options.ErrorForm
  /// The language of the sentences.
  var language: Language

  /// Tells that the story `item`, or one `part` of that file, could not be read.
  func tell(_ problem: StoryProblem, with item: Item, part: String? = nil) {
    let place: String =
      switch item.place {
      case .file(let path), .missing(_, let path): path.name
      case .part(let label, let path): "\(path.name)#\(label)"
      case .standardInput: "-"
      case .data: item.name
      }
    let part = part.map { "#\($0)" } ?? ""
    tell(problem.code, problem.wording[language], path: place + part, shown: item.whereabouts(language) + part)
  }

  /// Tells what is wrong with `path`, which a message calls `shown`; `code` is the reason for programs.
  func tell(_ code: String, _ message: String, path: String, shown: String? = nil) {
    switch form {
    case .text: Output.complain("\(shown ?? path): \(message)")
    case .jsonl: Output.writeError(JSONLines.problem(code, message, path: path))
    }
  }
}
