/// How Outlook packs the rich text of a message: bytes as they are, and places among the last 4,096 to repeat from.
enum PackedRichText {
  /// The text in `packed`; `nil` if it is nothing of the kind.
  ///
  /// Of one that is cut short what comes before the cut is there.
  static func unpacked(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
    var reader = LittleEndian(packed)
    guard reader.number(4) != nil, let size = reader.number(4), let form = reader.number(4), reader.number(4) != nil
    else { return nil }
    switch form {
    case 0x414C_454D: return Array(reader.left.prefix(size))
    case 0x7546_5A4C: return unpacked(reader, size: size)
    default: return nil
    }
  }

  private static func unpacked(_ reader: LittleEndian, size: Int) -> [UInt8] {
    var reader = reader
    var recent = [UInt8](repeating: 0, count: 4096)
    recent.replaceSubrange(0..<start.count, with: start)
    var place = start.count
    var text: [UInt8] = []
    func put(_ byte: UInt8) {
      recent[place] = byte
      place = (place + 1) & 4095
      text.append(byte)
    }
    while text.count < size, let forms = reader.number(1) {
      for bit in 0..<8 where text.count < size {
        if forms >> bit & 1 == 0 {
          guard let byte = reader.number(1) else { return text }
          put(UInt8(byte))
        } else {
          guard let high = reader.number(1), let low = reader.number(1) else { return text }
          let from = high << 4 | low >> 4
          // The end is marked by what would repeat itself.
          if from == place { return text }
          for i in 0..<(low & 15) + 2 { put(recent[(from + i) & 4095]) }
        }
      }
    }
    return text
  }

  /// What the bytes before the first are taken to be.
  private static let start = Array(
    ("{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor "
      + "MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20"
      + "\\b\\i\\u\\tab\\tx").utf8)
}
