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
  /// The stories that could not be read, with the selected one's place among them.
  case unreadable(selected: Int)
  /// What decided about the current claim; the number is its first line that shows.
  case why(top: Int)
  /// A view on a deal across stories.
  case deal(DealView)
  /// The search across stories.
  case finder
  /// What a query can say, over that search; the number is its first line that shows.
  case queryForm(top: Int)
  /// What of a claim or party is put right, and how.
  case correct(Correcting)
  /// What was put down.
  case kept(KeptRows)
}

/// What the keys mean now.
enum Context: CaseIterable, Sendable {
  case parties, article, sources, claims, claimList, storyList, unreadable, deal, why, help, search
  /// The search across stories: its query line, what it found, and the form of a query.
  case query, found, queryForm
  /// The line that narrows the story list.
  case narrowing
  /// The line on which one says where something is to go, and the question whether a file is to be written over.
  case prompt, question
  /// What is put right, and the words that are being chosen for a claim.
  case correcting, picking
  /// The list of what was put down.
  case keptList

  /// The four panes.
  static let panes: Contexts = [.parties, .article, .sources, .claims]
  /// The panes that are lists.
  static let lists: Contexts = [.parties, .sources, .claims]
  /// Where letters are typed.
  static let lines: Contexts = [.search, .query, .narrowing, .prompt]
}

/// A set of contexts, a bit each.
///
/// No `Set`, for which the program would have to make a type while the first frame waits.
struct Contexts: SetAlgebra, Sendable {
  private var bits: UInt32 = 0

  init() {}

  private init(bits: UInt32) { self.bits = bits }

  private static func bit(_ context: Context) -> UInt32 {
    1 << UInt32(Context.allCases.firstIndex(of: context) ?? 0)
  }

  /// All there are.
  static let all = Contexts(bits: 1 << UInt32(Context.allCases.count) - 1)

  func contains(_ context: Context) -> Bool { bits & Contexts.bit(context) != 0 }

  func union(_ other: Contexts) -> Contexts { Contexts(bits: bits | other.bits) }
  func intersection(_ other: Contexts) -> Contexts { Contexts(bits: bits & other.bits) }
  func symmetricDifference(_ other: Contexts) -> Contexts { Contexts(bits: bits ^ other.bits) }

  mutating func formUnion(_ other: Contexts) { self = union(other) }
  mutating func formIntersection(_ other: Contexts) { self = intersection(other) }
  mutating func formSymmetricDifference(_ other: Contexts) { self = symmetricDifference(other) }

  @discardableResult
  mutating func insert(_ context: Context) -> (inserted: Bool, memberAfterInsert: Context) {
    let isNew = !contains(context)
    bits |= Contexts.bit(context)
    return (isNew, context)
  }

  @discardableResult
  mutating func remove(_ context: Context) -> Context? {
    guard contains(context) else { return nil }
    bits &= ~Contexts.bit(context)
    return context
  }

  @discardableResult
  mutating func update(with context: Context) -> Context? {
    let isNew = insert(context).inserted
    return isNew ? nil : context
  }
}
