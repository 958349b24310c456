/// A list of news in short, an item a deal, each in a paragraph of its own.
struct Bulletin {
  let prose: Prose
  let events: [DealEvent]

  /// What is bought in each item of a list of news, "- Acme buys Belcor"; `nil` if the text is none.
  func targets(_ canBeTarget: (Int) -> Bool) -> [Int]? {
    // How many paragraphs there are, and how many of them are none.
    var (paragraphs, others) = (0, 0)
    for block in prose.blocks.indices where isParagraph(block) {
      paragraphs += 1
      if !isItem(prose.blocks[block].tokens) { others += 1 }
      if others > 1 || paragraphs > Roles.most { return nil }
    }
    guard paragraphs - others >= 2 else { return nil }
    var targets: [Int] = []
    for item in prose.blocks.indices where isParagraph(item) && isItem(prose.blocks[item].tokens) {
      var worths: [Int: Double] = [:]
      for event in events where event.block == item && !event.isState {
        if let object = event.object { worths[object, default: 0] += 2 * event.weight }
        if let answers = event.wooed { worths[answers, default: 0] += event.weight }
        for actor in event.buyers + event.sellers { worths[actor, default: 0] -= 0.7 * event.weight }
      }
      let best = worths.filter { canBeTarget($0.key) && $0.value >= 0.9 && !targets.contains($0.key) }
        .max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let best { targets.append(best.key) }
    }
    return targets.count >= 2 ? targets : nil
  }

  private func isParagraph(_ block: Int) -> Bool {
    prose.blocks[block].kind == .paragraph || prose.blocks[block].kind == .lede
  }

  /// Whether a paragraph is one of several items: it begins with a bullet or dash, or with a short label, "FOOD." or "Food -".
  private func isItem(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    if prose.tokens[first].kind == .dash || prose.tokens[first].kind == .symbol { return true }
    guard prose.tokens[first].isWord, prose.tokens[first].isCapital,
      let mark = tokens.prefix(5).first(where: { prose.tokens[$0].kind == .stop || prose.tokens[$0].kind == .dash })
    else { return false }
    // "Interview." at the head of the text is none, nor is a whole sentence.
    return mark > first && mark + 3 < tokens.upperBound && !prose.hasFinite(first..<mark)
      && (prose.tokens[mark].kind == .stop || prose.tokens[mark].shape.contains(.spaced))
  }
}
