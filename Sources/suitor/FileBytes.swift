import Documents
import Glibc

/// Reads whole files, and never waits for one that may never end.
enum FileBytes {
  /// The largest content that is held whole, in bytes: hundreds of times the longest newspaper article.
  static let limit = PlainText.limit

  /// What is in a file.
  enum Content {
    /// All its bytes.
    case whole([UInt8])
    /// More than `limit`, to be read one after the other; how many, if that is known.
    case long(ByteStream, size: Int?)
  }

  /// The content of the file at `path`.
  ///
  /// A pipe is read to its end if somebody writes to it, as the shell's `<(command)` does. Devices and sockets are
  /// refused, and so is a pipe without a writer, which has no end.
  static func open(_ path: Path) throws(StoryProblem) -> Content {
    // Looked at before it is opened, because to open a device can already do something.
    _ = try size(of: path)
    let number = Glibc.open(path.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard number >= 0 else { throw StoryProblem(errno: errno) }
    let file = OpenFile(number)
    var status = stat()
    guard fstat(number, &status) == 0 else { throw StoryProblem(errno: errno) }
    let isPipe = try kind(status) == .pipe
    let content = try read(file, expected: Int(status.st_size))
    if isPipe, case .whole([]) = content { throw .silentPipe }
    return content
  }

  /// The content of standard input, to its end.
  static func openStandardInput() throws(StoryProblem) -> Content {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { throw StoryProblem(errno: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .folder }
    let isFile = status.st_mode & S_IFMT == S_IFREG
    return try read(OpenFile(STDIN_FILENO), expected: isFile ? Int(status.st_size) : 0)
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

  private static func read(_ file: OpenFile, expected: Int) throws(StoryProblem) -> Content {
    if expected > limit { return .long(file.stream(after: []), size: expected) }
    // One byte more than expected, so that a file of the size that it says needs no second buffer to find its end; and no
    // larger, since a story keeps its buffer and there may be a hundred thousand.
    var capacity = expected > 0 ? expected + 1 : 1 << 14
    var bytes: [UInt8] = []
    while true {
      let chunk: [UInt8]
      do throws(Errno) { chunk = try file.read(capacity) } catch { throw StoryProblem(errno: error.number) }
      let ended = chunk.count < capacity
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { return .long(file.stream(after: bytes), size: nil) }
      if ended { return .whole(bytes) }
      capacity = max(1 << 16, bytes.count)
    }
  }
}

/// A file that is open, and closed when nobody reads it any more.
private final class OpenFile {
  private let number: Int32

  init(_ number: Int32) { self.number = number }

  deinit { if number != STDIN_FILENO { close(number) } }

  /// Its next bytes; fewer than `capacity` only at its end.
  func read(_ capacity: Int) throws(Errno) -> [UInt8] {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < buffer.count {
        let result = Glibc.read(number, buffer.baseAddress! + count, buffer.count - count)
        if result > 0 {
          count += result
        } else if result == 0 {
          return
        } else if errno == EAGAIN {
          // A pipe whose writer is still at work.
          var wait = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    if failure != 0 { throw Errno(number: failure) }
    return chunk
  }

  /// What comes after `bytes`, which were read already, with them before it.
  func stream(after bytes: [UInt8]) -> ByteStream {
    ByteStream(bytes) { [self] (most) throws(DocumentProblem) in
      do throws(Errno) { return try read(min(most, 1 << 20)) } catch { throw .system(error.number) }
    }
  }
}
