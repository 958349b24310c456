import Deals
import Glibc
import Notebook
import Reader
import Stories
import Terminal

/// The reader at work in a terminal: events go in, effects are carried out, frames go out.
struct Session {
  private let reading: BackgroundReading
  private let terminal: Terminal
  private var state: ReaderState
  private let settings: Settings
  private let copyTo: Path?
  private let keeper: Keeper
  private let exports: BackgroundExport
  /// What those who read have told, and how much of it was taken in.
  private var arrivals: [ReaderEvent] = []
  private var takenIn = 0

  /// How long the first frame waits for the first story before it shows that it is still being read, in milliseconds.
  private static let patience = 250

  /// How long what comes in is taken in before it is asked for keys, and how often it shows meanwhile, in milliseconds.
  private static let slice = 15
  private static let interval = 100
  /// So much of it is taken in between two looks at the clock.
  private static let portion = 8

  /// More problems than this are not told one by one when the reader has ended.
  private static let mostProblems = 20

  /// Opens the reader for the stories that `reading` reads.
  ///
  /// Throws, with the terminal untouched, if there is none that can show it.
  init(_ reading: BackgroundReading, _ options: Options, _ settings: Settings) throws(TerminalError) {
    self.reading = reading
    self.settings = settings
    copyTo = options.copyTo
    keeper = Keeper(options, settings)
    let choice: ColourChoice =
      switch options.color ?? settings.color ?? .auto {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    var scheme = settings.scheme
    scheme.theme = (options.theme ?? settings.theme ?? .auto).theme
    Self.prepareCrashReport(options.language)
    terminal = try Terminal(colours: choice, scheme: scheme, mouse: settings.mouse && !options.withoutMouse)
    exports = BackgroundExport(waking: terminal.waker)
    let places = Places(at: Places.path)
    state = ReaderState(
      library: Library(), size: terminal.size, language: options.language, keys: settings.keys,
      plain: options.plain || settings.plain, known: options.tutor ? [:] : places.marks, from: options.leastConfidence,
      notebook: keeper.notebook, read: keeper.readStories, whyNothingIsKept: keeper.whyNot(options.language),
      contrasts: { Self.contrasts }, tutor: options.tutor)
    if let problem = settings.problems.first {
      _ = state.update(.message(problem.message(Settings.path?.name ?? "", options.language)))
    }
    if let problem = keeper.problems(options.language).first { _ = state.update(.message(problem)) }
    // Who has neither read nor set anything before is told once where it can be learnt.
    let isClear = settings.problems.isEmpty && keeper.problems(options.language).isEmpty
    if places.isNew, settings.isNew, isClear, !options.tutor { _ = state.update(.invitation) }
    reading.pool.tell(terminal.waker)
  }

  /// The words by which claims speak against each other, read when somebody asks where they disagree.
  private static let contrasts: [Language: Contrasts] = {
    var words: [Language: Contrasts] = [:]
    guard let data = try? DataFolder() else { return words }
    for language in Language.allCases {
      words[language] = data.file("lexicon/\(language.rawValue)/contrasts.txt").map { Contrasts($0) }
    }
    return words
  }()

  /// Has a crash leave a report beside the places, or where everybody may write if there is no such folder.
  private static func prepareCrashReport(_ language: Language) {
    let name = "crash-\(getpid()).txt"
    let own = PersonalFile.path("XDG_STATE_HOME", else: ".local/state", name)
    let sentence = Wording(
      english: "suitor: it crashed, which is a fault in suitor. The report is in",
      french: "suitor : arrêt brutal, par une faute de suitor. Le rapport est dans")
    CrashReport.prepare(
      at: [own, Path("/tmp/suitor-\(name)")].compactMap { $0?.bytes }, title: "suitor \(Help.version)",
      sentence: sentence[language])
  }

  /// Runs until the person leaves or the terminal goes, and returns the exit code.
  mutating func run() -> Int32 {
    let events = reading.pool.events
    if !events.contains(Self.isStory) {
      // What is done but once for all frames may as well be done while the first story is being read.
      _ = state.draw()
      events.wait(for: Self.isStory, milliseconds: Self.patience)
    }
    collect()
    // A reader without anything to read helps nobody.
    if isOneFailure {
      reading.pool.passFirstFrame()
      if !reading.pool.progress.isOver { events.wait(for: Self.isAllFound, milliseconds: Self.patience) }
      collect()
      if isOneFailure { return leave() }
    }
    var isDrawn = false
    var hasBegun = false
    /// Whether somebody has done something that does not show yet, and when it was drawn last.
    var isAwaited = true
    var lastDrawn = Milliseconds.now
    while true {
      // Once for all keys that were typed ahead.
      let isDue = isAwaited || arrivals.isEmpty || Milliseconds.now - lastDrawn >= Self.interval
      if !isDrawn, isDue, terminal.isIdle {
        terminal.draw(state.draw())
        isDrawn = true
        isAwaited = false
        lastDrawn = Milliseconds.now
        if !hasBegun { reading.goOn() }
        hasBegun = true
      }
      if !arrivals.isEmpty, terminal.isIdle {
        takeIn(for: Self.slice)
        isDrawn = false
        continue
      }
      switch terminal.next() {
      case .key(let key):
        // The key is meant for what shows; what others have kept meanwhile shows with its answer.
        if carryOut(state.update(.key(key))) { return leave() }
        if let news = keeper.news() { _ = carryOut(state.update(news)) }
      case .mouse(let mouse):
        if carryOut(state.update(.mouse(mouse))) { return leave() }
      case .pasted(let text): _ = state.update(.pasted(text))
      case .resized(let size): _ = state.update(.resize(size))
      case .movable(let movable): _ = state.update(.movable(movable))
      case .woken:
        arrivals += reading.news()
        hearOfExports()
        isDrawn = false
        continue
      case .ended(.signal(let number)):
        terminal.stop()
        atOnce {
          exports.abandon()
          keeper.finish(state.language)
          complain(keepPlaces())
        }
        // The parent is to see what ended the program; whoever has it ignored sees the code that shells use.
        raise(number)
        return 128 + number
      case .ended(.hangUp):
        terminal.stop()
        // There is nobody to hear what went wrong.
        atOnce {
          exports.abandon()
          keeper.finish(nil)
          _ = keepPlaces()
        }
        return 128 + SIGHUP
      }
      isDrawn = false
      isAwaited = true
    }
  }

  /// Whether it is the first story, read or not readable.
  private static func isStory(_ arrival: Arrival) -> Bool {
    switch arrival {
    case .story(0, _, _), .part(0, _, _, _): true
    default: false
    }
  }

  private static func isAllFound(_ arrival: Arrival) -> Bool { if case .found = arrival { true } else { false } }

  private var isOneFailure: Bool {
    state.library.entries.count == 1 && state.library.failures == 1
  }

  /// Takes in all that has come so far.
  private mutating func collect() {
    arrivals += reading.news()
    takeIn(for: .max)
    hearOfExports()
  }

  /// Takes in what has come, for so many milliseconds: with thousands of stories it may take longer than a key can wait.
  private mutating func takeIn(for milliseconds: Int) {
    let start = Milliseconds.now
    repeat {
      let end = milliseconds == .max ? arrivals.count : min(arrivals.count, takenIn + Self.portion)
      _ = carryOut(state.update(Array(arrivals[takenIn..<end])))
      takenIn = end
    } while takenIn < arrivals.count && Milliseconds.now - start < milliseconds
    guard takenIn == arrivals.count else { return }
    arrivals.removeAll()
    takenIn = 0
  }

  private mutating func hearOfExports() {
    for exported in exports.news() { _ = state.update(.exported(.ended(exported))) }
  }

  /// Does what the reader asks for; returns whether it asks to leave.
  private mutating func carryOut(_ effects: [ReaderEffect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .redraw: terminal.invalidate()
      // The terminal answers the signal, as it answers one from elsewhere.
      case .suspend: raise(SIGTSTP)
      case .want(let index): reading.want(index)
      case .explain(let story, let claim):
        _ = state.update(.reasons(reasons(for: claim, inStory: story), story: story, claim: claim))
      case .copy(let words): _ = state.update(.copied(copy(words)))
      case .export(let order):
        _ = state.update(.exported(export(order)))
      case .pipe(let text, let command): say(others.pipe(text, into: command))
      case .shell: say(others.runShell())
      case .openOutside(let story): open(story)
      case .put(let jotting): _ = carryOut(state.update(keeper.put(jotting, state.language)))
      case .setRead(let key, let isRead): keeper.setRead(key, isRead)
      case .edit(let text): edit(text)
      }
    }
    return false
  }

  /// Writes a file, behind the reader if it is long.
  private func export(_ order: ExportOrder) -> Exported {
    let file = ExportFile(library: state.library, language: state.language)
    if order.claims > BackgroundExport.threshold, !ExportFile.isThere(order), exports.begin(order, with: file) {
      return .begun(order.name)
    }
    return file.write(order)
  }

  private var others: OtherPrograms { OtherPrograms(terminal: terminal, language: state.language) }

  private mutating func say(_ sentence: String?) {
    if let sentence { _ = state.update(.message(sentence)) }
  }

  /// Opens the page on which a story was published, if its file says where that is, else its file, in another program.
  private mutating func open(_ story: Int) {
    if let address = state.library.story(story)?.webAddress { return say(others.open(address)) }
    guard let path = reading.item(story)?.path else {
      let none = Wording(
        english: "This story has no file of its own.", french: "Cet article n’a pas de fichier à lui.")
      return say(none[state.language])
    }
    // A browser may be in another folder.
    let whole = realpath(path.bytes, nil)
    defer { free(whole) }
    say(others.open(whole.map { String(cString: $0) } ?? path.name))
  }

  /// Has a note written in the person's own editor.
  private mutating func edit(_ text: String) {
    switch others.edit(text) {
    case .success(let edited): _ = carryOut(state.update(.edited(edited)))
    case .failure(let problem): say(problem.sentence)
    }
  }

  /// What decided about a claim: a story is read again in less time than a key takes.
  ///
  /// Nothing did about words that the reader has chosen.
  private func reasons(for claim: Int, inStory story: Int) -> Reasons? {
    guard let shown = state.library.story(story), let read = state.asRead(story) else { return nil }
    let span = shown.claims[claim].span
    return read.claims.firstIndex { $0.span == span }.flatMap {
      reading.pool.loader.reasons(for: $0..<$0 + 1, in: read).first
    }
  }

  /// Gives words to the clipboard, and to the file for them if one was named.
  private func copy(_ words: String) -> Copied {
    let sent = terminal.copy(words)
    let way: Copied.Clipboard? =
      switch sent?.way {
      case .terminal: .terminal
      case .tmux: .tmux
      case .screen: .screen
      case nil: nil
      }
    var copied = Copied(clipboard: way, isCut: sent?.isCut ?? false)
    guard let copyTo else { return copied }
    do throws(Errno) {
      // An empty line tells one claim from the next.
      try PersonalFile.append(Array((words + "\n").utf8), to: copyTo)
      copied.file = copyTo.name
    } catch {
      copied.fileProblem = "\(error.words): \(copyTo.name)"
    }
    return copied
  }

  /// Keeps where one is in each story for the next time; returns what kept it from that.
  private func keepPlaces() -> Errno? { Places.keep(state.bookmarks, at: Places.path) }

  /// Does what is left to do, for so long and no longer: a disk or a terminal that does not answer must not keep a program
  /// that is to end.
  private func atOnce(_ work: () -> Void) {
    signal(SIGALRM, SIG_DFL)
    var soon = itimerval()
    soon.it_value.tv_usec = 100_000
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &soon, nil)
    work()
    soon.it_value.tv_usec = 0
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &soon, nil)
  }

  /// Waits for the files that are still being written, and says so; returns whether all are there.
  private func finishExports() -> Bool {
    if let name = exports.names.last {
      Output.complain(
        Wording(english: "writing the rest of \(name) …", french: "écriture de la fin de \(name) …")[state.language])
    }
    var isWhole = true
    for case .failed(let sentence) in exports.finish() {
      Output.complain(sentence)
      isWhole = false
    }
    return isWhole
  }

  /// Gives the terminal back, says on it what could not be read, and returns the exit code.
  private func leave() -> Int32 {
    terminal.stop()
    let isKept = keeper.finish(state.language)
    let isExported = finishExports()
    complain(keepPlaces())
    let library = state.library
    if library.failures == 0 { return isKept && isExported ? ExitCode.success : ExitCode.failure }
    var told = 0
    for index in library.order {
      guard case .failed(let reason) = library.entries[index].state else { continue }
      if told == Self.mostProblems { break }
      Output.complain("\(library.entries[index].name): \(reason)")
      told += 1
    }
    if told < library.failures {
      let more = library.failures - told
      Output.complain(
        Wording(
          english: "… and \(more) more that could not be read; u lists them in the reader",
          french: "… et \(more) autres illisibles ; dans le lecteur, u les énumère")[state.language])
    }
    return ExitCode.failure
  }

  /// Says on standard error what was wrong with the settings, and with the places.
  private func complain(_ placesProblem: Errno?) {
    for problem in settings.problems {
      Output.complain(problem.message(Settings.path?.name ?? "", state.language))
    }
    if let placesProblem {
      let wording = Wording(
        english: "where you were in each story is not kept: ",
        french: "la position dans chaque article n’est pas gardée : ")
      Output.complain(wording[state.language] + "\(placesProblem.words): \(Places.path?.name ?? "")")
    }
  }
}
