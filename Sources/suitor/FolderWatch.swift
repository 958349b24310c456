@preconcurrency import CSystem
import Glibc

/// Tells of changes in folders as the kernel does (inotify), many at once; waits for them without using time.
final class FolderWatch {
  /// Something happened to what is called `name` in the folder with the number `folder`.
  struct Event {
    var folder: Int32
    /// What it is called; `nil` if something happened to the folder itself.
    var name: Path?
    /// Whether it appeared with its content still to come.
    var isOnlyCreated: Bool
  }

  /// What happened within a moment.
  struct Burst {
    var events: [Event] = []
    /// Whether there was more than the kernel remembers.
    var isIncomplete = false
  }

  private let file: Int32
  /// The folders that are watched.
  private(set) var count = 0
  /// Why a folder could not be watched: the system's limits.
  private(set) var limit: Int32?

  /// What changes stories: files written to their end, names that come and go, and the folder's own end.
  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
  /// A burst is over when nothing came for the first of these times, or after the second, in milliseconds.
  private static let (quiet, longest): (Int32, Int) = (60, 500)

  init() {
    file = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    if file < 0 { limit = errno }
  }

  deinit { if file >= 0 { close(file) } }

  /// Watches the folder at `path` and returns its number, the same for the same folder; `nil` if it cannot be watched.
  func add(_ path: Path) -> Int32? {
    guard file >= 0 else { return nil }
    let number = inotify_add_watch(file, path.bytes, Self.mask)
    guard number >= 0 else {
      if errno == ENOSPC || errno == ENOMEM { limit = errno }
      return nil
    }
    count += 1
    return number
  }

  /// Watches a folder no more.
  func remove(_ folder: Int32) { inotify_rm_watch(file, folder) }

  /// Waits until something happens and then until a moment passes without anything; `nil` if that cannot be.
  func wait() -> Burst? {
    guard file >= 0, count > 0 else { return nil }
    var burst = Burst()
    var poller = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    while poll(&poller, 1, -1) < 0 { if errno != EINTR { return nil } }
    for _ in 0..<(Self.longest / Int(Self.quiet)) {
      read(into: &burst)
      if poll(&poller, 1, Self.quiet) <= 0 { break }
    }
    read(into: &burst)
    return burst
  }

  private func read(into burst: inout Burst) {
    let size = 1 << 16
    let buffer = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 8)
    defer { buffer.deallocate() }
    while true {
      let count = Glibc.read(file, buffer, size)
      guard count > 0 else { return }
      var place = 0
      while place < count {
        let event = (buffer + place).load(as: inotify_event.self)
        let name = (buffer + place + MemoryLayout<inotify_event>.size).assumingMemoryBound(to: CChar.self)
        place += MemoryLayout<inotify_event>.size + Int(event.len)
        let mask = event.mask
        if mask & UInt32(IN_Q_OVERFLOW) != 0 { burst.isIncomplete = true }
        if mask & UInt32(IN_IGNORED | IN_Q_OVERFLOW) != 0 { continue }
        burst.events.append(
          Event(
            folder: event.wd, name: event.len > 0 ? Path(name) : nil,
            isOnlyCreated: mask & UInt32(IN_CREATE) != 0 && mask & UInt32(IN_ISDIR) == 0))
      }
    }
  }
}
