/// `text` with control characters and bidirectional controls as visible marks, and all else as it is.
///
/// For text that leaves for other places than the screen, where what is pasted may be obeyed and what is turned around
/// may be believed.
public func harmless(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 0x00...0x1F, 0x7F:
      scalars.append(contentsOf: GlyphScanner<[UInt8]>.picture(ofControl: UInt8(scalar.value)).unicodeScalars)
    case 0x80...0x9F: scalars.append("\u{FFFD}")
    case 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
      scalars.append(contentsOf: GlyphScanner<[UInt8]>.mark(for: scalar).unicodeScalars)
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}
