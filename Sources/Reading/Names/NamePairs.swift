import Stories

/// Names that are hidden in one word with a hyphen: "the Acme-Belcor deal", "an Acme-led group".
extension NameFinder {
  /// Tells which names are two that the story has by themselves, and whom the words in `compounds` name.
  ///
  /// Such a name is nobody: `pairs` says for whom it stands.
  func splitCompounds(_ compounds: [Int]) {
    for index in entities.indices where entities[index].core.count == 1 && entities[index].known < 0 {
      let span = entities[index].span
      guard let hyphen = text[span.start..<span.end].firstIndex(of: UInt8(ascii: "-")), hyphen + 1 < span.end,
        text[hyphen + 1] &- 0x41 < 26 || text[hyphen + 1] > 0x7f,
        let first = bearer(span.start..<hyphen, but: index),
        let second = bearer(hyphen + 1..<span.end, but: index), first != second
      else { continue }
      entities[index].kind = .other
      pairs[index] = [first, second]
    }
    for i in compounds {
      let range = Int(tokens[i].start)..<Int(tokens[i].end)
      guard let hyphen = text[range].lastIndex(of: UInt8(ascii: "-")),
        lexicon.groups.has(.led, Int32(lexicon.word(text, hyphen + 1..<range.upperBound))),
        let entity = bearer(range.lowerBound..<hyphen, but: -1)
      else { continue }
      entities[entity].count += 1
      denotations.append(Denotation(tokens: i..<i + 1, entity: entity, form: .name))
    }
  }

  /// The business whose name begins with the letters in `range`.
  private func bearer(_ range: Range<Int>, but other: Int) -> Int? {
    guard range.count > 1 else { return nil }
    let hash = Spelling.hash(text, range)
    return entities.indices.first { index in
      let entity = entities[index]
      return index != other && (entity.kind.isBusiness || entity.kind == .product)
        && (entity.core.first == hash
          || entity.known >= 0 && Spelling.hash(text, entity.span.start..<entity.span.end) == hash)
    }
  }
}
