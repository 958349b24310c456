import Deals
import Stories

/// One of the views on a deal across all stories that were read, and where one is in it.
struct DealView: Hashable, Sendable {
  /// The views.
  enum Kind: Hashable, Sendable, CaseIterable {
    /// The stages of the deal.
    case timeline
    /// All that a party says and that is said of it.
    case dossier
    /// Claims that cannot both hold.
    case disagreements
    /// The sources and who relays whom.
    case origins
  }

  var kind: Kind
  /// The index in the library of the story whose deal it is.
  var story: Int
  /// Which of the deals of that story, if it tells of several.
  var deal = 0
  /// The party of the dossier, an index in the story's list.
  var party: Int?
  /// The events of the timeline of which all tellings show.
  var unfolded: Set<Int> = []
  /// The selected row.
  var selected = 0
  /// The first row that shows.
  var top = 0

  /// Whether `other` shows the same, wherever one is in it.
  func showsSame(as other: DealView) -> Bool {
    var same = other
    (same.selected, same.top) = (selected, top)
    return same == self
  }
}

/// A row of a view on a deal.
struct DealRow: Hashable, Sendable {
  /// What stands in front: the day of the story.
  var date = ""
  /// A sign for how sure it is, in one column.
  var mark = " "
  /// What the sign says, for who does not see it.
  var markWord = ""
  /// The stage, the source, or whether it says or is spoken of.
  var label = ""
  /// Whether the label is the name of something that others look at first.
  var isStrong = true
  /// The words of the claim.
  var words = ""
  /// Who says it, the origin last.
  var who = ""
  /// What hangs under the row above stands farther to the right.
  var depth = 0
  /// Numbers at the end of the row.
  var numbers: [String] = []
  /// A line of its own above the row.
  var heading: String?
  /// The claim that it stands for.
  var place: ClaimPlace?
  /// The hearsay hue of the words.
  var certainty = Claim.Certainty.asserted
  /// For an event of the timeline, its number.
  var event: Int?
}

/// What a view on a deal shows, worked out once for many pictures.
struct DealContents: Sendable {
  /// What it is of.
  var view: DealView
  /// The state of the book, the least confidence and the language that it was worked out with.
  var version: Int
  /// How many stories were in the book.
  var stories = 0
  var least: Double
  var language: Language
  /// What it shows: the deal or the party, and of how many stories.
  var subject = ""
  /// Lines above the rows.
  var heading: [String] = []
  /// The titles of the numbers of the rows.
  var columns: [String] = []
  /// The rows.
  var rows: [DealRow] = []
  /// What to say where there is none.
  var nothing = ""
  /// How many deals the story tells of.
  var deals = 1
}
