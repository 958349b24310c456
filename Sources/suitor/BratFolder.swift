import Export
import Glibc
import Stories

/// A folder of readings for brat: a text and an annotation file a story, and what brat has to know of them.
///
/// Nothing in it is ever written over: annotations may have been mended there by hand.
final class BratFolder {
  private let folder: Path

  /// What went wrong, and where.
  enum Problem: Error, Equatable {
    /// The folder is there and holds something.
    case inUse(Path)
    /// The system says no.
    case system(Int32, Path)

    /// Where.
    var path: Path {
      switch self {
      case .inUse(let path), .system(_, let path): path
      }
    }

    /// The reason as programs are told it.
    var code: String {
      switch self {
      case .inUse: "not-empty"
      case .system: "system"
      }
    }

    /// One sentence without a stop.
    var wording: Wording {
      switch self {
      case .inUse:
        Wording(
          english: "holds something already, which is not written over; name a new folder",
          french: "contient déjà quelque chose, qui n’est pas écrasé ; nommez un nouveau dossier")
      case .system(let number, _): Wording(String(cString: strerror(number)))
      }
    }
  }

  /// Makes the folder, or takes it if it is empty.
  init(at path: Path) throws(Problem) {
    folder = path.trimmed
    if mkdir(folder.bytes, 0o777) != 0 {
      guard errno == EEXIST else { throw .system(errno, folder) }
      guard let entries = opendir(folder.bytes) else { throw .system(errno, folder) }
      defer { closedir(entries) }
      while let entry = readdir(entries) {
        let start = UnsafeRawPointer(entry) + MemoryLayout<dirent>.offset(of: \.d_name)!
        let name = String(cString: start.assumingMemoryBound(to: CChar.self))
        if name != ".", name != ".." { throw .inUse(folder) }
      }
    }
    try write(Brat.configuration, to: folder.entry("annotation.conf"))
  }

  /// Writes the text of `story`, and its annotations with the claims whose places in its list are `claims`.
  func add(_ story: Story, claims: [Int]) throws(Problem) {
    let parts = Self.parts(of: story.name)
    var place = folder
    for part in parts.dropLast() {
      place = place.entry(part)
      if mkdir(place.bytes, 0o777) != 0, errno != EEXIST { throw .system(errno, place) }
    }
    // The same name twice, as of two folders: the second gets a number.
    var number = 1
    while true {
      let name = parts[parts.count - 1] + (number == 1 ? "" : "-\(number)")
      do throws(Problem) {
        try write(Brat.annotations(for: claims, of: story), to: place.entry(name + ".ann"))
        return try write(story.text.bytes, to: place.entry(name + ".txt"))
      } catch {
        guard case .system(EEXIST, _) = error else { throw error }
        number += 1
      }
    }
  }

  /// The folders and the name, without its ending, that a story has here: no part leads out of the folder, and none has
  /// what brat or a shell would trip over.
  static func parts(of name: String) -> [String] {
    var parts = name.split(separator: "/").map { part in
      var part = String(part.prefix(200).map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
      // A name has 255 bytes at most, and an ending is still to come.
      while part.utf8.count > 200 { part.removeLast() }
      return part
    }.filter { $0 != "." && $0 != ".." }
    if let last = parts.last, last.lowercased().hasSuffix(".txt"), last.count > 4 {
      parts[parts.count - 1] = String(last.dropLast(4))
    }
    parts = parts.map { $0.hasPrefix(".") || $0.hasPrefix("-") ? "_" + $0 : $0 }
    return parts.isEmpty ? ["story"] : parts
  }

  private func write(_ bytes: [UInt8], to path: Path) throws(Problem) {
    do throws(Errno) {
      try PersonalFile.create(path, with: bytes)
    } catch {
      throw .system(error.number, path)
    }
  }
}
