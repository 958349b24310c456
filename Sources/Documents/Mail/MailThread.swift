/// Which of the messages that a message's text holds, its own and those that it forwards or answers, is the story.
struct MailThread {
  /// What the text says of the message that it forwards.
  struct Header: Equatable {
    var from: String?
    var date: String?
    var subject: String?
  }

  /// The lines of the story.
  var lines: [MailLine]
  /// What is said of the message that the story is in, if it is not the outermost.
  var header = Header()

  /// Finds the story in `lines`: of what somebody writes and what is forwarded or answered below, the longer, and the same
  /// again of that.
  init(_ lines: [MailLine]) {
    self.lines = lines
    // Nobody forwards what was forwarded more often.
    for _ in 0..<16 {
      self.lines = Self.withoutSignature(self.lines)
      guard let (own, other, header) = Self.divide(self.lines) else { break }
      if Self.weight(own) >= Self.weight(other) {
        self.lines = own
        break
      }
      self.lines = other
      self.header = Header(
        from: header.from ?? self.header.from, date: header.date ?? self.header.date,
        subject: header.subject ?? self.header.subject)
    }
    self.lines = Self.withoutSignature(self.lines)
  }

  /// How many letters lines have.
  private static func weight(_ lines: [MailLine]) -> Int {
    lines.reduce(0) { $0 + $1.text.utf8.reduce(0) { $0 + ($1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) } }
  }

  /// `lines` at the first line that says that another message follows.
  private static func divide(_ lines: [MailLine]) -> (own: [MailLine], other: [MailLine], header: Header)? {
    var i = 0
    while i < lines.count {
      defer { i += 1 }
      let line = lines[i]
      if line.isEmpty { continue }
      if line.depth > 0 { return apart(lines, from: i) }
      let marked = ForwardMarks.isMark(line.text)
      if let (header, end) = ForwardMarks.header(lines, at: marked ? i + 1 : i, isMarked: marked) {
        return (own(lines[..<i]), Self.other(lines[end...]), header)
      }
      if marked { return (own(lines[..<i]), Self.other(lines[(i + 1)...]), Header()) }
      if let end = ForwardMarks.attribution(lines, at: i) {
        var (own, other, header) = apart(lines, from: end)
        own.removeSubrange(i..<min(end, own.count))
        // Where a page is quoted, no line has marks: all that follows is.
        if other.isEmpty { (own, other) = (Array(lines[..<i]), Array(lines[end...])) }
        return (own, other, header)
      }
    }
    return nil
  }

  /// The lines that are quoted from `start` on, without one mark, and all others.
  private static func apart(_ lines: [MailLine], from start: Int) -> ([MailLine], [MailLine], Header) {
    var own = Array(lines[..<start])
    var other: [MailLine] = []
    for line in lines[start...] {
      if line.depth > 0 {
        other.append(MailLine(depth: line.depth - 1, text: line.text, form: line.form))
      } else {
        own.append(line)
        if other.last.map({ !$0.isEmpty }) ?? false { other.append(MailLine(text: "")) }
      }
    }
    return (own, other, Header())
  }

  /// What stands above a message that is forwarded: a rule above its header is none of it.
  private static func own(_ lines: ArraySlice<MailLine>) -> [MailLine] {
    var lines = lines
    while let last = lines.last, last.isEmpty || Newsletter.isRule(last) { lines.removeLast() }
    return Array(lines)
  }

  /// A message that is forwarded, without marks that all of it may have, up to the line that says where it ends.
  private static func other(_ lines: ArraySlice<MailLine>) -> [MailLine] {
    let end = lines.firstIndex { ForwardMarks.isEnd($0.text) } ?? lines.endIndex
    let lines = lines[..<end]
    let depth = lines.lazy.filter { !$0.isEmpty }.map(\.depth).min() ?? 0
    return lines.map { MailLine(depth: max(0, $0.depth - depth), text: $0.text, form: $0.form) }
  }

  /// `lines` without what follows "-- ", in each message that is quoted too.
  private static func withoutSignature(_ lines: [MailLine]) -> [MailLine] {
    var kept: [MailLine] = []
    var cut: Int?
    for (i, line) in lines.enumerated() {
      if let depth = cut {
        if line.depth == depth, !ForwardMarks.isMark(line.text), ForwardMarks.attribution(lines, at: i) == nil {
          continue
        }
        cut = nil
      }
      if line.text == "-- " || line.text == "--", kept.contains(where: { $0.depth == line.depth && !$0.isEmpty }) {
        cut = line.depth
      } else {
        kept.append(line)
      }
    }
    return kept
  }
}

/// The lines by which mail programs say that another message follows.
enum ForwardMarks {
  /// Whether `line` says that a message is forwarded, or is below.
  static func isMark(_ line: String) -> Bool {
    let words = bare(line)
    return marks.contains(words) || words.hasPrefix("forwarded by ") || words.hasPrefix("transmis par ")
  }

  /// Whether `line` says that the message that was forwarded ends.
  static func isEnd(_ line: String) -> Bool { ends.contains(bare(line)) }

  /// A line in lower case without the strokes around it and the colon at its end.
  private static func bare(_ line: String) -> String {
    guard line.utf8.count <= 160, words.stand(in: line) else { return "" }
    return line.lowercased().with("’", as: "'")
      .split { $0.isWhitespace || "-_=*:".contains($0) }
      .joined(separator: " ")
  }

  /// Words of which each mark has one.
  private static let words = Phrases([
    "essage", "orward", "riginal", "ourriel", "ransmi", "mail", "achricht", "ESSAGE", "ORWARD",
  ])
  private static let marks: Set = [
    "forwarded message", "original message", "begin forwarded message", "original appointment", "message transféré",
    "message d'origine", "message original", "message initial", "message transmis", "message réexpédié",
    "début du message réexpédié", "début du message transféré", "courriel transféré", "courriel d'origine",
    "e mail transféré", "e mail d'origine", "weitergeleitete nachricht",
  ]
  private static let ends: Set = [
    "end forwarded message", "end of forwarded message", "fin du message transféré", "fin du message réexpédié",
  ]

  /// Where the line or lines at `i` end that say who wrote what is quoted below: "On … wrote:", "Le … a écrit :".
  static func attribution(_ lines: [MailLine], at i: Int) -> Int? {
    // Hardly any line ends in a colon.
    guard lines[i..<min(i + 3, lines.count)].contains(where: { mayEndInColon($0.text) }) else { return nil }
    var text = ""
    for end in i..<min(i + 3, lines.count) {
      if lines[end].isEmpty || lines[end].depth != lines[i].depth { return nil }
      text += (text.isEmpty ? "" : " ") + PlainParagraphs.words(lines[end].text)
      if text.utf8.count > 400 { return nil }
      guard let last = text.utf8.last, last == 0x3A else { continue }
      let bare = text.lowercased().with("\u{A0}", as: " ").with("\u{202F}", as: " ")
      guard bare.hasSuffix("wrote:") || bare.hasSuffix("a écrit :") || bare.hasSuffix("a écrit:") else { continue }
      let next = lines[(end + 1)...].first { !$0.isEmpty }
      let isQuoted = (next?.depth ?? 0) > lines[i].depth
      let isDated =
        bare.contains("@") || bare.contains(":") && bare.dropLast().contains { $0.isNumber } && hasTime(bare)
      return isQuoted || isDated ? end + 1 : nil
    }
    return nil
  }

  /// Whether a colon, or what may be white space beyond ASCII, is the last that shows of a line.
  private static func mayEndInColon(_ line: String) -> Bool {
    guard let last = line.utf8.last(where: { $0 > 0x20 }) else { return false }
    return last == 0x3A || last >= 0x7F
  }

  private static func hasTime(_ text: String) -> Bool {
    text.split { !($0.isNumber || $0 == ":" || $0 == "h") }.contains { word in
      let parts = word.split { $0 == ":" || $0 == "h" }
      return parts.count >= 2 && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isNumber) }
    }
  }

  // MARK: - The header of a message that is forwarded

  private enum Field { case from, date, subject, other }

  private static let labels: [String: Field] = [
    "from": .from, "de": .from, "expéditeur": .from, "date": .date, "sent": .date, "envoyé": .date, "envoyé le": .date,
    "subject": .subject, "objet": .subject, "sujet": .subject, "to": .other, "à": .other, "a": .other, "pour": .other,
    "cc": .other, "bcc": .other, "cci": .other, "reply-to": .other, "répondre à": .other, "destinataire": .other,
    "destinataires": .other, "importance": .other, "attachments": .other, "pièces jointes": .other,
  ]

  /// The fields of the message that begins at `start`, and where they end; `nil` if there are none.
  ///
  /// Where no mark stands above, they must be those that mail programs write.
  static func header(_ lines: [MailLine], at start: Int, isMarked: Bool) -> (MailThread.Header, Int)? {
    if !isMarked, !lines[start].text.utf8.prefix(64).contains(0x3A) { return nil }
    var found: [(Field, String)] = []
    var end = start
    var i = start
    var empty = 0
    while i < lines.count, found.count < 12 {
      let text = PlainParagraphs.words(lines[i].text)
      if text.isEmpty {
        empty += 1
        // Above the first field there may be a line or two; fields may be paragraphs each.
        if empty > 2 { break }
      } else {
        let fields = Self.fields(text)
        if !fields.isEmpty {
          found += fields
          end = i + 1
        } else if empty == 0, !found.isEmpty, i == end, found.last?.0 != .subject || text.count < 60,
          text.count < 200
        {
          // A field of several lines.
          found[found.count - 1].1 += " " + text
          end = i + 1
        } else {
          break
        }
        empty = 0
      }
      i += 1
    }
    func first(_ field: Field) -> String? { found.first { $0.0 == field }?.1 }
    let header = MailThread.Header(
      from: first(.from), date: first(.date).flatMap { WrittenDay.find(in: $0) }, subject: first(.subject))
    guard header.from != nil || isMarked && header.subject != nil, first(.date) != nil || first(.subject) != nil else {
      return nil
    }
    if !isMarked, found.count < 3 { return nil }
    return (header, end)
  }

  /// The fields of a line; several if a page's lines were put into one.
  private static func fields(_ line: String) -> [(Field, String)] {
    guard line.utf8.prefix(24).contains(0x3A) else { return [] }
    let line = line.with("*", as: "").with("\u{A0}", as: " ")
    guard let (field, value) = field(line[...]) else { return [] }
    let parts = split(value)
    var fields: [(Field, String)] = [(field, "")]
    for (i, part) in parts.enumerated() {
      var text = part
      var next: Field?
      if i + 1 < parts.count {
        let words = part.split(separator: " ")
        for count in [2, 1] where next == nil && words.count > count {
          let label = words.suffix(count).joined(separator: " ")
          // Only one that begins with a capital begins a field.
          if let kind = labels[label.lowercased()], label.first!.isUppercase {
            next = kind
            text = part.prefix(upTo: words[words.count - count].startIndex)
          }
        }
      }
      let old = fields[fields.count - 1].1
      fields[fields.count - 1].1 = old.isEmpty ? PlainParagraphs.words(text) : old + ": " + PlainParagraphs.words(text)
      if let next { fields.append((next, "")) }
    }
    return fields
  }

  /// `value` at each colon before a space.
  private static func split(_ value: Substring) -> [Substring] {
    var parts: [Substring] = []
    var rest = value
    while let colon = rest.place(of: ": ") {
      parts.append(rest[..<colon.lowerBound])
      rest = rest[colon.upperBound...]
    }
    return parts + [rest]
  }

  private static func field(_ line: Substring) -> (Field, Substring)? {
    guard let colon = line.prefix(20).firstIndex(of: ":") else { return nil }
    let label = line[..<colon].lowercased().split(separator: " ").joined(separator: " ")
    return labels[label].map { ($0, line[line.index(after: colon)...].drop { $0 == " " }) }
  }
}
