import CNcurses
import Glibc

/// Where ncurses writes instead of to the terminal: a file in memory, whose content leaves as one piece.
///
/// ncurses wants a descriptor and writes whenever a small buffer of its own is full. So a frame can be looked over and
/// written in one go, and none is seen half-way.
final class Outbox {
  private let file: CInt

  init() throws(TerminalError) {
    let closesOnExec: UInt32 = 1
    file = memfd_create("screen", closesOnExec)
    guard file >= 0 else { throw .system(errno) }
  }

  deinit { close(file) }

  /// Has what is written to `descriptor` from now on come here.
  func replace(_ descriptor: CInt) { dup2(file, descriptor) }

  /// What was written since the last call.
  func take() -> [UInt8] {
    // The place at which the next byte would be written, in a file that is begun anew each time.
    let count = lseek(file, 0, SEEK_CUR)
    guard count > 0 else { return [] }
    lseek(file, 0, SEEK_SET)
    return [UInt8](unsafeUninitializedCapacity: Int(count)) { bytes, filled in
      filled = max(0, pread(file, bytes.baseAddress, bytes.count, 0))
    }
  }
}
