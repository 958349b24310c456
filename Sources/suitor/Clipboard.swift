import Glibc

/// The clipboard of the person's own terminal, which may be on another machine.
enum Clipboard {
  /// Gives `words` to it, with the control sequence that most terminals know (OSC 52) and others pass over.
  static func copy(_ words: String) {
    // Linux's own console does not pass over it, and has no clipboard.
    if let name = getenv("TERM"), String(cString: name).hasPrefix("linux") { return }
    Output.write("\u{1B}]52;c;\(base64(Array(words.utf8)))\u{1B}\\")
  }

  /// `bytes` in base 64, in which no byte can be a control character.
  static func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".unicodeScalars)
    var text = String.UnicodeScalarView()
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for index in 0..<3 { bits = bits << 8 | (index < group.count ? Int(group[start + index]) : 0) }
      for index in 0..<4 {
        text.append(index <= group.count ? letters[bits >> (18 - 6 * index) & 63] : "=")
      }
    }
    return String(text)
  }
}
