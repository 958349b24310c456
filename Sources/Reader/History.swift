/// The places that one has left by more than a line or a page, for the way back.
struct History: Sendable {
  /// How one can leave a place.
  enum Way: Hashable, Sendable {
    /// Step by step, where all steps together are one way.
    case claims, mentions, matches
    /// At once.
    case jump
    /// By reading on, which one does not want to go back on.
    case reading
  }

  /// More places than anybody walks back.
  static let limit = 200

  private var behind: [Place] = []
  private var ahead: [Place] = []
  private var last = Way.reading

  /// Remembers `start`, if `way` led elsewhere and is not a further step of the way before.
  mutating func note(_ way: Way, from start: Place, to end: Place) {
    defer { last = way }
    guard way != .reading, way == .jump || way != last, end.isElsewhere(than: start) else { return }
    ahead.removeAll()
    // Two ways from one place need one way back.
    if behind.last?.isElsewhere(than: start) != false { behind.append(start) }
    if behind.count > Self.limit { behind.removeFirst() }
  }

  /// Whether one has gone back, and not elsewhere since.
  var canGoForward: Bool { !ahead.isEmpty }

  /// The last place that was left; `place` is where one is.
  mutating func back(from place: Place) -> Place? { Self.travel(from: place, &behind, &ahead) }

  /// The last place that one has gone back from.
  mutating func forward(from place: Place) -> Place? { Self.travel(from: place, &ahead, &behind) }

  private static func travel(from place: Place, _ source: inout [Place], _ other: inout [Place]) -> Place? {
    // A place where one already is would be a key press without effect.
    while let target = source.popLast() {
      guard target.isElsewhere(than: place) else { continue }
      other.append(place)
      return target
    }
    return nil
  }
}

extension Action {
  /// How the action leaves a place; `nil` if it is itself on the way through places.
  var way: History.Way? {
    switch self {
    case .nextClaim, .previousClaim: .claims
    case .nextMention, .previousMention: .mentions
    case .nextMatch, .previousMatch: .matches
    case .takeClaim, .first, .last, .narrow, .fewerClaims, .moreClaims, .back, .open, .keepSearch, .nextStory,
      .previousStory:
      .jump
    case .timeline, .dossier, .disagreements, .origins, .unfold, .fold, .nextDeal, .previousDeal: .reading
    case .placeBefore, .placeAfter: nil
    case .up, .down, .pageUp, .pageDown, .halfUp, .halfDown, .nextPane, .previousPane, .leftPane, .rightPane, .parties,
      .article, .sources, .claims, .zoom, .search, .leaveSearch, .eraseLetter, .eraseWords, .claimList, .storyList,
      .unreadable, .why, .searchAll, .editQuery, .leaveLine, .searchText, .queryForm, .narrowList, .nextOrder, .close,
      .copy, .export, .pipe, .acceptPrompt, .leavePrompt, .nextForm, .previousForm, .overwrite, .shell, .openOutside,
      .mark, .annotate, .tag, .correct, .pickWords, .undo, .redo, .toggleRead, .marked, .choose, .scope, .kept,
      .takeBack,
      .leaveCorrecting, .wordRight, .wordLeft, .lineStart, .lineEnd, .otherEnd, .takePicked, .leavePicking, .redraw,
      .suspend, .help, .quit, .tutorNext, .tutorBack, .tutorLeave:
      .reading
    }
  }
}
