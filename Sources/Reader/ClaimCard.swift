import Display
import Stories

/// What is known about the current claim: its chain as a small tree, then manner, certainty, stage, cue, whom it is
/// about and figures of the deal.
struct ClaimCard {
  private let claim: Claim
  private let view: StoryView
  private let roomy: Bool

  /// Whether every term has a line of its own, and air between.
  var isRoomy: Bool { roomy }

  init(_ claim: Claim, _ view: StoryView, roomy: Bool) {
    self.claim = claim
    self.view = view
    self.roomy = roomy
  }

  private var chainRows: Int { min(max(1, claim.chain.count), 5) }

  /// The rows of the chain where there is room, with one for the origin's kind below it: as many beside every claim of the
  /// story, so that what stands below keeps still, unless a chain is longer than is common.
  private var chainRoom: Int { max(3, min(view.index.longestChain, 3) + 1, chainRows + 1) }

  /// The rows that it takes; where there is room, what any claim of the story would take.
  var height: Int {
    let terms = roomy ? min(view.index.mostTerms, ClaimCard.mostTerms) : terms.count
    return (roomy ? 2 + chainRoom + 6 : chainRows + 4) + terms + (showsConfidence ? 1 : 0) + remarkRows
  }

  /// What was noted on the claim.
  private var remark: Remark? { view.claim.flatMap { view.story.remark(on: .claim($0)) } }

  /// The rows of tags and note: the same beside all claims of the story, so that what stands below keeps still.
  private var remarkRows: Int {
    let remarks =
      roomy
      ? view.story.remarks.filter { if case .claim = $0.subject { true } else { false } } : [remark].compactMap { $0 }
    return remarks.map { ($0.tags.isEmpty && !$0.isMarked ? 0 : 1) + ($0.note == nil ? 0 : noteRows) }.max() ?? 0
  }

  private var noteRows: Int { roomy ? 3 : 2 }

  /// Whether a line says how sure it is: where there is little room, only if it is doubtful.
  private var showsConfidence: Bool { roomy ? !view.index.isCertain : claim.isDoubtful }

  /// Its figures, as far as they have room: more than two are rare.
  private var terms: ArraySlice<Claim.Term> { claim.terms.prefix(ClaimCard.mostTerms) }

  private static let mostTerms = 2

  func draw(_ state: ReaderState, rows: Int, on paper: inout Paper) {
    guard rows > 0 else { return }
    let language = state.language
    var y = 0
    if roomy {
      let place = view.claim.map(view.number) ?? 1
      let end = paper.put(
        Phrase.claimOf(place, view.story.claims.count)[language] + sign([.claim, .words], state), x: 1, y: 0,
        Style(.plain, on: .plain, .bold))
      let hint = state.keys.hint(for: .claimList, language)
      let start = paper.put(hint, endingAt: paper.width - 1, y: 0, after: end, Style(.muted))
      if start < paper.width - 1 { paper.mean(.action(.claimList), x: start, y: 0, width: columns(of: hint)) }
      y = 2
    }
    y = drawChain(y, rows, state, on: &paper)
    // Where there is little room, what one has noted oneself goes before what is read elsewhere too.
    if roomy { y = 2 + chainRoom } else { y = drawRemark(y, rows, state, on: &paper) }
    for (label, value, mark) in details(state) {
      if y >= rows { return }
      let x = label.isEmpty ? 1 : 1 + labelWidth(language) + (roomy ? 2 : 1)
      paper.put(label, x: 1, y: y, Style(.muted))
      if label == Phrase.about[language] {
        // Several names seldom fit on one line.
        let end = paper.put(value, x: x, y: y, rows: min(2, rows - y))
        // Below both, so that no figure moves what it has no part in.
        let below = drawTerms(roomy ? y + 2 : end, rows, x, language, on: &paper)
        if roomy { _ = drawRemark(below, rows, state, on: &paper) }
      } else {
        paper.put(value, x: x, y: y, limit: paper.width - 1 - x - (mark == nil ? 0 : 2))
      }
      if let mark { paper.put(mark, endingAt: paper.width - 1, y: y, Style(claim.certainty.ink, on: .plain, .bold)) }
      y += 1
    }
  }

  /// The figures, each on a line, behind their label, which may be wider than the others.
  private func drawTerms(
    _ top: Int, _ rows: Int, _ column: Int, _ language: Language, on paper: inout Paper
  ) -> Int {
    guard !terms.isEmpty, top < rows else { return top }
    let label = Phrase.terms[language]
    paper.put(label, x: 1, y: top, Style(.muted))
    let x = max(column, 2 + columns(of: label))
    var y = top
    for term in terms where y < rows {
      let words = "\(term.kind.wording[language]) \(oneLine(view.story.text.string(term.span)))"
      paper.put(words, x: x, y: y, limit: paper.width - 1 - x)
      y += 1
    }
    return y
  }

  /// The tags and the note, as far as they have room; returns the row behind them.
  private func drawRemark(_ top: Int, _ rows: Int, _ state: ReaderState, on paper: inout Paper) -> Int {
    guard let remark else { return top }
    var y = top
    let style = Style(.accent)
    let words =
      (remark.isMarked ? ["\(state.signs.marked) \(KeptPhrase.marked[state.language])"] : [])
      + remark.tags.map { "#\($0)" }
    if !words.isEmpty, y < rows {
      paper.put(words.joined(separator: " "), x: 1, y: y, limit: paper.width - 2, style)
      y += 1
    }
    if let note = remark.note, y < rows {
      y = paper.put(
        "\(state.signs.noted) \(oneLine(String(note.prefix(600))))", x: 1, y: y, rows: min(noteRows, rows - y), style)
    }
    return y
  }

  /// The sign that the reader has put some of these parts right; nothing if not.
  private func sign(_ parts: Claim.Corrected, _ state: ReaderState) -> String {
    claim.corrected.isDisjoint(with: parts) ? "" : " \(state.signs.corrected)"
  }

  private func drawChain(_ top: Int, _ rows: Int, _ state: ReaderState, on paper: inout Paper) -> Int {
    if claim.chain.isEmpty {
      let name = Phrase.theArticle[state.language] + sign(.source, state)
      paper.put(name, x: 1, y: top, Style(.plain, on: .plain, .bold))
      return top + 1
    }
    var y = top
    for (depth, index) in claim.chain.prefix(5).enumerated() where y < rows {
      drawLink(depth, view.story.sources[index], y, state, on: &paper)
      y += 1
    }
    return y
  }

  /// Draws one source of the chain.
  ///
  /// The name comes first, then that it is the origin; its kind stands where it has room, at
  /// the line's end or, under the last of the chain, on the line below.
  private func drawLink(_ depth: Int, _ source: Source, _ y: Int, _ state: ReaderState, on paper: inout Paper) {
    let language = state.language
    let isLast = depth == claim.chain.count - 1
    let end = paper.width - 1
    var x = 1
    if depth > 0 { x = paper.put(state.signs.branch, x: 1 + 2 * (depth - 1), y: y, Style(.border)) }
    let kind = source.kind.wording[language]
    let origin = depth > 0 && isLast ? Phrase.origin[language] : ""
    let room = end - x - (origin.isEmpty ? 0 : columns(of: origin) + 2)
    let start = x
    x = paper.put(
      source.name[language] + (depth == 0 ? sign(.source, state) : ""), x: x, y: y, limit: room,
      Style(source.party.map { .party($0) } ?? .plain, on: .plain, .bold))
    if !origin.isEmpty { x = paper.put(origin, x: x + 2, y: y, Style(.accent)) }
    if x + 1 + columns(of: kind) <= end {
      paper.put(kind, endingAt: end, y: y, Style(.muted))
    } else if roomy, isLast {
      paper.put(kind, x: start, y: y + 1, Style(.muted))
    }
  }

  private func labelWidth(_ language: Language) -> Int {
    let labels: [Phrase] =
      roomy
      ? [.manner, .certainty, .stage, .cue, .about] + (showsConfidence ? [.confidence] : []) : [.stage, .cue, .about]
    return labels.map { columns(of: $0[language]) }.max() ?? 0
  }

  private func details(_ state: ReaderState) -> [(String, String, String?)] {
    let story = view.story
    let language = state.language
    let certainty = claim.certainty.wording[language] + sign(.certainty, state)
    let mark = claim.certainty.mark.map { String($0) }
    let stage = claim.stage?.wording[language] ?? "-"
    let cue = claim.cue.map { oneLine(story.text.string($0)) } ?? "-"
    let about =
      claim.parties.isEmpty ? "-" : joined(claim.parties.map { story.parties[$0].name[language] }, by: ", ")
    let rest: [(String, String, String?)] = [
      (Phrase.stage[language], stage + sign(.stage, state), nil), (Phrase.cue[language], cue, nil),
      (Phrase.about[language], about, nil),
    ]
    let doubt = claim.isDoubtful ? ", \(Phrase.doubtful[language])" : ""
    if roomy {
      let sure = (Phrase.confidence[language], claim.confidence.percent(language) + doubt, String?.none)
      return [
        (Phrase.manner[language], claim.manner.wording[language], nil), (Phrase.certainty[language], certainty, mark),
      ] + (showsConfidence ? [sure] : []) + rest
    }
    let sure = ("", Phrase.sure(claim.confidence)[language] + doubt, String?.none)
    return [("", "\(claim.manner.wording[language]), \(certainty)", mark)] + (showsConfidence ? [sure] : []) + rest
  }
}
