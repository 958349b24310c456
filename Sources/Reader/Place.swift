import Stories

/// Where one was in a story, in bytes of its text, so that it can be found again on any screen.
public struct Bookmark: Hashable, Sendable {
  /// Where the cursor stood.
  public var position: Int
  /// Where the first line in view began.
  public var top: Int
  /// Where the current claim began; `nil` if there was none.
  public var claim: Int?

  /// Makes a bookmark.
  public init(position: Int, top: Int, claim: Int?) {
    self.position = position
    self.top = top
    self.claim = claim
  }
}

/// A place that was visited: a story, where one was in it, and what one looked at.
struct Place: Hashable, Sendable {
  /// The story's index in the library.
  var story: Int
  /// Where one was in it; `nil` if it was not read yet.
  var mark: Bookmark?
  /// What it was narrowed to.
  var filter = Filter.all
  /// The pane with the keys.
  var focus: Pane
  /// The view on a deal that lay over the panes.
  var deal: DealView?
  /// The search across stories that lay over the panes.
  var finder: Finder.Spot?

  /// Whether somebody who reads there would say that it is elsewhere.
  func isElsewhere(than other: Place) -> Bool {
    story != other.story || mark?.position != other.mark?.position || mark?.claim != other.mark?.claim
      || deal != other.deal || finder != other.finder
  }
}

extension StoryView {
  /// Where one is.
  var mark: Bookmark {
    Bookmark(
      position: position, top: page.lines[top].bytes.lowerBound, claim: claim.map { story.claims[$0].span.start })
  }

  /// Goes to where a bookmark was left; does nothing if that cannot be in this text.
  mutating func go(to mark: Bookmark) {
    guard 0...story.text.bytes.count ~= mark.position, 0...story.text.bytes.count ~= mark.top else { return }
    if let start = mark.claim, let claim = counted.first(where: { story.claims[$0].span.start == start }) {
      take(claim: claim)
    }
    stand(on: mark.position)
    if mark.position <= page.lines[line].bytes.lowerBound { spot = nil }
    top = clamp(page.line(of: mark.top))
    follow()
  }
}

extension ReaderState {
  /// Where one is.
  var place: Place {
    Place(
      story: current, mark: view?.mark, filter: view?.filter ?? .all, focus: focus, deal: dealView,
      finder: overlay == .finder ? finder.spot : nil)
  }

  /// Goes back to the place before the last way, or forward again.
  mutating func travel(back: Bool, _ effects: inout [ReaderEffect]) {
    var target = back ? history.back(from: place) : history.forward(from: place)
    // There is no way into a story whose file is gone.
    while let story = target?.story, library.place(of: story) == nil {
      target = back ? history.back(from: place) : history.forward(from: place)
    }
    guard let target else {
      message = (back ? Phrase.noPlaceBefore : .noPlaceAfter)[language]
      return
    }
    visit(target.story, orSay: .lastStory, &effects)
    focus = target.focus
    overlay = target.deal.map { .deal($0) }
    if let spot = target.finder { openFinder(at: spot) }
    guard let mark = target.mark else { return }
    if views[current] != nil {
      _ = views[current]?.narrow(to: target.filter)
      views[current]?.go(to: mark)
    } else {
      awaited[current] = mark
    }
  }

  /// Where one is in each story that was visited, by the fingerprint of its text.
  public var bookmarks: [UInt64: Bookmark] {
    var marks = left
    for view in views.all { marks[view.story.text.fingerprint] = view.mark }
    return marks
  }
}
