import Deals
import Display
import Export
import Reader
import Search
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
  func show(_ request: StoryFinder.Request, _ list: NameList?, width: Int?, why: Bool) -> Int32 {
    let print = shower(width, why: why)
    return each(request, list) { print($0) }
  }

  /// Prints the stories that `reading` reads, for a terminal that can show no more, and returns the exit code.
  func show(_ reading: BackgroundReading, width: Int?) -> Int32 {
    let print = shower(width, why: false)
    var state = ReaderState(library: Library(), size: Size(width: 80, height: 24), language: language)
    reading.pool.passFirstFrame()
    repeat {
      reading.pool.events.wait(for: { _ in true }, milliseconds: 1000)
      _ = state.update(reading.news())
    } while !reading.pool.progress.isOver
    _ = state.update(reading.news())
    var code = ExitCode.success
    for index in state.library.order {
      let entry = state.library.entries[index]
      switch entry.state {
      case .read(let story): print(story)
      case .failed(let reason):
        Output.complain("\(entry.name): \(reason)")
        code = ExitCode.failure
      case .waiting: break
      }
    }
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
  func timeline(_ request: StoryFinder.Request, _ list: NameList?, width: Int?) -> Int32 {
    var library = Library()
    var register = CopyRegister()
    let code = each(request, list) { story in
      library.add([Library.Entry(name: story.name, state: .read(story))])
      for changed in register.note(library.entries.count - 1, in: library) {
        library.mark(changed, copyOf: register.original(of: changed))
      }
    }
    let text = TimelineText(width: width ?? Output.columns ?? 80, language: language, from: leastConfidence)
    Output.write(text.text(of: library))
    return code
  }

  /// Prints the stories as JSON lines, and returns the program's exit code.
  func export(_ request: StoryFinder.Request, _ list: NameList?) -> Int32 {
    each(request, list) { Output.write(JSONLines.line(for: $0, from: leastConfidence)) }
  }

  /// Prints what `query` finds in the stories, in their order, and returns the program's exit code: as if the work had failed
  /// if nothing is found.
  func search(
    _ query: Query, _ request: StoryFinder.Request, _ list: NameList?, as format: Options.Format, width: Int?
  ) -> Int32 {
    let writer = ShowText(width: width ?? Output.columns ?? 80, language: language)
    var isFound = false
    var inText = 0
    let code = each(request, list) { story in
      let found = query.found(in: story, from: leastConfidence)
      if found.isEmpty { inText += query.inText.found(in: story, from: leastConfidence).count }
      guard !found.isEmpty else { return }
      switch format {
      case .jsonl:
        for found in found {
          Output.write(
            found.claim.map { JSONLines.line(for: $0, of: story) } ?? JSONLines.line(for: found.place, in: story))
        }
      case .text:
        let excerpts = found.filter { $0.claim == nil }.map { story.excerpt(around: $0.place, before: 80, length: 320) }
        Output.write(
          (isFound ? "\n\n" : "") + writer.text(of: story, found: found.compactMap(\.claim), excerpts: excerpts))
      }
      isFound = true
    }
    if isFound { return code }
    if inText > 0 {
      let hint = Wording(
        english: "no claim says so; in:text finds the words in \(inText == 1 ? "one story" : "\(inText) stories")",
        french:
          "aucune affirmation ne le dit ; dans:texte trouve les mots dans \(inText == 1 ? "un article" : "\(inText) articles")"
      )
      Output.complain(hint[language])
    }
    return ExitCode.failure
  }

  /// Prints the text of each story, as positions in exports count in it, and returns the exit code.
  ///
  /// A single text comes as it is, to the byte, unless a terminal would obey it; of several each stands below a line with its
  /// name.
  func text(_ request: StoryFinder.Request, _ list: NameList?) -> Int32 {
    var held: (name: String, text: [UInt8])?
    var isFirst = true
    let write = { (story: (name: String, text: [UInt8]), isOnly: Bool) in
      if !isOnly { Output.write((isFirst ? "" : "\n") + "==> \(harmless(story.name)) <==\n") }
      Output.write(text: story.text)
      // The next name stands on a line of its own.
      if !isOnly, story.text.last != UInt8(ascii: "\n") { Output.write("\n") }
      isFirst = false
    }
    let code = each(request, list) { story in
      if let held { write(held, false) }
      held = (story.name, story.text.bytes)
    }
    if let held { write(held, isFirst) }
    return code
  }

  /// Prints each story as soon as it is found.
  private func each(_ request: StoryFinder.Request, _ list: NameList?, _ print: (Story) -> Void) -> Int32 {
    var code = ExitCode.success
    withoutActuallyEscaping(print) { print in
      var finder = StoryFinder(request) { found in
        for item in found.map(\.item) {
          loader.read(item) { part in
            switch part.story {
            case .success(let story): print(story)
            case .failure(let problem):
              let name = part.label.map { "\(item.whereabouts(language))#\($0)" } ?? item.whereabouts(language)
              Output.complain("\(name): \(problem.wording[language])")
              code = ExitCode.failure
            }
          }
        }
      }
      finder.find(list, patience: .max)
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
    let name = if case .file(let path) = place { path.name } else { title(language) }
    return origin.map { "\($0.list):\($0.line): \(name)" } ?? name
  }
}
