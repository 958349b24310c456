import Glibc
import Reader
import Reading
import Search
import Stories
import Terminal

/// From the command line to the exit code.
enum Commands {
  /// Does what the command line asks for, and returns the exit code.
  static func run() -> Int32 {
    let language = Language.ofEnvironment
    let options: Options
    do throws(UsageError) {
      options = try Options(count: Int(CommandLine.argc), strings: CommandLine.unsafeArgv, language: language)
    } catch {
      Output.complain(error.wording[language], hint: hint[language])
      return ExitCode.usage
    }
    switch options.notice {
    case .help: Output.write(Help.text(options.language))
    case .version: Output.write("suitor \(Help.version)\n")
    case nil: return work(options)
    }
    return ExitCode.success
  }

  /// Reads the stories and shows them.
  private static func work(_ options: Options) -> Int32 {
    let data: DataFolder
    do throws(DataFolderMissing) {
      data = try DataFolder()
    } catch {
      let problem = Wording(english: "SUITOR_DATA is no folder", french: "SUITOR_DATA n’est pas un dossier")
      Output.complain("\(error.path.name): \(problem[options.language])")
      return ExitCode.failure
    }
    let reader = StoryReader(file: data.file, image: data.image)
    let loader = StoryLoader(data: data, reader: reader)
    let complaints = Complaints(form: options.errors, language: options.language)
    var printed = loader
    let isReader = options.command == .read && isatty(STDOUT_FILENO) != 0
    // Where it is asked what decided about the claims, they are shown as they were read.
    if !isReader, options.command != .text, !options.why {
      printed.kept = Keeper.kept(options, Settings(at: Settings.path))
    }
    let printing = Printing(
      loader: printed, language: options.language, leastConfidence: options.leastConfidence, complaints: complaints)
    let list: NameList?
    do throws(StoryProblem) {
      list = try options.filesFrom.map { path throws(StoryProblem) in
        try NameList(at: path, endedByNull: options.endedByNull, language: options.language)
      }
    } catch {
      complaints.tell(error.code, error.wording[options.language], path: options.filesFrom?.name ?? "")
      return options.command == .claims ? ExitCode.usage : ExitCode.failure
    }
    let request = request(options, data)
    switch options.command {
    case .export:
      if options.format == .brat, let folder = options.output { return printing.export(request, list, into: folder) }
      let form = options.format.flatMap { ExportForm(rawValue: $0.rawValue) } ?? .jsonl
      return printing.export(request, list, as: form)
    case .search, .claims: return search(options, request, list, printing)
    case .show: return printing.show(request, list, width: options.width, why: options.why)
    case .text: return printing.text(request, list)
    case .timeline: return printing.timeline(request, list, width: options.width)
    // Into a pipe or a file goes text.
    case .read where isatty(STDOUT_FILENO) == 0 && options.tutor: return tutorAsText(options)
    case .read where isatty(STDOUT_FILENO) == 0: return printing.show(request, list, width: nil, why: false)
    case .read: return read(options, request, list, loader, printing)
    }
  }

  /// Prints what a query finds, or where it is wrong.
  private static func search(
    _ options: Options, _ request: StoryFinder.Request, _ list: NameList?, _ printing: Printing
  ) -> Int32 {
    let text = options.query?.name ?? options.terms.joined(separator: " ")
    do throws(QueryError) {
      if options.command == .claims {
        let query = options.terms.isEmpty ? Query() : try Query(text)
        if query.scope == .claims {
          return printing.claims(query, request, list, as: options.format ?? .tsv)
        }
        let problem = Wording(
          english: "'suitor claims' prints claims; for in:text there is 'suitor search'",
          french: "'suitor claims' imprime des affirmations ; pour dans:texte il y a 'suitor search'")
        Output.complain(problem[options.language])
        return ExitCode.usage
      }
      let query = try Query(text)
      return printing.search(query, request, list, as: options.format ?? .text, width: options.width)
    } catch {
      Output.complain(error.wording[options.language], hint: error.picture(in: text))
      return ExitCode.usage
    }
  }

  /// Opens the reader.
  private static func read(
    _ options: Options, _ request: StoryFinder.Request, _ list: NameList?, _ loader: StoryLoader, _ printing: Printing
  ) -> Int32 {
    let wantsInput = options.paths.contains { $0.name == "-" } || options.filesFrom?.name == "-"
    if wantsInput, isatty(STDIN_FILENO) != 0 {
      let problem = Wording(
        english: "standard input is the keyboard; pipe a story or names into suitor, or name a file",
        french: "l’entrée standard est le clavier ; envoyez article ou noms par un tube, ou nommez un fichier")
      Output.complain(problem[options.language], hint: hint[options.language])
      return ExitCode.usage
    }
    let reading = BackgroundReading(
      request, list, short: list == nil && isShort(options.paths), with: loader, language: options.language)
    do throws(TerminalError) {
      var session = try Session(reading, options, Settings(at: Settings.path))
      return session.run()
    } catch {
      Output.complain(error.wording[options.language])
      // Without a keyboard nobody could stop it.
      if case .notATerminal = error { return ExitCode.failure }
      if case .system = error { return ExitCode.failure }
      if options.tutor { return tutorAsText(options) }
      return printing.show(reading, width: nil, Keeper.kept(options, Settings(at: Settings.path)))
    }
  }

  /// Prints what the tutor says, for who has no terminal in which it could be done.
  private static func tutorAsText(_ options: Options) -> Int32 {
    Output.write(tutorInWords(Settings(at: Settings.path).keys, options.language))
    return ExitCode.success
  }

  /// What is asked for; without any path, standard input if a story is there, else the stories of the program.
  private static func request(_ options: Options, _ data: DataFolder) -> StoryFinder.Request {
    if options.tutor {
      let names = tutorStories(options.language)
      return StoryFinder.Request(items: names.map { Item(name: $0, place: .data("stories/\($0)")) })
    }
    if !options.paths.isEmpty || options.filesFrom != nil { return StoryFinder.Request(paths: options.paths) }
    var status = stat()
    let isOpen = fstat(STDIN_FILENO, &status) == 0
    // A terminal is the keyboard, and /dev/null is how scripts say that there is nothing.
    if isOpen, status.st_mode & S_IFMT != S_IFCHR {
      return StoryFinder.Request(items: [Item(name: "-", place: .standardInput)])
    }
    return data.stories
  }

  /// Whether `paths` are one file, of a length that is read in the time that a thread takes to start.
  private static func isShort(_ paths: [Path]) -> Bool {
    guard paths.count == 1, paths[0].name != "-" else { return false }
    var status = stat()
    return stat(paths[0].bytes, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size <= 16 << 10
  }

  /// Where wrong usage is helped.
  private static var hint: Wording {
    Wording(english: "Try 'suitor --help'.", french: "Essayez « suitor --help ».")
  }
}
