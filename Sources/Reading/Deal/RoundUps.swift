import Stories

/// Stories of several deals, each with a target of its own.
extension Roles {
  /// The targets of a round-up, in the order of the text: several that are bought each in paragraphs of its own; two only
  /// if the headline prefers none of them, and each has bidders of its own.
  ///
  /// `nil` if they are fewer than `least`, or some of them more than a round-up has.
  func roundUp(_ candidates: [Int], atLeast least: Int) -> [Int]? {
    guard candidates.count >= least, candidates.count <= Roles.most else { return nil }
    // For each candidate the blocks that tell of its being bought: events stand in the order of the text.
    var blocks = [Blocks](filledWith: Blocks(), count: candidates.count)
    for k in events.indices {
      let (object, wooed, block) = (events[k].object, events[k].wooed, events[k].block)
      if object == nil, wooed == nil { continue }
      for place in candidates.indices where candidates[place] == object || candidates[place] == wooed {
        blocks[place].add(block)
      }
    }
    let bought = candidates.indices.filter { blocks[$0].count > 0 }.sorted { blocks[$0].first < blocks[$1].first }
    if bought.count < least { return nil }
    var taken: [Int] = []
    var targets: [Int] = []
    for place in bought
    where blocks[place].count <= 2 && !taken.contains(blocks[place].first) && !taken.contains(blocks[place].last) {
      targets.append(candidates[place])
      taken.append(blocks[place].first)
      taken.append(blocks[place].last)
    }
    guard targets.count >= least, targets.count * 2 > bought.count else { return nil }
    if targets.count == 2, !areApart(targets[0], targets[1]) { return nil }
    // Every paragraph speaks of one of them only.
    var place = 0
    var speaker: [Int: Int] = [:]
    for denotation in cast.denotations where targets.contains(denotation.entity) {
      if isAboveText(denotation), targets.count == 2 { continue }
      while place < prose.blocks.count, prose.blocks[place].tokens.upperBound <= denotation.tokens.lowerBound {
        place += 1
      }
      guard speaker.updateValue(denotation.entity, forKey: place).map({ $0 == denotation.entity }) ?? true else {
        return nil
      }
    }
    return targets
  }

  /// The first and the last of the blocks that tell of something, and how many they are.
  private struct Blocks {
    var first = -1
    var last = -1
    var count = 0

    mutating func add(_ block: Int) {
      if block == last { return }
      if count == 0 { first = block }
      last = block
      count += 1
    }
  }

  /// Whether two targets are of two deals that the story tells alike, and not one of them the story's and the other told in
  /// passing: the headline names both or neither, each is named again, the text is about little else, and nobody who buys one
  /// is named where the other is bought.
  private func areApart(_ first: Int, _ second: Int) -> Bool {
    let named = Set(cast.denotations.filter(isAboveText).map(\.entity))
    guard prose.blocks.contains(where: { $0.kind == .headline }), named.contains(first) == named.contains(second) else {
      return false
    }
    func buyers(_ target: Int) -> Set<Int> {
      Set(events.filter { $0.object == target || $0.wooed == target }.flatMap(\.buyers))
    }
    func blocks(_ target: Int) -> Set<Int> {
      Set(cast.denotations.filter { $0.entity == target && !isAboveText($0) }.map { block(of: $0) })
    }
    let told = buyers(first).union(buyers(second)).union([first, second])
    let about = Set(cast.denotations.filter { told.contains($0.entity) }.map { block(of: $0) })
    // An introduction may name nobody.
    let others = prose.blocks.indices.filter { prose.blocks[$0].kind == .paragraph && !about.contains($0) }
    if others.count > 1 { return false }
    for (one, other) in [(first, second), (second, first)] {
      if cast.denotations.count(where: { $0.entity == one }) < 2 { return false }
      let (own, others) = (buyers(one), blocks(other))
      if own.isEmpty || own.contains(other) { return false }
      if cast.denotations.contains(where: { own.contains($0.entity) && others.contains(block(of: $0)) }) {
        return false
      }
    }
    return true
  }

  /// Whether somebody is named in the headline or in what stands between it and the text.
  private func isAboveText(_ denotation: Denotation) -> Bool {
    prose.blocks[block(of: denotation)].kind != .paragraph
  }

  private func block(of denotation: Denotation) -> Int {
    // The blocks stand in the order of the text.
    var (low, high) = (0, prose.blocks.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if prose.blocks[middle].tokens.upperBound <= denotation.tokens.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
