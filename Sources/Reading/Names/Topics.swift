import Stories

/// Tells what organisation a place of the text is about: whom "it", "its chairman" and "the board" mean there.
struct Topics {
  let prose: Prose
  let cast: Cast

  /// How many sentences of its paragraph a place looks back.
  private static let reach = 3

  /// The organisation that the sentence `index` is about: the first that it names before its verb, else none.
  ///
  /// Only what stands before token `end` counts, and nothing within a quotation.
  func subject(of index: Int, before end: Int = .max, where fits: (Int) -> Bool) -> Int? {
    let tokens = prose.sentences[index].tokens
    var low = tokens.lowerBound
    // "NORVANE: Belcor has bought it": a label, as round-ups have.
    if let colon = (low..<min(low + 6, tokens.upperBound)).first(where: { prose.tokens[$0].kind == .colon }) {
      low = colon + 1
    }
    let high = min(end, tokens.upperBound)
    guard low < high else { return nil }
    for denotation in cast.denotations(in: low..<high) {
      let i = denotation.tokens.lowerBound
      if prose.fullQuotation(at: i) != nil || isGoverned(denotation, low) || isOfBody(denotation) { continue }
      if prose.hasFinite(low..<i), !isQuoted(low) { return nil }
      let principal = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      if fits(principal) { return principal }
    }
    return nil
  }

  /// Whether the name only says whose body speaks: "the Acme workers' union".
  private func isOfBody(_ name: Denotation) -> Bool {
    guard prose.language == .english, name.form == .name else { return false }
    var i = name.tokens.upperBound
    let limit = min(i + 4, prose.tokens.count)
    while i < limit, prose.tokens[i].isWord || prose.tokens[i].kind == .quoteSingle, !prose.isFinite(i) {
      if prose.tokens[i].has(.body), !prose.tokens[i].isCapital { return true }
      i += 1
    }
    return false
  }

  /// Whether the name hangs on another noun, "an analyst at Acme"; not where it only sets the scene: "Chez Acme, …".
  private func isGoverned(_ name: Denotation, _ low: Int) -> Bool {
    var i = name.tokens.lowerBound - 1
    while i > low, prose.tokens[i].isWord,
      prose.tokens[i].has(.determiner) || prose.tokens[i].has(.nationality) || prose.tokens[i].has(.honorific)
        || prose.tokens[i].has(.title) && prose.tokens[i].isCapital
        || prose.tokens[i].traits.hasAny(.company | .fund) && !prose.tokens[i].isCapital
    { i -= 1 }
    guard i >= low, prose.tokens[i].isWord, prose.tokens[i].info.name < 0 else { return false }
    guard prose.tokens[i].traits.hasAny(.of | .preposition | .to | .by) else { return false }
    // "The board of Acme", « Les dirigeants d'Acme »: Acme.
    if i > low, prose.tokens[i].has(.of),
      isBoard(endingAt: i - 1, low)
        || i - low <= 2 && prose.tokens[i - 1].has(.title) && prose.tokens[i - 1].shape.contains(.plural)
    {
      return false
    }
    // « Le refus, par Acme, de vendre »
    if prose.tokens[i].has(.by), i > low, prose.tokens[i - 1].kind == .comma { return false }
    let end = name.tokens.upperBound
    return !(i - low <= 2 && end < prose.tokens.count && prose.tokens[end].kind == .comma)
  }

  /// Whether a noun for those who lead a company together ends at token `i`: « le conseil d'administration ».
  private func isBoard(endingAt i: Int, _ low: Int) -> Bool {
    var head = i
    while head > low, prose.tokens[head].insidePhrase { head -= 1 }
    return prose.tokens[head].has(.board)
  }

  /// Whether the sentence begins with a quotation, of which the verbs tell nothing.
  private func isQuoted(_ low: Int) -> Bool { prose.fullQuotation(at: low) != nil }

  /// Whether sentence `index` is about an organisation that only a noun tells, and of which none is known: "La coopérative
  /// normande a besoin d'argent".
  func isAboutUnnamed(_ index: Int) -> Bool {
    let tokens = prose.sentences[index].tokens
    guard let noun = prose.openingNoun(of: tokens), !prose.isIn(.generic, noun),
      (noun..<min(noun + 3, tokens.upperBound)).prefix(while: { !prose.isFinite($0) }).contains(where: {
        prose.tokens[$0].traits.hasAny(.company | .fund | .body | .buyer | .seller | .target)
      })
    else { return false }
    return cast.denotations(in: tokens.lowerBound..<min(tokens.lowerBound + 4, tokens.upperBound)).isEmpty
  }

  /// The organisation that the text is about at token `i` of sentence `index`: the subject of the sentence so far, else
  /// that of the sentences before in the paragraph, else the last one named.
  ///
  /// With `far` the paragraphs before count too.
  func topic(at i: Int, in index: Int, far: Bool = false, where fits: (Int) -> Bool) -> Int? {
    if let here = subject(of: index, before: i, where: fits) { return here }
    let block = prose.sentences[index].block
    var earlier = index - 1
    while earlier >= 0, index - earlier <= Topics.reach, far || prose.sentences[earlier].block == block {
      if prose.blocks[prose.sentences[earlier].block].kind == .headline { break }
      if let subject = subject(of: earlier, where: fits) ?? speaker(behind: earlier, where: fits) { return subject }
      if let first = first(in: earlier, where: fits) { return first }
      earlier -= 1
    }
    return nil
  }

  /// The business that the text opens with: the subject of the first sentence below the headline.
  var opening: Int? {
    let first = prose.sentences.indices.first {
      let kind = prose.blocks[prose.sentences[$0].block].kind
      return kind == .paragraph || kind == .lede
    }
    return first.flatMap { subject(of: $0, where: isBusiness) }
  }

  /// Who says what sentence `index` tells, in the incise that ends it, as in "The order was known by then, Acme said".
  private func speaker(behind index: Int, where fits: (Int) -> Bool) -> Int? {
    let sentence = prose.sentences[index].tokens
    guard let last = cast.denotations(in: max(sentence.lowerBound, sentence.upperBound - 8)..<sentence.upperBound).last
    else { return nil }
    let (low, end) = (last.tokens.lowerBound, last.tokens.upperBound)
    let isInverted =
      low > sentence.lowerBound + 1 && prose.tokens[low - 1].info.cue.isCue
      && (prose.tokens[low - 2].kind == .comma || prose.tokens[low - 2].isQuote)
      && (end >= sentence.upperBound || prose.tokens[end].isPunctuation)
    let isPlain =
      low > sentence.lowerBound && (prose.tokens[low - 1].kind == .comma || prose.tokens[low - 1].isQuote)
      && end < sentence.upperBound && prose.tokens[end].info.cue.isCue && prose.isFinite(end)
      && end + 2 >= sentence.upperBound
    guard isInverted || isPlain else { return nil }
    let principal = cast.entities[last.entity].speaksFor ?? last.entity
    return fits(principal) ? principal : nil
  }

  /// The first organisation that sentence `index` names anywhere but in a quotation.
  func first(in index: Int, where fits: (Int) -> Bool) -> Int? {
    for denotation in cast.denotations(in: prose.sentences[index].tokens)
    where prose.fullQuotation(at: denotation.tokens.lowerBound) == nil
      && !isGoverned(denotation, prose.sentences[index].tokens.lowerBound)
    {
      let principal = cast.entities[denotation.entity].speaksFor ?? denotation.entity
      if fits(principal) { return principal }
    }
    return nil
  }

  /// Whether `entity` is one that officers and boards speak for.
  func isOrganisation(_ entity: Int) -> Bool {
    switch cast.entities[entity].kind {
    case .company, .fund, .government, .regulator, .product: true
    case .unknown: true
    default: false
    }
  }

  /// Whether `entity` is a company or a fund, as far as one can tell.
  func isBusiness(_ entity: Int) -> Bool { cast.entities[entity].kind.isBusiness && !cast.entities[entity].isBody }
}
