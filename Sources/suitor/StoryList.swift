import Glibc

/// A story that was asked for: what it is called and where its bytes are.
struct Item: Sendable {
  /// The path as given, or below the folder given.
  var name: String
  /// Where its bytes are.
  var place: Place

  /// Where a story's bytes are.
  enum Place: Sendable {
    case file(Path)
    case standardInput
    /// In the data folder, at a path below it.
    case data(String)
    /// Nowhere: the folder that was named has no story, or cannot be opened.
    case missing(StoryProblem)
  }
}

/// Finds the stories that paths stand for.
struct StoryList {
  /// What was found, in order.
  private(set) var items: [Item] = []
  /// The folders that the current path has led through: a link back to one of them is not followed.
  private var visited: Set<Identity> = []

  private struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  /// The stories that `paths` stand for: a file itself, a folder its stories, `-` standard input.
  init(_ paths: [Path]) {
    for path in paths {
      if path.name == "-" {
        items.append(Item(name: "-", place: .standardInput))
      } else {
        add(path)
      }
    }
  }

  private mutating func add(_ path: Path) {
    var status = stat()
    guard stat(path.bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      // Whatever is wrong with it is found when it is read.
      items.append(Item(name: path.name, place: .file(path)))
      return
    }
    visited = []
    let before = items.count
    walk(path, status, prefix: "")
    if items.count == before { items.append(Item(name: path.name, place: .missing(.folderWithoutStories))) }
  }

  /// Adds the stories below the folder at `path`, whose names get `prefix`, the folder's own path below the one given.
  private mutating func walk(_ path: Path, _ status: stat, prefix: String) {
    guard visited.insert(Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))).inserted else { return }
    guard let folder = opendir(path.bytes) else {
      let name = prefix.isEmpty ? path.name : String(prefix.dropLast())
      items.append(Item(name: name, place: .missing(StoryProblem(errno: errno))))
      return
    }
    var found: [(name: Path, isFolder: Bool, status: stat)] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        Path($0.baseAddress!.assumingMemoryBound(to: CChar.self))
      }
      if name.bytes[0] == CChar(UInt8(ascii: ".")) { continue }
      let type = Int(entry.pointee.d_type)
      var status = stat()
      // Links, and file systems that do not tell what an entry is, need a look; so does a folder, for its identity.
      if type == Int(DT_REG) {
        if Self.isStory(name) { found.append((name, false, status)) }
      } else if stat(path.entry(name.bytes).bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        found.append((name, true, status))
      } else if Self.isStory(name) {
        found.append((name, false, status))
      }
    }
    closedir(folder)
    found.sort { strcmp($0.name.bytes, $1.name.bytes) < 0 }
    for entry in found {
      let below = path.entry(entry.name.bytes)
      let name = prefix + entry.name.name
      if entry.isFolder {
        walk(below, entry.status, prefix: name + "/")
      } else {
        items.append(Item(name: name, place: .file(below)))
      }
    }
  }

  /// Whether a file of a folder is a story by its name: it ends in ".txt", in any case, as some systems write ".TXT".
  private static func isStory(_ name: Path) -> Bool {
    let end = name.bytes.dropLast().suffix(4).map { UInt8(bitPattern: $0) | 0x20 }
    return end == [UInt8(ascii: ".") | 0x20] + Array("txt".utf8)
  }
}
