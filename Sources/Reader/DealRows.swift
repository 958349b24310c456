import Deals
import Stories

/// What the views on a deal show, made of the stories that were read.
extension ReaderState {
  /// Works out what `view` shows; `nil` if there is no such deal or party any more.
  func contents(of view: DealView) -> DealContents? {
    var contents = DealContents(
      view: view, version: deals.version, stories: deals.count, least: least, language: language)
    if view.kind == .dossier { return dossier(view, &contents) ? contents : nil }
    let all = deals.deals(of: view.story, in: library)
    guard !all.isEmpty else { return nil }
    let deal = all[min(view.deal, all.count - 1)]
    contents.deals = all.count
    contents.subject = subject([deal.title(language), DealPhrase.stories(deal.stories.count)[language]])
    if all.count > 1 {
      contents.subject += ", " + DealPhrase.dealOf(min(view.deal, all.count - 1) + 1, all.count)[language]
    }
    switch view.kind {
    case .timeline: timeline(deal, &contents)
    case .disagreements: disagreements(deal, &contents)
    case .origins: origins(deal, &contents)
    case .dossier: break
    }
    return contents
  }

  private func subject(_ parts: [String]) -> String {
    var parts = parts.filter { !$0.isEmpty }
    let read = titles.count { $0 != nil }
    if progress != nil { parts.append(DealPhrase.read(read, library.entries.count)[language]) }
    return parts.joined(separator: ", ")
  }

  // MARK: Rows

  /// A row for a claim: its words, and who says it.
  private func row(_ place: ClaimPlace, date: String?) -> DealRow? {
    guard let story = library.story(place.story), story.claims.indices.contains(place.claim) else { return nil }
    let claim = story.claims[place.claim]
    var row = DealRow()
    row.date = date ?? DealPhrase.noDate[language]
    row.certainty = claim.certainty
    row.mark = claim.isDoubtful ? String(Claim.doubtMark) : claim.certainty.margin
    row.markWord = claim.certainty.wording[language]
    row.place = place
    row.words = oneLine(story.text.string(shown(claim, story)))
    let names = claim.chain.map { story.sources[$0].name[language] }
    row.who = names.isEmpty ? DealPhrase.ownVoice[language] : names.joined(separator: signs.relaying)
    return row
  }

  /// The stretch of a claim that shows: its words, no more than a screen can hold; of a few words, "both", what attributes
  /// them too.
  private func shown(_ claim: Claim, _ story: Story) -> Span {
    let few = story.text.bytes[claim.span.range].count { $0 == 0x20 } < 3
    let parts = few ? [claim.span] + [claim.cue, claim.source].compactMap { $0 } : [claim.span]
    let start = parts.map(\.start).min() ?? claim.span.start
    let last = parts.map(\.end).max() ?? claim.span.end
    guard last - start <= 120 || !few else { return claim.span }
    var end = min(last, start + 600)
    while end < last, story.text.bytes[end] & 0xC0 == 0x80 { end += 1 }
    return Span(start, end)
  }

  private func timeline(_ deal: Deal, _ contents: inout DealContents) {
    let timeline = Timeline(deal, in: library, from: least)
    contents.nothing = DealPhrase.noStage[language]
    for (number, event) in (timeline.entries + timeline.undated).enumerated() {
      guard var head = telling(event, 0) else { continue }
      head.event = number
      head.label = event.stage.wording[language]
      if number == timeline.entries.count { head.heading = DealPhrase.undated[language] }
      if event.tellings.count > 1 { head.who += " ×\(event.tellings.count)" }
      contents.rows.append(head)
      let unfolded = contents.view.unfolded.contains(number)
      for (index, _) in event.tellings.enumerated().dropFirst() where unfolded || index == event.confirmation {
        guard var under = telling(event, index) else { continue }
        under.label = under.markWord
        under.isStrong = false
        under.depth = 1
        under.event = number
        contents.rows.append(under)
      }
    }
  }

  private func telling(_ event: Timeline.Entry, _ index: Int) -> DealRow? {
    let telling = event.tellings[index]
    guard var row = row(telling.place, date: telling.date) else { return nil }
    row.mark = telling.confirms ? signs.confirmed : signs.reported
    row.markWord = (telling.confirms ? DealPhrase.confirmed : .reported)[language]
    return row
  }

  private func dossier(_ view: DealView, _ contents: inout DealContents) -> Bool {
    guard let party = view.party, let dossier = Dossier(of: party, in: view.story, library, deals, from: least) else {
      return false
    }
    let name = dossier.party.name[language]
    let stories = Set(dossier.items.map(\.place.story)).count
    let said = dossier.said
    contents.subject = subject(
      [name, DealPhrase.saysCount(said, dossier.items.count - said)[language], DealPhrase.stories(stories)[language]])
    contents.nothing = DealPhrase.noClaimOf(name)[language]
    let colon = language == .french ? " : " : ": "
    for reason in PartyRegister.Reason.allCases {
      let names = dossier.party.aliases.filter { $0.reason == reason }.map(\.name)
      if names.isEmpty { continue }
      contents.heading.append(DealPhrase.alias(reason)[language] + colon + names.joined(separator: ", "))
    }
    for item in dossier.items {
      guard var row = row(item.place, date: item.date) else { continue }
      row.label = (item.isSaid ? DealPhrase.says : .spokenOf)[language]
      row.isStrong = item.isSaid
      // Who says it is known; where, is not.
      if item.isSaid, library.story(item.place.story)?.claims[item.place.claim].chain.count == 1 {
        row.who = titles[item.place.story] ?? row.who
      }
      contents.rows.append(row)
    }
    return true
  }

  private func disagreements(_ deal: Deal, _ contents: inout DealContents) {
    contents.nothing = DealPhrase.noDisagreement[language]
    for pair in deal.disagreements(in: library, contrasts: contrasts(), from: least) {
      for (place, heading) in [(pair.first, DealPhrase.disagreement(pair.reason)[language]), (pair.second, nil)] {
        let date = library.story(place.story)?.layout.date
        guard var row = row(place, date: date) else { continue }
        row.heading = heading
        (row.label, row.who) = (row.who, "")
        contents.rows.append(row)
      }
    }
  }

  private func origins(_ deal: Deal, _ contents: inout DealContents) {
    contents.columns = [DealPhrase.claims[language], DealPhrase.asOrigin[language], DealPhrase.relays[language]]
    for source in SourceTree(deal, in: library, from: least).rows {
      var row = DealRow()
      row.label = source.name?[language] ?? Phrase.theArticle[language]
      row.isStrong = source.depth == 0
      row.depth = source.depth
      row.words = source.kind?.wording[language] ?? ""
      row.who = DealPhrase.stories(source.stories)[language]
      row.numbers = [source.claims, source.origins, source.claims - source.origins].map { $0 == 0 ? "-" : String($0) }
      row.place = source.first
      contents.rows.append(row)
    }
  }
}
