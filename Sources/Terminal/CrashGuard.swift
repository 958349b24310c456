import Glibc

/// Gives the terminal back when the program crashes, says where the report is, and lets the crash take its course.
final class CrashGuard {
  private static let signals = [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGQUIT]
  private static let stackSize = 1 << 16

  private let stack = UnsafeMutableRawPointer.allocate(byteCount: stackSize, alignment: 16)
  private var formerStack = stack_t()

  init() {
    // A stack that ran over leaves no room for a handler on it.
    var alternate = stack_t()
    alternate.ss_sp = stack
    alternate.ss_size = Self.stackSize
    sigaltstack(&alternate, &formerStack)
    for number in Self.signals {
      var action = sigaction()
      action.sa_flags = CInt(SA_ONSTACK) | CInt(SA_NODEFER) | SA_SIGINFO
      action.__sigaction_handler.sa_sigaction = { number, info, context in
        let isRunning = handlerState.pointee.terminal >= 0
        // With SIGQUIT a person has ended it, who knows why.
        let report = isRunning && number != SIGQUIT ? CrashReport.write(number, info, context) : nil
        restoreTerminalInHandler()
        if let report { CrashReport.tell(report) }
        // A fault happens again and ends the program; a signal that was sent does not, and whoever was there before, such as
        // the runtime's own reporter, would go on with half a program.
        let isSent = info.map { $0.pointee.si_code <= 0 } ?? true
        if number == SIGQUIT || isSent {
          signal(number, SIG_DFL)
        } else {
          sigaction(number, handlerState.pointee.former + Int(number), nil)
        }
        raise(number)
      }
      sigaction(number, &action, handlerState.pointee.former + Int(number))
    }
  }

  /// Gives the signals back to who had them.
  func restore() {
    for number in Self.signals { sigaction(number, handlerState.pointee.former + Int(number), nil) }
    sigaltstack(&formerStack, nil)
  }

  deinit { stack.deallocate() }
}
