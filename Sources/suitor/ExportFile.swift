import Export
import Glibc
import Reader
import Stories

/// Writes what the reader hands on into files.
struct ExportFile {
  /// The stories.
  var library: Library
  /// The language of the interface.
  var language: Language

  /// Writes what `order` asks for; nothing is written over unless it asks for that, and a file is there only once it is
  /// whole.
  func write(_ order: ExportOrder) -> Exported {
    let path = Self.path(order.name)
    do throws(BratFolder.Problem) {
      if order.form == .brat {
        let folder = try BratFolder(at: path)
        for item in order.content {
          guard let story = library.story(item.story) else { continue }
          try folder.add(story, claims: item.claims)
        }
      } else {
        if Self.isFolder(path) { throw .system(EISDIR, path) }
        if Self.isThere(order) { return .isThere }
        try write(order, to: path)
      }
    } catch {
      return .failed("\(error.path.name): \(error.wording[language])")
    }
    return .written(order.name, claims: order.claims)
  }

  /// Whether a file is there that is not to be written over; a folder is none that could be.
  static func isThere(_ order: ExportOrder) -> Bool {
    let path = path(order.name)
    var status = stat()
    return order.form != .brat && !order.overwrites && lstat(path.bytes, &status) == 0 && !isFolder(path)
  }

  private static func isFolder(_ path: Path) -> Bool {
    var status = stat()
    return stat(path.bytes, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func write(_ order: ExportOrder, to path: Path) throws(BratFolder.Problem) {
    do throws(Errno) {
      var exporter = Exporter(order.form, language: language)
      var bytes = exporter.opening
      let file = try NewFile(at: path, overwriting: order.overwrites)
      for item in order.content {
        guard let story = library.story(item.story) else { continue }
        bytes += exporter.bytes(for: story, claims: item.claims)
        if bytes.count > 1 << 20 {
          try file.write(bytes)
          bytes.removeAll(keepingCapacity: true)
        }
      }
      try file.write(bytes + exporter.closing())
      try file.finish()
    } catch {
      throw error.number == EEXIST ? .inUse(path) : .system(error.number, path)
    }
  }

  /// The path that a name stands for: `~/` is the home folder, as shells have it.
  static func path(_ name: String) -> Path {
    if name.hasPrefix("~/"), let home = getenv("HOME") { return Path(home).entry(String(name.dropFirst(2))) }
    return name.withCString { Path($0) }
  }
}
