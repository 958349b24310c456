import Glibc

/// The person's own files: settings, and what is remembered from one time to the next.
enum PersonalFile {
  /// The path below the program's folder in the one that `variable` names, else in `fallback` of the home folder, by the
  /// XDG Base Directory rules; `nil` where there is no such folder.
  static func path(_ variable: String, else fallback: String, _ name: String) -> Path? {
    if let named = getenv(variable), named[0] == CChar(UInt8(ascii: "/")) { return Path(named).entry("suitor/\(name)") }
    guard let home = getenv("HOME"), home[0] == CChar(UInt8(ascii: "/")) else { return nil }
    return Path(home).entry("\(fallback)/suitor/\(name)")
  }

  /// The path that a person means by `name`, which may begin with `~/`; `nil` without a home.
  static func expanded(_ name: String) -> Path? {
    guard name.hasPrefix("~/") else { return Path(name) }
    guard let home = getenv("HOME"), home[0] == CChar(UInt8(ascii: "/")) else { return nil }
    return Path(home).entry(String(name.dropFirst(2)))
  }

  /// The first `limit` bytes of the file at `path`; throws the system's error number.
  ///
  /// One call into the system where there is no file.
  static func read(_ path: Path, limit: Int) throws(Errno) -> [UInt8] {
    let file = open(path.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard file >= 0 else { throw Errno(number: errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Errno(number: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw Errno(number: EISDIR) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Errno(number: EINVAL) }
    return try read(file, from: 0, count: min(limit, Int(status.st_size)))
  }

  /// Up to `count` bytes of an open file, from the byte at `start` on; fewer if it ends before.
  static func read(_ file: Int32, from start: Int, count: Int) throws(Errno) -> [UInt8] {
    var problem: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, count in
      while count < buffer.count {
        let some = pread(file, buffer.baseAddress! + count, buffer.count - count, off_t(start + count))
        if some > 0 {
          count += some
        } else if some == 0 {
          return
        } else if errno != EINTR {
          problem = errno
          return
        }
      }
    }
    if problem != 0 { throw Errno(number: problem) }
    return bytes
  }

  /// Puts a file with `bytes` at `path`, and the folders above it where they are missing; whoever reads it meanwhile has
  /// the one before or this one, whole.
  ///
  /// Not waited for is the disk: what a power failure takes is a place in a story, and the program is to end at once.
  static func replace(_ path: Path, with bytes: [UInt8]) throws(Errno) {
    makeFolders(above: path)
    let new = Path(path.bytes.dropLast() + ".\(getpid())".utf8CString)
    let file = open(new.bytes, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Errno(number: errno) }
    var problem = write(bytes, to: file)
    close(file)
    if problem == nil, rename(new.bytes, path.bytes) != 0 { problem = Errno(number: errno) }
    if let problem {
      unlink(new.bytes)
      throw problem
    }
  }

  /// Makes a file with `bytes` at `path`, where none may be.
  static func create(_ path: Path, mode: mode_t = 0o666, with bytes: [UInt8]) throws(Errno) {
    let file = open(path.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard file >= 0 else { throw Errno(number: errno) }
    var problem = write(bytes, to: file)
    // Some file systems tell only now that they are full.
    if close(file) != 0, problem == nil { problem = Errno(number: errno) }
    if let problem {
      unlink(path.bytes)
      throw problem
    }
  }

  /// Adds `bytes` to the end of the file at `path`, which is made if there is none.
  static func append(_ bytes: [UInt8], to path: Path) throws(Errno) {
    // A pipe that nobody reads must not hold the reader up.
    let file = open(path.bytes, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o666)
    guard file >= 0 else { throw Errno(number: errno) }
    defer { close(file) }
    if let problem = write(bytes, to: file) { throw problem }
  }

  /// Writes all of `bytes` to an open file; returns what kept it from that.
  static func write(_ bytes: [UInt8], to file: Int32) -> Errno? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return Errno(number: errno) }
    }
    return nil
  }

  /// Makes the folders above `path`, as far as they are missing.
  static func makeFolders(above path: Path) {
    for (index, byte) in path.bytes.enumerated() where byte == CChar(UInt8(ascii: "/")) && index > 0 {
      mkdir(Array(path.bytes[..<index]) + [0], 0o700)
    }
  }
}

/// A number with which the system says no.
struct Errno: Error, Equatable {
  /// The number.
  var number: Int32

  /// What it stands for, in the system's words.
  var words: String { String(cString: strerror(number)) }
}
