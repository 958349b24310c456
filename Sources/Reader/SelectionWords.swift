import Display
import Stories

/// What is selected, in words: for who does not see where on the screen it stands out.
extension ReaderState {
  /// The pane or list with the keys, and its selected row or the current claim.
  var selectionInWords: String {
    if case .stories(let selected) = overlay, library.entries.indices.contains(selected) {
      let place = storyRows.place(of: selected) ?? 0
      var rest = [title(of: selected)]
      if storyRows.order != .opened { rest.append(Phrase.orderedBy(storyRows.order)[language]) }
      if storyRows.hasLine || !storyRows.words.isEmpty { rest.append(Phrase.narrowedTo(storyRows.words)[language]) }
      return words(.stories, place, storyRows.entries.count, rest)
    }
    if case .finder = overlay {
      guard finder.selected < finder.results.count, let story = library.story(finder.results[finder.selected].entry)
      else { return Phrase.searchStories[language] }
      let claim = finder.results[finder.selected].claim
      return words(
        .searchStories, finder.selected, finder.results.count,
        [story.layout.date ?? story.name] + (claim.map { about(claim: $0, in: story) } ?? []))
    }
    if case .correct(let correcting) = overlay { return CorrectionMenu(self, correcting).inWords }
    if case .kept(let rows) = overlay { return KeptList(self, rows).inWords }
    if case .unreadable(let selected) = overlay { return UnreadableList(self).inWords(selected) }
    if let picked, let text = view?.story.text {
      return KeptPhrase.chosenWords[language] + oneLine(text.string(picked))
    }
    guard let view else { return focus.phrase[language] }
    let story = view.story
    switch context {
    case .parties:
      var rest = [Phrase.allParties[language]]
      if let party = view.party {
        rest = [story.parties[party].name[language]]
        if let role = story.parties[party].role { rest.append(role.wording[language]) }
        rest.append(Phrase.counts(says: view.index.says[party], about: view.index.about[party])[language])
      }
      return words(.parties, view.partyRow, story.parties.count + 1, rest)
    case .sources:
      guard view.index.sources.indices.contains(view.sourceRow) else { break }
      let row = view.index.sources[view.sourceRow]
      let name = row.source.map { story.sources[$0].name[language] } ?? Phrase.theArticle[language]
      return words(.sources, view.sourceRow, view.index.sources.count, [name, Phrase.claimCount(row.claims)[language]])
    case .claims, .claimList:
      guard let place = view.claimPlace else { break }
      return words(.claims, place, view.visited.count, view.claim.map { about(claim: $0, in: story) } ?? [])
    case .article, .help, .why, .storyList, .unreadable, .deal, .search, .query, .found, .queryForm, .narrowing,
      .prompt, .question, .correcting, .picking, .keptList:
      let place = view.placeInPercent.map { " \($0.drop { $0 == " " })%" } ?? ""
      let claim = view.claim.map { claim in
        [Phrase.claimOf(view.number(of: claim), view.story.claims.count)[language]] + about(claim: claim, in: story)
      }
      return ([Phrase.article[language] + place] + (claim ?? [Phrase.noClaim[language]])).joined(separator: ", ")
    }
    return focus.phrase[language]
  }

  private func words(_ list: Phrase, _ row: Int, _ count: Int, _ rest: [String]) -> String {
    "\(list[language]) \(Phrase.rowOf(row + 1, count)[language])" + (language == .french ? " : " : ": ")
      + rest.joined(separator: ", ")
  }

  /// Who says a claim, and how certain it is.
  private func about(claim index: Int, in story: Story) -> [String] {
    let claim = story.claims[index]
    let names = claim.chain.map { story.sources[$0].name[language] }
    let who = names.isEmpty ? Phrase.ownVoice[language] : names.joined(separator: signs.relaying)
    return [claim.certainty.wording[language]] + (claim.isDoubtful ? [Phrase.doubtful[language]] : []) + [who]
  }
}

extension ReaderState {
  /// All rows between the first and the last.
  var wholeBody: Rect { Rect(x: 0, y: 1, width: size.width, height: max(0, size.height - 2)) }

  /// Whether the screen has so few rows that overlays cannot spare one for a line below.
  var isLow: Bool { size.height < 8 }
}
