import Display
import Stories

extension ReaderState {
  /// The picture of the state: each pane and each overlay is a layer with a name of its own.
  public func draw() -> Frame { picture().frame }

  /// The picture, with what a click on its parts means.
  func picture() -> Picture {
    var picture = readerPicture()
    TutorStrip.draw(self, on: &picture)
    return picture
  }

  private func readerPicture() -> Picture {
    let layout = panes
    guard layout.form != .none else { return drawTooSmall() }
    var picture = Picture(size: size)
    picture.add("status", at: Point(x: 0, y: 0), StatusLine.paper(self))
    for pane in Pane.allCases {
      guard let rect = layout.frames[pane], let inner = layout.inner(pane) else { continue }
      // Lists that are wider than this are hard to follow from name to number.
      let width = pane == .parties || pane == .sources ? min(inner.width, 60) : inner.width
      let size = Size(width: width, height: inner.height)
      var paper = Paper(canvas: Canvas(rect.size), x: inner.x - rect.x, y: inner.y - rect.y, size: size)
      Border.draw(on: &paper, pane, self, layout.form)
      let cursor =
        switch pane {
        case .parties: PartyPane.draw(self, on: &paper)
        case .article: ArticlePane.draw(self, on: &paper)
        case .sources: SourcePane.draw(self, on: &paper)
        case .claims: ClaimList.draw(self, on: &paper)
        }
      picture.add(pane.layerName, at: Point(x: rect.x, y: rect.y), paper, whole: .pane(pane))
      if pane == focus { picture.frame.cursor = cursor.map { Point(x: inner.x + $0.x, y: inner.y + $0.y) } }
    }
    // A prompt tells of what went wrong itself.
    let bottom = BottomLine.paper(self, saying: prompt == nil ? message : nil)
    let place = Point(x: 0, y: size.height - bottom.height)
    if bottom.height == 1 { picture.add("keys", at: place, bottom) }
    drawOverlay(&picture)
    if bottom.height > 1 { picture.add("keys", at: place, bottom) }
    return picture
  }

  private func drawOverlay(_ picture: inout Picture) {
    if typing != nil, prompt == nil { return SearchLine.draw(self, on: &picture) }
    switch overlay {
    case .help(let top): HelpOverlay(self).draw(from: top, on: &picture)
    case .claims: ClaimList.drawOverlay(self, on: &picture)
    case .why(let top): WhyOverlay(self).draw(from: top, on: &picture)
    case .deal: if let dealContents { DealList(self, dealContents).draw(on: &picture) }
    case .stories: StoryList.draw(self, on: &picture)
    case .unreadable(let selected): UnreadableList(self).draw(selected, on: &picture)
    case .finder: FinderOverlay.draw(self, on: &picture)
    case .queryForm(let top): QueryForm(self).draw(from: top, on: &picture)
    case .correct(let correcting): CorrectionMenu(self, correcting).draw(on: &picture)
    case .kept(let rows): KeptList(self, rows).draw(on: &picture)
    case nil: break
    }
    PromptLine.draw(self, on: &picture)
  }

  private func drawTooSmall() -> Picture {
    var canvas = Canvas(size)
    let least = PaneLayout.least
    canvas.put(Phrase.needs(width: least.width, height: least.height)[language], x: 0, y: 0)
    var picture = Picture(size: size)
    if !canvas.cells.isEmpty {
      picture.frame.layers = [Frame.Layer(name: "too small", origin: Point(x: 0, y: 0), canvas: canvas)]
    }
    return picture
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
