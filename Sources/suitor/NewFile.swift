import Glibc

/// A file that appears under its name only when all of it is written.
final class NewFile {
  private let path: Path
  private let draft: Path
  private let overwrites: Bool
  private var file: Int32

  /// Begins a file that is to be at `path`; one that is there stays unless `overwriting`.
  ///
  /// What is written over keeps its permissions, and a link stays one; a device or a pipe is no file to be written over.
  init(at path: Path, overwriting: Bool) throws(Errno) {
    overwrites = overwriting
    var status = stat()
    let isThere = overwriting && stat(path.bytes, &status) == 0
    if isThere, status.st_mode & S_IFMT != S_IFREG {
      throw Errno(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    self.path = isThere ? Self.followed(path) : path
    draft = Self.draft(of: path)
    file = open(draft.bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw Errno(number: errno) }
    if isThere { fchmod(file, status.st_mode & 0o7777) }
  }

  /// The path without links; as it is if nothing is there.
  private static func followed(_ path: Path) -> Path {
    guard let whole = realpath(path.bytes, nil) else { return path }
    defer { free(whole) }
    return Path(whole)
  }

  /// What the file at `path`, or where that leads to, is called until it is whole.
  static func draft(of path: Path) -> Path {
    let (folder, name) = followed(path).split
    return folder.entry(".\(name.name).\(getpid())")
  }

  deinit {
    guard file >= 0 else { return }
    close(file)
    unlink(draft.bytes)
  }

  /// Adds `bytes`.
  func write(_ bytes: [UInt8]) throws(Errno) {
    if let problem = PersonalFile.write(bytes, to: file) { throw problem }
  }

  /// Gives it its name.
  func finish() throws(Errno) {
    // Some file systems tell only now that they are full.
    guard fsync(file) == 0 || errno == EINVAL else { throw Errno(number: errno) }
    if overwrites {
      guard rename(draft.bytes, path.bytes) == 0 else { throw Errno(number: errno) }
      close(file)
      file = -1
    } else {
      // A name that somebody else has taken meanwhile stays theirs.
      if link(draft.bytes, path.bytes) == 0 { return }
      // Some file systems know no second name.
      guard [EPERM, ENOTSUP, ENOSYS].contains(errno) else { throw Errno(number: errno) }
      guard access(path.bytes, F_OK) != 0 else { throw Errno(number: EEXIST) }
      guard rename(draft.bytes, path.bytes) == 0 else { throw Errno(number: errno) }
    }
  }
}
