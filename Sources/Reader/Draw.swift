import Display
import Stories

extension ReaderState {
  /// The picture of the state: each pane and each overlay is a layer with a name of its own.
  public func draw() -> Frame {
    let layout = panes
    guard layout.form != .none else { return drawTooSmall() }
    var frame = Frame(size: size)
    frame.layers.append(StatusLine.layer(self))
    for pane in Pane.allCases {
      guard let rect = layout.frames[pane], let inner = layout.inner(pane) else { continue }
      var canvas = Canvas(rect.size)
      Border.draw(on: &canvas, pane, self, layout.form)
      // Lists that are wider than this are hard to follow from name to number.
      let width = pane == .parties || pane == .sources ? min(inner.width, 60) : inner.width
      let size = Size(width: width, height: inner.height)
      var paper = Paper(canvas: consume canvas, x: inner.x - rect.x, y: inner.y - rect.y, size: size)
      let cursor =
        switch pane {
        case .parties: PartyPane.draw(self, on: &paper)
        case .article: ArticlePane.draw(self, on: &paper)
        case .sources: SourcePane.draw(self, on: &paper)
        case .claims: ClaimList.draw(self, on: &paper)
        }
      frame.layers.append(Frame.Layer(name: pane.layerName, origin: Point(x: rect.x, y: rect.y), canvas: paper.canvas))
      if pane == focus { frame.cursor = cursor.map { Point(x: inner.x + $0.x, y: inner.y + $0.y) } }
    }
    frame.layers.append(BottomLine.layer(self))
    drawOverlay(&frame)
    return frame
  }

  private func drawOverlay(_ frame: inout Frame) {
    if typing != nil { return SearchLine.draw(self, on: &frame) }
    switch overlay {
    case .help(let top): HelpOverlay(self).draw(from: top, on: &frame)
    case .claims: ClaimList.drawOverlay(self, on: &frame)
    case .stories: StoryList.draw(self, on: &frame)
    case nil: break
    }
  }

  private func drawTooSmall() -> Frame {
    var canvas = Canvas(size)
    let least = PaneLayout.least
    canvas.put(Phrase.needs(width: least.width, height: least.height)[language], x: 0, y: 0)
    var frame = Frame(size: size)
    if !canvas.cells.isEmpty {
      frame.layers = [Frame.Layer(name: "too small", origin: Point(x: 0, y: 0), canvas: canvas)]
    }
    return frame
  }
}

extension Pane {
  /// The name of its layer.
  var layerName: String {
    switch self {
    case .parties: "parties"
    case .article: "article"
    case .sources: "sources"
    case .claims: "claims"
    }
  }
}
