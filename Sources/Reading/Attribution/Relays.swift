import Stories

/// Finds the sources behind and before the source of a claim: "Reuters said, citing CGTN", "people quoted by Reuters".
struct Relays {
  let prose: Prose

  /// Adds relays and origins to the attributions of each sentence.
  func add(to attributions: inout [Attribution]) {
    for index in attributions.indices {
      let sentence = prose.sentences[attributions[index].sentence]
      for i in sentence.tokens
      where prose.tokens[i].has(.citing) && prose.fullQuotation(at: i) == nil && !prose.tokens[i].insidePhrase {
        add(i, sentence, to: &attributions[index])
      }
    }
  }

  private func add(_ i: Int, _ sentence: Sentence, to attribution: inout Attribution) {
    // "Roe cited Acme as saying" is a claim of Roe's, no relay; the claim's own cue neither.
    if attribution.cue.contains(i)
      || attribution.content.contains(where: { $0.contains(i) && $0.upperBound < sentence.tokens.upperBound - 6 })
    {
      return
    }
    let end = i + Int(prose.tokens[i].phraseLength)
    guard end < sentence.tokens.upperBound else { return }
    let nearer = prose.tokens[end].has(.by) || prose.tokens[end - 1].has(.by)
    let start = prose.tokens[end].has(.by) ? end + 1 : end
    var stop = start
    while stop < sentence.tokens.upperBound, !prose.tokens[stop].isPunctuation || prose.tokens[stop].kind == .open,
      !prose.tokens[stop].has(.that), !prose.tokens[stop].has(.relative)
    { stop += 1 }
    guard stop > start else { return }
    let range = start..<stop
    if let source = attribution.source, source.contains(i) {
      let rest = prose.trimmed(source.lowerBound..<i)
      guard !rest.isEmpty else { return }
      attribution.source = rest
    }
    if nearer { attribution.relays.append(range) } else { attribution.origins.append(range) }
    attribution.attached.append(i..<stop)
    // The clause does not hold the words that name its sources.
    for part in attribution.content.indices {
      let content = attribution.content[part]
      if content.contains(i) { attribution.content[part] = prose.trimmed(content.lowerBound..<i) }
      if content.contains(start), content.lowerBound >= i {
        let rest = prose.trimmed(min(stop, content.upperBound)..<content.upperBound)
        // "…, citing a banker, that it was over": without the "that".
        let opens = rest.count > 1 && prose.tokens[rest.lowerBound].has(.that)
        attribution.content[part] = opens ? rest.dropFirst() : rest
      }
    }
    attribution.content.removeAll { $0.isEmpty }
  }
}
