import Glibc
import Synchronization

/// Takes in what arrives at a file, on a thread of its own.
final class Drain: Sendable {
  private let file: CInt
  /// Written to for the end.
  private let bell: (reader: CInt, writer: CInt)
  private let bytes = Mutex<[UInt8]>([])
  private let thread = Mutex<pthread_t?>(nil)

  init(_ file: CInt) throws {
    self.file = file
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { throw PseudoTerminal.Failure.noPseudoTerminal }
    bell = (ends[0], ends[1])
    var made = pthread_t()
    pthread_create(
      &made, nil,
      { context in
        Unmanaged<Drain>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(self).toOpaque())
    thread.withLock { $0 = made }
  }

  deinit {
    close(bell.reader)
    close(bell.writer)
  }

  /// All that has been written, to the last byte.
  func take() -> [UInt8] {
    bytes.withLock { bytes in
      Self.read(file, into: &bytes)
      defer { bytes.removeAll() }
      return bytes
    }
  }

  /// Ends the thread; the file may then be closed.
  func stop() {
    guard let thread = thread.withLock({ $0.take() }) else { return }
    write(bell.writer, "x", 1)
    pthread_join(thread, nil)
  }

  private func run() {
    while true {
      var files = [file, bell.reader].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
      poll(&files, 2, -1)
      if files[1].revents != 0 { return }
      if files[0].revents & Int16(POLLIN) == 0 {
        // Nobody has the other side open: all that is left to wait for is the end.
        poll(&files[1], 1, -1)
        return
      }
      bytes.withLock { Self.read(file, into: &$0) }
    }
  }

  private static func read(_ file: CInt, into bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      while true {
        let count = Glibc.read(file, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        bytes += UnsafeRawBufferPointer(rebasing: buffer[..<count])
      }
    }
  }
}
