import CGumbo

/// The parts of a page that are not its article, whatever they say: navigation, notices, links to others, comments, captions,
/// buttons, advertisements, what is hidden.
struct Furniture {
  /// Whether a node, with all within it, is such a part.
  private(set) var isCut: [Bool]
  /// Whether the page is a report that goes on, whose times are part of it.
  let isLive: Bool
  /// How many bytes of text there are outside of links before each node, and in all.
  private let unlinked: [Int]
  /// The same within links.
  private let linked: [Int]
  /// How many elements before each node must be kept, and all that holds them: the headline, `main`, the text by microdata.
  private let anchors: [Int]

  init(_ tree: PageTree, headline: Int?, isLive: Bool) {
    self.isLive = isLive
    isCut = Array(repeating: false, count: tree.nodes.count)
    (unlinked, linked, anchors) = Self.sums(tree, headline: headline)
    let cards = isLive ? [] : Self.cards(in: tree)
    let replies = Self.replies(in: tree)
    var index = 0
    while index < tree.nodes.count {
      if cards.contains(index), anchors[tree.nodes[index].end] == anchors[index] {
        isCut[index] = true
        index = tree.nodes[index].end
      } else if replies.contains(index), anchors[tree.nodes[index].end] == anchors[index], share(index, tree) < 0.5 {
        isCut[index] = true
        index = tree.nodes[index].end
      } else if let tag = tree.tag(index), index > 0, tag != GUMBO_TAG_BODY, isFurniture(index, tag, tree) {
        isCut[index] = true
        index = tree.nodes[index].end
      } else {
        index += 1
      }
    }
  }

  private static func sums(_ tree: PageTree, headline: Int?) -> ([Int], [Int], [Int]) {
    var unlinked = [0]
    var linked = [0]
    var link = 0
    var anchors = [0]
    unlinked.reserveCapacity(tree.nodes.count + 1)
    anchors.reserveCapacity(tree.nodes.count + 1)
    var silent = 0
    for index in tree.all {
      var text = 0
      var anchor = 0
      if let tag = tree.tag(index) {
        if TagSet.unread.contains(tag) { silent = max(silent, tree.nodes[index].end) }
        if tag == GUMBO_TAG_A { link = max(link, tree.nodes[index].end) }
        if index == headline || tag == GUMBO_TAG_MAIN || tree.attribute(index, "itemprop") == "articleBody"
          || tree.attribute(index, "role") == "main"
        {
          anchor = 1
        }
      } else if index >= silent, !tree.isBlank(index) {
        text = tree.length(index)
      }
      unlinked.append(unlinked[index] + (index < link ? 0 : text))
      linked.append(linked[index] + (index < link ? text : 0))
      anchors.append(anchors[index] + anchor)
    }
    return (unlinked, linked, anchors)
  }

  /// Elements that hold a list of other articles: three or more alike, each with a heading that is a link.
  private static func cards(in tree: PageTree) -> Set<Int> {
    // How many headings there are before each node of which a link is part, or which are part of a link.
    var linked = [0]
    linked.reserveCapacity(tree.nodes.count + 1)
    var link = 0
    var heading = 0
    for index in tree.all {
      var count = 0
      if let tag = tree.tag(index) {
        if tag == GUMBO_TAG_A {
          link = max(link, tree.nodes[index].end)
          if index < heading { count = 1 }
        } else if TagSet.headings.contains(tag) {
          heading = max(heading, tree.nodes[index].end)
          if index < link { count = 1 }
        }
      }
      linked.append(linked[index] + count)
    }
    var children: [Int: (all: Int, linked: Int)] = [:]
    for index in tree.all where tree.tag(index) != nil && tree.nodes[index].parent >= 0 {
      guard let tag = tree.tag(index), cardTags.contains(tag) else { continue }
      let isLinked = linked[tree.nodes[index].end] > linked[index]
      children[tree.nodes[index].parent, default: (0, 0)].all += 1
      if isLinked { children[tree.nodes[index].parent]!.linked += 1 }
    }
    return Set(children.lazy.filter { $0.value.linked >= 3 && $0.value.linked * 5 >= $0.value.all * 4 }.map(\.key))
  }

  /// Elements that each hold what a reader wrote: three or more beside each other in which one can answer.
  private static func replies(in tree: PageTree) -> Set<Int> {
    var calls: [Int] = []
    for index in tree.all
    where tree.tag(index) == nil && !tree.isBlank(index) && tree.length(index) <= 40 && calls.count < 5000 {
      if PagePhrases.replies.contains(InlineText.line(tree.text(index)).lowercased()) { calls.append(index) }
    }
    // The elements that hold calls, and which of their children do.
    var holders: [Int: Set<Int>] = [:]
    for call in calls {
      var child = call
      for parent in tree.parents(call).prefix(10) {
        holders[parent, default: []].insert(child)
        child = parent
      }
    }
    var found: Set<Int> = []
    for call in calls {
      for parent in tree.parents(call).prefix(10) where holders[parent]!.count >= 3 {
        found.formUnion(holders[parent]!)
        break
      }
    }
    return found
  }

  private static let cardTags: TagSet = [
    GUMBO_TAG_ARTICLE, GUMBO_TAG_LI, GUMBO_TAG_DIV, GUMBO_TAG_SECTION, GUMBO_TAG_P,
  ]

  /// How much of the page's text outside of links a node has, from 0 to 1.
  private func share(_ index: Int, _ tree: PageTree) -> Double {
    let all = unlinked[unlinked.count - 1]
    return all == 0 ? 0 : Double(length(index, tree)) / Double(all)
  }

  private func length(_ index: Int, _ tree: PageTree) -> Int { unlinked[tree.nodes[index].end] - unlinked[index] }

  /// Whether hardly anything within a node is a link.
  private func isUnlinked(_ index: Int, _ tree: PageTree) -> Bool {
    (linked[tree.nodes[index].end] - linked[index]) * 10 < length(index, tree)
  }

  private func isFurniture(_ index: Int, _ tag: GumboTag, _ tree: PageTree) -> Bool {
    if TagSet.unread.contains(tag) || tree.foreignName(index) == "dialog" { return true }
    let holdsAnchor = anchors[tree.nodes[index].end] > anchors[index]
    if Hidden.isHidden(index, in: tree) { return !holdsAnchor && share(index, tree) < 0.6 }
    if holdsAnchor { return false }
    switch tag {
    case GUMBO_TAG_NAV, GUMBO_TAG_MENU, GUMBO_TAG_DIR, GUMBO_TAG_FIGCAPTION: return true
    case GUMBO_TAG_ASIDE, GUMBO_TAG_FORM: if share(index, tree) < 0.5 { return true }
    case GUMBO_TAG_FOOTER: if tree.tag(tree.nodes[index].parent) != GUMBO_TAG_BLOCKQUOTE { return true }
    case GUMBO_TAG_HEADER:
      if share(index, tree) < 0.3, !tree.parents(index).contains(where: { tree.tag($0) == GUMBO_TAG_ARTICLE }) {
        return true
      }
    default: break
    }
    if let role = tree.attribute(index, "role"), Self.roles.contains(role), share(index, tree) < 0.5 { return true }
    if tree.attribute(index, "aria-hidden") == "true", share(index, tree) < 0.3 { return true }
    let kinds = tree.kinds[index]
    if kinds.isEmpty { return false }
    if !kinds.isDisjoint(with: .furniture), kinds.isDisjoint(with: .body) || share(index, tree) < 0.3 { return true }
    // What "Read more" leads to is another article, or the rest of this one.
    if kinds.contains(.unfolding), share(index, tree) < 0.3 || !isUnlinked(index, tree) { return true }
    if kinds.contains(.layout), kinds.isDisjoint(with: [.content, .body, .standfirst]), share(index, tree) < 0.5 {
      return true
    }
    if kinds.contains(.paywall), kinds.isDisjoint(with: [.content, .body]), share(index, tree) < 0.7 { return true }
    if !kinds.isDisjoint(with: .credits), kinds.isDisjoint(with: [.body, .standfirst]), length(index, tree) < 200 {
      return !(isLive && kinds.contains(.day))
    }
    return false
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar",
    "toolbar",
    "tablist", "alert", "tooltip", "form",
  ]
}
