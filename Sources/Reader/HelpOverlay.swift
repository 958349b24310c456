import Display
import Stories

/// All keys by section, and what the marks in the margin mean.
enum HelpOverlay {
  /// A line of the help.
  enum Line {
    case blank
    case title(String)
    case entry(keys: String, text: String)
  }

  /// All lines: the sections of the table, then the marks.
  static func lines(_ state: ReaderState) -> [Line] {
    let language = state.language
    var lines: [Line] = []
    for section in KeyMap.sections {
      lines.append(.title(section.title[language]))
      for binding in section.bindings {
        let keys = binding.shownKeys(language).map { $0.name(language) }.joined(separator: " ")
        lines.append(.entry(keys: keys, text: binding.help[language]))
      }
      lines.append(.blank)
    }
    lines.append(.title(Phrase.marks[language]))
    for certainty in Claim.Certainty.allCases {
      let mark = certainty.mark == " " ? Phrase.none[language] : certainty.mark
      lines.append(.entry(keys: mark, text: certainty.name(language)))
    }
    lines.append(.entry(keys: "▐", text: Phrase.currentClaim[language]))
    lines.append(.entry(keys: "▸", text: Phrase.ofCurrentClaim[language]))
    return lines
  }

  /// The lines that show at once.
  static func rows(_ state: ReaderState) -> Int { max(1, rect(state).height - 2) }

  private static func rect(_ state: ReaderState) -> Rect {
    let size = state.size
    let width = min(size.width, 84)
    let height = min(lines(state).count + 2, size.height - 2)
    return Rect(x: (size.width - width) / 2, y: max(1, (size.height - height) / 2), width: width, height: height)
  }

  static func draw(_ state: ReaderState, on frame: inout Frame) {
    guard case .help(let top) = state.overlay else { return }
    let rect = rect(state)
    let lines = lines(state)
    var paper = Paper(box: rect, title: Phrase.keys[state.language])
    let keysWidth = paper.width < 60 ? 12 : 22
    for (y, line) in lines.dropFirst(top).prefix(paper.height).enumerated() {
      switch line {
      case .blank: break
      case .title(let title): paper.put(title, x: 1, y: y, Style(.plain, on: .plain, .bold))
      case .entry(let keys, let text):
        paper.put(keys, x: 2, y: y, limit: keysWidth, Style(.accent))
        paper.put(text, x: keysWidth + 3, y: y, limit: paper.width - keysWidth - 4)
      }
    }
    if lines.count > paper.height {
      let percent = min(100, (top + paper.height) * 100 / lines.count)
      paper.canvas.put(" \(percent)% ", x: rect.width - 8, y: rect.height - 1, style: Style(.focusedBorder))
    }
    frame.layers.append(Frame.Layer(name: "help", origin: Point(x: rect.x, y: rect.y), canvas: paper.canvas))
    frame.cursor = Point(x: rect.x + 2, y: rect.y + 1)
  }
}
