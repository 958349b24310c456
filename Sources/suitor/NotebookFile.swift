import Glibc
import Notebook

/// The notebook on the disk, to which entries are only ever added, by any number of programs at once.
///
/// An addition holds a lock, is written in one piece and is on the disk before it counts; one that could not be written whole
/// leaves the file as long as it was, and is tried again with the next. A crash leaves all of it, or a torn end that does not hold.
final class NotebookFile {
  /// Where it is; `nil` without a home.
  let path: Path?
  /// What its text says that makes no sense, when it was first read.
  private(set) var problems: [NotebookProblem] = []
  /// What could not be written yet.
  private(set) var pending = NotebookText()
  /// Why not.
  private(set) var problem: Errno?

  /// The stories that the file names.
  private var stories: Set<UInt64> = []
  /// Those that were handed over, since the file may be another one by the time they are written.
  private var references: [UInt64: StoryReference] = [:]
  /// The bytes that were read, and the file that they are of.
  private var position = 0
  private var identity: (dev_t, ino_t)?
  /// How long it was when it was last looked at.
  private var length = 0
  /// What this program has written into it.
  private var written: [Entry] = []
  /// Whether the file that had it may be gone, or was cut.
  private var isDoubtful = false

  /// A notebook that is longer is not one.
  private static let limit = 256 << 20
  /// How long another program may hold the lock, in milliseconds.
  private static let patience = 2000

  init(at path: Path?) { self.path = path }

  /// The person's own.
  static var ownPath: Path? { PersonalFile.path("XDG_DATA_HOME", else: ".local/share", "notebook") }

  /// What the file says; nothing if there is none.
  ///
  /// Throws the system's error if there is one that cannot be read.
  func load() throws(Errno) -> NotebookText {
    let text = try readNews()
    problems = text.problems
    return text
  }

  /// What the file has that was not read yet.
  private func readNews() throws(Errno) -> NotebookText {
    guard let path else { return NotebookText() }
    let file = open(path.bytes, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return NotebookText() }
      throw Errno(number: errno)
    }
    defer { close(file) }
    // Whoever is adding something is done in a moment; without the lock the end might be taken for torn.
    lock(file, LOCK_SH)
    return try news(file)
  }

  /// Adds what is pending and `text`, which is pending if that fails; returns what others have added meanwhile.
  func add(_ text: NotebookText) -> NotebookText {
    for story in text.stories { references[story.key] = story }
    pending.entries += text.entries
    defer { pending.stories = Self.stories(of: pending.entries, references) }
    do throws(Errno) {
      problem = nil
      return try write()
    } catch {
      problem = error
      return NotebookText()
    }
  }

  /// The stories that entries are on, each once.
  private static func stories(of entries: [Entry], _ references: [UInt64: StoryReference]) -> [StoryReference] {
    var seen: Set<UInt64> = []
    return entries.compactMap(\.story).filter { seen.insert($0).inserted }.compactMap { references[$0] }
  }

  /// What others have added since the file was last looked at; `nil` if nothing, at the price of one call into the system.
  func changes() -> NotebookText? {
    guard let path else { return nil }
    var status = stat()
    guard stat(path.bytes, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    let isSame = identity.map { $0 == (status.st_dev, status.st_ino) } ?? false
    if isSame, Int(status.st_size) == length { return nil }
    let text = try? readNews()
    return text?.entries.isEmpty == false ? text : nil
  }

  private func write() throws(Errno) -> NotebookText {
    guard let path else { throw Errno(number: ENOENT) }
    PersonalFile.makeFolders(above: path)
    let file = open(path.bytes, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o600)
    guard file >= 0 else { throw Errno(number: errno) }
    defer { close(file) }
    guard lock(file, LOCK_EX) else { throw Errno(number: EWOULDBLOCK) }
    let others = try news(file)
    try restore(file)
    let end = lseek(file, 0, SEEK_END)
    guard end >= 0 else { throw Errno(number: errno) }
    // The others have put down some of the stories, or the file that had them is gone.
    var own = pending
    own.stories = Self.stories(of: pending.entries, references).filter { !stories.contains($0.key) }
    let start = end == 0 ? NotebookText.head : others.isTorn ? NotebookText.seal(behind: try lastByte(file, end)) : ""
    if let problem = PersonalFile.write(Array((start + own.text).utf8), to: file) ?? flush(file) {
      // Half an entry is none; what cannot be taken back does not hold, since its end is missing.
      ftruncate(file, end)
      throw problem
    }
    if end == 0 { flushFolder(of: path) }
    position = Int(lseek(file, 0, SEEK_END))
    length = position
    for story in own.stories { stories.insert(story.key) }
    written += pending.entries
    pending = NotebookText()
    return others
  }

  /// Has what this program has written before, and what is no longer there, be written again.
  private func restore(_ file: Int32) throws(Errno) {
    guard isDoubtful else { return }
    let there = Set(NotebookText(try PersonalFile.read(file, from: 0, count: length)[...]).entries.map(\.id))
    let lost = written.filter { !there.contains($0.id) }
    written.removeAll { !there.contains($0.id) }
    pending.entries = lost + pending.entries
    pending.stories = Self.stories(of: pending.entries, references)
    isDoubtful = false
  }

  /// Whether what this program has written may be there no more.
  var hasLost: Bool {
    guard !written.isEmpty, let path else { return false }
    var status = stat()
    guard stat(path.bytes, &status) == 0 else { return errno == ENOENT }
    return identity.map { $0 != (status.st_dev, status.st_ino) } ?? false || Int(status.st_size) < length || isDoubtful
  }

  /// What stands in an open file behind what was read so far.
  private func news(_ file: Int32) throws(Errno) -> NotebookText {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Errno(number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Errno(number: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    guard status.st_size <= Self.limit else { throw Errno(number: EFBIG) }
    // Another file has its name now, as when a repository is brought up to date: it is read from its beginning.
    let isSame = identity.map { $0 == (status.st_dev, status.st_ino) } ?? false
    if !isSame || Int(status.st_size) < position {
      isDoubtful = isDoubtful || position > 0
      (position, stories) = (0, [])
    }
    identity = (status.st_dev, status.st_ino)
    length = Int(status.st_size)
    let bytes = try PersonalFile.read(file, from: position, count: Int(status.st_size) - position)
    let text = NotebookText(bytes[...])
    for story in text.stories { stories.insert(story.key) }
    // A torn end is read again with what comes behind it.
    if !text.isTorn { position += bytes.count }
    return text
  }

  private func lastByte(_ file: Int32, _ end: off_t) throws(Errno) -> ArraySlice<UInt8> {
    try PersonalFile.read(file, from: max(0, Int(end) - 1), count: 1)[...]
  }

  /// Waits until the file is on the disk; returns why it is not.
  private func flush(_ file: Int32) -> Errno? {
    // Some file systems have nothing to wait for.
    fsync(file) == 0 || errno == EINVAL ? nil : Errno(number: errno)
  }

  /// Waits until the folder on the disk knows a new file.
  private func flushFolder(of path: Path) {
    let folder = open(path.split.folder.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  /// Takes a lock, which closing the file gives back; returns whether it was to be had.
  @discardableResult
  private func lock(_ file: Int32, _ kind: Int32) -> Bool {
    for _ in 0..<Self.patience / 10 {
      if flock(file, kind | LOCK_NB) == 0 { return true }
      // Some file systems have no locks: two programs at once are then on their own, and each still adds whole entries.
      if errno != EWOULDBLOCK, errno != EINTR { return true }
      usleep(10_000)
    }
    return false
  }
}
