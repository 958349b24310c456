import Glibc

/// Gives the terminal back when the program crashes or is ended from outside, and lets that take its course; of a crash it
/// says where the report is.
final class CrashGuard {
  private static let crashes = [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE]
  /// What a person or a limit ends it with, who know why.
  private static let ends = [SIGQUIT, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGSYS]
  private static let stackSize = 1 << 16

  private let stack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
  private var formerStack = stack_t()

  init() {
    // A stack that ran over leaves no room for a handler on it.
    var alternate = stack_t()
    alternate.ss_sp = stack
    alternate.ss_size = Self.stackSize
    sigaltstack(&alternate, &formerStack)
    for number in Self.crashes + Self.ends {
      var action = sigaction()
      action.sa_flags = CInt(SA_ONSTACK) | CInt(SA_NODEFER) | SA_SIGINFO
      action.__sigaction_handler.sa_sigaction = { number, info, context in
        let isRunning = handlerState.pointee.terminal >= 0
        let isCrash = CrashGuard.isCrash(number)
        let report = isRunning && isCrash ? CrashReport.write(number, info, context) : nil
        restoreTerminalInHandler()
        if let report { CrashReport.tell(report) }
        // A fault happens again and ends the program; a signal that was sent does not, and whoever was there before, such as
        // the runtime's own reporter, would go on with half a program.
        let isSent = info.map { $0.pointee.si_code <= 0 } ?? true
        if !isCrash || isSent {
          signal(number, SIG_DFL)
        } else {
          sigaction(number, handlerState.pointee.former + Int(number), nil)
        }
        raise(number)
      }
      let former = handlerState.pointee.former + Int(number)
      sigaction(number, &action, former)
      // What the parent has ignored, such as SIGQUIT in the background, stays ignored.
      let before = unsafeBitCast(former.pointee.__sigaction_handler.sa_handler, to: Int.self)
      if Self.ends.contains(number), before == unsafeBitCast(SIG_IGN, to: Int.self) { sigaction(number, former, nil) }
    }
  }

  /// Whether a signal is a crash's; without the list, whose memory a handler may not touch.
  private static func isCrash(_ number: CInt) -> Bool {
    switch number {
    case SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE: true
    default: false
    }
  }

  /// Gives the signals back to who had them.
  func restore() {
    for number in Self.crashes + Self.ends { sigaction(number, handlerState.pointee.former + Int(number), nil) }
    sigaltstack(&formerStack, nil)
  }

  deinit { stack.deallocate() }
}
