/// Names in a headline in capitals, which only repeats those of the body.
extension NameFinder {
  func findRepeated(_ sentence: Sentence) {
    var i = sentence.tokens.lowerBound
    while i < sentence.tokens.upperBound {
      let token = tokens[i]
      guard token.isWord, !token.insidePhrase else {
        i += 1
        continue
      }
      if token.info.name >= 0, let known = byKnown[UInt32(token.info.name)],
        lexicon.names[Int(token.info.name)].kind != .place
      {
        note(i..<i + Int(token.phraseLength), Int(known), sentence)
        i += Int(token.phraseLength)
        continue
      }
      guard let (entity, count) = repeated(at: i, sentence) else {
        i += 1
        continue
      }
      note(i..<i + count, entity, sentence)
      i = skipTicker(i + count, sentence)
    }
  }

  /// The entity of the body whose name starts at token `i`, and how many of its tokens stand there.
  func repeated(at i: Int, _ sentence: Sentence) -> (Int, Int)? {
    let token = tokens[i]
    if isGeneric(token) && !(i + 1 < sentence.tokens.upperBound && tokens[i + 1].isWord) { return nil }
    var best: (Int, Int)?
    for entity in bearers(of: hash(i), atMost: NameFinder.depth) where entities[entity].kind != .place {
      let core = entities[entity].core
      guard core.first == hash(i) || entities[entity].kind == .person && core.last == hash(i) else { continue }
      var count = 1
      while count < core.count, i + count < sentence.tokens.upperBound, hash(i + count) == cores[core.start + count] {
        count += 1
      }
      if count == 1, isGeneric(token) { continue }
      // Of several the one that the text names first: bearers come latest first.
      if count >= best?.1 ?? 1 { best = (entity, count) }
    }
    return best ?? acronym(token).map { ($0, 1) }
  }
}
