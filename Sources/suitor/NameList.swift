import Glibc
import Stories

/// A file, or standard input, that names the stories: one a line, or each ended by a NUL as by `find -print0`.
final class NameList {
  /// What it is called in messages.
  let name: String
  /// Where it is.
  let path: Path
  private let file: Int32
  private let separator: UInt8
  private var bytes: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var line = 0

  /// A name, or what is wrong with it, and the line that it stands on.
  struct Entry {
    var path: Path
    var line: Int
    var problem: StoryProblem?
  }

  /// Opens the list at `path`, `-` for standard input.
  init(at path: Path, endedByNull: Bool, language: Language) throws(StoryProblem) {
    self.path = path
    separator = endedByNull ? 0 : 0x0A
    if path.name == "-" {
      name = Wording(english: "standard input", french: "entrée standard")[language]
      file = STDIN_FILENO
      return
    }
    name = path.name
    file = open(path.bytes, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw StoryProblem(errno: errno) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { throw .folder }
  }

  deinit { if file != STDIN_FILENO { close(file) } }

  /// The next name; waits for it if it comes through a pipe.
  ///
  /// Empty lines name nothing.
  func next() -> Entry? {
    while let name = nextBytes() {
      line += 1
      if name.isEmpty { continue }
      // A list that find wrote with -print0 has no lines.
      let problem: StoryProblem? = name.contains(0) ? .nullInName : nil
      let bytes = name.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
      return Entry(path: bytes.withUnsafeBufferPointer { Path($0.baseAddress!) }, line: line, problem: problem)
    }
    return nil
  }

  /// Whether the next name is there already.
  var hasNext: Bool { isAtEnd || bytes[start...].contains(separator) }

  private func nextBytes() -> ArraySlice<UInt8>? {
    while true {
      if let end = bytes[start...].firstIndex(of: separator) {
        defer { start = end + 1 }
        return bytes[start..<end]
      }
      if isAtEnd {
        defer { start = bytes.count }
        return start < bytes.count ? bytes[start...] : nil
      }
      bytes.removeFirst(start)
      start = 0
      read()
    }
  }

  private func read() {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      while true {
        let result = Glibc.read(file, buffer.baseAddress!, buffer.count)
        if result >= 0 {
          count = result
          return
        }
        if errno == EAGAIN {
          var wait = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return
        }
      }
    }
    isAtEnd = chunk.isEmpty
    bytes += chunk
  }
}
