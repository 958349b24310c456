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
  private let bytes: UnsafeRawBufferPointer
  private var place: Int
  private var isShort = false

  init(_ bytes: UnsafeRawBufferPointer, from place: Int) {
    self.bytes = bytes
    self.place = place
  }

  /// Whether all was there, and nothing more.
  var isWhole: Bool { !isShort && place == bytes.count }

  mutating func numbers<Number: FixedWidthInteger>(_: Number.Type) -> [Number] {
    let column = column(Number.self)
    return [Number](unsafeUninitializedCapacity: column.count) { numbers, initialized in
      // In one go; on a machine of the other byte order the images would be made anew.
      UnsafeMutableRawBufferPointer(numbers).copyMemory(from: column.bytes)
      initialized = column.count
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
    let traits = column(UInt128.self)
    let cues = column(UInt16.self)
    let stages = column(UInt8.self)
    let months = column(UInt8.self)
    let classes = column(UInt8.self)
    let names = column(Int32.self)
    let counts = [cues.count, stages.count, months.count, classes.count, names.count]
    guard !isShort, counts.allSatisfy({ $0 == traits.count }) else {
      isShort = true
      return []
    }
    return (0..<traits.count).map {
      WordInfo(
        traits: Traits(rawValue: traits[$0]), cue: CueEntry(bits: cues[$0]), stage: stages[$0], month: months[$0],
        wordClass: classes[$0] == 0 ? nil : WordClass(rawValue: classes[$0]), name: names[$0])
    }
  }

  mutating func vocabulary() -> Vocabulary {
    Vocabulary(
      pool: numbers(UInt8.self), starts: numbers(UInt32.self), hashes: numbers(UInt32.self), slots: numbers(Int32.self))
  }

  mutating func terms() -> TermLexicon {
    let vocabulary = vocabulary()
    let words = numbers(UInt32.self)
    let counts = numbers(UInt8.self)
    let spelled = numbers(Int32.self)
    let meanings = numbers(UInt32.self)
    var start = 0
    let phrases = zip(counts, meanings).map { count, meaning in
      defer { start += Int(count) }
      return TermLexicon.Phrase(
        words: Array(spelled[start..<start + Int(count)]), meaning: TermWord(bits: meaning))
    }
    return TermLexicon(vocabulary: vocabulary, words: words.map { TermWord(bits: $0) }, phrases: phrases)
  }

  /// The next column, where it stands.
  private mutating func column<Number: FixedWidthInteger>(_: Number.Type) -> Column<Number> {
    let size = MemoryLayout<Number>.size
    guard let count = count(), place + count * size <= bytes.count else {
      isShort = true
      return Column(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<0]))
    }
    defer { place += count * size }
    return Column(bytes: UnsafeRawBufferPointer(rebasing: bytes[place..<place + count * size]))
  }

  /// Numbers one after the other, at any address.
  private struct Column<Number: FixedWidthInteger> {
    let bytes: UnsafeRawBufferPointer
    var count: Int { bytes.count / MemoryLayout<Number>.size }
    subscript(place: Int) -> Number {
      bytes.loadUnaligned(fromByteOffset: place * MemoryLayout<Number>.size, as: Number.self)
    }
  }

  private mutating func count() -> Int? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
  }
}
