import Display

/// Where the panes stand on a screen of some size.
struct PaneLayout: Sendable {
  /// How the panes share the screen.
  enum Form: Sendable {
    /// Too small for anything.
    case none
    /// One pane at a time, without borders, a strip of titles above it.
    case single
    /// Several panes, each with a border.
    case several
  }

  /// The least size at which there is anything to see.
  static let least = Size(width: 20, height: 5)
  /// The longest line of an article that is comfortable to read.
  static let measure = 84

  let form: Form
  /// Where each pane stands, with its border or strip; `nil` for those that do not show.
  let frames: Frames

  /// A rectangle for each pane that has one.
  struct Frames: Sendable {
    private var places: (parties: Rect?, article: Rect?, sources: Rect?, claims: Rect?)

    subscript(pane: Pane) -> Rect? {
      get {
        switch pane {
        case .parties: places.parties
        case .article: places.article
        case .sources: places.sources
        case .claims: places.claims
        }
      }
      set {
        switch pane {
        case .parties: places.parties = newValue
        case .article: places.article = newValue
        case .sources: places.sources = newValue
        case .claims: places.claims = newValue
        }
      }
    }
  }

  /// Makes the layout; `parties` is the length of the list that the pane of parties has to hold.
  init(size: Size, focus: Pane, zoomed: Bool, parties: Int) {
    let (width, height) = (size.width, size.height)
    let body = Rect(x: 0, y: 1, width: width, height: height - 2)
    guard width >= PaneLayout.least.width, height >= PaneLayout.least.height else {
      form = .none
      frames = Frames()
      return
    }
    if zoomed || width < 60 || width < 100 && height < 16 {
      form = .single
      var frames = Frames()
      frames[focus] = body
      self.frames = frames
      return
    }
    form = .several
    var frames = Frames()
    func column(_ x: Int, _ width: Int) -> Rect { Rect(x: x, y: body.y, width: width, height: body.height) }
    if width < 100 {
      let left = min(27, width * 4 / 10)
      // The parties get what their list takes; the sources need room for the claim's own above their list.
      let upper = min(max(7, parties + 5), body.height * 10 / 22)
      frames[.parties] = Rect(x: 0, y: body.y, width: left, height: upper)
      frames[.sources] = Rect(x: 0, y: body.y + upper, width: left, height: body.height - upper)
      frames[.article] = column(left, width - left)
      self.frames = frames
      return
    }
    // Beside a pane of claims the two lists take a smaller share.
    let four = width > 160
    let parties = min(max(four ? 30 : 25, width * (four ? 18 : 25) / 100), 36)
    let sources = min(max(four ? 34 : 28, width * (four ? 21 : 28) / 100), 42)
    let claims = four ? min((width - parties - sources) * 4 / 10, 72) : 0
    let article = width - parties - sources - claims
    frames[.parties] = column(0, parties)
    frames[.article] = column(parties, article)
    frames[.sources] = column(parties + article, sources)
    if claims > 0 { frames[.claims] = column(width - claims, claims) }
    self.frames = frames
  }

  /// Whether the screen has room for a pane of claims beside the others.
  static func hasClaims(_ size: Size) -> Bool { size.width > 160 && size.height >= least.height }

  /// What a pane may draw on, inside its border or below its strip.
  func inner(_ pane: Pane) -> Rect? {
    guard let frame = frames[pane] else { return nil }
    if form == .single { return Rect(x: frame.x, y: frame.y + 1, width: frame.width, height: frame.height - 1) }
    return Rect(x: frame.x + 1, y: frame.y + 1, width: frame.width - 2, height: frame.height - 2)
  }
}

/// How an article stands in its pane: the margin with its marks, then the text.
struct ArticleColumns: Sendable {
  /// The column of the certainty's mark; the bar of the current claim stands right after it.
  let mark: Int
  /// The column of the mark of doubt: beside the certainty's, or between bar and text where the margin is narrow.
  let doubt: Int
  /// The first column of the text.
  let text: Int
  /// The columns of the text.
  let width: Int

  init(paneWidth: Int) {
    let roomy = paneWidth >= 44
    let margin = roomy ? 4 : 3
    width = max(2, min(paneWidth - margin - (roomy ? 1 : 0), PaneLayout.measure))
    // A text that is narrower than its pane stands in the middle.
    let spare = max(0, paneWidth - margin - width - 1) / 2
    mark = spare + (roomy ? 1 : 0)
    doubt = roomy ? mark - 1 : mark + 2
    text = spare + margin
  }
}
