import CNcurses
import Display
import Glibc

/// The terminal: frames go out, keys and other events come in.
///
/// It belongs to one thread; only a `Waker` may be used from others. A process has one terminal at a time, since ncurses
/// and signals know only one.
public final class Terminal {
  /// The screen's columns and rows.
  public private(set) var size: Size
  /// Makes `next()` return, from any thread.
  public let waker: Waker

  private let device: TerminalDevice
  private let streams: [UnsafeMutablePointer<FILE>]
  private let screen: OpaquePointer
  private let outbox: Outbox
  /// `nil` for terminals that do not speak ECMA-48.
  private var filter: RenditionFilter?
  /// The description that came with `screen`; another one, for the terminal itself, took its place.
  private let spare: UnsafeMutablePointer<TERMINAL>?
  private let signals: Signals
  private let crashGuard: CrashGuard
  /// What has pastes marked and, if that is wanted, the mouse reported, and what ends both.
  private let reports: (on: [UInt8], off: [UInt8])
  /// What has the terminal take its own palette.
  private let paletteReset: [UInt8]
  private var windows = LayerWindows()
  /// `nil` for terminals on which ncurses itself paints a bare screen.
  var painter: ScreenPainter?
  /// `nil` for terminals that cannot move parts of their screens.
  private var mover: ScreenMover?
  /// `nil` for terminals that need not be asked.
  private var margins: MarginQuestion?
  /// What is to go to the terminal before what ncurses has written since.
  private var ready: [UInt8] = []
  private var writer: CellWriter
  /// Whether nothing was drawn yet, on a screen that is blank and known to be.
  private var isNew = true
  /// Made with the first key: the first frame does not wait for it.
  private var decoder: KeyDecoder?
  private let isUTF8: Bool
  private var lastInput = Milliseconds.now
  private var events: [TerminalEvent] = []
  private var ending: TerminalEvent.Ending?
  private var showsCursor: Bool?
  /// Whether a key or the mouse was used: before that the terminal is asked nothing, as the first picture should not wait for
  /// it and who leaves at once should not wait for the answer.
  private var isUsed = false
  /// When the terminal was asked last.
  private var lastQuestion = 0
  private var isRunning = true

  /// Takes the terminal over: its screen, its modes and the process's signals, until `stop()`.
  ///
  /// `mouse` has clicks and the wheel reported. Keys come from `input`, or from the process's controlling terminal if
  /// that is none. Throws, with everything as it was, if there is no terminal, if `TERM` is unknown, or if it names one
  /// that cannot move its cursor.
  public init(
    colours: ColourChoice = .auto, scheme: ColourScheme = ColourScheme(), mouse: Bool = false,
    input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) throws(TerminalError) {
    guard handlerState.pointee.terminal < 0 else { throw .system(EBUSY) }
    device = try TerminalDevice(input: input, output: output)
    isUTF8 = Locale.adoptIsUTF8()
    let name = Environment["TERM"] ?? ""
    var outcome: CInt = 0
    guard !name.isEmpty, setupterm(name, device.output, &outcome) == OK else {
      throw outcome == 1 ? .incapableTerminal(name) : .unknownTerminal(name)
    }
    guard TerminalDescription.string("cup") != nil else { throw .incapableTerminal(name) }
    waker = try Waker()
    outbox = try Outbox()
    filter = TerminalDescription.renditionFilter
    paletteReset = TerminalDescription.string("oc") ?? []

    // ncurses installs handlers of its own only where there are none.
    signals = try Signals()
    handlerState.pointee.modes = device.modes
    let farewell = TerminalDescription.farewell
    let description = ncurses_terminal()
    handlerState.pointee.farewell.deallocate()
    handlerState.pointee.farewell = .allocate(capacity: farewell.count)
    handlerState.pointee.farewell.initialize(from: farewell, count: farewell.count)
    handlerState.pointee.farewellLength = farewell.count
    handlerState.pointee.terminal = device.output
    crashGuard = CrashGuard()

    guard let output = fdopen(dup(device.output), "w"), let input = fdopen(dup(device.input), "r"),
      let screen = newterm(name, output, input)
    else {
      handlerState.pointee.terminal = -1
      crashGuard.restore()
      signals.restore()
      throw .system(errno)
    }
    streams = [output, input]
    self.screen = screen
    cbreak()
    noecho()
    nonl()
    // With IEXTEN Ctrl-V and Ctrl-O would be the line discipline's; with ISIG a Ctrl-C in what is pasted would be an
    // interrupt. Nor has the line discipline anything to change in the output.
    var modes = termios()
    if tcgetattr(device.output, &modes) == 0 {
      modes.c_lflag &= ~tcflag_t(IEXTEN | ISIG)
      modes.c_oflag &= ~tcflag_t(OPOST)
      tcsetattr(device.output, TCSANOW, &modes)
      def_prog_mode()
    }
    // So far ncurses had to see the terminal. From now on the modes are set on it as before, by the description that
    // knows it, but what is written is kept.
    outbox.replace(fileno(output))
    spare = set_curterm(description)
    def_prog_mode()
    // Until it has left the screen once, ncurses 6.4 sends off what it has after every movement of the cursor: a hundred
    // writes for the first frame alone. The terminal need not know of it.
    endwin()
    _ = outbox.take()
    doupdate()
    // With that the screen has been cleared, and the first picture needs no more.
    clearok(ncurses_stdscr(), false)
    keypad(ncurses_stdscr(), true)
    // A draw is for a whole burst of keys; one given up half-way for the next key would leave half a picture.
    typeahead(-1)
    let (pastes, mice) = (TerminalDescription.pasteMarks, TerminalDescription.mouseReports)
    reports = mouse ? (pastes.on + mice.on, mice.off + pastes.off) : pastes
    writer = CellWriter(isUTF8: isUTF8, scheme: scheme, choice: colours)
    painter = isUTF8 ? filter.flatMap(ScreenPainter.init) : nil
    size = Size(width: Int(ncurses_columns()), height: Int(ncurses_lines()))
    filter?.steps?.width = size.width
    adoptSize()
    events.removeAll()
    send(and: reports.on)
    ErrorOutput.divert()
  }

  deinit { stop() }

  /// Gives the terminal back as it was found, and the signals to who had them; does nothing the second time.
  public func stop() {
    guard isRunning else { return }
    isRunning = false
    // In the background a process that touches the terminal's modes is stopped instead of ended.
    signal(SIGTTOU, SIG_IGN)
    windows.removeAll()
    if !isendwin() {
      awaitAnswer()
      device.write(reports.off + TerminalDescription.regionReset)
      endwin()
      send()
      device.restoreModes()
    }
    handlerState.pointee.terminal = -1
    ErrorOutput.release()
    delscreen(screen)
    del_curterm(spare)
    for stream in streams { fclose(stream) }
    crashGuard.restore()
    signals.restore()
  }

  /// Shows `frame`, writing only what differs from what the screen shows; what is outside the screen is cut off.
  public func draw(_ frame: Frame) {
    guard isRunning, ending == nil else { return }
    let isBare = isNew || is_cleared(ncurses_curscr())
    if isBare, !isNew { painter?.clear() }
    isNew = false
    windows.show(
      frame, on: size, isBare: isBare && painter != nil, with: &writer, mover: isBare ? nil : mover
    ) { bytes in
      gather()
      ready += bytes
    }
    if isBare, let picture = painter?.paint() {
      gather()
      ready += picture
    }
    let newScreen = ncurses_newscr()
    if let cursor = frame.cursor, cursor.x >= 0, cursor.y >= 0, cursor.x < size.width, cursor.y < size.height {
      setCursor(visible: true)
      leaveok(newScreen, false)
      wmove(newScreen, CInt(cursor.y), CInt(cursor.x))
    } else {
      setCursor(visible: false)
      leaveok(newScreen, true)
    }
    doupdate()
    let question = margins?.ask() ?? []
    if !question.isEmpty { lastQuestion = Milliseconds.now }
    send(and: question)
  }

  /// Has the next `draw` paint every cell, as after another program has written to the terminal.
  public func invalidate() {
    clearok(ncurses_curscr(), true)
    filter?.forget()
  }

  /// Writes to the terminal what ncurses has written, and then `more`.
  private func send(and more: [UInt8] = []) {
    gather()
    device.write(ready + more)
    ready.removeAll(keepingCapacity: true)
  }

  /// Makes ready what ncurses has written.
  private func gather() {
    let bytes = outbox.take()
    ready += filter?.shorten(bytes) ?? bytes
  }

  /// Writes what leaves the screen as it is, beside the frames.
  func send(_ bytes: [UInt8]) {
    if isRunning, ending == nil { device.write(bytes) }
  }

  /// The next event; waits for it, without using time, as long as it takes.
  ///
  /// After `ended` with a signal the program has 150 ms until it is ended by that signal's own action, with the terminal
  /// given back: so much to save what there is to save and to call `stop()`.
  public func next() -> TerminalEvent {
    while events.isEmpty {
      if let ending { return .ended(ending) }
      collect(waiting: true)
    }
    return events.removeFirst()
  }

  /// Whether nothing has happened that `next()` would give at once: the time to draw.
  ///
  /// A caller that draws only then draws once for a burst of keys.
  public var isIdle: Bool {
    if events.isEmpty, ending == nil { collect(waiting: false) }
    return events.isEmpty && ending == nil
  }

  /// What the terminal can move of its screen, as far as it is known.
  var movable: Movable { mover.map { $0.hasMargins ? .parts : .rows } ?? .nothing }

  /// Makes events of what has come; waits for something to come if `waiting`.
  private func collect(waiting: Bool) {
    var files = [device.input, signals.descriptor, waker.pipe.output].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // Never ready for what it is asked, but says when the other side is gone.
    files.append(pollfd(fd: device.output, events: 0, revents: 0))
    var limit: CInt = -1
    if let patience = decoder?.patience { limit = CInt(max(0, patience - (Milliseconds.now - lastInput))) }
    if !waiting { limit = 0 }
    let ready = poll(&files, nfds_t(files.count), limit)
    if ready < 0 { return }
    if files[1].revents != 0 { answer(signals.take()) }
    if files[2].revents != 0 {
      _ = waker.pipe.drain()
      events.append(.woken)
    }
    if files[0].revents & Int16(POLLIN) != 0 {
      readKeys()
    } else if let patience = decoder?.patience, Milliseconds.now - lastInput >= patience {
      deliver(decoder?.settle() ?? [])
    }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    if files[0].revents & Int16(POLLIN) == 0, files[0].revents & gone != 0 { end(.hangUp) }
    if files[3].revents & gone != 0 { end(.hangUp) }
  }

  private func readKeys() {
    guard let bytes = device.read() else { return end(.hangUp) }
    let now = Milliseconds.now
    if decoder == nil { decoder = KeyDecoder(named: TerminalDescription.keys, isUTF8: isUTF8) }
    deliver(decoder?.feed(bytes, after: now - lastInput) ?? [])
    lastInput = now
  }

  private func deliver(_ inputs: [KeyDecoder.Input]) {
    for input in inputs {
      switch input {
      // What the line discipline would make of them, had it been able to tell keys from what is pasted.
      case .key(.control("c")): end(.signal(SIGINT))
      case .key(.control("\\")): raise(SIGQUIT)
      case .key(let key):
        events.append(.key(key))
        learnWhatMoves()
      case .mouse(let mouse):
        events.append(.mouse(mouse))
        learnWhatMoves()
      case .pasted(let text): events.append(.pasted(text))
      case .answer(let answer):
        if let next = margins?.take(answer), !next.isEmpty {
          lastQuestion = Milliseconds.now
          device.write(next)
        }
        if let margins, margins.hasMargins, mover?.hasMargins == false {
          mover?.hasMargins = true
          events.append(.movable(movable))
        }
      }
    }
  }

  /// Finds out, when it is used first, what of its screen the terminal can move.
  private func learnWhatMoves() {
    if isUsed { return }
    isUsed = true
    mover = ScreenMover(width: size.width)
    guard mover != nil else { return }
    events.append(.movable(movable))
    if TerminalDescription.mayHaveMargins { margins = MarginQuestion() }
  }

  /// Takes in what the terminal still has to answer, lest whoever has it next takes that for keys.
  ///
  /// Waits for it as long as a slow line takes, or, if a signal ends the program, as long as there is; not for a terminal that
  /// has had two seconds: that will not answer any more, and keys that are typed ahead are not for this program.
  private func awaitAnswer() {
    margins?.end()
    let now = Milliseconds.now
    if ending == .hangUp || now - lastQuestion > 2_000 { return }
    let limit = now + (ending == nil ? 500 : 80)
    while margins?.isOpen ?? false {
      var file = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, CInt(max(0, limit - Milliseconds.now))) > 0 else { return }
      readKeys()
    }
  }

  private func end(_ reason: TerminalEvent.Ending) {
    if ending == nil { ending = reason }
  }

  private func answer(_ arrived: Set<CInt>) {
    var arrived = arrived
    if arrived.contains(SIGWINCH) { arrived.formUnion(restOfBurst()) }
    if let number = [SIGHUP, SIGTERM, SIGINT].first(where: arrived.contains) { return end(.signal(number)) }
    if arrived.contains(SIGTSTP) {
      suspend()
    } else if arrived.contains(SIGCONT) {
      resume()
    }
    if arrived.contains(SIGWINCH) { adoptSize() }
  }

  /// The signals that come in the next moment: a window that is dragged sends one for each of its sizes.
  private func restOfBurst() -> Set<CInt> {
    var all: Set<CInt> = []
    for _ in 0..<5 {
      var file = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&file, 1, 8) > 0 else { break }
      all.formUnion(signals.take())
    }
    return all
  }

  private func suspend() {
    giveBack()
    signals.stopProcess()
    let arrived = signals.take()
    if let number = [SIGHUP, SIGTERM, SIGINT].first(where: arrived.contains) { return end(.signal(number)) }
    resume()
  }

  /// Gives the terminal back as it was found, until `resume()`.
  private func giveBack() {
    awaitAnswer()
    device.write(reports.off + TerminalDescription.regionReset)
    endwin()
    send()
    device.restoreModes()
    handlerState.pointee.terminal = -1
    ErrorOutput.release()
  }

  /// Runs a program that has the terminal for itself, and takes the terminal again when it has ended.
  ///
  /// `arguments` begin with the program's path or name. `input` is what it reads on standard input; without it that is the
  /// terminal. What `farewell` makes of how the program ended is said before the terminal is taken, which waits for Enter
  /// then; `nil` comes back at once. A signal that ends this program meanwhile is the next event.
  public func run(_ arguments: [String], input: [UInt8]? = nil, farewell: (ProgramEnd) -> String?) -> ProgramEnd {
    guard isRunning, ending == nil else { return .failed(EBUSY) }
    giveBack()
    let kept = signals.lend()
    let guest = Guest(arguments, input: input, on: device, defaults: signals.defaults)
    var outcome = guest.start()
    while outcome == nil {
      outcome = guest.ended
      if outcome == nil, let number = waitForSignal() {
        guest.end(number)
        end(.signal(number))
        outcome = .ended(128 + number)
      }
    }
    device.takeForeground()
    device.restoreModes()
    let end = outcome ?? .failed(ECHILD)
    if ending == nil, let words = farewell(end) { waitForEnter(words) }
    signals.takeBack(kept)
    if ending == nil { resume() }
    return end
  }

  /// Waits for the next signals; returns one that asks to end.
  private func waitForSignal() -> CInt? {
    var file = pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0)
    _ = poll(&file, 1, -1)
    let arrived = signals.take()
    return [SIGHUP, SIGTERM].first(where: arrived.contains)
  }

  /// Says `words` on the terminal as it is, and waits for Enter, or for what ends the program.
  private func waitForEnter(_ words: String) {
    device.write(Array("\n\(words)".utf8))
    while true {
      var files = [device.input, signals.descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      if poll(&files, 2, -1) < 0, errno != EINTR { return }
      if files[1].revents != 0 {
        let arrived = signals.take()
        if let number = [SIGHUP, SIGTERM].first(where: arrived.contains) { return end(.signal(number)) }
      }
      if files[0].revents == 0 { continue }
      guard let bytes = device.read() else { return end(.hangUp) }
      // The line discipline hands over whole lines.
      if !bytes.isEmpty { return }
    }
  }

  /// Takes the terminal again after whoever had it meanwhile.
  private func resume() {
    handlerState.pointee.terminal = device.output
    reset_prog_mode()
    // Who left in the middle of the question, or came back to another terminal, has it asked again.
    if margins?.hasMargins == false { margins = MarginQuestion() }
    if let mode = showsCursor, !isendwin() { curs_set(mode ? 1 : 0) }
    invalidate()
    doupdate()
    // That has not set what keys send, since ncurses thinks that it is as it was.
    keypad(ncurses_stdscr(), true)
    // ncurses has the terminal take its own palette again. It never took another, but the person may have given it one.
    let picture = withoutPalette(outbox.take())
    device.write((filter?.shorten(picture) ?? picture) + reports.on)
    ErrorOutput.divert()
    adoptSize()
  }

  /// `bytes` without what resets the palette.
  private func withoutPalette(_ bytes: [UInt8]) -> [UInt8] {
    guard !paletteReset.isEmpty, let place = bytes.firstRange(of: paletteReset) else { return bytes }
    var bytes = bytes
    bytes.removeSubrange(place)
    return bytes
  }

  private func adoptSize() {
    guard let now = device.size.map(Size.init), now != size else { return }
    // ncurses would fit the windows to the new screen by rules of its own.
    windows.removeAll()
    resize_term(CInt(now.height), CInt(now.width))
    // What the windows have left on the screen to come is for the bare screen to cover.
    touchwin(ncurses_stdscr())
    clearok(ncurses_curscr(), true)
    // What was on its way to a screen of the former size may have left one of its rows for the last that scrolls.
    // All is painted anew, so that it does not matter where the cursor goes.
    device.write(TerminalDescription.regionReset)
    isNew = false
    size = now
    filter?.steps?.width = size.width
    mover?.width = size.width
    events.removeAll {
      if case .resized = $0 { true } else { false }
    }
    events.append(.resized(now))
  }

  private func setCursor(visible: Bool) {
    guard visible != showsCursor else { return }
    showsCursor = visible
    curs_set(visible ? 1 : 0)
  }
}

/// Time that only runs forward, in milliseconds.
public enum Milliseconds {
  /// Now, since some moment in the past.
  public static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
