/// A line of a message's text.
struct MailLine: Equatable {
  /// What the line is by its form.
  enum Form: Equatable {
    case text
    /// A headline, as the mark-up says.
    case heading
    /// A rule between what is above and what is below.
    case rule
  }

  /// How many messages quote it.
  var depth = 0
  var text: String
  var form = Form.text

  /// Whether nothing is on it.
  var isEmpty: Bool {
    guard let byte = text.utf8.first(where: { $0 > 0x20 }) else { return true }
    return byte >= 0x80 && text.allSatisfy(\.isWhitespace)
  }

  /// The lines of plain text; `isFlowed` if a space at a line's end says that the next line goes on (RFC 3676), which
  /// `deletesSpace` is then to be taken out.
  static func lines(_ text: String, isFlowed: Bool, deletesSpace: Bool) -> [MailLine] {
    var lines: [MailLine] = []
    var goesOn = false
    for raw in text.lines {
      var (depth, rest) = quoted(raw, isFlowed: isFlowed)
      guard isFlowed else {
        lines.append(MailLine(depth: depth, text: String(rest)))
        continue
      }
      if rest.first == " " { rest.removeFirst() }
      let isSignature = rest == "-- "
      let flows = rest.last == " " && !isSignature
      if flows, deletesSpace { rest.removeLast() }
      if goesOn, !isSignature, lines.last?.depth == depth {
        lines[lines.count - 1].text += rest
      } else {
        lines.append(MailLine(depth: depth, text: String(rest)))
      }
      goesOn = flows
    }
    return lines
  }

  /// How often `line` is quoted, and what is left without the marks.
  ///
  /// Where lines do not flow, marks may have spaces between.
  private static func quoted(_ line: Substring, isFlowed: Bool) -> (Int, Substring) {
    var depth = 0
    var rest = line
    while rest.utf8.first == 0x3E {
      depth += 1
      rest.removeFirst()
      if !isFlowed, rest.utf8.first == 0x20 { rest.removeFirst() }
    }
    return (depth, rest)
  }
}
