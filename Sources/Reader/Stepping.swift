import Stories

/// What the keys do with claims, mentions, matches and stories.
extension ReaderState {
  /// Why there is no claim to do anything with.
  var whyNoClaim: Phrase {
    if let view { return view.noClaims }
    guard library.entries.indices.contains(current) else { return .noStories }
    if case .failed = library.entries[current].state { return .failed }
    return .waiting
  }

  mutating func stepClaim(forward: Bool) {
    guard let before = view else { return }
    if before.counted.isEmpty {
      message = before.noClaims[language]
    } else if views[current]?.stepClaim(forward: forward) == false {
      message = (forward ? Phrase.lastClaim : Phrase.firstClaim)[language]
    }
  }

  mutating func takeClaim() {
    guard let view else { return }
    guard let claim = view.claimAtCursor else {
      message = Phrase.noClaimHere[language]
      return
    }
    views[current]?.take(claim: claim)
  }

  mutating func stepMention(forward: Bool) {
    guard let view else { return }
    var wanted: Set<Mention.Referent> = []
    var name = ""
    if focus == .sources, view.index.sources.indices.contains(view.sourceRow),
      let source = view.index.sources[view.sourceRow].source
    {
      wanted = [.source(source)]
      if let party = view.story.sources[source].party { wanted.insert(.party(party)) }
      name = view.story.sources[source].name[language]
    } else if let party = view.party {
      wanted = [.party(party)]
      name = view.story.parties[party].name[language]
    }
    if views[current]?.stepMention(of: wanted, forward: forward) == true { return }
    let any = view.story.mentions.contains { mention in
      if case .party = mention.referent, wanted.isEmpty { return true }
      return wanted.contains(mention.referent)
    }
    let none = wanted.isEmpty ? Phrase.noParties : .noMention(name)
    message = (any ? (forward ? Phrase.lastMention : .firstMention) : none)[language]
  }

  /// Goes to the next story; if that is still being looked for, as soon as it is found.
  mutating func stepForward(_ effects: inout [ReaderEffect]) {
    if stepsAhead > 0 || neighbour(forward: true) == nil, progress?.isFinding == true {
      stepsAhead += 1
      message = Phrase.lookingForMore[language]
    } else {
      visit(neighbour(forward: true), orSay: .lastStory, &effects)
    }
  }

  /// Takes the steps to stories that were not found yet when they were asked for.
  mutating func goAhead(_ effects: inout [ReaderEffect]) {
    while stepsAhead > 0, let next = neighbour(forward: true) {
      stepsAhead -= 1
      message = nil
      visit(next, orSay: .lastStory, &effects)
    }
    if stepsAhead > 0, progress?.isFinding != true {
      stepsAhead = 0
      message = Phrase.lastStory[language]
    }
  }

  /// Makes the story at `index` the current one, or says that there is none.
  mutating func visit(_ index: Int?, orSay phrase: Phrase, _ effects: inout [ReaderEffect]) {
    guard let index, library.place(of: index) != nil else {
      message = phrase[language]
      return
    }
    current = index
    if case .waiting = library.entries[index].state { effects.append(.want(index)) }
  }

  mutating func copy(_ effects: inout [ReaderEffect]) {
    if dealView != nil {
      guard let place = selectedDealRow?.place, let story = library.story(place.story) else { return }
      effects.append(.copy(citation(of: place.claim, in: story, language)))
      return
    }
    guard let view, let claim = view.claim else {
      message = whyNoClaim[language]
      return
    }
    effects.append(.copy(citation(of: claim, in: view.story, language)))
  }
}
