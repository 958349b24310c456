/// For whom those speak who answer in an interview.
extension Affiliations {
  /// Gives whoever answers in an interview the organisation of the title that the introduction names without a name.
  func markInterviewed(_ cast: inout Cast, _ main: Int?) {
    guard prose.sentences.contains(where: { $0.has(.colon) }) else { return }
    var turns: [Int: Int] = [:]
    for index in cast.denotations.indices {
      let denotation = cast.denotations[index]
      let next = denotation.tokens.upperBound
      guard (2...3).contains(denotation.tokens.count), next < prose.tokens.count, prose.tokens[next].kind == .colon,
        cast.entities[denotation.entity].kind == .unknown, cast.entities[denotation.entity].known < 0,
        prose.tokens[denotation.tokens].allSatisfy({
          $0.isWord && $0.traits.isDisjoint(with: .body | .industry | .company)
        }),
        let sentence = prose.sentence(of: next), !asks(prose.sentences[sentence].block),
        prose.blocks[prose.sentences[sentence].block].tokens.lowerBound == denotation.tokens.lowerBound
      else { continue }
      turns[denotation.entity, default: 0] += 1
    }
    // Who has two names and answers twice is a person.
    let people = turns.filter { $0.value > 1 }.keys
    for entity in people { cast.entities[entity].kind = .person }
    turns = [:]
    var offered: Int??
    for index in cast.denotations.indices {
      let denotation = cast.denotations[index]
      let next = denotation.tokens.upperBound
      guard denotation.tokens.count > 1, next < prose.tokens.count, prose.tokens[next].kind == .colon else { continue }
      let entity = cast.entities[denotation.entity]
      guard entity.known < 0, entity.kind == .person, entity.speaksFor == nil, !entity.isOutsider,
        opensParagraph(denotation.tokens.lowerBound)
      else { continue }
      if offered == nil { offered = .some(introduced(Topics(prose: prose, cast: cast))) }
      turns[denotation.entity, default: 0] += 1
      // Who answers again and again speaks for what the talk is about.
      let answers = turns[denotation.entity] == 2 ? main : nil
      if let organisation = (offered ?? nil) ?? answers, organisation != denotation.entity {
        cast.entities[denotation.entity].speaksFor = organisation
      }
    }
  }

  /// Whether a paragraph ends with a question.
  private func asks(_ block: Int) -> Bool { prose.isQuestionMark(prose.blocks[block].tokens.upperBound - 1) }

  private func opensParagraph(_ i: Int) -> Bool {
    guard let sentence = prose.sentence(of: i) else { return false }
    return prose.blocks[prose.sentences[sentence].block].tokens.lowerBound == i
  }

  /// The organisation of the first title that has one but no person.
  private func introduced(_ topics: Topics) -> Int? {
    for sentence in prose.sentences.prefix(8) {
      for i in sentence.tokens where prose.tokens[i].has(.title) && !prose.tokens[i].insidePhrase {
        var end = i + 1
        while end < min(i + 10, sentence.tokens.upperBound), !prose.tokens[end].isPunctuation { end += 1 }
        let words = i..<end
        let inside = topics.cast.denotations(in: words)
        guard !inside.contains(where: { topics.cast.entities[$0.entity].kind == .person }) else { continue }
        if let organisation = inside.first(where: { topics.isOrganisation($0.entity) }) { return organisation.entity }
      }
    }
    return nil
  }
}
