/// The clipboard of the person's own terminal, which may be on another machine.
///
/// It is reached by the control sequence OSC 52, which most terminals know and others pass over. Words travel in base 64,
/// in which no byte can be a control character.
enum Clipboard {
  /// The most bytes of words that are sent: with base 64 that stays below the 74,994 characters that the strictest
  /// terminals take.
  static let limit = 48 << 10
  /// The most bytes of one control string that GNU screen hands on.
  private static let screenLimit = 252

  /// What a terminal is sent.
  struct Message: Equatable {
    /// What stands between the program and the clipboard.
    var way: ClipboardWay
    /// The bytes to write.
    var bytes: [UInt8]
    /// Whether the end of the words was left out.
    var isCut: Bool
  }

  /// What gives `words` to the clipboard; `nil` if the terminal cannot have one.
  ///
  /// `term`, `tmux` and `sty` are the environment's variables of these names.
  static func message(_ words: String, term: String, tmux: String?, sty: String?) -> Message? {
    // Linux's own console does not pass over it, and the terminals of old may show it.
    if term.hasPrefix("linux") || term.hasPrefix("vt") || term == "ansi" { return nil }
    let bytes = kept(words)
    let isCut = bytes.count < words.utf8.count
    let sequence = Array("\u{1B}]52;c;\(base64(bytes))".utf8)
    if tmux?.isEmpty == false {
      // tmux itself listens if its set-clipboard is on, and hands on what is wrapped if its allow-passthrough is.
      let wrapped = Array("\u{1B}Ptmux;\u{1B}".utf8) + sequence + Array("\u{07}\u{1B}\\".utf8)
      return Message(way: .tmux, bytes: sequence + Array("\u{1B}\\".utf8) + wrapped, isCut: isCut)
    }
    if sty?.isEmpty == false {
      // screen hands on what is wrapped, but not much in one piece.
      var all: [UInt8] = []
      var rest = (sequence + [0x07])[...]
      while !rest.isEmpty {
        all += [0x1B, 0x50] + rest.prefix(screenLimit) + [0x1B, 0x5C]
        rest = rest.dropFirst(screenLimit)
      }
      return Message(way: .screen, bytes: all, isCut: isCut)
    }
    return Message(way: .terminal, bytes: sequence + Array("\u{1B}\\".utf8), isCut: isCut)
  }

  /// The bytes of `words` up to the limit, and no part of a character.
  private static func kept(_ words: String) -> [UInt8] {
    let bytes = Array(words.utf8)
    guard bytes.count > limit else { return bytes }
    var end = limit
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return Array(bytes[..<end])
  }

  /// `bytes` in base 64.
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

/// What stands between the program and a clipboard.
public enum ClipboardWay: Hashable, Sendable {
  /// The terminal itself.
  case terminal
  /// tmux, GNU screen.
  case tmux, screen
}

extension Terminal {
  /// Gives `words` to the terminal's clipboard, as much of them as terminals take; no terminal says whether it did.
  ///
  /// Returns what stands in between and whether the end was cut off; `nil` if the terminal cannot have a clipboard.
  public func copy(_ words: String) -> (way: ClipboardWay, isCut: Bool)? {
    let message = Clipboard.message(
      words, term: Environment["TERM"] ?? "", tmux: Environment["TMUX"], sty: Environment["STY"])
    guard let message else { return nil }
    send(message.bytes)
    return (message.way, message.isCut)
  }
}
