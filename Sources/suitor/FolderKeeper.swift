import Glibc
import Reader
import Stories

/// Finds the stories that were asked for, hands them to who reads them, and then follows what becomes of their files.
///
/// It belongs to one thread.
final class FolderKeeper: StoryFinder.Observer {
  private let pool: ReadingPool
  private let language: Language
  private var catalogue = Catalogue()
  private let watch = FolderWatch()
  /// The folders that are watched for what is in them, by the watch's numbers: one can be reached in several ways.
  private var folders: [Int32: [Folder]] = [:]
  /// The folders that were passed over, since another path of the same root leads to them.
  private var passed: [Folder] = []
  /// The files and folders that were named, by the watch's number of the folder that holds them and their name in it.
  private var files: [Int32: [Path: [Named]]] = [:]
  /// Whether a folder was forgotten since those that were passed over have been looked at.
  private var hasForgotten = false
  private var hasSaidLimit = false

  private struct Folder {
    var path: Path
    var prefix: String
    var root: Int32
  }

  private struct Named: Hashable {
    var path: Path
    var root: Int32
  }

  /// What became of the files, as far as it is known.
  private struct Changes {
    var lost: [Int] = []
    var found: [StoryFinder.Found] = []
    var changed: Set<Int> = []
  }

  init(_ pool: ReadingPool, language: Language) {
    self.pool = pool
    self.language = language
  }

  /// Finds the stories of `request` and `list`; they are being read already if they are `known`.
  func find(_ request: StoryFinder.Request, _ list: NameList?, known: Bool) {
    var finder = StoryFinder(request, observer: self) { [unowned self] found in
      let runs = catalogue.add(found)
      if !known { for run in runs { tell(run) } }
    }
    finder.find(list)
    if finder.missesChanges {
      var changes = Changes()
      lookAtEverything(&changes)
      settle(changes)
    }
    if !known { pool.end() }
    sayLimit()
  }

  /// Follows what becomes of the files, for as long as there is something to follow.
  func follow() {
    while let burst = watch.wait() {
      answer(burst)
      sayLimit()
    }
  }

  private func tell(_ run: Catalogue.Run) {
    let items = run.found.map(\.item)
    pool.events.post(.added(items.map { Library.Entry(name: $0.title(language)) }, before: run.successor))
    // Somebody waits for the first: it is read sooner than a thread starts. Standard input may take its time.
    var isHere = run.first == 0
    if case .standardInput = items[0].place { isHere = false }
    pool.add(items, here: isHere)
    if isHere { pool.waitForFirstFrame() }
  }

  private func sayLimit() {
    guard let limit = watch.limit, !hasSaidLimit else { return }
    hasSaidLimit = true
    pool.events.post(.message(StoryProblem.watchLimit(limit)[language]))
    pool.wake()
  }

  // MARK: - What is watched

  func willLook(in path: Path, prefix: String, root: Int32) -> Bool {
    guard let number = watch.add(path) else { return true }
    if folders[number]?.contains(where: { $0.root == root && $0.path != path }) == true {
      didPass(path, prefix: prefix, root: root)
      return false
    }
    folders[number, default: []].removeAll { $0.path == path && $0.root == root }
    folders[number, default: []].append(Folder(path: path, prefix: prefix, root: root))
    return true
  }

  func didPass(_ path: Path, prefix: String, root: Int32) {
    passed.removeAll { $0.path == path && $0.root == root }
    passed.append(Folder(path: path, prefix: prefix, root: root))
  }

  func follow(_ path: Path, root: Int32) {
    // What is removed and made again is told of by the folder that holds it.
    let (folder, name) = path.trimmed.split
    guard path.trimmed.hasName, let number = watch.add(folder) else { return }
    files[number, default: [:]][name, default: []].append(Named(path: path, root: root))
  }

  /// Watches no more what is at `path` and below it.
  private func forget(_ path: Path, root: Int32) {
    for (number, all) in folders where all.contains(where: { $0.root == root && $0.path.isWithin(path) }) {
      hasForgotten = true
      let rest = all.filter { $0.root != root || !$0.path.isWithin(path) }
      folders[number] = rest.isEmpty ? nil : rest
      if rest.isEmpty, files[number] == nil { watch.remove(number) }
    }
    passed.removeAll { $0.root == root && $0.path.isWithin(path) }
  }

  // MARK: - What happened

  private func answer(_ burst: FolderWatch.Burst) {
    var changes = Changes()
    var seen: [Int32: Set<Path>] = [:]
    for event in burst.events {
      guard let name = event.name else {
        for folder in folders[event.folder] ?? [] where folder.prefix.isEmpty { lookAtRoot(folder, &changes) }
        continue
      }
      // What was only created is looked at again when it has been written.
      let isSeen = seen[event.folder]?.contains(name) ?? false
      if isSeen { continue }
      var status = stat()
      for folder in folders[event.folder] ?? [] {
        let path = folder.path.entry(name.bytes)
        let exists = stat(path.bytes, &status) == 0
        if event.isOnlyCreated, exists, status.st_mode & S_IFMT == S_IFREG, status.st_size == 0 { continue }
        look(at: path, name, in: folder, exists ? status : nil, &changes)
      }
      for named in files[event.folder]?[name] ?? [] {
        let exists = stat(named.path.bytes, &status) == 0
        if event.isOnlyCreated, exists, status.st_size == 0 { continue }
        look(at: named, exists ? status : nil, &changes)
      }
      if !event.isOnlyCreated { seen[event.folder, default: []].insert(name) }
    }
    if burst.isIncomplete { lookAtEverything(&changes) }
    if hasForgotten { lookAtPassed(&changes) }
    settle(changes)
  }

  /// Looks at the folders that were passed over: the path that was followed instead may be gone.
  private func lookAtPassed(_ changes: inout Changes) {
    let all = passed
    passed = []
    hasForgotten = false
    for folder in all {
      changes.found += stories(below: folder.path, prefix: folder.prefix, root: folder.root)
    }
  }

  private func look(at path: Path, _ name: Path, in folder: Folder, _ status: stat?, _ changes: inout Changes) {
    if name.bytes[0] == CChar(UInt8(ascii: ".")) { return }
    guard let status else {
      changes.lost += catalogue.indices(within: path, folder.root)
      return forget(path, root: folder.root)
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      // Whatever was known at that name may have been another folder.
      changes.lost += catalogue.indices(within: path, folder.root)
      forget(path, root: folder.root)
      changes.found += stories(below: path, prefix: folder.prefix + name.name + "/", root: folder.root)
    } else if StoryFinder.isStory(name.bytes) {
      meet(path, called: folder.prefix + name.name, folder.root, status, &changes)
    }
  }

  private func look(at named: Named, _ status: stat?, _ changes: inout Changes) {
    let known = catalogue.indices(within: named.path, named.root)
    // Whatever was known there may have been another folder, or a file.
    forget(named.path, root: named.root)
    guard let status else {
      changes.lost += known
      return
    }
    if status.st_mode & S_IFMT == S_IFDIR {
      let found = stories(below: named.path, prefix: "", root: named.root)
      changes.found += found
      // Who says that the folder has no stories is still right.
      changes.lost += known.filter { !found.isEmpty || catalogue.path($0) != named.path }
    } else {
      changes.lost += known.filter { catalogue.path($0) != named.path }
      meet(named.path, called: named.path.name, named.root, status, &changes)
    }
  }

  /// A file of a story is there.
  private func meet(_ path: Path, called name: String, _ root: Int32, _ status: stat, _ changes: inout Changes) {
    if let index = catalogue.index(of: path, root) {
      changes.changed.insert(index)
      catalogue.identify(index, UInt(status.st_ino))
    } else {
      let item = Item(name: name, place: .file(path))
      changes.found.append(StoryFinder.Found(item: item, root: root, identity: UInt(status.st_ino)))
    }
  }

  private func lookAtRoot(_ folder: Folder, _ changes: inout Changes) {
    var status = stat()
    if stat(folder.path.bytes, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    changes.lost += catalogue.indices(within: folder.path, folder.root)
    forget(folder.path, root: folder.root)
  }

  private func stories(below path: Path, prefix: String, root: Int32) -> [StoryFinder.Found] {
    var all: [StoryFinder.Found] = []
    var finder = StoryFinder(StoryFinder.Request(), observer: self) { all += $0 }
    finder.find(below: path, prefix: prefix, root: root)
    return all
  }

  /// Looks at all that is watched: too much happened for the kernel to remember.
  private func lookAtEverything(_ changes: inout Changes) {
    for folder in folders.values.joined() where folder.prefix.isEmpty {
      // A folder that was moved must not be taken for another way to where it was.
      forget(folder.path, root: folder.root)
      let found = stories(below: folder.path, prefix: "", root: folder.root)
      let paths = Set(found.compactMap(\.item.path))
      for index in catalogue.indices(within: folder.path, folder.root) {
        if let path = catalogue.path(index), paths.contains(path) {
          changes.changed.insert(index)
        } else {
          changes.lost.append(index)
        }
      }
      changes.found += found.filter { $0.item.path.flatMap { catalogue.index(of: $0, folder.root) } == nil }
    }
    for named in files.values.joined().flatMap(\.value) {
      var status = stat()
      let exists = stat(named.path.bytes, &status) == 0
      let isFolder = exists && status.st_mode & S_IFMT == S_IFDIR
      if isFolder, folders.values.joined().contains(where: { $0.root == named.root && $0.prefix.isEmpty }) { continue }
      look(at: named, exists ? status : nil, &changes)
    }
  }

  // MARK: - What is told of it

  private func settle(_ changes: Changes) {
    // A folder that has stories now needs nobody to say that it has none.
    let empty = Set(changes.found.map(\.root)).compactMap { root in
      folders.values.joined().first { $0.root == root && $0.prefix.isEmpty }.flatMap {
        catalogue.index(of: $0.path, root)
      }
    }
    var lost: [UInt: Int] = [:]
    var gone: [Int] = []
    for index in changes.lost + empty where catalogue.isThere(index) {
      let identity = catalogue.remove(index)
      if identity != 0, lost[identity] == nil { lost[identity] = index }
      gone.append(index)
    }
    var fresh: [StoryFinder.Found] = []
    var kept: Set<Int> = []
    // Several things may have happened to it within the burst.
    var met: Set<Named> = []
    for found in changes.found where catalogue.index(of: found.item.path, found.root) == nil {
      guard let path = found.item.path, met.insert(Named(path: path, root: found.root)).inserted else { continue }
      // The same file under another name, or another one under the same name: the same story.
      let index = catalogue.takeGone(found) ?? lost[found.identity].flatMap { kept.contains($0) ? nil : $0 }
      guard let index else {
        fresh.append(found)
        continue
      }
      kept.insert(index)
      let successor = catalogue.put(index, as: found)
      pool.events.post(.moved(index, name: found.item.title(language), before: successor))
      pool.readAgain(index, as: found.item)
    }
    fresh.sort { a, b in
      a.root != b.root ? a.root < b.root : b.item.path.map { a.item.path?.precedes($0) ?? false } ?? false
    }
    for run in catalogue.add(fresh) { tell(run) }
    gone.removeAll { kept.contains($0) }
    if !gone.isEmpty { pool.events.post(.gone(gone)) }
    for index in changes.changed where catalogue.isThere(index) { pool.readAgain(index) }
    pool.wake()
  }
}
