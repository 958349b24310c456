/// Which words of a lexicon are in which groups.
///
/// Few words are in any, and many are in the same ones: each has the number of its set of groups, so that a rule asks with two
/// looks and compares no letters.
struct WordGroupTable: Sendable {
  /// For each word the number of its set; the first set is empty.
  let sets: Column<UInt16>
  /// For each set its groups, a bit each, in `WordGroup.setSize` numbers.
  let masks: Column<UInt64>
  /// For each group its first word, or -1.
  let firsts: Column<Int32>

  /// Whether the word with the number `word` is in `group`; -1 is in none.
  @inline(__always) func has(_ group: WordGroup, _ word: Int32) -> Bool {
    guard word >= 0 else { return false }
    let set = sets[Int(word)]
    return set != 0
      && masks[Int(set) * WordGroup.setSize + group.place >> 6] & (1 << UInt64(group.place & 63)) != 0
  }

  /// The number of the first word of `group`, or -1.
  func first(of group: WordGroup) -> Int32 { firsts[group.place] }
}

/// The groups of words that are being read.
struct WordGroupBuilder {
  /// For each word so far its groups, a bit each.
  private var groups: [[UInt64]] = []
  private var firsts = [Int32](repeating: -1, count: WordGroup.count)

  /// Puts the word with the number `word` into `group`.
  mutating func add(_ word: Int, to group: WordGroup) {
    while groups.count <= word { groups.append([]) }
    if groups[word].isEmpty { groups[word] = [UInt64](repeating: 0, count: WordGroup.setSize) }
    groups[word][group.place >> 6] |= 1 << UInt64(group.place & 63)
    if firsts[group.place] < 0 { firsts[group.place] = Int32(word) }
  }

  /// Whether the word with the number `word` is in `group`.
  func has(_ group: WordGroup, _ word: Int) -> Bool {
    word < groups.count && !groups[word].isEmpty
      && groups[word][group.place >> 6] & (1 << UInt64(group.place & 63)) != 0
  }

  /// The table for `count` words.
  func made(count: Int) -> WordGroupTable {
    var masks = [[UInt64](repeating: 0, count: WordGroup.setSize)]
    let sets = (0..<count).map { word -> UInt16 in
      guard word < groups.count, !groups[word].isEmpty else { return 0 }
      if let known = masks.firstIndex(of: groups[word]) { return UInt16(known) }
      masks.append(groups[word])
      return UInt16(masks.count - 1)
    }
    return WordGroupTable(sets: Column(sets), masks: Column(masks.flatMap { $0 }), firsts: Column(firsts))
  }
}
