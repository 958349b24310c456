/// Packs files in memory.
enum Packing {
  enum Kind: CaseIterable { case zip, tar, tarGzip, gzip }

  /// A zip, or a tar that may be compressed, of files with these names, or the first file alone.
  static func pack(_ kind: Kind, _ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    switch kind {
    case .zip: zip(files)
    case .tar: tar(files)
    case .tarGzip: gzip(tar(files))
    case .gzip: gzip(files[0].bytes)
    }
  }

  static func pack(_ kind: Kind, _ files: [(name: String, text: String)]) -> [UInt8] {
    pack(kind, files.map { ($0.name, Array($0.text.utf8)) })
  }

  private static func little(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }

  // MARK: - Containers

  private static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var packed: [UInt8] = []
    var directory: [UInt8] = []
    var last: (bytes: [UInt8], content: [UInt8], sum: Int)?
    for (name, bytes) in files {
      // The same again takes no time.
      if last?.bytes != bytes { last = (bytes, deflate(bytes), Int(checksum(bytes))) }
      let content = last!.content
      let fields =
        little(20, 2) + little(0, 2) + little(8, 2) + little(0, 4) + little(last!.sum, 4)
        + little(content.count, 4) + little(bytes.count, 4) + little(name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + fields + little(0, 10) + little(packed.count, 4) + name.utf8
      packed += [0x50, 0x4B, 3, 4] + fields + name.utf8 + content
    }
    return packed + directory + end(files.count, directory.count, at: packed.count)
  }

  /// A zip as programs write it that cannot go back: lengths and sums stand behind what they are of, with or without the mark
  /// that may stand before them.
  static func streamedZip(_ files: [(name: String, bytes: [UInt8])], isPacked: Bool, isSigned: Bool) -> [UInt8] {
    var packed: [UInt8] = []
    var directory: [UInt8] = []
    for (name, bytes) in files {
      let content = isPacked ? deflate(bytes) : bytes
      let numbers = little(Int(checksum(bytes)), 4) + little(content.count, 4) + little(bytes.count, 4)
      let start = little(20, 2) + little(8, 2) + little(isPacked ? 8 : 0, 2) + little(0, 4)
      let lengths = little(name.utf8.count, 2) + little(0, 2)
      directory += [0x50, 0x4B, 1, 2] + little(20, 2) + start + numbers + lengths + little(0, 10)
      directory += little(packed.count, 4) + name.utf8
      packed += [0x50, 0x4B, 3, 4] + start + little(0, 12) + lengths + name.utf8 + content
      packed += (isSigned ? [0x50, 0x4B, 7, 8] : []) + numbers
    }
    return packed + directory + end(files.count, directory.count, at: packed.count)
  }

  private static func end(_ files: Int, _ directory: Int, at place: Int) -> [UInt8] {
    [0x50, 0x4B, 5, 6] + little(0, 4) + little(files, 2) + little(files, 2) + little(directory, 4) + little(place, 4)
      + little(0, 2)
  }

  private static func tar(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var packed: [UInt8] = []
    for (name, bytes) in files {
      var block = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, _ at: Int) { block.replaceSubrange(at..<at + text.utf8.count, with: text.utf8) }
      func octal(_ number: Int, _ digits: Int) -> String {
        let text = String(number, radix: 8)
        return String(repeating: "0", count: digits - text.count) + text
      }
      put(name, 0)
      put("0000644", 100)
      put(octal(bytes.count, 11), 124)
      put(octal(0, 11), 136)
      put("        ", 148)
      put(name.hasSuffix("/") ? "5" : "0", 156)
      put("ustar", 257)
      put("00", 263)
      put(octal(block.reduce(0) { $0 + Int($1) }, 6), 148)
      block[154] = 0
      packed += block + bytes + [UInt8](repeating: 0, count: (512 - bytes.count % 512) % 512)
    }
    return packed + [UInt8](repeating: 0, count: 1024)
  }

  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + deflate(bytes) + little(Int(checksum(bytes)), 4) + little(bytes.count, 4)
  }

  // MARK: - Compression

  /// `bytes` as a deflate stream: a byte that repeats itself as runs, all else as it stands.
  private static func deflate(_ bytes: [UInt8]) -> [UInt8] {
    if let first = bytes.first, bytes.count > 1000, first < 144, bytes.count % 258 == 1,
      bytes.dropFirst().first == first,
      bytes.last == first
    {
      var bits = Bits()
      bits.add(0b011, 3)
      bits.addCode(0x30 + Int(first), 8)
      for _ in 0..<bytes.count / 258 {
        // Repeat the byte before 258 times.
        bits.addCode(0b1100_0101, 8)
        bits.addCode(0, 5)
      }
      bits.addCode(0, 7)
      return bits.bytes
    }
    var packed: [UInt8] = []
    var start = 0
    repeat {
      let end = min(bytes.count, start + 0xFFFF)
      packed += [end == bytes.count ? 1 : 0] + little(end - start, 2) + little(~(end - start), 2) + bytes[start..<end]
      start = end
    } while start < bytes.count
    return packed
  }

  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func add(_ number: Int, _ count: Int) {
      for i in 0..<count {
        if used == 8 {
          bytes.append(0)
          used = 0
        }
        bytes[bytes.count - 1] |= UInt8(number >> i & 1) << UInt8(used)
        used += 1
      }
    }

    /// Codes stand with their highest bit first.
    mutating func addCode(_ code: Int, _ count: Int) {
      for i in (0..<count).reversed() { add(code >> i & 1, 1) }
    }
  }

  /// A byte as often as to make `count` or a little more, which packs into almost nothing.
  static func run(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: count / 258 * 258 + 259) }

  /// CRC-32.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    let table = (0..<256).map { (i: UInt32) in
      (0..<8).reduce(i) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
    return ~bytes.withUnsafeBufferPointer { bytes in
      table.withUnsafeBufferPointer { table in
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ sum >> 8 }
        return sum
      }
    }
  }
}
