/// Something that a key can do.
enum Action: CaseIterable, Sendable {
  case nextClaim, previousClaim, takeClaim
  case nextMention, previousMention
  case up, down, pageUp, pageDown, halfUp, halfDown, first, last
  case nextPane, previousPane, leftPane, rightPane, parties, article, sources, claims, zoom
  case narrow, back
  case search, nextMatch, previousMatch, keepSearch, leaveSearch, eraseLetter, eraseWords
  case claimList, storyList, open, close
  case nextStory, previousStory
  case copy, redraw, suspend, help, quit
}
