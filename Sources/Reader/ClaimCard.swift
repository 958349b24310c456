import Display
import Stories

/// What is known about the current claim: its chain as a small tree, then manner, certainty, stage, cue and whom it is
/// about.
struct ClaimCard {
  private let claim: Claim
  private let view: StoryView
  private let roomy: Bool

  init(_ claim: Claim, _ view: StoryView, roomy: Bool) {
    self.claim = claim
    self.view = view
    self.roomy = roomy
  }

  private var chainRows: Int { min(max(1, claim.chain.count), 5) }

  /// The rows that it takes.
  var height: Int { roomy ? 2 + max(2, chainRows) + 1 + 5 : chainRows + 4 }

  func draw(_ language: Language, rows: Int, on paper: inout Paper) {
    var y = 0
    if roomy {
      let place = (view.claim ?? 0) + 1
      paper.put(
        Phrase.claimOf(place, view.story.claims.count)[language], x: 1, y: 0, Style(.plain, on: .plain, .bold))
      paper.put(Phrase.listsAll[language], endingAt: paper.width - 1, y: 0, Style(.muted))
      y = 2
    }
    y = drawChain(y, rows, language, on: &paper)
    if roomy { y = 2 + max(2, chainRows) + 1 }
    for (label, value, mark) in details(language) {
      if y >= rows { return }
      let x = 1 + labelWidth(language) + 1
      paper.put(label, x: 1, y: y, Style(.muted))
      paper.put(value, x: x, y: y, limit: paper.width - 1 - x - (mark == nil ? 0 : 2))
      if let mark { paper.put(mark, endingAt: paper.width - 1, y: y, Style(claim.certainty.ink, on: .plain, .bold)) }
      y += 1
    }
  }

  private func drawChain(_ top: Int, _ rows: Int, _ language: Language, on paper: inout Paper) -> Int {
    if claim.chain.isEmpty {
      paper.put(Phrase.theArticle[language], x: 1, y: top, Style(.plain, on: .plain, .bold))
      return top + 1
    }
    var y = top
    for (depth, index) in claim.chain.prefix(5).enumerated() where y < rows {
      let source = view.story.sources[index]
      let isOrigin = depth > 0 && depth == claim.chain.count - 1
      var x = 1
      if depth > 0 { x = paper.put("└ ", x: 1 + 2 * (depth - 1), y: y, Style(.border)) }
      let kind = source.kind.name(language)
      let origin = isOrigin ? Phrase.origin[language] : ""
      let kindRoom = columns(of: kind) + 2
      let originRoom = isOrigin ? columns(of: origin) + 2 : 0
      let name = source.name[language]
      // The name comes first: kind and label yield where it is long.
      let showsKind = columns(of: name) + originRoom + kindRoom <= paper.width - 1 - x
      let room = paper.width - 1 - x - (showsKind ? kindRoom : 0) - originRoom
      let style = Style(source.party.map { .party($0) } ?? .plain, on: .plain, .bold)
      let end = paper.put(name, x: x, y: y, limit: room, style)
      if isOrigin { paper.put(origin, x: end + 2, y: y, Style(.accent)) }
      if showsKind { paper.put(kind, endingAt: paper.width - 1, y: y, Style(.muted)) }
      y += 1
    }
    return y
  }

  private func labelWidth(_ language: Language) -> Int {
    let labels: [Phrase] = roomy ? [.manner, .certainty, .stage, .cue, .about] : [.stage, .cue, .about]
    return labels.map { columns(of: $0[language]) }.max() ?? 0
  }

  private func details(_ language: Language) -> [(String, String, String?)] {
    let story = view.story
    let certainty = claim.certainty.name(language)
    let mark = claim.certainty.mark == " " ? nil : claim.certainty.mark
    let stage = claim.stage?.name(language) ?? "-"
    let cue = claim.cue.map { oneLine(story.text.string($0)) } ?? "-"
    let about =
      claim.parties.isEmpty ? "-" : claim.parties.map { story.parties[$0].name[language] }.joined(separator: ", ")
    let rest: [(String, String, String?)] = [
      (Phrase.stage[language], stage, nil), (Phrase.cue[language], cue, nil), (Phrase.about[language], about, nil),
    ]
    if roomy {
      return [
        (Phrase.manner[language], claim.manner.name(language), nil), (Phrase.certainty[language], certainty, mark),
      ] + rest
    }
    return [("", "\(claim.manner.name(language)), \(certainty)", mark)] + rest
  }
}
