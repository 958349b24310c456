import Display
import Stories

/// The claims that the filter admits, one or two rows each: as an overlay, or as a pane where there is room.
enum ClaimList {
  /// The rows that a claim takes in the pane: its words, on two lines if all claims have room so, then who says it.
  private static func paneRows(_ view: StoryView, _ height: Int) -> Int { view.visited.count * 3 <= height ? 3 : 2 }

  /// The claims that show at once.
  static func rows(_ state: ReaderState) -> Int {
    if let inner = state.panes.inner(.claims), let view = state.view {
      return max(1, inner.height / paneRows(view, inner.height))
    }
    return Paper.rows(in: rect(state), low: state.isLow)
  }

  /// The rows of the article pane that the overlay covers.
  static func covered(_ state: ReaderState) -> Int {
    guard let article = state.panes.inner(.article) else { return 0 }
    return min(max(0, article.y + article.height - rect(state).y), max(0, article.height - 1))
  }

  /// The overlay stands at the bottom, so that the article goes on above it.
  private static func rect(_ state: ReaderState) -> Rect {
    if state.plain { return state.wholeBody }
    let size = state.size
    let count = max(1, state.view?.visited.count ?? 1)
    let height = min(count + 2, max(3, min(6, size.height - 3), (size.height - 2) / 2))
    let width = min(size.width, 132)
    return Rect(x: (size.width - width) / 2, y: size.height - 1 - height, width: width, height: height)
  }

  /// Draws the pane.
  static func draw(_ state: ReaderState, on paper: inout Paper) -> Point? {
    guard let view = state.view else { return nil }
    if view.visited.isEmpty {
      paper.note(view.noClaims[state.language], y: min(1, paper.height - 1))
      return nil
    }
    var cursor: Point?
    let paneRows = paneRows(view, paper.height)
    let last = min(view.visited.count, view.claimTop + max(1, paper.height / paneRows))
    for place in view.claimTop..<last {
      let y = (place - view.claimTop) * paneRows
      let claim = view.story.claims[view.visited[place]]
      let x = head(view.visited[place], view, y, state.signs, on: &paper)
      paper.mean(.claim(place), y: y, height: paneRows)
      let start = flags(view.visited[place], view, x, y, state.signs, on: &paper)
      let end = paper.put(words(claim, view.story, paper.width), x: start, y: y, rows: paneRows - 1)
      paper.put(
        who(claim, view.story, state, stage: true), x: x, y: end, limit: paper.width - 1 - x, Style(.muted))
      if view.visited[place] == view.claim {
        cursor = Point(x: 1, y: y)
        paper.select(row: y, focused: state.focus == .claims)
      }
    }
    return cursor
  }

  /// Draws the overlay.
  static func drawOverlay(_ state: ReaderState, on picture: inout Picture) {
    guard let view = state.view else { return }
    let rect = rect(state)
    let name = view.filter.name(in: view.story, state.language).map { ": \($0)" } ?? ""
    let title = state.plain ? state.selectionInWords : Phrase.claims[state.language] + name
    var paper = Paper(box: rect, title: title, plain: state.plain, low: state.isLow)
    let aside = paper.width >= 50 ? min(36, paper.width / 3) : 0
    for place in view.claimTop..<min(view.visited.count, view.claimTop + paper.height) {
      let y = place - view.claimTop
      let claim = view.story.claims[view.visited[place]]
      let x = head(view.visited[place], view, y, state.signs, on: &paper)
      paper.mean(.claim(place), y: y)
      let start = flags(view.visited[place], view, x, y, state.signs, on: &paper)
      paper.put(
        words(claim, view.story, paper.width), x: start, y: y,
        limit: paper.width - 1 - start - (aside > 0 ? aside + 2 : 0))
      if aside > 0 {
        let text = who(claim, view.story, state, stage: false)
        paper.put(text, x: paper.width - 1 - aside, y: y, limit: aside, Style(.muted))
      }
      if view.visited[place] == view.claim {
        paper.select(row: y, focused: true)
        picture.frame.cursor = Point(x: rect.x + 2, y: rect.y + 1 + y)
      }
    }
    picture.add("claim list", at: Point(x: rect.x, y: rect.y), paper, whole: .overlay)
  }

  /// Puts the number and the mark of a claim; returns the column after them.
  private static func head(_ index: Int, _ view: StoryView, _ y: Int, _ signs: Signs, on paper: inout Paper) -> Int {
    let claim = view.story.claims[index]
    let digits = String(view.story.claims.count).utf8.count
    if index == view.claim { paper.put(signs.involved, x: 1, y: y, Style(.accent)) }
    if claim.isDoubtful { paper.put(String(Claim.doubtMark), x: 2, y: y, Style(.uncertain, on: .plain, .bold)) }
    paper.put(String(view.number(of: index)), endingAt: 3 + digits, y: y, Style(.muted))
    paper.put(claim.certainty.margin, x: 4 + digits, y: y, Style(claim.certainty.ink, on: .plain, .bold))
    return 6 + digits
  }

  /// Puts what was noted on a claim, or put right, before its words; returns the column where these begin.
  private static func flags(
    _ index: Int, _ view: StoryView, _ x: Int, _ y: Int, _ signs: Signs, on paper: inout Paper
  ) -> Int {
    let isCorrected = !view.story.claims[index].corrected.isEmpty
    let flags = signs.flags(view.story.remark(on: .claim(index)), isCorrected: isCorrected)
    return flags.isEmpty ? x : paper.put(flags, x: x, y: y, Style(.accent)) + 1
  }

  /// The first words of a claim, no more than can be needed.
  private static func words(_ claim: Claim, _ story: Story, _ width: Int) -> String {
    var end = min(claim.span.end, claim.span.start + width * 4)
    while end < claim.span.end, story.text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return oneLine(story.text.string(Span(claim.span.start, end)))
  }

  /// Who says it, the origin last.
  private static func who(_ claim: Claim, _ story: Story, _ state: ReaderState, stage: Bool) -> String {
    let language = state.language
    let names = claim.chain.map { story.sources[$0].name[language] }
    let who = names.isEmpty ? Phrase.ownVoice[language] : names.joined(separator: state.signs.relaying)
    guard stage else { return who }
    var rest = [who, claim.certainty.wording[language]]
    if let stage = claim.stage { rest.append(stage.wording[language]) }
    return rest.joined(separator: " · ")
  }
}

extension Paper {
  /// The paper of an overlay with a heavy box around it, unless it is `plain`, and a title; on a `low` screen, where each
  /// row counts, the box is open below.
  init(box: Rect, title: String, plain: Bool, low: Bool = false) {
    var canvas = Canvas(box.size)
    if !plain { Border.box(on: &canvas, heavy: true, open: low) }
    let title = fitted(title, max(0, box.width - 6))
    canvas.put(" \(title) ", x: 2, y: 0, limit: box.width - 4, style: Style(.accent, on: .plain, .bold))
    self.init(
      canvas: canvas, x: 1, y: 1, size: Size(width: max(0, box.width - 2), height: Paper.rows(in: box, low: low)))
  }

  /// The rows that an overlay with `box` has for what it shows, one at least.
  static func rows(in box: Rect, low: Bool = false) -> Int { max(1, box.height - (low ? 1 : 2)) }
}
