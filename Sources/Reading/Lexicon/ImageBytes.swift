/// Writes columns one after the other, each behind its count, at places that fit any kind of value.
struct ImageWriter {
  private(set) var bytes: [UInt8]

  /// Every column, and its count before it, begins at a multiple of so many bytes.
  static let alignment = 16

  init(_ magic: [UInt8]) { bytes = magic }

  mutating func put<Number: FixedWidthInteger>(_ column: some Collection<Number>) {
    begin(column.count)
    for number in column { withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) } }
  }

  mutating func put(_ infos: Column<WordInfo>) {
    begin(infos.count)
    for info in infos {
      // What fills the gaps in memory is not always the same; in an image it is nought.
      withUnsafeBytes(of: info.traits.rawValue.littleEndian) { bytes.append(contentsOf: $0) }
      withUnsafeBytes(of: info.cue.bits.littleEndian) { bytes.append(contentsOf: $0) }
      bytes += [info.stage, info.month, info.wordClass?.rawValue ?? 0, 0, 0, 0]
      withUnsafeBytes(of: info.name.littleEndian) { bytes.append(contentsOf: $0) }
      bytes += [0, 0, 0, 0]
    }
  }

  mutating func put(_ strings: StringColumn) {
    put(strings.bytes)
    put(strings.starts)
  }

  mutating func put(_ vocabulary: Vocabulary) {
    put(vocabulary.pool)
    put(vocabulary.starts)
    put(vocabulary.slots)
  }

  private mutating func begin(_ count: Int) {
    align()
    withUnsafeBytes(of: UInt32(count).littleEndian) { bytes.append(contentsOf: $0) }
    align()
  }

  private mutating func align() {
    while bytes.count % ImageWriter.alignment != 0 { bytes.append(0) }
  }
}

/// Finds the columns that an `ImageWriter` wrote, in the same order, where they stand.
///
/// The bytes must stay for as long as the columns are used, and lie at an address that is a multiple of
/// `ImageWriter.alignment`. Their numbers are little-endian, as those of all machines are that the program is built for.
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

  /// Whether bytes can be used where they stand.
  static func isAligned(_ bytes: UnsafeRawBufferPointer) -> Bool {
    Int(bitPattern: bytes.baseAddress) % ImageWriter.alignment == 0
  }

  mutating func column<Element: BitwiseCopyable>(_: Element.Type = Element.self) -> Column<Element> {
    align()
    let count = place + 4 <= bytes.count ? Int(bytes.load(fromByteOffset: place, as: UInt32.self)) : bytes.count
    place += 4
    align()
    let size = count * MemoryLayout<Element>.stride
    guard let base = bytes.baseAddress, place + size <= bytes.count else {
      isShort = true
      return Column([])
    }
    defer { place += size }
    return Column(at: (base + place).assumingMemoryBound(to: Element.self), count: count)
  }

  mutating func strings() -> StringColumn { StringColumn(bytes: column(), starts: column()) }

  mutating func vocabulary() -> Vocabulary {
    let vocabulary = Vocabulary(pool: column(), starts: column(), slots: column())
    if vocabulary.slots.count.nonzeroBitCount != 1 || vocabulary.starts.isEmpty { isShort = true }
    return vocabulary
  }

  private mutating func align() {
    place += -place & (ImageWriter.alignment - 1)
  }
}
