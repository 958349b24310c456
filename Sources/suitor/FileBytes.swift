import Glibc

/// Reads whole files, and never waits for one that may never end.
enum FileBytes {
  /// The largest story, in bytes: hundreds of times the longest newspaper article.
  static let limit = 16 << 20

  /// The content of the file at `path`.
  ///
  /// A pipe is read to its end if somebody writes to it, as the shell's `<(command)` does. Devices and sockets are
  /// refused, and so is a pipe without a writer, which has no end.
  static func read(_ path: Path) throws(StoryProblem) -> [UInt8] {
    // Looked at before it is opened, because to open a device can already do something.
    _ = try size(of: path)
    let file = open(path.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw StoryProblem(errno: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw StoryProblem(errno: errno) }
    let isPipe = try kind(status) == .pipe
    let bytes = try read(file, expected: Int(status.st_size))
    if bytes.isEmpty, isPipe { throw .silentPipe }
    return bytes
  }

  /// The content of standard input, to its end.
  static func readStandardInput() throws(StoryProblem) -> [UInt8] {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw StoryProblem(errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .folder }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    return try read(STDIN_FILENO, expected: isFile ? Int(status.st_size) : 0)
  }

  private enum Kind { case file, pipe }

  private static func size(of path: Path) throws(StoryProblem) -> Int {
    var status = stat()
    guard stat(path.bytes, &status) == 0 else { throw StoryProblem(errno: errno) }
    _ = try kind(status)
    return Int(status.st_size)
  }

  private static func kind(_ status: stat) throws(StoryProblem) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFIFO: return .pipe
    case S_IFDIR: throw .folder
    case S_IFSOCK: throw .socket
    default: throw .device
    }
  }

  private static func read(_ file: Int32, expected: Int) throws(StoryProblem) -> [UInt8] {
    if expected > limit { throw .tooLarge(expected) }
    // One byte more than expected, so that a file of the size that it says needs no second buffer to find its end; and no
    // larger, since a story keeps its buffer and there may be a hundred thousand.
    var capacity = expected > 0 ? expected + 1 : 1 << 14
    var bytes: [UInt8] = []
    while true {
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < buffer.count {
          let result = Glibc.read(file, buffer.baseAddress! + count, buffer.count - count)
          if result > 0 {
            count += result
          } else if result == 0 {
            return
          } else if errno == EAGAIN {
            // A pipe whose writer is still at work.
            var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
            poll(&wait, 1, -1)
          } else if errno != EINTR {
            failure = errno
            return
          }
        }
      }
      if failure != 0 { throw StoryProblem(errno: failure) }
      let ended = chunk.count < capacity
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { throw .tooLarge(nil) }
      if ended { return bytes }
      capacity = max(1 << 16, bytes.count)
    }
  }
}
