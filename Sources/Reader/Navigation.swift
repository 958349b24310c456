import Display
import Stories

/// Moving about in one story.
extension StoryView {
  /// Moves the reading line by `count` lines; the view follows it.
  mutating func moveLine(by count: Int) {
    line = min(max(0, line + count), page.lines.count - 1)
    spot = nil
    follow()
  }

  /// Moves the view by `count` lines, and the reading line with it.
  ///
  /// At an end, where the view cannot move on, the line still does if it is `pushing`.
  mutating func page(by count: Int, pushing: Bool = true) {
    let before = top
    top = clamp(top + count)
    if top == before, !pushing { return }
    line = min(max(0, line + (top == before ? count : top - before)), page.lines.count - 1)
    spot = nil
    follow()
  }

  /// Scrolls half a page where the reading line has left the view: often enough to read on, seldom enough for a slow
  /// line.
  ///
  /// Where the view glides it goes as far as it must.
  mutating func follow() {
    if !sees(line), !glide(to: line, line, context: 0) { top = clamp(line - visibleHeight / 2) }
  }

  /// Moves the view just so far that it shows the lines from `first` to `last` and `context` more on the side that they
  /// come from; false if the view cannot glide or they are so far away that it may as well jump.
  private mutating func glide(to first: Int, _ last: Int, context: Int) -> Bool {
    let reach = visibleHeight * 2 / 3
    guard glides, first > top - reach, last < top + visibleHeight + reach, last - first < visibleHeight else {
      return false
    }
    let target =
      first < top ? first - context : min(first, last + context + 1 - visibleHeight)
    top = clamp(target)
    return true
  }

  /// The lines that show behind what the view has moved to, where there is room.
  private var context: Int { min(3, visibleHeight / 6) }

  /// Makes `claim` the current one and leaves the cursor where it is.
  ///
  /// The nearest source becomes the selected one, so that one key narrows to it; unless the story is narrowed to a
  /// source, which then stays selected for the way back.
  mutating func take(claim: Int) {
    self.claim = claim
    switch filter {
    case .source, .narrator: return
    case .all, .party: break
    }
    let nearest = story.claims[claim].chain.first
    sourceRow = index.sources.firstIndex { $0.source == nearest } ?? sourceRow
  }

  /// Makes `claim` the current one; the view moves only if the claim is not in it: to the upper third, unless it glides.
  mutating func show(claim: Int) {
    take(claim: claim)
    stand(on: story.claims[claim].span.start)
    let first = page.firstLines[claim]
    let last = page.lastLines[claim]
    if first >= top, min(last, first + visibleHeight - 1) < top + visibleHeight { return }
    if glide(to: first, last, context: context) { return }
    top = clamp(first - min(visibleHeight / 3, max(0, visibleHeight - (last - first + 1))))
  }

  /// Goes to the next claim, or to the one before; returns whether there is one.
  mutating func stepClaim(forward: Bool) -> Bool {
    guard let claim, !visited.isEmpty else { return false }
    let inClaim = page.firstLines[claim] <= line && line <= page.lastLines[claim]
    let target: Int
    if inClaim {
      target = forward ? firstIndex(in: visited) { $0 > claim } : firstIndex(in: visited) { $0 >= claim } - 1
    } else if forward {
      target = firstIndex(in: visited) { page.firstLines[$0] >= line }
    } else {
      target = firstIndex(in: visited) { page.firstLines[$0] >= line } - 1
    }
    guard visited.indices.contains(target) else { return false }
    show(claim: visited[target])
    return true
  }

  /// The visited claim at the cursor: the shortest that holds it, else the first on the line.
  var claimAtCursor: Int? {
    let place = position
    let bytes = page.lines[line].bytes
    let here = index.claims.touching(bytes).filter { StoryView.place(of: $0, in: visited) != nil }
    let holding = here.filter { spot != nil && story.claims[$0].span.contains(place) }
    return holding.min { story.claims[$0].span.count < story.claims[$1].span.count } ?? here.first
  }

  /// Moves the cursor to the byte at `offset`, and the view with it if it is not in sight.
  mutating func go(to offset: Int) {
    stand(on: offset)
    if !sees(line), !glide(to: line, line, context: context) { top = clamp(line - visibleHeight / 3) }
  }

  /// Goes to the next place where one of `referents` is denoted, or to the one before; any party if there are none.
  mutating func stepMention(of referents: Set<Mention.Referent>, forward: Bool) -> Bool {
    let wanted = { (mention: Mention) in
      if case .party = mention.referent, referents.isEmpty { return true }
      return referents.contains(mention.referent)
    }
    let place = position
    let found =
      forward
      ? story.mentions.first { wanted($0) && (spot == nil ? $0.span.start >= place : $0.span.start > place) }
      : story.mentions.last { wanted($0) && $0.span.start < place }
    guard let found else { return false }
    go(to: found.span.start)
    return true
  }

  /// Moves the cursor to a line, to the word that is shown `column` columns from the line's start.
  mutating func stand(onLine line: Int, column: Int) {
    guard page.lines.indices.contains(line) else { return }
    self.line = line
    let glyphs = Wrapping.glyphs(story.text.bytes, page.lines[line].bytes)
    spot = glyphs.last { $0.column <= max(0, column) }?.bytes.lowerBound
  }

  /// Goes to a match of the search.
  mutating func go(toMatch match: Int) {
    search?.current = match
    if let span = search?.matches[match] { go(to: span.start) }
  }
}
