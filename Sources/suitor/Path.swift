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

  /// The entry called `name` of this folder.
  func entry(_ name: UnsafePointer<CChar>) -> Path {
    var folder = bytes.dropLast()
    if folder.last != CChar(UInt8(ascii: "/")) { folder.append(CChar(UInt8(ascii: "/"))) }
    return Path(Array(folder) + Path(name).bytes)
  }

  /// The path as text; what is no UTF-8 in it becomes U+FFFD.
  var name: String { String(decoding: bytes.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) }
}
