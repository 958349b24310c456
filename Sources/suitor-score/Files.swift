import Glibc
import Labelled

/// The files that are scored.
enum Files {
  /// The content of the file at `path`.
  static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return ferror(file) == 0 ? bytes : nil }
      bytes += buffer[..<count]
    }
  }

  /// The paths of the .txt files that `path` stands for: itself, or those below a folder, by name.
  static func stories(_ path: String) -> [String] {
    guard let folder = opendir(path) else { return [path] }
    defer { closedir(folder) }
    var found: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(cString: $0.baseAddress!.assumingMemoryBound(to: CChar.self))
      }
      if name.hasPrefix(".") { continue }
      let below = path.hasSuffix("/") ? path + name : path + "/" + name
      var status = stat()
      guard stat(below, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += stories(below)
      } else if name.hasSuffix(".txt") {
        found.append(below)
      }
    }
    return found.sorted()
  }

  /// The set that the story at `path` belongs to: its folder ("en"), with those up to the one of all labelled stories before it
  /// ("deals/en"), and whether its number says that it trains (01 to 17) or tests.
  static func set(_ path: String) -> String {
    let folders = path.split(separator: "/").dropLast()
    let below = folders.lastIndex(of: "labelled").map { folders[($0 + 1)...] } ?? []
    let folder = below.isEmpty ? folders.last.map(String.init) ?? "." : below.joined(separator: "/")
    guard let isTest = LabelledUse.isTest(path) else { return folder }
    return folder + (isTest ? ", test" : ", training")
  }
}
