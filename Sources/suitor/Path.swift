import Glibc

/// A path as the system knows it: bytes, which need not be UTF-8.
struct Path: Hashable, Sendable {
  /// The bytes, with the zero that ends them.
  let bytes: [CChar]

  /// Copies a C string.
  init(_ string: UnsafePointer<CChar>) {
    var end = 0
    while string[end] != 0 { end += 1 }
    bytes = Array(UnsafeBufferPointer(start: string, count: end + 1))
  }

  /// Takes bytes that end with a zero.
  private init(bytes: [CChar]) { self.bytes = bytes }

  /// The entry called `name` of this folder.
  func entry(_ name: UnsafePointer<CChar>) -> Path {
    let length = strlen(name)
    var whole: [CChar] = []
    whole.reserveCapacity(bytes.count + length + 1)
    whole += bytes.dropLast()
    if whole.last != Self.slash { whole.append(Self.slash) }
    whole += UnsafeBufferPointer(start: name, count: length + 1)
    return Path(bytes: whole)
  }

  private static let slash = CChar(UInt8(ascii: "/"))

  /// The folder that holds it, and what it is called there.
  var split: (folder: Path, name: Path) {
    let name = bytes.lastIndex(of: Self.slash).map { $0 + 1 } ?? 0
    if name == 0 { return (Path("."), self) }
    let folder = name == 1 ? bytes[..<1] : bytes[..<(name - 1)]
    return (Path(bytes: folder + [0]), Path(bytes: Array(bytes[name...])))
  }

  /// The file and the label of a part of it, if the path has a "#": the last one parts them.
  var part: (file: Path, label: String)? {
    guard let mark = bytes.lastIndex(of: CChar(UInt8(ascii: "#"))), mark > 0 else { return nil }
    return (Path(bytes: bytes[..<mark] + [0]), Path(bytes: Array(bytes[(mark + 1)...])).name)
  }

  /// Whether it says what the folder is called, and not only the way to it, as `.` and `..` do.
  var hasName: Bool {
    let name = split.name.name
    return !["", ".", ".."].contains(name)
  }

  /// The path without slashes at its end.
  var trimmed: Path {
    let kept = bytes.dropLast().lastIndex { $0 != Self.slash } ?? 0
    return Path(bytes: Array(bytes[...kept].prefix(bytes.count - 1)) + [0])
  }

  /// Whether it is `folder` or lies below it.
  func isWithin(_ folder: Path) -> Bool {
    let count = folder.bytes.count - 1
    guard bytes.count > count, bytes[..<count].elementsEqual(folder.bytes[..<count]) else { return false }
    return bytes[count] == 0 || bytes[count] == Self.slash || count > 0 && bytes[count - 1] == Self.slash
  }

  /// Whether it comes before `other` where folders and files are listed by name, each folder with what is in it.
  func precedes(_ other: Path) -> Bool {
    let room = min(bytes.count, other.bytes.count)
    for index in 0..<room where bytes[index] != other.bytes[index] {
      return Self.rank(bytes[index]) < Self.rank(other.bytes[index])
    }
    return false
  }

  /// The end of a name goes before every letter that it may have.
  private static func rank(_ byte: CChar) -> Int {
    byte == 0 ? 0 : byte == slash ? 1 : Int(UInt8(bitPattern: byte)) + 2
  }

  /// The path as text; what is no UTF-8 in it becomes U+FFFD.
  var name: String { String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }
}
