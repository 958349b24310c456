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
  /// What tells of stories that cannot be read.
  var complaints: Complaints

  /// Prints the stories as text for people, and returns the program's exit code.
  func show(_ request: StoryFinder.Request, _ list: NameList?, width: Int?, why: Bool) -> Int32 {
    let print = shower(width, why: why)
    return each(request, list) { print($0) }
  }

  /// Prints the stories that `reading` reads, with what is `kept` of them, for a terminal that can show no more, and returns
  /// the exit code.
  func show(_ reading: BackgroundReading, width: Int?, _ kept: Kept?) -> Int32 {
    let print = shower(width, why: false)
    let kept = kept ?? Kept()
    var state = ReaderState(
      library: Library(), size: Size(width: 80, height: 24), language: language, notebook: kept.notebook,
      read: kept.read)
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

  /// Prints the stories in a form for other programs, and returns the program's exit code.
  func export(_ request: StoryFinder.Request, _ list: NameList?, as form: ExportForm) -> Int32 {
    var exporter = Exporter(form, language: language, from: leastConfidence)
    Output.write(exporter.opening)
    let code = each(request, list) { Output.write(exporter.bytes(for: $0, claims: $0.claims(from: leastConfidence))) }
    Output.write(exporter.closing())
    return code
  }

  /// Writes the stories into `folder` for brat, and returns the program's exit code.
  func export(_ request: StoryFinder.Request, _ list: NameList?, into folder: Path) -> Int32 {
    do throws(BratFolder.Problem) {
      let brat = try BratFolder(at: folder)
      var problem: BratFolder.Problem?
      let code = each(request, list) { story in
        if problem != nil { return }
        do throws(BratFolder.Problem) {
          try brat.add(story, claims: story.claims(from: leastConfidence))
        } catch {
          problem = error
        }
      }
      if let problem { throw problem }
      return code
    } catch {
      complaints.tell(error.code, error.wording[language], path: error.path.name)
      return ExitCode.failure
    }
  }

  /// Prints the claims that `query` finds, each story's as soon as it is read, and returns the exit code as grep has it: 0
  /// if there are any, 1 if there are none, 2 if a story could not be read.
  func claims(
    _ query: Query, _ request: StoryFinder.Request, _ list: NameList?, as format: Options.Format
  ) -> Int32 {
    if format == .csv { Output.write(CSV.header) }
    var isFound = false
    let code = each(request, list) { story in
      let claims = query.found(in: story, from: leastConfidence).compactMap(\.claim)
      if claims.isEmpty { return }
      isFound = true
      switch format {
      case .jsonl: Output.write(claims.flatMap { JSONLines.line(for: $0, of: story) })
      case .csv: Output.write(CSV.records(for: claims, of: story))
      default: Output.write(ClaimLines.lines(for: claims, of: story))
      }
    }
    return code != ExitCode.success ? ExitCode.usage : isFound ? ExitCode.success : ExitCode.failure
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
      default:
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
    let code = each(request, list, loader.readTexts) { story in
      if let held { write(held, false) }
      held = (story.name, story.text.bytes)
    }
    if let held { write(held, isFirst) }
    return code
  }

  /// Prints each story as soon as it is found.
  private func each(_ request: StoryFinder.Request, _ list: NameList?, _ print: (Story) -> Void) -> Int32 {
    each(request, list, loader.read, print)
  }

  /// Prints what `read` makes of each item as soon as it is found.
  private func each<Content>(
    _ request: StoryFinder.Request, _ list: NameList?,
    _ read: @escaping (Item, (StoryLoader.Part<Content>) -> Void) -> Void, _ print: (Content) -> Void
  ) -> Int32 {
    var code = ExitCode.success
    withoutActuallyEscaping(print) { print in
      var finder = StoryFinder(request) { found in
        for item in found.map(\.item) {
          read(item) { part in
            switch part.content {
            case .success(let content): print(content)
            case .failure(let problem):
              complaints.tell(problem, with: item, part: part.label)
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
