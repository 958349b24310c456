import Display
import Stories

/// A column of the help: sections of keys and what they do.
struct HelpColumn {
  /// A line of the help.
  enum Line {
    case blank
    case title(String)
    case entry(keys: String, text: String)
  }

  /// The lines, from the top.
  private(set) var lines: [Line]
  /// The columns of the screen that it takes.
  let width: Int
  private let keysWidth: Int

  /// Sets `sections` as wide as they are, or wrapped to `width`.
  init(_ sections: ArraySlice<[Line]>, width: Int? = nil) {
    lines = sections.flatMap { $0 }
    if case .blank = lines.last { lines.removeLast() }
    var keysWidth = 0
    var textWidth = 0
    for case .entry(let keys, let text) in lines {
      keysWidth = max(keysWidth, columns(of: keys))
      textWidth = max(textWidth, columns(of: text))
    }
    self.keysWidth = min(keysWidth, (width ?? .max) / 3)
    self.width = width ?? 2 + keysWidth + 2 + textWidth + 2
    if width != nil { wrap() }
  }

  func draw(from top: Int, x: Int, on paper: inout Paper) {
    for (y, line) in lines.dropFirst(top).prefix(paper.height).enumerated() {
      switch line {
      case .blank: break
      case .title(let title): paper.put(title, x: x + 1, y: y, limit: width - 2, Style(.plain, on: .plain, .bold))
      case .entry(let keys, let text):
        paper.put(keys, x: x + 2, y: y, limit: keysWidth, Style(.accent))
        paper.put(text, x: x + keysWidth + 4, y: y, limit: width - keysWidth - 5)
      }
    }
  }

  /// The sections of the table, then the marks, each with a blank line at its end.
  static func sections(_ keys: KeyMap, _ signs: Signs, _ language: Language) -> [[Line]] {
    var sections = keys.sections.map { section in
      [.title(section.title[language])] + entries(section.bindings, language) + [.blank]
    }
    var marks: [Line] = [.title(Phrase.marks[language])]
    for certainty in Claim.Certainty.allCases where certainty != .asked {
      // A question has the mark of what is uncertain.
      let alike = Claim.Certainty.allCases.filter { $0.mark == certainty.mark }
      let mark = certainty.mark.map { String($0) } ?? Phrase.none[language]
      marks.append(.entry(keys: mark, text: alike.map { $0.wording[language] }.joined(separator: ", ")))
    }
    marks.append(.entry(keys: String(Claim.doubtMark), text: Phrase.doubtfulBelow[language]))
    marks.append(.entry(keys: signs.bar, text: Phrase.currentClaim[language]))
    marks.append(.entry(keys: signs.involved, text: Phrase.ofCurrentClaim[language]))
    sections.append(marks)
    return sections
  }

  /// Lines of the table that do and say the same share a line of the help.
  private static func entries(_ bindings: [KeyMap.Binding], _ language: Language) -> [Line] {
    var entries: [Line] = []
    var before: KeyMap.Binding?
    for binding in bindings where !binding.keys.isEmpty {
      var keys = binding.shownKeys(language).map { $0.name(language) }.joined(separator: " ")
      if before?.action == binding.action, before?.help == binding.help, case .entry(let first, _) = entries.last {
        entries.removeLast()
        keys = first + " " + keys
      }
      entries.append(.entry(keys: keys, text: binding.help[language]))
      before = binding
    }
    return entries
  }

  /// Breaks what is longer than the column.
  private mutating func wrap() {
    lines = lines.flatMap { line -> [Line] in
      guard case .entry(let keys, let text) = line else { return [line] }
      let bytes = Array(text.utf8)
      var parts: [WrappedLine] = []
      Wrapping.wrap(bytes, 0..<bytes.count, width: width - keysWidth - 5, into: &parts)
      return parts.enumerated().map { number, part in
        .entry(keys: number == 0 ? keys : "", text: String(decoding: bytes[part.bytes], as: UTF8.self))
      }
    }
  }
}
