import Export
import Stories

/// The commands that print: each story as soon as it is read, its problems on standard error.
struct Printing {
  /// What reads the stories.
  var loader: StoryLoader
  /// The language of the interface.
  var language: Language

  /// Prints the stories as text for people, and returns the program's exit code.
  func show(_ items: [Item], width: Int?) -> Int32 {
    let writer = ShowText(width: width ?? Output.columns ?? 80, language: language)
    var fresh = true
    return each(items) { story in
      // Two empty lines tell where a story ends; no other place has them.
      Output.write((fresh ? "" : "\n\n") + writer.text(of: story))
      fresh = false
    }
  }

  /// Prints the stories as JSON lines, and returns the program's exit code.
  func export(_ items: [Item]) -> Int32 { each(items) { Output.write(JSONLines.line(for: $0)) } }

  private func each(_ items: [Item], _ print: (Story) -> Void) -> Int32 {
    var code = ExitCode.success
    for item in items {
      do throws(StoryProblem) {
        print(try loader.story(item))
      } catch {
        Output.complain("\(item.whereabouts(language)): \(error.wording[language])")
        code = ExitCode.failure
      }
    }
    return code
  }
}

extension Item {
  /// What to call it among the stories.
  func title(_ language: Language) -> String {
    if case .standardInput = place { return Wording(english: "standard input", french: "entrée standard")[language] }
    return name
  }

  /// What to call it in a message: the whole path, for who has to find the file.
  func whereabouts(_ language: Language) -> String {
    if case .file(let path) = place { return path.name }
    return title(language)
  }
}
