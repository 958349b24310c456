/// A part of the screen that can have the focus, in the order of its number.
enum Pane: Int, CaseIterable, Sendable {
  case parties, article, sources, claims

  /// The number in the border, which is its key.
  var number: Int { rawValue + 1 }

  /// What goes to it.
  var action: Action {
    switch self {
    case .parties: .parties
    case .article: .article
    case .sources: .sources
    case .claims: .claims
    }
  }

  /// Its title.
  var phrase: Phrase {
    switch self {
    case .parties: .parties
    case .article: .article
    case .sources: .sources
    case .claims: .claims
    }
  }
}

/// What lies over the panes and takes the keys.
enum Overlay: Hashable, Sendable {
  /// The keys; the number is its first line that shows.
  case help(top: Int)
  /// The claim list; where one was before is kept for the way back.
  case claims(before: Int?)
  /// The story list with the selected story.
  case stories(selected: Int)
  /// What decided about the current claim; the number is its first line that shows.
  case why(top: Int)
}

/// What the keys mean now.
enum Context: CaseIterable, Sendable {
  case parties, article, sources, claims, claimList, storyList, why, help, search

  /// The four panes.
  static let panes: Set<Context> = [.parties, .article, .sources, .claims]
  /// The panes that are lists.
  static let lists: Set<Context> = [.parties, .sources, .claims]
}
