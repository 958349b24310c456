/// What is left of a text's wording when it is made very small: enough to tell how much of it another text shares.
///
/// The runs of five words of a text ("shingles") are hashed once each, the hashes shared out among thirty bins, and of each
/// bin the least is kept: one-permutation MinHash, after Broder ("On the resemblance and containment of documents", 1997) and
/// Li, Owen and Zhang ("One Permutation Hashing", 2012). The share of bins that are alike estimates the share of shingles that
/// two texts have in common. Case, punctuation and white space do not count.
public struct Sketch: Sendable, Hashable {
  /// How many numbers a sketch has.
  public static let size = 30
  /// The words of a shingle.
  static let shingle = 5

  /// What is kept of each bin.
  public let bins: [UInt16]

  /// Sketches the body of a story, its paragraphs and lede, since the headline is what copies change; `nil` if that is too
  /// short to be told from another.
  public init?(_ text: StoryText, _ layout: Layout) {
    let hashes = Sketch.shingles(text, layout)
    // A sentence or two may well be in two stories.
    guard hashes.count >= 20 else { return nil }
    var least = [UInt32](repeating: .max, count: Sketch.size)
    var isEmpty = [Bool](repeating: true, count: Sketch.size)
    for hash in hashes {
      let bin = Int(((hash >> 32) * UInt64(Sketch.size)) >> 32)
      least[bin] = min(least[bin], UInt32(truncatingIfNeeded: hash))
      isEmpty[bin] = false
    }
    bins = least.indices.map { bin in
      // An empty bin borrows from the next that is not.
      var step = 0
      while isEmpty[(bin + step) % Sketch.size] { step += 1 }
      return UInt16(truncatingIfNeeded: least[(bin + step) % Sketch.size] &+ UInt32(step) &* 0x9E37)
    }
  }

  /// The share of bins that are alike, 0 to 1.
  public func resemblance(to other: Sketch) -> Double {
    var alike = 0
    for bin in bins.indices where bins[bin] == other.bins[bin] { alike += 1 }
    return Double(alike) / Double(Sketch.size)
  }

  /// The hashes of the shingles of a story's body, in order.
  public static func shingles(_ text: StoryText, _ layout: Layout) -> [UInt64] {
    var hashes: [UInt64] = []
    hashes.reserveCapacity(text.bytes.count / 6)
    text.bytes.withUnsafeBufferPointer { bytes in
      var window = [UInt64](repeating: 0, count: shingle)
      var count = 0
      for block in layout.blocks where block.kind == .paragraph || block.kind == .lede {
        var place = block.span.start
        while let word = nextWord(bytes, &place, block.span.end) {
          window[count % shingle] = word
          count += 1
          guard count >= shingle else { continue }
          var hash: UInt64 = 0
          for index in 0..<shingle { hash = (hash ^ window[(count + index) % shingle]) &* 0x9E37_79B9_7F4A_7C15 }
          hashes.append(hash ^ hash >> 29)
        }
      }
    }
    return hashes
  }

  /// The hash (FNV-1a) of the next word before `end`, whose case does not count.
  @inline(__always)
  private static func nextWord(_ bytes: UnsafeBufferPointer<UInt8>, _ place: inout Int, _ end: Int) -> UInt64? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var isWord = false
    while place < end {
      let byte = bytes[place]
      // ASCII letters and digits, and the two bytes of Latin ones; what marks, quotes and spaces begin with is none.
      let length =
        byte >= 0xC3 && byte <= 0xCA ? 2 : (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || isDigit(byte) ? 1 : 0
      if length == 0 {
        place += 1
        if isWord { return hash }
        continue
      }
      isWord = true
      for index in place..<min(end, place + length) {
        let folded = length == 1 && !isDigit(byte) ? bytes[index] | 0x20 : bytes[index]
        hash = (hash ^ UInt64(folded)) &* 0x100_0000_01B3
      }
      place += length
    }
    return isWord ? hash : nil
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
