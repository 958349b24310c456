import BuiltIn
import Glibc

/// The files that are measured with.
enum Files {
  /// The built-in file at `path` below `Data`.
  static func builtIn(_ path: String) -> [UInt8]? { builtInBytes(path).map(Array.init) }

  /// The same, where it stands in the program.
  static func image(_ path: String) -> UnsafeRawBufferPointer? { builtInBytes(path).map(UnsafeRawBufferPointer.init) }

  private static func builtInBytes(_ path: String) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<built_in_file_count {
      let file = built_in_file_at(index).pointee
      if strcmp(file.path, path) == 0 { return UnsafeBufferPointer(start: file.bytes, count: file.count) }
    }
    return nil
  }

  /// The paths of the built-in stories.
  static var builtInStories: [String] {
    (0..<built_in_file_count).map { String(cString: built_in_file_at($0).pointee.path) }
      .filter { $0.hasPrefix("stories/") && $0.hasSuffix(".txt") }.sorted()
  }

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

  /// The contents of the .txt files in the folder at `path`.
  static func stories(in path: String) -> [[UInt8]] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(cString: $0.baseAddress!.assumingMemoryBound(to: CChar.self))
      }
      if name.hasSuffix(".txt") { names.append(name) }
    }
    return names.sorted().compactMap { read(path + "/" + $0) }
  }

  /// Makes a new temporary folder and returns its path.
  static func temporaryFolder() -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/suitor-bench-XXXXXX".utf8CString)
    guard mkdtemp(&path) != nil else { return nil }
    return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Writes `bytes` into a file at `path`; returns whether that could be done.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { return false }
    defer { close(file) }
    return Glibc.write(file, bytes, bytes.count) == bytes.count
  }

  /// Removes a folder of files.
  static func remove(_ path: String) {
    guard let folder = opendir(path) else { return }
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(cString: $0.baseAddress!.assumingMemoryBound(to: CChar.self))
      }
      if name != ".", name != ".." { unlink("\(path)/\(name)") }
    }
    closedir(folder)
    rmdir(path)
  }

  /// Writes `bytes` into a new temporary file and returns its path.
  static func temporary(_ bytes: [UInt8]) -> String? {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/suitor-bench-XXXXXX.txt".utf8CString)
    let file = mkstemps(&path, 4)
    guard file >= 0 else { return nil }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else { return nil }
    return String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
