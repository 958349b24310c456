import Stories

/// Translates byte offsets in a text into offsets in Unicode code points, which is what other programs count in.
///
/// One pass counts the code points up to every 128th byte; an offset then needs only the bytes since the last of them.
struct CodePoints {
  private static let step = 128
  private let bytes: [UInt8]
  private var before: [UInt32] = []

  /// Counts the code points of `text`.
  init(_ text: StoryText) {
    bytes = text.bytes
    before.reserveCapacity(bytes.count / Self.step + 1)
    var count: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.step == 0 { before.append(count) }
      if Self.starts(byte) { count += 1 }
    }
    // The end of a text whose length is a multiple of the step.
    if bytes.count % Self.step == 0 { before.append(count) }
  }

  /// The number of code points before the byte at `offset`.
  subscript(offset: Int) -> Int {
    let block = offset / Self.step
    var count = Int(before[block])
    for byte in bytes[block * Self.step..<offset] where Self.starts(byte) { count += 1 }
    return count
  }

  /// Whether a code point starts at `byte`: in UTF-8 all others are 10xxxxxx.
  private static func starts(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
