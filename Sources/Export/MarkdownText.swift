import Display

/// Text of stories inside Markdown: as plain words, whatever they are made of.
enum MarkdownText {
  /// `text` as one line in which nothing is mark-up, HTML or a link, by CommonMark and GitHub's extensions, wherever in a line
  /// it stands.
  static func plain(_ text: String) -> String {
    let scalars = Array(harmless(text.oneLine).unicodeScalars)
    var plain = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let next = place + 1 < scalars.count ? scalars[place + 1] : nil
      let isFirst = place == 0
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "&", "#", "|", "~", "!", "$", "@", "^":
        plain.append("\\")
      // What makes a line a list, a rule or an underlined heading.
      case "-", "+", "=":
        if isFirst || next == scalar { plain.append("\\") }
      case ".", ")":
        // "1." and "1)" begin a list, and "www." a link.
        let before = scalars[..<place]
        let isNumber = !isFirst && before.count <= 9 && before.allSatisfy { "0"..."9" ~= $0 }
        let isWeb = scalar == "." && before.suffix(3).allSatisfy { $0 == "w" || $0 == "W" } && before.count >= 3
        if isNumber || isWeb { plain.append("\\") }
      case ":":
        // "http://", "mailto:" and "xmpp:" begin a link.
        if next.map({ !$0.properties.isWhitespace && !("0"..."9" ~= $0) }) ?? false { plain.append("\\") }
      default: break
      }
      plain.append(scalar)
    }
    return String(plain)
  }
}
