import Glibc

/// What signal handlers need: made before the first of them is installed, never freed.
struct HandlerState {
  /// Where a handler writes the signal's number; -1 for nowhere.
  var pipe: CInt = -1
  /// The last signal that asked to end.
  var ending: CInt = 0
  /// The terminal that a crash must restore; -1 for none.
  var terminal: CInt = -1
  /// Standard error, while something else stands in its place; -1 for none.
  var errorOutput: CInt = -1
  /// The terminal's modes as they were found.
  var modes = termios()
  /// What restores the screen, and its length.
  var farewell = UnsafeMutablePointer<UInt8>.allocate(capacity: 0)
  var farewellLength = 0
  /// Where a crash report may go, up to a null; what stands at its head, and what is said of where it is.
  var reportPaths: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
  var reportTitle: UnsafeMutablePointer<CChar>?
  var reportSentence: UnsafeMutablePointer<CChar>?
  /// What a crash signal did before, at the signal's number.
  var former = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)
}

/// Handlers may neither allocate nor lock, so their state is plain memory at a place that does not change.
nonisolated(unsafe) let handlerState: UnsafeMutablePointer<HandlerState> = {
  let state = UnsafeMutablePointer<HandlerState>.allocate(capacity: 1)
  state.initialize(to: HandlerState())
  return state
}()

/// Restores the terminal with nothing but calls that signal handlers may make.
func restoreTerminalInHandler() {
  let terminal = handlerState.pointee.terminal
  guard terminal >= 0 else { return }
  handlerState.pointee.terminal = -1
  // A terminal that takes no bytes must not hold the process back.
  let flags = fcntl(terminal, F_GETFL)
  _ = fcntl(terminal, F_SETFL, flags | O_NONBLOCK)
  _ = write(terminal, handlerState.pointee.farewell, handlerState.pointee.farewellLength)
  _ = fcntl(terminal, F_SETFL, flags)
  tcsetattr(terminal, TCSANOW, &handlerState.pointee.modes)
  ErrorOutput.release()
}
