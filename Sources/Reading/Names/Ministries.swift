/// Governments that only a ministry or minister tells of.
extension NameFinder {
  /// Notes the government that "the German economics ministry" or "le ministre allemand de l'Industrie" at token `i` is a part
  /// of, and returns where the phrase ends.
  func ministry(at i: Int, _ sentence: Sentence) -> Int? {
    let token = tokens[i]
    if token.info.name >= 0 || token.has(.nationality), let state = state(at: i, sentence) { return state }
    guard token.isWord, token.info.name < 0, !token.insidePhrase else { return nil }
    if lexicon.language == .english {
      if token.has(.nationality), token.isCapital {
        for j in i + 1..<min(i + 4, sentence.tokens.upperBound) {
          let word = tokens[j]
          guard word.isWord, word.info.name < 0 else { return nil }
          if word.has(.government), !word.insidePhrase, let name = government(of: i) {
            note(i..<j + Int(word.phraseLength), entity(ofKnown: name, i..<j + 1), sentence)
            return j + Int(word.phraseLength)
          }
        }
      } else if token.has(.government), !token.has(.title), !token.isCapital, i > sentence.tokens.lowerBound {
        let end = i + Int(token.phraseLength)
        // "the foreign ministry in Tokyo"
        if let (name, end) = place(behind: end, sentence) {
          note(i..<end, entity(ofKnown: name, i..<end), sentence)
          return end
        }
        guard tokens[i - 1].has(.determiner),
          let seat = seat ?? homeGovernment.map({ self.entity(ofKnown: $0, i..<i + 1) })
        else { return nil }
        note(i..<end, seat, sentence)
        return end
      }
      return nil
    }
    guard token.has(.government), !token.isCapital, i > sentence.tokens.lowerBound,
      tokens[i - 1].has(.determiner) || tokens[i - 1].has(.contracted)
    else { return nil }
    var end = i + Int(token.phraseLength)
    var name: Int?
    // « le ministère fédéral allemand »
    if end + 1 < sentence.tokens.upperBound, tokens[end].isWord, !tokens[end].isCapital, tokens[end].traits.isEmpty,
      tokens[end + 1].traits.hasAny(.nationality | .of)
    {
      end += 1
    }
    if end < sentence.tokens.upperBound, tokens[end].has(.nationality) {
      name = government(of: end)
      // "le ministre wallon": of one that the lexicon does not have.
      if name == nil { return nil }
      end += 1
    }
    // "… de l'Industrie", "délégué à l'Industrie", "chargée du Commerce".
    if end + 2 < sentence.tokens.upperBound, tokens[end].isWord,
      tokens[end].has(.participle) || tokens[end].has(.title),
      tokens[end + 1].traits.hasAny(.of | .to | .contracted)
    {
      end += 1
    }
    if end + 1 < sentence.tokens.upperBound, tokens[end].traits.hasAny(.of | .to | .contracted) {
      var noun = end + 1
      while noun < sentence.tokens.upperBound, tokens[noun].has(.determiner) { noun += 1 }
      if noun < sentence.tokens.upperBound, tokens[noun].isCapital, tokens[noun].info.name < 0 {
        end = noun + 1
      }
    }
    // « le ministère de l'Économie à Varsovie », « … polonais », « … de Corée du Sud »
    if name == nil, end < sentence.tokens.upperBound, tokens[end].has(.nationality), !tokens[end].isCapital,
      let nation = government(of: end)
    {
      name = nation
      end += 1
    } else if name == nil, let (nation, stop) = place(behind: end, sentence) {
      name = nation
      end = stop
    }
    let own = token.has(.title) && seat == nil ? homeGovernment : nil
    let entity = (name ?? own).map { self.entity(ofKnown: $0, i..<end) } ?? seat
    guard let entity else { return nil }
    note(i..<end, entity, sentence)
    return end
  }

  /// The name of the government of the place that stands behind a preposition at token `end`, and where its name ends.
  private func place(behind end: Int, _ sentence: Sentence) -> (name: Int, end: Int)? {
    // "the government of Botswana" is its name.
    let links = lexicon.language == .english ? Traits(.locative) : .locative | .of | .to | .contracted
    guard end + 1 < sentence.tokens.upperBound, tokens[end].traits.hasAny(links) else { return nil }
    let i = tokens[end + 1].has(.determiner) && tokens[end + 1].info.name < 0 ? end + 2 : end + 1
    guard i < sentence.tokens.upperBound, tokens[i].info.name >= 0, !tokens[i].insidePhrase else { return nil }
    let known = lexicon.names[Int(tokens[i].info.name)]
    guard known.kind == .place, let government = known.standsFor else { return nil }
    return (government, i + Int(tokens[i].phraseLength))
  }

  /// The name of the government that belongs to the nationality at token `i`, by the name that the lexicon has for it.
  func government(of i: Int) -> Int? {
    let isEnglish = lexicon.language == .english
    let head = isEnglish ? tokens[i].word : lexicon.groups.first(of: .government)
    return lexicon.phrase(opening: head) { words, info in
      guard words.count == 2, info.name >= 0, lexicon.names[Int(info.name)].kind == .government else { return false }
      if isEnglish { return true }
      // "allemand" is the beginning of "allemande".
      let spelling = lexicon.vocabulary.spelling(Int(words[words.startIndex + 1]))
      let token = tokens[i]
      return Int(token.end - token.start) <= spelling.count + 3
        && text[Int(token.start)..<Int(token.end)].starts(with: spelling)
    }.map { Int($0.name) }
  }

  /// Notes the state of another country, "l'État danois" or "the Danish state", at token `i`, and returns where the phrase ends.
  ///
  /// It goes by these words, unless the story has named its government before; later "l'État" alone is the same.
  private func state(at i: Int, _ sentence: Sentence) -> Int? {
    let isEnglish = lexicon.language == .english
    let noun = i + 1
    guard noun + 1 < sentence.tokens.upperBound, prose.isIn(.state, noun) else { return nil }
    let nation = isEnglish ? i : noun + 1
    guard tokens[nation].has(.nationality) else { return nil }
    if isEnglish {
      let next = tokens[noun + 1]
      guard tokens[i].isCapital, !tokens[noun].isCapital, i > sentence.tokens.lowerBound, prose.isIn(.the, i - 1),
        next.isPunctuation || isPossessive(noun + 1)
          || next.traits.hasAny(.finite | .have | .be | .modal | .preposition | .of | .to | .by | .and)
      else { return nil }
    } else {
      guard tokens[i].info.name >= 0, tokens[i].phraseLength == 2, !tokens[nation].isCapital,
        government(of: nation) != Int(tokens[i].info.name)
      else { return nil }
    }
    let run = min(nation, noun)..<max(nation, noun) + 1
    let government = government(of: nation)
    var entity = government.flatMap { byKnown[UInt32($0)] }.map { Int($0) }
    // Only its seat was told of.
    if let seat = entity, entities[seat].count == 0 {
      entities[seat].known = -1
      rename(seat, run.map { hash($0) }, run)
    }
    if !isEnglish, entity == nil, let state = byKnown[UInt32(tokens[i].info.name)].map({ Int($0) }),
      entities[state].span.count <= 8
    {
      entity = state
      entities[state].known = -1
      rename(state, run.map { hash($0) }, run)
    }
    let found = entity ?? entities.count
    if entity == nil {
      append(Entity(known: -1, kind: .government, core: keep(run.map { hash($0) }), span: prose.span(run)))
    }
    if let government { byKnown[UInt32(government)] = Int32(found) }
    if !isEnglish { byKnown[UInt32(tokens[i].info.name)] = Int32(found) }
    note(run, found, sentence)
    seat = found
    return run.upperBound
  }
}
