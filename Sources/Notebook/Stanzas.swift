import Stories

/// Paragraphs of `Field: value` lines, much as Debian's control files have them (deb-control(5)).
///
/// A line that begins with a blank goes on with the value of the line before; of what it then says, "." alone is an empty line, and a
/// "." before another one is left out. Lines that begin with "#" are comments. An empty line, without blanks, ends a paragraph.
struct Stanzas {
  struct Stanza {
    /// The number of its first line, from 1.
    var line: Int
    var fields: [Field]

    func first(_ name: String) -> Field? { fields.first { $0.name == name } }
  }

  struct Field {
    var name: String
    var value: String
    var line: Int
  }

  /// The paragraphs that are whole.
  private(set) var all: [Stanza] = []
  private(set) var problems: [NotebookProblem] = []
  /// Whether the last paragraph has no empty line behind it, so that nobody knows whether its end is missing.
  private(set) var isTorn = false

  init(_ bytes: ArraySlice<UInt8>) {
    var current = Stanza(line: 0, fields: [])
    // A paragraph with a line that is none says something else than was meant.
    var isDamaged = false
    var number = 0
    var rest = bytes
    while let end = rest.firstIndex(of: 0x0A) {
      number += 1
      var line = rest[..<end]
      rest = rest[(end + 1)...]
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty {
        if !current.fields.isEmpty, !isDamaged { all.append(current) }
        current = Stanza(line: 0, fields: [])
        isDamaged = false
        continue
      }
      if line.first == UInt8(ascii: "#") { continue }
      if current.line == 0 { current.line = number }
      if isDamaged { continue }
      if line.first == 0x20 || line.first == 0x09, !current.fields.isEmpty {
        var words = line.dropFirst()
        if words.first == UInt8(ascii: ".") { words.removeFirst() }
        current.fields[current.fields.count - 1].value += "\n" + String(decoding: words, as: UTF8.self)
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 | 0x20 &- 0x61 < 26 || $0 == UInt8(ascii: "-") })
      {
        var value = line[(colon + 1)...]
        if value.first == 0x20 { value.removeFirst() }
        current.fields.append(
          Field(
            name: String(decoding: line[..<colon], as: UTF8.self), value: String(decoding: value, as: UTF8.self),
            line: number))
      } else {
        isDamaged = true
        problems.append(.noField(line: number))
      }
    }
    if !rest.isEmpty || current.line > 0 {
      isTorn = true
      problems.append(.torn(line: current.line > 0 ? current.line : number + 1))
    }
  }

  /// A field as it is written, with its line end.
  static func line(_ name: String, _ value: String) -> String {
    var text = name + ":"
    for (number, line) in value.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let words = harmless(line)
      if number == 0 {
        text += words.isEmpty ? "" : " " + words
      } else {
        text += "\n " + (words.isEmpty || words.hasPrefix(".") ? "." : "") + words
      }
    }
    return text + "\n"
  }

  /// `text` without control characters, which nobody means and a terminal would obey.
  private static func harmless(_ text: Substring) -> String {
    var plain = ""
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value {
        plain += " "
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }
}

/// A paragraph of a notebook that says nothing sensible.
public struct NotebookProblem: Hashable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// What is wrong with it, without a stop.
  public var wording: Wording

  static func noField(line: Int) -> Self {
    Self(
      line: line,
      wording: Wording(
        english: "this is no “Field: value”; its paragraph is left out",
        french: "ce n’est pas « Champ: valeur » ; le paragraphe est omis"))
  }

  static func torn(line: Int) -> Self {
    Self(
      line: line,
      wording: Wording(
        english: "this paragraph is not finished by an empty line; it is left out",
        french: "aucune ligne vide ne finit ce paragraphe ; il est omis"))
  }
}
