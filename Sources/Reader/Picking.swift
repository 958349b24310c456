import Notebook
import Stories

/// Words of the article that are being chosen, from one end to the other.
struct Picking: Hashable, Sendable {
  /// What becomes of them.
  enum Goal: Hashable, Sendable {
    /// A claim that is not there yet.
    case add
    /// The words of a claim that is.
    case words(Entry.Subject)
  }

  var goal: Goal
  /// Where the end that stands still is: the first byte of its word.
  var anchor: Int
  /// Where the end that moves is: the first byte of its word.
  var head: Int

  /// The words between, both ends with them.
  func span(in words: [Span]) -> Span? {
    let (low, high) = (min(anchor, head), max(anchor, head))
    guard let first = words.first(where: { $0.contains(low) || $0.start >= low }),
      let last = words.last(where: { $0.start <= high }), first.start < last.end
    else { return nil }
    return Span(first.start, last.end)
  }
}

extension StoryText {
  /// The words of `range`: runs of letters and digits, with the apostrophes and hyphens between them, and every other mark by
  /// itself.
  func words(in range: Range<Int>) -> [Span] {
    var words: [Span] = []
    var start: Int?
    var place = range.lowerBound
    let text = String(decoding: bytes[range], as: UTF8.self)
    func close(_ end: Int) {
      if let from = start { words.append(Span(from, end)) }
      start = nil
    }
    let characters = Array(text)
    for (number, character) in characters.enumerated() {
      let count = character.utf8.count
      let joins =
        "'’-.,".contains(character) && start != nil && number + 1 < characters.count
        && (characters[number + 1].isLetter && !".,".contains(character) || characters[number + 1].isNumber)
      if character.isLetter || character.isNumber || joins {
        if start == nil { start = place }
      } else {
        close(place)
        if !character.isWhitespace { words.append(Span(place, place + count)) }
      }
      place += count
    }
    close(place)
    return words
  }
}

extension ReaderState {
  /// Begins to choose words: those of a claim, or from the cursor on.
  mutating func pick(_ goal: Picking.Goal) {
    guard let view else { return message = whyNoClaim[language] }
    let text = view.story.text
    switch goal {
    case .words(let subject):
      guard case .claim(let anchor) = subject, let span = Anchor.find(anchor, in: text) else { return }
      let words = text.words(in: span.range)
      guard let first = words.first, let last = words.last else { return }
      picking = Picking(goal: goal, anchor: first.start, head: last.start)
    case .add:
      // A line may be empty.
      let words = text.words(in: view.position..<min(text.bytes.count, view.position + 4_000))
      guard let first = words.first else { return message = KeptPhrase.pickedNothing[language] }
      picking = Picking(goal: goal, anchor: first.start, head: first.start)
    }
    overlay = nil
    focus = .article
    message = KeptPhrase.picking[language]
    followPicking()
  }

  /// The words that are chosen.
  var picked: Span? {
    guard let picking, let text = view?.story.text else { return nil }
    let (low, high) = (min(picking.anchor, picking.head), max(picking.anchor, picking.head))
    // The last word begins at the higher end.
    return picking.span(in: text.words(in: low..<min(text.bytes.count, wordEnd(high, in: text))))
  }

  /// Where the word that begins at `start` ends.
  private func wordEnd(_ start: Int, in text: StoryText) -> Int {
    text.words(in: start..<min(text.bytes.count, characterEnd(start + 400, in: text))).first?.end ?? start
  }

  /// `place`, or the next byte after it at which a character begins.
  private func characterEnd(_ place: Int, in text: StoryText) -> Int {
    var place = min(place, text.bytes.count)
    while place < text.bytes.count, text.bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }

  /// Moves the end that moves by words, lines or to the other end.
  mutating func movePicking(_ action: Action) {
    guard var picking, let view else { return }
    let text = view.story.text
    switch action {
    case .wordRight, .wordLeft:
      if let next = neighbour(of: picking.head, right: action == .wordRight, in: text) { picking.head = next }
    case .otherEnd: (picking.anchor, picking.head) = (picking.head, picking.anchor)
    case .lineStart, .lineEnd:
      let line = view.page.lines[view.page.line(of: picking.head)]
      let words = text.words(in: line.bytes)
      if let word = action == .lineStart ? words.first : words.last { picking.head = word.start }
    case .up, .down:
      let number = view.page.line(of: picking.head)
      let step = action == .down ? 1 : -1
      let column = picking.head - view.page.lines[number].bytes.lowerBound
      var other = number + step
      while view.page.lines.indices.contains(other) {
        let line = view.page.lines[other]
        let words = text.words(in: line.bytes)
        if let word = words.last(where: { $0.start - line.bytes.lowerBound <= column }) ?? words.first {
          picking.head = word.start
          break
        }
        other += step
      }
    default: break
    }
    self.picking = picking
    followPicking()
  }

  /// The word after the one at `place`, or before it.
  private func neighbour(of place: Int, right: Bool, in text: StoryText) -> Int? {
    // Far enough for what lies between two words of an article.
    let reach = 2_000
    if right {
      let words = text.words(in: place..<characterEnd(place + reach, in: text))
      return words.count > 1 ? words[1].start : nil
    }
    return text.words(in: characterEnd(max(0, place - reach), in: text)..<place).last?.start
  }

  /// Moves the end that moves to the word at a column of a line.
  mutating func pick(upToLine line: Int, column: Int) {
    guard var view else { return }
    view.stand(onLine: line, column: column)
    let words = view.story.text.words(in: view.page.lines[view.line].bytes)
    guard let word = words.last(where: { $0.start <= view.position }) ?? words.first else { return }
    picking?.head = word.start
    followPicking()
  }

  /// Keeps the end that moves in view.
  private mutating func followPicking() {
    guard let picking, var view else { return }
    view.stand(on: picking.head)
    view.follow()
    views[current] = view
  }

  mutating func leavePicking() { picking = nil }

  /// Makes the words that are chosen a claim, or the words of one.
  mutating func takePicked(_ effects: inout [ReaderEffect]) {
    guard let picking, let picked, let story = view?.story else { return self.picking = nil }
    self.picking = nil
    let anchor = Anchor(picked, in: story.text)
    switch picking.goal {
    case .add:
      if let claim = story.claims.firstIndex(where: { $0.span == picked }) {
        views[current]?.show(claim: claim)
        message = KeptPhrase.isClaim[language]
      } else {
        put(.add, on: .claim(anchor), inStory: current, &effects)
      }
    case .words(let subject):
      if case .claim(let before) = subject, Anchor.find(before, in: story.text) == picked { return }
      put(.words(anchor), on: subject, inStory: current, &effects)
    }
  }
}
