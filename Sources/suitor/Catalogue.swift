/// The stories that were found, in the order in which the reader shows them: what the thread that looks for them knows.
///
/// A story's index is that of the reader's library. In memory it is a few dozen bytes a story.
struct Catalogue {
  /// By index: what each story is.
  private var items: [(path: Path?, root: Int32, identity: UInt)] = []
  /// The indices of those that are there, in order.
  private(set) var order: [Int32] = []
  /// The indices of those that were there, by their paths.
  private var gone: [Place: Int] = [:]

  private struct Place: Hashable {
    var root: Int32
    var path: Path
  }

  /// A run of stories that come one after the other.
  struct Run {
    /// The stories, which have the indices from `first` on.
    var first: Int
    var found: [StoryFinder.Found]
    /// The story that comes after them; `nil` if they are the last.
    var successor: Int?
  }

  /// How many there have ever been.
  var count: Int { items.count }

  /// Where the file of the story at `index` is.
  func path(_ index: Int) -> Path? { items[index].path }

  /// Adds stories, which must be in order among themselves; those that are there already are passed over.
  mutating func add(_ found: [StoryFinder.Found]) -> [Run] {
    var runs: [Run] = []
    var rest = found[...]
    while let head = rest.first {
      let place = self.place(of: head.item.path, head.root)
      if isThere(head, at: place) {
        rest.removeFirst()
        continue
      }
      let successor = place < order.count ? Int(order[place]) : nil
      var run: [StoryFinder.Found] = []
      while let next = rest.first, successor.map({ precedes(next, $0) }) ?? true {
        run.append(next)
        rest.removeFirst()
      }
      let first = items.count
      items += run.map { ($0.item.path, $0.root, $0.identity) }
      order.insert(contentsOf: (first..<items.count).lazy.map(Int32.init), at: place)
      runs.append(Run(first: first, found: run, successor: successor))
    }
    return runs
  }

  /// Puts the story at `index`, which is not there, where `found` is; returns the story that comes after it.
  mutating func put(_ index: Int, as found: StoryFinder.Found) -> Int? {
    let place = self.place(of: found.item.path, found.root)
    let successor = place < order.count ? Int(order[place]) : nil
    if let path = items[index].path { gone[Place(root: items[index].root, path: path)] = nil }
    items[index] = (found.item.path, found.root, found.identity)
    order.insert(Int32(index), at: place)
    return successor
  }

  /// The story that was at the place of `found` until it went; it is no longer known as gone.
  mutating func takeGone(_ found: StoryFinder.Found) -> Int? {
    found.item.path.flatMap { gone.removeValue(forKey: Place(root: found.root, path: $0)) }
  }

  /// The story whose file or folder is at `path`.
  func index(of path: Path?, _ root: Int32) -> Int? {
    guard let path else { return nil }
    let place = self.place(of: path, root)
    guard place < order.count else { return nil }
    let index = Int(order[place])
    return items[index].root == root && items[index].path == path ? index : nil
  }

  /// Whether the story at `index` is there.
  func isThere(_ index: Int) -> Bool { items[index].path.flatMap { self.index(of: $0, items[index].root) } == index }

  /// The stories at `path` and below it.
  func indices(within path: Path, _ root: Int32) -> [Int] {
    var place = self.place(of: path, root)
    var indices: [Int] = []
    while place < order.count {
      let index = Int(order[place])
      guard items[index].root == root, items[index].path?.isWithin(path) == true else { break }
      indices.append(index)
      place += 1
    }
    return indices
  }

  /// Takes a story out, and remembers that it was there; returns the number of its file.
  mutating func remove(_ index: Int) -> UInt {
    let item = items[index]
    guard let path = item.path else { return 0 }
    let place = self.place(of: path, item.root)
    guard place < order.count, order[place] == Int32(index) else { return 0 }
    order.remove(at: place)
    gone[Place(root: item.root, path: path)] = index
    return item.identity
  }

  /// Says which file a story is in now.
  mutating func identify(_ index: Int, _ identity: UInt) { items[index].identity = identity }

  /// The place of the first story that does not come before `path`.
  private func place(of path: Path?, _ root: Int32) -> Int {
    guard let path else { return order.count }
    var low = 0
    var high = order.count
    // Most of them come last.
    if let last = order.last, isBefore(Int(last), path, root) { return high }
    while low < high {
      let middle = (low + high) / 2
      if isBefore(Int(order[middle]), path, root) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isBefore(_ index: Int, _ path: Path, _ root: Int32) -> Bool {
    let item = items[index]
    if item.root != root { return item.root < root }
    return item.path?.precedes(path) ?? true
  }

  private func precedes(_ found: StoryFinder.Found, _ index: Int) -> Bool {
    let item = items[index]
    if item.root != found.root { return found.root < item.root }
    guard let path = found.item.path, let other = item.path else { return false }
    return path.precedes(other)
  }

  private func isThere(_ found: StoryFinder.Found, at place: Int) -> Bool {
    guard place < order.count, let path = found.item.path else { return false }
    let item = items[Int(order[place])]
    return item.root == found.root && item.path == path
  }
}
