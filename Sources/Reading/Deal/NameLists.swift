/// Which names of a sentence are listed with each other, or act together: "Acme, Belcor and Norvane".
extension Arguments {
  /// What ties a name to the one before.
  private enum Join {
    case comma, and
  }

  /// Numbers the lists among the names of the sentence.
  func joinLists() {
    guard items.count > 1 else { return }
    withUnsafeTemporaryAllocation(of: Join?.self, capacity: items.count) { joins in
      joins.initialize(repeating: nil)
      join(joins)
    }
  }

  /// Lists the names between which `joins`, which gets what ties each to the one before, has an "and".
  private func join(_ joins: UnsafeMutableBufferPointer<Join?>) {
    for k in 1..<items.count {
      if items[k - 1].tokens == items[k].tokens {
        joins[k] = .and
        continue
      }
      let between = items[k - 1].tokens.upperBound..<items[k].tokens.lowerBound
      guard between.count <= 7, !items[k - 1].isPossessive else { continue }
      var join: Join?
      for i in between {
        let token = prose.tokens[i]
        if token.has(.and) {
          join = .and
        } else if token.has(.negation) {
          // "is Acme, and not Belcor"
          join = nil
          break
        } else if prose.language == .french, token.has(.possessive), prose.tokens[i + 1].has(.suitor) {
          // "Acme et son prétendant Belcor": one wants the other.
          join = nil
          break
        } else if token.kind == .comma {
          join = join ?? .comma
        } else if token.has(.to), prose.language == .french, prose.tokens[i - 1].has(.and) {
          // "à Acme et à Belcor"
          continue
        } else if token.has(.by), prose.language == .french, prose.tokens[i - 1].has(.and) {
          // "par Acme et par Belcor"
          continue
        } else if prose.isIn(.managing, token) {
          continue
        } else if prose.isFinite(i) || token.traits.hasAny(.that | .relative) || token.kind == .semicolon
          || token.kind == .stop || token.has(.to) || token.has(.subordinator)
          || token.has(.by) && !prose.isIn(.managing, i - 1)
        {
          join = nil
          break
        }
      }
      if join == .comma, between.count > 3 || isGovernedAnew(k, between) { join = nil }
      // "Les fondateurs d'Acme, Ann Roe et Marc Holm": in apposition to the title.
      if join == .comma, isTitled(k, between) { join = nil }
      // "Acme, Belcor team up": in headlines the comma stands for "and".
      if join == .comma, k == 1, items.count == 2 || items[2].governor != nil, between.count == 1,
        prose.blocks[sentence.block].kind == .headline, items[0].tokens.lowerBound == sentence.tokens.lowerBound,
        items[0].governor == nil, items[1].tokens.upperBound < sentence.tokens.upperBound,
        prose.isFinite(items[1].tokens.upperBound)
      {
        join = .and
      }
      // "Acme, allied with Belcor since May, and Norvane": the comma ends what "with" governs.
      if join == .and, items[k - 1].governor != nil, between.count > 2,
        between.contains(where: { prose.tokens[$0].kind == .comma }),
        prose.tokens[between.lowerBound].kind != .comma,
        prose.tokens[between.lowerBound].traits.isDisjoint(with: Traits(.and))
      {
        join = nil
      }
      // "covets Belcor's brands, and Acme has": a clause of its own.
      if join == .and, joins[k - 1] == nil, between.count > 1,
        between.contains(where: { prose.tokens[$0].kind == .comma }),
        items[k].tokens.upperBound < sentence.tokens.upperBound, prose.isFinite(items[k].tokens.upperBound),
        prose.hasFinite(sentence.tokens.lowerBound..<items[k - 1].tokens.lowerBound)
      {
        join = nil
      }
      // "présent à Roc, et le fonds Acme": the comma ends what "à" governs.
      if join == .and, prose.language == .french, let governor = items[k - 1].governor, items[k].governor == nil,
        prose.tokens[governor].traits.hasAny(.locative | .to), between.count > 2,
        prose.tokens[between.lowerBound].kind == .comma, cast.entities[items[k - 1].entity].kind == .unknown,
        cast.entities[items[k - 1].entity].count == 1
      {
        join = nil
      }
      // "is advising Acme and Belcor is": two of them would "are".
      if join == .and, items[k].tokens.upperBound < sentence.tokens.upperBound,
        prose.isIn(.singular, items[k].tokens.upperBound)
      {
        join = nil
      }
      joins[k] = join
    }
    for k in 1..<items.count {
      // Names with commas between are a list if it ends in "and".
      var last = k
      while last + 1 < items.count, joins[last] == .comma, joins[last + 1] != nil { last += 1 }
      // "Acme, Belcor and a fund": the last has no name.
      let end = items[last].tokens.upperBound
      let goesOn = end < sentence.tokens.upperBound && prose.tokens[end].has(.and)
      if joins[k] == .and || joins[k] == .comma && (joins[last] == .and || goesOn) {
        // "Acme of Wick and Denmark's Norvane": listed with Acme.
        let head = k > 1 && isSeat(k - 1) ? k - 2 : k - 1
        items[k].list = items[head].list
        items[k].governor = items[head].governor
      }
    }
  }

  /// Whether the name at `index` is that of a person whom a title before the name in front of it means.
  private func isTitled(_ index: Int, _ between: Range<Int>) -> Bool {
    guard prose.language == .french, between.count == 1, let governor = items[index - 1].governor,
      governor > sentence.tokens.lowerBound, prose.tokens[governor].has(.of),
      cast.entities[items[index].named].kind == .person, cast.entities[items[index - 1].named].kind != .person
    else { return false }
    return prose.tokens[governor - 1].traits.hasAny(.title | .own | .holder)
  }

  /// Whether behind the comma a preposition of its own governs the name at `index`: "Belcor, le brasseur, auprès d'Acme".
  private func isGovernedAnew(_ index: Int, _ between: Range<Int>) -> Bool {
    guard prose.language == .french, let governor = items[index].governor, between.contains(governor) else {
      return false
    }
    guard let before = items[index - 1].governor else { return true }
    let (one, other) = (prose.tokens[before], prose.tokens[governor])
    return one.has(.of) != other.has(.of) || one.has(.to) != other.has(.to)
  }

  /// Whether the name at `index` only says where the one before it is, as no lexicon knows it: "Acme of Wick".
  private func isSeat(_ index: Int) -> Bool {
    let item = items[index]
    guard prose.language == .english, item.tokens.count == 1, let governor = item.governor,
      governor == item.tokens.lowerBound - 1, items[index - 1].tokens.upperBound == governor,
      prose.tokens[governor].has(.of), prose.tokens[governor - 1].isCapital
    else { return false }
    let entity = cast.entities[item.entity]
    return entity.kind == .unknown && entity.count == 1 && entity.acts == 0
  }

  /// Adds the lists of businesses in the sentence to `lists`.
  func addLists(to lists: inout [[Int]]) {
    for k in items.indices where items[k].list >= 0 && items[k].list < k && items[k - 1].list == k - 1 {
      let list = all(items[k]).filter { cast.entities[$0].kind.isBusiness }
      if list.count > 1 { lists.append(list) }
    }
  }

  /// `item` with all that it is listed with.
  func all(_ item: Item?) -> [Int] {
    guard let item else { return [] }
    if item.list < 0 { return [item.entity] }
    var found: [Int] = []
    for other in items where other.list == item.list && !found.contains(other.entity) { found.append(other.entity) }
    return found
  }

  /// The first of those that a clause behind a group counts among it: "the group, which also includes Acme".
  private func members(of item: Item) -> Item? {
    guard prose.tokens[item.tokens].contains(where: { $0.traits.hasAny(.body | .company) && !$0.isCapital }) else {
      return nil
    }
    let start = item.tokens.upperBound
    guard start + 2 < sentence.tokens.upperBound, prose.tokens[start].kind == .comma,
      prose.tokens[start + 1].has(.relative),
      let word = (start + 2..<min(start + 5, sentence.tokens.upperBound)).first(where: {
        prose.tokens[$0].has(.example)
      })
    else { return nil }
    return items.first { $0.tokens.lowerBound > word && $0.tokens.lowerBound - word <= 6 }
  }

  /// `item` with all that it is listed with, and those that act together with it: "Acme, allied with Belcor and Norvane".
  func together(_ item: Item?) -> [Int] {
    var found = all(item)
    guard let item, item.list >= 0 else { return found }
    // "The group, which also includes Acme and Belcor, is offering"
    if let member = members(of: item) {
      for other in all(member) where !found.contains(other) { found.append(other) }
    }
    let reach = item.tokens.upperBound..<min(item.tokens.upperBound + 20, sentence.tokens.upperBound)
    guard let word = reach.first(where: { prose.tokens[$0].has(.ally) }) else { return found }
    let next = word + Int(prose.tokens[word].phraseLength)
    // "Acme has bid for Belcor, backed by Holm": of whom that is said stands right before it.
    if prose.tokens[next - 1].has(.by),
      items.contains(where: {
        $0.tokens.lowerBound >= item.tokens.upperBound && $0.tokens.upperBound <= word && $0.list != item.list
      })
    {
      return found
    }
    let ally = items.first { $0.tokens.lowerBound >= next && $0.tokens.lowerBound - next <= 5 }
    if let ally, prose.hasFinite(next..<ally.tokens.lowerBound) { return found }
    for other in all(ally) where !found.contains(other) { found.append(other) }
    return found
  }
}
