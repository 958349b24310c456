/// A page of a manual in the man macros of roff, which man and mandoc set.
struct Roff {
  /// The page.
  private(set) var text: String

  /// Begins the page called `name` of a `section`; `date` is a day, `title` what stands above each page.
  init(_ name: String, section: Int, date: String, title: String) {
    text = ".\\\" Made from the program's own tables; see Tests/CommandTests/ManualTests.swift.\n"
    text += ".TH \(name.uppercased()) \(section) \(date) \"suitor \(Help.version)\" \"\(Self.plain(title))\"\n"
  }

  /// Begins a section.
  mutating func section(_ title: String) { text += ".SH \(Self.plain(title.uppercased()))\n" }

  /// Begins a part of a section.
  mutating func part(_ title: String) { text += ".SS \(Self.plain(title))\n" }

  /// A paragraph.
  mutating func paragraph(_ words: String) {
    begin()
    text += Self.line(words)
  }

  /// An entry of a list: what it is called, in bold, and what there is to say of it.
  mutating func entry(_ name: String, _ words: String) { text += ".TP\n.B \(Self.plain(name))\n" + Self.line(words) }

  /// Lines as they are.
  mutating func example(_ lines: String) {
    begin()
    text += ".nf\n.RS 4\n"
    for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
      text += line.isEmpty ? "\\&\n" : Self.line(String(line))
    }
    text += ".RE\n.fi\n"
  }

  /// Ends the paragraph before; what follows a heading needs no mark of its own.
  private mutating func begin() {
    let last = text.split(separator: "\n").last ?? ""
    if !last.hasPrefix(".SH"), !last.hasPrefix(".SS") { text += ".PP\n" }
  }

  /// `words` as a line that is no request.
  private static func line(_ words: String) -> String {
    words.split(separator: "\n").map { line in
      let line = plain(String(line))
      return (line.hasPrefix(".") || line.hasPrefix("'") ? "\\&" : "") + line + "\n"
    }.joined()
  }

  /// `words` with what roff would take for something else.
  private static func plain(_ words: String) -> String {
    words.reduce(into: "") { plain, letter in
      switch letter {
      case "\\": plain += "\\e"
      // A hyphen that one can type, not one that is set.
      case "-": plain += "\\-"
      case "\"": plain += "\\(dq"
      case "'": plain += "\\(aq"
      case "`": plain += "\\(ga"
      case "^": plain += "\\(ha"
      case "~": plain += "\\(ti"
      default: plain.append(letter)
      }
    }
  }
}
