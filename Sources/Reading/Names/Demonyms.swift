/// Nationalities that stand for a company, as French has them: "le danois", "l'Argovien".
extension Periphrases {
  /// "le danois", "l'Argovien": a nationality that stands for somebody, at token `i`.
  func demonym(at i: Int, _ sentence: Sentence) -> Range<Int>? {
    guard language == .french, i + 2 < sentence.tokens.upperBound,
      tokens[i].has(.determiner) || tokens[i].has(.contracted),
      tokens[i].traits.isDisjoint(with: .indefinite | .possessive), tokens[i + 1].has(.nationality),
      tokens[i + 1].info.name < 0, !tokens[i + 1].has(.company)
    else { return nil }
    let next = tokens[i + 2]
    guard next.isPunctuation || next.has(.ne) || next.has(.finite) && !next.isCapital || prose.isIn(.reflexive, i + 2)
    else { return nil }
    return i..<i + 2
  }

  /// Whom the story called by the nationality at token `i` before: "le brasseur danois Hovby".
  func compatriot(_ i: Int, _ sentence: Sentence) -> Int? {
    let letters = tokens[i].start..<min(tokens[i].end, tokens[i].start + 4)
    func isSame(_ j: Int) -> Bool {
      tokens[j].has(.nationality)
        && zip(letters, tokens[j].start..<tokens[j].end).allSatisfy { fold($0) == fold($1) }
    }
    let named = cast.latest(before: i) { denotation in
      guard denotation.form == .name, cast.entities[denotation.entity].kind.isBusiness else { return false }
      let low = denotation.tokens.lowerBound
      return (max(0, low - 3)..<low).contains(where: isSame)
    }
    if let named { return named.entity }
    // "Hovby. Le danois rachète": what the paragraph is headed by.
    let block = prose.blocks[sentence.block].tokens.lowerBound
    let heading = cast.denotations(in: block..<block + 1).first.flatMap {
      cast.entities[$0.entity].kind.isBusiness ? $0.entity : nil
    }
    return heading ?? lastNamed(i, sentence)
  }

  /// Whom "L'allemand" at the head of a sentence means, at token `i`, if nobody was called so: who was named last, in the sentence
  /// before.
  private func lastNamed(_ i: Int, _ sentence: Sentence) -> Int? {
    guard i == sentence.tokens.lowerBound + 1,
      sentence.tokens.lowerBound > prose.blocks[sentence.block].tokens.lowerBound,
      let before = prose.sentence(of: i - 2)
    else { return nil }
    let named = cast.denotations(in: prose.sentences[before].tokens).last {
      $0.form == .name && cast.entities[$0.entity].kind.isBusiness
    }
    // "le danois Holm": of another country.
    guard let named,
      !(max(0, named.tokens.lowerBound - 3)..<named.tokens.lowerBound).contains(where: { tokens[$0].has(.nationality) })
    else { return nil }
    return named.entity
  }

  /// The byte at `i` in small letters, as far as a nationality's first letters go.
  private func fold(_ i: UInt32) -> UInt8 { text[Int(i)] | 0x20 }
}
