/// The views of the stories that were visited last, a few.
///
/// A list, which is gone through: the first frame need not wait for what a dictionary has made of its types.
struct RecentViews: Sendable {
  /// By the index of the story, the last visited at the end.
  private var entries: [(index: Int, view: StoryView)] = []

  /// How many views are kept; of other stories only the place is.
  static let limit = 50

  /// The view of the story at `index`; a new one is of the story that was visited last.
  subscript(index: Int) -> StoryView? {
    get { place(of: index).map { entries[$0].view } }
    set {
      switch (place(of: index), newValue) {
      case (let place?, let view?): entries[place].view = view
      case (let place?, nil): entries.remove(at: place)
      case (nil, let view?): entries.append((index, view))
      case (nil, nil): break
      }
    }
  }

  /// All of them.
  var all: [StoryView] { entries.map(\.view) }

  /// Takes the story at `index` for the one that was visited last, and lets go of the views that are too many.
  mutating func visit(_ index: Int) -> [(index: Int, view: StoryView)] {
    guard let place = place(of: index) else { return [] }
    if place < entries.count - 1 { entries.append(entries.remove(at: place)) }
    let surplus = Array(entries.dropLast(Self.limit))
    entries.removeFirst(surplus.count)
    return surplus
  }

  private func place(of index: Int) -> Int? { entries.lastIndex { $0.index == index } }
}
