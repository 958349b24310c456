import Stories

extension ReaderState {
  /// Whether an action would change anything now; the bottom line leaves out what would not.
  func works(_ action: Action) -> Bool {
    switch action {
    case .nextClaim, .previousClaim, .takeClaim, .claimList, .copy, .why: view?.claim != nil
    case .export: overlay != nil || view?.visited.isEmpty == false
    case .pipe, .openOutside: view != nil || overlay != nil
    case .timeline, .dossier, .disagreements, .origins: view != nil
    case .unfold, .fold: selectedDealRow?.event != nil
    case .nextDeal, .previousDeal: (dealContents?.deals ?? 1) > 1
    case .claims: PaneLayout.hasClaims(size)
    case .nextMention, .previousMention: view?.story.mentions.isEmpty == false
    case .narrow: view?.claim != nil
    // Where all are as sure as can be there is nothing to leave out.
    case .fewerClaims: view?.story.claims.contains { $0.confidence < 1 } == true
    case .moreClaims: least > 0
    case .search: view != nil
    case .nextMatch, .previousMatch: view?.search?.matches.isEmpty == false
    case .back: view?.search != nil || zoomed || least != givenLeast || view.map { $0.filter != .all } ?? false
    case .nextStory: neighbour(forward: true) != nil
    case .previousStory: neighbour(forward: false) != nil
    case .storyList, .narrowList, .nextOrder, .searchAll: library.shown > 1
    case .unreadable: library.failures > 0
    case .mark, .annotate, .tag: library.story(selectedStory) != nil
    case .correct: focus == .parties ? view?.party != nil : view?.claim != nil
    case .kept: !notebook.isEmpty
    case .scope where context == .keptList: true
    case .scope: if case .correct(let correcting) = overlay, case .party = correcting.subject { true } else { false }
    case .nextForm:
      switch prompt?.goal {
      case .export, .pipe: true
      default: false
      }
    case .open where context == .query || context == .found: finder.results.count > 0
    case .leaveLine where context == .query: finder.results.count > 0
    case .searchText: finder.query != nil
    case .tutorNext, .tutorBack, .tutorLeave: tutor != nil
    // On the bottom line only where the arrows are not what one tries first.
    case .up, .down:
      switch context {
      case .query, .found: finder.results.count > 1
      default: overlay != nil
      }
    default: true
    }
  }
}
