/// Something that a key can do.
enum Action: String, CaseIterable, Sendable {
  case nextClaim, previousClaim, takeClaim
  case nextMention, previousMention
  case up, down, pageUp, pageDown, halfUp, halfDown, first, last
  case nextPane, previousPane, leftPane, rightPane, parties, article, sources, claims, zoom
  case narrow, fewerClaims, moreClaims, back
  case search, nextMatch, previousMatch, keepSearch, leaveSearch, eraseLetter, eraseWords
  case timeline, dossier, disagreements, origins, unfold, fold, nextDeal, previousDeal
  case claimList, storyList, why, open, close
  case searchAll, editQuery, leaveLine, searchText, queryForm, narrowList, nextOrder
  case nextStory, previousStory, unreadable
  case placeBefore, placeAfter
  case mark, annotate, tag, correct, pickWords, undo, redo, toggleRead, marked
  case kept, takeBack
  case choose, scope, leaveCorrecting
  case wordRight, wordLeft, lineStart, lineEnd, otherEnd, takePicked, leavePicking
  case export, pipe, acceptPrompt, leavePrompt, nextForm, previousForm, overwrite, shell, openOutside
  case tutorNext, tutorBack, tutorLeave
  case copy, redraw, suspend, help, quit

  /// What a person's own table of keys calls it: "next-claim".
  var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// The action with a name.
  init?(named name: String) {
    guard let action = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}
