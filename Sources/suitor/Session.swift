import Glibc
import Reader
import Stories
import Terminal

/// The reader at work in a terminal: events go in, effects are carried out, frames go out.
struct Session {
  private let reading: BackgroundReading
  private let terminal: Terminal
  private var state: ReaderState

  /// How long the first frame waits for the first story before it shows that it is still being read, in milliseconds.
  private static let patience = 250

  /// Opens the reader for the stories that `reading` reads.
  ///
  /// Throws, with the terminal untouched, if there is none that can show it.
  init(_ reading: BackgroundReading, colors: Options.Color, language: Language) throws(TerminalError) {
    self.reading = reading
    let choice: ColourChoice =
      switch colors {
      case .auto: .auto
      case .always: .always
      case .never: .never
      }
    terminal = try Terminal(colours: choice)
    state = ReaderState(library: Library(), size: terminal.size, language: language)
    reading.tell(terminal.waker)
  }

  /// Runs until the person leaves or the terminal goes, and returns the exit code.
  mutating func run() -> Int32 {
    if !reading.events.contains(Self.isStory) {
      // What is done but once for all frames may as well be done while the first story is being read.
      _ = state.draw()
      reading.events.wait(for: Self.isStory, milliseconds: Self.patience)
    }
    collect()
    // A reader without anything to read helps nobody.
    if state.library.entries.count == 1, case .failed = state.library.entries[0].state { return leave() }
    var isDrawn = false
    while true {
      // Once for all keys that were typed ahead.
      if !isDrawn, terminal.isIdle {
        terminal.draw(state.draw())
        isDrawn = true
      }
      switch terminal.next() {
      case .key(let key):
        if carryOut(state.update(.key(key))) { return leave() }
      case .pasted:
        // No letter of it may act as a command.
        continue
      case .resized(let size): _ = state.update(.resize(size))
      case .woken: collect()
      case .ended(.signal(let number)):
        terminal.stop()
        // The parent is to see what ended the program; whoever has it ignored sees the code that shells use.
        raise(number)
        return 128 + number
      case .ended(.hangUp):
        terminal.stop()
        return 128 + SIGHUP
      }
      isDrawn = false
    }
  }

  private static func isStory(_ event: ReaderEvent) -> Bool { if case .entry = event { true } else { false } }

  private mutating func collect() {
    for event in reading.events.drain() { _ = carryOut(state.update(event)) }
  }

  /// Does what the reader asks for; returns whether it asks to leave.
  private func carryOut(_ effects: [ReaderEffect]) -> Bool {
    for effect in effects {
      switch effect {
      case .quit: return true
      case .redraw: terminal.invalidate()
      // The terminal answers the signal, as it answers one from elsewhere.
      case .suspend: raise(SIGTSTP)
      case .want(let index): reading.want(index)
      case .copy(let words): Clipboard.copy(words)
      }
    }
    return false
  }

  /// Gives the terminal back, says on it what could not be read, and returns the exit code.
  private func leave() -> Int32 {
    terminal.stop()
    var code = ExitCode.success
    for entry in state.library.entries {
      guard case .failed(let reason) = entry.state else { continue }
      Output.complain("\(entry.name): \(reason)")
      code = ExitCode.failure
    }
    return code
  }
}
