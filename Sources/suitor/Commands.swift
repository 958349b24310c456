import Glibc
import Reading
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
    let printing = Printing(loader: loader, language: options.language, leastConfidence: options.leastConfidence)
    let paths = options.paths
    switch options.command {
    case .export: return printing.export(stories(paths, data))
    case .show: return printing.show(stories(paths, data), width: options.width, why: options.why)
    case .timeline: return printing.timeline(stories(paths, data), width: options.width)
    // Into a pipe or a file goes text.
    case .read where isatty(STDOUT_FILENO) == 0: return printing.show(stories(paths, data), width: nil, why: false)
    case .read: return read(options, data, loader, printing)
    }
  }

  /// Opens the reader.
  private static func read(_ options: Options, _ data: DataFolder, _ loader: StoryLoader, _ printing: Printing) -> Int32
  {
    let paths = options.paths
    if paths.contains(where: { $0.name == "-" }), isatty(STDIN_FILENO) != 0 {
      let problem = Wording(
        english: "standard input is the keyboard; pipe a story into suitor, or name a file",
        french: "l’entrée standard est le clavier ; envoyez un article par un tube, ou nommez un fichier")
      Output.complain(problem[options.language], hint: hint[options.language])
      return ExitCode.usage
    }
    let reading = BackgroundReading(
      { stories(paths, data) }, short: isShort(paths), with: loader, language: options.language)
    do throws(TerminalError) {
      var session = try Session(reading, options, Settings(at: Settings.path))
      return session.run()
    } catch {
      Output.complain(error.wording[options.language])
      // Without a keyboard nobody could stop it.
      if case .notATerminal = error { return ExitCode.failure }
      if case .system = error { return ExitCode.failure }
      return printing.show(reading, width: nil)
    }
  }

  /// The stories that `paths` stand for; without any, standard input if a story is there, else those of the program.
  private static func stories(_ paths: [Path], _ data: DataFolder) -> [Item] {
    if !paths.isEmpty { return StoryList(paths).items }
    var status = stat()
    let isOpen = fstat(STDIN_FILENO, &status) == 0
    // A terminal is the keyboard, and /dev/null is how scripts say that there is nothing.
    if isOpen, status.st_mode & S_IFMT != S_IFCHR { return [Item(name: "-", place: .standardInput)] }
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
