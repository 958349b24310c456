import Glibc

/// The signals that a running screen answers: each becomes a byte in a pipe.
///
/// A process has one set of handlers, so there is one `Signals` at a time.
final class Signals {
  private static let ending = [SIGINT, SIGTERM, SIGHUP]
  private static let others = [SIGWINCH, SIGTSTP, SIGCONT]
  private static let touched = [SIGALRM, SIGTTOU] + ignored
  /// What a write brings that fails: the write says so itself.
  private static let ignored = [SIGPIPE, SIGXFSZ]

  private let pipe: Pipe
  /// What signals did before, in the order in which they were taken.
  private var former: [(number: CInt, action: sigaction)] = []

  /// The end of the pipe to poll.
  var descriptor: CInt { pipe.output }

  init() throws(TerminalError) {
    pipe = try Pipe()
    handlerState.pointee.pipe = pipe.input
    for number in Self.touched {
      var before = sigaction()
      sigaction(number, nil, &before)
      former.append((number, before))
    }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in endAtOnce() }
    sigaction(SIGALRM, &action, nil)
    for number in Self.ignored { signal(number, SIG_IGN) }
    for number in Self.ending + Self.others { install(number) }
  }

  /// The signals that came since the last call, each once.
  func take() -> Set<CInt> { Set(pipe.drain().map(CInt.init)) }

  /// Stops the process as if nobody had caught the signal; returns when it goes on.
  func stopProcess() {
    guard var before = former.first(where: { $0.number == SIGTSTP })?.action else { return }
    before.__sigaction_handler.sa_handler = SIG_DFL
    sigaction(SIGTSTP, &before, nil)
    raise(SIGTSTP)
    set(SIGTSTP)
  }

  /// Has the keyboard's signals be for a program that has the terminal, and notes when it ends; returns what they did.
  ///
  /// Ctrl-C and Ctrl-\ are the other program's alone; Ctrl-Z stops both, as it would a pipeline.
  func lend() -> [(number: CInt, action: sigaction)] {
    let kept = [SIGINT, SIGQUIT, SIGTSTP, SIGCHLD].map { number in
      var before = sigaction()
      sigaction(number, nil, &before)
      return (number: number, action: before)
    }
    signal(SIGINT, SIG_IGN)
    signal(SIGQUIT, SIG_IGN)
    signal(SIGTSTP, SIG_DFL)
    set(SIGCHLD)
    return kept
  }

  /// Has the signals be as they were before `lend`.
  func takeBack(_ kept: [(number: CInt, action: sigaction)]) {
    for (number, action) in kept {
      var action = action
      sigaction(number, &action, nil)
    }
  }

  /// The signals that a program which is started must not find ignored: those that nobody had ignored before.
  var defaults: [CInt] {
    let alien = former.filter { isIgnored($0.action) }.map(\.number)
    return (Self.ignored + [SIGINT, SIGQUIT, SIGTSTP]).filter { !alien.contains($0) }
  }

  /// Gives the signals back to who had them.
  func restore() {
    // First of all: what SIGALRM did before is most often to end the process.
    var none = itimerval()
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &none, nil)
    for (number, former) in former {
      var former = former
      sigaction(number, &former, nil)
    }
    former.removeAll()
    handlerState.pointee.pipe = -1
  }

  private func install(_ number: CInt) {
    var before = sigaction()
    sigaction(number, nil, &before)
    // What the parent had ignored, such as SIGHUP under nohup, stays ignored.
    if number != SIGWINCH, number != SIGCONT, isIgnored(before) { return }
    former.append((number, before))
    set(number)
  }

  private func set(_ number: CInt) {
    var action = sigaction()
    action.sa_flags = CInt(SA_RESTART)
    sigemptyset(&action.sa_mask)
    if Self.ending.contains(number) {
      action.__sigaction_handler.sa_handler = { note($0, ends: true) }
    } else {
      action.__sigaction_handler.sa_handler = { note($0, ends: false) }
    }
    sigaction(number, &action, nil)
  }

  private func isIgnored(_ action: sigaction) -> Bool {
    unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Handler: notes a signal; one that ends also sets the time by which the program must have ended.
private func note(_ number: CInt, ends: Bool) {
  let before = errno
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(handlerState.pointee.pipe, &byte, 1)
  if ends {
    // The main thread may hang in a write to a terminal that takes nothing any more, and never look at the pipe.
    handlerState.pointee.ending = number
    // Nor may the wish to restore the terminal from the background stop the process once more.
    signal(SIGTTOU, SIG_IGN)
    var soon = itimerval()
    soon.it_value.tv_usec = 150_000
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &soon, nil)
  }
  errno = before
}

/// Handler: the program did not end by itself.
private func endAtOnce() {
  restoreTerminalInHandler()
  // Without any, somebody has sent the alarm itself.
  let number = handlerState.pointee.ending == 0 ? SIGALRM : handlerState.pointee.ending
  signal(number, SIG_DFL)
  var set = sigset_t()
  sigemptyset(&set)
  sigaddset(&set, number)
  pthread_sigmask(SIG_UNBLOCK, &set, nil)
  raise(number)
}
