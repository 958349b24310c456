/// Tells who relays whom where one who is named behind "according to" passes on what another says.
struct RelayedSpeech {
  let prose: Prose
  let sources: SourcePhrases

  /// The attributions of one sentence, those of whom others relay with those who relay them.
  func relayed(_ here: [Attribution]) -> [Attribution] {
    var result = here
    for outer in here where isAccording(outer.cue.lowerBound) {
      guard let relay = outer.source, let first = outer.content.first else { continue }
      if let inner = result.firstIndex(where: {
        $0.cue != outer.cue
          && ($0.content.first?.lowerBound == first.lowerBound && outer.holds($0.cue) || isTold($0, by: outer))
      }) {
        attach(relay, of: outer.cue, to: &result[inner])
        // "Roe said it was over, according to the Times": the clause ends before that.
        for part in result[inner].content.indices {
          let content = result[inner].content[part]
          guard content.lowerBound < outer.cue.lowerBound, content.upperBound > outer.cue.lowerBound else { continue }
          result[inner].content[part] = prose.trimmed(content.lowerBound..<outer.cue.lowerBound)
        }
        result.removeAll { $0.cue == outer.cue }
      } else if let index = result.firstIndex(where: { $0.cue == outer.cue }), let spoken = spoken(in: outer) {
        result[index] = spoken
      }
    }
    for index in result.indices where !isAccording(result[index].cue.lowerBound) && result[index].relays.isEmpty {
      if let content = result[index].content.first, isAccording(content.lowerBound) {
        guard let before = clause(before: result[index]) else { continue }
        result[index].content = [before]
      }
      if let (cue, relay) = named(behind: result[index]) { attach(relay, of: cue, to: &result[index]) }
    }
    return result
  }

  private func isAccording(_ i: Int) -> Bool { prose.tokens[i].info.cue.frame == .acc }

  private func attach(_ relay: Range<Int>, of cue: Range<Int>, to attribution: inout Attribution) {
    attribution.relays.append(relay)
    attribution.attached.append(cue.lowerBound..<relay.upperBound)
  }

  /// Whether `inner` is all that `outer` holds, before its cue or around it: "Roe said it was over, according to the Times",
  /// "Roe said, according to the Times, that it was over".
  private func isTold(_ inner: Attribution, by outer: Attribution) -> Bool {
    guard let source = inner.source, let content = inner.content.first, inner.content.count == 1 else { return false }
    guard outer.holds(source), outer.holds(inner.cue), inner.cue.upperBound <= content.lowerBound else { return false }
    return content.lowerBound < outer.cue.lowerBound || outer.content.count == 2 && outer.content[1].overlaps(content)
  }

  /// `outer` with who says what it relays if its content ends with who says it: "It is over, Roe said, according to the Times".
  private func spoken(in outer: Attribution) -> Attribution? {
    guard outer.content.count == 1, let content = outer.content.first, content.upperBound <= outer.cue.lowerBound,
      content.count > 4, let comma = content.last(where: { prose.tokens[$0].kind == .comma || closesQuotation($0) })
    else { return nil }
    let incise = comma + 1..<content.upperBound
    let said = prose.trimmed(content.lowerBound..<comma + 1)
    guard incise.count >= 2, prose.hasFinite(said) else { return nil }
    for verb in incise where isSaying(verb) {
      let subject: Range<Int>?
      if verb == incise.upperBound - 1 {
        subject = sources.left(of: verb, from: incise.lowerBound)
      } else {
        subject = sources.right(of: verb + 1, to: incise.upperBound)
      }
      guard let subject, incise.lowerBound <= subject.lowerBound, subject.upperBound <= incise.upperBound else {
        continue
      }
      // Nothing else stands between the marks.
      let isAll =
        verb < subject.lowerBound ? subject.upperBound == incise.upperBound : subject.lowerBound == incise.lowerBound
      guard isAll else { continue }
      var attribution = outer
      attribution.content = [said]
      attribution.origins.append(subject)
      attribution.attached.append(incise)
      return attribution
    }
    return nil
  }

  private func isSaying(_ i: Int) -> Bool {
    let cue = prose.tokens[i].info.cue
    return cue.frame == .say && cue.strength >= 4 && !prose.tokens[i].insidePhrase && prose.fullQuotation(at: i) == nil
  }

  private func closesQuotation(_ i: Int) -> Bool {
    prose.quotation(at: i)?.close == i
  }

  /// The clause that ends before the source of `inner`, what follows its cue being who relays it.
  private func clause(before inner: Attribution) -> Range<Int>? {
    let start = prose.sentences[inner.sentence].tokens.lowerBound
    guard let source = inner.source, source.upperBound <= inner.cue.lowerBound, source.lowerBound > start + 1,
      prose.tokens[source.lowerBound - 1].kind == .comma || closesQuotation(source.lowerBound - 1)
    else { return nil }
    let clause = prose.trimmed(start..<source.lowerBound)
    return prose.hasFinite(clause) ? clause : nil
  }

  /// Who stands behind "according to" right behind the cue of `inner` and its subject, if he is named, with his preposition:
  /// « a dit Roe, selon le Figaro ».
  private func named(behind inner: Attribution) -> (cue: Range<Int>, relay: Range<Int>)? {
    guard let source = inner.source, let content = inner.content.last, content.upperBound <= inner.cue.lowerBound else {
      return nil
    }
    let end = prose.sentences[inner.sentence].tokens.upperBound
    var i = max(inner.cue.upperBound, source.upperBound)
    guard i < end, prose.tokens[i].kind == .comma else { return nil }
    i += 1
    guard i < end, isAccording(i) else { return nil }
    let cue = i..<i + Int(prose.tokens[i].phraseLength)
    guard let relay = sources.right(of: cue.upperBound, to: end), relay.lowerBound == cue.upperBound,
      relay.contains(where: { prose.tokens[$0].isCapital })
    else { return nil }
    return (cue, relay)
  }
}
