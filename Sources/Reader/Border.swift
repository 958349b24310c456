import Display

/// The line around a pane, heavy around the one with the focus, with its number and title.
enum Border {
  static func draw(on paper: inout Paper, _ pane: Pane, _ state: ReaderState, _ form: PaneLayout.Form) {
    if state.plain {
      paper.canvas.put(fitted(state.selectionInWords, paper.canvas.size.width - 2), x: 1, y: 0, style: titleStyle(true))
      return
    }
    if form == .single { return strip(on: &paper, state) }
    draw(on: &paper.canvas, pane, state)
  }

  private static func draw(on canvas: inout Canvas, _ pane: Pane, _ state: ReaderState) {
    let focused = pane == state.focus
    let line = box(on: &canvas, heavy: focused)
    let title = " \(pane.number) \(pane.phrase[state.language]) "
    canvas.put(title, x: 2, y: 0, limit: canvas.size.width - 4, style: titleStyle(focused))
    if pane == .article, let place = state.view?.placeInPercent, canvas.size.width > 16 {
      canvas.put(" \(place)% ", x: canvas.size.width - 8, y: canvas.size.height - 1, style: line)
    }
  }

  /// A box along the edge of `canvas`, without the line below if it is `open`; returns its style.
  @discardableResult
  static func box(on canvas: inout Canvas, heavy: Bool, open: Bool = false) -> Style {
    let style = Style(heavy ? .focusedBorder : .border)
    let (width, height) = (canvas.size.width, canvas.size.height)
    guard width >= 2, height >= 2 else { return style }
    let edges: (Character, Character, Character, Character, Character, Character) =
      heavy ? ("┏", "━", "┓", "┃", "┗", "┛") : ("┌", "─", "┐", "│", "└", "┘")
    for x in 1..<max(1, width - 1) {
      put(edges.1, x, 0)
      if !open { put(edges.1, x, height - 1) }
    }
    for y in 1..<max(1, open ? height : height - 1) {
      put(edges.3, 0, y)
      put(edges.3, width - 1, y)
    }
    put(edges.0, 0, 0)
    put(edges.2, width - 1, 0)
    if open { return style }
    put(edges.4, 0, height - 1)
    put(edges.5, width - 1, height - 1)
    return style

    // Glyph by glyph, since these need no sanitising: every frame draws hundreds of them.
    func put(_ line: Character, _ x: Int, _ y: Int) {
      canvas.put(Glyph(character: line, columns: 1), x: x, y: y, style: style)
    }
  }

  /// The titles of all panes in one row, above the only pane that shows.
  private static func strip(on paper: inout Paper, _ state: ReaderState) {
    let width = paper.canvas.size.width
    paper.canvas.put(String(repeating: "━", count: width), x: 0, y: 0, style: Style(.focusedBorder))
    let panes: [Pane] = PaneLayout.hasClaims(state.size) ? Pane.allCases : [.parties, .article, .sources]
    let names = panes.map { "\($0.number) \($0.phrase[state.language])" }
    // Where not all names fit, the others keep their numbers.
    let short = names.reduce(1) { $0 + columns(of: $1) + 3 } > width - 6
    var x = 1
    for (pane, name) in zip(panes, names) {
      let focused = pane == state.focus
      let text = short && !focused ? "\(pane.number)" : name
      let start = x
      x = paper.canvas.put(focused ? "┫\(text)┣" : " \(text) ", x: x, y: 0, style: titleStyle(focused)) + 1
      paper.targets.append(
        PlacedTarget(place: Rect(x: start, y: 0, width: x - 1 - start, height: 1), target: .action(pane.action)))
    }
    if state.focus == .article, let place = state.view?.placeInPercent, x + 6 < width {
      paper.canvas.put(" \(place)% ", x: width - 7, y: 0, style: Style(.focusedBorder))
    }
  }

  private static func titleStyle(_ focused: Bool) -> Style {
    focused ? Style(.accent, on: .plain, .bold) : Style(.muted)
  }
}

extension StoryView {
  /// How much of the article was in view, right-aligned, once it does not fit; `nil` if it does.
  var placeInPercent: String? {
    guard page.lines.count > visibleHeight else { return nil }
    let percent = String(min(100, (top + visibleHeight) * 100 / page.lines.count))
    return String(repeating: " ", count: 3 - percent.count) + percent
  }
}
