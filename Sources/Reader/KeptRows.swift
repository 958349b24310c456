import Notebook
import Stories

/// What a reader has put down, as a list to look through: the newest first.
struct KeptRows: Hashable, Sendable {
  /// Whether it is of all stories; else of the current one.
  var isEverywhere: Bool
  /// The entries that hold.
  var entries: [Entry] = []
  /// The names of those whose words or party the current story no longer has.
  var lost: Set<String> = []
  /// The selected row.
  var selected = 0

  /// The selected entry.
  var entry: Entry? { entries.indices.contains(selected) ? entries[selected] : nil }
}

/// The list of what was put down: opening it, and what its keys do.
extension ReaderState {
  private func keptRows(everywhere: Bool) -> KeptRows {
    var rows = KeptRows(isEverywhere: everywhere)
    let story = asRead(current)
    let here = story.map { story in
      notebook.entries(on: story).filter { $0.story != nil || Notebook.isAbout($0, story) }
    }
    rows.entries = (everywhere ? notebook.standing : here ?? []).notOvertaken
    if let story { rows.lost = Set(notebook.lost(in: story).map(\.id)) }
    return rows
  }

  /// Lists what was put down on the current story; in all stories if on this one there is nothing.
  mutating func openKept() {
    var rows = keptRows(everywhere: false)
    if rows.entries.isEmpty { rows = keptRows(everywhere: true) }
    if rows.entries.isEmpty { return message = KeptPhrase.nothingKept[language] }
    overlay = .kept(rows)
  }

  /// Has the list be of all stories, or of the current one.
  mutating func toggleKeptScope() {
    guard case .kept(let rows) = overlay else { return }
    var other = keptRows(everywhere: !rows.isEverywhere)
    if other.entries.isEmpty { return message = KeptPhrase.nothingKeptHere[language] }
    other.selected = rows.entry.flatMap { other.entries.firstIndex(of: $0) } ?? 0
    overlay = .kept(other)
  }

  /// Brings the list up to date with the notebook.
  mutating func refreshKept() {
    guard case .kept(let rows) = overlay else { return }
    var fresh = keptRows(everywhere: rows.isEverywhere)
    // One stays on the entry that one was on; where that is gone, on the row.
    let place = rows.entry.flatMap { fresh.entries.firstIndex(of: $0) } ?? rows.selected
    fresh.selected = max(0, min(place, fresh.entries.count - 1))
    overlay = .kept(fresh)
  }

  /// Takes back what the selected row says.
  mutating func takeBack(_ effects: inout [ReaderEffect]) {
    guard case .kept(let rows) = overlay, let entry = rows.entry else { return }
    effects.append(.put(Jotting(deed: .undo, subject: .entry(entry.id))))
  }

  /// Goes to what the selected row is on.
  mutating func openKeptRow(_ effects: inout [ReaderEffect]) {
    guard case .kept(let rows) = overlay, let entry = rows.entry else { return }
    guard let index = home(of: entry) else { return message = KeptPhrase.notOpen[language] }
    overlay = nil
    visit(index, orSay: .lastStory, &effects)
    focus = .article
    settle()
    guard let story = view?.story else { return }
    switch entry.subject {
    case .claim(let anchor):
      // Corrected words are where they are now.
      let words = if case .words(let now) = entry.deed { now } else { anchor }
      guard let span = Anchor.find(words, in: story.text) ?? Anchor.find(anchor, in: story.text) else { return }
      _ = views[current]?.narrow(to: .all)
      if let claim = story.claims.firstIndex(where: { $0.span == span }) {
        views[current]?.show(claim: claim)
      } else {
        views[current]?.go(to: span.start)
      }
    case .party(let id, _):
      guard let party = story.parties.firstIndex(where: { $0.id == id }) else { return }
      focus = .parties
      views[current]?.partyRow = party + 1
    case .story, .entry: break
    }
  }

  /// The story that an entry is on, the current one if it may be that; `nil` if it is not open.
  func home(of entry: Entry) -> Int? {
    guard let key = entry.story else { return current }
    guard let homes = homes[key] else { return nil }
    return homes.contains(current) ? current : homes.min()
  }
}
