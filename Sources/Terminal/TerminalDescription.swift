import CNcurses
import Display

/// What terminfo says about the terminal, once `setupterm` has read it.
enum TerminalDescription {
  /// The keys by the bytes that the terminal sends for them.
  static var keys: [[UInt8]: Key] {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in names {
      if let bytes = string(name), !bytes.isEmpty { keys[bytes] = key }
    }
    for number in 1...12 {
      if let bytes = string("kf\(number)"), !bytes.isEmpty { keys[bytes] = .function(number) }
    }
    return keys
  }

  /// The bytes of a capability without the pauses that hardware of old needed; `nil` if there is none.
  static func string(_ name: String) -> [UInt8]? {
    guard let text = tigetstr(name), Int(bitPattern: text) != -1 else { return nil }
    return withoutPauses(Array(String(cString: text).utf8))
  }

  /// The bytes without `$<5*/>` and the like.
  static func withoutPauses(_ bytes: [UInt8]) -> [UInt8] {
    var kept: [UInt8] = []
    var rest = bytes[...]
    while let first = rest.first {
      if first == 0x24, rest.dropFirst().first == 0x3C, let end = rest.firstIndex(of: 0x3E) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(first)
        rest = rest.dropFirst()
      }
    }
    return kept
  }

  /// What turns the marking of pasted text on and off; empty where the terminal may not know it.
  static var pasteMarks: (on: [UInt8], off: [UInt8]) {
    if let on = string("BE"), let off = string("BD") { return (on, off) }
    // Descriptions of terminals that speak ECMA-48 rarely name it; these terminals skip private modes they don't know.
    guard let place = string("cup"), place.starts(with: [0x1B, 0x5B]) else { return ([], []) }
    return (Array("\u{1B}[?2004h".utf8), Array("\u{1B}[?2004l".utf8))
  }

  /// What has the mouse's buttons and wheel reported and what ends it; empty where the terminal knows no mouse.
  ///
  /// Only presses (mode 1000), so that with Shift, which terminals keep for themselves, text can still be selected; with
  /// numbers for columns beyond 223 (mode 1006), which terminals that do not know them leave out.
  static var mouseReports: (on: [UInt8], off: [UInt8]) {
    guard string("kmous") != nil, let place = string("cup"), place.starts(with: [0x1B, 0x5B]) else { return ([], []) }
    return (Array("\u{1B}[?1000h\u{1B}[?1006h".utf8), Array("\u{1B}[?1006l\u{1B}[?1000l".utf8))
  }

  /// Whether the terminal poses as one that has left and right margins: then it can be asked.
  static var mayHaveMargins: Bool { string("smglr")?.starts(with: Array("\u{1B}[?69h".utf8)) ?? false }

  /// What has all rows scroll again and the cursor go home; empty where a terminal says that otherwise than the VT100.
  static var regionReset: [UInt8] {
    string("csr") == Array("\u{1B}[%i%p1%d;%p2%dr".utf8) ? Array("\u{1B}[r".utf8) : []
  }

  /// What gives the screen back after a crash.
  static var farewell: [UInt8] {
    mouseReports.off + pasteMarks.off + regionReset
      + ["rmkx", "sgr0", "op", "cnorm", "rmcup"].flatMap { string($0) ?? [] }
  }

  /// What shortens the output; `nil` for a terminal whose renditions are not those of ECMA-48.
  static var renditionFilter: RenditionFilter? {
    guard let reset = string("sgr0"),
      reset.starts(with: [0x1B, 0x5B]) || reset.starts(with: [0x1B, 0x28, 0x42, 0x1B, 0x5B])
    else { return nil }
    // What takes colours back is told from what sets them only if it says so in the same way.
    if let own = string("op"), Rendition(setBy: own) == nil { return nil }
    // A terminal that can end an underline can end the others.
    var filter = RenditionFilter(
      ends: string("rmul") == Array("\u{1B}[24m".utf8) && string("op") == Array("\u{1B}[39;49m".utf8))
    if string("cud1") == [0x0A] { filter.steps = CursorSteps() }
    return filter
  }

  private static let names: [(String, Key)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
    ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab), ("kdch1", .delete), ("kbs", .backspace), ("kent", .enter),
    ("kLFT3", .altLeft), ("kRIT3", .altRight),
  ]
}
