import Display
import Stories

/// The parties: the target above, then everyone who acts, with the numbers of claims that they make and that are about
/// them.
enum PartyPane {
  /// Where the list stands in the pane.
  private struct Geometry {
    var list: Int
    var rowHeight: Int
    var rows: Int

    init(_ height: Int, parties: Int) {
      // Target and heading; then, as far as the height allows, the stage, a line for each role, and air.
      let needed = parties + 1
      list = height < 4 ? 0 : height >= 2 * needed + 3 ? 4 : height >= needed + 3 ? 3 : 2
      rowHeight = height - list >= 1 + 2 * parties ? 2 : 1
      rows = max(1, rowHeight == 2 ? parties + 1 : height - list)
    }
  }

  /// The rows of the list that show at once.
  static func rows(_ state: ReaderState) -> Int {
    guard let inner = state.panes.inner(.parties), let view = state.view else { return 1 }
    return Geometry(inner.height, parties: view.story.parties.count).rows
  }

  static func draw(_ state: ReaderState, on paper: inout Paper) -> Point? {
    guard let view = state.view else { return nil }
    let (story, language) = (view.story, state.language)
    let geometry = Geometry(paper.height, parties: story.parties.count)
    if geometry.list > 0 { drawTarget(story, language, stage: geometry.list > 2, on: &paper) }
    if story.parties.isEmpty {
      paper.note(Phrase.noParties[language], y: min(geometry.list, paper.height - 1))
      return nil
    }
    let (says, about) = numberColumns(paper.width, language)
    if geometry.list > 0 {
      paper.put(Phrase.says[language], endingAt: says, y: geometry.list - 1, Style(.muted))
      paper.put(Phrase.ofIt[language], endingAt: about, y: geometry.list - 1, Style(.muted))
    }
    let current = view.claim.map { story.claims[$0] }
    for row in view.partyTop..<min(story.parties.count + 1, view.partyTop + geometry.rows) {
      let shift = row - view.partyTop
      let y = geometry.list + (geometry.rowHeight == 1 || shift == 0 ? shift : shift * 2 - 1)
      drawRow(row, y, view, state, current, geometry, on: &paper)
      paper.mean(.party(row), y: y, height: shift == 0 ? 1 : geometry.rowHeight)
      if row == view.partyRow { paper.select(row: y, focused: state.focus == .parties) }
    }
    drawRemark(view, geometry, state, on: &paper)
    let shift = view.partyRow - view.partyTop
    return Point(x: 1, y: geometry.list + (geometry.rowHeight == 1 || shift == 0 ? shift : shift * 2 - 1))
  }

  /// What was noted on the selected party, or on the story, below the list as far as there is room.
  private static func drawRemark(_ view: StoryView, _ geometry: Geometry, _ state: ReaderState, on paper: inout Paper) {
    let subject: Remark.Subject = view.party.map { .party($0) } ?? .story
    guard let remark = view.story.remark(on: subject) else { return }
    let rows = min(geometry.rows, view.story.parties.count + 1)
    var y = geometry.list + (geometry.rowHeight == 1 ? rows : 2 * rows - 1) + 1
    let style = Style(.accent)
    if !remark.tags.isEmpty, y < paper.height {
      y = paper.put(remark.tags.map { "#\($0)" }.joined(separator: " "), x: 1, y: y, rows: 1, style)
    }
    if let note = remark.note, y < paper.height {
      _ = paper.put(
        "\(state.signs.noted) \(oneLine(String(note.prefix(600))))", x: 1, y: y, rows: min(4, paper.height - y), style)
    }
  }

  private static func drawTarget(_ story: Story, _ language: Language, stage: Bool, on paper: inout Paper) {
    let labels = stage ? [Phrase.target[language], Phrase.dealStage[language]] : [Phrase.target[language]]
    let x = 3 + (labels.map { columns(of: $0) }.max() ?? 0)
    for (y, label) in labels.enumerated() { paper.put(label, x: 1, y: y, Style(.muted)) }
    if stage { paper.put(story.stage?.wording[language] ?? "-", x: x, y: 1) }
    let name = story.target?.name[language]
    paper.put(
      name ?? Phrase.noTarget[language], x: x, y: 0, limit: paper.width - 1 - x,
      name == nil ? Style(.muted) : Style(.plain, on: .plain, .bold))
  }

  private static func drawRow(
    _ row: Int, _ y: Int, _ view: StoryView, _ state: ReaderState, _ current: Claim?, _ geometry: Geometry,
    on paper: inout Paper
  ) {
    let (story, language) = (view.story, state.language)
    let (saysEnd, aboutEnd) = numberColumns(paper.width, language)
    let digits = { (number: Int) in String(number).utf8.count }
    let room = saysEnd - digits(row == 0 ? view.index.partyClaims : view.index.says[row - 1]) - 1 - 3
    if row == 0 {
      paper.put(Phrase.allParties[language], x: 3, y: y, limit: room, .plain)
      put(view.index.partyClaims, endingAt: saysEnd, y, on: &paper)
      put(view.counted.count, endingAt: aboutEnd, y, on: &paper)
      return
    }
    let index = row - 1
    let party = story.parties[index]
    if let current, current.parties.contains(index) || story.makes(index, current) {
      paper.put(state.signs.involved, x: 1, y: y, Style(.accent))
    }
    let flags = state.signs.flags(story.remark(on: .party(index)), isCorrected: !party.corrected.isEmpty)
    // The end of a long name gives way to them.
    let width = flags.isEmpty ? room : max(min(room, 6), room - 1 - columns(of: flags))
    var end = paper.put(party.name[language], x: 3, y: y, limit: width, Style(.party(index)))
    if !flags.isEmpty, end + 1 + columns(of: flags) <= 3 + room {
      end = paper.put(flags, x: end + 1, y: y, Style(.accent))
    }
    put(view.index.says[index], endingAt: saysEnd, y, on: &paper)
    put(view.index.about[index], endingAt: aboutEnd, y, on: &paper)
    guard let role = party.role?.wording[language] else { return }
    if geometry.rowHeight == 2 {
      paper.put(role, x: 5, y: y + 1, Style(.muted))
    } else if end + 2 + columns(of: role) <= 3 + room {
      paper.put(role, x: end + 2, y: y, Style(.muted))
    }
  }

  /// The columns before which the two numbers end.
  private static func numberColumns(_ width: Int, _ language: Language) -> (says: Int, about: Int) {
    let about = width - 1
    return (about - max(5, columns(of: Phrase.ofIt[language])) - 1, about)
  }

  private static func put(_ number: Int, endingAt end: Int, _ y: Int, on paper: inout Paper) {
    paper.put(number == 0 ? "-" : String(number), endingAt: end, y: y, number == 0 ? Style(.muted) : .plain)
  }
}
