import Glibc

/// Keeps what is written to standard error off the screen, and hands it over when the screen is given back.
///
/// A runtime error says on standard error what was wrong before it crashes: on the alternate screen that would be both
/// in the way and gone.
enum ErrorOutput {
  /// Begins to keep; does nothing where standard error is no terminal or there is nowhere to keep.
  static func divert() {
    guard isatty(STDERR_FILENO) == 1, let kept = tmpfile() else { return }
    defer { fclose(kept) }
    let own = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard own >= 0, dup2(fileno(kept), STDERR_FILENO) >= 0 else { return }
    handlerState.pointee.errorOutput = own
  }

  /// Ends it and writes what was kept; makes only calls that signal handlers may make.
  static func release() {
    let own = handlerState.pointee.errorOutput
    guard own >= 0 else { return }
    handlerState.pointee.errorOutput = -1
    let kept = dup(STDERR_FILENO)
    dup2(own, STDERR_FILENO)
    close(own)
    guard kept >= 0, lseek(kept, 0, SEEK_SET) == 0 else { return }
    withUnsafeTemporaryAllocation(byteCount: 1024, alignment: 1) { buffer in
      while true {
        let count = read(kept, buffer.baseAddress, buffer.count)
        guard count > 0, write(STDERR_FILENO, buffer.baseAddress, count) == count else { break }
      }
    }
    close(kept)
  }
}
