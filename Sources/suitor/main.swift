import Glibc
import Reading
import Stories

exit(run())

/// Does what the command line asks for, and returns the exit code.
private func run() -> Int32 {
  let language = Language.ofEnvironment
  let options: Options
  do throws(UsageError) {
    options = try Options(count: Int(CommandLine.argc), strings: CommandLine.unsafeArgv, language: language)
  } catch {
    let hint = Wording(english: "Try 'suitor --help'.", french: "Essayez « suitor --help ».")
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
private func work(_ options: Options) -> Int32 {
  let data: DataFolder
  do throws(DataFolderMissing) {
    data = try DataFolder()
  } catch {
    let problem = Wording(english: "SUITOR_DATA is no folder", french: "SUITOR_DATA n’est pas un dossier")
    Output.complain("\(error.path.name): \(problem[options.language])")
    return ExitCode.failure
  }
  let reader: StoryReader
  do throws(LexiconError) {
    reader = try StoryReader(file: { data.file($0) })
  } catch {
    var error = error
    error.file = data.display(error.file)
    Output.complain("\(error)")
    return ExitCode.failure
  }
  let items = stories(options.paths, data)
  let printing = Printing(loader: StoryLoader(data: data, reader: reader), language: options.language)
  switch options.command {
  case .export: return printing.export(items)
  case .show: return printing.show(items, width: options.width)
  case .read: return printing.show(items, width: nil)
  }
}

/// The stories that `paths` stand for; without any, standard input if a story is there, else those of the program.
private func stories(_ paths: [Path], _ data: DataFolder) -> [Item] {
  if !paths.isEmpty { return StoryList(paths).items }
  var status = stat()
  let isOpen = fstat(STDIN_FILENO, &status) == 0
  // A terminal is the keyboard, and /dev/null is how scripts say that there is nothing.
  if isOpen, status.st_mode & S_IFMT != S_IFCHR { return [Item(name: "-", place: .standardInput)] }
  return data.stories
}
