import Deals
import Stories

/// Which stories the story list shows, and in which order.
///
/// What orders and what narrows is worked out once for each story; a story that changes costs its own work and one pass over
/// numbers.
struct StoryRows: Sendable {
  /// By what the list is ordered.
  enum Order: CaseIterable, Sendable {
    /// In the order in which they were asked for.
    case opened
    /// The newest first, then those without a date.
    case date
    /// By deal, or by outlet, the newest of each first; then those that have none.
    case deal, outlet
    case name
  }

  /// The rows: entries of the library.
  private(set) var entries: [Int32] = []
  /// The order.
  private(set) var order = Order.opened
  /// What the list is narrowed to, as typed.
  private(set) var words = ""
  /// Whether the line for that has the keys.
  var hasLine = false

  /// All entries in order.
  private var ordered: [Int32] = []
  private var facts = StoryFacts()
  /// What each entry is narrowed by: its columns, folded, a line each, the name of its file first; of the first entries
  /// only, until all are needed.
  private var columns: [[UInt8]] = []
  private var changed: [Int] = []
  /// What the deals of stories are called, by entry, and the state of the deals that this is of.
  private var dealNames: [Int: Wording] = [:]
  private var dealVersion = -1

  /// How many entries of the library the order and what narrows it know of.
  private var known = 0

  /// Notes that the library's entry at `entry` is another one now: what orders it is worked out while the story is at hand,
  /// since all of a large library would keep a key waiting.
  mutating func note(_ entry: Int, _ library: Library, _ language: Language) {
    facts.grow(to: library.entries.count)
    state(entry, library, language)
    if entry < known { changed.append(entry) }
  }

  /// Works out what the entry at `entry` is ordered by.
  private mutating func state(_ entry: Int, _ library: Library, _ language: Language) {
    guard let story = library.story(entry) else { return facts.remove(entry) }
    facts.set(entry, day: story.day, deal: deal(entry, of: story, language), outlet: story.layout.outlet?[language])
  }

  /// More stories than this are ordered by what each says is bought: to group them all anew would keep a key waiting.
  static let mostGrouped = 5_000

  /// Calls deals as `book` does, if that has changed.
  mutating func adopt(_ book: DealBook, _ library: Library, _ titles: [String?], _ language: Language) {
    guard book.version != dealVersion, library.entries.count <= StoryRows.mostGrouped else { return }
    dealVersion = book.version
    dealNames = book.dealNames()
    columns.removeAll(keepingCapacity: true)
    for entry in library.entries.indices { state(entry, library, language) }
    catchUp(library, titles, language)
    reorder(library, titles, language)
    narrow(from: ordered, library, titles, language)
  }

  /// What the deal of the story at `entry` is called: as most stories of the deal do, else by what the story says is bought.
  func deal(_ entry: Int, of story: Story, _ language: Language) -> String? {
    (dealNames[entry] ?? story.target?.name)?[language]
  }

  /// Has the rows be those of now; while stories still come, only once enough of them have come to matter.
  mutating func refresh(_ library: Library, _ titles: [String?], _ language: Language, isReading: Bool) {
    // A part each time, so that no key waits for all of a large library.
    fold(library, titles, language, upTo: columns.count + 20_000)
    let missing = abs(library.shown - ordered.count)
    guard missing > 0 || !changed.isEmpty else { return }
    guard !isReading || (changed.count + missing) * 50 > ordered.count else { return }
    let fresh = catchUp(library, titles, language)
    if order == .opened { ordered = Self.shown(library) } else { merge(fresh, library, titles, language) }
    narrow(from: ordered, library, titles, language)
  }

  /// Takes in the entries that changed or came; returns them, each once.
  @discardableResult private mutating func catchUp(
    _ library: Library, _ titles: [String?], _ language: Language
  ) -> [Int32] {
    let count = library.entries.count
    let fresh = Set(changed).sorted().map(Int32.init) + (known..<max(known, count)).map(Int32.init)
    changed.removeAll()
    known = count
    for entry in fresh.lazy.map(Int.init) where entry < columns.count {
      columns[entry] = columns(entry, library, titles[entry], language)
    }
    return fresh
  }

  /// The entries in the order of the library, without copies.
  private static func shown(_ library: Library) -> [Int32] {
    library.copies == 0
      ? library.order.map { Int32($0) }
      : library.order.compactMap { library.entries[$0].original == nil ? Int32($0) : nil }
  }

  private mutating func merge(_ fresh: [Int32], _ library: Library, _ titles: [String?], _ language: Language) {
    if order == .name { fold(library, titles, language, upTo: .max) }
    var isFresh = [Bool](repeating: false, count: known)
    for entry in fresh { isFresh[Int(entry)] = true }
    let kept = ordered.filter { !isFresh[Int($0)] && library.place(of: Int($0)) != nil }
    let new = fresh.filter { library.place(of: Int($0)) != nil && library.entries[Int($0)].original == nil }
      .sorted { precedes($0, $1) }
    var merged: [Int32] = []
    merged.reserveCapacity(kept.count + new.count)
    var (a, b) = (0, 0)
    while a < kept.count || b < new.count {
      if b == new.count || a < kept.count && precedes(kept[a], new[b]) {
        merged.append(kept[a])
        a += 1
      } else {
        merged.append(new[b])
        b += 1
      }
    }
    ordered = merged
  }

  /// Orders the list by what comes next.
  mutating func cycle(_ library: Library, _ titles: [String?], _ language: Language) {
    let all = Order.allCases
    order = all[((all.firstIndex(of: order) ?? 0) + 1) % all.count]
    catchUp(library, titles, language)
    reorder(library, titles, language)
    narrow(from: ordered, library, titles, language)
  }

  private mutating func reorder(_ library: Library, _ titles: [String?], _ language: Language) {
    let entries = Self.shown(library)
    switch order {
    case .opened: ordered = entries
    case .name:
      fold(library, titles, language, upTo: .max)
      ordered = entries.sorted { precedes($0, $1) }
    case .date, .deal, .outlet: ordered = facts.sorted(entries, by: order)
    }
  }

  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    guard order == .name else { return facts.precedes(a, b, by: order) }
    // The name of the file is the first column.
    let (one, other) = (columns[Int(a)].prefix { $0 != 0 }, columns[Int(b)].prefix { $0 != 0 })
    return one == other ? a < b : one.lexicographicallyPrecedes(other)
  }

  /// `text` folded, with single spaces.
  static func folded(_ text: String) -> String {
    var bytes: [UInt8] = []
    append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends `text` folded, with single spaces, as UTF-8.
  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { utf8 in
      var place = 0
      while place < utf8.count {
        // Most letters need no more than this.
        let byte = utf8[place]
        if byte > 0x20, byte < 0x80 {
          bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
          place += 1
          continue
        }
        let step = Folding.step(utf8, place)
        place += step.bytes
        if step.first == Folding.space, bytes.last == 0x20 { continue }
        append(step.first, to: &bytes)
        append(step.second, to: &bytes)
      }
    }
  }

  @inline(__always)
  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    if scalar == 0 { return }
    if scalar < 0x80 { return bytes.append(UInt8(scalar)) }
    if let scalar = Unicode.Scalar(scalar), let encoded = Unicode.UTF8.encode(scalar) {
      bytes.append(contentsOf: encoded)
    }
  }

  // MARK: Narrowing

  /// Narrows the list to the stories that have each word of `words` in some column.
  mutating func narrow(to words: String, _ library: Library, _ titles: [String?], _ language: Language) {
    let words = String(words.prefix(Self.longest))
    // What has more letters is found among what had fewer.
    let isLonger = !self.words.isEmpty && words.hasPrefix(self.words)
    self.words = words
    narrow(from: isLonger ? entries : ordered, library, titles, language)
  }

  /// More letters than anybody narrows with.
  private static let longest = 200

  /// The words that the list is narrowed to, folded.
  private var patterns: [[UInt8]] {
    words.split(whereSeparator: \.isWhitespace).map { Array(Self.folded(String($0)).utf8) }
  }

  private mutating func narrow(
    from rows: [Int32], _ library: Library, _ titles: [String?], _ language: Language
  ) {
    let patterns = patterns.filter { !$0.isEmpty }
    if patterns.isEmpty {
      entries = ordered
      return
    }
    fold(library, titles, language, upTo: .max)
    entries = rows.filter { row in
      columns[Int(row)].withUnsafeBufferPointer { text in patterns.allSatisfy { Self.stands($0, in: text) } }
    }
  }

  /// Folds the columns of the entries before `end` that are not yet.
  private mutating func fold(_ library: Library, _ titles: [String?], _ language: Language, upTo end: Int) {
    for entry in columns.count..<max(columns.count, min(end, library.entries.count)) {
      columns.append(columns(entry, library, titles[entry], language))
    }
  }

  private func columns(_ index: Int, _ library: Library, _ title: String?, _ language: Language) -> [UInt8] {
    let entry = library.entries[index]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(120)
    func add(_ column: String?) {
      guard let column else { return }
      Self.append(column, to: &bytes)
      bytes.append(0)
    }
    add(entry.name)
    add(title)
    guard case .read(let story) = entry.state else { return bytes }
    add(story.layout.date)
    add(story.layout.outlet?[language])
    add(deal(index, of: story, language))
    return bytes
  }

  private static func stands(_ wanted: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    wanted.withUnsafeBufferPointer { wanted in
      var start = 0
      while start + wanted.count <= text.count {
        if text[start] == wanted[0] {
          var next = 1
          while next < wanted.count, text[start + next] == wanted[next] { next += 1 }
          if next == wanted.count { return true }
        }
        start += 1
      }
      return false
    }
  }

  /// Where what the list is narrowed to stands in a column that says `text`.
  func matches(in text: String) -> [Span] {
    if words.isEmpty { return [] }
    let bytes = StoryText(bytes: Array(text.utf8))
    return words.split(whereSeparator: \.isWhitespace).flatMap { Search(String($0), in: bytes).matches }
  }

  /// The place of `entry` among the rows.
  func place(of entry: Int) -> Int? { entries.firstIndex(of: Int32(entry)) }
}
