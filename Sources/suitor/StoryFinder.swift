import Glibc

/// Finds the stories that were asked for, in their order.
struct StoryFinder {
  /// A story that was found.
  struct Found {
    /// The story.
    var item: Item
    /// Which of the things that were asked for it belongs to, from 0.
    var root: Int32
    /// The number by which the file system knows its file, 0 if it has none: it stays when the file gets another name.
    var identity: UInt
  }

  /// What is told of every folder that is looked through, and of what was named.
  protocol Observer {
    /// The folder at `path` is about to be looked through; its stories' names begin with `prefix`.
    ///
    /// Returns whether it should be: not if it was already, by another path of the same root.
    @discardableResult func willLook(in path: Path, prefix: String, root: Int32) -> Bool
    /// The folder at `path` is passed over, since another path of the same root has led to it.
    func didPass(_ path: Path, prefix: String, root: Int32)
    /// The file or folder at `path` was named itself: a file that is about to be read, or a folder that was looked through.
    func follow(_ path: Path, root: Int32)
  }

  private let request: Request
  private let observer: Observer?
  private let take: ([Found]) -> Void
  private var root: Int32 = 0
  private var batch: [Found] = []
  private var isFirst = true
  /// The folders that were looked through below the path that was asked for: a link to one of them is not followed.
  private var visited: Set<Identity> = []

  /// What is asked for.
  struct Request: Sendable {
    /// Files, folders, `-` for standard input.
    var paths: [Path] = []
    /// Stories that are found already.
    var items: [Item] = []
  }

  private struct Identity: Hashable {
    var device: UInt
    var number: UInt

    init(device: UInt, number: UInt) { (self.device, self.number) = (device, number) }

    init(_ status: stat) { self.init(device: UInt(status.st_dev), number: UInt(status.st_ino)) }
  }

  /// An entry of a folder that is a story or a folder itself.
  private struct Entry {
    var name: Path
    /// Of a story only the number is known.
    var identity: Identity
    var isFolder: Bool
  }

  /// A folder that is observed only after the first story was told: to watch a large one takes the system longer than all
  /// else that the first frame waits for.
  private struct Late {
    var path: Path
    var prefix: String
    var root: Int32
    /// When it had last changed before it was looked through.
    var changed: Int
  }

  private var late: [Late] = []
  /// Whether something has changed in a folder after it was looked through and before it was observed.
  private(set) var missesChanges = false

  /// The stories that are told at once; the first alone, since somebody waits for it.
  private static let batchSize = 1024
  /// The entries of the first folder after which one of them is told before all are known.
  private static let patience = 1200

  /// Makes a finder that hands what it finds to `take`, in order but for the first of a large folder, which comes before
  /// it is known to be the first.
  init(_ request: Request, observer: Observer? = nil, take: @escaping ([Found]) -> Void) {
    self.request = request
    self.observer = observer
    self.take = take
  }

  /// The stories of `request`, all at once.
  static func items(_ request: Request) -> [Item] {
    var found: [Found] = []
    var finder = StoryFinder(request) { found += $0 }
    finder.find(patience: .max)
    return found.map(\.item)
  }

  /// Finds everything; `list` names more.
  mutating func find(_ list: NameList? = nil, patience: Int = Self.patience) {
    for item in request.items { tell(Found(item: item, root: root, identity: 0)) }
    for path in request.paths {
      if path.name == "-" {
        tell(Found(item: Item(name: "-", place: .standardInput), root: root, identity: 0))
      } else {
        add(path, nil, patience: patience)
      }
      root += 1
    }
    let before = count
    while let list {
      // Whoever writes the list may take time for the next name.
      if !list.hasNext { flush() }
      guard let entry = list.next() else { break }
      let origin = Item.Origin(list: list.name, line: entry.line)
      if let problem = entry.problem {
        tell(
          Found(
            item: Item(name: entry.path.name, place: .missing(problem, at: entry.path), origin: origin), root: root,
            identity: 0))
      } else {
        add(entry.path, origin, patience: patience)
      }
      root += 1
    }
    if let list, count == before {
      tell(
        Found(
          item: Item(name: list.name, place: .missing(.listWithoutNames, at: list.path)), root: root, identity: 0))
    }
    flush()
  }

  /// Finds the stories in the folder at `path`, which appeared below one that was looked through.
  mutating func find(below path: Path, prefix: String, root: Int32) {
    var status = stat()
    guard stat(path.bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return }
    self.root = root
    // Nobody waits for it.
    isFirst = false
    walk(path, Identity(status), prefix: prefix, patience: .max)
    flush()
  }

  private mutating func tell(_ found: Found) {
    count += 1
    batch.append(found)
    if isFirst || batch.count >= Self.batchSize { flush() }
  }

  private mutating func flush() {
    if batch.isEmpty { return }
    isFirst = false
    take(batch)
    batch.removeAll(keepingCapacity: true)
    for folder in late {
      observer?.willLook(in: folder.path, prefix: folder.prefix, root: folder.root)
      if Self.lastChange(of: folder.path) != folder.changed { missesChanges = true }
    }
    late.removeAll()
  }

  /// When something last came into the folder at `path`, went or was renamed in it, in nanoseconds.
  private static func lastChange(of path: Path) -> Int {
    var status = stat()
    guard stat(path.bytes, &status) == 0 else { return 0 }
    return status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
  }

  private mutating func add(_ path: Path, _ origin: Item.Origin?, patience: Int) {
    var status = stat()
    let exists = stat(path.bytes, &status) == 0
    guard exists, status.st_mode & S_IFMT == S_IFDIR else {
      if !exists, let part = path.part, Self.isFile(part.file) {
        // What a list of stories, or an export, calls one of several in a file.
        let item = Item(name: path.name, place: .part(part.label, of: part.file), origin: origin)
        return tell(Found(item: item, root: root, identity: 0))
      }
      // Pipes and devices are read once; and in the folder of all devices something happens all the time.
      if !exists || status.st_mode & S_IFMT == S_IFREG { observer?.follow(path, root: root) }
      // Whatever is wrong with it is found when it is read.
      tell(
        Found(
          item: Item(name: path.name, place: .file(path), origin: origin), root: root, identity: UInt(status.st_ino)))
      return
    }
    visited = []
    let before = count
    walk(path, Identity(status), prefix: "", patience: patience)
    observer?.follow(path, root: root)
    if count == before {
      let item = Item(name: path.name, place: .missing(.folderWithoutStories, at: path), origin: origin)
      tell(Found(item: item, root: root, identity: 0))
    }
  }

  /// How many were found.
  private var count = 0

  /// Finds the stories below the folder at `path`, whose names get `prefix`, the folder's own path below the one given.
  private mutating func walk(_ path: Path, _ identity: Identity, prefix: String, patience: Int) {
    guard visited.insert(identity).inserted else {
      observer?.didPass(path, prefix: prefix, root: root)
      return
    }
    if isFirst {
      late.append(Late(path: path, prefix: prefix, root: root, changed: Self.lastChange(of: path)))
    } else if observer?.willLook(in: path, prefix: prefix, root: root) == false {
      // The watch comes first, so that nothing that happens while it is looked through is missed.
      return
    }
    guard let folder = opendir(path.bytes) else {
      let name = prefix.isEmpty ? path.name : String(prefix.dropLast())
      tell(
        Found(
          item: Item(name: name, place: .missing(StoryProblem(errno: errno), at: path)), root: root, identity: 0))
      return
    }
    var found: [Entry] = []
    var seen = 0
    while let entry = readdir(folder) {
      seen += 1
      if isFirst, seen == patience { tellSmallest(found, path, prefix) }
      let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
      let name = start.assumingMemoryBound(to: CChar.self)
      if name[0] == CChar(UInt8(ascii: ".")) { continue }
      let type = Int(entry.pointee.d_type)
      // Links, and file systems that do not tell what an entry is, need a look; so does a folder, for its identity.
      if type == Int(DT_REG) {
        if Self.isStory(name) {
          found.append(
            Entry(name: Path(name), identity: Identity(device: 0, number: UInt(entry.pointee.d_ino)), isFolder: false))
        }
        continue
      }
      var status = stat()
      if stat(path.entry(name).bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
        found.append(Entry(name: Path(name), identity: Identity(status), isFolder: true))
      } else if Self.isStory(name) {
        found.append(Entry(name: Path(name), identity: Identity(status), isFolder: false))
      }
    }
    closedir(folder)
    found.sort { strcmp($0.name.bytes, $1.name.bytes) < 0 }
    for entry in found {
      let below = path.entry(entry.name.bytes)
      let name = prefix + entry.name.name
      if entry.isFolder {
        walk(below, entry.identity, prefix: name + "/", patience: patience)
      } else {
        tell(Found(item: Item(name: name, place: .file(below)), root: root, identity: entry.identity.number))
      }
    }
  }

  /// Tells of the first story of `found`, before it is known what else the folder has.
  private mutating func tellSmallest(_ found: [Entry], _ path: Path, _ prefix: String) {
    let stories = found.lazy.filter { !$0.isFolder }
    guard let first = stories.min(by: { strcmp($0.name.bytes, $1.name.bytes) < 0 }) else { return }
    let item = Item(name: prefix + first.name.name, place: .file(path.entry(first.name.bytes)))
    tell(Found(item: item, root: root, identity: first.identity.number))
  }

  private static func isFile(_ path: Path) -> Bool {
    var status = stat()
    return stat(path.bytes, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// How the names of files end that a folder is opened for, in any case, as some systems write ".TXT"; what is in them is
  /// told by their content.
  static let endings = [
    "txt", "text", "md", "markdown", "htm", "html", "xhtml", "mht", "mhtml", "eml", "mbox", "mbx", "xml", "rss", "atom",
    "rdf", "nitf", "newsml", "sgm", "sgml", "pdf", "gz", "tgz", "tar", "zip",
  ]

  /// Whether a file of a folder is looked at for stories, by its name.
  static func isStory(_ name: UnsafePointer<CChar>) -> Bool {
    guard let dot = strrchr(name, Int32(UInt8(ascii: "."))) else { return false }
    // What explains a folder is no story.
    if strncasecmp(name, "readme.", 7) == 0 { return false }
    // Outlook gives all that it wraps this name, and other programs give any file such an ending.
    return endings.contains { strcasecmp(dot + 1, $0) == 0 } || strcasecmp(name, "winmail.dat") == 0
  }
}
