/// What one look over the first bytes of a document tells: whether it can be a page or Markdown at all.
///
/// Nearly every file is plain text, and somebody waits for the first one. To look closer costs more than to read a story.
struct MarkupGlance {
  /// Whether it may be a whole page: its first mark is that of a tag.
  private(set) var mayBePage = false
  /// Whether there are tags enough for a piece of a page.
  var mayBePiece: Bool { mayBePage || tags - ends >= 4 && ends >= 3 }
  /// Whether it has anything that Markdown is told by: fields before the text, a heading, a link.
  private(set) var mayBeMarkdown = false
  /// How many tags may begin, and how many of them may end an element.
  private var tags = 0
  private var ends = 0

  /// A bit for each byte below "@" that tells something.
  private static let marks: UInt64 = [0, 0x3C, 0x2F, 0x28, 0x23, 0x3D].reduce(0) { $0 | 1 << $1 }

  /// Looks at `head`; of what is not ASCII's kin it cannot say anything, and so rules nothing out.
  init(_ head: ArraySlice<UInt8>) {
    head.withUnsafeBufferPointer { bytes in
      var isFirst = true
      var before = UInt8(ascii: "\n")
      let marks = Self.marks
      for byte in bytes {
        if !isFirst, byte >= 0x40 ? byte < 0xFE : marks >> UInt64(byte) & 1 == 0 {
          before = byte
          continue
        }
        switch byte {
        case 0, 0xFE, 0xFF:
          (mayBePage, mayBeMarkdown) = (true, true)
          return
        case UInt8(ascii: "<"):
          if isFirst { mayBePage = true }
          tags += 1
        case UInt8(ascii: "/") where before == UInt8(ascii: "<"): ends += 1
        case UInt8(ascii: "("): if before == UInt8(ascii: "]") { mayBeMarkdown = true }
        case UInt8(ascii: "#"), UInt8(ascii: "="): if 0x0A...0x0D ~= before || isFirst { mayBeMarkdown = true }
        case UInt8(ascii: "-"): if isFirst { mayBeMarkdown = true }
        default: break
        }
        // A byte order mark is nothing, as white space is.
        if byte > 0x20, byte != 0xEF, byte != 0xBB, byte != 0xBF { isFirst = false }
        before = byte
      }
    }
  }
}
