import Export
import Reader
import Stories

/// The commands that print: each story as soon as it is read, its problems on standard error.
struct Printing {
  /// What reads the stories.
  var loader: StoryLoader
  /// The language of the interface.
  var language: Language
  /// The least confidence of the claims that are printed.
  var leastConfidence: Double

  /// Prints the stories as text for people, and returns the program's exit code.
  func show(_ items: [Item], width: Int?, why: Bool) -> Int32 {
    let print = shower(width, why: why)
    return each(items) { print($0) }
  }

  /// Prints the stories that `reading` reads, for a terminal that can show no more, and returns the exit code.
  func show(_ reading: BackgroundReading, width: Int?) -> Int32 {
    let print = shower(width, why: false)
    var code = ExitCode.success
    var names: [String]?
    var done = 0
    repeat {
      reading.events.wait(for: { _ in true }, milliseconds: 1000)
      for event in reading.events.drain() {
        switch event {
        case .added(let entries): names = entries.map(\.name)
        case .entry(_, .read(let story)): print(story)
        case .entry(let index, .failed(let reason)):
          Output.complain("\(names?[index] ?? ""): \(reason)")
          code = ExitCode.failure
        case .progress(let count, _): done = count
        default: break
        }
      }
    } while done < names?.count ?? .max
    return code
  }

  /// What prints one story after the other.
  private func shower(_ width: Int?, why: Bool) -> (Story) -> Void {
    let writer = ShowText(width: width ?? Output.columns ?? 80, language: language, from: leastConfidence)
    var fresh = true
    return { story in
      // Two empty lines tell where a story ends; no other place has them.
      Output.write(
        (fresh ? "" : "\n\n")
          + writer.text(of: story, reasons: why ? loader.reasons(for: story.claims.indices, in: story) : []))
      fresh = false
    }
  }

  /// Prints the timelines of the deals that the stories tell of, and returns the exit code.
  func timeline(_ items: [Item], width: Int?) -> Int32 {
    var library = Library()
    let code = each(items) { library.entries.append(Library.Entry(name: $0.name, state: .read($0))) }
    let text = TimelineText(width: width ?? Output.columns ?? 80, language: language, from: leastConfidence)
    Output.write(text.text(of: library))
    return code
  }

  /// Prints the stories as JSON lines, and returns the program's exit code.
  func export(_ items: [Item]) -> Int32 { each(items) { Output.write(JSONLines.line(for: $0, from: leastConfidence)) } }

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
