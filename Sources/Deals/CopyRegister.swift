import Stories

/// Which stories are one text that came several times: a wire story in two papers, a page and its feed item, a story with
/// another headline.
///
/// Of the stories that are the same, the one that is shown first is the original. To put a story in costs the same however
/// many there are: those that it may be a copy of are found by bands of their sketches (locality-sensitive hashing), and
/// compared with originals only.
public struct CopyRegister: Sendable {
  /// Bands of so many bins of a sketch: two texts with 7 of 10 shingles in common agree in one band with 98 of 100 chances.
  private static let band = 3
  /// Sketches that are so much alike need no second look, and those that are less are no copies.
  private static let surely = 0.83
  private static let hardly = 0.5
  /// A copy has so much of the shingles of both, or so much of the shorter one's, which may lack up to half.
  private static let share = 0.7
  private static let part = 0.85

  private var sketches: [Int: Sketch] = [:]
  /// The originals whose sketch has a band, by the band: one, and those that came after it.
  private var first: [UInt64: Int32] = [:]
  private var others: [UInt64: [Int32]] = [:]
  private var originals: [Int: Int] = [:]
  private var copies: [Int: [Int]] = [:]

  /// Makes an empty register.
  public init() {}

  /// The story of which the one at `index` is a copy.
  public func original(of index: Int) -> Int? { originals[index] }

  /// The copies of the story at `index`, in the order in which they are shown.
  public func copies(of index: Int) -> [Int] { copies[index] ?? [] }

  /// Whether there is any copy.
  public var isEmpty: Bool { originals.isEmpty }

  /// Takes in that the story at `index` of `library` was read, changed, or is no longer there.
  ///
  /// Returns the stories that became copies or are none any more.
  public mutating func note(_ index: Int, in library: Library) -> [Int] {
    var changed: Set<Int> = []
    let sketch = library.place(of: index) == nil ? nil : library.story(index)?.sketch
    // One that has copies, or is one, may have another place among them now.
    if sketch != nil, sketch == sketches[index], originals[index] == nil, copies[index] == nil { return [] }
    for orphan in remove(index, &changed) { add(orphan, library, &changed) }
    if let sketch {
      sketches[index] = sketch
      add(index, library, &changed)
    }
    return changed.sorted()
  }

  /// Takes a story out; returns its copies, which have no original now.
  private mutating func remove(_ index: Int, _ changed: inout Set<Int>) -> [Int] {
    guard let sketch = sketches.removeValue(forKey: index) else { return [] }
    if let original = originals.removeValue(forKey: index) {
      changed.insert(index)
      copies[original]?.removeAll { $0 == index }
      if copies[original]?.isEmpty == true { copies[original] = nil }
      return []
    }
    for key in Self.bands(of: sketch) { withdraw(index, key) }
    let orphans = copies.removeValue(forKey: index) ?? []
    for orphan in orphans { originals[orphan] = nil }
    changed.formUnion(orphans)
    return orphans
  }

  private mutating func add(_ index: Int, _ library: Library, _ changed: inout Set<Int>) {
    guard let sketch = sketches[index] else { return }
    let keys = Self.bands(of: sketch)
    if let original = original(for: index, sketch, keys, library) {
      if isBefore(index, original, library) {
        // It came later but stands before it: those that were copies of that one are of this one now.
        for orphan in displace(original, &changed) { join(orphan, to: index, library, &changed) }
        enter(index, keys)
        join(original, to: index, library, &changed)
      } else {
        join(index, to: original, library, &changed)
      }
    } else {
      enter(index, keys)
    }
  }

  /// Makes an original none; returns its copies.
  private mutating func displace(_ index: Int, _ changed: inout Set<Int>) -> [Int] {
    let sketch = sketches[index]
    let orphans = remove(index, &changed)
    sketches[index] = sketch
    return orphans
  }

  private mutating func join(_ index: Int, to original: Int, _ library: Library, _ changed: inout Set<Int>) {
    originals[index] = original
    var all = copies[original] ?? []
    let place = all.firstIndex { isBefore(index, $0, library) } ?? all.count
    all.insert(index, at: place)
    copies[original] = all
    changed.insert(index)
  }

  private func isBefore(_ a: Int, _ b: Int, _ library: Library) -> Bool {
    (library.place(of: a) ?? .max) < (library.place(of: b) ?? .max)
  }

  // MARK: - Which may be the same

  /// The original of which the story at `index` is a copy, or which is one of it.
  private func original(for index: Int, _ sketch: Sketch, _ keys: [UInt64], _ library: Library) -> Int? {
    var seen: Set<Int32> = []
    var likely: [(resemblance: Double, index: Int)] = []
    for key in keys {
      for candidate in [first[key]].compactMap({ $0 }) + (others[key] ?? []) where seen.insert(candidate).inserted {
        guard let other = sketches[Int(candidate)] else { continue }
        let resemblance = sketch.resemblance(to: other)
        if resemblance >= Self.surely { return Int(candidate) }
        if resemblance >= Self.hardly { likely.append((resemblance, Int(candidate))) }
      }
    }
    if likely.isEmpty { return nil }
    likely.sort { ($1.resemblance, $0.index) < ($0.resemblance, $1.index) }
    guard let shingles = library.story(index).map({ Self.shingles($0) }) else { return nil }
    return likely.prefix(Self.mostCompared).map(\.index).first { candidate in
      library.story(candidate).map { Self.isSame(shingles, Self.shingles($0)) } ?? false
    }
  }

  /// Of many that are somewhat alike only so many are compared, the likeliest: to go through a text takes a tenth of a millisecond.
  private static let mostCompared = 4

  private static func shingles(_ story: Story) -> Set<UInt64> { Set(Sketch.shingles(story.text, story.layout)) }

  /// Whether two stories have so many shingles in common that they are one text.
  private static func isSame(_ one: Set<UInt64>, _ two: Set<UInt64>) -> Bool {
    let common = Double(one.intersection(two).count)
    let (shorter, longer) = (Double(min(one.count, two.count)), Double(max(one.count, two.count)))
    return common >= share * (shorter + longer - common) || common >= part * shorter && shorter * 2 >= longer
  }

  private static func bands(of sketch: Sketch) -> [UInt64] {
    stride(from: 0, to: Sketch.size, by: band).map { start in
      sketch.bins[start..<start + band].reduce(UInt64(start)) { $0 << 16 | UInt64($1) }
    }
  }

  /// More originals than this with one band are told apart by other bands: it may be a phrase that every story has.
  private static let mostAlike = 32

  private mutating func enter(_ index: Int, _ keys: [UInt64]) {
    for key in keys {
      if first[key] == nil {
        first[key] = Int32(index)
      } else if others[key]?.count ?? 0 < Self.mostAlike {
        others[key, default: []].append(Int32(index))
      }
    }
  }

  private mutating func withdraw(_ index: Int, _ key: UInt64) {
    others[key]?.removeAll { $0 == Int32(index) }
    if first[key] == Int32(index) {
      first[key] = others[key]?.first
      if others[key]?.isEmpty == false { others[key]?.removeFirst() }
    }
    if others[key]?.isEmpty == true { others[key] = nil }
  }
}
