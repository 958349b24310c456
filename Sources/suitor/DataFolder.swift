import BuiltIn
import Glibc

/// The lexicons and stories that the program comes with, and the folder that may hold other versions of them.
///
/// A file of the folder goes before the built-in one of the same path, so that a folder need only have what differs.
struct DataFolder: Sendable {
  /// The folder; `nil` if there is only what is built in.
  let folder: Path?

  /// The folder that `SUITOR_DATA` names, else `share/suitor` of the place where the program is installed, else none.
  init() throws(DataFolderMissing) {
    if let named = getenv("SUITOR_DATA"), named[0] != 0 {
      let path = Path(named)
      guard Self.isFolder(path) else { throw DataFolderMissing(path: path) }
      folder = path
    } else {
      folder = Self.installed
    }
  }

  /// The bytes of the file at `path` below the folder or among the built-in ones.
  func file(_ path: String) -> [UInt8]? {
    if let folder, case .whole(let bytes)? = try? FileBytes.open(folder.entry(path)) { return bytes }
    return Self.builtIn(path)
  }

  /// The built-in file at `path` that was compiled from lexicons, where it stands in the program; none if the folder has
  /// lexicons, since it does not say what their texts say.
  func image(_ path: String) -> UnsafeRawBufferPointer? {
    if let folder, Self.isFolder(folder.entry("lexicon")) { return nil }
    return Self.builtInBytes(path).map(UnsafeRawBufferPointer.init)
  }

  /// What to call the file at `path` in a message.
  func display(_ path: String) -> String {
    guard let folder else { return path }
    let file = folder.entry(path)
    return access(file.bytes, F_OK) == 0 ? file.name : path
  }

  /// The stories: those of the folder, else the built-in ones.
  var stories: StoryFinder.Request {
    if let folder {
      let path = folder.entry("stories")
      if Self.isFolder(path) { return StoryFinder.Request(paths: [path]) }
    }
    let prefix = "stories/"
    let paths = Self.builtInPaths.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }.sorted()
    return StoryFinder.Request(items: paths.map { Item(name: String($0.dropFirst(prefix.count)), place: .data($0)) })
  }

  /// The paths of the built-in files.
  static var builtInPaths: [String] {
    (0..<built_in_file_count).map { String(cString: built_in_file_at($0).pointee.path) }
  }

  /// The bytes of the built-in file at `path`.
  static func builtIn(_ path: String) -> [UInt8]? { builtInBytes(path).map(Array.init) }

  /// The bytes of the built-in file at `path`, where they stand in the program.
  private static func builtInBytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<built_in_file_count {
      let file = built_in_file_at(index).pointee
      if strcmp(file.path, path) == 0 { return UnsafeBufferPointer(start: file.bytes, count: file.count) }
    }
    return nil
  }

  /// `../share/suitor` beside the folder of the program, if it is there.
  private static var installed: Path? {
    // The link's target is the whole path already.
    var program = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard readlink("/proc/self/exe", &program, Int(PATH_MAX)) > 0 else { return nil }
    // Twice up: from the program to its folder, and from there to the prefix.
    for _ in 0..<2 {
      guard let slash = program.lastIndex(of: CChar(UInt8(ascii: "/"))) else { return nil }
      program[slash...] = [0]
    }
    let path = Path(program).entry("share/suitor")
    return isFolder(path) ? path : nil
  }

  private static func isFolder(_ path: Path) -> Bool {
    var status = stat()
    return stat(path.bytes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// `SUITOR_DATA` names no folder.
struct DataFolderMissing: Error {
  /// What it names.
  var path: Path
}
