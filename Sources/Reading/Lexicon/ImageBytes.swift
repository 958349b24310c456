/// Writes columns of numbers one after the other, each behind its count.
struct ImageWriter {
  private(set) var bytes: [UInt8]

  init(_ magic: [UInt8]) { bytes = magic }

  mutating func put<Number: FixedWidthInteger>(_ column: [Number]) {
    withUnsafeBytes(of: UInt32(column.count).littleEndian) { bytes.append(contentsOf: $0) }
    for number in column { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
  }

  mutating func put(_ strings: [[UInt8]]) {
    put(strings.map { UInt32($0.count) })
    put(strings.flatMap { $0 })
  }

  mutating func put(_ infos: [WordInfo]) {
    put(infos.map(\.traits.rawValue))
    put(infos.map(\.cue.bits))
    put(infos.map(\.stage))
    put(infos.map(\.month))
    put(infos.map { $0.wordClass?.rawValue ?? 0 })
    put(infos.map(\.name))
  }

  mutating func put(_ vocabulary: Vocabulary) {
    put(vocabulary.pool)
    put(vocabulary.starts)
    put(vocabulary.hashes)
    put(vocabulary.slots)
  }
}

/// Reads what an `ImageWriter` wrote, in the same order.
struct ImageReader {
  private let bytes: [UInt8]
  private var place: Int
  private var isShort = false

  init(_ bytes: [UInt8], from place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// Whether all was there, and nothing more.
  var isWhole: Bool { !isShort && place == bytes.count }

  mutating func numbers<Number: FixedWidthInteger>(_: Number.Type) -> [Number] {
    let size = MemoryLayout<Number>.size
    guard let count = count(), place + count * size <= bytes.count else {
      isShort = true
      return []
    }
    defer { place += count * size }
    return bytes.withUnsafeBytes { from in
      [Number](unsafeUninitializedCapacity: count) { numbers, initialized in
        // In one go; on a machine of the other byte order the images would be made anew.
        UnsafeMutableRawBufferPointer(numbers).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: from[place..<place + count * size]))
        initialized = count
      }
    }
  }

  mutating func strings() -> [String] {
    let lengths = numbers(UInt32.self)
    let characters = numbers(UInt8.self)
    var start = 0
    return lengths.map { length in
      defer { start += Int(length) }
      return String(decoding: characters[start..<start + Int(length)], as: UTF8.self)
    }
  }

  mutating func infos() -> [WordInfo] {
    let traits = numbers(UInt128.self)
    let cues = numbers(UInt16.self)
    let stages = numbers(UInt8.self)
    let months = numbers(UInt8.self)
    let classes = numbers(UInt8.self)
    let names = numbers(Int32.self)
    return traits.indices.map {
      WordInfo(
        traits: Traits(rawValue: traits[$0]), cue: CueEntry(bits: cues[$0]), stage: stages[$0], month: months[$0],
        wordClass: classes[$0] == 0 ? nil : WordClass(rawValue: classes[$0]), name: names[$0])
    }
  }

  mutating func vocabulary() -> Vocabulary {
    Vocabulary(
      pool: numbers(UInt8.self), starts: numbers(UInt32.self), hashes: numbers(UInt32.self), slots: numbers(Int32.self))
  }

  private mutating func count() -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return Int(UInt32(littleEndian: bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt32.self) }))
  }
}
