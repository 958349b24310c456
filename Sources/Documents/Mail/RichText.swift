import Stories

/// The words of a text in RTF, without its looks, as Outlook keeps the text of a message.
struct RichText {
  /// The words, with an empty line after each paragraph; or the page that Outlook made rich text of, as HTML.
  var text: String { String(decoding: written, as: UTF8.self) }
  /// Whether it is a page.
  private(set) var isPage = false

  /// Whether it was plain text, of which each line became a paragraph.
  private var isOfLines = false
  private var written: [UInt8] = []
  private var groups: [Group] = [Group()]
  private var charset = Charset.windows1252
  /// Bytes in `charset` that are still to be taken as characters, since one may have several.
  private var bytes: [UInt8] = []
  /// The same of what is written as numbers, of which one character may need two.
  private var units: [UInt16] = []
  /// How many characters follow that only say the last one again, for programs that do not know it.
  private var spare = 0

  /// What holds between two braces.
  private struct Group {
    /// Whether it is none of the text.
    var isHidden = false
    /// Whether it is a piece of the page, which it always shows.
    var isTag = false
    /// Whether the page had it not: Outlook has added it for the looks.
    var isAdded = false
    /// Whether it is for programs that know it.
    var isOptional = false
    var spare = 1
  }

  /// Reads `source`, which may be cut short or broken anywhere.
  init(_ source: [UInt8]) {
    var left = source[...]
    while let byte = left.popFirst() {
      switch byte {
      case 0x7B:
        settle()
        // No writer goes so deep; what does is passed over as it is.
        if groups.count < 1000, let last = groups.last { groups.append(last) }
      case 0x7D:
        settle()
        if groups.count > 1 { groups.removeLast() }
      case 0x5C: readControl(&left)
      case 0x0A, 0x0D: break
      default: put(byte)
      }
    }
    settle()
  }

  // MARK: - Controls

  private mutating func readControl(_ left: inout ArraySlice<UInt8>) {
    guard let first = left.first else { return }
    guard first | 0x20 >= 0x61, first | 0x20 <= 0x7A else {
      left.removeFirst()
      switch first {
      case 0x27:
        if let byte = UInt8(String(decoding: left.prefix(2), as: UTF8.self), radix: 16) { put(byte) }
        left = left.dropFirst(2)
      case 0x2A: groups[groups.count - 1].isOptional = true
      case 0x7E: put("\u{A0}")
      case 0x5F: put("-")
      case 0x0A, 0x0D: put("\n")
      case 0x5C, 0x7B, 0x7D: put(first)
      default: break
      }
      return
    }
    let name = left.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    left = left.dropFirst(name.count)
    let isNegative = left.first == 0x2D
    let digits = left.dropFirst(isNegative ? 1 : 0).prefix(10).prefix { 0x30...0x39 ~= $0 }
    let number = Int(String(decoding: digits, as: UTF8.self)).map { isNegative ? -$0 : $0 }
    if number != nil { left = left[digits.endIndex...] }
    if left.first == 0x20 { left.removeFirst() }
    obey(String(decoding: name, as: UTF8.self), number, &left)
  }

  private mutating func obey(_ name: String, _ number: Int?, _ left: inout ArraySlice<UInt8>) {
    let isOptional = groups[groups.count - 1].isOptional
    groups[groups.count - 1].isOptional = false
    switch name {
    case "par", "sect": put(isOfLines || isPage ? "\n" : "\n\n")
    case "line", "page", "row": put("\n")
    case "tab", "cell": put("\t")
    case "emdash": put("—")
    case "endash": put("–")
    case "bullet": put("•")
    case "lquote": put("‘")
    case "rquote": put("’")
    case "ldblquote": put("“")
    case "rdblquote": put("”")
    case "u":
      if let number, isShown { put(unit: UInt16(truncatingIfNeeded: number)) }
      spare = groups[groups.count - 1].spare
    case "uc": groups[groups.count - 1].spare = min(max(0, number ?? 1), 16)
    case "ansicpg": charset = number == 65001 ? .utf8 : Charset(label: "windows-\(number ?? 1252)") ?? charset
    case "mac": charset = .macRoman
    case "bin": left = left.dropFirst(max(0, number ?? 0))
    case "fromhtml": isPage = true
    case "fromtext": isOfLines = true
    case "htmlrtf": groups[groups.count - 1].isAdded = number != 0
    case "htmltag" where isOptional: groups[groups.count - 1].isTag = true
    case _ where isOptional || Self.hidden.contains(name): groups[groups.count - 1].isHidden = true
    default: break
    }
  }

  /// Groups that hold no text, by the word that they begin with.
  private static let hidden: Set = [
    "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
    "footerl", "footerr", "footerf", "footnote", "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore",
    "latentstyles", "fldinst", "pntext",
  ]

  // MARK: - Characters

  private var isShown: Bool {
    let group = groups[groups.count - 1]
    return group.isTag ? isPage : !group.isHidden && !group.isAdded
  }

  private mutating func put(_ byte: UInt8) {
    if spare > 0 {
      spare -= 1
    } else if isShown {
      if !units.isEmpty { settle() }
      bytes.append(byte)
    }
  }

  private mutating func put(_ text: String) {
    guard isShown else { return }
    settle()
    written += text.utf8
  }

  private mutating func put(unit: UInt16) {
    if !bytes.isEmpty { settle() }
    units.append(unit)
  }

  /// Writes what was put down so far.
  private mutating func settle() {
    spare = 0
    if !bytes.isEmpty { written += charset.decode(bytes) }
    if !units.isEmpty { written += String(decoding: units, as: UTF16.self).utf8 }
    (bytes, units) = ([], [])
  }
}
