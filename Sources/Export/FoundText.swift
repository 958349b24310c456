import Stories

extension ShowText {
  /// What a search found in `story` as text: where it was found, then the claims, indices in its list, as `text(of:)` has
  /// them, or else the words of `excerpts`.
  public func text(of story: Story, found claims: [Int], excerpts: [Span] = []) -> String {
    let place = [story.layout.date, story.layout.outlet?[language], story.target?.name[language], story.name]
    var text = heading(story.line(.headline) ?? story.name, level: 1)
    // What stands under the headline belongs to it.
    text.removeLast()
    text += HangingText(width: width)(place.compactMap { $0 }.joined(separator: " · "))
    for claim in claims { text += "\n" + entry(claim, of: story) }
    for excerpt in excerpts {
      let block = story.layout.blocks.first { $0.span.contains(excerpt.start) }?.span ?? excerpt
      let words = (block.start < excerpt.start ? "… " : "") + story.text.line(excerpt)
      text +=
        "\n" + HangingText(width: width, first: "    ", others: "    ")(words + (excerpt.end < block.end ? " …" : ""))
    }
    return text
  }
}
