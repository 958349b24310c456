import Stories

/// Finds what a query asks for among many stories without looking at each: an inverted index.
///
/// It grows story by story. A story that is replaced or gone leaves a gap, so that the work is that for what changed; once
/// gaps prevail, `isSparse` says that it is better made anew.
public struct SearchIndex: Sendable {
  /// For each entry of the library the number of its story here, -1 without one.
  private var numbers: [Int32] = []
  /// For each story its entry in the library, -1 for a gap.
  private var entries: [Int32] = []
  private var days: [Int32] = []
  /// The number of each story's first claim, and the number of claims.
  private var firstClaims: [Int32] = [0]
  private var certainties: [UInt8] = []
  private var manners: [UInt8] = []
  private var stages: [UInt8] = []
  private var confidences: [Double] = []
  /// Where in its text each claim stands.
  private var spans: [Span] = []
  private var liveStories = BitSet(capacity: 0)
  private var liveClaims = BitSet(capacity: 0)
  /// The stories that have been read, those with something noted, and those with something put right.
  private var readStories = BitSet(capacity: 0)
  private var notedStories = BitSet(capacity: 0)
  private var correctedStories = BitSet(capacity: 0)
  private var gaps = 0

  private var claimWords = Postings()
  private var textWords = Postings()
  private var parties = Names()
  private var abouts = Names()
  private var sources = Names()
  private var deals = Names()
  private var outlets = Names()

  /// The stories, the newest first, and those that are still to be put among them.
  private var order: [Int32] = []
  private var unordered: [Int32] = []

  /// Makes an index of nothing.
  public init() {}

  /// How many stories it holds.
  public var count: Int { entries.count - gaps }

  /// Whether there are more gaps than stories.
  public var isSparse: Bool { gaps > count + 64 }

  // MARK: What it holds

  /// Notes that the library's entry at `entry` is now `story`, or no story.
  public mutating func set(_ story: Story?, at entry: Int) {
    while numbers.count <= entry { numbers.append(-1) }
    let before = Int(numbers[entry])
    if before >= 0 {
      entries[before] = -1
      gaps += 1
      liveStories.remove(before..<before + 1)
      notedStories.remove(before..<before + 1)
      correctedStories.remove(before..<before + 1)
      liveClaims.remove(Int(firstClaims[before])..<Int(firstClaims[before + 1]))
      numbers[entry] = -1
    }
    guard let story else { return }
    let number = entries.count
    numbers[entry] = Int32(number)
    entries.append(Int32(entry))
    unordered.append(Int32(number))
    days.append(story.day)
    add(story, number)
  }

  private mutating func add(_ story: Story, _ number: Int) {
    let first = certainties.count
    story.text.bytes.withUnsafeBufferPointer { bytes in
      var words = FoldedWords(bytes, 0..<bytes.count)
      while words.next() { textWords.add(words.word, number) }
      for (index, claim) in story.claims.enumerated() {
        var words = FoldedWords(bytes, claim.span.range)
        while words.next() { claimWords.add(words.word, first + index) }
      }
    }
    let keys = story.parties.map { Names.key($0.names) }
    let partyNumbers = keys.map { parties.number(of: $0) }
    let aboutNumbers = keys.map { abouts.number(of: $0) }
    let sourceNumbers = story.sources.map { sources.number(of: Names.key($0.names)) }
    for (index, claim) in story.claims.enumerated() {
      certainties.append(Self.code(claim.certainty, in: Claim.Certainty.allCases))
      manners.append(Self.code(claim.manner, in: Claim.Manner.allCases))
      stages.append(claim.stage.map { Self.code($0, in: Stage.allCases) } ?? .max)
      confidences.append(claim.confidence)
      spans.append(claim.span)
      for party in claim.parties {
        parties.add(number: partyNumbers[party], first + index)
        abouts.add(number: aboutNumbers[party], first + index)
      }
      for source in claim.chain {
        sources.add(number: sourceNumbers[source], first + index)
        if let party = story.sources[source].party { parties.add(number: partyNumbers[party], first + index) }
      }
    }
    for target in story.targets { deals.add(target.names, number) }
    if let outlet = story.layout.outlet { outlets.add([outlet.english, outlet.french], number) }
    firstClaims.append(Int32(certainties.count))
    liveStories.reserve(number + 1)
    liveStories.insert(number)
    readStories.reserve(number + 1)
    if story.isRead { readStories.insert(number) }
    notedStories.reserve(number + 1)
    if !story.remarks.isEmpty { notedStories.insert(number) }
    correctedStories.reserve(number + 1)
    if story.isCorrected { correctedStories.insert(number) }
    liveClaims.reserve(certainties.count)
    liveClaims.insert(first..<certainties.count)
  }

  private static func code<Value: Equatable>(_ value: Value, in all: [Value]) -> UInt8 {
    UInt8(all.firstIndex(of: value) ?? 0)
  }

  // MARK: What is asked

  /// What `query` finds, the newest stories first, those without a date last, the claims of a story by their place.
  ///
  /// Claims with less confidence than `least` are as if they were not there. `story` returns the story of an entry that the
  /// index holds, for its notes, and `text` its text: words beside each other are looked up in it.
  public mutating func find(
    _ query: Query, from least: Double = 0, story: (Int) -> Story?, text: (Int) -> StoryText?
  ) -> SearchResults {
    guard !query.isEmpty else { return SearchResults() }
    claimWords.sort()
    if query.scope == .text { textWords.sort() }
    sortStories()
    var stories = liveStories
    for term in query.terms where term.condition.isOfStory { narrow(&stories, term, documents(term.condition)) }
    let isText = query.scope == .text
    let ofClaims = query.terms.filter { !query.isOfStory($0.condition) && !(isText && $0.condition.isWords) }
    if isText {
      for term in query.terms where term.condition.isNoted { narrow(&stories, noted: term, from: least, story) }
      for term in query.terms where term.condition.isWords { narrow(&stories, term, text) }
      if ofClaims.isEmpty { return results(stories, claims: nil) }
    }
    var claims = claims(of: stories)
    if least > 0 {
      for claim in confidences.indices where confidences[claim] < least { claims.remove(claim..<claim + 1) }
    }
    // Words beside each other are looked up in the texts, so they come last, when few claims are left.
    for term in ofClaims where !term.isPhrase && !term.condition.isNoted {
      narrow(&claims, term, documents(term.condition))
    }
    for term in ofClaims where term.condition.isNoted { narrow(&claims, noted: term, of: stories, story) }
    for term in ofClaims where term.isPhrase { narrow(&claims, phrase: term, text) }
    if !isText { return results(stories, claims: claims) }
    var claimed = BitSet(capacity: entries.count)
    stories.forEach { number in
      if claims.count(in: claimRange(number)) > 0 { claimed.insert(number) }
    }
    return results(claimed, claims: nil)
  }

  private func claimRange(_ number: Int) -> Range<Int> { Int(firstClaims[number])..<Int(firstClaims[number + 1]) }

  private func claims(of stories: BitSet) -> BitSet {
    if stories == liveStories { return liveClaims }
    var claims = BitSet(capacity: certainties.count)
    stories.forEach { claims.insert(claimRange($0)) }
    return claims
  }

  private func narrow(_ set: inout BitSet, _ term: Query.Term, _ documents: BitSet) {
    if term.isExcluded { set.subtract(documents) } else { set.formIntersection(documents) }
  }

  /// The claims, or for what is asked of stories the stories, that a condition holds for; for several words those that
  /// hold them all.
  private func documents(_ condition: Query.Condition) -> BitSet {
    var set = BitSet(capacity: condition.isOfStory ? entries.count : certainties.count)
    switch condition {
    case .words(let pattern): set = documents(pattern, in: claimWords, set)
    case .party(let patterns): parties.add(patterns, to: &set)
    case .about(let patterns): abouts.add(patterns, to: &set)
    case .source(let patterns): sources.add(patterns, to: &set)
    case .deal(let patterns): deals.add(patterns, to: &set)
    case .outlet(let patterns): outlets.add(patterns, to: &set)
    case .certainty(let chosen):
      add(certainties, chosen.map { Self.code($0, in: Claim.Certainty.allCases) }, to: &set)
    case .manner(let chosen): add(manners, chosen.map { Self.code($0, in: Claim.Manner.allCases) }, to: &set)
    case .stage(let chosen): add(stages, chosen.map { Self.code($0, in: Stage.allCases) }, to: &set)
    case .date(let ranges):
      for (number, day) in days.enumerated() where ranges.contains(where: { $0.contains(day) }) { set.insert(number) }
    case .state(let chosen) where condition.isOfStory:
      if chosen.contains(.read) { set.formUnion(readStories) }
      if chosen.contains(.unread) {
        set.formUnion(liveStories)
        if !chosen.contains(.read) { set.subtract(readStories) }
      }
    case .note, .tag, .state: preconditionFailure("notes are looked up in stories")
    }
    return set
  }

  private func documents(_ pattern: Pattern, in postings: Postings, _ empty: BitSet) -> BitSet {
    var all: BitSet?
    for (index, word) in pattern.words.enumerated() {
      var set = empty
      if pattern.isOpen, index == pattern.words.count - 1 {
        postings.add(beginningWith: word, to: &set)
      } else {
        postings.add(documentsOf: word, to: &set)
      }
      if all == nil { all = set } else { all?.formIntersection(set) }
    }
    return all ?? empty
  }

  private func add(_ column: [UInt8], _ codes: [UInt8], to set: inout BitSet) {
    var isChosen = [Bool](repeating: false, count: 256)
    for code in codes { isChosen[Int(code)] = true }
    for (claim, code) in column.enumerated() where isChosen[Int(code)] { set.insert(claim) }
  }

  /// Narrows claims to those that hold, or do not hold, words beside each other.
  private func narrow(_ claims: inout BitSet, phrase term: Query.Term, _ text: (Int) -> StoryText?) {
    guard case .words(let pattern) = term.condition else { return }
    var candidates = documents(.words(pattern))
    candidates.formIntersection(claims)
    var held = BitSet(capacity: certainties.count)
    var number = 0
    var bytes: [UInt8] = []
    var end = 0
    candidates.forEach { claim in
      if claim >= end {
        while Int(firstClaims[number + 1]) <= claim { number += 1 }
        end = Int(firstClaims[number + 1])
        bytes = text(Int(entries[number]))?.bytes ?? []
      }
      let range = spans[claim].range
      guard range.upperBound <= bytes.count else { return }
      if bytes.withUnsafeBufferPointer({ pattern.occurs(in: $0, range) }) { held.insert(claim) }
    }
    narrow(&claims, term, held)
  }

  /// Narrows claims to those that what is asked of notes counts for, or does not count for.
  private func narrow(
    _ claims: inout BitSet, noted term: Query.Term, of stories: BitSet, _ story: (Int) -> Story?
  ) {
    var held = BitSet(capacity: certainties.count)
    forEachNoted(term.condition, among: stories, story) { number, story, noted in
      for index in story.claims.indices where noted.counts(for: index, of: story) {
        held.insert(Int(firstClaims[number]) + index)
      }
    }
    narrow(&claims, term, held)
  }

  /// Narrows stories to those that what is asked of notes counts for, or does not count for.
  private func narrow(
    _ stories: inout BitSet, noted term: Query.Term, from least: Double, _ story: (Int) -> Story?
  ) {
    var held = BitSet(capacity: entries.count)
    forEachNoted(term.condition, among: stories, story) { number, story, noted in
      if noted.counts(for: story, from: least) { held.insert(number) }
    }
    narrow(&stories, term, held)
  }

  /// Calls `body` with those of `stories` that have any of the notes or corrections that `condition` asks for.
  private func forEachNoted(
    _ condition: Query.Condition, among stories: BitSet, _ story: (Int) -> Story?,
    _ body: (Int, Story, Remarked) -> Void
  ) {
    var candidates = notedStories
    if case .state(let chosen) = condition {
      if chosen == [.corrected] { candidates = BitSet(capacity: entries.count) }
      if chosen.contains(.corrected) { candidates.formUnion(correctedStories) }
    }
    candidates.formIntersection(stories)
    candidates.forEach { number in
      guard let story = story(Int(entries[number])) else { return }
      let noted = Remarked(condition, in: story)
      if !noted.isEmpty { body(number, story, noted) }
    }
  }

  /// Narrows stories to those whose text holds, or does not hold, words.
  private func narrow(_ stories: inout BitSet, _ term: Query.Term, _ text: (Int) -> StoryText?) {
    guard case .words(let pattern) = term.condition else { return }
    var held = documents(pattern, in: textWords, BitSet(capacity: entries.count))
    if term.isPhrase {
      var candidates = held
      candidates.formIntersection(stories)
      held = BitSet(capacity: entries.count)
      candidates.forEach { number in
        guard let text = text(Int(entries[number])) else { return }
        let occurs = text.bytes.withUnsafeBufferPointer { pattern.occurs(in: $0, 0..<$0.count) }
        if occurs { held.insert(number) }
      }
    }
    narrow(&stories, term, held)
  }

  // MARK: What comes out

  /// Puts the stories that came since it last did among the others.
  private mutating func sortStories() {
    guard !unordered.isEmpty || order.count > 2 * (count + 64) else { return }
    let fresh = unordered.filter { entries[Int($0)] >= 0 }.sorted { precedes($0, $1) }
    unordered = []
    var merged: [Int32] = []
    merged.reserveCapacity(count)
    var (old, new) = (0, 0)
    while old < order.count || new < fresh.count {
      if old < order.count, entries[Int(order[old])] < 0 {
        old += 1
      } else if new == fresh.count || old < order.count && precedes(order[old], fresh[new]) {
        merged.append(order[old])
        old += 1
      } else {
        merged.append(fresh[new])
        new += 1
      }
    }
    order = merged
  }

  /// Whether the story with number `a` comes before the one with `b`.
  private func precedes(_ a: Int32, _ b: Int32) -> Bool {
    let (a, b) = (Int(a), Int(b))
    return days[a] != days[b] ? days[a] > days[b] : entries[a] < entries[b]
  }

  private func results(_ stories: BitSet, claims: BitSet?) -> SearchResults {
    var results = SearchResults(claims: claims)
    for number in order where stories.contains(Int(number)) {
      let range = claimRange(Int(number))
      let count = claims.map { $0.count(in: range) } ?? 1
      if count > 0 { results.append(entry: entries[Int(number)], count, of: range) }
    }
    return results
  }
}

extension Query.Term {
  /// Whether it asks for several words beside each other.
  var isPhrase: Bool { if case .words(let pattern) = condition { pattern.words.count > 1 } else { false } }
}
