import Display
import Stories

/// What is marked in the words of an article: claims, mentions, the current claim's source and cue, matches.
struct ArticleMarks {
  /// Another look for some words.
  struct Change {
    var span: Span
    var ink: Style.Ink?
    var ground: Style.Ground?
    var attributes: Style.Attributes = []

    func apply(to style: inout Style) {
      if let ink { style.ink = ink }
      if let ground { style.ground = ground }
      style.attributes.formUnion(attributes)
    }
  }

  private let view: StoryView
  private let selected: Mention.Referent?
  private let current: Claim?
  private let picked: Span?

  init(_ view: StoryView, _ state: ReaderState) {
    self.view = view
    selected = view.party.map { .party($0) }
    current = view.claim.map { view.story.claims[$0] }
    picked = state.picked
  }

  /// The changes that touch the bytes of a line; a later one wins over those before.
  func changes(in line: Range<Int>) -> [Change] {
    let story = view.story
    var changes: [Change] = []
    for index in view.index.claims.touching(line) {
      let claim = story.claims[index]
      let attributes = claim.certainty.attributes.union(claim.isDoubtful ? .dim : [])
      if attributes.isEmpty || !view.admits(index) { continue }
      changes.append(Change(span: claim.span, attributes: attributes))
    }
    if let current { changes.append(Change(span: current.span, ground: .lifted)) }
    for index in view.index.mentions.touching(line) {
      let mention = story.mentions[index]
      guard case .party(let party) = mention.referent else { continue }
      if mention.referent == selected {
        changes.append(Change(span: mention.span, ink: .party(party), attributes: .bold))
      } else if selected == nil, mention.form == .name {
        changes.append(Change(span: mention.span, ink: .party(party)))
      }
    }
    for span in [current?.source, current?.cue] {
      if let span { changes.append(Change(span: span, attributes: .underline)) }
    }
    if let search = view.search {
      let matches = search.matches
      var index = firstIndex(in: matches) { $0.end > line.lowerBound }
      while index < matches.count, matches[index].start < line.upperBound {
        changes.append(Change(span: matches[index], ground: index == search.current ? .currentMatch : .match))
        index += 1
      }
    }
    if let picked { changes.append(Change(span: picked, ground: .selected, attributes: .bold)) }
    return changes.filter { $0.span.start < line.upperBound && line.lowerBound < $0.span.end }
  }
}

extension StoryView {
  /// Whether the filter admits a claim.
  func admits(_ claim: Int) -> Bool { filter == .all || filter.admits(story.claims[claim], of: story) }
}
