@preconcurrency import CSystem
import Glibc
import Search
import Stories

/// The command line is wrong.
struct UsageError: Error, Equatable {
  /// What is wrong with it, without a stop.
  var wording: Wording
}

extension Options {
  /// The options in `arguments`, the program's own name first, by the conventions of getopt_long.
  ///
  /// `language` is the interface's language if no option says otherwise.
  init(parsing arguments: [String], language: Language) throws(UsageError) {
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for string in strings { free(string) } }
    try self.init(count: arguments.count, strings: &strings, language: language)
  }

  /// The options in the C strings of a program's start, which getopt_long puts into order.
  init(count: Int, strings: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>, language: Language) throws(UsageError) {
    self.init(language: language)
    // "-" hands over operands in their place, so that a word after "--" is a path even if it spells a command;
    // ":" tells a missing value from an unknown option.
    let letters = OptionRow.all.reduce(into: "-:") { letters, row in
      if let letter = row.letter { letters += "\(letter)" + (row.value == nil ? "" : ":") }
    }
    let names = OptionRow.all.map { strdup($0.long) }
    defer { for name in names { free(name) } }
    let longs =
      zip(OptionRow.all, names).map { row, name in
        option(
          name: name, has_arg: row.value == nil ? no_argument : required_argument, flag: nil, val: row.code)
      } + [option()]

    var given: [OptionRow] = []
    var first = true
    // 0 also makes getopt start anew, should it have run before.
    optind = 0
    opterr = 0
    while true {
      let code = getopt_long(Int32(count), strings, letters, longs, nil)
      if code == -1 { break }
      switch code {
      case 1:
        let word = Path(optarg)
        if first, let command = Command(rawValue: word.name), command != .read {
          self.command = command
        } else {
          paths.append(word)
        }
        first = false
      case Int32(UInt8(ascii: ":")):
        throw Self.missingValue(Int32(optopt))
      case Int32(UInt8(ascii: "?")):
        throw Self.unknown(Int32(optopt), word: String(cString: strings[Int(optind) - 1]!))
      default:
        guard let row = OptionRow.all.first(where: { $0.code == code }) else { continue }
        given.append(row)
        if row.name == .copyTo, let optarg { copyTo = Path(optarg) }
        if row.name == .filesFrom, let optarg { filesFrom = Path(optarg) }
        if row.name == .output, let optarg { output = Path(optarg) }
        if row.name == .notebook, let optarg { notebook = Path(optarg) }
        try set(row, optarg.map { String(cString: $0) } ?? "")
      }
    }
    for index in Int(optind)..<max(count, Int(optind)) { paths.append(Path(strings[index]!)) }
    // Help and version answer whatever else the line says.
    if notice != nil { return }
    for row in given where !row.commands.contains(command) { throw Self.misplaced(row) }
    if let format, !command.formats.contains(format) { throw Self.wrongForm(command, format) }
    if format == .brat, output == nil { throw Self.folderNeeded }
    if format != .brat, output != nil { throw Self.noFolder }
    if command == .search {
      guard !paths.isEmpty else {
        throw UsageError(
          wording: Wording(
            english: "'suitor search' needs a query", french: "'suitor search' veut une recherche à faire"))
      }
      query = paths.removeFirst()
    }
    if tutor, !paths.isEmpty || filesFrom != nil { throw Self.tutorAlone }
    if endedByNull, filesFrom == nil { throw Self.lonelyNull }
    if filesFrom?.name == "-", paths.contains(where: { $0.name == "-" }) { throw Self.inputTwice }
  }

  private mutating func set(_ row: OptionRow, _ value: String) throws(UsageError) {
    switch row.name {
    case .help: notice = notice ?? .help
    case .version: notice = notice ?? .version
    case .language:
      guard let language = Language(rawValue: value) else { throw Self.wrongValue(row, value) }
      self.language = language
    case .color:
      guard let color = Color(rawValue: value) else { throw Self.wrongValue(row, value) }
      self.color = color
    case .theme:
      guard let theme = ThemeChoice(rawValue: value) else { throw Self.wrongValue(row, value) }
      self.theme = theme
    case .mouse: withoutMouse = true
    case .plain: plain = true
    case .tutor: tutor = true
    case .null: endedByNull = true
    case .noNotebook: withoutNotebook = true
    case .copyTo, .filesFrom, .output, .notebook:
      if value.isEmpty { throw Self.missingValue(row.code) }
    case .party, .source, .certainty, .stage, .date:
      guard let field = row.field, !value.isEmpty else { throw Self.missingValue(row.code) }
      terms.append(Query.term(field, value))
    case .query: terms.append(value)
    case .errors:
      guard let form = ErrorForm(rawValue: value) else { throw Self.wrongValue(row, value) }
      errors = form
    case .width:
      guard let width = Int(value), (20...1000).contains(width) else { throw Self.wrongValue(row, value) }
      self.width = width
    case .leastConfidence:
      guard let least = Double(value), (0...1).contains(least) else { throw Self.wrongValue(row, value) }
      leastConfidence = least
    case .why: why = true
    case .format:
      guard let format = Format(rawValue: value) else { throw Self.wrongValue(row, value) }
      self.format = format
    }
  }

  // MARK: - What can be wrong

  private static func unknown(_ letter: Int32, word: String) -> UsageError {
    // getopt names the letter of a one-letter option, and of a long one that it knows but that may have no value.
    let known = OptionRow.all.first { $0.code == letter }
    if let known, word.hasPrefix("--") {
      return UsageError(
        wording: Wording(
          english: "option '\(known.spelled)' takes no value",
          french: "l’option '\(known.spelled)' ne prend pas de valeur"))
    }
    let name = letter == 0 ? word : "-" + (Unicode.Scalar(UInt32(letter)).map(String.init) ?? "?")
    return UsageError(
      wording: Wording(english: "there is no option '\(name)'", french: "l’option '\(name)' n’existe pas"))
  }

  private static var lonelyNull: UsageError {
    UsageError(
      wording: Wording(
        english: "option '--null' needs '--files-from=FILE'", french: "l’option '--null' demande '--files-from=FILE'"))
  }

  private static var tutorAlone: UsageError {
    UsageError(
      wording: Wording(
        english: "'suitor --tutor' brings its own stories", french: "'suitor --tutor' apporte ses propres articles"))
  }

  private static var inputTwice: UsageError {
    UsageError(
      wording: Wording(
        english: "standard input cannot be a story and a list of names",
        french: "l’entrée standard ne peut être à la fois un article et une liste de noms"))
  }

  private static func wrongForm(_ command: Command, _ format: Format) -> UsageError {
    let forms = command.formats.map(\.rawValue)
    let all = forms.dropLast().joined(separator: ", ")
    let last = forms.last ?? ""
    return UsageError(
      wording: Wording(
        english: "'suitor \(command.rawValue)' prints \(all) or \(last), not \(format.rawValue)",
        french: "'suitor \(command.rawValue)' imprime \(all) ou \(last), pas \(format.rawValue)"))
  }

  private static var folderNeeded: UsageError {
    UsageError(
      wording: Wording(
        english: "'--format=brat' makes a folder; name it with '--output=DIR'",
        french: "'--format=brat' crée un dossier ; nommez-le par '--output=DIR'"))
  }

  private static var noFolder: UsageError {
    UsageError(
      wording: Wording(
        english: "option '--output' is only for '--format=brat'; else redirect with >",
        french: "l’option '--output' n’existe que pour '--format=brat' ; sinon, redirigez avec >"))
  }

  private static func missingValue(_ letter: Int32) -> UsageError {
    let row = OptionRow.all.first { $0.code == letter }
    let usage = row.map { "\($0.spelled)=\($0.value ?? "")" } ?? "?"
    return UsageError(
      wording: Wording(
        english: "option '\(usage)' needs its value", french: "il manque la valeur de l’option '\(usage)'"))
  }

  private static func wrongValue(_ row: OptionRow, _ value: String) -> UsageError {
    let expected =
      switch row.name {
      case .width: "20-1000"
      case .leastConfidence: "0-1"
      case .format: Format.allCases.map(\.rawValue).joined(separator: "|")
      default: row.value ?? ""
      }
    return UsageError(
      wording: Wording(
        english: "option '\(row.spelled)' is '\(value)' but must be \(expected)",
        french: "l’option '\(row.spelled)' vaut '\(value)' mais doit être \(expected)"))
  }

  private static func misplaced(_ row: OptionRow) -> UsageError {
    let commands = row.commands.map { $0 == .read ? "'suitor'" : "'suitor \($0.rawValue)'" }.joined(separator: ", ")
    return UsageError(
      wording: Wording(
        english: "option '\(row.spelled)' is only for \(commands)",
        french: "l’option '\(row.spelled)' n’existe que pour \(commands)"))
  }
}

extension Language {
  /// The language that the environment asks for: French if it does, else English.
  static var ofEnvironment: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value[0] != 0 else { continue }
      let locale = String(cString: value).lowercased()
      return locale.hasPrefix("fr") ? .french : .english
    }
    return .english
  }
}
