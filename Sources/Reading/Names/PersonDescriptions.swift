/// Where a text says beside a name who that is: in front of it, in apposition, by a verb.
extension Affiliations {
  /// What "Partners", "Investors" are in a name: no title.
  @inline(__always) private static var firms: Traits {
    Trait.industry | .finance | .designator | .company | .fund | .masthead
  }

  /// How far a title may stand from the name, in tokens.
  private static let reach = 9

  /// A stretch of words that says who somebody is.
  struct Description {
    var words: Range<Int>
    /// The token of its title, if it has one.
    var title: Int?
  }

  /// Where the sentence of a name begins.
  func start(of name: Range<Int>) -> Int {
    prose.sentence(of: name.lowerBound).map { prose.sentences[$0].tokens.lowerBound } ?? 0
  }

  /// The description before a name, in its sentence: "Acme's chairman, Ann Roe".
  func before(_ name: Range<Int>, from low: Int) -> Description? {
    var i = name.lowerBound - 1
    // "the owner, the Swedish group Norvane", "the publisher Norvane": no person.
    if i >= 0, prose.tokens[i].has(.company),
      !prose.tokens[i].has(.title) || !prose.tokens[i].isCapital && !prose.tokens[name.lowerBound].has(.forename)
    {
      return nil
    }
    // "the publisher Acme and Belcor": of another.
    if i > low, prose.tokens[i].has(.and) { return nil }
    // "a spokesman for Acme": that is Acme, no person.
    let behind = i > 0 && prose.tokens[i].has(.determiner) ? i - 1 : i
    if behind >= low, prose.tokens[behind].traits.hasAny(.of | .preposition | .by), prose.tokens[behind].info.name < 0 {
      return nil
    }
    while i >= low, name.lowerBound - i <= Affiliations.reach {
      let token = prose.tokens[i]
      if token.has(.of), !closed(i..<name.lowerBound) { return nil }
      if token.kind == .stop || token.kind == .semicolon || token.kind == .close || token.kind == .colon
        || token.isQuote
        || prose.isFinite(i) && !token.has(.title)
        // "the election of its directors, at which Acme": the name begins a clause of its own.
        || token.has(.relative)
        // "hired bankers to sell Acme"
        || token.has(.infinitive) && i > low
          && (prose.language == .french && !token.has(.title) || prose.tokens[i - 1].has(.to))
      {
        return nil
      }
      // "who chairs Acme"
      if token.has(.heading) { return nil }
      // « Le secrétaire au Trésor »: the lexicon knows whose.
      if token.traits.hasAny(.title | .spokesperson), token.info.name < 0 || token.has(.government),
        !token.insidePhrase,
        !(token.isCapital && token.traits.hasAny(Affiliations.firms))
      {
        if !leads(from: i + Int(token.phraseLength), to: name.lowerBound) || endsClause(i, before: name) { return nil }
        // "the chairman, Ann Roe and Acme": between title and name stand only its complement and a comma.
        var start = i
        while start > low, i - start < 4, prose.tokens[start - 1].isWord, !prose.isFinite(start - 1),
          !prose.tokens[start - 1].has(.that), !prose.tokens[start - 1].has(.and)
        {
          start -= 1
          // « a déclaré à Médiafil la directrice générale, Anne Roux »: the phrase begins with its article.
          if prose.language == .french, prose.tokens[start].traits.hasAny(.determiner | .possessive | .indefinite) {
            break
          }
        }
        return Description(words: start..<name.lowerBound, title: i)
      }
      i -= 1
    }
    return nil
  }

  /// Whether the title at token `i` ends what the incise behind it attributes: "it exceeds the powers of the president, Roe said".
  private func endsClause(_ i: Int, before name: Range<Int>) -> Bool {
    let next = name.upperBound
    guard prose.tokens[name.lowerBound - 1].kind == .comma, next < prose.tokens.count, prose.isFinite(next),
      prose.tokens[next].info.cue.isCue, i + Int(prose.tokens[i].phraseLength) == name.lowerBound - 1
    else { return false }
    var low = i - 1
    while low > 0, prose.tokens[low].traits.hasAny(.determiner | .possessive | .former) { low -= 1 }
    return low > 0 && prose.tokens[low].traits.hasAny(.of | .preposition | .to | .by) && prose.tokens[low].info.name < 0
  }

  /// Whether the words between a title and a name lead from one to the other: none, a complement, or all up to a comma; not "A
  /// judge on Friday forbade Acme".
  private func leads(from start: Int, to name: Int) -> Bool {
    guard start < name, prose.tokens[name - 1].kind != .comma else { return true }
    return (start..<name).allSatisfy {
      let token = prose.tokens[$0]
      return token.isCapital && !token.has(.weekday) || token.isPunctuation
        || token.traits.hasAny(.of | .determiner | .contracted | .company | .fund | .nationality | .and | .title)
        || token.has(.former)
        || token.insidePhrase || token.traits.isEmpty && !prose.isFinite($0)
    }
  }

  /// Whether the complement that begins with `range` ends before the name: "the chairman of Acme, Ann Roe"; in "the head of
  /// the brewer Acme" the name belongs to it.
  private func closed(_ range: Range<Int>) -> Bool {
    range.contains { prose.tokens[$0].kind == .comma || prose.tokens[$0].isCapital && prose.tokens[$0].isWord }
  }

  /// The apposition behind a name: "Ann Roe, chairman of Acme", "Ann Roe, who runs Acme".
  func after(_ name: Range<Int>) -> Description? {
    guard name.upperBound + 1 < prose.tokens.count, prose.tokens[name.upperBound].kind == .comma else { return nil }
    // "At Acme, the chairman said": that is where, not who.
    if name.lowerBound > 0 {
      let before = prose.tokens[name.lowerBound - 1]
      if before.info.name < 0, before.has(.locative) || before.has(.of) && name.count == 1 { return nil }
    }
    let first = name.upperBound + 1
    // "La holding Acme, contrôlée par l'homme d'affaires Marc Roe": the title is another's.
    if first + 1 < prose.tokens.count, prose.tokens[first].has(.participle), prose.tokens[first + 1].has(.by) {
      return nil
    }
    var end = first
    var title: Int?
    var heads = false
    let isRelative = prose.tokens[first].has(.relative)
    while end < prose.tokens.count, end - name.upperBound < 16 {
      let token = prose.tokens[end]
      if token.isPunctuation { break }
      if end - name.upperBound <= 6, token.traits.hasAny(.title | .spokesperson), title == nil, !token.insidePhrase,
        !isAnothers(end), !isFirm(end, name)
      {
        title = end
      }
      if token.has(.heading) || isRelative && prose.isIn(.representing, end) { heads = true }
      if title == end, token.isCapital, token.has(.industry) { title = nil }
      if !isRelative, prose.isFinite(end), token.traits.isDisjoint(with: .title | .spokesperson) { return nil }
      end += 1
    }
    // "Acme, which owns Belcor": only people are "who".
    if isRelative, prose.language == .english, !prose.isIn(.who, first) { return nil }
    if isRelative { return heads ? Description(words: first..<end, title: nil) : nil }
    return title.map { Description(words: first..<end, title: $0) }
  }

  /// Whether the noun at token `i` says what kind of firm `name` is: "Norvane Press, the publisher that went public".
  private func isFirm(_ i: Int, _ name: Range<Int>) -> Bool {
    guard prose.tokens[i].has(.company), !prose.tokens[name.lowerBound].has(.forename) else { return false }
    let next = i + Int(prose.tokens[i].phraseLength)
    return prose.tokens[name].contains { $0.traits.hasAny(Affiliations.firms) }
      || next < prose.tokens.count && prose.tokens[next].traits.hasAny(.that | .relative)
        && !prose.isIn(.who, next)
  }

  /// Whether the title at token `i` stands before another name, whose it is: "Quarto, publisher of the Inspector Roe novels".
  private func isAnothers(_ i: Int) -> Bool {
    let next = i + Int(prose.tokens[i].phraseLength)
    guard prose.tokens[i].isCapital, next < prose.tokens.count else { return false }
    let token = prose.tokens[next]
    return token.isWord && token.isCapital && token.info.traits.isEmpty && token.info.name < 0
  }

  /// "Ann Roe built Acme": the verb tells that she speaks for it.
  func heading(_ name: Range<Int>) -> Description? {
    let verb = name.upperBound
    guard verb + 1 < prose.tokens.count, prose.tokens[verb].has(.heading), name.count > 1 else { return nil }
    var end = verb + 1
    while end < prose.tokens.count, end - verb < 6, !prose.tokens[end].isPunctuation { end += 1 }
    return Description(words: verb..<end, title: nil)
  }

  /// "Ann Roe is chief executive of Acme", "took over as head of Acme".
  func being(_ name: Range<Int>) -> Description? {
    let verb = name.upperBound
    guard verb + 2 < prose.tokens.count, name.count > 1, prose.tokens[verb].has(.finite) else { return nil }
    var title: Int?
    var end = verb + 1
    while end < prose.tokens.count, end - verb < 16, !prose.tokens[end].isPunctuation {
      let token = prose.tokens[end]
      // "Acme is serving as adviser": a house.
      if title == nil, token.has(.title), !token.insidePhrase, !prose.isIn(.service, end) {
        let before = prose.tokens[verb..<end]
        let isSo =
          before.allSatisfy { $0.traits.hasAny(.be | .have | .determiner | .indefinite | .adverb) || $0.has(.time) }
          || before.contains { $0.has(.subordinator) && $0.end - $0.start == 2 }
        guard isSo else { return nil }
        title = end
      } else if prose.isFinite(end), title == nil, !token.traits.hasAny(.be | .have) {
        return nil
      }
      end += 1
    }
    return title.map { Description(words: $0..<end, title: $0) }
  }

  /// "Acme's Ann Roe", "Ann Roe of Acme": the company stands beside the name of a person.
  func beside(_ name: Range<Int>, _ cast: Cast) -> Int? {
    guard name.count > 1, prose.language == .english else { return nil }
    let low = name.lowerBound
    if low > 1, prose.tokens[low - 1].has(.be), !prose.tokens[low - 1].shape.contains(.spaced),
      let owner = cast.latest(before: low, where: { $0.tokens.upperBound == low - 1 }),
      cast.entities[owner.entity].kind.canAct
    {
      return owner.entity
    }
    let of = name.upperBound
    guard of + 1 < prose.tokens.count, prose.tokens[of].has(.of) else { return nil }
    let next = cast.denotations(in: of + 1..<of + 3).first { $0.form == .name }
    return next.flatMap { cast.entities[$0.entity].kind.canAct ? $0.entity : nil }
  }

  /// "Ann Roe of Tidemark Securities says": the firm of somebody whose name does not tell a person, by what firms' names end in.
  func house(of name: Range<Int>, _ cast: Cast) -> Int? {
    guard prose.language == .english, name.count == 2, name.upperBound + 2 < prose.tokens.count,
      name.lowerBound == 0 || !prose.tokens[name.lowerBound - 1].traits.hasAny(.determiner | .possessive | .be),
      prose.tokens[name].allSatisfy({
        $0.isWord && $0.isCapital && !$0.shape.contains(.capitals)
          && ($0.traits.isEmpty || $0.traits.hasAny(.forename | .particle))
      }),
      prose.tokens[name.upperBound].has(.of) || prose.tokens[name.upperBound].has(.locative)
    else { return nil }
    guard
      let firm = cast.denotations(in: name.upperBound + 1..<name.upperBound + 2).first(where: { $0.form == .name }),
      firm.tokens.count > 1,
      prose.tokens[firm.tokens.dropFirst()].contains(where: {
        $0.traits.hasAny(.finance | .industry | .fund) || $0.has(.designator) || prose.isIn(.house, $0)
      }),
      cast.entities[firm.entity].kind.isBusiness
    else { return nil }
    return firm.entity
  }
}
