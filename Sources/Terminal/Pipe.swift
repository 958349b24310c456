import Glibc

/// A pipe that never blocks: from a signal handler or another thread to whoever polls.
final class Pipe: Sendable {
  /// The end to poll and read.
  let output: CInt
  /// The end to write to.
  let input: CInt

  init() throws(TerminalError) {
    var ends: [CInt] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .system(errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (output, input) = (ends[0], ends[1])
  }

  deinit {
    close(output)
    close(input)
  }

  /// Everything that was written.
  func drain() -> [UInt8] {
    var all: [UInt8] = []
    var some = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(output, &some, some.count)
      if count > 0 { all += some[..<count] } else if count == 0 || errno != EINTR { return all }
    }
  }

  /// Writes one byte; a full pipe has enough of them already.
  func send(_ byte: UInt8) {
    var byte = byte
    while write(input, &byte, 1) < 0, errno == EINTR {}
  }
}
