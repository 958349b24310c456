/// Makes a waiting `Terminal.next()` return, from any thread.
public final class Waker: Sendable {
  let pipe: Pipe

  init() throws(TerminalError) { pipe = try Pipe() }

  /// Has the terminal give one `woken` event for this call and others that it has not yet answered.
  public func wake() { pipe.send(1) }
}
